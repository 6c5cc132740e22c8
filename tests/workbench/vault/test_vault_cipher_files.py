"""Private files, atomic writes, digests."""

import errno
import os
import stat
from hashlib import blake2b
from pathlib import Path

import pytest

from workbench.vault import errors, files

KEY = b"\x05" * 32


@pytest.fixture
def open_umask():
    """The most careless umask: modes must not depend on it."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
@pytest.mark.usefixtures("open_umask")
def test_modes(tmp_path):
    files.make_private_folder(tmp_path / "new" / "vault" / "cases")
    files.make_private_folder(tmp_path / "vault")
    files.create_private(tmp_path / "vault" / "a.case")
    files.write_atomic(tmp_path / "vault" / "b", b"x")
    (tmp_path / "wide").mkdir(mode=0o755)
    files.make_private_folder(tmp_path / "wide")
    modes = {
        name: stat.S_IMODE((tmp_path / name).stat().st_mode)
        for name in ("new", "new/vault", "new/vault/cases", "vault", "vault/a.case", "vault/b", "wide")
    }
    assert {name for name, mode in modes.items() if mode == 0o600} == {"vault/a.case", "vault/b"}
    assert set(modes.values()) == {0o600, 0o700}


def test_atomic_write_replaces_whole(tmp_path):
    path = tmp_path / "vault.hdr"
    (tmp_path / "vault.hdr.new").write_bytes(b"left by a crash")
    for content in (b"first", b"", b"x" * 100_000):
        files.write_atomic(path, content)
        assert path.read_bytes() == content
    assert [entry.name for entry in tmp_path.iterdir()] == ["vault.hdr"]


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, errors.DiskFullError),
        (errno.EIO, errors.DiskFaultError),
        (errno.EROFS, errors.AccessDeniedError),
    ],
)
@pytest.mark.parametrize("step", ["sync_file", "replace"])
def test_a_failed_write_leaves_the_old(tmp_path, monkeypatch, number, error, step):
    path = tmp_path / "vault.hdr"
    files.write_atomic(path, b"old")

    def fail(*_arguments):
        raise OSError(number, "trouble")

    monkeypatch.setattr(files, step, fail)
    with pytest.raises(error):
        files.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["vault.hdr"]


def test_content_is_synced_before_the_name_and_the_name_after(tmp_path, monkeypatch):
    steps = []
    for name in ("sync_file", "replace", "fsync_dir"):
        real = getattr(files, name)
        monkeypatch.setattr(files, name, lambda *a, real=real, name=name: (steps.append(name), real(*a)))
    files.write_atomic(tmp_path / "vault.hdr", b"x")
    assert steps == ["sync_file", "replace", "fsync_dir"]


def sharing_violation(attempts: int, calls: list[int]):
    """A rename that a virus scanner refuses ``attempts`` times, as Windows reports it."""

    def rename(source, target):
        calls.append(1)
        if len(calls) <= attempts:
            error = PermissionError(13, "busy")
            error.winerror = 32
            raise error
        Path(target).write_bytes(source.read_bytes())
        source.unlink()

    return rename


def test_a_busy_target_is_tried_again_and_not_for_ever(tmp_path, monkeypatch):
    path = tmp_path / "vault.hdr"
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    calls: list[int] = []
    monkeypatch.setattr(files.Path, "replace", sharing_violation(5, calls))
    files.write_atomic(path, b"x")
    assert path.read_bytes() == b"x"
    assert len(calls) == 6
    calls.clear()
    monkeypatch.setattr(files.Path, "replace", sharing_violation(10**6, calls))
    with pytest.raises(errors.FileBusyError):
        files.write_atomic(path, b"y")
    assert len(calls) < 20
    assert path.read_bytes() == b"x"


def test_digest_is_keyed_and_tells_every_change(tmp_path):
    path = tmp_path / "a.case"
    content = os.urandom(3000)
    path.write_bytes(content)
    state = files.file_state(path, KEY)
    assert state == files.FileState(3000, blake2b(content, key=KEY, digest_size=32).digest())
    assert files.file_state(path, b"\x06" * 32) != state
    for altered in (content[:-1], content + b"\0", content[:50] + b"\x00\x01" + content[52:]):
        path.write_bytes(altered)
        assert files.file_state(path, KEY) != state


def test_digest_of_a_large_file_reads_in_blocks(tmp_path):
    path = tmp_path / "a.records"
    path.write_bytes(b"ab" * 1_500_000)
    assert files.file_state(path, KEY).digest == blake2b(b"ab" * 1_500_000, key=KEY, digest_size=32).digest()


def test_missing_and_special_files_are_named(tmp_path):
    with pytest.raises(errors.DatabaseMissingError, match=r"a\.case"):
        files.file_state(tmp_path / "a.case", KEY)
    (tmp_path / "b.case").mkdir()
    with pytest.raises(errors.DatabaseDamagedError, match=r"b\.case"):
        files.file_state(tmp_path / "b.case", KEY)


def test_space_is_asked_for(tmp_path):
    files.require_space(tmp_path, 1)
    with pytest.raises(errors.DiskFullError, match="MB are needed"):
        files.require_space(tmp_path, 2**62)


def test_file_errors_name_file_and_account_only():
    error = errors.CaseStaleError("0123.case", account="ab" * 16)
    assert str(error).startswith(f"The case file 0123.case of account {'ab' * 16} is not the state")
    assert (error.file, error.account) == ("0123.case", "ab" * 16)
    assert "catalog.db" in str(errors.CatalogDamagedError())
    assert "vault.db.bak" in str(errors.VaultDatabaseDamagedError())


def test_every_error_has_its_own_code():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = [kind.code for kind in kinds]
    assert len(set(codes)) == len(codes) > 30
