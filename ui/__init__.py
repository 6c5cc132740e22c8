"""Everything Qt: widgets, screens and the shell, over services."""

from ui.none_references import hold_none

hold_none()
