import io
import json

import pytest

from workbench.base.errors import UserError
from workbench.cli.main import run
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.cli.parser import parse
from workbench.cli.secrets import passphrase


def test_words_without_json_and_json_without_words():
    for as_json in (False, True):
        out = io.StringIO()
        terminal = Terminal(json=as_json, out=out)
        terminal.say("one line")
        terminal.table(("a", "bb"), [("x", 1), ("long", 22)])
        terminal.result({"n": 1})
        if as_json:
            assert json.loads(out.getvalue()) == {"n": 1}
        else:
            assert out.getvalue() == "one line\na     bb\nx     1\nlong  22\n"


def test_one_thing_is_one_thing():
    assert counted(1, "row") == "1 row"
    assert [counted(n, "row") for n in (0, 1204)] == ["0 rows", "1,204 rows"]
    assert counted(2, "person", "people") == "2 people"


def test_progress_is_silent_where_nobody_watches(capsys):
    progress = TerminalProgress(quiet=False)
    progress.report(1, 2, "reading")
    progress.clear()
    assert capsys.readouterr().err == ""
    assert not progress.cancelled()


def test_the_passphrase_comes_from_a_file_or_the_environment(tmp_path, monkeypatch):
    file = tmp_path / "secret"
    file.write_text(" otters knit \n", encoding="utf-8")
    assert passphrase(file) == " otters knit "
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "from outside")
    assert passphrase(None) == "from outside"
    monkeypatch.delenv("WORKBENCH_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(UserError, match="No passphrase"):
        passphrase(None)
    with pytest.raises(UserError, match="no such passphrase file"):
        passphrase(tmp_path / "none")


def test_options_work_before_and_after_the_command():
    assert parse(["--json", "sniff", "f"]).json is True
    assert parse(["sniff", "f", "--json"]).json is True
    assert parse(["sniff", "f"]).json is False


def test_without_a_command_the_window_opens(tmp_path):
    opened = []
    assert run(["--vault", str(tmp_path)], open_window=lambda vault: opened.append(vault) or 7) == 7
    assert opened == [tmp_path]


def test_a_defect_is_one_line_without_values(monkeypatch, capsys):
    def broken(*_):
        raise RuntimeError("Vorpalbane")

    monkeypatch.setattr("workbench.cli.main.command", lambda _name: broken)
    assert run(["sniff", "f"], open_window=lambda vault: 0) == 1
    said = capsys.readouterr().err
    assert "defect" in said
    assert "Vorpalbane" not in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["judge", "x", "reject", "--reason", "no_such_reason", "--vault", "v"],
        ["leads", "--limit", "-1", "--vault", "v"],
        ["leads", "--limit", "many", "--vault", "v"],
    ],
)
def test_wrong_usage_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        run(arguments, open_window=lambda vault: 0)
    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_name_cannot_steer_the_terminal():
    out = io.StringIO()
    Terminal(json=False, out=out).say("A\x1b[2JB\r\u202eC\tD")
    assert out.getvalue() == "A[2JBCD\n"


def test_a_name_of_two_lines_stays_in_its_row():
    out = io.StringIO()
    Terminal(json=False, out=out).table(["file", "id"], [["a\nb.csv  0000", "1"]])
    assert out.getvalue().splitlines() == ["file           id", "a b.csv  0000  1"]
