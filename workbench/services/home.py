"""The numbers of the home page, each with the filter line that lists what it counts."""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.services.worklist import parsed
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class HomeNumber:
    """One number.  ``line`` is the filter line that shows just those accounts; empty: none."""

    key: str
    value: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class LeadSource:
    """Pending leads of one imported file, by band."""

    import_id: str
    file_name: str
    leads: int
    strong: int


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows.

    ``collected`` is in cents, since the first of the month.  ``located`` accounts found in the last 30 days,
    of ``sought`` that were or still are to be found; ``kept`` promises of ``judged`` ones.
    """

    accounts: int
    now: tuple[HomeNumber, ...]
    at_risk: tuple[HomeNumber, ...]
    leads: int
    sources: tuple[LeadSource, ...]
    collected: int
    located: int
    sought: int
    kept: int
    judged: int


NOW = {
    "due": "status:open due:today",
    "promises": "status:open promise:today",
    "broken": "status:broken",
    "new": "status:new",
}
AT_RISK = {
    "orphans": "status:open next:none",
    "overdue": "status:open due:overdue",
    "stale": "status:open activity<-30",
    "disputed": "status:disputed",
    "validation": "status:validation",
}
SOUGHT = "status:open located:none"
MOST_SOURCES = 5


def home(vault: Vault, today: date) -> Home:
    """The numbers as of ``today``, from the catalog alone."""
    catalog = vault.catalog
    kept, judged = catalog.promise_results()
    located = f"located>={(today - timedelta(days=30)).isoformat()}"
    lines = [*NOW.values(), *AT_RISK.values(), located, SOUGHT]
    counted = dict(
        zip(lines, catalog.counts([parsed(vault, line, today).filter() for line in lines]), strict=True)
    )
    names = {record.import_id: record.file_name for record in vault.registry.imports()}
    sources = [
        LeadSource(import_id, names.get(import_id, ""), leads, strong)
        for import_id, leads, strong in catalog.leads_by_import()[:MOST_SOURCES]
    ]
    return Home(
        accounts=catalog.count(),
        now=_numbers(NOW, counted),
        at_risk=_numbers(AT_RISK, counted),
        leads=catalog.count_pending(),
        sources=tuple(sources),
        collected=catalog.collected(today.replace(day=1), today),
        located=counted[located],
        sought=counted[located] + counted[SOUGHT],
        kept=kept,
        judged=judged,
    )


def _numbers(lines: dict[str, str], counted: dict[str, int]) -> tuple[HomeNumber, ...]:
    return tuple(HomeNumber(key, counted[line], line) for key, line in lines.items())
