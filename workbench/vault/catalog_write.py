"""Writes cases' projections and freshness into the catalog; always inside the caller's transaction."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, text, update
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
_OF_ACCOUNT = (
    s.account,
    s.case_state,
    s.pending_lead,
    s.matched_debtor,
    s.judged_lead,
    s.payment,
    s.debtor,
    s.identifier,
    s.tombstone,
)
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
        (s.identifier, sorted((row for p in projections for row in p.identifiers), key=_key_order)),
        (s.tombstone, [row for p in projections for row in p.tombstones]),
        (s.payment, [row for p in projections for row in p.payments]),
        (s.judged_lead, [row for p in projections for row in p.judged]),
    ):
        if rows:
            conn.execute(insert(table), rows)


def _key_order(row: Row) -> tuple[str, str]:
    return str(row["kind"]), str(row["value"])


def update_account(conn: Connection, before: Projection, after: Projection, state: Row) -> None:
    """Replace what the catalog says of one account, where that differs; its row number and leads stay."""
    account_id = after.account["account_id"]
    if before.account != after.account:
        try:
            conn.execute(update(s.account).where(s.account.c.account_id == account_id), after.account)
        except IntegrityError:
            raise DuplicateAccountError from None
    if before.text != after.text:
        row = conn.scalar(select(s.account.c.row).where(s.account.c.account_id == account_id))
        conn.execute(_DROP_TEXT, {"row": row})
        conn.execute(_ADD_TEXT, {**after.text, "row": row})
    if before.debtors != after.debtors:
        conn.execute(delete(s.debtor).where(s.debtor.c.account_id == account_id))
        if after.debtors:
            conn.execute(insert(s.debtor), list(after.debtors))
    _replace_rows(conn, s.identifier, before.identifiers, after.identifiers)
    _replace_rows(conn, s.tombstone, before.tombstones, after.tombstones)
    _replace_rows(conn, s.judged_lead, before.judged, after.judged)
    _replace_rows(conn, s.payment, before.payments, after.payments)
    save_state(conn, state)


def _replace_rows(conn: Connection, table: Table, before: Sequence[Row], after: Sequence[Row]) -> None:
    for row in before:
        if row not in after:
            conn.execute(delete(table).where(*(c == row[c.name] for c in table.primary_key)))
    added = [row for row in after if row not in before]
    if added:
        conn.execute(insert(table), added)


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


def remove_accounts(conn: Connection, account_ids: Sequence[str]) -> None:
    """Forget accounts: every row that speaks of them, their words in the full-text index too.

    Reads the whole of the tables that have no index by account, so that it needs nothing of the cases.
    """
    rows = list(conn.scalars(select(s.account.c.row).where(s.account.c.account_id.in_(account_ids))))
    if rows:
        conn.execute(_DROP_TEXT, [{"row": row} for row in rows])
        conn.execute(text("INSERT INTO account_text(account_text) VALUES ('optimize')"))
    for table in _OF_ACCOUNT:
        conn.execute(delete(table).where(table.c.account_id.in_(account_ids)))
