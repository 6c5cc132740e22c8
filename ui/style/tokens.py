"""Colours as data: one value per use, for each scheme; tests hold their contrast (WCAG 2.2, 1.4.3)."""

from dataclasses import dataclass
from enum import StrEnum


class ChipKind(StrEnum):
    """What a chip means; each kind has one glyph, so that colour is never the only sign."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    PROMISE = "promise"
    LEGAL = "legal"
    NEUTRAL = "neutral"

    @property
    def glyph(self) -> str:
        """The sign shown before the word."""
        return _GLYPHS[self]


_GLYPHS = {
    ChipKind.OK: "✓",
    ChipKind.WARN: "◐",
    ChipKind.BAD: "■",
    ChipKind.INFO: "●",
    ChipKind.PROMISE: "◆",
    ChipKind.LEGAL: "§",
    ChipKind.NEUTRAL: "–",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, each ``#RRGGBB``."""

    name: str
    dark: bool
    window: str
    surface: str
    sunken: str
    sel: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    chart_plus: str
    chart_minus: str
    chips: dict[ChipKind, tuple[str, str]]

    def chip(self, kind: ChipKind) -> tuple[str, str]:
        """Foreground and background of a chip."""
        return self.chips[kind]

    def colour(self, token: str) -> str:
        """The colour of the token named ``token``; KeyError for an unknown one."""
        value = getattr(self, token, None)
        if not isinstance(value, str) or not value.startswith("#"):
            raise KeyError(token)
        return value


LIGHT = Tokens(
    name="light", dark=False,
    window="#F3F5F7", surface="#FFFFFF", sunken="#E8ECF0", sel="#DCE9F8", line="#D3DAE1",
    line_strong="#6E7A87", text="#17202A", text2="#4A5663", text3="#55616D", accent="#0B5CAD",
    on_accent="#FFFFFF", chart_plus="#1A5F9E", chart_minus="#9A4508",
    chips={
        ChipKind.OK: ("#14663A", "#DDF3E6"), ChipKind.WARN: ("#7A4A00", "#FFF0D1"),
        ChipKind.BAD: ("#A61B1B", "#FCE4E4"), ChipKind.INFO: ("#0B4F8A", "#E0EFFB"),
        ChipKind.PROMISE: ("#0B5F66", "#DBF2F3"), ChipKind.LEGAL: ("#5B2A9D", "#EFE6FB"),
        ChipKind.NEUTRAL: ("#414C58", "#E8ECF0"),
    },
)  # fmt: skip
DARK = Tokens(
    name="dark", dark=True,
    window="#14181D", surface="#1C2128", sunken="#10141A", sel="#1B3753", line="#323B46",
    line_strong="#7D8996", text="#E8EDF2", text2="#AAB5C0", text3="#A3AFBA", accent="#6CB2F5",
    on_accent="#0B1622", chart_plus="#5AA9EE", chart_minus="#F0904A",
    chips={
        ChipKind.OK: ("#7FD8A4", "#173627"), ChipKind.WARN: ("#F2C063", "#3A2C0F"),
        ChipKind.BAD: ("#FF9C96", "#46201F"), ChipKind.INFO: ("#8CC4F7", "#16324B"),
        ChipKind.PROMISE: ("#7CD6DB", "#133436"), ChipKind.LEGAL: ("#CDB0F7", "#33234C"),
        ChipKind.NEUTRAL: ("#C3CCD5", "#2B333D"),
    },
)  # fmt: skip
HIGH_CONTRAST = Tokens(
    name="high_contrast", dark=True,
    window="#000000", surface="#000000", sunken="#000000", sel="#003A70", line="#8A949E",
    line_strong="#FFFFFF", text="#FFFFFF", text2="#FFFFFF", text3="#E6E6E6", accent="#FFE45C",
    on_accent="#000000", chart_plus="#7CC4FF", chart_minus="#FFB27A",
    chips={
        ChipKind.OK: ("#8CFFB4", "#00210D"), ChipKind.WARN: ("#FFD98A", "#241800"),
        ChipKind.BAD: ("#FFB3AE", "#2C0504"), ChipKind.INFO: ("#A9D7FF", "#001A30"),
        ChipKind.PROMISE: ("#9AF4F8", "#001E20"), ChipKind.LEGAL: ("#E1CDFF", "#190A2E"),
        ChipKind.NEUTRAL: ("#FFFFFF", "#14181D"),
    },
)  # fmt: skip
SCHEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}


def contrast(foreground: str, background: str) -> float:
    """The WCAG 2 contrast ratio of two ``#RRGGBB`` colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(foreground), _luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
