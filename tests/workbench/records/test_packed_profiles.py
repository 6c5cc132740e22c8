"""The packed copy of the layouts is the layouts, or is not used."""

import shutil

import pytest

from workbench.records import library
from workbench.records.library import PROFILE_FOLDER, default_library, load_library, pack_library

PACKED = "packed.msgpack"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the layouts that is taken for the program's own."""
    copy = shutil.copytree(PROFILE_FOLDER, tmp_path / "profiles")
    monkeypatch.setattr(library, "PROFILE_FOLDER", copy)
    default_library.cache_clear()
    yield copy
    default_library.cache_clear()


def test_the_packed_copy_is_what_the_files_say():
    made = pack_library(PROFILE_FOLDER)
    assert (PROFILE_FOLDER / PACKED).read_bytes() == made, "run python -m workbench.records.library"


def test_the_packed_library_is_the_one_read_from_the_files(folder, monkeypatch):
    monkeypatch.setattr(library, "_parsed", lambda _: pytest.fail("read from the files"))
    packed = default_library()
    monkeypatch.undo()
    assert packed == load_library(PROFILE_FOLDER)


@pytest.mark.parametrize("packed", ["of other files", "damaged", "not there"])
def test_a_copy_that_is_not_of_these_files_is_not_used(folder, packed):
    if packed == "of other files":
        profile = folder / "airmen_faa.toml"
        profile.write_text(profile.read_text(encoding="utf-8").replace('title = "', 'title = "Another ', 1),
                           encoding="utf-8")  # fmt: skip
    elif packed == "damaged":
        (folder / PACKED).write_bytes((folder / PACKED).read_bytes()[:1000])
    else:
        (folder / PACKED).unlink()
    found = default_library()
    assert found == load_library(folder)
    assert found.profile("airmen_faa").title.startswith("Another ") == (packed == "of other files")
