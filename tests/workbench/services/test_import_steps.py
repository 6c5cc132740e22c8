"""Before and after an import: preview, mapping by column, dry run, undo of accounts; in pieces."""

import pytest

from workbench.base.errors import CancelledError, UserError
from workbench.base.progress import NoProgress
from workbench.services import case_work
from workbench.services.access import DirectAccess
from workbench.services.column_mapping import EXTRA, IGNORED, issue, targets, targets_of, with_target
from workbench.services.import_accounts import AccountsRequest, take_accounts
from workbench.services.import_check import check_accounts, check_records
from workbench.services.import_records import RecordsRequest
from workbench.services.import_undo import NotUndoableError, plan_undo, undo_accounts
from workbench.services.previewing import PreviewRequest, preview, save_mapping

HEAD = "Account Number,Client,Balance,First Name,Last Name,DOB,Zip,Phone"
ROWS = (
    "00017,Lantern Bank,2184.50,José,Muñoz,1984-03-09,01234,4235550123",
    "00018,Lantern Bank,500.00,Ada,Okafor,1990-11-21,62704,2175550101",
    "00019,Lantern Bank,lots,John,Smith,1970-01-02,62701,",
)


class Counting:
    """Direct access that counts its pieces."""

    def __init__(self, vault):
        self._direct = DirectAccess(vault)
        self.pieces = 0

    def call(self, work):
        self.pieces += 1
        return self._direct.call(work)


@pytest.fixture
def file(tmp_path):
    def make(*rows, head=HEAD, name="placed.csv"):
        path = tmp_path / name
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return path

    return make


def look(vault, path, **request):
    return preview(DirectAccess(vault), PreviewRequest(path, **request), NoProgress())


def test_a_preview_shows_rows_columns_and_what_they_stand_for(vault, file):
    seen = look(vault, file(*ROWS))
    assert seen.kind == "accounts"
    assert seen.seen.rows[0][:4] == ["00017", "Lantern Bank", "2184.50", "José"]
    assert seen.seen.row_numbers == [1, 2, 3]
    zips = seen.seen.looks[seen.seen.columns.index("Zip")]
    assert (zips.filled, zips.distinct, zips.leading_zeros) == (3, 3, 1)
    phones = seen.seen.looks[seen.seen.columns.index("Phone")]
    assert phones.filled == 2
    found = targets_of("accounts", seen.mapping, tuple(seen.seen.columns))
    assert found["Account Number"] == "Account number"
    assert found["DOB"] == "Debtor: birth date"
    assert found["Zip"] == "Address: ZIP"
    assert "comma" in seen.words
    assert seen.seen.basis == "headings"
    assert seen.earlier is None


def test_a_preview_of_a_known_layout_names_it(vault, tmp_path):
    from workbench.services.demo import SAMPLES

    seen = look(vault, SAMPLES / "ncvoter_sample.txt")
    assert (seen.kind, seen.seen.basis) == ("records", "profile")
    assert "North Carolina" in seen.seen.title
    assert len(seen.seen.rows) == 400
    as_accounts = look(vault, SAMPLES / "ncvoter_sample.txt", kind="accounts")
    assert as_accounts.kind == "accounts"
    assert issue("accounts", as_accounts.mapping, tuple(as_accounts.seen.columns)) is not None


def test_a_preview_of_nonsense_is_a_sentence(vault, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(UserError):
        look(vault, path)
    with pytest.raises(UserError):
        look(vault, tmp_path / "none.csv")


def test_giving_a_column_another_target_changes_just_that(vault, file):
    seen = look(vault, file(*ROWS))
    columns = tuple(seen.seen.columns)
    moved = with_target("accounts", seen.mapping, "Phone", EXTRA)
    found = targets_of("accounts", moved, columns)
    assert found["Phone"] == "Keep as it is"
    assert {c: t for c, t in found.items() if c != "Phone"} == {
        c: t for c, t in targets_of("accounts", seen.mapping, columns).items() if c != "Phone"
    }
    back = with_target("accounts", moved, "Phone", "phone")
    assert targets_of("accounts", back, columns)["Phone"] == "Debtor: phone"
    without = with_target("accounts", seen.mapping, "Account Number", IGNORED)
    found = issue("accounts", without, columns)
    assert "account number" in found.message
    assert issue("accounts", seen.mapping, columns) is None


@pytest.mark.parametrize("kind", ["accounts", "records"])
def test_every_target_can_be_chosen_and_is_read_back(kind):
    for target in targets(kind)[1:]:
        made = with_target(kind, "", "Column X", target.key)
        assert targets_of(kind, made, ("Column X",))["Column X"] == target.words
        assert targets_of(kind, with_target(kind, made, "COLUMN-x", ""), ("Column X",))["Column X"] == ""


def test_a_mapping_saved_before_the_import_is_recognised(vault, file):
    path = file(*ROWS)
    seen = look(vault, path)
    save_mapping(
        vault, "accounts", seen.seen.fingerprint, with_target("accounts", seen.mapping, "Phone", EXTRA)
    )
    again = look(vault, path)
    assert again.seen.basis == "saved"
    assert targets_of("accounts", again.mapping, tuple(again.seen.columns))["Phone"] == "Keep as it is"


def test_a_dry_run_says_what_the_import_then_does(vault, file):
    path = file(*ROWS, ROWS[0])
    access = DirectAccess(vault)
    before = check_accounts(access, path, AccountsRequest(), NoProgress())
    assert vault.catalog.count() == 0
    assert (before.new, before.changed, before.unchanged) == (2, 0, 0)
    assert [(p.row_number, "balance" in p.reason.lower()) for p in before.problems] == [(3, True)]
    done = take_accounts(access, path, AccountsRequest(), NoProgress())
    assert done.counts == before.counts
    assert done.added == before.new
    changed = file(ROWS[0].replace("2184.50", "100.00"), ROWS[1], name="later.csv")
    after = check_accounts(access, changed, AccountsRequest(), NoProgress())
    assert (after.new, after.changed, after.unchanged) == (0, 1, 1)


def test_a_dry_run_of_records_keeps_nothing(vault, file, take):
    head = "Voter ID,Last Name,First Name,Birth Date,Address,City,State,Zip"
    path = file("1,MUNOZ,JOSE,1984-03-09,2207 Dodds Ave,X,TN,37404", "2,,,,,,,", head=head, name="r.csv")
    found = check_records(DirectAccess(vault), path, RecordsRequest(), NoProgress())
    assert (found.counts.read, found.counts.accepted, found.people) == (2, 1, 1)
    assert [p.row_number for p in found.problems] == [2]
    assert vault.library.ids() == []
    assert vault.registry.imports() == ()


def test_work_goes_in_between_the_pieces_of_an_import(vault, file):
    access = Counting(vault)
    rows = [f"A{n:04},Lantern Bank,100.00,Ada,Okafor,1990-11-21,62704," for n in range(100)]
    done = take_accounts(access, file(*rows), AccountsRequest(), NoProgress(), rows_a_piece=10)
    assert done.added == 100
    assert access.pieces >= 10


def test_undoing_an_import_removes_what_nobody_touched(vault, file):
    access = DirectAccess(vault)
    first = take_accounts(access, file(*ROWS[:2], name="a.csv"), AccountsRequest(), NoProgress())
    touched = vault.catalog.find_account("Lantern Bank", "00018")
    case_work.add_tag(vault, touched, "mine")
    later = file("00017,Lantern Bank,2184.50,José,Muñoz,1984-03-09,01234,4235550123",
                 "00020,Lantern Bank,9.00,Thi,Nguyen,1966-05-05,61602,", name="b.csv")  # fmt: skip
    second = take_accounts(access, later, AccountsRequest(), NoProgress())
    plan = plan_undo(access, first.import_id, NoProgress())
    assert len(plan.removable) == 1
    assert [(k.account_number, k.why) for k in plan.kept] == [("00018", "you worked on it")]
    assert vault.catalog.count() == 3, "a plan changes nothing"
    undone = undo_accounts(access, first.import_id, NoProgress())
    assert undone.removed == 1
    assert vault.catalog.find_account("Lantern Bank", "00017") is None
    assert vault.registry.import_record(first.import_id).undone_at is not None
    with pytest.raises(NotUndoableError):
        undo_accounts(access, first.import_id, NoProgress())
    assert undo_accounts(access, second.import_id, NoProgress()).removed == 1
    assert [r.account_number for r in vault.catalog.account_rows(vault.catalog.account_ids())] == ["00018"]


def test_a_later_file_keeps_the_account_it_changed(vault, file):
    access = DirectAccess(vault)
    first = take_accounts(access, file(ROWS[0], name="a.csv"), AccountsRequest(), NoProgress())
    second = take_accounts(
        access, file(ROWS[0].replace("2184.50", "1.00"), name="b.csv"), AccountsRequest(), NoProgress()
    )
    [kept] = plan_undo(access, first.import_id, NoProgress()).kept
    assert kept.why == "a later file changed it"
    [kept] = plan_undo(access, second.import_id, NoProgress()).kept
    assert kept.why == "an earlier file placed it"


def test_a_stopped_undo_can_be_gone_on_with(vault, file, monkeypatch):
    monkeypatch.setattr("workbench.services.import_undo.SHRED_PIECE", 1)
    access = DirectAccess(vault)
    done = take_accounts(access, file(*ROWS[:2]), AccountsRequest(), NoProgress())

    class Stop(NoProgress):
        def __init__(self):
            self.asked = 0

        def cancelled(self):
            self.asked += 1
            return self.asked > 2

    with pytest.raises(CancelledError):
        undo_accounts(access, done.import_id, Stop())
    assert vault.catalog.count() == 1
    assert undo_accounts(access, done.import_id, NoProgress()).removed == 1


def test_undone_accounts_are_gone_from_search_and_disk(vault, file):
    access = DirectAccess(vault)
    done = take_accounts(access, file(*ROWS[:2]), AccountsRequest(), NoProgress())
    files = list((vault.folder / "cases").rglob("*.case"))
    undo_accounts(access, done.import_id, NoProgress())
    assert len(files) == 2
    assert not any(path.exists() for path in files)
    assert vault.catalog.search("munoz") == []
