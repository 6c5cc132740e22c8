"""The forms of a restriction: what was received, and why it is lifted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from ui.messages.words import restriction_chip, role_words
from ui.screens.case.entry_form import EntryForm, Field
from ui.shell.workspace import Workspace
from ui.widgets.forms import CheckBox, ComboBox, DateEdit, LineEdit, TextEdit
from workbench.base.errors import UserError
from workbench.model.party import Party
from workbench.model.restriction import RestrictionKind
from workbench.services import restrictions as service
from workbench.services.vaults import Vault
from workbench.services.written import Written

_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"chapter": service.CHAPTERS, "channel": service.CHANNELS}
)


class RestrictionForm(EntryForm):
    """One restriction; its kind decides which details are asked for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace, "restrictions.new", self.tr("Record a restriction"), self.tr("Save restriction")
        )
        self.kind = ComboBox()
        for kind in RestrictionKind:
            self.kind.add(restriction_chip(kind)[1], kind.value)
        self.add_field("kind", self.tr("Kind"), self.kind)
        self.received = DateEdit(workspace.today())
        self.add_field("received", self.tr("Received on"), self.received)
        self.party = ComboBox()
        self.add_field("party", self.tr("About"), self.party)
        self.verbatim = TextEdit(hint=self.tr("In their own words"), lines=2)
        self.add_field("verbatim", self.tr("Words"), self.verbatim)
        self.details: dict[str, Field] = {}
        for key in dict.fromkeys(key for keys in service.DETAILS.values() for key in keys):
            self.details[key] = self._detail(key)
            self.add_field(f"detail_{key}", self._detail_words(key), self.details[key])
        self.kind.currentIndexChanged.connect(self._show_details)
        self._show_details()

    def _detail(self, key: str) -> Field:
        if key in _CHOICES:
            choice = ComboBox()
            for value in _CHOICES[key]:
                choice.add(self._choice_words(value), value)
            return choice
        if key == "in_writing":
            return CheckBox(self.tr("It came in writing"))
        hints = {"from": "08:00", "until": "12:00", "days": self.tr("Mon, Tue …")}
        return LineEdit(hint=hints.get(key, ""))

    def _choice_words(self, value: str) -> str:
        words = {
            "call": self.tr("Calls"),
            "text": self.tr("Text messages"),
            "email": self.tr("E-mail"),
            "letter": self.tr("Letters"),
        }
        return words.get(value, value)

    def _detail_words(self, key: str) -> str:
        words = {
            "name": self.tr("Attorney's name"),
            "address": self.tr("Address"),
            "phone": self.tr("Phone"),
            "chapter": self.tr("Chapter"),
            "case_number": self.tr("Case number"),
            "court": self.tr("Court"),
            "died_on": self.tr("Died on"),
            "estate_contact": self.tr("Contact of the estate"),
            "in_writing": "",
            "about": self.tr("What is disputed"),
            "from": self.tr("Not from"),
            "until": self.tr("Until"),
            "days": self.tr("Days"),
            "place": self.tr("Place"),
            "channel": self.tr("Channel"),
            "branch": self.tr("Branch"),
            "active_from": self.tr("On duty from"),
            "active_until": self.tr("On duty until"),
            "report_number": self.tr("Report number"),
        }
        return words[key]

    def set_parties(self, parties: Sequence[Party]) -> None:
        """Whom it may be about."""
        chosen = self.party.value()
        self.party.clear()
        for party in parties:
            self.party.add(f"{party.name.whole} ({role_words(party.role)})", party.party_id)
        self.party.choose(chosen)

    def _show_details(self) -> None:
        asked = service.DETAILS.get(RestrictionKind(str(self.kind.value())), ())
        for key in self.details:
            self.show_field(f"detail_{key}", self._detail_words(key), shown=key in asked)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Record it."""
        kind = RestrictionKind(str(self.kind.value()))
        values = self.values()
        details = {}
        for key in service.DETAILS.get(kind, ()):
            value = values[f"detail_{key}"]
            details[key] = ("yes" if value else "") if isinstance(value, bool) else str(value or "")
        new = service.NewRestriction(
            kind,
            self.received.day() or self.workspace.today(),
            self.verbatim.toPlainText(),
            str(self.party.value() or ""),
            details=details,
        )
        return partial(_add, account_id=account_id, new=new)


class LiftForm(EntryForm):
    """Why a restriction no longer holds."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "restrictions.lifting", self.tr("Lift"), self.tr("Lift restriction"))
        self.restriction_id = ""
        self.reason = LineEdit(hint=self.tr("Why it no longer holds"))
        self.add_field("reason", self.tr("Reason"), self.reason)

    def set_restriction(self, restriction_id: str, words: str) -> None:
        """The restriction to lift."""
        self.restriction_id = restriction_id
        self.set_title(self.tr("Lift: {what}").format(what=words))

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Lift it."""
        if not self.restriction_id:
            raise UserError(self.tr("No restriction is chosen."), hint=self.tr("Choose one of the list."))
        return partial(
            _lift, account_id=account_id, restriction_id=self.restriction_id, reason=self.reason.text()
        )


def _add(vault: Vault, account_id: str, new: service.NewRestriction) -> Written:
    return service.add_restriction(vault, account_id, new)


def _lift(vault: Vault, account_id: str, restriction_id: str, reason: str) -> Written:
    return service.lift_restriction(vault, account_id, restriction_id, reason)
