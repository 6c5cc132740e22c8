"""Taking changes back: the current state is as before, nothing is erased, later work stays."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from money_world import NOW, TODAY, a_case, a_note, an_id, make_vault, reopen

from workbench.base.errors import CancelledError
from workbench.base.ids import new_id
from workbench.base.progress import NoProgress
from workbench.model.account import AccountStatus
from workbench.model.arrangement import ArrangementStatus
from workbench.model.evidence import Evidence
from workbench.model.ledger import LedgerKind, PaymentMethod
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole, PersonName
from workbench.model.restriction import RestrictionKind
from workbench.model.standing import (
    entries_reversed,
    in_force,
    standing_activities,
    standing_arrangements,
    standing_documents,
    standing_entries,
    standing_evidence,
)
from workbench.model.work import WorkState
from workbench.negotiation.balance import balance_by_part
from workbench.services.access import DirectAccess
from workbench.services.documents import attach, remove_document
from workbench.services.history import case_fault, case_history
from workbench.services.money import (
    Adjustment,
    Charge,
    Payment,
    add_adjustment,
    add_charge,
    add_payment,
    reverse_entry,
)
from workbench.services.negotiation import Offer, Promise, add_offer, add_promise, answer_offer
from workbench.services.restrictions import NewRestriction, add_restriction, lift_restriction
from workbench.services.undoing import (
    AlreadyUndoneError,
    CannotUndoError,
    ChangedSinceError,
    undo,
    undo_in_pieces,
)
from workbench.services.written import Commit, written

ACCOUNT = an_id(1)


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        made.create_cases([a_case(1), a_case(2)])
        yield made


def standing(vault, account_id=ACCOUNT):
    """What of a case counts, without what was retired; the client's statement is remembered and left out."""
    content = vault.read_case(account_id)
    account = replace(content.account, stated_balance=None)
    return (
        account,
        tuple(p for p in content.parties if not p.retired),
        tuple(p for p in content.contact_points if p.status is not ContactStatus.RETIRED),
        standing_evidence(content.evidence),
        standing_activities(content.activities),
        standing_arrangements(content.arrangements),
        standing_entries(content.ledger),
        in_force(content.restrictions),
        standing_documents(content),
        vault.read_work(account_id),
        vault.catalog.account_rows([account_id])[0].last_activity_at,
    )


def edit(vault, work, action="edit"):
    with vault.edit_case(ACCOUNT) as edit:
        edit.action = action
        work(edit)
    return written(edit, "Edited")


def a_phone(digits="2175550188"):
    return ContactPoint(new_id(), an_id(10_001), ContactKind.PHONE, digits, digits)


def test_a_replaced_value_comes_back_and_the_undo_can_be_undone(vault):
    before = standing(vault)
    done = edit(vault, lambda e: e.set_work(WorkState("Call", date(2026, 12, 1))))
    after = standing(vault)
    back = undo(vault, done.commits)
    assert standing(vault) == before
    assert back.commits == (Commit(ACCOUNT, 3),)
    assert "Undone" in back.words
    undo(vault, back.commits)
    assert standing(vault) == after


def test_what_did_not_exist_is_retired_and_not_removed(vault):
    phone, party = a_phone(), Party(new_id(), PartyRole.SPOUSE, PersonName("Bo Quillfeather"))
    before = standing(vault)

    def work(edit):
        edit.put_contact_point(phone)
        edit.put_party(party)
        edit.add_evidence(Evidence(new_id(), phone.contact_id, "call", "debtor", "said so", NOW))
        edit.add_activity(replace(a_note(1), activity_id=new_id()))

    undo(vault, edit(vault, work).commits)
    assert standing(vault) == before
    content = vault.read_case(ACCOUNT)
    kept = next(p for p in content.contact_points if p.contact_id == phone.contact_id)
    assert (kept.status, kept.current, kept.status_reason) == (
        ContactStatus.RETIRED,
        False,
        "entered by mistake",
    )
    assert next(p for p in content.parties if p.party_id == party.party_id).retired
    assert len(vault.catalog.identifiers("phone", phone.normalized)) == 0


def test_later_work_on_other_fields_stays(vault):
    point = vault.read_case(ACCOUNT).contact_points[1]
    done = edit(
        vault, lambda e: e.put_contact_point(replace(point, status=ContactStatus.WRONG, status_reason="x"))
    )
    edit(
        vault,
        lambda e: e.put_contact_point(
            replace(point, status=ContactStatus.WRONG, status_reason="x", label="home")
        ),
    )
    undo(vault, done.commits)
    now = vault.read_case(ACCOUNT).contact_points[1]
    assert (now.status, now.status_reason, now.label) == (ContactStatus.UNVERIFIED, "", "home")


def test_a_later_change_of_the_same_field_stands_in_the_way(vault):
    point = vault.read_case(ACCOUNT).contact_points[1]
    done = edit(vault, lambda e: e.put_contact_point(replace(point, label="home")))
    edit(vault, lambda e: e.put_contact_point(replace(point, label="work")))
    before = standing(vault)
    with pytest.raises(ChangedSinceError, match="a contact point"):
        undo(vault, done.commits)
    assert standing(vault) == before
    assert vault.case_history(ACCOUNT)[-1].seq == 3


def test_undoing_one_after_the_other_is_not_in_its_own_way(vault):
    start = standing(vault)
    first = edit(vault, lambda e: e.set_work(WorkState("Call")))
    second = edit(vault, lambda e: e.set_work(WorkState("Write")))
    undo(vault, second.commits)
    undo(vault, first.commits)
    assert standing(vault) == start


def test_the_next_action_that_came_with_an_act_stays_when_it_was_changed_since(vault):
    def work(edit):
        edit.add_activity(replace(a_note(1), activity_id=new_id()))
        edit.set_work(WorkState("Call"))

    done = edit(vault, work)
    edit(vault, lambda e: e.set_work(WorkState("Write")))
    undo(vault, done.commits)
    assert vault.read_work(ACCOUNT).next_action == "Write"
    assert standing_activities(vault.read_case(ACCOUNT).activities) == ()


def test_it_is_refused_twice_for_the_placing_and_for_what_is_not_there(vault):
    done = edit(vault, lambda e: e.set_work(WorkState("Call")))
    undo(vault, done.commits)
    with pytest.raises(AlreadyUndoneError):
        undo(vault, done.commits)
    with pytest.raises(CannotUndoError, match="placing"):
        undo(vault, [Commit(ACCOUNT, 1)])
    with pytest.raises(CannotUndoError, match="no such change"):
        undo(vault, [Commit(ACCOUNT, 99)])
    with pytest.raises(CannotUndoError):
        undo(vault, [])


def test_an_entry_taken_back_by_hand_is_not_taken_back_again(vault):
    paid = add_payment(vault, ACCOUNT, Payment(5_000, TODAY))
    entry = vault.read_case(ACCOUNT).ledger[-1]
    reverse_entry(vault, ACCOUNT, entry.entry_id, "bank error")
    with pytest.raises(ChangedSinceError, match="ledger"):
        undo(vault, paid.commits)


def test_a_bulk_is_one_undo_that_leaves_what_was_changed_since(vault):
    commits = []
    for number in (1, 2):
        with vault.edit_case(an_id(number)) as one:
            one.set_work(WorkState("Call"))
        commits += written(one, "x").commits
    with vault.edit_case(an_id(2)) as one:
        one.set_work(WorkState("Write"))
    back = undo(vault, commits)
    assert back.words == "Undone on 1 of 2 accounts; the rest was changed since"
    assert vault.read_work(an_id(1)) == WorkState()
    assert vault.read_work(an_id(2)).next_action == "Write"
    assert back.changes.accounts == {an_id(1)}


@pytest.mark.parametrize(("after", "left"), [(0, ["Call", "Call"]), (1, ["", "Call"])])
def test_a_cancelled_bulk_keeps_what_is_undone_so_far(vault, after, left):
    commits = []
    for number in (1, 2):
        with vault.edit_case(an_id(number)) as one:
            one.set_work(WorkState("Call"))
        commits += written(one, "x").commits

    class Stop(NoProgress):
        done = 0

        def report(self, done, _total, _stage):
            self.done = done

        def cancelled(self):
            return self.done >= after

    if after:
        back = undo_in_pieces(DirectAccess(vault), commits, Stop())
        assert back.words == "Undone on 1 of 2 accounts; the rest is as it was"
    else:
        with pytest.raises(CancelledError):
            undo_in_pieces(DirectAccess(vault), commits, Stop())
    assert [vault.read_work(an_id(n)).next_action for n in (1, 2)] == left


def test_a_bulk_of_which_nothing_can_be_undone_says_why(vault):
    commits = []
    for number in (1, 2):
        for words in ("Call", "Write"):
            with vault.edit_case(an_id(number)) as one:
                one.set_work(WorkState(words))
            if words == "Call":
                commits += written(one, "x").commits
    with pytest.raises(ChangedSinceError):
        undo(vault, commits)


def test_it_survives_a_restart(vault, tmp_path):
    before = standing(vault)
    add_payment(vault, ACCOUNT, Payment(5_000, TODAY))
    vault.close()
    with reopen(tmp_path / "v") as again:
        newest = case_history(again, ACCOUNT)[0]
        assert (newest.words, newest.undoable) == ("Payment recorded", True)
        undo(again, [Commit(ACCOUNT, newest.seq)])
        assert standing(again) == before


# Random edits, then undo


class Worker:
    """Does one random thing to the case, as a person might."""

    def __init__(self, vault, seed):
        self.vault = vault
        self.random = random.Random(seed)

    def act(self):
        acts = [
            self.note,
            self.status,
            self.phone,
            self.work,
            self.pay,
            self.adjust,
            self.charge,
            self.promise,
            self.offer,
            self.answer,
            self.restrict,
            self.lift,
            self.attach,
            self.remove,
            self.reverse,
        ]
        for choice in self.random.sample(acts, len(acts)):
            if (done := choice()) is not None and done.commits:
                return done
        raise AssertionError("nothing to do")

    @property
    def case(self):
        return self.vault.read_case(ACCOUNT)

    def note(self):
        return edit(self.vault, lambda e: e.add_activity(replace(a_note(1), activity_id=new_id())))

    def status(self):
        account = self.case.account
        status = self.random.choice([AccountStatus.SKIP, AccountStatus.LEGAL, AccountStatus.HARDSHIP])
        return edit(self.vault, lambda e: e.update_account(replace(account, status=status), "set"))

    def phone(self):
        points = self.case.contact_points
        if self.random.random() < 0.5:
            return edit(
                self.vault, lambda e: e.put_contact_point(a_phone(str(self.random.randrange(10**9, 10**10))))
            )
        point = replace(self.random.choice(points), label=str(self.random.random()))
        return edit(self.vault, lambda e: e.put_contact_point(point))

    def work(self):
        return edit(self.vault, lambda e: e.set_work(WorkState(f"Do {self.random.random()}")))

    def _cents(self):
        total = self.case.account.balance.total
        return self.random.choice([total, self.random.randint(1, total)]) if total > 0 else 0

    def pay(self):
        if cents := self._cents():
            return add_payment(self.vault, ACCOUNT, Payment(cents, TODAY, PaymentMethod.CHECK))
        return None

    def adjust(self):
        cents = self._cents() * self.random.choice([1, -1])
        return add_adjustment(self.vault, ACCOUNT, Adjustment(cents, TODAY, "agreed")) if cents else None

    def charge(self):
        return add_charge(self.vault, ACCOUNT, Charge(LedgerKind.FEE, 500, TODAY, "filing"))

    def _may_offer(self):
        blocking = {RestrictionKind.DISPUTE, RestrictionKind.BANKRUPTCY}
        return self._cents() and not blocking & {r.kind for r in in_force(self.case.restrictions)}

    def promise(self):
        due = TODAY + timedelta(days=self.random.randint(0, 30))
        return add_promise(self.vault, ACCOUNT, Promise(self._cents(), due)) if self._may_offer() else None

    def offer(self):
        return add_offer(self.vault, ACCOUNT, Offer(self._cents())) if self._may_offer() else None

    def answer(self):
        offers = [
            a
            for a in self.case.arrangements
            if a.kind.value == "offer" and a.status is ArrangementStatus.OPEN
        ]
        if not offers:
            return None
        return answer_offer(self.vault, ACCOUNT, offers[0].arrangement_id, ArrangementStatus.DECLINED)

    def restrict(self):
        kinds = [
            RestrictionKind.CEASE,
            RestrictionKind.DISPUTE,
            RestrictionKind.MILITARY,
            RestrictionKind.DECEASED,
        ]
        free = [k for k in kinds if k not in {r.kind for r in in_force(self.case.restrictions)}]
        if not free:
            return None
        person = an_id(10_001)
        return add_restriction(
            self.vault, ACCOUNT, NewRestriction(self.random.choice(free), TODAY, "words", person)
        )

    def lift(self):
        binding = in_force(self.case.restrictions)
        return lift_restriction(self.vault, ACCOUNT, binding[0].restriction_id, "over") if binding else None

    def attach(self):
        return attach(self.vault, ACCOUNT, name="a.txt", data=self.random.randbytes(8)).written

    def remove(self):
        there = standing_documents(self.case)
        return remove_document(self.vault, ACCOUNT, there[0].document_id, "wrong file") if there else None

    def reverse(self):
        gone = entries_reversed(self.case.ledger)
        free = [e for e in self.case.ledger if e.act_id and e.entry_id not in gone and not e.reverses]
        return reverse_entry(self.vault, ACCOUNT, free[-1].entry_id, "bank", returned=True) if free else None


@pytest.mark.parametrize("seed", range(3))
def test_random_work_undone_step_by_step_leaves_what_was_before(vault, seed):
    worker = Worker(vault, seed)
    states, steps = [standing(vault)], []
    for _ in range(10):
        steps.append(worker.act())
        states.append(standing(vault))
    for done, before, after in zip(reversed(steps), reversed(states[:-1]), reversed(states[1:]), strict=True):
        back = undo(vault, done.commits)
        assert standing(vault) == before, done.words
        again = undo(vault, back.commits)
        assert standing(vault) == after, done.words
        undo(vault, again.commits)
        assert standing(vault) == before, done.words
    content = vault.read_case(ACCOUNT)
    assert balance_by_part(content.ledger).total == content.account.balance.total
    assert case_fault(vault, ACCOUNT) == ""


@pytest.mark.parametrize("seed", range(20, 22))
def test_random_work_undone_at_once_leaves_what_was_before(vault, seed):
    worker = Worker(vault, seed)
    before = standing(vault)
    commits = [commit for _ in range(10) for commit in worker.act().commits]
    undo(vault, commits)
    assert standing(vault) == before
    assert vault.read_case(ACCOUNT).account.balance.total == before[0].balance.total
