"""A case's party and a record's person side by side, field by field, as data to show."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.case import CaseContent
from workbench.model.explanation import FieldEvidence
from workbench.model.lead import Lead
from workbench.model.party import ContactKind, ContactStatus, Party
from workbench.normalize.difference import Segment, differences
from workbench.normalize.text import fold_text
from workbench.services.display import contact_words, phone_words

__all__ = ["MISSING", "Compared", "Mark", "Segment", "agreement", "compared", "mark_of"]

MISSING = "\N{EM DASH}"


class Mark(StrEnum):
    """How two values compare; ABSENT when one side says nothing, which never counts against."""

    SAME = "="
    NEAR = "≈"
    DIFFERENT = "≠"
    ABSENT = "·"


@dataclass(frozen=True, slots=True)
class Compared:
    """One row of the comparison.

    ``ours`` and ``theirs`` are cut where they differ; empty is missing.  ``more_ours`` and ``more_theirs``
    are the further values of a list, best pair first.  ``words`` is the level, "" where nothing was compared.
    """

    key: str
    title: str
    ours: tuple[Segment, ...]
    theirs: tuple[Segment, ...]
    mark: Mark
    words: str = ""
    more_ours: tuple[str, ...] = ()
    more_theirs: tuple[str, ...] = ()

    @property
    def our_text(self) -> str:
        """Our value, "—" where there is none."""
        return "".join(s.text for s in self.ours) or MISSING

    @property
    def their_text(self) -> str:
        """The record's value, "—" where there is none."""
        return "".join(s.text for s in self.theirs) or MISSING


def compared(content: CaseContent, lead: Lead) -> tuple[Compared, ...]:
    """The rows for ``lead`` against its party: those the scorer compared, and what only one side has."""
    party = next((p for p in content.parties if p.party_id == lead.party_id), None)
    return _Comparison(content, party, lead).rows()


def mark_of(field: FieldEvidence) -> Mark:
    """The mark of a compared field by its level."""
    level = field.level.split(" (")[0]
    if "conflict" in level or "apart" in level or level.startswith("different"):
        return Mark.DIFFERENT
    if level.startswith("same") and "," not in level:
        return Mark.SAME
    if "on one side only" in level or "placeholder" in level or "shared by many" in level:
        return Mark.ABSENT
    return Mark.NEAR


_NAMES = (("surname", "Last name"), ("first name", "First name"), ("middle name", "Middle name"),
          ("suffix", "Suffix"))  # fmt: skip


class _Comparison:
    """One comparison being laid out."""

    def __init__(self, content: CaseContent, party: Party | None, lead: Lead) -> None:
        self._points = [
            p
            for p in content.contact_points
            if p.party_id == lead.party_id and p.status is not ContactStatus.RETIRED
        ]
        self._party = party
        self._lead = lead
        self._fields = {f.field: f for f in lead.explanation.fields}

    def rows(self) -> tuple[Compared, ...]:
        rows = [self._name(key, title) for key, title in _NAMES]
        rows.append(self._birth())
        person = self._lead.person
        rows += [
            self._list("address", "Address", ContactKind.ADDRESS, person.addresses),
            self._list("phone", "Phone", ContactKind.PHONE, tuple(map(phone_words, person.phones))),
            self._list("e-mail", "E-mail", ContactKind.EMAIL, person.emails),
            self._list("employer", "Employer", ContactKind.EMPLOYER, self._employers()),
            self._ssn(),
        ]
        return tuple(row for row in rows if row.ours or row.theirs or row.key in {"phone", "address"})

    def _row(self, key: str, title: str, ours: str, theirs: str) -> Compared:
        field = self._fields.get(key)
        mark = mark_of(field) if field and ours and theirs else Mark.ABSENT
        if mark in {Mark.NEAR, Mark.DIFFERENT}:
            left, right = differences(ours, theirs)
        else:
            left, right = (tuple(Segment(v, same=True) for v in (value,) if v) for value in (ours, theirs))
        return Compared(key, title, left, right, mark, field.level if field else "")

    def _name(self, key: str, title: str) -> Compared:
        field = self._fields.get(key)
        ours = self._our_name(key) or (field.debtor_value if field else "")
        theirs = field.record_value if field else self._their_name(key, ours)
        return self._row(key, title, ours, theirs)

    def _our_name(self, key: str) -> str:
        if self._party is None:
            return ""
        name = self._party.name
        if key == "surname":
            former = f" (formerly {name.former_last})" if name.former_last else ""
            return name.last + former if name.last else ""
        return {"first name": name.first, "middle name": name.middle}.get(key, name.suffix)

    def _their_name(self, key: str, ours: str) -> str:
        """A part of the record's name that was not compared: the words that nothing else accounts for."""
        if key != "middle name" or ours:
            return ""
        used = {w for f in _NAMES for w in self._used(f[0])}
        words = [w for w in self._lead.person.name.replace(",", " ").split() if fold_text(w) not in used]
        return " ".join(words)

    def _used(self, key: str) -> list[str]:
        field = self._fields.get(key)
        return fold_text(field.record_value).split() if field else []

    def _birth(self) -> Compared:
        key = "birth year" if "birth year" in self._fields else "birth date"
        ours = ""
        if self._party and self._party.birth_date:
            ours = self._party.birth_date.isoformat()
        elif self._party and self._party.birth_year:
            ours = str(self._party.birth_year)
        title = "Birth date" if len(ours) != 4 or "-" in self._lead.person.birth else "Birth year"
        return self._row(key, title, ours, self._lead.person.birth)

    def _employers(self) -> tuple[str, ...]:
        employer = (self._lead.person.facts or {}).get("employer")
        return (employer,) if employer else ()

    def _list(self, key: str, title: str, kind: ContactKind, theirs: tuple[str, ...]) -> Compared:
        """The pair that was compared first, then the rest of both sides."""
        ours = tuple(dict.fromkeys(contact_words(p) for p in self._points if p.kind is kind))
        field = self._fields.get(key)
        first_ours, first_theirs = (field.debtor_value, field.record_value) if field else ("", "")
        ours, theirs = _first(ours, first_ours), _first(theirs, first_theirs)
        row = self._row(key, title, ours[0] if ours else "", theirs[0] if theirs else "")
        return Compared(row.key, row.title, row.ours, row.theirs, row.mark, row.words, ours[1:], theirs[1:])

    def _ssn(self) -> Compared:
        ours = (self._party.ssn_last4 or self._party.ssn[-4:]) if self._party else ""
        field = self._fields.get("SSN last 4")
        return self._row("SSN last 4", "SSN last 4", ours, field.record_value if field else "")


def _first(values: tuple[str, ...], chosen: str) -> tuple[str, ...]:
    """``values`` with the one that folds like ``chosen`` in front."""
    key = fold_text(phone_words(chosen))
    return tuple(sorted(values, key=lambda value: fold_text(value) != key)) if chosen else values


def agreement(rows: tuple[Compared, ...]) -> tuple[int, int]:
    """How many rows agree (= or ≈) and how many differ."""
    agree = sum(row.mark in {Mark.SAME, Mark.NEAR} for row in rows)
    return agree, sum(row.mark is Mark.DIFFERENT for row in rows)
