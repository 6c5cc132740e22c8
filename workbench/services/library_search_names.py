"""The ways in which the words of a searched name can be a first, a middle and a last name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.normalize.name_rules import guessed_order, joined_particles
from workbench.normalize.name_words import PARTICLES
from workbench.normalize.nicknames import nickname_pairs
from workbench.services.library_search_words import Asked, Word

_SUFFIXES = frozenset({"JR", "SR", "II", "III", "IV"})
MOST_READINGS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name; ``odd``: not the likeliest.  ``last`` is None where only a first is asked."""

    last: Word | None
    first: Word | None = None
    middle: Word | None = None
    suffix: str = ""
    odd: bool = False


def readings(asked: Asked) -> tuple[Reading, ...]:
    """Every sensible reading of the name asked for, the likeliest first; () when none is asked for."""
    if not asked.by_name:
        return ()
    words, suffix = _without_suffix(list(asked.names), asked.comma)
    if asked.last is not None or asked.first is not None:
        found: list[Reading] = [_named(asked, words, suffix)]
    elif asked.comma:
        found = [_comma(_joined(words[: asked.comma]), words[asked.comma :], suffix)]
    else:
        found = list(_any_order(_joined(words), suffix))
    kept = [r for r in found if r.last is None or len(r.last.text) > 1]
    distinct = list(dict.fromkeys(kept))[:MOST_READINGS]
    return tuple(
        Reading(r.last, r.first, r.middle or asked.middle, r.suffix, odd=n > 0)
        for n, r in enumerate(distinct)
    )


def _without_suffix(words: list[Word], comma: int) -> tuple[list[Word], str]:
    if len(words) > 1 and words[-1].text in _SUFFIXES and comma != len(words) - 1:
        return words[:-1], words[-1].text
    return words, ""


def _joined(words: Sequence[Word]) -> list[Word]:
    """Words with every surname particle joined to the word after it, as record files are normalised."""
    if not any(word.text in PARTICLES for word in words[:-1]):
        return list(words)
    open_ = words[-1].open
    texts = joined_particles([word.text for word in words])
    return [Word(text, open_ and n == len(texts) - 1) for n, text in enumerate(texts)]


def _named(asked: Asked, words: Sequence[Word], suffix: str) -> Reading:
    """A name whose parts were named; bare words fill what was not."""
    rest = list(words)
    last = asked.last or (rest.pop(0) if rest and asked.first is not None else None)
    first = asked.first or (rest.pop(0) if rest else None)
    return Reading(last, first, rest[0] if rest else None, suffix)


def _comma(last: Sequence[Word], given: Sequence[Word], suffix: str) -> Reading:
    return Reading(_double(last), given[0] if given else None, given[1] if len(given) > 1 else None, suffix)


def _double(words: Sequence[Word]) -> Word:
    return Word(" ".join(word.text for word in words), words[-1].open)


def _any_order(words: list[Word], suffix: str) -> Iterator[Reading]:
    if len(words) < 2:
        yield Reading(words[0] if words else None, suffix=suffix)
        return
    head, tail = words[0], words[-1]
    first_last = [
        Reading(tail, head, words[1] if len(words) > 2 else None, suffix),
        *([Reading(_double(words[1:]), head, None, suffix)] if 2 < len(words) < 4 else ()),
        *([Reading(_double(words[2:]), head, words[1], suffix)] if len(words) > 3 else ()),
    ]
    last_first = [
        Reading(head, words[1], words[2] if len(words) > 2 else None, suffix),
        *([Reading(_double(words[:2]), words[2], words[3] if len(words) > 3 else None, suffix)]
          if len(words) > 2 else ()),
    ]  # fmt: skip
    order = guessed_order([word.text for word in words])
    yield from (
        _alternating(first_last, last_first)
        if order == "first_last"
        else _alternating(last_first, first_last)
    )


def _alternating(one: Sequence[Reading], other: Sequence[Reading]) -> Iterator[Reading]:
    for at in range(max(len(one), len(other))):
        yield from (*one[at : at + 1], *other[at : at + 1])


def nicknames_of(first: str) -> frozenset[str]:
    """Names that stand for a folded first name: its nicknames, what it is short for, other short forms."""
    return _nicknames().get(first, frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, other in nickname_pairs().iter_rows():
        found.setdefault(name, set()).add(other)
    return {name: frozenset(others) for name, others in found.items()}
