"""Builders of vaults and cases for tests; every person is invented."""

from datetime import UTC, date, datetime
from pathlib import Path

from workbench.base.clock import FixedClock
from workbench.model.account import Account, AccountStatus, Balance
from workbench.model.activity import Activity, ActivityKind
from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus, Instalment
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.explanation import Band, Explanation, FieldEvidence
from workbench.model.lead import Lead, LeadStatus, RecordPerson, RejectReason
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart
from workbench.model.party import (
    ContactKind,
    ContactPoint,
    ContactStatus,
    Party,
    PartyRole,
    PersonName,
    PostalAddress,
)
from workbench.model.restriction import GateDecision, Restriction, RestrictionKind
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import Vault, create_vault, open_vault

PASSPHRASE = "seven lanterns under a quiet harbour"
QUICK = KdfCost(memory_kib=8192, passes=1, lanes=1)
NOW = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
CLOCK = FixedClock(NOW)


def make_vault(folder: Path) -> Vault:
    return create_vault(folder, PASSPHRASE, kdf=QUICK, clock=CLOCK)[0]


def reopen(folder: Path, **how) -> Vault:
    return open_vault(folder, PASSPHRASE, clock=CLOCK, **how)


def crash(vault: Vault) -> None:
    """Leave a vault as a killed program does: nothing settled, no copy refreshed, the lock gone."""
    vault.session.close()
    vault._lock.release()
    vault._open = False


def an_id(number: int) -> str:
    """A fixed id, spread over the folders as random ones are."""
    return f"{number * 37 % 256:02x}{number:030x}"


def a_case(number: int = 1, *, client: str = "Lantern Bank") -> CaseContent:
    """An ordinary new case: one debtor with an address and a phone, each with its evidence."""
    account_id, party_id = an_id(number), an_id(number + 10_000)
    address = PostalAddress(f"{number} Maple St", "Apt 4", "Springfield", "IL", "62704")
    points = (
        ContactPoint(
            an_id(number + 20_000), party_id, ContactKind.ADDRESS, address.one_line(),
            f"{number}|MAPLE ST|62704", address,
        ),
        ContactPoint(
            an_id(number + 30_000), party_id, ContactKind.PHONE, "(217) 555-0101", f"217555{number:04d}"
        ),
    )  # fmt: skip
    return CaseContent(
        account=Account(
            account_id, f"{number:08d}", client, Balance(120_000 + number, 100_000),
            original_creditor="Harbour Stores", placed_on=date(2026, 11, 1), created_at=NOW,
        ),
        parties=(
            Party(
                party_id, PartyRole.DEBTOR, PersonName(f"Ada Q Quillfeather{number}", "Ada", "Q", f"Quillfeather{number}"),
                birth_date=date(1984, 5, 6), ssn="900121234", ssn_last4="1234",
            ),
        ),
        contact_points=points,
        evidence=tuple(
            Evidence(an_id(number + 40_000 + i), subject, "client_file", client, "stated", NOW, row_number=number)
            for i, subject in enumerate((account_id, party_id, *(p.contact_id for p in points)))
        ),
        ledger=(
            LedgerEntry(
                an_id(number + 50_000), LedgerKind.PLACEMENT, LedgerPart.TOTAL, 120_000, date(2026, 11, 1), NOW
            ),
        ),
    )  # fmt: skip


def a_stranger(number: int, **more) -> Lead:
    """A lead about somebody else than any other number's."""
    return a_lead(number, key=f"ADA|QUILLFEATHER{number}||1984||", **more)


def a_lead(number: int = 1, *, account: int = 1, status: LeadStatus = LeadStatus.PENDING, **more) -> Lead:
    field = FieldEvidence(
        "last", "exact", "QUILLFEATHER", "QUILLFEATHER", 9.5, 2.5, "QUILLFEATHER: 1 in 80,000"
    )
    explanation = Explanation(
        -12.5,
        (field,),
        -9.0,
        -0.25,
        more.pop("bits", 6.5),
        0.97,
        0.01,
        Band.STRONG,
        (),
        1,
        2,
        "Same name.",
        "1",
    )
    person = RecordPerson(
        more.pop("import_id", an_id(70_000)), f"R{number}", number, "subject", "QUILLFEATHER, ADA",
        birth="1984", addresses=("9 Elm Ave",), phones=("2175550199",), facts={"parcel": "7"},
        as_of=date(2026, 1, 1), person_key=more.pop("key", f"QUILLFEATHER|ADA|{number}"),
    )  # fmt: skip
    return Lead(
        an_id(number + 80_000), an_id(account), an_id(account + 10_000), person, explanation, number,
        status=status, created_at=NOW, **more,
    )  # fmt: skip


def a_full_case(number: int = 1) -> CaseContent:
    """A case with at least one of everything that can be stored."""
    case = a_case(number)
    account_id, party_id = an_id(number), an_id(number + 10_000)
    judged = a_lead(
        7, account=number, status=LeadStatus.REJECTED, decided_at=NOW, reason=RejectReason.OTHER_PERSON,
        debtor_key="QUILLFEATHER|ADA",
    )  # fmt: skip
    wrong = ContactPoint(
        an_id(number + 60_000), party_id, ContactKind.PHONE, "217 555 0177", "2175550177",
        status=ContactStatus.WRONG, status_on=date(2026, 3, 1), status_reason="A stranger answered",
    )  # fmt: skip
    return CaseContent(
        account=Account(
            account_id, f"{number:08d}", "Lantern Bank", Balance(5_000, 4_000, 600, 300, 100),
            status=AccountStatus.PROMISE_PENDING, created_at=NOW, extra={"branch": "07", "zip": "02134"},
        ),
        parties=(
            *case.parties,
            Party(
                an_id(number + 11_000), PartyRole.SPOUSE, PersonName("Bo Quillfeather"),
                aliases=(PersonName("Robert Q", "Robert", "", "Q"),), birth_year=1980, deceased=True,
            ),
        ),
        contact_points=(*case.contact_points, wrong),
        evidence=case.evidence,
        leads=(judged,),
        activities=(
            Activity(
                an_id(number + 61_000), ActivityKind.CONTACT, NOW, "mara", "Rang twice", "TR", "NA",
                attempt=True, zone="America/Chicago", details={"line": "2"},
            ),
        ),
        arrangements=(
            Arrangement(
                an_id(number + 62_000), ArrangementKind.PLAN, ArrangementStatus.ACCEPTED, NOW, 5_000,
                instalments=(Instalment(date(2026, 12, 1), 2_500), Instalment(date(2027, 1, 1), 2_500)),
            ),
        ),
        ledger=case.ledger,
        restrictions=(
            Restriction(an_id(number + 63_000), RestrictionKind.INCONVENIENT_TIME, NOW, details={"until": "10:00"}),
        ),
        decisions=(GateDecision(an_id(number + 64_000), NOW, "mara", "ALLOW", '{"rule": "x"}', acted=True),),
    )  # fmt: skip


def a_note(number: int, text: str = "A note") -> Activity:
    return Activity(an_id(number + 90_000), ActivityKind.NOTE, NOW, "mara", text)
