import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.screens.unlock.screen import UnlockScreen
from ui.tasks.opening import VaultOpener
from workbench.services import machine
from workbench.services.access import DirectAccess

PASSPHRASE = "seven fictional otters knit calm ledgers"


@pytest.fixture
def config(tmp_path, monkeypatch):
    folder = tmp_path / "config"
    monkeypatch.setenv("WORKBENCH_CONFIG", str(folder))
    return folder


@pytest.fixture
def quick_key(monkeypatch):
    """New vaults with the cheapest key derivation that is allowed."""
    from workbench.vault import header
    from workbench.vault.kdf import KdfCost

    real = header.create
    cheap = KdfCost(memory_kib=8192, passes=1, lanes=1)
    monkeypatch.setattr(header, "create", lambda f, p, _kdf, **k: real(f, p, cheap, **k))


@pytest.fixture
def unlock(config, quick_key, qtbot):
    opener = VaultOpener()
    made, threads = [], []

    def make(folder: Path | None, size=(1280, 800)):
        screen = UnlockScreen(opener, folder)
        screen.opened.connect(threads.append)
        screen.resize(*size)
        screen.show()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.threads = threads
        made.append(screen)
        return screen

    yield make
    for screen in made:
        screen.close_pending()
        screen.hide()
        screen.deleteLater()
    for thread in threads:
        thread.close()
        opener.closes(thread)
    opener.wait()
    opener.deleteLater()


def type_secret(qtbot, screen, text):
    screen.unlock.secret.line.setFocus()
    screen.unlock.secret.line.clear()
    qtbot.keyClicks(screen.unlock.secret.line, text)
    qtbot.keyClick(screen.unlock.secret.line, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_and_the_vault_is_remembered(unlock, empty_folder, qtbot, config, grab):
    screen = unlock(empty_folder)
    assert screen.unlock.secret.line.hasFocus()
    grab(screen, "unlock-box")
    type_secret(qtbot, screen, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(screen.threads), timeout=10_000)
    assert screen.unlock.secret.text() == ""
    kept = json.loads((config / "settings.json").read_text("utf-8"))
    assert kept["recent"] == [str(empty_folder)]
    assert (config / "settings.json").stat().st_mode & 0o077 == 0


def test_a_wrong_passphrase_stays_selected_and_waiting_grows(unlock, empty_folder, qtbot, grab):
    screen = unlock(empty_folder)
    for tries in range(1, 4):
        type_secret(qtbot, screen, "not the passphrase at all")
        qtbot.waitUntil(lambda: bool(screen.unlock.error), timeout=10_000)
        assert "does not open this vault" in screen.unlock.error
        assert screen.unlock.secret.line.selectedText() == "not the passphrase at all"
        assert screen.unlock.unlock_button.isEnabled() == (tries < 3)
    assert "1 s" in screen.unlock.unlock_button.text()
    grab(screen, "unlock-wrong")
    qtbot.waitUntil(screen.unlock.unlock_button.isEnabled, timeout=3000)
    type_secret(qtbot, screen, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(screen.threads), timeout=10_000)
    entries = []
    screen.threads[0].read(audited, entries.extend, owner=screen)
    qtbot.waitUntil(lambda: bool(entries))
    assert "failed_unlocks" in "".join(entries)
    assert '"unlock"' in entries[-1]


def audited(vault):
    with vault.session.reading() as conn:
        return [e.body for e in vault.audit.entries(conn)]


def test_a_vault_in_use_is_offered_read_only(unlock, empty_folder, qtbot):
    first = unlock(empty_folder)
    type_secret(qtbot, first, PASSPHRASE)
    qtbot.waitUntil(lambda: len(first.threads) == 1, timeout=10_000)
    second = unlock(empty_folder)
    type_secret(qtbot, second, PASSPHRASE)
    qtbot.waitUntil(lambda: "already open" in second.unlock.error, timeout=10_000)
    [button] = [b for b in second.findChildren(QPushButton) if b.text() == "Open it read-only"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(second.threads) == 2, timeout=10_000)


def test_a_damaged_header_offers_its_copy_and_the_newest_backup(unlock, empty_folder, qtbot, tmp_path, grab):
    from workbench.base.progress import NoProgress
    from workbench.services import maintenance, vaults

    with vaults.opened(empty_folder, PASSPHRASE) as vault:
        maintenance.backup(DirectAccess(vault), NoProgress(), tmp_path / "stick")
    machine.save(machine.with_backup(machine.load(), empty_folder, tmp_path / "stick"))
    header = empty_folder / "vault.hdr"
    body = bytearray(header.read_bytes())
    body[40] ^= 0xFF
    header.write_bytes(bytes(body))
    screen = unlock(empty_folder)
    type_secret(qtbot, screen, PASSPHRASE)
    qtbot.waitUntil(lambda: "damaged" in screen.unlock.error, timeout=10_000)
    offers = {b.text(): b for b in screen.findChildren(QPushButton)}
    assert any(words.startswith("Restore the newest backup (") for words in offers)
    grab(screen, "unlock-damaged")
    qtbot.mouseClick(offers["Open with the header's copy"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.threads), timeout=10_000)


def test_a_vault_is_made_by_keyboard_alone_with_its_recovery_sheet(unlock, qtbot, tmp_path, grab):
    screen = unlock(None)
    assert screen.unlock.ways["create"].hasFocus()
    assert not screen.unlock.unlock_button.isEnabled()
    grab(screen, "unlock-first")
    qtbot.keyClick(screen.unlock.ways["create"], Qt.Key.Key_Space)
    page = screen.create_page
    assert screen.page is page
    page.folder_line.setText(str(tmp_path / "new-vault"))
    qtbot.keyClicks(page.first.line, "short one")
    qtbot.waitUntil(lambda: "at least 12" in page.strength_words.text(), timeout=5000)
    assert not page.create_button.isEnabled()
    page.first.line.clear()
    qtbot.keyClicks(page.first.line, PASSPHRASE)
    qtbot.keyClicks(page.second.line, PASSPHRASE[:-1] + "x")
    qtbot.waitUntil(lambda: "strong" in page.strength_words.text(), timeout=5000)
    assert not page.create_button.isEnabled()
    qtbot.keyClick(page.second.line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(page.second.line, PASSPHRASE[-1])
    grab(screen, "unlock-create")
    qtbot.keyClick(page.second.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page is screen.recovery, timeout=20_000)
    key = screen.recovery.key_label.text().replace("\n", "-")
    assert len(key.split("-")) == 11
    assert not screen.recovery.go_on.isEnabled()
    assert screen.threads == []
    grab(screen, "unlock-recovery")
    screen.recovery.save_sheet(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    screen.recovery.have_it.setFocus()
    qtbot.keyClick(screen.recovery.have_it, Qt.Key.Key_Space)
    screen.recovery.go_on.setFocus()
    qtbot.keyClick(screen.recovery.go_on, Qt.Key.Key_Space)
    assert len(screen.threads) == 1
    assert screen.recovery.key_label.text() == ""
    screen.threads[0].close()
    screen.threads[0].wait_closed()
    again = unlock(tmp_path / "new-vault")
    type_secret(qtbot, again, key)
    qtbot.waitUntil(lambda: len(again.threads) == 2, timeout=10_000)


def test_a_sheet_that_cannot_be_written_is_said(unlock, qtbot, tmp_path):
    screen = unlock(None)
    screen.recovery.show_key("vault", "AAAAAA-BBBBBB")
    screen.recovery.save_sheet(tmp_path / "no such folder" / "sheet.pdf")
    assert "cannot be written" in screen.recovery.error


def test_a_backup_is_restored_into_a_new_folder(unlock, empty_folder, qtbot, tmp_path, grab):
    from workbench.base.progress import NoProgress
    from workbench.services import maintenance, vaults

    with vaults.opened(empty_folder, PASSPHRASE) as vault:
        maintenance.backup(DirectAccess(vault), NoProgress(), tmp_path / "stick")
    screen = unlock(None)
    screen.show_restore(str(tmp_path / "stick"))
    page = screen.restore_page
    page.target.setText(str(tmp_path / "restored"))
    qtbot.keyClicks(page.secret.line, "wrong wrong wrong")
    qtbot.keyClick(page.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in page.error, timeout=10_000)
    assert not (tmp_path / "restored").exists()
    grab(screen, "unlock-restore")
    page.secret.line.clear()
    qtbot.keyClicks(page.secret.line, PASSPHRASE)
    qtbot.keyClick(page.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page is screen.unlock, timeout=20_000)
    assert screen.unlock.folder == tmp_path / "restored"


def test_a_recent_vault_that_is_gone_is_said_to_be(unlock, tmp_path):
    machine.save(machine.with_recent(machine.load(), tmp_path / "usb" / "old-vault"))
    screen = unlock(None)
    assert screen.unlock.vaults.itemText(0) == "old-vault (not there now)"


def test_caps_lock_is_said_and_what_is_typed_can_be_shown_by_keyboard(unlock, empty_folder, qtbot):
    screen = unlock(empty_folder)
    line = screen.unlock.secret.line
    caps = [w for w in screen.findChildren(QLabel) if "Caps Lock" in w.text()]
    qtbot.keyClicks(line, "a")
    assert not any(w.isVisible() for w in caps)
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "B")
    QApplication.sendEvent(line, press)
    assert any(w.isVisible() for w in caps)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert line.echoMode() is line.EchoMode.Normal


@pytest.mark.parametrize("size", [(1280, 800), (1024, 680)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(unlock, empty_folder, theme, grab, size, scheme):
    theme.set_scheme(scheme)
    screen = unlock(empty_folder, size)
    screen.show_locked(empty_folder)
    grab(screen, f"unlock-locked-{scheme}-{size[0]}")
    assert screen.unlock.card.height() < size[1]


def test_settings_of_the_machine_survive_nonsense(config):
    assert machine.load() == machine.MachineSettings()
    config.mkdir()
    (config / "settings.json").write_text("{not json")
    assert machine.load() == machine.MachineSettings()
    machine.save(machine.MachineSettings(scheme="dark", text_percent=150))
    assert machine.load().scheme == "dark"
    many = machine.load()
    for n in range(20):
        many = machine.with_recent(many, Path(f"/vaults/{n}"))
    assert len(many.recent) == machine.MAX_RECENT
    assert machine.without_recent(many, remember=False).recent == ()
    assert machine.with_recent(machine.without_recent(many, remember=False), Path("/x")).recent == ()
