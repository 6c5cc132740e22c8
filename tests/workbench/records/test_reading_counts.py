"""Rows in equal rows accounted for, whatever is wrong with them."""

from workbench.records import raw_rows
from workbench.records.checking import check
from workbench.records.limits import Limits
from workbench.records.recognition import recognise
from workbench.records.sniffing import sniff

HEADER = "id,first,last,address,phone,dob\n"


def row(n: int, **changes: str) -> str:
    values = {
        "id": f"{n:05d}",
        "first": "Ann",
        "last": "Testerton",
        "address": f"{n} Elm St",
        "phone": "",
        "dob": "",
    }
    return ",".join((values | changes).values()) + "\n"


def every_problem() -> str:
    rows = [
        row(1),
        row(2),
        row(2),  # the same again
        "00004,Ann,Testerton\n",
        "00005,Ann,Testerton,5 Elm St,,,surplus\n",
        row(6, first="A\0nn"),
        row(7, first="", last=""),
        '00008,Ann,"Testerton,8 Elm St,,\n',
        row(9, address="x" * 5000),
        row(10, address="y" * 9000),
        "\n",
        "   \n",
        row(11),
        "00012,Ann,Testerton,\x81,,\n",
        row(13),
    ]
    return HEADER + "".join(rows)


LIMITS = Limits(field_bytes=4096, record_bytes=8192)


def test_every_kind_of_bad_row_is_a_value(load):
    found = load(every_problem().encode("latin-1"), limits=LIMITS)
    assert found.problems == [
        (4, "6 fields expected, 3 found"),
        (5, "6 fields expected, 7 found"),
        (6, "holds NUL characters (column first)"),
        (8, "a quoted field is not closed (column last)"),
        (9, "a field is longer than allowed (field_bytes) (column address)"),
        (10, "the record is longer than allowed (record_bytes)"),
        (12, "holds bytes that are not valid in the file's encoding (column address)"),
        (7, "no name in this row (columns last, first)"),
    ]
    assert (found.read, found.accepted, found.duplicates) == (13, 4, 1)
    assert found.reconciles()
    assert [p["record_id"] for p in found.people] == ["00001", "00002", "00011", "00013"]
    assert found.raws[0].startswith("00004,Ann")


def test_reasons_say_nothing_of_the_row(load):
    found = load(every_problem().encode("latin-1"), limits=LIMITS)
    assert not any("Testerton" in reason or "Elm" in reason for _, reason in found.problems)


def test_small_blocks_and_chunks_give_the_same(load):
    """Records, multi-byte letters and line ends cut by a block's edge are none the worse."""
    text = HEADER + "".join(row(n, first="Zoë", address=f'"{n} Elm St\r\nApt {n % 7}"') for n in range(1, 40))
    text = text.replace("\n00", "\r\n00")
    whole = load(text)
    for size in (173, 1000):
        pieces = load(text, limits=Limits(block_bytes=size), chunk_rows=20)
        assert pieces.people == whole.people
        assert pieces.problems == whole.problems == []
    assert whole.read == 39


def test_utf_16_in_small_blocks(load):
    text = HEADER + "".join(row(n, first="Zoë 𝒵") for n in range(1, 60))
    assert load(text, encoding="utf-16", limits=Limits(block_bytes=1501)).people == load(text).people


def test_duplicates_are_found_across_chunks(load):
    text = HEADER + "".join(row(n % 50) for n in range(300))
    found = load(text, chunk_rows=33, limits=Limits(block_bytes=1024))
    assert (found.read, found.accepted, found.duplicates) == (300, 50, 250)
    assert [p["record_id"] for p in found.people] == [f"{n:05d}" for n in range(50)]


def test_same_id_with_another_person_is_no_duplicate(load):
    found = load(HEADER + row(1) + row(1, first="Bea"))
    assert found.duplicates == 0
    assert len(found.people) == 2


def test_placeholders_say_nothing(load):
    found = load(
        HEADER + row(1, phone="9999999999", dob="01/01/1900") + row(2, phone="0000000000", dob="00/00/0000")
        + row(3, phone="(919) 555-0123", dob="5/17/1984")
    )  # fmt: skip
    assert [p.get("phones") for p in found.people] == [None, None, ["9195550123"]]
    assert [str(p.get("birth_date")) for p in found.people] == ["None", "None", "1984-05-17"]


def test_day_first_dates_are_seen_from_the_whole_column(load):
    found = load(HEADER + row(1, dob="05/06/1984") + row(2, dob="17/05/1984"))
    assert [str(p["birth_date"]) for p in found.people] == ["1984-06-05", "1984-05-17"]


def test_an_age_is_counted_back_from_today(load):
    found = load("first,last,age\nAnn,Testerton,42\n")
    assert found.people[0]["birth_year"] == 1984


def test_dry_run_counts_without_keeping(tmp_path):
    path = tmp_path / "records.csv"
    path.write_bytes(every_problem().encode("latin-1"))
    shape = sniff(path, limits=LIMITS)
    report = check(path, shape, recognise(shape).mapping, limits=LIMITS, most_problems=3)
    assert (report.counts.read, report.counts.accepted, report.counts.rejected) == (13, 4, 8)
    assert report.people == {"subject": 4}
    assert len(report.problems) == 3
    assert report.to_dict()["duplicate"] == 1


def test_blocks_are_as_large_as_their_rows_need(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(HEADER + "".join(row(n) for n in range(300)))
    shape = sniff(path)
    width = sum(len(line) + 1 for line in shape.sample_lines) // len(shape.sample_lines)
    assert raw_rows._sized(Limits(), shape).block_bytes == raw_rows.BLOCK_ROWS * width
    assert raw_rows._sized(Limits(block_bytes=1000), shape).block_bytes == 1000
