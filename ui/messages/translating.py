"""Translation outside of QObjects: ``translate("Context", "literal")``, in a form that lupdate sees."""

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """``text`` in the language of the window; ``context`` groups texts for translators."""
    return QCoreApplication.translate(context, text)
