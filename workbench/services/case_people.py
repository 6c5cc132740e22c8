"""The people and firms of a case: added and described, each with who said so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.case import CaseContent
from workbench.model.party import Party, PartyRole, PersonName
from workbench.normalize.names import parse_name
from workbench.normalize.text import fold_text
from workbench.services.account_draft import local_day
from workbench.services.case_contacts import entered
from workbench.services.confidence import Known, debtor_of, known_points, standing_statements
from workbench.services.ego import EgoChart, ego_chart
from workbench.services.own_entry import own_entry
from workbench.services.written import Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

SEARCHED = frozenset({PartyRole.DEBTOR, PartyRole.CO_DEBTOR})


class PartyError(UserError):
    """A person or firm that cannot be added or described so."""

    code = "party"


@dataclass(frozen=True, slots=True)
class PartyTerms:
    """What a person enters of a party.  ``aliases`` are whole names; ``ssn_last4`` four digits or empty."""

    role: PartyRole
    name: str
    aliases: tuple[str, ...] = ()
    birth_date: date | None = None
    ssn_last4: str = ""
    deceased: bool = False


@dataclass(frozen=True, slots=True)
class PersonView:
    """One party with its contact points, and what was said of it by whom."""

    party: Party
    points: tuple[Known, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The people of a case, the debtor first, with the ego chart."""

    account_id: str
    people: tuple[PersonView, ...]
    files: dict[str, str]
    chart: EgoChart
    today: date


def people_view(vault: Vault, account_id: str) -> PeopleView:
    """Everything the people and contact points of a case have to show; ``files``: names by import id."""
    content = vault.read_case(account_id)
    known = known_points(content)
    return PeopleView(
        account_id,
        tuple(_people(content, known)),
        source_files(vault, known),
        ego_chart(content, known),
        local_day(vault),
    )


def source_files(vault: Vault, known: Iterable[Known]) -> dict[str, str]:
    """The names of the files that evidence came from, by import id."""
    ids = {e.import_id for k in known for e in k.evidence if e.import_id}
    records = ((i, vault.registry.import_record(i)) for i in ids)
    return {i: record.file_name for i, record in records if record is not None}


def _people(content: CaseContent, known: Iterable[Known]) -> Iterable[PersonView]:
    order = {role: number for number, role in enumerate(PartyRole)}
    said: dict[str, list[str]] = {}
    for evidence in standing_statements(content):
        words = f"{evidence.origin or evidence.source_kind}: {evidence.statement}"
        said.setdefault(evidence.subject_id, []).append(words)
    points = tuple(known)
    for party in sorted((p for p in content.parties if not p.retired), key=lambda p: order[p.role]):
        own = tuple(k for k in points if k.point.party_id == party.party_id)
        yield PersonView(party, own, tuple(said.get(party.party_id, ())))


def add_party(vault: Vault, account_id: str, terms: PartyTerms, source: str) -> Written:
    """Add a person or firm, with who said so.

    PartyError without name or source, or for one that is there.
    """
    why = " ".join(source.split())
    if not why:
        raise PartyError("Who said so?", hint="Nothing stands in a case without its source.")
    with vault.edit_case(account_id) as edit:
        edit.action = "add_party"
        party = _described(Party(new_id(), terms.role, PersonName("")), terms, local_day(vault))
        if _same(edit, party):
            raise PartyError("This person is on file already.", hint="Change that one instead.")
        if terms.role is PartyRole.DEBTOR and debtor_of(edit.content) is not None:
            raise PartyError("The case has its debtor already.", hint="Add a co-debtor.")
        edit.put_party(party)
        role = terms.role.value.replace("_", " ")
        edit.add_evidence(entered(vault, party.party_id, f"{role}: {party.name.whole}", why))
        _tell(vault, edit, f"{role.capitalize()} added: {party.name.whole}. Source: {why}", party)
    return written(edit, "Person added")


def change_party(vault: Vault, account_id: str, party_id: str, terms: PartyTerms, source: str) -> Written:
    """Describe a party anew; earlier values stay in the history.  PartyError as :func:`add_party`."""
    why = " ".join(source.split())
    if not why:
        raise PartyError("How is that known?", hint="Say in a few words who said so.")
    with vault.edit_case(account_id) as edit:
        edit.action = "change_party"
        before = next((p for p in edit.content.parties if p.party_id == party_id and not p.retired), None)
        if before is None:
            raise PartyError("The case has no such person.", hint="Choose one of those shown.")
        if (before.role is PartyRole.DEBTOR) is not (terms.role is PartyRole.DEBTOR):
            raise PartyError("Whose debt it is does not change here.", hint="Add another person instead.")
        after = _described(before, terms, local_day(vault))
        if after == before:
            return written(edit, "Nothing changed")
        edit.put_party(after)
        edit.add_evidence(entered(vault, party_id, "description changed", why))
        _tell(vault, edit, f"Description of {after.name.whole} changed. Source: {why}", after)
    return written(edit, "Person changed")


def _described(party: Party, terms: PartyTerms, today: date) -> Party:
    name = " ".join(terms.name.split())
    if not name:
        raise PartyError("A name is needed.", hint="Give it as people write it: Ada Lindqvist.")
    digits = terms.ssn_last4.strip()
    if digits and not (len(digits) == 4 and digits.isascii() and digits.isdigit()):
        raise PartyError("The last four digits of an SSN are expected.", hint="Give four digits or none.")
    born = terms.birth_date
    if born is not None and not date(1880, 1, 1) <= born <= today:
        raise PartyError("Nobody here was born on that day.", hint="Check the year.")
    firm = terms.role is PartyRole.EMPLOYER
    aliases = tuple(parse_name(alias) for alias in terms.aliases if alias.strip())
    return replace(
        party,
        role=terms.role,
        name=party.name if name == party.name.whole else PersonName(name) if firm else parse_name(name),
        aliases=aliases if [a.whole for a in aliases] != [a.whole for a in party.aliases] else party.aliases,
        birth_date=born,
        birth_year=born.year if born else (None if party.birth_date else party.birth_year),
        ssn=party.ssn if party.ssn.endswith(digits) else "",
        ssn_last4=digits or party.ssn[-4:],
        deceased=terms.deceased,
    )


def _same(edit: CaseEdit, party: Party) -> bool:
    name = fold_text(party.name.whole)
    return any(
        p.role is party.role and not p.retired and fold_text(p.name.whole) == name
        for p in edit.content.parties
    )


def _tell(vault: Vault, edit: CaseEdit, text: str, party: Party) -> None:
    edit.add_activity(own_entry(vault, text, party_id=party.party_id, details={"party": party.party_id}))
