"""The bundled sample files: made by the committed generator, about invented people, and what they promise."""

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
FILES = ("placements.csv", "ncvoter_sample.txt", "vendor_batch_return.csv", "parcel_roll.csv", "truth.csv")
INVENTED_ZIPS = {"28991", "28992", "28993", "28994", "28995", "28996", "28997", "32001", "32002"}
ABSENT_TRAITS = {"absent", "absent_relatives", "absent_father"}


def rows(name: str, *, encoding: str = "utf-8", delimiter: str = ",") -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def placements() -> list[dict[str, str]]:
    return rows("placements.csv")


@pytest.fixture(scope="module")
def voters() -> list[dict[str, str]]:
    return rows("ncvoter_sample.txt", encoding="cp1252", delimiter="\t")


@pytest.fixture(scope="module")
def truth() -> list[dict[str, str]]:
    return rows("truth.csv")


@pytest.mark.slow
def test_generator_writes_the_committed_bytes(tmp_path):
    subprocess.run([sys.executable, SAMPLES / "generate.py", tmp_path], check=True)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes(), name


def test_small_enough_for_a_repository():
    assert sum(f.stat().st_size for f in SAMPLES.iterdir() if f.is_file()) <= 8_000_000


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("placements.csv", ("Home Phone", "Cell Phone", "Work Phone", "Employer Phone", "Co-Debtor Phone")),
        ("ncvoter_sample.txt", ("full_phone_number",)),
        ("vendor_batch_return.csv", ("Phone1", "Phone2", "Phone3", "Relative1 Phone1", "Relative2 Phone1")),
    ],
)
def test_every_phone_is_from_the_block_kept_for_fiction(name, columns):
    voters = name.startswith("ncvoter")
    table = rows(name, encoding="cp1252" if voters else "utf-8", delimiter="\t" if voters else ",")
    numbers = [re.sub(r"\D", "", row[column]) for row in table for column in columns if row[column]]
    assert numbers
    assert all(re.fullmatch(r"\d{3}55501\d\d", number) for number in numbers)


def test_places_and_identifiers_are_invented(placements, voters):
    zips = {row["zip_code"] for row in voters} | {row["Zip"] for row in placements}
    assert zips - {""} <= INVENTED_ZIPS
    assert {row["county_id"] for row in voters} == {"101"}  # that state has 100 counties
    assert all(re.fullmatch(r"(\d{4})?", row["SSN Last 4"]) for row in placements)
    assert all(row["Email"].endswith("@example.com") for row in placements if row["Email"])


def test_placements_are_200_accounts_with_text_numbers(placements):
    numbers = [row["Client Account No"] for row in placements]
    assert len(set(numbers)) == len(numbers) == 200
    assert all(number.startswith("0") for number in numbers)
    filled = Counter(column for row in placements for column, value in row.items() if value)
    assert 150 <= filled["DOB"] < 200
    assert 150 <= filled["SSN Last 4"] < 200
    for column in ("Prev Address", "Employer", "Email", "Maiden Name", "Co-Debtor Name", "Suffix"):
        assert filled[column] > 3, column


def test_placement_parts_add_up(placements):
    def cents(text: str) -> int:
        return int(text.replace(".", ""))

    for row in placements:
        parts = sum(cents(row[part]) for part in ("Principal", "Interest", "Fees", "Costs"))
        assert parts == cents(row["Current Balance"])


def test_voter_file_is_quoted_cp1252_in_the_present_layout(voters):
    raw = (SAMPLES / "ncvoter_sample.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    lines = raw.decode("cp1252").splitlines()
    assert len(lines) == 20_001
    assert all(line.count('"\t"') == 66 for line in lines)
    assert len({row["ncid"] for row in voters}) == 20_000
    assert any(row["last_name"] == "MUÑOZ" for row in voters)


def test_voter_file_has_the_quirks_of_real_ones(voters):
    assert 0.66 < sum(bool(row["full_phone_number"]) for row in voters) / 20_000 < 0.70
    removed = [row for row in voters if row["res_street_address"] == "REMOVED"]
    assert 1_500 < len(removed) < 2_200
    assert {row["status_cd"] for row in removed} == {"R"}
    phones = Counter(row["full_phone_number"] for row in voters)
    assert phones["9195550100"] > 200
    homes = [row["res_street_address"] for row in voters if row["status_cd"] != "R"]
    assert all(re.match(r"\d+  \S", home) and home.endswith("  ") for home in homes)
    units = {home for home in homes if home.startswith("400  LAKEMOOR TER")}
    assert len(units) > 80
    assert any("-" in row["last_name"] for row in voters)


def test_fathers_and_sons_share_a_name_and_a_house(voters):
    houses: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in voters:
        if row["status_cd"] != "R":
            key = (row["first_name"], row["last_name"], row["res_street_address"])
            houses.setdefault(key, []).append(row)
    pairs = [group for group in houses.values() if len(group) == 2]
    suffixed = [g for g in pairs if any(row["name_suffix_lbl"] == "JR" for row in g)]
    assert len(suffixed) >= 5
    assert len(pairs) - len(suffixed) >= 5


def test_a_third_of_the_debtors_are_nowhere(truth):
    absent = {row["account_number"] for row in truth if row["relation"] == "absent"}
    assert len(absent) == 64
    found = {row["account_number"] for row in truth if row["relation"] == "same"}
    assert not absent & found
    assert len(absent | found) == 200
    with_family = {row["account_number"] for row in truth if row["relation"] == "relative"} & absent
    assert len(with_family) >= 30


def test_most_found_debtors_have_moved(truth, placements, voters):
    street = {row["Client Account No"]: row["Address 1"].upper() for row in placements}
    today = {row["ncid"]: " ".join(row["res_street_address"].split()) for row in voters}
    pairs = [(r["account_number"], r["record_id"]) for r in truth if is_same_voter(r)]
    stayed = sum(today[record].startswith(street[account]) for account, record in pairs)
    assert len(pairs) == 124
    assert stayed <= 15


def is_same_voter(row: dict[str, str]) -> bool:
    return row["relation"] == "same" and row["file"] == "ncvoter_sample.txt"


def test_truth_points_at_real_rows(truth, voters):
    parcels = rows("parcel_roll.csv")
    returned = rows("vendor_batch_return.csv")
    for row in truth:
        at = int(row["row_number"] or 0) - 1
        if row["file"] == "ncvoter_sample.txt":
            assert voters[at]["ncid"] == row["record_id"]
        elif row["file"] == "parcel_roll.csv":
            assert parcels[at]["PARCEL_ID"] == row["record_id"]
        elif row["file"] == "vendor_batch_return.csv":
            asked_for = returned[at]["Input Custom Field 1"] == row["account_number"]
            assert asked_for or row["trait"] == "second_account"
        else:
            assert row["trait"] in ABSENT_TRAITS


def test_vendor_return_has_hits_misses_and_relatives():
    table = rows("vendor_batch_return.csv")
    assert len(table) == 60
    results = Counter(row["ResultCode"] for row in table)
    assert results["Match"] > 45
    assert results["No Match"] >= 4
    assert sum(bool(row["Relative1 Name"]) for row in table) > 15
    assert {row["Phone1 Type"] for row in table} >= {"Mobile", "Residential", "OtherPhone"}
    assert "Relative5 Phone5 Type" in table[0]


def test_parcel_roll_has_joint_cut_and_homestead_owners():
    table = rows("parcel_roll.csv")
    assert len(table) == 2_000
    assert len({row["PARCEL_ID"] for row in table}) == 2_000
    names = [row["OWN_NAME"] for row in table]
    assert max(map(len, names)) == 30
    assert sum(" & " in name for name in names) > 300
    assert any("LLC" in name for name in names)
    homestead = [row for row in table if row["JV_HMSTD"]]
    assert len(homestead) > 500
    assert all(row["OWN_ADDR1"] == row["PHY_ADDR1"] for row in homestead)
