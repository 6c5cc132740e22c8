"""A case file that is not the one last saved is refused and named, whatever was done to it."""

import os
import shutil
from pathlib import Path

import pytest
from case_world import a_case, a_full_case, a_note, an_id, make_vault, reopen

from workbench.vault import cipher
from workbench.vault.errors import (
    CaseDamagedError,
    CaseError,
    CaseMissingError,
    CaseReplacedError,
    CaseStaleError,
)
from workbench.vault.verify import verify

PAGE = 4096


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A closed vault of three cases, and an older copy of the first one's file, kept for every test to copy."""
    folder = tmp_path_factory.mktemp("tamper") / "v"
    with make_vault(folder) as vault:
        vault.create_cases([a_full_case(1), a_case(2), a_case(3)])
        older = vault.door.path(an_id(1)).read_bytes()
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(1))
            edit.add_document("letter", "text/plain", b"invented " * 2000)
        path = vault.door.path(an_id(1)).relative_to(folder)
        other = vault.door.path(an_id(2)).relative_to(folder)
    return folder, path, other, older


@pytest.fixture
def tampered(book, tmp_path):
    """Copies the vault, lets the test change the first case's bytes, and opens the copy."""
    folder, path, other, older = book
    shutil.copytree(folder, tmp_path / "v")
    target = tmp_path / "v" / path
    opened = []

    def change(make):
        data = make(target.read_bytes(), (tmp_path / "v" / other).read_bytes(), older)
        if data is None:
            target.unlink()
        else:
            target.write_bytes(data)
        vault = reopen(tmp_path / "v")
        opened.append(vault)
        return vault

    yield change
    for vault in opened:
        vault.close()


def page(data: bytes, number: int) -> bytes:
    return data[number * PAGE : (number + 1) * PAGE]


def with_page(data: bytes, number: int, content: bytes) -> bytes:
    return data[: number * PAGE] + content + data[(number + 1) * PAGE :]


def changed_page(now: bytes, older: bytes) -> int:
    """The last page that differs between two states; it holds rows of the later one."""
    return max(n for n in range(1, min(len(now), len(older)) // PAGE) if page(now, n) != page(older, n))


TAMPERINGS = {
    "swapped pages": lambda now, other, older: with_page(with_page(now, 2, page(now, 3)), 3, page(now, 2)),
    "zeroed page of identity": lambda now, other, older: with_page(now, 1, bytes(PAGE)),
    "zeroed page": lambda now, other, older: with_page(now, 3, bytes(PAGE)),
    "page of another file": lambda now, other, older: with_page(now, 2, page(other, 2)),
    "page of an older state": lambda now, other, older: with_page(
        now, changed_page(now, older), page(older, changed_page(now, older))
    ),
    "older file": lambda now, other, older: older,
    "older file, padded to size": lambda now, other, older: older + now[len(older) :],
    "another account's file": lambda now, other, older: other,
    "empty": lambda now, other, older: b"",
    "one bit in the middle": lambda now, other, older: now[:9000] + bytes([now[9000] ^ 1]) + now[9001:],
    "one bit in the salt": lambda now, other, older: bytes([now[0] ^ 1]) + now[1:],
    "a page more": lambda now, other, older: now + bytes(PAGE),
    "a byte less": lambda now, other, older: now[:-1],
    "a plain database": lambda now, other, older: b"SQLite format 3\0" + now[16:],
    "missing": lambda now, other, older: None,
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_refused_and_named(tampered, name):
    vault = tampered(TAMPERINGS[name])
    with pytest.raises(CaseError) as caught:
        vault.read_case(an_id(1))
    assert caught.value.account == an_id(1)
    assert caught.value.file == f"{an_id(1)}.case"
    with pytest.raises(CaseError), vault.edit_case(an_id(1)) as edit:
        edit.add_activity(a_note(2))
    assert vault.read_case(an_id(3)) == a_case(3)
    report = verify(vault)
    assert {item.account for item in report.problems} == {an_id(1)}


def test_every_cut_is_refused(book, tmp_path):
    folder, path, _, _ = book
    shutil.copytree(folder, tmp_path / "v")
    target = tmp_path / "v" / path
    whole = target.read_bytes()
    cuts = [*range(0, len(whole), PAGE), *range(1, len(whole), 1009)]
    with reopen(tmp_path / "v") as vault:
        for cut in cuts:
            target.write_bytes(whole[:cut])
            with pytest.raises(CaseDamagedError):
                vault.read_case(an_id(1))
        target.write_bytes(whole)
        assert vault.read_case(an_id(1)).activities[-1] == a_note(1)


def test_the_kinds_of_trouble_are_told_apart(tampered):
    vault = tampered(TAMPERINGS["missing"])
    with pytest.raises(CaseMissingError):
        vault.read_case(an_id(1))


def test_an_older_file_of_the_same_size_is_called_stale(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        path = vault.door.path(an_id(1))
        older = path.read_bytes()
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(1))
        assert path.stat().st_size == len(older)
    path.write_bytes(older)
    with reopen(tmp_path / "v") as vault, pytest.raises(CaseStaleError, match="1 commits, the catalog 2"):
        vault.read_case(an_id(1))


def test_a_file_of_another_account_under_the_right_key_is_called_replaced(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_case(1), a_case(2)])
        with vault.door.opened(an_id(1)) as case:
            cipher.raw_connection(case.conn).execute(
                "UPDATE casefile.meta SET account_id = ?", (an_id(2),)
            ).connection.commit()
        with pytest.raises(CaseReplacedError):
            vault.read_case(an_id(1))


def test_a_foreign_journal_is_not_played_back(book, tmp_path):
    folder, path, _, _ = book
    shutil.copytree(folder, tmp_path / "v")
    (tmp_path / "v" / f"{path}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    with reopen(tmp_path / "v") as vault:
        with pytest.raises(CaseDamagedError, match="journal"):
            vault.read_case(an_id(1))
        assert an_id(1) in {item.account for item in verify(vault).problems}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
@pytest.mark.parametrize("thing", ["folder", "pipe", "link"])
def test_what_is_no_file_is_refused_without_waiting(book, tmp_path, thing):
    folder, path, other, _ = book
    shutil.copytree(folder, tmp_path / "v")
    target = tmp_path / "v" / path
    target.unlink()
    if thing == "folder":
        target.mkdir()
    elif thing == "pipe":
        os.mkfifo(target)
    else:
        target.symlink_to(tmp_path / "v" / other)
    with reopen(tmp_path / "v") as vault, pytest.raises(CaseDamagedError):
        vault.read_case(an_id(1))


# After a crash a file's digest is not recorded; then every page and row is checked instead.


def crash(vault) -> Path:
    """Forget what this session knows of its files, as a kill does."""
    vault.door.written.clear()
    return vault.door.path(an_id(1))


@pytest.mark.parametrize("name", TAMPERINGS)
def test_refused_without_a_recorded_digest_too(book, tmp_path, name):
    folder, _, other, _ = book
    shutil.copytree(folder, tmp_path / "v")
    with reopen(tmp_path / "v") as vault:
        path = vault.door.path(an_id(1))
        older = path.read_bytes()
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(2))
        path = crash(vault)
        now = path.read_bytes()
        data = TAMPERINGS[name](now, (tmp_path / "v" / other).read_bytes(), older)
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
        with pytest.raises(CaseError) as caught:
            vault.read_case(an_id(1))
        assert caught.value.account == an_id(1)


def test_a_row_changed_past_the_program_is_found(tmp_path):
    """Someone with the key and another SQL tool changes evidence; page seals are then all right."""
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_full_case(1))
        path, key = vault.door.path(an_id(1)), vault.door.database_key(an_id(1))
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(1))
        crash(vault)
        raw = cipher.connect(path, key)
        raw.execute("DROP TRIGGER evidence_no_UPDATE")
        raw.execute("UPDATE evidence SET body = replace(body, 'stated', 'sworn') WHERE seq = 1")
        raw.execute(
            "CREATE TRIGGER evidence_no_UPDATE BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
        raw.close()
        with pytest.raises(CaseDamagedError, match="evidence"):
            vault.read_case(an_id(1))


def test_control_the_untouched_file_passes(book, tmp_path):
    folder, _, _, _ = book
    shutil.copytree(folder, tmp_path / "v")
    with reopen(tmp_path / "v") as vault:
        assert vault.read_case(an_id(1)).activities[-1] == a_note(1)
        assert verify(vault).problems == ()
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(2))
        crash(vault)
        assert vault.read_case(an_id(1)).activities[-1] == a_note(2)
