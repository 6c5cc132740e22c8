"""The audit chain: whatever is changed, the first bad position is named; a cut end shows against its mirror."""

from dataclasses import replace

import pytest
from case_world import NOW, a_case, a_note, an_id, make_vault, reopen

from workbench.vault import cipher
from workbench.vault.audit import (
    AuditEntry,
    AuditItem,
    ChainHead,
    chain_key,
    check_chain,
    read_entry,
    seal,
)
from workbench.vault.errors import CaseDamagedError
from workbench.vault.vault_audit import mirrored
from workbench.vault.verify import Severity, verify

KEY = chain_key(bytes(32), "case", an_id(1))


def chain(length, key=KEY):
    rows, head = [], ChainHead()
    for seq in range(1, length + 1):
        entry = AuditEntry(
            seq, NOW, "mara", "edit", an_id(1), items=(AuditItem("party", f"p{seq}", "add", "00"),)
        )
        rows.append(seal(key, head, entry))
        head = ChainHead(seq, rows[-1].mac)
    return rows, head


def test_a_known_answer():
    """Fixes the format: HMAC-SHA-256 over the previous seal and the JSON body."""
    rows, _ = chain(1)
    assert rows[0].body == (
        '{"seq":1,"at":"2026-11-22T12:00:00.123456Z","actor":"mara","action":"edit",'
        f'"subject":"{an_id(1)}","reason":"","items":[["party","p1","add","00"]]}}'
    )
    assert rows[0].mac.hex() == "acd7a1995f6fb03f53df4a245bd67c4aadee318e07f544ff41ff3ad7aa13e717"
    assert read_entry(rows[0].body).items[0].object_id == "p1"


def test_a_whole_chain_passes_with_and_without_mirror():
    rows, head = chain(20)
    assert check_chain(KEY, rows, head) is None
    assert check_chain(KEY, rows, None) is None
    assert check_chain(KEY, [], ChainHead()) is None


@pytest.mark.parametrize("position", [1, 2, 11, 20])
def test_the_first_bad_position_is_named(position):
    rows, head = chain(20)
    at = position - 1
    changed = replace(rows[at], body=rows[at].body.replace("mara", "nora"))
    forged = replace(rows[at], mac=bytes(32))
    for tampered in (
        [*rows[:at], changed, *rows[at + 1 :]],
        [*rows[:at], forged, *rows[at + 1 :]],
        [*rows[:at], *rows[at + 1 :]],
        [*rows[:at], *rows[at:][::-1]] if position < 20 else [*rows[:at], changed],
        [*rows[:at], rows[0], *rows[at:]] if position > 1 else [changed, *rows[1:]],
    ):
        assert check_chain(KEY, tampered, head).position == position


def test_a_cut_end_is_found_by_the_mirror_only():
    rows, head = chain(20)
    assert check_chain(KEY, rows[:15], None) is None
    assert check_chain(KEY, rows[:15], head).position == 16


def test_a_chain_of_another_case_or_a_forked_end_is_refused():
    rows, head = chain(5)
    other, _ = chain(5, chain_key(bytes(32), "case", an_id(2)))
    assert check_chain(KEY, other, head).position == 1
    longer, longer_head = chain(6)
    assert check_chain(KEY, longer, head).position == 6
    assert check_chain(KEY, rows, replace(longer_head, seq=5)).position == 5


def test_entries_follow_each_other():
    with pytest.raises(ValueError, match="order"):
        seal(KEY, ChainHead(), AuditEntry(2, NOW, "m", "edit", ""))


def change_audit(vault, statement):
    """Change a case's chain as someone with its key and another tool would."""
    path, key = vault.door.path(an_id(1)), vault.door.database_key(an_id(1))
    raw = cipher.connect(path, key)
    for event in ("UPDATE", "DELETE"):
        raw.execute(f"DROP TRIGGER audit_no_{event}")
    raw.execute(statement)
    raw.close()
    vault.door.written.clear()
    with vault.session.writing() as conn:
        conn.exec_driver_sql("UPDATE case_state SET state = 'dirty'")


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE audit SET body = replace(body, 'owner', 'other') WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("DELETE FROM audit WHERE seq = 3", 3),
    ],
)
def test_a_case_names_the_bad_entry(tmp_path, statement, position):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        for number in (1, 2):
            with vault.edit_case(an_id(1)) as edit:
                edit.add_activity(a_note(number))
        change_audit(vault, statement)
        with pytest.raises(CaseDamagedError, match=f"audit entry {position}:"):
            vault.read_case(an_id(1))
        assert [i.account for i in verify(vault).problems] == [an_id(1)]


def test_what_is_done_to_the_vault_is_one_entry_each(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_cases([a_case(1), a_case(2)])
        vault.registry.set_setting("theme", "dark")
        vault.shred_case(an_id(2), "asked")
        with vault.session.reading() as conn:
            entries = [read_entry(row.body) for row in vault.audit.entries(conn)]
            assert mirrored(conn) == vault.audit.head(conn)
    assert [e.action for e in entries] == ["create_vault", "create_cases", "set_setting", "shred_case"]
    assert [e.seq for e in entries] == [1, 2, 3, 4]
    assert [item.object_id for item in entries[1].items] == [an_id(1), an_id(2)]


def test_a_changed_vault_chain_is_found(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.registry.set_setting("theme", "dark")
    with reopen(tmp_path / "v") as vault:
        with vault.session.writing() as conn:
            conn.exec_driver_sql("DROP TRIGGER vault.audit_no_UPDATE")
            conn.exec_driver_sql(
                "UPDATE vault.audit SET body = replace(body, 'owner', 'other') WHERE seq = 1"
            )
        problems = verify(vault).problems
    assert [(p.severity, p.file) for p in problems] == [(Severity.CRITICAL, "vault.db")]
    assert "audit entry 1" in problems[0].what
