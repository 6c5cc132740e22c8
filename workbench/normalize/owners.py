"""Owners written in one field: who they are, each under a whole name of their own."""

import re

from workbench.normalize.name_rules import NameOrder, surname_length, surname_start
from workbench.normalize.name_words import (
    EMPTY_NAMES,
    NOISE,
    PARTICLES,
    SUFFIXES,
    TITLES,
    usual_tokens,
)
from workbench.normalize.nicknames import is_given_name
from workbench.normalize.no_names import NOBODY
from workbench.normalize.text import fold_text

_SPOUSE = re.compile(r"\b(?:ET ?UX|ET ?VIR|H/W|W/H|H ?& ?W|HUSB(?:AND)?|WIFE|WF|SPOUSE)\b")
_NOISE = re.compile(NOISE)
_NOBODY = re.compile(NOBODY)
_SHORTEST_CUT = 25
"""Assessors cut owners' names off at 25 characters (some counties), 30 (Florida), 35 (New Jersey) …"""
_SHARE = re.compile(
    r"(?:\bUND(?:IVIDED)? )?\(?\b\d+/\d+(?: INT(?:EREST)?)?\b\)?|\b(?:UND(?:IVIDED)? )?INT(?:EREST)?\b"
    r"|(?<= )\d+(?= |$)"
)
_CARE = re.compile(r"%(?=\s*[A-Za-z])")
_ALIAS = re.compile(r"\b([AF])/K/A\b")
_JOINTLY = re.compile(r"\bT/?B?/?E\b|\bL/E\b|\bHUSBAND AND WIFE\b|\bWIFE AND HUSBAND\b|\bAND WIFE$")
_BETWEEN = re.compile(r"\s*(?:&|;|\+|\bAND\b|\bOR\b|/)\s*")


def _names_nobody(piece: str, *, maybe_cut: bool) -> bool:
    """Whether an owner's piece is a spouse by one letter, or stands for somebody not known.

    At the end of a value that may have been cut off, ``& W`` may be William as well.
    """
    return (piece in {"W", "H"} and not maybe_cut) or piece in EMPTY_NAMES or _NOBODY.match(piece) is not None


def _own_surname(tokens: list[str], order: NameOrder) -> bool:
    """Whether a later owner brings a surname (``JONES MARY``), or shares the first's (``MARY B``)."""
    names = [t for t in tokens if t not in SUFFIXES and len(t) > 1]
    if len(names) < 2:
        return False
    if order == "first_last":
        return True
    if (len(tokens) > 2 and len(tokens[1]) > 1) or tokens[0] in PARTICLES:
        return True
    return not is_given_name(names[0])


def _surname(tokens: list[str], order: NameOrder) -> list[str]:
    """The surname tokens of an owner who has one."""
    names = [t for t in tokens if t not in SUFFIXES]
    if order == "first_last":
        return names[surname_start(names) :]
    return names[: surname_length(names)]


def _untitled(pieces: list[list[str]], order: NameOrder) -> list[list[str]]:
    """Pieces in first-last order without titles; ``MR`` alone, before ``& MRS JOHN ROE``, is nobody more."""
    if order != "first_last":
        return pieces
    bare = [
        [t for at, t in enumerate(p) if t not in TITLES or any(w not in TITLES for w in p[:at])]
        for p in pieces
    ]
    return [p for p in bare if p]


def _listed(text: str) -> list[str]:
    """Owners of ``ROE JOHN, ROE MARY``: commas between whole names of one surname; [] for other texts."""
    pieces = [p.split() for p in text.split(",")]
    alike = len({p[0] for p in pieces if p}) == 1
    whole = len(pieces) > 1 and all(len(p) > 1 for p in pieces)
    return [" ".join(p) for p in pieces] if whole and (alike or len(pieces) > 2) else []


def _with_commas(pieces: list[str]) -> list[str]:
    """Owners of ``SMITH, JOHN & MARY``: a piece without a comma takes the surname before it."""
    out: list[str] = []
    surname = ""
    for piece in pieces:
        if "," in piece:
            surname = piece.split(",", 1)[0].strip()
            out.append(piece)
        else:
            out.append(f"{surname}, {piece}" if surname else piece)
    return out


def _without_commas(pieces: list[list[str]], order: NameOrder) -> list[str]:
    """Owners whose pieces have no comma at all."""
    if order == "first_last":
        full = next((p for p in pieces if _own_surname(p, order)), [])
        surname = _surname(full, order) if full else []
        return [" ".join(p if _own_surname(p, order) else p + surname) for p in pieces]
    out = [" ".join(pieces[0])]
    surname = _surname(pieces[0], order)
    for piece in pieces[1:]:
        if piece[: len(surname)] == surname or _own_surname(piece, order):
            surname = _surname(piece, order)
            out.append(" ".join(piece))
        else:
            out.append(" ".join(surname + piece))
    return out


def owners_of(text: str, order: NameOrder = "last_first") -> list[str]:
    """Whole names of the people in one owner field; repeats dropped, order kept.

    Ownership words (ET UX, TRUSTEE, LIFE ESTATE ...) are left out; a spouse without a surname takes the
    one before (``SMITH JOHN & MARY``), or in first-last order the one after (``JOHN & MARY SMITH``).
    """
    usual = usual_tokens(text)
    if usual:
        return [" ".join(usual)]
    upper = _SHARE.sub(" ", fold_text(_CARE.sub(" C/O ", text), keep=",&/;+-()"))
    upper = _ALIAS.sub(r"\1KA", re.sub(r"\([^)]*\)|[()]", " ", upper))
    upper = _SPOUSE.sub(" & ", re.sub(r"\bC/O\b.*$", " ", _JOINTLY.sub(" ", upper)))
    upper = " ".join(_NOISE.sub(" ", " ".join(_NOISE.sub(" ", upper).split())).split())
    pieces = [" ".join(p.strip(" ,").split()) for p in _BETWEEN.split(upper)]
    cut = len(text) >= _SHORTEST_CUT
    pieces = [p for p in pieces if p and not _names_nobody(p, maybe_cut=cut)]
    if not pieces:
        return []
    if any("," in p for p in pieces):
        names = (_listed(pieces[0]) if len(pieces) == 1 else []) or _with_commas(pieces)
    else:
        names = _without_commas(_untitled([p.split() for p in pieces], order), order)
    return list(dict.fromkeys(names))
