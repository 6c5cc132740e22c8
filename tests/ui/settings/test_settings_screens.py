"""Settings, audit, help, palette and key sheet over a real vault."""

import itertools
import threading

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ui.screens.audit.screen import AuditScreen
from ui.screens.help.screen import HelpScreen
from ui.screens.settings.screen import SettingsScreen
from ui.shell.overlays import add_overlays
from ui.shell.palette import CommandPalette
from ui.shell.palette_items import fit
from ui.shell.places import Place
from ui.shell.shortcut_sheet import ShortcutSheet, groups
from workbench.matching import load_weights
from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus, RejectReason
from workbench.services import auditing, help_pages, machine, weights
from workbench.services import settings as service
from workbench.services.reviewing import Verdict, decide

OWN = load_weights(None).version


@pytest.fixture(autouse=True)
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def put(show, wait_idle, qtbot):
    def make(kind, workspace):
        screen = kind(workspace)
        show(screen)
        workspace.window.activateWindow()
        qtbot.waitUntil(workspace.window.isActiveWindow)
        screen.enter()
        wait_idle(workspace)
        return screen

    return make


def ask(workspace, wait_idle, work):
    found = []
    workspace.vault.read(lambda vault: [work(vault)], found.extend, owner=workspace)
    wait_idle(workspace)
    return found[0]


# Settings


def test_looks_apply_at_once(put, workspace, theme, grab):
    screen = put(SettingsScreen, workspace)
    grab(screen, "settings-light")
    screen.scheme.choose("dark")
    screen.scheme.activated.emit(0)
    assert theme.tokens.dark
    grab(screen, "settings-dark")
    screen.text_size.setValue(150)
    assert theme.scale == 1.5
    screen.density.choose("roomy")
    screen.density.activated.emit(0)
    assert theme.row_height == round(36 * 1.5)
    theme.set_density("normal")


def test_the_lock_time_is_kept_in_the_vault(put, workspace, wait_idle):
    screen = put(SettingsScreen, workspace)
    assert screen.locking.idle.value() == 10
    screen.locking.idle.setValue(25)
    wait_idle(workspace)
    assert ask(workspace, wait_idle, lambda v: service.get(v, service.IDLE_MINUTES)) == 25
    assert workspace.frame.status.words == "Setting changed."


def test_a_key_is_changed_and_a_conflict_is_shown(put, workspace, wait_idle):
    screen = put(SettingsScreen, workspace)
    entries = [screen.keys.rows.entry_at(i).action_id for i in range(screen.keys.rows.rowCount())]
    screen.keys.table.set_current_row(entries.index("go.home"))
    screen.keys.edit.setKeySequence(QKeySequence("Ctrl+2"))
    screen.keys._key_chosen()
    wait_idle(workspace)
    assert workspace.registry.entry("go.home").keys == ("Ctrl+2",)
    assert "Ctrl+2" in workspace.registry.conflicts()
    shown = screen.keys.rows
    place = [shown.entry_at(i).action_id for i in range(shown.rowCount())].index("go.home")
    assert shown.data(shown.index(place, 3), 296)[1] == "means another too"
    screen.keys._all_reset()
    wait_idle(workspace)
    assert workspace.registry.entry("go.home").keys == ("Ctrl+1",)


def test_single_letters_can_be_switched_off(put, workspace, wait_idle):
    screen = put(SettingsScreen, workspace)
    workspace.registry.add("x.letter", "Letter", print, keys=("L",), widget=screen)
    screen.keys.letters.setChecked(False)
    wait_idle(workspace)
    assert workspace.registry.entry("x.letter").keys == ()
    assert ask(workspace, wait_idle, lambda v: service.get(v, service.SINGLE_LETTERS)) is False


def test_the_search_leaves_what_fits(put, workspace):
    screen = put(SettingsScreen, workspace)
    screen.search.setText("passphrase")
    assert [card.isVisible() for card in screen.cards] == [False, False, False, True, False, False]
    screen.search.setText("zzz")
    assert screen.none.isVisible()


def decided(vault):
    """Just enough decisions on the demonstration's leads to propose weights from."""
    leads = vault.catalog.pending_leads()
    likely = [x for x in leads if x.explanation.band is Band.STRONG and x.rank == 1][:16]
    unlikely = [x for x in leads if x.explanation.band is Band.WEAK][:46]
    for lead in likely:
        decide(vault, lead.lead_id, Verdict(LeadStatus.ACCEPTED, confirmed=True))
    for lead in unlikely:
        decide(vault, lead.lead_id, Verdict(LeadStatus.REJECTED, reason=RejectReason.SAME_NAME))


def test_weights_are_estimated_read_applied_and_reset(put, workspace, wait_idle, monkeypatch, theme, grab):
    screen = put(SettingsScreen, workspace)
    card = screen.weights
    assert f"Weights version {OWN} (came with the program)." in card.in_use.text()
    assert not card.apply.isEnabled()
    assert not card.reset.isEnabled()
    card.estimate.click()
    wait_idle(workspace)
    assert "Too few decisions" in card.result.text()
    assert not card.apply.isEnabled()
    ask(workspace, wait_idle, decided)
    card.estimate.click()
    wait_idle(workspace)
    assert "Calibration on held-out decisions" in card.result.text()
    screen.search.setText("matching")
    for scheme, size in ((s, z) for s in ("light", "dark") for z in ((1280, 800), (1024, 680))):
        theme.set_scheme(scheme)
        workspace.window.resize(*size)
        QApplication.processEvents()
        grab(screen, f"weights-{scheme}-{size[0]}")
    answers = [False, True, True]
    monkeypatch.setattr(workspace.messages, "ask", lambda *_: answers.pop(0))
    card.apply.click()
    wait_idle(workspace)
    assert ask(workspace, wait_idle, lambda v: weights.show(v).version) == OWN  # not confirmed
    card.apply.click()
    wait_idle(workspace)
    assert ask(workspace, wait_idle, lambda v: weights.show(v).version) == f"{OWN}.1"
    assert f"Weights version {OWN}.1 (the program's own is {OWN})." in card.in_use.text()
    card.match.click()
    wait_idle(workspace, 120)
    assert "scored with the weights in use" in card.result.text()
    found = ask(workspace, wait_idle, lambda v: v.catalog.pending_leads())
    assert {lead.explanation.weights_version for lead in found} == {f"{OWN}.1"}
    card.reset.click()
    wait_idle(workspace)
    assert ask(workspace, wait_idle, lambda v: weights.show(v).version) == OWN


def test_backup_check_and_keys_from_the_window(put, workspace, wait_idle, tmp_path, grab):
    screen = put(SettingsScreen, workspace)
    assert "passphrase (" in screen.safety.slots.text()
    assert "recovery key (" in screen.safety.slots.text()
    screen.safety.back_up(tmp_path / "stick")
    wait_idle(workspace, 120)
    assert "copied and read back" in screen.safety.result.text()
    assert machine.load().backups == {str(workspace.folder): str(tmp_path / "stick")}
    screen.safety.verify()
    wait_idle(workspace, 120)
    assert "case files" in screen.safety.result.text()
    screen.safety.add_recovery_key()
    wait_idle(workspace)
    assert len(screen.safety.recovery.text().split("\n")[1].split("-")) == 11
    grab(screen, "settings-safety")
    screen.safety.first.setText("one new fictional passphrase")
    screen.safety.second.setText("another one")
    screen.safety.change_passphrase()
    assert screen.safety.result.text() == "Type the same new passphrase twice."
    screen.safety.second.setText("one new fictional passphrase")
    screen.safety.change_passphrase()
    wait_idle(workspace)
    assert "was changed" in screen.safety.result.text()


@pytest.mark.parametrize("kind", ["check", "backup"])
def test_the_vault_answers_between_the_pieces(put, workspace, wait_idle, tmp_path, monkeypatch, kind):
    screen, order, answered = put(SettingsScreen, workspace), [], threading.Event()
    numbers, real = itertools.count(1), workspace.vault.piece

    def piece(work):
        if next(numbers) == 3:  # goes on only when somebody else was answered
            assert answered.wait(60)
        return real(work)

    def told(_count):
        order.append("asked")
        answered.set()

    monkeypatch.setattr(workspace.vault, "piece", piece)
    workspace.jobs.ended.connect(lambda _job: order.append("job"))
    screen.safety.verify() if kind == "check" else screen.safety.back_up(tmp_path / "stick")
    workspace.vault.read(lambda v: v.catalog.count_pending(), told, owner=screen)
    wait_idle(workspace, 120)
    assert order == ["asked", "job"]
    assert next(numbers) > 4


def test_recent_vaults_are_forgotten(put, workspace):
    machine.save(machine.with_recent(machine.load(), workspace.folder))
    screen = put(SettingsScreen, workspace)
    screen.offer_recent.setChecked(False)
    assert machine.load().recent == ()
    assert not machine.load().remember_recent


def test_settings_are_declared_once_and_checked(workspace, wait_idle):
    def wrong(vault):
        with pytest.raises(service.SettingError):
            service.set_value(vault, service.IDLE_MINUTES, 600)
        with pytest.raises(service.SettingError):
            service.set_value(vault, service.IDLE_MINUTES, "ten")
        vault.registry.set_setting("idle_minutes", "nonsense")
        return service.get(vault, service.IDLE_MINUTES)

    assert ask(workspace, wait_idle, wrong) == 10
    with pytest.raises(service.SettingError):
        service.from_text("no_such", "1")
    assert service.from_text("single_letters", "off")[1] is False
    assert len(service.declared()) == 6


# Audit


def test_the_chain_is_shown_verified_and_filtered(put, workspace, wait_idle, grab):
    screen = put(AuditScreen, workspace)
    assert screen.chain.words.startswith("verified to entry ")
    assert screen.rows.rowCount() > 3
    grab(screen, "audit-light")
    tester = QAbstractItemModelTester(screen.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.filter.setText("import parcel")
    screen.reload()
    wait_idle(workspace)
    assert [screen.rows.data(screen.rows.index(0, c)) for c in (3, 4)] == ["Import", "parcel_roll.csv"]
    screen.filter.setText("zzz")
    screen.reload()
    wait_idle(workspace)
    assert screen.states.words == "No entry holds “zzz”."
    tester.deleteLater()


def test_a_changed_entry_is_named(workspace, wait_idle, monkeypatch):
    def tampered(vault):
        with vault.session.reading() as conn:
            entries = vault.audit.entries(conn)
        entries[1] = type(entries[1])(
            entries[1].seq, entries[1].body.replace("owner", "other"), entries[1].mac
        )
        monkeypatch.setattr(vault.audit, "entries", lambda _conn: entries)
        return auditing.trail(vault).fault

    assert ask(workspace, wait_idle, tampered) == "Entry 2: an entry was changed."


def test_the_chain_is_exported(put, workspace, wait_idle, tmp_path):
    screen = put(AuditScreen, workspace)
    screen.export_to(tmp_path / "audit.csv")
    wait_idle(workspace)
    lines = (tmp_path / "audit.csv").read_text("utf-8").splitlines()
    assert lines[0] == "number,at,actor,action,subject,reason"
    assert len(lines) == screen.rows.rowCount() + 1


# Help


def test_every_place_has_its_page_and_nothing_is_loaded(put, workspace, grab):
    screen = put(HelpScreen, workspace)
    for place in Place:
        if place is not Place.HELP:
            screen.enter(place)
            assert len(screen.browser.toPlainText()) > 100, place
            assert screen.buttons[place.value].isChecked()
    grab(screen, "help-light")
    screen.show_page("about")
    assert "LGPL" in screen.browser.toPlainText()
    screen.browser.show_page(
        "![x](file:///etc/hostname) <img src='file:///etc/hostname'> [l](http://x.invalid)"
    )
    screen.browser.anchorClicked.emit(QUrl("http://x.invalid"))
    assert "root" not in screen.browser.toPlainText()
    assert help_pages.page("../../README", "en") == ""
    assert {"home", "worklist", "glossary"} <= set(help_pages.names())


# Palette and keys


def test_the_palette_finds_actions_places_and_accounts(workspace, show, wait_idle, qtbot, grab):
    add_overlays(workspace.frame)
    workspace.window.show()
    palette = CommandPalette(workspace)
    palette.open()
    qtbot.keyClicks(palette.line, "worklist")
    assert palette.items[0].action_id == "go.worklist"
    assert palette.items[0].right == "Ctrl+2"
    palette.line.clear()
    qtbot.keyClicks(palette.line, "undo")
    item = next(i for i in palette.items if i.action_id == "edit.undo")
    assert item.reason == "There is nothing to take back."
    rows = ask(workspace, wait_idle, lambda v: v.catalog.account_rows(v.catalog.account_ids()[:1]))
    palette.line.clear()
    qtbot.keyClicks(palette.line, "#" + rows[0].account_number)
    qtbot.waitUntil(lambda: any(i.account_id for i in palette.items), timeout=5000)
    went = []
    workspace.navigator.open_case = lambda account, among=(), tab="": went.append(account)
    grab(palette, "palette")
    qtbot.keyClick(palette, Qt.Key.Key_Return)
    assert went == [rows[0].account_id]


def test_the_palette_does_what_is_chosen_and_remembers_it(workspace, qtbot, wait_idle, theme):
    workspace.window.show()
    palette = CommandPalette(workspace)
    palette.open()
    qtbot.keyClicks(palette.line, "dark colours")
    qtbot.keyClick(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: theme.tokens.dark)
    again = CommandPalette(workspace)
    assert again.items[0].action_id == "view.dark"
    again.close()


@pytest.mark.parametrize(
    ("words", "typed", "how"),
    [
        ("Lock now", "lo", 0),
        ("Lock now", "now", 1),
        ("Lock now", "ck", 2),
        ("Lock now", "lkn", 3),
        ("Lock now", "x", None),
    ],
)
def test_how_words_fit(words, typed, how):
    assert fit(words, typed) == how


def test_the_key_sheet_lists_every_key_by_place(workspace, qtbot, grab):
    workspace.window.show()
    listed = groups(workspace.registry.entries(), Place.HOME)
    assert listed[0][0] == "Everywhere"
    keyed = [e.action_id for e in workspace.registry.entries() if e.keys]
    assert sorted(e.action_id for _, entries in listed for e in entries) == sorted(keyed)
    workspace.navigator._place = Place.HOME
    sheet = ShortcutSheet(workspace)
    sheet.open()
    assert QApplication.activePopupWidget() is sheet
    grab(sheet, "keys")
    sheet.close()
