"""The search line of the record library: ``munoz j* 1984``, ``"118 maple st" knoxville``, ``865-555-0142``.

Bare words are a name in any order (a comma puts the surname first); ten digits are a phone, an @ makes an
e-mail, a day or a year from 1900 on a birth, five digits a ZIP, a house number with a street an address.
``field:value`` says it outright; ``|`` or ``or`` separates alternatives.  What cannot be read is told with
its place and left out; nothing typed is lost.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from workbench.normalize.emails import parse_email
from workbench.normalize.phones import parse_phone
from workbench.normalize.places import city_form, state_form
from workbench.normalize.text import fold_text
from workbench.services.library_search_address import address_length, with_address
from workbench.services.library_search_fields import FIELDS, WrongValueError, birth_of, with_field
from workbench.services.library_search_speaking import chips_of
from workbench.services.library_search_words import Asked, Problem, Understood, Word

IsCity = Callable[[str], bool]
_PIECE = re.compile(
    r'(?P<field>[A-Za-z_]+):(?P<value>"[^"]*"?|[^\s"|]*)|"(?P<phrase>[^"]*)"?|(?P<bar>\|)|(?P<word>[^\s"|]+)'
)
_PHONE = re.compile(r"^\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}$")
_PHONE_IN_LINE = re.compile(
    r"(?<![\w-])\+?1?[ .-]?\(\d{3}\) ?\d{3}[ .-]?\d{4}(?!\d)|(?<![\w-])\d{3} \d{3} \d{4}(?!\d)"
)
_SHORT_PHONE = re.compile(r"^\d{3}[.-]?\d{4}$")
_DAY = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$")


class _Piece(NamedTuple):
    start: int
    end: int
    field: str = ""
    text: str = ""
    quoted: bool = False


def understand(line: str, today: date, is_city: IsCity = lambda _city: False) -> Understood:
    """Read a search line as of ``today``; never raises.

    ``is_city`` tells whether some record file has a (normalised) city; a word after an address is one then.
    """
    problems: list[Problem] = []
    hints: list[str] = []
    alternatives: list[Asked] = []
    for pieces in _alternatives(line):
        asked = _read(pieces, today, is_city, problems, hints)
        if asked == Asked():
            continue
        if asked.searchable:
            alternatives.append(asked)
        else:
            problems.append(_too_wide(pieces, asked))
    chips = tuple(chip for n, asked in enumerate(alternatives) for chip in chips_of(n, asked))
    return Understood(line, tuple(alternatives), chips, tuple(problems), tuple(dict.fromkeys(hints)))


def _alternatives(line: str) -> Iterator[list[_Piece]]:
    """The pieces of each alternative of the line."""
    pieces: list[_Piece] = []
    for piece in _pieces(line):
        if piece.field == "|" or (not piece.quoted and not piece.field and piece.text.lower() == "or"):
            yield pieces
            pieces = []
        else:
            pieces.append(piece)
    yield pieces


def _pieces(line: str) -> Iterator[_Piece]:
    phones = {found.start(): found for found in _PHONE_IN_LINE.finditer(line)}
    position = 0
    while position < len(line):
        spaced = phones.get(position)
        if spaced:
            yield _Piece(position, spaced.end(), text=spaced.group().strip())
            position = spaced.end()
            continue
        found = _PIECE.match(line, position)
        if found is None:
            position += 1
            continue
        position = found.end()
        if found.group("bar"):
            yield _Piece(found.start(), found.end(), "|")
        elif found.group("field"):
            value = found.group("value").strip('"')
            yield _Piece(found.start(), found.end(), found.group("field").lower(), value, quoted=True)
        else:
            phrase = found.group("phrase")
            text = found.group("word") if phrase is None else phrase
            yield _Piece(found.start(), found.end(), text=text, quoted=phrase is not None)


def _read(
    pieces: list[_Piece], today: date, is_city: IsCity, problems: list[Problem], hints: list[str]
) -> Asked:
    asked = Asked()
    words: list[_Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        length = (
            0 if piece.field or piece.quoted else address_length([p.text for p in pieces[at:] if not p.field])
        )
        if length and not asked.house:
            asked = with_address(asked, " ".join(p.text for p in pieces[at : at + length]))
            at += length
            continue
        at += 1
        if piece.field:
            asked = _fielded(asked, piece, today, problems)
            continue
        told = _plain(asked, piece, today, problems)
        if told is None:
            words.append(piece)
        else:
            asked = told
    return _with_words(asked, words, is_city, problems, hints)


def _fielded(asked: Asked, piece: _Piece, today: date, problems: list[Problem]) -> Asked:
    if piece.field not in FIELDS:
        near = get_close_matches(piece.field, FIELDS, 1)
        hint = f"Did you mean {near[0]}?" if near else f"Fields: {', '.join(sorted(set(FIELDS.values())))}."
        problems.append(Problem(piece.start, piece.end, f"There is no field {piece.field}.", hint))
        return asked
    try:
        return with_field(asked, piece.field, piece.text, today)
    except WrongValueError as wrong:
        message, hint = wrong.args
        problems.append(Problem(piece.start, piece.end, message, hint))
        return asked


def _plain(asked: Asked, piece: _Piece, today: date, problems: list[Problem]) -> Asked | None:
    """``asked`` with what an unnamed piece says by its look; None for a word of a name."""
    text = piece.text.strip(",;")
    numbers = any(c.isdigit() for c in text)
    if "@" in text and (email := parse_email(text)):
        return replace(asked, email=email)
    if piece.quoted and numbers and any(c.isalpha() for c in text):
        return with_address(asked, text)
    if not numbers:
        return None
    read = _numbered(asked, text, today)
    if isinstance(read, Asked):
        return read
    hint = "A birth: 1984 or 1984-03-02; a phone: 865-555-0142; an address: “118 maple st”."
    problems.append(Problem(piece.start, piece.end, read, hint))
    return asked


def _numbered(asked: Asked, text: str, today: date) -> Asked | str:
    """``asked`` with what a piece with digits says, or what is wrong with it."""
    if _PHONE.match(text):
        phone = parse_phone(text)
        return replace(asked, phone=phone) if phone else "This is no North American phone number."
    if _DAY.match(text) or (len(text) == 4 and text.isdigit()):
        birth = birth_of(text, today)
        return replace(asked, birth=birth) if birth else "This is no birth date."
    if len(text) == 5 and text.isdigit():
        return replace(asked, zip_code=text)
    if _SHORT_PHONE.match(text):
        return "A phone needs its area code: ten digits."
    return "This number is none I know."


def _with_words(
    asked: Asked, words: list[_Piece], is_city: IsCity, problems: list[Problem], hints: list[str]
) -> Asked:
    """``asked`` with its bare words as a name, or as the place of its address."""
    if asked.house or asked.street or asked.phone:
        asked, words = _with_place(asked, words, is_city)
    elif len(words) > 2 and len(words[-1].text.strip(",")) == 2:
        placed, left = _with_place(asked, words, is_city)
        if placed.city:
            asked, words = placed, left
    names: list[Word] = list(asked.names)
    comma = asked.comma
    for piece in words:
        for written in piece.text.replace(",", " , ").split():
            word = _word(written)
            if written == ",":
                comma = comma or len(names)
            elif word is None or "*" in written[:-1]:
                said = "A star stands at the end of a word: J* finds Jose, John, Jane."
                problems.append(Problem(piece.start, piece.end, said))
            else:
                names.append(word)
    if not asked.city:
        hints += _town_hint(names, is_city)
    return replace(asked, names=tuple(names), comma=comma if comma < len(names) else 0)


def _town_hint(names: list[Word], is_city: IsCity) -> list[str]:
    """What to write when the end of a name was meant as a town."""
    ends = (" ".join(word.text for word in names[-length:]) for length in (2, 1) if len(names) > length)
    for city in map(city_form, ends):
        if city and is_city(city):
            town = _quoted(city)
            return [f"{city.title()} is read as part of the name; for the town write city:{town}."]
    return []


def _quoted(text: str) -> str:
    lower = text.lower()
    return f'"{lower}"' if " " in lower else lower


def _word(written: str) -> Word | None:
    text = fold_text(written.rstrip("*"))
    return Word(text, written.endswith("*")) if text else None


def _with_place(asked: Asked, words: list[_Piece], is_city: IsCity) -> tuple[Asked, list[_Piece]]:
    """``asked`` with the city and state among ``words``, and the words that are neither."""
    words = list(words)
    if words and len(words[-1].text.strip(",")) == 2 and (state := state_form(words[-1].text.strip(","))):
        asked = replace(asked, state=asked.state or state)
        words.pop()
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            city = city_form(" ".join(piece.text.strip(",") for piece in words[start : start + length]))
            if city and not asked.city and is_city(city):
                asked = replace(asked, city=city)
                del words[start : start + length]
                break
    return asked, words


def _too_wide(pieces: list[_Piece], asked: Asked) -> Problem:
    """Why an alternative cannot be looked up."""
    start, end = pieces[0].start, pieces[-1].end
    if asked.names or asked.last:
        return Problem(
            start, end, "A surname needs two letters at least.", "An initial goes with one: munoz j."
        )
    if asked.street:
        return Problem(start, end, "A street needs its house number.", "Write “118 maple st”.")
    if asked.first is not None:
        return Problem(
            start, end, "A first name needs a last name or a whole birth date.", "first:maria dob:1984-03-02"
        )
    if asked.birth is not None:
        return Problem(
            start, end, "A birth year needs a name; a whole birth date stands alone.", "munoz 1984"
        )
    return Problem(
        start, end, "A place alone would list a whole town.", "Add a name, a house number or an employer."
    )
