"""What this computer remembers outside any vault: looks, and the folders of vaults.  Nothing personal."""

import contextlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import platformdirs

MAX_RECENT = 8
ENVIRONMENT = "WORKBENCH_CONFIG"
"""A folder that takes the place of the user's own configuration folder: for tests and portable use."""


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """Looks (scheme, text size in percent, density, language, window size) and where vaults and backups are.

    ``block_capture`` keeps the windows of the program out of screen captures, where the system can.
    ``recent`` are folders of vaults, last used first; ``backups`` where each vault was last backed up to.
    """

    scheme: str = "system"
    text_percent: int = 100
    density: str = "normal"
    language: str = "system"
    window: tuple[int, int] = (1280, 800)
    maximised: bool = False
    remember_recent: bool = True
    block_capture: bool = False
    recent: tuple[str, ...] = ()
    backups: dict[str, str] = field(default_factory=dict)


def settings_file() -> Path:
    """Where they are kept."""
    folder = os.environ.get(ENVIRONMENT)
    if folder:
        return Path(folder) / "settings.json"
    return platformdirs.user_config_path("locate-workbench", appauthor=False) / "settings.json"


def load(file: Path | None = None) -> MachineSettings:
    """What was kept; the defaults where there is nothing, or nothing that can be read."""
    try:
        return msgspec.json.decode((file or settings_file()).read_bytes(), type=MachineSettings)
    except (OSError, msgspec.MsgspecError):
        return MachineSettings()


def save(settings: MachineSettings, file: Path | None = None) -> None:
    """Keep ``settings``, readable by the owner only; a folder that cannot be written is no reason to stop."""
    target = file or settings_file()
    unfinished = target.with_name(f"{target.name}.unfinished")
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(settings)))
        unfinished.replace(target)


def with_recent(settings: MachineSettings, folder: Path) -> MachineSettings:
    """``settings`` with the vault of ``folder`` as the last one used, unless recent ones are not kept."""
    if not settings.remember_recent:
        return settings
    path = str(folder.absolute())
    others = [known for known in settings.recent if known != path]
    return replace(settings, recent=(path, *others)[:MAX_RECENT])


def without_recent(settings: MachineSettings, *, remember: bool) -> MachineSettings:
    """``settings`` without any recent vault; ``remember`` says whether to keep them from now on."""
    return replace(settings, recent=(), remember_recent=remember)


def with_backup(settings: MachineSettings, vault: Path, destination: Path) -> MachineSettings:
    """``settings`` knowing that the vault was backed up into ``destination``."""
    known = {**settings.backups, str(vault.absolute()): str(destination.absolute())}
    return replace(settings, backups=known)
