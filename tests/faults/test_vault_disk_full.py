"""A full disk: the change is refused as a whole, what was saved stays, and work goes on once there is room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from case_world import a_case, a_note, an_id, make_vault, reopen

from workbench.base.errors import MachineError
from workbench.model.work import WorkState
from workbench.vault.errors import DiskFullError
from workbench.vault.verify import verify

ROOT = Path(__file__).parents[2]


def edits_until_full(vault) -> int:
    """How many edits, each making the catalog grow, went in before the disk was full."""
    for number in range(200):
        try:
            with vault.edit_case(an_id(1)) as edit:
                edit.add_activity(a_note(number))
                edit.set_work(WorkState(f"{number} " + "long next action " * 300))
        except DiskFullError:
            return number
    raise AssertionError("the disk never filled")


def test_an_edit_that_does_not_fit_changes_nothing(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        with vault.session.reading() as conn:
            pages = conn.exec_driver_sql("PRAGMA main.page_count").scalar()
            conn.exec_driver_sql(f"PRAGMA main.max_page_count={pages}")
        number = edits_until_full(vault)
        saved = vault.read_case(an_id(1)).activities
        assert [a.activity_id for a in saved] == [a_note(n).activity_id for n in range(number)]
        assert verify(vault).problems == ()
        with vault.session.reading() as conn:
            conn.exec_driver_sql("PRAGMA main.max_page_count=1000000")
        with vault.edit_case(an_id(1)) as edit:
            edit.add_activity(a_note(900))
    with reopen(tmp_path / "v") as vault:
        assert len(vault.read_case(an_id(1)).activities) == number + 1
        assert verify(vault).problems == ()


def test_a_batch_that_does_not_fit_leaves_no_file(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
        with vault.session.reading() as conn:
            pages = conn.exec_driver_sql("PRAGMA main.page_count").scalar()
            conn.exec_driver_sql(f"PRAGMA main.max_page_count={pages + 2}")
        with pytest.raises(MachineError):
            vault.create_cases(a_case(n) for n in range(2, 40))
        assert vault.catalog.count() == 1
        assert len(list((vault.folder / "cases").rglob("*.case"))) == 1
        assert verify(vault).problems == ()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from case_world import a_case, a_note, an_id, reopen
from workbench.base.errors import MachineError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with reopen(Path(sys.argv[1])) as vault:
    done = 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for number in range(400):
            with vault.edit_case(an_id(1)) as edit:
                edit.add_document("d", "text/plain", bytes(3000))
            done = number + 1
    except MachineError:
        pass
    assert len(vault.read_case(an_id(1)).documents) == done
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with vault.edit_case(an_id(1)) as edit:
        edit.add_activity(a_note(1))
sys.stdout.write(str(done))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of POSIX")
def test_a_file_that_may_not_grow(tmp_path):
    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case())
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "workbench" / "vault")])
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "v"), "200000"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert 0 < int(done.stdout) < 400, "the limit was not reached"
    with reopen(tmp_path / "v") as vault:
        content = vault.read_case(an_id(1))
        assert (len(content.documents), len(content.activities)) == (int(done.stdout), 1)
        assert verify(vault).problems == ()
