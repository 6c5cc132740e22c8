"""How views are set up (columns, sort, widths, last place): kept in the vault, never in a plain file."""

from typing import Any

from PySide6.QtCore import QObject

from ui.shell.drafts import Drafts

KEY = "view"


class ViewState(QObject):
    """Plain JSON values by key, in memory at once and in the vault soon after."""

    def __init__(self, drafts: Drafts, values: dict[str, Any] | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._values = dict(values or {})

    def value(self, key: str, default: Any = None) -> Any:  # noqa: ANN401  (plain JSON values)
        """The value of ``key``."""
        return self._values.get(key, default)

    def set(self, key: str, value: object) -> None:
        """Keep ``value``; None removes it."""
        if value is None:
            self._values.pop(key, None)
        elif self._values.get(key) == value:
            return
        else:
            self._values[key] = value
        self._drafts.keep(KEY, dict(self._values))
