"""The tab Negotiation: where they stand, offers, the promise board and the notes; forms beside them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.case.account_tab import AccountTab
from ui.screens.case.entry_form import EntryForm
from ui.screens.case.form_host import FormHost, scrolling
from ui.screens.case.negotiation_forms import NoteForm, OfferForm, PromiseForm, WithdrawForm
from ui.screens.case.negotiation_tables import FittedTable, note_model, promise_model
from ui.screens.case.negotiation_words import maker_words
from ui.screens.case.offer_cards import OfferCards
from ui.screens.case.position_card import PositionCard
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label
from workbench.model.arrangement import Arrangement, ArrangementStatus
from workbench.services.negotiation import NegotiationView, PromiseState, answer_offer, negotiation_view
from workbench.services.vaults import Vault
from workbench.services.written import Written

_ANSWERS = {
    "negotiation.accept": ArrangementStatus.ACCEPTED,
    "negotiation.decline": ArrangementStatus.DECLINED,
    "negotiation.withdraw": ArrangementStatus.WITHDRAWN,
}


class NegotiationTab(AccountTab[NegotiationView]):
    """Letters work in the content; forms stand beside it, so that typing never meets them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, negotiation_view)
        self.position = PositionCard()
        self.offers = OfferCards()
        self.offers.chosen.connect(self._offer_chosen)
        self._chosen: Arrangement | None = None
        self.promises = promise_model(workspace.today, self)
        self.board = FittedTable(
            self.promises, self.tr("Promises"), [100, 100, 150, 116, 140, 120], stretch=5
        )
        self.board.current_changed.connect(self._promise_chosen)
        self.notes = note_model(self)
        self.note_table = FittedTable(
            self.notes, self.tr("Negotiation notes"), [144, 200, 150, 150], stretch=1
        )
        self._no_offers = plain_label(self.tr("No offer yet."), tone="text2")
        self._no_promises = plain_label(self.tr("No promise yet."), tone="text2")
        self._no_notes = plain_label(self.tr("No negotiation note yet."), tone="text2")
        self.promise = PromiseForm(workspace)
        self.offer = OfferForm(workspace)
        self.withdrawal = WithdrawForm(workspace)
        self.note = NoteForm(workspace)
        self._content = QWidget()
        self._buttons = FlowBox()
        self._lay_out()
        self.host = FormHost(
            scrolling(self._content, self.tr("Negotiation")),
            self._focus_back,
            self.tr("Forms of the negotiation"),
        )
        for form in (self.promise, self.offer, self.withdrawal, self.note):
            self.host.add_form(form)
        self._add_actions()
        self.set_content(self.host)

    # Building

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._buttons)
        layout.addWidget(self.position)
        parts: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("Offers"), self._no_offers, self.offers),
            (self.tr("Promises"), self._no_promises, self.board),
            (self.tr("Notes"), self._no_notes, self.note_table),
        )
        for title, nothing, widget in parts:
            layout.addWidget(plain_label(title, role=Role.H2))
            layout.addWidget(nothing)
            layout.addWidget(widget)
        layout.addStretch(1)

    def _add_actions(self) -> None:
        add = self.workspace.registry.add
        where: dict[str, Any] = {"widget": self._content, "place": Place.CASE}
        shown = (
            add("negotiation.new_promise", self.tr("Promise"), self.open_promise, keys=("P",), **where),
            add("negotiation.new_offer", self.tr("Offer"), self.open_offer, keys=("O",), **where),
            add("negotiation.counter", self.tr("Counter-offer"), self.open_counter, keys=("C",), **where),
            add("negotiation.new_note", self.tr("Note"), self.open_note, keys=("N",), **where),
            add(
                "negotiation.accept",
                self.tr("Accept offer"),
                partial(self._answer, "negotiation.accept"),
                keys=("A",),
                **where,
            ),
            add(
                "negotiation.decline",
                self.tr("Decline offer"),
                partial(self._answer, "negotiation.decline"),
                keys=("D",),
                **where,
            ),
            add("negotiation.withdraw", self.tr("Withdraw"), self.withdraw, keys=("W",), **where),
        )
        buttons = [action_button(action, primary=number == 0) for number, action in enumerate(shown)]
        for button in buttons:
            self._buttons.add(button)
        self._first_button = buttons[0]
        self._enable()

    # What is shown

    def show_view(self, view: NegotiationView) -> None:
        """Show where the negotiation stands."""
        row = max(0, self.board.current_row())
        self.position.show_view(view)
        self.offers.show_offers(
            view.offers, partial(maker_words, parties=view.parties), view.balance, view.today
        )
        self.promises.set_rows(view.promises)
        self.notes.set_rows(view.notes)
        for widget, nothing, filled in (
            (self.offers, self._no_offers, bool(view.offers)),
            (self.board, self._no_promises, bool(view.promises)),
            (self.note_table, self._no_notes, bool(view.notes)),
        ):
            widget.setVisible(filled)
            nothing.setVisible(not filled)
        self.board.set_current_row(min(row, len(view.promises) - 1))
        for form in (self.promise, self.offer):
            form.set_case(view.balance, view.parties)
        if view.blocked:
            words = self.tr("Nothing may be offered or promised now: {why}.").format(why=view.blocked)
            self.states.set_strip(ChipKind.LEGAL, words, key="blocked")
        else:
            self.states.clear_strip("blocked")
        wanted = self._chosen.arrangement_id if self._chosen else ""
        self._chosen = next((o for o in view.offers if o.arrangement_id == wanted), None)
        self._enable()

    def targets(self) -> dict[str, Callable[[], None]]:
        """Its forms."""
        return {
            "promise": self.open_promise,
            "offer": self.open_offer,
            "counter_offer": self.open_counter,
            "note": self.open_note,
        }

    def main_widget(self) -> QWidget:
        """The form that is open, the first offer, the board, or the first button."""
        if self.host.form is not None:
            return self.host.form
        if self.offers.cards:
            return self.offers.cards[0]
        return self.board if self.promises.rows else self._first_button

    def _focus_back(self) -> None:
        """After a form: the board, or what there is."""
        (self.board if self.promises.rows else self.main_widget()).setFocus()

    def account_changed(self) -> None:
        """Close forms of the account before."""
        self.host.close_form()
        self._chosen = None

    # Choosing

    def _offer_chosen(self, offer: Arrangement) -> None:
        self._chosen = offer
        self._enable()

    def _promise_chosen(self, _row: int) -> None:
        self._enable()

    def _enable(self) -> None:
        view, registry = self.view, self.workspace.registry
        locked = self.tr("Opened read-only") if self.workspace.read_only else ""
        blocked = locked or (view.blocked if view else "")
        if not blocked and view is not None and view.balance.total <= 0:
            blocked = self.tr("Nothing is owed")
        for name in ("negotiation.new_promise", "negotiation.new_offer", "negotiation.counter"):
            registry.set_enabled(name, not blocked, blocked)
        registry.set_enabled("negotiation.new_note", not locked, locked)
        is_open = self._chosen is not None and self._chosen.status is ArrangementStatus.OPEN
        why = "" if is_open else self.tr("Go to an open offer first")
        registry.set_enabled("negotiation.accept", not (why or blocked), why or blocked)
        registry.set_enabled("negotiation.decline", not (why or locked), why or locked)
        nothing = "" if is_open or self._open_promise() else self.tr("Go to an open offer or promise first")
        registry.set_enabled("negotiation.withdraw", not (nothing or locked), nothing or locked)

    def _open_promise(self) -> PromiseState | None:
        state = self.promises.row(self.board.current_row())
        return state if state and state.promise.status is ArrangementStatus.OPEN else None

    # Acting

    def open_promise(self) -> None:
        """Open the form for a promise."""
        self._open(self.promise)

    def open_offer(self) -> None:
        """Open the form for an offer."""
        self.offer.set_counter(counter=False)
        self._open(self.offer)

    def open_counter(self) -> None:
        """Open the form for a counter-offer."""
        self.offer.set_counter(counter=True)
        self._open(self.offer)

    def open_note(self) -> None:
        """Open the form for a note."""
        self._open(self.note)

    def withdraw(self) -> None:
        """Withdraw the offer that has the focus, or the current promise with a reason."""
        state = self._open_promise()
        if state is not None and (self.board.hasFocus() or self._chosen is None):
            self.withdrawal.arrangement_id = state.promise.arrangement_id
            self._open(self.withdrawal)
        else:
            self._answer("negotiation.withdraw")

    def _answer(self, action_id: str) -> None:
        offer = self._chosen
        if offer is not None and offer.status is ArrangementStatus.OPEN:
            work = partial(
                _answered,
                account_id=self.account_id,
                arrangement_id=offer.arrangement_id,
                answer=_ANSWERS[action_id],
            )
            self.workspace.vault.write(work, owner=self)

    def _open(self, form: EntryForm) -> None:
        if self.account_id and not self.workspace.read_only:
            self.host.open_form(form, self.account_id)


def _answered(vault: Vault, account_id: str, arrangement_id: str, answer: ArrangementStatus) -> Written:
    return answer_offer(vault, account_id, arrangement_id, answer)
