"""What a matching run found: leads as a frame, their explanations as data on demand."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from workbench.matching.blocking import SkippedBlock
from workbench.matching.explain import Findings, explain, person
from workbench.matching.levels import level
from workbench.matching.tombstones import debtor_key, person_key
from workbench.matching.wording import sentences
from workbench.model.explanation import Explanation
from workbench.model.lead import RecordPerson
from workbench.model.presence import Presence

LEAD_SCHEMA: dict[str, pl.DataType] = {
    "debtor_id": pl.String(),
    "account_id": pl.String(),
    "row_number": pl.UInt32(),
    "record_id": pl.String(),
    "role": pl.String(),
    "rank": pl.UInt32(),
    "p_same": pl.Float64(),
    "p_relative": pl.Float64(),
    "band": pl.String(),
    "bits": pl.Float64(),
    "sentence": pl.String(),
    "debtor_key": pl.String(),
    "person_key": pl.String(),
}


@dataclass(frozen=True, slots=True)
class MatchStats:
    """What a run did: record rows read, pairs compared, candidates that lasted, blocks skipped (their keys
    are personal data: show them, never log them), who the file seems to hold.
    """

    rows: int
    pairs: int
    candidates: int
    skipped: tuple[SkippedBlock, ...]
    weights_version: str
    presence: Presence


@dataclass(frozen=True, slots=True)
class MatchResult:
    """Leads of one run (LEAD_SCHEMA), ordered by debtor id, then rank; ``i`` counts rows of ``leads``."""

    leads: pl.DataFrame
    stats: MatchStats
    findings: Findings | None = None

    def explanation(self, i: int) -> Explanation:
        """The whole reasoning for lead ``i``; IndexError for an unknown one."""
        return explain(self._findings(i), i, self.leads["sentence"][i])

    def explanations(self) -> Iterator[Explanation]:
        """Every lead's reasoning, in order, one at a time."""
        return (self.explanation(i) for i in range(self.leads.height))

    def person_of(self, i: int) -> RecordPerson:
        """The record of lead ``i`` as display values; ``import_id`` is left empty, the caller knows it."""
        return person(self._findings(i), i, self.leads["person_key"][i])

    def _findings(self, i: int) -> Findings:
        """What is behind the leads."""
        if self.findings is None or not 0 <= i < self.leads.height:
            raise IndexError(i)
        return self.findings


def lead_frame(findings: Findings) -> pl.DataFrame:
    """LEAD_SCHEMA, one row per finding, in their order."""
    pairs, decided = findings.pairs, findings.decided
    debtors, rows = findings.index.people.frame, findings.rows
    common = findings.tables["last"].u[:, level("last", "exact")]
    ours = debtors.select("debtor_id", "account_id", debtor_key().alias("debtor_key"))[pairs.d]
    theirs = rows.select("row_number", "record_id", "role", person_key().alias("person_key"))[pairs.r]
    return (
        pl.concat([ours, theirs], how="horizontal")
        .with_columns(
            rank=pl.Series(decided.rank),
            p_same=pl.Series(decided.p_same),
            p_relative=pl.Series(decided.p_relative),
            band=decided.band,
            bits=pl.Series(findings.scored.bits),
            sentence=sentences(pairs, debtors, rows, common),
        )
        .select(pl.col(name).cast(kind) for name, kind in LEAD_SCHEMA.items())
    )
