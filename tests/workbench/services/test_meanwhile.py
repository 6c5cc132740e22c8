"""What happens to the vault while a long job is under way: nothing is left of what is gone, nothing is twice."""

import pytest
from reading_here import without_children
from test_records_and_leads import FATHER, FOUND, STRANGERS, ZEB

from workbench.base.progress import NoProgress
from workbench.services.access import DirectAccess
from workbench.services.import_records import (
    ImportedBeforeError,
    RecordsRequest,
    UndoneMeanwhileError,
    import_records,
    take_records,
    undo_import,
)
from workbench.services.rematching import rematch
from workbench.vault.verify import verify


class Meanwhile(DirectAccess):
    """Access of a job, before whose piece ``when`` somebody does ``what``, once."""

    def __init__(self, vault, when, what):
        super().__init__(vault)
        self._when, self._what = when, [what]

    def call(self, work):
        if getattr(getattr(work, "func", work), "__name__", "") == self._when and self._what:
            self._what.pop()()
        return super().call(work)

    @property
    def was_done(self):
        return not self._what


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    without_children(monkeypatch)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "voters.csv"
    head = "Voter ID,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"
    path.write_text("\n".join([head, *STRANGERS, FOUND, FATHER]) + "\n", encoding="utf-8")
    return path


def taken(vault, file):
    return import_records(vault, file, RecordsRequest(), NoProgress()).import_id


def imports(vault):
    return [r for r in vault.registry.imports() if r.kind.value == "records" and r.undone_at is None]


def test_an_import_undone_before_its_leads_are_in_leaves_none(vault, place, file):
    place(ZEB)
    access = Meanwhile(vault, "_add_leads", lambda: undo_import(vault, imports(vault)[0].import_id))
    with pytest.raises(UndoneMeanwhileError):
        take_records(access, file, RecordsRequest(), NoProgress())
    assert (vault.catalog.count_pending(), imports(vault)) == (0, [])
    assert verify(vault).problems == ()


def test_one_file_taken_twice_at_once_is_there_once(vault, place, file):
    place(ZEB)
    access = Meanwhile(vault, "_register", lambda: taken(vault, file))
    with pytest.raises(ImportedBeforeError):
        take_records(access, file, RecordsRequest(), NoProgress())
    assert len(imports(vault)) == 1
    assert verify(vault).problems == ()  # the file of the second is gone
    assert import_records(vault, file, RecordsRequest(again=True), NoProgress()).counts.accepted


@pytest.mark.parametrize("when", ["_opener_if_kept", "_keep_presence", "_replace_all"])
def test_an_import_undone_while_it_is_matched_again_leaves_no_leads(vault, place, file, when):
    place(ZEB)
    import_id = taken(vault, file)
    access = Meanwhile(vault, when, lambda: undo_import(vault, import_id))
    rematch(access, NoProgress(), new_only=False)
    assert access.was_done
    assert vault.catalog.count_pending() == 0


def test_an_account_destroyed_while_a_file_is_matched_leaves_no_leads(vault, place, file):
    place(ZEB)
    account = vault.catalog.find_account("Fictional Bank", "000417")
    access = Meanwhile(vault, "_add_leads", lambda: vault.shred_case(account, "recalled"))
    take_records(access, file, RecordsRequest(), NoProgress())
    assert access.was_done
    assert vault.catalog.rows_waiting(imports(vault)[0].import_id) == []
