import pytest
import xlsxwriter

from workbench.base.errors import UserError
from workbench.base.progress import NoProgress
from workbench.model.activity import Activity, ActivityKind
from workbench.model.importing import ImportKind
from workbench.model.party import ContactKind
from workbench.negotiation.balance import balance_by_part
from workbench.services.case_building import FIRST_ACTION
from workbench.services.import_accounts import import_accounts

ZEB = "000417,Fictional Bank,1234.50,1000.00,Zebediah,Quillfeather,04/19/1978,4821,12 Old Mill Rd,Larkton,NC,02899,9195550142"
TAM = "000418,Fictional Bank,99.00,,Tamsin,Oakhollow,11/02/1985,7710,7 Fen Ln,Larkton,NC,28999,"


def case_of(vault, number):
    return vault.read_case(vault.catalog.find_account("Fictional Bank", number))


def test_a_row_becomes_a_case_with_its_evidence_ledger_and_next_action(vault, place):
    result = place(ZEB, TAM)
    assert (result.added, result.updated, result.counts.rejected) == (2, 0, 0)
    case = case_of(vault, "000417")
    assert case.account.balance.total == 123450
    assert balance_by_part(case.ledger).total == 123450
    assert balance_by_part(case.ledger).principal == 100000
    [debtor] = [p for p in case.parties if p.role == "debtor"]
    assert (debtor.name.first, debtor.name.last, debtor.ssn_last4) == ("Zebediah", "Quillfeather", "4821")
    assert [c.name for c in vault.registry.clients()] == ["Fictional Bank"]
    address = next(p for p in case.contact_points if p.kind is ContactKind.ADDRESS)
    assert address.address.zip_code == "02899"
    assert {e.subject_id for e in case.evidence} >= {debtor.party_id, address.contact_id}
    assert all(e.row_number == 1 and e.file_digest for e in case.evidence)
    work = vault.read_work(case.account.account_id)
    assert work.next_action == FIRST_ACTION
    assert work.next_action_on is not None


def test_the_same_file_twice_adds_nothing(vault, place):
    place(ZEB, TAM)
    before = case_of(vault, "000417")
    again = place(ZEB, TAM)
    assert (again.added, again.updated, again.counts.duplicate) == (0, 0, 2)
    assert case_of(vault, "000417") == before


def test_an_old_file_does_not_undo_what_a_later_one_said(vault, place):
    old, new = ZEB, ZEB.replace("1234.50,1000.00", "900.00,900.00")
    place(old, "000500,Fictional Bank,lots,,Ann,Other,,,,,,,")
    place(new)
    again = place(old, "000500,Fictional Bank,lots,,Ann,Other,,,,,,,")
    assert (again.added, again.updated, again.counts.rejected) == (0, 0, 1)
    assert case_of(vault, "000417").account.balance.total == 90000
    assert len(vault.registry.imports()) == 2


def test_a_changed_row_updates_and_keeps_the_history(vault, place):
    place(ZEB, TAM)
    account_id = case_of(vault, "000417").account.account_id
    with vault.edit_case(account_id) as edit:
        edit.add_activity(
            Activity("a" * 32, ActivityKind.NOTE, vault.clock.now(), "owner", text="asked for papers")
        )
    changed = place(
        ZEB.replace("1234.50,1000.00", "1300.00,1000.00").replace("9195550142", "9195550199"), TAM
    )
    assert (changed.added, changed.updated, changed.counts.duplicate) == (0, 1, 1)
    case = case_of(vault, "000417")
    assert case.account.balance.total == 130000
    assert balance_by_part(case.ledger).total == 130000
    phones = {p.normalized for p in case.contact_points if p.kind is ContactKind.PHONE}
    assert phones == {"9195550142", "9195550199"}
    assert "asked for papers" in {a.text for a in case.activities}
    earlier = [
        i.before for c in vault.case_history(account_id) for i in c.items if i.kind == "account" and i.before
    ]
    assert [a.balance.total for a in earlier] == [123450]


def test_bad_rows_are_named_and_the_rest_goes_in(vault, place):
    result = place(
        ZEB, "000500,Fictional Bank,lots,,Ann,Other,,,,,,,", ",Fictional Bank,5.00,,No,Number,,,,,,,", TAM
    )
    assert result.counts.read == 4
    assert result.added == 2
    assert [p.row_number for p in result.problems] == [2, 3]
    assert all("lots" not in p.reason and "Other" not in p.reason for p in result.problems)
    kept = vault.registry.problems(result.import_id)
    assert ["lots" in p.raw for p in kept] == [True, False]


def test_a_file_of_bad_rows_only_changes_nothing(vault, place):
    with pytest.raises(UserError, match="None of the 2 rows"):
        place("000500,B,lots,,Ann,Other,,,,,,,", "000501,B,lots,,Ann,Other,,,,,,,")
    assert vault.catalog.count() == 0
    assert vault.registry.imports() == ()


def test_a_file_that_is_no_placement_says_what_lacks(place, vault):
    with pytest.raises(UserError, match="account number"):
        place("1,2", head="Colour,Weight")
    assert vault.catalog.count() == 0


MAPPING = """
account_number = "Ref"
balance = "Amt"
[debtor]
whole = "Who"
"""


def test_a_mapping_overrides_and_is_remembered(vault, place):
    head = "Ref,Amt,Who,Shade"
    first = place("0007,10.00,Zebediah Quillfeather,x", head=head, mapping=MAPPING, client="Fictional Bank")
    assert first.added == 1
    assert len(vault.registry.mappings(ImportKind.ACCOUNTS)) == 1
    second = place("0008,11.00,Tamsin Oakhollow,y", head=head, name="next.csv", client="Fictional Bank")
    assert second.added == 1
    assert case_of(vault, "0008").account.balance.total == 1100


def test_a_mapping_that_does_not_fit_says_so(vault, place):
    with pytest.raises(UserError, match="does not have"):
        place(ZEB, mapping=MAPPING)
    assert vault.catalog.count() == 0


def test_cancelling_the_writing_keeps_what_is_in_and_says_so(vault, place):
    rows = [f"{n:06},Fictional Bank,10.00,,Ada{n},Quill{n},,,,,,," for n in range(620)]

    class AfterTheFirstBatch(NoProgress):
        def __init__(self):
            self.writing = 0

        def report(self, done, total, stage):
            self.writing += stage == "writing case files"

        def cancelled(self):
            return self.writing >= 1

    result = place(*rows, progress=AfterTheFirstBatch())
    assert 0 < result.added < 620
    assert result.counts.read == result.added
    assert any("Cancelled" in note for note in result.notes)
    rest = place(*rows)
    assert rest.added == 620 - result.added
    assert vault.catalog.count() == 620


def test_a_workbook_keeps_its_leading_zeros(vault, tmp_path):
    file = tmp_path / "placement.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Accounts")
        sheet.write_row(
            0, 0, ["Account Number", "Client", "Balance", "Last Name", "First Name", "Zip", "SSN Last 4"]
        )
        sheet.write_row(1, 0, ["000417", "Fictional Bank", 1234.5, "Quillfeather", "Zebediah"])
        sheet.write_number(1, 5, 2899)
        sheet.write_number(1, 6, 21)
    result = import_accounts(vault, file, client="", mapping_toml=None, sheet=None, progress=NoProgress())
    assert result.added == 1
    case = case_of(vault, "000417")
    assert case.account.balance.total == 123450
    assert next(p.address.zip_code for p in case.contact_points if p.address) == "02899"
    assert next(p.ssn_last4 for p in case.parties) == "0021"
