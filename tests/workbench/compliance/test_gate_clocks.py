"""Cases that are dates: validation periods, dispute clocks, deposit and revocation windows."""

import pytest
from gate_world import at, day, event, whole_pack, world

from workbench.compliance.facts_debt import Notice
from workbench.compliance.pack import Rule
from workbench.compliance.rules_electronic import revocation_honoured_by
from workbench.compliance.rules_money import deposit_notice_window
from workbench.compliance.rules_overlay import SlaParams, dispute_due
from workbench.compliance.rules_reporting import delinquency_date_due, keep_until, obsolete_after
from workbench.compliance.validation import (
    initial_communication,
    notice_due,
    notice_in_force,
    validation_period,
)

PERIODS = {
    "T-VAL-01": ("2026-09-04", True, "2026-09-14", "2026-10-14"),
    "T-VAL-02": ("2026-11-20", True, "2026-11-30", "2026-12-30"),
    "T-VAL-03": ("2026-11-23", True, "2026-12-01", "2026-12-31"),
    "T-VAL-04": ("2026-12-24", True, "2027-01-04", "2027-02-03"),
    "T-VAL-05.literal": ("2026-07-02", False, "2026-07-09", "2026-08-08"),
    "T-VAL-05.observed": ("2026-07-02", True, "2026-07-10", "2026-08-09"),
}


@pytest.mark.parametrize(("sent", "observed", "receipt", "end"), PERIODS.values(), ids=PERIODS)
def test_validation_period(sent, observed, receipt, end):
    period = validation_period(Notice(debt_id="A", sent_on=day(sent)), exclude_observed=observed)
    assert (period.receipt, period.end) == (day(receipt), day(end))


def test_notice_due_t_val_06():
    assert notice_due(day("2026-11-18")) == day("2026-11-23")


def test_returned_notice_starts_anew_t_val_07():
    first = Notice(debt_id="A", sent_on=day("2026-11-20"), returned_on=day("2026-12-03"))
    second = Notice(debt_id="A", sent_on=day("2026-12-22"))
    assert notice_in_force((first, second), "A", day("2026-12-10")) is None
    running = notice_in_force((first, second), "A", day("2026-12-22"))
    assert running == second
    assert validation_period(second, exclude_observed=True).end == day("2027-01-29")


def test_limited_content_message_is_no_communication_t_val_08():
    left = event(at("2026-11-18 12:00"), "voicemail", "limited_content_message")
    assert initial_communication(world().debts[0], (left,)) is None


def test_spoken_notice_is_received_the_same_day():
    period = validation_period(
        Notice(debt_id="A", sent_on=day("2026-11-18"), medium="oral"), exclude_observed=True
    )
    assert (period.receipt, period.end) == (day("2026-11-18"), day("2026-12-18"))


def test_later_receipt_or_printed_date_lengthens_the_period():
    late = Notice(debt_id="A", sent_on=day("2026-11-20"), received_on=day("2026-12-04"))
    assert validation_period(late, exclude_observed=True).end == day("2027-01-03")
    printed = Notice(debt_id="A", sent_on=day("2026-11-20"), printed_period_end=day("2027-01-15"))
    assert validation_period(printed, exclude_observed=True).end == day("2027-01-15")
    short = Notice(debt_id="A", sent_on=day("2026-11-20"), printed_period_end=day("2026-12-01"))
    assert validation_period(short, exclude_observed=True).end == day("2026-12-30")


DUE = {
    "T-DISP-08.clock": ("clock_hours", "2026-11-22 17:00"),
    "T-DISP-08.business": ("business_days", "2026-11-24 17:00"),
}


@pytest.mark.parametrize(("unit", "due"), DUE.values(), ids=DUE)
def test_dispute_due(unit, due):
    params = SlaParams(hours=48, warn_at_hours=36, unit=unit)
    assert dispute_due(at("2026-11-20 17:00"), params, exclude_observed=True) == at(due)


def test_policy_clock_is_48_hours():
    rule = whole_pack().rule("POL-DISPUTE-48H")
    assert isinstance(rule, Rule)
    assert rule.params == SlaParams(hours=48, warn_at_hours=36, unit="clock_hours")


DATES = {
    "T-FURN-05": (obsolete_after(day("2019-11-01")), "2027-04-29"),
    "T-FURN-06": (delinquency_date_due(day("2026-11-23")), "2027-02-21"),
    "T-PAY-01.first": (deposit_notice_window(day("2026-12-10"), exclude_observed=True)[0], "2026-11-25"),
    "T-PAY-01.last": (deposit_notice_window(day("2026-12-10"), exclude_observed=True)[1], "2026-12-07"),
    "T-TCPA-01": (revocation_honoured_by(day("2026-11-20"), exclude_observed=True), "2026-12-07"),
    "T-RET-01": (keep_until(day("2023-11-22"), 3), "2026-11-22"),
    "T-RET-02": (keep_until(day("2024-02-29"), 3), "2027-03-01"),
    "T-RET-03": (keep_until(day("2026-11-01"), 3), "2029-11-01"),
}


@pytest.mark.parametrize(("found", "expected"), DATES.values(), ids=DATES)
def test_date(found, expected):
    assert found == day(expected)
