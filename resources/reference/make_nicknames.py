"""Write nicknames.csv: the pairs of the ``nicknames`` package and one representative of each name.

Pairs are from the package (Apache-2.0, Carlton Northern and Nick Crews); representatives from
nickname_families.csv, which is ours, and for names it lacks from the pairs.

Run ``python resources/reference/make_nicknames.py`` after upgrading the package or editing the families, and
read the difference.
"""

import csv
from collections import defaultdict
from pathlib import Path

from nicknames import name_triplets

TARGET = Path(__file__).with_name("nicknames.csv")
FAMILIES = Path(__file__).with_name("nickname_families.csv")


def families() -> dict[str, str]:
    """Each name of the hand-made families to its representative; the first family that has it wins."""
    lines = FAMILIES.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split(",") for line in lines if not line.startswith("#")]
    found = {representative: representative for representative, _ in rows}
    for representative, members in rows:
        for member in members.split():
            found.setdefault(member, representative)
    return found


def pairs(chosen: dict[str, str]) -> list[tuple[str, str]]:
    """(formal name, nickname) in upper-case letters, sorted, without repeats; families give pairs too."""
    found = {
        (row.name1.strip().upper(), row.name2.strip().upper())
        for row in name_triplets()
        if row.relationship == "has_nickname"
    }
    found |= {(representative, name) for name, representative in chosen.items()}
    plain = [(a, b) for a, b in found if (a + b).isalpha() and (a + b).isascii() and a not in {b, "SMITH"}]
    return sorted(plain)


def representatives(rows: list[tuple[str, str]], chosen: dict[str, str]) -> dict[str, str]:
    """One for every name: its family's, else itself when it has nicknames, else its likeliest formal name.

    Connected components of the pairs are no families: shared short forms (AL, ELLE) run hundreds together.
    """
    formal: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for name, nick in rows:
        formal[nick].add(name)
        short[name].add(nick)
    found = dict(chosen)
    for name in sorted((formal.keys() | short.keys()) - chosen.keys()):
        likeliest = sorted(formal[name], key=lambda f: (f not in chosen, -len(short[f]), f))
        own = len(short[name]) >= 2 or not likeliest
        found[name] = name if own else found.get(likeliest[0], likeliest[0])
    for name, representative in list(found.items()):
        found[name] = found.get(representative, representative)
    return {name: found.get(representative, representative) for name, representative in found.items()}


def main() -> None:
    """Write the table beside this file."""
    chosen = families()
    rows = pairs(chosen)
    canonical = representatives(rows, chosen)
    unsettled = sorted(name for name, target in canonical.items() if canonical[target] != target)
    if unsettled:
        raise SystemExit(f"representatives that have another: {' '.join(unsettled)}")
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "nickname", "name_canonical", "nickname_canonical"])
        writer.writerows((a, b, canonical[a], canonical[b]) for a, b in rows)


if __name__ == "__main__":
    main()
