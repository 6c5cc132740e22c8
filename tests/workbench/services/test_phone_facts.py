"""What a number itself tells, beside the addresses of its person."""

import pytest

from workbench.model.party import ContactKind, ContactPoint, PostalAddress
from workbench.services.phone_facts import PhoneFacts, phone_facts


def phone(raw, normalized):
    return ContactPoint("1" * 32, "2" * 32, ContactKind.PHONE, raw, normalized)


def home(state):
    address = PostalAddress("1 Maple St", "", "Larkton", state, "28997")
    return ContactPoint("3" * 32, "2" * 32, ContactKind.ADDRESS, "1 Maple St", "", address)


@pytest.mark.parametrize(
    ("point", "states", "facts"),
    [
        (phone("919-555-0142", "9195550142"), ["NC"], PhoneFacts(state="NC")),
        (phone("919-555-0142", "9195550142"), ["OH"], PhoneFacts(state="NC", elsewhere=True)),
        (phone("919-555-0142", "9195550142"), ["OH", "NC"], PhoneFacts(state="NC")),
        (phone("919-555-0142", "9195550142"), [], PhoneFacts(state="NC")),
        (phone("919-555-0142 ext. 12", "9195550142"), ["NC"], PhoneFacts("12", state="NC")),
        (phone("800 555 0142 x7", "8005550142"), ["NC"], PhoneFacts("7", "toll_free")),
        (phone("not a number", ""), ["NC"], PhoneFacts()),
        (home("NC"), ["NC"], PhoneFacts()),
    ],
)
def test_what_a_number_tells(point, states, facts):
    assert phone_facts(point, [point, *map(home, states)]) == facts


def test_in_words():
    told = phone_facts(phone("800 555 0142 x7", "8005550142"), [home("NC")])
    assert told.words == "extension 7; toll-free number"
    told = phone_facts(phone("919-555-0142", "9195550142"), [home("OH")])
    assert told.words == "area code of NC, where no address of theirs is"
    assert phone_facts(phone("919-555-0142", "9195550142"), [home("NC")]).words == ""
