"""Match review in a real window over a real vault, by keyboard only."""

from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.screens.review.bulk_sheet import BulkModel
from ui.screens.review.history_panel import HistoryModel
from ui.screens.review.presets import PRESETS
from ui.screens.review.screen import ReviewScreen
from ui.screens.review.why_panel import WhyView
from workbench.base.changes import Changes
from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.review import Pile, QueueFilter, QueueOrder
from workbench.services import review_queue
from workbench.services.review_bulk import pattern_of
from workbench.services.reviewing import Verdict, decide
from workbench.services.written import Written

Key = Qt.Key
WAITING = 342
"""Leads of the demonstration's three files, those of one person counted once."""


@pytest.fixture
def start(show, wait_idle):
    """``start(workspace)``: the review, read and with the focus where its keys work."""

    def begin(workspace, target=None):
        screen = ReviewScreen(workspace)
        show(screen)
        screen.enter(target)
        wait_idle(workspace)
        screen.view.take_focus()
        return screen

    return begin


@pytest.fixture
def review(workspace, start):
    return start(workspace)


@pytest.fixture
def press(wait_idle):
    def pressing(screen, *keys, wait=True, shift=False):
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or screen, key, held)
            if wait:
                wait_idle(screen.workspace)

    return pressing


@pytest.fixture
def ask(workspace, wait_idle):
    """``ask(work)``: what ``work(vault)`` says."""

    def asking(work):
        found = []
        workspace.vault.read(work, found.append, owner=workspace)
        wait_idle(workspace)
        return found[0]

    return asking


def last(vault, count=1):
    return review_queue.history(vault, count)


def accept_directly(vault, lead_id, **how):
    return decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, confirmed=True, **how)).written


def nobody_waits(vault, leave=0):
    waiting = vault.catalog.pending_leads()
    people = Counter((lead.person.person_key, lead.debtor_key) for lead in waiting)
    single = [lead for lead in waiting if people[lead.person.person_key, lead.debtor_key] == 1]
    shared = [lead for lead in waiting if lead not in single]  # a rejection hides them on every account
    for lead in [*single[:1], *shared, *single[1:]][leave:]:
        decide(vault, lead.lead_id, Verdict(LeadStatus.REJECTED))
    return Written("done", Changes(leads=True))


def test_a_lead_is_shown_with_its_reasons_and_announced(review):
    current = review.session.current
    titles = [row[0] for row in review.view.comparison.shown()]
    assert titles[:2] == ["Last name", "First name"]
    assert current.waterfall.percent in review.view.why.accessibleDescription()
    assert review.view.queue.model().data(review.view.queue.model().index(0, 1)) == current.waterfall.percent
    assert review.head.progress.text() == f"{WAITING} left"
    assert review.announced.startswith(f"{current.debtor}, ")
    assert "agree" in review.announced
    assert review.announced.endswith(f"{WAITING} left.")


def test_accept_goes_on_at_once_and_undo_returns(review, press, wait_idle, workspace, ask):
    first = review.session.current_id
    press(review, Key.Key_A, wait=False)
    assert review.session.current_id != first
    assert review.session.decisions.decided == 0  # nothing is shown as saved before it is
    wait_idle(workspace)
    assert review.head.progress.text() == f"1 of {WAITING} · {WAITING - 1} left"
    assert ask(last)[0].lead_id == first
    press(review, Key.Key_Z)
    assert review.session.current_id == first
    assert review.head.progress.text() == f"{WAITING} left"
    assert ask(last) == ()


def test_keys_faster_than_the_disk_are_all_stored_and_none_is_taken_for_another(
    review, press, wait_idle, ask
):
    shown = []
    for _ in range(6):
        if review.session.current is not None:
            shown.append(review.session.current_id)
        press(review, Key.Key_A, wait=False)
    wait_idle(review.workspace)
    assert len(shown) >= 4  # what was not read yet could not be decided
    assert {j.lead_id for j in ask(partial(last, count=20))} == set(shown)
    assert review.session.decisions.decided == len(shown)


def test_the_scheme_and_text_size_change_under_way(review, press, theme, grab):
    theme.set_scheme("dark")
    theme.set_scale(1.5)
    press(review, Key.Key_S, Key.Key_R)
    grab(review, "review-150")
    assert review.view.bar.choices.isVisible()
    press(review, Key.Key_Escape)
    theme.set_scale(1.0)
    press(review, Key.Key_S)
    assert review.session.current is not None


def test_what_ctrl_z_takes_back_is_not_counted(review, press, wait_idle, workspace):
    press(review, Key.Key_A, Key.Key_U)
    assert review.session.decisions.decided == 2
    workspace.undo_log.undo()
    wait_idle(workspace)
    assert (review.session.decisions.decided, review.session.decisions.accepted) == (1, 1)
    press(review, Key.Key_Z)
    assert (review.session.decisions.decided, review.session.decisions.accepted) == (0, 0)


def test_undo_works_after_a_restart_from_the_history(review, press, make_workspace, start, workspace):
    first = review.session.current_id
    press(review, Key.Key_A)
    workspace.close()
    workspace.vault.wait_closed()
    again = start(make_workspace(workspace.folder))
    assert again.session.current_id != first
    press(again, Key.Key_Z)
    assert again.session.current_id == first


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ((Key.Key_R, Key.Key_R), RejectReason.OTHER_PERSON),
        ((Key.Key_R, Key.Key_Return), RejectReason.OTHER_PERSON),
        ((Key.Key_R, Key.Key_3), RejectReason.DECEASED),
        ((Key.Key_R, Key.Key_6), RejectReason.OTHER),
    ],
)
def test_reject_asks_for_the_reason(review, press, ask, keys, reason):
    first = review.session.current_id
    press(review, *keys)
    [judgment] = ask(last)
    assert (judgment.lead_id, judgment.status, judgment.reason) == (first, LeadStatus.REJECTED, reason)
    assert review.session.current_id != first
    assert not review.view.bar.asking


def test_escape_takes_the_question_away(review, press, ask):
    first = review.session.current_id
    press(review, Key.Key_R, Key.Key_Escape)
    assert not review.view.bar.asking
    assert review.session.current_id == first
    assert ask(last) == ()


def test_unsure_waits_in_the_second_look(review, press):
    first = review.session.current_id
    press(review, Key.Key_U)
    assert review.session.counts.second_look in {0, 1}
    review.session.show_queue(QueueFilter(pile=Pile.SECOND_LOOK), QueueOrder.VALUE)
    press(review, Key.Key_Space)
    assert review.session.current_id == first
    assert "Unsure" in review.view.bar.notice.text()
    press(review, Key.Key_A)
    assert "Queue finished" in review.view.states.words
    press(review, Key.Key_Z)
    assert review.session.current_id == first


def test_skip_writes_nothing_and_backspace_looks_back(review, press, ask):
    ids = review.session.model.ids[:3]
    press(review, Key.Key_S, Key.Key_S)
    assert review.session.current_id == ids[2]
    press(review, Key.Key_Backspace)
    assert review.session.current_id == ids[1]
    assert review.session.visiting
    press(review, Key.Key_S)
    assert review.session.current_id == ids[2]
    assert ask(last) == ()


def test_looking_back_at_a_decision_and_changing_it(review, press, ask):
    first, second = review.session.model.ids[:2]
    press(review, Key.Key_A, Key.Key_Backspace)
    assert review.session.current_id == first
    assert review.view.bar.notice.text().startswith("Accepted")
    press(review, Key.Key_R, Key.Key_2)
    [judgment] = ask(last)
    assert (judgment.lead_id, judgment.reason) == (first, RejectReason.SAME_NAME)
    assert review.session.current_id == second


def test_the_gains_that_are_taken_are_chosen_by_number(review, press, ask):
    lead = review.session.current.lead
    boxes = review.view.bar.gains.boxes()
    assert "Address" in boxes[0].words
    press(review, Key.Key_G, Key.Key_1)
    assert not boxes[0].isChecked()
    press(review, Key.Key_Space)  # a box with the focus is switched, as everywhere
    assert boxes[0].isChecked()
    press(review, Key.Key_1, Key.Key_A)
    content = ask(lambda vault: vault.read_case(lead.account_id))
    assert not [p for p in content.contact_points if p.label == "public record"]
    assert content.leads[0].status is LeadStatus.ACCEPTED


def test_accept_as_an_associate(review, press, ask):
    lead = review.session.current.lead
    press(review, Key.Key_T, Key.Key_4)
    content = ask(lambda vault: vault.read_case(lead.account_id))
    assert [p.role.value for p in content.parties[-1:]] == ["neighbour"]
    assert all(p.party_id != lead.party_id for p in content.contact_points if p.label == "public record")


def test_relatives_are_offered_as_associates_only(review, wait_idle, workspace):
    review.session.show_queue(QueueFilter(bands=frozenset({Band.RELATIVE})), QueueOrder.VALUE)
    wait_idle(workspace)
    heading = review.view.bar.gains.findChildren(type(review.view.bar.notice))[0].text()
    assert "never as the debtor's contact" in heading


def test_another_candidate_is_visited_and_the_place_is_kept(review, press, wait_idle, workspace):
    while not review.session.current.others:
        press(review, Key.Key_S)
    base, other = review.session.current_id, review.session.current.others[0].lead_id
    press(review, Key.Key_1)
    assert review.session.current_id == other
    press(review, Key.Key_U)
    assert review.session.current_id == base
    assert other not in review.session.model.ids


def test_views_of_the_reasons_and_only_differences(review, press):
    press(review, Key.Key_W)
    assert review.view.why.view is WhyView.TABLE
    press(review, Key.Key_W)
    assert review.view.why.view is WhyView.SENTENCE
    assert review.session.current.waterfall.total_words in review.view.why.sentence.accessibleDescription()
    press(review, Key.Key_W, Key.Key_D)
    assert {row[3] for row in review.view.comparison.shown()} <= {"≈", "≠"}
    press(review, Key.Key_D)
    rows = len(review.view.why.chart.lines())
    press(review, Key.Key_Space)
    assert len(review.view.why.chart.lines()) > rows
    review.view.why.copy()
    assert "Starting odds" in QApplication.clipboard().text()


def test_blind_mode_hides_every_score(review, press, grab):
    percent = review.session.current.waterfall.percent
    press(review, Key.Key_B)
    assert percent in review.announced.replace("percent", "%")  # said before it was hidden
    index = review.view.queue.model().index(0, 1)
    assert review.view.queue.model().data(index) == "–"
    assert "%" not in review.view.why.accessibleDescription()
    press(review, Key.Key_S)
    assert "percent" not in review.announced
    assert review.view.states.strip_words("blind")
    grab(review, "review-blind")
    said = []
    review.workspace.messages.said.connect(said.append)
    percent = review.session.current.waterfall.percent
    press(review, Key.Key_A)
    assert said[-1].endswith(f"the score was {percent}.")


def test_history_is_changed_in_place(review, press, ask):
    press(review, Key.Key_A, Key.Key_A, Key.Key_H)
    assert review.view.at_history
    newest = review.view.history.current()
    press(review, Key.Key_U)
    assert ask(partial(last, count=2))[0].status is LeadStatus.UNSURE
    assert review.view.history.current().lead_id == newest.lead_id
    press(review, Key.Key_Return)
    assert not review.view.at_history
    assert review.session.current_id == newest.lead_id


def test_all_like_this_are_listed_then_accepted_and_undone_at_once(review, press, ask, wait_idle, grab):
    def of_the_largest_group(vault):
        strong = [x for x in vault.catalog.pending_leads() if x.explanation.band is Band.STRONG]
        [(group, _)] = Counter((x.person.import_id, pattern_of(x)) for x in strong).most_common(1)
        alike = [x for x in strong if (x.person.import_id, pattern_of(x)) == group]
        return min(alike, key=lambda x: x.explanation.p_same).lead_id

    review.session.go_to(ask(of_the_largest_group))
    wait_idle(review.workspace)
    press(review, Key.Key_A, shift=True)
    assert review.view.at_bulk
    plan = review.view.bulk.plan
    assert len(plan.taken) > 1
    grab(review, "review-bulk")
    assert review.view.bulk.accept_button.text() == f"Accept these {len(plan.taken)}"
    press(review, Key.Key_Return)
    assert review.session.decisions.decided == len(plan.taken)
    assert len(ask(partial(last, count=500))) == len(plan.taken)
    press(review, Key.Key_Z)
    assert ask(partial(last, count=500)) == ()
    assert review.session.decisions.decided == 0


def test_what_could_not_be_stored_comes_back_with_the_error(review, press, ask, wait_idle):
    first = review.session.current
    ask(lambda vault: vault.shred_case(first.account.account_id, "a test"))
    said = []
    review.workspace.messages.failed.connect(said.append)
    press(review, Key.Key_A, wait=False)
    assert review.session.current_id != first.lead.lead_id
    wait_idle(review.workspace)
    assert said
    assert review.session.decisions.decided == 0


def test_a_second_person_is_asked_about_once(review, press, ask, wait_idle):
    def conflicting(vault):
        for lead in vault.catalog.pending_leads():
            others = [
                x
                for x in vault.catalog.pending_leads(account_id=lead.account_id)
                if x.lead_id != lead.lead_id
            ]
            for other in others:
                found = review_queue.candidate(vault, other.lead_id)
                if found.joins_as is None and lead.explanation.band is Band.STRONG:
                    accept_directly(vault, lead.lead_id)
                    if review_queue.candidate(vault, other.lead_id).second_person:
                        return other.lead_id
        return ""

    lead_id = ask(conflicting)
    assert lead_id, "the sample has no such pair"
    review.session.load()
    wait_idle(review.workspace)
    review.session.go_to(lead_id)
    wait_idle(review.workspace)
    press(review, Key.Key_A)
    assert review.session.current_id == lead_id
    assert "A once more keeps both" in review.view.bar.notice.text()
    press(review, Key.Key_A)
    assert review.session.current_id != lead_id
    assert ask(last)[0].lead_id == lead_id


def test_a_changed_case_is_said_once_before_deciding(review, press, wait_idle):
    from dataclasses import replace

    current = review.session.current
    first = current.lead.lead_id

    def change(vault):
        point = vault.read_case(current.account.account_id).contact_points[0]
        with vault.edit_case(current.account.account_id) as edit:
            edit.put_contact_point(replace(point, label="moved"))
        return Written("Changed", Changes(accounts=frozenset({current.account.account_id})))

    review.workspace.vault.write(change, owner=review)
    wait_idle(review.workspace)
    press(review, Key.Key_A)
    assert review.session.current_id == first
    assert "changed after this lead was scored" in review.view.bar.notice.text()
    press(review, Key.Key_A)
    assert review.session.current_id != first


def test_the_focus_comes_back_to_the_queue_without_choosing_another_lead(review, press, wait_idle, ask):
    """The list was read anew while a question stood: what is decided is the lead that was asked about."""
    second = review.session.model.ids[1]
    review.session.go_to(second)
    wait_idle(review.workspace)
    press(review, Key.Key_R)
    review.view.queue.setCurrentIndex(QModelIndex())
    press(review, Key.Key_2)
    [judgment] = ask(last)
    assert judgment.lead_id == second


def test_the_end_says_what_was_done_and_undo_works_there(workspace, start, press, wait_idle, grab):
    workspace.vault.write(partial(nobody_waits, leave=1), owner=workspace)
    wait_idle(workspace)
    review = start(workspace)
    assert review.head.progress.text() == "1 left"
    press(review, Key.Key_A)
    assert review.view.states.words.startswith("Queue finished: 1 decided, 1 accepted.")
    assert review.actions_by_name["next_queue"].text() == "Import records"
    grab(review, "review-done")
    press(review, Key.Key_Z)
    assert review.view.states.state == "content"
    assert review.session.current is not None


def test_first_use_says_what_to_do(empty_workspace, start):
    review = start(empty_workspace)
    assert review.view.states.state == "empty"
    assert "Import a public-record file" in review.view.states.words


def test_an_empty_queue_can_be_cleared(review, press, wait_idle):
    review.session.show_queue(QueueFilter(import_id="0" * 32), QueueOrder.VALUE)
    wait_idle(review.workspace)
    assert review.view.states.words == f"0 of {WAITING} leads are in this queue. Clear (Esc)."
    press(review, Key.Key_Escape)
    assert review.session.where == QueueFilter()
    assert review.view.states.state == "content"


def test_read_only_decides_nothing(make_workspace, demo_folder, start, press):
    review = start(make_workspace(demo_folder, read_only=True))
    first = review.session.current_id
    press(review, Key.Key_A)
    assert review.session.current_id == first
    assert not review.view.bar.accept.isEnabled()
    assert "read-only" in review.workspace.registry.entry("review.accept").reason
    press(review, Key.Key_S)
    assert review.session.current_id != first


def test_new_leads_appear_by_themselves(review, wait_idle, qtbot):
    before = len(review.session.model.ids)
    review.workspace.vault.write(partial(nobody_waits, leave=before - 2), owner=review)
    qtbot.waitUntil(lambda: len(review.session.model.ids) == before - 2, timeout=5000)


def test_the_place_is_kept(review, press, workspace, start, make_workspace):
    review.session.show_queue(QueueFilter(bands=frozenset({Band.REVIEW})), QueueOrder.HARDEST)
    press(review, Key.Key_W, Key.Key_S, Key.Key_S)
    there = review.session.current_id
    state = review.remember()
    workspace.close()
    workspace.vault.wait_closed()
    again = start(make_workspace(workspace.folder))
    assert again.session.current_id == there
    assert again.remember() == state


def test_an_import_is_reviewed_on_its_own(workspace, start, ask):
    import_id = ask(lambda vault: vault.catalog.pending_leads(limit=1)[0].person.import_id)
    review = start(workspace, import_id)
    assert review.session.where == QueueFilter(import_id=import_id)
    shown = review.session.current
    assert import_id in {shown.source.import_id, *(row.import_id for row in shown.behind)}


def test_models_pass_qts_own_tester(review, press):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (review.session.model, HistoryModel(), BulkModel("x"))
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    press(review, Key.Key_S, Key.Key_A, Key.Key_Z)
    assert len(testers) == 3


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_presets_name_known_actions_and_make_no_conflict(review, press, preset):
    registry = review.workspace.registry
    assert preset.keys.keys() <= registry.live().keys()
    registry.set_keys(preset.keys)
    assert not [k for k, ids in registry.conflicts().items() if any(i.startswith("review.") for i in ids)]
    first = review.session.current_id
    press(review, Key[f"Key_{registry.entry('review.accept').keys[0]}"])
    assert review.session.current_id != first


def test_letters_in_the_choices_decide_nothing(review, press, ask):
    review.choice.show_combo.setFocus()
    press(review, Key.Key_A, Key.Key_U)
    assert ask(last) == ()


def test_everything_with_focus_has_a_name(review):
    for widget in review.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), type(widget).__name__
