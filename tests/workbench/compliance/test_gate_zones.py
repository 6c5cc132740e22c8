"""The table of zones, local clocks over changes of time, and counting of days."""

from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from gate_world import LA, NY, PHOENIX, at, day

from workbench.compliance.days import (
    add_years_down,
    add_years_up,
    business_days_from,
    legal_holidays,
    observed_holidays,
    union_days,
    years_old,
)
from workbench.compliance.errors import ZoneTableError
from workbench.compliance.localtime import first_minute, is_zone, local, start_of, tzdata_version, zone
from workbench.compliance.zones import NOWHERE, area_code, load_zones

TABLE = load_zones()
CHICAGO = "America/Chicago"
SPLIT = {
    "850": {NY, CHICAGO}, "448": {NY, CHICAGO}, "270": {NY, CHICAGO}, "364": {NY, CHICAGO},
    "606": {NY, CHICAGO}, "812": {"America/Indiana/Indianapolis", CHICAGO},
    "930": {"America/Indiana/Indianapolis", CHICAGO}, "219": {"America/Indiana/Indianapolis", CHICAGO},
    "574": {"America/Indiana/Indianapolis", CHICAGO}, "906": {"America/Detroit", "America/Menominee"},
    "423": {NY, CHICAGO}, "931": {NY, CHICAGO}, "605": {CHICAGO, "America/Denver"},
    "701": {CHICAGO, "America/Denver"}, "308": {CHICAGO, "America/Denver"},
    "620": {CHICAGO, "America/Denver"}, "785": {CHICAGO, "America/Denver"},
    "915": {CHICAGO, "America/Denver"}, "432": {CHICAGO, "America/Denver"},
    "208": {"America/Boise", LA}, "986": {"America/Boise", LA}, "541": {"America/Boise", LA},
    "458": {"America/Boise", LA}, "775": {LA, "America/Denver"}, "928": {PHOENIX, "America/Denver"},
    "907": {"America/Anchorage", "America/Adak"},
}  # fmt: skip


@pytest.mark.parametrize("code", SPLIT)
def test_split_area_codes_have_both_zones(code):
    assert TABLE.of_phone(f"({code}) 555-0134").zones >= SPLIT[code]


@pytest.mark.parametrize(
    ("code", "zones"),
    [
        ("10001", {NY}),
        ("36854", {CHICAGO}),
        ("90012-1234", {LA}),
        ("85001", {PHOENIX}),
        ("96813", {"Pacific/Honolulu"}),
        ("96799", {"Pacific/Pago_Pago"}),
        ("00901", {"America/Puerto_Rico"}),
        ("324011234", {NY, CHICAGO}),
    ],
)
def test_zip_codes(code, zones):
    assert TABLE.of_zip(code).zones == zones


@pytest.mark.parametrize("code", ["", "1234", "00000", "ABCDE", "123456"])
def test_unknown_zip_codes_are_not_guessed(code):
    assert TABLE.of_zip(code) is None


def test_phone_numbers():
    assert TABLE.of_phone("+1 212 555 0134") == TABLE.of_phone("2125550134")
    assert TABLE.of_phone("1-800-555-0134") == NOWHERE
    assert TABLE.of_phone("416-555-0134") is None
    assert TABLE.of_phone("555-0134") is None
    assert area_code("44 20 7946 0000") == ""


def test_every_zone_of_the_table_exists_and_every_state_is_there():
    regions = [*TABLE.zip3.values(), *TABLE.area_codes.values()]
    regions += TABLE.zip5.values()
    assert all(is_zone(name) for region in regions for name in region.zones)
    states = set().union(*(region.states for region in regions))
    assert len(states & set(holidays.US.subdivisions)) >= 55
    assert len(TABLE.zip3) > 880
    assert len(TABLE.area_codes) > 350


def test_damaged_table_is_refused(tmp_path):
    path = tmp_path / "zones.toml"
    with pytest.raises(ZoneTableError):
        load_zones(path)
    path.write_text('version = "1"\n[zip3]\n"100" = "NY Europe/Atlantis"\n', encoding="utf-8")
    with pytest.raises(ZoneTableError):
        load_zones(path)


def test_zone_data_is_the_pinned_package_not_the_machine():
    assert tzdata_version() >= "2025"
    assert not is_zone("../../etc/localtime")
    assert not is_zone("posixrules/x")
    assert local(datetime(2026, 7, 1, 16, tzinfo=UTC), NY).hour == 12


GAP, TWICE = date(2027, 3, 14), date(2026, 11, 1)
BEFORE = timedelta(0)


def test_skipped_time_is_reached_at_the_jump():
    reached = first_minute(GAP, timedelta(hours=2, minutes=30), NY, at("2027-03-14 00:00"))
    assert reached == datetime(2027, 3, 14, 7, 0, tzinfo=UTC)
    assert local(reached, NY).hour == 3


def test_repeated_time_is_taken_in_turn():
    half_past_one = timedelta(hours=1, minutes=30)
    first = first_minute(TWICE, half_past_one, NY, at("2026-11-01 00:00"))
    second = first_minute(TWICE, half_past_one, NY, first)
    assert second - first == timedelta(hours=1)


def test_day_begins_when_it_has_begun_everywhere():
    assert start_of(day("2026-11-17"), [NY, LA]) == at("2026-11-17 00:00", LA)


@pytest.mark.parametrize("year", range(2021, 2046))
def test_holidays_agree_with_the_library(year):
    """Two sources: our reading of 5 U.S.C. 6103 and the ``holidays`` package."""
    assert legal_holidays(year) == set(holidays.US(years=year, observed=False))
    kept = {d for d in holidays.US(years=range(year - 1, year + 2), observed=True) if d.year == year}
    assert legal_holidays(year) | observed_holidays(year) == kept


def test_new_year_is_observed_in_the_old_year():
    assert day("2027-12-31") in observed_holidays(2027)
    assert day("2027-12-31") not in legal_holidays(2027)


def test_leap_days():
    assert add_years_up(day("2024-02-29"), 3) == day("2027-03-01")
    assert add_years_down(day("2020-02-29"), 5) == day("2025-02-28")
    assert add_years_up(day("2024-02-29"), 4) == add_years_down(day("2024-02-29"), 4) == day("2028-02-29")
    assert years_old(day("2008-02-29"), day("2026-02-28")) == 17
    assert years_old(day("2008-02-29"), day("2026-03-01")) == 18


def test_business_days_run_both_ways():
    assert business_days_from(day("2026-11-20"), 5, observed=True) == day("2026-11-30")
    assert business_days_from(day("2026-11-30"), -5, observed=True) == day("2026-11-20")
    assert business_days_from(day("2026-11-26"), 0, observed=True) == day("2026-11-26")


def test_overlapping_spans_count_once():
    spans = [(day("2026-01-01"), day("2026-01-10")), (day("2026-01-05"), day("2026-01-12"))]
    assert union_days(spans, day("2026-01-01"), day("2026-12-31")) == 12
    assert union_days(spans, day("2026-01-11"), day("2026-12-31")) == 2
    assert union_days(spans, day("2026-02-01"), day("2026-12-31")) == 0
    assert zone("UTC").utcoffset(datetime(2026, 1, 1, tzinfo=UTC)) == BEFORE
