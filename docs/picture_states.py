"""States that the demonstration does not reach, for pictures, made by importing files of invented people.

A newer edition of the vendor's file lacks somebody who was accepted, and two small files each name another
person strongly for one debtor.  The files are read, matched and settled by the program itself.
"""

from pathlib import Path

from workbench.base.progress import NoProgress
from workbench.model.lead import Lead, RejectReason
from workbench.model.party import ContactKind, ContactPoint, Party
from workbench.services import leads
from workbench.services.demo import SAMPLES
from workbench.services.import_records import RecordsRequest, import_records
from workbench.services.vaults import Vault

VENDOR = "vendor_batch_return.csv"
HEAD = "{id} Number,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"
ENOUGH = 30
"""Leads rejected so that weights can be estimated; twice as many are accepted."""
_OTHERS = "ABCDEFGHIJ"


def newer_edition(vault: Vault, folder: Path) -> str:
    """Import a newer edition of the vendor's file without somebody accepted; the account that it tells of."""
    vendor = next(r for r in vault.registry.imports() if r.file_name == VENDOR)
    waiting = vault.catalog.pending_leads(import_id=vendor.import_id)
    lead = next(x for x in waiting if x.person.import_id == vendor.import_id and _is_alone(vault, x))
    leads.accept(vault, lead.lead_id, confirmed=True)
    lines = (SAMPLES / VENDOR).read_text(encoding="utf-8").splitlines(keepends=True)
    del lines[lead.person.row_number]  # below the header
    _take(vault, folder / VENDOR.replace(".csv", "_2026.csv"), "".join(lines))
    return lead.account_id


def _is_alone(vault: Vault, lead: Lead) -> bool:
    return _is_only_one(vault, lead) and lead.explanation.p_same > 0.9


def rivals(vault: Vault, folder: Path) -> str:
    """Import two files that each name somebody strongly for one debtor, with other middle names; whose."""
    account_id, party, points = next(found for found in vault.catalog.debtor_parties() if _fits(*found[1:]))
    home = next(point.address for point in points if point.address is not None)
    phone = next(point.normalized for point in points if point.kind is ContactKind.PHONE)
    name, born = party.name, f"{party.birth_date:%m/%d/%Y}"
    here = f"{home.line1},{home.city},{home.state},{home.zip_code}"
    for file, middle, where in (
        ("cosmetology_licences.csv", "Marie", here),
        ("court_index.csv", "Olive", "7 Far Rd,Elmsford,NC,27501"),
    ):
        others = [
            f"X{letter},Otterson{letter.lower()},Ada,,05/06/1961,9 Elm Ave,Larkton,NC,28999,"
            for letter in _OTHERS
        ]
        row = f"R1,{name.last},{name.first},{middle},{born},{where},{phone}"
        _take(vault, folder / file, "\n".join([HEAD.format(id=file.split("_")[0].title()), *others, row, ""]))
    return account_id


def without_leads(vault: Vault) -> str:
    """An open account of which no lead waits."""
    waiting = {lead.account_id for lead in vault.catalog.pending_leads()}
    return next(x for x in vault.catalog.account_ids() if x not in waiting and not vault.read_case(x).leads)


def decided(vault: Vault) -> None:
    """Decide enough leads for an estimate of weights: the surest are accepted, the least sure rejected."""
    waiting = sorted(vault.catalog.pending_leads(), key=lambda lead: lead.explanation.p_same)
    alone = [lead for lead in waiting if _is_only_one(vault, lead)]
    for lead in alone[:ENOUGH]:
        leads.reject(vault, lead.lead_id, RejectReason.OTHER_PERSON)
    for lead in alone[-2 * ENOUGH :]:
        leads.accept(vault, lead.lead_id, confirmed=True)


def _is_only_one(vault: Vault, lead: Lead) -> bool:
    group = vault.catalog.group(lead.lead_id)
    return group is not None and len(group.leads) == 1


def _fits(party: Party, points: tuple[ContactPoint, ...]) -> bool:
    kinds = {point.kind for point in points}
    return (
        party.birth_date is not None
        and not party.name.middle
        and {ContactKind.PHONE, ContactKind.ADDRESS} <= kinds
    )


def _take(vault: Vault, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    import_records(vault, file, RecordsRequest(), NoProgress())
