"""A newer edition updates leads instead of repeating them; new debtors are matched without the files."""

from dataclasses import replace
from datetime import date

import pytest
from test_records_and_leads import FATHER, FOUND, STRANGERS, ZEB

from workbench.base.errors import UserError
from workbench.base.progress import NoProgress
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.model.presence import Presence
from workbench.services import leads, maintenance, review_queue
from workbench.services.access import DirectAccess
from workbench.services.case_people import PartyTerms, add_party
from workbench.services.editions import candidates, name_pattern
from workbench.services.import_records import undo_import
from workbench.services.reader.job_records import presence_words
from workbench.services.rematching import rematch, unmatched
from workbench.services.undoing import undo

MOVED = "V1,Quillfeather,Zebediah,,04/19/1978,5 Quarry Ln,Larkton,NC,28998,9195550142"
NEW_PHONE = "V1,Quillfeather,Zebediah,,04/19/1978,88 New Harbor Dr,Larkton,NC,28998,9195550177"
ADA = "000418,Fictional Bank,99.00,,Ada,Otterson,05/06/1984,1234,7 Elm Ave,Larkton,NC,28999,9195550199"
ADA_ROW = "V7,Otterson,Ada,,05/06/1984,7 Elm Ave,Larkton,NC,28999,9195550199"


@pytest.fixture
def edition(vault, take):
    """``edition(name, *rows, **request)`` imports a file of that name among the strangers."""

    def taken(name, *rows, **request):
        return take(*STRANGERS, *rows, name=name, **request)

    return taken


def waiting(vault):
    return {lead.person.record_id: lead for lead in vault.catalog.pending_leads()}


def test_names_that_are_editions_of_each_other():
    assert name_pattern("ncvoter_2025-01-07.txt") == name_pattern("NCVoter_2026-02-03 (1).txt")
    assert name_pattern("voters2.txt") == name_pattern("voters.txt")
    assert name_pattern("voters.txt") != name_pattern("parcels.txt")


def test_a_newer_edition_moves_what_waits_and_counts(vault, place, edition):
    place(ZEB)
    first = edition("voters_2025.csv", FOUND, FATHER)
    assert first.edition is None
    before = waiting(vault)
    second = edition("voters_2026.csv", MOVED, ADA_ROW)
    said = second.edition
    assert (said.earlier.import_id, said.new, said.updated, said.unchanged, said.gone) == (
        first.import_id, 0, 1, 0, 1,
    )  # fmt: skip
    assert "1 updated" in said.words
    now = waiting(vault)
    assert set(now) == {"V1", "V2"}
    assert now["V1"].person.import_id == second.import_id
    assert now["V1"].edition_note == (
        "newer edition: address 88 New Harbor Dr, Larkton NC 28998 → 5 Quarry Ln, Larkton NC 28998"
    )
    assert now["V2"].gone
    assert now["V2"].lead_id == before["V2"].lead_id
    [row] = review_queue.candidate(vault, now["V2"].lead_id).behind
    assert row.gone
    undo_import(vault, second.import_id)
    back = waiting(vault)
    assert {r: (x.lead_id, x.gone) for r, x in back.items()} == {
        r: (x.lead_id, False) for r, x in before.items()
    }


def test_the_same_rows_again_are_unchanged(vault, place, edition):
    place(ZEB)
    edition("voters_2025.csv", FOUND)
    said = edition("voters_2026.csv", FOUND, ADA_ROW).edition
    assert (said.new, said.updated, said.unchanged, said.gone) == (0, 0, 1, 0)
    assert len(waiting(vault)) == vault.catalog.count_pending() == 1


@pytest.mark.parametrize("accepted", [True, False])
def test_what_was_judged_is_proposed_again_only_for_something_new(vault, place, edition, accepted):
    place(ZEB)
    edition("voters_2025.csv", FOUND)
    [lead] = waiting(vault).values()
    if accepted:
        leads.accept(vault, lead.lead_id)
    else:
        leads.reject(vault, lead.lead_id, RejectReason.OTHER_PERSON)
    edition("voters_2026.csv", FOUND, ADA_ROW)
    assert not waiting(vault)
    said = edition("voters_2027.csv", NEW_PHONE, ADA_ROW).edition
    if not accepted:  # another phone of the wrong person is of no use
        assert not waiting(vault)
        return
    assert said.reopened == 1
    [again] = waiting(vault).values()
    assert again.edition_note == (
        "new in the newer edition: phone (919) 555-0177 (accepted in the earlier one)"
    )
    leads.accept(vault, again.lead_id)
    assert "9195550177" in {p.normalized for p in vault.read_case(again.account_id).contact_points}
    edition("voters_2028.csv", NEW_PHONE)
    assert not waiting(vault)


def test_another_county_of_the_same_name_is_no_edition(vault, place, take):
    place(ZEB)
    take(*STRANGERS, FOUND, name="voters_12.csv")
    others = [row.replace("Ficton", "Elsewhere").replace("S", "T", 1) for row in STRANGERS]
    result = take(*others, MOVED, name="voters_45.csv")
    assert result.edition is None


def test_the_person_decides_what_is_an_edition(vault, place, edition):
    place(ZEB)
    first = edition("voters_2025.csv", FOUND)
    assert edition("voters_2026.csv", MOVED, edition_of="none").edition is None
    assert edition("other name.csv", MOVED, FATHER, edition_of=first.import_id).edition.earlier == replace(
        vault.registry.import_record(first.import_id)
    )
    with pytest.raises(UserError, match="no import of records"):
        edition("voters_2028.csv", FATHER, edition_of="f" * 32)


def test_an_older_edition_that_comes_late_takes_no_place(vault, place, edition):
    place(ZEB)
    edition("voters_2026.csv", FOUND)
    assert candidates(vault.registry.imports(), "voters_2025.csv", "generic") == []


def test_a_rebuild_settles_editions_again(vault, place, edition):
    place(ZEB)
    edition("voters_2025.csv", FOUND, FATHER)
    edition("voters_2026.csv", MOVED)
    before = waiting(vault)
    maintenance.rematch(vault, NoProgress())
    now = waiting(vault)
    assert {r: (x.lead_id, x.edition_note, x.gone) for r, x in now.items()} == {
        r: (x.lead_id, x.edition_note, x.gone) for r, x in before.items()
    }


# Matching again


def scores(vault):
    return {
        lead.person.record_id: (round(lead.explanation.bits, 6), lead.explanation.band)
        for lead in vault.catalog.pending_leads()
    }


def test_new_accounts_find_what_an_import_would_without_the_file(vault, place, edition):
    place(ZEB)
    first = edition("voters.csv", FOUND, ADA_ROW)
    assert unmatched(DirectAccess(vault)) == []  # the library was empty when the account came
    skipped = place(ADA, name="more.csv", match=False)
    assert skipped.leads == 0
    assert len(unmatched(DirectAccess(vault))) == 1
    done = rematch(DirectAccess(vault), NoProgress(), new_only=True)
    assert (done.debtors, done.files, done.new) == (1, 1, 1)
    found = scores(vault)
    undo_import(vault, first.import_id)
    edition("voters.csv", FOUND, ADA_ROW)
    again = scores(
        vault
    )  # the share of debtors there, told of both at once, is not quite that told one by one
    assert {r: band for r, (_, band) in again.items()} == {r: band for r, (_, band) in found.items()}
    assert {r: bits for r, (bits, _) in again.items()} == pytest.approx(
        {r: bits for r, (bits, _) in found.items()}, abs=0.05
    )
    assert rematch(DirectAccess(vault), NoProgress(), new_only=True).debtors == 0


def test_a_changed_debtor_is_matched_again_and_what_waits_keeps_its_id(vault, place, edition):
    place(ZEB)
    edition("voters.csv", FOUND, FATHER)
    before = waiting(vault)
    account = vault.catalog.find_account("Fictional Bank", "000417")
    with vault.edit_case(account) as edit:
        party = edit.content.parties[0]
        edit.put_party(replace(party, birth_date=None, birth_year=1949))
    done = rematch(DirectAccess(vault), NoProgress(), new_only=True)
    assert (done.debtors, done.new) == (1, 0)
    now = waiting(vault)
    assert {r: x.lead_id for r, x in now.items() if r in before} == {r: before[r].lead_id for r in now}
    assert now["V2"].explanation.p_same > before["V2"].explanation.p_same


def test_judged_leads_stay_judged_when_all_is_matched_again(vault, place, edition):
    place(ZEB)
    edition("voters.csv", FOUND)
    [lead] = waiting(vault).values()
    leads.accept(vault, lead.lead_id)
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    assert not waiting(vault)
    assert vault.review.judged(lead.lead_id).status is LeadStatus.ACCEPTED


def test_the_command_line_matches_later(vault, place, edition, tmp_path, capsys, monkeypatch):
    from workbench.cli.main import run

    place(ZEB)
    edition("voters.csv", FOUND, ADA_ROW)
    monkeypatch.setenv("WORKBENCH_PASSPHRASE", "seven fictional otters knit")
    folder = str(vault.folder)
    vault.close()
    more = tmp_path / "more.csv"
    more.write_text((tmp_path / "placement.csv").read_text().splitlines()[0] + "\n" + ADA + "\n")
    assert run(["import-accounts", str(more), "--vault", folder, "--no-match"], open_window=lambda _: 9) == 0
    assert "rematch --new-only" in capsys.readouterr().out
    assert run(["rematch", "--vault", folder, "--new-only"], open_window=lambda _: 9) == 0
    assert "1 debtor matched against 1 record file:" in capsys.readouterr().out
    assert run(["rematch", "--vault", folder, "--new-only"], open_window=lambda _: 9) == 0
    assert "Every account is matched" in capsys.readouterr().out
    newer = tmp_path / "voters2.csv"
    newer.write_text((tmp_path / "voters.csv").read_text().replace("88 New Harbor Dr", "5 Quarry Ln"))
    assert run(["import-records", str(newer), "--vault", folder], open_window=lambda _: 9) == 0
    assert "newer edition of voters.csv" in capsys.readouterr().out


# How many of the debtors a file holds


def test_what_share_a_file_holds_is_kept_and_told_anew_by_a_whole_match_alone(vault, place, edition):
    place(ZEB)
    first = edition("voters.csv", FOUND)
    told = vault.registry.import_record(first.import_id)
    assert told.presence_debtors == 1
    assert 0.6 < told.presence < 0.65
    place(ADA, name="more.csv", match=False)
    rematch(DirectAccess(vault), NoProgress(), new_only=True)
    assert vault.registry.import_record(first.import_id) == told
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    anew = vault.registry.import_record(first.import_id)
    assert anew.presence_debtors == 2
    assert 0.55 < anew.presence < told.presence
    assert anew.telling(told.told) == told


HALF = "About 50 % of the 200 debtors seem to be in this file."
STAYED = " Of those, about 26 % are still at an address you have of them."


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ((0.341, 1203), "About 34 % of the 1,203 debtors seem to be in this file."),
        ((0.012, 5000), "Hardly any of the 5,000 debtors seem to be in this file: is it of the right place?"),
        ((0.5, 200, 0.26, 1.0, 49), HALF),
        ((0.5, 200, 0.26, 1.0, 50), HALF + STAYED),
    ],
)
def test_the_share_in_words(held, words):
    assert presence_words(Presence(*held)) == words


def test_a_file_of_another_place_says_so(vault, place, take):
    names = ("Ada", "Bo", "Cy", "Dee", "Edna", "Fay", "Gus", "Hal", "Ivy", "Jo")
    rows = [
        f"{n:06},Fictional Bank,99.00,,{names[n % 10]},Otter{'abcdefghijkl'[n // 10]}son,05/06/19{60 + n % 30},,"
        f"{n} Elm Ave,Larkton,NC,28999,"
        for n in range(100)
    ]
    place(*rows)
    strangers = [f"V{n},Xylo{names[n % 10]},Quentin,,01/02/1980,{n} Far Rd,Elm,NC,27001," for n in range(100)]
    away = take(*strangers, name="away.csv")
    assert "About 14 % of the 100 debtors seem to be in this file." in away.notes
    few = vault.registry.import_record(away.import_id).presence
    themselves = [
        f"W{n},Otter{'abcdefghijkl'[n // 10]}son,{names[n % 10]},,05/06/19{60 + n % 30},{n} Elm Ave,Larkton,NC,28999,"
        for n in range(100)
    ]
    home = take(*themselves, name="home.csv")
    assert few < 0.3
    assert vault.registry.import_record(home.import_id).presence > 0.8
    assert f"About {100 * vault.registry.import_record(home.import_id).presence:.0f} % of the 100" in "".join(
        home.notes
    )


def test_leads_of_a_party_who_is_searched_for_no_longer_go_and_come_back_with_them(vault, place, edition):
    place(ZEB)
    edition("voters.csv", FOUND, ADA_ROW)
    account = vault.catalog.find_account("Fictional Bank", "000417")
    terms = PartyTerms(PartyRole.CO_DEBTOR, "Ada Otterson", birth_date=date(1984, 5, 6))
    added = add_party(vault, account, terms, "the client")
    rematch(DirectAccess(vault), NoProgress(), new_only=True)
    assert set(waiting(vault)) == {"V1", "V7"}
    back = undo(vault, added.commits)
    assert set(waiting(vault)) == {"V1"}
    assert vault.catalog.account_rows([account])[0].pending_leads == 1
    undo(vault, back.commits)
    assert len(unmatched(DirectAccess(vault))) == 1
    rematch(DirectAccess(vault), NoProgress(), new_only=True)
    assert set(waiting(vault)) == {"V1", "V7"}
