"""Promises and offers: what fills a promise, when it is kept or broken, what follows for the account."""

from datetime import UTC, date, datetime, timedelta

import pytest
from money_world import NOW, TODAY, a_case, an_id, at_day, make_vault

from workbench.base.errors import UserError
from workbench.model.account import AccountStatus, Balance
from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart
from workbench.model.restriction import RestrictionKind
from workbench.negotiation.promises import promise_states
from workbench.services.money import Payment, add_payment, money_view, reverse_entry
from workbench.services.negotiation import (
    NegotiationBlockedError,
    Offer,
    Promise,
    add_offer,
    add_promise,
    answer_offer,
    negotiation_view,
    settle_promises,
    withdraw_promise,
)
from workbench.services.restrictions import NewRestriction, add_restriction
from workbench.services.undoing import undo

ACCOUNT = an_id(1)
S = ArrangementStatus


# Which payments fill which promise


def day(number):
    return date(2026, 12, number)


def a_promise(number, cents, due, *, grace=0, made=NOW):
    return Arrangement(
        an_id(number), ArrangementKind.PROMISE, S.OPEN, made, cents, due_on=due, grace_days=grace
    )


def paid(number, cents, on):
    return LedgerEntry(
        an_id(100 + number), LedgerKind.PAYMENT, LedgerPart.TOTAL, -cents, on, NOW + timedelta(days=1)
    )


@pytest.mark.parametrize(
    ("promises", "payments", "today", "expected"),
    [
        # (promised, due) · (paid, on) · today → (in time, late, status)
        ([(100, 10)], [], 9, [(0, 0, S.OPEN)]),
        ([(100, 10)], [(100, 10)], 10, [(100, 0, S.KEPT)]),
        ([(100, 10)], [(60, 10)], 10, [(60, 0, S.OPEN)]),
        ([(100, 10)], [(60, 10)], 11, [(60, 0, S.PARTLY_KEPT)]),
        ([(100, 10)], [], 11, [(0, 0, S.BROKEN)]),
        ([(100, 10)], [(100, 12)], 12, [(0, 100, S.BROKEN)]),
        ([(100, 10), (100, 20)], [(150, 5)], 9, [(100, 0, S.KEPT), (50, 0, S.OPEN)]),
        ([(100, 10), (100, 20)], [(100, 15)], 15, [(0, 100, S.BROKEN), (0, 0, S.OPEN)]),
    ],
)
def test_payments_fill_the_oldest_promise_first(promises, payments, today, expected):
    made = [a_promise(n, cents, day(due)) for n, (cents, due) in enumerate(promises)]
    came = [paid(n, cents, day(on)) for n, (cents, on) in enumerate(payments)]
    states = promise_states(reversed(made), came, day(today))
    assert [(s.in_time, s.late, s.status) for s in states] == expected


def test_days_of_grace_count():
    promise = a_promise(1, 100, day(10), grace=3)
    assert promise_states([promise], [], day(13))[0].status is S.OPEN
    assert promise_states([promise], [], day(14))[0].status is S.BROKEN
    assert promise_states([promise], [paid(1, 100, day(13))], day(20))[0].status is S.KEPT


def test_a_payment_before_the_promise_does_not_fill_it():
    later = a_promise(1, 100, day(10), made=datetime(2026, 12, 5, 12, tzinfo=UTC))
    assert promise_states([later], [paid(1, 100, day(4))], day(6))[0].in_time == 0


def test_withdrawn_promises_and_reversed_payments_do_not_count():
    payment = paid(1, 100, day(5))
    back = LedgerEntry(
        an_id(300), LedgerKind.REVERSAL, LedgerPart.TOTAL, 100, day(6), NOW, reverses=payment.entry_id
    )
    promise = a_promise(1, 100, day(10))
    assert promise_states([promise], [payment, back], day(7))[0].in_time == 0
    gone = Arrangement(an_id(2), ArrangementKind.PROMISE, S.WITHDRAWN, NOW, 100, due_on=day(1))
    assert promise_states([gone], [payment], day(7)) == ()


# In a vault


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        made.create_cases([a_case(1)])
        yield made


def row(vault):
    return vault.catalog.account_rows([ACCOUNT])[0]


def statuses(vault):
    return [a.status for a in vault.read_case(ACCOUNT).arrangements]


IN_TEN = TODAY + timedelta(days=10)


def test_a_promise_says_what_is_next(vault):
    done = add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    now = row(vault)
    assert (now.status, now.next_action, now.next_action_on) == (
        AccountStatus.PROMISE_PENDING, "Promise due", IN_TEN,
    )  # fmt: skip
    assert len(done.commits) == 1
    assert done.words == "Promise of 200.00 USD by 2026-12-02 recorded"


def test_the_earliest_promise_is_the_next_action(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    add_promise(vault, ACCOUNT, Promise(10_000, IN_TEN + timedelta(days=9)))
    assert row(vault).next_action_on == IN_TEN
    add_promise(vault, ACCOUNT, Promise(5_000, TODAY + timedelta(days=2)))
    assert row(vault).next_action_on == TODAY + timedelta(days=2)


def test_a_kept_promise_brings_the_old_status_back(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    add_payment(vault, ACCOUNT, Payment(20_000, TODAY))
    assert statuses(vault) == [S.KEPT]
    assert (row(vault).status, row(vault).next_action) == (
        AccountStatus.NEW, "Promise paid: agree on the rest",
    )  # fmt: skip


def test_a_promise_kept_to_the_last_cent_closes_the_account(vault):
    add_promise(vault, ACCOUNT, Promise(100_000, IN_TEN))
    add_payment(vault, ACCOUNT, Payment(100_000, TODAY))
    assert (row(vault).status, row(vault).next_action) == (AccountStatus.PAID_IN_FULL, "")


def test_the_sweep_breaks_what_is_overdue_once(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN, grace_days=2))
    at_day(vault, IN_TEN + timedelta(days=2))
    assert settle_promises(vault).commits == ()
    at_day(vault, IN_TEN + timedelta(days=3))
    done = settle_promises(vault)
    assert (done.words, len(done.commits)) == ("A promise was not kept in time", 1)
    assert statuses(vault) == [S.BROKEN]
    now = row(vault)
    assert (now.status, now.next_action) == (AccountStatus.PROMISE_DELINQUENT, "Broken promise: call")
    assert now.next_action_on == IN_TEN + timedelta(days=3)
    assert settle_promises(vault).commits == ()


def test_the_sweep_finds_a_promise_whose_account_is_otherwise_busy(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    add_restriction(
        vault, ACCOUNT, NewRestriction(RestrictionKind.ATTORNEY, TODAY, details={"name": "Ann Lex"})
    )
    with vault.edit_case(ACCOUNT) as edit:
        from workbench.model.work import WorkState

        edit.set_work(WorkState("Write to the attorney", IN_TEN + timedelta(days=90)))
    at_day(vault, IN_TEN + timedelta(days=30))
    assert len(settle_promises(vault).commits) == 1
    assert statuses(vault) == [S.BROKEN]
    assert row(vault).status is AccountStatus.ATTORNEY


def test_partly_kept_is_delinquent_too_until_the_rest_came(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN, grace_days=0))
    add_payment(vault, ACCOUNT, Payment(5_000, TODAY))
    assert statuses(vault) == [S.OPEN]
    at_day(vault, IN_TEN + timedelta(days=1))
    settle_promises(vault)
    assert statuses(vault) == [S.PARTLY_KEPT]
    assert row(vault).status is AccountStatus.PROMISE_DELINQUENT
    add_payment(vault, ACCOUNT, Payment(15_000, IN_TEN + timedelta(days=1)))
    assert statuses(vault) == [S.PARTLY_KEPT]
    assert row(vault).status is AccountStatus.NEW


def test_a_returned_payment_opens_the_promise_again(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    add_payment(vault, ACCOUNT, Payment(20_000, TODAY))
    entry = money_view(vault, ACCOUNT).rows[0].entry
    reverse_entry(vault, ACCOUNT, entry.entry_id, "no funds", returned=True)
    assert statuses(vault) == [S.OPEN]
    assert row(vault).status is AccountStatus.RETURNED_PAYMENT


def test_an_undone_payment_opens_the_promise_again_and_later_ones_are_judged_anew(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    first = add_payment(vault, ACCOUNT, Payment(12_000, TODAY))
    add_payment(vault, ACCOUNT, Payment(8_000, TODAY))
    assert statuses(vault) == [S.KEPT]
    undo(vault, first.commits)
    assert statuses(vault) == [S.OPEN]
    assert row(vault).balance_cents == 92_000
    assert row(vault).status is AccountStatus.PROMISE_PENDING


def test_a_promise_is_withdrawn_with_a_reason(vault):
    add_promise(vault, ACCOUNT, Promise(20_000, IN_TEN))
    promise = vault.read_case(ACCOUNT).arrangements[0].arrangement_id
    with pytest.raises(UserError, match="reason"):
        withdraw_promise(vault, ACCOUNT, promise, " ")
    withdraw_promise(vault, ACCOUNT, promise, "lost the job")
    assert statuses(vault) == [S.WITHDRAWN]
    assert (row(vault).status, row(vault).next_action) == (AccountStatus.NEW, "Promise withdrawn: call")
    with pytest.raises(UserError, match="not open"):
        withdraw_promise(vault, ACCOUNT, promise, "again")


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (Promise(0, IN_TEN), "above zero"),
        (Promise(100_001, IN_TEN), "more than what is owed"),
        (Promise(100, TODAY - timedelta(days=1)), "past"),
        (Promise(100, IN_TEN, grace_days=91), "grace"),
    ],
)
def test_what_is_no_promise_is_refused(vault, promise, words):
    with pytest.raises(UserError, match=words):
        add_promise(vault, ACCOUNT, promise)
    assert len(vault.case_history(ACCOUNT)) == 1


def test_nothing_is_promised_where_nothing_is_owed(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_case(1, Balance(0))])
        with pytest.raises(UserError, match="Nothing is owed"):
            add_promise(vault, ACCOUNT, Promise(100, IN_TEN))


def test_a_dispute_blocks_offers_and_promises_and_says_so(vault):
    add_offer(vault, ACCOUNT, Offer(60_000))
    offer = vault.read_case(ACCOUNT).arrangements[0].arrangement_id
    add_restriction(vault, ACCOUNT, NewRestriction(RestrictionKind.DISPUTE, TODAY))
    for act in (
        lambda: add_promise(vault, ACCOUNT, Promise(100, IN_TEN)),
        lambda: add_offer(vault, ACCOUNT, Offer(100)),
        lambda: answer_offer(vault, ACCOUNT, offer, S.ACCEPTED),
    ):
        with pytest.raises(NegotiationBlockedError, match="a dispute is open"):
            act()
    assert negotiation_view(vault, ACCOUNT).blocked == "a dispute is open"
    answer_offer(vault, ACCOUNT, offer, S.DECLINED)


def test_offers_are_made_answered_and_run_out(vault):
    debtor = an_id(10_001)
    add_offer(vault, ACCOUNT, Offer(60_000, expires_on=IN_TEN, note="60 %"))
    add_offer(vault, ACCOUNT, Offer(40_000, party_id=debtor, counter=True, expires_on=TODAY))
    view = negotiation_view(vault, ACCOUNT)
    assert [(o.kind, o.cents, o.party_id) for o in view.offers] == [
        (ArrangementKind.COUNTER_OFFER, 40_000, debtor),
        (ArrangementKind.OFFER, 60_000, ""),
    ]
    with pytest.raises(UserError, match="last day is past"):
        add_offer(vault, ACCOUNT, Offer(1, expires_on=TODAY - timedelta(days=1)))
    at_day(vault, TODAY + timedelta(days=1))
    counter, ours = view.offers
    with pytest.raises(UserError, match="ran out"):
        answer_offer(vault, ACCOUNT, counter.arrangement_id, S.ACCEPTED)
    answer_offer(vault, ACCOUNT, ours.arrangement_id, S.ACCEPTED)
    assert statuses(vault) == [S.ACCEPTED, S.OPEN]
    with pytest.raises(UserError, match="not open"):
        answer_offer(vault, ACCOUNT, ours.arrangement_id, S.DECLINED)
    with pytest.raises(UserError, match="no such"):
        answer_offer(vault, ACCOUNT, an_id(99), S.DECLINED)
