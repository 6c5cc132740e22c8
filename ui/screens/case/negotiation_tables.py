"""The promise board and the notes of a negotiation as tables that are as high as their rows."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from ui.messages.formats import moment, money
from ui.messages.translating import translate
from ui.screens.case.negotiation_words import promise_chip, promise_paid, promise_when
from ui.screens.case.rows_model import Column, RowsModel
from ui.style.theme import current_theme
from ui.widgets.tables import TableView
from workbench.model.activity import Activity
from workbench.services.negotiation import PromiseState


class FittedTable(TableView):
    """A table inside a page that scrolls: it never scrolls up and down by itself."""

    def __init__(self, model: RowsModel[Any], name: str, widths: Sequence[int], *, stretch: int) -> None:
        super().__init__(name)
        self.setModel(model)
        self.set_columns(widths, stretch=stretch, fitted=True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._fit)
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(theme.px(28) + theme.row_height * self.row_count() + bar + 4)


def promise_model(today: Callable[[], date], parent: QObject) -> RowsModel[PromiseState]:
    """Promises, the oldest due first; ``today`` is asked when a row is drawn."""

    def when(state: PromiseState) -> str:
        return promise_when(state, today())

    columns: list[Column[PromiseState]] = [
        Column(translate("Negotiation", "Due"), _due),
        Column(translate("Negotiation", "Amount"), _amount, right=True),
        Column(translate("Negotiation", "Received"), promise_paid, right=True),
        Column(translate("Negotiation", "Status"), _nothing, chip=promise_chip),
        Column(translate("Negotiation", "When"), when),
        Column(translate("Negotiation", "Note"), _note),
    ]
    return RowsModel(columns, parent=parent)


def note_model(parent: QObject) -> RowsModel[Activity]:
    """Notes of the negotiation, newest first."""
    columns: list[Column[Activity]] = [
        Column(translate("Negotiation", "When"), lambda a: moment(a.at)),
        Column(translate("Negotiation", "Position"), lambda a: _line(a, "position")),
        Column(translate("Negotiation", "Counter-offer"), lambda a: _line(a, "counter_offer")),
        Column(translate("Negotiation", "Next step"), lambda a: _line(a, "next_step")),
    ]
    return RowsModel(columns, parent=parent)


def _due(state: PromiseState) -> str:
    return state.promise.due_on.isoformat() if state.promise.due_on else ""


def _amount(state: PromiseState) -> str:
    return money(state.promise.cents, state.promise.currency)


def _note(state: PromiseState) -> str:
    return state.promise.note


def _nothing(_state: PromiseState) -> str:
    return ""


def _line(activity: Activity, key: str) -> str:
    return " ".join(activity.details.get(key, "").split())
