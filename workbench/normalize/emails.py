"""E-mail addresses: lower-case and plausible, or nothing."""

import re

import polars as pl

from workbench.normalize.distinct import listed, patched

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_ATOM = r"[a-z0-9_%+'&/=!#$*?^{|}~-]+"
_ADDRESS = rf"^{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,24}}$"
_AROUND = " \t\r\n<>\"',;"
_NOBODY = (
    "none|no|no[._-]?e?mail[0-9]*|noreply|no-reply|donotreply|na|n/a|nil|null|unknown|test[0-9]*|email|blank"
    "|refused?|declined?|not?[._-]?(?:given|provided|available|applicable)|do(?:nt|esnt)[._-]?have|nobody|noone"
    "|anonymous|customer|fake|invalid|xx+|aaa+|abc|asdf"
)
_NOWHERE = "none|noe?mail|na|test|unknown|email|nowhere|fake|invalid|noone|nobody|xx+|aaa+|abc|asdf|123"
_PLACEHOLDER = rf"^(?:{_NOBODY})@|@(?:{_NOWHERE})\.[a-z]+$|^x@x\.|\.invalid$"
_BRACKETED = re.compile(r"<([^<>@]+@[^<>@]+)>")


def _mended(text: str) -> str:
    """One address out of ``Pat <pat@example.com>`` or of a list; slips of the keyboard mended."""
    within = _BRACKETED.search(text)
    local, _, domain = re.sub(r"\s*@+\s*", "@", within.group(1) if within else text).partition("@")
    local = local.removeprefix("mailto:")
    first = re.split(r"[;\s]|,\s|,(?=[^,@]*@)", domain.strip(_AROUND + "."), maxsplit=1)[0]
    return f"{local.strip(_AROUND)}@{re.sub(r'[.,]+', '.', first.strip(_AROUND + '.'))}"


def _judged(bare: str) -> str | None:
    """The address, None where it is none or a filler."""
    return bare if re.match(_ADDRESS, bare) and not re.search(_PLACEHOLDER, bare) else None


def parse_email(text: str) -> str | None:
    """``email`` of one value."""
    bare = text.lower().strip(_AROUND).removeprefix("mailto:")
    if re.match(_ADDRESS, bare) or "@" not in bare:
        return _judged(bare)
    return _judged(_mended(text.lower()))


def _emails(series: pl.Series) -> pl.Series:
    """``parse_email`` of every value; what is well written is read by native expressions."""
    bare = series.str.to_lowercase().str.strip_chars(_AROUND).str.strip_prefix("mailto:")
    good = bare.str.contains(_ADDRESS).fill_null(value=False)
    filler = bare.str.contains(_PLACEHOLDER).fill_null(value=False)
    usual = bare.to_frame("e").select_seq(pl.when(good & ~filler).then("e")).to_series()
    odd = ~good & bare.str.contains("@", literal=True).fill_null(value=False)
    return patched(usual.scatter(odd.arg_true(), series.filter(odd)), odd, parse_email)


def email(expr: pl.Expr) -> pl.Expr:
    """The address in lower case without blanks or ``mailto:``; null for what is none or is a filler.

    Of several in one value the first; a comma for a dot, a doubled ``@`` or blanks round it are mended.
    """
    return expr.cast(pl.String).map_batches(_emails, return_dtype=pl.String, is_elementwise=True)


def email_list(*columns: pl.Expr) -> pl.Expr:
    """The distinct addresses of several raw columns as a list in their order; an empty list for none."""
    return listed([email(column) for column in columns])
