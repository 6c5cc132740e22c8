"""People and places as arrays: what comparison needs of a side, looked up by position."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import polars as pl

from workbench.matching.arrays import Bools, Codes, Days, Years, code_columns, taken
from workbench.matching.spelling import Letters, byte_table, letters, worked_out
from workbench.normalize.nicknames import canonical_name
from workbench.normalize.spellings import Spellings

NAME_PARTICLES = frozenset(
    [
        "VAN",
        "VON",
        "DEL",
        "DER",
        "DEN",
        "LOS",
        "LAS",
        "SAN",
        "SANTA",
        "SAINT",
        "MAC",
        "DOS",
        "DAS",
        "BIN",
        "ABU",
        "ST",
        "DE",
        "LA",
        "LE",
        "EL",
        "AL",
        "DA",
        "DI",
        "DU",
        "DO",
    ]
)
"""Words of surnames that are no surname of their own, so never the *part* of a double one."""

_NO_NAMES = pl.lit([], pl.List(pl.String()))


@dataclass(frozen=True, slots=True)
class People:
    """One side of the comparison; every array is aligned with the rows of ``frame``.

    ``frame`` is the input with the columns of ``with_name_columns``.  Codes are 0 where absent, ``day``
    is the birth date and ``day_year`` its year, ``year`` the birth year (all 0 where absent).
    """

    frame: pl.DataFrame
    first: Codes
    canonical: Codes
    first_initial: Codes
    first_short: Bools
    middle: Codes
    middle_initial: Codes
    middle_short: Bools
    last: Codes
    first_letters: Letters
    last_letters: Letters
    variants: Bools
    suffix: Codes
    day: Days
    day_year: Years
    year: Years
    slack: Years
    ssn4: Codes
    employer: Codes


@dataclass(frozen=True, slots=True)
class PlainLines:
    """Lines of addresses as they are written (``normalize.plain``), and codes of the numbers in them."""

    keys: pl.Series
    numbers: Codes


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses as codes, aligned with ``frame`` (columns raw, house, street, unit, city, state, zip);
    ``known`` where there is a house number, a street or a ZIP; ``plain`` where it was worked out before.
    """

    frame: pl.DataFrame
    house: Codes
    street: Codes
    unit: Codes
    town: Codes
    zip: Codes
    known: Bools
    plain: PlainLines | None = None

    @property
    def stated(self) -> bool:
        """Whether any row states an address."""
        return bool(self.known.any())


def with_name_columns(frame: pl.DataFrame, memory: "NameMemory | None" = None) -> pl.DataFrame:
    """Adds ``canonical`` (first name, its nickname undone), ``surname`` (the last name without spaces and
    hyphens), its ``sound``, the ``first_letters`` and ``last_letters``, and ``surnames`` (every other surname
    the row may be known by; null where none).  ``memory`` spares work when there are more frames to come.
    """
    memory = memory or NameMemory()
    firsts, lasts = memory.firsts.of(frame["first"]), memory.lasts.of(frame["last"])
    frame = frame.with_columns_seq(
        firsts["canonical"],
        firsts["letters"].alias("first_letters"),
        lasts["letters"].alias("last_letters"),
        *(lasts[name] for name in ("surname", "sound", "double")),
    )
    more = frame.select_seq(pl.col("double") | pl.col("former_last").is_not_null()).to_series()
    return frame.with_columns_seq(_other_surnames(frame, more)).drop("double")


def _other_surnames(frame: pl.DataFrame, more: pl.Series) -> pl.Series:
    """The column ``surnames`` of ``with_name_columns``; ``more`` says which rows have any: few."""
    where = more.arg_true()
    if not len(where):
        return pl.repeat(None, frame.height, dtype=pl.List(pl.String), eager=True).alias("surnames")
    words = pl.col("last").str.replace_all("-", " ", literal=True).str.split(" ")
    parts = words.list.eval(
        pl.element().filter((pl.element().str.len_chars() > 2) & ~pl.element().is_in(sorted(NAME_PARTICLES)))
    )
    others = pl.concat_list(
        pl.when("double").then(parts).otherwise(_NO_NAMES),
        pl.col("former_last").str.replace_all(r"[- ]", ""),
    ).list.drop_nulls()
    made = frame.select_seq(pl.col("last", "former_last", "double").gather(where)).select_seq(surnames=others)
    place = more.cum_sum().cast(pl.Int64) - 1
    return made["surnames"].gather(place.set(~more, None))


def _of_first(texts: pl.Series) -> pl.DataFrame:
    """Columns letters and canonical of first names."""
    canonical = [None if text is None else canonical_name(text) for text in texts]
    return pl.DataFrame(
        {"letters": letters(byte_table(texts)).packed, "canonical": pl.Series(canonical, dtype=pl.String())}
    )


def _of_last(texts: pl.Series) -> pl.DataFrame:
    """Columns letters, sound, surname and double of last names; a double one is of two words."""
    surname = texts.str.replace_all(r"[- ]", "").rename("surname")
    double = texts.str.contains("[- ]").fill_null(value=False).rename("double")
    return worked_out(surname).hstack([surname, double])


class NameMemory:
    """What was worked out of names before."""

    def __init__(self) -> None:
        self.firsts = Spellings(_of_first)
        self.lasts = Spellings(_of_last)


def sounds(surnames: pl.Series) -> pl.Series:
    """Soundex of surnames, null where null.

    With one typing error it keeps 45 % of surnames together at 0.19 % of the population a block; Metaphone
    31 % at 0.14 %, NYSIIS 20 % at 0.13 %, match rating 31 % at 0.11 % (20,000 surnames by census frequency).
    """
    return Spellings(worked_out).of(surnames)["sound"]


def people(frame: pl.DataFrame) -> People:
    """The arrays of a frame that went through ``with_name_columns``."""
    initials = {"middle_initial": pl.col("middle").str.slice(0, 1)}
    plain = {name: pl.col(name) for name in ("first", "canonical", "middle", "ssn4", "employer")}
    coded = code_columns(
        frame, plain | initials | {"last": pl.col("surname"), "suffix": pl.col("suffix").replace("II", "JR")}
    )
    numbers = frame.select_seq(
        year=pl.col("birth_year").fill_null(0),
        slack=pl.col("birth_year_slack").fill_null(0).cast(pl.Int16),
        first_short=(pl.col("first").str.len_bytes() == 1).fill_null(value=False),
        middle_short=(pl.col("middle").str.len_bytes() == 1).fill_null(value=False),
        variants=pl.col("surnames").is_not_null(),
    )
    day, day_year = _dates(frame["birth_date"])
    year, first_letters = numbers["year"].to_numpy(), Letters(frame["first_letters"].to_numpy())
    return People(
        frame=frame,
        **coded,
        first_initial=first_letters.initials,
        first_short=numbers["first_short"].to_numpy(),
        middle_short=numbers["middle_short"].to_numpy(),
        first_letters=first_letters,
        last_letters=Letters(frame["last_letters"].to_numpy()),
        variants=numbers["variants"].to_numpy(),
        day=day,
        day_year=day_year,
        year=np.where(year != 0, year, day_year),
        slack=numbers["slack"].to_numpy(),
    )


def _dates(births: pl.Series) -> tuple[Days, Years]:
    """Dates as ``Days``, and their years; 0 where null.

    Looked up by the number of the day: to work out year, month and day of each takes ten times as long.
    """
    known = births.to_physical()
    numbers = known.fill_null(_FIRST_DAY - 1).to_numpy()
    if known.is_between(_FIRST_DAY, _LAST_DAY).all():
        days, years = _calendar()
        return taken(days, numbers - (_FIRST_DAY - 1)), taken(years, numbers - (_FIRST_DAY - 1))
    days, years = _written(numbers)
    absent = births.is_null().to_numpy()
    days[absent], years[absent] = 0, 0
    return days, years


_FIRST_DAY, _LAST_DAY = -65_745, 47_481
"""1789-12-30 and 2099-12-31, in days from 1970 on: births are hardly ever before or after."""


@cache
def _calendar() -> tuple[Days, Years]:
    """``_written`` of no day, then of every day from the first to the last."""
    days, years = _written(np.arange(_FIRST_DAY - 1, _LAST_DAY + 1))
    days[0], years[0] = 0, 0
    return days, years


def _written(numbers: "np.typing.NDArray[np.signedinteger]") -> tuple[Days, Years]:
    """The dates of days counted from 1970 on as ``Days``, and their years."""
    days = numbers.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    years = months.astype("datetime64[Y]").astype(np.int64) + 1970
    month, day = months.astype(np.int64) % 12 + 1, (days - months).astype(np.int64) + 1
    packed = _digits(4)[years] << np.uint32(16) | _digits(2)[month] << np.uint32(8) | _digits(2)[day]
    return packed, years.astype(np.int16)


@cache
def _digits(width: int) -> Days:
    """Per number of so many digits, four bits a digit."""
    number = np.arange(10**width, dtype=np.uint32)
    out = np.zeros(number.size, dtype=np.uint32)
    for place in reversed(range(width)):
        out = out << np.uint32(4) | number // np.uint32(10**place) % np.uint32(10)
    return out


def places(frame: pl.DataFrame, prefix: str) -> Places:
    """The addresses in the columns ``<prefix>_house`` … as arrays."""
    named = frame.select_seq(
        pl.col(f"{prefix}_{part}").alias(part)
        for part in ("raw", "house", "street", "unit", "city", "state", "zip")
    )
    town = pl.col("city") + "|" + pl.col("state")
    parts = {part: pl.col(part) for part in ("house", "street", "unit", "zip")} | {"town": town}
    if all(column.null_count() == named.height for column in named):
        nothing = np.zeros(named.height, dtype=np.uint64)
        return Places(named, **dict.fromkeys(parts, nothing), known=nothing != 0, plain=None)
    coded = code_columns(named, parts)
    known = (coded["house"] != 0) | (coded["street"] != 0) | (coded["zip"] != 0)
    return Places(frame=named, **coded, known=known, plain=None)
