"""The child's answer to "what is this file?"."""

from collections.abc import Callable
from pathlib import Path

from workbench.records.mapping_text import mapping_to_toml
from workbench.records.recognition import recognise
from workbench.records.sniffing import sniff
from workbench.services.reader.protocol import FromChild, Sniffed, SniffJob


def sniff_file(job: SniffJob, send: Callable[[FromChild], None]) -> None:
    """Send one Sniffed: the file's shape, the profile it fits, and the mapping that would be used."""
    shape = sniff(Path(job.source.path), member=job.source.member, sheet=job.source.sheet)
    match = recognise(shape)
    send(Sniffed({**shape.to_dict(), **match.to_dict(), "mapping": mapping_to_toml(match.mapping)}))
