"""The rows behind a lead: shown with letters, which the gains name, and contradictions in red."""

import pytest

from ui.screens.review.rows_card import letter_of
from ui.screens.review.screen import ReviewScreen
from workbench.model.review import QueueFilter, QueueOrder
from workbench.services import review_queue


@pytest.fixture
def several(workspace, wait_idle):
    """The id of a waiting lead that has rows of several files, and one that has one row."""

    def chosen(vault):
        found = {}
        for lead_id in review_queue.queue(vault, QueueFilter(), QueueOrder.VALUE)[:60]:
            rows = len(review_queue.candidate(vault, lead_id).behind)
            found.setdefault(min(rows, 2), lead_id)
        return found[2], found[1]

    got = []
    workspace.vault.read(chosen, got.append, owner=workspace)
    wait_idle(workspace)
    return got[0]


def test_letters():
    assert [letter_of(n) for n in (0, 25, 26)] == ["a", "z", "27"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_rows_are_listed_and_the_gains_name_them(workspace, show, wait_idle, grab, theme, several, scheme):
    theme.set_scheme(scheme)
    screen = ReviewScreen(workspace)
    show(screen, size=(1280, 1400))
    screen.enter()
    wait_idle(workspace)
    screen.session.go_to(several[0])
    wait_idle(workspace)
    current = screen.session.current
    card = screen.view.rows
    assert card.isVisible()
    lines = card.lines(current)
    assert len(lines) == len(current.behind) + len(current.contradictions)
    for place, row in enumerate(current.behind):
        line = lines[len(current.contradictions) + place]
        assert line.startswith(f"{letter_of(place)} {row.file_name}")
    assert any("[a b]" in box.words or "[b]" in box.words for box in screen.view.bar.gains.boxes())
    grab(screen, f"review-rows-{scheme}")
    screen.session.go_to(several[1])
    wait_idle(workspace)
    assert not card.isVisible()
    assert not any("[a" in box.words for box in screen.view.bar.gains.boxes())
