"""A newer edition of a record file takes the place of the earlier one instead of repeating its leads."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from workbench.base.errors import MachineError, VaultError
from workbench.base.progress import NoProgress, Progress
from workbench.model.importing import ImportKind, ImportRecord
from workbench.model.lead import Lead, RecordPerson
from workbench.model.party import PartyRole
from workbench.services.access import VaultAccess
from workbench.services.edition_lookup import LookedUp, judged_of, lineage_of, waiting_of
from workbench.services.edition_notes import NewerEdition, note_judged, proposed_again, roles_in_pieces
from workbench.services.edition_records import as_found, changed, find, key_of
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
    (``edition_notes``).  Of ``accounts`` alone, where given.  Doing it twice changes nothing, and it does not
    stop when cancelled.  ``looked`` is of ``look_up_earlier``; None when it is no edition of another one.
    """
    lineage = access.call(partial(_lineage, import_id=import_id))
    if not lineage:
        return None
    chain = [record.import_id for record in lineage if record.undone_at is None]
    before = access.call(partial(waiting_of, import_ids=chain, accounts=accounts))
    after = access.call(partial(waiting_of, import_ids=[import_id], accounts=accounts))
    # What somebody decided stands, whatever became of the edition that it was decided on.
    ids = {record.import_id for record in lineage}
    judged = access.call(partial(judged_of, import_ids=ids, accounts=accounts))
    own = access.call(partial(judged_of, import_ids={import_id}, accounts=accounts))
    roles = roles_in_pieces(access, _again(after, judged), progress)
    plan = _plan(before, after, judged, access.call(lambda vault: vault.catalog.judged_people()), roles)
    _behind_judged(plan, own)
    missing = [lead for lead in plan.left if lead.person.import_id != import_id]
    with access.call(partial(opener_of, import_id=import_id))() as library:
        newer = NewerEdition(import_id, chain, library, looked)
        found = [newer.person_of(lead) for lead in missing]
        left = [_told(lead, person) for lead, person in zip(missing, found, strict=True)]
        access.call(partial(_store, plan=plan, missing=missing, left=left, import_id=import_id))
        told = note_judged(access, newer, judged, progress)
    return EditionResult(
        lineage[0], plan.new, plan.updated, plan.unchanged, found.count(None), plan.decided,
        plan.reopened + told.offered, told.accepted, told.accepted_gone,
    )  # fmt: skip


def settle_family(access: VaultAccess, import_id: str, accounts: Collection[str] | None = None) -> None:
    """See anew what every edition of a file says of the others' leads (of ``accounts`` alone, where given).

    After an edition was undone, or a judgment taken back, what the others had settled is to be settled again.
    """
    family = access.call(partial(_family, import_id=import_id))
    if len(family) < 2:
        return
    standing = [record for record in family if record.undone_at is None]
    access.call(partial(_unsaid, family=standing, accounts=accounts))
    for record in standing:
        _settle_if_readable(access, record.import_id, accounts)


def settle_newer(access: VaultAccess, import_id: str, accounts: Collection[str]) -> None:
    """Let newer editions of a file say what they say of its leads, some of which were just judged."""
    family = access.call(partial(_family, import_id=import_id))
    ids = [record.import_id for record in family]
    for record in family[ids.index(import_id) + 1 :] if import_id in ids else ():
        if record.undone_at is None:
            _settle_if_readable(access, record.import_id, accounts)


def _settle_if_readable(access: VaultAccess, import_id: str, accounts: Collection[str] | None) -> None:
    """Settle an edition after something that is done already: a damaged file must not make that fail.

    Verify tells of the file, and the next match of the library settles the edition.
    """
    with suppress(VaultError, MachineError):
        settle_edition(access, import_id, LookedUp(), NoProgress(), accounts=accounts)


def _family(vault: Vault, import_id: str) -> list[ImportRecord]:
    """Every edition of the file of an import, undone ones too, the earliest first."""
    known = {record.import_id: record for record in vault.registry.imports()}

    def first(record: ImportRecord) -> str:
        seen = {record.import_id}
        while record.edition_of in known and record.edition_of not in seen:
            record = known[record.edition_of]
            seen.add(record.import_id)
        return record.import_id

    if import_id not in known:
        return []
    root = first(known[import_id])
    found = [record for record in known.values() if first(record) == root]
    return sorted(found, key=lambda r: (r.imported_at, r.import_id))


def _unsaid(vault: Vault, family: Sequence[ImportRecord], accounts: Collection[str] | None) -> None:
    """Take from leads that wait what a newer edition said of them: what stands is said again."""
    changed: list[Lead] = []
    for record in family:
        for lead in vault.catalog.rows_waiting(record.import_id, accounts):
            own = lead.edition_note if record.edition_of and not lead.proposed else ""
            now = replace(lead, gone=False, edition_note=own)
            changed += [now] if now != lead else []
    vault.catalog.store_changed(changed)


def _again(after: Sequence[Lead], judged: Sequence[Lead]) -> list[Lead]:
    """Those of the ``judged`` leads whose record is among the newer rows ``after``."""
    keys = {key_of(as_found(lead)) for lead in after}
    return [lead for lead in judged if key_of(as_found(lead)) in keys]


def _lineage(vault: Vault, import_id: str) -> list[ImportRecord]:
    """The earlier editions, undone ones too, the latest first; none of an import that was undone itself."""
    record = vault.registry.import_record(import_id)
    if record is None or record.undone_at is not None:
        return []
    return [one for one in lineage_of(vault, record.edition_of) if one.import_id != import_id]


@dataclass(slots=True)
class _Plan:
    """What is to be stored of the rows ``seen``: leads of the newer file that ``changed``, the rows that are
    to ``hide`` behind it, earlier or its own, those to ``drop``, and the earlier ones ``left``, whose place
    none of its rows takes.
    """

    seen: list[str]
    changed: list[Lead]
    hide: list[str]
    left: list[Lead]
    drop: list[str]
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    reopened: int = 0
    decided: int = 0


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
    plan = _Plan([lead.lead_id for lead in (*before, *after)], [], [], [], [])
    earlier: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in before:
        earlier.setdefault(key_of(as_found(lead)), []).append(lead)
    decided: dict[tuple[str, str, str], list[Lead]] = {}
    for lead in judged:
        decided.setdefault(key_of(as_found(lead)), []).append(lead)
    for lead in after:
        found = as_found(lead)
        if not (found.matched or found.proposed or key_of(found) in decided):
            plan.drop.append(found.lead_id)  # offered for somebody who was accepted then (``note_judged``)
            continue
        partners = earlier.pop(key_of(found), [])
        if known := decided.get(key_of(found)):  # a decision tells more than what waited before it
            now = _decided(plan, known, partners, found, roles)
        elif partners:
            now = _moved(plan, partners, found)
        else:
            hidden = (found.person.person_key, found.party_id) in ruled
            plan.decided += hidden
            plan.new += not hidden
            now = found
        if now != lead:
            plan.changed.append(now)
    plan.left += [lead for leads in earlier.values() for lead in leads]
    return plan


def _behind_judged(plan: _Plan, own: Sequence[Lead]) -> None:
    """Hide earlier rows of those who were judged by the newer edition's row, which waits no longer."""
    keys = {key_of(as_found(lead)) for lead in own}
    left, plan.left = plan.left, []
    for lead in left:
        if key_of(as_found(lead)) in keys and not lead.proposed:
            plan.hide.append(lead.lead_id)
        else:
            plan.left.append(lead)


def _moved(plan: _Plan, partners: Sequence[Lead], lead: Lead) -> Lead:
    changes = changed(partners[0].person, lead.person)
    plan.hide += [partner.lead_id for partner in partners]
    plan.updated += bool(changes)
    plan.unchanged += not changes
    return replace(_carried(partners, lead), edition_note=_note(changes))


def _carried(partners: Sequence[Lead], lead: Lead) -> Lead:
    """A newer row with what a person proposed by hand on an earlier one."""
    told = next((one for one in partners if one.proposed), lead)
    return replace(lead, proposed_by=told.proposed_by, proposed_at=told.proposed_at)


def _decided(
    plan: _Plan,
    known: Sequence[Lead],
    partners: Sequence[Lead],
    lead: Lead,
    roles: Mapping[str, PartyRole],
) -> Lead:
    """A newer row of somebody judged: it hides with the earlier ones unless it says something new."""
    again = proposed_again(lead, known, roles)
    if again is not None:
        plan.reopened += 1
        plan.hide += [partner.lead_id for partner in partners]
        return _carried(partners, again)
    plan.decided += 1
    for one in (lead, *partners):
        if one.proposed:  # it waits until somebody judges it
            plan.left.append(one)
        else:
            plan.hide.append(one.lead_id)
    return lead


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
    shown = sorted({*plan.seen}.difference(plan.hide))
    changes = [*plan.changed, *flipped]
    vault.catalog.supersede(import_id, plan.hide, shown=shown, changed=changes, drop=plan.drop)
