"""Lucide icons (ISC, resources/icons), recoloured with a token; an unknown name raises."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
_SIZES = (16, 20, 32, 48)


class UnknownIconError(LookupError):
    """There is no icon of that name in resources/icons."""


@lru_cache(maxsize=512)
def icon_of(name: str, colour: str, faded: str) -> QIcon:
    """The icon ``name`` drawn in ``colour`` (``#RRGGBB``), and in ``faded`` while disabled."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(name, colour, size), QIcon.Mode.Normal)
        made.addPixmap(_drawn(name, faded, size), QIcon.Mode.Disabled)
    return made


def _drawn(name: str, colour: str, size: int) -> QPixmap:
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise UnknownIconError(name)
    svg = file.read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
