"""The one theme: scheme, text size and density, applied to the whole program at once."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.style.fonts import Role, font, load_fonts
from ui.style.icons import icon_of
from ui.style.sheet import sheet
from ui.style.tokens import DARK, HIGH_CONTRAST, LIGHT, SCHEMES, Tokens

SYSTEM = "system"
MIN_SCALE, MAX_SCALE = 0.9, 2.0
DENSITIES = {"compact": 24, "normal": 28, "roomy": 36}
"""Height of a table row in pixels at 100 % text size."""


class Theme(QObject):
    """Colours, fonts and sizes; ``changed`` tells that everything drawn by hand has to be drawn again."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = SYSTEM
        self._density = "normal"
        self.scale = 1.0
        self.tokens: Tokens = LIGHT
        load_fonts()
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    # What is set

    @property
    def scheme(self) -> str:
        """``system`` or the name of a scheme."""
        return self._scheme

    @property
    def density(self) -> str:
        """Name of the height of table rows."""
        return self._density

    def set_scheme(self, name: str) -> None:
        """Use the scheme ``name`` (light, dark, high_contrast) or follow the system; ValueError otherwise."""
        if name != SYSTEM and name not in SCHEMES:
            raise ValueError(f"no scheme {name}")
        self._scheme = name
        self.apply()

    def set_scale(self, scale: float) -> None:
        """Set the text size, 1.0 for 100 %; kept between 90 and 200 %."""
        self.scale = min(MAX_SCALE, max(MIN_SCALE, round(scale, 2)))
        self.apply()

    def set_density(self, name: str) -> None:
        """Set the height of table rows: compact, normal or roomy; ValueError otherwise."""
        if name not in DENSITIES:
            raise ValueError(f"no density {name}")
        self._density = name
        self.apply()

    # What screens ask

    def px(self, pixels: float) -> int:
        """``pixels`` at 100 % as pixels at the present text size."""
        return round(pixels * self.scale)

    @property
    def row_height(self) -> int:
        """Height of a table row in pixels."""
        return self.px(DENSITIES[self._density])

    def font(self, role: Role) -> QFont:
        """The font of a role at the present text size."""
        return font(role, self.scale)

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(self.tokens.colour(token))

    def icon(self, name: str, tone: str = "text2") -> QIcon:
        """An icon in the colour of the token ``tone``; UnknownIconError for an unknown name."""
        return icon_of(name, self.tokens.colour(tone), self.tokens.line_strong)

    # Applying

    def apply(self) -> None:
        """Give the program its palette, font and style sheet, and tell who draws by hand."""
        self.tokens = self._chosen()
        self._application.setFont(self.font(Role.BODY))
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(sheet(self.tokens, self.px))
        self.changed.emit()

    def _chosen(self) -> Tokens:
        if self._scheme != SYSTEM:
            return SCHEMES[self._scheme]
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme == SYSTEM:
            self.apply()


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette of a scheme; a placeholder is as readable as any other text."""
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.window,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text3,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.on_accent,
        QPalette.ColorRole.Highlight: tokens.sel,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.line,
        QPalette.ColorRole.Mid: tokens.line_strong,
        QPalette.ColorRole.Dark: tokens.line_strong,
        QPalette.ColorRole.Shadow: tokens.sunken,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    return palette


_KEPT = "workbench_theme"


def current_theme() -> Theme:
    """The theme of the running program; made by the program's start, or here for a widget on its own."""
    application = QApplication.instance()
    assert isinstance(application, QApplication), "a theme needs a QApplication"
    theme = application.__dict__.get(_KEPT)  # asked for hundreds of times by each screen
    if not isinstance(theme, Theme):
        theme = application.findChild(Theme) or Theme(application)
        application.__dict__[_KEPT] = theme
        theme.apply()
    return theme
