"""A library file of an earlier version written anew, so that a crash leaves the old file or the new.

The new file is built beside the old one, under the same key, as ``<import id>.records.new``.  When it is
finished, one transaction records its size and digest, and only then it is renamed over the old one.  So the
next opening can tell what a crash left: a new file that vault.db records is put in its place, any other goes.
"""

from collections.abc import Callable, Container
from pathlib import Path

from workbench.base.ids import is_id
from workbench.base.progress import Progress, check_cancelled
from workbench.vault.files import FileState, file_state, fsync_dir, replace
from workbench.vault.library_file import LibraryFile, LibraryWriter
from workbench.vault.library_writer import FINISHED

_ENDING = ".new"
_COUNTED = frozenset({FINISHED, "people", "rejects"})
"""What the writer notes itself."""


def renewed_path(path: Path) -> Path:
    """Where the new form of a library file is built."""
    return path.with_name(path.name + _ENDING)


def write_renewed(old: LibraryFile, path: Path, key: bytes, progress: Progress) -> None:
    """Write all that ``old`` holds to a file of the present version beside ``path``; what was there goes.

    Memory is bounded whatever the file's size.  CancelledError, and any other, leaves nothing.
    """
    new = renewed_path(path)
    new.unlink(missing_ok=True)
    counts = old.counts()
    with LibraryWriter(new, key) as writer:
        for frame in old.frames():
            check_cancelled(progress)
            progress.report(writer.write(frame), counts.people, "writing")
        writer.write_rejects(old.rejects())
        writer.write_meta({k: v for k, v in old.meta().items() if k not in _COUNTED})
        check_cancelled(progress)
        writer.finish()


def put_in_place(path: Path) -> None:
    """Rename the new form of a library file over the old one, durably."""
    replace(renewed_path(path), path)
    fsync_dir(path.parent)


def settle_renewals(
    folder: Path, kept: Container[str], recorded: Callable[[str], FileState], digest_key: bytes
) -> None:
    """Decide about every new form that a crash left in ``folder``: put it in its place, or remove it.

    ``kept`` are the imports whose library file is kept, ``recorded`` what vault.db says their file is.
    """
    for new in sorted(folder.glob(f"*{_ENDING}")):
        path = new.with_name(new.name.removesuffix(_ENDING))
        import_id = path.name.split(".", 1)[0]
        if not is_id(import_id):
            continue
        if import_id in kept and file_state(new, digest_key) == recorded(import_id):
            put_in_place(path)
        else:
            new.unlink(missing_ok=True)
