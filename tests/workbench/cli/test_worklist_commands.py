"""accounts, home and bulk, run as a script runs them."""

import csv
import json
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.cli.main import run
from workbench.cli.worklist import NUMBERS, SORTS, status_word
from workbench.model.account import AccountStatus
from workbench.model.restriction import RestrictionKind
from workbench.model.work import AccountOrder
from workbench.services import case_work, home
from workbench.services.finding import account_by_number
from workbench.services.restrictions import NewRestriction, add_restriction
from workbench.services.worklist_language import STATUS_WORDS
from workbench.services.worklist_views import View, save_view

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from case_world import PASSPHRASE, QUICK, a_case

from workbench.vault.vault import create_vault, open_vault

LONG_AGO = date(2026, 1, 2)
ONE, TWO, THREE = "00000001", "00000002", "00000003"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch):
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Three accounts: a skip due long ago, a disputed one, and one of another client.  Only to be read."""
    folder = tmp_path_factory.mktemp("book") / "v"
    with create_vault(folder, PASSPHRASE, kdf=QUICK)[0] as vault:
        vault.create_cases([a_case(1), a_case(2), a_case(3, client="Ferry & Sons")])
        one, two, three = (account_by_number(vault, number) for number in (ONE, TWO, THREE))
        case_work.set_next_action(vault, one, "Call the sister", LONG_AGO)
        case_work.set_status(vault, one, AccountStatus.SKIP)
        case_work.set_next_action(vault, two, "Answer", date(2099, 1, 1))
        case_work.set_next_action(vault, three, "Review", date(2099, 1, 2))
        case_work.add_tag(vault, three, "=cmd()")
        add_restriction(vault, two, NewRestriction(RestrictionKind.DISPUTE, date(2026, 11, 2)))
        save_view(vault, View("", "Ferry", 'client:"ferry & sons', AccountOrder.BALANCE, descending=True))
    return folder


@pytest.fixture
def folder(book, tmp_path):
    """A copy of the book, to be changed."""
    return shutil.copytree(book, tmp_path / "v")


@pytest.fixture
def empty(tmp_path):
    with create_vault(tmp_path / "empty", PASSPHRASE, kdf=QUICK)[0]:
        return tmp_path / "empty"


@pytest.fixture
def call(capsys):
    def calling(command, vault, *arguments, flags=("--json",)):
        capsys.readouterr()
        status = run([command, "--vault", str(vault), *flags, *arguments], open_window=int)
        said = capsys.readouterr()
        return status, json.loads(said.out) if said.out and flags else said.out, said.err

    return calling


def listed(call, folder, *arguments):
    status, found, complaint = call("accounts", folder, *arguments)
    assert (status, complaint) == (0, "")
    return [row["account_number"] for row in found["accounts"]]


def state(folder):
    """What every case and the audit chain hold."""
    with open_vault(folder, PASSPHRASE, read_only=True) as vault:
        ids = vault.catalog.account_ids()
        with vault.session.reading() as conn:
            trail = len(vault.audit.entries(conn))
        return {account_id: vault.read_case(account_id) for account_id in ids}, trail


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), [ONE, TWO, THREE]),
        (("status:skip",), [ONE]),
        (("due:overdue",), [ONE]),
        (("quillfeather3",), [THREE]),
        (('client:"ferry & sons"',), [THREE]),
        (("--", "-status:skip"), [TWO, THREE]),
        (("--sort", "balance", "--descending"), [THREE, TWO, ONE]),
        (("--sort", "client"), [THREE, ONE, TWO]),
        (("--limit", "1"), [ONE]),
        (("--view", "skips"), [ONE]),
        (("--view", "Broken  promises"), []),
        (("--view", "ferry"), [THREE]),
        (("--view", "ferry", "status:skip"), []),
        (("--view", "open", "tag:none", "--sort", "number", "--descending"), [TWO, ONE]),
    ],
)
def test_accounts_are_listed_by_the_filter_line(call, book, arguments, expected):
    assert listed(call, book, *arguments) == expected


def test_a_list_says_how_many_there_are(call, book):
    status, text, _ = call("accounts", book, "--limit", "1", flags=())
    assert (status, text.splitlines()[-1]) == (0, "3 of 3 accounts, the first 1 shown (--limit).")
    assert "Call the sister  2026-01-02" in text
    assert "skip" in text
    found = call("accounts", book, "status:skip")[1]
    assert (found["found"], found["total"], found["filter"]) == (1, 3, "status:skip")
    assert call("accounts", book, "nobody", flags=())[1] == "None of 3 accounts.\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("stauts:skip", "There is no field stauts. Did you mean status?"),
        ("quill balance>lots", "lots is no amount."),
        ("due:\x1b[31m", "is no day."),
    ],
)
def test_a_filter_that_cannot_be_read_lists_and_changes_nothing(call, book, line, told, tmp_path):
    before = state(book)
    out = tmp_path / "out.csv"
    for command in (
        ("accounts", line),
        ("accounts", line, "--export", str(out)),
        ("bulk", line, "--do", "tag=x"),
        ("bulk", line, "--do", "tag=x", "--dry-run"),
    ):
        status, said, complaint = call(command[0], book, *command[1:])
        assert (status, said) == (1, "")
        assert complaint.startswith("The filter cannot be read, so nothing was done. ")
        assert told in complaint
        assert "\x1b" not in complaint
        assert complaint.count("\n") == 1
    assert not out.exists()
    assert state(book) == before


def test_an_unknown_view_names_those_there_are(call, book):
    status, _, complaint = call("accounts", book, "--view", "nonsense")
    assert status == 1
    assert "overdue" in complaint
    assert "Ferry" in complaint


def test_an_export_is_whole_safe_and_noted(call, folder, tmp_path):
    out = tmp_path / "out.csv"
    trail = state(folder)[1]
    assert call("accounts", folder, "--sort", "number", "--export", str(out))[:2] == (0, {"written": 3})
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["account_number"] for row in rows] == [ONE, TWO, THREE]
    assert rows[2]["tags"] == "'=cmd()"
    assert state(folder)[1] == trail + 1
    assert call("accounts", folder, "--limit", "2", "--export", str(out))[1] == {"written": 2}
    assert call("accounts", folder, "--export", str(tmp_path / "none" / "out.csv"))[0] == 1


def test_home_is_what_the_window_shows(call, book):
    status, found, _ = call("home", book)
    with open_vault(book, PASSPHRASE, read_only=True) as vault:
        page = home.home(vault, date.fromisoformat(found["day"]))
    assert status == 0
    for part, numbers in (("now", page.now), ("at_risk", page.at_risk)):
        assert [(n["key"], n["value"], n["line"]) for n in found["home"][part]] == [
            (n.key, n.value, n.line) for n in numbers
        ]
        for number in found["home"][part]:
            assert len(listed(call, book, number["line"])) == number["value"]
    text = call("home", book, flags=())[1]
    assert re.search(r"^1 +overdue +status:open due:overdue$", text, re.MULTILINE)
    assert re.search(r"^1 +disputes open +status:disputed$", text, re.MULTILINE)
    assert "Promises kept: none yet." in text
    assert "Accounts: 3." in text


def test_every_word_of_home_and_every_order_has_its_name():
    assert set(NUMBERS) == {*home.NOW, *home.AT_RISK}
    assert set(SORTS.values()) == set(AccountOrder)
    assert len(SORTS) == len(AccountOrder)
    for status in AccountStatus:
        assert STATUS_WORDS[status_word(status)] == {status}
    assert status_word(AccountStatus.SKIP) == "skip"


def test_an_empty_vault(call, empty, tmp_path):
    assert call("accounts", empty)[1] == {"filter": "", "found": 0, "total": 0, "accounts": []}
    assert call("accounts", empty, flags=())[:2] == (0, "The vault has no accounts yet.\n")
    assert call("home", empty)[1]["home"]["accounts"] == 0
    assert call("home", empty, flags=())[:2] == (0, "The vault has no accounts yet.\n")
    status, done, _ = call("bulk", empty, "status:open", "--do", "tag=x")
    assert (status, done["changed"], done["written"]) == (0, [], False)
    said = call("bulk", empty, "status:open", "--do", "tag=x", flags=())[1]
    assert said == "No account passes the filter. Nothing was written.\n"
    out = tmp_path / "out.csv"
    assert call("accounts", empty, "--export", str(out))[1] == {"written": 0}
    assert len(out.read_text("utf-8").splitlines()) == 1


ACTIONS = (
    ("tag=priority",),
    ("tag==cmd()",),
    ("untag==cmd()",),
    ("untag=never there",),
    ("assign=Mara  Quillfeather",),
    ("assign=",),
    ("status=skip",),
    ("status=new",),
    ("status=written_off",),
    ("next=Review", "--on", "2099-01-02"),
    ("next=" + "long " * 60, "--on", "2099-01-02"),
)


@pytest.mark.parametrize("action", ACTIONS, ids=[action[0][:20] for action in ACTIONS])
def test_a_dry_run_writes_nothing_and_foretells_the_run(call, folder, action):
    before = state(folder)
    status, told, _ = call("bulk", folder, "status:open,closed", "--do", *action, "--dry-run")
    assert (status, told["written"]) == (0, False)
    assert state(folder) == before
    done = call("bulk", folder, "status:open,closed", "--do", *action)[1]
    assert sorted(c["account_number"] for c in done["changed"]) == sorted(
        c["account_number"] for c in told["changed"]
    )
    assert (done["unchanged"], done["left_out"]) == (told["unchanged"], told["left_out"])
    assert len(done["changed"]) + done["unchanged"] + len(done["left_out"]) == 3
    again = call("bulk", folder, "status:open,closed", "--do", *action)[1]
    assert again["changed"] == []


def test_what_is_left_out_is_named_with_its_reason(call, folder):
    done = call("bulk", folder, "status:open", "--do", "status=written_off")[1]
    assert [c["account_number"] for c in done["changed"]] == [ONE, THREE]
    assert done["left_out"] == [{"account_number": TWO, "why": "its status follows from a restriction"}]
    assert listed(call, folder, "status:closed") == [ONE, THREE]
    text = call("bulk", folder, "status:disputed", "--do", "status=skip", flags=())[1]
    assert f"  {TWO}: its status follows from a restriction\n" in text


def test_every_change_of_a_bulk_is_taken_back_by_its_number(call, folder):
    done = call("bulk", folder, "status:open", "--do", "tag=priority")[1]
    assert done["words"] == "Tagged priority: 3 accounts"
    assert listed(call, folder, "tag:priority") == [ONE, TWO, THREE]
    for one in done["changed"]:
        number, client, change = one["account_number"], one["client"], str(one["change"])
        assert call("undo", folder, number, "--client", client, "--commit", change)[0] == 0
    assert listed(call, folder, "tag:priority") == []
    text = call("bulk", folder, "status:skip", "--do", "tag=priority", flags=())[1]
    assert text.startswith("Tagged priority: 1 account.\n")
    assert text.endswith("taken back: `undo ACCOUNT --commit CHANGE`.\n")


def test_a_damaged_case_is_left_out_and_named_and_the_others_go_on(call, folder):
    with open_vault(folder, PASSPHRASE, read_only=True) as vault:
        [file] = folder.rglob(f"{account_by_number(vault, TWO)}.case")
    octets = file.read_bytes()
    file.write_bytes(octets[:-200] + bytes(byte ^ 255 for byte in octets[-200:]))
    status, said, complaint = call("bulk", folder, "status:open", "--do", "tag=priority")
    assert status == 0, complaint
    [left] = said["left_out"]
    assert left["account_number"] == TWO
    assert "damaged" in left["why"]
    changed = listed(call, folder, "tag:priority")
    assert ONE in changed
    assert TWO not in changed


def test_looking_needs_no_vault_of_its_own(call, folder):
    """The lists, home and a dry run work while the window has the vault; what writes says that it cannot."""
    with open_vault(folder, PASSPHRASE):
        assert listed(call, folder, "status:skip") == [ONE]
        assert call("home", folder)[0] == 0
        assert call("bulk", folder, "status:skip", "--do", "tag=x", "--dry-run")[0] == 0
        assert call("bulk", folder, "status:skip", "--do", "tag=x")[0] == 1
        assert call("accounts", folder, "--export", str(folder.with_suffix(".csv")))[0] == 1
    assert not folder.with_suffix(".csv").exists()


def test_me_is_the_person_at_work(call, folder):
    assert call("bulk", folder, "status:skip", "--do", "assign=me")[0] == 0
    assert listed(call, folder, "assignee:me") == [ONE]


@pytest.mark.parametrize(
    "action", ["", "tag", "tag=", "status=nonsense", "status=plan", "status=disputed", "shred=all"]
)
def test_an_action_that_does_not_exist_is_wrong_usage(call, book, action):
    with pytest.raises(SystemExit) as exit_:
        call("bulk", book, "status:open", "--do", action)
    assert exit_.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("", "--do", "tag=x"), "Which accounts?"),
        (("  ", "--do", "tag=x"), "Which accounts?"),
        (("status:open", "--do", "next=Call"), "--on"),
        (("status:open", "--do", "tag=x", "--on", "2099-01-01"), "Only a next action"),
        (("status:open", "--do", "tag=a|b"), "no tag"),
        (("status:open", "--do", "tag=a|b", "--dry-run"), "no tag"),
    ],
)
def test_an_action_that_is_not_whole_changes_nothing(call, book, arguments, told):
    before = state(book)
    status, said, complaint = call("bulk", book, *arguments)
    assert (status, said) == (1, "")
    assert told in complaint
    assert state(book) == before
