"""What vault.db keeps: imports, mappings, clients, users, settings, texts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from case_world import NOW, an_id, make_vault, reopen

from workbench.model.importing import ImportCounts, ImportKind, ImportRecord, RowProblem
from workbench.model.registry import Client, User
from workbench.vault.registry import UnknownImportError
from workbench.vault.values import Reject, Resource

RECORD = ImportRecord(
    an_id(1), ImportKind.ACCOUNTS, "may.csv", "cd" * 32, "generic", "", ImportCounts(3, 2, 1, 0), NOW, "mara"
)


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    with make_vault(tmp_path_factory.mktemp("registry") / "v") as made:
        made.registry.add_import(RECORD, [Reject(2, "no balance", "a,b"), RowProblem(3, "no name")])
        yield made


def test_imports_and_their_problems(vault):
    registry = vault.registry
    later = replace(RECORD, import_id=an_id(2), kind=ImportKind.RECORDS, imported_at=NOW + timedelta(1))
    registry.add_import(later)
    assert registry.imports() == (later, RECORD)
    assert registry.imports(ImportKind.ACCOUNTS) == (RECORD,)
    assert registry.import_record(an_id(1)) == RECORD
    assert registry.import_record(an_id(9)) is None
    assert registry.problems(an_id(1)) == (Reject(2, "no balance", "a,b"), Reject(3, "no name", ""))


def test_the_same_file_is_recognised_until_undone(vault):
    registry = vault.registry
    twin = replace(RECORD, import_id=an_id(3), file_digest="ef" * 32)
    registry.add_import(twin)
    assert registry.import_by_digest(ImportKind.ACCOUNTS, "ef" * 32) == twin
    assert registry.import_by_digest(ImportKind.RECORDS, "ef" * 32) is None
    assert registry.mark_undone(an_id(3)).undone_at == NOW
    assert registry.import_by_digest(ImportKind.ACCOUNTS, "ef" * 32) is None
    assert registry.import_record(an_id(3)).undone_at == NOW
    with pytest.raises(UnknownImportError):
        registry.mark_undone(an_id(77))


def test_mappings_by_fingerprint_and_kind(vault):
    registry = vault.registry
    registry.save_mapping("f1", ImportKind.ACCOUNTS, "a = 1")
    registry.save_mapping("f1", ImportKind.ACCOUNTS, "a = 2")
    saved = registry.mapping("f1", ImportKind.ACCOUNTS)
    assert (saved.toml, saved.saved_at) == ("a = 2", NOW)
    assert registry.mapping("f1", ImportKind.RECORDS) is None
    assert registry.mappings(ImportKind.ACCOUNTS) == (saved,)


def test_clients_users_settings_and_texts(vault):
    registry = vault.registry
    registry.ensure_clients(["Lantern Bank", "Harbour Credit", "Lantern Bank"])
    registry.ensure_clients(["Lantern Bank"])
    assert [c.name for c in registry.clients()] == ["Harbour Credit", "Lantern Bank"]
    changed = Client(registry.clients()[1].client_id, "Lantern Bank", '{"cap": 3}')
    registry.save_client(changed)
    assert registry.clients()[1] == changed
    registry.save_user(User(an_id(5), "mara", "specialist"))
    assert registry.users() == (User(an_id(5), "mara", "specialist"),)
    registry.set_setting("theme", {"name": "dark", "sizes": [1, 2]})
    registry.set_setting("gone", 1)
    registry.set_setting("gone", None)
    assert registry.setting("theme") == {"name": "dark", "sizes": [1, 2]}
    assert registry.setting("gone", "default") == "default"
    assert registry.settings() == {"theme": {"name": "dark", "sizes": [1, 2]}}
    registry.save_resource(Resource("template", "letter", "1", "Dear"))
    registry.save_resource(Resource("template", "letter", "2", "Hello"))
    assert [r.version for r in registry.resources("template")] == ["1", "2"]
    assert registry.resources("rule_pack") == ()


def test_everything_is_there_after_reopening(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.registry.set_setting("a", [1])
        vault.registry.add_import(RECORD, [Reject(1, "x", "y")])
    with reopen(tmp_path / "v") as vault:
        assert vault.registry.setting("a") == [1]
        assert vault.registry.problems(an_id(1)) == (Reject(1, "x", "y"),)


def test_a_draft_is_kept_without_an_audit_entry_and_is_no_setting(vault):
    with vault.session.reading() as conn:
        before = vault.audit.head(conn)
    vault.registry.keep_draft("note:1", {"text": "half a sentence"})
    vault.registry.keep_draft("note:1", {"text": "a whole sentence"})
    assert vault.registry.draft("note:1") == {"text": "a whole sentence"}
    assert not any("note:1" in key for key in vault.registry.settings())
    vault.registry.keep_draft("note:1", None)
    assert vault.registry.draft("note:1") is None
    with vault.session.reading() as conn:
        assert vault.audit.head(conn) == before
