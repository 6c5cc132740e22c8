"""The commands that work on one account, run as a script runs them."""

import json
import sys
from pathlib import Path

import pytest

from workbench.cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from case_world import PASSPHRASE, QUICK, a_case, an_id

from workbench.vault.vault import create_vault

NUMBER = "00000001"


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    """``call(*arguments)``: exit status, result and complaint of one command on a vault with two accounts."""
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    with create_vault(tmp_path / "v", PASSPHRASE, kdf=QUICK)[0] as vault:
        vault.create_cases([a_case(1), a_case(2)])

    def calling(command, *arguments, number=NUMBER):
        capsys.readouterr()
        words = [command, number, *arguments, "--vault", str(tmp_path / "v"), "--json"]
        status = run(words, open_window=lambda _: 0)
        said = capsys.readouterr()
        return status, json.loads(said.out) if said.out else None, said.err

    return calling


def test_a_promise_a_payment_and_their_undo(call):
    status, made, _ = call("promise", "120.00", "2099-01-31", "--grace", "5")
    assert (status, made["words"]) == (0, "Promise of 120.00 USD by 2099-01-31 recorded")
    assert made["commits"] == [{"account_id": an_id(1), "seq": 2}]
    assert call("payment", "20.00", "--method", "check", "--reference", "17")[0] == 0
    status, listed, _ = call("history")
    assert [c["action"] for c in listed["changes"]] == ["add_payment", "add_promise", "create"]
    assert listed["fault"] == ""
    assert call("undo", "--commit", "3")[1]["words"] == "Undone: payment recorded"
    assert call("history")[1]["changes"][1]["undone_by"] == 4
    assert call("undo", "--commit", "3")[0] == 1


def test_the_balance_is_adjusted_and_offers_are_recorded(call):
    assert call("adjust", "-10.00", "--reason", "client's correction")[0] == 0
    status, made, _ = call("offer", "500", "--counter", "--expires", "2099-01-01")
    assert (status, made["words"]) == (0, "Counter-offer of 500.00 USD recorded")


def test_a_restriction_is_recorded_and_lifted(call):
    details = ("--detail", "chapter=13", "--detail", "case_number=26-1", "--words", "I filed")
    assert call("restrict", "bankruptcy", *details)[0] == 0
    status, _, complaint = call("promise", "10", "2099-01-01")
    assert (status, "bankruptcy" in complaint) == (1, True)
    assert call("restrict", "bankruptcy", "--lift", "discharged")[1]["words"] == "Bankruptcy lifted"
    assert call("restrict", "cease", "--lift", "x")[0] == 1


def test_a_file_is_attached(call, tmp_path):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"%PDF-1.7")
    assert call("attach", str(file))[1]["words"] == "letter.pdf attached"


def test_numbers_are_looked_up_exactly(call):
    status, _, complaint = call("history", number="1")
    assert (status, complaint) == (
        1,
        "No account has this number. Numbers are compared as they are, zeros too.\n",
    )
    assert call("history", "--client", "lantern  BANK")[0] == 0
    assert call("history", "--client", "Other")[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("promise", "a lot", "2099-01-01"),
        ("promise", "10", "soon"),
        ("restrict", "attorney", "--detail", "name"),
        ("undo",),
    ],
)
def test_wrong_usage_ends_with_two(call, arguments):
    with pytest.raises(SystemExit) as ended:
        call(*arguments)
    assert ended.value.code == 2
