"""The child's look at a file for a person: its shape, its mapping, some rows, and what each column holds."""

from collections.abc import Callable
from pathlib import Path

import polars as pl

from workbench.records.errors import MappingError
from workbench.records.headers import canonical
from workbench.records.library import default_library
from workbench.records.limits import Limits
from workbench.records.mapping import Mapping
from workbench.records.mapping_text import mapping_from_toml, mapping_to_toml
from workbench.records.own_profile import Own
from workbench.records.placement_columns import validate_placement
from workbench.records.placement_guess import placement_mapping
from workbench.records.placement_text import placement_from_toml, placement_to_toml
from workbench.records.raw_chunk import ROW
from workbench.records.raw_rows import raw_chunks, table_columns
from workbench.records.recognition import GENERIC, ProfileMatch, mapping_for
from workbench.records.shape import FileShape
from workbench.services.reader.choosing import Chosen, SavedLayout, choose, legal_words, seen
from workbench.services.reader.protocol import ColumnLook, FromChild, Previewed, PreviewJob

HEAD, SAMPLED = 200, 200
MAX_CELL = 200
"""Characters of a cell that a preview shows."""
EXAMPLES = 3
LINES, MAX_LINE = 20, 1_500
"""Lines of a text shown as they stand, and characters of each: enough for the ruler over fixed widths."""


def preview_file(job: PreviewJob, send: Callable[[FromChild], None]) -> None:
    """Send one Previewed.  Rows are the first HEAD, and SAMPLED more spread over the first block read."""
    looked = seen(job.source)
    placed = choose(job.source, "accounts", job.saved_placements, looked=looked)
    placement, known = _placement(job, placed)
    chosen = choose(job.source, "records", job.saved_records, job.profile, looked=looked)
    kind = job.kind or _kind(placed, placement, chosen, known=known)
    if kind == "accounts":
        chosen = placed
    shape = chosen.shape
    records, basis = _records_mapping(job, chosen) if kind == "records" else (Mapping(), "headings")
    frame = _rows(Path(job.source.path), shape, records)
    columns = tuple(shape.columns) if kind == "accounts" else _shown_columns(shape, records)
    saved = chosen.saved
    own = saved.own if saved is not None else Own()
    send(
        Previewed(
            summary={**shape.to_dict(), **chosen.match.to_dict()},
            kind=kind,
            title=_title(chosen.match),
            columns=list(columns),
            row_numbers=frame[ROW].to_list(),
            rows=[[_cell(value) for value in row] for row in frame.drop(ROW).iter_rows()],
            looks=[_look(frame[name]) for name in frame.columns if name != ROW],
            records_mapping=mapping_to_toml(records),
            placement_mapping=placement or "",
            basis=_saved_basis(saved) or basis,
            fingerprint=chosen.fingerprint,
            own=own.name,
            purpose=own.purpose,
            notes=_notes(chosen, kind),
            lines=tuple(line[:MAX_LINE] for line in shape.sample_lines[:LINES]),
            read_as=job.source.read_as or own.read_as,
        )
    )


def _kind(placed: Chosen, placement: str | None, chosen: Chosen, *, known: bool) -> str:
    """Accounts where the headings make some, unless the file is a known or saved layout of records."""
    if placed.saved is not None and placed.saved.exact:
        return "accounts"
    if chosen.saved is not None or chosen.match.profile_id != GENERIC:
        return "records"
    return "accounts" if placement and known else "records"


def _saved_basis(saved: SavedLayout | None) -> str:
    if saved is None:
        return ""
    return "saved" if saved.exact else "similar"


def _notes(chosen: Chosen, kind: str) -> tuple[str, ...]:
    """What was read otherwise than saved, and what the law says of the layout."""
    law = legal_words(chosen.match.profile_id) if kind == "records" else ""
    return (*(chosen.saved.notes if chosen.saved is not None else ()), *((law,) if law else ()))


def _records_mapping(job: PreviewJob, chosen: Chosen) -> tuple[Mapping, str]:
    """The mapping for records, and what it rests on: profile, saved or headings."""
    match = chosen.match
    if chosen.saved is not None:
        return mapping_from_toml(chosen.saved.toml), "saved"
    if job.source.read_as.breaks:  # the person's own fields are not the layout's
        return Mapping(), "headings"
    if job.profile not in {"", "auto"}:
        shelf = default_library()
        return mapping_for(shelf.profile(job.profile), chosen.shape, shelf), "profile"
    return match.mapping, "headings" if match.profile_id == GENERIC else "profile"


def _placement(job: PreviewJob, placed: Chosen) -> tuple[str | None, bool]:
    """The placement mapping as TOML, and whether it makes accounts."""
    shape = placed.shape
    if not shape.header:
        return None, False
    if placed.saved is not None:
        return placement_to_toml(placement_from_toml(placed.saved.toml)), True
    mapping = placement_mapping(shape.columns, shape.sample)
    try:
        validate_placement(mapping, shape.columns)
    except MappingError:
        return (placement_to_toml(mapping) if job.kind == "accounts" else None), False
    return placement_to_toml(mapping), True


def _title(match: ProfileMatch) -> str:
    return "" if match.profile_id == GENERIC else default_library().profile(match.profile_id).title


def _shown_columns(shape: FileShape, mapping: Mapping) -> tuple[str, ...]:
    if mapping.fields:
        return tuple(field.name for field in mapping.fields)
    if not shape.header and mapping.layout:
        return mapping.layout
    return shape.columns


def _rows(path: Path, shape: FileShape, mapping: Mapping) -> pl.DataFrame:
    columns = table_columns(shape, mapping)
    everything = Mapping(record_id=columns, layout=mapping.layout, fields=mapping.fields)
    for chunk in raw_chunks(path, shape, everything, Limits()):
        frame = chunk.frame.select(ROW, *(canonical(c) for c in columns))
        rest = frame.slice(HEAD)
        step = max(1, rest.height // SAMPLED)
        return pl.concat([frame.head(HEAD), rest.gather_every(step).head(SAMPLED)])
    return pl.DataFrame({ROW: [], **{canonical(c): [] for c in columns}})


def _cell(value: str | None) -> str:
    return (value or "")[:MAX_CELL]


def _look(column: pl.Series) -> ColumnLook:
    said = column.fill_null("").str.strip_chars()
    filled = said.filter(said != "")
    return ColumnLook(
        filled=filled.len(),
        distinct=filled.n_unique() if filled.len() else 0,
        examples=[_cell(v) for v in filled.unique(maintain_order=True).head(EXAMPLES).to_list()],
        leading_zeros=filled.filter(filled.str.contains(r"^0\d+$")).len(),
        longest=max(map(len, filled.to_list()), default=0),
    )
