"""Somebody found by hand becomes a lead with the score a match gives, and is judged like any other."""

import json

import pytest
from test_why_not import ADA, NAMESAKE, SAME, SISTER, STRANGER, account

from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.model.lead import LeadStatus, RejectReason
from workbench.services import auditing
from workbench.services.access import DirectAccess
from workbench.services.proposing import NotProposedError, propose
from workbench.services.reviewing import Verdict, decide
from workbench.vault.registry import UnknownImportError

PASSPHRASE = "seven fictional otters knit"


@pytest.fixture
def taken(vault, place, take):
    """The import of four rows for one account; what a match proposed has been put away."""
    place(ADA)
    done = take(SAME, SISTER, NAMESAKE, STRANGER)
    pending = vault.catalog.pending_leads()
    vault.catalog.drop_pending([lead.lead_id for lead in pending])
    return done.import_id, {lead.person.record_id: lead for lead in pending}


def proposed(vault, import_id, row_number):
    access = DirectAccess(vault)
    return propose(
        access, NoProgress(), account_id=account(vault), import_id=import_id, row_number=row_number
    )


def test_it_is_scored_as_the_match_scored_it(vault, taken):
    import_id, found = taken
    done = proposed(vault, import_id, 1)
    assert done.new
    theirs = found["V1"]
    assert done.lead.explanation.bits == pytest.approx(theirs.explanation.bits, abs=1e-9)
    assert done.lead.explanation.p_same == pytest.approx(theirs.explanation.p_same, abs=1e-9)
    assert (done.lead.explanation.band, done.lead.explanation.fields) == (
        theirs.explanation.band,
        theirs.explanation.fields,
    )
    assert (done.lead.person, done.lead.debtor_key) == (theirs.person, theirs.debtor_key)
    assert [x.lead_id for x in vault.catalog.pending_leads()] == [done.lead.lead_id]
    assert any(line.action == "Lead proposed by hand" for line in auditing.trail(vault).lines)


def test_somebody_whom_no_match_proposes_can_be_proposed_and_accepted(vault, taken):
    import_id, found = taken
    assert "V4" not in found
    done = proposed(vault, import_id, 4)
    assert done.lead.person.record_id == "V4"
    assert done.lead.explanation.bits < 0
    decide(vault, done.lead.lead_id, Verdict(LeadStatus.ACCEPTED))
    (judged,) = vault.read_case(account(vault)).leads
    assert (judged.person.record_id, judged.status) == ("V4", LeadStatus.ACCEPTED)


def test_what_waits_is_not_proposed_twice(vault, taken):
    first = proposed(vault, taken[0], 2)
    again = proposed(vault, taken[0], 2)
    assert (again.new, again.lead.lead_id) == (False, first.lead.lead_id)
    assert len(vault.catalog.pending_leads()) == 1


def test_what_was_judged_is_not_proposed_again(vault, taken):
    done = proposed(vault, taken[0], 3)
    decide(vault, done.lead.lead_id, Verdict(LeadStatus.REJECTED, reason=RejectReason.SAME_NAME))
    with pytest.raises(NotProposedError, match="judged this description"):
        proposed(vault, taken[0], 3)
    assert vault.catalog.pending_leads() == ()


def test_a_row_or_an_import_that_is_not_there_is_an_error(vault, taken):
    with pytest.raises(NotProposedError, match="Row 99 of this file names nobody"):
        proposed(vault, taken[0], 99)
    with pytest.raises(UnknownImportError):
        proposed(vault, "nothing", 1)
    assert vault.catalog.pending_leads() == ()


def test_the_command(vault, taken, monkeypatch, capsys):
    folder = str(vault.session.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    asked = ["propose", "A1", "--import", taken[0], "--row", "1", "--vault", folder]
    assert run(asked, open_window=print) == 0
    assert "Proposed as a lead: Ada" in capsys.readouterr().out
    assert run([*asked, "--json"], open_window=print) == 0
    assert json.loads(capsys.readouterr().out)["new"] is False
    assert run([*asked[:5], "77", "--vault", folder], open_window=print) == 1
    assert "names nobody" in capsys.readouterr().err
