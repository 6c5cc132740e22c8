"""Verifying names every file that is wrong, and none that is right; opening puts right what it can."""

import os

import pytest
from case_world import CLOCK, PASSPHRASE, a_case, a_full_case, a_note, an_id, crash, make_vault, reopen

from workbench.base.errors import CancelledError
from workbench.base.progress import NoProgress
from workbench.vault import open_files
from workbench.vault.errors import VaultDatabaseDamagedError, VaultInUseError
from workbench.vault.leftovers import clean_super_journals
from workbench.vault.vault import open_vault
from workbench.vault.verify import Severity, verify


@pytest.fixture
def folder(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_full_case(1), a_case(2), a_case(3)])
        with vault.edit_case(an_id(1)) as edit:
            edit.add_document("d", "text/plain", b"invented")
    return tmp_path / "v"


def problems(folder, **how):
    with reopen(folder) as vault:
        return [(item.severity, item.file, item.account) for item in verify(vault, **how).problems]


def case_file(number):
    return f"cases/{an_id(number)[:2]}/{an_id(number)}.case"


def test_a_sound_vault(folder):
    with reopen(folder) as vault:
        report = verify(vault)
        assert report.worst is Severity.GOOD
        assert {item.file for item in report.items} == {
            "header", "key store", "catalog", "case files", "record files", "access rights",
        }  # fmt: skip
        assert (report.cases, report.libraries) == (3, 0)


def test_each_finding_names_its_file(folder):
    (folder / case_file(2)).unlink()
    (folder / case_file(3)).write_bytes((folder / case_file(1)).read_bytes())
    stray = folder / "cases" / "ff" / ("f" * 32 + ".case")
    stray.parent.mkdir(mode=0o700)
    stray.write_bytes(b"x")
    stray.chmod(0o600)
    with reopen(folder) as vault:
        (folder / "vault.hdr.bak").unlink()
        (folder / "vault.db.bak").write_bytes(b"")
        found = [(i.severity, i.file, i.account) for i in verify(vault).problems]
    assert found == [
        (Severity.CRITICAL, case_file(2), an_id(2)),
        (Severity.CRITICAL, case_file(3), an_id(3)),
        (Severity.WARN, f"cases/ff/{stray.name}", "f" * 32),
        (Severity.WARN, "vault.db.bak", ""),
        (Severity.WARN, "vault.hdr.bak", ""),
    ]


def test_a_shallow_check_compares_digests(folder):
    path = folder / case_file(2)
    data = bytearray(path.read_bytes())
    data[20_000] ^= 4
    path.write_bytes(data)
    assert problems(folder, deep=False) == [(Severity.CRITICAL, case_file(2), an_id(2))]


@pytest.mark.skipif(os.name != "posix", reason="access rights of POSIX")
def test_rights_are_narrow_and_wide_ones_are_told(folder):
    for path in [folder, *folder.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path.name
    (folder / case_file(1)).chmod(0o644)
    assert problems(folder) == [(Severity.WARN, f"{folder.name}/{case_file(1)}", "")]


def test_verifying_can_be_cancelled(folder):
    class Impatient(NoProgress):
        def cancelled(self):
            return True

    with reopen(folder) as vault, pytest.raises(CancelledError):
        verify(vault, progress=Impatient())


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(4096) + path.read_bytes()[8192:]),
        lambda path: path.write_bytes(os.urandom(8192)),
    ],
    ids=["missing", "empty", "zeroed page", "noise"],
)
def test_a_damaged_key_store_is_replaced_by_its_copy_and_said_so(folder, damage):
    damage(folder / "vault.db")
    with reopen(folder, read_only=True) as reader:
        assert "vault.db.bak" in reader.notices[0]
        assert reader.read_case(an_id(2)) == a_case(2)
    with reopen(folder) as vault:
        assert "vault.db.bak" in vault.notices[0]
        assert vault.read_case(an_id(2)) == a_case(2)
        assert [i.file for i in verify(vault).problems] == []
    with reopen(folder) as vault:
        assert vault.notices == ()


def test_a_copy_that_lags_says_what_is_lost(folder):
    with reopen(folder) as vault:
        vault.create_case(a_case(9))
        crash(vault)
    (folder / "vault.db").write_bytes(b"")
    with reopen(folder) as vault:
        assert "last 1 changes" in vault.notices[0]
        assert (folder / case_file(9)).exists()
        assert (Severity.CRITICAL, "vault.db", an_id(9)) in [
            (i.severity, i.file, i.account) for i in verify(vault).problems
        ]
        assert vault.read_case(an_id(1)).account.account_id == an_id(1)


def test_without_a_copy_a_damaged_key_store_is_an_error(folder):
    (folder / "vault.db").write_bytes(b"")
    (folder / "vault.db.bak").unlink()
    with pytest.raises(VaultDatabaseDamagedError, match="empty"):
        reopen(folder)


def test_an_older_key_store_gives_way_to_a_newer_copy(folder):
    older = (folder / "vault.db").read_bytes()
    with reopen(folder) as vault:
        vault.create_case(a_case(9))
    (folder / "vault.db").write_bytes(older)
    with reopen(folder) as vault:
        assert "vault.db.bak" in vault.notices[0]
        assert vault.read_case(an_id(9)) == a_case(9)


def test_a_key_store_with_a_damaged_page_that_opening_does_not_touch_is_found_by_verify(folder):
    path = folder / "vault.db"
    data = path.read_bytes()
    with reopen(folder) as vault:
        assert open_files.key_store_fault(vault.session) == ""
    path.write_bytes(data[:-4096] + bytes(4096))
    with reopen(folder) as vault:
        report = verify(vault)
    assert (Severity.CRITICAL, "vault.db") in [(i.severity, i.file) for i in report.problems]
    assert (folder / "vault.db.bak").read_bytes() == data, "closing must not copy a damaged key store"


def test_the_recovery_key_opens_too_and_one_writer_at_a_time(tmp_path):
    from workbench.vault.kdf import KdfCost
    from workbench.vault.vault import create_vault

    vault, recovery = create_vault(tmp_path / "v", PASSPHRASE, kdf=KdfCost(8192, 1, 1), clock=CLOCK)
    with vault:
        with pytest.raises(VaultInUseError):
            reopen(tmp_path / "v")
        assert vault.folder == tmp_path / "v"
    with open_vault(tmp_path / "v", recovery) as again:
        assert again.vault_id == vault.vault_id
    again.close()


def test_a_super_journal_goes_only_when_no_case_waits_for_it(tmp_path):
    case = tmp_path / case_file(1)
    case.parent.mkdir(parents=True)
    journal = case.with_name(case.name + "-journal")
    journal.write_bytes(b"hot")
    left = tmp_path / "catalog.db-mj12345678"
    left.write_bytes(f"{tmp_path}/catalog.db-journal\0{journal}\0".encode())
    asked = []

    def roll_back(account_id):
        asked.append(account_id)
        return len(asked) > 1

    clean_super_journals(tmp_path, roll_back)
    assert left.exists()
    clean_super_journals(tmp_path, roll_back)
    assert not left.exists()
    assert asked == [an_id(1), an_id(1)]


def test_an_unfinished_batch_leaves_no_file(folder):
    with reopen(folder) as vault:
        vault._cases._construction.begin([an_id(8), an_id(1)])
        path = vault.door.path(an_id(8))
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(b"half a case")
    with reopen(folder) as vault:
        assert not path.exists()
        assert vault.read_case(an_id(1)).account.account_id == an_id(1)
        assert not (folder / "cases" / "building").exists()


def test_a_crash_after_an_edit_is_no_alarm(folder):
    with reopen(folder) as vault:
        with vault.edit_case(an_id(2)) as edit:
            edit.add_activity(a_note(1))
        crash(vault)
    with reopen(folder) as vault:
        assert vault.notices == ()
        assert vault.read_case(an_id(2)).activities == (a_note(1),)
        assert verify(vault).problems == ()
    with reopen(folder) as vault, vault.session.reading() as conn:
        states = conn.exec_driver_sql("SELECT DISTINCT state FROM case_state").scalars().all()
    assert states == ["clean"]
