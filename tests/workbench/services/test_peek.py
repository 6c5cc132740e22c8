"""What stands beside the list says the same as the case file."""

import pytest
from money_world import a_case, make_vault

from workbench.model.party import ContactKind, ContactStatus
from workbench.services.case_contacts import NewPoint, add_contact_point, set_contact_status
from workbench.services.confidence import best_first, debtor_of, known_points
from workbench.services.peek import POINTS, peek


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        yield made


def test_the_best_contact_points_are_those_of_the_case_file_in_its_order(vault):
    account = vault.create_case(a_case(1))
    party = debtor_of(vault.read_case(account)).party_id
    for text in ("(423) 555-0123", "(423) 555-0124", "(423) 555-0125"):
        new = NewPoint(party, ContactKind.PHONE, text, "the debtor's sister, by phone")
        add_contact_point(vault, account, new)
    add_contact_point(vault, account, NewPoint(party, ContactKind.ONLINE, "Ada on LedgerBook", "seen there"))
    phones = {p.raw: p.contact_id for p in vault.read_case(account).contact_points}
    set_contact_status(vault, account, phones["(423) 555-0125"], ContactStatus.GOOD, "she answered there")
    set_contact_status(vault, account, phones["(423) 555-0124"], ContactStatus.WRONG, "a bakery")
    best = best_first(known_points(vault.read_case(account)))
    expected = [k.point.contact_id for k in best if k.point.kind is not ContactKind.ONLINE][:POINTS]
    shown = peek(vault, account).points
    assert [p.contact_id for p in shown] == expected
    assert shown[0].raw == "(423) 555-0125"
    assert not {"(423) 555-0124", "Ada on LedgerBook"} & {p.raw for p in shown}
