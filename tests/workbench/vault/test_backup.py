"""A backup is whole and verified or it is not there; a restore never touches what exists."""

import os
import shutil
import stat
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.base.clock import FixedClock
from workbench.base.errors import CancelledError
from workbench.base.ids import new_id
from workbench.model.account import Account, Balance
from workbench.model.case import CaseContent
from workbench.model.importing import ImportCounts, ImportKind, ImportRecord
from workbench.vault import backup_manifest, construction, errors, files
from workbench.vault.backup import backup, check
from workbench.vault.kdf import KdfCost
from workbench.vault.library_writer import LibraryWriter
from workbench.vault.restore import find_backup, restore
from workbench.vault.vault import create_vault, open_vault

TINY = KdfCost(8 * 1024, 1, 1)
PASSPHRASE = "seven quiet herons over Tarn"
AT = FixedClock(datetime(2026, 3, 1, 12, tzinfo=UTC))
LATER = FixedClock(datetime(2026, 3, 2, 12, tzinfo=UTC))


def case(number: int) -> CaseContent:
    return CaseContent(Account(new_id(), f"A-{number:04}", "Northbank", Balance(12_345)))


def add_library(vault) -> str:
    slot = vault.library.reserve()
    with LibraryWriter(slot.path, slot.key) as writer:
        writer.finish()
    counts = ImportCounts(0, 0, 0, 0)
    record = ImportRecord(
        slot.import_id,
        ImportKind.RECORDS,
        "roll.csv",
        "00" * 32,
        "generic",
        "collection",
        counts,
        AT.at,
        "owner",
    )
    vault.library.register(slot, record)
    return slot.import_id


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A vault of four cases and a library file, made once; its accounts and recovery key."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    vault, printed = create_vault(folder, PASSPHRASE, kdf=TINY, clock=AT)
    with vault:
        accounts = vault.create_cases(case(number) for number in range(4))
        add_library(vault)
    return folder, accounts, printed


@pytest.fixture
def vault(made, tmp_path):
    folder, _accounts, _printed = made
    shutil.copytree(folder, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE, clock=AT) as opened:
        yield opened


@pytest.fixture
def taken(vault, tmp_path):
    """A finished backup of the vault."""
    return backup(vault, tmp_path / "backups").folder


class Recorder:
    """Progress that is kept, and cancels after ``limit`` reports."""

    def __init__(self, limit: int = 10**9) -> None:
        self.seen: list[tuple[int, int | None, str]] = []
        self.limit = limit

    def report(self, done: int, total: int | None, stage: str) -> None:
        self.seen.append((done, total, stage))

    def cancelled(self) -> bool:
        return len(self.seen) >= self.limit


def entries(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def accounts_of(folder: Path, secret: str = PASSPHRASE) -> dict[str, str]:
    with open_vault(folder, secret, clock=AT) as opened:
        ids = [path.stem for path in (folder / "cases").glob("*/*.case")]
        return {account: opened.read_case(account).account.account_number for account in ids}


def test_backup_holds_every_file_and_restores_to_the_same_vault(made, vault, tmp_path):
    _folder, accounts, printed = made
    progress = Recorder()
    report = backup(vault, tmp_path / "backups", progress)
    assert report.folder == tmp_path / "backups" / "backup-20260301T120000Z"
    assert (report.files, report.damaged) == (3 + 4 + 1, ())
    assert report.size == sum(
        len(content) for name, content in entries(report.folder).items() if name != "manifest.bin"
    )
    assert {stage for _done, _total, stage in progress.seen} == {"backup", "verify backup"}
    assert progress.seen[-1][:2] == (report.size, report.size)

    restored = restore(tmp_path / "backups", tmp_path / "new" / "vault", printed)
    assert (restored.source, restored.taken_at, restored.files) == (report.folder, AT.at, 8)
    assert (
        entries(restored.folder).items()
        >= {
            name: content for name, content in entries(report.folder).items() if name != "manifest.bin"
        }.items()
    )
    assert set(accounts_of(restored.folder)) == set(accounts)
    with open_vault(restored.folder, PASSPHRASE, clock=AT) as opened:
        assert opened.notices == ()
        assert [record.file_name for record in opened.registry.imports()] == ["roll.csv"]
        opened.library.open(opened.library.ids()[0]).close()
        opened.create_case(case(99))


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_backup_and_restored_vault_are_private(taken, tmp_path):
    restore(taken, tmp_path / "new", PASSPHRASE)
    for folder in (taken, tmp_path / "new"):
        for path in (folder, *folder.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def test_the_vault_goes_on_after_a_backup_and_notes_it(vault, tmp_path):
    backup(vault, tmp_path / "backups")
    account = vault.create_case(case(7))
    assert vault.read_case(account).account.account_number == "A-0007"
    with vault.session.reading() as conn:
        assert any('"backup"' in entry.body for entry in vault.audit.entries(conn))


def test_cases_written_in_this_session_are_backed_up_as_they_are(vault, tmp_path):
    account = vault.create_case(case(7))
    with vault.edit_case(account) as edit:
        edit.set_work(edit.work)
    report = backup(vault, tmp_path / "backups")
    assert report.damaged == ()
    restore(report.folder, tmp_path / "new", PASSPHRASE)
    assert accounts_of(tmp_path / "new")[account] == "A-0007"


def test_a_read_only_vault_can_be_backed_up(made, tmp_path):
    folder, _accounts, _printed = made
    with open_vault(folder, PASSPHRASE, read_only=True, clock=AT) as opened:
        report = backup(opened, tmp_path / "backups")
    assert report.files == 8


def test_two_backups_in_one_second_and_the_newest_is_restored(vault, tmp_path):
    first, second = (backup(vault, tmp_path / "b").folder for _ in range(2))
    assert first != second
    vault.clock = LATER
    vault.create_case(case(8))
    third = backup(vault, tmp_path / "b").folder
    assert find_backup(tmp_path / "b") == third
    assert len(list((tmp_path / "b").iterdir())) == 3


def test_what_does_not_count_is_not_copied(vault, tmp_path):
    (vault.folder / "cases" / "ab").mkdir(exist_ok=True)
    (vault.folder / "cases" / "ab" / ("ab" * 16 + ".case")).write_bytes(b"an orphan")
    (vault.folder / "notes.txt").write_text("a stranger")
    assert backup(vault, tmp_path / "backups").files == 8


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000 % len(data)] ^= 1
    path.write_bytes(bytes(data))


def test_a_bad_case_is_named_and_does_not_stop_the_rest(made, vault, tmp_path):
    _folder, accounts, _printed = made
    cut = vault.door.path(accounts[0])
    cut.write_bytes(cut.read_bytes()[:-4096])
    vault.door.path(accounts[1]).unlink()
    (library,) = vault.library.ids()
    damage(vault.library.path(library))
    report = backup(vault, tmp_path / "backups")
    named = {path.rpartition("/")[2] for path in report.damaged}
    assert named == {f"{accounts[0]}.case", f"{accounts[1]}.case", f"{library}.records"}
    restored = restore(report.folder, tmp_path / "new", PASSPHRASE)
    assert restored.damaged == report.damaged
    with open_vault(tmp_path / "new", PASSPHRASE, clock=AT) as opened:
        for account, error in (
            (accounts[0], errors.CaseDamagedError),
            (accounts[1], errors.CaseMissingError),
        ):
            with pytest.raises(error):
                opened.read_case(account)
        opened.read_case(accounts[2])


def test_never_into_the_vault(vault):
    before = entries(vault.folder)
    for inside in (vault.folder, vault.folder / "cases" / "backups"):
        with pytest.raises(errors.BackupError, match="inside the vault"):
            backup(vault, inside)
    assert entries(vault.folder) == before


def test_no_room_is_said_before_the_first_byte(vault, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(100, 99, 1))
    with pytest.raises(errors.DiskFullError, match="MB are needed"):
        backup(vault, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.parametrize("limit", [0, 1, 3, 7, 8, 10, 15])
def test_a_cancelled_backup_leaves_nothing(vault, tmp_path, limit):
    with pytest.raises(CancelledError):
        backup(vault, tmp_path / "backups", Recorder(limit))
    assert list((tmp_path / "backups").iterdir()) == []
    vault.create_case(case(9))


def test_an_interrupted_backup_never_looks_complete(vault, tmp_path, monkeypatch):
    """As after a kill: nothing is tidied up, and at every step there is no backup to be found."""
    monkeypatch.setattr(shutil, "rmtree", lambda *_a, **_k: None)
    for step in range(1, 30):
        target = tmp_path / f"b{step}"
        with failing_at(step, monkeypatch) as reached:
            backup(vault, target) if step else None
        if not reached:
            break
        with pytest.raises(errors.BackupError, match="no complete backup"):
            find_backup(target)
    assert step > 8


@contextmanager
def failing_at(step: int, monkeypatch):
    """Make the ``step``-th sync or rename fail as a pulled-out disk does; whether it was reached."""
    calls, reached = [], []
    real_sync, real_replace = files.sync_file, Path.rename

    def counted(real):
        def call(*arguments):
            calls.append(1)
            if len(calls) == step:
                reached.append(step)
                raise OSError(5, "gone")
            return real(*arguments)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync_file", counted(real_sync))
        patch.setattr(construction, "sync_file", counted(real_sync))
        patch.setattr(Path, "rename", counted(real_replace))
        try:
            yield reached
        except errors.DiskFaultError:
            assert reached


def test_control_a_backup_that_is_not_interrupted_is_found(taken):
    assert find_backup(taken.parent) == taken


def changed_files(folder: Path, draw: int):
    """Each file of a backup once damaged, cut, lengthened, emptied and removed; put right again after each."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        good = path.read_bytes()
        middle = draw % len(good)
        for bad in (
            good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :],
            good[:-1],
            good + b"\0",
            b"",
            None,
        ):
            path.unlink()
            if bad is not None:
                path.write_bytes(bad)
            yield path
            path.unlink(missing_ok=True)
            path.write_bytes(good)


def test_every_altered_file_is_found_and_nothing_is_restored(vault, taken, tmp_path):
    trials = 0
    expected = (errors.BackupError, errors.HeaderDamagedError, errors.VaultNotFoundError)
    for path in changed_files(taken, draw=4242):
        trials += 1
        with pytest.raises(expected) as caught:
            restore(taken, tmp_path / "new", PASSPHRASE)
        assert caught.type is not errors.BackupError or path.name in str(caught.value)
        assert not (tmp_path / "new").exists()
        assert not (tmp_path / "new.partial").exists()
        if path.name not in ("vault.hdr", "manifest.bin"):
            with pytest.raises(errors.BackupError):
                check(taken, vault.keys)
    assert trials == 9 * 5
    check(taken, vault.keys)


def test_files_swapped_between_two_accounts_are_found(vault, taken):
    one, other, *_rest = sorted(taken.glob("cases/*/*.case"))
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    with pytest.raises(errors.BackupError, match="altered"):
        check(taken, vault.keys)


def test_the_list_of_another_vault_or_another_day_does_not_fit(vault, taken, tmp_path):
    vault.create_case(case(5))
    vault.clock = LATER
    newer = backup(vault, tmp_path / "backups").folder
    shutil.copy(taken / "manifest.bin", newer / "manifest.bin")
    with pytest.raises(errors.BackupError):
        check(newer, vault.keys)
    with create_vault(tmp_path / "other", PASSPHRASE, kdf=TINY, clock=AT)[0] as other:
        foreign = backup(other, tmp_path / "foreign").folder
        with pytest.raises(errors.BackupError, match="another vault"):
            check(taken, other.keys)
    shutil.copy(foreign / "manifest.bin", taken / "manifest.bin")
    with pytest.raises(errors.BackupError, match="another vault"):
        restore(taken, tmp_path / "new", PASSPHRASE)


@pytest.mark.parametrize(
    "path",
    ["../evil", "/etc/evil", "cases/../../evil", "cases/ab/x.case", "C:\\evil", "cases/cd/" + "ab" * 16 + ".case",
     "library/" + "ab" * 16 + ".records\n", "vault.hdr"],
)  # fmt: skip
def test_a_sealed_list_with_other_paths_is_refused(vault, taken, path):
    manifest = backup_manifest.read(taken, vault.keys)
    extra = backup_manifest.Entry(path, 0, b"")
    backup_manifest.write(
        taken,
        vault.keys,
        backup_manifest.Manifest(manifest.vault_id, manifest.taken_at, (*manifest.entries, extra)),
    )
    with pytest.raises(errors.BackupError, match="altered"):
        check(taken, vault.keys)


def test_a_list_of_a_newer_version_or_without_the_keys_is_refused(vault, taken):
    manifest = backup_manifest.read(taken, vault.keys)
    backup_manifest.write(taken, vault.keys, backup_manifest.Manifest("", "", (), format=2))
    with pytest.raises(errors.VaultTooNewError):
        check(taken, vault.keys)
    few = backup_manifest.Manifest(manifest.vault_id, manifest.taken_at, manifest.entries[1:])
    backup_manifest.write(taken, vault.keys, few)
    with pytest.raises(errors.BackupError):
        check(taken, vault.keys)


def test_wrong_passphrase(taken, tmp_path):
    with pytest.raises(errors.WrongPassphraseError):
        restore(taken, tmp_path / "new", "another passphrase altogether")
    assert not (tmp_path / "new").exists()


def test_never_over_a_vault_or_anything_else(vault, taken, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    before = entries(vault.folder)
    for place in (vault.folder, tmp_path / "full", tmp_path / "letter.txt"):
        with pytest.raises(errors.VaultExistsError):
            restore(taken, place, PASSPHRASE)
    assert entries(vault.folder) == before
    with pytest.raises(errors.BackupError, match="its own backup"):
        restore(taken, taken / "inside", PASSPHRASE)


def test_an_empty_folder_is_a_free_place(taken, tmp_path):
    (tmp_path / "empty").mkdir()
    restore(taken, tmp_path / "empty", PASSPHRASE)
    assert len(accounts_of(tmp_path / "empty")) == 4


@pytest.mark.parametrize("limit", [3, 8, 10, 15])
def test_a_cancelled_restore_leaves_nothing(taken, tmp_path, limit):
    with pytest.raises(CancelledError):
        restore(taken, tmp_path / "new", PASSPHRASE, Recorder(limit))
    assert not any(path.name.startswith("new") for path in tmp_path.iterdir())


def test_no_backup_there(tmp_path):
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(errors.BackupError, match="no complete backup"):
            restore(place, tmp_path / "new", PASSPHRASE)
