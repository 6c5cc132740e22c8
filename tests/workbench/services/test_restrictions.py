"""Restrictions: what each says of the account while it is in force, and what comes back when it is lifted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from money_world import TODAY, a_case, an_id, make_vault

from workbench.base.errors import UserError
from workbench.model.account import AccountStatus
from workbench.model.party import ContactKind, PartyRole
from workbench.model.restriction import RestrictionKind
from workbench.model.standing import in_force
from workbench.services.negotiation import Promise, add_promise
from workbench.services.restrictions import (
    WEIGHT,
    NewRestriction,
    add_restriction,
    lift_restriction,
    restrictions_view,
)
from workbench.services.undoing import undo

ACCOUNT, DEBTOR = an_id(1), an_id(10_001)
K = RestrictionKind


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        made.create_cases([a_case(1)])
        yield made


def status(vault):
    return vault.catalog.account_rows([ACCOUNT])[0].status


def record(vault, kind, **details):
    return add_restriction(
        vault, ACCOUNT, NewRestriction(kind, TODAY, "their words", DEBTOR, details=details)
    )


def lift(vault, kind):
    found = next(r for r in in_force(vault.read_case(ACCOUNT).restrictions) if r.kind is kind)
    return lift_restriction(vault, ACCOUNT, found.restriction_id, "over")


FULL = {
    K.ATTORNEY: {"name": "Ann Lex"},
    K.BANKRUPTCY: {"chapter": "13", "case_number": "26-1"},
    K.INCONVENIENT_TIME: {"from": "8:00", "until": "12:00"},
    K.INCONVENIENT_PLACE: {"place": "work"},
    K.CHANNEL_OPT_OUT: {"channel": "text"},
}


@pytest.mark.parametrize("kind", list(K))
def test_each_is_recorded_lifted_and_gives_the_status_back(vault, kind):
    done = record(vault, kind, **FULL.get(kind, {}))
    assert status(vault) is WEIGHT.get(kind, AccountStatus.NEW)
    view = restrictions_view(vault, ACCOUNT)
    assert [(r.kind, r.verbatim) for r in view.in_force] == [(kind, "their words")]
    told = vault.read_case(ACCOUNT).activities[-1].text
    assert "recorded" in told
    assert "their words" in told
    assert len(done.commits) == 1
    lift(vault, kind)
    assert status(vault) is AccountStatus.NEW
    assert [r.kind for r in restrictions_view(vault, ACCOUNT).past] == [kind]


def test_the_weightiest_gives_the_status_and_the_first_status_comes_back(vault):
    add_promise(vault, ACCOUNT, Promise(1_000, TODAY))
    record(vault, K.CEASE)
    record(vault, K.BANKRUPTCY, chapter="7")
    assert status(vault) is AccountStatus.BANKRUPTCY
    record(vault, K.DISPUTE)
    assert status(vault) is AccountStatus.BANKRUPTCY
    lift(vault, K.BANKRUPTCY)
    assert status(vault) is AccountStatus.CEASE
    lift(vault, K.CEASE)
    assert status(vault) is AccountStatus.DISPUTED
    lift(vault, K.DISPUTE)
    assert status(vault) is AccountStatus.PROMISE_PENDING


def test_a_status_set_meanwhile_stays_when_one_is_lifted(vault):
    record(vault, K.DISPUTE)
    with vault.edit_case(ACCOUNT) as edit:
        edit.update_account(replace(edit.content.account, status=AccountStatus.LEGAL), "sued")
    lift(vault, K.DISPUTE)
    assert status(vault) is AccountStatus.LEGAL


def test_an_attorney_joins_the_case(vault):
    record(
        vault, K.ATTORNEY, name="Ann Lex", address="9 Elm Ave, Springfield IL 62704", phone="(217) 555-0144"
    )
    content = vault.read_case(ACCOUNT)
    attorney = next(p for p in content.parties if p.role is PartyRole.ATTORNEY)
    points = {p.kind: p for p in content.contact_points if p.party_id == attorney.party_id}
    assert points[ContactKind.PHONE].normalized == "2175550144"
    assert points[ContactKind.ADDRESS].address.zip_code == "62704"


def test_the_deceased_are_marked_and_unmarked(vault):
    record(vault, K.DECEASED)
    assert vault.read_case(ACCOUNT).parties[0].deceased
    lift(vault, K.DECEASED)
    assert not vault.read_case(ACCOUNT).parties[0].deceased


def test_it_can_be_undone(vault):
    before = vault.read_case(ACCOUNT)
    undo(vault, record(vault, K.ATTORNEY, name="Ann Lex").commits)
    assert status(vault) is AccountStatus.NEW
    assert in_force(vault.read_case(ACCOUNT).restrictions) == ()
    assert [p for p in vault.read_case(ACCOUNT).parties if not p.retired] == list(before.parties)
    assert restrictions_view(vault, ACCOUNT).past == ()


@pytest.mark.parametrize(
    ("kind", "details", "words"),
    [
        (K.ATTORNEY, {}, "name is missing"),
        (K.BANKRUPTCY, {"chapter": "9"}, "chapter is one of"),
        (K.BANKRUPTCY, {}, "chapter is missing"),
        (K.CHANNEL_OPT_OUT, {"channel": "pigeon"}, "channel is one of"),
        (K.INCONVENIENT_TIME, {"from": "8:00"}, "until is missing"),
        (K.INCONVENIENT_TIME, {"from": "8 am", "until": "9:00"}, "time of day"),
    ],
)
def test_details_are_asked_for(vault, kind, details, words):
    with pytest.raises(UserError, match=words):
        record(vault, kind, **details)
    assert len(vault.case_history(ACCOUNT)) == 1


def test_the_same_again_a_day_to_come_and_no_reason_are_refused(vault):
    record(vault, K.CEASE)
    with pytest.raises(UserError, match="in force already"):
        record(vault, K.CEASE)
    with pytest.raises(UserError, match="day to come"):
        add_restriction(vault, ACCOUNT, NewRestriction(K.DISPUTE, TODAY + timedelta(days=1)))
    with pytest.raises(UserError, match="reason"):
        lift_restriction(vault, ACCOUNT, "x", " ")
    with pytest.raises(UserError, match="in force"):
        lift_restriction(vault, ACCOUNT, "x", "over")


def test_two_opt_outs_of_different_channels_stand_side_by_side(vault):
    record(vault, K.CHANNEL_OPT_OUT, channel="text")
    record(vault, K.CHANNEL_OPT_OUT, channel="call")
    with pytest.raises(UserError, match="in force already"):
        record(vault, K.CHANNEL_OPT_OUT, channel="call")
    assert len(in_force(vault.read_case(ACCOUNT).restrictions)) == 2
