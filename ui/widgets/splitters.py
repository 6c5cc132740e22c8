"""Splitters between panes: a plain handle, reachable widths kept as numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


class Splitter(QSplitter):
    """Panes side by side (or above each other); none of them collapses to nothing by dragging."""

    def __init__(self, *panes: QWidget, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        for pane in panes:
            self.addWidget(pane)

    def set_stretch(self, *factors: int) -> None:
        """How the panes share room that is left over."""
        for index, factor in enumerate(factors):
            self.setStretchFactor(index, factor)
