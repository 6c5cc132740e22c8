"""catalog.db, version 1.  Each order of a list has a covering index that ends in the account's id."""

VERSION = 1

_TABLES = (
    """CREATE TABLE {s}.catalog_meta(
        id INTEGER PRIMARY KEY CHECK (id = 1), vault_id TEXT NOT NULL, vault_seq INTEGER NOT NULL,
        vault_head BLOB NOT NULL) STRICT""",
    """CREATE TABLE {s}.account(
        "row" INTEGER PRIMARY KEY, account_id TEXT NOT NULL UNIQUE, number TEXT NOT NULL,
        number_key TEXT NOT NULL, client TEXT NOT NULL, client_key TEXT NOT NULL, creditor TEXT NOT NULL,
        status TEXT NOT NULL, balance INTEGER NOT NULL, currency TEXT NOT NULL, debtor_name TEXT NOT NULL,
        name_key TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL, birth_year INTEGER,
        next_action TEXT NOT NULL, next_action_on TEXT, assignee TEXT NOT NULL, tags TEXT NOT NULL,
        last_activity_at TEXT, phones INTEGER NOT NULL, addresses INTEGER NOT NULL,
        pending_leads INTEGER NOT NULL DEFAULT 0, placed_on TEXT, created_at TEXT) STRICT""",
    """CREATE TABLE {s}.case_state(
        account_id TEXT NOT NULL PRIMARY KEY, commit_seq INTEGER NOT NULL, audit_head BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('clean', 'dirty')), size INTEGER NOT NULL,
        digest BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.debtor(
        id INTEGER PRIMARY KEY, account_id TEXT NOT NULL, party_id TEXT NOT NULL,
        body TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.identifier(
        kind TEXT NOT NULL, value TEXT NOT NULL, account_id TEXT NOT NULL, party_id TEXT NOT NULL,
        PRIMARY KEY (kind, value, account_id, party_id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.pending_lead(
        lead_id TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, party_id TEXT NOT NULL,
        import_id TEXT NOT NULL, bits REAL NOT NULL, "rank" INTEGER NOT NULL, band TEXT NOT NULL,
        body TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.tombstone(
        kind TEXT NOT NULL, value TEXT NOT NULL, account_id TEXT NOT NULL, party_id TEXT NOT NULL,
        import_id TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (kind, value, account_id, party_id, import_id)) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE {s}.account_text USING fts5(
        number, names, addresses, phones, others, content='', contentless_delete=1, detail=none,
        prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')""",
)

_INDEXES = {
    "account_by_number": "account(client_key, number_key)",
    "account_order_number": "account(number_key, account_id)",
    "account_order_client": "account(client_key, account_id)",
    "account_order_name": "account(name_key, account_id)",
    "account_order_status": "account(status, account_id)",
    "account_order_balance": "account(balance, account_id)",
    "account_order_next": "account(next_action_on, account_id)",
    "account_order_activity": "account(last_activity_at, account_id)",
    "account_order_leads": "account(pending_leads, account_id)",
    "debtor_of_account": "debtor(account_id)",
    "pending_by_account": "pending_lead(account_id)",
    "pending_by_import": "pending_lead(import_id)",
    "pending_by_bits": "pending_lead(bits)",
}


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    tables = tuple(ddl.format(s=schema) for ddl in _TABLES)
    unique = {"account_by_number"}
    indexes = tuple(
        f"CREATE {'UNIQUE ' if name in unique else ''}INDEX {schema}.{name} ON {columns}"
        for name, columns in _INDEXES.items()
    )
    return tables + indexes
