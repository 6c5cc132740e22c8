"""The shape of normalised people: what records writes and matching reads.

A *person row* is one person named by one row of a public-record file; a row that names several (a
parcel's two owners, a company's officers, a vendor's relatives) gives several, told apart by ``role``.
All text is upper-case ASCII with single spaces unless said otherwise; what is absent is null, never "".
"""

from dataclasses import dataclass

import polars as pl

ADDRESS_FIELDS = ("raw", "house", "street", "unit", "city", "state", "zip")
"""Parts of an address. raw: as the source has it (any case); house: leading digits of the house number,
PO boxes as ``PO BOX n`` with a null street; street: pre-directional + name + USPS suffix abbreviation +
post-directional (``N MAPLE ST``); unit: designator dropped (``4B``); state: two letters; zip: five digits."""

_ADDRESS: dict[str, pl.DataType] = {f"address_{f}": pl.String() for f in ADDRESS_FIELDS}
_MAILING: dict[str, pl.DataType] = {f"mailing_{f}": pl.String() for f in ADDRESS_FIELDS}

NAME_SCHEMA: dict[str, pl.DataType] = {
    "name_raw": pl.String(),  # as the source has it, any case
    "first": pl.String(),
    "middle": pl.String(),
    "last": pl.String(),
    "suffix": pl.String(),  # JR SR II III IV V
    "former_last": pl.String(),
}

IDENTITY_SCHEMA: dict[str, pl.DataType] = {
    "birth_date": pl.Date(),  # null when absent or a placeholder (01/01/1900 ...)
    "birth_year": pl.Int16(),  # set whenever birth_date is
    "birth_year_slack": pl.Int8(),  # 0: stated year; 1: computed from an age, so +-1
    "ssn4": pl.String(),
    "phones": pl.List(pl.String()),  # ten digits or +country…, no placeholders, no repeats
    "emails": pl.List(pl.String()),  # lower-case
    "employer": pl.String(),
    "deceased": pl.Boolean(),
}

PERSON_SCHEMA: dict[str, pl.DataType] = {
    "row_number": pl.UInt32(),  # 1-based over data rows of the file
    "record_id": pl.String(),  # the file's own id, as text, else "row N"
    "role": pl.String(),  # "subject", "owner", "officer", "registered_agent", "relative" ...
    **NAME_SCHEMA,
    **IDENTITY_SCHEMA,
    **_ADDRESS,
    **_MAILING,
    "as_of": pl.Date(),  # what the row says of its own date, else null
}

DEBTOR_SCHEMA: dict[str, pl.DataType] = {
    "debtor_id": pl.String(),  # the party's id
    "account_id": pl.String(),
    **NAME_SCHEMA,
    **IDENTITY_SCHEMA,
}

DEBTOR_ADDRESS_SCHEMA: dict[str, pl.DataType] = {
    "debtor_id": pl.String(),
    **_ADDRESS,
    "current": pl.Boolean(),  # false: a prior address
}


@dataclass(frozen=True, slots=True)
class Debtors:
    """The people searched for: ``people`` is DEBTOR_SCHEMA (one row a debtor), ``addresses`` is
    DEBTOR_ADDRESS_SCHEMA (any number of rows a debtor, best first).
    """

    people: pl.DataFrame
    addresses: pl.DataFrame


def empty(schema: dict[str, pl.DataType]) -> pl.DataFrame:
    """A frame of no rows with exactly this schema."""
    return pl.DataFrame(schema=schema)
