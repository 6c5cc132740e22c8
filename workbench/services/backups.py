"""The backups of a vault, found without opening any of them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.vault.backup import PREFIX
from workbench.vault.backup_manifest import MANIFEST_NAME

_NAME = re.compile(re.escape(PREFIX) + r"(\d{8}T\d{6})")


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A finished backup: its folder and when it was taken, by its name."""

    folder: Path
    taken_at: datetime


def known_backups(destination: Path) -> tuple[KnownBackup, ...]:
    """The finished backups in ``destination``, newest first; none when it cannot be read."""
    found = []
    try:
        folders = list(destination.iterdir())
    except OSError:
        return ()
    for folder in folders:
        named = _NAME.match(folder.name)
        if named and (folder / MANIFEST_NAME).is_file():
            at = datetime.strptime(named.group(1), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(KnownBackup(folder, at))
    return tuple(sorted(found, key=lambda b: b.taken_at, reverse=True))
