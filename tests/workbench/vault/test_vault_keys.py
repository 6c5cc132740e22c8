"""Known answers of the primitives, and what the key hierarchy promises."""

import pickle
import unicodedata

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from workbench.base.ids import new_id
from workbench.vault import kdf
from workbench.vault.errors import KdfRefusedError, KeyUnwrapError, WrongPassphraseError
from workbench.vault.kdf import KdfCost
from workbench.vault.keys import UnlockedKeys, database_key, hkdf, new_key

TINY = KdfCost(8 * 1024, 1, 1)


def keys(master: bytes = b"\x07" * 32, vault_id: str = "ab" * 16) -> UnlockedKeys:
    return UnlockedKeys(master, vault_id, 1)


def test_argon2id_rfc_9106_section_5_3():
    made = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)  # fmt: skip
    assert made.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


# Two independent implementations agree; the RFC's vector above anchors one of them (it needs the inputs
# "secret" and "associated data", which the product's library does not offer).
@pytest.mark.parametrize("cost", [TINY, KdfCost(8 * 1024, 3, 4), KdfCost(16 * 1024, 2, 2)])
def test_derivation_equals_an_independent_argon2id(cost):
    salt = bytes(range(32))
    other = Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    assert kdf.derive("a passphrase", salt, cost) == other.derive(b"a passphrase")


def test_argon2id_reference_vector():
    """From the test file of the reference implementation, version 0x13."""
    made = hash_secret_raw(b"password", b"somesalt", 2, 65536, 1, 32, Type.ID, 19)
    assert made.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


RFC_5869 = [
    (
        "0b" * 22, "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        bytes(range(0x50)).hex(), bytes(range(0x60, 0xB0)).hex(), bytes(range(0xB0, 0x100)).hex(),
        ("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
        "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
        "cc30c58179ec3e87c14c01d5c1f3434f1d87"),
    ),
    (
        "0b" * 22, "", "",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("key", "salt", "info", "expected"), RFC_5869)
def test_hkdf_rfc_5869(key, salt, info, expected):
    made = hkdf(
        bytes.fromhex(key), salt=bytes.fromhex(salt), info=bytes.fromhex(info), length=len(expected) // 2
    )
    assert made.hex() == expected


def test_gcm_siv_rfc_8452_appendix_c2():
    key, nonce = bytes.fromhex("01" + "00" * 31), bytes.fromhex("03" + "00" * 11)
    plain, bound = bytes.fromhex("02" + "00" * 7), bytes.fromhex("01")
    assert (
        AESGCMSIV(key).encrypt(nonce, plain, bound).hex()
        == "1de22967237a813291213f267e3b452f02d01ae33e4ec854"
    )


def test_every_purpose_and_every_vault_has_its_own_key():
    purposes = ("vault_db", "catalog", "header_mac", "digest", "audit_seed", "blind_index", "backup")
    made = [getattr(k, p) for k in (keys(), keys(b"\x08" * 32), keys(vault_id="cd" * 16)) for p in purposes]
    assert len({*made, b"\x07" * 32}) == len(made) + 1
    assert {len(key) for key in made} == {32}


def test_derived_keys_never_change():
    """A change here would lock every vault that exists."""
    assert keys().header_mac.hex() == "ecba4943e1d444ef62af82c9d3b740255fe8e3026d819926f258fc504fa11ae8"
    assert keys().catalog.hex() == "f1c12321ffcfd66890b3e65dde7ab39d29ec03c7b7253c86e7894f43b0dc72ae"
    assert (
        database_key(b"\x01" * 32).hex() == "1e29dc7a7357fedb404c69fb7e57ad491725b812d799f2b3dd4a51fe45d6b6d4"
    )


def test_wrapped_key_opens_for_its_owner_only():
    file_key, owner = new_key(), new_id()
    wrapped = keys().wrap(file_key, kind="case", owner=owner, version=2)
    assert file_key not in wrapped
    assert keys().unwrap(wrapped, kind="case", owner=owner, version=2) == file_key
    for other in (
        lambda: keys().unwrap(wrapped, kind="library", owner=owner, version=2),
        lambda: keys().unwrap(wrapped, kind="case", owner=new_id(), version=2),
        lambda: keys().unwrap(wrapped, kind="case", owner=owner, version=1),
        lambda: keys(b"\x09" * 32).unwrap(wrapped, kind="case", owner=owner, version=2),
        lambda: keys(vault_id="cd" * 16).unwrap(wrapped, kind="case", owner=owner, version=2),
    ):
        with pytest.raises(KeyUnwrapError):
            other()


def test_every_bit_of_a_wrapped_key_counts():
    owner = new_id()
    opened = keys()
    wrapped = opened.wrap(new_key(), kind="case", owner=owner)
    for bit in range(len(wrapped) * 8):
        altered = bytearray(wrapped)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(KeyUnwrapError):
            opened.unwrap(bytes(altered), kind="case", owner=owner)
    for length in range(len(wrapped)):
        with pytest.raises(KeyUnwrapError):
            opened.unwrap(wrapped[:length], kind="case", owner=owner)


def test_wrapping_twice_differs():
    wrapped = {keys().wrap(b"\x01" * 32, kind="case", owner="00" * 16) for _ in range(50)}
    assert len(wrapped) == 50


@pytest.mark.parametrize("size", [0, 16, 31, 33, 48])
def test_keys_of_another_size_are_refused(size):
    with pytest.raises(ValueError):
        UnlockedKeys(b"x" * size, "ab" * 16, 1)
    with pytest.raises(ValueError):
        keys().wrap(b"x" * size, kind="case", owner="00" * 16)


def test_nothing_of_a_key_shows_or_leaves():
    opened = keys(b"\x5a" * 32)
    assert "5a5a" not in repr(opened)
    assert "ZZZZ" not in f"{opened!s}{opened!r}"
    with pytest.raises(TypeError):
        pickle.dumps(opened)


def test_forgotten_keys_are_gone():
    opened = keys()
    opened.forget()
    opened.forget()
    for use in (
        lambda: opened.master,
        lambda: opened.catalog,
        lambda: opened.wrap(b"1" * 32, kind="a", owner="00" * 16),
    ):
        with pytest.raises(ValueError, match="locked"):
            use()


HOSTILE = [
    (memory, passes, lanes)
    for memory in (0, 1, 8 * 1024 - 1, 1024 * 1024 + 1, 2**31, 2**32 - 1)
    for passes, lanes in ((1, 1), (3, 4), (0, 0), (2**32 - 1, 2**32 - 1))
] + [(65536, p, la) for p in (0, 13, 10**9, 2**32 - 1) for la in (1, 4)] + [
    (65536, 3, la) for la in (0, 17, 10**6, 2**24, 2**32 - 1)
] + [(2**32 - 1, 12, 16), (2**32 - 1, 0, 0), (8 * 1024, 0, 1), (-1, -1, -1)]  # fmt: skip


@pytest.mark.parametrize("numbers", HOSTILE)
def test_hostile_cost_is_refused_before_anything_is_derived(numbers, monkeypatch):
    monkeypatch.setattr(kdf, "hash_secret_raw", lambda *_a: pytest.fail("derived"))
    with pytest.raises(KdfRefusedError):
        kdf.derive("a passphrase", b"s" * 32, KdfCost(*numbers))


def test_control_the_bounds_themselves_are_accepted():
    for cost in (KdfCost(8 * 1024, 1, 1), KdfCost(1024 * 1024, 12, 16), KdfCost()):
        cost.require_acceptable()


def test_default_cost():
    assert KdfCost() == KdfCost(memory_kib=262_144, passes=3, lanes=4)


@pytest.mark.parametrize("text", ["Café Ångström naïve", "ﬁne ① ２", "Žluťoučký kůň"])
def test_the_same_characters_typed_otherwise_are_the_same_passphrase(text):
    forms = {
        kdf.passphrase_bytes(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")
    }
    assert len(forms) == 1


def test_strange_passphrases_have_bytes():
    assert kdf.passphrase_bytes("") == b""
    assert kdf.passphrase_bytes("a\0b") == b"a\0b"
    assert kdf.passphrase_bytes("\ud800") == b"\xed\xa0\x80"
    with pytest.raises(WrongPassphraseError):
        kdf.passphrase_bytes("x" * 1025)
