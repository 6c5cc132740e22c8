"""Normalised people as the columns that the exported Splink settings name, and the debtors' frequencies.

Columns of both sides: ``unique_id``, ``first``, ``first_word``, ``nicknames`` (names that stand for it),
``canonical``, ``middle``, ``surname`` (one word), ``sound``, ``surnames`` (every one, for former and double
surnames), ``former``, ``variants``, ``suffix``, ``ymd`` (YYYYMMDD), ``birth_year``, ``slack``, ``ssn4``,
``phones``, ``emails``, ``own_phones`` and ``own_emails`` (less those that many people share), ``employer``,
``woman``, ``has_address``, ``unit_keys`` … ``town_keys``, ``home_key``, ``both_names``, one ``k_…`` column a
frequency.
"""

import numpy as np
import polars as pl

from workbench.matching.arrays import Floats
from workbench.matching.compare import Records
from workbench.matching.debtors import DebtorIndex, index_debtors
from workbench.matching.frequency import PLACES, LocalCounts, census_frequencies
from workbench.matching.people import people, places, with_name_columns
from workbench.matching.settings import MatchSettings
from workbench.matching.splink_export import adjusted, classes, divisor, key_column
from workbench.matching.weights import Weights
from workbench.matching.womens_names import womens
from workbench.normalize.nicknames import nickname_pairs
from workbench.normalize.tables import Debtors

_TEXTS = pl.List(pl.String())
_HOME = ("house", "street", "unit", "city", "state", "zip")


class Inputs:
    """What the debtors' side needs, collected while records stream by: every ``record``, then ``debtors``.

    Memory is bounded by the debtors: of the records only counts are kept.
    """

    def __init__(self, debtors: Debtors, weights: Weights, settings: MatchSettings | None = None) -> None:
        self._index = index_debtors(debtors)
        self._weights = weights
        self._limit = (settings or MatchSettings()).shared_limit
        self._counts = LocalCounts(self._index)
        self._census = census_frequencies(self._index)
        self._bearers = {"phones": _no_bearers(), "emails": _no_bearers()}
        self._keys = [key_column(field, name) for field, name, _ in adjusted(weights)]

    @property
    def rows(self) -> int:
        """Record rows so far."""
        return self._counts.rows

    def record(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The columns of some records (PERSON_SCHEMA); rows that name nobody are left out.

        ``unique_id`` is the row's number with its place among the people of that row: ``12.0``.
        """
        named = frame.filter(pl.col("last").is_not_null() | pl.col("first").is_not_null())
        rows = with_name_columns(named).with_row_index("at")
        self._counts.add(Records(people(rows), (places(rows, "address"), places(rows, "mailing"))))
        self._count_bearers(rows)
        homes = pl.concat(_homes(rows, side, "at") for side in ("address", "mailing"))
        nth = pl.int_range(pl.len()).over("row_number")
        unique = (pl.col("row_number").cast(pl.String) + "." + nth.cast(pl.String)).alias("unique_id")
        told = _columns(rows.with_columns(unique), homes, "at")
        own = told.with_columns(own_phones="phones", own_emails="emails")
        return own.with_columns(pl.lit(None, pl.String()).alias(key) for key in self._keys)

    def debtors(self) -> pl.DataFrame:
        """The columns of the debtors, once every record was seen."""
        frame = self._index.people.frame.with_columns(unique_id="debtor_id")
        owner = pl.Series("d", self._index.place_owner, dtype=pl.UInt32)
        homes = self._index.places.frame.select(_HOME).with_columns(owner)
        told = _columns(frame, homes, "d")
        for column in self._bearers:
            common = self._people(column).filter(pl.col("people") > self._limit)["value"]
            own = pl.col(column).list.eval(pl.element().filter(~pl.element().is_in(common.implode())))
            told = told.with_columns(own.alias(f"own_{column}"))
        return told.with_columns(pl.col("unique_id").alias(key) for key in self._keys)

    def frequencies(self) -> pl.DataFrame:
        """Columns level (``last.exact``), column, unique_id and one per class: what the level's figure of it
        is divided by.  Of several addresses, phones or e-mails of a debtor the commonest counts.
        """
        found = self._found()
        ids = self._index.people.frame["debtor_id"].to_list()
        parts = []
        for field, name, weight in adjusted(self._weights):
            known = found.get(weight.by, np.zeros(len(ids)))
            named = {"level": f"{field}.{name}", "column": key_column(field, name), "unique_id": ids}
            divided = {
                of: [divisor(self._weights, field, name, of, frequency=value) for value in known]
                for of in classes(self._weights)
            }
            parts.append(pl.DataFrame(named | divided))
        return pl.concat(parts)

    def _found(self) -> dict[str, Floats]:
        """Frequencies per debtor by name, as the matcher takes them."""
        population = self._weights.population(self._counts.rows)
        found = dict(self._census)
        for name, local in self._counts.shares(population).items():
            each = local if local.size == self._index.count and name not in PLACES else None
            own = each if each is not None else _greatest(self._index, local)
            found[name] = np.maximum(found[name], own) if name in found else own
        for column, name in (("phones", "phone"), ("emails", "email")):
            found[name] = self._shares(column, population)
        return found

    def _shares(self, column: str, population: int) -> Floats:
        values: pl.DataFrame = getattr(self._index, column)
        counted = values.join(self._people(column), on="value", how="left", maintain_order="left")
        kept = counted.filter(pl.col("people").fill_null(0) <= self._limit)
        most = kept.group_by("d").agg(pl.col("people").max())
        out = np.zeros(self._index.count)
        out[most["d"].to_numpy()] = np.maximum(most["people"].fill_null(0).to_numpy() - 1, 0) / population
        return out

    def _count_bearers(self, rows: pl.DataFrame) -> None:
        for column, values in (("phones", self._index.phones), ("emails", self._index.emails)):
            asked = values.select("value").unique()
            who = pl.concat_str(pl.col("first", "surname").fill_null(""), separator="|").alias("who")
            held = rows.select(pl.col(column).alias("value"), who).explode("value").drop_nulls("value")
            seen = held.join(asked, on="value", how="semi").unique()
            kept = pl.concat([self._bearers[column], seen]).unique().sort("value", "who")
            self._bearers[column] = kept.group_by("value", maintain_order=True).head(self._limit + 1)

    def _people(self, column: str) -> pl.DataFrame:
        """Columns value, people: of the records, or of the debtors where those are more."""
        seen = self._bearers[column].group_by("value").agg(pl.len().cast(pl.Int64).alias("people"))
        values: pl.DataFrame = getattr(self._index, column)
        ours = values.group_by("value").agg(pl.len().cast(pl.Int64).alias("people"))
        return pl.concat([seen, ours]).group_by("value").agg(pl.col("people").max())


def _no_bearers() -> pl.DataFrame:
    return pl.DataFrame(schema={"value": pl.String(), "who": pl.String()})


def _greatest(index: DebtorIndex, by_place: Floats) -> Floats:
    """Per debtor, the greatest of the places' values."""
    out = np.zeros(index.count)
    np.maximum.at(out, index.place_owner, by_place)
    return out


def _homes(rows: pl.DataFrame, side: str, owner: str) -> pl.DataFrame:
    return rows.select(*(pl.col(f"{side}_{part}").alias(part) for part in _HOME), owner)


def _nicknames() -> pl.DataFrame:
    return nickname_pairs().group_by(pl.col("a").alias("first_word")).agg(pl.col("b").alias("nicknames"))


def _columns(rows: pl.DataFrame, homes: pl.DataFrame, owner: str) -> pl.DataFrame:
    """The columns that both sides have alike."""
    lists = _home_lists(homes, owner)
    both = pl.concat_list(pl.col("first", "surname").fill_null("")).list.sort().list.join("|")
    told = rows.join(lists, on=owner, how="left", maintain_order="left").with_columns(
        pl.col("first").str.split(" ").list.first().alias("first_word"),
        both.alias("both_names"),
        woman=pl.Series(womens(rows)),
    )
    told = told.join(_nicknames(), on="first_word", how="left", maintain_order="left")
    date = pl.col("birth_date").dt.to_string("%Y%m%d")
    every = pl.concat_list("surname", pl.col("surnames").fill_null([])).list.drop_nulls()
    year = pl.coalesce(pl.col("birth_year").cast(pl.Int32), pl.col("birth_date").dt.year())
    return told.select(
        *("unique_id", "first", "first_word", "canonical", "middle", "surname", "sound", "both_names"),
        *("woman", "ssn4", "employer", pl.col("nicknames").cast(_TEXTS)),
        every.alias("surnames"),
        pl.col("former_last").str.replace_all(r"[- ]", "").alias("former"),
        pl.col("surnames").is_not_null().alias("variants"),
        pl.col("suffix").replace("II", "JR"),
        date.alias("ymd"),
        year.alias("birth_year"),
        pl.col("birth_year_slack").cast(pl.Int32).fill_null(0).alias("slack"),
        *(_filled(column) for column in ("phones", "emails")),
        pl.col("has_address").fill_null(value=False),
        *(pl.col(key).fill_null([]) for key in _PLACE_KEYS),
    )


def _filled(column: str) -> pl.Expr:
    """A list, null where it is empty."""
    return pl.when(pl.col(column).list.len() > 0).then(pl.col(column)).alias(column)


_PLACE_KEYS = ("unit_keys", "building_keys", "street_keys", "zip_keys", "town_keys", "home_key")


def _home_lists(homes: pl.DataFrame, owner: str) -> pl.DataFrame:
    """Per owner, the keys of its addresses: two at one place share a key of a level."""
    town, area = "T" + pl.col("city") + "," + pl.col("state"), "Z" + pl.col("zip")
    parts = [_home_keys(homes, owner, where) for where in (town, area)]
    return (
        pl.concat(parts)
        .group_by(owner, maintain_order=True)
        .agg(
            *(pl.col(key).drop_nulls().unique(maintain_order=True) for key in _PLACE_KEYS),
            pl.col("has_address").any(),
        )
    )


def _home_keys(homes: pl.DataFrame, owner: str, where: pl.Expr) -> pl.DataFrame:
    """The keys of every address that ``where`` (its town or its ZIP) tells apart."""
    house, street = pl.col("house"), pl.col("street")
    line, unit = [house, street.fill_null("")], pl.col("unit").fill_null("")
    start = pl.coalesce(street.str.slice(0, 6), pl.lit("-"))
    stated = house.is_not_null() | street.is_not_null() | pl.col("zip").is_not_null()
    return homes.select(
        owner,
        pl.concat_str(*line, unit, where, separator="|").alias("unit_keys"),
        pl.concat_str(*line, where, separator="|").alias("building_keys"),
        pl.concat_str(street, where, separator="|").alias("street_keys"),
        pl.col("zip").alias("zip_keys"),
        pl.when(stated).then(pl.concat_str("city", "state", separator="|")).alias("town_keys"),
        pl.concat_str(house, start, separator="|").alias("home_key"),
        stated.alias("has_address"),
    )
