"""vault.db, version 1; its audit chain is append-only."""

VERSION = 1

_TABLES = (
    """CREATE TABLE {s}.vault_meta(
        id INTEGER PRIMARY KEY CHECK (id = 1), vault_id TEXT NOT NULL, created_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.case_key(
        account_id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL,
        wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.library_file(
        import_id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, wrapped BLOB NOT NULL,
        size INTEGER NOT NULL, digest BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.shredded(
        account_id TEXT NOT NULL PRIMARY KEY, shredded_at TEXT NOT NULL, actor TEXT NOT NULL,
        reason TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}."import"(
        import_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, file_digest TEXT NOT NULL,
        imported_at TEXT NOT NULL, undone_at TEXT NOT NULL, body TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.import_problem(
        import_id TEXT NOT NULL, place INTEGER NOT NULL, row_number INTEGER NOT NULL, reason TEXT NOT NULL,
        raw TEXT NOT NULL, PRIMARY KEY (import_id, place)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.mapping(
        fingerprint TEXT NOT NULL, kind TEXT NOT NULL, toml TEXT NOT NULL, saved_at TEXT NOT NULL,
        PRIMARY KEY (fingerprint, kind)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.client(
        client_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, policy TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}."user"(
        user_id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL) STRICT""",
    "CREATE TABLE {s}.setting(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE {s}.resource(
        kind TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (kind, name, version)) STRICT, WITHOUT ROWID""",
    "CREATE TABLE {s}.audit(seq INTEGER PRIMARY KEY, body TEXT NOT NULL, mac BLOB NOT NULL) STRICT",
    'CREATE INDEX {s}.import_by_digest ON "import"(kind, file_digest)',
)

_TRIGGER = """CREATE TRIGGER {s}.audit_no_{event} BEFORE {event} ON audit
    BEGIN SELECT RAISE(ABORT, 'append-only'); END"""


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    triggers = tuple(_TRIGGER.format(s=schema, event=event) for event in ("UPDATE", "DELETE"))
    return tuple(ddl.format(s=schema) for ddl in _TABLES) + triggers
