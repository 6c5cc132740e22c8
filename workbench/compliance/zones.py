"""ZIP codes and area codes -> the IANA zones they may lie in, and their state, from ``resources/reference``.

The table keeps every zone that one of its two sources names; what it does not know it does not guess.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from workbench.compliance.errors import ZoneTableError
from workbench.compliance.localtime import is_zone

TABLE = Path(__file__).parents[2] / "resources" / "reference" / "zones.toml"
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Region:
    """Zones and two-letter states that a ZIP prefix or an area code may lie in."""

    zones: frozenset[str]
    states: frozenset[str]


NOWHERE = Region(frozenset(), frozenset())
"""A number that tells nothing of a place: toll-free, personal, premium."""


@dataclass(frozen=True, slots=True)
class ZoneTable:
    """The table: three leading ZIP digits, whole ZIPs of another state than their neighbours, area codes.

    ``not_geographic`` are the area codes that are of no place.
    """

    zip3: Mapping[str, Region]
    zip5: Mapping[str, Region]
    area_codes: Mapping[str, Region]
    not_geographic: frozenset[str]
    version: str

    def of_zip(self, zip_code: str) -> Region | None:
        """Region of a ZIP code (five digits or nine, hyphen or not); None when unknown."""
        digits = _DIGITS.sub("", zip_code)
        return self.zip5.get(digits[:5]) or self.zip3.get(digits[:3]) if len(digits) in {5, 9} else None

    def of_phone(self, phone: str) -> Region | None:
        """Region of a North American number; :data:`NOWHERE` for toll-free ones, None when unknown."""
        code = area_code(phone)
        return NOWHERE if code in self.not_geographic else self.area_codes.get(code)


def area_code(phone: str) -> str:
    """The area code of ten digits, eleven with a leading 1, or three; "" for anything else."""
    if phone.startswith("+") and not phone.startswith("+1"):
        return ""
    digits = _DIGITS.sub("", phone)
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    return digits[:3] if len(digits) in {3, 10} else ""


def _regions(rows: Mapping[str, str]) -> Mapping[str, Region]:
    table = {}
    for key, row in rows.items():
        state, *zones = row.split()
        if not zones or not all(is_zone(name) for name in zones):
            raise ZoneTableError(
                "The table of time zones names a zone the program's time data does not have."
            )
        table[key] = Region(frozenset(zones), frozenset({state}))
    return MappingProxyType(table)


@lru_cache(maxsize=4)
def load_zones(path: Path = TABLE) -> ZoneTable:
    """The table at ``path``; ZoneTableError when it is missing or damaged."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return ZoneTable(
            zip3=_regions(raw["zip3"]),
            zip5=_regions(raw["zip5"]),
            area_codes=_regions(raw["area_codes"]),
            not_geographic=frozenset(raw["not_geographic"]["codes"]),
            version=str(raw["version"]),
        )
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise ZoneTableError(
            "The table of time zones is missing or damaged.", hint="Install the program again."
        ) from error
