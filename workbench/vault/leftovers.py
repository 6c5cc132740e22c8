"""What a crash leaves in a vault folder, brought in order at the next opening for writing.

A super-journal ``catalog.db-mj…`` names the journals of every file that took part in one transaction.  It
must not be removed while one of them is still to be rolled back: a case file whose super-journal is gone
would count as committed.  So the case files that it names are opened first, which rolls them back.
"""

from collections.abc import Callable
from pathlib import Path

from workbench.base.ids import is_id
from workbench.vault.session import CATALOG_FILE, has_journal

_MAX_SUPER_JOURNAL = 1 << 20


def clean_super_journals(folder: Path, roll_back: Callable[[str], bool]) -> None:
    """Remove left-over super-journals of ``folder`` once no case file depends on them.

    ``roll_back`` opens the case of an account id and tells whether that succeeded; a super-journal whose
    case cannot be opened stays, and that case is refused when it is asked for.
    """
    for journal in sorted(folder.glob(f"{CATALOG_FILE}-mj*")):
        content = journal.read_bytes()[:_MAX_SUPER_JOURNAL]
        waiting = [path for path in _case_files(content) if has_journal(folder / path)]
        if all(roll_back(path.stem) for path in waiting):
            journal.unlink(missing_ok=True)


def _case_files(content: bytes) -> list[Path]:
    """Case files, relative to the vault folder, whose journals a super-journal names."""
    found = []
    for name in content.split(b"\0"):
        path = Path(name.decode("utf-8", "replace"))
        account_id = path.name.removesuffix(".case-journal")
        if is_id(account_id):
            found.append(Path("cases") / account_id[:2] / f"{account_id}.case")
    return found
