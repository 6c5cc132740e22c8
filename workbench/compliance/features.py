"""What a model that orders or prices accounts may read (FED-ECOA): only what the pack lists by name."""

from collections.abc import Iterable

from workbench.compliance.pack import RulePack
from workbench.compliance.verdict import Verdict


def refused_features(names: Iterable[str], pack: RulePack) -> tuple[str, ...]:
    """The names that are not on the pack's list, sorted."""
    return tuple(sorted(set(names) - pack.model_features))


def check_features(names: Iterable[str], pack: RulePack) -> Verdict:
    """BLOCK when any name is refused, else ALLOW."""
    return Verdict.BLOCK if refused_features(names, pack) else Verdict.ALLOW
