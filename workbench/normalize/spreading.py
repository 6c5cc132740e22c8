"""Rules that make several columns of several, as expressions that are evaluated once."""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

Column = str | pl.Expr | None
"""A column by its name, an expression, or nothing."""


def as_text(column: Column) -> pl.Expr:
    """The column as text; nothing is null text."""
    if column is None:
        return pl.lit(None, dtype=pl.String)
    return (pl.col(column) if isinstance(column, str) else column).cast(pl.String)


def cast_as(made: pl.DataFrame, schema: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """The columns of ``schema`` in its order, of its types."""
    if list(made.schema.items()) == list(schema.items()):
        return made
    return made.select_seq(pl.col(name).cast(kind) for name, kind in schema.items())


def spread(
    rule: Callable[[pl.DataFrame], pl.DataFrame],
    columns: Mapping[str, Column],
    schema: Mapping[str, pl.DataType],
) -> list[pl.Expr]:
    """Expressions of the columns of ``schema`` that ``rule`` makes of a frame of the text ``columns``.

    The given expressions are evaluated inside the rule, from the columns they name: polars recognises
    repeated work only in expressions without null literals, and would otherwise run the rule once a field.
    Expressions may not be wildcards.
    """
    inputs = {name: as_text(column) for name, column in columns.items()}
    roots = sorted({root for expr in inputs.values() for root in expr.meta.root_names()})
    if not roots:
        return [pl.lit(None, dtype=kind).alias(name) for name, kind in schema.items()]
    dtype = pl.Struct(dict(schema))

    def evaluated(series: Sequence[pl.Series]) -> pl.Series:
        made = rule(pl.DataFrame(series).select_seq(**inputs))
        return cast_as(made, schema).to_struct(next(iter(schema)))

    sources = [pl.col(root) for root in roots]
    return [pl.map_batches(sources, evaluated, return_dtype=dtype, is_elementwise=True).struct.unnest()]
