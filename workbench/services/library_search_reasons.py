"""Why a record answers a search: how each thing that was asked for agrees, as values and in words."""

from dataclasses import dataclass
from enum import StrEnum


class Agreement(StrEnum):
    """How a value of a record agrees with what was asked for."""

    EXACT = "exact"
    BEGINS = "begins"
    INITIAL = "initial"
    NICKNAME = "nickname"
    SOUND = "sound"
    ONE_LETTER = "one letter off"
    SWAPPED = "two letters swapped"
    FORMER = "former"
    PART = "part"
    MIDDLE = "middle"
    OTHER = "other"
    NOT_SAID = "not said"
    DAY_MONTH = "day and month swapped"
    ONE_DIGIT = "one digit off"
    YEAR_ONLY = "year only"
    BY_AGE = "by age"
    MAILING = "mailing"
    SAME_NAME = "same name"


COSTS = {
    Agreement.EXACT: 0.0,
    Agreement.BEGINS: 0.0,
    Agreement.MAILING: 0.1,
    Agreement.NOT_SAID: 0.4,
    Agreement.FORMER: 0.5,
    Agreement.YEAR_ONLY: 0.5,
    Agreement.BY_AGE: 0.5,
    Agreement.PART: 1.0,
    Agreement.NICKNAME: 1.0,
    Agreement.SAME_NAME: 1.0,
    Agreement.DAY_MONTH: 1.0,
    Agreement.INITIAL: 1.5,
    Agreement.MIDDLE: 1.5,
    Agreement.ONE_DIGIT: 1.5,
    Agreement.OTHER: 1.5,
    Agreement.SWAPPED: 2.0,
    Agreement.ONE_LETTER: 2.0,
    Agreement.SOUND: 2.5,
}
"""How far each agreement is from an exact one; sums order the results and are shown nowhere.  Ours."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing asked for (``field`` in words) and how the record agrees; ``found`` is the record's value."""

    field: str
    agreement: Agreement
    found: str = ""

    @property
    def cost(self) -> float:
        """How far from exact."""
        return COSTS[self.agreement]

    def words(self) -> str:
        """``last name one letter off: MUNIZ``; an exact one is just ``last name exact``."""
        a = Agreement
        said = {
            a.EXACT: "exact",
            a.BEGINS: f"begins so: {self.found}",
            a.INITIAL: f"only the initial is on record: {self.found}",
            a.NICKNAME: f"nickname: {self.found}",
            a.SOUND: f"sounds alike: {self.found}",
            a.ONE_LETTER: f"one letter off: {self.found}",
            a.SWAPPED: f"two letters swapped: {self.found}",
            a.FORMER: f"is the former one; now {self.found}",
            a.PART: f"part of a double one: {self.found}",
            a.MIDDLE: f"is the middle name of {self.found}",
            a.OTHER: f"differs: {self.found}",
            a.NOT_SAID: "not on record",
            a.DAY_MONTH: f"day and month swapped: {self.found}",
            a.ONE_DIGIT: f"one digit off: {self.found}",
            a.YEAR_ONLY: f"only the year is on record: {self.found}",
            a.BY_AGE: f"by an age, so a year either way: {self.found}",
            a.MAILING: f"is the mailing address: {self.found}",
            a.SAME_NAME: f"same street name, other type or direction: {self.found}",
        }
        return f"{self.field} {said[self.agreement]}"
