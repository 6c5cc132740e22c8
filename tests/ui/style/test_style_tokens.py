import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui.style.fonts import Role
from ui.style.icons import FOLDER, UnknownIconError
from ui.style.sheet import FILE, sheet
from ui.style.tokens import SCHEMES, ChipKind, contrast

SURFACES = ("window", "surface", "sunken", "sel")
TEXTS = ("text", "text2", "text3")


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=SCHEMES)
def test_every_text_reads_on_every_surface(tokens):
    too_faint = [
        (text, surface)
        for text in (*TEXTS, "accent")
        for surface in SURFACES
        if contrast(tokens.colour(text), tokens.colour(surface)) < 4.5
    ]
    assert too_faint == []
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=SCHEMES)
def test_borders_charts_and_focus_stand_out_on_every_surface(tokens):
    faint = [
        (what, surface)
        for what in ("line_strong", "accent", "chart_plus", "chart_minus")
        for surface in SURFACES
        if contrast(tokens.colour(what), tokens.colour(surface)) < 3.0
    ]
    assert faint == []


@pytest.mark.parametrize("tokens", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize("kind", ChipKind)
def test_chips_read_and_have_a_sign_of_their_own(tokens, kind):
    assert contrast(*tokens.chip(kind)) >= 4.5
    assert len({k.glyph for k in ChipKind}) == len(ChipKind)


def test_the_sheet_uses_only_what_exists_and_stays_short():
    text = FILE.read_text(encoding="utf-8")
    wanted = set(re.findall(r"\$\{(\w+)\}", text))
    for tokens in SCHEMES.values():
        done = sheet(tokens, round)
        assert "${" not in done
        for name in re.findall(r'url\("([^"]+)"\)', done):
            assert tokens.name in name
            assert (FILE.parent / tokens.name / name.rsplit("/", 1)[1]).is_file()
    assert wanted >= {"window", "accent", "line_strong"}
    assert "#" not in re.sub(r"\$\{\w+\}", "", text), "a colour that is no token"


def test_the_placeholder_of_a_field_reads_on_its_ground(qtbot, theme):
    for scheme in SCHEMES:
        theme.set_scheme(scheme)
        for field in (QLineEdit(), QPlainTextEdit()):
            qtbot.addWidget(field)
            field.setPlaceholderText("what was said")
            field.show()
            shown = field.palette().color(field.palette().ColorRole.PlaceholderText)
            seen = _over(shown, QColor(theme.tokens.surface))
            assert contrast(seen.name(), theme.tokens.surface) >= 4.5, scheme


def _over(front: QColor, back: QColor) -> QColor:
    share = front.alphaF()
    mixed = [
        round(f * share + b * (1 - share)) for f, b in zip(front.getRgb()[:3], back.getRgb()[:3], strict=True)
    ]
    return QColor(*mixed)


def test_nothing_is_smaller_than_eleven_pixels_and_everything_grows(theme):
    theme.set_scale(0.9)
    assert min(theme.font(role).pixelSize() for role in Role) >= 11
    theme.set_scale(2.0)
    assert theme.font(Role.BODY).pixelSize() == 26
    theme.set_scale(9)
    assert theme.scale == 2.0


def test_the_bundled_typeface_is_used_with_figures_of_one_width(theme):
    from PySide6.QtGui import QFontInfo, QFontMetricsF

    font = theme.font(Role.BODY)
    assert QFontInfo(font).family() == "Inter"
    metrics = QFontMetricsF(font)
    assert len({round(metrics.horizontalAdvance(figure * 10), 2) for figure in "0123456789"}) == 1


def test_an_unknown_icon_raises_and_a_known_one_takes_the_colour(theme):
    with pytest.raises(UnknownIconError):
        theme.icon("no-such-icon")
    image = theme.icon("check", "accent").pixmap(32, 32).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert theme.tokens.accent.lower() in colours


def test_icons_and_typeface_come_with_their_licences():
    assert "ISC" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert "OPEN FONT LICENSE" in (FOLDER.parent / "fonts" / "OFL.txt").read_text(
        encoding="utf-8"
    ).upper() or ("Open Font License" in (FOLDER.parent / "fonts" / "OFL.txt").read_text(encoding="utf-8"))


def test_switching_the_scheme_tells_who_draws_by_hand(qtbot, theme):
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme("dark")
    assert theme.tokens.dark
    with pytest.raises(ValueError, match="no scheme"):
        theme.set_scheme("pink")
