"""Shows a help page: a small Markdown file of ours; links and pictures are never followed or loaded."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.style.fonts import Role
from ui.style.theme import current_theme

_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class HelpBrowser(QTextBrowser):
    """Reads what it is given and nothing else: no file, no address, no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
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
        self._space_out()
        self.verticalScrollBar().setValue(0)

    def _space_out(self) -> None:
        """Give headings their size and lines their air: Markdown brings neither."""
        theme = current_theme()
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            shape, level = block.blockFormat(), block.blockFormat().headingLevel()
            shape.setLineHeight(125, _PROPORTIONAL)
            shape.setTopMargin(theme.px(16 if level else 6) if block.position() else 0)
            shape.setBottomMargin(theme.px(2))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            if level:
                letters = QTextCharFormat()
                letters.setFont(theme.font(Role.H1 if level == 1 else Role.H2))
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(letters)
            block = block.next()
        if self.document().indentWidth() > theme.px(20):
            self.document().setIndentWidth(theme.px(20))
