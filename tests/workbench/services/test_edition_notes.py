"""What a newer edition says of people who were judged: their cases tell, what is new waits, undo takes back."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from review_world import a_lead
from test_records_and_leads import FATHER, FOUND, STRANGERS, ZEB
from test_why_not import STRANGER

from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.model.edition import EditionMark, all_marks, edition_marks, edition_news
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import ContactKind, PartyRole
from workbench.services import case_view, edition_notes, leads, maintenance, review_queue, undoing, worklist
from workbench.services.access import DirectAccess
from workbench.services.case_contacts import NewPoint, add_contact_point
from workbench.services.confidence import Rung, known_points
from workbench.services.edition_notes import compared
from workbench.services.edition_records import changed
from workbench.services.import_records import undo_import
from workbench.services.proposing import propose
from workbench.services.rematching import rematch
from workbench.services.reviewing import Verdict, decide, return_to_pending, undo_decision
from workbench.services.worklist_language import parse
from workbench.vault.vault import open_vault

PASSPHRASE = "seven fictional otters knit"
MOVED = "V1,Quillfeather,Zebediah,,04/19/1978,5 Quarry Ln,Larkton,NC,28998,9195550142"
OLD_PLACE, NEW_PLACE = "88 New Harbor Dr", "5 Quarry Ln"


@pytest.fixture(scope="module")
def filled(template):
    """One account; the lead of the edition of 2025 waits."""
    return template([ZEB], [*STRANGERS, FOUND, FATHER, STRANGER], "voters_2025.csv")


@pytest.fixture
def vault(filled, tmp_path):
    shutil.copytree(filled, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def world(take):
    """``world(rows…)`` imports a newer edition of these people."""
    years = iter(range(2026, 2030))
    return lambda *rows: take(*STRANGERS, *rows, name=f"voters_{next(years)}.csv")


def waiting(vault):
    return {lead.person.record_id: lead for lead in vault.catalog.pending_leads()}


def account(vault):
    return vault.catalog.find_account("Fictional Bank", "000417")


def content(vault):
    return vault.read_case(account(vault))


def known(vault, street):
    return next(k for k in known_points(content(vault)) if street in k.words)


def actions(vault):
    return [change.action for change in vault.case_history(account(vault))]


def news_of(vault, line="edition:any"):
    return worklist.ids_of(vault, line, vault.clock.now().date())


def test_an_accepted_person_whom_it_lacks_is_told_of_and_nothing_is_lost(vault, world):
    lead_id = waiting(vault)["V1"].lead_id
    leads.accept(vault, lead_id)
    before = content(vault)
    assert known(vault, OLD_PLACE).rung is Rung.CANDIDATE
    assert len(known(vault, OLD_PLACE).origins) == 1
    done = world(FATHER, STRANGER)
    assert (done.edition.told, done.edition.told_gone) == (1, 1)
    assert "it lacks 1 and says otherwise of 0: their cases tell so" in done.edition.words
    after = content(vault)
    assert (after.leads, after.contact_points, after.evidence) == (
        before.leads, before.contact_points, before.evidence,
    )  # fmt: skip
    today = vault.clock.now().astimezone().date()
    [mark] = edition_marks(after.activities).values()
    assert mark.note == f"no longer in voters_2026.csv of {today.isoformat()}"
    assert after.activities[-1].text.endswith(f"has {waiting_name(after)} no longer.")
    [row] = review_queue.candidate(vault, lead_id).behind
    assert (row.gone, row.note) == (True, mark.note)
    [listed] = [x for x in review_queue.of_case(vault, account(vault)) if x.status is LeadStatus.ACCEPTED]
    assert listed.edition == mark.note
    point = known(vault, OLD_PLACE)
    assert (point.missing, point.origins, point.rung) == ((mark,), (), Rung.CANDIDATE)
    assert known(vault, "555-0142").origins == ("Fictional Bank",)  # the client's own word stands
    assert [m.note for m in case_view.case_head(vault, account(vault)).editions] == [mark.note]
    assert news_of(vault) == [account(vault)]
    assert news_of(vault, "edition:none") == []


def waiting_name(found):
    return found.leads[0].person.name


def test_a_source_less_lowers_what_two_corroborated(vault, world):
    leads.accept(vault, waiting(vault)["V1"].lead_id)
    party = content(vault).parties[0].party_id
    where = f"{OLD_PLACE}, Larkton NC 28998"
    add_contact_point(
        vault, account(vault), NewPoint(party, ContactKind.ADDRESS, where, "the landlord, by phone")
    )
    assert known(vault, OLD_PLACE).rung is Rung.CORROBORATED
    world(FATHER, STRANGER)
    assert known(vault, OLD_PLACE).rung is Rung.CANDIDATE
    assert known(vault, OLD_PLACE).origins == ("the landlord, by phone",)


def test_other_facts_of_an_accepted_person_are_told_and_offered(vault, world):
    lead_id = waiting(vault)["V1"].lead_id
    leads.accept(vault, lead_id)
    done = world(MOVED, FATHER, STRANGER)
    assert (done.edition.told, done.edition.told_gone, done.edition.reopened) == (1, 0, 1)
    mark = known(vault, OLD_PLACE).missing[-1]
    assert mark.words == f"address {OLD_PLACE}, Larkton NC 28998 → {NEW_PLACE}, Larkton NC 28998"
    offered = waiting(vault)["V1"]
    assert offered.edition_note == (
        f"new in the newer edition: address {NEW_PLACE}, Larkton NC 28998 (accepted in the earlier one)"
    )
    leads.accept(vault, offered.lead_id)
    assert known(vault, NEW_PLACE).missing == ()
    again = world(MOVED, FATHER)  # a third edition that says the same says nothing new
    assert "V1" not in waiting(vault)
    assert len(all_marks(content(vault).activities)) == 1
    assert again.edition.reopened == 0


def test_somebody_accepted_whom_no_match_finds_is_offered_with_what_is_new(vault, world):
    first = waiting(vault)["V1"].person.import_id
    row = len(STRANGERS) + 3
    made = propose(
        DirectAccess(vault), NoProgress(), account_id=account(vault), import_id=first, row_number=row
    )
    decide(vault, made.lead.lead_id, Verdict(LeadStatus.ACCEPTED, role=PartyRole.SPOUSE))
    done = world(FOUND, FATHER, STRANGER.replace("9195550666", "9195550123"))
    assert done.edition.reopened == 1
    offered = waiting(vault)["V4"]
    assert offered.edition_note == (
        "new in the newer edition: phone (919) 555-0123 (accepted as spouse in the earlier one)"
    )
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    assert waiting(vault)["V4"].lead_id == offered.lead_id
    assert len(all_marks(content(vault).activities)) == 1
    leads.accept(vault, offered.lead_id)
    after = content(vault)
    [spouse] = [p for p in after.parties if p.role is PartyRole.SPOUSE]
    assert "9195550123" in {p.normalized for p in after.contact_points if p.party_id == spouse.party_id}
    assert "V4" not in waiting(vault)


def test_somebody_accepted_though_gone_is_marked_and_is_no_news(vault, world):
    second = world(FATHER, STRANGER)
    lead = waiting(vault)["V1"]
    assert lead.gone
    leads.accept(vault, lead.lead_id)
    [mark] = known(vault, OLD_PLACE).missing
    assert (mark.edition, mark.seen, news_of(vault)) == (second.import_id, True, [])
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    assert len(all_marks(content(vault).activities)) == 1
    undo_import(vault, second.import_id)
    assert known(vault, OLD_PLACE).missing == ()
    assert "V1" not in waiting(vault)  # the decision stands


def test_a_rejected_person_is_marked_and_makes_no_news(vault, world):
    lead_id = waiting(vault)["V1"].lead_id
    leads.reject(vault, lead_id, RejectReason.OTHER_PERSON)
    assert world(FATHER, STRANGER).edition.told == 0
    assert review_queue.candidate(vault, lead_id).behind[0].gone
    assert news_of(vault) == []


def test_undoing_the_edition_takes_it_back_in_every_case(vault, world):
    lead_id = waiting(vault)["V1"].lead_id
    leads.accept(vault, lead_id)
    second = world(MOVED, FATHER, STRANGER)
    undo_import(vault, second.import_id)
    assert all_marks(content(vault).activities) == ()
    assert known(vault, OLD_PLACE).missing == ()
    assert len(known(vault, OLD_PLACE).origins) == 1
    assert news_of(vault) == []
    assert actions(vault)[-2:] == ["note_edition", "undo"]


def test_a_person_reads_it_once_and_may_take_that_back(vault, world):
    leads.accept(vault, waiting(vault)["V1"].lead_id)
    world(FATHER, STRANGER)
    read = edition_notes.read_news(vault, account(vault))
    assert news_of(vault) == []
    assert len(known(vault, OLD_PLACE).missing) == 1  # read or not, the file has them no longer
    assert not edition_notes.read_news(vault, account(vault)).commits
    undoing.undo(vault, read.commits)
    assert news_of(vault) == [account(vault)]


def test_a_decision_can_be_taken_back_after_an_edition_spoke(vault, world):
    done = decide(vault, waiting(vault)["V1"].lead_id, Verdict(LeadStatus.ACCEPTED))
    world(FATHER, STRANGER)
    undo_decision(vault, done.written.commits[0])
    assert "V1" in waiting(vault)
    assert edition_news(content(vault)) == ()
    decide(vault, done.lead.lead_id, Verdict(LeadStatus.ACCEPTED))
    return_to_pending(vault, done.lead.lead_id)


def test_a_rebuild_and_matching_again_leave_it_as_it_is(vault, world):
    leads.accept(vault, waiting(vault)["V1"].lead_id)
    world(FATHER, STRANGER)
    before, folder, of = content(vault), vault.folder, account(vault)
    vault.close()
    maintenance.rebuild(folder, PASSPHRASE, NoProgress())
    with open_vault(folder, PASSPHRASE) as again:
        assert again.read_case(of) == before
        assert worklist.ids_of(again, "edition:any", again.clock.now().date()) == [of]


def test_the_commands(vault, world, monkeypatch, capsys):
    leads.accept(vault, waiting(vault)["V1"].lead_id)
    world(FATHER, STRANGER)
    folder = str(vault.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    assert run(["editions", "--vault", folder, "--json"], open_window=print) == 0
    [told] = json.loads(capsys.readouterr().out)
    assert (told["account_number"], told["gone"]) == ("000417", True)
    assert run(["editions", "--vault", folder, "--read", "000417"], open_window=print) == 0
    assert "Noted as read" in capsys.readouterr().out
    assert run(["editions", "--vault", folder], open_window=print) == 0
    assert "Nothing that has not been read" in capsys.readouterr().out


def test_the_filter_line_takes_any_or_none_only():
    day = date(2026, 1, 1)
    assert parse("edition:any", day).conditions[0].present is True
    assert "any or none" in parse("edition:2025", day).problems[0].message


def test_a_mark_reads_as_it_was_written():
    mark = EditionMark("l", "e", "f.csv", date(2026, 1, 2), lost=frozenset({"phone:1", "x:2"}),
                       words="w")  # fmt: skip
    assert mark.details() == {
        "lead_id": "l", "edition": "e", "edition_file": "f.csv", "edition_day": "2026-01-02",
        "edition_lost": "phone:1\nx:2", "edition_words": "w",
    }  # fmt: skip
    assert (mark.lacks("phone:1"), mark.lacks("phone:2"), mark.tells) == (True, False, True)


@pytest.mark.parametrize(
    ("before", "after", "words", "tells"),
    [
        ("1992 ± 1", "1992", [], False),  # as a match and as the library writes a year from an age
        ("1992", "1992-03-04", ["birth 1992 → 1992-03-04"], False),
        ("1992-03-04", "1992-04-03", ["birth 1992-03-04 → 1992-04-03"], True),
        ("1992", "", ["birth 1992 → none"], False),
    ],
)
def test_a_birth_that_is_only_written_otherwise_is_no_news(before, after, words, tells):
    lead = a_lead(birth=before)
    now = replace(lead.person, birth=after)
    assert changed(lead.person, now) == words
    edition = EditionMark("", "e", "f.csv", date(2026, 1, 2))
    assert compared(edition, lead, now).tells is tells
