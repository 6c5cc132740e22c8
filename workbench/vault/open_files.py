"""Creates and opens the two databases of a vault, and keeps the copy of the precious one."""

import hmac
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from workbench.base.clock import Clock, iso_utc
from workbench.vault import cipher, errors, migrations, schema_catalog, schema_vault
from workbench.vault.audit import FIRST_MAC
from workbench.vault.casefile import CASES_FOLDER, structure_fault
from workbench.vault.files import fsync_dir, make_private_folder, read_bounded, write_atomic
from workbench.vault.keys import UnlockedKeys
from workbench.vault.library import LIBRARY_FOLDER
from workbench.vault.session import CATALOG_FILE, VAULT_FILE, Session
from workbench.vault.translate import translating
from workbench.vault.vault_audit import VaultAudit, mirrored

VAULT_COPY = "vault.db.bak"
_MAX_VAULT_FILE = 4 << 30


class KeyStoreStaleError(errors.VaultDatabaseDamagedError):
    """``vault.db`` is readable but not of the same time as the catalog."""

    code = "vault.key_store_stale"
    trouble = "is an older copy than the catalog"
    advice = "Put the newest vault.db back, or run 'rebuild' to go on with this one."


def create_vault_database(folder: Path, unlocked: UnlockedKeys, clock: Clock) -> None:
    """Make an empty ``vault.db`` in ``folder``."""
    with closing(cipher.connect(folder / VAULT_FILE, unlocked.vault_db, create=True)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        migrations.create(raw.execute, migrations.VAULT, "main")
        raw.execute(
            "INSERT INTO vault_meta(id, vault_id, created_at) VALUES (1, ?, ?)",
            (unlocked.vault_id, iso_utc(clock.now())),
        )
        raw.execute("COMMIT")


def create_catalog(folder: Path, unlocked: UnlockedKeys, name: str = CATALOG_FILE) -> None:
    """Make an empty catalog in ``folder``."""
    with closing(cipher.connect(folder / name, unlocked.catalog, create=True)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        migrations.create(raw.execute, migrations.CATALOG, "main")
        raw.execute(
            "INSERT INTO catalog_meta(id, vault_id, vault_seq, vault_head) VALUES (1, ?, 0, ?)",
            (unlocked.vault_id, FIRST_MAC),
        )
        raw.execute("COMMIT")


def create_files(folder: Path, unlocked: UnlockedKeys, clock: Clock) -> None:
    """Make everything a new vault needs besides its header."""
    create_vault_database(folder, unlocked, clock)
    create_catalog(folder, unlocked)
    make_private_folder(folder / CASES_FOLDER)
    make_private_folder(folder / LIBRARY_FOLDER)
    fsync_dir(folder)


def open_session(
    folder: Path,
    unlocked: UnlockedKeys,
    *,
    read_only: bool,
    vault_file: str = VAULT_FILE,
    catalog_file: str = CATALOG_FILE,
) -> Session:
    """Open catalog and key store of one vault at their present versions.

    Raises CatalogDamagedError or VaultDatabaseDamagedError for the one that is missing, damaged or of
    another vault, VaultTooNewError, or a MachineError.
    """
    try:
        session = Session(
            folder,
            unlocked.catalog,
            unlocked.vault_db,
            read_only=read_only,
            vault_file=vault_file,
            catalog_file=catalog_file,
        )
    except errors.VaultFileError as error:
        raise _of_its_kind(error) from None
    try:
        _bring_up_to_date(session, vault_file)
        _require_own(session, unlocked.vault_id, vault_file)
    except errors.VaultFileError as error:
        session.close()
        raise _of_its_kind(error) from None
    except BaseException:
        session.close()
        raise
    return session


def _of_its_kind(error: Exception) -> Exception:
    if not isinstance(error, errors.VaultFileError) or isinstance(error, errors.RecoveryNeededError):
        return error
    what = error.what or error.trouble
    if error.file == CATALOG_FILE:
        return errors.CatalogDamagedError(what=what)
    return errors.VaultDatabaseDamagedError(error.file, what=what)


def _bring_up_to_date(session: Session, vault_file: str) -> None:
    databases = (
        (migrations.CATALOG, "main", CATALOG_FILE),
        (migrations.VAULT, schema_vault.SCHEMA, vault_file),
    )
    with session.reading() as conn:
        for kind, schema, file in databases:
            with translating(file):
                if session.read_only:
                    migrations.require_current(conn.exec_driver_sql, kind, schema, file)
                else:
                    migrations.upgrade(conn.exec_driver_sql, kind, schema, file)


def _require_own(session: Session, vault_id: str, vault_file: str) -> None:
    with session.reading() as conn:
        with translating(vault_file):
            owner = conn.scalar(select(schema_vault.vault_meta.c.vault_id))
        if owner != vault_id:
            raise errors.VaultDatabaseDamagedError(vault_file, what="of another vault")
        if conn.scalar(select(schema_catalog.catalog_meta.c.vault_id)) != vault_id:
            raise errors.CatalogDamagedError(what="of another vault")


def require_agreement(session: Session, audit: VaultAudit, vault_file: str = VAULT_FILE) -> None:
    """Refuse a key store and a catalog of different times: each transaction on one is known to the other.

    KeyStoreStaleError for an older key store, CatalogDamagedError for an older catalog.
    """
    try:
        with session.reading() as conn:
            known = mirrored(conn)
            with translating(vault_file):
                head = audit.head(conn)
    except errors.DatabaseDamagedError as error:
        raise _of_its_kind(error) from None
    if head.seq > known.seq:
        raise errors.CatalogDamagedError(what="an older copy than the key store")
    if head.seq < known.seq:
        raise KeyStoreStaleError(vault_file)
    if not hmac.compare_digest(head.mac, known.mac):
        raise KeyStoreStaleError(vault_file, what="its history is another one")


def missing_entries(session: Session) -> int:
    """How many entries the catalog knows of the vault chain beyond those in the key store."""
    with session.reading() as conn:
        found = conn.scalar(select(func.max(schema_vault.audit.c.seq))) or 0
        return max(0, mirrored(conn).seq - int(found))


def key_store_fault(session: Session) -> str:
    """What is wrong with vault.db's pages or structure; "" when nothing is."""
    with session.reading() as conn:
        return structure_fault(conn, schema_vault.SCHEMA)


def copy_fault(folder: Path, unlocked: UnlockedKeys) -> str:
    """What is wrong with ``vault.db.bak``; "" when it could take the place of ``vault.db``."""
    try:
        with closing(cipher.connect(folder / VAULT_COPY, unlocked.vault_db, read_only=True)) as raw:
            found = raw.execute("PRAGMA integrity_check").fetchall()
    except errors.VaultFileError as error:
        return error.what or error.trouble
    return "" if found == [("ok",)] else "its structure is damaged"


def refresh_copy(folder: Path) -> None:
    """Make ``vault.db.bak`` equal to ``vault.db``, which must be sound and not in a transaction."""
    content = read_bounded(folder / VAULT_FILE, _MAX_VAULT_FILE)
    copy = folder / VAULT_COPY
    if not copy.exists() or copy.read_bytes() != content:
        write_atomic(copy, content)


def restore_from_copy(folder: Path, stamp: str) -> None:
    """Put ``vault.db.bak`` in the place of ``vault.db``, which is kept as ``vault.db.damaged-<stamp>``."""
    content = read_bounded(folder / VAULT_COPY, _MAX_VAULT_FILE)
    damaged = folder / VAULT_FILE
    if damaged.exists():
        damaged.rename(folder / f"{VAULT_FILE}.damaged-{stamp}")
    damaged.with_name(f"{VAULT_FILE}-journal").unlink(missing_ok=True)
    write_atomic(damaged, content)
