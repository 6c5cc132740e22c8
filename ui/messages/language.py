"""The window's language: translations from resources/i18n, English where there is none."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.messages.translating import translate

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
SYSTEM, ENGLISH = "system", "en"


def key_names() -> tuple[str, ...]:
    """Names of keys as short as they are on keyboards; Qt's own (Control, Mayúsculas) do not fit on buttons.

    They are literals here so that they are collected; a translation of ours goes before Qt's.
    """
    return (
        translate("QShortcut", "Ctrl"),
        translate("QShortcut", "Shift"),
        translate("QShortcut", "Return"),
        translate("QShortcut", "Esc"),
    )


def available() -> tuple[str, ...]:
    """Codes of the languages there are, English first."""
    return (ENGLISH, *sorted(file.stem for file in FOLDER.glob("*.qm")))


def chosen(language: str) -> str:
    """The code that ``language`` (a code or ``system``) comes to; English for one that is not there."""
    if language == SYSTEM:
        for name in QLocale.system().uiLanguages():
            if name.split("-")[0] in available():
                return name.split("-")[0]
    return language if language in available() else ENGLISH


def install_language(application: QCoreApplication, language: str) -> str:
    """Translate everything made from now on into ``language``; the code now in force."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    code = chosen(language)
    if code != ENGLISH:
        for file in (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm",
                     FOLDER / f"{code}.qm"):  # fmt: skip
            translator = QTranslator(application)
            if translator.load(str(file)):
                application.installTranslator(translator)
    return code
