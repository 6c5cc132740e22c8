"""Weights of a vault: proposed from decisions, applied and reset only on command, named by every lead."""

import json
import runpy
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import polars as pl
import pytest
from reading_here import without_children
from review_world import FIELDS, a_case, a_field, a_lead, an_id

from workbench.base.errors import UserError
from workbench.base.progress import NoProgress
from workbench.cli.main import run
from workbench.matching.estimate import TooFewDecisionsError
from workbench.matching.levels import level
from workbench.matching.weights import load_weights
from workbench.model.explanation import Band
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.services import auditing, weights, weights_version
from workbench.services.access import DirectAccess
from workbench.services.proposing import propose
from workbench.services.reviewing import Verdict, decide
from workbench.services.weights_report import in_use_lines, report, verdict

OWN = load_weights(None)
NEXT = f"{OWN.version}.1"
WHEN = datetime(2026, 3, 4, tzinfo=UTC)
NICKNAME = (FIELDS[0], a_field("first name", "nickname", 6.9, "ADA", "ADDIE"), *FIELDS[3:4])


def judged(number, status, *, fields=FIELDS, p=0.9, reason=None, band=Band.REVIEW):
    lead = a_lead(number, case=number, fields=fields, p=p, band=band, key=f"K{number}")
    return replace(lead, status=status, decided_at=WHEN, decided_by="owner", reason=reason)


def book(vault, accepted=40, rejected=30):
    """Cases with one judged lead each: nicknames are accepted, whole names rejected, against the odds."""
    rows = [judged(n, LeadStatus.ACCEPTED, fields=NICKNAME, p=0.6) for n in range(1, accepted + 1)]
    first = accepted + 1
    rows += [
        judged(n, LeadStatus.REJECTED, reason=RejectReason.SAME_NAME, p=0.6)
        for n in range(first, first + rejected)
    ]
    for lead in rows:
        case = a_case(lead.person.row_number)
        vault.create_case(replace(case, leads=(lead,)))


def estimated(vault):
    return weights.estimate(DirectAccess(vault), NoProgress())


def test_an_estimate_reports_and_changes_nothing(vault):
    book(vault)
    vault.create_case(
        replace(a_case(90), leads=(judged(90, LeadStatus.REJECTED, reason=RejectReason.DECEASED),))
    )
    vault.create_case(replace(a_case(91), leads=(judged(91, LeadStatus.UNSURE),)))
    odd = judged(92, LeadStatus.ACCEPTED, fields=(a_field("surname", "rhymes", 3.0),))
    vault.create_case(replace(a_case(92), leads=(odd,)))
    vault.create_case(a_case(93))
    vault.catalog.add_pending([a_lead(93, case=93, fields=NICKNAME, p=0.49, band=Band.RELATIVE)])
    before = auditing.trail(vault).lines
    found = estimated(vault)
    assert auditing.trail(vault).lines == before
    assert weights.show(vault).version == OWN.version
    assert found.proposal.weights.version == NEXT
    assert found.labels == {"same": 40, "other": 30}
    assert sum(found.aside.values()) == 3
    assert found.moves == {(Band.RELATIVE, Band.REVIEW): 1}
    text = report(found)
    assert "40 accepted as the debtor, 30 not the debtor" in text
    assert "1 rejected as deceased, which does not say who the person is" in text
    nickname = OWN.levels["first"][level("first", "nickname")]
    assert f"first.nickname: m {nickname.m:g} → " in text
    assert "relative → review: 1" in text
    assert verdict(found.proposal) in text


def test_too_few_decisions_are_refused(vault):
    book(vault, accepted=5, rejected=5)
    with pytest.raises(TooFewDecisionsError, match="5 accepted as the debtor and 5 not the debtor"):
        estimated(vault)


def test_accepted_as_somebody_else_is_not_the_debtor(vault):
    for number, role in ((1, PartyRole.RELATIVE), (2, PartyRole.NEIGHBOUR), (3, None)):
        vault.create_case(a_case(number))
        vault.catalog.add_pending([a_lead(number, case=number)])
        decide(vault, an_id(number + 80_000), Verdict(LeadStatus.ACCEPTED, role=role, confirmed=True))
    found = weights._gather(DirectAccess(vault), NoProgress(), weights_version.known(vault))
    kinds = {
        lead.person.record_id: label.value for lead, label in zip(found.leads, found.labels, strict=True)
    }
    assert kinds == {"R1": "relative", "R2": "other", "R3": "same"}


PLACED = "A1,Lantern,100.00,90.00,Bill,Thistlewood,07/08/1971,1234,9 Birch Ln,Owlton,NC,28777,"
RECORD = "V1,Thistlewood,William,Q,07/08/1971,77 Harbor Rd,Elmsford,NC,27501,"


def test_applied_weights_score_the_next_match_and_reset_returns(
    vault, place, take, monkeypatch, capsys, tmp_path
):
    book(vault)
    place(PLACED)
    take(RECORD)
    (old,) = vault.catalog.pending_leads()
    assert old.explanation.weights_version == OWN.version
    found = estimated(vault)
    text = weights.text_of(found, report(found))
    done = weights.apply_text(vault, text)
    assert done.changes.settings
    assert weights_version.current(vault) == found.proposal.weights
    lines = auditing.trail(vault).lines
    assert [line.subject for line in lines[:2]] == ["weights_version", f"matching weights {NEXT}"]
    assert vault.catalog.pending_leads() == (old,)  # a lead keeps the version that scored it
    with pytest.raises(
        UserError, match=f"proposed from weights version {OWN.version}; this vault uses {NEXT}"
    ):
        weights.apply_text(vault, text)

    weights.match_library_again(DirectAccess(vault), NoProgress())
    (new,) = vault.catalog.pending_leads()
    assert new.explanation.weights_version == NEXT
    nickname = next(f for f in new.explanation.fields if f.level == "nickname")
    was = next(f for f in old.explanation.fields if f.level == "nickname")
    level = next(c for c in found.proposal.changes if (c.field, c.level) == ("first", "nickname"))
    assert nickname.bits - was.bits == pytest.approx(level.bits[1] - level.bits[0])
    take(RECORD.replace("V1", "V2"), name="second.csv")  # in the child process too
    assert {x.explanation.weights_version for x in vault.catalog.pending_leads()} == {NEXT}
    assert f"Versions applied to this vault so far: {NEXT}." in list(in_use_lines(weights.show(vault)))

    assert weights.reset(vault).words == f"Weights version {OWN.version} is in use"
    assert weights.reset(vault).words == f"Weights version {OWN.version} was in use already"
    assert auditing.trail(vault).lines[0].action == "Setting removed"
    assert (
        estimated(vault).proposal.weights.version == f"{OWN.version}.2"
    )  # a version's name is never used twice
    _by_command(vault, monkeypatch, capsys, tmp_path)


def _by_command(vault, monkeypatch, capsys, tmp_path):
    """The same steps headless, on the vault as it is."""
    folder, proposal = str(vault.session.folder), tmp_path / "proposal.toml"
    record_files = vault.library.ids()
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven fictional otters knit")

    def command(*words, status=0):
        assert run(["weights", *words, "--vault", folder], open_window=print) == status
        caught = capsys.readouterr()
        return caught.out if status == 0 else caught.err

    shown = command("show")
    assert f"Weights version {OWN.version} (came with the program)." in shown
    assert command() == shown
    assert run(["weights", "--vault", folder, "show"], open_window=print) == 0
    assert capsys.readouterr().out == shown
    assert json.loads(command("estimate", "--out", str(proposal), "--json"))["version"] == f"{OWN.version}.2"
    assert f"Weights version {OWN.version}.2 is in use." in command("apply", str(proposal), "--match")
    assert json.loads(command("show", "--json"))["version"] == f"{OWN.version}.2"
    assert f"this vault uses {OWN.version}.2" in command("apply", str(proposal), status=1)
    proposal.write_text("version = 1", encoding="utf-8")
    assert "incomplete" in command("apply", str(proposal), status=1)
    assert run(["leads", "--vault", folder, "--import", record_files[0], "--json"], open_window=print) == 0
    (lead,) = json.loads(capsys.readouterr().out)
    bits = lead["lead"]["explanation"]["bits"]
    _exported(command, record_files[0], tmp_path, monkeypatch, bits=bits)
    assert f"Weights version {OWN.version} is in use." in command("reset")


def _exported(command, import_id, tmp_path, monkeypatch, *, bits):
    """Settings for Splink, and the people of one record file; see tests/workbench/matching/test_splink_export."""
    out, people = tmp_path / "model.json", tmp_path / "people"
    files = "model.json, model.other.json, model.namesake.json, model.py"
    assert files in command("export-splink", str(out))
    settings = json.loads(out.read_text(encoding="utf-8"))
    assert f"version {OWN.version}.2" in settings["comparisons"][0]["comparison_description"]
    assert "holds 2 record files" in command("export-splink", str(out), "--inputs", str(people), status=1)
    assert not people.exists()
    words = command("export-splink", str(out), "--inputs", str(people), "--import", import_id)
    assert "71 debtors and 1 person of the record file" in words
    debtors, records = (
        pl.read_parquet(people / name) for name in ("debtors.parquet", "records/00000.parquet")
    )
    assert set(debtors.columns) == set(records.columns)
    assert records["surname"].to_list() == ["THISTLEWOOD"]
    assert "is not empty" in command(
        "export-splink", str(out), "--inputs", str(people), "--import", import_id, status=1
    )
    for name in files.split(", "):
        shutil.copy(tmp_path / name, people)
    monkeypatch.chdir(people)
    (best,) = runpy.run_path("model.py")["scores"].fetchall()
    assert best[1] == "1.0"
    assert best[2] == pytest.approx(bits, abs=0.01)


def test_a_version_whose_text_is_gone_is_told(vault):
    vault.registry.set_setting(weights_version.SETTING, "9.9")
    with pytest.raises(weights_version.WeightsGoneError, match=r"version 9\.9, which it does not hold"):
        weights.show(vault)
    weights.reset(vault)
    assert weights.show(vault).is_own


def test_scoring_anew_leaves_proposals_and_editions_as_they_are(vault, place, take, monkeypatch):
    without_children(monkeypatch)
    place(PLACED)
    others = [f"S{n},Ficton,Pat,,01/02/{1950 + n},{n} Elsewhere St,Larkton,NC,28111," for n in range(20)]
    take(*others, RECORD, name="voters_2025.csv")
    newer = take(*others, RECORD, "N1,Newcomer,Kit,,01/02/1990,1 Elsewhere St,Larkton,NC,28111,",
                 name="voters_2026.csv")  # fmt: skip
    [found] = vault.catalog.pending_leads()
    of = found.account_id
    asked = {"account_id": of, "import_id": newer.import_id, "row_number": 3}
    proposed = propose(DirectAccess(vault), NoProgress(), **asked).lead
    rows = {x.lead_id for x in vault.catalog.rows_of_party(of, found.party_id)}
    done = weights.match_library_again(DirectAccess(vault), NoProgress())
    assert done.pending == 2
    assert {x.lead_id for x in vault.catalog.pending_leads()} == {found.lead_id, proposed.lead_id}
    assert {x.lead_id for x in vault.catalog.rows_of_party(of, found.party_id)} == rows
    decide(vault, found.lead_id, Verdict(LeadStatus.UNSURE))
    assert weights.match_library_again(DirectAccess(vault), NoProgress()).pending == 1


@pytest.mark.parametrize("body", [b"\xff\xfe binary", b"# " + b"x" * (1 << 22)])
def test_a_file_that_is_no_weights_is_one_line(vault, monkeypatch, capsys, tmp_path, body):
    (tmp_path / "proposal.toml").write_bytes(body)
    folder = str(vault.session.folder)
    vault.close()
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven fictional otters knit")
    command = ["weights", "apply", str(tmp_path / "proposal.toml"), "--vault", folder]
    assert run(command, open_window=print) == 1
    assert "cannot be read as text" in capsys.readouterr().err


def test_a_proposal_without_a_version_is_not_applied(vault):
    book(vault)
    found = estimated(vault)
    text = weights.text_of(found, report(found))
    with pytest.raises(UserError, match="names no version"):
        weights.apply_text(vault, text.replace(f'version = "{NEXT}"', 'version = " "'))
    assert weights.show(vault).is_own


def test_the_command_without_its_vault_or_with_an_unknown_action_says_what_is_missing(capsys):
    for words, said in (
        (["weights"], "the following arguments are required: --vault"),
        (["weights", "estimate"], "the following arguments are required: --vault"),
        (["weights", "--vault", "v", "guess"], "invalid choice: 'guess' (choose from 'show', 'estimate'"),
    ):
        with pytest.raises(SystemExit) as refused:
            run(words, open_window=print)
        assert refused.value.code == 2
        assert said in capsys.readouterr().err
