"""A mapping for a placement file, guessed from its headings and checked against its first rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.normalize.date_rules import date_style
from workbench.records.headers import mapping_fingerprint
from workbench.records.placement_columns import (
    ACCOUNT_FIELDS,
    DATE_FIELDS,
    PlacedAddress,
    PlacedPerson,
    PlacedPhone,
    PlacementMapping,
    Source,
)
from workbench.records.placement_headings import Claim, claim_of
from workbench.records.placement_samples import IMPLAUSIBLE, NEEDED, is_one_line_address, plausible
from workbench.records.placement_words import vocabulary

Samples = Mapping[str, Sequence[str]]

_SINGLE = ("whole", "first", "middle", "last", "suffix", "former_last", "birth_date", "ssn")


def placement_mapping(columns: Sequence[str], sample_rows: Sequence[Sequence[str]]) -> PlacementMapping:
    """What ``columns`` seem to mean, each with its ``confidence``; ``sample_rows`` are texts in their order.

    A column that nothing claims, or that lost its field to a better one, is kept as ``extra``.  Nothing is
    refused here: :func:`~workbench.records.placement_columns.validate_placement` says what is lacking.
    """
    samples = {column: [row[i] for row in sample_rows if i < len(row)] for i, column in enumerate(columns)}
    claims = _claims(columns, samples)
    account = _best((c for c in claims if c.kind == "account"), ACCOUNT_FIELDS)
    people = _people(claims, samples)
    _rescue(account, people)
    debtor = people.pop("debtor 1", PlacedPerson())
    style = date_style(value for c in claims if _is_date(c) for value in samples[c.column])
    fields: dict[str, Any] = {name: (claim.column,) for name, claim in account.items()}
    mapping = PlacementMapping(
        **fields,
        debtor=debtor,
        others=tuple(person for person in people.values() if person.named),
        date_order=style.separated,
        digit_order=style.compact,
        fingerprint=mapping_fingerprint(columns),
    )
    return _with_rest(mapping, columns, claims)


def _claims(columns: Iterable[str], samples: Samples) -> list[Claim]:
    """Every column's claim that its values do not belie."""
    words = vocabulary()
    found = (claim for column in columns if (claim := claim_of(column, words)) is not None)
    checked = (replace(claim, sure=plausible(claim, samples[claim.column])) for claim in found)
    return [claim for claim in checked if claim.sure >= IMPLAUSIBLE or claim.field in NEEDED]


def _is_date(claim: Claim) -> bool:
    return claim.field in DATE_FIELDS or claim.field == "birth_date"


def _best(claims: Iterable[Claim], fields: Iterable[str]) -> dict[str, Claim]:
    """The surest claim of each field, the first column among equals."""
    best: dict[str, Claim] = {}
    for claim in claims:
        held = best.get(claim.field)
        if held is None or claim.sure > held.sure:
            best[claim.field] = claim
    return {name: best[name] for name in fields if name in best}


def _people(claims: Sequence[Claim], samples: Samples) -> dict[str, PlacedPerson]:
    """The parties by role and place, in order of first mention; a patient only where no debtor is named."""
    bags: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind != "account":
            bags[f"{claim.role} {claim.place}"].append(claim)
    if "patient 1" in bags:
        named = any(c.field in {"whole", "last"} for c in bags["debtor 1"] if c.kind == "person")
        patient = bags.pop("patient 1")
        bags["debtor 1"] += [] if named else [replace(claim, role="debtor") for claim in patient]
    return {key: _person(key.split()[0], bag, samples) for key, bag in bags.items() if bag}


def _person(role: str, bag: Sequence[Claim], samples: Samples) -> PlacedPerson:
    """One party of its columns."""
    facts = [claim for claim in bag if claim.kind == "person"]
    single: dict[str, Any] = {name: (c.column,) for name, c in _best(facts, _SINGLE).items()}
    if "first" in single and "last" not in single and "whole" in single:
        single["last"] = single.pop("whole")
    return PlacedPerson(
        role=role,
        **single,
        aliases=tuple((c.column,) for c in facts if c.field == "alias"),
        emails=tuple((c.column,) for c in facts if c.field == "email"),
        phones=_phones(bag, "work" if role == "employer" else ""),
        addresses=_addresses([claim for claim in bag if claim.kind == "address"], samples),
    )


def _phones(bag: Sequence[Claim], label: str) -> tuple[PlacedPhone, ...]:
    """Phone columns in file order, each with the column that tells its type."""
    kinds = {(c.label, c.number): (c.column,) for c in bag if c.kind == "phone_kind"}
    return tuple(
        PlacedPhone((c.column,), label or c.label, kinds.get((c.label, c.number), ()))
        for c in bag
        if c.kind == "phone"
    )


def _addresses(claims: Sequence[Claim], samples: Samples) -> tuple[PlacedAddress, ...]:
    """Addresses in file order; ``Address 2`` is a second line unless it is whole or has its own city."""
    anchored = {(c.label, c.number) for c in claims if c.field not in {"line1", "line2"}}
    groups: dict[tuple[str, int], dict[str, Source]] = {}
    for claim in claims:
        if claim.field == "zip4":
            continue
        key, field = (claim.label, claim.number), claim.field
        if field == "line1" and claim.number >= 2 and key not in anchored:
            if is_one_line_address(samples[claim.column]):
                field = "whole"
            else:
                key, field = (claim.label, 0), "line2"
        elif key == (claim.label, 1):
            key = (claim.label, 0)
        group = groups.setdefault(key, {})
        group[field] = (*group.get(field, ()), claim.column) if field == "line2" else (claim.column,)
    somewhere = {key: group for key, group in groups.items() if set(group) - {"line2", "state"}}
    return tuple(_address(key, group, first=i == 0) for i, (key, group) in enumerate(somewhere.items()))


def _address(key: tuple[str, int], group: dict[str, Source], *, first: bool) -> PlacedAddress:
    """One address; a street line with nothing beside it may hold the whole address."""
    label, number = key
    parts: dict[str, Any] = dict(group)
    if set(parts) <= {"line1", "line2"} and "line1" in parts:
        parts["whole"] = parts.pop("line1")
    current = label != "previous" and (first or (number < 2 and label != "other"))
    return PlacedAddress(**parts, label=label or (f"address {number}" if number else ""), current=current)


def _rescue(account: dict[str, Claim], people: dict[str, PlacedPerson]) -> None:
    """Fill what must not be missing from the next best: the creditor's number, a client that is a person."""
    if "account_number" not in account and "original_account_number" in account:
        account["account_number"] = account["original_account_number"]
    debtor = people.get("debtor 1", PlacedPerson())
    if not debtor.named and "client" in account and "original_creditor" in account:
        column = account.pop("client").column
        people["debtor 1"] = PlacedPerson(
            **{name: getattr(debtor, name) for name in debtor.__struct_fields__} | {"whole": (column,)}
        )


def _with_rest(
    mapping: PlacementMapping, columns: Sequence[str], claims: Sequence[Claim]
) -> PlacementMapping:
    """The mapping with what is left over as ``extra``, and how sure each used column is."""
    used = set(mapping.used_columns())
    values: dict[str, Any] = {name: getattr(mapping, name) for name in mapping.__struct_fields__}
    values["extra"] = tuple(column for column in columns if column not in used)
    values["confidence"] = {claim.column: claim.sure for claim in claims if claim.column in used}
    return PlacementMapping(**values)
