"""What a person proposed by hand waits until somebody judges it, whatever else happens to the vault."""

import shutil
from dataclasses import replace

import pytest
from test_records_and_leads import STRANGERS
from test_why_not import ADA, SAME, STRANGER, account

from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.model.lead import LeadStatus, RejectReason
from workbench.services import maintenance, review_queue, undoing
from workbench.services.access import DirectAccess
from workbench.services.import_records import undo_import
from workbench.services.proposals import NotWaitingError
from workbench.services.proposing import propose
from workbench.services.rematching import rematch
from workbench.services.reviewing import Verdict, decide, return_to_pending
from workbench.services.written import Commit
from workbench.vault.backup import backup
from workbench.vault.restore import restore
from workbench.vault.vault import open_vault

PASSPHRASE = "seven fictional otters knit"
FIRST, NEWER = "voters_2025.csv", "voters_2026.csv"
MOVED = STRANGER.replace("500 Nowhere Ln", "12 Elm Ct")


@pytest.fixture(scope="module")
def filled(template):
    """One account, and a file of its debtor and a stranger that no match proposes."""
    return template([ADA], [*STRANGERS, SAME, STRANGER], FIRST)


@pytest.fixture
def vault(filled, tmp_path):
    shutil.copytree(filled, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def world(vault):
    """The import, and the stranger proposed; what the match proposed has been put away."""
    [lead] = vault.catalog.pending_leads()
    vault.catalog.drop_pending([lead.lead_id])
    return lead.person.import_id, by_hand(vault, lead.person.import_id)


def by_hand(vault, import_id):
    row = len(STRANGERS) + 2
    return propose(
        DirectAccess(vault), NoProgress(), account_id=account(vault), import_id=import_id, row_number=row
    )


def waiting(vault):
    return {lead.person.record_id: lead for lead in vault.catalog.pending_leads()}


def behind(vault, record_id):
    return review_queue.candidate(vault, waiting(vault)[record_id].lead_id).behind


def actions(vault):
    return [change.action for change in vault.case_history(account(vault))]


@pytest.mark.parametrize("how", ["everything", "new only"])
def test_it_outlives_matching_again_and_a_match_proposed_one_does_not(vault, world, how):
    _, done = world
    stale = replace(done.lead, lead_id="e" * 32, proposed_at=None, proposed_by="", matched=True,
                    person=replace(done.lead.person, row_number=1, record_id="S1", person_key="K"))  # fmt: skip
    vault.catalog.add_pending([stale])  # a match's own lead that the next match does not find
    if how == "new only":
        with vault.edit_case(account(vault)) as edit:
            edit.put_party(replace(edit.content.parties[0], ssn_last4="9999"))
    rematch(DirectAccess(vault), NoProgress(), new_only=how == "new only")
    now = waiting(vault)
    assert set(now) == {"V1", "V4"}
    assert now["V4"].lead_id == done.lead.lead_id
    assert (now["V4"].proposed_by, now["V4"].proposed_at) == (vault.actor, done.lead.proposed_at)
    assert not now["V4"].matched
    assert vault.catalog.account_rows([account(vault)])[0].pending_leads == 2


def test_it_comes_back_with_the_catalog_and_from_a_backup(vault, world, tmp_path):
    _, done = world
    folder = vault.folder
    copy = backup(vault, tmp_path / "kept", NoProgress()).folder
    vault.close()
    restore(copy, tmp_path / "restored", PASSPHRASE, NoProgress())
    maintenance.rebuild(folder, PASSPHRASE, NoProgress())
    for place in (folder, tmp_path / "restored"):
        with open_vault(place, PASSPHRASE) as again:
            found = waiting(again)["V4"]
            assert (found.lead_id, found.proposed, found.matched) == (done.lead.lead_id, True, False)


def test_a_match_that_finds_the_same_row_later_leaves_one_lead_with_both_origins(vault, world):
    _, done = world
    with vault.edit_case(account(vault)) as edit:  # now the stranger is whom the account is about
        party = edit.content.parties[0]
        name = replace(party.name, whole="Otto K Zyskowski", first="Otto", middle="K", last="Zyskowski")
        edit.put_party(replace(party, name=name, birth_date=None, birth_year=1970))
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    found = waiting(vault)["V4"]
    assert found.lead_id == done.lead.lead_id
    assert found.explanation.bits > done.lead.explanation.bits
    [row] = behind(vault, "V4")
    assert (row.proposed_by, row.proposed_at, row.matched) == (vault.actor, done.lead.proposed_at, True)


def test_another_file_that_names_the_same_person_joins_it(vault, world, take):
    with vault.edit_case(account(vault)) as edit:
        party = edit.content.parties[0]
        name = replace(party.name, whole="Otto K Zyskowski", first="Otto", middle="K", last="Zyskowski")
        edit.put_party(replace(party, name=name, birth_date=None, birth_year=1970))
    take(STRANGER.replace("V4", "W9"), name="licences.csv")
    assert len(waiting(vault)) == 1
    [(_, lead)] = waiting(vault).items()
    rows = review_queue.candidate(vault, lead.lead_id).behind
    assert sorted((bool(row.proposed_at), row.matched) for row in rows) == [(False, True), (True, False)]


def test_proposing_what_a_match_found_makes_it_wait_too(vault):
    found = waiting(vault)["V1"]
    access, row = DirectAccess(vault), found.person.row_number
    asked = {"account_id": account(vault), "import_id": found.person.import_id, "row_number": row}
    again = propose(access, NoProgress(), **asked)
    assert (again.new, again.lead.lead_id) == (False, found.lead_id)
    assert "waits until somebody decides" in again.words
    [row] = behind(vault, "V1")
    assert (row.proposed_by, row.matched) == (vault.actor, True)
    assert not propose(access, NoProgress(), **asked).written.commits


def test_a_newer_edition_leaves_it_waiting_and_says_what_became_of_it(vault, world, take):
    take(*STRANGERS, SAME, MOVED, name=NEWER)
    found = waiting(vault)
    assert found["V4"].proposed
    assert found["V4"].edition_note == (
        "newer edition: address 500 Nowhere Ln, Palmford NC 27502 → 12 Elm Ct, Palmford NC 27502"
    )
    take(*STRANGERS, SAME, name="voters_2027.csv")
    found = waiting(vault)
    assert (found["V4"].proposed, found["V4"].gone) == (True, True)


def test_a_newer_edition_in_which_a_match_finds_it_carries_the_proposal_on(vault, take):
    lead = waiting(vault)["V1"]
    propose(
        DirectAccess(vault), NoProgress(), account_id=account(vault), import_id=lead.person.import_id,
        row_number=lead.person.row_number,
    )  # fmt: skip
    second = take(*STRANGERS, SAME.replace("12 Maple St", "5 Quarry Ln"), name=NEWER)
    found = waiting(vault)["V1"]
    assert (found.person.import_id, found.proposed_by, found.matched) == (second.import_id, vault.actor, True)
    assert undo_import(vault, second.import_id).proposed == 0  # the proposal is of the first file
    assert waiting(vault)["V1"].lead_id == lead.lead_id
    assert waiting(vault)["V1"].proposed


def test_undoing_its_import_takes_it_and_says_so_also_after_a_rebuild(vault, world):
    import_id, done = world
    undone = undo_import(vault, import_id)
    assert (undone.leads_removed, undone.proposed) == (1, 1)
    assert undone.changes.accounts == {account(vault)}
    assert waiting(vault) == {}
    content = vault.read_case(account(vault))
    assert content.activities[-1].text == f"Lead proposed by hand is gone: {FIRST} was undone."
    [kept] = content.leads
    assert (kept.lead_id, kept.withdrawn) == (done.lead.lead_id, True)
    folder = vault.folder
    vault.close()
    maintenance.rebuild(folder, PASSPHRASE, NoProgress())
    with open_vault(folder, PASSPHRASE) as again:
        assert waiting(again) == {}


def test_a_crash_between_the_file_and_its_cases_brings_nothing_back(vault, world):
    vault.library.delete(world[0])  # what undo_import does first
    folder = vault.folder
    vault.close()
    maintenance.rebuild(folder, PASSPHRASE, NoProgress())
    with open_vault(folder, PASSPHRASE) as again:
        assert waiting(again) == {}


def test_the_proposal_is_one_change_that_can_be_taken_back_and_done_again(vault, world):
    import_id, done = world
    [commit] = done.written.commits
    back = undoing.undo(vault, [commit])
    assert waiting(vault) == {}
    assert actions(vault)[-2:] == ["propose_lead", "withdraw_lead"]
    with pytest.raises(NotWaitingError):
        undoing.undo(vault, [commit])
    undoing.undo(vault, back.commits)
    assert set(waiting(vault)) == {"V4"}
    undoing.undo(vault, [Commit(commit.account_id, len(actions(vault)))])
    assert waiting(vault) == {}
    again = by_hand(vault, import_id)
    assert again.new
    decide(vault, again.lead.lead_id, Verdict(LeadStatus.REJECTED, reason=RejectReason.OTHER_PERSON))
    with pytest.raises(NotWaitingError):
        undoing.undo(vault, again.written.commits)


def test_taking_back_the_proposal_of_what_a_match_found_leaves_it_waiting(vault):
    lead = waiting(vault)["V1"]
    asked = {
        "account_id": account(vault), "import_id": lead.person.import_id, "row_number": lead.person.row_number,
    }  # fmt: skip
    done = propose(DirectAccess(vault), NoProgress(), **asked)
    back = undoing.undo(vault, done.written.commits)
    [row] = behind(vault, "V1")
    assert (row.proposed_by, row.matched) == ("", True)
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    assert not waiting(vault)["V1"].proposed
    undoing.undo(vault, back.commits)
    assert waiting(vault)["V1"].proposed
    undo_import(vault, lead.person.import_id)
    assert waiting(vault) == {}


def test_taking_it_back_reaches_the_newer_edition_that_carried_it_on(vault, take):
    lead = waiting(vault)["V1"]
    done = propose(
        DirectAccess(vault), NoProgress(), account_id=account(vault), import_id=lead.person.import_id,
        row_number=lead.person.row_number,
    )  # fmt: skip
    second = take(*STRANGERS, SAME.replace("12 Maple St", "5 Quarry Ln"), name=NEWER)
    undoing.undo(vault, done.written.commits)
    found = waiting(vault)["V1"]
    assert (found.person.import_id, found.proposed, found.matched) == (second.import_id, False, True)
    assert len(behind(vault, "V1")) == 1  # the earlier edition's row stays behind the newer one's


def test_a_decision_taken_back_leaves_it_a_proposal(vault, world):
    _, done = world
    decide(vault, done.lead.lead_id, Verdict(LeadStatus.UNSURE))
    return_to_pending(vault, done.lead.lead_id)
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    assert waiting(vault)["V4"].proposed


def test_the_commands_tell_who_proposed_it_and_that_it_went(vault, world, monkeypatch, capsys):
    import_id, done = world
    folder = str(vault.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    assert run(["judge", done.lead.lead_id, "show", "--vault", folder], open_window=print) == 0
    day = f"{done.lead.proposed_at:%Y-%m-%d}"
    assert f"; proposed by {done.lead.proposed_by} on {day}" in capsys.readouterr().out
    assert run(["undo-import", import_id, "--vault", folder], open_window=print) == 0
    assert "1 of them were proposed by hand" in capsys.readouterr().out
