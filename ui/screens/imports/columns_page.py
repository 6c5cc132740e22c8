"""Steps 2 and 3: the file's rows under what its columns stand for, and what the dry run found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.messages.formats import count, moment, size
from ui.screens.imports.plan import ImportPlan
from ui.screens.imports.preview_table import PreviewRows, PreviewTable
from ui.screens.imports.reading_card import ReadingCard
from ui.screens.imports.target_picker import TargetPicker
from ui.style.fonts import Role
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import ComboBox, LineEdit
from ui.widgets.labels import ElidedLabel, plain_label
from ui.widgets.splitters import Splitter
from workbench.services.column_mapping import targets
from workbench.services.previewing import ACCOUNTS, RECORDS, ColumnLook


class FileCard(Card):
    """What the file is, and how it is to be read.  ``read_as`` carries what was chosen anew."""

    read_as = Signal(str, str, str)
    client_changed = Signal(str)
    purpose_changed = Signal(str)
    edition_changed = Signal(str)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = ElidedLabel(role=Role.H2)
        self._words = plain_label("", tone="text2", wrap=True)
        self._notes = plain_label("", tone="text2", wrap=True)
        self._chips = QWidget()
        self._chip_row = FlowLayout(self._chips)
        self.kind = ComboBox(name=self.tr("Kind of file"))
        self.kind.add(self.tr("Accounts (placement file)"), ACCOUNTS)
        self.kind.add(self.tr("Public records"), RECORDS)
        self.part = ComboBox(name=self.tr("Part of the file"))
        self.client = LineEdit(name=self.tr("Client"), hint=self.tr("Client, for rows that name none"))
        self.client.setMinimumWidth(current_theme().px(230))
        self.purpose = ComboBox(name=self.tr("Purpose of use"))
        self.purpose.add(self.tr("Purpose: debt collection"), "debt_collection")
        self.purpose.add(self.tr("Purpose: legal process"), "legal_process")
        self.purpose.add(self.tr("Purpose: research"), "research")
        self.edition = ComboBox(name=self.tr("Edition of an earlier file"))
        self.edition.add(self.tr("A newer edition updates its leads"), "auto")
        self.edition.add(self.tr("A file of its own"), "none")
        another = push_button(self.tr("Another file…"))
        another.clicked.connect(self.another_wanted)
        self._lay_out(another)
        self.kind.activated.connect(self._tell)
        self.part.activated.connect(self._tell)
        self.client.editingFinished.connect(self._client_edited)
        self.purpose.activated.connect(self._purpose_chosen)
        self.edition.activated.connect(self._edition_chosen)

    def _lay_out(self, another: QWidget) -> None:
        head = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._words)
        head.addLayout(column, 1)
        head.addWidget(another)
        self.body.addLayout(head)
        choices = QWidget()
        flow = FlowLayout(choices, gap=8)
        for widget in (self.kind, self.part, self.client, self.purpose, self.edition):
            flow.addWidget(widget)
        self.add(choices)
        self.add(self._chips)
        self.add(self._notes)

    @property
    def words(self) -> str:
        """What the file is, in words."""
        return self._words.text()

    @property
    def chips(self) -> list[str]:
        """What the chips say."""
        return [chip.words for chip in self._chips.findChildren(Chip) if not chip.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for lines that wrap."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a file."""
        seen = plan.preview.seen
        self._name.setText(plan.path.name)
        octets = seen.summary.get("file_bytes")
        amount = f"{size(octets)} · " if isinstance(octets, int) else ""
        self._words.setText(f"{amount}{plan.preview.words}")
        self.kind.choose(seen.kind)
        self._show_parts(plan)
        self.client.setVisible(plan.accounts)
        self.client.setText(plan.client)
        self.purpose.setVisible(not plan.accounts)
        self.purpose.choose(plan.purpose)
        self.edition.setVisible(not plan.accounts)
        self.edition.choose(plan.edition_of)
        self._show_chips(plan)
        self._notes.setText("\n".join(seen.notes))
        self._notes.setVisible(bool(seen.notes))
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _show_parts(self, plan: ImportPlan) -> None:
        parts = plan.preview.names("members") or plan.preview.names("sheets")
        self.part.clear()
        for name in parts:
            self.part.add(name, name)
        now = plan.preview.seen.summary.get("member") or plan.preview.seen.summary.get("sheet")
        self.part.choose(now)
        self.part.setVisible(len(parts) > 1)

    def _show_chips(self, plan: ImportPlan) -> None:
        for chip in self._chips.findChildren(Chip):
            self._chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for kind, words in self._said(plan):
            chip = Chip(kind, words, glyph="!" if kind is ChipKind.WARN else None)
            self._chip_row.addWidget(chip)
            chip.show()

    def _said(self, plan: ImportPlan) -> list[tuple[ChipKind, str]]:
        seen = plan.preview.seen
        used = sum(bool(target) for target in plan.targets.values())
        of = self.tr("{n} of {m} columns read").format(n=count(used), m=count(len(plan.columns)))
        said = [(ChipKind.INFO, of)]
        if seen.basis in {"saved", "similar"}:
            said[:0] = self._of_saved(seen.own, seen.basis == "similar")
        elif seen.title and not plan.accounts:
            said.insert(0, (ChipKind.OK, self.tr("Recognised: {layout}").format(layout=seen.title)))
        else:
            said.insert(0, (ChipKind.WARN, self.tr("Guessed from the headings: look it through")))
        if plan.preview.earlier is not None:
            words = self.tr("Imported {when}: {n} rows would repeat")
            earlier = plan.preview.earlier
            said.append(
                (ChipKind.WARN, words.format(when=moment(earlier.imported_at), n=count(earlier.counts.read)))
            )
        if plan.issue is not None:
            said.append((ChipKind.BAD, plan.issue.message))
        return said

    def _of_saved(self, name: str, similar: bool) -> list[tuple[ChipKind, str]]:
        words = self.tr("Your layout {name} is used").format(name=name) if name else ""
        said = [(ChipKind.OK, words or self.tr("Your saved mapping is used"))]
        if similar:
            said.append((ChipKind.WARN, self.tr("The headings have changed a little: look it through")))
        return said

    def _tell(self) -> None:
        part = self.part.value()
        self.read_as.emit(str(self.kind.value()), str(part or ""), "")

    def _client_edited(self) -> None:
        self.client_changed.emit(self.client.text().strip())

    def _purpose_chosen(self) -> None:
        self.purpose_changed.emit(str(self.purpose.value()))

    def _edition_chosen(self) -> None:
        self.edition_changed.emit(str(self.edition.value()))


class ColumnsPage(QWidget):
    """``target_picked`` carries a column and the target chosen for it."""

    target_picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: ImportPlan | None = None
        self._picker: TargetPicker | None = None
        self.file = FileCard()
        self.reading = ReadingCard()
        self.rows = PreviewRows(self)
        self.table = PreviewTable(self.rows)
        self.panel = Card()
        self.panel.setMinimumWidth(220)
        self._heading = ElidedLabel(role=Role.STRONG)
        self._facts = plain_label("", wrap=True)
        self._examples = plain_label("", tone="text2", wrap=True)
        self._change = push_button(self.tr("Change  F2"))
        self._change.clicked.connect(self.pick)
        for widget in (self._heading, self._facts, self._examples, self._change):
            self.panel.add(widget)
        self.panel.body.addStretch(1)
        splitter = Splitter(self.table, self.panel)
        splitter.set_stretch(4, 1)
        splitter.setMinimumHeight(current_theme().px(300))
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.file)
        column.addWidget(self.reading)
        column.addWidget(splitter, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.table.column_changed.connect(self._show_column)
        self.table.picker_wanted.connect(self.pick)

    @property
    def explanation(self) -> str:
        """What is said of the current column."""
        return self._facts.text()

    def show_plan(self, plan: ImportPlan, *, fresh: bool) -> None:
        """Show the plan; ``fresh`` when it is of another file or part."""
        self._plan = plan
        self.file.show_plan(plan)
        self.reading.show_plan(plan)
        if fresh:
            seen = plan.preview.seen
            self.rows.show(seen.columns, seen.rows, seen.row_numbers)
        self.rows.show_targets(plan.targets)
        self.table.fit()
        if fresh:
            self.table.set_current_column(0)
        self._show_column(max(0, self.table.currentIndex().column()))

    def pick(self) -> None:
        """Ask what the current column stands for."""
        plan = self._plan
        column = self.rows.column_at(self.table.currentIndex().column())
        if plan is None or not column:
            return
        now = plan.targets.get(column, "")
        self._picker = TargetPicker(column, targets(plan.preview.kind), now, self)
        self._picker.picked.connect(self._picked)
        self._picker.open_at(self.table)

    @property
    def picker(self) -> TargetPicker | None:
        """The picker that was opened last."""
        return self._picker

    def _picked(self, key: str) -> None:
        column = self.rows.column_at(self.table.currentIndex().column())
        self.target_picked.emit(column, key)

    def _show_column(self, place: int) -> None:
        plan = self._plan
        column = self.rows.column_at(place)
        if plan is None or not column:
            return
        target = plan.targets.get(column, "")
        self.panel.set_title(self.tr("Column"))
        self._heading.setText(f"{column} → {target}" if target else column)
        looks = plan.preview.seen.looks
        if place < len(looks):
            self._facts.setText(self._words(looks[place], len(plan.preview.seen.rows), target))
            shown = ", ".join(looks[place].examples)
            self._examples.setText(self.tr("Such as: {values}").format(values=shown) if shown else "")

    def _words(self, look: ColumnLook, rows: int, target: str) -> str:
        lines = [
            self.tr("{n} of {m} rows shown are filled, {d} different values.").format(
                n=count(look.filled), m=count(rows), d=count(look.distinct)
            )
        ]
        if look.leading_zeros:
            lines.append(self.tr("Leading zeros are kept: numbers like these are read as text."))
        if not target:
            lines.append(self.tr("This column is not read."))
        return "\n".join(lines)
