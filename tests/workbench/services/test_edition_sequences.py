"""Editions, decisions and what takes them back, in every order: what a rebuild makes is what is there."""

import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from reading_here import without_children
from sqlalchemy import text
from test_records_and_leads import FATHER, FOUND, STRANGERS, ZEB

from workbench.base.errors import UserError
from workbench.base.progress import NoProgress
from workbench.model.edition import all_marks, edition_news
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.services import undoing
from workbench.services.access import DirectAccess
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records, undo_import
from workbench.services.proposing import propose
from workbench.services.rematching import rematch
from workbench.services.review_bulk import accept_all, like_this
from workbench.services.reviewing import Verdict, decide, return_to_pending
from workbench.services.written import Commit
from workbench.vault.kdf import KdfCost
from workbench.vault.rebuild import rebuild
from workbench.vault.vault import create_vault, open_vault
from workbench.vault.verify import verify

PASSPHRASE = "seven fictional otters knit"
MOVED = FOUND.replace("88 New Harbor Dr", "5 Quarry Ln")
NEW_PHONE = FOUND.replace("9195550142", "9195550177")
HEAD = (
    "Account Number,Client,Balance,Principal,First Name,Last Name,DOB,SSN Last 4,Address,City,State,Zip,Phone"
)
RECORD_HEAD = "Voter ID,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"
ACCEPT = Verdict(LeadStatus.ACCEPTED)
REJECT = Verdict(LeadStatus.REJECTED, reason=RejectReason.OTHER_PERSON)


class Ticking:
    """A clock that goes on by a second each time it is read."""

    def __init__(self):
        self.at = datetime(2026, 1, 5, 12, tzinfo=UTC)

    def now(self):
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sequences") / "vault"
    create_vault(folder, PASSPHRASE, kdf=KdfCost(8 * 1024, 1, 1), clock=Ticking())[0].close()
    return folder


@pytest.fixture
def vault(empty, tmp_path, monkeypatch):
    without_children(monkeypatch)
    shutil.copytree(empty, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE, clock=Ticking()) as opened:
        yield opened


@pytest.fixture
def edition(vault, place, take):
    """``edition(rows…)`` imports the next edition of the voters, of one account's debtor and others."""
    place(ZEB)
    years = iter(range(2020, 2030))

    def taken(*rows):
        year = next(years)
        fresh = f"N{year},Newcomer,Kit,,01/02/1990,{year} Elsewhere St,Larkton,NC,28111,"
        return take(*STRANGERS, fresh, *rows, name=f"voters_{year}.csv").import_id

    return taken


def waiting(vault):
    """Every row that waits and is shown, by record and import."""
    of = vault.catalog.find_account("Fictional Bank", "000417")
    [party] = [p for p in vault.read_case(of).parties if p.role is PartyRole.DEBTOR]
    groups = vault.catalog.groups_of_party(of, party.party_id)
    return {(lead.person.record_id, lead.person.import_id): lead for g in groups for lead in g.leads}


def content(vault):
    return vault.read_case(vault.catalog.find_account("Fictional Bank", "000417"))


def test_a_spouse_stays_one_in_the_edition_after_the_next(vault, edition):
    edition(FOUND)
    second = edition(FOUND)
    decide(vault, waiting(vault)["V1", second].lead_id, replace(ACCEPT, role=PartyRole.SPOUSE))
    third = edition(NEW_PHONE)
    again = waiting(vault)["V1", third]
    assert again.joins is PartyRole.SPOUSE
    assert again.edition_note.startswith("new in the newer edition: phone (919) 555-0177 (accepted as spouse")
    fourth = edition(NEW_PHONE)  # nobody has judged it yet
    again = waiting(vault)["V1", fourth]
    assert again.joins is PartyRole.SPOUSE
    decide(vault, again.lead_id, ACCEPT)
    [phone] = [p for p in content(vault).contact_points if p.normalized == "9195550177"]
    [spouse] = [p for p in content(vault).parties if p.role is PartyRole.SPOUSE]
    assert phone.party_id == spouse.party_id


@pytest.mark.parametrize("undone", [1, 2])
def test_undoing_an_edition_leaves_what_the_others_say(vault, edition, undone):
    imports = [edition(FOUND, FATHER), edition(MOVED), edition(NEW_PHONE)]
    undo_import(vault, imports[undone])
    last = imports[2 if undone == 1 else 1]
    found = waiting(vault)
    assert set(found) == {("V1", last), ("V2", imports[0])}
    assert found["V2", imports[0]].gone
    undo_import(vault, last)
    found = waiting(vault)
    assert set(found) == {("V1", imports[0]), ("V2", imports[0])}
    assert not any(lead.gone or lead.edition_note for lead in found.values())


def test_what_two_editions_lack_is_told_until_both_are_undone(vault, edition):
    first = edition(FOUND)
    decide(vault, waiting(vault)["V1", first].lead_id, ACCEPT)
    second = edition(FATHER)
    third = edition(FATHER)
    undo_import(vault, second)
    [news] = edition_news(content(vault))
    assert (news.edition, news.gone) == (third, True)
    undo_import(vault, third)
    assert all_marks(content(vault).activities) == ()


def test_a_decision_taken_back_shows_the_newest_row(vault, edition):
    first = edition(FOUND)
    lead = waiting(vault)["V1", first]
    decide(vault, lead.lead_id, ACCEPT)
    second = edition(MOVED)  # waits, because the address is new
    assert set(waiting(vault)) == {("V1", second)}
    return_to_pending(vault, lead.lead_id)
    assert set(waiting(vault)) == {("V1", second)}
    assert waiting(vault)["V1", second].edition_note.startswith("newer edition: address 88 New Harbor Dr")
    decide(vault, waiting(vault)["V1", second].lead_id, replace(ACCEPT, status=LeadStatus.UNSURE))
    third = edition(MOVED)  # says nothing new
    assert waiting(vault) == {}
    return_to_pending(vault, vault.review.judged_ids()[0])
    assert set(waiting(vault)) == {("V1", third)}


def test_matching_again_brings_no_earlier_row_of_somebody_rejected(vault, edition):
    edition(FOUND)
    second = edition(MOVED)
    decide(vault, waiting(vault)["V1", second].lead_id, REJECT)
    assert waiting(vault) == {}
    rematch(DirectAccess(vault), NoProgress(), new_only=False)
    assert waiting(vault) == {}


@pytest.mark.parametrize("after", [False, True])
def test_a_crash_in_an_undo_leaves_no_case_that_tells_of_an_edition_that_is_gone(
    vault, edition, monkeypatch, after
):
    first = edition(FOUND)
    decide(vault, waiting(vault)["V1", first].lead_id, ACCEPT)
    second = edition(FATHER)
    assert edition_news(content(vault))
    really = vault.library.delete

    def crashing(import_id):
        if after:
            really(import_id)
        raise KeyboardInterrupt

    monkeypatch.setattr(vault.library, "delete", crashing)
    with pytest.raises(KeyboardInterrupt):
        undo_import(vault, second)
    monkeypatch.setattr(vault.library, "delete", really)
    assert all_marks(content(vault).activities) == ()
    if not after:
        undo_import(vault, second)
    assert vault.registry.import_record(second).undone_at is not None


@pytest.mark.parametrize("fault", ["missing", "damaged"])
def test_an_edition_that_cannot_be_read_keeps_nobody_from_deciding(vault, edition, fault):
    first = edition(FOUND, FATHER)
    decide(vault, waiting(vault)["V1", first].lead_id, ACCEPT)
    second = edition(FOUND)
    path = vault.library.path(second)
    if fault == "missing":
        path.unlink()
    else:
        path.write_bytes(bytes(path.stat().st_size))
    decide(vault, waiting(vault)["V2", first].lead_id, REJECT)
    for lead_id in vault.review.judged_ids():
        return_to_pending(vault, lead_id)
    undo_import(vault, second)
    assert set(waiting(vault)) == {("V1", first), ("V2", first)}


# In any order

DEBTORS = [
    f"{number},{client},1234.50,,Zebediah,Quillfeather,04/19/1978,4821,12 Old Mill Rd,Larkton,NC,28999,9195550142"
    for number, client in (("000417", "Fictional Bank"), ("000419", "Other Store"))
]
BO = "000420,Other Store,70.00,,Bo,Sandgrouse,,,3 Fir St,Larkton,NC,28999,"
VOTERS = {
    "V1": "V1,Quillfeather,Zebediah,,04/19/1978,{place},Larkton,NC,28999,{phone}",
    "V2": "V2,Quillfeather,Zebediah,{middle},03/02/1949,12 Old Mill Rd,Larkton,NC,28999,9195550143",
    "V3": "V3,Quillfeather,Zebediah,{middle},04/20/1978,12 Old Mill Rd,Larkton,NC,28999,{phone}",
    "V8": "V8,Sandgrouse,Bo,,05/06/1990,3 Fir St,Larkton,NC,28999,{phone}",
    "V9": "V9,Sandgrouse,Bo,{middle},05/06/1951,3 Fir St,Larkton,NC,28999,{phone}",
}
CHOICES = {
    "place": ("12 Old Mill Rd", "88 New Harbor Dr", "5 Quarry Ln"),
    "phone": ("9195550142", "9195550177", ""),
    "middle": ("", "Q", "Xaver"),
}


class Specialist:
    """Does what people do with leads, by chance; what the program refuses is refused."""

    STEPS = ("take",) * 5 + ("judge",) * 5 + ("give_back",) * 3 + ("undo_file",) * 3 + (
        "undo", "undo", "propose", "propose", "judge_anew", "all_alike")  # fmt: skip

    def __init__(self, vault, folder, seed, statuses):
        self.vault, self.folder, self.chance, self.statuses = vault, folder, Random(seed), statuses
        self.files = 0
        (folder / "placed.csv").write_text("\n".join([HEAD, *DEBTORS, BO]) + "\n", encoding="utf-8")
        import_accounts(
            vault, folder / "placed.csv", client="", mapping_toml=None, sheet=None, progress=NoProgress()
        )

    def step(self):
        with suppress(UserError):
            getattr(self, self.chance.choice(self.STEPS))()

    def take(self):
        self.files += 1
        name = f"{self.chance.choice(('voters',) * 4 + ('licences',))}_{2000 + self.files}.csv"
        said = {what: self.chance.choice(values) for what, values in CHOICES.items()}
        rows = [row.format(**said) for row in VOTERS.values() if self.chance.random() < 0.7]
        file = self.folder / name
        file.write_text("\n".join([RECORD_HEAD, *STRANGERS[:40], *rows]) + "\n", encoding="utf-8")
        import_records(self.vault, file, RecordsRequest(), NoProgress())

    def verdict(self):
        status = self.chance.choice(self.statuses)
        role = self.chance.choice([None, None, PartyRole.SPOUSE]) if status is LeadStatus.ACCEPTED else None
        rivals = LeadStatus.REJECTED in self.statuses and self.chance.random() < 0.3
        return replace(REJECT, status=status, role=role, confirmed=True, reject_rivals=rivals)

    def pick(self, leads):
        return self.chance.choice(sorted(leads, key=str)) if leads else None

    def judge(self):
        if lead := self.pick([(x.person.row_number, x.lead_id) for x in self.vault.catalog.pending_leads()]):
            decide(self.vault, lead[1], self.verdict())

    def judge_anew(self):
        if lead_id := self.pick(self.vault.review.judged_ids()):
            decide(self.vault, lead_id, self.verdict())

    def give_back(self):
        if lead_id := self.pick(self.vault.review.judged_ids()):
            return_to_pending(self.vault, lead_id)

    def undo(self):
        of = self.chance.choice(accounts(self.vault))
        last = [c for c in self.vault.case_history(of) if c.seq > 1 and c.action != "note_edition"][-4:]
        if last:
            undoing.undo(self.vault, [Commit(of, self.chance.choice(last).seq)])

    def standing(self):
        return [
            x for x in self.vault.registry.imports() if x.undone_at is None and x.profile_id != "placement"
        ]

    def undo_file(self):
        if found := self.pick([(x.file_name, x.import_id) for x in self.standing()]):
            undo_import(self.vault, found[1])

    def propose(self):
        if found := self.pick([(x.file_name, x.import_id) for x in self.standing()]):
            of, row = self.chance.choice(accounts(self.vault)), 40 + self.chance.randint(1, 5)
            asked = {"account_id": of, "import_id": found[1], "row_number": row}
            propose(DirectAccess(self.vault), NoProgress(), **asked)

    def all_alike(self):
        if lead := self.pick([x.lead_id for x in self.vault.catalog.pending_leads()]):
            access = DirectAccess(self.vault)
            accept_all(access, like_this(access, lead, NoProgress()), NoProgress())

    def match(self):
        rematch(DirectAccess(self.vault), NoProgress(), new_only=False)


def accounts(vault):
    with vault.session.reading() as conn:
        return list(conn.scalars(text("select account_id from account order by number")))


def everything(vault):
    """What the catalog has of leads, whatever ids they have."""
    names = {record.import_id: record.file_name for record in vault.registry.imports()}
    shown = sorted(
        (of, party.party_id, str(g.explanation.band), str([(r.name, r.accepted, r.by) for r in g.rivals]), sorted(
            (names[x.person.import_id], x.person.record_id, x.gone, x.edition_note, x.proposed, str(x.joins))
            for x in g.leads
        ))
        for of in accounts(vault)
        for party in vault.read_case(of).parties
        for g in vault.catalog.groups_of_party(of, party.party_id)
    )  # fmt: skip
    with vault.session.reading() as conn:
        tables = [
            sorted(map(tuple, conn.execute(text(f"select {columns} from {table}"))))
            for columns, table in (
                ("kind, value, account_id, party_id", "identifier"),
                ("kind, value, account_id", "tombstone"),
                ("lead_id, status, group_id, body", "judged_lead"),
                ("account_id, pending_leads", "account"),
            )
        ]
    return shown, tables, vault.catalog.count_pending()


def shown(vault):
    """Whom a review shows, row by row."""
    groups, _, _ = everything(vault)
    return sorted((of, *row[:3], *row[4:]) for of, _, _, _, rows in groups for row in rows)


KEPT = (LeadStatus.ACCEPTED, LeadStatus.UNSURE)


@pytest.mark.parametrize(("seed", "statuses"), [(3, KEPT), (4, KEPT), (8, (*KEPT, LeadStatus.REJECTED))])
def test_whatever_is_done_in_whatever_order_a_rebuild_makes_the_same(vault, tmp_path, seed, statuses):
    specialist = Specialist(vault, tmp_path, seed, statuses)
    specialist.take()
    for _ in range(16):
        specialist.step()
        assert verify(vault, deep=False).problems == ()
    seen = shown(vault)
    specialist.match()
    # Whoever is rejected is not compared at all, so others may come up; all else is there already.
    assert LeadStatus.REJECTED in statuses or shown(vault) == seen
    before, clock = everything(vault), vault.clock
    vault.close()
    rebuild(tmp_path / "vault", PASSPHRASE, clock=clock)
    with open_vault(tmp_path / "vault", PASSPHRASE, clock=clock) as again:
        rematch(DirectAccess(again), NoProgress(), new_only=False)
        assert everything(again) == before
