"""The people searched for, from parties and their contact points, in the shape matching reads."""

from collections.abc import Iterable
from datetime import date

import polars as pl

from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PersonName
from workbench.normalize.addresses import address_columns
from workbench.normalize.business import normal_business
from workbench.normalize.date_rules import OLDEST_AGE, is_placeholder_birth
from workbench.normalize.emails import parse_email
from workbench.normalize.name_rules import NameParts, split_parts, whole_parts
from workbench.normalize.one_line import one_line_address
from workbench.normalize.phones import parse_phone
from workbench.normalize.ssn import ssn, ssn4
from workbench.normalize.tables import DEBTOR_ADDRESS_SCHEMA, DEBTOR_SCHEMA, Debtors

_GONE = frozenset({ContactStatus.RETURNED, ContactStatus.VACANT, ContactStatus.DISCONNECTED})
"""Statuses of a contact point that was the debtor's and is no more."""

Row = tuple[str, Party, tuple[ContactPoint, ...]]


def name_parts(name: PersonName) -> NameParts:
    """The folded parts of a name: from its own parts when it has a surname, else read from the whole."""
    if name.last:
        return split_parts(name.first, name.middle, name.last, name.suffix, name.former_last)
    return whole_parts(name.whole)


def _former_last(party: Party, own: NameParts) -> str | None:
    """A former surname, else the first different surname among the aliases of the same first name."""
    if own.former_last:
        return own.former_last
    aliases = (name_parts(alias) for alias in party.aliases)
    return next(
        (a.last for a in aliases if a.last and a.last != own.last and a.first in {own.first, ""}), None
    )


def _listed(contacts: Iterable[ContactPoint], kind: ContactKind) -> list[str]:
    """Normal values of the contact points of one kind that were not disproved, repeats dropped."""
    read = parse_phone if kind is ContactKind.PHONE else parse_email
    points = [c for c in contacts if c.kind is kind and c.status is not ContactStatus.WRONG]
    return list(dict.fromkeys(value for c in points if (value := c.normalized or read(c.raw))))


def _birth(party: Party, today: date) -> tuple[date | None, int | None]:
    """(birth date, birth year) less fillers."""
    born = party.birth_date
    if born is not None and not is_placeholder_birth(born, today):
        return born, born.year
    year = party.birth_year
    return None, year if year is not None and today.year - OLDEST_AGE <= year <= today.year else None


def _person(row: Row, today: date) -> dict[str, object]:
    """One DEBTOR_SCHEMA row; ssn4 and employer still as written."""
    account_id, party, contacts = row
    parts = name_parts(party.name)
    born, year = _birth(party, today)
    employer = next((c.raw for c in contacts if c.kind is ContactKind.EMPLOYER and c.current), None)
    return {
        "debtor_id": party.party_id,
        "account_id": account_id,
        "name_raw": party.name.whole or " ".join(p for p in (party.name.first, party.name.last) if p) or None,
        "first": parts.first or None,
        "middle": parts.middle or None,
        "last": parts.last or None,
        "suffix": parts.suffix or None,
        "former_last": _former_last(party, parts),
        "birth_date": born,
        "birth_year": year,
        "birth_year_slack": None if year is None else 0,
        "ssn4": party.ssn or party.ssn_last4 or None,
        "phones": _listed(contacts, ContactKind.PHONE),
        "emails": _listed(contacts, ContactKind.EMAIL),
        "employer": employer,
        "deceased": party.deceased,
    }


_GIVEN: dict[str, pl.DataType] = {
    **dict.fromkeys(("debtor_id", "line1", "line2", "city", "state", "zip_code"), pl.String()),
    "current": pl.Boolean(),
}


def _given_addresses(row: Row) -> list[tuple[object, ...]]:
    """_GIVEN rows of one debtor, current ones first, good ones before unverified."""
    _, party, contacts = row
    found: list[tuple[int, tuple[object, ...]]] = []
    for point in contacts:
        if point.kind is not ContactKind.ADDRESS or point.status is ContactStatus.WRONG:
            continue
        current = point.current and point.status not in _GONE
        given = point.address or one_line_address(point.raw)
        rank = 2 * (not current) + (point.status is not ContactStatus.GOOD)
        lines = (given.line1, given.line2, given.city, given.state, given.zip_code)
        found.append((rank, (party.party_id, *lines, current)))
    return [values for _, values in sorted(found, key=lambda item: item[0])]


def _addresses(rows: Iterable[Row]) -> pl.DataFrame:
    """DEBTOR_ADDRESS_SCHEMA of all debtors, as columns: half the time of one address after the other."""
    given = pl.DataFrame(
        [values for row in rows for values in _given_addresses(row)], schema=_GIVEN, orient="row"
    )
    parts = address_columns(line1="line1", line2="line2", city="city", state="state", zip_code="zip_code")
    return given.select("debtor_id", *parts, "current").select(list(DEBTOR_ADDRESS_SCHEMA))


def debtors_table(rows: Iterable[Row], *, today: date) -> Debtors:
    """The debtors of ``(account id, party, the party's contact points)`` rows.

    Disproved contact points are left out; returned, vacant and disconnected ones count as former.
    """
    held = list(rows)
    people = pl.DataFrame([_person(row, today) for row in held], schema=DEBTOR_SCHEMA, orient="row")
    full = pl.col("ssn4").str.len_chars() > 4
    people = people.with_columns(
        ssn4=pl.when(full).then(ssn(pl.col("ssn4")).str.slice(-4)).otherwise(ssn4(pl.col("ssn4"))),
        employer=normal_business(pl.col("employer")),
    )
    return Debtors(people, _addresses(held))
