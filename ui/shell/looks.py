"""The looks kept on this computer, applied to the theme and kept when they change."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from ui.messages.language import install_language
from ui.style.theme import DENSITIES, SYSTEM, Theme
from ui.style.tokens import SCHEMES
from workbench.services import machine


def apply_looks(application: QApplication, theme: Theme) -> None:
    """Give the program the looks kept on this computer; what does not fit is left at its default."""
    kept = machine.load()
    install_language(application, kept.language)
    if kept.density in DENSITIES:
        theme.set_density(kept.density)
    theme.set_scale(kept.text_percent / 100)
    if kept.scheme == SYSTEM or kept.scheme in SCHEMES:
        theme.set_scheme(kept.scheme)


def keep_looks(theme: Theme) -> None:
    """Keep the present looks on this computer, when they are others than those kept."""
    kept = machine.load()
    now = replace(kept, scheme=theme.scheme, text_percent=round(theme.scale * 100), density=theme.density)
    if now != kept:
        machine.save(now)
