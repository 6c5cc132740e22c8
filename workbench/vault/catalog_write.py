"""Writes cases' projections and freshness into the catalog; always inside the caller's transaction."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from workbench.base.errors import UserError
from workbench.vault import schema_catalog as s
from workbench.vault.audit import ChainHead
from workbench.vault.files import FileState
from workbench.vault.projection import Projection, Row

_ADD_TEXT = text(
    "INSERT INTO account_text(rowid, number, names, addresses, phones, others)"
    " VALUES (:row, :number, :names, :addresses, :phones, :others)"
)
_DROP_TEXT = text("DELETE FROM account_text WHERE rowid = :row")
_SIDE_TABLES = (s.debtor, s.identifier, s.tombstone)
NO_FILE = FileState(0, b"")


class DuplicateAccountError(UserError):
    """The client has an account of that number already."""

    code = "account.duplicate"

    def __init__(self) -> None:
        super().__init__(
            "An account with this number and client is in the vault already; nothing was added.",
            hint="Update the existing account instead.",
        )


def state_row(account_id: str, head: ChainHead, file: FileState | None) -> Row:
    """The freshness of one case: with ``file`` it is clean, without it was written since it was closed."""
    known = file or NO_FILE
    return {
        "account_id": account_id,
        "commit_seq": head.seq,
        "audit_head": head.mac,
        "state": "clean" if file else "dirty",
        "size": known.size,
        "digest": known.digest,
    }


def add_accounts(conn: Connection, projections: Sequence[Projection], states: Sequence[Row]) -> None:
    """Insert accounts that the catalog does not have; DuplicateAccountError when one is there."""
    first = (conn.scalar(select(func.max(s.account.c.row))) or 0) + 1
    rows = [{**p.account, "row": first + i, "pending_leads": 0} for i, p in enumerate(projections)]
    try:
        conn.execute(insert(s.account), rows)
    except IntegrityError:
        raise DuplicateAccountError from None
    conn.execute(insert(s.case_state), states)
    conn.execute(_ADD_TEXT, [{**p.text, "row": first + i} for i, p in enumerate(projections)])
    _add_side_rows(conn, projections)


def _add_side_rows(conn: Connection, projections: Sequence[Projection]) -> None:
    for table, rows in (
        (s.debtor, [row for p in projections for row in p.debtors]),
        (s.identifier, [row for p in projections for row in p.identifiers]),
        (s.tombstone, [row for p in projections for row in p.tombstones]),
    ):
        if rows:
            conn.execute(insert(table), rows)


def update_account(conn: Connection, projection: Projection, state: Row) -> None:
    """Replace what the catalog says of one account; its row number and pending leads stay."""
    account_id = projection.account["account_id"]
    try:
        conn.execute(update(s.account).where(s.account.c.account_id == account_id), projection.account)
    except IntegrityError:
        raise DuplicateAccountError from None
    row = conn.scalar(select(s.account.c.row).where(s.account.c.account_id == account_id))
    conn.execute(_DROP_TEXT, {"row": row})
    conn.execute(_ADD_TEXT, {**projection.text, "row": row})
    for table in _SIDE_TABLES:
        conn.execute(delete(table).where(table.c.account_id == account_id))
    _add_side_rows(conn, [projection])
    save_state(conn, state)


def save_state(conn: Connection, state: Row) -> None:
    """Record the freshness of one case."""
    made = upsert(s.case_state).values(state)
    conn.execute(made.on_conflict_do_update(index_elements=["account_id"], set_=state))


_CLEAN = (
    update(s.case_state)
    .where(s.case_state.c.account_id == bindparam("of"), s.case_state.c.commit_seq == bindparam("at"))
    .values(state="clean", size=bindparam("new_size"), digest=bindparam("new_digest"))
)


def mark_clean(conn: Connection, closed: Sequence[tuple[str, int, FileState]]) -> None:
    """Record what closed files were: (account id, commit number, state); ignores cases written since."""
    rows = [
        {"of": account_id, "at": seq, "new_size": file.size, "new_digest": file.digest}
        for account_id, seq, file in closed
    ]
    if rows:
        conn.execute(_CLEAN, rows)


def remove_account(conn: Connection, account_id: str) -> None:
    """Forget an account: every row that speaks of it, its words in the full-text index too."""
    row = conn.scalar(select(s.account.c.row).where(s.account.c.account_id == account_id))
    if row is not None:
        conn.execute(_DROP_TEXT, {"row": row})
        conn.execute(text("INSERT INTO account_text(account_text) VALUES ('optimize')"))
    for table in (s.account, s.case_state, s.pending_lead, *_SIDE_TABLES):
        conn.execute(delete(table).where(table.c.account_id == account_id))
