"""The imported public-record files of a vault: each with a key of its own, kept in vault.db.

A slot is reserved before the file is written (by a child process that gets the path and the key alone) and
counts only once registered; the file of a slot that never was is removed at the next opening.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from workbench.base.clock import Clock
from workbench.base.ids import new_id
from workbench.model.importing import ImportRecord, RowProblem
from workbench.model.presence import Presence
from workbench.vault import errors, keys
from workbench.vault import schema_vault as s
from workbench.vault.audit import AuditItem
from workbench.vault.case_codec import body_digest, encode
from workbench.vault.catalog_leads import remove_import_leads
from workbench.vault.construction import Construction, sync_all
from workbench.vault.files import FileState, file_state, make_private_folder
from workbench.vault.keys import UnlockedKeys
from workbench.vault.library_file import LibraryFile
from workbench.vault.library_lookups import Lookups
from workbench.vault.library_renewal import put_in_place, renewed_path, settle_renewals
from workbench.vault.library_terms import term_keys
from workbench.vault.registry import UnknownImportError, insert_import, set_presence, set_undone
from workbench.vault.session import Session
from workbench.vault.values import Reject
from workbench.vault.vault_audit import VaultAudit

LIBRARY_FOLDER = "library"
_KEY_KIND = "library"
_SUFFIX = ".records"
_SEARCH_CACHE_KIB = 96 * 1024
"""Page cache of all files that are kept open for searching, together."""


@dataclass(frozen=True, slots=True)
class LibrarySlot:
    """Where one import's library file is to be written and under which key; ``repr`` shows no key."""

    import_id: str
    path: Path
    key: bytes

    def __repr__(self) -> str:
        return f"LibrarySlot(import_id={self.import_id!r})"


class Library:
    """The library files of one open vault; used in the vault's own thread."""

    def __init__(self, session: Session, unlocked: UnlockedKeys, audit: VaultAudit, clock: Clock) -> None:
        self._session = session
        self._keys = unlocked
        self._audit = audit
        self._clock = clock
        self._folder = session.folder / LIBRARY_FOLDER
        self._construction = Construction(self._folder, self.path)
        self._reserved: set[str] = set()
        self._searched: dict[str, tuple[LibraryFile, Lookups]] = {}
        self._files = 0

    def path(self, import_id: str) -> Path:
        """Where the library file of an import lies."""
        return self._folder / f"{import_id}{_SUFFIX}"

    def reserve(self) -> LibrarySlot:
        """A new import id with the path and key of its library file; nothing is stored yet."""
        self._session.require_writable()
        make_private_folder(self._folder)
        import_id = new_id()
        self._reserved.add(import_id)
        self._construction.begin(sorted(self._reserved))
        return LibrarySlot(import_id, self.path(import_id), keys.new_key())

    def register(
        self, slot: LibrarySlot, record: ImportRecord, problems: Iterable[Reject | RowProblem] = ()
    ) -> None:
        """Make a finished file count: its wrapped key, the import and its problems in one transaction.

        The file is checked to open and to be finished.  ValueError when ``record`` is of another import.
        """
        if record.import_id != slot.import_id:
            raise ValueError("the record of another import")
        with LibraryFile(slot.path, slot.key):
            pass
        sync_all([slot.path])
        state = file_state(slot.path, self._keys.digest)
        row = {
            "import_id": slot.import_id,
            "version": 1,
            "wrapped": self._keys.wrap(slot.key, kind=_KEY_KIND, owner=slot.import_id),
            "size": state.size,
            "digest": state.digest,
        }
        with self._session.writing() as conn:
            insert_import(conn, record, problems)
            conn.execute(insert(s.library_file), row)
            items = (AuditItem("import", slot.import_id, "put", body_digest(encode(record))),)
            self._audit.append(conn, "add_import", subject=slot.import_id, items=items)
        self._release(slot)

    def note_presence(self, import_id: str, told: Presence) -> None:
        """Keep what a match with all debtors told of who the file holds."""
        with self._session.writing() as conn:
            body = set_presence(conn, import_id, told)
            items = (AuditItem("import", import_id, "put", body_digest(body)),)
            self._audit.append(conn, "match_library", subject=import_id, items=items)

    def discard(self, slot: LibrarySlot) -> None:
        """Remove the file of a slot that is not to be registered."""
        self._release(slot)

    def _release(self, slot: LibrarySlot) -> None:
        self._reserved.discard(slot.import_id)
        self.settle_construction()

    def ids(self) -> list[str]:
        """Imports whose library file is kept."""
        with self._session.reading() as conn:
            return list(conn.scalars(select(s.library_file.c.import_id).order_by(s.library_file.c.import_id)))

    def expected_paths(self) -> set[Path]:
        """Where library files may be: those that are kept, and those being written just now."""
        return {self.path(import_id) for import_id in (*self.ids(), *self._reserved)}

    def key(self, import_id: str) -> bytes:
        """The key of an import's library file; UnknownImportError when it is not (or no longer) kept."""
        return self._unwrapped(import_id, self._row(import_id))

    def recorded(self, import_id: str) -> FileState:
        """Size and digest that the library file had when it was registered."""
        row = self._row(import_id)
        return FileState(row.size, row.digest)

    def _row(self, import_id: str) -> Row[Any]:
        with self._session.reading() as conn:
            row = conn.execute(
                select(s.library_file).where(s.library_file.c.import_id == import_id)
            ).one_or_none()
        if row is None:
            raise UnknownImportError(import_id)
        return row

    def _unwrapped(self, import_id: str, row: Row[Any]) -> bytes:
        return self._keys.unwrap(row.wrapped, kind=_KEY_KIND, owner=import_id, version=row.version)

    def open(self, import_id: str) -> LibraryFile:
        """The library file for reading; close it.  LibraryMissingError or LibraryDamagedError names it.

        Compares the size; the digest of a large file is compared by ``verify``.
        """
        return self.opener(import_id)()

    def opener(self, import_id: str) -> Callable[[], LibraryFile]:
        """What opens the library file in whichever thread calls it; errors as :meth:`open` then."""
        row = self._row(import_id)
        known = FileState(row.size, row.digest)
        return partial(_open, self.path(import_id), self._unwrapped(import_id, row), known)

    def lookups(self, import_id: str) -> Lookups:
        """The look-up tables of an import's file, open until :meth:`close`; errors as :meth:`open`.

        Opening a file costs more than most look-ups, and what was read stays in its cache.
        """
        if import_id not in self._searched:
            opened = self.open(import_id)
            if not self._searched:
                self._files = len(self.ids())
            share = max(512, _SEARCH_CACHE_KIB // max(1, self._files, len(self._searched) + 1))
            self._searched[import_id] = opened, opened.lookups(share)
        return self._searched[import_id][1]

    def note(self, action: str, subject: str, reason: str, items: tuple[AuditItem, ...]) -> None:
        """Enter a use of the record files in the audit chain; ``subject``: an account's id or ""."""
        self._session.require_writable()
        with self._session.writing() as conn:
            self._audit.append(conn, action, subject=subject, reason=reason, items=items)

    def close(self) -> None:
        """Close the files that are open for searching; they open again when they are needed."""
        for opened, _ in self._searched.values():
            opened.close()
        self._searched.clear()
        term_keys.cache_clear()

    def put_renewed(self, import_id: str) -> None:
        """Let the finished new form of an import's file (``library_renewal``) count in the old one's place.

        It must hold as many people and rejected rows.  UnknownImportError, LibraryDamagedError.
        """
        self._session.require_writable()
        path = self.path(import_id)
        with self.open(import_id) as old, LibraryFile(renewed_path(path), self.key(import_id)) as new:
            if new.counts() != old.counts():
                raise errors.LibraryDamagedError(path.name, what="its new form holds other rows")
        sync_all([renewed_path(path)])
        state = file_state(renewed_path(path), self._keys.digest)
        self.close()
        with self._session.writing() as conn:
            c = s.library_file.c
            conn.execute(
                update(s.library_file)
                .where(c.import_id == import_id)
                .values(size=state.size, digest=state.digest)
            )
            self._audit.append(conn, "renew_library", subject=import_id)
        put_in_place(path)

    def settle_renewals(self) -> None:
        """Put in place, or remove, what a crash left of new forms; called at opening."""
        settle_renewals(self._folder, self.ids(), self.recorded, self._keys.digest)

    def delete(self, import_id: str) -> ImportRecord:
        """Undo an import: its key, its pending leads and its file are gone, the registry marks it undone."""
        self._session.require_writable()
        self.close()
        self._construction.begin([import_id, *sorted(self._reserved)])
        with self._session.writing() as conn:
            record = set_undone(conn, import_id, self._clock.now())
            conn.execute(delete(s.library_file).where(s.library_file.c.import_id == import_id))
            remove_import_leads(conn, import_id)
            self._audit.append(conn, "undo_import", subject=import_id)
        self.settle_construction()
        return record

    def settle_construction(self) -> None:
        """Remove files of slots that were never registered, and of undone imports; called at opening."""
        with self._session.reading():
            self._construction.settle(lambda import_ids: self._reserved | self._with_key(import_ids))
        if self._reserved:
            self._construction.begin(sorted(self._reserved))

    def _with_key(self, import_ids: list[str]) -> set[str]:
        """Those of the imports whose library file's key vault.db keeps."""
        c = s.library_file.c
        with self._session.reading() as conn:
            return set(conn.scalars(select(c.import_id).where(c.import_id.in_(import_ids))))


def _open(path: Path, key: bytes, known: FileState) -> LibraryFile:
    try:
        opened = LibraryFile(path, key)
    except errors.DatabaseMissingError:
        raise errors.LibraryMissingError(path.name) from None
    except errors.DatabaseDamagedError as error:
        raise errors.LibraryDamagedError(path.name, what=error.what) from None
    if path.stat().st_size != known.size:
        opened.close()
        raise errors.LibraryDamagedError(path.name, what="it has another size than it was written with")
    return opened
