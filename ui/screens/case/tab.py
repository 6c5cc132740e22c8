"""What the case file asks of its tabs, and the small things they share."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from workbench.base.changes import Changes


@runtime_checkable
class CaseTab(Protocol):
    """A tab of the case file: a widget that reads what it shows by itself when it is shown.

    ``show_case`` says whose case it is, ``enter`` that the tab is being shown, ``on_changes`` what was
    written.  A tab may also have ``take_focus()``, ``remember()`` and ``restore(state)``, and a
    ``focus_on(target)`` that begins with something others name.
    """

    def show_case(self, account_id: str) -> None:
        """Show this account."""
        ...

    def enter(self) -> None:
        """The tab is being shown."""
        ...

    def on_changes(self, changes: Changes) -> None:
        """Something was written."""
        ...


def focus_into(widget: QWidget) -> None:
    """Give the focus to a tab: where it asks for it, else to its first list, else to its first field."""
    take = getattr(widget, "take_focus", None)
    if take is not None:
        take()
    if _has_focus(widget):
        return
    lists: list[QWidget] = list(widget.findChildren(QAbstractItemView))
    for target in [*lists, *widget.findChildren(QWidget)]:
        wants = target.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants and target.isVisibleTo(widget) and target.isEnabled():
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _has_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
