"""Whom the vault's accounts search for, and matching again what the library already holds."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from workbench.base.progress import Progress, check_cancelled
from workbench.matching.matcher import Matcher
from workbench.model.lead import Lead
from workbench.model.party import ContactPoint, Party, PartyRole
from workbench.model.presence import Presence
from workbench.normalize.debtors import debtors_table
from workbench.services import weights_version
from workbench.services.access import VaultAccess
from workbench.services.reader.protocol import Searched
from workbench.services.reader.search_terms import matcher_for, searched_for
from workbench.services.result_leads import leads_of
from workbench.vault.library_file import LibraryFile
from workbench.vault.values import Tombstone
from workbench.vault.vault import Vault

SEARCHED_ROLES = frozenset({PartyRole.DEBTOR, PartyRole.CO_DEBTOR})


PAGE = 2000
"""Debtors read in one piece of the vault's time."""


def searched_in(access: VaultAccess, only: Collection[str] | None = None) -> Searched | None:
    """The debtors and co-debtors of every account (or of ``only`` these), tombstones and the vault's weights.

    They are read in pages and normalised outside the vault's thread.  None when there is nobody.
    """
    rows = list(debtors_in(access, only))
    if not rows:
        return None
    today = access.call(_today)
    weights = access.call(weights_version.current_text)
    return searched_for(debtors_table(rows, today=today), access.call(_tombstones), weights)


def _today(vault: Vault) -> date:
    return vault.clock.now().date()


def _tombstones(vault: Vault) -> tuple[Tombstone, ...]:
    return vault.catalog.tombstones()


def debtors_in(
    access: VaultAccess, only: Collection[str] | None = None
) -> Iterator[tuple[str, Party, tuple[ContactPoint, ...]]]:
    """(account id, party, its contact points) of every debtor and co-debtor, read in pages."""
    after: int | None = 0
    while after is not None:
        page, after = access.call(partial(_page, after=after))
        for account_id, party, points in page:
            if party.role in SEARCHED_ROLES and (only is None or account_id in only):
                yield account_id, party, points


def _page(vault: Vault, after: int) -> tuple[list[tuple[str, Party, tuple[ContactPoint, ...]]], int | None]:
    return vault.catalog.debtor_page(after, PAGE)


@dataclass(frozen=True, slots=True)
class FileMatched:
    """The leads of one record file, and who it seems to hold."""

    import_id: str
    leads: list[Lead]
    presence: Presence


def match_library(
    access: VaultAccess, progress: Progress, *, only: Collection[str] | None = None
) -> Iterator[FileMatched]:
    """Every record file of the library against all accounts or ``only`` these.

    For all of them who is in a file is told anew and kept; a few start from what is kept.

    Library files are our own, so they are read in this process, over a connection of the calling thread's.
    A description of a person that somebody has decided for the party is not proposed again.
    """
    imports = access.call(_library_ids)
    searched = searched_in(access, only) if imports else None
    if searched is None:
        return
    for done, import_id in enumerate(imports):
        check_cancelled(progress)
        progress.report(done, len(imports), "matching record files")
        opener = access.call(partial(_opener_if_kept, import_id=import_id))
        if opener is None:  # undone since
            continue
        before = access.call(partial(presence_in, import_id=import_id)) if only is not None else None
        matcher = matcher_for(searched, before)
        _feed(opener, matcher, progress)
        judged = access.call(partial(_judged, import_id=import_id))
        result = matcher.finish(progress)
        if only is None:
            access.call(partial(_keep_presence, import_id=import_id, held=result.stats.presence))
        leads = (
            lead
            for lead in leads_of(result, import_id)
            if (lead.person.person_key, lead.party_id) not in judged
        )
        yield FileMatched(import_id, list(leads), result.stats.presence)


def presence_in(vault: Vault, import_id: str) -> Presence | None:
    """Who a file held when it was last matched with all debtors; None: it never was."""
    record = vault.registry.import_record(import_id)
    return record.told if record is not None and record.told.debtors else None


def _keep_presence(vault: Vault, import_id: str, held: Presence) -> None:
    record = vault.registry.import_record(import_id)
    if record is not None and record.undone_at is None:  # it may have been undone while it was matched
        vault.library.note_presence(import_id, held)


def _library_ids(vault: Vault) -> list[str]:
    """The imports with a record file, the earliest first: a newer edition comes after what it replaces."""
    kept = set(vault.library.ids())
    records = sorted(vault.registry.imports(), key=lambda r: (r.imported_at, r.import_id))
    return [record.import_id for record in records if record.import_id in kept]


def _judged(vault: Vault, import_id: str) -> frozenset[tuple[str, str]]:
    """What is not to be proposed again; of a newer edition ``editions.settle_edition`` judges that."""
    record = vault.registry.import_record(import_id)
    edition = record is not None and bool(record.edition_of)
    return frozenset() if edition else vault.catalog.judged_people()


def _feed(opener: Callable[[], LibraryFile], matcher: Matcher, progress: Progress) -> None:
    with opener() as library:
        for frame in library.frames():
            check_cancelled(progress)
            matcher.add(frame)


def _opener_if_kept(vault: Vault, import_id: str) -> Callable[[], LibraryFile] | None:
    return opener_of(vault, import_id) if import_id in vault.library.ids() else None


def opener_of(vault: Vault, import_id: str) -> Callable[[], LibraryFile]:
    """What opens an import's record file over a connection of the caller's own, in any thread."""
    return vault.library.opener(import_id)
