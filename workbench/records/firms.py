"""Whether a whole name is a firm's."""

import polars as pl

_WORDS = (
    r"(?i)\b(?:LLC|L\.L\.C|INC|INCORPORATED|CORP|CORPORATION|COMPANY|LTD|LP|LLP|TRUST|BANK|ESTATES|CHURCH|CITY OF|COUNTY|"
    r"STATE OF|ASSOCIATION|ASSN|PARTNERS|PARTNERSHIP|HOLDINGS|PROPERTIES|FOUNDATION|UNIVERSITY|SCHOOL)\b"
)


def is_firm(expr: pl.Expr) -> pl.Expr:
    """Whether each value names a firm; null is no firm."""
    return expr.str.contains(_WORDS).fill_null(value=False)
