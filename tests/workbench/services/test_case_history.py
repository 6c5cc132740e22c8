"""The history of a case in words, and undo of decisions on leads through the same door."""

from dataclasses import replace

import pytest
import review_world as leads
from money_world import TODAY, a_case, an_id, make_vault

from workbench.model.account import AccountStatus, Balance
from workbench.model.history import CaseChange
from workbench.model.lead import LeadStatus
from workbench.model.party import ContactStatus
from workbench.services.describing import text_of
from workbench.services.history import case_fault, case_history, history_view, undone_changes
from workbench.services.merging import put_back
from workbench.services.money import Payment, add_payment
from workbench.services.reviewing import DecidedSinceError, Verdict, decide
from workbench.services.undoing import reason_of, undo

ACCOUNT = an_id(1)


def change(seq, action="edit", reason=""):
    return CaseChange(seq, None, "owner", action, reason, ())


def test_an_undo_marks_what_it_took_back_and_an_undone_undo_does_not():
    history = [change(1), change(2), change(3), change(4, "undo", reason_of([2, 3]))]
    assert undone_changes(history) == {2: 4, 3: 4}
    history.append(change(5, "undo", reason_of([4])))
    assert undone_changes(history) == {4: 5}
    history.append(change(6, "undo", reason_of([5])))
    assert undone_changes(history) == {5: 6, 2: 4, 3: 4}


def test_a_reason_somebody_typed_is_not_an_undo():
    assert undone_changes([change(1), change(2, "edit", "takes back change 1")]) == {}


@pytest.fixture
def case(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_case(1)])
        yield vault


def test_changes_are_told_with_before_and_after(case):
    with case.edit_case(ACCOUNT) as edit:
        point = edit.content.contact_points[1]
        edit.put_contact_point(replace(point, status=ContactStatus.WRONG, status_reason="A stranger"))
        edit.update_account(replace(edit.content.account, status=AccountStatus.SKIP), "no number left")
    newest = case_history(case, ACCOUNT)[0]
    assert (newest.words, newest.reason) == ("Case changed", "no number left")
    told = [(d.thing, d.name, d.before, d.after) for d in newest.details]
    assert told == [
        ("Phone", "status", "unverified", "wrong"),
        ("Phone", "status reason", "", "A stranger"),
        ("Account", "status", "NEW", "SKP"),
    ]


def test_the_placing_is_the_first_and_cannot_be_undone(case):
    first = case_history(case, ACCOUNT)[-1]
    assert (first.seq, first.words, first.undoable) == (1, "Account placed", False)
    assert ("Account", "00000001, Lantern Bank, 1,000.00 USD") in [(d.thing, d.after) for d in first.details]


def test_the_chain_is_checked(case):
    add_payment(case, ACCOUNT, Payment(1_000, TODAY))
    assert history_view(case, ACCOUNT).fault == ""
    assert case_fault(case, ACCOUNT) == ""


@pytest.mark.parametrize(
    ("value", "name", "text"),
    [
        (None, "", ""),
        (True, "", "yes"),
        (123_456, "cents", "1,234.56"),
        (7, "grace_days", "7"),
        (("a", "b"), "", "a, b"),
        ({"a": "1", "b": ""}, "", "a: 1"),
        (TODAY, "", "2026-11-22"),
        (AccountStatus.SKIP, "", "SKP"),
    ],
)
def test_values_as_people_read_them(value, name, text):
    assert text_of(value, name) == text


def test_amounts_go_back_by_their_difference():
    account = a_case(1).account
    before, after = account, replace(account, balance=Balance(90_000, 70_000))
    now = replace(account, balance=Balance(85_000, 65_000), status=AccountStatus.SKIP)
    merged = put_back(replace(before, balance=Balance(100_000, 80_000)), after, now)
    assert (merged.value.balance, merged.value.status, merged.blocked) == (
        Balance(95_000, 75_000), AccountStatus.SKIP, (),
    )  # fmt: skip


def test_a_decision_on_a_lead_is_undone_and_done_again(vault):
    [lead_id] = leads.fill(vault, [leads.a_lead()])
    account_id = leads.an_id(1)
    before = vault.read_case(account_id).contact_points
    done = decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED)).written
    gained = len(vault.read_case(account_id).contact_points) - len(before)
    assert gained > 0
    back = undo(vault, done.commits)
    assert vault.catalog.count_pending() == 1
    live = [p for p in vault.read_case(account_id).contact_points if p.status is not ContactStatus.RETIRED]
    assert len(live) == len(before)
    undo(vault, back.commits)
    assert vault.catalog.count_pending() == 0


def test_two_decisions_on_one_lead_are_undone_one_after_the_other(vault):
    [lead_id] = leads.fill(vault, [leads.a_lead()])
    first = decide(vault, lead_id, Verdict(LeadStatus.UNSURE)).written
    second = decide(vault, lead_id, Verdict(LeadStatus.REJECTED)).written
    undo(vault, second.commits)
    undo(vault, first.commits)
    assert vault.catalog.count_pending() == 1


def test_a_decision_changed_since_stands_in_the_way(vault):
    [lead_id] = leads.fill(vault, [leads.a_lead()])
    first = decide(vault, lead_id, Verdict(LeadStatus.UNSURE)).written
    decide(vault, lead_id, Verdict(LeadStatus.REJECTED))
    with pytest.raises(DecidedSinceError):
        undo(vault, first.commits)
