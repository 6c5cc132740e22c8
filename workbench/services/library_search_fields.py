"""The named fields of a search line, and the values they take."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from workbench.normalize.business import normal_business_name
from workbench.normalize.date_rules import DateStyle, read_birth
from workbench.normalize.emails import parse_email
from workbench.normalize.phones import parse_phone
from workbench.normalize.places import city_form, state_form
from workbench.normalize.text import fold_text
from workbench.services.library_search_address import with_address
from workbench.services.library_search_words import Asked, Birth, Word

FIELDS: Mapping[str, str] = {
    "name": "name", "last": "last", "surname": "last", "first": "first", "middle": "middle",
    "dob": "dob", "born": "dob", "birth": "dob", "year": "dob",
    "phone": "phone", "tel": "phone", "email": "email", "mail": "email",
    "address": "address", "addr": "address", "house": "house", "street": "street",
    "city": "city", "town": "city", "state": "state", "st": "state", "zip": "zip",
    "employer": "employer", "firm": "employer", "works": "employer",
}  # fmt: skip
"""Every way of writing a field, and the field it is."""

_ZIP = re.compile(r"^\d{2,5}$")


class WrongValueError(Exception):
    """A value that its field cannot have; ``args`` are message and hint."""


def birth_of(text: str, today: date) -> Birth | None:
    """A birth written ``1984``, ``1984-03-02`` or ``3/2/1984``; None for what cannot be one."""
    reading = read_birth(text, DateStyle(), today)
    if reading.placeholder or reading.year is None:
        return None
    if reading.day is None and not re.fullmatch(r"\d{4}", text.strip()):
        return None
    return Birth(reading.year, reading.day)


def with_field(asked: Asked, name: str, text: str, today: date) -> Asked:
    """``asked`` with what a named field says; WrongValueError when the value does not fit the field."""
    field = FIELDS[name]
    if not text.strip():
        raise WrongValueError(f"{name} has no value.", f"Write {name}:value, or {name}:“two words”.")
    return _SETTERS[field](asked, text.strip(), today)


def name_words(text: str) -> tuple[Word, ...]:
    """The folded words of a name; a star at a word's end leaves it open."""
    found = ((fold_text(token.rstrip("*")), token.endswith("*")) for token in text.replace(",", " ").split())
    return tuple(Word(folded, open_) for folded, open_ in found if folded)


def _one_word(text: str) -> Word:
    words = name_words(text)
    if not words or "*" in text.rstrip("*"):
        raise WrongValueError(f"{text} is no name.", "Letters, with a star at the end at most: mu*.")
    return Word(" ".join(word.text for word in words), words[-1].open)


def _name(asked: Asked, text: str, _today: date) -> Asked:
    words = name_words(text)
    if not words:
        raise WrongValueError(f"{text} is no name.", "Write name:“munoz jose”.")
    before = text.split(",", maxsplit=1)[0] if "," in text else ""
    return replace(asked, names=(*asked.names, *words), comma=len(name_words(before)))


def _birth(asked: Asked, text: str, today: date) -> Asked:
    birth = birth_of(text, today)
    if birth is None:
        raise WrongValueError(f"{text} is no birth date.", "Write dob:1984-03-02, dob:3/2/1984 or dob:1984.")
    return replace(asked, birth=birth)


def _phone(asked: Asked, text: str, _today: date) -> Asked:
    phone = parse_phone(text)
    if phone is None:
        raise WrongValueError(f"{text} is no phone number.", "Ten digits with the area code: 865-555-0142.")
    return replace(asked, phone=phone)


def _email(asked: Asked, text: str, _today: date) -> Asked:
    email = parse_email(text)
    if email is None:
        raise WrongValueError(f"{text} is no e-mail.", "Write email:ann@example.com.")
    return replace(asked, email=email)


def _address(asked: Asked, text: str, _today: date) -> Asked:
    made = with_address(asked, text)
    if not made.house:
        raise WrongValueError(f"{text} is no address.", "A house number and a street: “118 maple st”.")
    return made


def _house(asked: Asked, text: str, _today: date) -> Asked:
    house = fold_text(text).replace(" ", "").lstrip("0")
    if not house[:1].isdigit():
        raise WrongValueError(f"{text} is no house number.", "Write house:118.")
    return replace(asked, house=house)


def _street(asked: Asked, text: str, _today: date) -> Asked:
    street = with_address(Asked(), f"1 {text}").street
    if not street:
        raise WrongValueError(f"{text} is no street.", "Write street:“maple st”.")
    return replace(asked, street=street)


def _city(asked: Asked, text: str, _today: date) -> Asked:
    city = city_form(text)
    if city is None:
        raise WrongValueError(f"{text} is no town.", "Write city:knoxville or city:“oak ridge”.")
    return replace(asked, city=city)


def _state(asked: Asked, text: str, _today: date) -> Asked:
    state = state_form(text)
    if state is None:
        raise WrongValueError(f"{text} is no state.", "Two letters or the name: state:TN.")
    return replace(asked, state=state)


def _zip(asked: Asked, text: str, _today: date) -> Asked:
    digits = text.split("-", maxsplit=1)[0].rstrip("*")
    if not _ZIP.match(digits):
        raise WrongValueError(
            f"{text} is no ZIP code.", "Five digits or their beginning: zip:37917, zip:379."
        )
    return replace(asked, zip_code=digits)


def _employer(asked: Asked, text: str, _today: date) -> Asked:
    employer = normal_business_name(text)
    if employer is None:
        raise WrongValueError(f"{text} is no employer.", "Write employer:acme or employer:“acme mills”.")
    return replace(asked, employer=employer)


def _last(asked: Asked, text: str, _today: date) -> Asked:
    return replace(asked, last=_one_word(text))


def _first(asked: Asked, text: str, _today: date) -> Asked:
    return replace(asked, first=_one_word(text))


def _middle(asked: Asked, text: str, _today: date) -> Asked:
    return replace(asked, middle=_one_word(text))


_SETTERS: Mapping[str, Callable[[Asked, str, date], Asked]] = {
    "name": _name, "last": _last, "first": _first, "middle": _middle, "dob": _birth, "phone": _phone,
    "email": _email, "address": _address, "house": _house, "street": _street, "city": _city, "state": _state,
    "zip": _zip, "employer": _employer,
}  # fmt: skip
