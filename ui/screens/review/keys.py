"""What each key of a review does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication

from ui.shell.places import Place
from workbench.model.lead import LeadStatus
from workbench.model.review import QueueFilter

if TYPE_CHECKING:
    from ui.screens.review.screen import ReviewScreen


class Keys(QObject):
    """The handlers of the screen's actions."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self._screen = screen

    def calls(self) -> dict[str, Callable[[], None]]:
        """The handler of each action by the action's name."""
        return {
            "accept": self.accept, "reject": self.reject, "unsure": self.unsure, "skip": self.skip,
            "accept_as": self.accept_as, "undo": self.undo, "back": self.look_back,
            "reasons": self.expand, "view": self.next_view, "differences": self.only_differences,
            "open": self.open_case, "history": self.toggle_history, "blind": self.toggle_blind,
            "queue": self.toggle_queue, "bulk": self.bulk, "gains": self.focus_gains, "escape": self.escape,
            "next_queue": self.next_queue,
        }  # fmt: skip

    # Deciding

    def accept(self) -> None:
        """Accept the lead shown, or the current row of the history."""
        self._judge(LeadStatus.ACCEPTED)

    def reject(self) -> None:
        """Ask for the reason, then reject; R once more takes the first reason."""
        self._judge(LeadStatus.REJECTED)

    def unsure(self) -> None:
        """Put the lead on the second-look pile."""
        self._judge(LeadStatus.UNSURE)

    def _judge(self, status: LeadStatus) -> None:
        screen = self._screen
        if screen.view.at_history:
            screen.history.redecide(status)
        elif screen.view.at_bulk:
            return
        elif status is LeadStatus.REJECTED:
            screen.asking.reject()
        else:
            screen.asking.decide(status)

    def accept_as(self) -> None:
        """Ask as what the person joins the case."""
        if not (self._screen.view.at_history or self._screen.view.at_bulk):
            self._screen.asking.accept_as()

    def skip(self) -> None:
        """On to the next lead without a decision."""
        self._screen.view.show_detail()
        self._screen.session.skip()

    def undo(self) -> None:
        """Take the last decision back and show its lead."""
        self._screen.view.show_detail()
        self._screen.session.decisions.undo()

    def bulk(self) -> None:
        """List every lead like the one shown."""
        self._screen.bulk.ask()

    def number(self, number: int) -> None:
        """Answer the question, switch a gain, or show another candidate: whichever is in front."""
        screen = self._screen
        if screen.view.bar.asking:
            screen.view.bar.choices.pick(number)
        elif screen.view.bar.gains.has_focus():
            screen.view.bar.gains.toggle(number)
        else:
            screen.session.other(number)

    # Looking

    def look_back(self) -> None:
        """Show what was shown before; nothing is undone."""
        self._screen.view.show_detail()
        self._screen.session.look_back()

    def expand(self) -> None:
        """Show every value and what the relative's bar is made of; on a button, press it."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self._screen.view.toggle_expanded()

    def next_view(self) -> None:
        """Bars, table, sentence."""
        self._screen.view.why.next_view()
        self._screen.keep()

    def only_differences(self) -> None:
        """Leave out what agrees, or show it again."""
        self._screen.view.toggle_only_differences()

    def focus_gains(self) -> None:
        """Go to the boxes of what the case gains."""
        self._screen.view.bar.gains.take_focus()

    def toggle_queue(self) -> None:
        """Hide or show the queue."""
        self._screen.view.toggle_queue()
        self._screen.view.take_focus()

    def toggle_blind(self) -> None:
        """Hide scores and bands, or show them."""
        self._screen.set_blind(not self._screen.blind)
        self._screen.keep()

    def toggle_history(self) -> None:
        """Show the last decisions, or the lead again."""
        self._screen.history.toggle()

    def open_case(self) -> None:
        """Open the case of the lead shown."""
        current = self._screen.session.current
        if current is not None:
            self._screen.workspace.navigator.open_case(current.account.account_id)

    # Leaving

    def escape(self) -> None:
        """Close the question, the list in front, or the filter, in that order."""
        screen = self._screen
        if screen.view.bar.asking:
            screen.asking.stop()
        elif screen.view.at_history or screen.view.at_bulk:
            screen.view.show_detail()
        elif screen.session.where != QueueFilter():
            screen.session.show_queue(QueueFilter(), screen.session.order)
        screen.view.take_focus()

    def next_queue(self) -> None:
        """From a finished queue to what is left: the second look, every lead, or the import."""
        session = self._screen.session
        where = session.next_queue()
        if where is None:
            self._screen.workspace.navigator.go(Place.IMPORT)
        else:
            session.show_queue(where, session.order)
