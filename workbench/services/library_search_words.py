"""What a search of the record files asks for, as values."""

from dataclasses import dataclass, field
from datetime import date

from workbench.services.worklist_language import Problem

__all__ = ["Asked", "Birth", "Chip", "Problem", "Understood", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word of a name; ``open``: it stands for every word that begins so (``J*``)."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Birth:
    """What is known of a birth: its year, and the day where that is known too."""

    year: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What one alternative of a line asks for; everything in normal form, "" or None where nothing is said.

    ``names`` are words in no particular order; ``last``, ``first`` and ``middle`` were named as such.
    ``zip_code`` may be the beginning of one.
    """

    names: tuple[Word, ...] = ()
    last: Word | None = None
    first: Word | None = None
    middle: Word | None = None
    comma: int = 0
    birth: Birth | None = None
    phone: str = ""
    email: str = ""
    house: str = ""
    street: str = ""
    unit: str = ""
    city: str = ""
    state: str = ""
    zip_code: str = ""
    employer: str = ""

    @property
    def by_name(self) -> bool:
        """Whether a name is asked for."""
        return bool(self.names) or self.last is not None or self.first is not None

    @property
    def searchable(self) -> bool:
        """Whether an index answers it; city, state, ZIP, year, street or first name alone would read all."""
        return bool(
            any(len(word.text) > 1 for word in (*self.names, *((self.last,) if self.last else ())))
            or self.phone or self.email or self.house or self.employer
            or (self.birth and self.birth.day)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was understood: of which alternative, what it is in words, and its value."""

    alternative: int
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A line as it was understood; parts that cannot be read are ``problems`` and left out.

    ``hints`` are sentences about what might have been meant otherwise.
    """

    line: str
    alternatives: tuple[Asked, ...] = ()
    chips: tuple[Chip, ...] = ()
    problems: tuple[Problem, ...] = ()
    hints: tuple[str, ...] = field(default=())

    @property
    def searchable(self) -> bool:
        """Whether there is anything to look up."""
        return bool(self.alternatives)
