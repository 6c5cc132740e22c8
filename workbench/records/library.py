"""The profiles and synonyms that come with the program, read from their data files.

Reading 87 files of TOML takes 0.1 to 0.2 s at the start of every reading child, so there is a packed copy
beside them, made with ``python -m workbench.records.library``.  It is used only while the files are those it
was made of; a test says when it has to be made anew.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Mapping
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
_PACKED = "packed.msgpack"


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


class _Packed(msgspec.Struct, frozen=True):
    """A library with the digest of the files it was read from."""

    digest: bytes
    profiles: tuple[Profile, ...]
    synonyms: dict[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]
    own_names: dict[str, tuple[str, ...]]


def load_library(folder: Path) -> ProfileLibrary:
    """Every ``*.toml`` of ``folder``, in order of name; raises ProfileFileError."""
    return _parsed(_files(folder))


@lru_cache(maxsize=1)
def default_library() -> ProfileLibrary:
    """The library bundled with the program; read once."""
    files = _files(PROFILE_FOLDER)
    return _unpacked(PROFILE_FOLDER / _PACKED, _digest(files)) or _parsed(files)


def pack_library(folder: Path) -> bytes:
    """The packed copy of the library in ``folder``."""
    files = _files(folder)
    library = _parsed(files)
    words = tuple(sorted(library.vocabulary))
    own = {profile_id: tuple(sorted(names)) for profile_id, names in library.own_names.items()}
    return msgspec.msgpack.encode(_Packed(_digest(files), library.profiles, library.synonyms, words, own))


def _files(folder: Path) -> dict[str, bytes]:
    """The content of every data file by its name, in order."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}


def _digest(files: Mapping[str, bytes]) -> bytes:
    """By which other files are told; ends of lines do not count."""
    told = hashlib.blake2b(digest_size=16)
    for name, content in files.items():
        told.update(name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return told.digest()


def _unpacked(path: Path, digest: bytes) -> ProfileLibrary | None:
    """The packed library, if it is there and was made of the files with this digest."""
    try:
        packed = msgspec.msgpack.decode(path.read_bytes(), type=_Packed)
    except (OSError, msgspec.DecodeError):
        return None
    if packed.digest != digest:
        return None
    own = {profile_id: frozenset(names) for profile_id, names in packed.own_names.items()}
    return ProfileLibrary(packed.profiles, packed.synonyms, frozenset(packed.vocabulary), own)


def _parsed(files: Mapping[str, bytes]) -> ProfileLibrary:
    profiles = tuple(_profile(name, body) for name, body in files.items() if name != _SYNONYMS)
    raw = tomllib.loads(files[_SYNONYMS].decode("utf-8"))
    synonyms = {target: tuple(canonical(n) for n in names) for target, names in raw["synonyms"].items()}
    words = {name for names in synonyms.values() for name in names}
    known = {p.id: p.vocabulary() for p in profiles}
    times = Counter(name for names in known.values() for name in names)
    own = {i: frozenset(n for n in names - words if times[n] == 1) for i, names in known.items()}
    return ProfileLibrary(profiles, synonyms, frozenset(words.union(*known.values())), own)


def _profile(name: str, content: bytes) -> Profile:
    try:
        raw: dict[str, Any] = tomllib.loads(content.decode("utf-8"))
        template = listed(raw.get("template", {}) | {"profile_id": raw.get("id", "")})
        raw["template"] = template
        return msgspec.convert(raw, type=Profile)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ProfileFileError(f"The profile file {name} is not usable: {error}.") from None


if __name__ == "__main__":
    (PROFILE_FOLDER / _PACKED).write_bytes(pack_library(PROFILE_FOLDER))
