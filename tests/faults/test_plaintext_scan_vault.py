"""No value of a person is readable in the vault's folder or in the temporary folders, in any usual coding."""

import base64
import os
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from case_world import NOW, a_case, a_full_case, a_lead, a_note, an_id, crash, make_vault, reopen

from workbench.model.importing import ImportCounts, ImportKind, ImportRecord
from workbench.model.lead import LeadStatus
from workbench.model.registry import Client
from workbench.model.work import WorkState
from workbench.normalize.tables import PERSON_SCHEMA
from workbench.vault.library_file import LibraryWriter
from workbench.vault.rebuild import rebuild
from workbench.vault.values import Reject
from workbench.vault.verify import verify

CANARIES = ("Quillfeather", "QUILLFEATHER", "900121234", "2175550101", "Maple St", "ACCT-77341", "Lantern Bank",
            "canary note", "canary reject", "canary toml", "canary letter")  # fmt: skip


def codings(word: str) -> set[bytes]:
    """How a word may lie in a file: plain, wide, as hex, and inside base64 at each of its three phases."""
    raw = word.encode()
    phases = {base64.b64encode(b" " * shift + raw)[4 if shift else 0 : -4] for shift in range(3)}
    hexes = {raw.hex().encode(), raw.hex().upper().encode()}
    return (
        {raw, raw[::-1], word.encode("utf-16-le"), word.encode("utf-16-be")}
        | hexes
        | {p for p in phases if len(p) >= 8}
    )


def hits(*folders: Path) -> list[str]:
    """Which canary lies where."""
    wanted = {coding: word for word in CANARIES for coding in codings(word)}
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                data = path.read_bytes() + path.name.encode()
                found += sorted({f"{path.name}: {w}" for coding, w in wanted.items() if coding in data})
    return found


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def live(folder: Path, scanned) -> None:
    """A session that stores everything there is, scanned at each step while the vault is open."""
    with make_vault(folder) as vault:
        numbered = replace(a_case(60), account=replace(a_case(60).account, account_number="ACCT-77341"))
        vault.create_cases([a_full_case(1), numbered, *(a_case(n) for n in range(2, 60))])
        scanned()
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(1, "canary note"))
            edit.add_document("canary letter", "text/plain", b"canary letter " * 5000)
            edit.put_lead(a_lead(1, status=LeadStatus.ACCEPTED))
            edit.set_work(WorkState("canary note"))
        vault.catalog.add_pending(a_lead(n, account=2) for n in range(2, 400))
        vault.registry.save_client(Client(an_id(5), "Lantern Bank", '{"note": "canary note"}'))
        vault.registry.save_mapping("f", ImportKind.RECORDS, "canary toml")
        scanned()
        slot = vault.library.reserve()
        with LibraryWriter(slot.path, slot.key) as writer:
            rows = [
                {"row_number": n, "record_id": f"R{n}", "role": "subject", "last": "QUILLFEATHER",
                 "address_house": str(n), "address_street": "MAPLE ST", "phones": ["2175550101"], "emails": []}
                for n in range(1, 5000)
            ]  # fmt: skip
            writer.write(pl.DataFrame(rows, schema=PERSON_SCHEMA))
            writer.write_rejects([Reject(9, "bad", "canary reject")])
            scanned()
            writer.finish()
        record = ImportRecord(
            slot.import_id, ImportKind.RECORDS, "Lantern Bank.csv", "ab" * 32, "x", "y",
            ImportCounts(5000, 4999, 1, 0), NOW, "mara",
        )  # fmt: skip
        vault.library.register(slot, record, [Reject(9, "bad", "canary reject")])
        assert vault.catalog.search("quillfeather1")
        assert vault.catalog.account_ids()
        verify(vault)
        scanned()
        vault.shred_case(an_id(2), "canary note")
        crash(vault)


def test_nothing_is_readable_at_any_time(tmp_path, temporary):
    folder, found = tmp_path / "v", []

    def scanned():
        found.extend(hits(folder, temporary))

    live(folder, scanned)
    scanned()
    (folder / "catalog.db").unlink()
    rebuild(folder, "seven lanterns under a quiet harbour")
    with reopen(folder):
        scanned()
    scanned()
    assert found == []
    assert list(temporary.iterdir()) == []


def test_no_file_but_the_expected_ones_is_made(tmp_path, temporary):
    live(tmp_path / "v", lambda: None)
    names = {path.name for path in (tmp_path / "v").iterdir()}
    assert names <= {
        "vault.hdr", "vault.hdr.bak", "vault.lock", "vault.db", "vault.db.bak", "catalog.db", "cases", "library",
        "vault.db-journal", "catalog.db-journal",
    }  # fmt: skip
    for path in (tmp_path / "v" / "cases").rglob("*"):
        assert path.is_dir() or path.suffix == ".case"


def test_control_the_scan_sees_a_plain_database_and_every_coding(tmp_path):
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE t(x)")
    plain.execute("INSERT INTO t VALUES ('Ada Quillfeather')")
    plain.commit()
    plain.close()
    assert hits(tmp_path) == ["plain.db: Quillfeather"]
    text = "name: 2175550101;"
    for number, data in enumerate(
        (text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode().hex().encode(),
         base64.b64encode(text.encode()), base64.b64encode(b"x" + text.encode()),
         base64.b64encode(b"xy" + text.encode()))
    ):  # fmt: skip
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "f").write_bytes(os.urandom(100) + data)
        assert hits(tmp_path / str(number)) == ["f: 2175550101"], number
