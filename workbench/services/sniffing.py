"""What a file is, found out in the child process."""

from pathlib import Path

from workbench.base.progress import Progress
from workbench.services.files import require_file
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import Sniffed, SniffJob, Source


def sniff(path: Path, *, member: str | None, sheet: str | None, progress: Progress) -> dict[str, object]:
    """Container, encoding, delimiter or widths, header, profile with confidence, mapping: plain values.

    The answer holds no row of the file.  Raises UserError when the file cannot be read.
    """
    require_file(path)
    for message in run_job(SniffJob(Source(str(path.absolute()), member, sheet)), progress):
        if isinstance(message, Sniffed):
            return message.summary
    raise AssertionError("the child ended without an answer")
