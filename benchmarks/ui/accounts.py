"""A vault of many invented accounts, each a real encrypted case file, made through the vault's own writers."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from workbench.base.ids import new_id
from workbench.model.account import Account, AccountStatus, Balance
from workbench.model.activity import Activity, ActivityKind
from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.explanation import Band, Explanation, FieldEvidence
from workbench.model.lead import Lead, RecordPerson
from workbench.model.ledger import LedgerEntry, LedgerKind, LedgerPart
from workbench.model.party import ContactKind, ContactPoint, Party, PartyRole, PersonName, PostalAddress
from workbench.model.work import WorkState
from workbench.vault.case_builder import NewCase
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import create_vault

PASSPHRASE = "seven fictional otters knit calm ledgers"
SYLLABLES = tuple("bram del kor van mir tos fen gri hul jas lor nev pel qui ros sam tur wex yar zim".split())
CITIES = tuple((f"{word.title()}ton", state) for word in SYLLABLES for state in ("NC", "TN", "IL", "WA"))
STATUSES = (
    (AccountStatus.SKIP, 55), (AccountStatus.NEW, 15), (AccountStatus.PROMISE_PENDING, 8),
    (AccountStatus.PLAN_ACTIVE, 7), (AccountStatus.DISPUTED, 5), (AccountStatus.BANKRUPTCY, 3),
    (AccountStatus.PAID_IN_FULL, 7),
)  # fmt: skip
ACTIONS = ("Begin locating", "Call the employer", "Check the parcel roll", "Write to the last address")
STREET = "Maple St"
LEADS_A_PIECE = 1000


def build(folder: Path, accounts: int, leads: int, *, seed: int = 21) -> None:
    """Make the vault; ``leads`` candidates wait, spread over its accounts.  About 250 accounts a second."""
    rng = random.Random(seed)
    made: list[tuple[str, str]] = []
    vault, _ = create_vault(folder, PASSPHRASE, kdf=KdfCost(8 * 1024, 1, 1))
    with vault:
        vault.create_cases(_cases(rng, accounts, made))
        waiting = [_lead(rng, number, *rng.choice(made)) for number in range(leads)]
        for start in range(0, leads, LEADS_A_PIECE):
            vault.catalog.add_pending(waiting[start : start + LEADS_A_PIECE])


def _cases(rng: random.Random, count: int, made: list[tuple[str, str]]) -> Iterator[NewCase]:
    for number in range(count):
        new = _case(rng, number)
        made.append((new.content.account.account_id, new.content.parties[0].party_id))
        yield new


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).title()


def _case(rng: random.Random, number: int) -> NewCase:
    now = datetime(2026, 11, 27, 12, tzinfo=UTC) - timedelta(minutes=rng.randrange(400_000))
    status = rng.choices([s for s, _ in STATUSES], [weight for _, weight in STATUSES])[0]
    account_id, party = new_id(), _party(rng)
    points = _points(rng, party.party_id, number)
    cents = rng.randrange(5_000, 2_000_000)
    subjects = (account_id, party.party_id, *(point.contact_id for point in points))
    content = CaseContent(
        account=Account(
            account_id, f"{number:08d}", f"{rng.choice(SYLLABLES).title()} Bank", Balance(cents, cents),
            status=status, original_creditor=f"{rng.choice(SYLLABLES).title()} Stores",
            placed_on=now.date() - timedelta(days=rng.randrange(900)), created_at=now,
        ),
        parties=(party,),
        contact_points=points,
        evidence=tuple(
            Evidence(new_id(), subject, "client_file", "placed", "stated", now, row_number=number + 1)
            for subject in subjects
        ),
        activities=(Activity(new_id(), ActivityKind.SYSTEM, now, "owner", text="Account placed."),),
        ledger=(LedgerEntry(new_id(), LedgerKind.PLACEMENT, LedgerPart.TOTAL, cents, now.date(), now),),
        arrangements=_promise(rng, status, now),
    )  # fmt: skip
    return NewCase(content, _work(rng, now.date()))


def _party(rng: random.Random) -> Party:
    first, last = _word(rng, 2), _word(rng, 3)
    birth = date(rng.randrange(1945, 2004), rng.randrange(1, 13), rng.randrange(1, 29))
    return Party(new_id(), PartyRole.DEBTOR, PersonName(f"{first} {last}", first, "", last), birth_date=birth)


def _points(rng: random.Random, party_id: str, number: int) -> tuple[ContactPoint, ...]:
    city, state = rng.choice(CITIES)
    street = f"{rng.randrange(1, 9999)} {STREET if number % 50 == 0 else _word(rng, 2) + ' Ave'}"
    address = PostalAddress(street, "", city, state, f"{28000 + rng.randrange(900)}")
    phone = f"919555{rng.randrange(10_000):04}"
    return (
        ContactPoint(new_id(), party_id, ContactKind.ADDRESS, address.one_line(), street.upper(), address),
        ContactPoint(new_id(), party_id, ContactKind.PHONE, phone, phone),
    )


def _promise(rng: random.Random, status: AccountStatus, now: datetime) -> tuple[Arrangement, ...]:
    if status is not AccountStatus.PROMISE_PENDING:
        return ()
    due = date(2026, 11, 28) + timedelta(days=rng.randrange(40))
    kind, status_of = ArrangementKind.PROMISE, ArrangementStatus.OPEN
    return (Arrangement(new_id(), kind, status_of, now, 10_000, due_on=due),)


def _work(rng: random.Random, made_on: date) -> WorkState:
    if rng.random() < 0.05:
        return WorkState()
    return WorkState(
        rng.choice(ACTIONS), made_on + timedelta(days=rng.randrange(300)),
        assignee=rng.choice(("", "ada", "ben", "cho")), tags=("medical",) if rng.random() < 0.1 else (),
    )  # fmt: skip


def _lead(rng: random.Random, number: int, account_id: str, party_id: str) -> Lead:
    name = f"{_word(rng, 3)}, {_word(rng, 2)}".upper()
    field = FieldEvidence("last", "exact", name, name, 9.5, 2.5, "1 in 80,000")
    bits = round(rng.uniform(2, 20), 2)
    why = Explanation(
        -12.5, (field,), -9.0, -0.25, bits, 0.97, 0.01, Band.STRONG if bits > 10 else Band.REVIEW, (), 1, 2,
        "Same name.", "1",
    )  # fmt: skip
    person = RecordPerson(
        f"{7:032x}", f"R{number}", number, "subject", name, birth="1984", addresses=("9 Elm Ave",),
        phones=("9195550199",), facts={}, as_of=date(2026, 1, 1), person_key=f"{name}|{number}",
    )  # fmt: skip
    created = datetime(2026, 11, 27, tzinfo=UTC)
    return Lead(new_id(), account_id, party_id, person, why, number, created_at=created)
