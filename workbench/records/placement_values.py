"""Single values of a placement row: texts, amounts, dates, identifiers, with what could not be read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.base.money import parse_cents
from workbench.records.placement_columns import Source

_NOTHING = frozenset(
    {"", "null", "n/a", "#n/a", "na", "nan", "none", "nat", "-", "--", ".", "unknown", "unk"}
)
_LONGEST_NOTHING = max(map(len, _NOTHING))
_MARKS = frozenset({"'", "="})
_FORMULA = re.compile(r'="(.*)"')
_FLOAT_TAIL = re.compile(r"-?\d{1,12}\.\d{9,}")
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,3}")


class RowRefusedError(Exception):
    """The row cannot become an account; the text is the reason, without the row's values.

    ``columns`` are those the reason is about.
    """

    def __init__(self, words: str, columns: Sequence[str] = ()) -> None:
        super().__init__(words)
        self.columns = tuple(columns)


@dataclass(slots=True)
class RowValues:
    """One row's filled cells, and what was noticed while reading them.

    ``notes`` say what was put right or left out, by column, without values; ``unread`` keeps the text of
    what could not be read, by column.
    """

    cells: Mapping[str, str]
    notes: list[str] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Mapping[str, str]) -> "RowValues":
        """The values of ``cells``, trimmed and without spreadsheets' marks; blank ones left out."""
        return cls({column: text for column, cell in cells.items() if cell and (text := plain_text(cell))})

    def text(self, source: Source) -> str:
        """The columns of ``source`` joined by one blank; "" for nothing."""
        if len(source) == 1:
            return self.cells.get(source[0], "")
        return " ".join(self.cells[column] for column in source if column in self.cells)

    def value(self, source: Source) -> str:
        """As :meth:`text`, and "" also for what only says that there is nothing (N/A, NULL, -)."""
        if not source:
            return ""
        text = self.cells.get(source[0], "") if len(source) == 1 else self.text(source)
        return "" if len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING else text

    def leave_unread(self, source: Source, text: str, why: str) -> None:
        """Keep ``text`` aside and note ``why``."""
        column = " + ".join(source)
        self.unread[column] = text
        self.notes.append(f"{column}: {why}")

    def note(self, source: Source, what: str) -> None:
        """Note something about the columns of ``source``."""
        self.notes.append(f"{' + '.join(source)}: {what}")


def plain_text(cell: str) -> str:
    """A cell trimmed, without the marks spreadsheets use to keep text as text (``'0123``, ``="0123"``)."""
    text = cell.strip()
    if text[:1] not in _MARKS:
        return text
    if text[:1] == "'" and text[1:2].isalnum():
        return text[1:].strip()
    formula = _FORMULA.fullmatch(text)
    return formula[1].strip() if formula else text


def account_text(values: RowValues, source: Source) -> str:
    """An account number as text, leading zeros and all.

    Raises RowRefusedError where a spreadsheet has already lost digits of it (``4.17E+15``).  A ``.0``
    behind digits is a spreadsheet's too, and goes.
    """
    text = values.value(source)
    if _SCIENTIFIC.fullmatch(text):
        raise RowRefusedError(
            "the account number is in scientific notation: a spreadsheet lost its digits", source
        )
    whole = _WHOLE_FLOAT.fullmatch(text)
    return whole[1] if whole else text


def cents(values: RowValues, source: Source) -> int | None:
    """Cents of an amount, None for nothing; ValueError for what is no amount.

    A tail that a spreadsheet's arithmetic left (``110.00000000000001``) is cut off; parts of a cent that
    somebody wrote are not.
    """
    text = values.value(source)
    if _FLOAT_TAIL.fullmatch(text):
        text = f"{float(text):.6f}".rstrip("0")
    return parse_cents(text.replace("US$", "$")) if text else None


def part_cents(values: RowValues, source: Source) -> int | None:
    """Cents of a part of the balance; what is no amount is kept aside."""
    try:
        return cents(values, source)
    except ValueError:
        values.leave_unread(source, values.text(source), "not an amount of money")
        return None


def digits_of(text: str) -> str:
    """The digits of an identifier; a spreadsheet's ``.0`` does not count."""
    whole = _WHOLE_FLOAT.fullmatch(text)
    return re.sub(r"\D", "", whole[1] if whole else text)


def zip_text(values: RowValues, source: Source) -> str:
    """A ZIP as text; five digits again where a spreadsheet cut leading zeros; other codes as they are."""
    text = values.value(source)
    digits = digits_of(text)
    if not digits or any(c.isalpha() for c in text):
        return text
    if len(digits) in {3, 4} and len(source) == 1:
        values.note(source, "leading zeros of the ZIP restored")
        return digits.zfill(5)
    if len(digits) in {8, 9}:
        if len(digits) == 8:
            values.note(source, "leading zero of the ZIP restored")
        return f"{digits.zfill(9)[:5]}-{digits.zfill(9)[5:]}"
    return digits if len(digits) == 5 else text


def ssn_texts(values: RowValues, source: Source) -> tuple[str, str]:
    """(nine digits, last four), either "" where the file has it not; short numbers get their zeros back.

    Whether nine digits can have been issued is judged by the caller.
    """
    text = values.value(source)
    digits = digits_of(text)
    if not digits.strip("0"):
        return "", ""
    masked = any(c in "xX*#" for c in text)
    if len(digits) in {7, 8, 9} and not masked:
        if len(digits) < 9:
            values.note(source, "leading zeros of the SSN restored")
        return digits.zfill(9), digits.zfill(9)[-4:]
    if len(digits) == 4 or (masked and len(digits) > 4):
        return "", digits[-4:]
    if len(digits) < 4 and not masked:
        values.note(source, "leading zeros of the SSN's last four restored")
        return "", digits.zfill(4)
    values.leave_unread(source, text, "neither an SSN nor its last four digits")
    return "", ""
