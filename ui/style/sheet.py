"""The style sheet: what a palette cannot say, from resources/themes/window.qss and a scheme's tokens.

Widgets opt in by the properties ``role``, ``tone``, ``kind`` and ``surface``.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from string import Template

from ui.style.fonts import Role
from ui.style.tokens import ChipKind, Tokens

FILE = Path(__file__).resolve().parents[2] / "resources" / "themes" / "window.qss"
_SIZES = (3, 4, 6, 7, 8, 12, 16, 20, 22, 24)
_COLOURS = (
    "window", "surface", "sunken", "sel", "line", "line_strong", "text", "text2", "text3", "accent",
    "on_accent",
)  # fmt: skip


def sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """The style sheet of a scheme; ``px`` scales pixels to the present text size."""
    values = {f"p{n}": str(px(n)) for n in _SIZES}
    values |= {name: tokens.colour(name) for name in _COLOURS}
    values |= {"bad": tokens.chip(ChipKind.BAD)[0], "folder": (FILE.parent / tokens.name).as_posix()}
    return _template().substitute(values) + "\n".join(_role(role, px) for role in Role)


@cache
def _template() -> Template:
    return Template(FILE.read_text(encoding="utf-8"))


def _role(role: Role, px: Callable[[float], int]) -> str:
    size = max(11, px(role.pixels))
    return f'QLabel[role="{role.name}"] {{ font-size: {size}px; font-weight: {int(role.weight)}; }}'
