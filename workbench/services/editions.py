"""A newer edition of a record file takes the place of the earlier one instead of repeating its leads."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from workbench.base.progress import Progress
from workbench.model.importing import ImportKind, ImportRecord
from workbench.model.lead import Lead, RecordPerson
from workbench.model.party import PartyRole
from workbench.services.access import VaultAccess
from workbench.services.edition_lookup import LookedUp, among, chain_of, judged_of, waiting_of
from workbench.services.edition_notes import (
    NewerEdition,
    note_judged,
    proposed_again,
    roles_in_pieces,
)
from workbench.services.edition_records import changed, find, key_of
from workbench.services.searching import opener_of
from workbench.vault.library_file import LibraryFile
from workbench.vault.vault import Vault

AUTO, NONE = "auto", "none"
SAMPLE = 200
"""People of the earlier file looked up in the newer one before it counts as its edition."""
LEAST_SHARED = 0.5
"""Share of them that must be in it: files of one layout and name for two counties share next to nobody."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_COPY = re.compile(r"[ _-]*(\(\d+\)|copy)$")


@dataclass(frozen=True, slots=True)
class EditionResult:
    """What a newer edition did to the leads: new people, changed rows, rows as before, rows it has no longer.

    ``decided`` were judged before and bring nothing new, so they are not proposed again; ``reopened`` were
    judged and bring something new.  ``told`` are accepted people whom it lacks (``told_gone``) or of whom it
    says otherwise: their cases tell so.
    """

    earlier: ImportRecord
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    decided: int = 0
    reopened: int = 0
    told: int = 0
    told_gone: int = 0

    @property
    def words(self) -> str:
        """As a sentence."""
        said = (
            f"A newer edition of {self.earlier.file_name}. Leads: {self.new:,} new,"
            f" {self.updated:,} updated, {self.unchanged:,} unchanged, {self.gone:,} not in it any more."
        )
        if self.decided:
            said += f" Decided before, with nothing new and not proposed again: {self.decided:,}."
        if self.reopened:
            said += f" Decided before and proposed again, because something is new: {self.reopened:,}."
        if self.told:
            said += (
                f" Of people accepted before it lacks {self.told_gone:,} and says otherwise of"
                f" {self.told - self.told_gone:,}: their cases tell so (edition:any lists them)."
            )
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


def settle_edition(
    access: VaultAccess,
    import_id: str,
    looked: LookedUp,
    progress: Progress,
    *,
    accounts: Collection[str] | None = None,
) -> EditionResult | None:
    """Make the leads of an import that is a newer edition take the place of the earlier ones.

    Those that wait move to the new row, with what changed; those judged are proposed again only where
    something is new; those whose record the newer file lacks say so, and the cases of judged ones
    (``edition_notes``; of ``accounts`` alone, where given).  Doing it twice changes nothing, and it does not
    stop when cancelled.  ``looked`` is of ``look_up_earlier``; None when it is no edition of one that stands.
    """
    chain = access.call(partial(_chain_of, import_id=import_id))
    if not chain:
        return None
    earlier = [record.import_id for record in chain]
    before = access.call(partial(waiting_of, import_ids=earlier))
    after = access.call(partial(waiting_of, import_ids=[import_id]))
    judged = access.call(partial(judged_of, import_ids=set(earlier)))
    roles = roles_in_pieces(access, _again(after, judged), progress)
    plan = _plan(before, after, judged, access.call(lambda vault: vault.catalog.judged_people()), roles)
    missing = [lead for lead in plan.left if lead.person.import_id != import_id]
    with access.call(partial(opener_of, import_id=import_id))() as library:
        newer = NewerEdition(import_id, earlier, library, looked)
        found = [newer.person_of(lead) for lead in missing]
        left = [_told(lead, person) for lead, person in zip(missing, found, strict=True)]
        access.call(partial(_store, plan=plan, missing=missing, left=left, import_id=import_id))
        told = note_judged(access, newer, among(judged, accounts), progress)
    return EditionResult(
        chain[0], plan.new, plan.updated, plan.unchanged, found.count(None), len(plan.drop),
        plan.reopened + told.offered, told.accepted, told.accepted_gone,
    )  # fmt: skip


def _again(after: Sequence[Lead], judged: Sequence[Lead]) -> list[Lead]:
    """Those of the ``judged`` leads whose record is among the newer rows ``after``."""
    keys = {key_of(lead) for lead in after}
    return [lead for lead in judged if key_of(lead) in keys]


def _chain_of(vault: Vault, import_id: str) -> list[ImportRecord]:
    """The earlier editions of an import that stand, the latest first."""
    record = vault.registry.import_record(import_id)
    earlier = chain_of(vault, record.edition_of) if record is not None else []
    return [one for one in earlier if one.import_id != import_id]


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
    roles: Mapping[str, PartyRole],
) -> _Plan:
    """``judged``: leads of the earlier editions; ``ruled``: (person, party) decided anywhere.

    ``roles``: what accepted ones joined their case as, by lead id, where that is not the party.
    """
    plan = _Plan([], [], [], [])
    earlier: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in before:
        earlier.setdefault(key_of(lead), []).append(lead)
    decided: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in judged:
        decided.setdefault(key_of(lead), []).append(lead)
    for lead in after:
        if partners := earlier.pop(key_of(lead), []):
            _moved(plan, partners, lead)
        elif known := decided.get(key_of(lead)):
            _decided(plan, known, lead, roles)
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


def _decided(plan: _Plan, known: Sequence[Lead], lead: Lead, roles: Mapping[str, PartyRole]) -> None:
    again = proposed_again(lead, known, roles)
    if again is None:
        plan.drop.append(lead.lead_id)
        return
    plan.reopened += 1
    plan.keep.append(again)


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
    """After a newer edition was undone: what the earlier one has is no longer missing from it.

    What its cases tell is taken back by ``edition_notes.take_back``.
    """
    if not record.edition_of:
        return
    leads = vault.catalog.rows_waiting(record.edition_of)
    back = [replace(x, gone=False, edition_note="" if x.proposed else x.edition_note) for x in leads]
    told = [now for now, lead in zip(back, leads, strict=True) if now != lead]
    vault.catalog.supersede("", [], changed=told, drop=[])
