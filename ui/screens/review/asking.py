"""Decisions that ask first: the reason of a rejection, the role of an associate, a warning once."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from ui.messages.words import role_words
from ui.screens.review.decision_bar import DecisionBar
from ui.screens.review.review_words import reason_words
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.services.gains import ASSOCIATES
from workbench.services.review_queue import Candidate
from workbench.services.reviewing import Verdict

REASONS = tuple(RejectReason)
"""1 to 6; the first one is what Enter takes."""


class Deciding(Protocol):
    """Where verdicts go: the lead shown, and deciding it."""

    @property
    def current(self) -> Candidate | None:
        """The lead shown; None while there is none."""
        ...

    def decide(self, verdict: Verdict) -> None:
        """Decide it."""
        ...


class Asking(QObject):
    """Turns keys into verdicts; what has to be looked at first is said once."""

    def __init__(self, bar: DecisionBar, session: Deciding, asked: Callable[[], None]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._session = session
        self._asked = asked
        self.warned: set[str] = set()
        self._rivals_of = ""  # the lead for which a question about another one is open

    def decide(self, status: LeadStatus) -> None:
        """Decide the lead shown, unless it needs a look first, or another one has to be decided with it."""
        candidate = self._session.current
        accepting = status is LeadStatus.ACCEPTED
        if candidate is None or self._warns(candidate, accepting=accepting):
            return
        if accepting and self._rivals_of and self._bar.asking:
            self._accept(1)
        elif accepting and self._waiting_rivals(candidate):
            self._ask_about_rivals(candidate)
        else:
            without = self._bar.gains.without() if accepting else frozenset()
            self._session.decide(Verdict(status, without=without, confirmed=True))

    def _waiting_rivals(self, candidate: Candidate) -> bool:
        waiting = any(rival.status is LeadStatus.PENDING for rival in candidate.rivals)
        return waiting and candidate.joins_as is None

    def _ask_about_rivals(self, candidate: Candidate) -> None:
        """Ask what becomes of another strong lead that contradicts the one to be accepted."""
        self._rivals_of = candidate.lead.lead_id
        choices = [self.tr("Leave it waiting, marked"), self.tr("Reject it: other person")]
        self._bar.ask(self.tr("And the other strong lead?"), choices, self._accept, with_gains=True)

    def _accept(self, number: int) -> None:
        without = self._bar.gains.without()
        self.stop()
        if number:
            self._session.decide(
                Verdict(LeadStatus.ACCEPTED, without=without, confirmed=True, reject_rivals=number > 1)
            )

    def reject(self) -> None:
        """Ask for the reason; asked already: take the first one."""
        candidate = self._session.current
        if candidate is None:
            return
        if self._rivals_of:
            self.stop()
        if self._bar.asking:
            self._reject(1)
        elif not self._warns(candidate, accepting=False):
            self._bar.ask(self.tr("Why?"), [reason_words(reason) for reason in REASONS], self._reject)

    def accept_as(self) -> None:
        """Ask as what the person joins the case, with contact points of their own."""
        candidate = self._session.current
        if candidate is not None and not self._warns(candidate, accepting=False):
            self._bar.ask(
                self.tr("Joins as"),
                [role_words(role) for role in ASSOCIATES],
                self._accept_as,
                with_gains=True,
            )

    def stop(self) -> None:
        """Take the question away."""
        self._rivals_of = ""
        if self._bar.asking:
            self._bar.stop_asking()
            self._asked()

    def _reject(self, number: int) -> None:
        self.stop()
        if number:
            self._session.decide(Verdict(LeadStatus.REJECTED, reason=REASONS[number - 1]))

    def _accept_as(self, number: int) -> None:
        self.stop()
        if number:
            role: PartyRole = ASSOCIATES[number - 1]
            self._session.decide(
                Verdict(LeadStatus.ACCEPTED, role=role, without=self._bar.gains.without(), confirmed=True)
            )

    def _warns(self, candidate: Candidate, *, accepting: bool) -> bool:
        """Whether this lead needs a look first; only the first time."""
        lead_id = candidate.lead.lead_id
        words = candidate.stale
        if not words and accepting and candidate.second_person:
            words = self.tr(
                "{name} was accepted for this debtor before. A once more keeps both; T adds an associate."
            ).format(name=candidate.second_person)
        elif words:
            words += " " + self.tr("Look once more, then decide.")
        if not words or lead_id in self.warned:
            return False
        self.warned.add(lead_id)
        self._bar.set_notice(words)
        return True
