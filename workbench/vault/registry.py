"""What vault.db keeps besides keys: imports and their problems, mappings, clients, users, settings, texts."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from workbench.base.clock import Clock, from_iso_utc, iso_utc
from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.importing import ImportKind, ImportRecord, RowProblem
from workbench.model.presence import Presence
from workbench.model.registry import Client, SavedMapping, User
from workbench.vault import schema_vault as s
from workbench.vault.audit import AuditItem
from workbench.vault.case_codec import body_digest, encode
from workbench.vault.session import Session
from workbench.vault.values import Reject, Resource
from workbench.vault.vault_audit import VaultAudit

_IMPORT = msgspec.json.Decoder(ImportRecord)
_DRAFT = "draft:"


class UnknownImportError(UserError):
    """No import of that id is registered."""

    code = "import.unknown"

    def __init__(self, import_id: str) -> None:
        super().__init__(
            f"There is no import {import_id} in this vault.", hint="List the imports to see their ids."
        )


class Registry:
    """Repositories over vault.db; every change is one transaction with its audit entry."""

    def __init__(self, session: Session, audit: VaultAudit, clock: Clock) -> None:
        self._session = session
        self._audit = audit
        self._clock = clock

    # Imports

    def add_import(self, record: ImportRecord, problems: Iterable[Reject | RowProblem] = ()) -> None:
        """Register an import with the rows it did not take."""
        with self._session.writing() as conn:
            insert_import(conn, record, problems)
            self._note(conn, "add_import", record.import_id, encode(record))

    def imports(self, kind: ImportKind | None = None) -> tuple[ImportRecord, ...]:
        """Registered imports, newest first, undone ones too."""
        query = select(s.imports.c.body).order_by(s.imports.c.imported_at.desc(), s.imports.c.import_id)
        if kind is not None:
            query = query.where(s.imports.c.kind == kind.value)
        return _records(self._session, query)

    def import_record(self, import_id: str) -> ImportRecord | None:
        """The import of that id."""
        return next(
            iter(_records(self._session, select(s.imports.c.body).where(s.imports.c.import_id == import_id))),
            None,
        )

    def import_by_digest(self, kind: ImportKind, file_digest: str) -> ImportRecord | None:
        """The import of that very file, unless it was undone."""
        c = s.imports.c
        query = select(c.body).where(c.kind == kind.value, c.file_digest == file_digest, c.undone_at == "")
        return next(iter(_records(self._session, query.order_by(c.imported_at.desc()))), None)

    def problems(self, import_id: str) -> tuple[Reject, ...]:
        """Rows that the import did not take, in file order."""
        c = s.import_problem.c
        query = select(c.row_number, c.reason, c.raw).where(c.import_id == import_id).order_by(c.place)
        with self._session.reading() as conn:
            return tuple(Reject(*row) for row in conn.execute(query))

    def mark_undone(self, import_id: str) -> ImportRecord:
        """Record that an import was undone; UnknownImportError when there is none."""
        with self._session.writing() as conn:
            record = set_undone(conn, import_id, self._clock.now())
            self._note(conn, "undo_import", import_id, encode(record))
        return record

    def _note(self, conn: Connection, action: str, subject: str, body: str = "") -> None:
        items = (AuditItem(action, subject, "put", body_digest(body)),) if body else ()
        self._audit.append(conn, action, subject=subject, items=items)

    # Mappings

    def save_mapping(self, fingerprint: str, kind: ImportKind, toml: str) -> None:
        """Keep (or replace) the mapping for files of this header fingerprint."""
        row = {
            "fingerprint": fingerprint,
            "kind": kind.value,
            "toml": toml,
            "saved_at": iso_utc(self._clock.now()),
        }
        self._put(s.mapping, row, ("fingerprint", "kind"), "save_mapping", fingerprint)

    def mapping(self, fingerprint: str, kind: ImportKind) -> SavedMapping | None:
        """The mapping kept for this header fingerprint."""
        c = s.mapping.c
        with self._session.reading() as conn:
            row = conn.execute(
                select(c.toml, c.saved_at).where(c.fingerprint == fingerprint, c.kind == kind.value)
            ).one_or_none()
        return row and SavedMapping(fingerprint, kind, row.toml, from_iso_utc(row.saved_at))

    def mappings(self, kind: ImportKind) -> tuple[SavedMapping, ...]:
        """Every mapping kept for files of this kind."""
        c = s.mapping.c
        with self._session.reading() as conn:
            rows = conn.execute(select(c.fingerprint, c.toml, c.saved_at).where(c.kind == kind.value)).all()
        return tuple(SavedMapping(r.fingerprint, kind, r.toml, from_iso_utc(r.saved_at)) for r in rows)

    def delete_mapping(self, fingerprint: str, kind: ImportKind) -> bool:
        """Forget the mapping kept for this header fingerprint; whether there was one."""
        c = s.mapping.c
        with self._session.writing() as conn:
            done = conn.execute(delete(s.mapping).where(c.fingerprint == fingerprint, c.kind == kind.value))
            if done.rowcount:
                self._note(conn, "delete_mapping", fingerprint)
        return bool(done.rowcount)

    # Clients and users

    def clients(self) -> tuple[Client, ...]:
        """Every client, by name."""
        with self._session.reading() as conn:
            return tuple(Client(*row) for row in conn.execute(select(s.client).order_by(s.client.c.name)))

    def ensure_clients(self, names: Iterable[str]) -> None:
        """Add the clients of these names that are not there yet."""
        known = {client.name for client in self.clients()}
        for name in dict.fromkeys(names):
            if name not in known:
                self.save_client(Client(new_id(), name))

    def save_client(self, client: Client) -> None:
        """Add or replace a client."""
        self._put(s.client, _fields(client), ("client_id",), "save_client", client.client_id)

    def users(self) -> tuple[User, ...]:
        """Every user, by name."""
        with self._session.reading() as conn:
            return tuple(User(*row) for row in conn.execute(select(s.user).order_by(s.user.c.name)))

    def save_user(self, user: User) -> None:
        """Add or replace a user."""
        self._put(s.user, _fields(user), ("user_id",), "save_user", user.user_id)

    # Settings, rule packs, templates

    def setting(self, key: str, default: object = None) -> Any:  # noqa: ANN401  (plain JSON values)
        """The value kept under ``key``."""
        with self._session.reading() as conn:
            value = conn.scalar(select(s.setting.c.value).where(s.setting.c.key == key))
        return default if value is None else msgspec.json.decode(value)

    def set_setting(self, key: str, value: object) -> None:
        """Keep a plain JSON value under ``key``; None removes it."""
        if value is not None:
            self._put(s.setting, {"key": key, "value": encode(value)}, ("key",), "set_setting", key)
            return
        with self._session.writing() as conn:
            conn.execute(delete(s.setting).where(s.setting.c.key == key))
            self._note(conn, "remove_setting", key)

    def draft(self, key: str) -> Any:  # noqa: ANN401  (plain JSON values)
        """What was typed and not yet saved under ``key``; None when nothing was."""
        return self.setting(_DRAFT + key)

    def keep_draft(self, key: str, value: object) -> None:
        """Keep a draft (a plain JSON value) under ``key``; None removes it.

        Drafts leave no audit entry: they are kept every few seconds and nothing of the case changes.
        """
        query = delete(s.setting).where(s.setting.c.key == _DRAFT + key)
        with self._session.writing() as conn:
            conn.execute(query)
            if value is not None:
                conn.execute(insert(s.setting), {"key": _DRAFT + key, "value": encode(value)})

    def settings(self) -> dict[str, Any]:
        """All settings; drafts are none."""
        with self._session.reading() as conn:
            rows = conn.execute(select(s.setting.c.key, s.setting.c.value).order_by(s.setting.c.key)).all()
        return {key: msgspec.json.decode(value) for key, value in rows if not key.startswith(_DRAFT)}

    def save_resource(self, resource: Resource) -> None:
        """Keep a rule pack or template; the same name and version is replaced."""
        self._put(s.resource, _fields(resource), ("kind", "name", "version"), "save_resource", resource.name)

    def resources(self, kind: str) -> tuple[Resource, ...]:
        """Rule packs (kind ``rule_pack``) or templates (kind ``template``), by name and version."""
        c = s.resource.c
        with self._session.reading() as conn:
            rows = conn.execute(select(s.resource).where(c.kind == kind).order_by(c.name, c.version))
            return tuple(Resource(*row) for row in rows)

    def _put(self, table: Any, row: dict[str, Any], key: Sequence[str], action: str, subject: str) -> None:  # noqa: ANN401
        statement = upsert(table).values(row).on_conflict_do_update(index_elements=list(key), set_=row)
        with self._session.writing() as conn:
            conn.execute(statement)
            self._note(conn, action, subject, encode(row))


def _fields(value: Client | User | Resource) -> dict[str, Any]:
    return dataclasses.asdict(value)


def insert_import(conn: Connection, record: ImportRecord, problems: Iterable[Reject | RowProblem]) -> None:
    """Add the rows of an import inside the caller's transaction."""
    row = {
        "import_id": record.import_id,
        "kind": record.kind.value,
        "file_digest": record.file_digest,
        "imported_at": iso_utc(record.imported_at),
        "undone_at": iso_utc(record.undone_at) if record.undone_at else "",
        "body": encode(record),
    }
    conn.execute(insert(s.imports), row)
    rows = [
        {
            "import_id": record.import_id,
            "place": place,
            "row_number": problem.row_number,
            "reason": problem.reason,
            "raw": problem.raw if isinstance(problem, Reject) else "",
        }
        for place, problem in enumerate(problems, 1)
    ]
    if rows:
        conn.execute(insert(s.import_problem), rows)


def set_presence(conn: Connection, import_id: str, told: Presence) -> str:
    """Keep who an import's file holds; the new body of the import."""
    body = conn.scalar(select(s.imports.c.body).where(s.imports.c.import_id == import_id))
    if body is None:
        raise UnknownImportError(import_id)
    record = _IMPORT.decode(body).telling(told)
    conn.execute(update(s.imports).where(s.imports.c.import_id == import_id).values(body=encode(record)))
    return encode(record)


def set_undone(conn: Connection, import_id: str, at: datetime) -> ImportRecord:
    """Mark an import as undone inside the caller's transaction; UnknownImportError when there is none."""
    body = conn.scalar(select(s.imports.c.body).where(s.imports.c.import_id == import_id))
    if body is None:
        raise UnknownImportError(import_id)
    record = dataclasses.replace(_IMPORT.decode(body), undone_at=at)
    conn.execute(
        update(s.imports)
        .where(s.imports.c.import_id == import_id)
        .values(body=encode(record), undone_at=iso_utc(at))
    )
    return record


def _records(session: Session, query: Any) -> tuple[ImportRecord, ...]:  # noqa: ANN401
    with session.reading() as conn:
        return tuple(_IMPORT.decode(body) for body in conn.scalars(query))
