"""Money as whole cents with its currency; no float ever holds an amount."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_AMOUNT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?", re.ASCII)
_MAX_CENTS = 10**14


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """``cents`` hundredths of a unit of ``currency`` (ISO 4217, three capitals)."""

    cents: int
    currency: str = "USD"

    def __post_init__(self) -> None:
        if not isinstance(self.cents, int):
            raise TypeError("cents must be an int")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + self._same(other).cents, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.cents - self._same(other).cents, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.cents, self.currency)

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"cannot combine {self.currency} with {other.currency}")
        return other

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        units, cents = divmod(abs(self.cents), 100)
        return f"{sign}{units:,}.{cents:02d} {self.currency}"


def parse_cents(text: str) -> int:
    """Cents from an amount as files write it: ``1,234.50``, ``$12``, ``(45.00)``, ``45.00-``, ``45 CR``.

    Raises ValueError when ``text`` is not an amount, has parts of a cent, or is beyond a trillion.
    """
    body = text.strip().removeprefix("USD").removesuffix("USD").strip()
    negative = False
    if body.startswith("(") and body.endswith(")"):
        negative, body = True, body[1:-1].strip()
    if body.upper().endswith("CR"):
        negative, body = not negative, body[:-2].strip()
    for sign in ("-", "\N{MINUS SIGN}"):
        if body.startswith(sign) or body.endswith(sign):
            negative, body = not negative, body.strip(sign).strip()
    body = body.removeprefix("$").strip()
    if body.startswith("-"):
        negative, body = not negative, body[1:].strip()
    if not any(c.isdigit() for c in body) or not _AMOUNT.fullmatch(body):
        raise ValueError("not an amount of money")
    try:
        cents = Decimal(body.replace(",", "")) * 100
    except InvalidOperation:
        raise ValueError("not an amount of money") from None
    if cents != cents.to_integral_value():
        raise ValueError("an amount with parts of a cent")
    if cents > _MAX_CENTS:
        raise ValueError("an amount beyond a trillion")
    return -int(cents) if negative else int(cents)
