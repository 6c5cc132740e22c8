"""Shows a help page: a small Markdown file of ours; links and pictures are never followed or loaded."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.style.theme import current_theme


class HelpBrowser(QTextBrowser):
    """Reads what it is given and nothing else: no file, no address, no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Help page"))
        self.setTabChangesFocus(True)
        self.loaded: list[str] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is loaded, whatever a page names."""
        self.loaded.append(f"{kind}:{name if isinstance(name, str) else name.toString()}")
        return b""

    def show_page(self, markdown: str) -> None:
        """Show a page."""
        features = QTextDocument.MarkdownFeature
        self.document().setDocumentMargin(current_theme().px(16))
        self.document().setMarkdown(markdown, features.MarkdownNoHTML | features.MarkdownDialectCommonMark)
        self.verticalScrollBar().setValue(0)
