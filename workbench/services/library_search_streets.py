"""Which streets of a crowded house number can agree with the one asked for: ranges of an ordered index.

A house number like 12 may have ten thousand streets in a file.  Those that agree begin with the letter asked
for or one of its sound, are the asked one with a wrong beginning, or have a direction before their name: some
eighty ranges that leave most of the index unread.
"""

from collections.abc import Iterator
from string import ascii_uppercase, digits

from workbench.normalize import reference
from workbench.services.library_search_comparing import street_core
from workbench.vault.library_lookups import Spans
from workbench.vault.library_terms import sound

_BEGIN = 4
"""Letters of a wrong beginning: enough to leave few streets, so few that what follows may differ."""
_SOUNDS = {
    "0": "T", "E": "AE", "F": "FPV", "J": "DGJ", "K": "CGKQX", "N": "GKNP", "R": "RW", "S": "CSXZ",
    "T": "DT", "X": "CSTX",
}  # fmt: skip
"""Letters that can begin a name of each first sound (Metaphone); others begin with the sound's own letter.

Doubled vowels, GH, and W or Y before a consonant can be silent too: those names are one letter longer, which
a wrong beginning takes in.
"""


def street_spans(asked: str) -> Spans:
    """Ranges that hold every normalised street which agrees with the normalised one asked for.

    Not held: a street with both a wrong first letter and a blank more within its first four letters.
    """
    core = street_core(asked)
    directions = sorted(set(reference.mapping("directionals").values()))
    letters = _letters(core)
    begins = [*letters, *sorted({b for b in _wrong_begins(core) if b[:1] not in letters})]
    return Spans.beginning([*begins, *(f"{direction} " for direction in directions)])


def _letters(core: str) -> str:
    """First letters of what begins as the name asked for does, or sounds so."""
    first = core[:1]
    alike = digits if first.isdigit() else _SOUNDS.get(sound(core)[:1], "")
    return "".join(dict.fromkeys(first + alike))


def _wrong_begins(core: str) -> Iterator[str]:
    """Beginnings of the name asked for with its first letter missing, added, changed or swapped."""
    yield _cut(core[1:])
    yield _cut(core[1:2] + core[:1] + core[2:])
    for letter in ascii_uppercase + digits:
        yield _cut(letter + core)
        yield _cut(letter + core[1:])


def _cut(text: str) -> str:
    return text.lstrip()[:_BEGIN].split(" ", 1)[0]
