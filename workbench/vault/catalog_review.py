"""What a review asks of the catalog: its queue, the second-look pile and the history of judgments."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import ColumnElement, Table, func, insert, literal, select

from workbench.base.errors import WorkbenchError
from workbench.model.case import CaseContent
from workbench.model.explanation import Band
from workbench.model.lead import Lead, LeadStatus
from workbench.model.party import Party, PersonName
from workbench.model.review import Judgment, Pile, QueueCounts, QueueFilter, QueueOrder, QueueRow
from workbench.vault import schema_catalog as s
from workbench.vault.case_codec import LEAD, decode
from workbench.vault.catalog_groups import has_row_of, headed, heads, standing
from workbench.vault.projection import ACCEPTED_IMPORT, JUDGED_PERSON, judged_rows, read_debtor
from workbench.vault.session import Session

_PAGE = 500
_a = s.account.c


class ReviewCatalog:
    """Reading side of a review; used in the vault's own thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def queue(self, where: QueueFilter, order: QueueOrder) -> list[str]:
        """Ids of the leads of a pile in a stable order."""
        table = _table(where.pile)
        query = select(table.c.lead_id)
        if order in {QueueOrder.VALUE, QueueOrder.ACCOUNT}:
            query = query.join(s.account, _a.account_id == table.c.account_id)
        query = query.where(*_conditions(table, where)).order_by(*_ordered(table, order))
        with self._session.reading() as conn:
            return list(conn.scalars(query))

    def rows(self, pile: Pile, lead_ids: Sequence[str]) -> list[QueueRow]:
        """The lines of these leads, in this order; those that left the pile are left out."""
        table = _table(pile)
        c, d = table.c, s.debtor.c
        query = (
            select(c.lead_id, c.account_id, c.party_id, c.p_same, c.band, d.body, _a.debtor_name)
            .join(s.account, _a.account_id == c.account_id)
            .outerjoin(s.debtor, (d.account_id == c.account_id) & (d.party_id == c.party_id))
        )
        found: dict[str, QueueRow] = {}
        with self._session.reading() as conn:
            for page in _pages(lead_ids):
                for row in conn.execute(query.where(c.lead_id.in_(page))):
                    name = caption(read_debtor(row.body)[0]) if row.body else row.debtor_name
                    found[row.lead_id] = QueueRow(
                        row.lead_id, row.account_id, row.party_id, name, row.p_same, Band(row.band)
                    )
        return [found[lead_id] for lead_id in lead_ids if lead_id in found]

    def leads(self, where: QueueFilter, lead_ids: Sequence[str]) -> list[Lead]:
        """Whole leads of a pile, in this order, each with the joint reasoning of its group."""
        table = _table(where.pile)
        pending = table is s.pending_lead
        size = table.c.group_size if pending else literal(1).label("group_size")
        found: dict[str, Lead] = {}
        with self._session.reading() as conn:
            for page in _pages(lead_ids):
                c = table.c
                query = select(c.lead_id, c.body, size, c.band).where(c.lead_id.in_(page))
                for row in conn.execute(query).all():
                    found[row.lead_id] = headed(conn, row.body, row.group_size, row.band)
        return [found[lead_id] for lead_id in lead_ids if lead_id in found]

    def judged(self, lead_id: str) -> Lead | None:
        """The judged lead of that id as its case has it; None when there is none."""
        query = select(s.judged_lead.c.body).where(s.judged_lead.c.lead_id == lead_id)
        with self._session.reading() as conn:
            body = conn.scalar(query)
        return None if body is None else decode(LEAD, body)

    def judged_ids(self) -> list[str]:
        """Ids of all judged leads, in a stable order."""
        with self._session.reading() as conn:
            return list(conn.scalars(select(s.judged_lead.c.lead_id).order_by(s.judged_lead.c.lead_id)))

    def judged_counts(self) -> dict[str, int]:
        """How many judged leads there are, by status."""
        status = s.judged_lead.c.status
        with self._session.reading() as conn:
            rows = conn.execute(select(status, func.count()).group_by(status).order_by(status)).all()
        return {row[0]: int(row[1]) for row in rows}

    def judged_of(self, import_ids: Collection[str], accounts: Collection[str] | None = None) -> list[Lead]:
        """Every judged lead (of ``accounts`` alone, where given) whose record is of one of these imports."""
        query = select(s.judged_lead.c.body).where(s.judged_lead.c.import_id.in_(sorted(import_ids)))
        if accounts is not None and len(accounts) <= _PAGE:
            query = query.where(s.judged_lead.c.account_id.in_(sorted(accounts)))
        with self._session.reading() as conn:
            found = [decode(LEAD, body) for body in conn.scalars(query)]
        return [lead for lead in found if accounts is None or lead.account_id in accounts]

    def counts(self) -> QueueCounts:
        """How many leads wait; those that are one person count once, and once in each of their imports."""
        p = s.pending_lead.c
        query = select(p.band, func.count()).where(standing(), heads()).group_by(p.band)
        of = select(p.import_id, func.count(p.group_id.distinct())).where(standing()).group_by(p.import_id)
        j = s.judged_lead.c
        unsure = select(func.count()).where(j.status == LeadStatus.UNSURE.value, j.group_id == j.lead_id)
        with self._session.reading() as conn:
            bands = {Band(band): int(count) for band, count in conn.execute(query)}
            imports = {import_id: int(count) for import_id, count in conn.execute(of)}
            second = int(conn.scalar(unsure) or 0)
        return QueueCounts(sum(bands.values()), second, bands, imports)

    def history(self, limit: int, *, account_id: str = "") -> tuple[Judgment, ...]:
        """The last ``limit`` judgments that stand, over all accounts or of one, newest first."""
        j = s.judged_lead.c
        query = (
            select(j.body, _a.number, _a.debtor_name)
            .join(s.account, _a.account_id == j.account_id)
            .order_by(j.decided_at.desc(), j.lead_id)
            .where(j.group_id == j.lead_id)
            .limit(limit)
        )
        if account_id:
            query = query.where(j.account_id == account_id)
        with self._session.reading() as conn:
            rows = conn.execute(query).all()
        return tuple(_judgment(decode(LEAD, row.body), row.number, row.debtor_name) for row in rows)


def fill_history(session: Session, read: Callable[[str], CaseContent]) -> None:
    """List the judged leads of accounts whose catalog rows are from before version 2; for opening.

    A case that cannot be read is left out: verify reports it.
    """
    i = s.identifier.c
    query = (
        select(i.account_id)
        .where(i.kind.in_((JUDGED_PERSON, ACCEPTED_IMPORT)))
        .where(i.account_id.not_in(select(s.judged_lead.c.account_id)))
        .distinct()
    )
    with session.reading() as conn:
        missing = list(conn.scalars(query))
    for account_id in missing:
        with suppress(WorkbenchError):
            rows = judged_rows(read(account_id))
            with session.writing() as conn:
                conn.execute(insert(s.judged_lead).prefix_with("OR REPLACE"), rows)


def caption(party: Party) -> str:
    """A party as queues name it, always the same: ``Smith, John A``; the whole name where it has no parts."""
    name: PersonName = party.name
    given = " ".join(part for part in (name.first, name.middle) if part)
    last = " ".join(part for part in (name.last, name.suffix) if part)
    return f"{last}, {given}" if name.last and given else name.whole


def _table(pile: Pile) -> Table:
    return s.pending_lead if pile is Pile.PENDING else s.judged_lead


def _conditions(table: Table, where: QueueFilter) -> Iterator[ColumnElement[bool]]:
    if table is s.pending_lead:
        yield standing()
        yield heads()
    else:
        yield table.c.status == LeadStatus.UNSURE.value
        yield table.c.group_id == table.c.lead_id
    if where.import_id:
        pending = table is s.pending_lead
        yield has_row_of(where.import_id) if pending else table.c.import_id == where.import_id
    if where.account_id:
        yield table.c.account_id == where.account_id
    if where.bands:
        yield table.c.band.in_(sorted(band.value for band in where.bands))


def _ordered(table: Table, order: QueueOrder) -> tuple[ColumnElement[Any], ...]:
    c = table.c
    if order is QueueOrder.HARDEST:
        return func.abs(c.p_same - 0.5).asc(), c.lead_id
    if order is QueueOrder.IMPORT:
        # An expression, so that the covering index is read and not the one by import with every body.
        return c.import_id.concat(""), c.p_same.desc(), c.lead_id
    if order is QueueOrder.ACCOUNT:
        return _a.number_key, c.account_id, c.p_same.desc(), c.lead_id
    return (_a.balance * c.p_same).desc(), c.lead_id


def _pages(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))


def _judgment(lead: Lead, number: str, debtor: str) -> Judgment:
    return Judgment(
        lead_id=lead.lead_id,
        account_id=lead.account_id,
        account_number=number,
        debtor_name=debtor,
        record_name=lead.person.name,
        status=lead.status,
        decided_at=lead.decided_at,
        decided_by=lead.decided_by,
        reason=lead.reason.value if lead.reason else "",
        p_same=lead.explanation.p_same,
        band=lead.explanation.band,
        weights_version=lead.explanation.weights_version,
        sentence=lead.explanation.sentence,
    )
