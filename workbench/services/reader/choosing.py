"""By what a file is read: the person's mapping, a layout they saved, a known layout, or the headings.

A saved layout of exactly this header goes before a known one, being the person's correction of it; one of a
header that has drifted a little is used only where no known layout fits, and says what it took for what.
"""

import difflib
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from pathlib import Path

from workbench.base.errors import UserError
from workbench.records.headers import canonical
from workbench.records.library import default_library
from workbench.records.looking import look
from workbench.records.mapping_text import mapping_from_toml
from workbench.records.own_profile import (
    SIMILAR,
    Own,
    alike,
    looks_of,
    own_of,
    shape_fingerprint,
    similarity,
    with_own,
)
from workbench.records.raw_rows import table_columns
from workbench.records.recognition import ProfileMatch
from workbench.records.shape import FileShape
from workbench.services.column_mapping import columns_of, issue, renamed_column, without_columns
from workbench.services.reader.protocol import Source

MOST_SAVED = 60
"""Saved layouts with a word on how to read a file that are tried on one; each costs a short look."""
_CLOSE = 0.75


Seen = tuple[FileShape, ProfileMatch]


@dataclass(frozen=True, slots=True)
class SavedLayout:
    """A saved mapping that fits: ``toml`` is in this file's columns; ``exact``: nothing had to be changed."""

    toml: str
    own: Own
    exact: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The file as it will be read, the layout it looks like, and the saved one that fits."""

    shape: FileShape
    match: ProfileMatch
    saved: SavedLayout | None = None

    @property
    def fingerprint(self) -> str:
        """By which a layout for such a file is kept."""
        return shape_fingerprint(self.shape)

    def kept(self, toml: str, source: Source, like: Own | None = None) -> str:
        """``toml`` as it is saved for such files, with the name and purpose of ``like``."""
        named = like or Own()
        own = Own(
            name=named.name,
            columns=self.shape.columns,
            looks=() if self.shape.header else looks_of(self.shape.sample, len(self.shape.columns)),
            purpose=named.purpose,
            read_as=source.read_as or named.read_as,
        )
        return with_own(toml, own)


def seen(source: Source) -> Seen:
    """The file of ``source`` and the known layout it is like; raises as ``look``."""
    return look(Path(source.path), member=source.member, sheet=source.sheet, read_as=source.read_as)


def choose(
    source: Source,
    kind: str,
    saved: MappingType[str, str],
    wanted: str = "auto",
    *,
    looked: Seen | None = None,
) -> Chosen:
    """Look at the file of ``source`` (unless ``looked`` is it) and find the saved layout of ``kind`` for it.

    ``wanted`` names one saved layout, or a known one (then no saved layout is looked for).  Raises as
    ``look``, and UserError when the saved layout named does not fit.
    """
    shape, match = looked or seen(source)
    owns = {fingerprint: _own(toml) for fingerprint, toml in saved.items()}
    named = [f for f, own in owns.items() if own.name and own.name.casefold() == wanted.casefold()]
    if wanted not in {"", "auto"} and not named:
        return Chosen(shape, match)
    offered = {f: (saved[f], owns[f]) for f in (named or saved)}
    found = _exact(source, kind, shape, match, offered)
    if found is None and (named or not match.automatic):
        found = _drifted(source, kind, shape, match, offered)
    if found is None and named:
        raise UserError(
            "The saved layout of that name does not fit this file.", hint="Compare the columns of both."
        )
    return found or Chosen(shape, match)


_Offered = MappingType[str, tuple[str, Own]]


def _own(toml: str) -> Own:
    try:
        return own_of(toml)
    except UserError:
        return Own()


def _shapes(
    source: Source, own: Own, shape: FileShape, match: ProfileMatch
) -> tuple[FileShape, ProfileMatch]:
    """The file as the saved layout reads it; a person's present word goes before the saved one."""
    if not own.read_as or source.read_as:
        return shape, match
    return look(Path(source.path), member=shape.member, sheet=shape.sheet, read_as=own.read_as)


def _fits(kind: str, toml: str, shape: FileShape) -> bool:
    """Whether the mapping names somebody and finds its columns in the file."""
    columns = shape.columns
    try:
        if kind == "records":
            columns = table_columns(shape, mapping_from_toml(toml))
    except UserError:
        return False
    return issue(kind, toml, columns) is None


def _exact(
    source: Source, kind: str, shape: FileShape, match: ProfileMatch, offered: _Offered
) -> Chosen | None:
    """A saved layout of this very header or form."""
    fingerprint = shape_fingerprint(shape)
    first = [fingerprint] if fingerprint in offered else []
    others = [f for f, (_, own) in offered.items() if own.read_as and f not in first]
    for candidate in (*first, *others[:MOST_SAVED]):
        toml, own = offered[candidate]
        try:
            read, known = _shapes(source, own, shape, match)
        except UserError:
            continue
        if shape_fingerprint(read) != candidate:
            continue
        looks = looks_of(read.sample, len(read.columns))
        if not read.header and own.looks and not alike(looks, own.looks):
            continue
        if _fits(kind, toml, read):
            return Chosen(read, known, SavedLayout(toml, own, exact=True))
    return None


def _drifted(
    source: Source, kind: str, shape: FileShape, match: ProfileMatch, offered: _Offered
) -> Chosen | None:
    """The saved layout whose header is most like this one's, with what was renamed taken over."""
    ranked: list[tuple[float, str, Chosen]] = []
    for fingerprint, (toml, own) in offered.items():
        columns = own.columns or tuple(columns_of(kind, toml))
        try:
            read, known = _shapes(source, own, shape, match)
        except UserError:
            continue
        like = similarity(columns, read.columns) if read.header and columns else 0.0
        if like < SIMILAR:
            continue
        adapted, notes = _adapted(kind, toml, columns, read.columns)
        if _fits(kind, adapted, read):
            ranked.append(
                (like, fingerprint, Chosen(read, known, SavedLayout(adapted, own, exact=False, notes=notes)))
            )
    return max(ranked, key=lambda item: item[:2])[2] if ranked else None


def _adapted(
    kind: str, toml: str, before: tuple[str, ...], now: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """The mapping in the new header's columns, renamed ones followed, dropped ones left out; what was done.

    A column is followed to a new name only when that is the one new name like it.
    """
    present = {canonical(c) for c in now}
    known = {canonical(c) for c in before}
    new = [c for c in now if canonical(c) not in known]
    notes, dropped = [], []
    for column in columns_of(kind, toml):
        if canonical(column) in present:
            continue
        close = difflib.get_close_matches(canonical(column), [canonical(c) for c in new], n=2, cutoff=_CLOSE)
        if len(close) == 1:
            name = next(c for c in new if canonical(c) == close[0])
            toml = renamed_column(kind, toml, column, name)
            new.remove(name)
            notes.append(f"Saved for the column {column}, which is read from {name} here.")
        else:
            dropped.append(column)
            notes.append(f"The column {column} of the saved layout is not in this file.")
    return without_columns(kind, toml, dropped), tuple(notes)


def legal_words(profile_id: str) -> str:
    """What the law says of a known layout's records, for the person to see; empty where nothing is known."""
    shelf = default_library()
    profile = next((p for p in shelf.profiles if p.id == profile_id), None)
    if profile is None:
        return ""
    return " ".join(
        x for x in (profile.legal.citation and f"{profile.legal.citation}:", profile.legal.note) if x
    )
