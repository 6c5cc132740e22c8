"""The child's reading of a placement file: every row an account or a reason."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from workbench.base.clock import SystemClock
from workbench.base.errors import UserError
from workbench.base.progress import Progress
from workbench.model.importing import RowProblem
from workbench.records import mapping as record_mapping
from workbench.records.headers import canonical
from workbench.records.limits import Limits
from workbench.records.own_profile import own_of
from workbench.records.placement import PlacementRow, RepeatedRow, read_placements
from workbench.records.placement_columns import PlacementMapping, validate_placement
from workbench.records.placement_guess import placement_mapping
from workbench.records.placement_text import placement_from_toml, placement_to_toml
from workbench.records.raw_chunk import ROW, RawChunk
from workbench.records.raw_rows import raw_chunks
from workbench.records.row_problems import RejectedRow
from workbench.records.shape import FileShape
from workbench.services.reader.choosing import Chosen, choose
from workbench.services.reader.protocol import Finished, FromChild, PlacementsJob, PlacementsRead

BATCH = 500
Send = Callable[[FromChild], None]


def read_placement_file(job: PlacementsJob, send: Send, progress: Progress) -> None:
    """Send the file's accounts and problems in file order, then Finished."""
    path = Path(job.source.path)
    chosen = choose(job.source, "accounts", job.saved_mappings)
    shape = chosen.shape
    if not shape.header:
        raise UserError(
            "The placement file has no header row.", hint="Its first row must name the columns; add one."
        )
    mapping = _mapping(job, chosen)
    validate_placement(mapping, shape.columns)
    tally = _Tally(send)
    rows = _Rows(path, shape, progress)
    answers = read_placements(
        rows,
        mapping,
        default_client=job.default_client,
        import_id=job.import_id,
        file_digest=job.file_digest,
        clock=SystemClock(),
    )
    for answer in answers:
        tally.take(answer, rows.raw)
    tally.reject(rows.rejected)
    tally.flush()
    send(
        Finished(
            read=rows.read,
            rejected=tally.rejected,
            duplicates=tally.duplicates,
            profile="placement",
            words=shape.in_words(),
            mapping_toml=chosen.kept(
                placement_to_toml(mapping), job.source, own_of(job.mapping_toml) if job.mapping_toml else None
            ),
            fingerprint=chosen.fingerprint,
            notes=(*_notes(job, chosen), *tally.notes()),
        )
    )


def _mapping(job: PlacementsJob, chosen: Chosen) -> PlacementMapping:
    if job.mapping_toml is not None:
        return placement_from_toml(job.mapping_toml)
    if chosen.saved is not None:
        return placement_from_toml(chosen.saved.toml)
    return placement_mapping(chosen.shape.columns, chosen.shape.sample)


def _notes(job: PlacementsJob, chosen: Chosen) -> tuple[str, ...]:
    """What was read otherwise than saved."""
    return chosen.saved.notes if chosen.saved is not None and job.mapping_toml is None else ()


class _Rows:
    """The rows of the file as numbered cells under the header's own names."""

    def __init__(self, path: Path, shape: FileShape, progress: Progress) -> None:
        self._path = path
        self._shape = shape
        self._progress = progress
        self._names = {canonical(c): c for c in shape.columns}
        self._recent: deque[RawChunk] = deque(maxlen=2)  # rows are judged up to a block after they are read
        self.read = 0
        self.rejected: list[RejectedRow] = []

    def __iter__(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        every_column = record_mapping.Mapping(record_id=self._shape.columns)
        for chunk in raw_chunks(self._path, self._shape, every_column, Limits()):
            self._recent.append(chunk)
            self.read += chunk.read
            self.rejected += chunk.rejected
            frame = chunk.frame.rename({k: v for k, v in self._names.items() if k in chunk.frame.columns})
            for cells in frame.iter_rows(named=True):
                number = cells.pop(ROW)
                yield number, {name: value or "" for name, value in cells.items()}
            self._progress.report(chunk.done, chunk.total, "reading")

    def raw(self, row_number: int) -> str:
        """The file's own text of a row read lately; empty when it is gone."""
        for chunk in self._recent:
            numbers = chunk.frame[ROW]
            place = int(numbers.search_sorted(row_number))
            if place < len(numbers) and numbers[place] == row_number:
                return chunk.raw(place)
        return ""


class _Tally:
    """Collects answers into messages of bounded size and counts them."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._rows: list[PlacementRow] = []
        self._problems: list[RowProblem] = []
        self._raw: list[str] = []
        self._notes: dict[str, int] = {}
        self.rejected = 0
        self.duplicates = 0

    def take(self, answer: PlacementRow | RowProblem, raw_of: Callable[[int], str]) -> None:
        """Count one answer and send a message when enough have come together."""
        if isinstance(answer, PlacementRow):
            self._rows.append(answer)
            for note in answer.notes:
                self._notes[note] = self._notes.get(note, 0) + 1
        elif isinstance(answer, RepeatedRow):
            self.duplicates += 1
            self._notes["repeats an account of the file"] = self.duplicates
        else:
            self._add_problem(answer, raw_of(answer.row_number))
        if len(self._rows) + len(self._problems) >= BATCH:
            self.flush()

    def reject(self, rows: list[RejectedRow]) -> None:
        """Count rows that never became cells."""
        for row in rows:
            self._add_problem(row.problem, row.raw)

    def _add_problem(self, problem: RowProblem, raw: str) -> None:
        self.rejected += 1
        self._problems.append(RowProblem(problem.row_number, problem.reason))
        self._raw.append(raw)

    def flush(self) -> None:
        """Send what has come together."""
        if self._rows or self._problems:
            self._send(PlacementsRead(self._rows, self._problems, self._raw))
        self._rows, self._problems, self._raw = [], [], []

    def notes(self) -> tuple[str, ...]:
        """What was put right or left out, with the number of rows."""
        return tuple(f"{count:,} rows: {note}" for note, count in sorted(self._notes.items()))
