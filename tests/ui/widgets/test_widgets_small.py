from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from ui.messages.formats import money, percent, relative_day, signed
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button, push_button
from ui.widgets.chips import CHIP_ROLE, Chip
from ui.widgets.forms import ComboBox, DateEdit, Form, LineEdit, MoneyEdit, SpinBox, TextEdit
from ui.widgets.labels import ElidedLabel, plain_label, plain_tooltip
from ui.widgets.states import StateStack
from ui.widgets.tables import TableView
from workbench.base.errors import UserError

MARKUP = "<b>Muñoz</b> <img src='file:///etc/hostname'>"


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_text_of_a_file_is_text(qtbot):
    label, line = plain_label(MARKUP), ElidedLabel(MARKUP)
    for widget in (label, line):
        qtbot.addWidget(widget)
        assert widget.textFormat() is Qt.TextFormat.PlainText
        assert widget.text() == MARKUP
    plain_tooltip(label, MARKUP)
    assert "<b>" not in label.toolTip()
    assert "&lt;b&gt;" in label.toolTip()


def test_an_ampersand_in_a_button_stays(qtbot):
    button = push_button("Accept & next")
    qtbot.addWidget(button)
    assert button.text() == "Accept && next"
    assert button.accessibleName() == "Accept & next"


def test_a_button_follows_its_action(qtbot):
    action = QAction("Note")
    action.setShortcut("N")
    button = action_button(action)
    qtbot.addWidget(button)
    assert button.text() == "Note  N"
    action.setStatusTip("The vault is read-only.")
    action.setEnabled(False)
    assert not button.isEnabled()
    assert "read-only" in button.toolTip()


def test_the_wheel_changes_no_value(qtbot):
    combo, spin, days = (
        ComboBox(name="Result"),
        SpinBox(1, 9, name="Days"),
        DateEdit(date(2026, 12, 3), name="Due"),
    )
    combo.add("No answer", 1)
    combo.add("Busy", 2)
    for widget in (combo, spin, days):
        qtbot.addWidget(widget)
        widget.show()
    for widget in (combo, spin, days.focusProxy()):
        widget.setFocus()
        wheel(widget)
    assert (combo.value(), spin.value(), days.day()) == (1, 1, date(2026, 12, 3))


def test_tab_leaves_a_text_and_ctrl_enter_submits_it(qtbot):
    form = Form()
    text, line = TextEdit(name="Note"), LineEdit(name="After")
    form.add_row("Note", text)
    form.add_row("After", line)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert line.hasFocus()
    with qtbot.waitSignal(text.submitted):
        qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == ""


def test_a_date_may_be_empty(qtbot):
    days = DateEdit(None, name="Due", may_be_empty=True)
    qtbot.addWidget(days)
    assert days.day() is None
    days.set_day(date(2026, 12, 3))
    assert days.day() == date(2026, 12, 3)
    days.clear()
    assert days.day() is None


def test_an_amount_is_read_as_cents_or_marked(qtbot):
    field = MoneyEdit(name="Amount")
    qtbot.addWidget(field)
    field.setText("1,234.50")
    assert field.cents() == 123450
    field.setText("lots")
    QApplication.sendEvent(field, QEvent(QEvent.Type.None_))
    with pytest.raises(ValueError, match="amount"):
        field.cents()
    field.set_cents(7)
    assert field.text() == "0.07"


def test_labels_are_above_the_fields_where_there_is_little_room(qtbot):
    form = Form()
    label = form.add_row("Amount", LineEdit())
    field = label.buddy()
    qtbot.addWidget(form)
    form.resize(700, 200)
    form.show()
    qtbot.waitUntil(lambda: field.x() > label.x() + 20)
    form.resize(300, 200)
    qtbot.waitUntil(lambda: field.y() > label.y())


def test_states_say_what_to_do(qtbot):
    stack = StateStack(QLabel("content"))
    qtbot.addWidget(stack)
    stack.show()
    asked = []
    action = QAction("Import a file")
    action.triggered.connect(lambda: asked.append("import"))
    stack.show_empty("No accounts yet.", action)
    assert (stack.state, stack.words) == ("empty", "No accounts yet.")
    button = stack.findChildren(type(action_button(action)))[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["import"]
    stack.show_error(UserError("Not read.", hint="Try again."), lambda: asked.append("again"))
    assert stack.words == "Not read. Try again."
    stack.show_content()
    assert stack.words == ""
    stack.set_strip(ChipKind.WARN, "12 rows could not be read.", "Show them", lambda: asked.append("rows"))
    assert stack.strip_words() == "12 rows could not be read."
    stack.clear_strip()
    assert stack.strip_words() == ""


def test_loading_is_said_after_a_moment_only(qtbot):
    stack = StateStack(QLabel("content"))
    qtbot.addWidget(stack)
    stack.show()
    stack.show_loading("Reading")
    assert not stack._bar.isVisible()
    qtbot.waitUntil(stack._bar.isVisible, timeout=2000)
    stack.show_content()
    assert not stack._bar.isVisible()


def test_a_table_opens_with_enter_and_moves_with_j_and_k(qtbot):
    model = QStandardItemModel(3, 2)
    model.setItem(1, 1, QStandardItem())
    model.item(1, 1).setData((ChipKind.WARN, "Skip"), CHIP_ROLE)
    table = TableView("Accounts")
    table.setModel(model)
    table.set_columns([100, 100], stretch=0)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    assert table.current_row() == 0
    qtbot.keyClick(table, Qt.Key.Key_J)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert table.current_row() == 0
    assert table.accessibleName() == "Accounts"


def test_a_chip_says_its_words(qtbot):
    chip = Chip(ChipKind.WARN, "Skip")
    qtbot.addWidget(chip)
    small = chip.sizeHint().width()
    chip.set(ChipKind.BAD, "Broken promise")
    assert chip.accessibleName() == "Broken promise"
    assert chip.sizeHint().width() > small


@pytest.mark.parametrize(
    ("cents", "currency", "words"),
    [(218450, "USD", "$2,184.50"), (-5, "USD", "−$0.05"), (100, "EUR", "€1.00"), (100, "CAD", "1.00 CAD")],
)
def test_money_in_words(cents, currency, words):
    assert money(cents, currency) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(27, "today"), (28, "tomorrow"), (30, "in 3 days"), (26, "overdue 1 day"), (20, "overdue 7 days")],
)
def test_days_in_words(day, words):
    assert relative_day(date(2026, 11, day), date(2026, 11, 27)) == words
    assert relative_day(date(2027, 1, 3), date(2026, 11, 27)) == "2027-01-03"


def test_figures_in_words():
    assert [signed(5.83), signed(-1.9), signed(-0.01)] == ["+5.8", "−1.9", "+0.0"]
    assert [percent(x) for x in (0.982, 0.81, 0.9999, 1, 0, 0.0001)] == [
        "98.2 %", "81 %", "> 99.9 %", "100.0 %", "0.0 %", "< 0.1 %",
    ]  # fmt: skip
