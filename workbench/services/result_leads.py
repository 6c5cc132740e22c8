"""A matcher's result as leads."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.base.clock import SystemClock
from workbench.base.ids import new_id
from workbench.matching.result import MatchResult
from workbench.model.lead import Lead


def leads_of(result: MatchResult, import_id: str) -> Iterator[Lead]:
    """Every lead of ``result`` with a new id, for records of ``import_id``; best first within a party."""
    now = SystemClock().now()
    for i, row in enumerate(result.leads.iter_rows(named=True)):
        yield Lead(
            lead_id=new_id(),
            account_id=row["account_id"],
            party_id=row["debtor_id"],
            person=replace(result.person_of(i), import_id=import_id),
            explanation=result.explanation(i),
            rank=row["rank"],
            created_at=now,
            debtor_key=row["debtor_key"],
        )
