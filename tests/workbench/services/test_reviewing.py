"""Deciding leads, changing a decision, taking it back in any order, also after restart."""

from contextlib import suppress
from random import Random

import pytest
from review_world import a_case, a_field, a_lead, an_id, fill

from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import ContactKind, ContactStatus, PartyRole
from workbench.model.review import Pile, QueueFilter, QueueOrder
from workbench.model.standing import standing_evidence
from workbench.services import review_queue
from workbench.services.gains import GainEffect, gains_of
from workbench.services.lead_joining import evidence_stands
from workbench.services.reviewing import (
    DecidedSinceError,
    SecondPersonError,
    UnknownLeadError,
    Verdict,
    decide,
    return_to_pending,
    undo_decision,
)
from workbench.vault.rebuild import rebuild
from workbench.vault.vault import open_vault

PASS = "seven fictional otters knit"
ACCEPT = Verdict(LeadStatus.ACCEPTED)
REJECT = Verdict(LeadStatus.REJECTED, reason=RejectReason.SAME_NAME)
UNSURE = Verdict(LeadStatus.UNSURE)


def case_of(vault, number=1):
    return vault.read_case(an_id(number))


def waiting(vault, pile=Pile.PENDING):
    return review_queue.queue(vault, QueueFilter(pile=pile), QueueOrder.VALUE)


def debtor_points(content):
    return {p.normalized: p.status for p in content.contact_points if p.party_id == an_id(10_001)}


def test_gains_say_what_is_new_what_is_confirmed_and_what_contradicts(vault):
    [lead_id] = fill(
        vault,
        [
            a_lead(
                birth="1991", emails=("ada@example.com",), facts={"employer": "Otter Mills", "licence": "77"}
            )
        ],
    )
    found = review_queue.candidate(vault, lead_id)
    effects = {(g.title, g.value): g.effect for g in found.gains}
    assert effects == {
        ("Address", "88 NEW HARBOR DR, LARKTON NC 28998"): GainEffect.NEW,
        ("Phone", "(919) 555-0142"): GainEffect.CONFIRMS,
        ("E-mail", "ada@example.com"): GainEffect.NEW,
        ("Employer", "Otter Mills"): GainEffect.NEW,
        ("Birth year", "1991"): GainEffect.CONTRADICTS,
        ("Licence", "77"): GainEffect.NEW,
    }
    contradiction = next(g for g in found.gains if g.effect is GainEffect.CONTRADICTS)
    assert "1984-05-06" in contradiction.note
    assert not contradiction.taken_by_default


def test_only_the_chosen_gains_are_taken_and_nothing_is_overwritten(vault):
    [lead_id] = fill(vault, [a_lead(birth="1991", emails=("ada@example.com",))])
    done = decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, without=frozenset({"email:ada@example.com"})))
    content = case_of(vault)
    assert content.parties[0].birth_date.isoformat() == "1984-05-06"
    assert "88|NEW HARBOR DR||28998" in debtor_points(content)
    assert "ada@example.com" not in debtor_points(content)
    assert len(done.joined.points) == 1
    assert done.joined.confirmed == 1
    phone = next(p for p in content.contact_points if p.kind is ContactKind.PHONE)
    assert [e.source_kind for e in content.evidence if e.subject_id == phone.contact_id] == [
        "client file",
        "public_record",
    ]
    assert done.written.commits[0].seq == vault.case_history(an_id(1))[-1].seq
    assert done.written.changes.leads


def test_what_is_marked_wrong_is_a_contradiction_and_stays_wrong(vault):
    from dataclasses import replace

    [lead_id] = fill(vault, [a_lead()])
    phone = next(p for p in case_of(vault).contact_points if p.kind is ContactKind.PHONE)
    with vault.edit_case(an_id(1)) as edit:
        edit.put_contact_point(
            replace(phone, status=ContactStatus.WRONG, status_reason="a stranger answered")
        )
    [gain] = [g for g in gains_of(case_of(vault), vault.catalog.lead(lead_id)) if g.title == "Phone"]
    assert gain.effect is GainEffect.CONTRADICTS
    decide(vault, lead_id, ACCEPT)
    assert debtor_points(case_of(vault))["9195550142"] is ContactStatus.WRONG


def test_an_alias_and_a_birth_year_are_gained_and_taken_back(vault):
    [lead_id] = fill(vault, [a_lead(name="ADA OTTERSON", birth="1984")], a_case(born=None))
    decide(vault, lead_id, ACCEPT)
    party = case_of(vault).parties[0]
    assert [a.whole for a in party.aliases] == ["ADA OTTERSON"]
    assert party.birth_year == 1984
    return_to_pending(vault, lead_id)
    party = case_of(vault).parties[0]
    assert (party.aliases, party.birth_year) == ((), None)


@pytest.mark.parametrize("band", [Band.RELATIVE, Band.STRONG])
def test_a_relative_or_associate_never_becomes_the_debtors_contact(vault, band):
    [lead_id] = fill(vault, [a_lead(band=band, phones=("9195550199",))])
    role = None if band is Band.RELATIVE else PartyRole.NEIGHBOUR
    decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, role=role))
    content = case_of(vault)
    [joined] = content.parties[1:]
    assert joined.role is (role or PartyRole.RELATIVE)
    assert {p.normalized for p in content.contact_points if p.party_id == joined.party_id} == {
        "88|NEW HARBOR DR||28998",
        "9195550199",
    }
    assert set(debtor_points(content)) == {"12|MAPLE ST||28999", "9195550142"}
    return_to_pending(vault, lead_id)
    content = case_of(vault)
    assert content.parties[1].retired
    assert vault.catalog.identifiers("phone", "9195550199") == ()


def test_a_second_person_asks_once(vault):
    ids = fill(
        vault, [a_lead(1), a_lead(2, birth="1951", phones=(), addresses=("1 Elm St, Larkton NC 28999",))]
    )
    decide(vault, ids[0], ACCEPT)
    assert review_queue.candidate(vault, ids[1]).second_person == "QUILLFEATHER, ADA"
    with pytest.raises(SecondPersonError):
        decide(vault, ids[1], ACCEPT)
    assert len(case_of(vault).leads) == 1
    decide(vault, ids[1], Verdict(LeadStatus.ACCEPTED, confirmed=True))
    assert {x.status for x in case_of(vault).leads} == {LeadStatus.ACCEPTED}


def test_the_same_person_in_another_file_does_not_ask(vault):
    ids = fill(vault, [a_lead(1), a_lead(2, import_id="j" * 32, birth="1984-05-06")])
    decide(vault, ids[0], ACCEPT)
    assert review_queue.candidate(vault, ids[1]).second_person == ""
    decide(vault, ids[1], ACCEPT)


def test_unsure_goes_to_the_second_look_and_is_decided_from_there(vault):
    ids = fill(vault, [a_lead(1), a_lead(2)])
    decide(vault, ids[0], UNSURE)
    assert waiting(vault) == [ids[1]]
    assert waiting(vault, Pile.SECOND_LOOK) == [ids[0]]
    assert vault.review.counts().second_look == 1
    decide(vault, ids[0], ACCEPT)
    assert waiting(vault, Pile.SECOND_LOOK) == []
    assert "88|NEW HARBOR DR||28998" in debtor_points(case_of(vault))


def test_rejecting_hides_the_person_for_the_debtor_everywhere_and_undo_brings_them_back(vault):
    same, stranger = "ADA|QUILLFEATHER||1984|88", "BEA|OTHER||1950|1|X"
    ids = fill(
        vault,
        [
            a_lead(1, key=same),
            a_lead(2, key=same, import_id="j" * 32),
            a_lead(3, case=2, key=same),
            a_lead(4, case=2, key=stranger),
        ],
        a_case(1),
        a_case(2),
    )
    done = decide(vault, ids[0], REJECT)
    assert waiting(vault) == [ids[3]]
    assert [r.pending_leads for r in vault.catalog.account_rows([an_id(1), an_id(2)])] == [0, 1]
    assert {stone.import_id[:1] for stone in vault.catalog.tombstones()} == {"i", "j"}
    undo_decision(vault, done.written.commits[0])
    assert sorted(waiting(vault)) == sorted((ids[0], ids[2], ids[3]))  # the first two are one person
    assert [r.pending_leads for r in vault.catalog.account_rows([an_id(1), an_id(2)])] == [1, 2]
    assert vault.catalog.tombstones() == ()
    assert vault.catalog.judged_people() == frozenset()


def test_what_only_a_destroyed_account_had_rejected_waits_and_counts_again(vault):
    same = "ADA|QUILLFEATHER||1984|88|X"
    ids = fill(
        vault, [a_lead(1, key=same), a_lead(2, case=2, key=same), a_lead(3, case=2)], a_case(1), a_case(2)
    )
    before = vault.catalog.group(ids[1])
    decide(vault, ids[0], REJECT)
    hidden = [vault.catalog.group(lead_id) for lead_id in ids[1:]]
    assert hidden[0] is None
    vault.shred_case(an_id(1), "returned to the client")
    assert vault.catalog.group(ids[1]) == before
    [row] = vault.catalog.account_rows([an_id(2)])
    assert row.pending_leads == vault.catalog.count_pending() == len(waiting(vault))
    folder = vault.folder
    vault.close()
    rebuild(folder, PASS)
    with open_vault(folder, PASS) as again:
        assert again.catalog.tombstones() == ()


def test_undo_retires_what_was_gained_and_marks_the_evidence(vault):
    [lead_id] = fill(vault, [a_lead()])
    done = decide(vault, lead_id, ACCEPT)
    undone = undo_decision(vault, done.written.commits[0])
    content = case_of(vault)
    assert debtor_points(content) == {
        "12|MAPLE ST||28999": ContactStatus.UNVERIFIED,
        "9195550142": ContactStatus.UNVERIFIED,
        "88|NEW HARBOR DR||28998": ContactStatus.RETIRED,
    }
    from_record = [e for e in content.evidence if e.source_kind == "public_record"]
    assert from_record
    assert not any(evidence_stands(content, e) for e in from_record)
    assert not set(from_record) & set(standing_evidence(content.evidence))
    assert vault.catalog.lead(lead_id).status is LeadStatus.PENDING
    redone = undo_decision(vault, undone.commits[0])
    assert redone.commits
    content = case_of(vault)
    assert debtor_points(content)["88|NEW HARBOR DR||28998"] is ContactStatus.UNVERIFIED
    assert len(content.contact_points) == 3  # brought back, not added once more
    said = [
        (e.subject_id, e.statement)
        for e in standing_evidence(content.evidence)
        if e.source_kind == "public_record"
    ]
    assert len(said) == len(set(said))  # said once, not once more for each acceptance


def test_what_another_lead_or_a_person_supports_stays_after_undo(vault):
    from dataclasses import replace

    ids = fill(vault, [a_lead(1), a_lead(2, import_id="j" * 32, emails=("ada@example.com",))])
    decide(vault, ids[0], ACCEPT)
    decide(vault, ids[1], ACCEPT)
    return_to_pending(vault, ids[0])
    assert debtor_points(case_of(vault))["88|NEW HARBOR DR||28998"] is ContactStatus.UNVERIFIED
    mail = next(p for p in case_of(vault).contact_points if p.kind is ContactKind.EMAIL)
    with vault.edit_case(an_id(1)) as edit:
        edit.put_contact_point(replace(mail, status=ContactStatus.GOOD, status_reason="answered"))
    return_to_pending(vault, ids[1])
    points = debtor_points(case_of(vault))
    assert points["ada@example.com"] is ContactStatus.GOOD


def test_what_two_leads_said_is_retired_when_both_are_taken_back(vault):
    ids = fill(vault, [a_lead(1), a_lead(2, import_id="j" * 32)])
    for lead_id in ids:
        decide(vault, lead_id, ACCEPT)
    return_to_pending(vault, ids[0])  # the one that brought the address
    assert debtor_points(case_of(vault))["88|NEW HARBOR DR||28998"] is ContactStatus.UNVERIFIED
    return_to_pending(vault, ids[1])  # the one that only confirmed it
    assert debtor_points(case_of(vault))["88|NEW HARBOR DR||28998"] is ContactStatus.RETIRED
    assert debtor_points(case_of(vault))["9195550142"] is ContactStatus.UNVERIFIED  # the client's own


def test_decisions_are_undone_in_any_order_also_after_restart(vault):
    ids = fill(vault, [a_lead(n) for n in (1, 2, 3)])
    commits = [
        decide(vault, i, v).written.commits[0] for i, v in zip(ids, (ACCEPT, REJECT, UNSURE), strict=True)
    ]
    folder = vault.folder
    vault.close()
    with open_vault(folder, PASS) as again:
        assert {j.lead_id for j in review_queue.history(again)} == set(ids)
        for commit in (commits[1], commits[0], commits[2]):
            undo_decision(again, commit)
        assert sorted(waiting(again)) == sorted(ids)
        assert review_queue.history(again) == ()


def test_a_decision_changed_in_place_goes_back_to_the_one_before(vault):
    [lead_id] = fill(vault, [a_lead()])
    first = decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, role=PartyRole.SPOUSE)).written
    second = decide(vault, lead_id, REJECT).written
    assert case_of(vault).parties[1].retired
    with pytest.raises(DecidedSinceError):
        undo_decision(vault, first.commits[0])
    undo_decision(vault, second.commits[0])
    content = case_of(vault)
    assert content.leads[0].status is LeadStatus.ACCEPTED
    assert [(p.role, p.retired) for p in content.parties[1:]] == [(PartyRole.SPOUSE, False)]


def test_accepting_once_more_takes_other_gains(vault):
    [lead_id] = fill(vault, [a_lead(emails=("ada@example.com",))])
    decide(vault, lead_id, ACCEPT)
    decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, without=frozenset({"email:ada@example.com"})))
    points = debtor_points(case_of(vault))
    assert points["88|NEW HARBOR DR||28998"] is ContactStatus.UNVERIFIED
    assert points["ada@example.com"] is ContactStatus.RETIRED
    decide(vault, lead_id, Verdict(LeadStatus.ACCEPTED, role=PartyRole.ASSOCIATE))
    points = debtor_points(case_of(vault))
    assert points["88|NEW HARBOR DR||28998"] is ContactStatus.RETIRED
    assert points["9195550142"] is ContactStatus.UNVERIFIED


def test_history_is_newest_first_with_who_and_which_weights(vault):
    ids = fill(vault, [a_lead(1), a_lead(2)])
    decide(vault, ids[0], REJECT)
    decide(vault, ids[1], ACCEPT)
    newest, older = review_queue.history(vault)
    assert (newest.lead_id, newest.status) == (ids[1], LeadStatus.ACCEPTED)
    assert (older.reason, older.decided_by, older.weights_version) == ("same_name", "owner", "1")
    assert older.account_number == "000001"


def catalog_of(vault):
    identifiers = sorted(
        (kind, found.value, found.account_id, found.party_id)
        for kind, value in (
            ("phone", "9195550142"),
            ("address", "88|NEW HARBOR DR||28998"),
            ("name", "quillfeather ada q"),
        )
        for found in vault.catalog.identifiers(kind, value)
    )
    tombstones = sorted((t.value, t.account_id, t.import_id) for t in vault.catalog.tombstones())
    return identifiers, tombstones, sorted(vault.catalog.judged_people()), review_queue.history(vault)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_of_decisions_and_undos_leaves_the_catalog_that_rebuilding_makes(vault, seed):
    chance = Random(seed)
    leads = [
        a_lead(n, case=1 + n % 2, import_id="ij"[n % 2] * 32, phones=(f"919555013{n}",)) for n in range(1, 7)
    ]
    ids = fill(vault, leads, a_case(1), a_case(2))
    commits = []
    for _ in range(25):
        if commits and chance.random() < 0.4:
            commit = commits.pop(chance.randrange(len(commits)))
            with suppress(DecidedSinceError, UnknownLeadError):
                undo_decision(vault, commit)
            continue
        role = chance.choice([None, None, PartyRole.SPOUSE])
        status = chance.choice([LeadStatus.ACCEPTED, LeadStatus.REJECTED, LeadStatus.UNSURE])
        verdict = Verdict(status, role=role if status is LeadStatus.ACCEPTED else None, confirmed=True)
        commits += decide(vault, chance.choice(ids), verdict).written.commits
    for number in (1, 2):
        content = case_of(vault, number)
        standing = {x.lead_id for x in content.leads if x.status is not LeadStatus.PENDING}
        waiting_here = {x.lead_id for x in vault.catalog.pending_leads(account_id=an_id(number))}
        assert not standing & waiting_here
        accepted = [x for x in content.leads if x.status is LeadStatus.ACCEPTED]
        brought = [p for p in content.contact_points if p.label == "public record"]
        if not accepted:
            assert all(p.status is ContactStatus.RETIRED for p in brought)
        for lead in accepted:  # what an accepted lead says is in the case, whatever was undone around it
            assert any(
                p.normalized == lead.person.phones[0] and p.status is not ContactStatus.RETIRED
                for p in brought
            )
    before, folder = catalog_of(vault), vault.folder
    vault.close()
    rebuild(folder, PASS)
    with open_vault(folder, PASS) as again:
        assert catalog_of(again) == before


def test_the_history_is_made_again_by_rebuilding(vault):
    ids = fill(vault, [a_lead(n) for n in (1, 2, 3)])
    decide(vault, ids[0], UNSURE)
    decide(vault, ids[1], ACCEPT)
    decide(vault, ids[2], REJECT)
    return_to_pending(vault, ids[2])
    before, folder = review_queue.history(vault), vault.folder
    vault.close()
    rebuild(folder, PASS)
    with open_vault(folder, PASS) as again:
        assert review_queue.history(again) == before
        assert waiting(again, Pile.SECOND_LOOK) == [ids[0]]


def test_what_is_not_there_is_said(vault):
    [lead_id] = fill(vault, [a_lead()])
    with pytest.raises(UnknownLeadError):
        decide(vault, "0" * 32, ACCEPT)
    with pytest.raises(UnknownLeadError):
        return_to_pending(vault, lead_id)
    with pytest.raises(ValueError, match="nothing"):
        decide(vault, lead_id, Verdict(LeadStatus.PENDING))


def test_stale_is_said_when_contact_points_changed_after_scoring(vault):
    from dataclasses import replace
    from datetime import UTC, datetime

    old = [replace(a_lead(n), created_at=datetime(2020, 1, 1, tzinfo=UTC)) for n in (1, 2)]
    ids = fill(vault, old)
    assert review_queue.candidate(vault, ids[0]).stale == ""
    decide(vault, ids[0], ACCEPT)
    assert review_queue.candidate(vault, ids[1]).stale == ""  # a decision of the review itself
    with vault.edit_case(an_id(1)) as edit:
        edit.put_contact_point(replace(case_of(vault).contact_points[0], status=ContactStatus.GOOD))
    assert "contact points changed" in review_queue.candidate(vault, ids[1]).stale


def test_queue_orders_and_filters_are_stable(vault):
    leads = [
        a_lead(1, p=0.99, case=1),
        a_lead(2, p=0.55, case=2, band=Band.REVIEW),
        a_lead(3, p=0.97, case=2, import_id="j" * 32),
        a_lead(4, p=0.10, case=1, band=Band.RELATIVE, fields=(a_field("surname", "same surname", 3.0),)),
    ]
    ids = fill(vault, leads, a_case(1, balance=10_000), a_case(2, balance=900_000))
    queue = review_queue.queue
    assert queue(vault, QueueFilter(), QueueOrder.VALUE) == [ids[2], ids[1], ids[0], ids[3]]
    assert queue(vault, QueueFilter(), QueueOrder.HARDEST) == [ids[1], ids[3], ids[2], ids[0]]
    assert queue(vault, QueueFilter(), QueueOrder.IMPORT) == [ids[0], ids[1], ids[3], ids[2]]
    assert queue(vault, QueueFilter(), QueueOrder.ACCOUNT) == [ids[0], ids[3], ids[2], ids[1]]
    assert queue(vault, QueueFilter(import_id="j" * 32), QueueOrder.VALUE) == [ids[2]]
    assert queue(vault, QueueFilter(bands=frozenset({Band.RELATIVE})), QueueOrder.VALUE) == [ids[3]]
    assert queue(vault, QueueFilter(account_id=an_id(2)), QueueOrder.VALUE) == [ids[2], ids[1]]
    counts = review_queue.counts(vault)
    assert (counts.pending, counts.by_band[Band.STRONG], counts.by_import["j" * 32]) == (4, 2, 1)
    [row] = review_queue.rows(vault, Pile.PENDING, [ids[0]])
    assert (row.name, row.p_same, row.band) == ("Quillfeather, Ada Q", 0.99, Band.STRONG)
    assert [o.lead_id for o in review_queue.candidate(vault, ids[0]).others] == [ids[3]]
