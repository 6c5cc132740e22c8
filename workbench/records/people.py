"""Raw rows and a mapping to normalised people."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from workbench.normalize.addresses import address_columns, line_from_parts
from workbench.normalize.emails import email_list
from workbench.normalize.names import name_columns, split_owners, whole_name_columns
from workbench.normalize.phones import phone_list
from workbench.normalize.ssn import ssn4
from workbench.normalize.tables import NAME_SCHEMA, PERSON_SCHEMA, empty
from workbench.normalize.text import fold
from workbench.records.birth import as_of_date, birth_columns
from workbench.records.conditions import holds, trimmed, value
from workbench.records.firms import is_firm
from workbench.records.mapping import AddressSources, Mapping, PersonSources, Source
from workbench.records.raw_chunk import ROW

COMPANY = "company"
"""Role of a firm: it has ``name_raw`` and an address, and no first or last name."""

_OWNER = "\x00owner"
_WHOLE_ADDRESS = r"^(.*?),\s*((?:[^,]+,\s*)?[A-Za-z]{2,}[\s,.]*(?:\d{5}(?:-?\d{4})?)?)\s*$"


def people_of(frame: pl.DataFrame, mapping: Mapping, today: date, *, formatted: bool = True) -> pl.DataFrame:
    """PERSON_SCHEMA of the people that the rows of ``frame`` name, in order of rows.

    ``frame`` has ROW and text columns under canonical names.  ``formatted`` says that dates are as the
    file's makers wrote them, so that the mapping's ``date_format`` applies.  A row without any name gives
    no one.
    """
    if frame.is_empty():
        return empty(PERSON_SCHEMA)
    rows = trimmed(frame, mapping.nulls)
    date_format = mapping.date_format if formatted else ""
    groups = [
        piece
        for p in mapping.people
        for piece in _pieces(rows, p, mapping, date_format=date_format, today=today)
    ]
    people = pl.concat(groups) if len(groups) > 1 else groups[0]
    people = people.filter(pl.col("name_raw").is_not_null())
    return people.sort("row_number", maintain_order=True) if len(groups) > 1 else people


def _pieces(
    rows: pl.DataFrame, person: PersonSources, mapping: Mapping, *, date_format: str, today: date
) -> list[pl.DataFrame]:
    """The person's frame, or for a whole name one of people and one of firms."""
    for condition in person.when:
        rows = rows.filter(holds(condition))
    rest = (mapping, date_format, today)
    if not person.whole:
        return [_person(rows, person, _split_name(person), person.role, *rest)]
    whole = value(person.whole)
    assert whole is not None  # noqa: S101 - person.whole is not empty
    if person.role == COMPANY:
        return [_person(rows, person, _firm_name(whole), COMPANY, *rest)]
    firm = ~holds(person.person_if) if person.person_if is not None else is_firm(whole)
    firms, people = rows.filter(firm), rows.filter(~firm)
    named = whole
    if person.joint:
        people = people.with_columns(split_owners(whole, _order(person)).alias(_OWNER)).explode(_OWNER)
        named = pl.col(_OWNER)
    return [
        _person(people, person, whole_name_columns(named, _order(person)), person.role, *rest),
        _person(firms, person, _firm_name(whole), COMPANY, *rest),
    ]


def _order(person: PersonSources):  # type: ignore[no-untyped-def]
    return person.order


def _split_name(person: PersonSources) -> Sequence[pl.Expr]:
    return name_columns(
        first=value(person.first),
        last=_or_null(value(person.last)),
        middle=value(person.middle),
        suffix=value(person.suffix),
        former=value(person.former_last),
    )


def _firm_name(whole: pl.Expr) -> Sequence[pl.Expr]:
    nothing = [pl.lit(None, dtype=pl.String).alias(name) for name in NAME_SCHEMA if name != "name_raw"]
    return [whole.alias("name_raw"), *nothing]


def _person(
    rows: pl.DataFrame, person: PersonSources, name: Sequence[pl.Expr], role: str,
    mapping: Mapping, date_format: str, today: date,
) -> pl.DataFrame:  # fmt: skip
    """PERSON_SCHEMA, one line a row."""
    if rows.is_empty():
        return empty(PERSON_SCHEMA)
    own_id = value(mapping.record_id)
    numbered = pl.concat_str(pl.lit("row "), pl.col(ROW).cast(pl.String))
    deceased = holds(person.deceased) if person.deceased else pl.lit(None, dtype=pl.Boolean)
    return rows.select(
        pl.col(ROW).alias("row_number"),
        (numbered if own_id is None else pl.coalesce(own_id, numbered)).alias("record_id"),
        pl.lit(role).alias("role"),
        *name,
        *birth_columns(
            value(person.birth_date), value(person.birth_year), value(person.age), date_format, today
        ),
        _or_null(_applied(ssn4, person.ssn)).alias("ssn4"),
        _list_of(phone_list, person.phones).alias("phones"),
        _list_of(email_list, person.emails).alias("emails"),
        _or_null(_applied(fold, person.employer)).alias("employer"),
        deceased.alias("deceased"),
        *_address("address", person.address),
        *_address("mailing", person.mailing),
        as_of_date(value(mapping.as_of), date_format).alias("as_of"),
    ).select(pl.col(column).cast(kind) for column, kind in PERSON_SCHEMA.items())


def _or_null(expr: pl.Expr | None) -> pl.Expr:
    return pl.lit(None, dtype=pl.String) if expr is None else expr


def _applied(rule, source: Source) -> pl.Expr | None:  # type: ignore[no-untyped-def]
    found = value(source)
    return None if found is None else rule(found)


def _list_of(rule, sources: Sequence[Source]) -> pl.Expr:  # type: ignore[no-untyped-def]
    columns = [v for s in sources if (v := value(s)) is not None]
    return rule(*columns) if columns else pl.lit([], dtype=pl.List(pl.String))


def _address(prefix: str, parts: AddressSources) -> list[pl.Expr]:
    if not parts:
        return [pl.lit(None, dtype=pl.String).alias(f"{prefix}_{f}") for f in _FIELDS]
    line1, city = value(parts.line1), value(parts.city)
    if parts.street:
        line1 = line_from_parts(
            house=value(parts.house),
            street=value(parts.street),
            predir=value(parts.pre),
            street_type=value(parts.kind),
            postdir=value(parts.post),
            unit=value(parts.unit),
        )
    whole = value(parts.whole)
    if whole is not None:
        line1 = pl.coalesce(whole.str.extract(_WHOLE_ADDRESS, 1), whole)
        city = whole.str.extract(_WHOLE_ADDRESS, 2)
    last_line = value(parts.city_state_zip)
    if last_line is not None:
        city = last_line if city is None else pl.coalesce(city, last_line)
    return address_columns(
        prefix,
        line1=line1,
        line2=value(parts.line2),
        city=city,
        state=_state(parts, line1),
        zip_code=value(parts.zip),
    )


_FIELDS = ("raw", "house", "street", "unit", "city", "state", "zip")


def _state(parts: AddressSources, line1: pl.Expr | None) -> pl.Expr | None:
    """The state column, and where it is blank the file's own state, if there is an address at all."""
    state = value(parts.state)
    if not parts.default_state or line1 is None:
        return state
    default = pl.when(line1.is_not_null()).then(pl.lit(parts.default_state))
    return default if state is None else pl.coalesce(state, default)
