"""One review under way: where it stands, what is read ahead, what is being written; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ui.screens.review.decisions import Decisions
from ui.screens.review.queue_model import QueueModel
from ui.shell.workspace import Workspace
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.lead import LeadStatus
from workbench.model.review import Pile, QueueCounts, QueueFilter, QueueOrder, QueueRow
from workbench.services import imports, review_queue, reviewing
from workbench.services.review_queue import Candidate
from workbench.services.reviewing import Decided, Verdict
from workbench.services.vaults import Vault

AHEAD = 3
"""Leads that are read before they are needed."""
_SETTLE = 400  # ms without a change before the queue is read again


@dataclass(frozen=True, slots=True)
class Loaded:
    """A queue as read: its ids in order, the counts beside it, names of the files the leads are from."""

    ids: list[str]
    counts: QueueCounts
    files: dict[str, str]


class ReviewSession(QObject):
    """Moves through a queue.

    ``showing`` carries the Candidate now shown (None: there is none), ``waiting`` that it is being read;
    ``queue_read`` that queue or counts are new; ``stored`` a Candidate and what was Decided about it;
    ``refused`` an error and the id of the lead that came back with it.
    """

    showing = Signal(object)
    waiting = Signal()
    queue_read = Signal()
    stored = Signal(object, object)
    refused = Signal(object, str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.where = QueueFilter()
        self.model = QueueModel(_RowReader(self).fetch)
        self.model.setParent(self)
        self.order = QueueOrder.VALUE
        self.counts: QueueCounts | None = None
        self.files: dict[str, str] = {}
        self.current: Candidate | None = None
        self.current_id = ""
        self.decisions = Decisions(workspace, self)
        self.decisions.returning.connect(self._return)
        self.moving = False  # the table's current row follows the session, not the other way round
        self._base = ""
        self._base_row = 0
        self._cache: dict[str, Candidate] = {}
        self._reading: set[str] = set()
        self._in_flight: dict[str, int] = {}
        self._trail: list[str] = []
        self._return_to = ""
        self._to_write: list[tuple[Candidate, Verdict]] = []
        self._after_paint = QTimer(self)  # the vault's thread and painting would share the interpreter
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self.flush)
        workspace.before_closing(self.flush)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.load)

    # Reading

    def load(self, keep: str = "") -> None:
        """Read the queue (again); go to ``keep``, else stay where it is."""
        self._return_to = keep or self._return_to
        work = partial(_load, where=self.where, order=self.order)
        self.workspace.vault.read(work, self._loaded, owner=self, failed=self.failed.emit, key="queue")

    def start_at(self, lead_id: str) -> None:
        """Have the next reading of the queue begin at ``lead_id``, when it is still there."""
        self._base = lead_id

    def show_queue(self, where: QueueFilter, order: QueueOrder) -> None:
        """Go through another queue."""
        if (where, order) != (self.where, self.order):
            self.where, self.order = where, order
            self._base, self.current, self.current_id = "", None, ""
            self._base_row = 0
        self.load()

    def next_queue(self) -> QueueFilter | None:
        """Where to go on from an empty queue: the second look, then every lead; None: nothing waits."""
        if self.counts is None:
            return None
        if self.counts.second_look and self.where.pile is not Pile.SECOND_LOOK:
            return QueueFilter(pile=Pile.SECOND_LOOK)
        return QueueFilter() if self.where != QueueFilter() else None

    def _loaded(self, loaded: Loaded) -> None:
        self.counts, self.files = loaded.counts, loaded.files
        self.model.set_ids([i for i in loaded.ids if i not in self._in_flight])
        target, self._return_to = self._return_to, ""
        self.queue_read.emit()
        if target:
            self.go_to(target)
        elif not self.visiting:  # a visit stays, also while its lead is being read
            self.go_to(self._base if self.model.row_of(self._base) >= 0 else self._at(self._base_row))

    def _at(self, row: int) -> str:
        ids = self.model.ids
        return ids[row if row < len(ids) else 0] if ids else ""

    # Moving

    def go_to(self, lead_id: str) -> None:
        """Show a lead; one of the queue becomes the place in it."""
        row = self.model.row_of(lead_id)
        if row >= 0:
            self._base, self._base_row = lead_id, row
        self._show(lead_id)

    def visit(self, lead_id: str) -> None:
        """Show a lead without leaving the place in the queue."""
        self._show(lead_id)

    @property
    def visiting(self) -> bool:
        """Whether the lead shown is not the one at the place in the queue."""
        return bool(self.current_id) and self.current_id != self._base

    def skip(self) -> None:
        """On to the next lead; nothing is written.  From a visit back to the place in the queue."""
        if self.visiting:
            self.go_to(self._base or self._at(0))
        elif self.current_id:
            self._trail.append(self.current_id)
            self.go_to(self._at(self._base_row + 1))

    def look_back(self) -> bool:
        """Show what was shown before, without undoing anything; whether there was something."""
        while self._trail:
            lead_id = self._trail.pop()
            if lead_id != self.current_id:
                self.visit(lead_id)
                return True
        return False

    def other(self, number: int) -> bool:
        """Visit the other candidate ``number`` (from 1) of the same party; whether there is one."""
        others = self.current.others if self.current else ()
        if not 1 <= number <= len(others):
            return False
        self._trail.append(self.current_id)
        self.visit(others[number - 1].lead_id)
        return True

    def _show(self, lead_id: str) -> None:
        self.current_id = lead_id
        found = self._cache.get(lead_id)
        self.current = found
        if not lead_id or found is not None:
            self.showing.emit(found)
        else:
            self.waiting.emit()
            self._read(lead_id)
        self._after_paint.start(0)

    def _read_ahead(self) -> None:
        ids = self.model.ids
        ahead = ids[self._base_row : self._base_row + AHEAD + 1]
        for lead_id in ahead:
            if lead_id not in self._cache:
                self._read(lead_id)
        keep = {*ahead, self.current_id, self._base, *self._trail[-AHEAD:]}
        self._cache = {i: c for i, c in self._cache.items() if i in keep}

    def _read(self, lead_id: str) -> None:
        if lead_id in self._reading:
            return
        self._reading.add(lead_id)
        self.workspace.vault.read(
            partial(review_queue.candidate, lead_id=lead_id),
            self._candidate_read,
            owner=self,
            failed=partial(self._not_read, lead_id),
        )

    def _candidate_read(self, candidate: Candidate) -> None:
        lead_id = candidate.lead.lead_id
        self._reading.discard(lead_id)
        self._cache[lead_id] = candidate
        if lead_id == self.current_id:
            self.current = candidate
            self.showing.emit(candidate)

    def _not_read(self, lead_id: str, error: WorkbenchError) -> None:
        self._reading.discard(lead_id)
        if lead_id != self.current_id:
            return
        if isinstance(error, reviewing.UnknownLeadError):  # gone meanwhile: another import, an undo
            row = self.model.row_of(lead_id)
            if row >= 0:
                self.model.remove(row)
            self.go_to(self._at(self._base_row))
        else:
            self.failed.emit(error)

    # Deciding

    def decide(self, verdict: Verdict) -> None:
        """Decide the lead shown and go on at once; it comes back with the error if that is not stored."""
        candidate = self.current
        if candidate is None:
            return
        lead_id = candidate.lead.lead_id
        visiting, row = self.visiting, self.model.row_of(lead_id)
        self.moving = True
        self._trail.append(lead_id)
        self._in_flight[lead_id] = row
        if row >= 0 and not self._stays(verdict):
            self.model.remove(row)
            if row < self._base_row:
                self._base_row -= 1
        self._to_write.append((candidate, verdict))
        self._after_paint.start(0)
        self._cache.pop(lead_id, None)
        self.decisions.note_pace()
        self.moving = False
        self.go_to(
            self._base if visiting and self.model.row_of(self._base) >= 0 else self._at(self._base_row)
        )

    def flush(self) -> None:
        """Hand what was decided to the vault, and read ahead; runs when the next lead is painted."""
        waiting, self._to_write = self._to_write, []
        for candidate, verdict in waiting:
            lead_id = candidate.lead.lead_id
            self.workspace.vault.write(
                partial(reviewing.decide, lead_id=lead_id, verdict=verdict),
                partial(self._stored, candidate),
                owner=self,
                failed=partial(self._not_stored, lead_id),
            )
        self._read_ahead()

    def _stays(self, verdict: Verdict) -> bool:
        return self.where.pile is Pile.SECOND_LOOK and verdict.status is LeadStatus.UNSURE

    def _stored(self, candidate: Candidate, decided: Decided) -> None:
        lead_id = candidate.lead.lead_id
        self._in_flight.pop(lead_id, None)
        accepted = int(decided.lead.status is LeadStatus.ACCEPTED)
        self.decisions.note(decided.written, (lead_id,), accepted)
        self.stored.emit(candidate, decided)

    def _not_stored(self, lead_id: str, error: WorkbenchError) -> None:
        row = self._in_flight.pop(lead_id, -1)
        if row >= 0 and self.model.row_of(lead_id) < 0:
            self.model.insert(row, lead_id)
        self.go_to(lead_id)
        self.refused.emit(error, lead_id)

    def _return(self, lead_id: str) -> None:
        self._return_to = lead_id

    # Others' writes

    def on_changes(self, changes: Changes) -> None:
        """Something was written: read again what it touches."""
        stale = [i for i, c in self._cache.items() if c.account.account_id in changes.accounts]
        for lead_id in stale:
            del self._cache[lead_id]
        if self.current_id in stale:
            self._read(self.current_id)
        self._read_ahead()
        if self._return_to:
            self.load()
        elif changes.leads or changes.accounts_added:
            self._settle.start(_SETTLE)


class _RowReader(QObject):
    """Fetches lines of the queue for its model."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__(session)
        self._session = session

    def fetch(self, lead_ids: Sequence[str]) -> None:
        """Read these lines and hand them to the model."""
        work = partial(review_queue.rows, pile=self._session.where.pile, lead_ids=list(lead_ids))
        self._session.workspace.vault.read(work, self._read, owner=self)

    def _read(self, rows: list[QueueRow]) -> None:
        self._session.model.fill(rows)


def _load(vault: Vault, where: QueueFilter, order: QueueOrder) -> Loaded:
    counts = review_queue.counts(vault)
    files = {r.import_id: r.file_name for r in imports.history(vault) if r.import_id in counts.by_import}
    return Loaded(review_queue.queue(vault, where, order), counts, files)
