"""The commands of the case file, run as a script runs them."""

import json
import sys
from pathlib import Path

import pytest

from workbench.cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "vault"))

from case_world import PASSPHRASE, QUICK, a_case

from workbench.vault.vault import create_vault

NEXT = ("--next", "Call", "--on", "2099-01-31")


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    with create_vault(tmp_path / "v", PASSPHRASE, kdf=QUICK)[0] as vault:
        vault.create_cases([a_case(1)])

    def calling(command, *arguments, flags=("--json",)):
        capsys.readouterr()
        status = run(
            [command, "00000001", *arguments, "--vault", str(tmp_path / "v"), *flags], open_window=int
        )
        said = capsys.readouterr()
        return status, json.loads(said.out) if said.out and flags else said.out, said.err

    return calling


def test_a_contact_marks_the_number_and_sets_what_is_next(call):
    status, _, complaint = call("log", "--contact", "NIS", "--at", "2175550101")
    assert (status, "next action" in complaint) == (1, True)
    assert call("log", "--contact", "NIS", "--at", "(217) 555-0101", *NEXT)[0] == 0
    shown = call("case")[1]
    assert shown["overview"]["head"]["work"]["next_action"] == "Call"
    assert shown["overview"]["head"]["best_phone"] is None
    assert shown["entries"][1]["activity"]["attempt"] is True
    assert shown["overview"]["head"]["debtor"]["ssn"] == ""


def test_locate_note_and_negotiation_stand_on_one_timeline(call):
    assert call("log", "--locate", "hit", "--source", "voter", "--cost", "1.25", *NEXT)[0] == 0
    assert call("log", "--note", "--text", "Works nights")[0] == 0
    assert call("log", "--negotiation", "Wants half off", "--counter", "900")[0] == 0
    entries = call("case", "--entries", "3")[1]["entries"]
    assert [e["shape"] for e in entries] == ["negotiation", "note", "locate"]
    status, text, _ = call("case", flags=())
    assert status == 0
    assert "Voter register · Hit" in text
    assert "Works nights" in text
    assert "900121234" not in text


def test_a_contact_point_is_added_and_marked(call):
    assert call("contact-point", "phone", "6155550142")[0] == 1
    assert call("contact-point", "phone", "6155550142", "--source", "his sister")[1]["words"] == "Phone added"
    status, _, complaint = call("contact-point", "phone", "(615) 555-0142", "--status", "wrong")
    assert (status, "reason" in complaint) == (1, True)
    assert call("contact-point", "phone", "615-555-0142", "--status", "wrong", "--reason", "a garage")[0] == 0
    assert call("contact-point", "email", "nobody@example.com", "--status", "good")[0] == 1


def test_what_cannot_be_logged(call):
    assert call("log", "--note", "--text", "x", "--next", "Call")[0] == 1
    with pytest.raises(SystemExit):
        call("log", "--contact", "nonsense")


def test_what_a_number_itself_tells_stands_below_the_contact_points(call):
    call("contact-point", "phone", "615-555-0142 ext 9", "--source", "his sister")
    text = call("case", flags=())[1]
    assert "(615) 555-0142: extension 9; area code of TN, where no address of theirs is." in text
    assert "(217) 555-0101: " not in text
