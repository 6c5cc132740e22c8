"""The filter line, views, bulk actions and home numbers, on a real vault."""

from datetime import date, timedelta

import pytest

from workbench.base.errors import MachineError
from workbench.base.progress import NoProgress
from workbench.model.account import AccountStatus
from workbench.model.conditions import Condition, ListField
from workbench.model.work import AccountOrder
from workbench.services import case_work, undoing
from workbench.services.access import DirectAccess
from workbench.services.home import home
from workbench.services.worklist import Looked, complete, counts, ids_of, open_list, rows
from workbench.services.worklist_bulk import BulkAction, NothingToDoError, bulk
from workbench.services.worklist_export import export_accounts
from workbench.services.worklist_language import CLOSED, parse
from workbench.services.worklist_views import BUILT_IN, View, ViewNameError, remove_view, save_view, views

DAY = date(2026, 11, 27)
ROWS = (
    "00017,Lantern Bank,2184.50,,José,Muñoz,1984-03-09,4411,118 Maple St,Chattanooga,TN,37405,4235550123",
    "00018,Lantern Bank,500.00,,Ada,Okafor,1990-11-21,,12 Elm Ave,Springfield,IL,62704,2175550101",
    "00019,Ferry & Sons,99.99,,John,Smith,1970-01-02,,PO Box 12,Springfield,IL,62701,",
    'A-20,Ferry & Sons,1500.00,,Thi,Nguyen,1966-05-05,,9 Oak Ct,Peoria,IL,61602,"(309) 555-0140"',
)


@pytest.fixture
def book(vault, place):
    place(*ROWS)
    return vault


def numbers(vault, line, order=AccountOrder.NUMBER, descending=False):
    found = open_list(vault, line, order, descending=descending, today=today(vault))
    return [row.account_number for row in rows(vault, found.ids)]


def today(vault):
    return vault.clock.now().astimezone().date()


def account(vault, number):
    [found] = ids_of(vault, number, today(vault))
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", ["00017", "00018", "00019", "A-20"]),
        ("muñoz", ["00017"]),
        ("munoz", ["00017"]),
        ('"maple st"', ["00017"]),
        ("(309) 555-0140", ["A-20"]),
        ("00018", ["00018"]),
        ("balance>500", ["00017", "A-20"]),
        ("balance>=500", ["00017", "00018", "A-20"]),
        ("balance<500", ["00019"]),
        ("balance:100..1.5k", ["00018", "A-20"]),
        ("balance=99.99", ["00019"]),
        ('client:"ferry & sons"', ["00019", "A-20"]),
        ("client:lantern", ["00017", "00018"]),
        ("-client:lantern", ["00019", "A-20"]),
        ("zip:627", ["00018", "00019"]),
        ("zip:37405", ["00017"]),
        ("state:il city:spring", ["00018", "00019"]),
        ("state:TN,IL springfield", ["00018", "00019"]),
        ("phones:none", ["00019"]),
        ("status:new", ["00017", "00018", "00019", "A-20"]),
        ("status:skip", []),
        ("-status:new", []),
        ("due:today", ["00017", "00018", "00019", "A-20"]),
        ("due:overdue", []),
        ("next:locating", ["00017", "00018", "00019", "A-20"]),
        ("next:none", []),
        ("leads:none", ["00017", "00018", "00019", "A-20"]),
        ("tag:any", []),
        ("assignee:none", ["00017", "00018", "00019", "A-20"]),
    ],
)
def test_the_filter_line(book, line, expected):
    assert numbers(book, line) == expected


@pytest.mark.parametrize(
    ("line", "place", "message", "hint"),
    [
        ("stauts:skip", (0, 6), "There is no field stauts.", "Did you mean status?"),
        ("ada status:skp1", (4, 15), "There is no status skp1.", "Did you mean"),
        ("balance>lots", (0, 12), "lots is no amount.", "An amount"),
        ("due:someday", (0, 11), "someday is no day.", "A day"),
        ("leads:>x", (0, 8), ">x is no number.", "A whole number"),
        ("client>a", (0, 8), "client cannot be compared.", "client:value"),
        ("status:", (0, 7), "status has no value.", "Statuses"),
        ("balance:1,2", (0, 11), "balance takes one value.", "100..500"),
    ],
)
def test_what_cannot_be_read_is_explained_and_the_rest_counts(line, place, message, hint):
    found = parse(line + " maple", DAY)
    [problem] = found.problems
    assert ((problem.start, problem.end), problem.message) == (place, message)
    assert hint in problem.hint
    assert found.conditions == ()
    assert found.text.endswith("maple")


def test_days_are_read_as_people_mean_them():
    def bounds(line):
        [condition] = parse(line, DAY).conditions
        return condition.low, condition.high

    assert bounds("due:today") == (None, "2026-11-27"), "what is overdue is due"
    assert bounds("due:overdue") == (None, "2026-11-26")
    assert bounds("due:tomorrow") == ("2026-11-28", "2026-11-28")
    assert bounds("due:week") == (None, "2026-12-03")
    assert bounds("due>today") == ("2026-11-28", None)
    assert bounds("due:+10") == ("2026-12-07", "2026-12-07")
    assert bounds("placed<2026-01-01") == (None, "2025-12-31")
    assert bounds("placed:2026-01-01..2026-02-01") == ("2026-01-01", "2026-02-01")
    assert bounds("activity<-30") == (None, "2026-10-27")
    assert bounds("promise:..today") == (None, "2026-11-27")
    assert parse("due:none", DAY).conditions == (Condition(ListField.DUE, present=False),)


def test_a_line_of_nonsense_never_raises():
    for line in (
        '"',
        '""',
        "-",
        ":",
        "a:b:c",
        "due:..",
        'client:"a',
        "status:,,,",
        "\u202e\x00",
        "-:x",
        ">>>",
    ):
        parse(line, DAY)


def test_every_order_sorts_both_ways_and_is_stable(book):
    for order in AccountOrder:
        up = open_list(book, "", order, descending=False, today=DAY).ids
        down = open_list(book, "", order, descending=True, today=DAY).ids
        assert set(up) == set(down)
        assert up == open_list(book, "", order, descending=False, today=DAY).ids
    assert numbers(book, "", AccountOrder.BALANCE) == ["00019", "00018", "A-20", "00017"]
    assert numbers(book, "", AccountOrder.NAME, descending=True) == ["00019", "00018", "A-20", "00017"]


def test_completion_offers_fields_then_values(book):
    assert complete(book, "sta", 3).options == ("status:", "state:")
    assert "status:skip" in complete(book, "due:today status:sk", 19).options
    assert complete(book, "due:today status:sk", 19).start == 10
    assert complete(book, "status:skip,new", 15).options == ("status:skip,new",)
    assert complete(book, "client:fer", 10).options == ('client:"Ferry & Sons"',)
    assert complete(book, "-zi", 3) == complete(book, "-zi", 3)
    assert complete(book, "", 0).options == ()
    assert "due:overdue" in complete(book, "due:o", 5).options


def test_counts_of_views_equal_their_lists(book):
    case_work.set_next_action(book, account(book, "00018"), "Call", today(book) - timedelta(days=3))
    lines = {view.key: view.line for view in views(book)}
    found = counts(book, lines, today(book))
    assert {key: len(numbers(book, line)) for key, line in lines.items()} == found
    assert found["overdue"] == 1
    assert found["due"] == 4, "what is overdue never drops off"
    assert found["orphans"] == 0


def test_an_open_account_without_a_next_action_is_never_unseen(book):
    one = account(book, "00018")
    with pytest.raises(case_work.NoNextActionError):
        case_work.set_next_action(book, one, "", None)
    with pytest.raises(case_work.NoNextActionError):
        case_work.set_next_action(book, one, "Call", None)
    with book.edit_case(one) as edit:  # as an older program or a repair may leave it
        from workbench.model.work import WorkState

        edit.set_work(WorkState())
    assert numbers(book, "status:open next:none") == ["00018"]
    risk = {number.key: number.value for number in home(book, today(book)).at_risk}
    assert risk["orphans"] == 1
    case_work.snooze(book, one, today(book))
    assert numbers(book, "status:open next:none") == []


def test_saved_views_are_kept_replaced_and_removed(book):
    made = save_view(book, View("", "Tennessee  skips", "status:skip state:tn", AccountOrder.BALANCE))
    save_view(book, View("", "tennessee SKIPS", "state:tn"))
    [saved] = [view for view in views(book) if view.saved]
    assert (saved.name, saved.line) == ("tennessee SKIPS", "state:tn")
    assert made.name == "Tennessee skips"
    assert [v.key for v in views(book)[: len(BUILT_IN)]] == [v.key for v in BUILT_IN]
    with pytest.raises(ViewNameError):
        save_view(book, View("", "  ", "x"))
    remove_view(book, "tennessee SKIPS")
    assert not [view for view in views(book) if view.saved]


def test_a_bulk_action_is_one_undo(book):
    ids = ids_of(book, "", today(book))
    done = bulk(DirectAccess(book), ids, BulkAction(add_tag="priority"), NoProgress())
    assert (done.changed, done.unchanged, done.left_out) == (4, 0, ())
    assert numbers(book, "tag:priority") == ["00017", "00018", "00019", "A-20"]
    again = bulk(DirectAccess(book), ids, BulkAction(add_tag="priority"), NoProgress())
    assert (again.changed, again.unchanged) == (0, 4)
    undoing.undo(book, done.written.commits)
    assert numbers(book, "tag:priority") == []


def test_a_status_leaves_out_what_a_restriction_protects(book):
    from workbench.model.restriction import RestrictionKind
    from workbench.services.restrictions import NewRestriction, add_restriction

    one = account(book, "00019")
    add_restriction(book, one, NewRestriction(RestrictionKind.DISPUTE, today(book)))
    assert numbers(book, "status:disputed") == ["00019"]
    action = BulkAction(status=AccountStatus.SKIP)
    done = bulk(DirectAccess(book), ids_of(book, "", today(book)), action, NoProgress())
    assert done.changed == 3
    assert [(x.account_number, x.why) for x in done.left_out] == [
        ("00019", "its status follows from a restriction")
    ]
    with pytest.raises(case_work.StatusProtectedError):
        case_work.set_status(book, one, AccountStatus.SKIP)
    with pytest.raises(case_work.StatusProtectedError):
        case_work.set_status(book, account(book, "00018"), AccountStatus.BANKRUPTCY)


def test_a_damaged_case_is_left_out_and_the_others_go_on(book):
    book.door.path(account(book, "00018")).write_bytes(b"no case file")
    done = bulk(DirectAccess(book), ids_of(book, "", today(book)), BulkAction(assignee="me"), NoProgress())
    assert done.changed == 3
    assert [left.account_number for left in done.left_out] == ["00018"]
    assert done.left_out[0].why
    assert numbers(book, f"assignee:{book.actor}") == ["00017", "00019", "A-20"]
    undoing.undo(book, done.written.commits)
    assert numbers(book, f"assignee:{book.actor}") == []


def test_a_stopped_bulk_action_says_so_and_can_be_undone(book, monkeypatch):
    monkeypatch.setattr("workbench.services.worklist_bulk.PIECE", 1)

    class Stop(NoProgress):
        count = 0

        def cancelled(self):
            Stop.count += 1
            return Stop.count > 2

    done = bulk(DirectAccess(book), ids_of(book, "", today(book)), BulkAction(assignee="mara"), Stop())
    assert (done.changed, done.stopped) == (2, True)
    assert "stopped" in done.written.words
    undoing.undo(book, done.written.commits)
    assert numbers(book, "assignee:mara") == []


def test_an_action_that_says_nothing_does_nothing(book):
    for action in (BulkAction(), BulkAction(next_action="Call"), BulkAction(add_tag="")):
        with pytest.raises(NothingToDoError):
            bulk(DirectAccess(book), ids_of(book, "", today(book)), action, NoProgress())
    with pytest.raises(case_work.TagError):
        bulk(DirectAccess(book), ids_of(book, "", today(book)), BulkAction(add_tag="a|b"), NoProgress())
    with pytest.raises(NothingToDoError):
        bulk(DirectAccess(book), [], BulkAction(add_tag="x"), NoProgress())


def test_opening_a_closed_account_again_gives_it_a_next_action(book):
    one = account(book, "00018")
    case_work.set_status(book, one, AccountStatus.WRITTEN_OFF)
    case_work.set_next_action(book, one, "", None)
    assert numbers(book, "status:closed") == ["00018"]
    assert "00018" not in numbers(book, "status:open")
    case_work.set_status(book, one, AccountStatus.NEW)
    [row] = rows(book, [one])
    assert row.next_action == "Review"
    assert AccountStatus.WRITTEN_OFF in CLOSED


def test_an_export_is_safe_to_open_and_audited(book, tmp_path):
    case_work.add_tag(book, account(book, "00017"), "=cmd()")
    out = tmp_path / "accounts.csv"
    assert export_accounts(DirectAccess(book), ids_of(book, "", today(book)), out, NoProgress()) == 4
    lines = out.read_text("utf-8").splitlines()
    assert lines[0].startswith("account_number,client,")
    assert lines[1].startswith("00017,Lantern Bank,,José Muñoz,NEW,2184.50,USD,Chattanooga,TN,37405,")
    assert ",'=cmd()" in lines[1]
    assert out.stat().st_mode & 0o077 == 0
    with book.session.reading() as conn:
        assert "export_accounts" in book.audit.entries(conn)[-1].body
    with pytest.raises(MachineError):
        export_accounts(DirectAccess(book), [], tmp_path / "none" / "x.csv", NoProgress())


def test_every_number_of_home_is_what_its_list_shows(book, take):
    take("1,Munoz,Jose,,1984-03-09,2207 Dodds Ave,Chattanooga,TN,37404,4235550123")
    now = today(book)
    case_work.set_next_action(book, account(book, "00018"), "Call", now - timedelta(days=9))
    page = home(book, now)
    for number in (*page.now, *page.at_risk):
        assert number.value == len(numbers(book, number.line)), number.key
    assert page.accounts == 4
    assert page.leads >= 1
    assert sum(source.leads for source in page.sources) == page.leads
    assert page.collected == 0
    assert (page.located, page.sought) == (0, 4)


def test_collected_and_promises_are_counted(book):
    from workbench.services.money import Payment, add_payment
    from workbench.services.negotiation import Promise, add_promise

    one, now = account(book, "00017"), today(book)
    add_promise(book, one, Promise(50_00, now))
    assert numbers(book, "promise:today") == ["00017"]
    assert numbers(book, "status:promise") == ["00017"]
    paid = add_payment(book, one, Payment(50_00, now))
    page = home(book, now)
    assert (page.collected, page.kept, page.judged) == (50_00, 1, 1)
    undoing.undo(book, paid.commits)
    page = home(book, now)
    assert (page.collected, page.kept) == (0, 0)


def test_rows_near_where_a_person_looks_come_along(book):
    def near(looked):
        return open_list(book, "", AccountOrder.NUMBER, descending=False, today=DAY, looked=looked)

    ids = near(None).ids
    assert near(None).near == ()
    found = near(Looked(ids[3], 0, before=1, behind=2)).near
    assert [row.account_id for row in found] == list(ids[2:5])
    found = near(Looked("gone", 1, before=9, behind=2)).near
    assert [row.account_id for row in found] == list(ids[:3])
    assert near(Looked("gone", 10_000, before=2, behind=9)).near == tuple(rows(book, ids[-2:]))
