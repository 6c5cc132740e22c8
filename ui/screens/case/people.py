"""The tab People & contact points: everybody with their contact points, and what each of those stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages.formats import iso_day, moment
from ui.messages.translating import translate
from ui.messages.words import contact_kind_words, contact_status_chip, plural, role_words
from ui.screens.case.account_tab import AccountTab
from ui.screens.case.case_words import (
    confidence_words,
    doubt_words,
    evidence_day,
    origin_words,
    phone_fact_words,
    rung_chip,
    source_words,
)
from ui.screens.case.desk import Desk
from ui.screens.case.form_host import scrolling
from ui.screens.case.rows_model import Column, RowsModel
from ui.screens.case.small_table import SmallTable
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.style.theme import current_theme
from ui.style.tokens import ChipKind
from ui.widgets.buttons import action_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label
from ui.widgets.splitters import Splitter
from ui.widgets.tables import TableView
from workbench.model.evidence import Evidence
from workbench.model.party import ContactStatus
from workbench.services.case_people import PeopleView, PersonView, people_view
from workbench.services.confidence import Known
from workbench.services.phone_facts import phone_facts

_ROOMY, _SPARE = 860, (4, 5)
HIDDEN = "••••"
"""What stands in place of the digits of an SSN until they are asked for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a person, or one of their contact points."""

    person: PersonView
    known: Known | None = None


class PeopleTab(AccountTab[PeopleView]):
    """List above, details with evidence below; the desk's letters work in the list."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, people_view)
        self.desk = desk
        self._wanted = ""
        self.model: RowsModel[Line] = RowsModel(self._columns(), struck=_is_retired, parent=self)
        self.table = TableView(self.tr("People and contact points"))
        self.table.setModel(self.model)
        self.table.set_columns(
            [120, 260, 126, 180, 106, 104, 104], stretch=1, fitted=True, giving=[(1, 220), (3, 150), (1, 110)]
        )
        self.details = DetailsCard()
        self.buttons = FlowBox(gap=6)
        self._add_actions()
        self.set_content(self._content())
        self.states.clear_strip("read-only")  # the frame says it
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        desk.works_in(self.table)

    def _content(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.buttons)
        splitter = Splitter(self.table, scrolling(self.details, self.tr("What it stands on")), vertical=True)
        splitter.set_stretch(1, 1)
        splitter.setSizes([600, 400])
        self.table.setMinimumHeight(64)
        layout.addWidget(splitter, 1)
        return content

    def _add_actions(self) -> None:
        add = partial(self.workspace.registry.add, widget=self.table, place=Place.CASE)
        made = (
            add("people.add_point", self.tr("Add"), self.add_point, keys=("A",)),
            add("people.mark", self.tr("Mark"), self.mark, keys=("M",)),
            add("people.label", self.tr("Label, consent"), self.describe, keys=("E",)),
            add("people.retire", self.tr("Retire"), self.retire, keys=("R",)),
            add("people.reach", self.tr("Contact here"), self.reach, keys=("H",)),
            add("people.add_person", self.tr("Add person"), self.add_person, keys=("W",)),
            add("people.change_person", self.tr("Change person"), self.change_person, keys=("P",)),
            add("people.reveal", self.tr("SSN digits"), self.reveal, keys=("V",)),
        )
        for number, action in enumerate(made):
            self.buttons.add(action_button(action, primary=number == 0))

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(self.tr("Who, what"), _kind),
            Column(self.tr("Name or value"), _value),
            Column(self.tr("Status"), lambda _: "", chip=_chip),
            Column(self.tr("How sure"), lambda li: confidence_words(li.known) if li.known else ""),
            Column(self.tr("Label"), lambda li: li.known.point.label if li.known else ""),
            Column(self.tr("First seen"), lambda li: iso_day(li.known.first_seen) if li.known else ""),
            Column(self.tr("Last seen"), lambda li: iso_day(li.known.last_seen) if li.known else ""),
        ]

    # What is shown

    def show_view(self, view: PeopleView) -> None:
        """List people and contact points; the current one stays current."""
        lines = list(_lines(view.people))
        self.model.set_rows(lines)
        row = next((n for n, line in enumerate(lines) if _id(line) == self._wanted), 0)
        if lines:
            self.table.set_current_row(row)
            self._chosen(row)
        else:
            self.states.show_empty(
                self.tr("Nobody is on file."), self.workspace.registry.action("people.add_person")
            )

    def account_changed(self) -> None:
        """Forget the line and hide digits again."""
        self._wanted = ""
        self.details.revealed = False

    @property
    def current(self) -> Line | None:
        """The current line."""
        return self.model.row(self.table.current_row())

    def _chosen(self, _row: int) -> None:
        line = self.current
        if line is None or self.view is None:
            return
        if _id(line) != self._wanted:
            self._wanted, self.details.revealed = _id(line), False
        self.details.show_line(line, self.view)
        self._enable(line)

    def _enable(self, line: Line) -> None:
        locked = self.tr("Opened read-only") if self.workspace.read_only else ""
        registry = self.workspace.registry
        no_point = locked or ("" if line.known else self.tr("Choose a contact point first"))
        gone = line.known is not None and line.known.point.status is ContactStatus.RETIRED
        for name in ("people.mark", "people.label", "people.reach"):
            registry.set_enabled(name, not no_point, no_point)
        why = no_point or (self.tr("It is retired already") if gone else "")
        registry.set_enabled("people.retire", not why, why)
        for name in ("people.add_point", "people.add_person", "people.change_person"):
            registry.set_enabled(name, not locked, locked)
        party = line.person.party
        why = "" if party.ssn or party.ssn_last4 else self.tr("No SSN digits are on file")
        registry.set_enabled("people.reveal", not why, why)

    # Acting

    def add_point(self) -> None:
        """Add a contact point of the person of the current line."""
        if self.view is not None:
            line = self.current
            self.desk.open_point(self.view.people, line.person.party.party_id if line else "")

    def mark(self) -> None:
        """Say where the current contact point stands."""
        if self.current is not None and self.current.known is not None:
            self.desk.open_mark(self.current.known)

    def describe(self) -> None:
        """Label the current contact point, note consent."""
        if self.current is not None and self.current.known is not None:
            self.desk.open_describe(self.current.known)

    def retire(self) -> None:
        """Retire the current contact point."""
        if self.current is not None and self.current.known is not None:
            self.desk.open_retire(self.current.known)

    def reach(self) -> None:
        """Log a contact attempt at the current contact point."""
        if self.current is not None and self.current.known is not None:
            self.desk.open_contact_at(self.current.known.point.contact_id)

    def add_person(self) -> None:
        """Add a person or firm."""
        self.desk.open_person(None)

    def change_person(self) -> None:
        """Describe the person of the current line."""
        if self.current is not None:
            self.desk.open_person(self.current.person)

    def reveal(self) -> None:
        """Show the digits of the current person's SSN, until another line is chosen."""
        if self.current is not None and self.view is not None:
            self.details.revealed = not self.details.revealed
            self.details.show_line(self.current, self.view)

    def main_widget(self) -> QWidget:
        """The list."""
        return self.table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Label and first day give way where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < current_theme().px(_ROOMY)
        for column in _SPARE:
            self.table.setColumnHidden(column, narrow)

    def _opened(self, _row: int) -> None:
        line = self.current
        if line is not None and not self.workspace.read_only:
            self.mark() if line.known else self.change_person()


class DetailsCard(Card):
    """One line in full: what it stands on, who checked it and when."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Details"))
        self.revealed = False
        self.chips = FlowBox(gap=6)
        self.words = plain_label(wrap=True, selectable=True)
        self._files: dict[str, str] = {}
        columns: list[Column[Evidence]] = [
            Column(self.tr("Source"), lambda e: source_words(e, self._files)),
            Column(self.tr("Whose data"), lambda e: origin_words(e.origin or e.source_kind)),
            Column(self.tr("Date"), evidence_day),
            Column(self.tr("What was said"), lambda e: e.statement),
        ]
        self.evidence: SmallTable[Evidence] = SmallTable(
            self.tr("Evidence"), columns, [210, 190, 150, 260], stretch=3
        )
        for widget in (self.chips, self.words, self.evidence):
            self.add(widget)
        self.body.addStretch(1)

    def show_line(self, line: Line, view: PeopleView) -> None:
        """Show a person or a contact point."""
        self._files = view.files
        self.chips.clear()
        known = line.known
        if known is None:
            self._show_person(line.person)
        else:
            self.set_title(known.words)
            self.chips.add(Chip(*contact_status_chip(known.point.status)))
            self.chips.add(Chip(*rung_chip(known.rung)))
            self.words.setText("\n".join(self._point_lines(known, line.person)))
            self.evidence.set_rows(known.evidence)
        self.evidence.setVisible(known is not None and bool(known.evidence))

    def _point_lines(self, known: Known, person: PersonView) -> Iterable[str]:
        point = known.point
        yield self.tr("{kind} of {name} ({role})").format(
            kind=contact_kind_words(point.kind),
            name=person.party.name.whole,
            role=role_words(person.party.role),
        )
        if point.raw and point.raw != known.words:
            yield self.tr("As given: {raw}").format(raw=point.raw)
        if point.status_reason or point.status_on:
            yield self.tr("{status} since {day}: {reason}").format(
                status=contact_status_chip(point.status)[1],
                day=iso_day(point.status_on),
                reason=point.status_reason or self.tr("no reason given"),
            )
        if known.judged is not None:
            yield self.tr("Marked by {who}, {when}").format(
                who=known.judged.actor, when=moment(known.judged.at)
            )
        if known.spoken is not None:
            yield self.tr("Right party reached here {when}").format(when=moment(known.spoken.at))
        if point.line_type or point.consent:
            yield self.tr("Line: {line}; consent: {consent}").format(
                line=point.line_type or self.tr("not known"), consent=point.consent or self.tr("none on file")
            )
        origins = plural(
            len(known.origins), self.tr("1 independent source"), self.tr("{n} independent sources")
        )
        yield self.tr("{origins}; first seen {first}, last seen {last}").format(
            origins=origins, first=iso_day(known.first_seen), last=iso_day(known.last_seen)
        )
        yield from phone_fact_words(phone_facts(point, [other.point for other in person.points]))
        yield from doubt_words(known)

    def _show_person(self, person: PersonView) -> None:
        party = person.party
        self.set_title(party.name.whole)
        self.chips.add(Chip(ChipKind.INFO, role_words(party.role)))
        if party.deceased:
            self.chips.add(Chip(ChipKind.LEGAL, self.tr("Deceased")))
        lines = []
        if party.aliases:
            lines.append(
                self.tr("Also known as {names}").format(names=", ".join(a.whole for a in party.aliases))
            )
        born = iso_day(party.birth_date) if party.birth_date else str(party.birth_year or "—")
        lines.append(self.tr("Born {day}").format(day=born))
        digits = party.ssn_last4 or party.ssn[-4:]
        if digits:
            shown = digits if self.revealed else HIDDEN
            lines.append(self.tr("SSN ends {digits}").format(digits=shown))
        hidden = [s.replace(digits, HIDDEN) if digits and not self.revealed else s for s in person.sources]
        lines += [self.tr("Said by {source}").format(source=origin_words(source)) for source in hidden]
        self.words.setText("\n".join(lines))


def _lines(people: Iterable[PersonView]) -> Iterable[Line]:
    for person in people:
        yield Line(person)
        ranked = sorted(person.points, key=lambda k: k.point.status is ContactStatus.RETIRED)
        yield from (Line(person, known) for known in ranked)


def _id(line: Line) -> str:
    return line.known.point.contact_id if line.known else line.person.party.party_id


def _is_retired(line: Line) -> bool:
    return line.known is not None and line.known.point.status is ContactStatus.RETIRED


def _kind(line: Line) -> str:
    if line.known is None:
        return role_words(line.person.party.role)
    return f"    {contact_kind_words(line.known.point.kind)}"


def _value(line: Line) -> str:
    return line.known.words if line.known else line.person.party.name.whole


def _chip(line: Line) -> tuple[ChipKind, str] | None:
    if line.known is not None:
        return contact_status_chip(line.known.point.status)
    return (ChipKind.LEGAL, translate("Case", "Deceased")) if line.person.party.deceased else None
