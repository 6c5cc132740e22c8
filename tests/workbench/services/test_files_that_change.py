"""A file that is written to while it is read gives nothing; one that is whole gives everything."""

import errno
import hashlib
import os

import pytest

from workbench.base.errors import MachineError, UserError
from workbench.base.progress import NoProgress
from workbench.services.files import (
    FileChangedError,
    file_digest,
    file_stamp,
    require_file,
    require_unchanged,
)
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records

RECORDS = "Voter ID,Last Name,First Name\n1,Testerton,Ann\n2,Testerton,Bea\n"
ACCOUNTS = "Account Number,Client,Balance,First Name,Last Name\nA1,Acme,100.00,Ann,Testerton\n"


def _meddled(monkeypatch, module, path, change):
    """The reader runs, and then the file is changed, as if during its work."""
    real = module.run_job

    def run(*args, **kwargs):
        once = [change]
        for message in real(*args, **kwargs):
            while once:
                once.pop()(path)
            yield message

    monkeypatch.setattr(module, "run_job", run)


def _grow(path):
    with path.open("a", encoding="utf-8") as stream:
        stream.write("3,Testerton,Cleo\n")


def _shrink(path):
    os.truncate(path, 40)


def _replace(path):
    other = path.with_name("other")
    other.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    other.replace(path)


@pytest.mark.parametrize("change", [_grow, _shrink, _replace])
def test_records_of_a_file_that_changed_are_not_taken(vault, tmp_path, monkeypatch, change):
    from workbench.services import import_records as module

    path = tmp_path / "records.csv"
    path.write_text(RECORDS, encoding="utf-8")
    with monkeypatch.context() as patch:
        _meddled(patch, module, path, change)
        with pytest.raises(FileChangedError):
            import_records(vault, path, RecordsRequest(), NoProgress())
    assert not vault.registry.imports()
    assert list((tmp_path / "vault" / "library").glob("*.records")) == []
    path.write_text(RECORDS, encoding="utf-8")
    assert import_records(vault, path, RecordsRequest(), NoProgress()).counts.accepted == 2


def test_accounts_of_a_file_that_changed_are_not_taken(vault, tmp_path, monkeypatch):
    from workbench.services import import_accounts as module

    path = tmp_path / "placement.csv"
    path.write_text(ACCOUNTS, encoding="utf-8")
    taking = {"client": "", "mapping_toml": None, "sheet": None, "progress": NoProgress()}
    with monkeypatch.context() as patch:
        _meddled(patch, module, path, _grow)
        with pytest.raises(FileChangedError):
            import_accounts(vault, path, **taking)
    assert not vault.registry.imports()
    path.write_text(ACCOUNTS, encoding="utf-8")
    assert import_accounts(vault, path, **taking).counts.accepted == 1


def test_a_file_that_is_gone_was_read(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text(RECORDS, encoding="utf-8")
    stamp = file_stamp(path)
    require_unchanged(path, stamp)
    path.unlink()
    require_unchanged(path, stamp)


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_a_name_that_is_no_text_is_refused_in_words(tmp_path):
    path = tmp_path / os.fsdecode(b"list-\xff.csv")
    try:
        path.write_text(RECORDS, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only names that are text")
    with pytest.raises(UserError, match="Rename"):
        require_file(path)


@pytest.mark.parametrize("ask", [require_file, file_stamp, file_digest])
def test_a_name_that_the_system_does_not_take_is_refused_in_words(tmp_path, ask):
    with pytest.raises(UserError) as told:
        ask(tmp_path / f"{'q' * 300}.csv")
    assert "qqq" not in str(told.value)


def test_a_drive_that_fails_while_the_file_is_read_is_told_in_words(tmp_path, monkeypatch):
    path = tmp_path / "records.csv"
    path.write_text(RECORDS, encoding="utf-8")

    def failing(*_args):
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(hashlib, "file_digest", failing)
    with pytest.raises(MachineError, match="input/output error") as told:
        file_digest(path)
    assert path.name not in str(told.value)
