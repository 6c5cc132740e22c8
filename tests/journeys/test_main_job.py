"""The product's main job as a whole story, on a real encrypted vault."""

import csv
import json

import pytest

pytestmark = pytest.mark.slow


def placements(path, *rows):
    head = "Account Number,Client,Original Creditor,Balance,First Name,Last Name,DOB,SSN Last 4,Address,City,State,Zip,Phone"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


ZEBEDIAH = "000417,Fictional Bank,Example Card,1234.50,Zebediah,Quillfeather,04/19/1978,4821,12 Old Mill Rd,Larkton,NC,28999,9195550142"
TAMSIN = (
    "000418,Fictional Bank,Example Card,99.00,Tamsin,Oakhollow,11/02/1985,7710,7 Fen Ln,Larkton,NC,28999,"
)
NO_BALANCE = "000419,Fictional Bank,Example Card,lots,Ann,Other,,,,,,,"


def voters(path, *people):
    """A North Carolina voter file of these people: (id, last, first, birth year, address, phone)."""
    head = (
        "county_id\tcounty_desc\tvoter_reg_num\tncid\tlast_name\tfirst_name\tmiddle_name\tname_suffix_lbl\tstatus_cd\t"
        "voter_status_desc\treason_cd\tvoter_status_reason_desc\tres_street_address\tres_city_desc\tstate_cd\tzip_code\t"
        "mail_addr1\tmail_addr2\tmail_addr3\tmail_addr4\tmail_city\tmail_state\tmail_zipcode\tfull_phone_number\t"
        "confidential_ind\tregistr_dt\trace_code\tethnic_code\tparty_cd\tgender_code\tbirth_year"
    )
    lines = [head]
    for number, last, first, year, address, phone in people:
        cells = ["101", "LARK", "0000", number, last, first, "", "", "A", "ACTIVE", "AV", "VERIFIED"]
        cells += [address, "LARKTON", "NC", "28999", "", "", "", "", "", "", "", phone, "N", "01/02/2020"]
        lines.append("\t".join([*cells, "U", "UN", "UNA", "U", year]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


STRANGERS = [
    (
        f"ZX{n:06}",
        f"FICTON{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}",
        "PAT",
        str(1940 + n % 60),
        f"{n} ELSEWHERE ST",
        "",
    )
    for n in range(300)
]
ZEBEDIAH_MOVED = ("ZX900001", "QUILLFEATHER", "ZEBEDIAH", "1978", "88 NEW HARBOR DR", "9195550142")


@pytest.fixture
def vault(program, tmp_path):
    folder = tmp_path / "vault"
    program.ok("create", folder)
    return folder


def test_placements_and_records_in_explained_leads_out(program, vault, tmp_path):
    into = ("--vault", vault)
    first = program.ok(
        "import-accounts", placements(tmp_path / "p.csv", ZEBEDIAH, TAMSIN, NO_BALANCE), *into, "--json"
    ).json
    assert first["counts"] == {"read": 3, "accepted": 2, "rejected": 1, "duplicate": 0}
    assert [p["row_number"] for p in first["problems"]] == [3]

    again = program.ok("import-accounts", tmp_path / "p.csv", *into, "--json").json
    assert (again["added"], again["updated"], again["counts"]["duplicate"]) == (0, 0, 2)

    found = program.ok(
        "import-records", voters(tmp_path / "v.txt", *STRANGERS, ZEBEDIAH_MOVED), *into, "--json"
    ).json
    assert found["counts"]["read"] == 301
    assert found["profile"] == "voter_north_carolina"

    leads = program.ok("leads", *into, "--json").json
    best = leads[0]
    assert best["account_number"] == "000417"
    assert best["lead"]["person"]["record_id"] == "ZX900001"
    assert best["lead"]["explanation"]["band"] == "strong"
    assert best["lead"]["explanation"]["sentence"]

    lead_id = best["lead"]["lead_id"]
    program.ok("judge", lead_id, "accept", *into)
    assert lead_id not in program.ok("leads", *into, "--json").out

    undone = program.ok("undo-import", found["import_id"], *into, "--json").json
    assert undone["kept_accounts"] == ["000417"]
    assert program.ok("leads", *into, "--json").json == []
    assert program.ok("verify", *into).status == 0


def test_records_first_then_accounts_finds_them_too(program, vault, tmp_path):
    into = ("--vault", vault)
    program.ok("import-records", voters(tmp_path / "v.txt", *STRANGERS, ZEBEDIAH_MOVED), *into)
    added = program.ok("import-accounts", placements(tmp_path / "p.csv", ZEBEDIAH), *into, "--json").json
    assert added["leads"] >= 1
    assert program.ok("leads", *into, "--json").json[0]["lead"]["person"]["record_id"] == "ZX900001"


def test_a_rejected_person_stays_away_on_every_account_of_the_debtor(program, vault, tmp_path):
    into = ("--vault", vault)
    program.ok("import-accounts", placements(tmp_path / "p.csv", ZEBEDIAH), *into)
    file = voters(tmp_path / "v.txt", *STRANGERS, ZEBEDIAH_MOVED)
    program.ok("import-records", file, *into)
    lead = program.ok("leads", *into, "--json").json[0]["lead"]["lead_id"]
    program.ok("judge", lead, "reject", "--reason", "same_name", *into)

    second_account = ZEBEDIAH.replace("000417", "000555")
    program.ok("import-accounts", placements(tmp_path / "p2.csv", second_account), *into)
    program.ok("import-records", file, "--again", *into)
    assert "ZX900001" not in program.ok("leads", *into, "--json").out


def test_backup_restore_and_rebuild_give_the_same_vault(program, vault, tmp_path):
    into = ("--vault", vault)
    program.ok("import-accounts", placements(tmp_path / "p.csv", ZEBEDIAH, TAMSIN), *into)
    program.ok("import-records", voters(tmp_path / "v.txt", *STRANGERS, ZEBEDIAH_MOVED), *into)
    before = leads_of(program, vault)

    backup = program.ok("backup", tmp_path / "stick", *into, "--json").json["folder"]
    program.ok("restore", backup, tmp_path / "second", "--vault", tmp_path / "second")
    assert leads_of(program, tmp_path / "second") == before
    refused = program("restore", backup, vault)
    assert refused.status == 1

    (vault / "catalog.db").unlink()
    program.ok("rebuild", *into)
    assert leads_of(program, vault) == before


def leads_of(program, folder):
    """The leads as their reader sees them: everything but their random ids and times."""
    return sorted(
        (
            item["account_number"],
            item["lead"]["person"]["record_id"],
            round(item["lead"]["explanation"]["bits"], 6),
        )
        for item in program.ok("leads", "--vault", folder, "--json").json
    )


def test_match_needs_no_vault_and_no_flags(program, samples, tmp_path):
    out = tmp_path / "leads.csv"
    program.ok(
        "match",
        "--accounts",
        samples / "placements.csv",
        "--records",
        samples / "ncvoter_sample.txt",
        "--out",
        out,
    )
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with (samples / "truth.csv").open(encoding="utf-8", newline="") as stream:
        truth = {
            (r["account_number"], r["record_id"]): r["relation"]
            for r in csv.DictReader(stream)
            if r["file"] == "ncvoter_sample.txt"
        }
    assert list(rows[0]) == [
        "account_number",
        "record_id",
        "rank",
        "p_same",
        "p_relative",
        "band",
        "bits",
        "sentence",
    ]
    strong = [(r["account_number"], r["record_id"]) for r in rows if r["band"] == "strong"]
    right = [pair for pair in strong if truth.get(pair) in {"same", "co_debtor"}]
    assert len(strong) >= 60
    assert len(right) / len(strong) >= 0.97


def test_sniff_says_what_a_file_is(program, samples):
    seen = program.ok("sniff", samples / "ncvoter_sample.txt", "--json").json
    assert seen["profile"] == "voter_north_carolina"
    assert seen["delimiter"] == "\t"
    assert seen["confidence"] >= 0.9


def test_the_gate_answers_in_json(program, samples):
    example = samples.parent / "samples_gate" / "example.json"
    decision = json.loads(program.ok("gate", "--facts", example).out)
    assert decision["verdict"] in {"ALLOW", "WARN", "ACK", "BLOCK"}


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["leads", "--vault", "nowhere"], 1, "no vault"),
        (["import-accounts", "nofile.csv", "--vault", "VAULT"], 1, "no such file"),
        (["match", "--accounts", "a"], 2, "required"),
        (["dance"], 2, "invalid choice"),
        (["gate", "--facts", "nofile.json"], 1, "no such file"),
        (["undo-import", "123", "--vault", "VAULT"], 1, "import"),
    ],
)
def test_failures_are_one_clear_line(program, vault, arguments, status, says):
    outcome = program(*[vault if a == "VAULT" else a for a in arguments])
    assert outcome.status == status
    assert says in outcome.err.lower()
    assert "traceback" not in outcome.err.lower()
    if status == 1:
        assert outcome.err.count("\n") == 1


def test_a_wrong_passphrase_opens_nothing(program, vault):
    outcome = program("leads", "--vault", vault, passphrase="not the passphrase at all")
    assert outcome.status == 1
    assert "passphrase" in outcome.err.lower()


def test_the_recovery_key_opens_the_vault(program, tmp_path):
    made = program.ok("create", tmp_path / "v2", "--json").json
    program.ok("leads", "--vault", tmp_path / "v2", passphrase=made["recovery_key"])


def test_washington_voters_are_refused_with_the_law(program, vault, tmp_path):
    head = "StateVoterID|Title|FName|MName|LName|NameSuffix|Birthyear|Gender|RegStNum|RegStFrac|RegStName|RegStType|RegUnitType|RegStPreDirection|RegStPostDirection|RegStUnitNum|RegCity|RegState|RegZipCode|CountyCode|PrecinctCode|PrecinctPart|LegislativeDistrict|CongressionalDistrict|Mail1|Mail2|Mail3|Mail4|MailCity|MailZip|MailState|MailCountry|Registrationdate|LastVoted|StatusCode"
    row = "WA000000001||Zebediah||Quillfeather||1978|M|12||Old Mill|Rd||||||Larkton|WA|98999|LK|1|1|1|1|||||||||2010-01-01|2020-11-03|A"
    file = tmp_path / "wa.txt"
    file.write_text(
        "\n".join([head, *[row.replace("000001", f"{n:06}") for n in range(30)]]) + "\n", encoding="utf-8"
    )
    outcome = program("import-records", file, "--vault", vault)
    assert outcome.status == 1
    assert "29A.08.720" in outcome.err
