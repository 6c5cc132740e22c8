"""Headings of placement files as phrases, and what the synonym table says of them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

SYNONYMS = Path(__file__).resolve().parents[2] / "resources" / "placements" / "synonyms.toml"

Phrase = tuple[str, ...]

_BOUNDARY = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])"
)
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The synonym table with every phrase in the one form headings are brought to.

    ``account`` and ``account_weak`` give (field, rank) of a phrase, rank 0 for the first entry of its list;
    ``person``, ``phones`` and ``address`` give the field or label; ``subjects`` and ``qualifiers`` the role
    or label of words that stand before or after a field.
    """

    words: Mapping[str, str]
    dropped: frozenset[str]
    account: Mapping[Phrase, tuple[str, int]]
    account_weak: Mapping[Phrase, tuple[str, int]]
    person: Mapping[Phrase, str]
    phones: Mapping[Phrase, str]
    address: Mapping[Phrase, str]
    qualifiers: Mapping[Phrase, str]
    subjects: Mapping[Phrase, str]


def phrase_of(heading: str, vocabulary: Vocabulary) -> Phrase:
    """``heading`` as words: ``DebtorFirstName`` and ``DEBTOR_FNAME`` are both (debtor, first, name)."""
    return _phrase(heading, vocabulary.words, vocabulary.dropped)


def _phrase(heading: str, words: Mapping[str, str], dropped: frozenset[str]) -> Phrase:
    plain = heading.replace("#", " number ").replace("\N{NUMERO SIGN}", " number ")
    found: list[str] = []
    for token in plain.split():
        whole = re.sub(r"[^a-z0-9]", "", token.casefold())
        parts = [whole] if whole in words else _WORD.findall(_BOUNDARY.sub(" ", token).casefold())
        found += [word for part in parts for word in words.get(part, part).split()]
    kept = tuple(word for word in found if word not in dropped)
    return tuple(word for i, word in enumerate(kept) if i == 0 or word != kept[i - 1])


@cache
def vocabulary() -> Vocabulary:
    """The table under ``resources/placements``, read once."""
    raw = tomllib.loads(SYNONYMS.read_text(encoding="utf-8"))
    words, dropped = MappingProxyType(raw["words"]), frozenset(raw["dropped"])

    def plain(table: Mapping[str, list[str]]) -> Mapping[Phrase, str]:
        return {phrase: field for phrase, (field, _) in ranked(table).items()}

    def ranked(table: Mapping[str, list[str]]) -> Mapping[Phrase, tuple[str, int]]:
        entries: dict[Phrase, tuple[str, int]] = {}
        for field, phrases in table.items():
            for rank, text in enumerate(phrases):
                entries.setdefault(_phrase(text, words, dropped), (field, rank))
        return MappingProxyType(entries)

    tables: dict[str, Any] = {
        name: plain(raw[name]) for name in ("person", "phones", "address", "qualifiers", "subjects")
    }
    return Vocabulary(words, dropped, ranked(raw["account"]), ranked(raw["account_weak"]), **tables)
