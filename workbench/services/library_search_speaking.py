"""A search in words: what was understood of a line, and a line again of what is known."""

from collections.abc import Iterator

from workbench.services.library_search_words import Asked, Chip, Word


def chips_of(alternative: int, asked: Asked) -> Iterator[Chip]:
    """What an alternative asks for, each thing with its label."""
    for label, value in _said(asked):
        if value:
            yield Chip(alternative, label, value)


def _said(asked: Asked) -> Iterator[tuple[str, str]]:
    if asked.names:
        words = [word_text(word) for word in asked.names]
        if asked.comma:
            yield "last name", " ".join(words[: asked.comma])
            yield "first name", " ".join(words[asked.comma :])
        else:
            yield ("name, in any order" if len(words) > 1 else "last name"), " ".join(words)
    for label, word in (
        ("last name", asked.last),
        ("first name", asked.first),
        ("middle name", asked.middle),
    ):
        yield label, word_text(word) if word else ""
    if asked.birth:
        yield "born", asked.birth.day.isoformat() if asked.birth.day else str(asked.birth.year)
    yield "phone", phone_text(asked.phone)
    yield "e-mail", asked.email
    yield "address", " ".join(part for part in (asked.house, asked.street, asked.unit) if part)
    yield "town", asked.city
    yield "state", asked.state
    yield (
        "ZIP",
        asked.zip_code if len(asked.zip_code) == 5 else f"{asked.zip_code}…" if asked.zip_code else "",
    )
    yield "employer", asked.employer


def word_text(word: Word) -> str:
    """A word of a name as it is shown; one that is left open, or an initial, with an ellipsis."""
    return f"{word.text}…" if word.open or len(word.text) == 1 else word.text


def phone_text(phone: str) -> str:
    """Ten digits as ``865-555-0142``."""
    return f"{phone[:3]}-{phone[3:6]}-{phone[6:]}" if len(phone) == 10 else phone
