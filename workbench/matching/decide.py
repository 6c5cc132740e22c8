"""From bits to leads: sharing out among the candidates of a debtor, bands, hard caps, ranks."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Floats, Index
from workbench.matching.compare import COLUMN, Compared
from workbench.matching.levels import NAME_FIELDS, level
from workbench.matching.score import Scored
from workbench.matching.settings import MatchSettings
from workbench.model.explanation import Band

CAPS = {
    "name_only": "only the name agrees",
    "no_birth": "name and address agree, but no birth fact tells father from son",
    "suffix": "the suffixes conflict",
    "years": "same name and address, but a generation apart",
    "deceased": "the record says deceased",
    "ambiguous": "another candidate is as likely",
}
"""Hard caps, whatever the score, in the words of an explanation."""

_TO_REVIEW = ("name_only", "no_birth", "deceased", "ambiguous")
_TO_RELATIVE = ("suffix", "years")


@dataclass(frozen=True, slots=True)
class Decided:
    """Per pair: the two outputs, the band after the caps, which caps held, how many candidates the debtor
    has, the rank among them (1 is best; 0: not a lead).
    """

    p_same: Floats
    p_relative: Floats
    band: pl.Series
    caps: dict[str, Bools]
    candidates: Index
    rank: Index

    def at(self, places: Index) -> "Decided":
        """The pairs at these places, in that order."""
        return Decided(
            self.p_same[places],
            self.p_relative[places],
            self.band.gather(places),
            {name: held[places] for name, held in self.caps.items()},
            self.candidates[places],
            self.rank[places],
        )


def shared_out(d: Index, person: Index, bits: Floats, absent: float) -> tuple[Floats, Index]:
    """P(same) of every pair after its debtor's other candidates and "not in this file" had their share,
    and how many different people the debtor's candidates are.

    ``person`` is equal for rows that describe one person: they do not compete.  The posterior of one of n
    candidates is w_i / (w_1 + … + w_n + P(absent)), w = 2**bits, because at most one of them is the debtor.
    """
    frame = pl.DataFrame({"d": d, "person": person, "w": np.exp2(np.minimum(bits, 500.0))})
    groups = frame.group_by("d", "person").agg(pl.col("w").max().alias("best"))
    totals = (
        groups.sort("d", "best", "person")
        .group_by("d", maintain_order=True)
        .agg(pl.col("best").sum().alias("total"), pl.len().alias("people"))
    )
    joined = frame.join(groups, on=["d", "person"], how="left", maintain_order="left").join(
        totals, on="d", how="left", maintain_order="left"
    )
    nobody = 2.0**absent
    p = joined.select(
        pl.min_horizontal(pl.col("best") / (pl.col("total") + nobody), pl.col("w") / (pl.col("w") + nobody))
    ).to_series()
    return p.to_numpy(), joined["people"].to_numpy().astype(np.int64)


def same_person(rows: pl.DataFrame, r: Index) -> Index:
    """Per pair, a number that is equal where two records plainly describe one person: name and suffix agree,
    and the whole birth date or the address with the birth year.  ``persons`` finds the others.
    """
    home = ["birth_year", "address_house", "address_street", "address_zip"]
    at_home = pl.concat_str([pl.col(c).cast(pl.String).fill_null("") for c in home], separator="|")
    birth = pl.col("birth_date").cast(pl.String)
    key = rows.select("first", "last", "suffix", pl.coalesce(birth, at_home).alias("what"))
    numbers = key.select(pl.struct(pl.all()).rank("dense")).to_series().to_numpy()
    return numbers[r].astype(np.int64)


def decide(
    pairs: Compared,
    rows: pl.DataFrame,
    scored: Scored,
    *,
    years: Index,
    absent: float,
    settings: MatchSettings,
    person: Index | None = None,
) -> Decided:
    """Probabilities, bands, caps and ranks of every pair; ``years`` is how far apart the birth years are,
    ``person`` is equal for records of one person (only plain copies are, without it).
    """
    if person is None:
        person = same_person(rows, pairs.r)
    p_same, people = shared_out(pairs.d, person, scored.bits, absent)
    p_relative = (1.0 - p_same) / (1.0 + np.exp2(-scored.relative_odds))
    band = np.select(
        [p_same >= settings.strong, p_same >= settings.review, p_relative >= settings.least_relative],
        [_STRONG, _REVIEW, _RELATIVE],
        _WEAK,
    )
    caps = hard_caps(pairs, rows, scored, years, settings)
    shown = (band <= _REVIEW) | (p_same >= settings.review / 5)
    caps["ambiguous"] = _ambiguous(pairs.d, person, scored.bits, settings) & shown
    likely = (p_same >= settings.least_same) | (p_relative >= settings.least_relative)
    for name in _TO_REVIEW:
        caps[name] &= (band <= _REVIEW) | (name == "ambiguous")
        band[caps[name]] = _REVIEW
    for name in _TO_RELATIVE:
        caps[name] &= likely
        band[caps[name]] = _RELATIVE
    rank = _ranks(
        pairs, rows, scored.bits, p_same=p_same, p_relative=p_relative, band=band, settings=settings
    )
    return Decided(p_same, p_relative, pl.Series(_BANDS).gather(band), caps, people, rank)


_BANDS = [Band.STRONG.value, Band.REVIEW.value, Band.WEAK.value, Band.RELATIVE.value]
_STRONG, _REVIEW, _WEAK, _RELATIVE = range(4)


def hard_caps(
    pairs: Compared, rows: pl.DataFrame, scored: Scored, years: Index, settings: MatchSettings
) -> dict[str, Bools]:
    """Which caps hold for which pairs, but for "ambiguous"."""
    levels = pairs.levels
    first, last = levels[:, COLUMN["first"]], levels[:, COLUMN["last"]]
    birth, address = levels[:, COLUMN["birth"]], levels[:, COLUMN["address"]]
    facts = np.zeros(pairs.d.size, dtype=np.bool_)
    for field, column in COLUMN.items():
        if field not in NAME_FIELDS and field != "address":
            facts |= (scored.same[:, column] > 0) & (levels[:, column] != 0)
    at_home = (address != 0) & (address <= level("address", "near_house"))
    near_home = (address != 0) & (address <= level("address", "street"))
    names = np.isin(first, [level("first", n) for n in ("exact", "nickname", "initial", "near94")])
    names &= np.isin(last, [level("last", n) for n in ("exact", "former", "part", "near94")])
    mistyped = birth == level("birth", "date_edit")
    deceased = rows["deceased"].fill_null(value=False).to_numpy()
    return {
        "name_only": ~facts & ~near_home,
        "no_birth": (birth == 0) & at_home & names,
        "suffix": (levels[:, COLUMN["suffix"]] == level("suffix", "conflict")) & names,
        "years": (years >= settings.years_apart) & ~mistyped & at_home & names,
        "deceased": deceased[pairs.r],
    }


def _ambiguous(d: Index, person: Index, bits: Floats, settings: MatchSettings) -> Bools:
    """Whether a pair is one of a debtor's two best people and they are within the ambiguous bits."""
    frame = pl.DataFrame({"d": d, "person": person, "bits": bits})
    best = frame.group_by("d", "person").agg(pl.col("bits").max())
    top = best.group_by("d").agg(
        pl.col("bits").top_k(2).max().alias("top"),
        pl.col("bits").top_k(2).min().alias("second"),
        pl.len().alias("n"),
    )
    joined = frame.join(top, on="d", how="left", maintain_order="left")
    close = (pl.col("n") > 1) & (pl.col("top") - pl.col("second") < settings.ambiguous_bits)
    return (
        joined.select(close & (pl.col("bits") >= pl.col("top") - settings.ambiguous_bits))
        .to_series()
        .to_numpy()
    )


def _ranks(
    pairs: Compared,
    rows: pl.DataFrame,
    bits: Floats,
    *,
    p_same: Floats,
    p_relative: Floats,
    band: Index,
    settings: MatchSettings,
) -> Index:
    """1 for the best lead of a debtor, relatives after all others, 0 for what is no lead.

    Ties go by what the records say, never by where they stand in the file, as far as records differ.
    """
    relative = band == _RELATIVE
    ties = ["record_id", "role", "name_raw", "row_number"]
    frame = rows.select(ties)[pairs.r].with_columns(
        d=pairs.d, relative=relative, same=p_same, kin=p_relative, bits=bits, at=np.arange(pairs.d.size)
    )
    enough = pl.when("relative").then(pl.lit(value=True)).otherwise(pl.col("same") >= settings.least_same)
    limit = pl.when("relative").then(settings.relatives_per_debtor).otherwise(settings.leads_per_debtor)
    chosen = (
        frame.filter(enough)
        .sort(
            ["d", "relative", "same", "bits", "kin", *ties],
            descending=[False, False, True, True, True, *(False for _ in ties)],
        )
        .with_columns(nth=pl.int_range(1, pl.len() + 1).over("d", "relative"))
        .filter(pl.col("nth") <= limit)
        .with_columns(rank=pl.int_range(1, pl.len() + 1).over("d"))
    )
    rank = np.zeros(pairs.d.size, dtype=np.int64)
    rank[chosen["at"].to_numpy()] = chosen["rank"].to_numpy()
    return rank
