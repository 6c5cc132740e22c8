from datetime import UTC, datetime, timedelta, timezone

import pytest

from workbench.base.changes import Changes
from workbench.base.clock import FixedClock, SystemClock, from_iso_utc, iso_utc
from workbench.base.errors import CancelledError, UserError
from workbench.base.ids import is_id, new_id
from workbench.base.progress import NoProgress, check_cancelled


def test_ids_are_recognised_and_differ():
    first, second = new_id(), new_id()
    assert first != second
    assert is_id(first)
    assert not is_id(first.upper())
    assert not is_id("../" + first[3:])


def test_instants_round_trip_and_sort_as_text():
    early = datetime(2026, 3, 8, 1, 30, tzinfo=timezone(timedelta(hours=-5)))
    late = early + timedelta(microseconds=1)
    assert from_iso_utc(iso_utc(early)) == early
    assert from_iso_utc(iso_utc(early)).tzinfo is UTC
    for other in (
        "2026-11-22",
        "2026-11-22T14:03:07Z",
        "2026-11-22 14:03:07.123456Z",
        "2026-11-22T14:03:07.12345+1",
        "",
    ):
        with pytest.raises(ValueError, match=r"instant|isoformat"):
            from_iso_utc(other)
    assert iso_utc(early) < iso_utc(late)
    assert iso_utc(early).endswith("Z")


def test_a_time_without_zone_is_no_instant():
    with pytest.raises(ValueError, match="naive"):
        iso_utc(datetime(2026, 1, 1))


def test_clocks():
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    assert FixedClock(noon).now() == noon
    assert SystemClock().now().tzinfo is UTC


def test_changes_add_up():
    both = Changes(accounts=frozenset({"a"}), leads=True) | Changes(accounts=frozenset({"b"}), imports=True)
    assert both == Changes(accounts=frozenset({"a", "b"}), leads=True, imports=True)


def test_an_error_reads_as_one_line():
    assert str(UserError("No such file.", hint="Check the path.")) == "No such file. Check the path."


def test_cancel_is_asked_for():
    class Cancelled(NoProgress):
        def cancelled(self):
            return True

    check_cancelled(NoProgress())
    with pytest.raises(CancelledError):
        check_cancelled(Cancelled())
