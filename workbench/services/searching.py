"""Whom the vault's accounts search for, and matching again what the library already holds."""

from collections.abc import Collection, Iterator

from workbench.base.progress import Progress, check_cancelled
from workbench.matching.matcher import Matcher
from workbench.model.lead import Lead
from workbench.model.party import ContactPoint, Party, PartyRole
from workbench.normalize.debtors import debtors_table
from workbench.services.reader.protocol import Searched
from workbench.services.reader.search_terms import matcher_for, searched_for
from workbench.services.result_leads import leads_of
from workbench.vault.vault import Vault

SEARCHED_ROLES = frozenset({PartyRole.DEBTOR, PartyRole.CO_DEBTOR})


def searched_in(vault: Vault, only: Collection[str] | None = None) -> Searched | None:
    """The debtors and co-debtors of every account (or of ``only`` these), with the tombstones.

    None when there is nobody to search for.
    """
    rows = list(_debtors(vault, only))
    if not rows:
        return None
    debtors = debtors_table(rows, today=vault.clock.now().date())
    return searched_for(debtors, vault.catalog.tombstones())


def _debtors(
    vault: Vault, only: Collection[str] | None
) -> Iterator[tuple[str, Party, tuple[ContactPoint, ...]]]:
    for account_id, party, points in vault.catalog.debtor_parties():
        if party.role in SEARCHED_ROLES and (only is None or account_id in only):
            yield account_id, party, points


def match_library(
    vault: Vault, progress: Progress, *, only: Collection[str] | None = None
) -> Iterator[tuple[str, list[Lead]]]:
    """(import id, leads) of every record file of the library, for all accounts or ``only`` these.

    Library files are our own, so they are read in this process.  A description of a person that
    somebody has decided for the party is not proposed again.
    """
    imports = vault.library.ids()
    searched = searched_in(vault, only) if imports else None
    if searched is None:
        return
    judged = vault.catalog.judged_people()
    for done, import_id in enumerate(imports):
        check_cancelled(progress)
        progress.report(done, len(imports), "matching record files")
        matcher = matcher_for(searched)
        _feed(vault, import_id, matcher, progress)
        leads = [
            lead
            for lead in leads_of(matcher.finish(progress), import_id)
            if (lead.person.person_key, lead.party_id) not in judged
        ]
        yield import_id, leads


def _feed(vault: Vault, import_id: str, matcher: Matcher, progress: Progress) -> None:
    with vault.library.open(import_id) as library:
        for frame in library.frames():
            check_cancelled(progress)
            matcher.add(frame)
