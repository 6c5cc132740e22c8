"""The child's look at a file for a person: its shape, its mapping, some rows, and what each column holds."""

from collections.abc import Callable
from pathlib import Path

import polars as pl

from workbench.records.errors import MappingError
from workbench.records.headers import canonical, mapping_fingerprint
from workbench.records.library import default_library
from workbench.records.limits import Limits
from workbench.records.mapping import Mapping
from workbench.records.mapping_text import mapping_from_toml, mapping_to_toml
from workbench.records.placement_columns import validate_placement
from workbench.records.placement_guess import placement_mapping
from workbench.records.placement_text import placement_from_toml, placement_to_toml
from workbench.records.raw_chunk import ROW
from workbench.records.raw_rows import raw_chunks, table_columns
from workbench.records.recognition import GENERIC, ProfileMatch, mapping_for, recognise
from workbench.records.shape import FileShape
from workbench.records.sniffing import sniff
from workbench.services.reader.protocol import ColumnLook, FromChild, Previewed, PreviewJob

HEAD, SAMPLED = 200, 200
MAX_CELL = 200
"""Characters of a cell that a preview shows."""
EXAMPLES = 3


def preview_file(job: PreviewJob, send: Callable[[FromChild], None]) -> None:
    """Send one Previewed.  Rows are the first HEAD, and SAMPLED more spread over the first block read."""
    path = Path(job.source.path)
    shape = sniff(path, member=job.source.member, sheet=job.source.sheet)
    match = recognise(shape)
    fingerprint = mapping_fingerprint(shape.columns) if shape.header else ""
    records, basis = _records_mapping(job, shape, match, fingerprint)
    placement = _placement(job, shape, fingerprint)
    kind = job.kind or ("accounts" if placement and match.profile_id == GENERIC else "records")
    frame = _rows(path, shape, records if kind == "records" else Mapping())
    columns = tuple(shape.columns) if kind == "accounts" else _shown_columns(shape, records)
    send(
        Previewed(
            summary={**shape.to_dict(), **match.to_dict()},
            kind=kind,
            title=_title(match),
            columns=list(columns),
            row_numbers=frame[ROW].to_list(),
            rows=[[_cell(value) for value in row] for row in frame.drop(ROW).iter_rows()],
            looks=[_look(frame[name]) for name in frame.columns if name != ROW],
            records_mapping=mapping_to_toml(records),
            placement_mapping=placement or "",
            basis="saved" if fingerprint in job.saved_placements and kind == "accounts" else basis,
            fingerprint=fingerprint,
        )
    )


def _records_mapping(
    job: PreviewJob, shape: FileShape, match: ProfileMatch, fingerprint: str
) -> tuple[Mapping, str]:
    """The mapping for records, and what it rests on: profile, saved or headings."""
    if job.profile not in {"", "auto"}:
        shelf = default_library()
        return mapping_for(shelf.profile(job.profile), shape, shelf), "profile"
    if match.profile_id == GENERIC and fingerprint in job.saved_records:
        return mapping_from_toml(job.saved_records[fingerprint]), "saved"
    return match.mapping, "headings" if match.profile_id == GENERIC else "profile"


def _placement(job: PreviewJob, shape: FileShape, fingerprint: str) -> str | None:
    if not shape.header:
        return None
    if fingerprint in job.saved_placements:
        return placement_to_toml(placement_from_toml(job.saved_placements[fingerprint]))
    mapping = placement_mapping(shape.columns, shape.sample)
    if job.kind == "accounts":
        return placement_to_toml(mapping)
    try:
        validate_placement(mapping, shape.columns)
    except MappingError:
        return None
    return placement_to_toml(mapping)


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
