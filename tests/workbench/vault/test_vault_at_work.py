"""A vault is backed up and checked while people go on working in it."""

import itertools
import shutil
from pathlib import Path

import pytest
from case_world import CLOCK, PASSPHRASE, a_case, a_note, an_id, make_vault, reopen
from test_backup import add_library

from workbench.base.progress import NoProgress
from workbench.vault.access import DirectAccess
from workbench.vault.backup import _begin, _Copies, _recorded_now, backup_in_pieces
from workbench.vault.casefile import UnknownAccountError
from workbench.vault.errors import CaseDamagedError
from workbench.vault.files import create_private
from workbench.vault.restore import restore
from workbench.vault.vault import open_vault
from workbench.vault.verify import verify, verify_in_pieces

CASES = 60
NOTES = itertools.count(5000)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "vault"
    with make_vault(folder) as vault:
        vault.create_cases(a_case(number) for number in range(1, CASES + 1))
        add_library(vault)
    return folder


@pytest.fixture
def vault(made, tmp_path):
    shutil.copytree(made, tmp_path / "vault")
    with reopen(tmp_path / "vault") as opened:
        yield opened


def edit(vault, number, text):
    with vault.edit_case(an_id(number)) as case:
        case.add_activity(a_note(next(NOTES), text))


class Busy(DirectAccess):
    """Somebody else's work goes in before each piece, as in the window; ``work`` is by number of the piece."""

    def __init__(self, vault, work):
        super().__init__(vault)
        self.work = work
        self.pieces = 0

    def call(self, work):
        self.pieces += 1
        self.work.get(self.pieces, lambda: None)()
        return super().call(work)


class During:
    """Progress in whose reports of ``stage`` somebody else works: between two files, not between pieces."""

    def __init__(self, vault, stage, work):
        self.vault, self.stage, self.work, self.seen = vault, stage, dict(work), 0

    def report(self, done, total, stage):
        if stage == self.stage and not self.vault.session.connection.in_transaction():
            self.seen += 1
            self.work.pop(self.seen, lambda: None)()

    def cancelled(self):
        return False


def notes_of(folder):
    with open_vault(folder, PASSPHRASE, clock=CLOCK) as opened:
        ids = [path.stem for path in (folder / "cases").glob("*/*.case")]
        assert verify(opened).problems == ()
        return {i: {a.text for a in opened.read_case(i).activities} for i in ids}


def test_a_backup_is_the_vault_of_one_moment_whatever_is_done_meanwhile(vault, tmp_path):
    files = sorted(an_id(number) for number in range(1, CASES + 1))
    first, last = (next(n for n in range(1, CASES + 1) if an_id(n) == files[at]) for at in (0, -1))
    kept = []

    def shred_a_copied_one():
        vault.shred_case(files[1], "asked")

    progress = During(
        vault,
        "backup",
        {
            10: lambda: edit(vault, first, "after it was copied"),
            11: lambda: edit(vault, last, "before it was copied"),
            20: lambda: vault.create_case(a_case(777)),
            21: shred_a_copied_one,
            30: lambda: kept.append(add_library(vault)),
        },
    )
    report = backup_in_pieces(DirectAccess(vault), tmp_path / "backups", progress)
    assert progress.work == {}
    edit(vault, first, "after the backup")
    restore(report.folder, tmp_path / "new", PASSPHRASE)
    notes = notes_of(tmp_path / "new")
    assert report.damaged == ()
    assert len(notes) == CASES + 1 - 1
    assert "after it was copied" in notes[an_id(first)]
    assert "after the backup" not in notes[an_id(first)]
    assert "before it was copied" in notes[an_id(last)]
    assert an_id(777) in notes
    assert not list(report.folder.rglob(f"{files[1]}*")), "a shredded case is in the backup"
    assert (report.folder / "library" / f"{kept[0]}.records").is_file()


@pytest.mark.parametrize(("piece", "is_in"), [(3, True), (4, True), (5, False), (7, False)])
def test_what_is_written_until_it_settles_is_in_it(vault, tmp_path, piece, is_in):
    """Settling is the fourth piece: begin, what to copy, what to copy again, settle, write the list, …"""
    access = Busy(vault, {piece: lambda: edit(vault, 3, "late")})
    report = backup_in_pieces(access, tmp_path / "b", NoProgress())
    assert access.pieces == 7
    assert report.damaged == ()
    restore(report.folder, tmp_path / "new", PASSPHRASE)
    assert ("late" in notes_of(tmp_path / "new")[an_id(3)]) is is_in


def test_a_torn_copy_is_seen(vault, tmp_path):
    """The negative control of the above: without the last look a change in between is lost."""
    progress = During(vault, "backup", {CASES - 5: lambda: edit(vault, 1, "meanwhile")})
    taken = _Copies(_begin(vault, tmp_path / "b"), tmp_path / "b" / "x", progress)
    taken.take(_recorded_now(vault))
    path = vault.door.path(an_id(1)).relative_to(vault.folder).as_posix()
    assert (tmp_path / "b" / "x" / path).read_bytes() != (vault.folder / path).read_bytes()
    taken.settle(vault)
    assert (tmp_path / "b" / "x" / path).read_bytes() == (vault.folder / path).read_bytes()


def test_a_check_goes_in_pieces_and_does_not_judge_what_comes_or_goes(vault):
    def library_comes_and_goes():
        vault.library.delete(vault.library.ids()[0])
        slot = vault.library.reserve()
        create_private(slot.path)
        slot.path.write_bytes(b"half written")

    access = Busy(
        vault,
        {
            7: lambda: vault.shred_case(max(an_id(n) for n in range(1, CASES + 1)), "asked"),
            8: lambda: vault.create_case(a_case(778)),
            9: lambda: edit(vault, 5, "meanwhile"),
            12: library_comes_and_goes,
        },
    )
    report = verify_in_pieces(access)
    assert report.problems == ()
    assert access.pieces > 12
    assert report.cases == CASES


def test_a_check_in_pieces_still_sees_damage(vault):
    path = vault.door.path(an_id(7))

    def damage():
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(bytes(content))

    found = verify_in_pieces(Busy(vault, {7: damage})).problems
    assert [item.account for item in found] == [an_id(7)]
    with pytest.raises(CaseDamagedError):
        vault.read_case(an_id(7))


def test_a_shredded_file_that_somebody_reads_goes_the_next_time(vault, monkeypatch):
    """As on Windows, where a file that is open is not removed; its key is gone at once all the same."""
    path, real = vault.door.path(an_id(4)), Path.unlink

    def unlink(self, missing_ok=False):
        if self == path:
            error = PermissionError(13, "in use")
            error.winerror = 32
            raise error
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    vault.shred_case(an_id(4), "asked")
    assert path.exists()
    with pytest.raises(UnknownAccountError):
        vault.read_case(an_id(4))
    vault.create_case(a_case(779))
    assert path.exists()
    monkeypatch.setattr(Path, "unlink", real)
    vault.put_in_order()
    assert not path.exists()
    assert verify(vault).problems == ()
