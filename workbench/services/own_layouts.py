"""Layouts of one's own: what a person said of a file, kept under a name and recognised the next time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from workbench.base.errors import UserError
from workbench.model.importing import ImportKind
from workbench.records.dialect import proposed_breaks
from workbench.records.mapping_text import mapping_from_toml, mapping_to_toml
from workbench.records.own_profile import Own, looks_of, own_of, with_own
from workbench.records.placement_text import placement_from_toml, placement_to_toml
from workbench.records.read_as import AS_FOUND
from workbench.records.read_as import ENCODINGS as ENCODINGS  # noqa: PLC0414  (offered by the window)
from workbench.records.read_as import ReadAs as ReadAs  # noqa: PLC0414  (part of a request)
from workbench.services.column_mapping import columns_of, renamed_column, without_columns
from workbench.services.previewing import ACCOUNTS, Preview
from workbench.vault.vault import Vault

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """``kind`` is accounts or records; ``columns`` how many the file had, ``used`` how many are read."""

    fingerprint: str
    kind: str
    name: str
    columns: int
    used: int
    purpose: str
    saved_at: datetime


def own_layouts(vault: Vault) -> tuple[OwnLayout, ...]:
    """Every saved layout, by name; one that cannot be read any more has no columns."""
    found = []
    for kind in ImportKind:
        for saved in vault.registry.mappings(kind):
            try:
                own = own_of(saved.toml)
                used = len(columns_of(kind.value, saved.toml))
            except UserError:
                own, used = Own(), 0
            found.append(
                OwnLayout(
                    saved.fingerprint, kind.value, own.name, len(own.columns) or used, used, own.purpose,
                    saved.saved_at,
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda x: (x.name.casefold(), x.kind, x.fingerprint)))


def keep_layout(
    vault: Vault,
    preview: Preview,
    toml: str,
    *,
    name: str = "",
    purpose: str = "",
    read_as: ReadAs = AS_FOUND,
) -> None:
    """Keep ``toml`` for files like the one previewed; replaces what was kept for them.

    Raises UserError for a name that is too long or belongs to another layout.
    """
    seen = preview.seen
    _check_name(vault, name, seen.fingerprint)
    header = bool(seen.summary.get("header"))
    own = Own(
        name=name.strip(),
        columns=tuple(seen.columns),
        looks=() if header else looks_of(seen.rows, len(seen.columns)),
        purpose="" if preview.kind == ACCOUNTS else purpose,
        read_as=read_as,
    )
    vault.registry.save_mapping(seen.fingerprint, _kind(preview.kind), with_own(toml, own))


def rename_layout(vault: Vault, fingerprint: str, kind: str, name: str) -> None:
    """Give a saved layout another name; UserError when there is none such, or the name is taken."""
    _check_name(vault, name, fingerprint)
    saved = vault.registry.mapping(fingerprint, _kind(kind))
    if saved is None:
        raise UserError("There is no such saved layout.", hint="`layouts` lists them.")
    own = msgspec.structs.replace(own_of(saved.toml), name=name.strip())
    vault.registry.save_mapping(fingerprint, _kind(kind), with_own(saved.toml, own))


def delete_layout(vault: Vault, fingerprint: str, kind: str) -> None:
    """Forget a saved layout; what was imported by it stays.  UserError when there is none such."""
    if not vault.registry.delete_mapping(fingerprint, _kind(kind)):
        raise UserError("There is no such saved layout.", hint="`layouts` lists them.")


def _kind(kind: str) -> ImportKind:
    return ImportKind.ACCOUNTS if kind == ACCOUNTS else ImportKind.RECORDS


def _check_name(vault: Vault, name: str, fingerprint: str) -> None:
    wanted = name.strip().casefold()
    if len(wanted) > LONGEST_NAME:
        raise UserError(f"The name has more than {LONGEST_NAME} characters.", hint="Choose a shorter one.")
    taken = {x.name.casefold() for x in own_layouts(vault) if x.fingerprint != fingerprint and x.name}
    if wanted and wanted in taken | {"auto"}:
        raise UserError("Another saved layout has that name.", hint="Choose another name.")


def dates_of(kind: str, toml: str) -> str:
    """The order in which dates are read: mdy, dmy, ymd, or "" to decide from the values."""
    if kind == ACCOUNTS:
        return placement_from_toml(toml).date_order
    return mapping_from_toml(toml).dates


def with_dates(kind: str, toml: str, order: str) -> str:
    """The mapping with dates read in ``order``."""
    if kind == ACCOUNTS:
        made = msgspec.structs.replace(placement_from_toml(toml), date_order=order or "mdy")
        return placement_to_toml(made)
    return mapping_to_toml(msgspec.structs.replace(mapping_from_toml(toml), dates=order))


def fixed_columns(preview: Preview) -> tuple[tuple[str, int], ...]:
    """Name and 0-based start of each column of a fixed-width file, in order of place; () for another file."""
    summary = preview.seen.summary
    if not summary.get("record_lengths"):
        return ()
    fields = mapping_from_toml(preview.mapping).fields if preview.kind != ACCOUNTS else ()
    if fields:
        return tuple(sorted(((f.name, f.start - 1) for f in fields), key=lambda x: x[1]))
    breaks = summary.get("breaks")
    starts = [int(b) for b in breaks] if isinstance(breaks, list) else []
    return tuple(zip(preview.seen.columns, starts, strict=False))


def first_breaks(preview: Preview) -> tuple[int, ...]:
    """Boundaries to begin with: those of the file's columns, or one at the start of each line."""
    starts = {start for _, start in fixed_columns(preview)}
    return tuple(sorted({0, *starts}))


def blank_breaks(lines: Sequence[str]) -> tuple[int, ...]:
    """Boundaries to begin with when a text is to be cut by place: where text begins after blanks in all."""
    filled = [line for line in lines if line.strip()]
    return proposed_breaks(filled) if filled else (0,)


def carried(toml: str, before: tuple[tuple[str, int], ...], breaks: tuple[int, ...]) -> str:
    """The mapping of records after the boundaries moved: each column keeps its meaning.

    A column is the one that begins at the same place; where no boundary came or went, the one in the same
    order (a boundary was only moved).  A column that is no longer there is not read.
    """
    names = [f"column_{n}" for n in range(1, len(breaks) + 1)]
    same = len(before) == len(breaks) and bool(before)
    at = dict(zip(breaks, names, strict=True))
    used = set(columns_of("records", toml))
    fresh = {
        name: (names[place] if same else at.get(start, ""))
        for place, (name, start) in enumerate(before)
        if name in used
    }
    toml = without_columns("records", toml, [name for name, to in fresh.items() if not to])
    kept = {name: to for name, to in fresh.items() if to}
    for name in kept:
        toml = renamed_column("records", toml, name, f"\x1f{name}")
    for name, to in kept.items():
        toml = renamed_column("records", toml, f"\x1f{name}", to)
    return mapping_to_toml(msgspec.structs.replace(mapping_from_toml(toml), fields=(), layout=()))
