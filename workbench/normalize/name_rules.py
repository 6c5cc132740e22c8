"""The scalar rules of names: one value at a time, everything folded.

The form of a surname: particles are joined to the word they belong to and hyphens become spaces, so that
``DE LA CRUZ``, ``DELA CRUZ`` and ``DELACRUZ`` are one value and every space left in ``last`` separates the
halves of a double surname (``GARCIA-LOPEZ`` and ``GARCIA LOPEZ`` are both ``GARCIA LOPEZ``).
"""

import re
from typing import Literal, NamedTuple

from workbench.normalize import reference
from workbench.normalize.name_words import (
    ALONE_TOO,
    CREDENTIALS,
    EMPTY_NAMES,
    NOISE,
    PARTICLES,
    SUFFIXES,
    TITLES,
    TITLES_BEHIND,
    is_spanish_surname,
    usual_tokens,
)
from workbench.normalize.nicknames import is_given_name
from workbench.normalize.no_names import NO_GIVEN_NAME, NO_VALUE, NOBODY
from workbench.normalize.text import fold_text

NameOrder = Literal["first_last", "last_first", "last_comma_first", "auto"]


class NameParts(NamedTuple):
    """Folded parts of one person's name; "" for what is absent."""

    first: str = ""
    middle: str = ""
    last: str = ""
    suffix: str = ""
    former_last: str = ""


_NOISE = re.compile(NOISE)
_EMPTY = EMPTY_NAMES | {""}
_ASIDE = re.compile(r"\"[^\"]*\"|\([^)]*\)|[()\"]|(?<=\s)'[^']+'(?=\s|$)")
_NEE = re.compile(r"\b(?:NEE|FKA|F/K/A|FORMERLY(?: KNOWN AS)?|ALSO KNOWN AS|A/?K/?A)\b(.*)$")
_NEE_ASIDE = re.compile(r"(?i)\(((?:nee|née|fka|f/k/a|formerly|aka|a/k/a)\b[^)]*)\)")
_NOBODY = re.compile(NOBODY)
_NO_VALUE = re.compile(NO_VALUE)
_NO_GIVEN = re.compile(NO_GIVEN_NAME)
_ESTATE_OF = re.compile(r"^(?:THE )?(?:EST(?:ATE)?|HEIRS?) OF ")
_ESTATE_BEHIND = frozenset(["ESTATE", "EST", "HEIRS", "DECEASED", "DECD"])
_THE_NTH = re.compile(r"\bTHE (SECOND|THIRD|FOURTH|FIFTH|2ND|3RD|4TH|5TH)\b")
_NTH = {
    "SECOND": "II",
    "THIRD": "III",
    "FOURTH": "IV",
    "FIFTH": "V",
    "2ND": "II",
    "3RD": "III",
    "4TH": "IV",
    "5TH": "V",
}
_PLAIN_SAINT = {"SAINT": "ST", "SAINTE": "STE"}
LAST_IN_MIDDLE = frozenset(("DE", "DEL", "DE LA", "DE LOS", "DE LAS", "VAN DER", "VAN DEN", "VON DER"))
"""Middle names that are the beginning of the surname behind them."""


def suffix_form(text: str) -> str | None:
    """``Jr.``, ``2ND`` as JR, II; None for what is not a generational suffix."""
    return SUFFIXES.get(fold_text(text).replace(" ", ""))


_ASIAN = frozenset(["LE", "VAN", "DO", "LO", "DU"])
"""Particles that are frequent surnames of East Asia: ``LE DAVID ANH``."""

_VIETNAMESE = frozenset(["VAN", "THI"])
"""Middle names that half of Vietnam bears: ``LE THI HOA``, ``LE VAN TUAN``."""


def joined_particles(tokens: list[str]) -> list[str]:
    """Tokens with every particle joined to the word after it; a last particle stands."""
    out: list[str] = []
    held, stands = "", ""
    for at, word in enumerate(tokens):
        if word == "Y" and out and not held and at < len(tokens) - 1:
            continue
        if word in PARTICLES:
            held, stands = held + _PLAIN_SAINT.get(word, word), held + word
        else:
            out.append(held + word)
            held = ""
    return [*out, stands] if held else out


def _words_of(text: str) -> list[str]:
    """The folded words of a column's value, without asides and what stands for no name."""
    folded = fold_text(_ASIDE.sub(" ", text))
    if text.strip().upper() == "N/A" or _NO_VALUE.match(folded):
        return []
    return [t for t in folded.split() if t not in EMPTY_NAMES]


def _without_suffix(tokens: list[str], *, strict: bool) -> tuple[list[str], str]:
    """Tokens less generational suffixes, and the first of those.

    The first token is none; ``strict``: nor is a lone V or digit.
    """
    suffix = ""
    kept = tokens[:1]
    for token in tokens[1:]:
        form = SUFFIXES.get(token)
        if form and not (strict and len(token) == 1):
            suffix = suffix or form
        else:
            kept.append(token)
    return kept, suffix


def last_parts(text: str) -> tuple[str | None, str | None]:
    """A surname column's value as (last, suffix found in it)."""
    tokens, suffix = _without_suffix(_words_of(text), strict=True)
    while len(tokens) > 1 and (tokens[-1] in CREDENTIALS or tokens[-1] in _ESTATE_BEHIND):
        tokens.pop()
    return " ".join(joined_particles(tokens)) or None, suffix or None


def first_parts(text: str) -> tuple[str | None, str | None, str | None]:
    """A first-name column's value as (first, middle name found behind it, suffix found in it).

    A middle name is an initial behind the name (``MARY A``), or the name behind an initial (``J ALLEN``).
    What names nobody (``BABY BOY``, ``GRANDDAUGHTER``) is no first name.
    """
    folded = " ".join(_words_of(text))
    if _NO_GIVEN.match(folded):
        return None, None, None
    tokens = _ESTATE_OF.sub("", folded).split()
    while len(tokens) > 1 and tokens[0] in TITLES:
        tokens.pop(0)
    tokens, suffix = _without_suffix(tokens, strict=True)
    behind = len(tokens) > 1 and (len(tokens[-1]) == 1 or (len(tokens) == 2 and len(tokens[0]) == 1))
    middle = tokens.pop() if behind else None
    return " ".join(tokens) or None, middle, suffix or None


def middle_parts(text: str) -> tuple[str | None, str | None]:
    """A middle-name column's value as (middle, suffix found in it); NMN and the like are no name."""
    tokens = _words_of(text)
    if len(tokens) == 1 and len(tokens[0]) > 1 and not tokens[0].isdigit() and tokens[0] in SUFFIXES:
        return None, SUFFIXES[tokens[0]]
    tokens, suffix = _without_suffix(tokens, strict=True)
    return " ".join(tokens) or None, suffix or None


def split_parts(first: str, middle: str, last: str, suffix: str = "", former: str = "") -> NameParts:
    """The parts of a name whose source has columns for them; what ``names.name_columns`` gives a row."""
    own_middle, behind_middle = middle_parts(middle)
    if own_middle in LAST_IN_MIDDLE and last_parts(last)[0]:
        own_middle, last = None, f"{own_middle} {last}"
    own_last, behind_last = last_parts(last)
    own_first, extra, behind_first = first_parts(first)
    was, _ = last_parts(former)
    own_middle = own_middle or extra
    own_suffix = suffix_form(suffix) or behind_last or behind_middle or behind_first
    changed = was if was != own_last else None
    return NameParts(own_first or "", own_middle or "", own_last or "", own_suffix or "", changed or "")


def _pieces(text: str, order: NameOrder) -> tuple[list[list[str]], str]:
    """Comma-separated token lists without titles, credentials and noise, and a former surname."""
    upper = fold_text(_ASIDE.sub(" ", _NEE_ASIDE.sub(r" \1", text)), keep=",-&/")
    upper = _THE_NTH.sub(lambda found: _NTH[found[1]], upper)
    nee = _NEE.search(upper)
    upper = _NOISE.sub(" ", upper[: nee.start()] if nee else upper)
    if _NOBODY.match(" ".join(upper.split())):
        return [], ""
    pieces = [piece.replace("&", " ").replace("/", " ").split() for piece in upper.split(",")]
    pieces = [[t.strip("-") for t in piece if t.strip("-") not in _EMPTY] for piece in pieces]
    return [piece for piece in pieces if piece], _former(nee.group(1), order) if nee else ""


def _former(text: str, order: NameOrder) -> str:
    """The surname of a former or other name, which is written whole or is a surname alone."""
    tokens = text.replace("-", " ").replace("/", " ").replace(",", " ").split()
    given = order == "last_first" and len(tokens) > 1
    return " ".join(joined_particles(tokens[: surname_length(tokens)] if given else tokens[-1:]))


def _is_trailer(piece: list[str]) -> bool:
    """Whether a piece after a comma holds no name ("JR", "MD", "M D")."""
    known = all(t in SUFFIXES or t in CREDENTIALS or t in TITLES for t in piece)
    return known or (len(piece) > 1 and "".join(piece) in CREDENTIALS)


def surname_length(tokens: list[str]) -> int:
    """How many of the leading tokens are the surname in last-first order, of Spanish ones both."""
    length = _one_surname(tokens)
    if length < len(tokens) - 1 and is_spanish_surname(tokens[length - 1]):
        second = length + _one_surname(tokens[length:])
        named = second < len(tokens) and (len(tokens[second]) > 1 or not is_given_name(tokens[length]))
        if named and (second > length + 1 or is_spanish_surname(tokens[length])):
            return second
    return length


def _one_surname(tokens: list[str]) -> int:
    """How many of the leading tokens are one surname with its particles."""
    length = 1
    while length < len(tokens) and tokens[length - 1] in PARTICLES:
        length += 1
    if length > 1 and len(tokens) > 2 and tokens[0] == "LE" and tokens[1] in _VIETNAMESE:
        return 1
    if length == len(tokens) and length > 1:
        return length - 1
    if length == 2 and len(tokens) == 3 and tokens[0] in ALONE_TOO and len(tokens[2]) == 1:
        return 1
    if length == 2 and len(tokens) > 2 and tokens[0] in _ASIAN and _is_only_given(tokens[1]):
        return 1
    return length


def _is_only_given(word: str) -> bool:
    """Whether a word is a given name some thirty times as often as a surname: DAVID, not ROY."""
    return word == "THI" or reference.surname_weights().get(word, 0.0) < -1.5


def surname_start(tokens: list[str]) -> int:
    """Where the surname begins in first-last order, of two Spanish ones the first."""
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1] in PARTICLES:
        start -= 1
    has_particle = start < len(tokens) - 1
    if (
        start > 1
        and is_spanish_surname(tokens[start - 1])
        and (has_particle or is_spanish_surname(tokens[-1]))
    ):
        return start - 1
    return start


def _surname_weight(token: str) -> float:
    """How much more a word is a surname than a given name; unknown words are surnames rather than not."""
    if is_spanish_surname(token):
        return 2.0
    if token in PARTICLES and token not in ALONE_TOO:
        return 2.0
    return reference.surname_weights().get(token, -0.5 if is_given_name(token) else 0.5)


def guessed_order(tokens: list[str]) -> NameOrder:
    """Order of a name without a comma, by its initials and by which end is rather a surname."""
    if len(tokens) > 2:
        if len(tokens[-1]) == 1:
            return "last_first"
        if any(len(t) == 1 for t in tokens[:-1]):
            return "first_last"
    if len(tokens) > 3 and tokens[0] in PARTICLES and tokens[1] in PARTICLES:
        return "last_first"
    ends_in_surname = _surname_weight(tokens[-1]) >= _surname_weight(tokens[0])
    return "first_last" if ends_in_surname else "last_first"


def _ordered(tokens: list[str], order: NameOrder) -> tuple[list[str], list[str]]:
    """(given names, surname) of a name without a comma."""
    if order == "auto":
        order = guessed_order(tokens)
    if len(tokens) == 1:
        return [], tokens
    if order == "first_last":
        start = surname_start(tokens)
        return tokens[:start], tokens[start:]
    length = surname_length(tokens)
    return tokens[length:], tokens[:length]


def whole_parts(text: str, order: NameOrder = "auto") -> NameParts:
    """The parts of one person's name written whole; a comma decides the order whatever ``order`` says."""
    tokens = usual_tokens(text)
    if not tokens:
        return unusual_parts(text, order)
    given, last = _ordered(tokens, order)
    return NameParts(given[0] if given else "", " ".join(given[1:]), " ".join(last))


def unusual_parts(text: str, order: NameOrder) -> NameParts:
    """``whole_parts`` by all the rules; they are slow, and a name of plain words does not need them."""
    pieces, former = _pieces(text, order)
    trailers = [t for piece in pieces[1:] if _is_trailer(piece) for t in piece]
    pieces = [piece for at, piece in enumerate(pieces) if at == 0 or not _is_trailer(piece)]
    if not pieces:
        return NameParts(former_last=former)
    suffix = next((SUFFIXES[t] for t in trailers if t in SUFFIXES), "")
    if len(pieces) > 1:
        last, found_in_last = _without_suffix(pieces[0], strict=True)
        while len(last) > 1 and last[-1] in CREDENTIALS:
            last.pop()
        given, found = _given([t for piece in pieces[1:] for t in piece])
        found = found or found_in_last
    else:
        tokens, found = _given(
            _without_and(pieces[0]), keep_first=order in {"last_first", "last_comma_first"}
        )
        given, last = _ordered(tokens, order) if tokens else ([], [])
    while len(given) > 1 and given[0] in TITLES:
        given.pop(0)
    if _NO_GIVEN.match(" ".join(given)):
        given = []
    if last and " ".join(given[1:]).replace("-", " ") in LAST_IN_MIDDLE:
        given, last = given[:1], [*given[1:], *last]
    last = joined_particles(" ".join(last).replace("-", " ").split())
    former = former if former != " ".join(last) else ""
    first, middle = (given[0], given[1:]) if given else ("", [])
    return NameParts(
        first.replace("-", " "), " ".join(middle).replace("-", " "), " ".join(last), suffix or found, former
    )


def _without_and(tokens: list[str]) -> list[str]:
    """Tokens without the ``Y`` of ``GARCIA Y LOPEZ``."""
    return [
        word
        for at, word in enumerate(tokens)
        if not (word == "Y" and 0 < at < len(tokens) - 1 and is_spanish_surname(tokens[at - 1]))
    ]


def _given(tokens: list[str], *, keep_first: bool = False) -> tuple[list[str], str]:
    """Tokens without titles, credentials and suffix, and the suffix; a lone V counts after an initial."""
    while len(tokens) > 2 and tokens[0] in TITLES and not keep_first:
        tokens = tokens[1:]
    while len(tokens) > 1 and (
        (len(tokens) > 2 and tokens[-1] in CREDENTIALS)
        or (tokens[-1] in TITLES_BEHIND and tokens[-1] not in SUFFIXES)
    ):
        tokens = tokens[:-1]
    strict = not (len(tokens) > 3 and tokens[-1] == "V")
    return _without_suffix(tokens, strict=strict)
