"""The weights as Splink 5 settings: same person against stranger, and each kind of relative against stranger.

Splink knows two classes, ours are three, one of them of several kinds.  One settings each over the same
comparisons carry all of it, because every class is measured against the stranger.  With the match weights of
a pair (priors included)

    score = w_same - log2(2 ** max(w_kind, ...) + 1)

is our score in bits: log2 of P(same) against P(relative) + P(stranger).

A frequency stands in for u by Splink's term-frequency adjustment: each level that has one names a column
(``k_<field>_<level>``: the debtor's id on the debtors' side, NULL on the records'), whose lookup table gives
the value to divide by.  Not exported: caps on blocks, hard caps, tombstones, sharing among candidates.
"""

from typing import Any, Final

from workbench.matching.kin import Kin
from workbench.matching.levels import FIELDS, NEUTRAL, level
from workbench.matching.splink_levels import Dialect, conditions
from workbench.matching.weights import LevelWeight, Weights

SAME: Final = "same"

_CHANGED_SURNAME = (
    "l.canonical = r.canonical AND substr(l.middle, 1, 1) = substr(r.middle, 1, 1)"
    " AND l.birth_year = r.birth_year"
)
BLOCKING: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("l.sound = r.sound AND substr(l.canonical, 1, 1) = substr(r.canonical, 1, 1)", ()),
    ("l.canonical = r.canonical AND l.surname = r.surname", ()),
    ("l.home_key = r.home_key", ("home_key",)),
    ("substr(l.surname, 1, 5) = substr(r.surname, 1, 5) AND l.birth_year = r.birth_year", ()),
    ("l.ymd = r.ymd", ()),
    ("l.phones = r.phones", ("phones",)),
    ("l.ssn4 = r.ssn4 AND substr(l.surname, 1, 1) = substr(r.surname, 1, 1)", ()),
    ("l.both_names = r.both_names", ()),
    ("l.zip_keys = r.zip_keys AND substr(l.first, 1, 3) = substr(r.first, 1, 3)", ("zip_keys",)),
    (_CHANGED_SURNAME, ()),
    ("l.emails = r.emails", ("emails",)),
    ("l.zip_keys = r.zip_keys AND l.ssn4 = r.ssn4", ("zip_keys",)),
    ("l.ssn4 = r.ssn4 AND l.canonical = r.canonical", ()),
)
"""The keys of ``keys.KINDS`` as (rule, columns to explode); of several surnames the first one only."""


def adjusted(weights: Weights) -> tuple[tuple[str, str, LevelWeight], ...]:
    """(field, level, weight) of every exported level whose u is a frequency."""
    return tuple(
        (field, name, weight)
        for field, rows in conditions(Dialect.DUCKDB).items()
        for name, _ in rows
        if (weight := weights.levels[field][level(field, name)]).by
    )


def classes(weights: Weights) -> tuple[str, ...]:
    """What settings there are: SAME, and the name of each kind of relative."""
    return (SAME, *(kin.name for kin in weights.kin))


def key_column(field: str, name: str) -> str:
    """The column that carries the frequency of a level."""
    return f"k_{field}_{name}"


def splink_settings(
    weights: Weights, *, rows: int, of: str = SAME, dialect: Dialect = Dialect.DUCKDB
) -> dict[str, Any]:
    """Settings of ``of`` (one of ``classes``) against stranger, for a record file of ``rows`` rows."""
    same, relative, stranger = (2.0**bits for bits in weights.priors(rows))
    prior = same if of == SAME else relative * _kin(weights, of).share
    return {
        "link_type": "link_only",
        "sql_dialect": dialect.value,
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": prior / (prior + stranger),
        "comparisons": [
            {
                "output_column_name": field,
                "comparison_description": f"{field}, version {weights.version}: {of} against stranger",
                "comparison_levels": [_level(weights, field, name, sql, of) for name, sql in found],
            }
            for field, found in conditions(dialect).items()
        ],
        "blocking_rules_to_generate_predictions": [_rule(rule, columns) for rule, columns in BLOCKING],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def _rule(rule: str, columns: tuple[str, ...]) -> dict[str, Any]:
    return {"blocking_rule": rule, **({"arrays_to_explode": list(columns)} if columns else {})}


def _level(weights: Weights, field: str, name: str, sql: str, of: str) -> dict[str, Any]:
    found: dict[str, Any] = {"sql_condition": sql, "label_for_charts": f"{field}.{name}"}
    if name == FIELDS[field][0]:
        return found | {"is_null_level": True}
    weight = weights.levels[field][level(field, name)]
    if name in NEUTRAL:
        return found | {"m_probability": 0.5, "u_probability": 0.5}
    figure = figure_of(weights, field, name, of)
    found |= {"m_probability": figure, "u_probability": weight.u}
    found |= {"fix_m_probability": True, "fix_u_probability": True}
    if weight.by:
        found |= {
            "tf_adjustment_column": key_column(field, name),
            "tf_adjustment_weight": 1.0,
            "disable_tf_exact_match_detection": True,
        }
    return found


def _kin(weights: Weights, of: str) -> Kin:
    return next(kin for kin in weights.kin if kin.name == of)


def figure_of(weights: Weights, field: str, name: str, of: str) -> float:
    """P(level | this class)."""
    weight = weights.levels[field][level(field, name)]
    return weight.m if of == SAME else _kin(weights, of).r(field, name, weight.r)


def divisor(weights: Weights, field: str, name: str, of: str, *, frequency: float) -> float:
    """What a level's figure is divided by, given the frequency of the debtor's value.

    The frequency, never below the level's u; for relatives no more than the figure, because a level is never
    more telling against a relative than no telling at all.
    """
    u = max(frequency, weights.levels[field][level(field, name)].u)
    return u if of == SAME else min(u, figure_of(weights, field, name, of))
