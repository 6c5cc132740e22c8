"""vault.hdr: each way of being unusable has its own error, and the copy is offered when it helps."""

import os
import random
import shutil
import stat
import struct
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from workbench.base.clock import FixedClock
from workbench.vault import header, header_codec, recovery, sealing
from workbench.vault import kdf as kdf_module
from workbench.vault.errors import (
    HeaderDamagedError,
    HeaderTamperedError,
    KdfRefusedError,
    RecoveryKeyMistypedError,
    VaultExistsError,
    VaultNotFoundError,
    VaultTooNewError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from workbench.vault.kdf import KdfCost

TINY = KdfCost(8 * 1024, 1, 1)
PASSPHRASE = "seven quiet herons over Tarn"
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A vault folder made once, its keys and recovery key: copied by the tests that change it."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    keys, printed = header.create(folder, PASSPHRASE, TINY, clock=FixedClock(AT))
    return folder, keys, printed


@pytest.fixture
def vault(made, tmp_path):
    folder, keys, printed = made
    shutil.copytree(folder, tmp_path / "vault")
    return tmp_path / "vault", keys, printed


def rewrite(folder: Path, *, name: str = header.HEADER_NAME, mac_key: bytes | None = None, **changes) -> None:
    """Store the header with ``changes`` and a right checksum; with a right HMAC only if given its key."""
    decoded = header_codec.decode((folder / name).read_bytes())
    authenticated = header_codec.encode(replace(decoded.header, **changes))
    mac = sealing.header_mac(mac_key, authenticated) if mac_key else decoded.mac
    (folder / name).write_bytes(authenticated + mac)


def patched(folder: Path, offset: int, value: bytes) -> None:
    """Overwrite bytes of the header and make its checksum right again."""
    data = bytearray((folder / header.HEADER_NAME).read_bytes())
    data[offset : offset + len(value)] = value
    data[-64:-32] = sha256(data[:-64]).digest()
    (folder / header.HEADER_NAME).write_bytes(bytes(data))


def test_both_secrets_open_it(made):
    folder, keys, printed = made
    for secret in (PASSPHRASE, printed, printed.lower().replace("-", " "), printed.replace("-", "\n")):
        opened = header.unlock(folder, secret)
        assert (opened.master, opened.vault_id, opened.epoch) == (keys.master, keys.vault_id, 1)
        assert not opened.from_backup
        assert not opened.newer_format


def test_what_is_on_the_disk(made):
    folder, keys, printed = made
    assert sorted(entry.name for entry in folder.iterdir()) == ["vault.hdr", "vault.hdr.bak"]
    data = (folder / "vault.hdr").read_bytes()
    assert data == (folder / "vault.hdr.bak").read_bytes()
    assert len(data) < 600
    assert keys.master not in data
    assert recovery.from_text(printed) not in data
    found = header_codec.decode(data).header
    assert (found.created, found.vault_id, len(found.slots)) == (AT, keys.vault_id, 2)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_the_owner_may_read_it(made):
    folder, _keys, _printed = made
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(entry.stat().st_mode) for entry in folder.iterdir()} == {0o600}


def test_every_flipped_bit_is_refused_with_its_class(vault):
    folder, _keys, printed = vault
    path = folder / header.HEADER_NAME
    good = path.read_bytes()
    seen = {HeaderDamagedError: 0, HeaderTamperedError: 0}
    for bit in range(len(good) * 8):
        altered = bytearray(good)
        altered[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bytes(altered))
        with pytest.raises((HeaderDamagedError, HeaderTamperedError)) as caught:
            header.unlock(folder, printed)
        seen[caught.type] += 1
        if caught.type is HeaderDamagedError:
            assert caught.value.backup_usable
    # The last 32 bytes are the HMAC itself: there the checksum holds and the authentication fails.
    assert seen == {HeaderDamagedError: (len(good) - 32) * 8, HeaderTamperedError: 32 * 8}
    path.write_bytes(good)
    header.unlock(folder, printed)


def test_truncated_at_every_offset_is_refused(vault):
    folder, _keys, printed = vault
    path = folder / header.HEADER_NAME
    good = path.read_bytes()
    for length in range(len(good)):
        path.write_bytes(good[:length])
        with pytest.raises(HeaderDamagedError) as caught:
            header.unlock(folder, printed)
        assert caught.value.backup_usable
    for more in (b"\0", b"\0" * 70_000, good):
        path.write_bytes(good + more)
        with pytest.raises(HeaderDamagedError, match="length"):
            header.unlock(folder, printed)


def test_foreign_files_are_refused(vault):
    folder, _keys, printed = vault
    path = folder / header.HEADER_NAME
    for content in (b"SQLite format 3\0" + b"\0" * 500, os.urandom(400), header_codec.MAGIC + b"\xff" * 500):
        path.write_bytes(content)
        with pytest.raises(HeaderDamagedError):
            header.unlock(folder, printed)
    path.unlink()
    path.mkdir()
    with pytest.raises(HeaderDamagedError, match="not an ordinary file"):
        header.unlock(folder, printed)


@pytest.mark.skipif(os.name != "posix", reason="FIFOs are POSIX")
def test_a_pipe_in_its_place_does_not_hang(vault):
    folder, _keys, printed = vault
    (folder / header.HEADER_NAME).unlink()
    os.mkfifo(folder / header.HEADER_NAME)
    with pytest.raises(HeaderDamagedError):
        header.unlock(folder, printed)


def test_damage_to_both_says_so(vault):
    folder, _keys, printed = vault
    for name in (header.HEADER_NAME, header.COPY_NAME):
        data = bytearray((folder / name).read_bytes())
        data[100] ^= 1
        (folder / name).write_bytes(bytes(data))
    with pytest.raises(HeaderDamagedError) as caught:
        header.unlock(folder, printed)
    assert not caught.value.backup_usable
    with pytest.raises(HeaderDamagedError, match=r"vault\.hdr\.bak"):
        header.unlock(folder, printed, use_backup=True)


@pytest.mark.parametrize("loss", ["damaged", "missing", "empty", "tampered"])
def test_the_copy_opens_and_repairs_it(vault, loss):
    folder, keys, printed = vault
    path = folder / header.HEADER_NAME
    good = path.read_bytes()
    if loss == "missing":
        path.unlink()
    else:
        path.write_bytes({"damaged": good[:-70], "empty": b"", "tampered": good[:-1] + b"?"}[loss])
    opened = header.unlock(folder, printed, use_backup=True)
    assert opened.from_backup
    assert opened.master == keys.master
    assert header.settle(folder, opened)
    assert path.read_bytes() == good
    assert not header.settle(folder, header.unlock(folder, PASSPHRASE))


def test_a_tampered_header_is_not_replaced_unasked(vault):
    folder, keys, _printed = vault
    rewrite(folder, generation=77)
    with pytest.raises(HeaderTamperedError):
        header.settle(folder, keys)


def test_a_stale_or_broken_copy_is_renewed(vault):
    folder, keys, _printed = vault
    for content in (b"", b"junk", (folder / "vault.hdr").read_bytes()[:-1] + b"?"):
        (folder / header.COPY_NAME).write_bytes(content)
        (folder / "vault.hdr.new").write_bytes(b"left by a crash")
        assert header.settle(folder, keys)
        assert (folder / header.COPY_NAME).read_bytes() == (folder / header.HEADER_NAME).read_bytes()
        assert not (folder / "vault.hdr.new").exists()


def test_no_vault(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert not header.exists(folder)
        with pytest.raises(VaultNotFoundError):
            header.unlock(folder, PASSPHRASE)


def test_never_over_something_that_is_there(vault, tmp_path):
    folder, _keys, printed = vault
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    for taken in (folder, tmp_path / "full"):
        before = sorted(taken.iterdir())
        with pytest.raises(VaultExistsError):
            header.create(taken, PASSPHRASE, TINY)
        assert sorted(taken.iterdir()) == before
    header.unlock(folder, printed)


@pytest.mark.parametrize(
    "changes",
    [
        {"generation": 99},
        {"created": datetime(2030, 1, 1, tzinfo=UTC)},
        {"slots": "first"},
        {"slots": "swapped"},
    ],
)
def test_a_right_checksum_without_the_key_is_tampering(vault, changes):
    folder, _keys, printed = vault
    slots = header.read(folder).header.slots
    if changes.get("slots") == "first":
        changes = {"slots": slots[1:]}
    elif changes.get("slots") == "swapped":
        changes = {"slots": slots[::-1]}
    rewrite(folder, **changes)
    with pytest.raises(HeaderTamperedError):
        header.unlock(folder, printed)


@pytest.mark.parametrize("field", ["vault_id", "epoch", "salt", "sealed", "nonce", "slot_id"])
def test_a_slot_moved_or_altered_opens_for_nobody(vault, field):
    folder, _keys, printed = vault
    slots = header.read(folder).header.slots
    if field == "vault_id":
        rewrite(folder, vault_id="00" * 16)
    elif field == "epoch":
        rewrite(folder, epoch=2)
    else:
        value = getattr(slots[1], field)
        other = value[::-1] if isinstance(value, bytes) else "00" * 16
        rewrite(folder, slots=(slots[0], replace(slots[1], **{field: other})))
    with pytest.raises(WrongPassphraseError):
        header.unlock(folder, printed)


def test_control_a_rewritten_header_with_its_key_opens(vault):
    folder, keys, printed = vault
    rewrite(folder, mac_key=keys.header_mac, generation=99)
    assert header.unlock(folder, printed).master == keys.master
    assert header.read(folder).header.generation == 99


def test_newer_versions_are_refused_but_a_flipped_version_is_damage(vault):
    folder, _keys, printed = vault
    good = (folder / header.HEADER_NAME).read_bytes()
    patched(folder, 8, struct.pack(">H", 2))
    with pytest.raises(VaultTooNewError):
        header.unlock(folder, printed)
    (folder / header.HEADER_NAME).write_bytes(good[:8] + struct.pack(">H", 2) + good[10:])
    with pytest.raises(HeaderDamagedError):
        header.unlock(folder, printed)
    (folder / header.HEADER_NAME).write_bytes(good)
    patched(folder, 8, struct.pack(">H", 0))
    with pytest.raises(HeaderDamagedError):
        header.unlock(folder, printed)


def test_an_unknown_required_feature_is_a_newer_version(vault):
    folder, _keys, printed = vault
    data = (folder / header.HEADER_NAME).read_bytes()
    required = data.index(struct.pack(">HH", header_codec.Tag.REQUIRED, 4)) + 4
    patched(folder, required, struct.pack(">I", 1))
    with pytest.raises(VaultTooNewError):
        header.unlock(folder, printed)


def test_a_compatible_later_version_opens_and_is_not_rewritten(vault):
    folder, keys, printed = vault
    data = (folder / header.HEADER_NAME).read_bytes()
    body = data[16:-64] + struct.pack(">HH", 900, 3) + b"new" + struct.pack(">HH", 7, 2) + b"??"
    framed = struct.pack(">8sHHI", header_codec.MAGIC, 1, 4, len(body)) + body
    framed += sha256(framed).digest()
    (folder / header.HEADER_NAME).write_bytes(framed + sealing.header_mac(keys.header_mac, framed))
    assert header.unlock(folder, printed).newer_format
    with pytest.raises(VaultTooNewError):
        header.authentic(folder, keys)


def with_cost(folder: Path, memory: int, passes: int, lanes: int) -> None:
    data = (folder / header.HEADER_NAME).read_bytes()
    at = data.index(struct.pack(">BBIII", 2, 0x13, *(TINY.memory_kib, TINY.passes, TINY.lanes)))
    patched(folder, at + 2, struct.pack(">III", memory, passes, lanes))


@pytest.mark.parametrize(
    "numbers",
    [(2**32 - 1, 3, 4), (65536, 2**32 - 1, 4), (65536, 3, 2**32 - 1), (0, 0, 0), (8, 1, 1), (2**21, 1, 1)],
)
def test_a_forged_derivation_is_refused_unread(vault, numbers, monkeypatch):
    folder, _keys, _printed = vault
    with_cost(folder, *numbers)
    monkeypatch.setattr(kdf_module, "hash_secret_raw", lambda *_a: pytest.fail("derived"))
    with pytest.raises(KdfRefusedError):
        header.unlock(folder, PASSPHRASE)


def test_a_weakened_derivation_opens_for_nobody(vault):
    folder, _keys, _printed = vault
    with_cost(folder, TINY.memory_kib + 1, 1, 1)
    with pytest.raises(WrongPassphraseError):
        header.unlock(folder, PASSPHRASE)


def near_misses(text: str) -> list[str]:
    """Every text with one character dropped, doubled, changed or put in the other case."""
    return [
        *(text[:i] + text[i + 1 :] for i in range(len(text))),
        *(text[:i] + "x" + text[i:] for i in range(len(text) + 1)),
        *(text[:i] + text[i].swapcase() + text[i + 1 :] for i in range(len(text)) if text[i].isalpha()),
    ]


def test_wrong_passphrases_are_called_wrong(made):
    folder, _keys, _printed = made
    draw = random.Random(7)
    wrong = ["", " ", PASSPHRASE + "\0", PASSPHRASE + " ", "\0", "\ud800", "x" * 1_000_000, PASSPHRASE[::-1]]
    wrong += [
        "".join(chr(draw.randrange(32, 0x3000)) for _ in range(draw.randrange(1, 40))) for _ in range(50)
    ]
    wrong += draw.sample(near_misses(PASSPHRASE), 40)
    for secret in wrong:
        with pytest.raises(WrongPassphraseError):
            header.unlock(folder, secret)


def test_one_attempt_costs_one_derivation(made, monkeypatch):
    folder, _keys, _printed = made
    calls = []
    real = kdf_module.hash_secret_raw
    monkeypatch.setattr(kdf_module, "hash_secret_raw", lambda *a: calls.append(1) or real(*a))
    with pytest.raises(WrongPassphraseError):
        header.unlock(folder, "no such thing at all")
    assert len(calls) == 1


def test_composed_and_decomposed_passphrases_are_one(tmp_path):
    text = "Ångström på Ærø, så klart"
    header.create(tmp_path / "v", unicodedata.normalize("NFD", text), TINY)
    header.unlock(tmp_path / "v", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "weak", ["", "short", "elevenchars", "one two", "aaaaaaaaaaaa", "password1234", "x" * 1025]
)
def test_weak_passphrases_are_refused_and_nothing_is_made(tmp_path, weak):
    with pytest.raises(WeakPassphraseError):
        header.create(tmp_path / "v", weak, TINY)
    assert not (tmp_path / "v").exists()


def test_a_mistyped_recovery_key_is_not_a_wrong_one(made):
    folder, _keys, printed = made
    other = recovery.to_text(b"\x11" * 32)
    with pytest.raises(WrongPassphraseError):
        header.unlock(folder, other)
    with pytest.raises(RecoveryKeyMistypedError) as caught:
        header.unlock(folder, printed[:21] + ("2" if printed[21] != "2" else "3") + printed[22:])
    assert caught.value.group == 4


def test_a_passphrase_that_looks_like_a_recovery_key_works(tmp_path):
    passphrase = "orchid-violet-ginger-walnut-copper-silver-marble-meadow-harbor-timber-candle"
    assert recovery.looks_like(passphrase)
    header.create(tmp_path / "v", passphrase, TINY)
    header.unlock(tmp_path / "v", passphrase)


def test_no_error_tells_a_secret(made):
    folder, _keys, printed = made
    secret = "a secret nobody should read 42"
    for attempt in (secret, printed[:-2] + "77"):
        with pytest.raises((WrongPassphraseError, RecoveryKeyMistypedError)) as caught:
            header.unlock(folder, attempt)
        assert attempt[:6] not in str(caught.value)
        assert str(folder) not in str(caught.value)
