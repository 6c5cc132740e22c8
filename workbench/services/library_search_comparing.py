"""Compares one value of a record with one that was asked for; None: it does not answer the search."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from workbench.normalize import reference
from workbench.services.library_search_names import nicknames_of
from workbench.services.library_search_reasons import Agreement
from workbench.services.library_search_words import Birth, Word
from workbench.vault.library_terms import DELETE_FROM, sound

_SOUND_LEAST = 0.75
"""Least Jaro-Winkler similarity of names that sound alike: Metaphone alone calls MUNOZ and MENASE one."""
_STREET_LEAST = 66
"""Least partial ratio of streets that are looked at closely: one letter of five leaves 80."""
_A = Agreement


def spelling(asked: str, found: str) -> Agreement | None:
    """How two folded words are spelt alike."""
    one, other = asked.replace(" ", ""), found.replace(" ", "")
    if one == other:
        return _A.EXACT
    if min(len(one), len(other)) < DELETE_FROM - 1 or max(len(one), len(other)) < DELETE_FROM:
        return None
    if abs(len(one) - len(other)) < 2 and OSA.distance(one, other, score_cutoff=1) == 1:
        same = len(one) == len(other) and sorted(one) == sorted(other)
        return _A.SWAPPED if same else _A.ONE_LETTER
    if JaroWinkler.normalized_similarity(one, other) >= _SOUND_LEAST and sound(one) == sound(other):
        return _A.SOUND
    return None


def last_name(asked: Word, last: str, former: str = "") -> tuple[Agreement, str] | None:
    """How a surname agrees, and what the record has instead."""
    if asked.open:
        found = _A.BEGINS if last.startswith(asked.text) else _A.FORMER
        return (found, last) if found is _A.BEGINS or former.startswith(asked.text) else None
    near = spelling(asked.text, last) if last else None
    if near is not _A.EXACT:
        if former and spelling(asked.text, former) is _A.EXACT:
            near = _A.FORMER
        elif _shares_half(asked.text, last):
            near = _A.PART
    return (near, last) if near else None


def _shares_half(asked: str, last: str) -> bool:
    """Whether two surnames, of which one is double, share a whole word."""
    whole, halves = set(asked.split()), set(last.split())
    shared = whole & halves
    return len(whole | halves) > 1 and any(len(word) > 2 for word in shared)


def first_name(asked: Word, first: str, middle: str = "") -> tuple[Agreement, str] | None:
    """How a first name agrees, and what the record has instead."""
    if asked.open or len(asked.text) == 1:
        return (_A.BEGINS, first) if first.startswith(asked.text) else None
    word = first.split(" ", 1)[0]
    others = nicknames_of(asked.text)
    if asked.text in {first, word}:
        near: Agreement | None = _A.EXACT
    elif first in others or word in others:
        near = _A.NICKNAME
    elif len(first) == 1:
        near = _A.INITIAL if asked.text.startswith(first) else None
    elif first and middle and asked.text == middle:
        return _A.MIDDLE, f"{first} {middle}"
    else:
        near = spelling(asked.text, first) or spelling(asked.text, word)
    return (near, first) if near else None


def middle_name(asked: Word, middle: str) -> tuple[Agreement, str]:
    """How a middle name agrees; one that differs does not rule a record out."""
    if not middle:
        return _A.NOT_SAID, ""
    if middle == asked.text:
        return _A.EXACT, middle
    if (asked.open or len(asked.text) == 1) and middle.startswith(asked.text):
        return _A.BEGINS, middle
    return (_A.INITIAL, middle) if len(middle) == 1 and asked.text.startswith(middle) else (_A.OTHER, middle)


def birth(asked: Birth, day: date | None, year: int | None, slack: int) -> tuple[Agreement, str] | None:
    """How a birth agrees.  ``slack`` is by how many years the record's year may be off."""
    if year is None:
        return None
    if asked.day is None or day is None:
        near = _A.BY_AGE if slack else _A.YEAR_ONLY if asked.day else _A.EXACT
        return (near, str(year)) if abs(asked.year - year) <= slack else None
    if asked.day == day:
        return _A.EXACT, day.isoformat()
    if (asked.day.year, asked.day.month, asked.day.day) == (day.year, day.day, day.month):
        return _A.DAY_MONTH, day.isoformat()
    digits = OSA.distance(asked.day.strftime("%Y%m%d"), day.strftime("%Y%m%d"), score_cutoff=1)
    return (_A.ONE_DIGIT, day.isoformat()) if digits == 1 else None


@cache
def _directions() -> frozenset[str]:
    return frozenset(reference.mapping("directionals").values())


@cache
def _types() -> frozenset[str]:
    return frozenset(reference.mapping("street_suffixes").values())


def alike_streets(asked: str, streets: Sequence[str]) -> list[str]:
    """Those of many normalised streets that agree with the one asked for in some way."""
    core = street_core(asked)
    near = process.extract(core, streets, scorer=fuzz.partial_ratio, score_cutoff=_STREET_LEAST, limit=None)
    return [found for found, _, _ in near if street(asked, found) is not None]


def street_core(street: str) -> str:
    """A normalised street without its direction and type: N MAPLE ST is MAPLE."""
    words = street.split()
    directions, types = _directions(), _types()
    while len(words) > 1 and words[0] in directions:
        words = words[1:]
    while len(words) > 1 and (words[-1] in directions or words[-1] in types):
        words = words[:-1]
    return " ".join(words)


def street(asked: str, found: str) -> Agreement | None:
    """How two normalised streets agree; a type or direction that was not asked for does not count."""
    if asked == found:
        return _A.EXACT
    core = street_core(asked)
    other = street_core(found)
    if core == other:
        return _A.EXACT if core == asked or set(asked.split()) <= set(found.split()) else _A.SAME_NAME
    if other.startswith(core + " ") or (core == asked and other.startswith(core)):
        return _A.BEGINS
    return spelling(core, other)


def _one_off(one: str, other: str) -> bool:
    long_enough = len(one) >= DELETE_FROM and abs(len(one) - len(other)) < 2
    return long_enough and OSA.distance(one, other, score_cutoff=1) == 1


def employer(asked: str, found: str) -> Agreement | None:
    """How an employer agrees: every word asked for is in it, begins a word of it, or is one letter off."""
    if asked == found:
        return _A.EXACT
    words = found.split()
    worst = _A.EXACT
    for word in asked.split():
        if word in words:
            continue
        if any(len(word) > 2 and other.startswith(word) for other in words):
            worst = _A.BEGINS if worst is _A.EXACT else worst
        elif any(_one_off(word, other) for other in words):
            worst = _A.ONE_LETTER
        else:
            return None
    return _A.PART if worst is _A.EXACT else worst
