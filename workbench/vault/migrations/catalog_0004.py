"""catalog.db, version 4: leads that are one person stand together.

``group_id`` is the id of the group's strongest lead, ``group_size`` how many leads the group has; bits,
p_same and band of a pending lead are those of its group.  "" means that nobody has looked yet: opening for
writing does.  A judged lead belongs to the group it was judged with.
"""

VERSION = 4

_TABLES = (
    "ALTER TABLE {s}.pending_lead ADD COLUMN group_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE {s}.pending_lead ADD COLUMN group_size INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE {s}.judged_lead ADD COLUMN group_id TEXT NOT NULL DEFAULT ''",
    "UPDATE {s}.judged_lead SET group_id = lead_id",
    "CREATE INDEX {s}.pending_by_group ON pending_lead(group_id, import_id)",
    "DROP INDEX {s}.pending_by_person",
    # Covers the queue: its order and filters never read the leads' bodies.
    """CREATE INDEX {s}.pending_by_person ON pending_lead(
        person_key, debtor_key, party_id, account_id, import_id, band, p_same, lead_id, group_id)""",
)


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return tuple(ddl.format(s=schema) for ddl in _TABLES)
