"""Names the files under construction or destruction, so that a crash leaves nothing undecided.

``cases/building`` (and ``library/building``) lists ids, which are random.  A listed file counts if and only
if vault.db keeps its key; what does not count is removed, then the list, at the next opening at the latest.
"""

import os
from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path

from workbench.base.ids import is_id
from workbench.vault.files import fsync_dir, held_elsewhere, make_private_folder, sync_file, write_atomic
from workbench.vault.session import journal_of

LIST_NAME = "building"
_BINARY = getattr(os, "O_BINARY", 0)


class Construction:
    """The list of one folder; ``path_of`` tells where the file of an id lies."""

    def __init__(self, folder: Path, path_of: Callable[[str], Path]) -> None:
        self._list = folder / LIST_NAME
        self._path_of = path_of

    def begin(self, account_ids: Iterable[str]) -> None:
        """Record, durably, that these files may come to nothing, as those on the list by now may."""
        make_private_folder(self._list.parent)
        self._write(dict.fromkeys((*account_ids, *self._pending())))

    def _write(self, account_ids: Iterable[str]) -> None:
        write_atomic(self._list, "\n".join(account_ids).encode("ascii"))

    def settle(self, counting: Callable[[list[str]], Container[str]]) -> None:
        """Remove every listed file that does not count, then the list.

        ``counting`` gives those of some ids whose files count.  A file that somebody reads just now, which
        Windows does not remove, stays on the list: nothing opens it any more, and it goes the next time.
        """
        pending = self._pending()
        kept = counting(pending) if pending else ()
        read = [i for i in pending if i not in kept and not _removed(self._path_of(i))]
        if read:
            self._write(read)
        else:
            self._list.unlink(missing_ok=True)

    def _pending(self) -> list[str]:
        """Ids on the list, which a crash left behind; usually none."""
        try:
            words = self._list.read_text(encoding="ascii", errors="replace").split()
        except FileNotFoundError:
            return []
        return [word for word in words if is_id(word)]


def _removed(path: Path) -> bool:
    """Remove a file and its journal; False where somebody has it open and the system minds."""
    try:
        journal_of(path).unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    except PermissionError as error:
        if not held_elsewhere(error):
            raise
        return False
    return True


def sync_all(paths: Sequence[Path]) -> None:
    """Bring files that were just written, their names and those of their folders to the disk."""
    for path in paths:
        descriptor = os.open(path, os.O_RDWR | _BINARY)
        try:
            sync_file(descriptor)
        finally:
            os.close(descriptor)
    folders = {path.parent for path in paths}
    for folder in sorted(folders | {folder.parent for folder in folders}):
        fsync_dir(folder)
