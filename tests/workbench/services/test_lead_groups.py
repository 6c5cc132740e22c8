"""The same person in several files is one lead: shown, scored and decided once, with every row behind it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations
from math import isclose

import pytest
from review_world import FIELDS, a_case, a_lead, an_id, fill

from workbench.matching.decide import CAPS
from workbench.matching.settings import MatchSettings
from workbench.model import corroboration
from workbench.model.explanation import Band
from workbench.model.importing import ImportCounts, ImportKind, ImportRecord
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import ContactKind, ContactStatus, PartyRole
from workbench.model.review import Pile, QueueFilter, QueueOrder
from workbench.model.standing import standing_evidence
from workbench.services import case_view, review_queue
from workbench.services.case_contacts import set_contact_status
from workbench.services.confidence import Rung, best_first, known_points
from workbench.services.explaining import waterfall
from workbench.services.gains import GainEffect, group_gains
from workbench.services.residence import residence_timeline
from workbench.services.reviewing import Verdict, decide, return_to_pending, undo_decision
from workbench.vault.lead_groups import lead_groups
from workbench.vault.rebuild import rebuild
from workbench.vault.vault import open_vault

PASS = "seven fictional otters knit"
VOTERS, VENDOR, RESALE = "v" * 32, "w" * 32, "x" * 32
KEY = "ADA|QUILLFEATHER||1984|{}|NEW HARBOR DR"
NO_PHONE = tuple(f for f in FIELDS if f.field != "phone")
ACCEPT = Verdict(LeadStatus.ACCEPTED)


def a_row(number, import_id, *, house=88, as_of=None, **more):
    place = f"{house} NEW HARBOR DR, LARKTON NC 28998"
    lead = a_lead(
        number, import_id=import_id, key=KEY.format(house), addresses=more.pop("addresses", (place,)), **more
    )
    return replace(lead, person=replace(lead.person, as_of=as_of))


def register(vault, **layouts):
    """Imports of these ids, each of a layout."""
    for import_id, layout in layouts.items():
        record = ImportRecord(
            import_id, ImportKind.RECORDS, f"{layout}.csv", import_id, layout, "debt_collection",
            ImportCounts(9, 9, 0, 0), datetime(2026, 1, 2, tzinfo=UTC), "mara",
        )  # fmt: skip
        vault.registry.add_import(record)


def waiting(vault, **where):
    return review_queue.queue(vault, QueueFilter(**where), QueueOrder.VALUE)


@pytest.fixture
def both(vault):
    """A voter row that lacks the phone, and a vendor row of the same person at an older address."""
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch", RESALE: "vendor_batch"})
    voter = a_row(
        1, VOTERS, fields=NO_PHONE, p=0.6, band=Band.REVIEW, phones=("9195550142",), as_of=date(2025, 6, 1)
    )
    vendor = a_row(
        2, VENDOR, house=7, p=0.55, band=Band.REVIEW, phones=("9195550142",), as_of=date(2021, 1, 1)
    )
    return fill(vault, [voter, vendor])


def test_the_words_and_limits_are_those_of_matching():
    assert (
        MatchSettings().strong,
        MatchSettings().review,
    ) == (corroboration.STRONG_FROM, corroboration.REVIEW_FROM)
    assert CAPS["deceased"] == corroboration.SAYS_DECEASED
    assert CAPS["name_only"] == corroboration.ONLY_NAME


def test_the_queue_shows_one_item_with_every_row_behind_it(vault, both):
    [lead_id] = waiting(vault)
    assert vault.catalog.count_pending() == 1
    assert vault.catalog.account_rows([an_id(1)])[0].pending_leads == 1
    for import_id in (VOTERS, VENDOR):
        assert waiting(vault, import_id=import_id) == [lead_id]
    found = review_queue.candidate(vault, lead_id)
    assert [(r.file_name, r.row_number, r.as_of, r.origin) for r in found.behind] == [
        ("nc_voter.csv", 1, date(2025, 6, 1), "nc_voter"),
        ("vendor_batch.csv", 2, date(2021, 1, 1), "vendor_batch"),
    ]
    assert found.origins == 2
    assert found.others == ()
    assert found.lead.person.addresses == (
        "88 NEW HARBOR DR, LARKTON NC 28998",
        "7 NEW HARBOR DR, LARKTON NC 28998",
    )


def test_the_joint_score_takes_the_best_of_each_field_and_adds_up(vault, both):
    found = review_queue.candidate(vault, waiting(vault)[0])
    bars = waterfall(found.lead)
    assert [b.key for b in bars.bars].count("phone") == 1
    why = found.lead.explanation
    assert isclose(why.bits, why.start_bits + sum(f.bits for f in why.fields) + why.relative_adjustment)
    assert why.p_same > 0.6
    assert why.band is Band.STRONG
    assert "same phone" in why.sentence
    [row] = review_queue.rows(vault, Pile.PENDING, waiting(vault))
    assert (row.p_same, row.band) == (why.p_same, why.band)


def test_copies_never_raise_the_score():
    one = a_row(1, VOTERS, p=0.7, band=Band.REVIEW)
    rarer = tuple(replace(f, bits=f.bits + 2 if f.bits > 0 else f.bits) for f in FIELDS)
    copies = [
        a_row(2, VENDOR, p=0.7, band=Band.REVIEW),
        a_row(3, RESALE, p=0.65, band=Band.REVIEW, fields=rarer),  # a file in which the name is rarer
        a_row(4, VOTERS, p=0.2, band=Band.WEAK),
    ]
    for order in permutations([one, *copies]):
        [group] = lead_groups(order)
        assert len(group.leads) == 4
        assert group.explanation == one.explanation


def test_a_row_without_birth_is_shown_and_never_scores():
    one = a_row(1, VOTERS, fields=NO_PHONE, p=0.6, band=Band.REVIEW)
    undated = a_row(2, VENDOR, birth="", p=0.5, band=Band.REVIEW)
    [group] = lead_groups([one, undated])
    assert group.firm == (True, False)
    assert group.explanation == one.explanation


def test_relatives_and_other_parties_stay_apart():
    leads = [a_row(1, VOTERS), a_row(2, VENDOR, band=Band.RELATIVE), a_row(3, VENDOR, case=2)]
    assert [len(g.leads) for g in lead_groups(leads)] == [1, 1, 1]


def test_contradictions_are_said_and_held_for_review(vault):
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch"})
    dead = (CAPS["deceased"],)
    fill(
        vault,
        [
            a_row(1, VOTERS, birth="1984-05-06", p=0.99, as_of=date(2025, 6, 1)),
            a_row(2, VENDOR, birth="1984-06-05", p=0.98, caps=dead, as_of=date(2021, 1, 1)),
        ],
        a_case(born=None),
    )
    found = review_queue.candidate(vault, waiting(vault)[0])
    assert found.contradictions == (
        (
            "Different births: 1984-05-06 (nc_voter.csv, row 1, as of 2025-06-01);"
            " 1984-06-05 (vendor_batch.csv, row 2, as of 2021-01-01)."
        ),
        "Deceased according to vendor_batch.csv, row 2, as of 2021-01-01; the other rows do not say so.",
    )
    assert found.lead.explanation.band is Band.REVIEW
    assert set(found.lead.explanation.caps) == {corroboration.BIRTHS_DIFFER, CAPS["deceased"]}
    births = {g.value: (g.effect, g.taken_by_default) for g in found.gains if g.kind.value == "birth"}
    assert births == {"1984-05-06": (GainEffect.NEW, True), "1984-06-05": (GainEffect.CONTRADICTS, False)}


def test_accepting_takes_the_union_with_the_rows_of_each_item(vault, both):
    [lead_id] = waiting(vault)
    found = review_queue.candidate(vault, lead_id)
    rows = {g.value: len(g.rows) for g in found.gains}
    assert rows["(919) 555-0142"] == 2
    assert rows["7 NEW HARBOR DR, LARKTON NC 28998"] == 1
    done = decide(vault, lead_id, ACCEPT)
    assert done.rows == 2
    assert waiting(vault) == []
    content = vault.read_case(an_id(1))
    assert {lead.status for lead in content.leads} == {LeadStatus.ACCEPTED}
    own = {p.normalized: p for p in content.contact_points if p.kind is ContactKind.ADDRESS}
    assert own["88|NEW HARBOR DR||28998"].current
    assert not own["7|NEW HARBOR DR||28998"].current  # the newer record has moved on
    known = {k.point.normalized: k for k in known_points(content)}
    assert known["9195550142"].origins == ("Lantern Bank", "nc_voter", "vendor_batch")
    lived = residence_timeline(known.values(), an_id(10_001)).residences
    assert [(r.last, len(r.sightings)) for r in lived[:3]][1:] == [
        (date(2025, 6, 1), 1),
        (date(2021, 1, 1), 1),
    ]
    assert [j.record_name for j in review_queue.history(vault)] == ["QUILLFEATHER, ADA"]


def test_resellers_of_one_origin_count_once(vault):
    register(vault, **{VENDOR: "vendor_batch", RESALE: "vendor_batch"})
    fill(vault, [a_row(1, VENDOR), a_row(2, RESALE)])
    found = review_queue.candidate(vault, waiting(vault)[0])
    assert (len(found.behind), found.origins) == (2, 1)
    decide(vault, found.lead.lead_id, ACCEPT)
    known = {k.point.normalized: k for k in known_points(vault.read_case(an_id(1)))}
    assert known["88|NEW HARBOR DR||28998"].rung is Rung.CANDIDATE


@pytest.mark.parametrize("how", ["undo", "return"])
def test_taking_it_back_takes_all_rows_back(vault, both, how):
    [lead_id] = waiting(vault)
    done = decide(vault, lead_id, ACCEPT)
    if how == "undo":
        undo_decision(vault, done.written.commits[0])
    else:
        return_to_pending(vault, done.lead.lead_id)
    content = vault.read_case(an_id(1))
    points = {p.normalized: p.status for p in content.contact_points}
    assert points["88|NEW HARBOR DR||28998"] is ContactStatus.RETIRED
    assert points["7|NEW HARBOR DR||28998"] is ContactStatus.RETIRED
    assert points["9195550142"] is ContactStatus.UNVERIFIED
    assert not [e for e in standing_evidence(content.evidence) if e.source_kind == "public_record"]
    assert waiting(vault) == [lead_id]
    assert len(review_queue.candidate(vault, lead_id).behind) == 2


def test_rejecting_rules_out_every_row_and_deciding_again_moves_all(vault, both):
    [lead_id] = waiting(vault)
    decide(vault, lead_id, Verdict(LeadStatus.REJECTED, reason=RejectReason.SAME_NAME))
    assert {stone.value for stone in vault.catalog.tombstones()} == {KEY.format(88), KEY.format(7)}
    decide(vault, lead_id, ACCEPT)
    assert {x.status for x in vault.read_case(an_id(1)).leads} == {LeadStatus.ACCEPTED}
    decide(vault, lead_id, Verdict(LeadStatus.UNSURE))
    assert waiting(vault, pile=Pile.SECOND_LOOK) == [lead_id]
    assert review_queue.counts(vault).second_look == 1
    assert {p.status for p in vault.read_case(an_id(1)).contact_points if p.label} == {ContactStatus.RETIRED}


def test_a_relative_in_two_files_joins_once(vault):
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch"})
    fill(
        vault,
        [
            a_row(1, VOTERS, band=Band.RELATIVE, name="OTTER, ADA", birth="", phones=("9195550177",)),
            a_row(2, VENDOR, band=Band.RELATIVE, name="ADA OTTER", birth="1950", phones=("9195550178",)),
        ],
    )
    done = decide(vault, waiting(vault)[0], ACCEPT)
    content = vault.read_case(an_id(1))
    [relative] = [p for p in content.parties if p.role is PartyRole.RELATIVE]
    assert relative.birth_year == 1950
    phones = {p.normalized for p in content.contact_points if p.party_id == relative.party_id}
    assert {"9195550177", "9195550178"} <= phones
    undo_decision(vault, done.written.commits[0])
    content = vault.read_case(an_id(1))
    assert [p.retired for p in content.parties if p.role is PartyRole.RELATIVE] == [True]
    assert content.parties[0].birth_date == date(1984, 5, 6)


def test_undoing_one_import_leaves_the_other_row_with_its_own_score(vault, both):
    before = waiting(vault)
    vault.catalog.remove_pending(VENDOR)
    [left] = waiting(vault)
    found = review_queue.candidate(vault, left)
    assert left in before or left == both[0]
    assert found.lead.explanation.p_same == 0.6
    [row] = review_queue.rows(vault, Pile.PENDING, [left])
    assert (row.p_same, row.band) == (0.6, Band.REVIEW)


def test_groups_last_through_a_restart_and_a_rebuild(vault, both):
    [lead_id] = waiting(vault)
    decide(vault, lead_id, ACCEPT)
    before, folder = review_queue.history(vault), vault.folder
    vault.close()
    rebuild(folder, PASS)
    with open_vault(folder, PASS) as again:
        assert review_queue.history(again) == before
        assert len(review_queue.candidate(again, lead_id).behind) == 2
        return_to_pending(again, lead_id)
        assert waiting(again) == [lead_id]


def test_what_only_a_row_without_a_birth_fact_says_is_not_taken_unasked():
    firm = a_lead(1, phones=("9195550111",))
    loose = a_lead(2, birth="", phones=("9195550111", "9195550122"))

    def taken(*leads):
        found = group_gains(a_case(1), leads)
        return {g.point.normalized[-4:]: g.taken_by_default for g in found if g.point and "555" in g.value}

    assert taken(firm, loose) == {"0111": True, "0122": False}
    assert taken(loose) == {"0111": True, "0122": True}


# What an accepted lead shows


def test_an_accepted_lead_shows_every_row_each_source_once_and_where_they_disagree(vault):
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch", RESALE: "vendor_batch"})
    fill(
        vault,
        [
            a_row(1, VOTERS, birth="1984-05-06", p=0.99, as_of=date(2025, 6, 1)),
            a_row(2, VENDOR, house=7, birth="1984-06-05", p=0.98, as_of=date(2021, 1, 1)),
            a_row(
                3, RESALE, house=7, birth="1984-06-05", p=0.98, as_of=date(2021, 1, 1)
            ),  # the same file again
        ],
        a_case(born=None),
    )
    [lead_id] = waiting(vault)
    before = review_queue.candidate(vault, lead_id)
    decide(vault, lead_id, ACCEPT)
    after = review_queue.candidate(vault, lead_id)
    assert after.behind == before.behind
    assert [(row.file_name, row.row_number) for row in after.behind] == [
        ("nc_voter.csv", 1), ("vendor_batch.csv", 2), ("vendor_batch.csv", 3),
    ]  # fmt: skip
    assert (after.origins, after.contradictions) == (2, before.contradictions)
    assert after.contradictions[0].startswith("Different births: 1984-05-06 (nc_voter.csv")
    view = case_view.case_overview(vault, an_id(1))
    homes = [k for k in view.points if k.point.kind is ContactKind.ADDRESS]
    new, old = (next(k for k in homes if k.words.startswith(house)) for house in ("88 ", "7 "))
    assert homes.index(new) < homes.index(old)
    assert (new.last_seen, new.origins, new.earlier) == (date(2025, 6, 1), ("nc_voter",), None)
    assert (old.last_seen, old.origins, old.earlier) == (
        date(2021, 1, 1), ("vendor_batch",), date(2025, 6, 1),
    )  # fmt: skip
    lived = {r.words[:2]: r for r in view.residence.residences}
    assert [s.row_number for s in lived["7 "].sightings] == [2, 3]


def test_a_newer_record_comes_before_an_older_that_two_sources_corroborate(vault):
    """Whichever was accepted first, and each on its own."""
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch", RESALE: "court"})
    older = ("7 FAR RD, ELMSFORD NC 27501",)
    leads = [
        a_lead(1, import_id=VENDOR, addresses=older), a_lead(2, import_id=RESALE, addresses=older),
        a_lead(3, import_id=VOTERS),
    ]  # fmt: skip
    days = (date(2019, 1, 1), date(2020, 1, 1), date(2025, 6, 1))
    leads = [replace(x, person=replace(x.person, as_of=day)) for x, day in zip(leads, days, strict=True)]
    for lead_id in reversed(fill(vault, leads)):
        decide(vault, lead_id, replace(ACCEPT, confirmed=True))
    known = {k.words[:2]: k for k in known_points(vault.read_case(an_id(1))) if k.point.label}
    assert (known["7 "].rung, known["7 "].earlier) == (Rung.CORROBORATED, date(2025, 6, 1))
    records = [k.words[:2] for k in best_first(known.values()) if k.point.kind is ContactKind.ADDRESS]
    assert records == ["88", "7 "]
    set_contact_status(vault, an_id(1), known["7 "].point.contact_id, ContactStatus.GOOD)
    again = [k.words[:2] for k in best_first(known_points(vault.read_case(an_id(1)))) if k.point.label]
    assert again[0] == "7 "  # what somebody verified is not outdone by a record
