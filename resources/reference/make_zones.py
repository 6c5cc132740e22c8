"""Builds zones.toml: ZIP code (three digits, a few whole ones) and area code -> IANA zones and state.

Run by hand, output committed.

    python -m venv z && z/bin/pip install zipcodes==3.0.0 zip2tz==0.1.7
    z/bin/python resources/reference/make_zones.py            (writes zones.toml beside this script)
    npm pack areacodes@0.2.1                                  (optional check of the area codes' states)
    z/bin/python resources/reference/make_zones.py --check package/lib/data.json

Sources.  A: PyPI ``zipcodes`` 3.0.0 (MIT): per ZIP its zone, state and area codes.  B: PyPI ``zip2tz``
0.1.7 (MIT, data of the MIT project "ziptz"): per ZIP its zone.  Where they differ both zones are kept, if
the state has both (STATE_ZONES): a contact must then be lawful in both.  An area code lies in one state,
the commonest among the ZIPs that list it, and only ZIPs of that state give it zones (ZIPs near a border
also list the neighbour's codes).  SPLIT adds the area codes that are known to be split between zones;
OVERLAYS adds codes newer than source A, with the zones of the code they were laid over.
What is in neither is unknown, and the gate then takes every zone of the rule pack's unknown set.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import zip2tz
import zipcodes

Table = dict[str, tuple[set[str], str]]
"""Key -> (zones, state)."""
EASTERN, CENTRAL, MOUNTAIN, PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
SPLIT: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("850", "448", "270", "364", "606", "423", "931"), (EASTERN, CENTRAL)),
    **dict.fromkeys(("812", "930", "219", "574"), ("America/Indiana/Indianapolis", CENTRAL)),
    "906": ("America/Detroit", "America/Menominee"),
    **dict.fromkeys(("605", "701", "308", "620", "785", "915", "432"), (CENTRAL, MOUNTAIN)),
    **dict.fromkeys(("208", "986", "541", "458"), ("America/Boise", PACIFIC)),
    "775": (PACIFIC, MOUNTAIN),
    "928": ("America/Phoenix", MOUNTAIN),
    "907": ("America/Anchorage", "America/Adak"),
}
OVERLAYS = {
    "235": "573", "353": "608", "357": "559", "369": "707", "436": "440", "624": "716", "645": "305",
    "679": "313", "686": "804", "729": "423", "730": "618", "738": "213", "821": "864", "861": "309",
}  # fmt: skip
MILITARY = {"AA", "AE", "AP"}
NOT_GEOGRAPHIC = ("800", "833", "844", "855", "866", "877", "888", "500", "521", "522", "533", "544", "566",
                  "577", "588", "700", "710", "900")  # fmt: skip


def _words(text: str) -> list[str]:
    return text.split()


INDIANA = ("Indianapolis", "Knox", "Winamac", "Petersburg", "Vevay", "Marengo", "Tell_City", "Vincennes")
DAKOTA = ("Beulah", "Center", "New_Salem")
STATE_ZONES: dict[str, set[str]] = {
    **{s: {EASTERN} for s in _words("CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV")},
    **{s: {CENTRAL} for s in _words("AL AR IA IL LA MN MO MS OK WI")},
    **{s: {MOUNTAIN} for s in _words("CO MT NM UT WY")},
    **{s: {PACIFIC} for s in _words("CA WA")},
    **{s: {EASTERN, CENTRAL} for s in _words("FL TN")},
    **{s: {CENTRAL, MOUNTAIN} for s in _words("KS NE SD TX")},
    "KY": {EASTERN, CENTRAL, "America/Kentucky/Louisville", "America/Kentucky/Monticello"},
    "IN": {EASTERN, CENTRAL, "America/Kentucky/Louisville", *(f"America/Indiana/{p}" for p in INDIANA)},
    "MI": {"America/Detroit", "America/Menominee"},
    "ND": {CENTRAL, MOUNTAIN, *(f"America/North_Dakota/{p}" for p in DAKOTA)},
    "ID": {"America/Boise", PACIFIC},
    "OR": {"America/Boise", PACIFIC},
    "NV": {PACIFIC, MOUNTAIN},
    "AZ": {"America/Phoenix", MOUNTAIN},
    "AK": {f"America/{p}" for p in ("Anchorage", "Adak", "Nome", "Juneau", "Sitka", "Yakutat", "Metlakatla")},
    "HI": {"Pacific/Honolulu"},
    "PR": {"America/Puerto_Rico"},
    "VI": {"America/St_Thomas"},
    "GU": {"Pacific/Guam"},
    "MP": {"Pacific/Saipan"},
    "AS": {"Pacific/Pago_Pago"},
    "FM": {"Pacific/Chuuk", "Pacific/Pohnpei", "Pacific/Kosrae"},
    "PW": {"Pacific/Palau"},
    "MH": {"Pacific/Majuro", "Pacific/Kwajalein"},
}
"""The zones each state really has (tz database, comments of zone1970.tab and northamerica).  A ZIP's zone
that its state does not have is an error of the source: source A has a Colorado ZIP in America/Adak."""
SCATTERED = {"FM", "MH"}
"""Both sources put every ZIP of these islands into one zone; they get all the zones they have."""
CANADA = frozenset(
    _words(
        "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 "
        "468 474 506 514 519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 "
        "807 819 825 867 873 879 902 905 942"
    )
)
"""Canadian area codes, which source A lists beside some border ZIPs; left unknown."""


def zip_zones(row: dict[str, str]) -> set[str]:
    """Zones of one ZIP by both sources; a value that is no zone of its state is dropped."""
    if row["state"] in SCATTERED:
        return STATE_ZONES[row["state"]]
    try:
        second = zip2tz.timezone(row["zip_code"]) or ""
    except IndexError:  # one Puerto Rican ZIP of zip2tz 0.1.7 points past its own list of zones
        second = ""
    return {zone for zone in (row["timezone"], second) if zone in STATE_ZONES[row["state"]]}


def geographic() -> list[dict[str, Any]]:
    """Rows of source A that lie in a state or territory, not at a military post."""
    return [row for row in zipcodes.list_all() if row["state"] not in MILITARY]


def zip_tables() -> tuple[Table, Table]:
    """(three digits, five digits): a prefix has its commonest state; a ZIP of another state stands alone."""
    by_prefix: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in geographic():
        by_prefix[row["zip_code"][:3]].append(row)
    prefixes: Table = {}
    whole: Table = {}
    for prefix, found in by_prefix.items():
        state = Counter(row["state"] for row in found).most_common(1)[0][0]
        own = [zip_zones(row) for row in found if row["state"] == state]
        prefixes[prefix] = (set().union(*own), state)
        for row in found:
            if row["state"] != state:
                whole[row["zip_code"]] = (zip_zones(row), row["state"])
    return _known(prefixes), _known(whole)


def area_code_table() -> Table:
    """Area code -> zones of the ZIPs of its state that list it, and that state."""
    listed: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for row in geographic():
        for code in row["area_codes"]:
            listed[code].append((row["state"], zip_zones(row)))
    table: Table = {}
    for code, found in listed.items():
        if code in NOT_GEOGRAPHIC or code in CANADA:
            continue
        state = Counter(s for s, _ in found).most_common(1)[0][0]
        table[code] = (set().union(*(z for s, z in found if s == state)), state)
    for code, extra in SPLIT.items():
        table[code] = (table[code][0] | set(extra), table[code][1])
    for code, parent in OVERLAYS.items():
        table.setdefault(code, table[parent])
    return _known(table)


def _known(table: Table) -> Table:
    return {key: value for key, value in table.items() if value[0]}


def rows(name: str, table: Table) -> list[str]:
    """A TOML table of lines ``"368" = "AL America/Chicago"``: the state, then the zones."""
    lines = [
        f'"{key}" = "{state} {" ".join(sorted(zones))}"' for key, (zones, state) in sorted(table.items())
    ]
    return ["", f"[{name}]", *lines]


def main() -> None:
    """Write the table, or compare its area codes' states with a third source."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", type=Path)
    arguments = parser.parse_args()
    codes = area_code_table()
    if arguments.check:
        third = json.loads(arguments.check.read_text(encoding="utf-8"))
        differ = [c for c, (_, state) in codes.items() if c in third and third[c].get("stateCode") != state]
        compared = sum(c in third for c in codes)
        print(f"{compared} of {len(codes)} area codes compared; state differs: {sorted(differ)}")  # noqa: T201
        return
    prefixes, whole = zip_tables()
    text = [
        'version = "2026.11.1"',
        'sources = ["zipcodes 3.0.0 (MIT)", "zip2tz 0.1.7 (MIT)"]',
        *rows("zip3", prefixes),
        *rows("zip5", whole),
        *rows("area_codes", codes),
        "",
        "[not_geographic]",
        f"codes = {json.dumps(list(NOT_GEOGRAPHIC))}",
        "",
    ]
    Path(__file__).with_name("zones.toml").write_text("\n".join(text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
