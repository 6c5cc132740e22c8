"""How each date column of a file is written, decided once for the file."""

from typing import get_args

import polars as pl

from workbench.normalize.date_rules import DateOrder, DateStyle
from workbench.normalize.dates import column_style
from workbench.records.conditions import value
from workbench.records.mapping import Mapping, Source

DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
Styles = dict[Source, DateStyle]


def date_styles(frame: pl.DataFrame, mapping: Mapping) -> Styles:
    """The style of every date source: the mapping's word, else what the trimmed rows of ``frame`` show."""
    sources = {s for s in (mapping.as_of, *(p.birth_date for p in mapping.people)) if s}
    for order in DATE_ORDERS:
        if mapping.dates == order:
            return dict.fromkeys(sources, DateStyle(order if order != "ymd" else "mdy", order))
    styles: Styles = {}
    for source in sources:
        column = value(source)
        if column is not None:
            styles[source] = column_style(frame.select(column.alias("date")).to_series())
    return styles
