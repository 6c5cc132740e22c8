"""The program's typeface (Inter, SIL OFL 1.1, in resources/fonts) in the roles that screens use."""

from enum import Enum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FAMILY = "Inter"


class Role(Enum):
    """A kind of text: pixels at 100 % and weight.  Nothing is ever smaller than 11 pixels."""

    CAPTION = (11, QFont.Weight.Normal)
    BODY = (13, QFont.Weight.Normal)
    STRONG = (13, QFont.Weight.DemiBold)
    H2 = (15, QFont.Weight.DemiBold)
    H1 = (18, QFont.Weight.DemiBold)
    KPI = (24, QFont.Weight.DemiBold)
    MONO = (12, QFont.Weight.Medium)

    @property
    def pixels(self) -> int:
        """Size at 100 % text size."""
        return self.value[0]

    @property
    def weight(self) -> QFont.Weight:
        """Weight of the typeface."""
        return self.value[1]


def load_fonts() -> None:
    """Make the bundled typeface known to Qt; the system's own is used where that fails."""
    for file in sorted(FOLDER.glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def font(role: Role, scale: float) -> QFont:
    """The font of ``role`` at ``scale`` (1.0 is 100 %), with figures of one width; the caller's own."""
    return QFont(_font(role, scale))


@lru_cache(maxsize=64)
def _font(role: Role, scale: float) -> QFont:
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    made = QFont([family, FAMILY] if role is Role.MONO else [FAMILY])
    made.setPixelSize(max(11, round(role.pixels * scale)))
    made.setWeight(role.weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
