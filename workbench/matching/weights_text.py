"""Weights as the text of a weights file, with remarks above it."""

from collections.abc import Iterable

from workbench.matching.kin import kin_lines
from workbench.matching.levels import FIELDS, MISSING, NEUTRAL
from workbench.matching.weights import LevelWeight, Weights


def weights_to_text(weights: Weights, remarks: Iterable[str] = ()) -> str:
    """TOML that ``weights_from_text`` reads back as equal weights; ``remarks`` become comments on top."""
    lines = [f"# {line}".rstrip() for remark in remarks for line in remark.splitlines() or [""]]
    lines += [f'version = "{weights.version}"', "", "[prior]"]
    lines += [f"present = {weights.present!r}", f"relatives = {weights.relatives!r}"]
    lines += [f"population_floor = {weights.population_floor}"]
    for field, names in FIELDS.items():
        for number, name in enumerate(names):
            if number != MISSING and name not in NEUTRAL:
                lines += ["", f"[fields.{field}.{name}]", *_level(weights.levels[field][number])]
    lines += kin_lines(weights.kin)
    return "\n".join(lines) + "\n"


def _level(weight: LevelWeight) -> list[str]:
    figures = [f"{name} = {float(getattr(weight, name))!r}" for name in ("m", "r", "u")]
    return [*figures, f'by = "{weight.by}"'] if weight.by else figures
