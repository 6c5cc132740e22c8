"""What each column of a file means: where ids, dates and the people of a row come from."""

import msgspec

from workbench.normalize.name_rules import NameOrder
from workbench.records.errors import MappingError
from workbench.records.headers import canonical

Source = tuple[str, ...]
"""Columns whose values, joined by one space, make one value; () when the file has none."""


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether a row's ``column`` says yes: its value is ``one_of`` (any case), or holds ``contains``, or is
    a number above zero (``positive``), or simply anything when none of these is given; ``negate`` turns it.
    """

    column: str
    one_of: tuple[str, ...] = ()
    contains: str = ""
    positive: bool = False
    negate: bool = False


class AddressSources(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where an address comes from: whole lines, or its parts.

    ``whole`` is street, city, state and ZIP in one; ``city_state_zip`` the last line in one;
    ``default_state`` stands in where the file is of one state and has no column for it.
    """

    line1: Source = ()
    line2: Source = ()
    whole: Source = ()
    house: Source = ()
    pre: Source = ()
    street: Source = ()
    kind: Source = ()
    post: Source = ()
    unit: Source = ()
    city: Source = ()
    state: Source = ()
    zip: Source = ()
    city_state_zip: Source = ()
    default_state: str = ""

    def sources(self) -> tuple[Source, ...]:
        """Every source of the address."""
        return (
            *(self.line1, self.line2, self.whole, self.house, self.pre, self.street, self.kind),
            *(self.post, self.unit, self.city, self.state, self.zip, self.city_state_zip),
        )

    def __bool__(self) -> bool:
        return any(self.sources())


class PersonSources(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One person of a row.

    Either ``first`` and ``last`` … or ``whole``, whose ``order`` is ``last_first``, ``first_last`` or
    ``auto``; ``joint``: the whole name may hold several owners; ``cut_at``: names of so many characters
    were cut off there, so that their last word may be no whole word (0: never).  ``person_if`` and
    ``firm_if``: the row's own word on what a whole name is; where neither holds, the name itself decides.
    ``when``: the conditions under which the row names this person at all.
    """

    role: str = "subject"
    first: Source = ()
    middle: Source = ()
    last: Source = ()
    suffix: Source = ()
    former_last: Source = ()
    whole: Source = ()
    order: NameOrder = "auto"
    joint: bool = False
    cut_at: int = 0
    birth_date: Source = ()
    birth_year: Source = ()
    age: Source = ()
    ssn: Source = ()
    phones: tuple[Source, ...] = ()
    emails: tuple[Source, ...] = ()
    employer: Source = ()
    deceased: Condition | None = None
    person_if: Condition | None = None
    firm_if: Condition | None = None
    when: tuple[Condition, ...] = ()
    address: AddressSources = AddressSources()
    mailing: AddressSources = AddressSources()

    @property
    def named(self) -> bool:
        """Whether anything here could give a name."""
        return bool(self.first or self.last or self.whole)

    def columns(self) -> tuple[str, ...]:
        """Every column this person needs, with repeats."""
        parts = (self.first, self.middle, self.last, self.suffix, self.former_last, self.whole)
        facts = (self.birth_date, self.birth_year, self.age, self.ssn, self.employer)
        sources = (
            *parts,
            *facts,
            *self.phones,
            *self.emails,
            *self.address.sources(),
            *self.mailing.sources(),
        )
        conditions = (*self.when, *(c for c in (self.deceased, self.person_if, self.firm_if) if c))
        return (*(c for source in sources for c in source), *(c.column for c in conditions))


class FixedField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of a fixed-width record: ``start`` is 1-based, both in characters."""

    name: str
    start: int
    length: int


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How one layout becomes people.

    ``layout`` names the columns, in order, of a file without a header; ``fields`` those of a fixed-width
    file.  ``dates`` is how its dates are written, ``mdy``, ``dmy`` or ``ymd``, or "" to decide from the
    values.  ``nulls`` are values
    that mean nothing was said (any case).  ``fingerprint`` is that of the header the mapping was made for.
    """

    profile_id: str = "generic"
    record_id: Source = ()
    as_of: Source = ()
    dates: str = ""
    nulls: tuple[str, ...] = ()
    layout: tuple[str, ...] = ()
    fields: tuple[FixedField, ...] = ()
    fingerprint: str = ""
    people: tuple[PersonSources, ...] = ()

    def used_columns(self) -> tuple[str, ...]:
        """The columns that must be read, each once, in order of first use."""
        named = (*self.record_id, *self.as_of, *(c for p in self.people for c in p.columns()))
        return tuple(dict.fromkeys(named))


_DATES = frozenset({"", "mdy", "dmy", "ymd"})


def validate(mapping: Mapping, columns: tuple[str, ...]) -> None:
    """Refuse a mapping that names no one, or a column that ``columns`` does not have.

    ``columns`` are those of the file, or the mapping's own layout.  Raises MappingError.
    """
    if not any(p.named for p in mapping.people):
        raise MappingError(
            "The mapping names no column for a person's name.",
            hint="Give [[people]] with last and first, or with whole.",
        )
    if mapping.dates not in _DATES:
        raise MappingError(f"Unknown order of dates {mapping.dates!r}.", hint="One of: mdy, dmy, ymd.")
    present = {canonical(c) for c in columns}
    missing = [c for c in mapping.used_columns() if canonical(c) not in present]
    if missing:
        names = ", ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
        raise MappingError(
            f"The mapping names {len(missing)} column(s) that the file does not have: {names}.",
            hint="Compare with the columns that sniff lists.",
        )
