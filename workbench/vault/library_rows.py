"""Person rows between PERSON_SCHEMA frames, the columns of a library file, and values for people to read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
import polars as pl

from workbench.model.lead import RecordPerson
from workbench.normalize.tables import PERSON_SCHEMA

COLUMNS = tuple(PERSON_SCHEMA)
"""Stored columns, in order; dates as ISO text, lists as JSON text."""

_LISTS = ("phones", "emails")
_DATES = ("birth_date", "as_of")
_FACTS = ("employer", "ssn4", "former_last", "deceased")
_PLAIN: dict[str, pl.DataType] = {
    name: pl.String() if name in _LISTS + _DATES else kind for name, kind in PERSON_SCHEMA.items()
}


_FLAGS = tuple(name for name, kind in PERSON_SCHEMA.items() if kind == pl.Boolean())

_ABSENT = -1
_TEXTS = tuple(name for name, kind in _PLAIN.items() if kind == pl.String())
_NUMBERS = tuple(name for name in COLUMNS if name not in _TEXTS)
BOUND = tuple("nullif(?, '')" if name in _TEXTS else f"nullif(?, {_ABSENT})" for name in COLUMNS)
"""How each column of :func:`storable` is bound: its mark of absence becomes NULL."""


def storable(frame: pl.DataFrame) -> pl.DataFrame:
    """``frame`` (PERSON_SCHEMA) as stored: one plain value in each cell, "" or -1 where there is none."""
    plain = frame.with_columns(
        *(_json_list(name) for name in _LISTS),
        *(pl.col(name).dt.to_string("iso") for name in _DATES),
        pl.col("role").fill_null("subject"),
    )
    return plain.with_columns(
        *(pl.col(name).fill_null("") for name in _TEXTS),
        *(pl.col(name).cast(pl.Int64()).fill_null(_ABSENT) for name in _NUMBERS),
    )


def _json_list(name: str) -> pl.Expr:
    # No usable phone or e-mail has a quote, backslash or control character; without them the JSON is sound.
    clean = pl.col(name).list.eval(pl.element().str.replace_all(r'["\\\x00-\x1f]', "")).list.drop_nulls()
    return (
        pl.when(clean.list.len() > 0)
        .then(pl.lit('["') + clean.list.join('","') + pl.lit('"]'))
        .otherwise(None)
        .alias(name)
    )


def as_frame(rows: Sequence[Sequence[Any]]) -> pl.DataFrame:
    """Stored rows (columns in order) as a frame of PERSON_SCHEMA."""
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    return _typed(pl.DataFrame(dict(zip(COLUMNS, columns, strict=True)), schema=_PLAIN, strict=False))


def _typed(plain: pl.DataFrame) -> pl.DataFrame:
    """Stored values as PERSON_SCHEMA has them."""
    return plain.with_columns(
        *(pl.col(name).str.json_decode(pl.List(pl.String())).fill_null([]) for name in _LISTS),
        *(pl.col(name).str.to_date("%Y-%m-%d") for name in _DATES),
    ).select(*COLUMNS)


_CELL, _LINE = "\x1f", "\x1e"
_CELLS = f" || '{_CELL}' || ".join(f"ifnull({name}, '')" for name in COLUMNS)
JOINED = (
    f"SELECT count(*), group_concat(line, '{_LINE}') FROM"  # noqa: S608
    f" (SELECT {_CELLS} AS line FROM person WHERE id > ? AND id <= ? ORDER BY id)"
)
"""People of a range of ids: how many, and all of them as one text for :func:`cut_frame`."""


def cut_frame(text: str, count: int) -> pl.DataFrame | None:
    """What :data:`JOINED` gave as a frame of PERSON_SCHEMA; None when a value holds a mark it is cut at."""
    marks = count * (len(COLUMNS) - 1), max(0, count - 1)
    if (text.count(_CELL), text.count(_LINE)) != marks:
        return None
    if not count:
        return as_frame([])
    header = _CELL.join(COLUMNS)
    plain = pl.read_csv(
        f"{header}{_LINE}{text}{_LINE}".encode(),
        separator=_CELL,
        eol_char=_LINE,
        quote_char=None,
        schema_overrides={**_PLAIN, **dict.fromkeys(_FLAGS, pl.Int8())},
    )
    flags = plain.with_columns(pl.col(name).cast(pl.Boolean) for name in _FLAGS)
    return _typed(flags) if plain.height == count else None


def as_person(import_id: str, row: Sequence[Any]) -> RecordPerson:
    """One stored row (columns in order) as the person of a public record."""
    of = dict(zip(COLUMNS, row, strict=True))
    return RecordPerson(
        import_id=import_id,
        record_id=of["record_id"] or f"row {of['row_number']}",
        row_number=of["row_number"],
        role=of["role"],
        name=of["name_raw"] or " ".join(of[n] for n in ("first", "middle", "last", "suffix") if of[n]),
        birth=of["birth_date"] or (str(of["birth_year"]) if of["birth_year"] else ""),
        addresses=tuple(dict.fromkeys(a for p in ("address", "mailing") if (a := _address(of, p)))),
        phones=_list(of["phones"]),
        emails=_list(of["emails"]),
        facts={name: str(of[name]) for name in _FACTS if of[name]} or None,
        as_of=date.fromisoformat(of["as_of"]) if of["as_of"] else None,
        person_key=_key(of),
    )


def _key(of: dict[str, Any]) -> str:
    """The key of a description of a person, as matching makes it (``matching.tombstones.person_key``)."""
    birth = of["birth_date"] or of["birth_year"]
    parts = (of["first"], of["last"], of["suffix"], birth, of["address_house"], of["address_street"])
    return "|".join(str(part or "") for part in parts)


def _list(text: str | None) -> tuple[str, ...]:
    return msgspec.json.decode(text, type=tuple[str, ...]) if text else ()


def _address(of: dict[str, Any], prefix: str) -> str:
    part = {
        name: of[f"{prefix}_{name}"] or ""
        for name in ("raw", "house", "street", "unit", "city", "state", "zip")
    }
    if part["raw"]:
        place = " ".join(w for w in (part["city"], part["state"], part["zip"]) if w)
        known = part["city"] and part["city"].casefold() in part["raw"].casefold()
        return part["raw"] if known or not place else f"{part['raw']}, {place}"
    line = " ".join(w for w in (part["house"], part["street"], part["unit"]) if w)
    place = " ".join(w for w in (part["city"], part["state"], part["zip"]) if w)
    return ", ".join(w for w in (line, place) if w)
