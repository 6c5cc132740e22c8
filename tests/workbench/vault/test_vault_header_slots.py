"""Ways into a vault come and go; the last one stays, and the old one until the new one is proven."""

import shutil
from datetime import UTC, datetime

import pytest

from workbench.base.clock import FixedClock
from workbench.vault import files, header, slots
from workbench.vault.errors import (
    DiskFullError,
    HeaderDamagedError,
    HeaderTamperedError,
    SlotError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from workbench.vault.header_codec import MAX_SLOTS, SlotKind
from workbench.vault.kdf import KdfCost

TINY = KdfCost(8 * 1024, 1, 1)
FIRST = "seven quiet herons over Tarn"
SECOND = "a bicycle under the linden"
LATER = FixedClock(datetime(2026, 9, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "vault"
    clock = FixedClock(datetime(2026, 3, 1, tzinfo=UTC))
    return folder, *header.create(folder, FIRST, TINY, clock=clock)


@pytest.fixture
def vault(made, tmp_path):
    folder, keys, printed = made
    shutil.copytree(folder, tmp_path / "vault")
    return tmp_path / "vault", keys, printed


def slot_of(folder, keys, kind):
    return next(slot.slot_id for slot in slots.listed(folder, keys) if slot.kind is kind)


def opens(folder, secret) -> tuple[bool, bool]:
    """Whether ``secret`` opens the header, and whether it opens the copy."""

    def one(use_backup):
        try:
            header.unlock(folder, secret, use_backup=use_backup)
        except WrongPassphraseError:
            return False
        return True

    return one(False), one(True)


def test_listing_tells_kinds_and_dates_and_no_secret(vault):
    folder, keys, _printed = vault
    slots.add_passphrase(folder, keys, SECOND, TINY, clock=LATER)
    found = slots.listed(folder, keys)
    assert [slot.kind for slot in found] == [SlotKind.PASSPHRASE, SlotKind.RECOVERY, SlotKind.PASSPHRASE]
    assert found[-1].created == LATER.at
    assert set(found[0].__slots__) == {"slot_id", "kind", "created"}


def test_adding_keeps_the_others(vault):
    folder, keys, printed = vault
    _info, second_printed = slots.add_recovery_key(folder, keys)
    slots.add_passphrase(folder, keys, SECOND, TINY)
    assert second_printed != printed
    for secret in (FIRST, SECOND, printed, second_printed):
        assert opens(folder, secret) == (True, True)
        assert header.unlock(folder, secret).master == keys.master


def test_changing_the_passphrase_ends_the_old_one(vault):
    folder, keys, printed = vault
    before = header.read(folder).header.generation
    changed = slots.change_passphrase(folder, keys, slot_of(folder, keys, SlotKind.PASSPHRASE), SECOND, TINY)
    assert opens(folder, FIRST) == (False, False)
    assert opens(folder, SECOND) == opens(folder, printed) == (True, True)
    assert changed in slots.listed(folder, keys)
    assert header.read(folder).header.generation == before + 2


def test_changing_the_recovery_key_ends_the_old_one(vault):
    folder, keys, printed = vault
    _info, fresh = slots.change_recovery_key(folder, keys, slot_of(folder, keys, SlotKind.RECOVERY))
    assert opens(folder, printed) == (False, False)
    assert opens(folder, fresh) == opens(folder, FIRST) == (True, True)


def test_removing(vault):
    folder, keys, printed = vault
    slots.remove(folder, keys, slot_of(folder, keys, SlotKind.RECOVERY))
    assert opens(folder, printed) == (False, False)
    assert opens(folder, FIRST) == (True, True)


def test_the_last_slot_stays(vault):
    folder, keys, _printed = vault
    slots.remove(folder, keys, slot_of(folder, keys, SlotKind.RECOVERY))
    with pytest.raises(SlotError, match="only way"):
        slots.remove(folder, keys, slot_of(folder, keys, SlotKind.PASSPHRASE))
    assert opens(folder, FIRST) == (True, True)


def test_refusals_change_nothing(vault):
    folder, keys, _printed = vault
    before = (folder / "vault.hdr").read_bytes()
    passphrase, printed_slot = (slot_of(folder, keys, kind) for kind in SlotKind)
    for refused, error in (
        (lambda: slots.remove(folder, keys, "00" * 16), SlotError),
        (lambda: slots.change_passphrase(folder, keys, printed_slot, SECOND, TINY), SlotError),
        (lambda: slots.change_recovery_key(folder, keys, passphrase), SlotError),
        (lambda: slots.change_passphrase(folder, keys, passphrase, "too short", TINY), WeakPassphraseError),
        (lambda: slots.add_passphrase(folder, keys, "password1234", TINY), WeakPassphraseError),
    ):
        with pytest.raises(error):
            refused()
    assert (folder / "vault.hdr").read_bytes() == before


def test_no_more_than_sixteen(vault):
    folder, keys, printed = vault
    while len(slots.listed(folder, keys)) < MAX_SLOTS:
        _info, last = slots.add_recovery_key(folder, keys)
    with pytest.raises(SlotError):
        slots.add_recovery_key(folder, keys)
    for secret in (printed, last, FIRST):
        header.unlock(folder, secret)


def test_the_copy_is_still_the_old_one_while_the_header_is_written(vault, monkeypatch):
    folder, keys, _printed = vault
    old = (folder / header.COPY_NAME).read_bytes()
    written = []
    real = files.write_atomic

    def watching(path, content):
        others = {header.HEADER_NAME, header.COPY_NAME} - {path.name}
        before = {name: (folder / name).read_bytes() for name in others}
        real(path, content)
        assert before == {name: (folder / name).read_bytes() for name in others}
        written.append((path.name, (folder / header.COPY_NAME).read_bytes() == old))

    monkeypatch.setattr(files, "write_atomic", watching)
    slots.change_passphrase(folder, keys, slot_of(folder, keys, SlotKind.PASSPHRASE), SECOND, TINY)
    assert written == [("vault.hdr", True), ("vault.hdr", True), ("vault.hdr.bak", False)]


def test_a_new_slot_that_does_not_open_is_taken_back(vault, monkeypatch):
    folder, keys, _printed = vault
    before = (folder / "vault.hdr").read_bytes()
    monkeypatch.setattr(slots, "opened_slot", lambda *_a: None)
    with pytest.raises(HeaderDamagedError):
        slots.change_passphrase(folder, keys, slot_of(folder, keys, SlotKind.PASSPHRASE), SECOND, TINY)
    assert (folder / "vault.hdr").read_bytes() == before
    assert opens(folder, FIRST) == (True, True)


def test_a_full_disk_leaves_the_old_header(vault, monkeypatch):
    folder, keys, _printed = vault
    before = sorted((path.name, path.read_bytes()) for path in folder.iterdir())

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "sync_file", full)
    with pytest.raises(DiskFullError):
        header.write(folder, keys, header.authentic(folder, keys))
    assert sorted((path.name, path.read_bytes()) for path in folder.iterdir()) == before


def test_keys_of_another_vault_change_nothing(vault, tmp_path):
    folder, _keys, _printed = vault
    foreign, _other = header.create(tmp_path / "other", SECOND, TINY)
    before = (folder / "vault.hdr").read_bytes()
    with pytest.raises(HeaderTamperedError):
        slots.add_recovery_key(folder, foreign)
    assert (folder / "vault.hdr").read_bytes() == before
