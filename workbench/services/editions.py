"""A newer edition of a record file takes the place of the earlier one instead of repeating its leads."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from workbench.model.importing import ImportKind, ImportRecord
from workbench.model.lead import Lead, RecordPerson
from workbench.normalize.identity import Identity, identity_of
from workbench.normalize.text import fold_text
from workbench.services.access import VaultAccess
from workbench.services.display import phone_words
from workbench.services.searching import opener_of
from workbench.vault.library_file import LibraryFile
from workbench.vault.vault import Vault

AUTO, NONE = "auto", "none"
SAMPLE = 200
"""People of the earlier file looked up in the newer one before it counts as its edition."""
LEAST_SHARED = 0.5
"""Share of them that must be in it: files of one layout and name for two counties share next to nobody."""
_LOOKED_AT = 5000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_COPY = re.compile(r"[ _-]*(\(\d+\)|copy)$")


@dataclass(frozen=True, slots=True)
class EditionResult:
    """What a newer edition did to the leads: new people, changed rows, rows as before, rows it has no longer.

    ``decided`` were judged before and bring nothing new, so they are not proposed again; ``reopened`` were
    judged and bring something new.
    """

    earlier: ImportRecord
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    decided: int = 0
    reopened: int = 0

    @property
    def words(self) -> str:
        """As a sentence."""
        said = (
            f"A newer edition of {self.earlier.file_name}: {self.new:,} leads are new,"
            f" {self.updated:,} updated, {self.unchanged:,} unchanged, {self.gone:,} are not in it any more."
        )
        if self.decided:
            said += f" {self.decided:,} decided before bring nothing new and are not proposed again."
        if self.reopened:
            said += f" {self.reopened:,} decided before are proposed again, because something is new."
        return said


def name_pattern(file_name: str) -> str:
    """A file's name without what tells its editions apart: numbers, dates and marks of a copy."""
    stem, _, ending = file_name.casefold().rpartition(".")
    return re.sub(r"[\d\W_]+", "", _COPY.sub("", stem or ending)) + "." + ending


def candidates(imports: Iterable[ImportRecord], file_name: str, profile_id: str) -> list[ImportRecord]:
    """The imports of which ``file_name`` could be a newer edition, the newest first.

    Same layout, same name but for numbers; not one whose name says a later year.
    """
    year = max(_YEAR.findall(file_name), default="")
    return [
        record
        for record in sorted(imports, key=lambda r: r.imported_at, reverse=True)
        if record.kind is ImportKind.RECORDS
        and record.undone_at is None
        and record.profile_id == profile_id
        and name_pattern(record.file_name) == name_pattern(file_name)
        and not (year and max(_YEAR.findall(record.file_name), default="") > year)
    ]


def earlier_edition(
    access: VaultAccess, file_name: str, profile_id: str, wanted: str, newer: Callable[[], LibraryFile]
) -> str:
    """The import that a file is the newer edition of; "" for none.

    ``wanted``: AUTO recognises it (by layout, name, and that the file has most people of a sample), NONE
    takes none, else the id of an import.  ``newer`` opens the file's own library file.
    """
    if wanted == NONE:
        return ""
    if wanted != AUTO:
        return wanted
    imports = access.call(lambda vault: vault.registry.imports())
    found = candidates(imports, file_name, profile_id)[:1]
    for record in found:
        with access.call(partial(opener_of, import_id=record.import_id))() as before, newer() as after:
            if _shared(before, after) >= LEAST_SHARED:
                return record.import_id
    return ""


def _shared(before: LibraryFile, after: LibraryFile) -> float:
    """The share of a sample of people that both files have."""
    people = list(islice(_sampled(before), SAMPLE))
    return sum(find(after, person) is not None for person in people) / len(people) if people else 0.0


def _sampled(library: LibraryFile) -> Iterator[RecordPerson]:
    """People spread over the file."""
    rows = max(1, library.counts().people)
    step = max(1, rows // SAMPLE)
    for row in range(1, rows + 1, step):
        yield from islice(library.row(row), 1)


def find(library: LibraryFile, person: RecordPerson) -> RecordPerson | None:
    """The record as the file has it: by its id and name, else by name and birth at one address."""
    own = identity_of(person)
    first, last = own.name
    if not last:
        return None
    found = library.search(
        name=last, first_initial=_first(person, first)[:1], birth_year=own.year or None, limit=_LOOKED_AT
    )
    return next((other for other in found if _same_record(person, own, other)), None)


def _first(person: RecordPerson, canonical: str) -> str:
    """The first name as the file has it, where the key tells it."""
    return person.person_key.split("|", 1)[0] if "|" in person.person_key else canonical


def _same_record(person: RecordPerson, own: Identity, other: RecordPerson) -> bool:
    if is_id(person.record_id):
        return other.record_id == person.record_id
    theirs = identity_of(other)
    return own.firmly(theirs) or own.loosely(theirs)


def is_id(record_id: str) -> bool:
    """Whether a record's id is the layout's own, and no row number."""
    return bool(record_id) and not record_id.startswith("row ")


def _key(lead: Lead) -> tuple[str, str, str]:
    person = lead.person
    what = person.record_id if is_id(person.record_id) else person.person_key
    return lead.party_id, person.role, what


def settle_edition(access: VaultAccess, import_id: str) -> EditionResult | None:
    """Make the leads of an import that is a newer edition take the place of the earlier ones.

    Those that wait move to the new row, with what changed; those judged are proposed again only where
    something is new; those whose record the newer file lacks say so.  Doing it twice changes nothing.
    None when the import is no edition of one that stands.
    """
    chain = access.call(partial(_chain, import_id=import_id))
    if not chain:
        return None
    before, after = access.call(partial(_waiting, import_ids=[r.import_id for r in chain], newer=import_id))
    judged = access.call(partial(_judged, import_ids={r.import_id for r in chain}))
    plan = _plan(before, after, judged, access.call(lambda vault: vault.catalog.judged_people()))
    missing = [lead for lead in plan.left if lead.person.import_id != import_id]
    with access.call(partial(opener_of, import_id=import_id))() as library:
        found = [find(library, lead.person) for lead in missing]
    left = [_told(lead, person) for lead, person in zip(missing, found, strict=True)]
    access.call(partial(_store, plan=plan, missing=missing, left=left, import_id=import_id))
    return EditionResult(
        chain[0],
        plan.new,
        plan.updated,
        plan.unchanged,
        found.count(None),
        len(plan.drop),
        plan.reopened,
    )


def _chain(vault: Vault, import_id: str) -> list[ImportRecord]:
    """The earlier editions that stand, the latest first."""
    found: list[ImportRecord] = []
    seen = {import_id}
    record = vault.registry.import_record(import_id)
    while record is not None and record.edition_of and record.edition_of not in seen:
        seen.add(record.edition_of)
        record = vault.registry.import_record(record.edition_of)
        if record is not None and record.undone_at is None:
            found.append(record)
    return found


def _waiting(vault: Vault, import_ids: Sequence[str], newer: str) -> tuple[list[Lead], list[Lead]]:
    before = [lead for import_id in import_ids for lead in vault.catalog.rows_waiting(import_id)]
    return before, vault.catalog.rows_waiting(newer)


def _judged(vault: Vault, import_ids: set[str]) -> list[Lead]:
    return vault.review.judged_of(import_ids)


@dataclass(slots=True)
class _Plan:
    """What is to be stored: leads ``keep`` of the newer file, those of it that are to ``drop``, the earlier
    ones that are ``replaced``, those ``left``.
    """

    keep: list[Lead]
    drop: list[str]
    replaced: list[str]
    left: list[Lead]
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    reopened: int = 0


def _plan(
    before: Sequence[Lead],
    after: Sequence[Lead],
    judged: Sequence[Lead],
    ruled: frozenset[tuple[str, str]],
) -> _Plan:
    """``judged``: leads of the earlier editions; ``ruled``: (person, party) decided anywhere."""
    plan = _Plan([], [], [], [])
    earlier: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in before:
        earlier.setdefault(_key(lead), []).append(lead)
    decided: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in judged:
        decided.setdefault(_key(lead), []).append(lead)
    for lead in after:
        if partners := earlier.pop(_key(lead), []):
            _moved(plan, partners, lead)
        elif known := decided.get(_key(lead)):
            _decided(plan, known, lead)
        elif (lead.person.person_key, lead.party_id) in ruled:
            plan.drop.append(lead.lead_id)
        else:
            plan.new += 1
    plan.left = [lead for leads in earlier.values() for lead in leads]
    return plan


def _moved(plan: _Plan, partners: Sequence[Lead], lead: Lead) -> None:
    changes = changed(partners[0].person, lead.person)
    plan.replaced += [partner.lead_id for partner in partners]
    plan.updated += bool(changes)
    plan.unchanged += not changes
    note = _note(changes)
    told = next((one for one in partners if one.proposed), lead)  # a person proposed the earlier row
    now = replace(lead, edition_note=note, proposed_by=told.proposed_by, proposed_at=told.proposed_at)
    if now != lead:
        plan.keep.append(now)


def _decided(plan: _Plan, known: Sequence[Lead], lead: Lead) -> None:
    fresh = brings(lead.person, [one.person for one in known])
    if not fresh:
        plan.drop.append(lead.lead_id)
        return
    plan.reopened += 1
    # What the earlier row said is judged, and hides leads of its key: this one says more, so its key does.
    key = lead.person.person_key
    if any(key == one.person.person_key for one in known):
        key = f"{key}|{'|'.join(fresh)}"
    note = f"{known[0].status.value} in the earlier edition; new here: {', '.join(fresh)}"
    plan.keep.append(replace(lead, edition_note=note, person=replace(lead.person, person_key=key)))


def brings(person: RecordPerson, known: Sequence[RecordPerson]) -> list[str]:
    """Addresses, phones and e-mails that none of the ``known`` descriptions has, as words."""
    said = {fold_text(value) for one in known for value in _values(one)}
    return [_shown(value) for value in _values(person) if fold_text(value) not in said]


def _values(person: RecordPerson) -> tuple[str, ...]:
    return (*person.addresses, *person.phones, *person.emails)


def _shown(value: str) -> str:
    return phone_words(value) if value.isdigit() else value


def changed(before: RecordPerson, after: RecordPerson) -> list[str]:
    """What a newer row says otherwise, as words: ``address 1 Oak St → 2 Elm St``."""
    found: list[str] = []
    for title, old, new in (
        ("name", before.name, after.name),
        ("birth", before.birth, after.birth),
    ):
        if fold_text(old) != fold_text(new):
            found.append(f"{title} {old or 'none'} → {new or 'none'}")
    for title, olds, news in (
        ("address", before.addresses, after.addresses),
        ("phone", before.phones, after.phones),
        ("e-mail", before.emails, after.emails),
    ):
        left, right = ({fold_text(value): _shown(value) for value in values} for values in (olds, news))
        out = [value for key, value in left.items() if key not in right]
        come = [value for key, value in right.items() if key not in left]
        if out and come:
            found.append(f"{title} {', '.join(out)} → {', '.join(come)}")
        else:
            found += [f"new {title} {value}" for value in come]
            found += [f"{title} {value} is no longer there" for value in out]
    return found


def _told(lead: Lead, person: RecordPerson | None) -> Lead:
    """A lead that no row of the newer edition replaces, with what that edition has of it: ``person``.

    What a person proposed waits as it is and says what changed; what a match found would have been found.
    """
    if not lead.proposed or person is None:
        return replace(lead, gone=person is None)
    changes = changed(lead.person, person)
    return replace(lead, gone=False, edition_note=_note(changes))


def _note(changes: Sequence[str]) -> str:
    return f"newer edition: {'; '.join(changes)}" if changes else ""


def _store(vault: Vault, plan: _Plan, missing: Sequence[Lead], left: Sequence[Lead], import_id: str) -> None:
    """Store what was planned in one transaction."""
    flipped = [now for before, now in zip(missing, left, strict=True) if now != before]
    vault.catalog.supersede(import_id, plan.replaced, changed=[*plan.keep, *flipped], drop=plan.drop)


def come_back(vault: Vault, record: ImportRecord) -> None:
    """After a newer edition was undone: what the earlier one has is no longer missing from it."""
    if not record.edition_of:
        return
    leads = vault.catalog.rows_waiting(record.edition_of)
    back = [replace(x, gone=False, edition_note="" if x.proposed else x.edition_note) for x in leads]
    told = [now for now, lead in zip(back, leads, strict=True) if now != lead]
    vault.catalog.supersede("", [], changed=told, drop=[])
