"""The status bar: what was saved when, what runs and how far, the last action and how to take it back."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui.messages.formats import clock_time, count
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.tasks.jobs import Job
from ui.widgets.buttons import push_button
from ui.widgets.labels import ElidedLabel, plain_label
from workbench.services.written import Written

TOAST_MILLISECONDS = 6000


class JobLine(QWidget):
    """The job under way: what, how far, and a button to cancel it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._words = plain_label("", role=Role.CAPTION, tone="text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(96)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = push_button(self.tr("Cancel"), kind="link")
        self._cancel.clicked.connect(self._cancel_job)
        for widget in (self._words, self._bar, self._cancel):
            layout.addWidget(widget)
        self.hide()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def show_job(self, job: Job | None) -> None:
        """Follow ``job``; None hides the line."""
        if self._job is not None and self._job is not job:
            self._job.progressed.disconnect(self._progress)
        if job is not None and job is not self._job:
            job.progressed.connect(self._progress)
        self._job = job
        self.setVisible(job is not None)
        if job is not None:
            self._words.setText(job.words)
            self._bar.setRange(0, 0)
            self._cancel.setVisible(job.cancellable)

    def forget(self) -> None:
        """The job is gone already."""
        self._job = None
        self.hide()

    def _progress(self, done: int, total: int | None, stage: str) -> None:
        if self._job is None:
            return
        if total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(min(1000, done * 1000 // total))
            far = self.tr("{done} of {total}").format(done=count(done), total=count(total))
        else:
            self._bar.setRange(0, 0)
            far = count(done) if done else ""
        self._words.setText(" · ".join(part for part in (self._job.words, stage, far) if part))

    def _cancel_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._words.setText(self.tr("Cancelling…"))


class StatusBar(QFrame):
    """``undo_asked`` is its undo button.  What it says stays; errors stay until the next message."""

    undo_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("surface", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Status"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.setSpacing(12)
        self._saved = plain_label("", role=Role.CAPTION, tone="text2")
        self._said = ElidedLabel("", role=Role.CAPTION, tone="text2")
        self._clipboard = plain_label("", role=Role.CAPTION, tone="text2")
        self._clipboard.hide()
        self._undo = push_button("", kind="link")
        self._undo.hide()
        self._undo.clicked.connect(self.undo_asked)
        self.job = JobLine()
        self._keys = plain_label(self.tr("Ctrl+K commands  ·  ? keys"), role=Role.CAPTION, tone="text3")
        layout.addWidget(self._saved)
        layout.addWidget(self._said, 1)
        for widget in (self._clipboard, self._undo, self.job, self._keys):
            layout.addWidget(widget)
        self._listen()

    @property
    def words(self) -> str:
        """The message shown."""
        return self._said.text()

    @property
    def saved(self) -> str:
        """When something was last saved."""
        return self._saved.text()

    def set_compact(self, compact: bool) -> None:
        """Leave the hint about keys away where there is little room."""
        self._keys.setVisible(not compact)

    def say(self, words: str) -> None:
        """Show a message."""
        self._said.setText(words)

    def show_clipboard(self, seconds: int) -> None:
        """Say how long what was copied stays in the clipboard; 0: nothing of ours is there."""
        self._clipboard.setVisible(seconds > 0)
        self._clipboard.setText(self.tr("Clipboard cleared in {seconds} s").format(seconds=seconds))

    def _listen(self) -> None:
        workspace = self._workspace
        workspace.messages.said.connect(self.say)
        workspace.messages.failed.connect(self.say)
        workspace.undo_log.noted.connect(self._noted)
        workspace.undo_log.changed.connect(self._undo_changed)
        workspace.jobs.started.connect(self._jobs_changed)
        workspace.jobs.ended.connect(self._job_ended)

    def _noted(self, written: Written) -> None:
        now = clock_time(self._workspace.clock.now())
        self._saved.setText(self.tr("Saved {time}").format(time=now))
        if written.words:
            self._said.setText(written.words)

    def _undo_changed(self) -> None:
        last = self._workspace.undo_log.last
        self._undo.setVisible(last is not None)
        if last is not None:
            self._undo.setText(self.tr("Undo  Ctrl+Z"))
            self._undo.setAccessibleName(self.tr("Undo: {what}").format(what=last.words))

    def _jobs_changed(self) -> None:
        running = self._workspace.jobs.running
        self.job.show_job(running[-1] if running else None)

    def _job_ended(self) -> None:
        self.job.forget()
        self._jobs_changed()


class Toast(QFrame):
    """What went wrong, at the lower left for six seconds; the status bar keeps it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("kind", "card")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        self._words = plain_label("", wrap=True)
        layout.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show ``words`` for a while."""
        self._words.setText(words)
        self.setAccessibleName(words)
        room = self._room.size()
        self.setFixedWidth(min(420, room.width() - 24))
        self.adjustSize()
        self.move(12, room.height() - self.height() - 40)
        self.show()
        self.raise_()
        self._timer.start(TOAST_MILLISECONDS)
