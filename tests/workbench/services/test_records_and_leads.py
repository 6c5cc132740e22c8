import pytest

from workbench.base.errors import CancelledError, UserError
from workbench.base.progress import NoProgress
from workbench.model.explanation import Band
from workbench.model.importing import ImportKind
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import ContactKind, ContactStatus, PartyRole
from workbench.services import imports, leads, library_search, maintenance
from workbench.services.import_records import ImportedBeforeError, RecordsRequest, import_records, undo_import

ZEB = "000417,Fictional Bank,1234.50,,Zebediah,Quillfeather,04/19/1978,4821,12 Old Mill Rd,Larkton,NC,28999,9195550142"
FOUND = "V1,Quillfeather,Zebediah,,04/19/1978,88 New Harbor Dr,Larkton,NC,28998,9195550142"
FATHER = "V2,Quillfeather,Zebediah,,03/02/1949,12 Old Mill Rd,Larkton,NC,28999,9195550143"
STRANGERS = [
    f"S{n},Ficton{chr(65 + n % 26)},Pat,,01/02/{1950 + n % 50},{n} Elsewhere St,Larkton,NC,28111,"
    for n in range(60)
]


def best(vault):
    return vault.catalog.pending_leads(limit=100)


def lead_of(vault, record_id):
    return next(lead for lead in best(vault) if lead.person.record_id == record_id)


def case_of(vault):
    return vault.read_case(vault.catalog.find_account("Fictional Bank", "000417"))


def test_the_debtor_is_strong_and_the_father_a_relative(vault, place, take):
    place(ZEB)
    result = take(*STRANGERS, FOUND, FATHER)
    assert result.counts.read == 62
    assert lead_of(vault, "V1").explanation.band is Band.STRONG
    assert lead_of(vault, "V2").explanation.band is Band.RELATIVE
    assert all(lead.debtor_key and lead.person.person_key for lead in best(vault))


def test_accepting_adds_what_the_record_says_with_its_evidence(vault, place, take):
    place(ZEB)
    result = take(*STRANGERS, FOUND)
    lead = lead_of(vault, "V1")
    judged = leads.accept(vault, lead.lead_id)
    assert judged.status is LeadStatus.ACCEPTED
    case = case_of(vault)
    [new] = [p for p in case.contact_points if p.label == "public record"]  # the phone was there before
    assert new.kind is ContactKind.ADDRESS
    assert (new.address.line1.upper(), new.address.city.upper(), new.address.zip_code) == (
        "88 NEW HARBOR DR",
        "LARKTON",
        "28998",
    )
    assert new.party_id == lead.party_id
    assert new.status is ContactStatus.UNVERIFIED
    evidence = [e for e in case.evidence if e.subject_id == new.contact_id]
    assert [(e.import_id, e.record_id, e.row_number) for e in evidence] == [(result.import_id, "V1", 61)]
    assert evidence[0].purpose == "debt_collection"
    assert [x.status for x in case.leads] == [LeadStatus.ACCEPTED]
    assert vault.catalog.lead(lead.lead_id) is None
    with pytest.raises(leads.UnknownLeadError):
        leads.accept(vault, lead.lead_id)


def test_a_relative_joins_as_a_relative_never_as_the_debtors_contact(vault, place, take):
    place(ZEB)
    take(*STRANGERS, FATHER)
    lead = lead_of(vault, "V2")
    leads.accept(vault, lead.lead_id)
    case = case_of(vault)
    [relative] = [p for p in case.parties if p.role is PartyRole.RELATIVE]
    theirs = [p for p in case.contact_points if p.label == "public record"]
    assert theirs
    assert {p.party_id for p in theirs} == {relative.party_id}
    assert "9195550143" not in {p.normalized for p in case.contact_points if p.party_id == lead.party_id}


def test_what_was_decided_is_not_proposed_again_until_something_is_new(vault, place, take):
    place(ZEB)
    take(*STRANGERS, FOUND)
    leads.reject(vault, lead_of(vault, "V1").lead_id, RejectReason.SAME_NAME)
    take(*STRANGERS, FOUND, name="again.csv", again=True)
    assert "V1" not in {lead.person.record_id for lead in best(vault)}
    take(FOUND.replace("88 New Harbor Dr", "5 Brand New Ct"), *STRANGERS, name="news.csv")
    assert "V1" in {lead.person.record_id for lead in best(vault)}


def test_undo_removes_rows_key_and_leads_and_keeps_what_was_accepted(vault, place, take):
    place(ZEB)
    result = take(*STRANGERS, FOUND, FATHER)
    leads.accept(vault, lead_of(vault, "V1").lead_id)
    file = vault.library.path(result.import_id)
    assert file.exists()
    undone = undo_import(vault, result.import_id)
    assert undone.kept_accounts == ("000417",)
    assert best(vault) == ()
    assert not file.exists()
    assert vault.library.ids() == []
    assert [x.status for x in case_of(vault).leads] == [LeadStatus.ACCEPTED]
    with pytest.raises(UserError):
        undo_import(vault, result.import_id)
    take(*STRANGERS, FOUND, FATHER)  # an undone file may come again


def test_the_same_file_is_not_imported_twice_unless_asked(vault, place, take):
    place(ZEB)
    take(*STRANGERS, FOUND)
    with pytest.raises(ImportedBeforeError, match="61 rows would repeat"):
        take(*STRANGERS, FOUND)
    assert len(vault.registry.imports(ImportKind.RECORDS)) == 1


def test_a_file_that_cannot_be_used_leaves_nothing(vault, place, take):
    place(ZEB)
    with pytest.raises(UserError):
        take("1,2,3", head="Colour,Weight,Shade")
    with pytest.raises(UserError, match="profile"):
        take(*STRANGERS, profile="no_such_layout")
    assert vault.registry.imports(ImportKind.RECORDS) == ()
    assert vault.library.ids() == []
    assert list((vault.folder / "library").glob("*.records")) == []


def test_records_without_any_account_are_kept_and_matched_later(vault, place, take):
    result = take(*STRANGERS, FOUND)
    assert result.leads == 0
    placed = place(ZEB)
    assert placed.leads >= 1
    assert lead_of(vault, "V1").explanation.band is Band.STRONG


def test_rematching_gives_the_same_leads(vault, place, take):
    place(ZEB)
    take(*STRANGERS, FOUND, FATHER)

    def seen():
        return sorted(
            (x.person.record_id, x.party_id, x.rank, round(x.explanation.bits, 9)) for x in best(vault)
        )

    before = seen()
    assert maintenance.rematch(vault, NoProgress()) == len(before)
    assert seen() == before


def test_the_library_is_searched(vault, take):
    take(*STRANGERS, FOUND)
    ask = library_search.Question
    assert [
        f.record_id for f in library_search.search(vault, ask(last="quillfeather", first="Z"), limit=9)
    ] == ["V1"]
    assert [f.record_id for f in library_search.search(vault, ask(phone="(919) 555-0142"), limit=9)] == ["V1"]
    by_house = library_search.search(vault, ask(house="88", street="New Harbor Drive"), limit=9)
    assert [f.record_id for f in by_house] == ["V1"]
    assert library_search.search(vault, ask(last="Quillfeather", birth_year=1950), limit=9) == []
    with pytest.raises(UserError):
        library_search.search(vault, ask(), limit=9)


def test_a_cancelled_import_leaves_the_vault_as_it_was(vault, place, tmp_path):
    place(ZEB)
    file = tmp_path / "r.csv"
    file.write_text("Voter ID,Last Name,First Name\n" + "".join(f"V{n},Quill,Zeb{n}\n" for n in range(500)))

    class AtOnce(NoProgress):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        import_records(vault, file, RecordsRequest(), AtOnce())
    assert vault.registry.imports(ImportKind.RECORDS) == ()
    assert list((vault.folder / "library").glob("*.records")) == []
    assert best(vault) == ()


def test_a_firm_at_the_debtors_address_is_no_lead(vault, place, take):
    place(ZEB)
    take(
        *[
            "1,QUILLFEATHER HOLDINGS LLC,12 Old Mill Rd,Larkton,NC,28999",
            "2,OAKHOLLOW TAMSIN,7 Fen Ln,Larkton,NC,28999",
        ],
        head="Parcel ID,Owner Name,Property Address,City,State,Zip",
    )
    assert "1" not in {lead.person.record_id for lead in best(vault)}


def test_rows_not_taken_can_be_written_with_their_own_text(vault, take, tmp_path):
    result = take(*STRANGERS, "V9,only,three")
    assert [(p.row_number, p.reason) for p in result.problems] == [(61, "10 fields expected, 3 found")]
    out = tmp_path / "problems.csv"
    assert imports.write_problems(vault, result.import_id, out) == 1
    assert (
        out.read_text(encoding="utf-8").splitlines()[1] == '61,"10 fields expected, 3 found","V9,only,three"'
    )
    with pytest.raises(UserError, match="no import"):
        imports.write_problems(vault, "0" * 32, out)
