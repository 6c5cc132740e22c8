"""Two files in, leads out, without a vault."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.base.clock import SystemClock
from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.base.progress import Progress
from workbench.model.explanation import Band
from workbench.model.importing import RowProblem
from workbench.model.lead import Lead
from workbench.model.party import ContactPoint, Party
from workbench.normalize.debtors import debtors_table
from workbench.records.placement import PlacementRow
from workbench.reports.cells import write_csv
from workbench.reports.leads import LEAD_COLUMNS, lead_row
from workbench.services.exports import export_text
from workbench.services.files import file_digest, require_file, require_target
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import (
    Finished,
    LeadsFound,
    PlacementsJob,
    PlacementsRead,
    RecordsJob,
    Source,
)
from workbench.services.reader.search_terms import searched_for
from workbench.services.searching import SEARCHED_ROLES

UNNAMED_CLIENT = "unnamed client"


@dataclass(frozen=True, slots=True)
class MatchedFiles:
    """What was matched, in counts; the leads themselves are in the file written.  ``located`` counts
    accounts with a lead that is strong or to be reviewed.
    """

    accounts: int
    accounts_rejected: int
    records_read: int
    records_rejected: int
    profile: str
    leads: int
    strong: int
    review: int
    relative: int
    located: int
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Placed:
    """The accounts of the first file."""

    rows: list[PlacementRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    notes: tuple[str, ...] = ()


def match_files(
    accounts: Path,
    records: Path,
    out: Path,
    *,
    profile: str,
    purpose: str,
    accounts_mapping: str | None,
    records_mapping: str | None,
    progress: Progress,
) -> MatchedFiles:
    """Write the leads for ``accounts`` in ``records`` to ``out`` as CSV (columns LEAD_COLUMNS).

    Ordered by account, then rank.  Both files are read in child processes; ``out`` is written whole or not
    at all, readable by its owner only.  Raises UserError as the two imports do.
    """
    require_file(records)
    require_target(out, (accounts, records))
    placed = _placed(accounts, accounts_mapping, progress)
    if not placed.rows:
        raise UserError("No account could be read.", hint=_first_reason(placed))
    job = RecordsJob(
        source=Source(str(records.absolute())),
        import_id="",
        profile=profile,
        purpose=purpose,
        mapping_toml=records_mapping,
        searched=searched_for(debtors_table(_searched(placed.rows), today=SystemClock().now().date())),
    )
    leads, finished = _matched(job, progress)
    numbers = {row.account.account_id: row.account.account_number for row in placed.rows}
    order = {account_id: place for place, account_id in enumerate(numbers)}
    leads.sort(key=lambda lead: (order[lead.account_id], lead.party_id, lead.rank))
    with export_text(out) as stream:
        write_csv(stream, LEAD_COLUMNS, (lead_row(lead, numbers) for lead in leads))
    return _summary(placed, leads, finished)


def _placed(path: Path, mapping_toml: str | None, progress: Progress) -> _Placed:
    job = PlacementsJob(
        source=Source(str(path.absolute())),
        import_id=new_id(),
        file_digest=file_digest(path),
        default_client=UNNAMED_CLIENT,
        mapping_toml=mapping_toml,
    )
    placed = _Placed()
    for message in run_job(job, progress):
        if isinstance(message, PlacementsRead):
            placed.rows += message.rows
            placed.problems += message.problems
        elif isinstance(message, Finished):
            placed.notes = message.notes
    return placed


def _first_reason(placed: _Placed) -> str:
    if placed.problems:
        return f"First reason: row {placed.problems[0].row_number}: {placed.problems[0].reason}."
    return "The file has no rows below its header."


def _searched(rows: list[PlacementRow]) -> Iterator[tuple[str, Party, tuple[ContactPoint, ...]]]:
    for row in rows:
        for party in row.parties:
            if party.role in SEARCHED_ROLES:
                own = tuple(p for p in row.contact_points if p.party_id == party.party_id)
                yield row.account.account_id, party, own


def _matched(job: RecordsJob, progress: Progress) -> tuple[list[Lead], Finished]:
    leads: list[Lead] = []
    for message in run_job(job, progress):
        if isinstance(message, LeadsFound):
            leads += message.leads
        elif isinstance(message, Finished):
            return leads, message
    raise AssertionError("the child ended without its last message")


def _summary(placed: _Placed, leads: list[Lead], finished: Finished) -> MatchedFiles:
    bands = [lead.explanation.band for lead in leads]
    likely = {lead.account_id for lead in leads if lead.explanation.band in {Band.STRONG, Band.REVIEW}}
    return MatchedFiles(
        accounts=len(placed.rows),
        accounts_rejected=len(placed.problems),
        records_read=finished.read,
        records_rejected=finished.rejected,
        profile=finished.profile,
        leads=len(leads),
        strong=bands.count(Band.STRONG),
        review=bands.count(Band.REVIEW),
        relative=bands.count(Band.RELATIVE),
        located=len(likely),
        problems=tuple(placed.problems),
        notes=(*placed.notes, *finished.notes),
    )
