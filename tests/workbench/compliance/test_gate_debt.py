"""Cases of the debt and the person: T-VAL to T-RET, T-POL."""

import pytest
from gate_world import (
    LOCATION_SCRIPT,
    MESSAGE,
    NEVER,
    Case,
    ask,
    at,
    check,
    contact,
    day,
    debt,
    event,
    notices,
    on,
    pack,
    says,
    then,
    whole_pack,
    world,
)

from workbench.compliance import Verdict
from workbench.compliance.facts_debt import Bankruptcy, Dispute, IdentityTheft, Recording, Retention, Tolling
from workbench.compliance.facts_people import Consumer, Military
from workbench.compliance.features import check_features
from workbench.compliance.limitation import expiry_of
from workbench.compliance.planned import Step
from workbench.compliance.words import Channel, Element, Party, Portion, Purpose

ALLOW, WARN, ACK, BLOCK = Verdict
NOON = at("2026-11-23 12:00")
SENT_20 = notices("A", sent="2026-11-20")


def act(moment, purpose, **more):
    """A step that reaches nobody."""
    usual = {"endpoint_id": "", "content": None}
    return contact(moment, "action", purpose=purpose, **{**usual, **more})


def dispute(**more):
    known = {
        "dispute_id": "d1",
        "debt_id": "A",
        "received_at": at("2027-01-04 10:00"),
        "postmarked_on": day("2026-12-30"),
        "written": True,
        "substance": "not my balance",
    }
    return Dispute(**{**known, **more})


def disputed(*disputes, **more):
    return world(disputes=disputes, notices=SENT_20, **more)


ANSWERED = dispute(verification_sent_at=at("2027-01-08 10:00"))
AGAIN = dispute(dispute_id="d2", received_at=at("2027-01-15 10:00"), within_period=True)
WITH_REPORT = dispute(
    dispute_id="d2", received_at=at("2027-01-15 10:00"), within_period=True, new_material_information=True
)
PART = dispute(portion_cents=20_000)
ORAL = dispute(written=False, received_at=at("2026-12-10 10:00"), postmarked_on=None)
LATER = at("2027-01-20 12:00")
ON_11_18 = event(at("2026-11-18 12:00"), outcome="conversation")
UNVALIDATED = world(notices=(), events=(ON_11_18,))


def barred_in(state, accrual, **more):
    return world(
        debts=(debt(states=(state,), accrual_on=day(accrual), **more),),
        consumer=Consumer(residence_state=state),
    )


def sue(moment, **more):
    step = Step(venue_matches=True)
    return act(at(f"{moment} 12:00"), Purpose.THREATEN_LEGAL_ACTION, step=step, **more)


LETTER_02 = event(at("2026-11-02 12:00"), "letter", "sent")
LETTER_02_BACK_12 = event(at("2026-11-02 12:00"), "letter", "sent", returned_on=day("2026-11-12"))
LETTER_02_BACK_20 = event(at("2026-11-02 12:00"), "letter", "sent", returned_on=day("2026-11-20"))
LETTER_13 = event(at("2026-11-13 12:00"), "letter", "sent")
SPOKE_05 = event(at("2026-11-05 12:00"), outcome="conversation")


def furnish(moment, *events, **more):
    return act(at(f"{moment} 12:00"), Purpose.FURNISH), world(events=events, **more)


def bankrupt(**more):
    known = {"bankruptcy_id": "case", "petition_on": day("2026-11-10")}
    return world(bankruptcies=(Bankruptcy(**{**known, **more}),))


DISMISSED = {"status": "dismissed", "status_on": day("2027-02-01")}
DEAD = world(consumer=Consumer(residence_state="GA", deceased=True))
MINOR = world(consumer=Consumer(residence_state="GA", birth_date=day("2009-11-24")))
SERVING = world(military=Military(active_from=day("2026-01-10")))
CLAIM = IdentityTheft(debt_id="A", received_at=at("2026-11-20 10:00"))
BLOCK_NOTICE = IdentityTheft(debt_id="A", received_at=at("2026-11-20 10:00"), kind="block_notice")


def dmv(**more):
    return act(NOON, Purpose.DMV_LOOKUP, step=Step(**more))


def keep(last, **more):
    known = {"last_activity_on": day(last), "legal_hold": False, "open_matter": False}
    return world(retention=Retention(**{**known, **more}))


def dispose(moment):
    return act(at(f"{moment} 12:00"), Purpose.DISPOSE)


CASES = {
    "T-VAL-06": [
        Case(contact(at("2026-11-23 12:00"), "letter"), WARN, UNVALIDATED, rules=("FED-VALID-NOTICE",)),
        Case(
            contact(at("2026-11-24 12:00"), "letter"),
            ACK,
            UNVALIDATED,
            rules=("FED-VALID-NOTICE",),
            reasons=("notice_late",),
        ),
        Case(
            contact(at("2026-11-24 12:00"), "letter"),
            BLOCK,
            UNVALIDATED,
            rules=("POL-VALID-LATE",),
            pack=pack("POL-VALID-LATE"),
            law=ACK,
        ),
    ],
    "T-VAL-08": [
        Case(
            contact(at("2026-11-30 12:00")),
            ALLOW,
            world(
                notices=(), events=(event(at("2026-11-18 12:00"), "voicemail", "limited_content_message"),)
            ),
            reasons=("initial_communication",),
            tasks=("send_validation_notice",),
        )
    ],
    "T-DISP-01": [
        Case(
            contact(at("2027-01-05 12:00")),
            BLOCK,
            disputed(dispute()),
            rules=("FED-DISPUTE-HOLD",),
            free=on("verification_sent"),
        ),
        Case(contact(LATER), ALLOW, disputed(ANSWERED)),
    ],
    "T-DISP-02": [
        Case(contact(LATER), BLOCK, disputed(PART), rules=("FED-DISPUTE-HOLD",)),
        Case(contact(LATER, portion=Portion.UNDISPUTED), WARN, disputed(PART), rules=("FED-DISPUTE-HOLD",)),
    ],
    "T-DISP-03": [
        Case(contact(LATER), ALLOW, disputed(ORAL), tasks=("mark_disputed",)),
        Case(
            contact(LATER),
            BLOCK,
            disputed(ORAL),
            rules=("POL-DISPUTE-PAUSE",),
            pack=pack("POL-DISPUTE-PAUSE"),
            law=ALLOW,
        ),
    ],
    "T-DISP-04": [
        Case(
            contact(LATER, "letter", purpose=Purpose.DISPUTE_RESPONSE),
            ACK,
            disputed(ANSWERED, AGAIN),
            rules=("FED-DISPUTE-HOLD",),
            reasons=("duplicative",),
        ),
        Case(contact(LATER), BLOCK, disputed(ANSWERED, AGAIN), free=on("duplicate_notice_sent")),
    ],
    "T-DISP-05": [
        Case(
            contact(LATER),
            BLOCK,
            disputed(ANSWERED, WITH_REPORT),
            rules=("FED-DISPUTE-HOLD",),
            free=on("verification_sent"),
        ),
        Case(
            contact(LATER, "letter", purpose=Purpose.DISPUTE_RESPONSE), ALLOW, disputed(ANSWERED, WITH_REPORT)
        ),
    ],
    "T-DISP-06": [
        Case(act(LATER, Purpose.APPLY_PAYMENT), BLOCK, disputed(dispute()), rules=("FED-DISPUTE-PAYMENT",)),
        Case(act(LATER, Purpose.APPLY_PAYMENT, debt_ids=("B",)), ALLOW, disputed(dispute())),
    ],
    "T-DISP-07": [
        Case(
            contact(at("2026-11-23 12:00"), "letter", content=says(base=MESSAGE, pay_by=day("2026-12-03"))),
            BLOCK,
            world(notices=SENT_20),
            rules=("FED-OVERSHADOW",),
        )
    ],
    "T-SOL-01": [
        Case(sue("2026-11-22"), WARN, barred_in("CA", "2022-11-22"), reasons=("at_risk",)),
        Case(sue("2026-11-23"), BLOCK, barred_in("CA", "2022-11-22"), rules=("FED-TIMEBARRED",), free=NEVER),
    ],
    "T-SOL-02": [
        Case(sue("2026-11-22"), WARN, barred_in("NY", "2023-11-22"), reasons=("at_risk",)),
        Case(sue("2026-11-23"), BLOCK, barred_in("NY", "2023-11-22"), rules=("FED-TIMEBARRED",)),
    ],
    "T-SOL-03": [
        Case(
            sue("2026-06-01"),
            WARN,
            world(
                debts=(debt(states=("NJ", "DE"), accrual_on=day("2023-06-01")),),
                consumer=Consumer(residence_state="NJ"),
            ),
        ),
        Case(
            sue("2026-06-02"),
            BLOCK,
            world(
                debts=(debt(states=("NJ", "DE"), accrual_on=day("2023-06-01")),),
                consumer=Consumer(residence_state="NJ"),
            ),
            rules=("FED-TIMEBARRED",),
        ),
    ],
    "T-SOL-05": [
        Case(
            sue("2026-11-23"),
            BLOCK,
            barred_in("TX", "2020-01-01", owner_is_debt_buyer=True, last_payment_on=day("2026-10-01")),
            rules=("FED-TIMEBARRED",),
        ),
    ],
    "T-SOL-07": [
        Case(act(NOON, Purpose.PROOF_OF_CLAIM), ALLOW, barred_in("TX", "2020-01-01")),
    ],
    "T-FURN-01": [
        Case(
            *[furnish("2026-11-16", LETTER_02)[0]],
            BLOCK,
            furnish("2026-11-16", LETTER_02)[1],
            rules=("FED-FURNISH-PRE",),
            free=then("2026-11-17 00:00"),
        ),
        Case(furnish("2026-11-17")[0], ALLOW, furnish("2026-11-17", LETTER_02)[1]),
    ],
    "T-FURN-02": [
        Case(
            furnish("2026-11-17")[0],
            BLOCK,
            world(events=(LETTER_02_BACK_12, LETTER_13)),
            rules=("FED-FURNISH-PRE",),
            free=then("2026-11-28 00:00"),
        ),
        Case(
            furnish("2026-11-27")[0],
            BLOCK,
            world(events=(LETTER_02_BACK_12, LETTER_13)),
            rules=("FED-FURNISH-PRE",),
        ),
        Case(furnish("2026-11-28")[0], ALLOW, world(events=(LETTER_02_BACK_12, LETTER_13))),
    ],
    "T-FURN-03": [Case(furnish("2026-11-05")[0], ALLOW, world(events=(SPOKE_05,)))],
    "T-FURN-04": [
        Case(furnish("2026-11-17")[0], ALLOW, world(events=(LETTER_02_BACK_20,))),
        Case(
            furnish("2026-11-23")[0],
            WARN,
            world(events=(LETTER_02_BACK_20,)),
            rules=("FED-FURNISH-PRE",),
            tasks=("check_address",),
        ),
    ],
    "T-FURN-05": [
        Case(
            furnish("2027-04-29")[0],
            ALLOW,
            world(debts=(debt(delinquency_on=day("2019-11-01")),), events=(SPOKE_05,)),
        ),
        Case(
            furnish("2027-04-30")[0],
            BLOCK,
            world(debts=(debt(delinquency_on=day("2019-11-01")),), events=(SPOKE_05,)),
            rules=("FED-OBSOLETE",),
            free=NEVER,
        ),
    ],
    "T-TRF-01": [
        Case(
            act(NOON, Purpose.TRANSFER),
            BLOCK,
            world(debts=(debt(flags=frozenset({flag})),)),
            rules=("FED-TRANSFER-BAN",),
        )
        for flag in ("settled", "paid", "discharged")
    ],
    "T-TRF-02": [
        Case(
            act(NOON, Purpose.TRANSFER),
            BLOCK,
            world(identity_theft=(BLOCK_NOTICE,)),
            rules=("FED-TRANSFER-IDT",),
        )
    ],
    "T-BK-01": [
        Case(
            contact(at("2026-11-12 12:00")), BLOCK, bankrupt(), rules=("FED-BK-STAY",), free=on("stay_ended")
        ),
        Case(contact(at("2026-11-09 12:00")), ALLOW, bankrupt()),
    ],
    "T-BK-02": [
        Case(contact(at("2027-01-29 12:00")), BLOCK, bankrupt(**DISMISSED), rules=("FED-BK-STAY",)),
        Case(contact(at("2027-02-01 12:00")), ACK, bankrupt(**DISMISSED), rules=("FED-BK-STAY",)),
        Case(contact(at("2027-02-02 12:00")), ALLOW, bankrupt(end_reviewed=True, **DISMISSED)),
    ],
    "T-BK-03": [
        Case(contact(NOON), BLOCK, bankrupt(status="discharged"), rules=("FED-BK-DISCHARGE",), free=NEVER),
        Case(
            contact(NOON),
            BLOCK,
            world(debts=(debt(flags=frozenset({"discharged"})),)),
            rules=("FED-BK-DISCHARGE",),
            free=NEVER,
        ),
    ],
    "T-DEC-01": [
        Case(ask(NOON, "son", purpose=Purpose.LOCATE_ESTATE_REP), ALLOW, DEAD),
        Case(
            ask(
                NOON,
                "son",
                purpose=Purpose.LOCATE_ESTATE_REP,
                content=says(Element.DEBT, base=LOCATION_SCRIPT),
            ),
            BLOCK,
            DEAD,
            rules=("FED-DECEASED",),
        ),
        Case(contact(NOON, party=Party.THIRD_PARTY, party_id="son"), BLOCK, DEAD, rules=("FED-3P",)),
        Case(contact(NOON, party=Party.ESTATE_REP, party_id="executor"), ALLOW, DEAD),
    ],
    "T-MIN-01": [
        Case(contact(NOON), BLOCK, MINOR, rules=("POL-MINOR",), pack=pack("POL-MINOR"), law=ACK),
        Case(
            contact(NOON, party=Party.PARENT_OF_MINOR, party_id="parent"),
            ALLOW,
            MINOR,
            pack=pack("POL-MINOR"),
        ),
        Case(
            contact(at("2026-11-23 21:30"), party=Party.PARENT_OF_MINOR, party_id="parent"),
            BLOCK,
            MINOR,
            rules=("FED-TIME-8-9",),
        ),
        Case(contact(at("2027-11-24 12:00")), ALLOW, MINOR, pack=pack("POL-MINOR")),
    ],
    "T-SCRA-01": [
        Case(
            contact(NOON, "letter", content=says(base=MESSAGE, interest_rate_bps=2400)),
            BLOCK,
            SERVING,
            rules=("FED-SCRA",),
        ),
        Case(contact(NOON, "letter", content=says(base=MESSAGE, interest_rate_bps=600)), ALLOW, SERVING),
        Case(
            act(NOON, Purpose.LEGAL_ACTION, step=Step(default_judgment=True, venue_matches=True)),
            BLOCK,
            SERVING,
            rules=("FED-SCRA",),
            reasons=("no_affidavit",),
        ),
        Case(
            contact(NOON, party=Party.THIRD_PARTY, party_id="commander"),
            BLOCK,
            SERVING,
            rules=("FED-3P",),
            free=NEVER,
        ),
    ],
    "T-IDT-01": [
        Case(contact(NOON), WARN, world(identity_theft=(CLAIM,)), tasks=("notify_client_of_identity_theft",)),
        Case(
            contact(NOON),
            BLOCK,
            world(identity_theft=(CLAIM,)),
            rules=("POL-IDT-HOLD",),
            pack=pack("POL-IDT-HOLD"),
            law=WARN,
        ),
        Case(
            act(NOON, Purpose.TRANSFER),
            BLOCK,
            world(identity_theft=(BLOCK_NOTICE,)),
            rules=("FED-TRANSFER-IDT",),
        ),
    ],
    "T-LEP-01": [
        Case(contact(NOON, content=says(language="es")), ALLOW),
        Case(
            contact(NOON, content=says(language="es", disclosure_language="en")),
            ACK,
            rules=("FED-MINI-MIRANDA",),
        ),
    ],
    "T-FCRA-01": [
        Case(
            act(NOON, Purpose.CREDIT_REPORT_PULL, party=Party.THIRD_PARTY, party_id="brother"),
            BLOCK,
            rules=("FED-FCRA-PULL",),
        ),
        Case(act(NOON, Purpose.CREDIT_REPORT_PULL), ALLOW, tasks=("log_permissible_purpose",)),
    ],
    "T-DPPA-01": [
        Case(dmv(dppa_purpose="b3", individual_gave_information=False), BLOCK, rules=("FED-PRETEXT",)),
        Case(dmv(dppa_purpose="b4"), BLOCK, rules=("FED-PRETEXT",)),
        Case(dmv(dppa_purpose="b4", case_reference="CV-26-0001"), ALLOW, tasks=("log_permissible_purpose",)),
    ],
    "T-RET-01": [
        Case(
            dispose("2026-11-22"),
            BLOCK,
            keep("2023-11-22"),
            rules=("FED-RETAIN",),
            free=then("2026-11-23 00:00"),
        ),
        Case(dispose("2026-11-23"), ALLOW, keep("2023-11-22")),
    ],
    "T-RET-02": [
        Case(
            dispose("2027-03-01"),
            BLOCK,
            keep("2023-01-01", recordings=(Recording(recorded_on=day("2024-02-29")),)),
            rules=("FED-RETAIN",),
        ),
        Case(
            dispose("2027-03-02"),
            ALLOW,
            keep("2023-01-01", recordings=(Recording(recorded_on=day("2024-02-29")),)),
        ),
    ],
    "T-RET-03": [
        Case(dispose("2029-11-01"), BLOCK, keep("2026-11-01"), rules=("FED-RETAIN",)),
        Case(dispose("2029-11-02"), ALLOW, keep("2026-11-01")),
    ],
    "T-RET-04": [
        Case(
            dispose("2040-01-04"),
            BLOCK,
            keep("2023-11-22", legal_hold=hold),
            rules=("FED-RETAIN",),
            free=on("hold_lifted"),
        )
        for hold in (True, None)
    ],
    "T-POL-01": [
        Case(
            contact(at("2026-11-22 12:00")),
            ALLOW,
            world(debts=(debt(default_on=day("2026-08-24")),)),
            pack=pack("POL-ESC-90"),
        ),
        Case(
            contact(at("2026-11-23 12:00")),
            ALLOW,
            world(debts=(debt(default_on=day("2026-08-24")),)),
            tasks=("queue:escalated",),
            pack=pack("POL-ESC-90"),
        ),
    ],
}


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{key}.{n}") for key, rows in CASES.items() for n, c in enumerate(rows)]
)
def test_case(case):
    check(case)


def test_account_of_ninety_days_is_not_escalated():
    assert "queue:escalated" not in check(CASES["T-POL-01"][0]).tasks


EXPIRIES = {
    "T-SOL-04": (debt(states=("VA",), contract=("written",), accrual_on=day("2020-02-29")), "2025-02-28"),
    "T-SOL-06": (
        debt(
            states=("NJ",),
            accrual_on=day("2020-03-01"),
            tolling=(Tolling(first=day("2022-06-01"), last=day("2023-05-31"), reason="active duty"),),
        ),
        "2027-03-01",
    ),
    "T-SOL-01.expiry": (debt(states=("CA",), accrual_on=day("2022-11-22")), "2026-11-22"),
    "T-SOL-03.expiry": (debt(states=("NJ", "DE"), accrual_on=day("2023-06-01")), "2026-06-01"),
}


@pytest.mark.parametrize(("owed", "last"), EXPIRIES.values(), ids=EXPIRIES)
def test_last_day_to_sue(owed, last):
    assert expiry_of(owed, whole_pack()).last_day == day(last)


def test_unknown_accrual_counts_as_barred_for_suits():
    facts = world(debts=(debt(accrual_on=None),))
    decision = check(Case(sue("2026-11-23"), BLOCK, facts, rules=("FED-TIMEBARRED",)))
    assert decision.missing_facts == ("debts.accrual_on",)
    check(Case(contact(NOON), WARN, facts, rules=("FED-TIMEBARRED",)))


@pytest.mark.parametrize(
    ("features", "verdict"),
    [
        pytest.param(["balance", "surname_ethnicity"], BLOCK, id="T-ECOA-01.0"),
        pytest.param(["balance", "days_delinquent"], ALLOW, id="T-ECOA-01.1"),
    ],
)
def test_model_features(features, verdict):
    assert check_features(features, whole_pack()) is verdict


def test_action_has_no_hours():
    check(Case(act(at("2026-11-23 03:00"), Purpose.PROOF_OF_CLAIM), ALLOW))
    assert Channel.ACTION not in whole_pack().rule("FED-TIME-8-9").channels
