"""What one heading of a placement file claims to be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from workbench.records.placement_words import Phrase, Vocabulary, phrase_of

WEAK = 0.7
MISSPELT = 0.6
_ALIKE = 85
"""Likeness in percent from which a heading counts as misspelt: one wrong letter in seven."""


@dataclass(frozen=True, slots=True)
class Claim:
    """``column`` says it is ``field`` of something.

    ``kind`` is account, person, phone, phone_kind or address; for the last three ``label`` tells home, work,
    mailing …; ``role`` and ``place`` (1 for the first) tell whose; ``number`` is the one in the heading, 0
    for none.  ``sure`` is 0 to 1.
    """

    column: str
    kind: str
    field: str
    role: str = "debtor"
    place: int = 1
    number: int = 0
    label: str = ""
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    field: str
    number: int = 0
    label: str = ""


def claim_of(column: str, vocabulary: Vocabulary) -> Claim | None:
    """What the heading ``column`` claims; None when its words say nothing."""
    phrase = phrase_of(column, vocabulary)
    if not phrase:
        return None
    if phrase in vocabulary.account:
        field, rank = vocabulary.account[phrase]
        return Claim(column, "account", field, sure=1.0 - 0.01 * min(rank, 20))
    for role, place, rest in _readings(phrase, vocabulary):
        found = _of_person(rest, vocabulary)
        if found is not None:
            return _claim(column, found, role, place)
    if phrase in vocabulary.account_weak:
        field, rank = vocabulary.account_weak[phrase]
        return Claim(column, "account", field, sure=WEAK - 0.01 * rank)
    return _misspelt(column, phrase, vocabulary)


def _claim(column: str, found: _Found, role: str, place: int) -> Claim:
    """The claim of a person's field; ``First Name 2`` without a role is the second person's."""
    number = found.number
    if found.kind == "person" and number >= 2 and found.field not in {"email", "alias"}:
        role, place, number = ("co_debtor" if role == "debtor" else role), max(place, number), 0
    return Claim(column, found.kind, found.field, role, place, number, found.label)


def _readings(phrase: Phrase, vocabulary: Vocabulary) -> Iterator[tuple[str, int, Phrase]]:
    """(role, place, field words): as the debtor's own, then with subject words before, then behind."""
    yield "debtor", 1, phrase
    for size in range(len(phrase), 0, -1):
        role = vocabulary.subjects.get(phrase[:size])
        if role is not None:
            yield _numbered(role, phrase[size:])
    for size in range(len(phrase) - 1, 0, -1):
        role = vocabulary.subjects.get(phrase[-size:])
        if role is not None:
            yield _numbered(role, phrase[:-size])


def _numbered(role: str, rest: Phrase) -> tuple[str, int, Phrase]:
    """``Debtor 2 First Name`` is the second debtor's first name; nothing left over is the name itself."""
    place = 1
    if rest and rest[0].isdigit():
        place, rest = int(rest[0][:2]), rest[1:]
        if role == "debtor" and place >= 2:
            role = "co_debtor"
    return role, place, rest or ("name",)


def _of_person(phrase: Phrase, vocabulary: Vocabulary) -> _Found | None:
    """A person's field: its name or facts, a phone, an address part; with or without a number."""
    if phrase in vocabulary.person:
        return _Found("person", vocabulary.person[phrase])
    if phrase in vocabulary.phones:
        return _Found("phone", "phone", label=vocabulary.phones[phrase])
    number, bare = _without_number(phrase)
    if bare in vocabulary.phones and number:
        return _Found("phone", "phone", number, vocabulary.phones[bare])
    if bare[-1:] == ("type",) and bare[:-1] in vocabulary.phones:
        return _Found("phone_kind", "kind", number, vocabulary.phones[bare[:-1]])
    if bare in vocabulary.person and number:
        return _Found("person", vocabulary.person[bare], number)
    return _address(phrase, vocabulary)


def _without_number(phrase: Phrase) -> tuple[int, Phrase]:
    """The first number among the words (0 for none) and the other words."""
    for at, word in enumerate(phrase):
        if word.isdigit() and len(word) <= 2:
            return int(word), phrase[:at] + phrase[at + 1 :]
    return 0, phrase


def _address(phrase: Phrase, vocabulary: Vocabulary) -> _Found | None:
    """An address part: as it stands, or with a qualifier such as ``mailing`` before or behind."""
    readings = [("", phrase)]
    for size in range(len(phrase), 0, -1):
        for words, rest in ((phrase[:size], phrase[size:]), (phrase[-size:], phrase[:-size])):
            if words in vocabulary.qualifiers:
                readings.append((vocabulary.qualifiers[words], rest))
    for label, rest in readings:
        if rest in vocabulary.address:
            return _Found("address", vocabulary.address[rest], label=label)
        number, bare = _without_number(rest)
        if number and (bare in vocabulary.address or (label and not bare)):
            return _Found("address", vocabulary.address.get(bare, "line1"), number, label)
    return None


def _misspelt(column: str, phrase: Phrase, vocabulary: Vocabulary) -> Claim | None:
    """The one entry of the table that is nearly spelt like the heading; short words are left alone."""
    text = " ".join(phrase)
    if len(text) < 6:
        return None
    tables: list[tuple[str, Mapping[Phrase, str]]] = [
        ("account", {entry: field for entry, (field, _) in vocabulary.account.items()}),
        ("person", vocabulary.person),
        ("address", vocabulary.address),
    ]
    for kind, table in tables:
        names = {" ".join(entry): field for entry, field in table.items()}
        best = process.extractOne(text, names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is not None:
            return Claim(column, kind, names[best[0]], sure=MISSPELT)
    return None
