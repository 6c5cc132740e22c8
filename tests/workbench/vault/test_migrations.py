"""Every past version of every database opens, comes up to date and still says what it said."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from case_world import NOW, a_case, a_full_case, a_lead, a_note, an_id, make_vault, reopen

from workbench.vault import cipher, header, migrations, open_files
from workbench.vault.errors import (
    CaseReplacedError,
    CatalogDamagedError,
    RecoveryNeededError,
    VaultTooNewError,
)
from workbench.vault.keys import database_key
from workbench.vault.verify import verify

DATA = Path(__file__).parents[2] / "data"
FIXTURES = sorted(DATA.glob("vault_v*"))


@pytest.fixture(params=FIXTURES, ids=lambda path: path.name)
def past(request, tmp_path):
    """A copy of a stored vault with the rights a vault has (git keeps none)."""
    folder = tmp_path / "v"
    shutil.copytree(request.param, folder)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder


def stamps(folder):
    """(kind, version) of every database in a stored vault."""
    keys = header.unlock(folder, "seven lanterns under a quiet harbour")
    found = set()

    def note(path, key):
        raw = cipher.connect(path, key, read_only=True)
        number, version = divmod(raw.execute("PRAGMA user_version").fetchone()[0], 1000)
        found.update((kind.name, version) for kind in migrations.KINDS if kind.number == number)
        raw.close()

    note(folder / "catalog.db", keys.catalog)
    note(folder / "vault.db", keys.vault_db)
    session = open_files.open_session(
        folder, keys, read_only=False
    )  # the copy is brought up to date; its stamps are read
    with session, session.reading() as conn:
        cases = conn.exec_driver_sql("SELECT account_id, version, wrapped FROM vault.case_key").all()
        libraries = conn.exec_driver_sql("SELECT import_id, version, wrapped FROM vault.library_file").all()
    for owner, version, wrapped in cases:
        key = keys.unwrap(wrapped, kind="case", owner=owner, version=version)
        note(folder / "cases" / owner[:2] / f"{owner}.case", database_key(key))
    for owner, version, wrapped in libraries:
        key = keys.unwrap(wrapped, kind="library", owner=owner, version=version)
        note(folder / "library" / f"{owner}.records", database_key(key))
    return found


def test_every_version_of_every_kind_has_a_stored_file(tmp_path):
    """Fails when a migration is added without ``tests/data/build_vault_fixture.py`` having been run before."""
    stored = set()
    for number, fixture in enumerate(FIXTURES):
        shutil.copytree(fixture, tmp_path / str(number))
        stored |= stamps(tmp_path / str(number))
    assert stored == {(kind.name, version) for kind in migrations.KINDS for version, _ in kind.steps}


def test_steps_are_numbered_from_one_without_gap():
    for kind in migrations.KINDS:
        assert [version for version, _ in kind.steps] == list(range(1, kind.version + 1))
    assert len({kind.number for kind in migrations.KINDS}) == len(migrations.KINDS)


def test_a_stored_vault_still_says_what_it_said(past):
    with reopen(past) as vault:
        assert vault.notices == ()
        assert vault.read_case(an_id(1)) == a_full_case(1)
        second = vault.read_case(an_id(2))
        assert replace(second, activities=(), documents=()) == a_case(2)
        assert second.activities == (a_note(1),)
        assert vault.read_document(an_id(2), second.documents[0].document_id) == b"An invented letter."
        assert [change.seq for change in vault.case_history(an_id(2))] == [1, 2]
        assert vault.read_work(an_id(3)).next_action_on == NOW.date()
        (record,) = vault.registry.imports()
        assert vault.registry.problems(record.import_id)[0].reason == "no name"
        assert vault.catalog.pending_leads() == (a_lead(1, import_id=record.import_id),)
        assert vault.registry.setting("theme") == "dark"
        with vault.library.open(record.import_id) as library:
            assert [p.record_id for p in library.search(name="QUILLFEATHER")] == ["R1"]
        with vault.edit_case(an_id(3)) as edit:
            edit.add_activity(a_note(5))
        vault.create_case(a_case(9))
        assert verify(vault).problems == ()


def a_second_step(schema):
    return (f"ALTER TABLE {schema}.lead ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",)


def test_an_older_case_is_brought_up_to_date_when_opened(tmp_path, monkeypatch):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_full_case(1), a_case(2)])
    later = replace(migrations.CASE, steps=(*migrations.CASE.steps, (2, a_second_step)))
    monkeypatch.setattr(migrations, "CASE", later)
    with (
        reopen(tmp_path / "v", read_only=True) as reader,
        pytest.raises(RecoveryNeededError, match="older format"),
    ):
        reader.read_case(an_id(1))
    with reopen(tmp_path / "v") as vault:
        assert vault.read_case(an_id(1)) == a_full_case(1)
        with vault.door.opened(an_id(1)) as case, vault.session.reading():
            assert case.conn.exec_driver_sql("SELECT colour FROM casefile.lead").scalar() == "blue"
    with reopen(tmp_path / "v", read_only=True) as reader:
        assert reader.read_case(an_id(1)) == a_full_case(1)
        assert verify(reader).problems[0].account == an_id(2)
    with reopen(tmp_path / "v") as vault:
        assert verify(vault).problems == ()


def test_a_failing_step_changes_nothing(tmp_path, monkeypatch):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())

    def failing(schema):
        return (*a_second_step(schema), f"DROP TABLE {schema}.absent")

    with monkeypatch.context() as patch:
        later = replace(migrations.CASE, steps=(*migrations.CASE.steps, (2, failing)))
        patch.setattr(migrations, "CASE", later)
        with reopen(tmp_path / "v") as vault, pytest.raises(Exception, match="no such table"):
            vault.read_case(an_id(1))
    with reopen(tmp_path / "v") as vault:
        assert vault.read_case(an_id(1)) == a_case()
        assert verify(vault).problems == ()


def test_catalog_and_key_store_are_brought_up_to_date_together(tmp_path, monkeypatch):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
    for name in ("CATALOG", "VAULT"):
        kind = getattr(migrations, name)
        step = (kind.version + 1, lambda schema: (f"CREATE TABLE {schema}.added(x INTEGER) STRICT",))
        monkeypatch.setattr(migrations, name, replace(kind, steps=(*kind.steps, step)))
    with pytest.raises((RecoveryNeededError, CatalogDamagedError)):
        reopen(tmp_path / "v", read_only=True)
    with reopen(tmp_path / "v") as vault, vault.session.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM main.added, vault.added").scalar() == 0


def test_newer_files_are_refused(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_case(1), a_case(2)])
        keys = {n: vault.door.database_key(an_id(n)) for n in (1, 2)}
        for number, stamp in ((1, migrations.CASE.stamp(99)), (2, migrations.LIBRARY.stamp(1))):
            raw = cipher.connect(vault.door.path(an_id(number)), keys[number])
            raw.execute(f"PRAGMA user_version={stamp}")
            raw.close()
            with vault.session.writing() as conn:
                conn.exec_driver_sql("UPDATE case_state SET state = 'dirty'")
        with pytest.raises(VaultTooNewError):
            vault.read_case(an_id(1))
        with pytest.raises(CaseReplacedError):
            vault.read_case(an_id(2))
        with vault.session.writing() as conn:
            conn.exec_driver_sql(f"PRAGMA main.user_version={migrations.CATALOG.stamp(99)}")
    with pytest.raises(VaultTooNewError, match=r"catalog\.db"):
        reopen(tmp_path / "v")


def test_the_fixture_has_the_rights_of_a_vault_once_copied(past):
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in past.rglob("*")} == {0}
