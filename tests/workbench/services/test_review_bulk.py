"""Accept all like this: a list first, then one job, then one undo."""

import pytest
from review_world import FIELDS, a_case, a_lead, an_id, fill

from workbench.base.errors import CancelledError
from workbench.base.progress import NoProgress
from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus
from workbench.model.party import ContactStatus
from workbench.services.access import DirectAccess
from workbench.services.review_bulk import accept_all, like_this
from workbench.services.reviewing import Verdict, decide, undo_decision


@pytest.fixture
def world(vault):
    leads = [a_lead(n, case=n, p=0.96 + n / 1000, key=f"K{n}", debtor_key=f"D{n}") for n in (1, 2, 3)]
    leads += [
        a_lead(4, case=4, p=0.951, key="K4", debtor_key="D4"),  # less sure than the first
        a_lead(5, case=5, p=0.99, key="K5", debtor_key="D5", fields=FIELDS[:4]),  # other evidence
        a_lead(6, case=6, p=0.99, key="K6", debtor_key="D6", import_id="j" * 32),
        a_lead(7, case=7, p=0.99, key="K7", debtor_key="D7", band=Band.REVIEW),
        a_lead(8, case=8, p=0.99, key="K8", debtor_key="D8", caps=("another candidate is as likely",)),
        a_lead(9, case=2, p=0.961, key="BEA|OTHER||1984|1|X", debtor_key="D2"),  # a second one of case 2
    ]
    return fill(vault, leads, *(a_case(n) for n in range(1, 9)))


def test_the_list_says_what_will_happen_and_leaves_out_what_needs_eyes(vault, world):
    plan = like_this(DirectAccess(vault), world[0], NoProgress())
    assert [item.lead_id for item in plan.taken] == [world[2], world[1], world[0]]
    assert plan.taken[0].words == "+ Address 88 NEW HARBOR DR, LARKTON NC 28998; 2 confirmed"
    assert plan.taken[0].account_number == "000003"
    assert {(i.lead_id, i.words) for i in plan.left_out} == {
        (world[7], "another candidate is as likely"),
        (world[8], "a second lead for the same debtor"),
    }
    assert "same phone" in plan.pattern


def test_all_are_accepted_and_one_undo_takes_all_back(vault, world):
    access = DirectAccess(vault)
    plan = like_this(access, world[0], NoProgress())
    decide(vault, world[1], Verdict(LeadStatus.REJECTED))  # somebody decides one meanwhile
    done = accept_all(access, plan, NoProgress())
    assert done.accepted == 2
    assert len(done.written.commits) == 2
    assert done.written.changes.accounts == {an_id(1), an_id(3)}
    for commit in reversed(done.written.commits):
        undo_decision(vault, commit)
    for number in (1, 3):
        points = vault.read_case(an_id(number)).contact_points
        assert [p.status for p in points if p.label == "public record"] == [ContactStatus.RETIRED]
    assert vault.catalog.lead(world[0]) is not None


class StopAfter(NoProgress):
    def __init__(self, calls):
        self.left = calls

    def cancelled(self):
        self.left -= 1
        return self.left < 0


def test_a_cancel_keeps_what_is_done_and_lists_the_rest(vault, world):
    access = DirectAccess(vault)
    with pytest.raises(CancelledError):
        like_this(access, world[0], StopAfter(0))
    plan = like_this(access, world[0], NoProgress())
    done = accept_all(access, plan, StopAfter(1))
    assert done.accepted == 1
    assert [i.lead_id for i in done.left_out] == [world[1], world[0]]
