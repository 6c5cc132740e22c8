"""The cards of the overview: where the person is, residences, people and places, what to mind."""

from ui.messages.formats import iso_day, money
from ui.messages.words import contact_kind_words, contact_status_chip, plural, restriction_chip
from ui.screens.case.case_words import (
    confidence_words,
    doubt_words,
    origin_words,
    rung_chip,
    rung_means,
    shape_chip,
)
from ui.screens.case.ego_view import EgoView, links_of, node_kind
from ui.screens.case.negotiation_words import promise_chip
from ui.screens.case.residence_chart import ResidenceChart, gap_words, overlap_words, unseen_words
from ui.screens.case.rows_model import Column
from ui.screens.case.small_table import SmallTable
from ui.style.tokens import ChipKind
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowBox
from ui.widgets.labels import plain_label
from workbench.services.case_timeline import TimelineEntry
from workbench.services.case_view import CaseHead, CaseOverview
from workbench.services.confidence import Known, Rung, Verdict
from workbench.services.ego import EgoChart, Node
from workbench.services.negotiation import PromiseState
from workbench.services.residence import Residence, ResidenceTimeline

_MOST_OVERLAPS = 3
_LADDER = (Rung.CANDIDATE, Rung.CORROBORATED, Rung.VERIFIED, Rung.CONFIRMED)


class WhereCard(Card):
    """The verdict ladder, and the best contact points under it."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Where the person is"))
        self.ladder = FlowBox(gap=6)
        self.rungs = {rung: Chip(*rung_chip(rung)) for rung in _LADDER}
        for chip in self.rungs.values():
            self.ladder.add(chip)
        self.words = plain_label(wrap=True)
        columns: list[Column[Known]] = [
            Column(self.tr("Kind"), lambda k: contact_kind_words(k.point.kind)),
            Column(self.tr("Value"), lambda k: k.words),
            Column(self.tr("Status"), lambda _: "", chip=lambda k: contact_status_chip(k.point.status)),
            Column(self.tr("How sure"), confidence_words),
            Column(self.tr("Last seen"), lambda k: iso_day(k.last_seen)),
        ]
        self.table: SmallTable[Known] = SmallTable(
            self.tr("Best contact points"), columns, [84, 200, 104, 170, 102], stretch=1
        )
        self.nothing = plain_label(self.tr("No usable contact point: start a locate (L)."), tone="text2")
        self.add(self.ladder)
        self.add(self.words)
        self.doubts = plain_label(tone="text2", wrap=True)
        self.add(self.table)
        self.add(self.doubts)
        self.add(self.nothing)

    def show_view(self, view: CaseOverview) -> None:
        """Show verdict and contact points, and what of later date speaks against one."""
        self._show_ladder(view.head.verdict)
        self.table.set_rows(view.points)
        self.table.setVisible(bool(view.points))
        self.nothing.setVisible(not view.points)
        self.doubts.setText("\n".join(f"{k.words}: {said}" for k in view.points for said in doubt_words(k)))
        self.doubts.setVisible(bool(self.doubts.text()))

    def _show_ladder(self, verdict: Verdict) -> None:
        for rung, chip in self.rungs.items():
            kind, words = rung_chip(rung)
            reached = verdict.rung >= rung
            chip.set(kind if reached else ChipKind.NEUTRAL, words, "✓" if reached else "○")
            spoken = self.tr("{rung}: reached") if reached else self.tr("{rung}: not reached")
            chip.setAccessibleName(spoken.format(rung=words))
        best = verdict.reached if verdict.reached is not None else verdict.best
        means = rung_means(verdict.rung)
        where = f"{contact_kind_words(best.point.kind)} {best.words}: {means}" if best else means
        self.words.setText(f"{where[:1].upper()}{where[1:]}.")


class ResidenceCard(Card):
    """The residence timeline with its table."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Residence timeline"))
        self.chart = ResidenceChart()
        self.notes = plain_label(tone="text2", wrap=True)
        self.legend = plain_label(
            self.tr("● dated by the source   ■ recorded that day   hatched: nothing known   dashed: today"),
            tone="text2",
            wrap=True,
        )
        columns: list[Column[Residence]] = [
            Column(self.tr("Address"), lambda r: r.words),
            Column(self.tr("From"), lambda r: iso_day(r.first)),
            Column(self.tr("To"), lambda r: iso_day(r.last)),
            Column(self.tr("Said by"), _said_by),
            Column(self.tr("Status"), lambda _: "", chip=lambda r: contact_status_chip(r.point.status)),
        ]
        self.table: SmallTable[Residence] = SmallTable(
            self.tr("Residence timeline as a table"), columns, [220, 102, 102, 160, 108], stretch=0
        )
        self.nothing = plain_label(self.tr("No address with a source is on file."), tone="text2")
        for widget in (self.chart, self.legend, self.notes, self.table, self.nothing):
            self.add(widget)
        self.chart.chosen.connect(self.table.set_current_row)
        self.table.current_changed.connect(self.chart.choose)

    def show_view(self, data: ResidenceTimeline, view: CaseOverview) -> None:
        """Draw and list the residences."""
        self.chart.show_timeline(data, view.head.today)
        self.table.set_rows(data.residences)
        filled = bool(data.residences)
        for widget in (self.chart, self.legend, self.table):
            widget.setVisible(filled)
        self.nothing.setVisible(not filled)
        overlaps = overlap_words(data)
        lines = [*gap_words(data), *overlaps[:_MOST_OVERLAPS], unseen_words(data)]
        if len(overlaps) > _MOST_OVERLAPS:
            more = self.tr("{n} more overlaps").format(n=len(overlaps) - _MOST_OVERLAPS)
            lines.insert(-1, more)
        self.notes.setText("\n".join(line for line in lines if line))
        self.notes.setVisible(bool(self.notes.text()))


def _said_by(residence: Residence) -> str:
    return ", ".join(dict.fromkeys(origin_words(s.origin) for s in residence.sightings))


class EgoCard(Card):
    """The ego chart with its table."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("People and places"))
        self.view = EgoView()
        self._chart = EgoChart()
        columns: list[Column[Node]] = [
            Column("#", self._number, right=True),
            Column(self.tr("Is"), node_kind),
            Column(self.tr("Who or where"), lambda n: n.words),
            Column(self.tr("Linked by"), self._sources),
            Column(self.tr("Date"), self._date),
            Column(self.tr("What was said"), self._said),
        ]
        self.table: SmallTable[Node] = SmallTable(
            self.tr("People and places as a table"), columns, [36, 88, 190, 140, 102, 140], stretch=5
        )
        self.nothing = plain_label(
            self.tr("Nobody and no place is linked to this person by any source yet."),
            tone="text2",
            wrap=True,
        )
        self.left_out = plain_label(tone="text2")
        for widget in (self.view, self.left_out, self.table, self.nothing):
            self.add(widget)
        self.view.chosen.connect(self._node_chosen)
        self.table.current_changed.connect(self._row_chosen)

    def show_chart(self, chart: EgoChart) -> None:
        """Draw and list the chart."""
        self._chart = chart
        self.view.show_chart(chart)
        self.table.set_rows(chart.nodes[1:])
        filled = len(chart.nodes) > 1
        self.view.setVisible(filled)
        self.table.setVisible(filled)
        self.nothing.setVisible(not filled)
        words = self.tr("{n} more are on the tab People & contact points.").format(n=chart.left_out)
        self.left_out.setText(words)
        self.left_out.setVisible(chart.left_out > 0)

    def _node_chosen(self, number: int) -> None:
        self.table.set_current_row(number - 1)

    def _row_chosen(self, row: int) -> None:
        self.view.choose(row + 1)

    def _number(self, node: Node) -> str:
        return str(self._chart.nodes.index(node))

    def _sources(self, node: Node) -> str:
        return ", ".join(dict.fromkeys(origin_words(li.source) for li in links_of(self._chart, node)))

    def _date(self, node: Node) -> str:
        return iso_day(max((li.on for li in links_of(self._chart, node)), default=None))

    def _said(self, node: Node) -> str:
        return next((li.statement for li in links_of(self._chart, node)), "")


class MindCard(Card):
    """What has to be minded before anything else: flags, leads, overdue or missing next action."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Mind this"))
        self.lines = FlowBox(gap=6, line_gap=6)
        self.add(self.lines)

    def show_head(self, head: CaseHead) -> None:
        """Show what there is to mind."""
        self.lines.clear()
        for kind, words in self._alerts(head):
            self.lines.add(Chip(kind, words))

    def _alerts(self, head: CaseHead) -> list[tuple[ChipKind, str]]:
        found: list[tuple[ChipKind, str]] = []
        for flag in head.flags:
            kind, words = restriction_chip(flag.kind)
            day = iso_day(flag.received_at.astimezone().date())
            found.append((kind, self.tr("{flag} since {day}").format(flag=words, day=day)))
        on = head.work.next_action_on
        if not head.closed and not head.work.next_action:
            found.append((ChipKind.BAD, self.tr("No next action")))
        elif on is not None and on < head.today:
            found.append((ChipKind.BAD, self.tr("Next action overdue since {day}").format(day=iso_day(on))))
        if head.pending_leads:
            one, many = self.tr("1 lead to decide (Alt+L)"), self.tr("{n} leads to decide (Alt+L)")
            found.append((ChipKind.INFO, plural(head.pending_leads, one, many)))
        if head.editions:
            words = plural(
                len(head.editions),
                self.tr("A newer edition says otherwise (Alt+L)"),
                self.tr("Newer editions say otherwise {n} times (Alt+L)"),
            )
            found.append((ChipKind.INFO, words))
        if head.account.statute_expires_on is not None:
            past = head.account.statute_expires_on < head.today
            words = self.tr("Statute ran out {day}") if past else self.tr("Statute runs out {day}")
            found.append(
                (
                    ChipKind.BAD if past else ChipKind.NEUTRAL,
                    words.format(day=iso_day(head.account.statute_expires_on)),
                )
            )
        return found or [(ChipKind.OK, self.tr("Nothing in the way"))]


class PromisesCard(Card):
    """Promises that are still open or were not kept."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Open promises"))
        columns: list[Column[PromiseState]] = [
            Column(self.tr("Due"), lambda s: iso_day(s.promise.due_on)),
            Column(self.tr("Still due"), lambda s: money(s.missing, s.promise.currency), right=True),
            Column(self.tr("Status"), lambda _: "", chip=promise_chip),
        ]
        self.table: SmallTable[PromiseState] = SmallTable(
            self.tr("Open promises"), columns, [102, 96, 100], stretch=2, most=5
        )
        self.nothing = plain_label(self.tr("No open promise."), tone="text2")
        self.add(self.table)
        self.add(self.nothing)

    def show_promises(self, promises: tuple[PromiseState, ...]) -> None:
        """Show them."""
        self.table.set_rows(promises)
        self.table.setVisible(bool(promises))
        self.nothing.setVisible(not promises)


class LastCard(Card):
    """The newest entries of the timeline."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Last activity"))
        columns: list[Column[TimelineEntry]] = [
            Column(self.tr("Day"), lambda e: iso_day(e.day)),
            Column(self.tr("What"), lambda e: e.title or shape_chip(e.shape)[1]),
        ]
        self.table: SmallTable[TimelineEntry] = SmallTable(
            self.tr("Last activity"), columns, [102, 200], stretch=1, most=5
        )
        self.nothing = plain_label(self.tr("Nothing was done yet."), tone="text2")
        self.add(self.table)
        self.add(self.nothing)

    def show_entries(self, entries: tuple[TimelineEntry, ...]) -> None:
        """Show them."""
        self.table.set_rows(entries)
        self.table.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
