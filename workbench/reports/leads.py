"""Leads as a table: the columns of ``leads.csv`` and of the list that a terminal shows."""

from collections.abc import Mapping

from workbench.model.lead import Lead
from workbench.reports.cells import Cell

LEAD_COLUMNS = ("account_number", "record_id", "rank", "p_same", "p_relative", "band", "bits", "sentence")
"""Stable: scripts read these names."""


def lead_row(lead: Lead, account_numbers: Mapping[str, str]) -> tuple[Cell, ...]:
    """One lead as cells in the order of LEAD_COLUMNS; probabilities to four places, bits to two."""
    why = lead.explanation
    return (
        account_numbers.get(lead.account_id, ""),
        lead.person.record_id,
        lead.rank,
        round(why.p_same, 4),
        round(why.p_relative, 4),
        why.band.value,
        round(why.bits, 2),
        why.sentence,
    )


def percent(probability: float) -> str:
    """A probability for a person to read: never 0 or 100 %, which no evidence gives."""
    if probability > 0.999:
        return ">99.9%"
    if probability < 0.001:
        return "<0.1%"
    return f"{probability:.1%}"
