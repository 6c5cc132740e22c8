"""How files differ from people: typing errors, nicknames, initials, missing parts."""

import string

import numpy as np
import numpy.typing as npt

from benchmarks.matching.population import Names, Text

Bools = npt.NDArray[np.bool_]


def typing_error(rng: np.random.Generator, word: str) -> str:
    """One substituted, lost, doubled or exchanged letter; words of fewer than three letters stay."""
    if len(word) < 3:
        return word
    at, letter = int(rng.integers(1, len(word))), string.ascii_uppercase[int(rng.integers(26))]
    way = rng.random()
    if way < 0.35:
        return word[:at] + letter + word[at + 1 :]
    if way < 0.6:
        return word[:at] + word[at + 1 :]
    if way < 0.8:
        return word[:at] + letter + word[at:]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def mistyped(rng: np.random.Generator, words: Text, share: float) -> Text:
    """The words, this share of them with a typing error."""
    out = words.copy()
    for at in np.flatnonzero(rng.random(words.size) < share):
        out[at] = typing_error(rng, out[at])
    return out


def nicknamed(rng: np.random.Generator, names: Names, words: Text, share: float) -> Text:
    """The words, this share of those that have a nickname replaced by one."""
    out = words.copy()
    for at in np.flatnonzero(rng.random(words.size) < share):
        known = names.nicknames.get(out[at])
        if known:
            out[at] = known[int(rng.integers(len(known)))]
    return out


def shortened(rng: np.random.Generator, words: Text, share: float) -> Text:
    """The words, this share of them as an initial."""
    out = words.copy()
    for at in np.flatnonzero(rng.random(words.size) < share):
        out[at] = out[at][:1]
    return out


def missing(rng: np.random.Generator, words: Text, share: float) -> Text:
    """The words, this share of them absent."""
    return np.where(rng.random(words.size) < share, "", words)


def dates(
    rng: np.random.Generator,
    year: npt.NDArray[np.int64],
    month: npt.NDArray[np.int64],
    day: npt.NDArray[np.int64],
    error: float,
) -> Text:
    """ISO dates, a share ``error`` with one digit wrong or day and month exchanged."""
    out = np.array([f"{y:04d}-{m:02d}-{d:02d}" for y, m, d in zip(year, month, day, strict=True)], object)
    for at in np.flatnonzero(rng.random(out.size) < error):
        y, m, d = int(year[at]), int(month[at]), int(day[at])
        way = rng.random()
        if way < 0.2 and d <= 12:
            m, d = d, m
        elif way < 0.5:
            y += int(rng.choice([-10, -1, 1, 10]))
        elif way < 0.75:
            d = int(rng.integers(1, 29))
        else:
            m = int(rng.integers(1, 13))
        out[at] = f"{y:04d}-{m:02d}-{d:02d}"
    return out
