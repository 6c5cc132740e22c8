"""The kinds of relative: a namesake (father and son of one name) and everybody else.

A relative of the debtor's own first name is nearly always a generation apart and often shares the middle
name; one born on the debtor's birthday is a twin and has another first name.  Averages over all relatives
forget that, so each kind has its joint likelihood and the likelier one stands for the class.
"""

from dataclasses import dataclass
from typing import Any

from workbench.matching.levels import FIELDS


@dataclass(frozen=True, slots=True)
class Kin:
    """One kind of relative.

    ``share`` of all relatives are of it; ``levels[field][level]`` is P(level | a relative of this kind) where
    it differs from the level's r.
    """

    name: str
    share: float
    levels: dict[str, dict[str, float]]

    def r(self, field: str, level: str, otherwise: float) -> float:
        """P(level | this kind); ``otherwise`` is the r of all relatives."""
        return self.levels.get(field, {}).get(level, otherwise)


ANY_RELATIVE = (Kin("relative", 1.0, {}),)
"""What weights without kinds say: every relative is like the average one."""


def kinds(data: dict[str, dict[str, Any]]) -> tuple[Kin, ...]:
    """The ``[kin.NAME]`` tables of a weights file; ValueError says what is wrong.

    Shares must sum to 1, every field and level be known, every figure a probability.
    """
    if not data:
        return ANY_RELATIVE
    found = tuple(_kind(name, table) for name, table in data.items())
    if abs(sum(kin.share for kin in found) - 1.0) > 1e-6:
        raise ValueError("the shares of the kinds of relative must sum to 1")
    return found


def kin_lines(kin: tuple[Kin, ...]) -> list[str]:
    """The ``[kin.NAME]`` tables of a weights file that ``kinds`` reads back as equal kinds; none for
    ``ANY_RELATIVE``.
    """
    lines: list[str] = []
    for kind in kin if kin != ANY_RELATIVE else ():
        lines += ["", f"[kin.{kind.name}]", f"share = {kind.share!r}"]
        for field, figures in kind.levels.items():
            lines += ["", f"[kin.{kind.name}.{field}]"]
            lines += [f"{level} = {figure!r}" for level, figure in figures.items()]
    return lines


def _kind(name: str, table: dict[str, Any]) -> Kin:
    """One kind, checked."""
    levels = {field: rows for field, rows in table.items() if field != "share"}
    for field, rows in levels.items():
        unknown = set(rows) - set(FIELDS.get(field, ()))
        if unknown:
            raise ValueError(f"unknown levels of kin.{name}.{field}: {', '.join(sorted(unknown))}")
        if not all(0.0 < float(figure) <= 1.0 for figure in rows.values()):
            raise ValueError(f"kin.{name}.{field} must have figures above 0 and at most 1")
    share = float(table["share"])
    if not 0.0 < share <= 1.0:
        raise ValueError(f"kin.{name} must have a share above 0 and at most 1")
    return Kin(name, share, {f: {n: float(v) for n, v in rows.items()} for f, rows in levels.items()})
