"""The settings of a vault, declared once: key, kind, default, bounds; stored in the vault and audited."""

from dataclasses import dataclass
from typing import Any

from workbench.base.errors import UserError
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.  ``default`` fixes its kind; ``low`` and ``high`` bound a number, ``choices`` a text."""

    key: str
    default: bool | int | str | dict[str, list[str]]
    description: str
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()


class SettingError(UserError):
    """There is no such setting, or the value is none it can have."""

    code = "setting"


IDLE_MINUTES = Setting("idle_minutes", 10, "Minutes without input after which the vault locks", 1, 60)
LOCK_WITH_SCREEN = Setting(
    "lock_with_screen", True, "Whether the vault locks when the computer sleeps or its screen locks"
)
CLIPBOARD_SECONDS = Setting(
    "clipboard_seconds", 30, "Seconds after which what was copied is cleared from the clipboard", 5, 600
)
SINGLE_LETTERS = Setting("single_letters", True, "Whether bare letters are keys in lists")
KEYS = Setting("keys", {}, "Keys that were changed, by action")
REVIEW_PRESET = Setting("review_preset", "", "Key preset of the match review")


def declared() -> dict[str, Setting]:
    """Every setting by its key; a key that is declared twice is a defect."""
    listed = (IDLE_MINUTES, LOCK_WITH_SCREEN, CLIPBOARD_SECONDS, SINGLE_LETTERS, KEYS, REVIEW_PRESET)
    found = {setting.key: setting for setting in listed}
    if len(found) < len(listed):
        raise AssertionError("a setting is declared twice")
    return found


def get(vault: Vault, setting: Setting) -> Any:  # noqa: ANN401  (of the kind of its default)
    """The value; the default where nothing, or nothing that fits, is stored."""
    value = vault.registry.setting(setting.key, setting.default)
    try:
        return checked(setting, value)
    except SettingError:
        return setting.default


def set_value(vault: Vault, setting: Setting, value: object) -> None:
    """Store a value; SettingError when it does not fit, and nothing is changed."""
    vault.registry.set_setting(setting.key, checked(setting, value))


def everything(vault: Vault) -> dict[str, Any]:
    """The value of every setting, by key."""
    return {key: get(vault, setting) for key, setting in declared().items()}


def from_text(key: str, text: str) -> tuple[Setting, object]:
    """A setting and the value that ``text`` means for it, as typed at a terminal; SettingError otherwise."""
    setting = declared().get(key)
    if setting is None:
        raise SettingError("There is no such setting.", hint=f"Settings: {', '.join(declared())}.")
    if isinstance(setting.default, bool):
        if text.lower() not in {"on", "off", "true", "false"}:
            raise SettingError(f"{key} is on or off.")
        return setting, text.lower() in {"on", "true"}
    if isinstance(setting.default, int):
        try:
            return setting, int(text)
        except ValueError:
            raise SettingError(f"{key} is a whole number.") from None
    if isinstance(setting.default, dict):
        raise SettingError(f"{key} is changed in the window.")
    return setting, text


def checked(setting: Setting, value: object) -> object:
    """``value`` if the setting can have it; SettingError otherwise."""
    fits = type(value) is type(setting.default)
    if not fits:
        raise SettingError(f"{setting.key} cannot have this value.", hint=f"{setting.description}.")
    if isinstance(value, int) and not isinstance(value, bool):
        low, high = setting.low, setting.high
        if (low is not None and value < low) or (high is not None and value > high):
            raise SettingError(f"{setting.key} is from {low} to {high}.", hint=f"{setting.description}.")
    if setting.choices and value not in setting.choices:
        raise SettingError(f"{setting.key} is one of: {', '.join(setting.choices)}.")
    return value
