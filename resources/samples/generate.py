"""Writes the sample files: invented people only, the same bytes every time.

Run ``python resources/samples/generate.py`` after a change here, or with a folder to write elsewhere.

placements.csv          200 accounts as a client places them (UTF-8)
ncvoter_sample.txt      20,000 voters in North Carolina's layout (tabs, quoted, cp1252)
vendor_batch_return.csv 60 debtors as a skip-trace vendor returned them
parcel_roll.csv         2,000 parcels in the layout of Florida's assessor rolls
truth.csv               which rows speak of which account: ``same``, ``relative``, ``co_debtor``,
                        ``stranger`` (the vendor's mistake), or ``absent`` (in no file)
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from sample_debtors import ABSENT, Debtor, build_debtors
from sample_files import Row, parcel_rows, placement_row, vendor_row
from sample_voters import Voter, build_voters, ncid, voter_row
from sample_world import Person, build_world

SEED = 20260915
HERE = Path(__file__).parent
TRUTH = ("account_number", "record_id", "relation", "file", "row_number", "trait")


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Comma-separated UTF-8 with a header; quotes only where needed."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def write_voters(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Tab-separated cp1252 with every value quoted, as the state hands it out."""
    with path.open("w", encoding="cp1252", newline="") as out:
        writer = csv.DictWriter(
            out, columns, restval="", delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\r\n"
        )
        writer.writeheader()
        writer.writerows(rows)


def voter_truth(debtors: Sequence[Debtor], voters: Sequence[Voter]) -> list[Row]:
    """Which voters are a debtor, a relative or a co-debtor of an account."""
    row_of = {voter.ncid: i for i, voter in enumerate(voters, start=1)}

    def line(debtor: Debtor, person: Person, relation: str) -> Row:
        identity = ncid(person)
        return _truth(debtor, relation, "ncvoter_sample.txt", identity, row_of[identity])

    rows = []
    for debtor in debtors:
        if debtor.listed is not None:
            rows.append(line(debtor, debtor.listed, "same"))
            if debtor.co_debtor is not None:
                rows.append(line(debtor, debtor.co_debtor, "co_debtor"))
        elif debtor.trait in ABSENT:
            rows.append(_truth(debtor, "absent", "", "", 0))
        rows.extend(line(debtor, relative, "relative") for relative in debtor.relatives)
    return rows


def _truth(debtor: Debtor, relation: str, file: str, record_id: str, row_number: int) -> Row:
    row = (debtor.number, record_id, relation, file, str(row_number or ""), debtor.trait)
    return dict(zip(TRUTH, row, strict=True))


def vendor_truth(debtors: Sequence[Debtor], sent: Sequence[Debtor]) -> list[Row]:
    """Whom the vendor returned, row by row, for every account of the person; nothing without a match."""
    relations = {"hit": "same", "father": "relative", "wrong": "stranger"}
    return [
        _truth(debtor, relations[row.vendor], "vendor_batch_return.csv", f"row {i}", i)
        for i, row in enumerate(sent, start=1)
        if row.vendor in relations
        for debtor in debtors
        if debtor.person.key == row.person.key
    ]


def parcel_truth(debtors: Sequence[Debtor], parcels: Sequence[tuple[str, Row]]) -> list[Row]:
    """Whose parcel is whose, for every account of the owner."""
    key_of = {debtor.number: debtor.person.key for debtor in debtors}
    return [
        _truth(debtor, "same", "parcel_roll.csv", row["PARCEL_ID"], i)
        for i, (number, row) in enumerate(parcels, start=1)
        if number
        for debtor in debtors
        if debtor.person.key == key_of[number]
    ]


def main(target: Path) -> None:
    """Write the five files into ``target``."""
    layouts = tomllib.loads((HERE / "layouts.toml").read_text(encoding="utf-8"))
    world = build_world(SEED)
    debtors = build_debtors(world)
    voters = build_voters(world, debtors)
    write_csv(target / "placements.csv", layouts["placements"], [placement_row(world, d) for d in debtors])
    voter_rows = (voter_row(world, voter) for voter in voters)
    write_voters(target / "ncvoter_sample.txt", layouts["voters"], voter_rows)
    sent = [debtor for debtor in debtors if debtor.vendor]
    vendor_rows = [vendor_row(world, debtor) for debtor in sent]
    write_csv(target / "vendor_batch_return.csv", layouts["vendor"], vendor_rows)
    owed = {d.listed.key for d in debtors if d.listed is not None}
    neighbours = [v.person for v in voters if v.person.key not in owed and v.status == "A"]
    parcels = parcel_rows(world, debtors, neighbours)
    write_csv(target / "parcel_roll.csv", layouts["parcels"], [row for _, row in parcels])
    truth = [*voter_truth(debtors, voters), *vendor_truth(debtors, sent), *parcel_truth(debtors, parcels)]
    write_csv(target / "truth.csv", TRUTH, truth)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
