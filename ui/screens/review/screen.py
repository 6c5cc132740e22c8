"""Match review: decide one lead after the other with one key each."""

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages.formats import count, moment
from ui.messages.words import plural
from ui.screens.review.asking import Asking
from ui.screens.review.bulk import Bulk
from ui.screens.review.keys import Keys
from ui.screens.review.queue_choice import as_state, fill_choices, from_state
from ui.screens.review.review_actions import DECIDING, add_actions
from ui.screens.review.review_words import order_words, status_chip
from ui.screens.review.session import ReviewSession
from ui.screens.review.view import Head, ReviewView, left_words
from ui.screens.review.why_panel import WhyView
from ui.shell.places import Place
from ui.shell.screen import Screen
from ui.shell.workspace import Workspace
from ui.style.tokens import ChipKind
from ui.widgets.announcing import announce
from workbench.base.changes import Changes
from workbench.base.errors import WorkbenchError
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.review import Judgment, Pile, QueueFilter, QueueOrder
from workbench.services import review_queue, reviewing
from workbench.services.comparing import agreement
from workbench.services.review_queue import Candidate
from workbench.services.reviewing import Decided, Verdict

HISTORY_ROWS = 200
STATE = "review"


class ReviewScreen(Screen):
    """The place where leads are judged."""

    place: ClassVar[Place] = Place.REVIEW

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.session = ReviewSession(workspace, self)
        self.blind = self._only = self._expanded = False
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
        self.asking = Asking(self.view.bar, self.session, self._after_asking)
        self.bulk = Bulk(workspace, self.session, self.view, self.focus_queue)
        for order in QueueOrder:
            self.choice.order_combo.add(order_words(order), order)
        self._connect()
        self._restore_settings()
        self._disable_writing()

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.showing.connect(self._show)
        session.waiting.connect(self._wait)
        session.queue_read.connect(self._queue_read)
        session.progressed.connect(self._progressed)
        session.stored.connect(self._stored)
        session.refused.connect(self._refused)
        session.failed.connect(self._failed)
        view.queue.current_changed.connect(self._row_chosen)
        view.history.table.opened.connect(self._history_opened)
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
        if self.view.at_history and changes.leads:
            self._read_history()

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
            "decided": session.decided,
            "accepted": session.accepted,
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
        session.decided, session.accepted = int(state.get("decided", 0)), int(state.get("accepted", 0))
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
        self.view.bar.set_notice(self._notice(candidate))
        self.head.source.setText(f"{candidate.debtor} · {candidate.source.file_name}")
        self._select(candidate.lead.lead_id)
        self._progressed()
        self._announce(candidate)

    def _notice(self, candidate: Candidate) -> str:
        lead = candidate.lead
        if lead.status is LeadStatus.PENDING:
            return ""
        words = self.tr(
            "{decision} {when} by {who}. A, R or U decides again, S goes on, Z takes the last back."
        )
        return words.format(
            decision=status_chip(lead.status)[1], when=moment(lead.decided_at), who=lead.decided_by
        )

    def _select(self, lead_id: str) -> None:
        table, row = self.view.queue, self.session.model.row_of(lead_id)
        if row >= 0 and table.current_row() != row:
            table.blockSignals(True)
            table.set_current_row(row)
            table.blockSignals(False)

    def _announce(self, candidate: Candidate) -> None:
        agree, differ = agreement(candidate.rows)
        score = "" if self.blind else f", {candidate.waterfall.percent.replace('%', self.tr('percent'))}"
        words = self.tr("{name}{score}, {agree} agree, {differ} differ. {left}.").format(
            name=candidate.debtor,
            score=score,
            agree=agree,
            differ=differ,
            left=left_words(self, len(self.session.model.ids)),
        )
        self.announced = words
        announce(self.view.queue, words)

    def _wait(self) -> None:
        self.view.states.show_loading(self.tr("Reading the lead"))

    def _queue_read(self) -> None:
        session = self.session
        assert session.counts is not None, "a queue without its counts"
        fill_choices(self.choice.show_combo, session.counts, session.files, session.where)
        self._select(session.current_id)
        self._progressed()

    def _progressed(self) -> None:
        session = self.session
        left = len(session.model.ids)
        total = session.decided + left
        words = [left_words(self, left)]
        if session.decided > 0:
            words.insert(0, self.tr("{n} of {total}").format(n=count(session.decided), total=count(total)))
        if minutes := session.minutes_left():
            words.append(plural(minutes, self.tr("about 1 min"), self.tr("about {n} min")))
        self.head.progress.setText(" · ".join(words))
        self.head.bar.setRange(0, max(1, total))
        self.head.bar.setValue(max(0, session.decided))
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
        if session.decided > 0:
            words = self._done_words()
        elif limited:
            words = self.tr("0 of {total} leads are in this queue. Clear (Esc).").format(
                total=count(counts.pending)
            )
        else:
            words = self._first_words(counts.second_look)
        action.setText(self._next_words(session.next_queue()))
        registry.set_enabled("review.next_queue", enabled=True)
        self.view.states.show_empty(words, action)
        self.focus_queue()

    def _next_words(self, where: QueueFilter | None) -> str:
        if where is None:
            return self.tr("Import records")
        return self.tr("Second look") if where.pile is Pile.SECOND_LOOK else self.tr("Show every lead")

    def _done_words(self) -> str:
        words = self.tr("Queue finished: {n} decided, {accepted} accepted. Undo last (Z) still works here.")
        words = words.format(n=count(self.session.decided), accepted=count(self.session.accepted))
        if self.workspace.jobs.running:
            words += " " + self.tr("A job is running; new leads appear here by themselves.")
        return words

    def _first_words(self, second_look: int) -> str:
        if second_look:
            return plural(
                second_look,
                self.tr("No lead waits; 1 is up for a second look."),
                self.tr("No lead waits; {n} are up for a second look."),
            )
        return self.tr("No leads yet. Import a public-record file; matches with your accounts appear here.")

    # What the person does

    def focus_queue(self) -> None:
        """Give the focus to where the keys of a review work."""
        shown = self.view.queue.isVisible() and self.view.states.state == "content"
        target = self.view.queue if shown else self.view
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_chosen(self, row: int) -> None:
        ids = self.session.model.ids
        if not self.session.moving and 0 <= row < len(ids) and ids[row] != self.session.current_id:
            self.session.go_to(ids[row])

    def _queue_chosen(self) -> None:
        where, order = self.choice.show_combo.value(), self.choice.order_combo.value()
        if isinstance(where, QueueFilter) and isinstance(order, QueueOrder):
            self.session.show_queue(where, order)

    def _after_asking(self) -> None:
        self.focus_queue()

    def set_blind(self, blind: bool) -> None:
        """Hide or show scores and bands."""
        self.blind = blind
        self.view.why.set_blind(blind)
        self.session.model.set_blind(blind)
        if self.session.current is not None:
            self.view.others.show_others(self.session.current.others, blind=blind)
        if blind:
            words = self.tr("Blind mode: scores are hidden until you have decided.")
            self.view.states.set_strip(ChipKind.INFO, words, key="blind")
        else:
            self.view.states.clear_strip("blind")

    def toggle_expanded(self) -> None:
        """List every value, and what the relative's bar is made of; or not."""
        self._expanded = not self._expanded
        self.view.comparison.set_expanded(self._expanded)
        self.view.why.set_expanded(self._expanded)

    def toggle_only_differences(self) -> None:
        """Leave out of the comparison what agrees, or show it again."""
        self._only = not self._only
        self.view.comparison.set_only_differences(self._only)

    def _copied(self) -> None:
        self.workspace.messages.say(self.tr("The reasons are in the clipboard, as text for a file note."))

    # History

    def toggle_history(self) -> None:
        """Show the last decisions in place of the lead, or the lead again."""
        if self.view.at_history:
            self.view.show_detail()
            self.focus_queue()
            return
        self._read_history()
        self.view.states.show_content()
        self.view.pages.setCurrentWidget(self.view.history)
        self.view.history.table.setFocus()

    def _read_history(self) -> None:
        work = partial(review_queue.history, limit=HISTORY_ROWS)
        self.workspace.vault.read(work, self._history_read, owner=self, key="history")

    def _history_read(self, rows: tuple[Judgment, ...]) -> None:
        self.view.history.show_rows(rows)

    def _history_opened(self, row: int) -> None:
        judgment = self.view.history.model.judgment(row)
        if judgment is not None:
            self.view.show_detail()
            self.session.visit(judgment.lead_id)
            self.focus_queue()

    def redecide(self, status: LeadStatus) -> None:
        """Change the decision of the current row of the history."""
        judgment = self.view.history.current()
        if judgment is None:
            return
        reason = RejectReason.OTHER_PERSON if status is LeadStatus.REJECTED else None
        verdict = Verdict(status, reason=reason, confirmed=True)
        work = partial(reviewing.decide, lead_id=judgment.lead_id, verdict=verdict)
        self.workspace.vault.write(work, owner=self)
