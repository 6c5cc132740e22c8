"""Library file, version 1.  The four indexes are made when the file is finished, each in bounded memory."""

VERSION = 1

_PERSON = """CREATE TABLE {s}.person(
    id INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, record_id TEXT, role TEXT NOT NULL,
    name_raw TEXT, first TEXT, middle TEXT, last TEXT, suffix TEXT, former_last TEXT,
    birth_date TEXT, birth_year INTEGER, birth_year_slack INTEGER, ssn4 TEXT, phones TEXT, emails TEXT,
    employer TEXT, deceased INTEGER,
    address_raw TEXT, address_house TEXT, address_street TEXT, address_unit TEXT, address_city TEXT,
    address_state TEXT, address_zip TEXT,
    mailing_raw TEXT, mailing_house TEXT, mailing_street TEXT, mailing_unit TEXT, mailing_city TEXT,
    mailing_state TEXT, mailing_zip TEXT, as_of TEXT) STRICT"""

_TABLES = (
    "CREATE TABLE {s}.library_meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    _PERSON,
    """CREATE TABLE {s}.reject(
        place INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, reason TEXT NOT NULL,
        raw TEXT NOT NULL) STRICT""",
    """CREATE TABLE {s}.by_row(
        row_number INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (row_number, person))
        STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.by_name(
        last TEXT NOT NULL, initial TEXT NOT NULL, birth_year INTEGER NOT NULL, person INTEGER NOT NULL,
        PRIMARY KEY (last, initial, birth_year, person)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.by_place(
        house TEXT NOT NULL, street TEXT NOT NULL, zip TEXT NOT NULL, person INTEGER NOT NULL,
        PRIMARY KEY (house, street, zip, person)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.by_phone(
        phone TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (phone, person)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE {s}.by_email(
        email TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (email, person)) STRICT, WITHOUT ROWID""",
)


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return tuple(ddl.format(s=schema) for ddl in _TABLES)
