"""The catalog is a projection: made again from the rest, it is the same, row by row and word by word."""

from dataclasses import replace

import pytest
from case_world import PASSPHRASE, a_case, a_full_case, a_lead, a_note, an_id, make_vault, reopen

from workbench.model.account import Balance
from workbench.model.lead import LeadStatus
from workbench.model.work import WorkState
from workbench.vault import schema_catalog
from workbench.vault.errors import CatalogDamagedError, VaultInUseError, WrongPassphraseError
from workbench.vault.open_files import KeyStoreStaleError
from workbench.vault.rebuild import rebuild
from workbench.vault.verify import verify

NOT_OF_THE_CASES = {"row", "id", "pending_leads"}
"""Columns that the catalog alone decides: its own row numbers, and leads that come back by matching."""


def contents(vault):
    """Every row of the catalog's tables, and every word of its full-text index with its account."""
    found = {}
    with vault.session.reading() as conn:
        for table in schema_catalog.metadata.sorted_tables:
            if table.name in {"pending_lead", "catalog_meta"}:
                continue
            columns = [c for c in table.columns if c.name not in NOT_OF_THE_CASES]
            rows = conn.execute(table.select().with_only_columns(*columns)).all()
            found[table.name] = sorted((tuple(row) for row in rows), key=repr)
        conn.exec_driver_sql("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, account_text, instance)")
        found["words"] = sorted(
            tuple(row)
            for row in conn.exec_driver_sql(
                'SELECT w.term, a.account_id FROM words w JOIN account a ON a."row" = w.doc'
            )
        )
        conn.exec_driver_sql("DROP TABLE temp.words")
    return found


@pytest.fixture
def lived_in(tmp_path):
    """A closed vault with a history of edits, judgments and a shredding, and its catalog's content."""
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases(a_case(n) for n in range(1, 9))
        vault.create_case(a_full_case(20), WorkState("Call", None, "mara", ("hot", "old")))
        vault.catalog.add_pending([a_lead(1), a_lead(2)])
        with vault.edit_case(an_id(1)) as edit:
            edit.put_lead(a_lead(1, status=LeadStatus.REJECTED))
            edit.put_party(replace(a_case(1).parties[0], birth_date=None, birth_year=1971))
        for total in (5, 4, 3):
            with vault.edit_case(an_id(2)) as edit:
                edit.update_account(replace(a_case(2).account, balance=Balance(total)), "file")
                edit.add_activity(a_note(total))
                edit.add_document("d", "text/plain", b"x" * total)
        vault.shred_case(an_id(3), "asked")
    with reopen(tmp_path / "v") as vault:
        before = contents(vault)
    return tmp_path / "v", before


@pytest.mark.parametrize(
    "loss",
    [
        lambda catalog: catalog.unlink(),
        lambda catalog: catalog.write_bytes(b""),
        lambda catalog: catalog.write_bytes(catalog.read_bytes()[:8192]),
        lambda catalog: catalog.write_bytes(b"SQLite format 3\0" + bytes(4096)),
        lambda catalog: None,
    ],
    ids=["missing", "empty", "cut", "plain", "sound"],
)
def test_equal_row_by_row(lived_in, loss):
    folder, before = lived_in
    loss(folder / "catalog.db")
    report = rebuild(folder, PASSPHRASE)
    assert (report.accounts, report.unreadable, report.notices) == (8, (), ())
    with reopen(folder) as vault:
        assert contents(vault) == before
        assert verify(vault).problems == ()
        assert [row.balance_cents for row in vault.catalog.account_rows([an_id(2)])] == [3]
        with vault.edit_case(an_id(2)) as edit:
            edit.add_activity(a_note(77))
        vault.create_case(a_case(50))


def test_the_control_sees_a_difference(lived_in):
    folder, before = lived_in
    with reopen(folder) as vault:
        with vault.edit_case(an_id(4)) as edit:
            edit.set_work(WorkState("Write"))
        assert contents(vault) != before


def test_a_missing_catalog_is_named_with_what_to_do(lived_in):
    folder, _ = lived_in
    (folder / "catalog.db").unlink()
    with pytest.raises(CatalogDamagedError, match="rebuild"):
        reopen(folder)


def test_a_damaged_case_is_reported_and_kept(lived_in):
    folder, _ = lived_in
    with reopen(folder) as vault:
        path = vault.door.path(an_id(5))
    path.write_bytes(path.read_bytes()[:8192])
    report = rebuild(folder, PASSPHRASE)
    assert report.accounts == 7
    assert [account for account, _ in report.unreadable] == [an_id(5)]
    assert path.exists()
    with reopen(folder) as vault:
        assert vault.catalog.count() == 7
        assert an_id(5) in {item.account for item in verify(vault).problems}


def test_an_older_catalog_is_refused_and_rebuilding_mends_it(lived_in):
    folder, _ = lived_in
    older = (folder / "catalog.db").read_bytes()
    with reopen(folder) as vault:
        vault.create_case(a_case(50))
    (folder / "catalog.db").write_bytes(older)
    with pytest.raises(CatalogDamagedError, match="older copy"):
        reopen(folder)
    assert rebuild(folder, PASSPHRASE).accounts == 9
    with reopen(folder) as vault:
        assert vault.read_case(an_id(50)) == a_case(50)


def test_the_key_store_comes_back_from_its_copy(lived_in):
    folder, before = lived_in
    (folder / "vault.db").write_bytes(b"")
    (folder / "catalog.db").unlink()
    report = rebuild(folder, PASSPHRASE)
    assert "vault.db.bak" in report.notices[0]
    with reopen(folder) as vault:
        assert contents(vault) == before


def test_rebuilding_needs_the_lock_and_the_secret(lived_in):
    folder, before = lived_in
    with pytest.raises(WrongPassphraseError):
        rebuild(folder, "not the passphrase at all")
    with reopen(folder), pytest.raises(VaultInUseError):
        rebuild(folder, PASSPHRASE)
    with reopen(folder) as vault:
        assert contents(vault) == before


def test_an_older_key_store_can_be_accepted_by_rebuilding(lived_in):
    folder, _ = lived_in
    older = (folder / "vault.db").read_bytes()
    with reopen(folder) as vault:
        vault.create_case(a_case(50))
    for name in ("vault.db", "vault.db.bak"):
        (folder / name).write_bytes(older)
    with pytest.raises(KeyStoreStaleError):
        reopen(folder)
    assert rebuild(folder, PASSPHRASE).accounts == 8
    with reopen(folder) as vault:
        assert vault.catalog.count() == 8
        assert [item.account for item in verify(vault).problems] == [an_id(50)]
