"""Two people whom two files each name strongly for one debtor: told, compared, left out of bulk, never mixed."""

from dataclasses import replace
from datetime import date

import pytest
from review_world import FIELDS, a_case, a_field, a_lead, an_id, fill
from test_lead_groups import VENDOR, VOTERS, register

from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.model.corroboration import CONTRADICTED, CONTRADICTS_ACCEPTED
from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import ContactStatus, PartyRole
from workbench.model.review import QueueFilter, QueueOrder
from workbench.normalize.contradiction import contradictions
from workbench.services import leads, review_queue, undoing
from workbench.services.access import DirectAccess
from workbench.services.review_bulk import like_this
from workbench.services.reviewing import SecondPersonError, Verdict, decide, return_to_pending
from workbench.vault.rebuild import rebuild
from workbench.vault.vault import open_vault

ACCEPT = Verdict(LeadStatus.ACCEPTED)
REJECT = Verdict(LeadStatus.REJECTED, reason=RejectReason.OTHER_PERSON)
ONE, OTHER = "1984-05-06", "1951-02-03"


def with_middle(lead, text):
    fields = (*lead.explanation.fields, a_field("middle name", "middle name", 0.5, "", text))
    return replace(lead, explanation=replace(lead.explanation, fields=fields))


def pair(**more):
    """A voter of one birth, a vendor's person of another, at two addresses, with phones of their own."""
    first = a_lead(1, import_id=VOTERS, birth=ONE, phones=("9195550111",), p=0.99)
    second = a_lead(
        2, import_id=VENDOR, birth=OTHER, phones=("9195550122",), addresses=("7 FAR RD, ELMSFORD NC 27501",),
        p=0.98, **more,
    )  # fmt: skip
    return [first, second]


@pytest.fixture
def both(vault):
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch"})
    return fill(vault, pair(), a_case(born=None))


def bands(vault):
    return {row.lead_id: row.band for row in review_queue.rows(vault, QueueFilter().pile, queue(vault))}


def queue(vault, **where):
    return review_queue.queue(vault, QueueFilter(**where), QueueOrder.VALUE)


def caps(vault, lead_id):
    return review_queue.candidate(vault, lead_id).lead.explanation.caps


def test_each_says_that_the_other_contradicts_it_and_by_what(vault, both):
    assert bands(vault) == dict.fromkeys(both, Band.REVIEW)
    assert queue(vault, bands=frozenset({Band.STRONG})) == []
    for own, other, born in ((both[0], both[1], (ONE, OTHER)), (both[1], both[0], (OTHER, ONE))):
        found = review_queue.candidate(vault, own)
        assert found.lead.explanation.caps == (CONTRADICTED,)
        assert (
            f"Another strong lead contradicts it: birth {born[0]} against {born[1]}."
            in found.waterfall.sentence
        )
        [rival] = found.rivals
        assert (rival.lead_id, rival.status, rival.words) == (
            other, LeadStatus.PENDING, f"birth {born[0]} against {born[1]}",
        )  # fmt: skip
        sides = {row.title: (row.here, row.there, row.differs) for row in rival.rows}
        assert sides["Birth"] == (*born, True)
        assert not sides["Name"][2]
        assert "vendor_batch.csv" in rival.where or "nc_voter.csv" in rival.where
    assert {lead.explanation.caps for lead in vault.catalog.pending_leads()} == {(CONTRADICTED,)}
    assert vault.catalog.account_rows([an_id(1)])[0].pending_leads == 2
    assert vault.catalog.leads_by_import() == [(VOTERS, 1, 0), (VENDOR, 1, 0)]


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        (lambda a, b: (with_middle(a, "KARL"), with_middle(b, "OWEN")), "middle name"),
        (lambda a, b: (with_middle(a, "K"), with_middle(b, "OWEN")), "middle name"),
        (lambda a, b: (with_middle(a, "K"), with_middle(b, "KARL")), ""),
        (lambda a, b: (with_middle(a, "KARL"), b), ""),
        (lambda a, b: (ssn(a, "1234"), ssn(b, "9876")), "SSN last 4"),
        (lambda a, b: (ssn(a, "1234"), ssn(b, "1234")), ""),
        (lambda a, b: (key(a, "JR"), key(b, "SR")), "suffix"),
        (lambda a, b: (born(a, "1984"), born(b, "1986")), "birth"),
        (lambda a, b: (born(a, "1984 ± 1"), born(b, "1985-02-03")), ""),
        (lambda a, b: (born(a, ""), b), ""),
    ],
)
def test_what_contradicts_and_what_does_not(change, fact):
    one, other = change(*(born(lead, ONE) for lead in pair()))
    assert [c.fact for c in contradictions([one], [other])] == ([fact] if fact else [])
    if fact == "SSN last 4":
        assert "1234" not in contradictions([one], [other])[0].words


def born(lead, text):
    return replace(lead, person=replace(lead.person, birth=text))


def key(lead, suffix):
    return replace(lead, person=replace(lead.person, person_key=f"ADA|QUILLFEATHER|{suffix}|1984|1|X"))


def ssn(lead, digits):
    field = a_field("SSN last 4", "same SSN digits", 9.0, "1234", digits)
    return replace(lead, explanation=replace(lead.explanation, fields=(*lead.explanation.fields, field)))


def test_one_that_is_not_strong_holds_nobody_back(vault):
    first, second = pair()
    weak = replace(second, explanation=replace(second.explanation, band=Band.REVIEW, p_same=0.6))
    ids = fill(vault, [first, weak], a_case(born=None))
    assert bands(vault) == {ids[0]: Band.STRONG, ids[1]: Band.REVIEW}
    assert review_queue.candidate(vault, ids[0]).rivals == ()


def test_rejecting_one_makes_the_other_strong_again_and_taking_it_back_holds_both(vault, both):
    done = decide(vault, both[0], REJECT)
    assert bands(vault) == {both[1]: Band.STRONG}
    assert caps(vault, both[1]) == ()
    undoing.undo(vault, done.written.commits)
    assert bands(vault) == dict.fromkeys(both, Band.REVIEW)


def test_accepting_one_marks_the_other_and_does_not_mix_them(vault, both):
    done = decide(vault, both[0], ACCEPT)
    assert done.rivals == 1
    assert caps(vault, both[1]) == (CONTRADICTS_ACCEPTED,)
    assert bands(vault) == {both[1]: Band.REVIEW}
    [waits] = review_queue.candidate(vault, both[0]).rivals  # the accepted one tells of it too
    assert (waits.lead_id, waits.status) == (both[1], LeadStatus.PENDING)
    [accepted] = review_queue.candidate(vault, both[1]).rivals
    assert (accepted.lead_id, accepted.status) == (both[0], LeadStatus.ACCEPTED)
    with pytest.raises(SecondPersonError):
        decide(vault, both[1], ACCEPT)
    phones = {p.normalized for p in vault.read_case(an_id(1)).contact_points}
    assert "9195550111" in phones
    assert "9195550122" not in phones
    return_to_pending(vault, both[0])
    assert {caps(vault, lead_id) for lead_id in both} == {(CONTRADICTED,)}


def test_accepting_one_can_reject_the_other_and_one_undo_takes_both_back(vault, both):
    done = decide(vault, both[1], replace(ACCEPT, reject_rivals=True))
    assert done.rivals == 0
    assert "rejected 1 other person" in done.written.words
    statuses = {lead.lead_id: lead.status for lead in vault.read_case(an_id(1)).leads}
    assert statuses == {both[0]: LeadStatus.REJECTED, both[1]: LeadStatus.ACCEPTED}
    undoing.undo(vault, done.written.commits)
    assert bands(vault) == dict.fromkeys(both, Band.REVIEW)
    assert {p.status for p in vault.read_case(an_id(1)).contact_points if p.label} == {ContactStatus.RETIRED}


def test_somebody_accepted_as_a_relative_contradicts_nobody(vault, both):
    decide(vault, both[0], Verdict(LeadStatus.ACCEPTED, role=PartyRole.SPOUSE))
    assert bands(vault) == {both[1]: Band.STRONG}
    assert review_queue.candidate(vault, both[1]).second_person == ""


def test_bulk_leaves_them_out_and_says_how_many(vault):
    plain = a_lead(5, case=2, import_id=VOTERS, p=0.97)
    register(vault, **{VOTERS: "nc_voter", VENDOR: "vendor_batch"})
    fill(vault, [*pair(), plain], a_case(born=None), a_case(2))
    plan = like_this(DirectAccess(vault), plain.lead_id, NoProgress())
    assert [item.lead_id for item in plan.taken] == [plain.lead_id]
    [left] = plan.left_out
    assert left.words == f"another strong lead contradicts it: birth {ONE} against {OTHER}"


def test_it_lasts_through_a_restart_and_a_match_that_brings_the_other_later(vault, both):
    vault.catalog.remove_pending(VENDOR)
    assert bands(vault) == {both[0]: Band.STRONG}
    decide(vault, both[0], ACCEPT)
    folder = vault.folder
    vault.close()
    rebuild(folder, "seven fictional otters knit")
    with open_vault(folder, "seven fictional otters knit") as again:
        again.catalog.add_pending([pair()[1]])
        assert caps(again, both[1]) == (CONTRADICTS_ACCEPTED,)


def test_a_middle_name_keeps_rows_of_one_birth_date_apart(vault):
    """Same name and birthday, another middle name: matching keeps such rows apart, so must the groups."""
    rows = [
        replace(lead, person=replace(lead.person, name=f"QUILLFEATHER, ADA {middle}", birth=ONE,
                                     person_key=f"ADA|QUILLFEATHER||{ONE}|{number}|X", as_of=date(2025, 1, number)))
        for number, (lead, middle) in enumerate(
            [(a_lead(1), "KARLA"), (a_lead(2), "OLIVE"), (a_lead(3), "K"), (a_lead(4), "")], 1
        )
    ]  # fmt: skip
    fill(vault, rows, a_case(born=None))
    sizes = sorted(len(review_queue.candidate(vault, lead_id).behind) for lead_id in queue(vault))
    assert sizes == [1, 3]
    assert {c for lead_id in queue(vault) for c in caps(vault, lead_id)} == {CONTRADICTED}


def test_the_commands(vault, both, monkeypatch, capsys):
    folder = str(vault.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven fictional otters knit")
    assert run(["judge", both[0], "show", "--vault", folder], open_window=print) == 0
    out = capsys.readouterr().out
    assert f"Another strong lead (pending) contradicts it: {both[1]}" in out
    assert f"{ONE}  {OTHER}" in " ".join(out.split()).replace(f"{ONE} {OTHER}", f"{ONE}  {OTHER}")
    assert run(["judge", both[0], "accept", "--vault", folder], open_window=print) == 0
    assert "1 as strong that contradict it still wait" in capsys.readouterr().out
    assert run(["judge", both[0], "undo", "--vault", folder], open_window=print) == 0
    accept = ["judge", both[0], "accept", "--reject-others", "--vault", folder]
    assert run(accept, open_window=print) == 0
    assert "1 that contradict it were rejected" in capsys.readouterr().out


def test_a_list_of_leads_shows_the_reason(vault, both):
    listed = leads.pending(vault, limit=9)
    assert all("contradicts it: birth" in lead.explanation.sentence for _, lead in listed)
    assert FIELDS
