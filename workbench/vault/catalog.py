"""What lists, search and matching ask of the catalog; every answer is a value, no case file is opened."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import and_, bindparam, func, select, text, true

from workbench.base.clock import from_iso_utc
from workbench.model.account import AccountStatus
from workbench.model.party import ContactPoint, Party
from workbench.model.work import AccountFilter, AccountOrder, AccountRow
from workbench.vault import schema_catalog as s
from workbench.vault.catalog_leads import PendingLeads
from workbench.vault.catalog_lists import AccountLists, conditions
from workbench.vault.projection import (
    ACCEPTED_IMPORT,
    EDITION_MARK,
    EDITION_NEWS,
    JUDGED_PERSON,
    PLACED_BY,
    client_key,
    number_key,
    read_debtor,
)
from workbench.vault.search_text import match_expression
from workbench.vault.session import Session
from workbench.vault.values import Identifier, Tombstone

_PAGE = 500
_a = s.account.c
_STATUS = {status.value: status for status in AccountStatus}
_ROWS = (
    select(
        _a.account_id, _a.number, _a.client, _a.creditor, _a.status, _a.balance, _a.currency, _a.debtor_name,
        _a.city, _a.state, _a.birth_year, _a.next_action, _a.next_action_on, _a.assignee, _a.tags,
        _a.last_activity_at, _a.phones, _a.addresses, _a.pending_leads, _a.placed_on, _a.zip,
        _a.promise_due_on, _a.promises_broken, _a.created_at, s.case_state.c.commit_seq,
    )
    .join(s.case_state, s.case_state.c.account_id == _a.account_id)
    .where(_a.account_id.in_(bindparam("page", expanding=True)))
)  # fmt: skip
_TOMBSTONE = msgspec.json.Decoder(Tombstone)


class Catalog(PendingLeads):
    """Reading side of catalog.db, with the pending leads; used in the vault's own thread."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._lists = AccountLists(session)

    def count(self, where: AccountFilter | None = None) -> int:
        """How many accounts there are, or pass ``where``."""
        query = select(func.count()).select_from(s.account).where(*conditions(where or AccountFilter()))
        with self._session.reading() as conn:
            return int(conn.scalar(query) or 0)

    def counts(self, wheres: Sequence[AccountFilter]) -> list[int]:
        """How many accounts pass each of ``wheres``; all counted in one pass over the accounts."""
        if not wheres:
            return []
        counted = [func.count().filter(and_(true(), *conditions(where))) for where in wheres]
        with self._session.reading() as conn:
            return [int(found) for found in conn.execute(select(*counted).select_from(s.account)).one()]

    def find_account(self, client: str, account_number: str) -> str | None:
        """The id of the client's account of that number; None when there is none."""
        query = select(_a.account_id).where(
            _a.client_key == client_key(client), _a.number_key == number_key(account_number)
        )
        with self._session.reading() as conn:
            return conn.scalar(query)

    def account_ids(
        self,
        order: AccountOrder = AccountOrder.NUMBER,
        where: AccountFilter | None = None,
        *,
        descending: bool = False,
    ) -> list[str]:
        """Ids of the accounts that pass ``where``, in ``order``; those without the value come last."""
        return self._lists.listed(order, where or AccountFilter(), descending=descending)[0]

    def account_list(
        self, order: AccountOrder, where: AccountFilter, *, descending: bool, looked_at: str
    ) -> tuple[list[str], int]:
        """:meth:`account_ids`, and the place of an account among them; -1 when it is not listed."""
        return self._lists.listed(order, where, descending=descending, looked_at=looked_at)

    def account_rows(self, account_ids: Sequence[str]) -> list[AccountRow]:
        """The list rows of these accounts, in this order; ids that are gone are left out."""
        found: dict[str, AccountRow] = {}
        with self._session.reading() as conn:
            for start in range(0, len(account_ids), _PAGE):
                page = account_ids[start : start + _PAGE]
                for values in conn.execute(_ROWS, {"page": page}):
                    row = _account_row(*values)
                    found[row.account_id] = row
        return [found[account_id] for account_id in account_ids if account_id in found]

    def search(self, words: str, limit: int = 200) -> list[str]:
        """Ids of accounts in which every word of ``words`` begins some word; that very number first.

        The rest come in the order in which they were placed: ranking 100,000 matches took 0.4 s a key.
        """
        expression = match_expression(words)
        if not expression:
            return []
        exact = select(_a.account_id).where(_a.number_key == number_key(words))
        query = text(
            'SELECT a.account_id FROM account_text JOIN account a ON a."row" = account_text.rowid'
            " WHERE account_text MATCH :words ORDER BY account_text.rowid LIMIT :limit"
        )
        with self._session.reading() as conn:
            found = [*conn.scalars(exact), *conn.scalars(query, {"words": expression, "limit": limit})]
        return list(dict.fromkeys(found))[:limit]

    def identifiers(self, kind: str, value: str) -> tuple[Identifier, ...]:
        """Who has ``value``: kind is phone, email, address, employer, online, ssn, ssn_last4 or name."""
        c = s.identifier.c
        query = select(s.identifier).where(c.kind == kind, c.value == value)
        with self._session.reading() as conn:
            return tuple(Identifier(*row) for row in conn.execute(query))

    def judged_people(self) -> frozenset[tuple[str, str]]:
        """(person key, party id) of every lead that somebody has decided."""
        c = s.identifier.c
        with self._session.reading() as conn:
            rows = conn.execute(select(c.value, c.party_id).where(c.kind == JUDGED_PERSON)).all()
        return frozenset((row.value, row.party_id) for row in rows)

    def accounts_that_accepted(self, import_id: str) -> tuple[str, ...]:
        """The accounts in which a lead of this import was accepted."""
        return tuple(sorted({found.account_id for found in self.identifiers(ACCEPTED_IMPORT, import_id)}))

    def accounts_marked_by(self, edition: str) -> list[str]:
        """The accounts with a judged lead of which the newer edition ``edition`` says otherwise."""
        return sorted({found.account_id for found in self.identifiers(EDITION_MARK, edition)})

    def accounts_with_news(self) -> list[str]:
        """The accounts in which what a newer edition says of somebody accepted has not been read."""
        found = select(s.identifier.c.account_id).where(s.identifier.c.kind == EDITION_NEWS).distinct()
        with self._session.reading() as conn:
            return sorted(conn.scalars(found))

    def accounts_placed_by(self, import_id: str) -> list[str]:
        """The accounts that an import of a client file made or changed."""
        return sorted({found.account_id for found in self.identifiers(PLACED_BY, import_id)})

    def debtor_parties(self) -> Iterator[tuple[str, Party, tuple[ContactPoint, ...]]]:
        """Every debtor and co-debtor with that party's contact points, from the catalog alone."""
        after: int | None = 0
        while after is not None:
            page, after = self.debtor_page(after, 10_000)
            yield from page

    def debtor_page(
        self, after: int, limit: int
    ) -> tuple[list[tuple[str, Party, tuple[ContactPoint, ...]]], int | None]:
        """A page of :meth:`debtor_parties` behind place ``after``, and where to go on (None: done)."""
        d = s.debtor.c
        query = select(d.id, d.account_id, d.body).where(d.id > after).order_by(d.id).limit(limit)
        with self._session.reading() as conn:
            rows = conn.execute(query).all()
        page = [(row.account_id, *read_debtor(row.body)) for row in rows]
        return page, rows[-1].id if rows else None

    def distinct_tags(self) -> list[str]:
        """Every tag in use, in alphabetical order."""
        with self._session.reading() as conn:
            joined = conn.scalars(select(_a.tags).where(_a.tags != "").distinct())
            return sorted({tag for tags in joined for tag in tags.strip("|").split("|")})

    def distinct_assignees(self) -> list[str]:
        """Everybody who has an account, in alphabetical order."""
        with self._session.reading() as conn:
            return sorted(conn.scalars(select(_a.assignee).where(_a.assignee != "").distinct()))

    def promise_results(self) -> tuple[int, int]:
        """How many promises were kept, and how many were kept or broken."""
        query = select(func.sum(_a.promises_kept), func.sum(_a.promises_broken))
        with self._session.reading() as conn:
            kept, broken = conn.execute(query).one()
        return kept or 0, (kept or 0) + (broken or 0)

    def collected(self, first: date, last: date) -> int:
        """Cents paid on the days from ``first`` to ``last``."""
        p = s.payment.c
        query = select(func.sum(p.cents)).where(p.day >= first.isoformat(), p.day <= last.isoformat())
        with self._session.reading() as conn:
            return int(conn.scalar(query) or 0)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Everything ruled out so far, in any account."""
        with self._session.reading() as conn:
            return tuple(_TOMBSTONE.decode(body) for body in conn.scalars(select(s.tombstone.c.body)))


def _account_row(  # the columns of _ROWS, in the order of an AccountRow's fields
    account_id: str,
    account_number: str,
    client: str,
    creditor: str,
    status: str,
    *rest: Any,  # noqa: ANN401  (of the catalog's columns)
) -> AccountRow:
    (balance, currency, name, city, state, birth_year, next_action, next_on, assignee, tags, *more) = rest
    (active_at, phones, addresses, leads, placed_on, zip_code, promise_on, broken, created_at, seq) = more
    return AccountRow(
        account_id, account_number, client, creditor, _STATUS[status], balance, currency, name, city, state,
        birth_year, next_action, _day(next_on), assignee, tuple(tags.strip("|").split("|")) if tags else (),
        from_iso_utc(active_at) if active_at else None, phones, addresses, leads, _day(placed_on), zip_code,
        _day(promise_on), broken, from_iso_utc(created_at) if created_at else None, seq,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
