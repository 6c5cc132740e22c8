"""Cases: what goes in comes out, history stays, nothing half is stored."""

from dataclasses import replace

import pytest
import sqlalchemy.exc
from case_world import NOW, a_case, a_full_case, a_lead, a_note, an_id, make_vault, reopen

from workbench.base.errors import CancelledError
from workbench.base.progress import NoProgress
from workbench.model.account import AccountStatus, Balance
from workbench.model.lead import LeadStatus
from workbench.model.work import WorkState
from workbench.vault import cases, cipher
from workbench.vault import schema_case as s
from workbench.vault.case_rows import DuplicateEntryError
from workbench.vault.casefile import UnknownAccountError, UnknownDocumentError
from workbench.vault.catalog_write import DuplicateAccountError
from workbench.vault.session import ReadOnlyVaultError


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        yield made


def test_everything_comes_back_equal(vault):
    content = a_full_case()
    assert vault.create_cases([content]) == [content.account.account_id]
    assert vault.read_case(content.account.account_id) == content
    assert vault.read_work(content.account.account_id) == WorkState()


def test_everything_survives_closing(tmp_path):
    content = a_full_case()
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(content, WorkState("Call", None, "mara", ("hot", "two words")))
    with reopen(tmp_path / "v") as vault:
        assert vault.read_case(an_id(1)) == content
        assert vault.read_work(an_id(1)).tags == ("hot", "two words")


def test_a_fresh_case_has_eight_b_trees_and_fits_48_kb(vault):
    vault.create_case(a_case())
    assert vault.door.path(an_id(1)).stat().st_size <= 48 * 1024
    with vault.door.opened(an_id(1)) as case:
        roots = case.conn.exec_driver_sql(
            "SELECT count(*) FROM casefile.sqlite_schema WHERE rootpage > 0"
        ).scalar()
        case.conn.rollback()
    assert roots + 1 <= 8


def test_an_edit_stores_all_its_parts_in_one_commit(vault):
    vault.create_case(a_case())
    with vault.edit_case(an_id(1)) as edit:
        assert edit.content == a_case()
        edit.add_activity(a_note(1))
        document = edit.add_document("letter.pdf", "application/pdf", b"%PDF invented")
        edit.put_lead(a_lead(3, status=LeadStatus.ACCEPTED))
        edit.set_work(WorkState("Write", None, "mara", ()))
    content = vault.read_case(an_id(1))
    assert content.activities == (a_note(1),)
    assert content.documents == (document,)
    assert content.leads == (a_lead(3, status=LeadStatus.ACCEPTED),)
    assert vault.read_document(an_id(1), document.document_id) == b"%PDF invented"
    assert [change.seq for change in vault.case_history(an_id(1))] == [1, 2]
    assert edit.committed == 2


def test_an_exception_leaves_the_case_as_it_was(vault):
    vault.create_case(a_case())

    def failing():
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(1))
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    assert vault.read_case(an_id(1)) == a_case()
    assert len(vault.case_history(an_id(1))) == 1


def test_an_updated_account_keeps_its_history(vault):
    old = a_case().account
    vault.create_case(a_case())
    for total, status in ((700, AccountStatus.SKIP), (600, AccountStatus.DISPUTED)):
        with vault.edit_case(an_id(1)) as edit:
            edit.update_account(replace(old, balance=Balance(total), status=status), "client file of May")
    changes = vault.case_history(an_id(1))
    assert vault.read_case(an_id(1)).account.balance.total == 600
    assert [c.items[0].before and c.items[0].before.balance.total for c in changes] == [
        None,
        old.balance.total,
        700,
    ]
    assert changes[1].reason == "client file of May"
    assert (changes[1].actor, changes[1].at) == ("owner", NOW)


def test_putting_the_same_value_again_is_no_commit(vault):
    vault.create_case(a_case())
    with vault.edit_case(an_id(1)) as edit:
        edit.put_party(a_case().parties[0])
    assert len(vault.case_history(an_id(1))) == 1
    assert edit.committed is None


def test_the_last_value_of_an_edit_counts(vault):
    vault.create_case(a_case())
    with vault.edit_case(an_id(1)) as edit:
        for year in (1970, 1971):
            edit.put_party(replace(a_case().parties[0], birth_year=year))
    assert vault.read_case(an_id(1)).parties[0].birth_year == 1971
    assert len(vault.case_history(an_id(1))[-1].items) == 1


def test_an_entry_is_added_once(vault):
    vault.create_case(a_case())
    with vault.edit_case(an_id(1)) as edit:
        edit.add_activity(a_note(1))
    with pytest.raises(DuplicateEntryError), vault.edit_case(an_id(1)) as edit:
        edit.add_activity(a_note(1, "another text"))
    assert vault.read_case(an_id(1)).activities == (a_note(1),)


@pytest.mark.parametrize("table", ["evidence", "event", "document", "audit"])
@pytest.mark.parametrize("change", ["UPDATE casefile.{} SET body = ''", "DELETE FROM casefile.{}"])
def test_append_only_tables_refuse_change(vault, table, change):
    vault.create_case(a_full_case())
    with vault.edit_case(an_id(1)) as edit:
        edit.add_document("a", "text/plain", b"x")
    with vault.door.opened(an_id(1)) as case:
        raw = cipher.raw_connection(case.conn)
        with pytest.raises(Exception, match="append-only"):
            raw.execute(change.format(table))
        raw.rollback()
    assert vault.read_case(an_id(1)).evidence == a_full_case().evidence


def test_an_account_number_of_a_client_is_taken_once(vault):
    vault.create_case(a_case(1))
    twin = replace(
        a_case(2), account=replace(a_case(2).account, account_number=" 00000001", client="LANTERN  bank")
    )
    with pytest.raises(DuplicateAccountError):
        vault.create_cases([a_case(3), twin])
    assert vault.catalog.count() == 1
    assert not vault.door.path(an_id(3)).exists()
    assert not vault.door.path(an_id(2)).exists()
    vault.create_case(a_case(3))
    vault.create_case(replace(twin, account=replace(twin.account, account_number="1")))
    assert vault.catalog.count() == 3


def test_batches_are_all_or_nothing_and_report(vault, monkeypatch):
    class Watch(NoProgress):
        def __init__(self):
            self.seen = []

        def report(self, done, total, stage):
            self.seen.append(done)

        def cancelled(self):
            return self.seen[-1:] == [20]

    monkeypatch.setattr(cases, "BATCH", 10)
    with pytest.raises(CancelledError):
        vault.create_cases((a_case(n) for n in range(1, 40)), Watch())
    assert vault.catalog.count() == 20
    assert len(list((vault.folder / "cases").rglob("*.case"))) == 20


def test_unknown_accounts_and_documents_are_said_so(vault):
    vault.create_case(a_case())
    with pytest.raises(UnknownAccountError):
        vault.read_case(an_id(5))
    with pytest.raises(UnknownAccountError), vault.edit_case(an_id(5)):
        pass
    with pytest.raises(UnknownDocumentError):
        vault.read_document(an_id(1), an_id(9))


def test_shredding_leaves_a_tombstone_and_nothing_else(vault):
    vault.create_cases([a_full_case(1), a_case(2)])
    vault.catalog.add_pending([a_lead(1), a_lead(2, account=2)])
    path = vault.door.path(an_id(1))
    vault.shred_case(an_id(1), "retention ended")
    assert not path.exists()
    with pytest.raises(UnknownAccountError):
        vault.read_case(an_id(1))
    assert vault.catalog.account_ids() == [an_id(2)]
    assert vault.catalog.search("Quillfeather1") == []
    assert [lead.account_id for lead in vault.catalog.pending_leads()] == [an_id(2)]
    with vault.session.reading() as conn:
        rows = conn.exec_driver_sql("SELECT account_id, reason FROM vault.shredded").all()
        keys = conn.exec_driver_sql("SELECT account_id FROM vault.case_key").all()
    assert [tuple(r) for r in rows] == [(an_id(1), "retention ended")]
    assert [tuple(r) for r in keys] == [(an_id(2),)]


def test_a_damaged_case_can_still_be_shredded(vault):
    vault.create_case(a_case())
    vault.door.path(an_id(1)).write_bytes(b"")
    vault.shred_case(an_id(1), "destroyed")
    assert vault.catalog.count() == 0


def test_reading_a_vault_read_only(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        with reopen(tmp_path / "v", read_only=True) as reader:
            assert reader.read_case(an_id(1)) == a_case()
            with pytest.raises(ReadOnlyVaultError):
                reader.create_case(a_case(2))
            with pytest.raises(ReadOnlyVaultError), reader.edit_case(an_id(1)):
                pass
            with pytest.raises(ReadOnlyVaultError):
                reader.shred_case(an_id(1), "no")
            with pytest.raises(ReadOnlyVaultError):
                reader.registry.set_setting("a", 1)
        vault.create_case(a_case(2))


def test_a_reader_sees_what_the_writer_committed(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        with reopen(tmp_path / "v", read_only=True) as reader:
            for number in range(3):
                with vault.edit_case(an_id(1)) as edit:
                    edit.add_activity(a_note(number))
                assert len(reader.read_case(an_id(1)).activities) == number + 1


def test_a_vault_belongs_to_its_thread(vault):
    import threading

    vault.create_case(a_case())
    caught = []

    def elsewhere():
        try:
            vault.read_case(an_id(1))
        except sqlalchemy.exc.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_names_of_the_schema_are_those_of_the_files(vault):
    """The Core tables and the migrations' DDL agree, column by column."""
    from workbench.vault import schema_catalog, schema_vault

    vault.create_case(a_case())
    with vault.door.opened(an_id(1)) as case:
        for metadata, schema in (
            (s.metadata, "casefile"),
            (schema_catalog.metadata, "main"),
            (schema_vault.metadata, "vault"),
        ):
            for table in metadata.tables.values():
                found = case.conn.exec_driver_sql(f'PRAGMA {schema}.table_info("{table.name}")').all()
                assert [row[1] for row in found] == [column.name for column in table.columns], table.name
                assert {row[1] for row in found if row[5]} == {c.name for c in table.primary_key}, table.name
        case.conn.rollback()
