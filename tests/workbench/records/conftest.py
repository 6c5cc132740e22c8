"""Read a small file that a test states, the way an import does: sniffed, recognised, read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from workbench.records.limits import Limits
from workbench.records.mapping import Mapping
from workbench.records.reading import read_people
from workbench.records.recognition import ProfileMatch, recognise
from workbench.records.shape import FileShape
from workbench.records.sniffing import sniff

TODAY = date(2026, 9, 15)


@dataclass
class Loaded:
    """``people`` without absent values and without the raw texts; ``problems`` as (row, reason)."""

    shape: FileShape
    match: ProfileMatch
    people: list[dict[str, object]] = field(default_factory=list)
    read: int = 0
    accepted: int = 0
    duplicates: int = 0
    problems: list[tuple[int, str]] = field(default_factory=list)
    raws: list[str] = field(default_factory=list)

    def reconciles(self) -> bool:
        return self.read == self.accepted + len(self.problems) + self.duplicates


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Loaded]:
    def read(
        data: bytes | str,
        name: str = "records.txt",
        *,
        encoding: str = "utf-8",
        mapping: Mapping | None = None,
        limits: Limits | None = None,
        chunk_rows: int = 100_000,
    ) -> Loaded:
        path = tmp_path / name
        path.write_bytes(data.encode(encoding) if isinstance(data, str) else data)
        shape = sniff(path, limits=limits)
        match = recognise(shape)
        result = Loaded(shape, match)
        chunks = read_people(
            path, shape, mapping or match.mapping, limits=limits, chunk_rows=chunk_rows, today=TODAY
        )
        for chunk in chunks:
            result.people += [_plain(row) for row in chunk.people.to_dicts()]
            result.read += chunk.read
            result.accepted += chunk.accepted
            result.duplicates += chunk.duplicates
            result.problems += [(r.problem.row_number, r.problem.reason) for r in chunk.rejected]
            result.raws += [r.raw for r in chunk.rejected]
        return result

    return read


def _plain(row: dict[str, object]) -> dict[str, object]:
    hidden = {"name_raw", "address_raw", "mailing_raw", "birth_year_slack", "row_number"}
    return {k: v for k, v in row.items() if k not in hidden and v is not None and v != [] and v is not False}
