"""Some 240 hostile files: each ends in one clear sentence, or in its good rows with the bad ones listed."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import hostile_corpus
import hostile_reports
import pytest

from workbench.base.errors import UserError
from workbench.base.progress import NoProgress
from workbench.services.files import file_digest
from workbench.services.reader import child
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import Failed, Finished, RecordsJob, SniffJob, Source
from workbench.services.sniffing import sniff

PROGRAM = Path(__file__).with_name("hostile_program.py")
ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"testerton|traceback|exception|/tmp|\.csv|\.xlsx|0x[0-9a-f]{6}", re.IGNORECASE)
"""What no message may hold: a value of the file, its name, a program's innards."""


def results(folder: Path) -> tuple[list[dict], int]:
    """What the program said of each file of ``folder``, and how it ended."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder)],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


def wrong(file: hostile_corpus.Hostile, said: dict) -> str:  # noqa: PLR0911
    """What is wrong with the answer about a file; empty when nothing is."""
    if "message" in said:
        if said["kind"] != "user":
            return f"a {said['kind']}: {said['message']}"
        if SHOWN.search(said["message"] + said["hint"]):
            return f"shows what it should not: {said['message']}"
        if not said["message"].endswith((".", "!")) or len(said["message"]) < 15:
            return f"no sentence: {said['message']}"
        return "" if file.must in {"error", "either"} else f"refused: {said['message']}"
    accepted = said["read"] - said["rejected"] - said["duplicates"]
    if accepted < 0 or said["listed"] != said["rejected"] or said["people"] < accepted:
        return f"does not reconcile: {said}"
    if file.must == "error":
        return f"was taken: {said}"
    if file.good >= 0 and (accepted, said["rejected"]) != (file.good, file.bad):
        return f"{file.good} and {file.bad} expected: {said}"
    return ""


def test_every_hostile_file_ends_well(tmp_path):
    everything = [*hostile_corpus.corpus(), *hostile_reports.all_of_them()]
    files = {file.name: file for file in everything}
    assert len(everything) - len(files) <= 1, "names that hide another file"
    assert len(files) >= 230
    for file in files.values():
        (tmp_path / file.name).write_bytes(file.data)
    said, code = results(tmp_path)
    assert code == 0, f"the reader died after {said[-1] if said else 'nothing'}"
    assert {answer["name"] for answer in said} == set(files)
    assert {a["name"]: w for a in said if (w := wrong(files[a["name"]], a))} == {}


def test_the_judge_sees_what_is_wrong(tmp_path):
    """Negative controls: a file that is taken but should not be, counts that do not add up, a reader that dies."""
    sound = hostile_corpus.Hostile("x.csv", b"", "error")
    counts = {"read": 5, "rejected": 1, "duplicates": 0, "people": 4, "listed": 1}
    assert "was taken" in wrong(sound, counts)
    assert "reconcile" in wrong(hostile_corpus.either("x.csv", b""), counts | {"listed": 0})
    assert "reconcile" in wrong(hostile_corpus.either("x.csv", b""), counts | {"duplicates": 9})
    assert "shows" in wrong(sound, {"kind": "user", "message": "Row of Testerton is bad.", "hint": ""})
    assert "defect" in wrong(sound, {"kind": "defect", "message": "KeyError", "hint": ""})
    (tmp_path / "ABORT").write_bytes(b"")
    said, code = results(tmp_path)
    assert (said, code == 0) == ([], False)


@pytest.mark.parametrize("name", ["sound.csv", "broken-xml.xlsx", "one-bad-utf8-line.csv", "path-0.zip"])
def test_a_real_child_says_the_same(tmp_path, name):
    file = next(f for f in hostile_corpus.corpus() if f.name == name)
    path = tmp_path / name
    path.write_bytes(file.data)
    job = RecordsJob(Source(str(path)), "", "auto", "debt_collection")
    if file.must == "error":
        with pytest.raises(UserError):
            list(run_job(job, NoProgress()))
    else:
        finished = [m for m in run_job(job, NoProgress()) if isinstance(m, Finished)][-1]
        assert finished.read - finished.rejected - finished.duplicates == file.good


class Heard:
    """The last message of a job."""

    def __init__(self):
        self.end = None

    def send(self, message):
        self.end = message

    def report(self, done, total, stage):
        pass

    def cancelled(self):
        return False


def special_files(folder: Path):
    yield folder, "folder"
    yield folder / "gone.csv", "nothing there"
    for name, make in {
        "loop": lambda p: p.symlink_to(p),
        "dangling": lambda p: p.symlink_to(folder / "nowhere"),
        "to-folder": lambda p: p.symlink_to(folder),
        "pipe": os.mkfifo,
    }.items():
        path = folder / name
        try:
            make(path)
        except (OSError, NotImplementedError, AttributeError):
            continue  # this system has none, or not for us
        yield path, name
    if Path("/dev/zero").exists() and stat.S_ISCHR(Path("/dev/zero").stat().st_mode):
        yield Path("/dev/zero"), "device"


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path):
    """A pipe nobody writes to and a device without an end would wait for ever."""
    kinds = []
    for path, kind in special_files(tmp_path):
        with pytest.raises(UserError):
            sniff(path, member=None, sheet=None, progress=NoProgress())
        with pytest.raises(UserError):
            file_digest(path)
        heard = Heard()
        child.do_reporting(SniffJob(Source(str(path))), heard)
        assert isinstance(heard.end, Failed), kind
        assert heard.end.kind == "user", kind
        kinds.append(kind)
    assert {"folder", "nothing there"} <= set(kinds)


def test_a_link_to_a_file_is_read(tmp_path):
    (tmp_path / "real.csv").write_bytes(hostile_corpus.DATA)
    link = tmp_path / "link.csv"
    try:
        link.symlink_to(tmp_path / "real.csv")
    except (OSError, NotImplementedError):
        pytest.skip("no links for us on this system")
    heard = Heard()
    child.do_reporting(SniffJob(Source(str(link))), heard)
    assert heard.end.summary["columns"][0] == "id"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "another program holds it"),
        (FileNotFoundError(2, "No such file"), "no longer there"),
        (OSError(5, "Input/output error"), "input/output error"),
    ],
)
def test_a_file_that_the_system_will_not_give_is_said_so(tmp_path, monkeypatch, error, words):
    """Locked by another program, pulled out with its drive, or on a bad sector: nobody's defect."""
    path = tmp_path / "secret-name.csv"
    path.write_bytes(hostile_corpus.DATA)
    real = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == path.name:
            raise error
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    heard = Heard()
    child.do_reporting(SniffJob(Source(str(path))), heard)
    assert heard.end.kind == "user"
    assert words in heard.end.message
    assert "secret-name" not in heard.end.message + heard.end.hint


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps others from a file by a lock")
def test_a_file_locked_by_another_program(tmp_path):
    import msvcrt

    path = tmp_path / "locked.csv"
    path.write_bytes(hostile_corpus.DATA)
    with path.open("r+b") as held:
        msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, len(hostile_corpus.DATA))
        heard = Heard()
        child.do_reporting(SniffJob(Source(str(path))), heard)
    assert isinstance(heard.end, Failed)
    assert heard.end.kind == "user"
