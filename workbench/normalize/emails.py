"""E-mail addresses: lower-case and plausible, or nothing."""

import re

import polars as pl

from workbench.normalize.distinct import listed

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ADDRESS = rf"^[a-z0-9._%+'&/=!#$*?^{{|}}~-]+@{_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,24}}$"
_AROUND = " \t\r\n<>\"',;"
_PLACEHOLDER = (
    r"^(?:none|no|noemail|noreply|no-reply|na|n/a|unknown|test|email|null|refused|declined|nomail)@"
    r"|@(?:none|noemail|nomail|na|test|unknown|email)\.[a-z]+$"
)


def email(expr: pl.Expr) -> pl.Expr:
    """The address in lower case without blanks or ``mailto:``; null for what is none or is a filler."""
    text = expr.cast(pl.String).str.to_lowercase().str.strip_chars(_AROUND).str.strip_prefix("mailto:")
    good = text.str.contains(_ADDRESS) & ~text.str.contains(_PLACEHOLDER)
    return pl.when(good).then(text)


def email_list(*columns: pl.Expr) -> pl.Expr:
    """The distinct addresses of several raw columns as a list in their order; an empty list for none."""
    return listed([email(column) for column in columns])


def parse_email(text: str) -> str | None:
    """``email`` of one value."""
    bare = text.lower().strip(_AROUND).removeprefix("mailto:")
    return bare if re.match(_ADDRESS, bare) and not re.search(_PLACEHOLDER, bare) else None
