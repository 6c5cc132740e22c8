"""Write nicknames.csv from the ``nicknames`` package (Apache-2.0, Carlton Northern and Nick Crews).

Run ``python resources/reference/make_nicknames.py`` after upgrading the package, and read the difference.
"""

import csv
from collections import defaultdict
from pathlib import Path

from nicknames import name_triplets

TARGET = Path(__file__).with_name("nicknames.csv")


def pairs() -> list[tuple[str, str]]:
    """(formal name, nickname) in upper-case letters, sorted, without repeats."""
    found = {
        (row.name1.strip().upper(), row.name2.strip().upper())
        for row in name_triplets()
        if row.relationship == "has_nickname"
    }
    return sorted(
        (a, b) for a, b in found if a.isalpha() and b.isalpha() and a.isascii() and b.isascii() and a != b
    )


def representatives(rows: list[tuple[str, str]]) -> dict[str, str]:
    """One name for each nickname family, by giving every name its formal name with the most nicknames.

    Families are not the connected components of the pairs: those run together through shared short forms
    (AL, ELLE) into one family of hundreds.
    """
    formal: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for name, nick in rows:
        formal[nick].add(name)
        short[name].add(nick)
    chosen: dict[str, str] = {}
    for name in sorted(formal.keys() | short.keys()):
        own = {name} if len(short[name]) >= 3 else set()
        best = sorted(own or formal[name] | {name}, key=lambda f: (-len(short[f]), f))
        chosen[name] = best[0]
    for name, target in chosen.items():
        seen = {name}
        while chosen[target] != target and target not in seen:
            seen.add(target)
            target = chosen[target]
        chosen[name] = target
    return chosen


def main() -> None:
    """Write the table beside this file."""
    rows = pairs()
    canonical = representatives(rows)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "nickname", "name_canonical", "nickname_canonical"])
        writer.writerows((a, b, canonical[a], canonical[b]) for a, b in rows)


if __name__ == "__main__":
    main()
