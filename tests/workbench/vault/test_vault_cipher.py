"""The one door to encrypted files: what it makes, what it refuses, what SQL may not do behind it."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as dbapi

from workbench.vault import cipher, errors, selftest
from workbench.vault.translate import translated, translating

KEY, OTHER = b"\x01" * 32, b"\x02" * 32
CANARY = "Zebulon Canary 000-00-1234"


def build(path: Path, key: bytes = KEY, rows: int = 1) -> Path:
    """A database with a table ``t`` of ``rows`` canaries."""
    with closing(cipher.connect(path, key, create=True)) as connection:
        connection.execute("CREATE TABLE t (a TEXT)")
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO t VALUES (?)", [(CANARY,)] * rows)
        connection.execute("COMMIT")
    return path


def count(path: Path, key: bytes = KEY, **options) -> int:
    with closing(cipher.connect(path, key, **options)) as connection:
        return connection.execute("SELECT count(*) FROM t").fetchone()[0]


def test_what_is_written_is_encrypted_and_private(tmp_path):
    path = build(tmp_path / "a b #1%3f?.db" if os.name == "posix" else tmp_path / "a b #1%3f.db")
    assert count(path) == 1
    assert CANARY.encode() not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite")
    assert path.stat().st_size % 4096 == 0
    if os.name == "posix":
        assert {stat.S_IMODE(entry.stat().st_mode) for entry in tmp_path.iterdir()} == {0o600}


def test_settings_of_every_connection(tmp_path):
    build(tmp_path / "a.db")
    build(tmp_path / "b.db", OTHER)
    with closing(cipher.connect(tmp_path / "a.db", KEY)) as connection:
        cipher.attach(connection, tmp_path / "b.db", OTHER, "casefile")
        for schema in ("main", "casefile"):
            got = {
                name: connection.execute(f"PRAGMA {schema}.{name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "secure_delete", "auto_vacuum", "page_size")
            }
            assert got == {
                "journal_mode": "truncate", "synchronous": 2, "secure_delete": 1, "auto_vacuum": 0,
                "page_size": "4096",
            }  # fmt: skip
            assert connection.execute(f"PRAGMA {schema}.cipher_status").fetchone() == ("1",)
            assert connection.execute(f"PRAGMA {schema}.application_id").fetchone() == (0x534B5443,)
        for name, value in (
            ("foreign_keys", 1),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("temp_store", 2),
        ):
            assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 48, 64, 80])
def test_a_key_of_any_other_length_is_refused(tmp_path, length):
    """62, 66 and 96 hex digits would be taken for a passphrase, or for a key with a salt nobody checks."""
    build(tmp_path / "a.db")
    with pytest.raises(ValueError, match="32 bytes"):
        cipher.connect(tmp_path / "new.db", b"k" * length, create=True)
    main = cipher.connect(tmp_path / "a.db", KEY)
    with closing(main), pytest.raises(ValueError, match="32 bytes"):
        cipher.attach(main, tmp_path / "new.db", b"k" * length, "casefile", create=True)
    assert not (tmp_path / "new.db").exists()


def test_control_the_library_itself_takes_a_short_key_for_a_passphrase(tmp_path):
    with closing(dbapi.connect(str(tmp_path / "a.db"))) as connection:
        connection.set_key(f"x'{'01' * 31}'")
        connection.execute("CREATE TABLE t (a)")
    assert (tmp_path / "a.db").stat().st_size > 0


def test_wrong_key_and_damage_name_the_file_only(tmp_path):
    path = build(tmp_path / "a.db")
    with pytest.raises(errors.DatabaseDamagedError) as caught:
        cipher.connect(path, OTHER)
    assert caught.value.file == "a.db"
    assert str(tmp_path) not in str(caught.value)
    data = path.read_bytes()
    for altered in (data[:100] + b"?" + data[101:], data[:2000], os.urandom(len(data)), data[4096:]):
        path.write_bytes(altered)
        with pytest.raises(errors.DatabaseDamagedError):
            cipher.connect(path, KEY)


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_an_encrypted_file_is_not_opened(tmp_path, read_only):
    plain = tmp_path / "plain.db"
    with closing(sqlite3.connect(plain)) as connection:
        connection.execute("CREATE TABLE t (a)")
    (tmp_path / "empty.db").touch()
    (tmp_path / "folder.db").mkdir()
    refused = {
        "missing.db": errors.DatabaseMissingError,
        "empty.db": errors.DatabaseDamagedError,
        "folder.db": errors.DatabaseDamagedError,
        "plain.db": errors.PlaintextDatabaseError,
    }
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe.db")
        (tmp_path / "link.db").symlink_to(build(tmp_path / "a.db"))
        refused |= {"pipe.db": errors.DatabaseDamagedError, "link.db": errors.DatabaseDamagedError}
    before = sorted(tmp_path.iterdir())
    with closing(cipher.connect(build(tmp_path / "main.db"), KEY)) as main:
        for name, error in refused.items():
            with pytest.raises(error):
                cipher.connect(tmp_path / name, KEY, read_only=read_only)
            with pytest.raises(error):
                cipher.attach(main, tmp_path / name, KEY, "casefile")
    assert [path for path in sorted(tmp_path.iterdir()) if not path.name.startswith("main.db")] == before


def test_a_database_of_another_program_is_refused(tmp_path):
    with closing(dbapi.connect(str(tmp_path / "other.db"))) as connection:
        connection.set_key(cipher.raw_key(KEY))
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(errors.DatabaseDamagedError, match="not a file of this program"):
        cipher.connect(tmp_path / "other.db", KEY)


def test_creating_never_replaces(tmp_path):
    path = build(tmp_path / "a.db")
    (tmp_path / "b.db").touch()
    with closing(cipher.connect(path, KEY)) as connection:
        for taken in (path, tmp_path / "b.db"):
            before = taken.read_bytes()
            with pytest.raises(errors.DatabaseExistsError):
                cipher.connect(taken, KEY, create=True)
            with pytest.raises(errors.DatabaseExistsError):
                cipher.attach(connection, taken, KEY, "casefile", create=True)
            assert taken.read_bytes() == before


def test_one_transaction_over_attached_files(tmp_path):
    with closing(cipher.connect(build(tmp_path / "a.db"), KEY)) as connection:
        cipher.attach(connection, tmp_path / "b.case", OTHER, "casefile", create=True)
        cipher.attach(connection, tmp_path / "v.db", b"\x03" * 32, "vault", create=True)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE casefile.t (a)")
        connection.execute("INSERT INTO casefile.t VALUES (1)")
        connection.execute("COMMIT")
        cipher.detach(connection, "casefile")
        assert not (tmp_path / "b.case-journal").exists()
        with pytest.raises(ValueError, match="no such schema"):
            cipher.detach(connection, "casefile")
        cipher.attach(connection, tmp_path / "b.case", OTHER, "casefile")
        assert connection.execute("SELECT * FROM casefile.t").fetchall() == [(1,)]
    assert count(tmp_path / "b.case", OTHER) == 1


def test_a_failed_attach_leaves_nothing_attached(tmp_path):
    build(tmp_path / "b.case", OTHER)
    with closing(cipher.connect(build(tmp_path / "a.db"), KEY)) as connection:
        with pytest.raises(errors.DatabaseDamagedError):
            cipher.attach(connection, tmp_path / "b.case", KEY, "casefile")
        assert connection.attached == {}
        cipher.attach(connection, tmp_path / "b.case", OTHER, "casefile")
        assert connection.execute("SELECT count(*) FROM casefile.t").fetchone() == (1,)


@pytest.mark.parametrize(
    "schema", ["", "main", "temp", "Casefile", "a b", "x; DROP TABLE t", "é", "1a", "a" * 25]
)
def test_schema_names_are_plain_words(tmp_path, schema):
    with closing(cipher.connect(build(tmp_path / "a.db"), KEY)) as connection, pytest.raises(ValueError):
        cipher.attach(connection, tmp_path / "b.case", KEY, schema, create=True)
    assert not (tmp_path / "b.case").exists()


FORBIDDEN = [
    "ATTACH DATABASE 'x.db' AS x",
    "ATTACH DATABASE 'x.db' AS x KEY ''",
    "ATTACH DATABASE '' AS x KEY ''",
    "ATTACH DATABASE ':memory:' AS x",
    "DETACH DATABASE casefile",
    "VACUUM INTO 'x.db'",
    "VACUUM",
    "PRAGMA key = 'a'",
    "PRAGMA rekey = 'a'",
    "PRAGMA hexkey = 'aa'",
    "PRAGMA journal_mode = WAL",
    "PRAGMA casefile.journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA trusted_schema = ON",
    "PRAGMA temp_store = FILE",
    "PRAGMA temp_store_directory = 'x'",
    "PRAGMA cipher_plaintext_header_size = 32",
    "PRAGMA cipher_use_hmac = OFF",
    "PRAGMA cipher_profile = 'x.log'",
    "PRAGMA cipher_log = 'x.log'",
    "PRAGMA mmap_size = 1000000",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA application_id = 1",
    "SELECT load_extension('x')",
    "SELECT sqlcipher_export('casefile')",
    "SELECT fts3_tokenizer('simple')",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_sql_may_not_go_round_the_door(tmp_path, statement, monkeypatch):
    monkeypatch.chdir(tmp_path)
    build(tmp_path / "b.case", OTHER)
    with closing(cipher.connect(build(tmp_path / "a.db"), KEY)) as connection:
        cipher.attach(connection, tmp_path / "b.case", OTHER, "casefile")
        with pytest.raises(dbapi.DatabaseError, match=r"not authorized|authorization denied"):
            connection.execute(statement).fetchall()
    assert {path.suffix for path in tmp_path.iterdir()} <= {".db", ".case", ".db-journal", ".case-journal"}
    assert not (tmp_path / "x.db").exists()


def test_the_doors_own_statement_does_not_open_it_again(tmp_path):
    """The statement is still prepared in the connection's cache; running it again asks again."""
    build(tmp_path / "b.case", OTHER)
    with closing(cipher.connect(build(tmp_path / "a.db"), KEY)) as connection:
        cipher.attach(connection, tmp_path / "b.case", OTHER, "casefile")
        cipher.detach(connection, "casefile")
        for parameters in (
            (str(tmp_path / "x.db"), ""),
            ((tmp_path / "b.case").as_uri(), cipher.raw_key(OTHER)),
        ):
            with pytest.raises(dbapi.DatabaseError, match="not authorized"):
                connection.execute("ATTACH DATABASE ? AS casefile KEY ?", parameters)
    assert not (tmp_path / "x.db").exists()


def test_control_without_the_guard_an_empty_key_attaches_plaintext(tmp_path):
    with closing(dbapi.connect(str(tmp_path / "a.db"), isolation_level=None)) as connection:
        connection.set_key(cipher.raw_key(KEY))
        connection.execute("ATTACH DATABASE ? AS x KEY ?", (str(tmp_path / "x.db"), ""))
        connection.execute("CREATE TABLE x.t (a)")
    assert (tmp_path / "x.db").read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA user_version = 3", "PRAGMA main.table_info('t')", "PRAGMA integrity_check", "PRAGMA cache_size = -8192",
     "PRAGMA cipher_integrity_check", "SELECT upper(a), count(*) FROM t GROUP BY a", "PRAGMA optimize",
     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT max(i) FROM n",
     "CREATE VIRTUAL TABLE f USING fts5(text)", "SELECT json_extract('[1]', '$[0]')"],
)  # fmt: skip
def test_ordinary_sql_passes(tmp_path, statement):
    with closing(cipher.connect(build(tmp_path / "a.db"), KEY)) as connection:
        connection.execute(statement).fetchall()


def test_vacuum_through_the_door_keeps_key_and_settings(tmp_path):
    path = build(tmp_path / "a.db", rows=2000)
    with closing(cipher.connect(path, KEY)) as connection:
        connection.execute("DELETE FROM t")
        cipher.vacuum(connection)
        with pytest.raises(ValueError):
            cipher.vacuum(connection, "casefile")
    assert path.stat().st_size < 20_000
    assert count(path) == 0


def test_read_only_reads_and_no_more(tmp_path):
    path = build(tmp_path / "a.db")
    if os.name == "posix":
        path.chmod(0o400)
    with closing(cipher.connect(path, KEY, read_only=True)) as connection:
        assert connection.execute("SELECT a FROM t").fetchall() == [(CANARY,)]
        for statement in ("INSERT INTO t VALUES (1)", "DROP TABLE t", "CREATE TABLE u (a)"):
            with pytest.raises(dbapi.OperationalError):
                connection.execute(statement)
        connection.execute("PRAGMA query_only = OFF")
        with pytest.raises(dbapi.OperationalError):
            connection.execute("INSERT INTO t VALUES (1)")


def test_a_connection_keeps_to_its_thread_unless_told(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    path = build(tmp_path / "a.db")
    with ThreadPoolExecutor(1) as pool:
        with closing(cipher.connect(path, KEY)) as connection, pytest.raises(dbapi.ProgrammingError):
            pool.submit(connection.execute, "SELECT 1").result()
        with closing(cipher.connect(path, KEY, any_thread=True)) as connection:
            assert pool.submit(connection.execute, "SELECT 1").result().fetchone() == (1,)


def test_engine_begins_at_once_and_hides_values(tmp_path):
    build(tmp_path / "b.case", OTHER)
    prepared = []

    def prepare(connection):
        cipher.attach(connection, tmp_path / "b.case", OTHER, "casefile")
        prepared.append(connection)

    engine = cipher.engine(build(tmp_path / "a.db"), KEY, prepare=prepare)
    with engine.begin() as connection:
        raw = cipher.raw_connection(connection)
        assert raw.in_transaction
        assert raw is prepared[0]
        second = cipher.engine(tmp_path / "a.db", KEY, prepare=lambda c: c.set_busy_timeout(0.01)).connect()
        with second, pytest.raises(sa.exc.OperationalError, match="locked"):
            second.begin()
        connection.execute(sa.text("INSERT INTO casefile.t VALUES (:a)"), {"a": "x"})
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM casefile.t")).scalar() == 2
        with pytest.raises(sa.exc.OperationalError) as caught:
            connection.execute(sa.text("INSERT INTO nowhere VALUES (:a)"), {"a": CANARY})
    assert CANARY not in str(caught.value)
    with engine.connect() as connection, connection.begin() as transaction:
        connection.execute(sa.text("INSERT INTO t VALUES ('lost')"))
        transaction.rollback()
    assert count(tmp_path / "a.db") == 1


def test_an_engine_whose_preparation_fails_leaves_nothing_open(tmp_path):
    opened = []

    def prepare(connection):
        opened.append(connection)
        raise errors.CaseMissingError("x.case", account="ab" * 16)

    with pytest.raises(errors.CaseMissingError):
        cipher.engine(build(tmp_path / "a.db"), KEY, prepare=prepare).connect()
    with pytest.raises(dbapi.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


def test_a_full_file_is_a_full_disk(tmp_path):
    path = build(tmp_path / "a.db")
    with closing(cipher.connect(path, KEY)) as connection:
        connection.execute("PRAGMA max_page_count = 3")
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.DiskFullError), translating("a.db"):
            connection.executemany("INSERT INTO t VALUES (?)", [("x" * 3000,)] * 100)
    assert count(path) == 1


def test_errors_are_told_apart_by_code():
    def of_sqlite(code):
        error = dbapi.OperationalError("any text")
        error.sqlite_errorcode = code
        return type(translated(error, "a.db"))

    assert of_sqlite(dbapi.SQLITE_CORRUPT) is errors.DatabaseDamagedError
    assert of_sqlite(dbapi.SQLITE_BUSY | 5 << 8) is errors.FileBusyError
    assert of_sqlite(dbapi.SQLITE_IOERR | 1 << 8) is errors.DiskFaultError
    assert of_sqlite(dbapi.SQLITE_READONLY) is errors.AccessDeniedError
    assert of_sqlite(dbapi.SQLITE_ERROR) is type(None)
    assert type(translated(OSError(28, "x"), "a.db")) is errors.DiskFullError
    assert type(translated(PermissionError(13, "x"), "a.db")) is errors.AccessDeniedError
    assert translated(ValueError(), "a.db") is None
    with pytest.raises(ZeroDivisionError), translating("a.db"):
        raise ZeroDivisionError


def test_self_test_passes_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    selftest.assert_cipher()
    assert list(tmp_path.iterdir()) == []
