"""What a person types into a search box, as a full-text query in which nothing is an operator."""

import re
import unicodedata

_PHONE = re.compile(r"\+?1?[\s().-]*\d{3}[\s().-]*\d{3}[\s.-]*\d{4}|\d{3}[\s.-]\d{4}")
_WORD = re.compile(r"\w+", re.UNICODE)
_MAX_WORDS = 12


def match_expression(typed: str) -> str:
    """The FTS5 expression that asks for every word of ``typed`` as a prefix; "" when there is no word.

    A phone number is asked for as its digits, however it is punctuated.
    """
    typed = unicodedata.normalize("NFC", typed)
    squeezed = _PHONE.sub(lambda found: f" {_digits(found.group())} ", typed)
    words = _WORD.findall(squeezed.replace("_", " "))[:_MAX_WORDS]
    return " ".join(f'"{word}"*' for word in words)


def _digits(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
