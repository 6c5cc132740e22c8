"""Layouts drift: renamed, added and dropped columns, another delimiter, lines above the header, another encoding."""

import csv
import io
import json
import random
import sys

import pytest
from test_slices import FOLDER, KEY, NAMELESS, differences, read

from workbench.records.headers import canonical
from workbench.records.library import default_library
from workbench.records.looking import look
from workbench.records.recognition import AUTOMATIC

sys.path.insert(0, str(FOLDER))
import make_slices

LAYOUTS = {x["id"]: x for x in json.loads((FOLDER / "layouts.json").read_text(encoding="utf-8"))}
DELIMITED = [
    n for n, x in LAYOUTS.items() if x["delimiter"] and n not in NAMELESS and x["profile"] != "generic"
]
HEADED = [n for n in DELIMITED if LAYOUTS[n]["header"]]
HEADLESS = [n for n in DELIMITED if not LAYOUTS[n]["header"]]
FIXED = [n for n, x in LAYOUTS.items() if "length" in x]


def table(name: str) -> tuple[list[str], list[list[str]]]:
    """The columns and the rows of eight people."""
    rows, _ = make_slices.rows_of(LAYOUTS[name])
    return list(LAYOUTS[name]["columns"]), rows[:8]


def written(columns, rows, delimiter: str, *, header: bool = True, above: str = "") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([columns, *rows] if header else rows)
    return above + out.getvalue()


def drifted(name: str, dice: random.Random) -> tuple[list[str], list[list[str]], str]:
    """The table with one aliased column renamed, one unknown added, one that is not needed dropped."""
    columns, rows = table(name)
    profile = default_library().profile(LAYOUTS[name]["profile"])
    kept = {
        s
        for c in (*profile.recognise.required, *profile.template.used_columns())
        for s in profile.spellings(c)
    }
    aliased = [
        (at, dice.choice(others))
        for at, column in enumerate(columns)
        for target, names in profile.aliases.items()
        if canonical(column) in profile.spellings(target)
        and (others := [n for n in (target, *names) if canonical(n) not in map(canonical, columns)])
    ]
    renamed = ""
    if aliased:
        at, renamed = dice.choice(aliased)
        columns[at] = renamed.upper()
    spare = [at for at, column in enumerate(columns) if canonical(column) not in kept]
    if spare:
        at = dice.choice(spare)
        columns.pop(at)
        rows = [row[:at] + row[at + 1 :] for row in rows]
    at = dice.randrange(len(columns) + 1)
    columns.insert(at, "zz_new_this_year")
    rows = [[*row[:at], "x", *row[at:]] for row in rows]
    order = list(range(len(columns)))
    dice.shuffle(order)
    return [columns[i].replace("_", " ") for i in order], [[row[i] for i in order] for row in rows], renamed


@pytest.mark.parametrize("name", HEADED)
def test_header_drifts(name, tmp_path):
    """Renamed, added, dropped and reordered columns, another delimiter, a title and a date above them."""
    dice = random.Random(f"drift of {name}")
    columns, rows, renamed = drifted(name, dice)
    delimiter = dice.choice([d for d in "\t|;," if d != LAYOUTS[name]["delimiter"]])
    above = dice.choice(["", "List of records\nAs of 06/01/2026\n\n"])
    encoding = dice.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    path = tmp_path / "drifted.txt"
    path.write_bytes(written(columns, rows, delimiter, above=above).encode(encoding))
    _shape, match, people, problems, counts = read(path)
    said = (match.profile_id, match.automatic)
    assert said == (LAYOUTS[name]["profile"], True), (renamed, match.reasons)
    assert counts == (8, 8, 0, 0), problems
    role = KEY[name]["role"]
    for number, wanted in enumerate(KEY[name]["people"], start=1):
        found = next(p for p in people if p["row_number"] == number and role in {"", p["role"]})
        assert differences(found, wanted) == {}, renamed


@pytest.mark.parametrize("name", HEADLESS)
@pytest.mark.parametrize("change", ["delimiter", "one more", "one less"])
def test_rows_without_header_drift(name, change, tmp_path):
    """Another delimiter, a column more at the end, or the last one gone."""
    columns, rows = table(name)
    delimiter = LAYOUTS[name]["delimiter"]
    wanted = KEY[name]["people"]
    if change == "delimiter":
        delimiter = ";" if delimiter != ";" else "|"
    elif change == "one more":
        rows = [[*row, "x"] for row in rows]
    else:
        rows = [row[:-1] for row in rows]
        last = make_slices.facts_of(LAYOUTS[name])[-1]
        gone = {"email": "email", "id": "record_id", "id19": "record_id"}.get(last)
        wanted = [{k: v for k, v in person.items() if k != gone} for person in wanted]
    path = tmp_path / "drifted.txt"
    path.write_text(written(columns, rows, delimiter, header=False), encoding="utf-8", newline="")
    _, match, people, problems, counts = read(path)
    assert (match.profile_id, match.automatic) == (LAYOUTS[name]["profile"], True), match.reasons
    assert counts == (8, 8, 0, 0), problems
    for number, person in enumerate(wanted, start=1):
        found = next(p for p in people if p["row_number"] == number)
        assert differences(found, person) == {}


@pytest.mark.parametrize("name", FIXED)
def test_fixed_records_that_grew_at_their_end(name, tmp_path):
    rows, _ = make_slices.rows_of(LAYOUTS[name])
    text = "".join(make_slices.fixed(LAYOUTS[name], row) + "  Y\n" for row in rows[:8])
    path = tmp_path / "grown.txt"
    path.write_text(text, encoding="utf-8")
    _, match, _people, problems, counts = read(path)
    assert (match.profile_id, match.automatic) == (LAYOUTS[name]["profile"], True), match.reasons
    assert counts == (8, 8, 0, 0), problems


@pytest.mark.parametrize("name", HEADED)
def test_a_required_column_under_another_usual_name(name, tmp_path):
    """Whoever renames LAST_NAME to Surname has not made another layout."""
    columns, rows = table(name)
    profile = default_library().profile(LAYOUTS[name]["profile"])
    shelf = default_library()
    required = {s for n in profile.recognise.required for s in profile.spellings(n)}
    taken = {canonical(c) for c in columns} | profile.vocabulary()
    places = [
        (at, word)
        for at, column in enumerate(columns)
        if canonical(column) in required
        for target in ("last", "first", "city", "zip")
        if canonical(column) in shelf.synonyms[target]
        and not [c for c in columns if c != column and canonical(c) in shelf.synonyms[target]]
        and (word := next((w for w in shelf.synonyms[target] if w not in taken), ""))
    ]
    if not places or len(required) < 5:
        pytest.skip("the layout has no such required column")
    at, word = places[0]
    columns[at] = word
    path = tmp_path / "renamed.txt"
    path.write_text(written(columns, rows, LAYOUTS[name]["delimiter"]), encoding="utf-8", newline="")
    _, match = look(path)
    assert match.profile_id == LAYOUTS[name]["profile"]
    assert AUTOMATIC <= match.confidence < 1


def test_the_slices_are_what_their_generator_writes():
    for name, layout in LAYOUTS.items():
        if layout["container"] in {"txt", "csv", "dbf"}:
            _, data = make_slices.packed(layout, make_slices.rows_of(layout)[0])
            assert (FOLDER / "slices" / KEY[name]["file"]).read_bytes() == data, name


def test_a_layout_without_its_own_columns_is_not_taken(tmp_path):
    """A negative control: what all lists have is nobody's layout."""
    for name in (
        "voter_ohio",
        "voter_washington",
        "voter_georgia",
        "voter_delaware",
        "faa_master",
        "fl_dor_nal",
    ):
        columns, rows = table(name)
        profile = default_library().profile(LAYOUTS[name]["profile"])
        usual = {n for names in default_library().synonyms.values() for n in names}
        own = {s for n in profile.recognise.required for s in profile.spellings(n)} - usual
        if not own:
            continue
        own |= default_library().own_names[profile.id]
        keep = [at for at, column in enumerate(columns) if canonical(column) not in own]
        path = tmp_path / f"{name}.csv"
        path.write_text(
            written([columns[i] for i in keep], [[row[i] for i in keep] for row in rows], ","),
            encoding="utf-8",
        )
        _, match = look(path)
        assert not (match.profile_id == LAYOUTS[name]["profile"] and match.automatic), name


def test_no_placement_file_is_taken_for_a_layout_of_records():
    """A negative control over the headings of placement files as clients write them."""
    import tomllib
    from pathlib import Path

    from workbench.records.recognition import recognise
    from workbench.records.shape import Container, FileShape

    files = tomllib.loads(Path(__file__).with_name("placement_headers.toml").read_text(encoding="utf-8"))
    assert len(files) > 10
    for name, file in files.items():
        columns = tuple(c.strip() for c in file["header"].split("|"))
        match = recognise(FileShape(Container.PLAIN, 1, delimiter=",", header=True, columns=columns))
        assert match.profile_id == "generic", (name, match.reasons)
