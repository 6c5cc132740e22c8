"""The printed recovery key finds its own typing errors; passphrases are judged in words."""

import random

import pytest

from workbench.vault import recovery
from workbench.vault.errors import RecoveryKeyMistypedError
from workbench.vault.passphrase import passphrase_strength

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def keys(count: int) -> list[bytes]:
    draw = random.Random(11)
    return [draw.randbytes(32) for _ in range(count)] + [b"\0" * 32, b"\xff" * 32]


def test_round_trip_however_it_is_typed():
    for key in keys(200):
        text = recovery.to_text(key)
        assert [len(group) for group in text.split("-")] == [6] * 11
        assert recovery.looks_like(text)
        for typed in (
            text,
            text.lower(),
            text.replace("-", ""),
            f"  {text.replace('-', '  ')}\n",
            text.replace("-", "–"),
        ):
            assert recovery.from_text(typed) == key


def test_letters_that_look_alike_are_read_as_meant():
    text = recovery.to_text(bytes(range(32)))
    assert recovery.from_text(text.replace("1", "l").replace("0", "o")) == bytes(range(32))
    assert recovery.from_text(text.replace("1", "I").replace("0", "O")) == bytes(range(32))


def test_text_of_a_known_key_never_changes():
    """A change here would make every printed sheet useless."""
    assert (
        recovery.to_text(bytes(range(32)))
        == "000G4S-0R40M4-30E20F-9185G3-R38E1W-W8124Z-GK2GA9-HC5RRT-34D1PS-70X3R0-FGM9DD"
    )


def test_every_single_slip_is_found_and_most_are_located():
    slips = located = 0
    for key in keys(4):
        plain = recovery.to_text(key).replace("-", "")
        for at, character in enumerate(plain):
            for other in ALPHABET:
                if other == character:
                    continue
                slips += 1
                with pytest.raises(RecoveryKeyMistypedError) as caught:
                    recovery.from_text(plain[:at] + other + plain[at + 1 :])
                located += caught.value.group == at // 6 + 1
    assert slips == 6 * 66 * 31
    assert located / slips > 0.95


def test_swapped_neighbours_and_groups_are_found():
    text = recovery.to_text(keys(1)[0])
    plain, groups = text.replace("-", ""), text.split("-")
    for at in range(65):
        if plain[at] != plain[at + 1]:
            with pytest.raises(RecoveryKeyMistypedError):
                recovery.from_text(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :])
    for at in range(10):
        swapped = [*groups[:at], groups[at + 1], groups[at], *groups[at + 2 :]]
        with pytest.raises(RecoveryKeyMistypedError):
            recovery.from_text("-".join(swapped))


def test_a_lost_or_doubled_character_is_located_by_its_group():
    groups = recovery.to_text(keys(1)[0]).split("-")
    for altered in (groups[4][:-1], groups[4] + "7"):
        with pytest.raises(RecoveryKeyMistypedError) as caught:
            recovery.from_text("-".join([*groups[:4], altered, *groups[5:]]))
        assert caught.value.group == 5
    with pytest.raises(RecoveryKeyMistypedError) as caught:
        recovery.from_text("".join(groups)[:-1])
    assert caught.value.group is None


@pytest.mark.parametrize("text", ["", "seven quiet herons", "x" * 200, "ÅÅÅÅÅÅ-" * 11, "123456-" * 5])
def test_other_texts_do_not_look_like_one(text):
    assert not recovery.looks_like(text)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_keys_of_another_size_are_not_printed(size):
    with pytest.raises(ValueError):
        recovery.to_text(b"x" * size)


@pytest.mark.parametrize(
    ("text", "accepted", "label"),
    [
        ("", False, "very weak"),
        ("password1234", False, "weak"),
        ("a b c d e f", False, None),
        ("kitchen lantern", True, None),
        ("correct horse battery staple", True, "strong"),
        ("vt3$Kq9!zLw2", True, "strong"),
    ],
)
def test_strength_in_words(text, accepted, label):
    judged = passphrase_strength(text)
    assert judged.accepted is accepted
    assert label in (None, judged.label)
    assert judged.holds_for
    assert accepted or judged.advice or judged.score < 2


def test_strength_of_a_very_long_text_is_quick_and_in_years():
    assert passphrase_strength("unusual words " * 500).score >= 3
    assert passphrase_strength("correct horse battery staple").holds_for == "longer than a thousand years"
    assert (
        "second" in passphrase_strength("password1234").holds_for
        or "minute" in passphrase_strength("password1234").holds_for
    )
