"""The import screen over a real vault, with files that are read in real child processes."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.screens.imports.screen import ImportScreen, Step
from ui.shell.places import Place
from workbench.services.demo import SAMPLES

HEAD = "Account Number,Client,Balance,First Name,Last Name,DOB,Zip,Phone"
ROWS = (
    "X0017,Lantern Bank,2184.50,José,Muñoz,1984-03-09,01234,4235550123",
    "X0018,Lantern Bank,500.00,Ada,Okafor,1990-11-21,62704,2175550101",
    "X0019,Lantern Bank,lots,John,Smith,1970-01-02,62701,",
)


@pytest.fixture
def file(tmp_path):
    def make(*rows, head=HEAD, name="placed.csv"):
        path = tmp_path / name
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return path

    return make


@pytest.fixture
def on(show, wait_idle, qtbot):
    """The import screen over a workspace."""

    def make(workspace):
        went = []
        workspace.navigator.go = lambda place, target=None: went.append((place, target))
        screen = ImportScreen(workspace)
        show(screen)
        workspace.window.activateWindow()
        qtbot.waitUntil(workspace.window.isActiveWindow)
        screen.went = went
        screen.enter()
        wait_idle(workspace)
        return screen

    return make


@pytest.fixture
def empty(on, empty_workspace):
    return on(empty_workspace)


def numbers(screen, qtbot):
    found = []
    screen.workspace.vault.read(
        lambda v: [r.account_number for r in v.catalog.account_rows(v.catalog.account_ids())],
        found.append,
        owner=screen,
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_accounts_in_four_steps_by_keyboard(empty, file, wait_idle, qtbot, grab):
    assert empty.file_page.states.words == "Nothing was imported yet."
    grab(empty, "import-1-file")
    empty.open_file(file(*ROWS))
    wait_idle(empty.workspace)
    assert empty.step is Step.COLUMNS
    assert empty.columns.table.hasFocus()
    assert "comma" in empty.columns.file.words
    assert empty.columns.rows.headerData(0, Qt.Orientation.Horizontal) == "Account Number → Account number ✓"
    assert empty.foot.startswith("Nothing is written yet. 3 rows · 2 new accounts · 1 cannot be taken")
    grab(empty, "import-2-columns")
    assert numbers(empty, qtbot) == []
    qtbot.keyClick(empty.columns.table, Qt.Key.Key_F8)
    assert empty.step is Step.CHECK
    assert empty.check_page.rows.data(empty.check_page.rows.index(0, 0)) == "3"
    assert "balance" in empty.check_page.rows.data(empty.check_page.rows.index(0, 1)).lower()
    grab(empty, "import-3-check")
    qtbot.keyClick(empty.check_page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert empty.step is Step.RESULT
    grab(empty, "import-4-running")
    wait_idle(empty.workspace)
    assert numbers(empty, qtbot) == ["X0017", "X0018"]
    assert "2 accounts added" in empty.result_page.words
    grab(empty, "import-4-done")
    assert empty.file_page.rows.rowCount() == 1


def test_a_record_file_leads_to_the_review(on, workspace, wait_idle, qtbot, tmp_path, grab):
    copy = tmp_path / "voters.txt"
    copy.write_bytes((SAMPLES / "ncvoter_sample.txt").read_bytes()[:-2])
    screen = on(workspace)
    screen.open_file(copy)
    wait_idle(workspace)
    assert "Recognised: North Carolina voters" in " ".join(screen.columns.file.chips)
    assert "can be used" in screen.foot
    grab(screen, "import-2-records")
    screen.flow.start()
    wait_idle(workspace, 120)
    assert "candidates ready: start the review" in screen.result_page.words
    assert QApplication.focusWidget() is screen.result_page._review
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert screen.went[-1] == (Place.REVIEW, screen.flow.result.import_id)
    grab(screen, "import-4-review")


def test_a_column_gets_another_target_with_f2(empty, file, wait_idle, qtbot, grab):
    empty.open_file(file(*ROWS))
    wait_idle(empty.workspace)
    empty.columns.table.set_current_column(7)
    assert "2 of 3 rows shown are filled" in empty.columns.explanation
    qtbot.keyClick(empty.columns.table, Qt.Key.Key_F2)
    picker = empty.columns.picker
    grab(picker, "import-picker")
    qtbot.keyClicks(picker.search, "keep as")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    wait_idle(empty.workspace)
    assert empty.flow.plan.targets["Phone"] == "Keep as it is"
    assert empty.flow.plan.edited
    assert empty.flow.plan.checked is not None
    empty.workspace.registry.action("import.save_mapping").trigger()
    wait_idle(empty.workspace)
    empty.begin()
    empty.open_file(file(*ROWS, name="again.csv"))
    wait_idle(empty.workspace)
    assert "Your saved mapping is used" in empty.columns.file.chips
    assert empty.flow.plan.targets["Phone"] == "Keep as it is"


def test_a_mapping_that_cannot_be_says_what_is_missing(empty, file, wait_idle):
    empty.open_file(file("1,2,3", head="Alpha,Beta,Gamma"))
    wait_idle(empty.workspace)
    empty._read_as("accounts", "", "")
    wait_idle(empty.workspace)
    assert "account number" in empty.foot
    assert not empty.workspace.registry.action("import.start").isEnabled()
    assert "account number" in empty.workspace.registry.entry("import.start").reason


def test_a_broken_file_is_a_sentence_and_the_screen_lives(empty, tmp_path, wait_idle, grab):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(500))
    empty.open_file(path)
    wait_idle(empty.workspace)
    assert empty.step is Step.FILE
    assert empty.file_page.states.state == "error"
    assert "broken" not in empty.file_page.states.words, "no file names in errors"
    grab(empty, "import-error")
    empty.history.reload()
    wait_idle(empty.workspace)
    assert empty.file_page.states.words == "Nothing was imported yet."


def test_a_layout_whose_law_refuses_the_purpose_is_refused(empty, tmp_path, wait_idle):
    path = tmp_path / "wa.txt"
    names = "StateVoterID|FName|LName|RegStNum|Street|RegCity|Last Name|Name"
    path.write_text(f"{names}\n1|Ann|Testerton|9|Elm St|Olympia|x|y\n", encoding="utf-8")
    empty.open_file(path)
    wait_idle(empty.workspace)
    assert "not importable for the purpose debt_collection" in empty.foot
    assert not empty.workspace.registry.action("import.start").isEnabled()


def test_the_same_file_again_asks_first(on, workspace, wait_idle, tmp_path, monkeypatch):
    screen = on(workspace)
    asked = []
    workspace.messages.ask = lambda *words: asked.append(words) or False
    screen.open_file(SAMPLES / "parcel_roll.csv")
    wait_idle(workspace)
    assert any(words.startswith("Imported 20") for words in screen.columns.file.chips)
    screen.flow.start()
    assert len(asked) == 1
    assert screen.step is Step.COLUMNS


def test_an_import_of_accounts_is_undone_with_its_list(empty, file, wait_idle, qtbot):
    from workbench.services import case_work

    empty.open_file(file(*ROWS))
    wait_idle(empty.workspace)
    empty.flow.start()
    wait_idle(empty.workspace)
    empty.workspace.vault.write(
        lambda v: case_work.add_tag(v, v.catalog.find_account("Lantern Bank", "X0018"), "mine"), owner=empty
    )
    wait_idle(empty.workspace)
    said = []
    empty.workspace.messages.ask = lambda _title, words, _yes: said.append(words) or True
    empty.begin()
    wait_idle(empty.workspace)
    empty.workspace.registry.action("import.undo").trigger()
    wait_idle(empty.workspace)
    assert said[0].splitlines() == [
        "Accounts destroyed for good: 1; kept: 1.",
        "X0018: you worked on it",
    ]
    assert numbers(empty, qtbot) == ["X0018"]
    assert empty.file_page.rows.data(empty.file_page.rows.index(0, 7), 296) is not None
    assert not empty.workspace.registry.action("import.undo").isEnabled()


def test_an_import_of_records_is_undone(on, workspace, wait_idle, qtbot, grab):
    screen = on(workspace)
    grab(screen, "import-history")
    workspace.messages.ask = lambda *_words: True
    leads = []
    workspace.vault.read(lambda v: v.catalog.count_pending(), leads.append, owner=screen)
    wait_idle(workspace)
    place = next(i for i in range(4) if screen.file_page.rows.record_at(i).kind.value == "records")
    screen.file_page.table.set_current_row(place)
    workspace.registry.action("import.undo").trigger()
    wait_idle(workspace)
    workspace.vault.read(lambda v: v.catalog.count_pending(), leads.append, owner=screen)
    wait_idle(workspace)
    assert leads[1] < leads[0]


def test_rows_not_taken_are_written_where_somebody_says(empty, file, wait_idle, tmp_path):
    empty.open_file(file(*ROWS))
    wait_idle(empty.workspace)
    empty.flow.start()
    wait_idle(empty.workspace)
    empty.history.export_problems_to(empty.history.current(), tmp_path / "not.csv")
    wait_idle(empty.workspace)
    lines = (tmp_path / "not.csv").read_text("utf-8").splitlines()
    assert lines[0] == "row,reason,text"
    assert lines[1].startswith("3,")


def test_a_file_can_be_dropped_and_an_import_be_cancelled(on, workspace, file, wait_idle, qtbot, tmp_path):
    screen = on(workspace)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file(*ROWS)))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    screen.file_page.dropEvent(event)
    wait_idle(workspace)
    assert screen.step is Step.COLUMNS
    before = numbers(screen, qtbot)
    screen.flow.start()
    for job in workspace.jobs.running:
        job.cancel()
    wait_idle(workspace)
    assert screen.step is Step.RESULT
    said = screen.result_page.words
    assert "Cancelled" in said or "accounts added" in said
    if said.startswith("Nothing was imported"):
        assert numbers(screen, qtbot) == before


def test_a_read_only_vault_shows_but_does_not_import(on, make_workspace, demo_folder, file, wait_idle):
    screen = on(make_workspace(demo_folder, read_only=True))
    screen.open_file(file(*ROWS))
    wait_idle(screen.workspace)
    assert screen.step is Step.COLUMNS
    entry = screen.workspace.registry.entry("import.start")
    assert (entry.action.isEnabled(), entry.reason) == (False, "The vault is open read-only.")


def test_models_keep_qts_rules(on, workspace, file, wait_idle):
    screen = on(workspace)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (screen.file_page.rows, screen.columns.rows, screen.check_page.rows)
    ]
    screen.open_file(file(*ROWS))
    wait_idle(workspace)
    screen.open_file(SAMPLES / "vendor_batch_return.csv")
    wait_idle(workspace)
    screen.begin()
    wait_idle(workspace)
    for tester in testers:
        tester.deleteLater()


@pytest.mark.parametrize(
    ("scheme", "size", "scale"),
    [("dark", (1280, 800), 1), ("light", (1024, 680), 1), ("light", (1280, 800), 2)],
)
def test_pictures_of_the_import(on, workspace, theme, grab, wait_idle, scheme, size, scale, show):
    theme.set_scheme(scheme)
    theme.set_scale(scale)
    screen = on(workspace)
    workspace.window.resize(*size)
    screen.open_file(SAMPLES / "placements.csv")
    wait_idle(workspace)
    grab(screen, f"import-columns-{scheme}-{size[0]}-{scale}")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("id,last name,first name,zip",), "no rows under them"),
        (("id,last name,first name,zip", "1,REDACTED,REDACTED,45402"), "No row of this file can be used"),
    ],
)
def test_a_file_without_anybody_cannot_be_imported(empty, tmp_path, wait_idle, lines, words, grab):
    """It says so at once, at the button and in place of an empty table."""
    path = tmp_path / "nobody.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    empty.open_file(path)
    wait_idle(empty.workspace)
    assert words in empty.foot
    assert not empty.workspace.registry.action("import.start").isEnabled()
    assert words in empty.workspace.registry.entry("import.start").reason
    empty.show_step(Step.CHECK)
    if len(lines) == 1:
        assert words in empty.check_page.states.words
    grab(empty, f"import-nobody-{len(lines)}")
