"""Match review: decide one lead after the other with one key each."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages.formats import count
from ui.messages.words import plural
from ui.screens.review.asking import Asking
from ui.screens.review.bulk import Bulk
from ui.screens.review.history_desk import HistoryDesk
from ui.screens.review.keys import Keys
from ui.screens.review.queue_choice import as_state, fill_choices, from_state
from ui.screens.review.review_actions import DECIDING, add_actions
from ui.screens.review.review_words import (
    finished_words,
    left_words,
    next_queue_words,
    no_lead_words,
    notice_words,
    order_words,
    spoken_words,
    status_chip,
)
from ui.screens.review.session import ReviewSession
from ui.screens.review.view import Head, ReviewView
from ui.screens.review.why_panel import WhyView
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.widgets.announcing import announce
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.review import QueueFilter, QueueOrder
from workbench.services import reviewing
from workbench.services.review_queue import Candidate
from workbench.services.reviewing import Decided

HISTORY_ROWS = 200
STATE = "review"


class ReviewScreen(Screen):
    """The place where leads are judged."""

    place: ClassVar[Place] = Place.REVIEW

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.session = ReviewSession(workspace, self)
        self.blind = False
        self._zone = QWidget()
        keys = Keys(self)
        self.actions_by_name = add_actions(workspace.registry, keys.calls(), keys.number, self._zone)
        self.head = Head(self.actions_by_name["undo"], self.actions_by_name["history"])
        self.view = ReviewView(self.session.model, self.actions_by_name)
        self.choice = self.view.queue_pane
        zone = QVBoxLayout(self._zone)
        zone.setContentsMargins(0, 0, 0, 0)
        zone.addWidget(self.view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.head)
        outer.addWidget(self._zone, 1)
        self.asking = Asking(self.view.bar, self.session, self.view.take_focus)
        self.history = HistoryDesk(workspace, self.session, self.view)
        self.bulk = Bulk(workspace, self.session, self.view, self.view.take_focus)
        for order in QueueOrder:
            self.choice.order_combo.add(order_words(order), order)
        self._connect()
        self._restore_settings()
        self._disable_writing()

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.showing.connect(self._show)
        session.waiting.connect(view.show_reading)
        session.queue_read.connect(self._queue_read)
        session.decisions.changed.connect(self._progressed)
        session.stored.connect(self._stored)
        session.refused.connect(self._refused)
        session.failed.connect(self._failed)
        view.queue.current_changed.connect(self._row_chosen)
        view.why.copied.connect(self._copied)
        view.others.chosen.connect(session.other)
        self.choice.show_combo.activated.connect(self._queue_chosen)
        self.choice.order_combo.activated.connect(self._queue_chosen)

    def _disable_writing(self) -> None:
        if self.workspace.read_only:
            reason = self.tr("The vault is open read-only.")
            for name in DECIDING:
                self.workspace.registry.set_enabled(f"review.{name}", enabled=False, reason=reason)

    # The screen in the window

    def title(self) -> str:
        """Match review."""
        return self.tr("Match review")

    def enter(self, target: object = None) -> None:
        """Go on with the review.  ``target``: a QueueFilter, or the id of an import whose leads to show."""
        if isinstance(target, QueueFilter):
            self.session.show_queue(target, self.session.order)
        elif isinstance(target, str) and target:
            self.session.show_queue(QueueFilter(import_id=target), self.session.order)
        else:
            self.session.load()

    def on_changes(self, changes: Changes) -> None:
        """Follow what others wrote."""
        self.session.on_changes(changes)
        self.history.on_changes(changes)

    def panes(self) -> list[QWidget]:
        """Queue, comparison, reasons, decisions."""
        view = self.view
        return [view.queue, view.comparison, view.why, view.bar.accept]

    def remember(self) -> dict[str, Any]:
        """Queue, order, the lead, and how far."""
        session = self.session
        return {
            "show": as_state(session.where),
            "order": session.order.value,
            "lead": session.current_id,
            "decided": session.decisions.decided,
            "accepted": session.decisions.accepted,
            "view": self.view.why.view.value,
            "blind": self.blind,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to that queue and lead."""
        self._use(state)
        self.session.load(str(state.get("lead", "")))

    def _restore_settings(self) -> None:
        self._use(self.workspace.settings.value(STATE) or {})

    def _use(self, state: dict[str, Any]) -> None:
        session = self.session
        session.where = from_state(state.get("show"))
        orders = {order.value: order for order in QueueOrder}
        session.order = orders.get(str(state.get("order")), QueueOrder.VALUE)
        session.start_at(str(state.get("lead", "")))
        done = session.decisions
        done.decided, done.accepted = int(state.get("decided", 0)), int(state.get("accepted", 0))
        self.choice.order_combo.choose(session.order)
        views = {view.value: view for view in WhyView}
        self.view.why.set_view(views.get(str(state.get("view")), WhyView.BARS))
        self.set_blind(bool(state.get("blind", False)))

    def keep(self) -> None:
        """Keep where the review stands, for the next time."""
        self.workspace.settings.set(STATE, self.remember())

    # What the session tells

    def _show(self, candidate: Candidate | None) -> None:
        self.asking.stop()
        if candidate is None:
            self._show_nothing()
            return
        self.workspace.registry.set_enabled("review.next_queue", enabled=False)
        self.view.show_candidate(candidate, blind=self.blind)
        self.view.bar.set_notice(notice_words(candidate), bad=False)
        self.head.source.setText(f"{candidate.debtor} · {candidate.source.file_name}")
        self.view.select_row(self.session.model.row_of(candidate.lead.lead_id))
        self._progressed()
        self.announced = spoken_words(candidate, len(self.session.model.ids), blind=self.blind)
        announce(self.view.queue, self.announced)

    def _queue_read(self) -> None:
        session = self.session
        assert session.counts is not None, "a queue without its counts"
        fill_choices(self.choice.show_combo, session.counts, session.files, session.where)
        self.view.select_row(session.model.row_of(session.current_id))
        self._progressed()

    def _progressed(self) -> None:
        session = self.session
        left = len(session.model.ids)
        total = session.decisions.decided + left
        words = [left_words(left)]
        if session.decisions.decided > 0:
            words.insert(
                0, self.tr("{n} of {total}").format(n=count(session.decisions.decided), total=count(total))
            )
        if minutes := session.decisions.minutes_for(left):
            words.append(plural(minutes, self.tr("about 1 min"), self.tr("about {n} min")))
        self.head.progress.setText(" · ".join(words))
        self.head.bar.setRange(0, max(1, total))
        self.head.bar.setValue(max(0, session.decisions.decided))
        if left == 0 and session.current is None and session.counts is not None:
            self._show_nothing()
        self.keep()

    def _stored(self, candidate: Candidate, decided: Decided) -> None:
        """In blind mode the score is told once it can no longer sway anybody."""
        if self.blind:
            words = self.tr("{decision} {name}; the score was {percent}.").format(
                decision=status_chip(decided.lead.status)[1],
                name=candidate.debtor,
                percent=candidate.waterfall.percent,
            )
            self.workspace.messages.say(words)

    def _refused(self, error: WorkbenchError, _lead_id: str) -> None:
        if isinstance(error, reviewing.SecondPersonError) and self.session.current:
            self.asking.warned.add(self.session.current_id)
        self.view.bar.set_notice(str(error))
        self.workspace.messages.fail(error)

    def _failed(self, error: WorkbenchError) -> None:
        self.view.states.show_error(error, self.session.load)

    def _show_nothing(self) -> None:
        session, counts = self.session, self.session.counts
        if counts is None:
            return
        registry = self.workspace.registry
        limited = session.where != QueueFilter()
        self.head.source.setText("")
        action = self.actions_by_name["next_queue"]
        if session.decisions.decided > 0:
            words = finished_words(
                session.decisions.decided,
                session.decisions.accepted,
                jobs_run=bool(self.workspace.jobs.running),
            )
        elif limited:
            words = self.tr("0 of {total} leads are in this queue. Clear (Esc).").format(
                total=count(counts.pending)
            )
        else:
            words = no_lead_words(counts.second_look)
        action.setText(next_queue_words(session.next_queue()))
        registry.set_enabled("review.next_queue", enabled=True)
        self.view.states.show_empty(words, action)
        self.view.take_focus()

    # What the person does

    def _row_chosen(self, row: int) -> None:
        ids = self.session.model.ids
        if not self.session.moving and 0 <= row < len(ids) and ids[row] != self.session.current_id:
            self.session.go_to(ids[row])

    def _queue_chosen(self) -> None:
        where, order = self.choice.show_combo.value(), self.choice.order_combo.value()
        if isinstance(where, QueueFilter) and isinstance(order, QueueOrder):
            self.session.show_queue(where, order)

    def set_blind(self, blind: bool) -> None:
        """Hide or show scores and bands."""
        self.blind = blind
        self.session.model.set_blind(blind)
        current = self.session.current
        self.view.set_blind(blind, current.others if current else ())

    def _copied(self) -> None:
        self.workspace.messages.say(self.tr("The reasons are in the clipboard, as text for a file note."))
