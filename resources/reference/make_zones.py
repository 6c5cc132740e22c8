"""Builds zones.toml: ZIP3 and area code -> IANA zones and states.  Run by hand, output committed.

    python -m venv z && z/bin/pip install zipcodes==3.0.0 zip2tz==0.1.7
    z/bin/python resources/reference/make_zones.py            (writes zones.toml beside this script)
    npm pack areacodes@0.2.1                                  (optional check of the area codes' states)
    z/bin/python resources/reference/make_zones.py --check package/lib/data.json

Sources.  A: PyPI ``zipcodes`` 3.0.0 (MIT): per ZIP its zone, state and area codes.  B: PyPI ``zip2tz``
0.1.7 (MIT, data of the MIT project "ziptz"): per ZIP its zone.  Where they differ both zones are kept, if
the state has both (STATE_ZONES): a contact must then be lawful in both.  An area code lies in one state,
the commonest among the ZIPs that list it, and only ZIPs of that state give it zones (ZIPs near a border
also list the neighbour's codes).  SPLIT adds the area codes that are known to be split between zones; OVERLAYS adds codes newer than source A, with the zones of the code they were laid over.
What is in neither is unknown, and the gate then takes every zone of the rule pack's unknown set.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

import zip2tz
import zipcodes

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
    try:
        second = zip2tz.timezone(row["zip_code"]) or ""
    except IndexError:  # one Puerto Rican ZIP of zip2tz 0.1.7 points past its own list of zones
        second = ""
    return {zone for zone in (row["timezone"], second) if zone in STATE_ZONES[row["state"]]}


def collect() -> tuple[dict[str, list[set[str]]], dict[str, list[set[str]]]]:
    """(ZIP3 table, area-code table): key -> [zones, states]."""
    zip3: dict[str, list[set[str]]] = defaultdict(lambda: [set(), set()])
    listed: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for row in zipcodes.list_all():
        if row["state"] in MILITARY:
            continue
        zones = zip_zones(row)
        zip3[row["zip_code"][:3]][0] |= zones
        zip3[row["zip_code"][:3]][1].add(row["state"])
        for code in row["area_codes"]:
            listed[code].append((row["state"], zones))
    npa: dict[str, list[set[str]]] = {}
    for code, rows in listed.items():
        if code in NOT_GEOGRAPHIC or code in CANADA:
            continue
        state = Counter(s for s, _ in rows).most_common(1)[0][0]
        npa[code] = [set().union(*(z for s, z in rows if s == state)), {state}]
    for code, zones_of_split in SPLIT.items():
        npa[code][0] |= set(zones_of_split)
    for code, parent in OVERLAYS.items():
        npa.setdefault(code, [set(npa[parent][0]), set(npa[parent][1])])
    return {k: v for k, v in zip3.items() if v[0]}, {k: v for k, v in npa.items() if v[0]}


def rows(table: dict[str, list[set[str]]]) -> list[str]:
    """TOML lines ``"368" = "AL America/Chicago"``: states joined by ``+``, then the zones."""
    return [
        f'"{key}" = "{"+".join(sorted(v[1]))} {" ".join(sorted(v[0]))}"' for key, v in sorted(table.items())
    ]


def main() -> None:
    """Write the table, or compare its area codes' states with a third source."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", type=Path)
    arguments = parser.parse_args()
    zip3, npa = collect()
    if arguments.check:
        third = json.loads(arguments.check.read_text(encoding="utf-8"))
        differ = [c for c, v in npa.items() if c in third and third[c].get("stateCode") not in v[1]]
        compared = sum(c in third for c in npa)
        print(f"{compared} of {len(npa)} area codes compared; state differs: {sorted(differ)}")  # noqa: T201
        return
    head = ['version = "2026.11.0"', 'sources = ["zipcodes 3.0.0 (MIT)", "zip2tz 0.1.7 (MIT)"]', ""]
    text = "\n".join([*head, "[zip3]", *rows(zip3), "", "[area_codes]", *rows(npa), "", "[not_geographic]"])
    text += f"\ncodes = {json.dumps(list(NOT_GEOGRAPHIC))}\n"
    Path(__file__).with_name("zones.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
