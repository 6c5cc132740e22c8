"""The library search in the window, over the demonstration vault."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from ui.screens.library.screen import LibraryScreen
from ui.shell.navigator import RecordsTarget
from ui.style.theme import current_theme
from workbench.model.lead import RejectReason
from workbench.services import auditing, leads
from workbench.vault.library_rows import COLUMNS, as_frame
from workbench.vault.library_writer import LibraryWriter


@pytest.fixture
def library(workspace, show, wait_idle):
    """The screen, entered, with the accounts it opened in ``went``."""
    went = []
    workspace.navigator.open_case = lambda account_id, among=(), tab="": went.append((account_id, tab))
    screen = LibraryScreen(workspace)
    screen.went = went
    show(screen)
    screen.enter()
    wait_idle(workspace)
    return screen


def ask(screen, line, wait_idle):
    screen.search(line)
    wait_idle(screen.workspace)
    return [hit.record.name for hit in screen.answer.hits]


def read(workspace, work, wait_idle):
    found = []
    workspace.vault.read(work, found.append, owner=workspace)
    wait_idle(workspace)
    return found[0]


@pytest.fixture
def lead(library, wait_idle):
    """The strongest pending lead of the demonstration."""
    return read(library.workspace, lambda vault: vault.catalog.pending_leads(limit=1)[0], wait_idle)


def test_the_first_look_says_what_may_be_asked(library, grab):
    assert library.states.state == "empty"
    assert "people in" in library.states.words
    assert "employer:acme" in library.states.words
    grab(library, "library-first-light-1280")


def test_a_person_is_found_with_source_and_reason(library, lead, wait_idle, grab, qtbot):
    first, last, *_ = lead.person.person_key.split("|")
    names = ask(library, f"{first} {last}", wait_idle)
    assert lead.person.name in names
    assert library.bar.line.text() == f"{first} {last}"
    row = names.index(lead.person.name)
    library.table.set_current_row(row)
    hit = library.desk.current()
    assert library.desk.panel.name.text() == hit.record.name
    assert library.model.data(library.model.index(row, 2)) == ("exact" if hit.exact else hit.why())
    assert hit.why() in library.model.data(library.model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert hit.file_name in library.model.data(
        library.model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole
    )
    grab(library, "library-found-light-1280")
    library.workspace.registry.action("library.copy").trigger()
    assert hit.file_name in QGuiApplication.clipboard().text()
    assert hit.record.name in QGuiApplication.clipboard().text()


def add_copy(vault, hit):
    """Import a file of its own with the row of a hit, by that name."""
    slot = vault.library.reserve()
    with LibraryWriter(slot.path, slot.key) as writer:
        writer.write(as_frame([[hit.row.values[column] for column in COLUMNS]]))
        writer.finish()
    of = vault.registry.import_record(hit.record.import_id)
    vault.library.register(slot, replace(of, import_id=slot.import_id, file_name="last-year.csv"))


def test_the_record_names_every_file_that_says_the_same(library, lead, wait_idle, grab, qtbot):
    first, last, *_ = lead.person.person_key.split("|")
    names = ask(library, f"{first} {last}", wait_idle)
    hit = library.answer.hits[names.index(lead.person.name)]
    read(library.workspace, lambda vault: add_copy(vault, hit), wait_idle)
    again = ask(library, f"{first} {last}", wait_idle)
    assert sorted(again) == sorted(names)  # of equally near people the newest row comes first
    library.table.set_current_row(again.index(lead.person.name))
    other = {hit.file_name, "last-year.csv"} - {library.desk.current().file_name}

    def said():
        return [label.text() for label in library.desk.panel.source.findChildren(QLabel)]

    qtbot.waitUntil(
        lambda: any(text.startswith(f"{next(iter(other))}, row") for text in said()), timeout=9_000
    )
    wait_idle(library.workspace)
    assert said().count("The same is said in") == 1
    grab(library, "library-elsewhere-light-1280")


def test_typing_is_debounced_and_problems_are_explained(library, wait_idle, qtbot):
    library.bar.line.line.setFocus()
    qtbot.keyClicks(library.bar.line.line, "city:springfield")
    assert library.states.state in {"empty", "loading"}
    qtbot.waitUntil(lambda: bool(library.bar.line.explanation), timeout=10_000)
    wait_idle(library.workspace)
    assert "whole town" in library.bar.line.explanation
    assert library.model.rowCount() == 0


def test_nobody_found_says_what_would_widen_it(library, wait_idle, grab):
    assert ask(library, "zzyzxqq nobody 1984", wait_idle) == []
    assert library.states.state == "empty"
    assert "Nobody in" in library.states.words
    assert "birth date" in library.states.words
    grab(library, "library-nobody-light-1280")


def test_more_is_shown_on_demand(library, wait_idle):
    library.limit = 1
    library._run()
    ask(library, "s*", wait_idle)
    library.limit = 1
    library.bar.line.set_text("sm* | jo* | br* | wi*")
    library._run()
    wait_idle(library.workspace)
    assert library.model.rowCount() == 1
    assert not library.more_button.isHidden()
    library.workspace.registry.action("library.more").trigger()
    wait_idle(library.workspace)
    assert library.model.rowCount() > 1


def test_a_case_searches_for_its_debtor_and_marks_its_leads(library, lead, wait_idle, grab):
    library.enter(RecordsTarget(lead.account_id))
    wait_idle(library.workspace)
    assert library.case == [lead.account_id]
    assert "Searching for the debtor" in library.states.strip_words("case")
    place = next(
        n for n, hit in enumerate(library.answer.hits)
        if (hit.record.import_id, hit.record.row_number) == (lead.person.import_id, lead.person.row_number)
    )  # fmt: skip
    library.table.set_current_row(place)
    assert library.model.data(library.model.index(place, 4)) == "lead here"
    grab(library, "library-case-light-1280")
    library.workspace.registry.action("library.open_case").trigger()
    assert library.went == [(lead.account_id, "leads")]
    read(library.workspace, lambda v: leads.reject(v, lead.lead_id, RejectReason.OTHER_PERSON), wait_idle)
    library._run()
    wait_idle(library.workspace)
    assert library.model.data(library.model.index(place, 4)) == "rejected here"
    library.for_anyone("smith")
    wait_idle(library.workspace)
    assert (library.case, library.states.strip_words("case")) == ([], "")


def test_a_record_found_for_a_case_can_be_proposed_as_its_lead(library, lead, wait_idle, qtbot):
    workspace = library.workspace
    enabled = workspace.registry.action("library.propose").isEnabled
    ask(library, lead.person.name, wait_idle)
    assert not enabled()  # a search for anyone is for no account
    read(workspace, lambda v: drop_all(v, lead), wait_idle)
    library.enter(RecordsTarget(lead.account_id))
    wait_idle(workspace)
    place = next(
        n for n, hit in enumerate(library.answer.hits)
        if (hit.record.import_id, hit.record.row_number) == (lead.person.import_id, lead.person.row_number)
    )  # fmt: skip
    library.table.set_current_row(place)
    assert enabled()
    workspace.registry.action("library.propose").trigger()
    wait_idle(workspace)
    qtbot.waitUntil(lambda: bool(library.went), timeout=10_000)
    assert library.went == [(lead.account_id, "leads")]
    (waits,) = read(workspace, lambda v: pending(v, lead), wait_idle)
    assert waits.person == lead.person
    # The lead before was scored over all rows of the person, this one by its own; 0.8: a sample of a large file.
    assert 10 < waits.explanation.bits < lead.explanation.bits + 0.8
    library._run()
    wait_idle(workspace)
    library.table.set_current_row(place)
    assert library.model.data(library.model.index(place, 4)) == "lead here"
    assert not enabled()


def pending(vault, lead):
    return vault.catalog.pending_leads(account_id=lead.account_id)


def drop_all(vault, lead):
    """Of several rows of one person only the strongest is listed: until none is left."""
    while found := pending(vault, lead):
        vault.catalog.drop_pending([x.lead_id for x in found])


def test_what_was_looked_at_is_entered_in_the_audit_once(library, wait_idle):
    before = len(read(library.workspace, auditing.trail, wait_idle).lines)
    ask(library, "smith john", wait_idle)
    library.leave()
    library.leave()
    wait_idle(library.workspace)
    lines = read(library.workspace, auditing.trail, wait_idle).lines
    assert len(lines) == before + 1
    assert lines[0].action == "Record files searched"
    assert "smith" not in lines[0].reason


def test_the_search_comes_back_as_it_was(library, wait_idle):
    ask(library, "smith john", wait_idle)
    state = library.remember()
    library.bar.line.set_text("")
    library.restore(state)
    wait_idle(library.workspace)
    assert library.bar.line.text() == "smith john"


def test_an_empty_library_offers_the_import(empty_workspace, show, wait_idle, grab):
    screen = LibraryScreen(empty_workspace)
    show(screen)
    screen.enter()
    wait_idle(empty_workspace)
    assert "no record file" in screen.states.words
    grab(screen, "library-empty-light-1280")


def test_read_only_says_that_nothing_is_entered(make_workspace, demo_folder, show, wait_idle):
    workspace = make_workspace(demo_folder, read_only=True)
    screen = LibraryScreen(workspace)
    show(screen)
    ask(screen, "smith", wait_idle)
    screen.leave()
    wait_idle(workspace)
    assert "not entered in the audit" in screen.states.strip_words("read_only")


@pytest.mark.parametrize(
    ("scheme", "size"), [("dark", (1280, 800)), ("light", (1024, 680)), ("dark", (1024, 680))]
)
def test_it_fits(library, lead, wait_idle, grab, qapp, scheme, size):
    library.workspace.window.resize(*size)
    current_theme().set_scheme(scheme)
    library.enter(RecordsTarget(lead.account_id))
    wait_idle(library.workspace)
    vertical = library._splitter.orientation() is Qt.Orientation.Vertical
    assert vertical == (size[0] < 1200)
    assert library.desk.panel.isVisible()
    assert library.desk.panel.horizontalScrollBar().maximum() == 0
    for label in library.desk.panel.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    grab(library, f"library-case-{scheme}-{size[0]}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_files_of_an_earlier_version_can_be_brought_up_to_date(
    make_workspace, tmp_path, show, wait_idle, grab, scheme
):
    """A calm line offers it; afterwards the line is gone and a misspelt name is found."""
    old = Path(__file__).parents[2] / "data" / "vault_v1"
    folder = Path(shutil.copytree(old, tmp_path / "v"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    workspace = make_workspace(folder, passphrase="seven lanterns under a quiet harbour")
    current_theme().set_scheme(scheme)
    screen = LibraryScreen(workspace)
    show(screen)
    assert ask(screen, "quilfeather ada", wait_idle) == []
    assert "earlier version" in screen.states.strip_words("outdated")
    assert workspace.registry.action("library.renew").isEnabled()
    grab(screen, f"library-outdated-{scheme}-1280")
    screen.renewing.renew()
    wait_idle(workspace)
    assert screen.states.strip_words("outdated") == ""
    assert not workspace.registry.action("library.renew").isEnabled()
    assert len(screen.answer.hits) == 1


def test_a_library_that_is_up_to_date_offers_nothing(library, wait_idle):
    ask(library, "smith", wait_idle)
    assert library.states.strip_words("outdated") == ""
    assert not library.workspace.registry.action("library.renew").isEnabled()
