"""catalog.db, version 2.

Judged leads of all cases in one table (review history, second look); what the review queue sorts and hides
pending leads by, as columns.
"""

VERSION = 2

_REVIEW = (
    """CREATE TABLE {s}.judged_lead(
        lead_id TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, party_id TEXT NOT NULL,
        import_id TEXT NOT NULL, status TEXT NOT NULL, decided_at TEXT NOT NULL, band TEXT NOT NULL,
        p_same REAL NOT NULL, body TEXT NOT NULL) STRICT""",
    "CREATE INDEX {s}.judged_by_account ON judged_lead(account_id)",
    "CREATE INDEX {s}.judged_by_time ON judged_lead(decided_at, lead_id)",
    "CREATE INDEX {s}.judged_by_status ON judged_lead(status, decided_at, lead_id)",
    "ALTER TABLE {s}.pending_lead ADD COLUMN p_same REAL NOT NULL DEFAULT 0",
    "ALTER TABLE {s}.pending_lead ADD COLUMN person_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE {s}.pending_lead ADD COLUMN debtor_key TEXT NOT NULL DEFAULT ''",
    """UPDATE {s}.pending_lead SET p_same = json_extract(body, '$.explanation.p_same'),
        person_key = json_extract(body, '$.person.person_key'),
        debtor_key = json_extract(body, '$.debtor_key')""",
    "CREATE INDEX {s}.pending_by_person ON pending_lead(person_key, debtor_key)",
)


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return tuple(ddl.format(s=schema) for ddl in _REVIEW)
