"""The child's answer to "what is this file?"."""

from collections.abc import Callable
from pathlib import Path

from workbench.records.errors import MappingError
from workbench.records.looking import look
from workbench.records.mapping_text import mapping_to_toml
from workbench.records.placement_columns import validate_placement
from workbench.records.placement_guess import placement_mapping
from workbench.records.placement_text import placement_to_toml
from workbench.records.recognition import GENERIC
from workbench.records.shape import FileShape
from workbench.services.reader.protocol import FromChild, Sniffed, SniffJob


def sniff_file(job: SniffJob, send: Callable[[FromChild], None]) -> None:
    """Send one Sniffed: the file's shape, the profile it fits, and the mapping that would be used.

    ``kind`` is ``accounts`` for a file of no known layout whose headings make a placement; then
    ``placement_mapping`` is there too.
    """
    source = job.source
    shape, match = look(Path(source.path), member=source.member, sheet=source.sheet, read_as=source.read_as)
    placement = _placement(shape) if match.profile_id == GENERIC else None
    summary = {**shape.to_dict(), **match.to_dict(), "mapping": mapping_to_toml(match.mapping)}
    summary["kind"] = "accounts" if placement else "records"
    if placement:
        summary["placement_mapping"] = placement
    send(Sniffed(summary))


def _placement(shape: FileShape) -> str | None:
    """The guessed placement mapping as TOML; None when the headings cannot make accounts."""
    if not shape.header:
        return None
    mapping = placement_mapping(shape.columns, shape.sample)
    try:
        validate_placement(mapping, shape.columns)
    except MappingError:
        return None
    return placement_to_toml(mapping)
