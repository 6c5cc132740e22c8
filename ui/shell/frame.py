"""The window's content while a vault is open: rail, the screen of the place, status bar."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.shell.frame_actions import add_frame_actions
from ui.shell.idle_lock import WARN_SECONDS
from ui.shell.navigator import Navigator
from ui.shell.places import IN_RAIL, Place
from ui.shell.rail import Rail
from ui.shell.screen import Screen
from ui.shell.status import StatusBar, Toast
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.states import Strip
from workbench.base.changes import Changes
from workbench.services.frame import FrameCounts, frame_counts

NARROW_BELOW = 1200
_COUNT_AFTER = 200


class Frame(QWidget):
    """``lock_asked`` and ``quit_asked`` are for the window.  Counts follow what is written."""

    lock_asked = Signal()
    quit_asked = Signal()

    def __init__(self, workspace: Workspace, makers: Mapping[Place, Callable[[Workspace], Screen]]) -> None:
        super().__init__()
        self.workspace = workspace
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stack = QStackedWidget()
        of_workspace = {place: partial(make, workspace) for place, make in makers.items()}
        self.navigator = Navigator(self.stack, of_workspace, workspace)
        workspace.navigator = self.navigator
        add_frame_actions(self)
        self.rail = Rail(self._key_of)
        self.status = StatusBar(workspace)
        self.toast = Toast(self)
        self._lay_out()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self.count)
        self._listen()
        self.count()

    def _lay_out(self) -> None:
        self._strips = QVBoxLayout()
        work = QVBoxLayout()
        work.setContentsMargins(16, 12, 16, 12)
        work.setSpacing(8)
        work.addLayout(self._strips)
        work.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(work, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status)
        self._lock_strip: Strip | None = None
        if self.workspace.read_only:
            words = self.tr("Opened read-only: nothing can be changed here.")
            self._strips.addWidget(Strip(ChipKind.WARN, words))
        for notice in self.workspace.notices:
            self._strips.addWidget(Strip(ChipKind.WARN, notice))

    def _listen(self) -> None:
        workspace = self.workspace
        self.rail.chosen.connect(self.navigator.go)
        self.navigator.arrived.connect(self.rail.show_place)
        self.navigator.arrived.connect(self._walked)
        self.status.undo_asked.connect(workspace.undo_log.undo)
        workspace.undo_log.changed.connect(self._undo_changed)
        workspace.messages.failed.connect(self.toast.show_words)
        workspace.hub.changed.connect(self._changed)
        self._undo_changed()
        self._walked()

    def _key_of(self, place: Place) -> str:
        keys = self.workspace.registry.action(f"go.{place.value}").shortcut()
        return keys.toString(QKeySequence.SequenceFormat.NativeText)

    # Counts

    def count(self) -> None:
        """Ask for the numbers of the rail."""
        work = partial(frame_counts, today=self.workspace.today())
        self.workspace.vault.read(work, self._counted, owner=self, key="counts")

    def _counted(self, counts: FrameCounts) -> None:
        self.rail.set_count(Place.WORKLIST, counts.due)
        self.rail.set_count(Place.REVIEW, counts.leads)

    def _changed(self, changes: Changes) -> None:
        if changes != Changes():
            self._counting.start(_COUNT_AFTER)

    # Room and focus

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons alone where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_BELOW * min(1.6, current_theme().scale)
        self.rail.set_narrow(narrow)
        self.status.set_compact(narrow)

    def next_pane(self, step: int) -> None:
        """Give the focus to the next pane of the screen, the rail being one of them."""
        screen = self.navigator.screen
        if screen is None:
            return
        panes = [p for p in screen.panes() if p.isVisible()]
        panes.append(self.rail.buttons[self.navigator.place or IN_RAIL[0]])
        focus = QApplication.focusWidget()
        inside = [i for i, pane in enumerate(panes) if pane is focus or (focus and pane.isAncestorOf(focus))]
        start = inside[-1] if inside else -1 if step > 0 else 0
        panes[(start + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    # Undo, lock

    def _undo_changed(self) -> None:
        log, registry = self.workspace.undo_log, self.workspace.registry
        nothing = self.tr("There is nothing to take back.")
        registry.set_enabled("edit.undo", log.last is not None, nothing)
        registry.set_enabled("edit.redo", log.next_redo is not None, self.tr("Nothing was taken back."))

    def _walked(self) -> None:
        registry, way = self.workspace.registry, self.navigator
        registry.set_enabled("go.back", way.can_go_back, self.tr("This is where you began."))
        registry.set_enabled("go.forward", way.can_go_forward, self.tr("There is no way forward."))

    def show_seconds_to_lock(self, seconds: int) -> None:
        """Say when the vault locks itself: in the rail, and as a banner for the last minute."""
        minutes = -(-seconds // 60)
        self.rail.set_lock_words(self.tr("Locks in {minutes} min").format(minutes=minutes))
        if seconds > WARN_SECONDS or seconds == 0:
            if self._lock_strip is not None:
                self._lock_strip.deleteLater()
                self._lock_strip = None
            return
        words = self.tr("Locks in {seconds} seconds unless you go on.").format(seconds=seconds)
        if self._lock_strip is not None:
            self._strips.removeWidget(self._lock_strip)
            self._lock_strip.deleteLater()
        self._lock_strip = Strip(ChipKind.WARN, words)
        self._strips.addWidget(self._lock_strip)
