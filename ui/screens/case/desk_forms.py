"""What is recorded on a case from anywhere in it: contact, locate attempt, notes, correction.

Each asks for the outcome first, then the note, then the next action, which an open account always gets.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from ui.messages.formats import relative_day
from ui.messages.words import contact_kind_words, contact_status_chip, role_words
from ui.screens.case.case_words import channel_words
from ui.screens.case.entry_form import EntryForm
from ui.shell.workspace import Workspace
from ui.widgets.forms import ComboBox, DateEdit, LineEdit, MoneyEdit, TextEdit
from workbench.base.errors import UserError
from workbench.model.party import ContactKind, ContactStatus
from workbench.model.result_code import LOCATE_RESULTS, LOCATE_SOURCES, RESULT_CODES, Channel, ResultCode
from workbench.services import case_log, negotiation
from workbench.services.case_timeline import Composing, TimelineEntry
from workbench.services.case_work import NextAction
from workbench.services.vaults import Vault
from workbench.services.written import Written

_NOTE_DAYS = 3
_LONGEST = 60


class FollowUpForm(EntryForm):
    """A form that ends with the next action.

    Where the account has none, or one that is due, the next action that the outcome suggests is filled in;
    what a person typed there is never replaced.
    """

    def __init__(self, workspace: Workspace, key: str, title: str, save_words: str) -> None:
        super().__init__(workspace, key, title, save_words)
        self.view: Composing | None = None
        self.next_words = LineEdit()
        self.next_on = DateEdit(None, may_be_empty=True)
        self._suggested: tuple[str, date | None] = ("", None)
        self.put_buttons_first()

    def add_follow_up(self) -> None:
        """Add the fields of the next action."""
        self.add_field("next_words", self.tr("Next action"), self.next_words)
        self.add_field("next_on", self.tr("On"), self.next_on)

    def set_view(self, view: Composing) -> None:
        """The case it is about."""
        self.view = view
        work = view.work
        stays = ""
        if not self.needs_next and work.next_action:
            day = relative_day(work.next_action_on, view.today)
            stays = self.tr("stays: {action}, {day}").format(action=work.next_action, day=day)
        self.next_words.setPlaceholderText(stays or self.tr("What is to happen next"))
        self.fill(view)

    def fill(self, view: Composing) -> None:
        """Offer what the case has."""

    @property
    def needs_next(self) -> bool:
        """Whether the account is open and has nothing to come."""
        view = self.view
        if view is None or view.closed:
            return False
        on = view.work.next_action_on
        return not view.work.next_action or on is None or on <= view.today

    def suggestion(self) -> tuple[str, int] | None:
        """What sensibly comes next, in how many days; None before the outcome is known."""
        return self.tr("Review"), _NOTE_DAYS

    def suggest(self) -> None:
        """Fill the next action in, unless a person has written another."""
        found = self.suggestion()
        now = (self.next_words.text(), self.next_on.day())
        if found is None or not self.needs_next or now not in {self._suggested, ("", None)}:
            return
        self._suggested = (found[0], self.workspace.today() + timedelta(days=found[1]))
        self.next_words.setText(self._suggested[0])
        self.next_on.set_day(self._suggested[1])

    def follow_up(self) -> NextAction | None:
        """The next action that is filled in; UserError where one is missing, with a suggestion filled in."""
        words, on = self.next_words.text().strip(), self.next_on.day()
        if words and on is not None:
            return NextAction(words, on)
        if not words and on is None and not self.needs_next:
            return None
        if words:
            self.next_on.set_day(self.workspace.today() + timedelta(days=_NOTE_DAYS))
        else:
            self._suggested = ("", None)
            self.next_on.clear()
            self.suggest()
        shown = relative_day(self.next_on.day(), self.workspace.today())
        raise UserError(
            self.tr("An open account needs a next action."),
            hint=self.tr("Next: {action}, {day}. Save again to take it, or change it.").format(
                action=self.next_words.text() or "—", day=shown
            ),
        )


class ContactForm(FollowUpForm):
    """A contact attempt."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.contact_form", self.tr("Contact"), self.tr("Save"))
        self.result = _narrow(ComboBox())
        self.result.add(self.tr("Choose the outcome"), "")
        for code in RESULT_CODES.values():
            self.result.add(code.words, code.code)
        self.add_field("result", self.tr("Outcome"), self.result)
        self.text = TextEdit(hint=self.tr("What was said"), lines=2)
        self.add_field("text", self.tr("Note"), self.text)
        self.add_follow_up()
        self.point = _narrow(ComboBox())
        self.add_field("point", self.tr("Reached at"), self.point)
        self.status = ComboBox()
        self.add_field("status", self.tr("Mark it"), self.status)
        self.party = _narrow(ComboBox())
        self.add_field("party", self.tr("Spoken to"), self.party)
        self.channel = ComboBox()
        for channel in Channel:
            self.channel.add(channel_words(channel), channel.value)
        self.add_field("channel", self.tr("Channel"), self.channel)
        self.cost = MoneyEdit(hint=self.tr("0.00"))
        self.add_field("cost", self.tr("Cost"), self.cost)
        self.result.currentIndexChanged.connect(self._outcome)
        self.point.currentIndexChanged.connect(self._offer_status)
        self._offer_status()

    def fill(self, view: Composing) -> None:
        """Offer the usable contact points, best first, and the people."""
        chosen, party = self.point.value(), self.party.value()
        for combo in (self.point, self.party):
            combo.clear()
        self.point.add(self.tr("none of those on file"), "")
        for known in view.points:
            words = f"{contact_kind_words(known.point.kind)} {known.words}"
            self.point.add(words[:_LONGEST], known.point.contact_id)
        first = next((k for k in view.points if k.point.kind is ContactKind.PHONE), None)
        self.point.choose(first.point.contact_id if first else "")
        self.point.choose(chosen)
        self.party.add(self.tr("as the contact point says"), "")
        for person in view.parties:
            self.party.add(f"{person.name.whole[:_LONGEST]} ({role_words(person.role)})", person.party_id)
        self.party.choose(party)

    def code(self) -> ResultCode | None:
        """The outcome chosen."""
        return RESULT_CODES.get(str(self.result.value() or ""))

    def suggestion(self) -> tuple[str, int] | None:
        """What the outcome suggests."""
        code = self.code()
        return (code.next_words, code.next_days) if code else None

    def _outcome(self) -> None:
        self._offer_status()
        self.suggest()

    def _offer_status(self) -> None:
        """Offer the status that the outcome speaks of; nothing is offered where it says nothing."""
        code = self.code()
        said = code.point_status if code else None
        self.status.clear()
        if said is not None:
            words = contact_status_chip(said)[1]
            self.status.add(words, said.value)
        self.status.add(self.tr("Leave as it is"), "")
        self.status.setCurrentIndex(0)
        shown = said is not None and bool(self.point.value())
        self.show_field("status", self.tr("Mark it"), shown=shown)
        self.show_field("party", self.tr("Spoken to"), shown=bool(code and code.conversation))

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Log it."""
        code = self.code()
        if code is None:
            raise UserError(self.tr("What came of it?"), hint=self.tr("Choose an outcome."))
        status = str(self.status.value() or "") if self.point.value() else ""
        contact = case_log.Contact(
            Channel(str(self.channel.value())),
            code.code,
            self.text.toPlainText(),
            contact_id=str(self.point.value() or ""),
            party_id=str(self.party.value() or "") if code.conversation else "",
            cost_cents=self.cents("cost") if self.cost.text().strip() else 0,
            point_status=ContactStatus(status) if status else None,
        )
        return partial(_log_contact, account_id=account_id, contact=contact, follow_up=self.follow_up())


class LocateForm(FollowUpForm):
    """A locate attempt: one step at one source."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.locate_form", self.tr("Locate attempt"), self.tr("Save"))
        self.source = _narrow(ComboBox())
        for code, words in LOCATE_SOURCES:
            self.source.add(words, code)
        self.add_field("source", self.tr("Looked in"), self.source)
        self.result = ComboBox()
        self.result.add(self.tr("Choose the outcome"), "")
        for result in LOCATE_RESULTS.values():
            self.result.add(result.words, result.code)
        self.add_field("result", self.tr("Outcome"), self.result)
        self.text = TextEdit(hint=self.tr("What was found"), lines=3)
        self.add_field("text", self.tr("Result"), self.text)
        self.add_follow_up()
        self.cost = MoneyEdit(hint=self.tr("0.00"))
        self.add_field("cost", self.tr("Cost"), self.cost)
        self.result.currentIndexChanged.connect(self.suggest)

    def suggestion(self) -> tuple[str, int] | None:
        """What the outcome suggests."""
        code = LOCATE_RESULTS.get(str(self.result.value() or ""))
        return (code.next_words, code.next_days) if code else None

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Log it."""
        if not self.result.value():
            raise UserError(self.tr("What came of it?"), hint=self.tr("Choose an outcome."))
        locate = case_log.Locate(
            str(self.source.value()),
            str(self.result.value()),
            self.text.toPlainText(),
            cost_cents=self.cents("cost") if self.cost.text().strip() else 0,
        )
        return partial(_log_locate, account_id=account_id, locate=locate, follow_up=self.follow_up())


class CaseNoteForm(FollowUpForm):
    """A plain note."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.note_form", self.tr("Note"), self.tr("Save"))
        self.text = TextEdit(hint=self.tr("What happened, or what you found"), lines=5)
        self.add_field("text", self.tr("Note"), self.text)
        self.add_follow_up()
        self.text.textChanged.connect(self.suggest)

    def suggestion(self) -> tuple[str, int] | None:
        """A review, once something is written."""
        return super().suggestion() if self.text.toPlainText().strip() else None

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Add it."""
        if not self.text.toPlainText().strip():
            raise UserError(
                self.tr("The note is empty."), hint=self.tr("Say what happened or what you found.")
            )
        return partial(
            _add_note, account_id=account_id, text=self.text.toPlainText(), follow_up=self.follow_up()
        )


class NegotiationNoteForm(FollowUpForm):
    """A negotiation note: position, counter-offer, next step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.negotiation_form", self.tr("Negotiation note"), self.tr("Save"))
        self.position = TextEdit(hint=self.tr("Where they stand, in their words"), lines=3)
        self.add_field("position", self.tr("Position"), self.position)
        self.counter = LineEdit(hint=self.tr("What they offer instead"))
        self.add_field("counter_offer", self.tr("Counter-offer"), self.counter)
        self.step = LineEdit(hint=self.tr("What was agreed to happen"))
        self.add_field("next_step", self.tr("Next step"), self.step)
        self.add_follow_up()
        self.position.textChanged.connect(self.suggest)

    def suggestion(self) -> tuple[str, int] | None:
        """A call, once a position is noted."""
        return (self.tr("Call"), _NOTE_DAYS) if self.position.toPlainText().strip() else None

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Add it."""
        said = (self.position.toPlainText(), self.counter.text(), self.step.text())
        if not any(text.strip() for text in said):
            raise UserError(self.tr("The note is empty."), hint=self.tr("Say where they stand."))
        return partial(_add_negotiation, account_id=account_id, said=said, follow_up=self.follow_up())


class CorrectForm(EntryForm):
    """A correction of an entry of the timeline, which stays, struck through."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.correct_form", self.tr("Correct an entry"), self.tr("Save"))
        self.entry: TimelineEntry | None = None
        self.result = ComboBox()
        self.add_field("result", self.tr("Outcome"), self.result)
        self.text = TextEdit(hint=self.tr("How it was"), lines=5)
        self.add_field("text", self.tr("Instead"), self.text)

    def set_entry(self, entry: TimelineEntry) -> None:
        """The entry to correct."""
        self.entry = entry
        code = entry.activity.result_code
        results = next((t for t in (RESULT_CODES, LOCATE_RESULTS) if code in t), None)
        self.result.clear()
        for result in (results or {}).values():
            self.result.add(result.words, result.code)
        self.result.choose(code)
        self.show_field("result", self.tr("Outcome"), shown=results is not None)
        self.text.setPlainText(entry.activity.text)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Correct it."""
        assert self.entry is not None, "the form opens for an entry"
        result = str(self.result.value()) if self.result.value() else None
        text = self.text.toPlainText()
        return partial(
            _correct, account_id=account_id, entry_id=self.entry.entry_id, text=text, result=result
        )


def _narrow(combo: ComboBox) -> ComboBox:
    """A choice that fits beside the content however long its words are; its list shows them whole."""
    combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(16)
    return combo


def _log_contact(
    vault: Vault, account_id: str, contact: case_log.Contact, follow_up: NextAction | None
) -> Written:
    return case_log.log_contact(vault, account_id, contact, follow_up)


def _log_locate(
    vault: Vault, account_id: str, locate: case_log.Locate, follow_up: NextAction | None
) -> Written:
    return case_log.log_locate(vault, account_id, locate, follow_up)


def _add_note(vault: Vault, account_id: str, text: str, follow_up: NextAction | None) -> Written:
    return case_log.add_note(vault, account_id, text, follow_up)


def _add_negotiation(
    vault: Vault, account_id: str, said: tuple[str, str, str], follow_up: NextAction | None
) -> Written:
    position, counter, step = said
    return negotiation.add_negotiation_note(
        vault, account_id, position=position, counter_offer=counter, next_step=step, follow_up=follow_up
    )


def _correct(vault: Vault, account_id: str, entry_id: str, text: str, result: str | None) -> Written:
    return case_log.correct_entry(vault, account_id, entry_id, text, result)
