"""Pending leads: proposals that nobody has judged yet.  They live in the catalog and can be found again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice

from sqlalchemy import (
    Connection,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from workbench.model.corroboration import LeadGroup
from workbench.model.explanation import Band
from workbench.model.lead import Lead, LeadStatus
from workbench.vault import schema_catalog as s
from workbench.vault.case_codec import encode
from workbench.vault.catalog_groups import (
    has_row_of,
    headed,
    heads,
    party_groups,
    read_lead,
    settle_groups,
    standing,
)
from workbench.vault.projection import Row
from workbench.vault.session import Session
from workbench.vault.values import TombstoneKind

_BATCH = 5000
_PAGE = 500
_p = s.pending_lead.c
_BEST_BANDS_FIRST = case(
    {Band.STRONG.value: 0, Band.REVIEW.value: 1, Band.RELATIVE.value: 2}, value=_p.band, else_=3
)


class LeadOrder(StrEnum):
    """How pending leads are listed."""

    BITS = "bits"  # the best band first, in it the strongest evidence
    ACCOUNT = "account"  # by account and party, best candidate first


class PendingLeads:
    """Pending leads of the catalog; ``account.pending_leads`` always counts them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_pending(self, leads: Iterable[Lead]) -> int:
        """Add ``leads`` (an id that is there is replaced); how many were added.  One transaction."""
        with self._session.writing() as conn:
            return add_leads(conn, leads)

    def replace_pending(
        self, import_id: str, leads: Iterable[Lead], accounts: Collection[str] | None = None
    ) -> int:
        """Make ``leads`` the only pending ones of an import, of all accounts or of ``accounts`` alone.

        How many there are of them; one transaction.
        """
        with self._session.writing() as conn:
            remove_import_leads(conn, import_id, accounts)
            return add_leads(conn, leads)

    def rows_waiting(self, import_id: str, accounts: Collection[str] | None = None) -> list[Lead]:
        """Every pending lead of an import, each row for itself, hidden ones too."""
        with self._session.reading() as conn:
            if accounts is None:
                return [read_lead(b) for b in conn.scalars(select(_p.body).where(_p.import_id == import_id))]
            found: list[Lead] = []
            for page in _pages(sorted(accounts)):
                query = select(_p.body).where(_p.import_id == import_id, _p.account_id.in_(page))
                found += map(read_lead, conn.scalars(query))
            return found

    def rows_of_party(self, account_id: str, party_id: str) -> list[Lead]:
        """Every pending lead of a party, each row for itself, hidden ones too."""
        query = select(_p.body).where(_p.account_id == account_id, _p.party_id == party_id)
        with self._session.reading() as conn:
            return [read_lead(body) for body in conn.scalars(query)]

    def store_changed(self, leads: list[Lead]) -> None:
        """Store pending leads as they are now, where they are; one transaction."""
        with self._session.writing() as conn:
            _change(conn, leads)
            settle_groups(conn, {lead.account_id for lead in leads})

    def supersede(
        self, import_id: str, hidden: list[str], *, shown: list[str], changed: list[Lead], drop: list[str]
    ) -> None:
        """Hide the leads ``hidden`` behind the rows of a newer edition (``import_id``) until that is undone.

        Those ``shown`` that this edition hid before wait again; ``changed`` leads are stored as they are
        now, ``drop`` are removed.  One transaction.
        """
        with self._session.writing() as conn:
            touched = {lead.account_id for lead in changed}
            for page in _pages(drop):
                gone = delete(s.pending_lead).where(_p.lead_id.in_(page)).returning(_p.account_id)
                touched.update(conn.scalars(gone))
            for page in _pages(shown):
                own = update(s.pending_lead).where(_p.lead_id.in_(page), _p.superseded_by == import_id)
                touched.update(conn.scalars(own.values(superseded_by="").returning(_p.account_id)))
            _change(conn, changed)
            for page in _pages(hidden):
                others = update(s.pending_lead).where(_p.lead_id.in_(page), _p.superseded_by != import_id)
                hiding = others.values(superseded_by=import_id).returning(_p.account_id)
                touched.update(conn.scalars(hiding))
            settle_groups(conn, touched)

    def remove_pending(self, import_id: str) -> int:
        """Remove an import's pending leads; how many there were."""
        with self._session.writing() as conn:
            return remove_import_leads(conn, import_id)

    def drop_pending(self, lead_ids: Iterable[str]) -> None:
        """Remove these leads from the pending ones."""
        with self._session.writing() as conn:
            drop_leads(conn, list(lead_ids))

    def pending_leads(
        self,
        order: LeadOrder = LeadOrder.BITS,
        limit: int | None = None,
        *,
        offset: int = 0,
        account_id: str | None = None,
        import_id: str | None = None,
    ) -> tuple[Lead, ...]:
        """Pending leads, all of them or those of one account or import; hidden ones are left out.

        Those that are one person are one: the strongest, with their joint reasoning.
        """
        query = select(_p.lead_id, _p.body, _p.group_size, _p.band).where(standing(), heads())
        if account_id is not None:
            query = query.where(_p.account_id == account_id)
        if import_id is not None:
            query = query.where(has_row_of(import_id))
        if order is LeadOrder.BITS:
            query = query.order_by(_BEST_BANDS_FIRST, _p.bits.desc(), _p.lead_id)
        else:
            query = query.order_by(_p.account_id, _p.party_id, _p.rank, _p.bits.desc())
        with self._session.reading() as conn:
            rows = conn.execute(query.limit(limit).offset(offset)).all()
            return tuple(headed(conn, row.body, row.group_size, row.band) for row in rows)

    def count_pending(self, import_id: str | None = None) -> int:
        """How many leads are pending, in all or of one import; hidden ones do not count.

        Those that are one person count once.
        """
        query = select(func.count()).select_from(s.pending_lead).where(standing(), heads())
        if import_id is not None:
            query = query.where(has_row_of(import_id))
        with self._session.reading() as conn:
            return int(conn.scalar(query) or 0)

    def leads_by_import(self) -> list[tuple[str, int, int]]:
        """(import id, pending leads, strong ones among them), the most first.

        Leads that are one person count once in each of their imports.
        """
        strong = func.count(case((_p.band == Band.STRONG.value, _p.group_id)).distinct())
        found = func.count(_p.group_id.distinct())
        query = select(_p.import_id, found, strong).where(standing()).group_by(_p.import_id)
        with self._session.reading() as conn:
            rows = conn.execute(query.order_by(found.desc(), _p.import_id)).all()
        return [(row[0], int(row[1]), int(row[2])) for row in rows]

    def group(self, lead_id: str) -> LeadGroup | None:
        """The pending lead of that id with those of the same person.

        None when it is judged, gone or hidden.
        """
        query = select(_p.account_id, _p.party_id).where(_p.lead_id == lead_id, standing())
        with self._session.reading() as conn:
            row = conn.execute(query).one_or_none()
            groups = party_groups(conn, row.account_id, row.party_id) if row is not None else []
        return next((g for g in groups if any(lead.lead_id == lead_id for lead in g.leads)), None)

    def groups_of_party(self, account_id: str, party_id: str) -> list[LeadGroup]:
        """Everybody whom the pending leads of a party describe, with who contradicts whom."""
        with self._session.reading() as conn:
            return party_groups(conn, account_id, party_id)

    def lead(self, lead_id: str) -> Lead | None:
        """The pending lead of that id; None when it is judged, removed or never was."""
        with self._session.reading() as conn:
            body = conn.scalar(select(_p.body).where(_p.lead_id == lead_id))
        return None if body is None else read_lead(body)


def _change(conn: Connection, leads: list[Lead]) -> None:
    for lead in leads:
        row = _row(lead)
        values = {name: row[name] for name in ("body", "person_key")}
        conn.execute(update(s.pending_lead).where(_p.lead_id == lead.lead_id).values(values))


def _row(lead: Lead) -> Row:
    return {
        "group_id": lead.lead_id,
        "group_size": 1,
        "superseded_by": "",
        "lead_id": lead.lead_id,
        "account_id": lead.account_id,
        "party_id": lead.party_id,
        "import_id": lead.person.import_id,
        "bits": lead.explanation.bits,
        "rank": lead.rank,
        "band": lead.explanation.band.value,
        "body": encode(lead),
        "p_same": lead.explanation.p_same,
        "person_key": lead.person.person_key,
        "debtor_key": lead.debtor_key,
    }


def add_leads(conn: Connection, leads: Iterable[Lead]) -> int:
    """Add pending leads inside the caller's transaction (an id that is there is replaced); how many.

    Those of an account that is gone, destroyed while a file was matched, are left out.
    """
    added = 0
    touched: set[str] = set()
    waiting = iter(leads)
    while batch := list(islice(waiting, _BATCH)):
        there = _accounts_there(conn, {lead.account_id for lead in batch})
        rows = [_row(lead) for lead in batch if lead.account_id in there]
        if not rows:
            continue
        conn.execute(insert(s.pending_lead).prefix_with("OR REPLACE"), rows)
        touched.update(str(row["account_id"]) for row in rows)
        added += len(rows)
    settle_groups(conn, touched)
    return added


def _accounts_there(conn: Connection, accounts: Collection[str]) -> set[str]:
    found: set[str] = set()
    for page in _pages(sorted(accounts)):
        found.update(conn.scalars(select(s.account.c.account_id).where(s.account.c.account_id.in_(page))))
    return found


def remove_import_leads(conn: Connection, import_id: str, accounts: Collection[str] | None = None) -> int:
    """Remove an import's pending leads (of ``accounts`` alone) inside the caller's transaction; how many.

    Without the whole of a newer edition the rows whose place it took wait again.
    """
    touched = set(conn.scalars(select(_p.account_id).where(_p.import_id == import_id).distinct()))
    if accounts is None:
        removed = conn.execute(delete(s.pending_lead).where(_p.import_id == import_id)).rowcount
        back = update(s.pending_lead).where(_p.superseded_by == import_id).returning(_p.account_id)
        touched.update(conn.scalars(back.values(superseded_by="")))
    else:
        touched &= set(accounts)
        removed = 0
        for page in _pages(sorted(touched)):
            condition = (_p.import_id == import_id, _p.account_id.in_(page))
            removed += conn.execute(delete(s.pending_lead).where(*condition)).rowcount
    settle_groups(conn, touched)
    return removed


def _pages(ids: list[str]) -> Iterator[list[str]]:
    return (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))


def drop_leads(conn: Connection, lead_ids: list[str]) -> None:
    """Remove pending leads inside the caller's transaction, as when they are judged."""
    for lead_id in lead_ids:
        query = delete(s.pending_lead).where(_p.lead_id == lead_id).returning(_p.account_id)
        settle_groups(conn, set(conn.scalars(query)))


def settle_searched(conn: Connection, account_id: str, gone: Collection[str]) -> None:
    """Forget what a match found for parties of an account that are searched for no longer (``gone``).

    What a person proposed for them waits on.  Searched for again, they are matched anew.
    """
    if not gone:
        return
    by_match = func.json_extract(_p.body, "$.proposed_at").is_(None)
    conn.execute(
        delete(s.pending_lead).where(_p.account_id == account_id, _p.party_id.in_(sorted(gone)), by_match)
    )
    m = s.matched_debtor.c
    conn.execute(delete(s.matched_debtor).where(m.account_id == account_id, m.party_id.in_(sorted(gone))))
    settle_groups(conn, {account_id})


def accounts_hidden_by(conn: Connection, accounts: Collection[str]) -> set[str]:
    """The other accounts on which a rejection made for one of ``accounts`` hides a lead."""
    t = s.tombstone.c
    found: set[str] = set()
    for page in _pages(sorted(accounts)):
        stones = select(t.value).where(t.kind == TombstoneKind.PERSON.value, t.account_id.in_(page))
        found.update(conn.scalars(select(_p.account_id).where(_p.person_key.in_(stones)).distinct()))
    return found - set(accounts)


def settle_judged(conn: Connection, leads: Sequence[Lead]) -> None:
    """Make the pending leads agree with ``leads``, just stored in a case; in the caller's transaction.

    Judged ones leave the pending, those taken back return, and so do proposals that were withdrawn and that a
    match finds too; counts follow on every account on which a judgment hides or shows the same person.
    """
    if not leads:
        return
    ids = [lead.lead_id for lead in leads]
    touched = {lead.account_id for lead in leads}
    gone = delete(s.pending_lead).where(_p.lead_id.in_(ids)).returning(_p.lead_id, _p.superseded_by)
    hidden = {row.lead_id: row.superseded_by for row in conn.execute(gone)}
    waiting = (lead for lead in leads if lead.status is LeadStatus.PENDING)
    back = [lead for lead in waiting if lead.matched or not lead.withdrawn]
    if back:
        rows = [{**_row(lead), "superseded_by": hidden.get(lead.lead_id, "")} for lead in back]
        conn.execute(insert(s.pending_lead), rows)
    keys = sorted({lead.person.person_key for lead in leads} - {""})
    touched.update(conn.scalars(select(_p.account_id).where(_p.person_key.in_(keys)).distinct()))
    settle_groups(conn, touched)
