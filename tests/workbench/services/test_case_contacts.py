"""Contact points and people of a case; how sure it is of them; residences and the ego chart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from money_world import NOW, TODAY, a_case, make_vault

from workbench.base.ids import new_id
from workbench.model.evidence import Evidence
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, PartyRole, PostalAddress
from workbench.model.result_code import Channel
from workbench.normalize.contacts import normalized_contact
from workbench.services.case_contacts import (
    ContactPointError,
    NewPoint,
    add_contact_point,
    describe_contact_point,
    retire_contact_point,
    set_contact_status,
)
from workbench.services.case_log import Contact, log_contact
from workbench.services.case_people import PartyError, PartyTerms, add_party, change_party, people_view
from workbench.services.case_view import case_head, case_overview
from workbench.services.case_work import NextAction
from workbench.services.confidence import Rung, debtor_of, known_points, verdict
from workbench.services.ego import MOST_NODES, Ring, ego_chart
from workbench.services.residence import residence_timeline
from workbench.services.undoing import undo


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        yield made


@pytest.fixture
def account(vault):
    case = a_case(1)
    points = tuple(
        replace(p, normalized=normalized_contact(p.kind, p.raw, p.address)) for p in case.contact_points
    )
    return vault.create_case(replace(case, contact_points=points))


def debtor(vault, account):
    return debtor_of(vault.read_case(account))


def points(vault, account, kind):
    return [p for p in vault.read_case(account).contact_points if p.kind is kind]


def add(vault, account, kind, text, source="the debtor's sister, by phone", **more):
    party_id = debtor(vault, account).party_id
    return add_contact_point(vault, account, NewPoint(party_id, kind, text, source, **more))


@pytest.mark.parametrize(
    ("kind", "text", "normalized"),
    [
        (ContactKind.PHONE, "(423) 555-0123", "4235550123"),
        (ContactKind.EMAIL, "Ada@Example.com", "ada@example.com"),
        (ContactKind.ADDRESS, "9 Willow Rd, Apt 2, Springfield IL 62704", "9|WILLOW RD|2|62704"),
        (ContactKind.ONLINE, "  Ada on  LedgerBook ", "ada on ledgerbook"),
    ],
)
def test_a_contact_point_is_normalised_and_has_its_source(vault, account, kind, text, normalized):
    add(vault, account, kind, text)
    made = points(vault, account, kind)[-1]
    assert made.normalized == normalized
    said = [e for e in vault.read_case(account).evidence if e.subject_id == made.contact_id]
    assert said[0].origin == "the debtor's sister, by phone"
    assert vault.read_case(account).activities[-1].contact_id == made.contact_id


@pytest.mark.parametrize(
    ("kind", "text"),
    [(ContactKind.PHONE, "555-01"), (ContactKind.EMAIL, "ada at example"), (ContactKind.ADDRESS, "")],
)
def test_what_is_none_is_refused(vault, account, kind, text):
    with pytest.raises(ContactPointError):
        add(vault, account, kind, text)


def test_without_a_source_nothing_is_added(vault, account):
    with pytest.raises(ContactPointError, match="Who said so"):
        add(vault, account, ContactKind.PHONE, "4235550123", source=" ")


def test_the_same_value_gains_a_source_instead_of_a_twin(vault, account):
    add(vault, account, ContactKind.PHONE, "423 555 0123")
    before = len(points(vault, account, ContactKind.PHONE))
    done = add(vault, account, ContactKind.PHONE, "+1 (423) 555-0123", source="a letter of his")
    assert "on file" in done.words
    assert len(points(vault, account, ContactKind.PHONE)) == before


@pytest.mark.parametrize("status", [ContactStatus.WRONG, ContactStatus.RETURNED, ContactStatus.DO_NOT_CALL])
def test_bad_needs_a_reason(vault, account, status):
    point = points(vault, account, ContactKind.PHONE)[0]
    with pytest.raises(ContactPointError, match="reason"):
        set_contact_status(vault, account, point.contact_id, status, "  ")
    set_contact_status(vault, account, point.contact_id, status, "A bakery answers")
    after = points(vault, account, ContactKind.PHONE)[0]
    assert (after.status, after.status_reason, after.status_on) == (status, "A bakery answers", TODAY)


def test_retired_is_kept_and_comes_back_with_a_new_source(vault, account):
    point = points(vault, account, ContactKind.PHONE)[0]
    done = retire_contact_point(vault, account, point.contact_id, "ten years old")
    assert points(vault, account, ContactKind.PHONE)[0].status is ContactStatus.RETIRED
    undo(vault, done.commits)
    assert points(vault, account, ContactKind.PHONE)[0] == point
    retire_contact_point(vault, account, point.contact_id, "ten years old")
    add(vault, account, ContactKind.PHONE, point.raw)
    back = points(vault, account, ContactKind.PHONE)
    assert (len(back), back[0].status) == (1, ContactStatus.UNVERIFIED)


def test_label_and_consent(vault, account):
    point = points(vault, account, ContactKind.PHONE)[0]
    describe_contact_point(
        vault, account, point.contact_id, label="work", consent="calls, 2026-11-20", line_type="landline"
    )
    after = points(vault, account, ContactKind.PHONE)[0]
    assert (after.label, after.consent, after.line_type) == ("work", "calls, 2026-11-20", "landline")


def test_people_are_added_and_described_with_their_source(vault, account):
    with pytest.raises(PartyError):
        add_party(vault, account, PartyTerms(PartyRole.SPOUSE, ""), "her letter")
    with pytest.raises(PartyError):
        add_party(vault, account, PartyTerms(PartyRole.SPOUSE, "Maja Lindqvist"), "")
    with pytest.raises(PartyError, match="debtor already"):
        add_party(vault, account, PartyTerms(PartyRole.DEBTOR, "Maja Lindqvist"), "?")
    add_party(vault, account, PartyTerms(PartyRole.SPOUSE, "Maja Lindqvist"), "her letter")
    with pytest.raises(PartyError, match="already"):
        add_party(vault, account, PartyTerms(PartyRole.SPOUSE, "maja lindqvist"), "again")
    spouse = vault.read_case(account).parties[-1]
    assert (spouse.name.first, spouse.name.last) == ("MAJA", "LINDQVIST")
    born = date(1980, 2, 3)
    terms = PartyTerms(PartyRole.SPOUSE, "Maja Lindqvist", ("Maja Berg",), born, "1234", deceased=True)
    change_party(vault, account, spouse.party_id, terms, "the court's file")
    after = vault.read_case(account).parties[-1]
    assert (after.birth_date, after.ssn_last4, after.deceased) == (born, "1234", True)
    assert [a.whole for a in after.aliases] == ["Maja Berg"]
    for bad in (replace(terms, ssn_last4="12"), replace(terms, birth_date=TODAY + timedelta(days=1))):
        with pytest.raises(PartyError):
            change_party(vault, account, spouse.party_id, bad, "?")


def test_the_ladder_climbs_with_evidence_judgment_and_talk(vault, account):
    def rung():
        content = vault.read_case(account)
        return verdict(content, known_points(content)).rung

    home = points(vault, account, ContactKind.ADDRESS)[0]
    assert rung() is Rung.CANDIDATE
    add(vault, account, ContactKind.ADDRESS, home.raw, source="his neighbour")
    assert rung() is Rung.CORROBORATED
    set_contact_status(vault, account, home.contact_id, ContactStatus.GOOD)
    assert rung() is Rung.VERIFIED
    phone = points(vault, account, ContactKind.PHONE)[0]
    call = Contact(Channel.CALL, "RPC", contact_id=phone.contact_id)
    log_contact(vault, account, call, NextAction("Call", TODAY))
    assert rung() is Rung.CONFIRMED
    set_contact_status(vault, account, phone.contact_id, ContactStatus.WRONG, "not his any more")
    set_contact_status(vault, account, home.contact_id, ContactStatus.VACANT, "empty")
    assert rung() is Rung.UNKNOWN
    assert not case_head(vault, account).verdict.located


def test_one_origin_counts_once(vault, account):
    home = points(vault, account, ContactKind.ADDRESS)[0]
    for number in range(3):
        with vault.edit_case(account) as edit:
            edit.add_evidence(
                Evidence(new_id(), home.contact_id, "public_record", "voter_tn", f"again {number}", NOW)
            )
    known = next(k for k in known_points(vault.read_case(account)) if k.point == home)
    assert "voter_tn" in known.origins
    assert len(known.origins) == 2
    assert len(known.evidence) == 4


# Residences


def an_address(number, *days, party="p", status=ContactStatus.UNVERIFIED):
    """An address and a statement for each of ``days``."""
    address = PostalAddress(f"{number} Maple St", city="Springfield", state="IL", zip_code="62704")
    point = ContactPoint(
        f"a{number}", party, ContactKind.ADDRESS, address.one_line(), f"{number}", address, status=status
    )
    said = [
        Evidence(
            f"e{number}{day}", point.contact_id, "public_record", f"source {day.year}", "x", NOW, as_of=day
        )
        for day in days
    ]
    return point, said


def residences(*addresses):
    content = replace(
        a_case(3),
        contact_points=tuple(point for point, _ in addresses),
        evidence=tuple(e for _, said in addresses for e in said),
    )
    return residence_timeline(known_points(content), "p")


def test_residences_the_latest_first_with_overlap_and_gap():
    found = residences(
        an_address(1, date(2015, 1, 1), date(2018, 6, 1)),
        an_address(2, date(2018, 1, 1), date(2019, 1, 1)),
        an_address(3, date(2022, 1, 1), date(2026, 1, 1)),
        an_address(4),
        an_address(5, date(2020, 1, 1), party="somebody else"),
        an_address(6, date(2020, 1, 1), status=ContactStatus.RETIRED),
    )
    assert [r.point.contact_id for r in found.residences] == ["a3", "a2", "a1"]
    assert [(o.first, o.last) for o in found.overlaps] == [(date(2018, 1, 1), date(2018, 6, 1))]
    assert [(g.first, g.last) for g in found.gaps] == [(date(2019, 1, 2), date(2021, 12, 31))]
    assert [p.contact_id for p in found.unseen] == ["a4"]
    assert (found.first, found.last) == (date(2015, 1, 1), date(2026, 1, 1))


def test_a_short_silence_is_no_gap_and_one_day_may_overlap():
    near = residences(an_address(1, date(2020, 1, 1)), an_address(2, date(2020, 1, 20)))
    assert near.gaps == ()
    same = residences(an_address(1, date(2020, 1, 1)), an_address(2, date(2020, 1, 1)))
    assert [(o.first, o.last) for o in same.overlaps] == [(date(2020, 1, 1), date(2020, 1, 1))]


def test_no_addresses_no_timeline():
    empty = residences()
    assert (empty.first, empty.last, empty.residences) == (None, None, ())


# Ego chart


def test_only_links_with_evidence_each_with_source_and_date(vault, account):
    add_party(vault, account, PartyTerms(PartyRole.RELATIVE, "Ada Lindqvist"), "the debtor")
    relative = vault.read_case(account).parties[-1]
    home = points(vault, account, ContactKind.ADDRESS)[0]
    add_contact_point(
        vault, account, NewPoint(relative.party_id, ContactKind.ADDRESS, home.raw, "voter register")
    )
    add(vault, account, ContactKind.EMPLOYER, "Harbour Mills LLC")
    content = vault.read_case(account)
    chart = ego_chart(content, known_points(content))
    assert [n.ring for n in chart.nodes].count(Ring.SELF) == 1
    assert {n.ring for n in chart.nodes} == {Ring.SELF, Ring.PEOPLE, Ring.ADDRESS, Ring.EMPLOYER}
    ids = {n.object_id for n in chart.nodes}
    assert all(link.one in ids and link.other in ids and link.source for link in chart.links)
    assert any({link.one, link.other} == {relative.party_id, home.contact_id} for link in chart.links)


def test_never_more_than_thirty_nodes():
    party = a_case(3).parties[0].party_id
    many = [an_address(n, date(2020, 1, 1), party=party) for n in range(50)]
    content = replace(
        a_case(3),
        contact_points=tuple(p for p, _ in many),
        evidence=tuple(e for _, said in many for e in said),
    )
    chart = ego_chart(content, known_points(content))
    assert len(chart.nodes) == MOST_NODES
    assert chart.left_out == 51 - MOST_NODES


def test_views_of_a_case_without_a_debtor(vault):
    case = a_case(4)
    account = vault.create_case(replace(case, parties=(), contact_points=(), evidence=()))
    overview = case_overview(vault, account)
    assert (overview.head.debtor, overview.points, overview.chart.nodes) == (None, (), ())
    assert people_view(vault, account).people == ()


def test_overview_of_an_ordinary_case(vault, account):
    overview = case_overview(vault, account)
    assert {k.point.kind for k in overview.points} == {ContactKind.ADDRESS, ContactKind.PHONE}
    assert overview.head.best_phone.point.kind is ContactKind.PHONE
    assert overview.head.age_days == 21
    assert [r.words for r in overview.residence.residences] == [overview.head.best_address.words]
