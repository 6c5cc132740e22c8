"""Versioned weights: for every level of every field, how often it occurs between two descriptions of the
same person (m), of relatives or members of one household (r) and of strangers (u).

Fixed and shipped as data (``resources/matching/weights-N.toml``, with the source of each figure); nothing
here learns (``estimate`` proposes another version, which counts only once somebody applies it).  A level
with ``by`` takes u from the frequency of the debtor's value instead, never below the level's own u, and r
never below that.
"""

import math
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbench.base.errors import UserError
from workbench.matching.kin import ANY_RELATIVE, Kin, kinds
from workbench.matching.levels import AT_HOME, FIELDS, MISSING, NEUTRAL
from workbench.model.presence import Presence

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "matching"
DEFAULT_WEIGHTS = RESOURCES / "weights-3.toml"
_OLDER = {
    ("last", "changed"): "different",
    ("address", "town"): "elsewhere",
    ("suffix", "debtor_only"): "one_missing",
}
"""Levels that weights before version 3 do not name, and the level such a pair had then."""


class WeightsError(UserError):
    """A weights file that does not say what it must."""

    code = "weights"


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """m, r and u of one level; ``by`` names the frequency that replaces u ("" for none)."""

    m: float
    r: float
    u: float
    by: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """One version of the weights.

    ``present`` is P(the debtor is in a file), ``relatives`` the expected number of a debtor's relatives
    in it, ``population_floor`` the least number of rows a prior is spread over (a file of 20 rows says
    nothing about who is in it).  ``levels[field]`` is aligned with ``FIELDS[field]``; ``kin`` are the
    kinds of relative, where they differ from the average r.
    """

    version: str
    present: float
    relatives: float
    population_floor: int
    levels: dict[str, tuple[LevelWeight, ...]]
    kin: tuple[Kin, ...] = ANY_RELATIVE

    def population(self, rows: int) -> int:
        """How many people a file of ``rows`` rows stands for."""
        return max(rows, self.population_floor)

    def priors(self, rows: int) -> tuple[float, float, float]:
        """log2 of P(same), P(relative), P(stranger) for one record of a file with ``rows`` rows."""
        same = self.present / self.population(rows)
        relative = self.relatives / self.population(rows)
        return math.log2(same), math.log2(relative), math.log2(1.0 - same - relative)

    @property
    def usual(self) -> Presence:
        """What is thought of a file before a run told anything of it."""
        return Presence(self.present, 0, self.at_home, self.relatives)

    @property
    def at_home(self) -> float:
        """P(at an address the client gave | the same person, both addresses known)."""
        there, elsewhere = self._addresses()
        return there / (there + elsewhere)

    def _addresses(self) -> tuple[float, float]:
        """M of the levels that say still there, and of those that say elsewhere."""
        m = {name: weight.m for name, weight in zip(FIELDS["address"], self.levels["address"], strict=True)}
        there = sum(m[name] for name in AT_HOME)
        return there, sum(m.values()) - there - m[FIELDS["address"][MISSING]]

    def in_file(self, told: Presence) -> "Weights":
        """These weights for a file of which a run told that."""
        levels = dict(self.levels)
        if told.at_home:
            there, away = told.at_home / self.at_home, (1.0 - told.at_home) / (1.0 - self.at_home)
            levels["address"] = tuple(
                replace(weight, m=min(1.0, weight.m * (there if name in AT_HOME else away)))
                if name != FIELDS["address"][MISSING]
                else weight
                for name, weight in zip(FIELDS["address"], self.levels["address"], strict=True)
            )
        relatives = told.relatives or self.relatives
        return replace(self, present=told.share, relatives=relatives, levels=levels)

    @property
    def absent(self) -> float:
        """log2 of P(the debtor is not in the file)."""
        return math.log2(1.0 - self.present)


def load_weights(path: Path | None = None) -> Weights:
    """Read a weights file (the shipped one by default); WeightsError says which level is wrong."""
    source = path or DEFAULT_WEIGHTS
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(source.name) from error
    return weights_from_text(text, source.name)


def shipped_weights() -> dict[str, Weights]:
    """Every version that came with the program, by its name: leads name the one they were scored with."""
    found = [load_weights(path) for path in sorted(DEFAULT_WEIGHTS.parent.glob("weights-*.toml"))]
    return {weights.version: weights for weights in found}


def weights_from_text(text: str, name: str) -> Weights:
    """The weights a file of this ``name`` holds; WeightsError says which level is wrong."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _unreadable(name) from error
    try:
        prior = data["prior"]
        return _with_priors(
            Weights(
                version=str(data["version"]),
                present=float(prior["present"]),
                relatives=float(prior["relatives"]),
                population_floor=int(prior["population_floor"]),
                levels={field: _field(field, data["fields"][field]) for field in FIELDS},
                kin=kinds(data.get("kin", {})),
            )
        )
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise WeightsError(
            f"The weights file {name} is incomplete: {error}.",
            hint="Use the one that came with the program.",
        ) from error


def _with_priors(weights: Weights) -> Weights:
    """``weights``, whose priors must be such that their logarithms exist; ValueError says which are not."""
    if not 0.0 < weights.present < 1.0:
        raise ValueError("present must be above 0 and below 1")
    if weights.population_floor < 1 or not 0.0 < weights.relatives < math.inf:
        raise ValueError("relatives and population_floor must be above 0")
    if 1.0 + 2.0 * weights.relatives >= weights.population_floor:  # a run may tell of twice as many
        raise ValueError("population_floor must be more than twice the relatives")
    return weights


def _unreadable(name: str) -> WeightsError:
    return WeightsError(
        f"The weights file {name} cannot be read.", hint="Use the one that came with the program."
    )


def _field(field: str, table: dict[str, Any]) -> tuple[LevelWeight, ...]:
    """The weights of one field, one per level; neutral levels say nothing by definition."""
    unknown = set(table) - set(FIELDS[field])
    if unknown:
        raise ValueError(f"unknown levels of {field}: {', '.join(sorted(unknown))}")
    return tuple(_level(field, name, table) for name in FIELDS[field])


def _level(field: str, name: str, table: dict[str, Any]) -> LevelWeight:
    """One level, checked to be probabilities."""
    if name in NEUTRAL or name == FIELDS[field][MISSING]:
        return LevelWeight(1.0, 1.0, 1.0)
    row = table[name] if name in table else table[_OLDER.get((field, name), name)]
    weight = LevelWeight(float(row["m"]), float(row["r"]), float(row["u"]), str(row.get("by", "")))
    if not all(0.0 < p <= 1.0 for p in (weight.m, weight.r, weight.u)):
        raise ValueError(f"{field}.{name} must have m, r and u above 0 and at most 1")
    return weight
