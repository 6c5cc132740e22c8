"""Why there is no lead: the nearest people and what keeps each from being one, on real small vaults."""

import json

import pytest

from workbench.base.errors import CancelledError
from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.matching.settings import MatchSettings
from workbench.model.lead import LeadStatus, RejectReason
from workbench.services import leads, why_not
from workbench.services.access import DirectAccess
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records
from workbench.services.reviewing import Verdict, decide
from workbench.services.why_not import Hindrance
from workbench.services.why_not_words import against, as_lines, common_words, counter, headline, reason
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import create_vault

ADA = "A1,Lantern,100.00,90.00,Ada,Quillfeather,05/06/1984,1234,12 Maple St,Larkton,NC,28999,9195550142"
SAME = "V1,Quillfeather,Ada,Q,05/06/1984,12 Maple St,Larkton,NC,28999,9195550142"
SISTER = "V2,Quillfeather,Bertha,R,09/10/1961,88 Harbor Dr,Larkton,NC,28998,9195550777"
NAMESAKE = "V3,Quillfeather,Ada,Z,01/02/1931,7 Far Rd,Elmsford,NC,27501,"
STRANGER = "V4,Zyskowski,Otto,K,02/02/1970,500 Nowhere Ln,Palmford,NC,27502,9195550666"
OTHER_NAME = "V5,Thistlewood,Orla,K,03/03/1950,12 Maple St,Larkton,NC,28999,"


HEAD = (
    "Account Number,Client,Balance,Principal,First Name,Last Name,DOB,SSN Last 4,Address,City,State,Zip,Phone"
)
RECORD_HEAD = "Voter ID,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"
PASSPHRASE = "seven fictional otters knit"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """(vault, leads a match proposed, no longer pending); tests only read it."""
    folder = tmp_path_factory.mktemp("why-not")
    placed, records = folder / "placement.csv", folder / "records.csv"
    otto = "A2,Lantern,5.00,5.00,Otto,Zyskowski,,,500 Nowhere Ln,Palmford,NC,27502,"
    orla = "A9,Lantern,5.00,5.00,Bo,Xu,03/03/1950,,9 Lone Rd,Elm,NC,27001,"
    placed.write_text(f"{HEAD}\n{ADA}\n{otto}\n{orla}", encoding="utf-8")
    records.write_text(
        f"{RECORD_HEAD}\n{SAME}\n{SISTER}\n{NAMESAKE}\n{STRANGER}\n{OTHER_NAME}", encoding="utf-8"
    )
    with create_vault(folder / "vault", PASSPHRASE, kdf=KdfCost(8 * 1024, 1, 1))[0] as vault:
        import_accounts(vault, placed, client="", mapping_toml=None, sheet=None, progress=NoProgress())
        assert ask(vault).files == 0
        assert headline(ask(vault)).startswith("No public-record file has been imported")
        import_records(vault, records, RecordsRequest(), NoProgress())
        pending = vault.catalog.pending_leads()
        vault.catalog.drop_pending([lead.lead_id for lead in pending])
        yield vault, pending


def account(vault, number="A1"):
    return leads.account_of(vault, number)


def ask(vault, number="A1"):
    return why_not.why_not(vault, account(vault, number))


def test_the_nearest_people_come_with_counter_evidence_first(world):
    found = ask(world[0])
    assert found.people == 5
    bits = [p.lead.explanation.bits for p in found.near]
    assert bits == sorted(bits, reverse=True)
    by_id = {p.lead.person.record_id: p for p in found.near}
    assert set(by_id) == {"V1", "V2", "V3", "V4", "V5"}
    namesake, stranger = by_id["V3"], by_id["V4"]
    assert (namesake.file_name, namesake.lead.person.row_number) == ("records.csv", 3)
    lines = against(namesake.lead.explanation)
    assert lines[0] == "birth dates a generation apart: 1984-05-06 / 1931-01-02 (−6.2 bits)"
    assert counter(namesake.lead.explanation).startswith("Against: birth dates a generation apart")
    assert stranger.hindrance is Hindrance.WEAK
    assert stranger.keys == ()
    assert "a lead needs 1 %" in reason(stranger, found.settings)
    assert namesake.lead.person.name in "\n".join(as_lines(found))


def test_what_is_scored_here_is_what_a_match_scores(world):
    vault, pending = world
    assert len(pending) >= 3
    near = {
        (p.lead.party_id, p.lead.person.record_id): p
        for number in ("A1", "A2")
        for p in ask(vault, number).near
    }
    for lead in pending:
        mine = near[lead.party_id, lead.person.record_id]
        ours, theirs = mine.lead.explanation, lead.explanation
        assert ours.bits == pytest.approx(theirs.bits, abs=1e-9)
        assert ours.p_same == pytest.approx(theirs.p_same, abs=1e-9)
        assert ours.p_relative == pytest.approx(theirs.p_relative, abs=1e-9)
        assert (ours.band, ours.fields, ours.caps) == (theirs.band, theirs.fields, theirs.caps)
        assert mine.hindrance is Hindrance.NOT_MATCHED_SINCE
        assert "A match today would propose it" in reason(mine, MatchSettings())


def test_a_key_of_too_many_rows_is_told(world, monkeypatch):
    assert ask(world[0]).common == ()
    monkeypatch.setattr(why_not, "MatchSettings", lambda: MatchSettings(block_rows=0))
    found = ask(world[0])
    assert {"sound_initial", "phone", "house_street"} <= {key.kind for key in found.common}
    words = [common_words(key) for key in found.common]
    assert any("Too common to search by in records.csv: phone 9195550142" in line for line in words)
    (crowded,) = [p for p in found.near if p.hindrance is Hindrance.CROWDED]
    assert crowded.lead.person.record_id == "V5"
    assert "Shares only what too many rows of this file share" in reason(crowded, found.settings)


def test_a_large_file_is_looked_up_and_sampled(world, monkeypatch):
    """The file counts as large: people come from the look-ups, frequencies from a sample."""
    vault, pending = world
    whole = {x.person.record_id: x for x in pending if x.account_id == account(vault)}
    monkeypatch.setattr("workbench.vault.library_near.SAMPLE", 2)
    by_id = {p.lead.person.record_id: p for p in ask(vault).near}
    assert set(by_id) == {"V1", "V2", "V3", "V5"}  # the stranger shares nothing that is looked up
    for record_id, lead in whole.items():
        assert by_id[record_id].lead.explanation.bits == pytest.approx(lead.explanation.bits, abs=0.5)
    nobody = ask(vault, "A9")
    assert nobody.near == ()
    assert "shares a name, an address, a phone or an e-mail with BO XU" in headline(nobody)


def test_it_can_be_cancelled(world):
    class Stop(NoProgress):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        why_not.look(DirectAccess(world[0]), Stop(), account_id=account(world[0]))


def test_decisions_and_waiting_leads_are_told(vault, place, take, monkeypatch, capsys):
    place(ADA, ADA.replace("A1,", "A2,"))
    take(SAME, SISTER)
    waiting = {lead.person.record_id for lead in vault.catalog.pending_leads(account_id=account(vault))}
    found = ask(vault)
    assert found.pending == len(waiting) > 0
    assert waiting.isdisjoint(p.lead.person.record_id for p in found.near)
    assert "for this account" in headline(found)
    (lead,) = (
        x for x in vault.catalog.pending_leads(account_id=account(vault, "A2")) if x.person.record_id == "V1"
    )
    decide(vault, lead.lead_id, Verdict(LeadStatus.REJECTED, reason=RejectReason.SAME_NAME))
    here = ask(vault, "A2").near[0]
    assert here.hindrance is Hindrance.DECIDED
    assert "Already decided: rejected (same name)" in reason(here, MatchSettings())
    there = ask(vault, "A1").near[0]
    assert (there.lead.person.record_id, there.hindrance) == ("V1", Hindrance.REJECTED)
    assert "Rejected for the same debtor on another account" in reason(there, MatchSettings())
    vault.catalog.drop_pending([x.lead_id for x in vault.catalog.pending_leads()])
    assert "Somebody decided about the likeliest" in headline(ask(vault))

    folder = str(vault.session.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", PASSPHRASE)
    assert run(["why-not", "A1", "--vault", folder], open_window=print) == 0
    assert "[records.csv, row 1]" in capsys.readouterr().out
    assert run(["why-not", "A1", "--vault", folder, "--json"], open_window=print) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["near"][0]["file_name"] == "records.csv"
    assert data["near"][1]["against"]
    assert run(["why-not", "B7", "--vault", folder], open_window=print) == 1
    assert "No accounts have this number" in capsys.readouterr().err
