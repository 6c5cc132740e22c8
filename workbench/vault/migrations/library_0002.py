"""Library file, version 2: names with first name and place, birth dates, employers, spellings to search by.

A library file is written once and only read after that, so this step runs on new files alone; a file of
version 1 stays as it is and is searched by what its own look-up tables answer.
"""

VERSION = 2

_STATEMENTS = (
    "DROP TABLE {s}.by_name",
    "ALTER TABLE {s}.person ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE {s}.person ADD COLUMN mailing_place INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE {s}.place(
        id INTEGER PRIMARY KEY, city TEXT NOT NULL, state TEXT NOT NULL, zip TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.by_name(
        last TEXT NOT NULL, first TEXT NOT NULL, birth_year INTEGER NOT NULL, place INTEGER NOT NULL,
        person INTEGER NOT NULL,
        PRIMARY KEY (last, first, birth_year, place, person)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.by_birth(
        day INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (day, person)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.by_employer(
        employer TEXT NOT NULL, person INTEGER NOT NULL,
        PRIMARY KEY (employer, person)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.term(
        id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, people INTEGER NOT NULL) STRICT""",
    "CREATE TABLE {s}.term_bucket(bucket INTEGER PRIMARY KEY, pairs BLOB NOT NULL) STRICT",
)


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return tuple(ddl.format(s=schema) for ddl in _STATEMENTS)
