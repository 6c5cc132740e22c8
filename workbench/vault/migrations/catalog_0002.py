"""catalog.db, version 2.

Judged leads of all cases in one table (review history, second look); what the review queue sorts and hides
pending leads by, as columns.  For lists and the home page: ZIP, promises, since when a debtor is located, and
payments by day.  Programs of version 1 never wrote promises, payments or a good contact point, so for their
vaults the defaults are exact; the ZIP is read from the debtors.
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
    # Covers the queue: its order and filters never read the leads' bodies.
    """CREATE INDEX {s}.pending_by_person ON pending_lead(
        person_key, debtor_key, party_id, account_id, import_id, band, p_same, lead_id)""",
)

_LISTS = (
    "ALTER TABLE {s}.account ADD COLUMN zip TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE {s}.account ADD COLUMN promise_due_on TEXT",
    "ALTER TABLE {s}.account ADD COLUMN promises_kept INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE {s}.account ADD COLUMN promises_broken INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE {s}.account ADD COLUMN located_on TEXT",
    """CREATE TABLE {s}.payment(
        account_id TEXT NOT NULL, place INTEGER NOT NULL, day TEXT NOT NULL, cents INTEGER NOT NULL,
        PRIMARY KEY (account_id, place)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX {s}.payment_by_day ON payment(day, cents)",
    "CREATE INDEX {s}.account_by_promise ON account(promise_due_on) WHERE promise_due_on IS NOT NULL",
    """UPDATE {s}.account SET zip = coalesce((
        SELECT json_extract(point.value, '$.address.zip_code')
        FROM {s}.debtor d, json_each(d.body, '$[1]') point
        WHERE d.account_id = account.account_id AND json_extract(point.value, '$.kind') = 'address'
            AND json_extract(point.value, '$.address') IS NOT NULL
            AND coalesce(json_extract(point.value, '$.current'), 1)
        ORDER BY d.id, point.key LIMIT 1), '')""",
)


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return tuple(ddl.format(s=schema) for ddl in (*_REVIEW, *_LISTS))
