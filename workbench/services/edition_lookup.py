"""Looking up what a newer edition has of the earlier leads: the long part, before anything is stored."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from workbench.base.progress import Progress, check_cancelled
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead, RecordPerson
from workbench.services.access import VaultAccess
from workbench.services.edition_records import as_found, find, key_of
from workbench.services.searching import opener_of
from workbench.vault.library_file import LibraryFile
from workbench.vault.vault import Vault


class LookedUp:
    """What a newer edition's file has of the people of earlier leads, each looked up once."""

    def __init__(self) -> None:
        self._found: dict[str, RecordPerson | None] = {}

    def look_up(self, library: LibraryFile, leads: Sequence[Lead], progress: Progress) -> None:
        """Look up the people of ``leads``; CancelledError between two of them, for nothing is written."""
        for done, lead in enumerate(leads):
            check_cancelled(progress)
            progress.report(done, len(leads), "looking up earlier leads")
            self.of(library, lead)

    def of(self, library: LibraryFile, lead: Lead) -> RecordPerson | None:
        """The person of ``lead`` as the file has it; looked up now where it was not yet."""
        if lead.lead_id not in self._found:
            self._found[lead.lead_id] = find(library, lead.person)
        return self._found[lead.lead_id]


def look_up_earlier(
    access: VaultAccess,
    edition_of: str,
    leads: Sequence[Lead],
    newer: Callable[[], LibraryFile],
    progress: Progress,
    *,
    accounts: Collection[str] | None = None,
) -> LookedUp:
    """Look up what a newer edition of ``edition_of`` has of the earlier leads, before anything is stored.

    ``leads`` are the newer file's: what they replace need not be looked up.  This is the long part of a newer
    edition, and the one that may be cancelled (CancelledError): settling it is not, so that no case tells
    half of it.  Without an earlier edition (``edition_of`` is "") nothing is looked up.
    """
    looked = LookedUp()
    lineage = access.call(partial(lineage_of, edition_of=edition_of))
    if not lineage:
        return looked
    chain = [record.import_id for record in lineage if record.undone_at is None]
    replaced = {key_of(as_found(lead)) for lead in leads}
    before = access.call(partial(waiting_of, import_ids=chain, accounts=accounts))
    missing = [lead for lead in before if key_of(as_found(lead)) not in replaced]
    ids = {record.import_id for record in lineage}
    judged = access.call(partial(judged_of, import_ids=ids, accounts=accounts))
    with newer() as library:
        looked.look_up(library, [*missing, *judged], progress)
    return looked


def look_up_again(
    access: VaultAccess,
    import_id: str,
    leads: Sequence[Lead],
    progress: Progress,
    *,
    accounts: Collection[str] | None = None,
) -> LookedUp:
    """:func:`look_up_earlier` for an import whose file is in the library already."""
    record = access.call(lambda vault: vault.registry.import_record(import_id))
    if record is None or record.undone_at is not None or not record.edition_of:
        return LookedUp()
    opener = access.call(partial(opener_of, import_id=import_id))
    return look_up_earlier(access, record.edition_of, leads, opener, progress, accounts=accounts)


# What both the look-up and the settling of an edition ask of the vault


def lineage_of(vault: Vault, edition_of: str) -> list[ImportRecord]:
    """The edition ``edition_of`` and those before it, undone ones too, the latest first."""
    found: list[ImportRecord] = []
    seen: set[str] = set()
    while edition_of and edition_of not in seen:
        seen.add(edition_of)
        record = vault.registry.import_record(edition_of)
        if record is not None:
            found.append(record)
        edition_of = record.edition_of if record is not None else ""
    return found


def waiting_of(
    vault: Vault, import_ids: Sequence[str], accounts: Collection[str] | None = None
) -> list[Lead]:
    """The leads of these imports (of ``accounts`` alone, where given) that wait."""
    return [lead for import_id in import_ids for lead in vault.catalog.rows_waiting(import_id, accounts)]


def judged_of(
    vault: Vault, import_ids: Collection[str], accounts: Collection[str] | None = None
) -> list[Lead]:
    """The leads of these imports (of ``accounts`` alone, where given) that somebody has decided on."""
    return vault.review.judged_of(import_ids, accounts)
