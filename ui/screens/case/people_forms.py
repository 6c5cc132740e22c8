"""Forms about people and contact points: each says who said so; a bad status says why."""

from collections.abc import Callable, Sequence
from functools import partial

from ui.messages.words import contact_kind_words, contact_status_chip, role_words
from ui.screens.case.entry_form import EntryForm
from ui.shell.workspace import Workspace
from ui.widgets.forms import CheckBox, ComboBox, DateEdit, LineEdit, TextEdit
from ui.widgets.labels import plain_label
from workbench.model.party import ContactKind, ContactStatus, PartyRole
from workbench.services import case_contacts, case_people
from workbench.services.case_people import PersonView
from workbench.services.confidence import Known
from workbench.services.vaults import Vault
from workbench.services.written import Written

_HINTS = {ContactKind.PHONE: "(423) 555-0123", ContactKind.EMAIL: "name@example.com"}


class PointForm(EntryForm):
    """A new contact point."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "people.point", self.tr("Add contact point"), self.tr("Save"))
        self.kind = ComboBox()
        for kind in (*(k for k in ContactKind if k is ContactKind.PHONE), *ContactKind):
            if self.kind.findData(kind.value) < 0:
                self.kind.add(contact_kind_words(kind), kind.value)
        self.add_field("kind", self.tr("Kind"), self.kind)
        self.text = LineEdit()
        self.add_field("text", self.tr("Value"), self.text)
        self.source = LineEdit(hint=self.tr("Who said so, and how"))
        self.add_field("source", self.tr("Source"), self.source)
        self.party = ComboBox()
        self.party.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.party.setMinimumContentsLength(16)
        self.add_field("party", self.tr("Of"), self.party)
        self.label = LineEdit(hint=self.tr("home, work, cell …"))
        self.add_field("label", self.tr("Label"), self.label)
        self.consent = LineEdit(hint=self.tr("what they agreed to, and when"))
        self.add_field("consent", self.tr("Consent"), self.consent)
        self.kind.currentIndexChanged.connect(self._hint)
        self._hint()

    def set_people(self, people: Sequence[PersonView]) -> None:
        """The people of the case."""
        chosen = self.party.value()
        self.party.clear()
        for person in people:
            words = f"{person.party.name.whole[:60]} ({role_words(person.party.role)})"
            self.party.add(words, person.party.party_id)
        self.party.choose(chosen)

    def _hint(self) -> None:
        hints = {
            ContactKind.ADDRESS: self.tr("12 Maple St, Apt 4, Springfield IL 62704"),
            ContactKind.EMPLOYER: self.tr("the firm's name"),
            ContactKind.ONLINE: self.tr("profile or site"),
        }
        kind = ContactKind(str(self.kind.value()))
        self.text.setPlaceholderText(hints.get(kind) or _HINTS.get(kind, ""))

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Add it."""
        new = case_contacts.NewPoint(
            str(self.party.value() or ""),
            ContactKind(str(self.kind.value())),
            self.text.text(),
            self.source.text(),
            self.label.text(),
            self.consent.text(),
        )
        return partial(_add_point, account_id=account_id, new=new)


class _OfPoint(EntryForm):
    """A form about one contact point, which it names."""

    def __init__(self, workspace: Workspace, key: str, title: str) -> None:
        super().__init__(workspace, key, title, self.tr("Save"))
        self.point: Known | None = None
        self.about = plain_label(tone="text2", wrap=True)
        self.body.insertWidget(0, self.about)

    def set_point(self, known: Known) -> None:
        """The contact point it is about."""
        self.point = known
        self.about.setText(f"{contact_kind_words(known.point.kind)}: {known.words}")

    @property
    def contact_id(self) -> str:
        """Its id."""
        return self.point.point.contact_id if self.point else ""


class MarkForm(_OfPoint):
    """Where a contact point stands."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "people.mark", self.tr("Mark contact point"))
        self.status = ComboBox()
        for status in ContactStatus:
            if status is not ContactStatus.RETIRED:
                self.status.add(contact_status_chip(status)[1], status.value)
        self.add_field("status", self.tr("Status"), self.status)
        self.reason = LineEdit(hint=self.tr("how that is known; needed for a bad status"))
        self.add_field("reason", self.tr("Reason"), self.reason)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Mark it."""
        return partial(
            _mark,
            account_id=account_id,
            contact_id=self.contact_id,
            status=ContactStatus(str(self.status.value())),
            reason=self.reason.text(),
        )


class RetireForm(_OfPoint):
    """A contact point that is out of use: kept, and no longer offered."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "people.retire", self.tr("Retire contact point"))
        self.reason = LineEdit(hint=self.tr("Why it is out of use"))
        self.add_field("reason", self.tr("Reason"), self.reason)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Retire it."""
        return partial(_retire, account_id=account_id, contact_id=self.contact_id, reason=self.reason.text())


class DescribeForm(_OfPoint):
    """Label, line type and consent."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "people.describe", self.tr("Label and consent"))
        self.label = LineEdit(hint=self.tr("home, work, cell …"))
        self.add_field("label", self.tr("Label"), self.label)
        self.line = ComboBox()
        for words, value in (
            (self.tr("not known"), ""),
            (self.tr("landline"), "landline"),
            (self.tr("wireless"), "wireless"),
            (self.tr("voice over internet"), "voip"),
        ):
            self.line.add(words, value)
        self.add_field("line_type", self.tr("Line"), self.line)
        self.consent = TextEdit(hint=self.tr("What they agreed to, when and how"), lines=2)
        self.add_field("consent", self.tr("Consent"), self.consent)

    def preset(self, known: Known) -> dict[str, object]:
        """What stands now."""
        point = known.point
        self.show_field("line_type", self.tr("Line"), shown=point.kind is ContactKind.PHONE)
        return {"label": point.label, "line_type": point.line_type, "consent": point.consent}

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Describe it."""
        return partial(
            _describe,
            account_id=account_id,
            contact_id=self.contact_id,
            said=(self.label.text(), self.consent.toPlainText(), str(self.line.value() or "")),
        )


class PersonForm(EntryForm):
    """A person or firm of the case."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "people.person", self.tr("Person"), self.tr("Save"))
        self._person: PersonView | None = None
        self.put_buttons_first()
        self.name = LineEdit(hint=self.tr("Ada Lindqvist"))
        self.add_field("name", self.tr("Name"), self.name)
        self.role = ComboBox()
        for role in PartyRole:
            self.role.add(role_words(role), role.value)
        self.add_field("role", self.tr("Is"), self.role)
        self.source = LineEdit(hint=self.tr("Who said so, and how"))
        self.add_field("source", self.tr("Source"), self.source)
        self.aliases = TextEdit(hint=self.tr("one to a line"), lines=2)
        self.add_field("aliases", self.tr("Also known as"), self.aliases)
        self.born = DateEdit(None, may_be_empty=True)
        self.add_field("born", self.tr("Born"), self.born)
        self.ssn = LineEdit(hint=self.tr("four digits"))
        self.ssn.setEchoMode(LineEdit.EchoMode.PasswordEchoOnEdit)
        self.add_field("ssn_last4", self.tr("SSN, last four digits"), self.ssn)
        self.deceased = CheckBox(self.tr("Deceased"))
        self.add_field("deceased", self.tr("Life"), self.deceased)

    def set_person(self, person: PersonView | None) -> None:
        """The person to describe; None for a new one."""
        self._person = person
        self.set_title(self.tr("Change person") if person else self.tr("Add person"))

    def preset(self, person: PersonView | None) -> dict[str, object] | None:
        """What stands now; None for a new person, who may have a draft."""
        if person is None:
            return None
        party = person.party
        return {
            "name": party.name.whole,
            "role": party.role.value,
            "aliases": "\n".join(alias.whole for alias in party.aliases),
            "born": party.birth_date.isoformat() if party.birth_date else None,
            "ssn_last4": party.ssn_last4 or party.ssn[-4:],
            "deceased": party.deceased,
        }

    def _keep(self) -> None:
        """Digits of an SSN are never kept as a draft."""
        if self._person is None and not self.ssn.text():
            super()._keep()

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Add or change them."""
        terms = case_people.PartyTerms(
            PartyRole(str(self.role.value())),
            self.name.text(),
            tuple(line.strip() for line in self.aliases.toPlainText().splitlines() if line.strip()),
            self.born.day(),
            self.ssn.text().strip(),
            self.deceased.isChecked(),
        )
        party_id = self._person.party.party_id if self._person else ""
        return partial(
            _put_person, account_id=account_id, party_id=party_id, terms=terms, source=self.source.text()
        )


def _add_point(vault: Vault, account_id: str, new: case_contacts.NewPoint) -> Written:
    return case_contacts.add_contact_point(vault, account_id, new)


def _mark(vault: Vault, account_id: str, contact_id: str, status: ContactStatus, reason: str) -> Written:
    return case_contacts.set_contact_status(vault, account_id, contact_id, status, reason)


def _retire(vault: Vault, account_id: str, contact_id: str, reason: str) -> Written:
    return case_contacts.retire_contact_point(vault, account_id, contact_id, reason)


def _describe(vault: Vault, account_id: str, contact_id: str, said: tuple[str, str, str]) -> Written:
    label, consent, line_type = said
    return case_contacts.describe_contact_point(
        vault, account_id, contact_id, label=label, consent=consent, line_type=line_type
    )


def _put_person(
    vault: Vault, account_id: str, party_id: str, terms: case_people.PartyTerms, source: str
) -> Written:
    if party_id:
        return case_people.change_party(vault, account_id, party_id, terms, source)
    return case_people.add_party(vault, account_id, terms, source)
