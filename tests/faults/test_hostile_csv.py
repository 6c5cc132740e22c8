"""Hostile text files: every one ends in rows that reconcile or in one error in words; memory stays bounded."""

import json
import random
import subprocess
import sys
import tracemalloc

import pytest

from workbench.base.errors import UserError
from workbench.records.errors import LimitExceededError, UnreadableFileError
from workbench.records.limits import MIB, Limits
from workbench.records.mapping import Mapping, PersonSources
from workbench.records.reading import read_people
from workbench.records.recognition import recognise
from workbench.records.sniffing import sniff

HEADER = b"id,first,last,address\n"


def rows(first: int, count: int) -> bytes:
    return b"".join(b"%06d,Ann,Testerton,%d Elm St\n" % (n, n) for n in range(first, first + count))


class Result:
    def __init__(self, path, limits: Limits | None = None, mapping: Mapping | None = None) -> None:
        shape = sniff(path, limits=limits)
        self.shape = shape
        self.read = self.accepted = self.duplicates = 0
        self.problems: dict[int, str] = {}
        for chunk in read_people(path, shape, mapping or recognise(shape).mapping, limits=limits):
            self.read += chunk.read
            self.accepted += chunk.accepted
            self.duplicates += chunk.duplicates
            self.problems |= {r.problem.row_number: r.problem.reason for r in chunk.rejected}
        assert self.read == self.accepted + self.duplicates + len(self.problems)


@pytest.fixture
def write(tmp_path):
    def write(data: bytes):
        path = tmp_path / "records.csv"
        path.write_bytes(data)
        return path

    return write


def test_field_of_fifty_megabytes_costs_its_row_and_little_memory(write):
    path = write(HEADER + rows(1, 100) + b"000101,Ann," + b"x" * 50 * MIB + b",9 Elm St\n" + rows(102, 100))
    tracemalloc.start()
    found = Result(path, Limits(block_bytes=MIB))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.problems == {101: "the record is longer than allowed (record_bytes)"}
    assert (found.read, found.accepted) == (201, 200)
    assert peak < 40 * MIB


def test_quoted_field_of_many_megabytes(write):
    path = write(HEADER + rows(1, 10) + b'000011,Ann,Testerton,"' + b"x" * 9 * MIB + b'"\n' + rows(12, 10))
    found = Result(path, Limits(block_bytes=MIB))
    assert found.problems == {11: "the record is longer than allowed (record_bytes)"}


@pytest.mark.parametrize("at", [1, 7, 20_000])
def test_unclosed_quote_costs_one_row_of_many(write, at):
    lines = (HEADER + rows(1, 20_000)).splitlines(keepends=True)
    lines[at] = lines[at].replace(b",Testerton,", b',"Testerton,')
    found = Result(write(b"".join(lines)), Limits(block_bytes=100_000))
    assert found.problems == {at: "a quoted field is not closed (column last)"}
    assert found.read == 20_000


def test_every_line_with_an_unclosed_quote_takes_no_time_of_its_own(write):
    """The search for a quote's end is given up after two hundred vain ones."""
    body = b"".join(b'%06d,"Ann,Testerton,"%d Elm St\n' % (n, n) for n in range(5_000))
    found = Result(write(HEADER + rows(1, 300) + body + rows(1, 1)))
    assert found.read >= 5_000


def test_two_hundred_thousand_columns(write):
    path = write(b",".join(b"c%d" % n for n in range(200_000)) + b"\n" + b"," * 199_999 + b"\n")
    with pytest.raises(LimitExceededError, match="columns = 4,096"):
        Result(path)


def test_row_of_two_hundred_thousand_columns(write):
    found = Result(write(HEADER + rows(1, 50) + b"," * 199_999 + b"\n" + rows(52, 50)))
    assert found.problems == {51: "4 fields expected, 200000 found"}


def test_no_line_end_at_all(write):
    with pytest.raises(LimitExceededError, match="record_bytes"):
        Result(write(b"first,last," * 500_000))


def test_nul_bytes(write):
    found = Result(
        write(HEADER + rows(1, 20) + b"000021,A\0nn,Testerton,9 Elm St\n" + b"\0" * 30 + b"\n" + rows(23, 5))
    )
    assert found.problems == {
        21: "holds NUL characters (column first)",
        22: "holds NUL characters (column id)",
    }


@pytest.mark.parametrize(
    "odd",
    [
        "\u202eann\u202c",  # turns the text round
        "\u200bAnn",  # no width
        "\x1b[31mAnn",  # a terminal's colour
        "A" + "\u0301" * 3000,  # marks in heaps
        "=HYPERLINK(1)",
        "\ufeffAnn",
        "\x85Ann",
        "\u2028Ann",
        json.dumps({"a": 1}).replace('"', "'") * 500,
        "[" * 10_000,
    ],
)
def test_odd_characters_are_data_and_do_not_reach_the_normal_form(write, odd):
    path = write("id,first,last\n1,{},Testerton\n2,Bea,Testerton\n".format(odd.replace(",", " ")).encode())
    shape = sniff(path)
    (chunk,) = read_people(path, shape, recognise(shape).mapping)
    assert chunk.read == 2
    assert chunk.people.height == 2
    first = chunk.people["first"][0]
    assert first is None or all(" " <= c <= "~" for c in first)


@pytest.mark.parametrize(
    "bad", [b"\x80", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82", b"\xff\xfe"]
)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_invalid_utf_8_at_any_place_of_a_line_is_its_rows_alone(write, bad, place):
    good = "007,Zoë,Testerton,9 Elm St".encode()
    line = {"first": bad + good, "middle": good[:14] + bad + good[14:], "last": good + bad}[place]
    filler = "".join(f"{n:06d},Zoë,Testerton,{n} Elm St{'x' * 1000}\n" for n in range(6_000)).encode()
    data = bytearray(HEADER + filler)
    at = data.index(b"\n", MIB + (len(data) - MIB) * 3 // 34) + 1
    data[at:at] = line + b"\n"
    found = Result(write(bytes(data)))
    assert found.shape.encoding == "utf-8"
    (reason,) = found.problems.values()
    assert reason.startswith("holds bytes that are not valid in the file's encoding (column ")
    assert found.read == 6_001


def test_lone_surrogates_in_utf_16(write):
    text = "first,last\nAnn,Testerton\n".encode("utf-16-le")
    found = Result(
        write(b"\xff\xfe" + text + b"\x00\xd8,\x00x\x00\n\x00" + "Bea,Testerton\n".encode("utf-16-le"))
    )
    assert found.problems == {2: "holds bytes that are not valid in the file's encoding (column first)"}


def test_text_cut_off_anywhere(write):
    data = (
        "id\tfirst\tlast\taddress\n".encode("utf-16")
        + '1\tZoë\t"Testerton"\t"9 Elm\nSt"\n'.encode("utf-16-le") * 5
    )
    for length in range(1, len(data), 3):
        try:
            Result(write(data[:length]), mapping=_first_column())
        except UserError:
            continue


def _first_column() -> Mapping:
    return Mapping(people=(PersonSources(whole=("id",)),))


def test_random_damage_never_crashes(write):
    dice = random.Random(20260915)
    data = HEADER + rows(1, 30) + b'000031,"Ann",Testerton,"9 Elm\nSt"\n' + rows(32, 30)
    for _ in range(40):
        damaged = bytearray(data)
        for _ in range(6):
            damaged[dice.randrange(len(damaged))] = dice.choice(b'",\n\r\0\x80\xff;|\t x')
        try:
            Result(write(bytes(damaged)))
        except UserError:
            continue


def test_binary_under_a_csv_name(write):
    dice = random.Random(1)
    with pytest.raises(UnreadableFileError, match="not text"):
        Result(write(bytes(dice.randrange(256) for _ in range(20_000))))


def test_control_a_default_reader_swallows_rows():
    """What a lone quote does without our care: the csv module makes one field of all that follows."""
    code = "import csv, io; text = 'a,b\\n1,\"x\\n' + '2,y\\n' * 1000; print(len(list(csv.reader(io.StringIO(text)))))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 10
