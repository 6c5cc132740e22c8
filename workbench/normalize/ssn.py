"""Social security numbers: nine digits or the last four, never a number that cannot have been issued.

Invalid by the Social Security Administration's rules: area 000, 666 or 900 and over, group 00, serial 0000,
and the numbers of old advertisements (078-05-1120, 219-09-9999).
"""

import re

import polars as pl

_NINE = r"^[0-9]{9}$"
_INVALID = (
    r"^(?:000|666|9[0-9][0-9])|^[0-9]{3}00|0000$"
    r"|^(?:1{9}|2{9}|3{9}|4{9}|5{9}|7{9}|8{9}|123456789|012345678|987654321|078051120|219099999)$"
)


def _digits(expr: pl.Expr) -> pl.Expr:
    """The digits of a value; a float's ``.0`` does not count as one."""
    return expr.cast(pl.String).str.replace(r"\.0+$", "").str.replace_all(r"[^0-9]+", "")


def ssn(expr: pl.Expr) -> pl.Expr:
    """Nine digits, null for anything else; eight (a lost leading zero) are filled up."""
    digits = _digits(expr)
    nine = pl.when(digits.str.len_bytes() == 8).then(digits.str.zfill(9)).otherwise(digits)
    return pl.when(nine.str.contains(_NINE) & ~nine.str.contains(_INVALID)).then(nine)


def ssn4(expr: pl.Expr) -> pl.Expr:
    """The last four digits of a full or masked (``XXX-XX-1234``) number or a last-four column."""
    digits = _digits(expr)
    full = ssn(expr)
    masked = expr.cast(pl.String).str.contains(r"^[xX*#\s-]*[0-9]{4}$") & (digits.str.len_bytes() == 4)
    short = pl.when(masked & (digits != "0000")).then(digits)
    return pl.coalesce(full.str.slice(-4), short)


def parse_ssn(text: str) -> str | None:
    """``ssn`` of one value."""
    digits = re.sub(r"[^0-9]+", "", re.sub(r"\.0+$", "", text))
    nine = digits.zfill(9) if len(digits) == 8 else digits
    return nine if re.match(_NINE, nine) and not re.search(_INVALID, nine) else None
