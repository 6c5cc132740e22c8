"""Case file, version 1: eight b-trees, four of the tables append-only."""

VERSION = 1

_TABLES = (
    """CREATE TABLE {s}.meta(
        id INTEGER PRIMARY KEY CHECK (id = 1), vault_id TEXT NOT NULL, account_id TEXT NOT NULL,
        created_at TEXT NOT NULL, commit_seq INTEGER NOT NULL) STRICT""",
    """CREATE TABLE {s}.subject(
        kind TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.lead(
        id TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE TABLE {s}.evidence(seq INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL) STRICT",
    """CREATE TABLE {s}.event(
        seq INTEGER PRIMARY KEY, commit_seq INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
        body TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.document(
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL, content BLOB NOT NULL) STRICT""",
    "CREATE TABLE {s}.audit(seq INTEGER PRIMARY KEY, body TEXT NOT NULL, mac BLOB NOT NULL) STRICT",
)

_TRIGGER = """CREATE TRIGGER {s}.{table}_no_{event} BEFORE {event} ON {table}
    BEGIN SELECT RAISE(ABORT, 'append-only'); END"""


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    triggers = tuple(
        _TRIGGER.format(s=schema, table=table, event=event)
        for table in ("evidence", "event", "document", "audit")
        for event in ("UPDATE", "DELETE")
    )
    return tuple(ddl.format(s=schema) for ddl in _TABLES) + triggers
