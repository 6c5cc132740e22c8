import stat
import sys

import pytest

from workbench.base.errors import MachineError, UserError
from workbench.services.exports import export_text
from workbench.services.files import require_target


def test_an_export_is_whole_and_private(tmp_path):
    target = tmp_path / "out.csv"
    with export_text(target) as stream:
        stream.write("a\r\n")
        assert not target.exists()
    assert target.read_bytes() == b"a\r\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_failed_export_leaves_what_was_there(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old", encoding="utf-8")

    def broken():
        with export_text(target) as stream:
            stream.write("new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert target.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_place_that_cannot_be_written_is_the_machines_matter(tmp_path):
    with (
        pytest.raises(MachineError, match="cannot be written"),
        export_text(tmp_path / "none" / "out.csv") as stream,
    ):
        stream.write("x")


def test_a_target_is_refused_before_the_work(tmp_path):
    given = tmp_path / "in.csv"
    given.write_text("x", encoding="utf-8")
    for out, says in ((tmp_path / "none" / "o.csv", "folder"), (tmp_path, "folder"), (given, "input files")):
        with pytest.raises(UserError, match=says):
            require_target(out, (given,))
    require_target(tmp_path / "out.csv", (given,))
