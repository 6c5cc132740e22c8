"""No personal data outside the encrypted files: whole vault folder, temporary folder, output, exceptions.

Canaries are searched as UTF-8, UTF-16, hex and base64.  A negative control shows that the scan finds them.
"""

import base64
import contextlib
import io

import pytest

from workbench.cli.main import run

pytestmark = pytest.mark.slow

CANARIES = ("Zyxquill", "Vorpalbane", "9195550177", "000417-CANARY", "99 Jabberwock Rd", "Snarkhunt", "6174")
PASSPHRASE = "seven fictional otters knit calm ledgers"
HEAD = "Account Number,Client,Balance,First Name,Last Name,DOB,SSN Last 4,Address,City,State,Zip,Phone,Employer\n"
ROW = "000417-CANARY,Fictional Bank,10.00,Zyxquill,Vorpalbane,04/19/1978,6174,99 Jabberwock Rd,Larkton,NC,28999,9195550177,Snarkhunt Mills\n"
BAD = "000418,Fictional Bank,lots of Snarkhunt,Zyxquill,Vorpalbane,,,,,,,,\n"
RECORDS = "First Name,Last Name,Birth Year,Address,City,State,Zip,Phone\n" + "".join(
    f"Zyxquill,Vorpalbane,{1978 + n},{99 + n} Jabberwock Rd,Larkton,NC,28999,9195550177\n" for n in range(3)
)


def forms(canary: str):
    raw = canary.encode()
    yield raw
    yield canary.encode("utf-16-le")
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    for shift in range(3):  # base64 of a text in the middle of others
        yield base64.b64encode(b"\0" * shift + raw)[4:-4]


def found_in(data: bytes) -> list[str]:
    return [c for c in CANARIES if len(c) > 4 and any(form and form in data for form in forms(c))]


def scan(folder) -> dict[str, list[str]]:
    hits = {}
    for path in folder.rglob("*"):
        if path.is_file():
            hit = found_in(path.read_bytes()) + found_in(path.name.encode())
            if hit:
                hits[path.relative_to(folder).as_posix()] = hit
    return hits


@pytest.fixture
def world(tmp_path, monkeypatch):
    for name in ("vault", "temp", "home", "in"):
        (tmp_path / name).mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "temp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path / "home")
    (tmp_path / "in" / "p.csv").write_text(HEAD + ROW + BAD, encoding="utf-8")
    (tmp_path / "in" / "r.csv").write_text(RECORDS, encoding="utf-8")
    return tmp_path


def command(*arguments) -> tuple[int, str]:
    both = io.StringIO()
    with contextlib.redirect_stdout(both), contextlib.redirect_stderr(both):
        status = run([str(a) for a in arguments], open_window=lambda vault: 0)
    return status, both.getvalue()


def test_a_whole_session_leaves_no_plain_text(world, caplog):
    vault = world / "vault"
    into = ("--vault", vault)
    said = [command("create", vault)]
    said.append(command("import-accounts", world / "in" / "p.csv", *into))
    said.append(command("import-records", world / "in" / "r.csv", *into))
    said.append(command("verify", *into))
    said.append(command("rebuild", *into))
    said.append(command("backup", world / "home" / "copies", *into))
    said.append(command("import-records", world / "in" / "r.csv", *into))  # refused: the same file again
    said.append(command("import-accounts", world / "in" / "missing.csv", *into))
    assert [status for status, _ in said] == [0, 0, 0, 0, 0, 0, 1, 1]
    assert "1 account added" in said[1][1]
    assert "leads" in said[2][1]

    assert scan(vault) == {}
    assert scan(world / "temp") == {}
    assert scan(world / "home") == {}
    assert found_in("".join(text for _, text in said).encode()) == []
    assert found_in(caplog.text.encode()) == []


def test_the_scan_finds_what_is_there(world):
    (world / "vault" / "a.bin").write_bytes(b"xx" + base64.b64encode(b"..Vorpalbane..") + b"yy")
    (world / "vault" / "b.bin").write_bytes("Zyxquill".encode("utf-16-le"))
    (world / "vault" / "c.bin").write_bytes(b"9195550177".hex().encode())
    assert set(scan(world / "vault")) == {"a.bin", "b.bin", "c.bin"}
    assert "in" in {part.name for part in world.iterdir()}
    assert set(scan(world / "in")) == {"p.csv", "r.csv"}
