"""catalog.db, version 4: leads that are one person stand together; which debtors were matched as they are.

``group_id`` is the id of the group's strongest lead, ``group_size`` how many leads the group has; bits,
p_same and band of a pending lead are those of its group.  "" means that nobody has looked yet: opening for
writing does.  A judged lead belongs to the group it was judged with.

``superseded_by`` is the import of a newer edition whose row took this one's place, "" for none.
``matched_debtor`` has the digest of a debtor as matched against all record files of the library; one that is
missing or differs is new or changed since.  Of an older vault nobody knows, so all are matched once more.
"""

VERSION = 4

_TABLES = (
    "ALTER TABLE {s}.pending_lead ADD COLUMN group_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE {s}.pending_lead ADD COLUMN group_size INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE {s}.pending_lead ADD COLUMN superseded_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE {s}.judged_lead ADD COLUMN group_id TEXT NOT NULL DEFAULT ''",
    "UPDATE {s}.judged_lead SET group_id = lead_id",
    "CREATE INDEX {s}.pending_by_group ON pending_lead(group_id, import_id)",
    """CREATE TABLE {s}.matched_debtor(
        account_id TEXT NOT NULL, party_id TEXT NOT NULL, digest BLOB NOT NULL,
        PRIMARY KEY (account_id, party_id)) STRICT, WITHOUT ROWID""",
    "DROP INDEX {s}.pending_by_person",
    # Covers the queue: its order and filters never read the leads' bodies.
    """CREATE INDEX {s}.pending_by_person ON pending_lead(
        person_key, debtor_key, party_id, account_id, import_id, band, p_same, lead_id, group_id,
        superseded_by)""",
)


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return tuple(ddl.format(s=schema) for ddl in _TABLES)
