"""The profiles and synonyms that come with the program, read from their data files."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from workbench.base.errors import UserError
from workbench.records.headers import canonical
from workbench.records.mapping_text import listed
from workbench.records.profile import Profile

PROFILE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "profiles"
_SYNONYMS = "synonyms.toml"


class UnknownProfileError(UserError):
    """No profile has that id."""

    code = "unknown_profile"


class ProfileFileError(UserError):
    """A profile's data file is not usable; names the file."""

    code = "profile_file"


@dataclass(frozen=True, slots=True)
class ProfileLibrary:
    """All known layouts, and for each target of a mapping the column names that commonly mean it.

    ``vocabulary`` is every canonical column name known to any of them; ``own_names`` are, by profile, the
    names that no other one knows and that mean nothing usual.
    """

    profiles: tuple[Profile, ...]
    synonyms: dict[str, tuple[str, ...]]
    vocabulary: frozenset[str]
    own_names: dict[str, frozenset[str]]

    def profile(self, profile_id: str) -> Profile:
        """The profile of that id; raises UnknownProfileError."""
        for profile in self.profiles:
            if profile.id == profile_id:
                return profile
        raise UnknownProfileError(
            "There is no profile of that id.", hint="Known: " + ", ".join(p.id for p in self.profiles)
        )


def load_library(folder: Path) -> ProfileLibrary:
    """Every ``*.toml`` of ``folder``, in order of name; raises ProfileFileError."""
    files = sorted(p for p in folder.glob("*.toml") if p.name != _SYNONYMS)
    profiles = tuple(_load_profile(path) for path in files)
    raw = tomllib.loads((folder / _SYNONYMS).read_text(encoding="utf-8"))
    synonyms = {target: tuple(canonical(n) for n in names) for target, names in raw["synonyms"].items()}
    words = {name for names in synonyms.values() for name in names}
    known = {p.id: p.vocabulary() for p in profiles}
    times = Counter(name for names in known.values() for name in names)
    own = {i: frozenset(n for n in names - words if times[n] == 1) for i, names in known.items()}
    return ProfileLibrary(profiles, synonyms, frozenset(words.union(*known.values())), own)


@lru_cache(maxsize=1)
def default_library() -> ProfileLibrary:
    """The library bundled with the program; read once."""
    return load_library(PROFILE_FOLDER)


def _load_profile(path: Path) -> Profile:
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        template = listed(raw.get("template", {}) | {"profile_id": raw.get("id", "")})
        raw["template"] = template
        return msgspec.convert(raw, type=Profile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ProfileFileError(f"The profile file {path.name} is not usable: {error}.") from None
