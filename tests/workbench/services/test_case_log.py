"""Contact and locate attempts, notes, corrections and pins: what they write, and what they refuse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from money_world import NOW, TODAY, a_case, an_id, make_vault

from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.account import AccountStatus
from workbench.model.activity import Activity, ActivityKind
from workbench.model.party import ContactKind, ContactStatus
from workbench.model.result_code import LOCATE_RESULTS, RESULT_CODES, Channel
from workbench.services.case_log import (
    Contact,
    Locate,
    add_note,
    correct_entry,
    log_contact,
    log_locate,
    set_pin,
)
from workbench.services.case_timeline import (
    EntryKind,
    EntryShape,
    Gone,
    composing,
    details_of,
    timeline,
    timeline_view,
)
from workbench.services.case_work import NextAction, NoNextActionError, set_status
from workbench.services.money import Payment, add_payment
from workbench.services.negotiation import add_negotiation_note
from workbench.services.undoing import undo

CALL = NextAction("Call", TODAY + timedelta(days=3))


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        yield made


@pytest.fixture
def account(vault):
    return vault.create_case(a_case(1))


def phone_of(vault, account):
    return next(p for p in vault.read_case(account).contact_points if p.kind is ContactKind.PHONE)


def test_flags_come_from_the_code_alone(vault, account):
    point = phone_of(vault, account)
    busy = Contact(Channel.CALL, "LB", "talked to the debtor, he said", contact_id=point.contact_id)
    log_contact(vault, account, busy, CALL)
    log_contact(vault, account, Contact(Channel.CALL, "TT", contact_id=point.contact_id), CALL)
    first, second = vault.read_case(account).activities[-2:]
    assert (first.attempt, first.conversation, first.right_party) == (True, False, False)
    assert (second.attempt, second.conversation, second.right_party) == (True, True, True)
    assert second.party_id == point.party_id


def test_right_party_is_a_conversation_and_a_conversation_an_attempt():
    for code in RESULT_CODES.values():
        assert code.conversation or not code.right_party, code
        assert code.attempt or not code.conversation, code
        assert code.next_words
        assert code.next_days > 0


def test_entry_point_and_next_action_are_one_commit(vault, account):
    point = phone_of(vault, account)
    contact = Contact(
        Channel.CALL, "WN", "A bakery", contact_id=point.contact_id, point_status=ContactStatus.WRONG
    )
    done = log_contact(vault, account, contact, CALL)
    assert len(done.commits) == 1
    after = phone_of(vault, account)
    assert (after.status, after.status_reason, after.current) == (ContactStatus.WRONG, "Wrong number", False)
    assert vault.read_work(account).next_action == "Call"
    undo(vault, done.commits)
    assert phone_of(vault, account).status is ContactStatus.UNVERIFIED
    assert vault.read_work(account).next_action == ""
    assert {e.gone for e in timeline(vault.read_case(account))} == {Gone.TAKEN_BACK}


def test_an_open_account_is_never_left_without_a_next_action(vault, account):
    for work in (
        lambda: add_note(vault, account, "Nobody there"),
        lambda: log_contact(vault, account, Contact(Channel.CALL, "NA")),
        lambda: log_locate(vault, account, Locate("voter", "no_hit")),
    ):
        with pytest.raises(NoNextActionError):
            work()
    assert vault.read_case(account).activities == ()
    add_note(vault, account, "Nobody there", CALL)
    add_note(vault, account, "The call stays next")
    assert vault.read_work(account).next_action == "Call"


def test_a_closed_account_needs_none(vault, account):
    set_status(vault, account, AccountStatus.WRITTEN_OFF, "too small")
    with vault.edit_case(account) as edit:
        edit.set_work(replace(edit.work, next_action="", next_action_on=None))
    add_note(vault, account, "For the file")
    assert vault.read_work(account).next_action == ""


def test_what_cannot_be_logged(vault, account):
    for work in (
        lambda: log_contact(vault, account, Contact(Channel.CALL, "??"), CALL),
        lambda: log_contact(vault, account, Contact(Channel.CALL, "NA", contact_id=an_id(9)), CALL),
        lambda: log_contact(vault, account, Contact(Channel.CALL, "NA", cost_cents=-1), CALL),
        lambda: log_locate(vault, account, Locate("tea leaves", "hit"), CALL),
        lambda: log_locate(vault, account, Locate("voter", "maybe"), CALL),
        lambda: add_note(vault, account, "  \n", CALL),
        lambda: correct_entry(vault, account, an_id(3), "?"),
    ):
        with pytest.raises(UserError):
            work()
    assert vault.read_case(account).activities == ()


def test_a_correction_strikes_the_entry_and_has_its_own_flags(vault, account):
    log_contact(vault, account, Contact(Channel.CALL, "TT", "He was in"), CALL)
    wrong = vault.read_case(account).activities[-1]
    correct_entry(vault, account, wrong.activity_id, "It was his brother", "TW")
    new, old = timeline(vault.read_case(account))
    assert (old.gone, new.gone, new.activity.corrects) == (Gone.CORRECTED, Gone.NO, old.entry_id)
    made = vault.read_case(account).activities[-1]
    assert (made.conversation, made.right_party, made.at) == (True, False, wrong.at)
    with pytest.raises(UserError, match="already"):
        correct_entry(vault, account, wrong.activity_id, "again")


def test_a_pin_holds_until_it_is_taken_away_or_undone(vault, account):
    add_note(vault, account, "Speaks only in the morning", CALL)
    entry = timeline(vault.read_case(account))[0]
    done = set_pin(vault, account, entry.entry_id, pinned=True)
    assert [e.pinned for e in timeline(vault.read_case(account))] == [True]
    undone = undo(vault, done.commits)
    assert [e.pinned for e in timeline(vault.read_case(account))] == [False]
    undo(vault, undone.commits)
    assert [e.pinned for e in timeline(vault.read_case(account))] == [True]
    set_pin(vault, account, entry.entry_id, pinned=False)
    assert [e.pinned for e in timeline(vault.read_case(account))] == [False]


def test_one_stream_of_every_kind(vault, account):
    log_contact(vault, account, Contact(Channel.CALL, "NA"), CALL)
    log_locate(vault, account, Locate("voter", "hit", "Same name in 37405", cost_cents=125))
    add_negotiation_note(vault, account, position="Cannot pay before spring", next_step="Ask again")
    add_payment(vault, account, Payment(1_000, TODAY))
    note = timeline_view(vault, account)
    said = {d.key: d.value for d in details_of(note.entries[1], note.names)}
    assert said == {"position": "Cannot pay before spring", "next_step": "Ask again"}
    kinds = [(e.kind, e.shape) for e in timeline(vault.read_case(account))]
    assert kinds == [
        (EntryKind.MONEY, EntryShape.MONEY),
        (EntryKind.CONTACT, EntryShape.NEGOTIATION),
        (EntryKind.LOCATE, EntryShape.LOCATE),
        (EntryKind.CONTACT, EntryShape.CONTACT),
    ]
    located = timeline(vault.read_case(account))[2]
    assert (located.title, located.activity.cost_cents) == ("Voter register · Hit · Same name in 37405", 125)


def test_a_negotiation_note_takes_its_next_action_along(vault, account):
    done = add_negotiation_note(vault, account, position="Wants half off", follow_up=CALL)
    assert len(done.commits) == 1
    assert vault.read_work(account).next_action == "Call"


def test_five_thousand_entries_are_all_there_in_order(vault):
    many = [
        Activity(
            new_id(), ActivityKind.CONTACT, NOW + timedelta(minutes=n), "owner", text="He was not in again",
            result_code="NI", channel="call", attempt=True,
        )
        for n in range(5_000)
    ]  # fmt: skip
    content = replace(a_case(2), activities=tuple(many))
    entries = timeline(content)
    assert [entry.activity.activity_id for entry in entries] == [a.activity_id for a in reversed(many)]


def test_the_view_says_what_the_composer_may_offer(vault, account):
    view = composing(vault, account)
    assert view.points[0].point.party_id == view.parties[0].party_id
    assert not view.closed
    assert LOCATE_RESULTS.keys() == {"hit", "no_hit", "pending"}
