"""What the catalog says of one case, computed from the case alone: the same at every edit and at rebuild."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

import msgspec

from workbench.base.clock import iso_utc
from workbench.model.arrangement import ArrangementKind, ArrangementStatus
from workbench.model.case import CaseContent
from workbench.model.edition import all_marks, edition_news
from workbench.model.lead import Lead, LeadStatus
from workbench.model.ledger import LedgerKind
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole, PersonName
from workbench.model.standing import standing_activities, standing_arrangements, standing_entries
from workbench.model.work import WorkState
from workbench.vault.case_codec import encode
from workbench.vault.values import Tombstone, TombstoneKind

Row = dict[str, object]

SEARCHED_FOR = (PartyRole.DEBTOR, PartyRole.CO_DEBTOR)
_DEAD = frozenset(
    {ContactStatus.WRONG, ContactStatus.DISCONNECTED, ContactStatus.RETURNED, ContactStatus.VACANT}
)
_DISPROVABLE: Mapping[ContactKind, TombstoneKind] = MappingProxyType(
    {
        ContactKind.PHONE: TombstoneKind.PHONE,
        ContactKind.EMAIL: TombstoneKind.EMAIL,
        ContactKind.ADDRESS: TombstoneKind.ADDRESS,
    }
)


JUDGED_PERSON = "judged_person"
"""Kind of identifier: the person key of a lead that somebody has decided."""

PLACED_BY = "placed_by"
"""Kind of identifier: the import of a client file that stated the account."""

CLIENT_FILE = "client file"
"""Source kind of what a placement file states (``records.placement_people``)."""

EDITION_MARK = "edition_mark"
"""Kind of identifier: the import of a newer edition that says otherwise of somebody who was judged."""

EDITION_NEWS = "edition_news"
"""The same, of somebody accepted, and nobody has read it yet."""

ACCEPTED_IMPORT = "accepted_import"
"""Kind of identifier: the import whose lead was accepted."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Rows of the catalog's tables for one account, without the bookkeeping of ``row`` and pending leads."""

    account: Row
    debtors: tuple[Row, ...]
    identifiers: tuple[Row, ...]
    tombstones: tuple[Row, ...]
    payments: tuple[Row, ...]
    judged: tuple[Row, ...]
    text: Row

    @property
    def searched(self) -> frozenset[str]:
        """The ids of the parties who are searched for."""
        return frozenset(str(row["party_id"]) for row in self.debtors)


def client_key(client: str) -> str:
    """``client`` as compared: case and runs of spaces do not tell clients apart."""
    return " ".join(client.split()).casefold()


def number_key(account_number: str) -> str:
    """``account_number`` as compared: outer spaces do not count, case and leading zeros do."""
    return account_number.strip()


def name_key(name: PersonName) -> str:
    """``name`` as lists sort it: last, first, middle; the whole text where there are no parts."""
    parts = " ".join(p for p in (name.last, name.first, name.middle) if p)
    return (parts or name.whole).casefold()


def project(content: CaseContent, work: WorkState) -> Projection:
    """The catalog's rows for a case; retired parties and contact points count nowhere."""
    content = replace(
        content,
        parties=tuple(p for p in content.parties if not p.retired),
        contact_points=tuple(p for p in content.contact_points if p.status is not ContactStatus.RETIRED),
    )
    points = _points_by_party(content)
    return Projection(
        account=_account_row(content, work, points),
        debtors=tuple(
            {
                "account_id": content.account.account_id,
                "party_id": party.party_id,
                "body": encode((party, points.get(party.party_id, []))),
            }
            for party in content.parties
            if party.role in SEARCHED_FOR
        ),
        identifiers=_identifier_rows(content),
        tombstones=_tombstone_rows(content),
        payments=_payment_rows(content),
        judged=judged_rows(content),
        text=_text_row(content, work),
    )


def _points_by_party(content: CaseContent) -> dict[str, list[ContactPoint]]:
    points: dict[str, list[ContactPoint]] = {}
    for point in content.contact_points:
        points.setdefault(point.party_id, []).append(point)
    return points


def _main_debtor(content: CaseContent) -> Party | None:
    for role in SEARCHED_FOR:
        for party in content.parties:
            if party.role is role:
                return party
    return content.parties[0] if content.parties else None


def _iso(value: date | datetime | None) -> str | None:
    if value is None:
        return None
    return iso_utc(value) if isinstance(value, datetime) else value.isoformat()


def _account_row(content: CaseContent, work: WorkState, points: dict[str, list[ContactPoint]]) -> Row:
    account = content.account
    debtor = _main_debtor(content)
    own = points.get(debtor.party_id, []) if debtor else []
    usable = [point for point in own if point.status not in _DEAD]
    address = next((p.address for p in usable if p.address and p.current), None)
    birth_year = debtor and (debtor.birth_date.year if debtor.birth_date else debtor.birth_year)
    name = debtor.name if debtor else PersonName("")
    return {
        "account_id": account.account_id,
        "number": account.account_number,
        "number_key": number_key(account.account_number),
        "client": account.client,
        "client_key": client_key(account.client),
        "creditor": account.original_creditor,
        "status": account.status.value,
        "balance": account.balance.total,
        "currency": account.balance.currency,
        "debtor_name": name.whole,
        "name_key": name_key(name),
        "city": address.city if address else "",
        "state": address.state if address else "",
        "zip": address.zip_code if address else "",
        **_promises(content),
        "located_on": _iso(_located_on(usable)),
        "birth_year": birth_year,
        "next_action": work.next_action,
        "next_action_on": _iso(work.next_action_on),
        "assignee": work.assignee,
        "tags": f"|{'|'.join(work.tags)}|" if work.tags else "",
        "last_activity_at": _iso(max((a.at for a in standing_activities(content.activities)), default=None)),
        "phones": sum(p.kind is ContactKind.PHONE for p in usable),
        "addresses": sum(p.kind is ContactKind.ADDRESS for p in usable),
        "placed_on": _iso(account.placed_on),
        "created_at": _iso(account.created_at),
    }


def _promises(content: CaseContent) -> Row:
    standing = standing_arrangements(content.arrangements)
    promises = [a for a in standing if a.kind is ArrangementKind.PROMISE]
    due = [a.due_on for a in promises if a.due_on and a.status is ArrangementStatus.OPEN]
    return {
        "promise_due_on": _iso(min(due, default=None)),
        "promises_kept": sum(a.status is ArrangementStatus.KEPT for a in promises),
        "promises_broken": sum(a.status is ArrangementStatus.BROKEN for a in promises),
    }


def _located_on(usable: list[ContactPoint]) -> date | None:
    """Since when one of the debtor's contact points is known to be good."""
    return min((p.status_on for p in usable if p.status is ContactStatus.GOOD and p.status_on), default=None)


def _payment_rows(content: CaseContent) -> tuple[Row, ...]:
    payments = [e for e in standing_entries(content.ledger) if e.kind is LedgerKind.PAYMENT]
    return tuple(
        {
            "account_id": content.account.account_id,
            "place": place,
            "day": entry.effective_on.isoformat(),
            "cents": -entry.cents,
        }
        for place, entry in enumerate(payments, 1)
    )


def _identifiers(content: CaseContent) -> Iterator[tuple[str, str, str]]:
    for point in content.contact_points:
        if point.normalized:
            yield point.kind.value, point.normalized, point.party_id
    for party in content.parties:
        if party.ssn:
            yield "ssn", party.ssn, party.party_id
        if last4 := party.ssn_last4 or party.ssn[-4:]:
            yield "ssn_last4", last4, party.party_id
        for name in (party.name, *party.aliases):
            if key := name_key(name):
                yield "name", key, party.party_id
    yield from _judgments(content)
    yield from _placements(content)
    yield from ((EDITION_MARK, mark.edition, "") for mark in all_marks(content.activities))
    yield from ((EDITION_NEWS, mark.edition, "") for mark in edition_news(content))


def _placements(content: CaseContent) -> Iterator[tuple[str, str, str]]:
    """The imports of client files that stated this account."""
    for import_id in {e.import_id for e in content.evidence if e.source_kind == CLIENT_FILE and e.import_id}:
        yield PLACED_BY, import_id, ""


def _judgments(content: CaseContent) -> Iterator[tuple[str, str, str]]:
    for lead in content.leads:
        if lead.status is LeadStatus.PENDING:  # judged once, and taken back
            continue
        if lead.person.person_key:
            yield JUDGED_PERSON, lead.person.person_key, lead.party_id
        if lead.status is LeadStatus.ACCEPTED:
            yield ACCEPTED_IMPORT, lead.person.import_id, lead.party_id


def judged_rows(content: CaseContent) -> tuple[Row, ...]:
    """The judged leads of a case."""
    return tuple(_judged_row(lead) for lead in content.leads if lead.status is not LeadStatus.PENDING)


def _judged_row(lead: Lead) -> Row:
    return {
        "lead_id": lead.lead_id,
        "account_id": lead.account_id,
        "party_id": lead.party_id,
        "import_id": lead.person.import_id,
        "status": lead.status.value,
        "decided_at": _iso(lead.decided_at) or "",
        "band": lead.explanation.band.value,
        "p_same": lead.explanation.p_same,
        "body": encode(lead),
        "group_id": lead.group_id or lead.lead_id,
    }


def _identifier_rows(content: CaseContent) -> tuple[Row, ...]:
    account_id = content.account.account_id
    return tuple(
        {"kind": kind, "value": value, "account_id": account_id, "party_id": party_id}
        for kind, value, party_id in sorted(set(_identifiers(content)))
    )


def tombstones_of(content: CaseContent) -> tuple[Tombstone, ...]:
    """What the case rules out: persons of rejected leads, and contact values found to be wrong."""
    account_id = content.account.account_id
    persons = [_person_tombstone(lead) for lead in content.leads if lead.status is LeadStatus.REJECTED]
    values = [
        Tombstone(
            _DISPROVABLE[point.kind],
            point.normalized,
            account_id,
            point.party_id,
            reason=point.status.value,
            as_of=point.status_on,
        )
        for point in content.contact_points
        if point.status is ContactStatus.WRONG and point.kind in _DISPROVABLE and point.normalized
    ]
    return tuple(persons + values)


def _person_tombstone(lead: Lead) -> Tombstone:
    person = lead.person
    return Tombstone(
        TombstoneKind.PERSON,
        person.person_key or person.record_id,
        lead.account_id,
        lead.party_id,
        decided_at=lead.decided_at,
        reason=lead.reason.value if lead.reason else "",
        debtor_key=lead.debtor_key,
        import_id=person.import_id,
        record_id=person.record_id,
        as_of=person.as_of,
    )


def _tombstone_rows(content: CaseContent) -> tuple[Row, ...]:
    rows: dict[tuple[str, ...], Row] = {}
    for stone in tombstones_of(content):
        key = (stone.kind.value, stone.value, stone.account_id, stone.party_id, stone.import_id)
        rows[key] = {
            **dict(zip(("kind", "value", "account_id", "party_id", "import_id"), key, strict=True)),
            "body": encode(stone),
        }
    return tuple(rows.values())


def _phone_words(digits: str) -> str:
    return f"{digits} {digits[-7:]} {digits[-4:]}" if len(digits) == 10 else digits


def _text_row(content: CaseContent, work: WorkState) -> Row:
    account = content.account
    points = content.contact_points
    names = [n.whole or name_key(n) for party in content.parties for n in (party.name, *party.aliases)]
    addresses = [
        p.address.one_line() if p.address else p.raw for p in points if p.kind is ContactKind.ADDRESS
    ]
    phones = [_phone_words(p.normalized) for p in points if p.kind is ContactKind.PHONE]
    other = [p.raw for p in points if p.kind not in {ContactKind.ADDRESS, ContactKind.PHONE}]
    return {
        "number": f"{account.account_number} {account.original_account_number}".strip(),
        "names": " ".join(names),
        "addresses": " ".join(addresses),
        "phones": " ".join(phones),
        "others": " ".join([account.client, account.original_creditor, *work.tags, *other]).strip(),
    }


_DEBTOR = msgspec.json.Decoder(tuple[Party, tuple[ContactPoint, ...]])


def read_debtor(body: str) -> tuple[Party, tuple[ContactPoint, ...]]:
    """A debtor and the contact points of that party, as :func:`project` stored them."""
    return _DEBTOR.decode(body)
