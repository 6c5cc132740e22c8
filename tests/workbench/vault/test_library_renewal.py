"""Record files of an earlier version brought up to date: nothing lost, crash-safe, found by everything."""

import shutil
from pathlib import Path

import pytest
from case_world import crash, reopen

from workbench.base.errors import CancelledError, WorkbenchError
from workbench.base.progress import NoProgress
from workbench.services.access import DirectAccess
from workbench.services.finding_people import find_people
from workbench.services.import_records import undo_import
from workbench.services.library_renewal import outdated, renew_library
from workbench.vault import library as library_module
from workbench.vault import library_renewal
from workbench.vault.errors import LibraryDamagedError
from workbench.vault.migrations import LIBRARY
from workbench.vault.verify import verify

DATA = Path(__file__).parents[2] / "data"


class Cancelling(NoProgress):
    """Wishes to stop at once."""

    def cancelled(self):
        return True


@pytest.fixture
def folder(tmp_path):
    copied = Path(shutil.copytree(DATA / "vault_v1", tmp_path / "v"))
    for path in [copied, *copied.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    return copied


def _people(vault):
    (import_id,) = vault.library.ids()
    with vault.library.open(import_id) as library:
        rejects = [(r.row_number, r.reason, r.raw) for r in library.rejects()]
        return [p for frame in library.frames() for p in frame.to_dicts()], rejects, library.meta()


def _versions(vault):
    found = []
    for import_id in vault.library.ids():
        with vault.library.open(import_id) as library:
            found.append(library.version)
    return found


def test_an_old_file_is_found_by_everything_afterwards(folder):
    with reopen(folder) as vault:
        before = _people(vault)
        assert [old.people for old in outdated(vault)] == [len(before[0])]
        assert find_people(vault, "quilfeather ada").hits == ()
        done = renew_library(DirectAccess(vault), NoProgress())
        assert (len(done.files), done.people, done.changes.imports) == (1, len(before[0]), True)
        assert _people(vault) == before
        assert _versions(vault) == [LIBRARY.version]
        answer = find_people(vault, "quilfeather ada")
        assert [hit.record.record_id for hit in answer.hits] == ["R1"]
        assert answer.outdated == ()
        assert (outdated(vault), renew_library(DirectAccess(vault), NoProgress()).files) == ((), ())
    with reopen(folder) as vault:
        assert _people(vault) == before
        assert verify(vault).problems == ()
        undo_import(vault, vault.library.ids()[0])
        assert not list((folder / "library").glob("*.records*"))


@pytest.mark.parametrize("moment", ["before it is recorded", "before it is renamed"])
def test_a_crash_leaves_the_old_file_or_the_new(folder, monkeypatch, moment):
    """The process dies: nothing is tidied up, only the next opening decides."""

    class DiedError(BaseException):
        pass

    def die(*_args, **_kwargs):
        raise DiedError

    vault = reopen(folder)
    before = _people(vault)
    with monkeypatch.context() as patch:
        patch.setattr(library_module.Library, "settle_renewals", lambda _self: None)
        place = "sync_all" if moment == "before it is recorded" else "put_in_place"
        patch.setattr(library_module, place, die)
        with pytest.raises(DiedError):
            renew_library(DirectAccess(vault), NoProgress())
        crash(vault)
    (left,) = (folder / "library").glob("*.new")
    if moment == "before it is renamed":
        with (
            monkeypatch.context() as patch
        ):  # a negative control: without the decision the file is not usable
            patch.setattr(library_module.Library, "settle_renewals", lambda _self: None)
            with reopen(folder) as vault, pytest.raises(LibraryDamagedError):
                _people(vault)
    with reopen(folder) as vault:
        assert _people(vault) == before
        assert _versions(vault) == [1 if moment == "before it is recorded" else LIBRARY.version]
        assert not left.exists()
        renew_library(DirectAccess(vault), NoProgress())
        assert (_people(vault), _versions(vault)) == (before, [LIBRARY.version])


def test_a_cancel_leaves_everything_as_it_was(folder):
    with reopen(folder) as vault:
        before = _people(vault)
        with pytest.raises(CancelledError):
            renew_library(DirectAccess(vault), Cancelling())
        assert (_people(vault), _versions(vault)) == (before, [1])
        assert not list((folder / "library").glob("*.new"))


def test_a_new_form_that_lost_rows_is_never_put_in_place(folder, monkeypatch):
    def halved(old, path, key, progress):
        with library_renewal.LibraryWriter(library_renewal.renewed_path(path), key) as writer:
            writer.write(next(old.frames()).head(0))
            writer.finish()

    monkeypatch.setattr("workbench.services.library_renewal.write_renewed", halved)
    with reopen(folder) as vault:
        before = _people(vault)
        with pytest.raises(LibraryDamagedError, match="other rows"):
            renew_library(DirectAccess(vault), NoProgress())
        assert (_people(vault), _versions(vault)) == (before, [1])
        assert not list((folder / "library").glob("*.new"))


def test_a_foreign_file_of_that_ending_is_left_alone(folder):
    foreign = folder / "library" / "notes.new"
    foreign.write_text("x", encoding="utf-8")
    with reopen(folder):
        assert foreign.exists()


def test_a_vault_that_is_open_read_only_is_not_changed(folder):
    reopen(folder).close()
    with reopen(folder, read_only=True) as vault:
        with pytest.raises(WorkbenchError):
            renew_library(DirectAccess(vault), NoProgress())
        assert _versions(vault) == [1]
