"""Raw rows and a mapping to normalised people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from workbench.normalize.addresses import address_columns, line_from_parts
from workbench.normalize.business import is_business, normal_business
from workbench.normalize.dates import birth_columns, date_column
from workbench.normalize.emails import email_list
from workbench.normalize.names import name_columns, split_owners, whole_name_columns
from workbench.normalize.phones import phone_list
from workbench.normalize.spreading import cast_as
from workbench.normalize.ssn import ssn4
from workbench.normalize.tables import ADDRESS_FIELDS, NAME_SCHEMA, PERSON_SCHEMA, empty
from workbench.records.conditions import header_again, holds, trimmed, value
from workbench.records.date_styles import Styles, date_styles
from workbench.records.mapping import AddressSources, Mapping, PersonSources, Source
from workbench.records.raw_chunk import ROW

COMPANY = "company"
"""Role of a firm: it has ``name_raw`` and an address, and no first or last name."""

_BIRTH = ("birth_date", "birth_year", "birth_year_slack")
_OWNER, _FIRM = "\x00owner", "\x00firm"
_WHOLE_ADDRESS = r"^(.*?),\s*((?:[^,]+,\s*)?[A-Za-z]{2,}[\s,.]*(?:\d{5}(?:-?\d{4})?)?)\s*$"


@dataclass(slots=True)
class PeopleMaker:
    """Makes people of the raw rows of one file, chunk by chunk; once the styles are decided by any thread.

    ``today`` is what ages are counted back from and no date may be after.  How dates are written is decided
    from the first rows and kept.
    """

    mapping: Mapping
    today: date
    styles: Styles | None = None

    def people(self, frame: pl.DataFrame, *, tight: bool = False) -> pl.DataFrame:
        """PERSON_SCHEMA of the people that the rows name, in order of rows.

        A row without a name gives none, nor does one that repeats the header.

        ``frame`` has ROW and text columns under canonical names; ``tight`` as ``RawChunk`` has it.
        """
        if frame.is_empty():
            return empty(PERSON_SCHEMA)
        self.decide_styles(frame)
        rows = trimmed(frame, self.mapping.nulls, tight=tight)
        again = header_again(self.mapping.people[0])
        if again is not None and rows.select_seq(again.any()).item():
            rows = rows.filter(~again)
        groups = [piece for person in self.mapping.people for piece in self._pieces(rows, person)]
        people = pl.concat(groups) if len(groups) > 1 else groups[0]
        if people["last"].null_count():  # what says that there is no name is none either, but for a firm's
            named = pl.any_horizontal(pl.col("last", "first").is_not_null()) | (pl.col("role") == COMPANY)
            people = people.filter(named & pl.col("name_raw").is_not_null())
        elif people["name_raw"].null_count():
            people = people.filter(pl.col("name_raw").is_not_null())
        return people.sort("row_number", maintain_order=True) if len(groups) > 1 else people

    def decide_styles(self, frame: pl.DataFrame) -> None:
        """Decide how the file writes dates, from the first rows there are."""
        if self.styles is None and not frame.is_empty():
            self.styles = date_styles(trimmed(frame, self.mapping.nulls), self.mapping)

    def _pieces(self, rows: pl.DataFrame, person: PersonSources) -> list[pl.DataFrame]:
        """The person's frame, or for a whole name one of people and one of firms."""
        for condition in person.when:
            rows = rows.filter(holds(condition))
        whole = value(person.whole)
        if whole is None:
            return [self._frame(rows, person, _split_name(person), person.role)]
        if person.role == COMPANY:
            return [self._frame(rows, person, _firm_name(whole), COMPANY)]
        rows = rows.with_columns_seq(_is_firm(person, whole).alias(_FIRM))
        firms, people = rows.filter(_FIRM), rows.filter(~pl.col(_FIRM))
        named = _uncut(whole, person.cut_at)
        if person.joint:
            people = people.with_columns_seq(split_owners(named, person.order).alias(_OWNER)).explode(_OWNER)
            named = pl.col(_OWNER)
        return [
            self._frame(people, person, whole_name_columns(named, person.order), person.role),
            self._frame(firms, person, _firm_name(whole), COMPANY),
        ]

    def _frame(
        self, rows: pl.DataFrame, person: PersonSources, name: Sequence[pl.Expr], role: str
    ) -> pl.DataFrame:
        """PERSON_SCHEMA, one line a row."""
        if rows.is_empty():
            return empty(PERSON_SCHEMA)
        styles = self.styles or {}
        own_id, as_of = value(self.mapping.record_id), value(self.mapping.as_of)
        numbered = pl.concat_str(pl.lit("row "), pl.col(ROW).cast(pl.String))
        dated = pl.lit(None, dtype=pl.Date)
        if as_of is not None:
            dated = date_column(as_of, newest=self.today, style=styles.get(self.mapping.as_of))
        made = rows.select_seq(
            pl.col(ROW).alias("row_number"),
            (numbered if own_id is None else pl.coalesce(own_id, numbered)).alias("record_id"),
            pl.lit(role).alias("role"),
            *name,
            *self._births(person, styles),
            _applied(ssn4, person.ssn).alias("ssn4"),
            _list_of(phone_list, person.phones).alias("phones"),
            _list_of(email_list, person.emails).alias("emails"),
            _applied(normal_business, person.employer).alias("employer"),
            (holds(person.deceased) if person.deceased else pl.lit(None, dtype=pl.Boolean)).alias("deceased"),
            *_address("address", person.address),
            *_address("mailing", person.mailing),
            dated.alias("as_of"),
        )
        return cast_as(made, PERSON_SCHEMA)

    def _births(self, person: PersonSources, styles: Styles) -> list[pl.Expr]:
        born, year, age = (value(s) for s in (person.birth_date, person.birth_year, person.age))
        if born is None and year is None and age is None:
            return [pl.lit(None, dtype=PERSON_SCHEMA[c]).alias(c) for c in _BIRTH]
        style = styles.get(person.birth_date)
        return birth_columns(born=born, year=year, age=age, today=self.today, style=style)


def _is_firm(person: PersonSources, whole: pl.Expr) -> pl.Expr:
    """The row's own word where it has one, else the name's."""
    firm = is_business(whole)
    if person.person_if is not None:
        firm = firm & ~holds(person.person_if)
    return firm if person.firm_if is None else firm | holds(person.firm_if)


def _uncut(whole: pl.Expr, cut_at: int) -> pl.Expr:
    """Whole names with the last word of those cut off reduced to its first letter, which is sure."""
    if cut_at == 0:
        return whole
    cut = whole.str.len_chars() >= cut_at
    return pl.when(cut).then(whole.str.replace(r"^(\S.*[\s&])([^\s&])[^\s&]*$", "${1}${2}")).otherwise(whole)


def _split_name(person: PersonSources) -> Sequence[pl.Expr]:
    last = value(person.last)
    return name_columns(
        first=value(person.first),
        last=pl.lit(None, dtype=pl.String) if last is None else last,
        middle=value(person.middle),
        suffix=value(person.suffix),
        former=value(person.former_last),
    )


def _firm_name(whole: pl.Expr) -> Sequence[pl.Expr]:
    nothing = [pl.lit(None, dtype=pl.String).alias(name) for name in NAME_SCHEMA if name != "name_raw"]
    return [whole.alias("name_raw"), *nothing]


def _applied(rule: Callable[[pl.Expr], pl.Expr], source: Source) -> pl.Expr:
    found = value(source)
    return pl.lit(None, dtype=pl.String) if found is None else rule(found)


def _list_of(rule: Callable[..., pl.Expr], sources: Sequence[Source]) -> pl.Expr:
    columns = [v for s in sources if (v := value(s)) is not None]
    return rule(*columns) if columns else pl.lit([], dtype=pl.List(pl.String))


def _address(prefix: str, parts: AddressSources) -> list[pl.Expr]:
    if not parts:
        return [pl.lit(None, dtype=pl.String).alias(f"{prefix}_{f}") for f in ADDRESS_FIELDS]
    line1, city = value(parts.line1), value(parts.city)
    if parts.street:
        line1 = _line_of_parts(parts, line1)
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


def _line_of_parts(parts: AddressSources, line1: pl.Expr | None) -> pl.Expr:
    """The line made of the row's own pieces, or a line the row has as well where house or street is blank."""
    house, street = value(parts.house), value(parts.street)
    made = line_from_parts(
        house=house,
        street=street,
        predir=value(parts.pre),
        street_type=value(parts.kind),
        postdir=value(parts.post),
        unit=value(parts.unit),
    )
    if line1 is None or house is None or street is None:
        return made if line1 is None else pl.coalesce(line1, made)
    return pl.when(house.is_not_null() & street.is_not_null()).then(made).otherwise(pl.coalesce(line1, made))


def _state(parts: AddressSources, line1: pl.Expr | None) -> pl.Expr | None:
    """The state column, and where it is blank the file's own state, if there is an address at all."""
    state = value(parts.state)
    if not parts.default_state or line1 is None:
        return state
    default = pl.when(line1.is_not_null()).then(pl.lit(parts.default_state))
    return default if state is None else pl.coalesce(state, default)
