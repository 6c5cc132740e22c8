"""Reads hostile files one after another as the reading child does, and prints a JSON line of each.

    python hostile_program.py FOLDER     a line per file of FOLDER; ABORT kills the process, as a parser might

It is the child's own work on a record file under the child's own limits; only that one process does many files.
"""

import json
import os
import sys
from pathlib import Path

from workbench.services.reader import child
from workbench.services.reader.limits import ChildLimits, apply_limits
from workbench.services.reader.protocol import Failed, Finished, RecordsJob, RejectedRows, Source


class Heard:
    """What one job says."""

    def __init__(self):
        self.rejected = []
        self.end = None

    def send(self, message):
        if isinstance(message, RejectedRows):
            self.rejected += message.problems
        elif isinstance(message, Failed | Finished):
            self.end = message

    def report(self, done, total, stage):
        pass

    def cancelled(self):
        return False


def one(path: Path) -> dict[str, object]:
    if path.name == "ABORT":
        os.abort()
    heard = Heard()
    child.do_reporting(RecordsJob(Source(str(path)), "", "auto", "debt_collection"), heard)
    end = heard.end
    if isinstance(end, Failed):
        return {"name": path.name, "kind": end.kind, "message": end.message, "hint": end.hint}
    return {
        "name": path.name, "read": end.read, "rejected": end.rejected, "duplicates": end.duplicates, "people": end.people,
        "listed": len(heard.rejected), "reasons": sorted({p.reason for p in heard.rejected})[:3],
    }  # fmt: skip


if __name__ == "__main__":
    apply_limits(ChildLimits(), writes_file=False)
    for file in sorted(Path(sys.argv[1]).iterdir()):
        print(json.dumps(one(file)), flush=True)
