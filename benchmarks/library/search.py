"""Library search over ten million invented people, beside plain SQLite (FTS5, LIKE) over the same rows.

``python -m benchmarks.library.search [--files 10] [--distinct 2] [--rows 1000000] [--queries 40] [--folder DIR] [--keep]``

Each kind of query is asked for people drawn from the files, so that it is also known whether the one who was
meant is among the first hundred hits.  *warm*: files open, every kind asked before for others, the system has
read the files once; *cold*, measured after all warm ones: the files are closed and the system is told to forget
their pages before every query.  The baseline is one unencrypted file
with the same columns and an FTS5 index over all of them.
"""

import argparse
import os
import random
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from benchmarks.library.world import World
from workbench.model.importing import ImportCounts, ImportKind, ImportRecord
from workbench.services.finding_people import find_people
from workbench.vault.kdf import KdfCost
from workbench.vault.library import LibrarySlot
from workbench.vault.library_writer import LibraryWriter
from workbench.vault.vault import Vault, create_vault

SECRET = "seven fictional otters knit"
LIKE_QUERIES = 2
COLUMNS = "name, birth, house, address, phone, employer"


@dataclass
class Times:
    """Milliseconds of one kind of query on one side, and how often the person meant was found."""

    ms: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    found: int = 0

    def row(self) -> str:
        """Median, 95th percentile, longest, found of asked."""
        if not self.ms:
            return f"{'-':>8} {'-':>8} {'-':>8} {'-':>7}"
        ordered = sorted(self.ms)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        share = f"{self.found}/{len(self.ms)}"
        used = sorted(self.cpu)
        cpu = f"{statistics.median(used):8.1f} {used[min(len(used) - 1, int(len(used) * 0.95))]:8.1f}"
        return f"{statistics.median(ordered):8.1f} {p95:8.1f} {ordered[-1]:8.1f} {cpu} {share:>7}"


def build(folder: Path, files: int, rows: int, seed: int, distinct: int) -> list[dict[str, object]]:
    """A vault of ``files`` record files and the baseline beside it; some people of each distinct file.

    Files beyond ``distinct`` are copies of those, each an import and a file of its own: the library holds as
    many rows and a search reads as much, but what one file holds the copy holds too.  The baseline holds the
    distinct rows only.
    """
    world, rng = World(seed), random.Random(seed)
    baseline = sqlite3.connect(folder / "plain.db")
    baseline.execute("PRAGMA synchronous=OFF")
    baseline.execute("PRAGMA journal_mode=OFF")
    baseline.execute(f"CREATE VIRTUAL TABLE p USING fts5({COLUMNS})")
    people: list[dict[str, object]] = []
    spent = Spent()
    made, _ = create_vault(folder / "vault", SECRET, kdf=KdfCost(8 * 1024, 1, 1))
    with made as vault:
        for number in range(files):
            if number < distinct:
                slot = vault.library.reserve()
                with LibraryWriter(slot.path, slot.key) as writer:
                    for frame in world.frames(seed + 1 + number, rows):
                        with spent.on("ours"):
                            writer.write(frame)
                        with spent.on("plain"):
                            baseline.executemany("INSERT INTO p VALUES (?,?,?,?,?,?)", _plain(frame).rows())
                        people += frame[rng.sample(range(frame.height), min(40, frame.height))].to_dicts()
                    with spent.on("ours"):
                        writer.finish()
            else:
                slot = copied(vault, number % distinct)
            vault.library.register(slot, record_of(slot.import_id, number, rows))
            print(f"file {number + 1} of {files}: {spent.words('ours')} so far", flush=True)
    baseline.commit()
    baseline.close()
    size = sum(path.stat().st_size for path in (folder / "vault" / "library").glob("*.records"))
    print(f"ours: {distinct} files written in {spent.words('ours')}; {files} files are {size / 1e9:.2f} GB")
    plain = (folder / "plain.db").stat().st_size / 1e9
    print(
        f"plain FTS5: {distinct * rows:,} rows written in {spent.words('plain')}, {plain:.2f} GB", flush=True
    )
    return people


def copied(vault: Vault, number: int) -> LibrarySlot:
    """A new slot with a copy of the file that was imported as ``number``."""
    records = sorted(vault.registry.imports(), key=lambda record: record.file_name)
    source = records[number].import_id
    slot = vault.library.reserve()
    shutil.copyfile(vault.library.path(source), slot.path)
    slot.path.chmod(0o600)
    return LibrarySlot(slot.import_id, slot.path, vault.library.key(source))


def record_of(import_id: str, number: int, rows: int) -> ImportRecord:
    """The import of one file."""
    return ImportRecord(
        import_id, ImportKind.RECORDS, f"invented-{number:03}.txt", import_id, "nc", "benchmark",
        ImportCounts(rows, rows, 0, 0), datetime.now(UTC), "bench",
    )  # fmt: skip


class Spent:
    """Seconds by the clock and of a processor, by name."""

    def __init__(self) -> None:
        self._spent: dict[str, list[float]] = {}

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        """Count the block."""
        clock, processor = time.perf_counter(), time.process_time()
        yield
        of = self._spent.setdefault(name, [0.0, 0.0])
        of[0] += time.perf_counter() - clock
        of[1] += time.process_time() - processor

    def words(self, name: str) -> str:
        """Both figures."""
        clock, processor = self._spent.get(name, [0.0, 0.0])
        return f"{clock:.0f} s ({processor:.0f} s of a processor)"


def _plain(frame: pl.DataFrame) -> pl.DataFrame:
    text = pl.col("birth_date").cast(pl.String)
    address = pl.concat_str("address_street", "address_city", "address_state", "address_zip", separator=" ")
    phones = pl.col("phones").list.join(" ")
    return frame.select("name_raw", text, "address_house", address, phones, "employer").fill_null("")


def _typo(rng: random.Random, word: str) -> str:
    """One letter dropped, doubled, changed or swapped."""
    at = rng.randrange(1, max(2, len(word) - 1))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + rng.choice("AEIORSTN") + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _long(rng: random.Random, people: list[dict[str, object]]) -> dict[str, object]:
    return next(p for p in iter(lambda: rng.choice(people), None) if len(str(p["last"])) > 4)


Query = tuple[str, str, dict[str, object]]
"""(line, FTS5 expression or "", person meant)."""


def kinds(people: list[dict[str, object]]) -> dict[str, Callable[[random.Random], Query]]:
    """How to ask by each kind of query for somebody of ``people``."""

    def pick(rng: random.Random, *needs: str) -> dict[str, object]:
        return next(p for p in iter(lambda: rng.choice(people), None) if all(p[n] for n in needs))

    def name(rng: random.Random) -> Query:
        p = pick(rng)
        return f"{p['last']}, {p['first']}", f"name: {p['last']} AND name: {p['first']}", p

    def any_order(rng: random.Random) -> Query:
        p = pick(rng)
        return f"{p['first']} {p['last']} {p['birth_year']}", (
            f"name: {p['last']} AND name: {p['first']} AND birth: {p['birth_year']}*"
        ), p  # fmt: skip

    def initial(rng: random.Random) -> Query:
        p = pick(rng)
        return f"{p['last']} {str(p['first'])[0]}* {p['birth_year']}", (
            f"name: {p['last']} AND name: {str(p['first'])[0]}* AND birth: {p['birth_year']}*"
        ), p  # fmt: skip

    def last_only(rng: random.Random) -> Query:
        p = pick(rng)
        return str(p["last"]), f"name: {p['last']}", p

    def misspelt(rng: random.Random) -> Query:
        p = _long(rng, people)
        wrong = _typo(rng, str(p["last"]))
        return f"{wrong}, {p['first']} {p['birth_year']}", (
            f"name: {wrong} AND name: {p['first']} AND birth: {p['birth_year']}*"
        ), p  # fmt: skip

    def misspelt_bare(rng: random.Random) -> Query:
        p = _long(rng, people)
        wrong = _typo(rng, str(p["last"]))
        return f"{wrong}, {p['first']}", f"name: {wrong} AND name: {p['first']}", p

    def with_town(rng: random.Random) -> Query:
        p = pick(rng)
        town = " ".join(f"address: {w}" for w in str(p["address_city"]).split()).replace(
            " address", " AND address"
        )
        return f'{p["last"]}, {p["first"]} city:"{p["address_city"]}"', (
            f"name: {p['last']} AND name: {p['first']} AND {town}"
        ), p  # fmt: skip

    def with_state(rng: random.Random) -> Query:
        p = pick(rng)
        return f"{p['last']} state:{p['address_state']} {p['birth_year']}", (
            f"name: {p['last']} AND address: {p['address_state']} AND birth: {p['birth_year']}*"
        ), p  # fmt: skip

    def middle(rng: random.Random) -> Query:
        p = pick(rng, "middle")
        return f"{p['last']}, {p['first']} {str(p['middle'])[0]}", (
            f"name: {p['last']} AND name: {p['first']} AND name: {str(p['middle'])[0]}*"
        ), p  # fmt: skip

    def address(rng: random.Random) -> Query:
        p = pick(rng)
        return f'"{p["address_house"]} {p["address_street"]}" zip:{p["address_zip"]}', (
            f"house: {p['address_house']} AND "
            + " AND ".join(f"address: {w}" for w in f"{p['address_street']} {p['address_zip']}".split())
        ), p  # fmt: skip

    def misspelt_address(rng: random.Random) -> Query:
        p = next(x for x in iter(lambda: pick(rng), None) if len(str(x["address_street"]).split()[0]) > 4)
        words = str(p["address_street"]).split()
        street = " ".join([_typo(rng, words[0]), *words[1:]])
        return f'"{p["address_house"]} {street}"', (
            f"house: {p['address_house']} AND " + " AND ".join(f"address: {w}" for w in street.split())
        ), p  # fmt: skip

    def phone(rng: random.Random) -> Query:
        p = pick(rng, "phones")
        number = p["phones"][0]  # type: ignore[index]
        return str(number), f"phone: {number}", p

    def birth(rng: random.Random) -> Query:
        p = pick(rng)
        day = f"{p['birth_date']}"
        return f"first:{p['first']} dob:{day}", f'name: {p["first"]} AND birth: "{day}"', p

    def employer(rng: random.Random) -> Query:
        p = pick(rng, "employer")
        words = str(p["employer"]).split()
        return f'{p["last"]} employer:"{p["employer"]}"', (
            f"name: {p['last']} AND " + " AND ".join(f"employer: {w}" for w in words)
        ), p  # fmt: skip

    def firm(rng: random.Random) -> Query:
        p = pick(rng, "employer")
        words = str(p["employer"]).split()
        return f'employer:"{_typo(rng, words[0]) if len(words[0]) > 4 else words[0]} {words[1]}"', (
            " AND ".join(f"employer: {w}" for w in words)
        ), p  # fmt: skip

    def case(rng: random.Random) -> Query:
        p = pick(rng, "phones")
        number = p["phones"][0]  # type: ignore[index]
        line = f'{p["last"]}, {p["first"]} {p["birth_year"]} | {number} | "{p["address_house"]} {p["address_street"]}"'
        return line, "", p

    return {
        "last, first": name, "any order and birth year": any_order, "last, J* and birth year": initial,
        "last name alone": last_only, "last misspelt, first, year": misspelt,
        "last misspelt, first": misspelt_bare, "last, first, town": with_town,
        "last, state, birth year": with_state, "last, first, middle initial": middle,
        "address": address, "street misspelt": misspelt_address, "phone": phone,
        "first name and birth date": birth, "last name and employer": employer, "employer misspelt": firm,
        "from a case (three alternatives)": case,
    }  # fmt: skip


def forget(folder: Path) -> None:
    """Ask the system to drop the pages of all record files (Linux; elsewhere cold is not cold)."""
    if hasattr(os, "posix_fadvise"):
        for path in (folder / "vault" / "library").glob("*.records"):
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def ask(vault: Vault, query: Query, times: Times) -> None:
    """One search, timed; whether the person meant is among the first hundred."""
    line, _, meant = query
    start, used = time.perf_counter(), time.thread_time()
    answer = find_people(vault, line)
    times.ms.append((time.perf_counter() - start) * 1e3)
    times.cpu.append((time.thread_time() - used) * 1e3)
    times.found += any(
        hit.record.record_id == meant["record_id"] and hit.record.name == meant["name_raw"]
        for hit in answer.hits
    )


def ask_plain(
    baseline: sqlite3.Connection, sql: str, value: object, meant: dict[str, object], times: Times
) -> None:
    start, used = time.perf_counter(), time.thread_time()
    rows = baseline.execute(sql, value).fetchall()  # type: ignore[arg-type]
    times.ms.append((time.perf_counter() - start) * 1e3)
    times.cpu.append((time.thread_time() - used) * 1e3)
    times.found += any(row[0] == meant["name_raw"] and row[1] == str(meant["birth_date"]) for row in rows)


def read_once(folder: Path) -> None:
    """Have the system read all record files, as far as it has memory for their pages."""
    for path in (folder / "vault" / "library").glob("*.records"):
        with path.open("rb") as file:
            while file.read(1 << 22):
                pass


def measure(folder: Path, vault: Vault, people: list[dict[str, object]], plain: Path, queries: int) -> None:
    """Print one line per kind and side."""
    drawn: dict[str, list[Query]] = {}
    others: list[Query] = []
    for number, (kind, make) in enumerate(kinds(people).items()):
        rng = random.Random(1000 + number)
        drawn[kind] = [make(rng) for _ in range(queries)]
        others += [make(rng) for _ in range(10)]
    sides = {kind: {side: Times() for side in ("warm", "cold", "FTS5", "LIKE")} for kind in drawn}
    read_once(folder)
    for query in others:
        find_people(vault, query[0])
    for kind, asked in drawn.items():
        for query in asked:
            ask(vault, query, sides[kind]["warm"])
    for kind, asked in drawn.items():
        for query in asked[: max(5, queries // 4)]:
            vault.library.close()
            forget(folder)
            ask(vault, query, sides[kind]["cold"])
    measure_plain(plain, drawn, sides)
    print(f"{'':34} {'':>6} {'median':>8} {'95th':>8} {'max':>8} {'CPU':>8} {'95th':>8} {'found':>7}")
    for kind, of_kind in sides.items():
        for side, times in of_kind.items():
            if times.ms:
                print(f"{kind if side == 'warm' else '':34} {side:>6} {times.row()}", flush=True)
    for side in ("warm", "cold"):
        print(overall(side, [of_kind[side] for of_kind in sides.values()]))


def measure_plain(plain: Path, drawn: dict[str, list[Query]], sides: dict[str, dict[str, Times]]) -> None:
    """Ask the baseline what it can be asked."""
    baseline = sqlite3.connect(f"file:{plain}?mode=ro", uri=True)
    baseline.execute("PRAGMA cache_size=-98304")
    fts = f"SELECT {COLUMNS} FROM p WHERE p MATCH ? LIMIT 100"
    like = f"SELECT {COLUMNS} FROM p WHERE name LIKE ? LIMIT 100"
    for kind, asked in drawn.items():
        for query in asked:
            if query[1]:
                ask_plain(baseline, fts, (query[1],), query[2], sides[kind]["FTS5"])
    first_kind, asked = next(iter(drawn.items()))
    for query in asked[:LIKE_QUERIES]:
        last, first = query[0].split(", ")
        ask_plain(baseline, like, (f"{first}%{last}",), query[2], sides[first_kind]["LIKE"])


def overall(side: str, of_kinds: list[Times]) -> str:
    """Median, 95th percentile and longest of all kinds together, by the clock and of a processor."""
    ms = sorted(value for times in of_kinds for value in times.ms)
    cpu = sorted(value for times in of_kinds for value in times.cpu)
    place = int(len(ms) * 0.95)
    return (
        f"all, {side}: median {statistics.median(ms):.1f}, 95th {ms[place]:.1f}, longest {ms[-1]:.1f} ms;"
        f" of a processor: median {statistics.median(cpu):.1f}, 95th {cpu[place]:.1f} ms"
    )


def lines(folder: Path) -> Iterator[dict[str, object]]:
    yield from pl.read_parquet(folder / "people.parquet").to_dicts()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, help="files drawn; the others are copies of them")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="built here and, with --keep, used again")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--build-only", action="store_true", help="with --keep: measure another time")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="library-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    from workbench.vault.vault import open_vault

    try:
        if not (folder / "people.parquet").exists():
            distinct = min(options.files, options.distinct or options.files)
            people = build(folder, options.files, options.rows, options.seed, distinct)
            pl.DataFrame(people, infer_schema_length=None).write_parquet(folder / "people.parquet")
        if options.build_only:
            return
        with open_vault(folder / "vault", SECRET) as vault:
            measure(folder, vault, list(lines(folder)), folder / "plain.db", options.queries)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
