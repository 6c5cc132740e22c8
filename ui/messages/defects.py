"""Turns an exception nobody expected into one that a person may read, without its own text."""

import traceback
from pathlib import Path

from workbench.base.errors import WorkbenchError


class DefectError(WorkbenchError):
    """A defect of the program: says where, never with which values."""

    code = "defect"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"The program made a mistake ({where}).", hint="Nothing that was saved is lost; try again."
        )


def as_workbench_error(error: BaseException) -> WorkbenchError:
    """``error`` itself when it was expected, else a DefectError naming its type and place."""
    if isinstance(error, WorkbenchError):
        return error
    return DefectError(place_of(error))


def place_of(error: BaseException) -> str:
    """``KeyError in case_view.py:41``: type and innermost place, no message and no values."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f" in {Path(last.filename).name}:{last.lineno}" if last else ""
    return f"{type(error).__name__}{where}"
