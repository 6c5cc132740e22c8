"""Same person, relative, or stranger? Blocking, comparison, weights, score, explanation; pure."""

from workbench.matching.matcher import Matcher
from workbench.matching.result import LEAD_SCHEMA, MatchResult, MatchStats
from workbench.matching.settings import MatchSettings
from workbench.matching.tombstones import Tombstones
from workbench.matching.weights import Weights, load_weights

__all__ = [
    "LEAD_SCHEMA",
    "MatchResult",
    "MatchSettings",
    "MatchStats",
    "Matcher",
    "Tombstones",
    "Weights",
    "load_weights",
]
