"""The rows behind one lead: which files say it, as of when, whose data it is, and where they disagree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from workbench.model.case import CaseContent
from workbench.model.corroboration import SAYS_DECEASED, LeadGroup
from workbench.model.edition import edition_marks
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead, LeadStatus, RecordPerson
from workbench.normalize.contradiction import births_agree
from workbench.normalize.identity import birth_parts
from workbench.normalize.text import fold_text
from workbench.services.display import phone_words
from workbench.services.edition_marks import gone_mark
from workbench.services.explaining import percent
from workbench.vault.lead_groups import group_of
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class RowBehind:
    """One row behind a lead.

    ``origin`` names whose data it is (the file's layout): rows of one origin count as one source.  ``says``
    is what the row states, ``percent`` its own score alone.  ``firm``: a birth fact ties it to the strongest
    row; others count as a source and never score.  ``gone``: the newer edition of its file has it no longer.
    ``proposed_by`` and ``proposed_at`` are set where a person proposed it by hand; ``matched``: a match found
    it (too).
    """

    lead_id: str
    import_id: str
    file_name: str
    imported_at: datetime | None
    origin: str
    row_number: int
    record_id: str
    as_of: date | None
    says: str
    percent: str
    firm: bool
    gone: bool
    note: str
    proposed_by: str = ""
    proposed_at: datetime | None = None
    matched: bool = True

    @property
    def where(self) -> str:
        """File, row and date in one line."""
        day = f", as of {self.as_of.isoformat()}" if self.as_of else ""
        return f"{self.file_name or 'a file that is gone'}, row {self.row_number:,}{day}"


def newest_first(leads: Iterable[Lead]) -> list[Lead]:
    """Leads by their record's own date, the newest first; those without a date last, in their order."""
    return sorted(leads, key=lambda lead: lead.person.as_of or date.min, reverse=True)


def group_behind(vault: Vault, lead: Lead) -> LeadGroup:
    """``lead`` with the others that are one person with it: waiting together, or judged together."""
    if lead.status is LeadStatus.PENDING:
        return vault.catalog.group(lead.lead_id) or group_of([lead])
    return group_of(judged_with(vault.read_case(lead.account_id).leads, lead))


def as_marked(content: CaseContent, group: LeadGroup) -> LeadGroup:
    """A group of judged leads with what a newer edition of their files has said of them since; to show."""
    marks = edition_marks(content.activities)
    leads = (
        replace(lead, gone=marks[lead.lead_id].gone, edition_note=marks[lead.lead_id].note)
        if lead.lead_id in marks
        else lead
        for lead in group.leads
    )
    return replace(group, leads=tuple(leads))


def judged_with(leads: Iterable[Lead], lead: Lead) -> list[Lead]:
    """Those of a case's ``leads`` that were judged as one person with ``lead`` and stand as it does."""
    if not lead.group_id:
        return [lead]
    return [x for x in leads if x.group_id == lead.group_id and x.status is lead.status] or [lead]


def rows_behind(group: LeadGroup, imports: Mapping[str, ImportRecord]) -> tuple[RowBehind, ...]:
    """Every row of the group, the newest first."""
    firm = {lead.lead_id: is_firm for lead, is_firm in zip(group.leads, group.firm, strict=True)}
    return tuple(
        _row(_dated(lead, imports), imports.get(lead.person.import_id), firm=firm[lead.lead_id])
        for lead in newest_first(group.leads)
    )


def _dated(lead: Lead, imports: Mapping[str, ImportRecord]) -> Lead:
    """A lead that waits and is gone, with the edition that has it no longer."""
    mark = None if lead.edition_note else gone_mark(lead, imports.values())
    return replace(lead, edition_note=mark.note) if mark is not None else lead


def _row(lead: Lead, record: ImportRecord | None, *, firm: bool) -> RowBehind:
    person = lead.person
    return RowBehind(
        lead.lead_id,
        person.import_id,
        record.file_name if record else "",
        record.imported_at if record else None,
        record.profile_id if record else "",
        person.row_number,
        person.record_id,
        person.as_of,
        " · ".join(
            filter(None, (person.birth, next(iter(person.addresses), ""), *map(phone_words, person.phones)))
        ),
        percent(lead.explanation.p_same),
        firm,
        lead.gone,
        lead.edition_note,
        lead.proposed_by if lead.proposed else "",
        lead.proposed_at if lead.proposed else None,
        lead.matched,
    )


def origins(rows: Sequence[RowBehind]) -> int:
    """How many sources stand behind a lead: resellers of one origin, and one file twice, count once."""
    return len({row.origin or row.import_id for row in rows})


def contradictions(group: LeadGroup, imports: Mapping[str, ImportRecord]) -> tuple[str, ...]:
    """Where the rows disagree, in sentences, the newer statement first."""
    leads = newest_first(group.leads)
    found = [*_births(leads, imports), *_deaths(leads, imports), *_suffixes(leads, imports)]
    return tuple(found)


def _births(leads: Sequence[Lead], imports: Mapping[str, ImportRecord]) -> Iterable[str]:
    said: list[Lead] = []
    for lead in leads:
        if lead.person.birth and not any(births_agree(lead.person.birth, x.person.birth) for x in said):
            said.append(lead)
    if len(said) > 1:
        yield (
            "Different births: " + "; ".join(f"{x.person.birth} ({_source(x, imports)})" for x in said) + "."
        )


def _deaths(leads: Sequence[Lead], imports: Mapping[str, ImportRecord]) -> Iterable[str]:
    dead = [lead for lead in leads if SAYS_DECEASED in lead.explanation.caps]
    if dead and len(dead) < len(leads):
        yield f"Deceased according to {_source(dead[0], imports)}; the other rows do not say so."


def _suffixes(leads: Sequence[Lead], imports: Mapping[str, ImportRecord]) -> Iterable[str]:
    middles: dict[str, Lead] = {}
    for lead in leads:
        for field in lead.explanation.fields:
            if field.field in {"suffix", "middle name"} and "conflict" in field.level:
                middles.setdefault(f"{field.field} {field.record_value}", lead)
    for words, lead in middles.items():
        if len(leads) > 1:
            yield f"Another {words} in {_source(lead, imports)}."


def _source(lead: Lead, imports: Mapping[str, ImportRecord]) -> str:
    record = imports.get(lead.person.import_id)
    name = record.file_name if record else "a file that is gone"
    day = f", as of {lead.person.as_of.isoformat()}" if lead.person.as_of else ""
    return f"{name}, row {lead.person.row_number:,}{day}"


def together(group: LeadGroup) -> Lead:
    """The group as one lead: the joint reasoning, and what all rows say of the person, the newest first."""
    head = group.head
    if len(group.leads) == 1:
        return head
    people = [lead.person for lead in newest_first(group.leads)]
    return replace(head, person=_union(head.person, people))


def _union(head: RecordPerson, people: Sequence[RecordPerson]) -> RecordPerson:
    births = [p.birth for p in people if p.birth]
    facts: dict[str, str] = {}
    for person in people:
        facts = {**(person.facts or {}), **facts}
    return replace(
        head,
        birth=next((b for b in births if birth_parts(b)[0]), births[0] if births else ""),
        addresses=_distinct(a for p in people for a in p.addresses),
        phones=tuple(dict.fromkeys(phone for p in people for phone in p.phones)),
        emails=tuple(dict.fromkeys(email for p in people for email in p.emails)),
        facts=facts or None,
        as_of=people[0].as_of,
    )


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(fold_text(value), value)
    return tuple(found.values())
