"""library-search and search, run as a script runs it."""

import json
import shutil
from pathlib import Path

import pytest

from workbench.cli.main import run
from workbench.services import auditing
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import create_vault, open_vault

PASSPHRASE = "seven fictional otters knit calm ledgers"
HEAD = "Voter ID,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    """``call(*arguments)``: status, JSON result and complaint of library-search on a vault with one file."""
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    with create_vault(tmp_path / "v", PASSPHRASE, kdf=KdfCost(8192, 1, 1))[0]:
        pass
    file = tmp_path / "voters.csv"
    file.write_text(f"{HEAD}\nV1,Munoz,Jose,,1984-03-02,118 Maple St,Knoxville,TN,37917,8655550142\n")
    where = ["--vault", str(tmp_path / "v"), "--json"]
    assert run(["import-records", str(file), *where], open_window=lambda _: 0) == 0

    def calling(*arguments):
        capsys.readouterr()
        status = run(["library-search", *arguments, *where], open_window=lambda _: 0)
        said = capsys.readouterr()
        return status, json.loads(said.out) if said.out else None, said.err

    return calling


def test_a_search_is_answered_and_entered_in_the_audit(call, tmp_path, capsys):
    status, found, _ = call("munos", "j", "1984")
    assert status == 0
    (hit,) = found["hits"]
    assert (hit["file_name"], hit["record"]["row_number"], hit["purpose"]) == (
        "voters.csv",
        1,
        "debt_collection",
    )
    assert hit["why"] == "last name one letter off: MUNOZ"
    assert [c["label"] for c in found["understood"]] == ["name, in any order", "born"]
    with open_vault(tmp_path / "v", PASSPHRASE, read_only=True) as vault:
        assert any(line.action == "Record files searched" for line in auditing.trail(vault).lines)
    assert run(["library-search", "munos j", "--vault", str(tmp_path / "v")], open_window=lambda _: 0) == 0
    assert "one letter off: MUNOZ" in capsys.readouterr().out


def test_what_cannot_be_asked_is_one_line(call):
    assert call("city:knoxville")[::2] == (
        1, "A place alone would list a whole town. Add a name, a house number or an employer.\n",
    )  # fmt: skip
    status, _, said = call()
    assert (status, "nothing to search for" in said) == (1, True)
    assert call("x", "--account", "999")[0] == 1


def test_a_search_by_fields_is_entered_in_the_audit_too(call, tmp_path, capsys):
    where = ["--vault", str(tmp_path / "v"), "--json"]
    asked = ["search", "--last", "munoz", "--birth-year", "1984", *where]
    capsys.readouterr()
    assert run(asked, open_window=lambda _: 0) == 0
    assert [found["record_id"] for found in json.loads(capsys.readouterr().out)] == ["V1"]
    with open_vault(tmp_path / "v", PASSPHRASE, read_only=True) as vault:
        (line, *_) = auditing.trail(vault).lines
        with vault.session.reading() as conn:
            body = vault.audit.entries(conn)[-1].body
    assert (line.action, line.reason) == (
        "Record files searched",
        "by last, birth year; 1 found in 1 files",
    )
    assert "munoz" not in body.lower()


def test_old_record_files_are_brought_up_to_date(tmp_path, monkeypatch, capsys):
    old = Path(__file__).parents[2] / "data" / "vault_v1"
    folder = Path(shutil.copytree(old, tmp_path / "v"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven lanterns under a quiet harbour")

    def calling(*arguments):
        capsys.readouterr()
        assert run([*arguments, "--vault", str(folder), "--json"], open_window=lambda _: 0) == 0
        return json.loads(capsys.readouterr().out)

    before = calling("library-search", "quilfeather", "ada")
    assert (before["hits"], len(before["outdated"])) == ([], 1)
    assert len(calling("renew-records")["files"]) == 1
    after = calling("library-search", "quilfeather", "ada")
    assert (len(after["hits"]), after["outdated"]) == (1, [])
    assert calling("renew-records")["files"] == []
