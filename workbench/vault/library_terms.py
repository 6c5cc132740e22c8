"""Spellings: a library file's distinct surnames, first names and employers, under keys that survive an error.

A file of a million people has some hundred thousand distinct surnames, so tolerance costs little where the
distinct ones are indexed instead of the rows.  A term stands under a number made of itself, of itself less
any one letter, of its sound, and of each word of it.  Two words that one inserted, dropped, changed or
swapped letter tells apart share such a key (symmetric deletions, Garbe's SymSpell, 2012); whoever looks terms
up compares what comes back, because other words may share one too.

Keys lie in buckets: one row holds the sorted (key, term) pairs of one 16,384th of all keys, which makes
thirty thousand rows of a million and a half.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Any, Protocol

import jellyfish
import numpy as np
import numpy.typing as npt
import polars as pl

DELETE_FROM, DELETE_TO = 4, 24
"""Letters a word must have for one of them to be wrong: shorter ones would resemble half the file."""
_BASE = np.uint32(0x01000193)
_BUCKET_SHIFT = np.uint32(18)
_PAIR = np.dtype([("key", "<u4"), ("term", "<u4")])
_BLOCK = 100_000
_PENDING = 2_000_000
Keys = npt.NDArray[np.uint32]


class TermKind(IntEnum):
    """What a term is a spelling of."""

    LAST = 1
    FIRST = 2
    EMPLOYER = 3


_COLUMNS = {
    TermKind.LAST: ("last", "former_last"),
    TermKind.FIRST: ("first",),
    TermKind.EMPLOYER: ("employer",),
}
_SOUND = 8
"""Added to a kind where the key is made of a sound."""


class Runs(Protocol):
    """A database connection, as far as it is needed here."""

    def executemany(self, statement: str, values: Any, /) -> Any:  # noqa: ANN401  (a driver's cursor)
        """Run a statement once for each of ``values``."""


class TermCounts:
    """Counts distinct terms while rows stream by; memory grows with distinct terms only."""

    def __init__(self) -> None:
        self._counts: dict[TermKind, list[pl.DataFrame]] = {kind: [] for kind in TermKind}

    def add(self, frame: pl.DataFrame) -> None:
        """Count the rows of ``frame`` (PERSON_SCHEMA)."""
        for kind, columns in _COLUMNS.items():
            for column in columns:
                if frame[column].null_count() < frame.height:
                    self._counts[kind].append(_counted(frame.select(text=column, people=pl.lit(1))))
            if sum(part.height for part in self._counts[kind]) > _PENDING:
                self._counts[kind] = [_counted(pl.concat(self._counts[kind]))]

    def terms(self, kind: TermKind) -> pl.DataFrame:
        """Columns ``text`` (sorted) and ``people``."""
        parts = self._counts[kind]
        if not parts:
            return pl.DataFrame(schema={"text": pl.String, "people": pl.Int64})
        return _counted(pl.concat(parts)).sort("text")


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    counted = rows.drop_nulls("text").group_by("text").agg(pl.col("people").cast(pl.Int64).sum())
    return counted.filter(pl.col("text") != "")


def sound(text: str) -> str:
    """How a name sounds (Metaphone of its letters); "" for what has none, as a number."""
    return jellyfish.metaphone(text.replace(" ", ""))


@lru_cache(maxsize=16)
def term_keys(kind: TermKind, text: str) -> tuple[int, ...]:
    """The keys by which terms like a folded text are found; a search asks every file for the same ones.

    What is remembered is forgotten when the library is closed, for it is what somebody searched for.
    """
    return tuple(sorted({int(key) for keys, _ in _keys(kind, [text]) for key in keys}))


def write_terms(raw: Runs, counts: TermCounts) -> None:
    """Fill ``term`` and ``term_bucket``."""
    number = 0
    pairs: list[npt.NDArray[np.void]] = []
    for kind in TermKind:
        terms = counts.terms(kind)
        for block in terms.iter_slices(_BLOCK):
            texts = block["text"].to_list()
            rows = zip(
                range(number + 1, number + 1 + len(texts)), texts, block["people"].to_list(), strict=True
            )
            raw.executemany(
                "INSERT INTO term(id, kind, text, people) VALUES (?,?,?,?)",
                [(term, int(kind), text, people) for term, text, people in rows],
            )
            pairs += [_pairs(keys, at + number + 1) for keys, at in _keys(kind, texts)]
            number += len(texts)
    if pairs:
        raw.executemany(
            "INSERT INTO term_bucket(bucket, pairs) VALUES (?,?)", _buckets(np.concatenate(pairs))
        )


def bucket_of(key: int) -> int:
    """The row of ``term_bucket`` in which a key lies."""
    return key >> int(_BUCKET_SHIFT)


def terms_in(pairs: bytes, keys: Sequence[int]) -> list[int]:
    """The terms, in order, under any of ``keys``; ``pairs`` are their buckets' bytes, joined in order."""
    stored = np.frombuffer(pairs, dtype=_PAIR)
    wanted = np.array(keys, dtype=np.uint32)
    kept = stored["key"]
    lows, highs = np.searchsorted(kept, wanted), np.searchsorted(kept, wanted, side="right")
    found = [stored["term"][low:high] for low, high in zip(lows, highs, strict=True) if low < high]
    return np.unique(np.concatenate(found)).tolist() if found else []


def _pairs(keys: Keys, terms: npt.NDArray[np.int64]) -> npt.NDArray[np.void]:
    made = np.empty(keys.size, dtype=_PAIR)
    made["key"], made["term"] = keys, terms
    return made


def _buckets(pairs: npt.NDArray[np.void]) -> Iterator[tuple[int, bytes]]:
    """(bucket, its pairs sorted, none twice) of all keys."""
    packed = np.unique(pairs["key"].astype(np.uint64) << np.uint64(32) | pairs["term"].astype(np.uint64))
    made = _pairs((packed >> np.uint64(32)).astype(np.uint32), packed.astype(np.uint32).astype(np.int64))
    buckets = made["key"] >> _BUCKET_SHIFT
    starts = np.flatnonzero(np.diff(buckets, prepend=np.int64(-1)))
    for start, end in zip(starts, [*starts[1:], made.size], strict=True):
        yield int(buckets[start]), made[start:end].tobytes()


def _keys(kind: TermKind, texts: list[str]) -> Iterator[tuple[Keys, npt.NDArray[np.int64]]]:
    """(keys, place of the text of each) of all texts, group by group."""
    words = [text.replace(" ", "") for text in texts]
    yield from _spelt(kind, words, range(len(words)))
    doubles = [
        (at, word) for at, text in enumerate(texts) if " " in text for word in text.split() if len(word) > 1
    ]
    yield from _spelt(kind, [word for _, word in doubles], [at for at, _ in doubles])
    if kind is not TermKind.EMPLOYER:
        yield from _whole(kind + _SOUND, [sound(text) for text in texts], range(len(texts)))


def _spelt(kind: int, words: list[str], at: Any) -> Iterator[tuple[Keys, npt.NDArray[np.int64]]]:  # noqa: ANN401
    """Keys of words and of words less one letter."""
    for letters, places in _by_length(words, at):
        yield _hashed(kind, letters), places
        if DELETE_FROM <= letters.shape[1] <= DELETE_TO:
            for gone in range(letters.shape[1]):
                yield _hashed(kind, np.delete(letters, gone, axis=1)), places


def _whole(kind: int, words: list[str], at: Any) -> Iterator[tuple[Keys, npt.NDArray[np.int64]]]:  # noqa: ANN401
    for letters, places in _by_length(words, at):
        yield _hashed(kind, letters), places


def _by_length(words: list[str], at: Any) -> Iterator[tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]]:  # noqa: ANN401
    """(letters as a table, places) of the words of each length."""
    if not words:
        return
    raw = np.array([word.encode("ascii", "replace") for word in words], dtype=bytes)
    lengths, places = np.char.str_len(raw), np.asarray(at, dtype=np.int64)
    for length in np.unique(lengths[lengths > 0]):
        chosen = np.flatnonzero(lengths == length)
        cut = np.ascontiguousarray(raw[chosen].astype(f"S{length}"))
        yield cut.view(np.uint8).reshape(chosen.size, int(length)), places[chosen]


def _hashed(kind: int, letters: npt.NDArray[np.uint8]) -> Keys:
    """FNV-1a of each row, begun with its kind, mixed so that the high bits name a bucket evenly."""
    value = np.full(letters.shape[0], 0x811C9DC5 ^ kind, dtype=np.uint32)
    for column in letters.T:
        value = (value ^ column) * _BASE
    value ^= value >> np.uint32(15)
    value *= np.uint32(0x2C1B3C6D)
    return value ^ (value >> np.uint32(12))
