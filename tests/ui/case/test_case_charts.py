"""The ego chart and the residence timeline on their own: nothing outside, nothing hidden, words for the ear."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.screens.case.ego_view import EgoView
from ui.screens.case.residence_chart import ResidenceChart, gap_words, overlap_words
from workbench.model.party import ContactKind, ContactPoint, PartyRole
from workbench.services.ego import EgoChart, Link, Node, Ring
from workbench.services.residence import Gap, Overlap, Residence, ResidenceTimeline, Sighting


def ego(people, places, employers):
    nodes = [Node("s", Ring.SELF, "Benjamin Samuel Cole", PartyRole.DEBTOR)]
    nodes += [Node(f"p{n}", Ring.PEOPLE, f"Maja Lindqvist {n}", PartyRole.RELATIVE) for n in range(people)]
    nodes += [
        Node(f"a{n}", Ring.ADDRESS, f"{n * 11 + 1} Otterford Way, Lower Bentley NC") for n in range(places)
    ]
    nodes += [Node(f"e{n}", Ring.EMPLOYER, f"Harbour Mills {n} LLC") for n in range(employers)]
    links = [
        Link("s", n.object_id, "voter_tn", date(2020, 1, n_ + 1), "said", 1) for n_, n in enumerate(nodes[1:])
    ]
    return EgoChart(tuple(nodes), tuple(links))


@pytest.mark.parametrize("counts", [(1, 1, 0), (3, 4, 1), (9, 14, 6)])
def test_every_node_is_inside_and_no_two_stand_on_each_other(show_widget, grab, counts):
    view = EgoView()
    view.show_chart(ego(*counts))
    show_widget(view, (680, 700))
    grab(view, f"ego-{sum(counts)}")
    boxes = view.boxes()
    assert all(view.rect().toRectF().contains(box) for box in boxes)
    touching = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.intersects(b)]
    assert not touching


def test_arrow_keys_go_through_the_nodes(show_widget, qtbot):
    view = EgoView()
    view.show_chart(ego(2, 2, 1))
    show_widget(view, (680, 400))
    view.setFocus()
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert chosen.args == [1]
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current == 5
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.current == 4
    assert "Relative Maja Lindqvist 0: linked by voter tn, 2020-01-01" in view.accessibleDescription()


def lived(address, *days):
    point = ContactPoint(address, "p", ContactKind.ADDRESS, address, address)
    seen = tuple(Sighting(day, "voter_tn", "public_record", 7, dated=True) for day in days)
    return Residence(point, address, days[0], days[-1], seen)


def test_residences_are_drawn_and_told(show_widget, grab):
    data = ResidenceTimeline(
        (lived("9 Willow Rd, Springfield", date(2020, 1, 1), date(2024, 1, 1)), lived("1 Elm St, Tulsa", date(2011, 5, 1))),
        (Overlap(date(2020, 1, 1), date(2020, 1, 1), "9 Willow Rd, Springfield", "1 Elm St, Tulsa"),),
        (Gap(date(2011, 5, 2), date(2019, 12, 31)),),
    )  # fmt: skip
    chart = ResidenceChart()
    chart.show_timeline(data, date(2026, 11, 27))
    show_widget(chart, (700, 200))
    grab(chart, "residence")
    assert overlap_words(data) == ["Both said for 2020-01-01: 9 Willow Rd and 1 Elm St"]
    assert gap_words(data) == ["Nothing known 2011-05-02 to 2019-12-31"]
    told = chart.accessibleDescription()
    assert "9 Willow Rd, Springfield: 2020-01-01 to 2024-01-01, said by voter tn; Unverified" in told
    assert gap_words(data)[0] in told
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current == 1


def test_one_day_alone_and_nothing_at_all(show_widget):
    chart = ResidenceChart()
    show_widget(chart, (400, 120))
    chart.show_timeline(ResidenceTimeline((lived("1 Elm St", date(2026, 11, 27)),)), date(2026, 11, 27))
    assert not chart.grab().isNull()
    chart.show_timeline(ResidenceTimeline(), date(2026, 11, 27))
    assert not chart.grab().isNull()
    assert chart.accessibleDescription() == ""
