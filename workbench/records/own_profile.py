"""A person's own layout: a mapping they made or corrected, kept so that the next such file is read alike.

It is kept as the TOML of the mapping with one more table, ``[own]``, which readers of mappings pass over.
"""

import tomllib
from collections.abc import Iterable, Sequence

import msgspec

from workbench.records.errors import MappingError
from workbench.records.headers import canonical, mapping_fingerprint
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.records.shape import FileShape

SIMILAR = 0.7
"""Share of all column names that two headers must have in common to be one layout that has drifted."""
ALIKE = 0.8
"""Share of columns that must look alike in two tables without a header."""
_TABLE = "own"
_BARE = "\0no header"
_FIXED = "\0fixed width"


class Own(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is kept beside the mapping.

    ``columns`` are those of the file it was made for; ``looks`` says for each what it held (``digits``,
    ``letters``, ``mixed`` or ``blank``; no value of the file), by which a table without a header is told.
    """

    name: str = ""
    columns: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    purpose: str = ""
    read_as: ReadAs = AS_FOUND


def own_of(toml: str) -> Own:
    """The own layout's part of a kept mapping; all defaults where it has none.  Raises MappingError."""
    try:
        return msgspec.convert(tomllib.loads(toml).get(_TABLE, {}), type=Own)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise MappingError(
            f"The saved layout is not usable: {error}.", hint="Delete it and save it again."
        ) from None


def with_own(toml: str, own: Own) -> str:
    """The mapping ``toml`` with ``own`` as its table, in place of the one it had."""
    mapping = _without_own(toml)
    values = msgspec.to_builtins(own)
    read_as = values.pop("read_as", {})
    lines = [f"{key} = {_literal(value)}" for key, value in values.items()]
    if read_as:
        lines += [
            "",
            f"[{_TABLE}.read_as]",
            *(f"{key} = {_literal(value)}" for key, value in read_as.items()),
        ]
    return "\n".join([mapping.rstrip("\n"), "", f"[{_TABLE}]", *lines]) + "\n"


def _without_own(toml: str) -> str:
    """``toml`` without the lines of its own table, which is always its last."""
    start = toml.find(f"\n[{_TABLE}]\n")
    return toml if start < 0 else toml[: start + 1]


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}" for c in escaped) + '"'
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_literal(v) for v in value) + "]"
    return str(value)


def shape_fingerprint(shape: FileShape) -> str:
    """32 hex digits by which a layout is kept: of the header, else of the boundaries or field count."""
    if shape.header:
        return mapping_fingerprint(shape.columns)
    if shape.fixed_width:
        return mapping_fingerprint((_FIXED, *map(str, shape.breaks)))
    return mapping_fingerprint((_BARE, shape.delimiter or "", str(len(shape.columns))))


def looks_of(rows: Iterable[Sequence[str]], columns: int) -> tuple[str, ...]:
    """What each of ``columns`` columns holds in ``rows``, as ``Own.looks`` says it."""
    filled: list[list[str]] = [[] for _ in range(columns)]
    for row in rows:
        for at, cell in enumerate(row[:columns]):
            if cell.strip():
                filled[at].append(cell.strip())
    return tuple(_look(cells) for cells in filled)


def _look(cells: Sequence[str]) -> str:
    if not cells:
        return "blank"
    if sum(c.isdigit() for c in cells) * 10 >= 9 * len(cells):
        return "digits"
    bare = [c.replace(" ", "").replace("-", "").replace("'", "").replace(".", "") for c in cells]
    return "letters" if sum(c.isalpha() for c in bare) * 10 >= 9 * len(cells) else "mixed"


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two tables without a header look alike; blank columns say nothing."""
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if "blank" not in (a, b)]
    return bool(pairs) and sum(a == b for a, b in pairs) >= ALIKE * len(pairs)


def similarity(one: Iterable[str], other: Iterable[str]) -> float:
    """Share of the column names of both headers together that are in both, 0 to 1."""
    mine, theirs = {canonical(c) for c in one}, {canonical(c) for c in other}
    return len(mine & theirs) / max(1, len(mine | theirs))
