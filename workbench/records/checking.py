"""The dry run: what an import would find, without keeping anything."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.base.progress import Progress
from workbench.model.importing import ImportCounts, RowProblem
from workbench.records.limits import Limits
from workbench.records.mapping import Mapping
from workbench.records.reading import read_people
from workbench.records.shape import FileShape


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Counts of rows, people by role, and the first problems; no value of the file."""

    counts: ImportCounts
    people: dict[str, int]
    problems: tuple[RowProblem, ...]

    def to_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "read": self.counts.read,
            "accepted": self.counts.accepted,
            "rejected": self.counts.rejected,
            "duplicate": self.counts.duplicate,
            "people": self.people,
            "problems": [{"row": p.row_number, "reason": p.reason} for p in self.problems],
        }


def check(
    path: Path,
    shape: FileShape,
    mapping: Mapping,
    *,
    limits: Limits | None = None,
    progress: Progress | None = None,
    most_problems: int = 20,
    today: date | None = None,
) -> CheckReport:
    """Read ``path`` to its end and count; raises what :func:`read_people` raises."""
    read = accepted = rejected = duplicate = 0
    people: dict[str, int] = {}
    problems: list[RowProblem] = []
    for chunk in read_people(path, shape, mapping, limits=limits, progress=progress, today=today):
        read += chunk.read
        accepted += chunk.accepted
        rejected += len(chunk.rejected)
        duplicate += chunk.duplicates
        room = most_problems - len(problems)
        problems += [r.problem for r in chunk.rejected[: max(0, room)]]
        for role, count in chunk.people["role"].value_counts().iter_rows():
            people[role] = people.get(role, 0) + count
    counts = ImportCounts(read=read, accepted=accepted, rejected=rejected, duplicate=duplicate)
    return CheckReport(counts, people, tuple(problems))
