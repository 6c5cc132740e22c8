"""The scalar rules of names: one value at a time, everything folded.

The form of a surname: particles are joined to the word they belong to and hyphens become spaces, so that
``DE LA CRUZ``, ``DELA CRUZ`` and ``DELACRUZ`` are one value and every space left in ``last`` separates the
halves of a double surname (``GARCIA-LOPEZ`` and ``GARCIA LOPEZ`` are both ``GARCIA LOPEZ``).
"""

import re
from typing import Literal, NamedTuple

from workbench.normalize.name_words import (
    ALONE_TOO,
    CREDENTIALS,
    EMPTY_NAMES,
    NOISE,
    PARTICLES,
    SUFFIXES,
    TITLES,
    usual_tokens,
)
from workbench.normalize.nicknames import is_given_name
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
_ASIDE = re.compile(r"\"[^\"]*\"|\([^)]*\)|[()\"]")
_NEE = re.compile(r"\b(?:NEE|FKA|F/K/A|FORMERLY)\b(.*)$")


def suffix_form(text: str) -> str | None:
    """``Jr.``, ``2ND`` as JR, II; None for what is not a generational suffix."""
    return SUFFIXES.get(fold_text(text).replace(" ", ""))


def joined_particles(tokens: list[str]) -> list[str]:
    """Tokens with every particle joined to the word after it; a last particle stands."""
    out: list[str] = []
    held = ""
    for token in tokens:
        if token in PARTICLES:
            held += token
        else:
            out.append(held + token)
            held = ""
    return [*out, held] if held else out


def _without_suffix(tokens: list[str], *, strict: bool) -> tuple[list[str], str]:
    """Tokens less a generational suffix after the first; ``strict``: a lone V or digit is not one."""
    suffix = ""
    kept = tokens[:1]
    for token in tokens[1:]:
        form = SUFFIXES.get(token)
        if form and not suffix and not (strict and len(token) == 1):
            suffix = form
        else:
            kept.append(token)
    return kept, suffix


def last_parts(text: str) -> tuple[str | None, str | None]:
    """A surname column's value as (last, suffix found in it)."""
    tokens = [t for t in fold_text(_ASIDE.sub(" ", text)).split() if t not in EMPTY_NAMES]
    tokens, suffix = _without_suffix(tokens, strict=True)
    while len(tokens) > 1 and tokens[-1] in CREDENTIALS:
        tokens.pop()
    return " ".join(joined_particles(tokens)) or None, suffix or None


def first_parts(text: str) -> tuple[str | None, str | None, str | None]:
    """A first-name column's value as (first, middle initial found behind it, suffix found in it)."""
    tokens = [t for t in fold_text(_ASIDE.sub(" ", text)).split() if t not in EMPTY_NAMES]
    while len(tokens) > 1 and tokens[0] in TITLES:
        tokens.pop(0)
    tokens, suffix = _without_suffix(tokens, strict=True)
    middle = tokens.pop() if len(tokens) > 1 and len(tokens[-1]) == 1 else None
    return " ".join(tokens) or None, middle, suffix or None


def middle_form(text: str) -> str | None:
    """A middle-name column's value; NMN and the like are no name."""
    return " ".join(t for t in fold_text(text).split() if t not in EMPTY_NAMES) or None


def split_parts(first: str, middle: str, last: str, suffix: str = "", former: str = "") -> NameParts:
    """The parts of a name whose source has columns for them; what ``names.name_columns`` gives a row."""
    own_last, behind_last = last_parts(last)
    own_first, extra, behind_first = first_parts(first)
    was, _ = last_parts(former)
    own_middle = middle_form(middle) or extra
    own_suffix = suffix_form(suffix) or behind_last or behind_first
    changed = was if was != own_last else None
    return NameParts(own_first or "", own_middle or "", own_last or "", own_suffix or "", changed or "")


def _pieces(text: str) -> tuple[list[list[str]], str]:
    """Comma-separated token lists without titles, credentials and noise, and a former surname."""
    upper = fold_text(_ASIDE.sub(" ", text), keep=",-&/")
    nee = _NEE.search(upper)
    upper = _NOISE.sub(" ", upper[: nee.start()] if nee else upper)
    pieces = [piece.replace("&", " ").replace("/", " ").split() for piece in upper.split(",")]
    pieces = [[t.strip("-") for t in piece if t.strip("-") not in _EMPTY] for piece in pieces]
    former = " ".join(joined_particles(nee.group(1).replace("-", " ").split()[-1:])) if nee else ""
    return [piece for piece in pieces if piece], former


def _is_trailer(piece: list[str]) -> bool:
    """Whether a piece after a comma holds no name ("JR", "MD")."""
    return all(t in SUFFIXES or t in CREDENTIALS or t in TITLES for t in piece)


def _surname_length(tokens: list[str]) -> int:
    """How many of the leading tokens are the surname in last-first order."""
    length = 1
    while length < len(tokens) and tokens[length - 1] in PARTICLES:
        length += 1
    if length == len(tokens) and length > 1:
        return length - 1
    if length == 2 and len(tokens) == 3 and tokens[0] in ALONE_TOO and len(tokens[2]) == 1:
        return 1
    return length


def _given_at_end(tokens: list[str]) -> int:
    """Where the surname begins in first-last order."""
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1] in PARTICLES:
        start -= 1
    return start


def guessed_order(tokens: list[str]) -> NameOrder:
    """Order of a name without a comma, by its initials and by which end is a known given name."""
    if len(tokens) > 2:
        if len(tokens[-1]) == 1:
            return "last_first"
        if any(len(t) == 1 for t in tokens[:-1]):
            return "first_last"
    starts, ends = is_given_name(tokens[0]), is_given_name(tokens[-1])
    second = len(tokens) > 1 and is_given_name(tokens[1])
    return "last_first" if not starts and (ends or second) else "first_last"


def _ordered(tokens: list[str], order: NameOrder) -> tuple[list[str], list[str]]:
    """(given names, surname) of a name without a comma."""
    if order == "auto":
        order = guessed_order(tokens)
    if len(tokens) == 1:
        return [], tokens
    if order == "first_last":
        start = _given_at_end(tokens)
        return tokens[:start], tokens[start:]
    length = _surname_length(tokens)
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
    pieces, former = _pieces(text)
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
        tokens, found = _given(pieces[0], keep_first=order in {"last_first", "last_comma_first"})
        given, last = _ordered(tokens, order) if tokens else ([], [])
    while len(given) > 1 and given[0] in TITLES:
        given.pop(0)
    last = joined_particles(" ".join(last).replace("-", " ").split())
    first, middle = (given[0], given[1:]) if given else ("", [])
    return NameParts(
        first.replace("-", " "), " ".join(middle).replace("-", " "), " ".join(last), suffix or found, former
    )


def _given(tokens: list[str], *, keep_first: bool = False) -> tuple[list[str], str]:
    """Tokens without titles, credentials and suffix, and the suffix; a lone V counts after an initial."""
    while len(tokens) > 2 and tokens[0] in TITLES and not keep_first:
        tokens = tokens[1:]
    while len(tokens) > 2 and tokens[-1] in CREDENTIALS:
        tokens = tokens[:-1]
    strict = not (len(tokens) > 3 and tokens[-1] == "V")
    return _without_suffix(tokens, strict=strict)
