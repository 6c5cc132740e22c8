"""Cases of whom and how: T-ATTY, T-CEASE, T-MED, T-LOC, T-LCM, T-EMAIL, T-SMS, T-SOC."""

import pytest
from gate_world import (
    LIMITED,
    LOCATION_SCRIPT,
    MESSAGE,
    NEVER,
    Case,
    ask,
    at,
    check,
    contact,
    day,
    event,
    inbound,
    on,
    pack,
    says,
    then,
    world,
)

from workbench.compliance import Verdict
from workbench.compliance.facts_contact import (
    CreditorNotice,
    Endpoint,
    KnownLocation,
    LocationBasis,
    NumberCheck,
)
from workbench.compliance.facts_people import Attorney, Cease, Consent, Preference
from workbench.compliance.planned import Content
from workbench.compliance.words import Channel, Element, Known, Party, Place, Purpose

ALLOW, WARN, ACK, BLOCK = Verdict
NOON = at("2026-11-23 12:00")


def attorney(**more):
    known = {
        "attorney_id": "counsel",
        "known_at": at("2026-10-01 12:00"),
        "debt_ids": ("A",),
        "name": "A. Counsel",
        "address_or_phone": "1 Court St",
    }
    return world(attorneys=(Attorney(**{**known, **more}),))


SILENT = attorney(first_contact_on=day("2026-10-20"))
STOP_LETTER = Cease(cease_id="stop", received_at=at("2026-11-16 10:00"), written=True, medium=Channel.LETTER)
REFUSAL = Cease(
    cease_id="refusal",
    received_at=at("2026-11-16 10:00"),
    written=True,
    kind="refuses",
    debt_ids=("A",),
    medium=Channel.EMAIL,
)
ORAL_STOP = Cease(cease_id="oral", received_at=at("2026-11-16 10:00"), written=False, medium=Channel.CALL)
STOPPED = world(cease=(STOP_LETTER,))
NO_CALLS = Preference(
    preference_id="no-calls",
    kind="medium_optout",
    received_at=at("2026-11-16 10:00"),
    media=frozenset({Channel.CALL}),
)
TEXT_STOP = Preference(
    preference_id="stop-text",
    kind="medium_optout",
    received_at=at("2026-11-20 10:00"),
    media=frozenset({Channel.SMS}),
    written=True,
)
NO_MAIL = Preference(
    preference_id="no-mail",
    kind="medium_optout",
    received_at=at("2026-11-10 10:00"),
    media=frozenset({Channel.EMAIL}),
    written=True,
)
QUESTION = inbound(at("2026-11-23 09:00"), "email", "received")


def confirmation(moment, *more):
    return contact(
        moment,
        "sms",
        purpose=Purpose.OPTOUT_CONFIRMATION,
        content=Content(elements=frozenset({Element.OPTOUT_CONFIRMATION, *more})),
    )


FIRST_CONFIRMATION = event(at("2026-11-20 11:00"), "sms", "sent", purpose=Purpose.OPTOUT_CONFIRMATION)
ALL_KNOWN = KnownLocation(
    abode_verified_on=day("2026-11-01"),
    phone_verified_on=day("2026-11-01"),
    employment_verified_on=day("2026-11-01"),
)
LOST = KnownLocation(abode_verified_on=day("2026-06-01"), abode_bad=True, phone_bad=True)
SISTER = {"party": Party.THIRD_PARTY, "party_id": "sister", "endpoint_id": "sister-phone"}
ASKED = event(at("2026-10-05 12:00"), outcome="conversation", purpose=Purpose.LOCATE, **SISTER)


def located(known=LOST, events=(), *, basis=None, **more):
    bases = (
        (LocationBasis(party_id="sister", kind=basis, recorded_at=at("2026-11-20 12:00")),) if basis else ()
    )
    return world(known_location=known, events=events, location_bases=bases, **more)


def email(**more):
    known = {"endpoint_id": "mail", "kind": "email", "domain_public": True}
    return world(endpoints=(Endpoint(**{**known, **more}),))


def by_creditor(reply_by, **more):
    notice = CreditorNotice(sent_on=day("2026-10-01"), reply_by=day(reply_by))
    return email(creditor_notice=notice, creditor_used=True, **more)


def texting(*checks, consented="2026-09-23"):
    point = Endpoint(
        endpoint_id="text",
        kind="phone",
        place=Place.MOBILE,
        number_checks=tuple(NumberCheck(on=day(d), result=r) for d, r in checks),
    )
    consent = Consent(
        consent_id="texts", kind="sms", received_at=at(f"{consented} 12:00"), endpoint_id="text"
    )
    return world(endpoints=(point,), consents=(consent,))


CASES = {
    "T-ATTY-01": [
        Case(
            contact(NOON, "sms"),
            BLOCK,
            attorney(),
            rules=("FED-ATTORNEY",),
            free=on("attorney_contacted_and_silent"),
        )
    ],
    "T-ATTY-02": [Case(contact(NOON), WARN, attorney(debt_ids=("B",)), rules=("FED-ATTORNEY",))],
    "T-ATTY-03": [
        Case(
            contact(at("2026-11-18 12:00")),
            BLOCK,
            SILENT,
            rules=("FED-ATTORNEY",),
            free=then("2026-11-19 08:01"),
        ),
        Case(contact(at("2026-11-19 12:00")), ACK, SILENT, rules=("FED-ATTORNEY",)),
    ],
    "T-ATTY-04": [
        Case(contact(NOON), ALLOW, attorney(consents_direct_id="their-mail"), reasons=("direct_consent",))
    ],
    "T-CEASE-01": [
        Case(contact(at("2026-11-17 12:00"), "email"), BLOCK, STOPPED, rules=("FED-CEASE",), free=NEVER)
    ],
    "T-CEASE-02": [
        Case(
            contact(NOON, "letter", purpose=Purpose.CEASE_WILL_INVOKE),
            ACK,
            STOPPED,
            rules=("FED-CEASE",),
        )
    ],
    "T-CEASE-03": [
        Case(
            contact(NOON, "letter", purpose=purpose, content=says(Element.SETTLEMENT_OFFER, base=MESSAGE)),
            BLOCK,
            STOPPED,
            rules=("FED-CEASE",),
            free=NEVER,
        )
        for purpose in (Purpose.NEGOTIATE, Purpose.CEASE_MAY_INVOKE)
    ],
    "T-CEASE-04": [
        Case(contact(NOON), BLOCK, world(cease=(REFUSAL,)), rules=("FED-CEASE",), free=NEVER),
        Case(contact(NOON, debt_ids=("B",)), ALLOW, world(cease=(REFUSAL,))),
    ],
    "T-CEASE-05": [Case(contact(at("2026-11-14 12:00")), ALLOW, STOPPED)],
    "T-MED-01": [
        Case(contact(NOON), BLOCK, world(preferences=(NO_CALLS,)), rules=("FED-MEDIUM",), free=NEVER),
        Case(contact(NOON, "voicemail"), BLOCK, world(preferences=(NO_CALLS,)), rules=("FED-MEDIUM",)),
        Case(contact(NOON, "letter"), ALLOW, world(preferences=(NO_CALLS,))),
    ],
    "T-MED-02": [
        Case(
            confirmation(at("2026-11-20 11:00")),
            ALLOW,
            world(preferences=(TEXT_STOP,)),
            reasons=("optout_confirmation",),
        ),
        Case(
            confirmation(at("2026-11-20 12:00")),
            BLOCK,
            world(preferences=(TEXT_STOP,), events=(FIRST_CONFIRMATION,)),
            rules=("FED-MEDIUM",),
        ),
        Case(
            contact(at("2026-11-20 12:00"), "sms"),
            BLOCK,
            world(preferences=(TEXT_STOP,), events=(FIRST_CONFIRMATION,)),
            rules=("FED-MEDIUM",),
        ),
    ],
    "T-MED-03": [
        Case(
            contact(NOON, "email", purpose=Purpose.RESPOND_TO_INBOUND),
            ALLOW,
            world(preferences=(NO_MAIL,), events=(QUESTION,)),
            reasons=("reply_to_inbound",),
        ),
        Case(
            contact(NOON, "email", purpose=Purpose.RESPOND_TO_INBOUND),
            BLOCK,
            world(
                preferences=(NO_MAIL,),
                events=(
                    QUESTION,
                    event(at("2026-11-23 10:00"), "email", "sent", purpose=Purpose.RESPOND_TO_INBOUND),
                ),
            ),
            rules=("FED-MEDIUM",),
        ),
    ],
    "T-MED-04": [
        Case(contact(NOON, "letter"), ALLOW, world(cease=(ORAL_STOP,))),
        Case(
            contact(NOON, "letter"),
            BLOCK,
            world(cease=(ORAL_STOP,)),
            rules=("POL-ORAL-CEASE",),
            pack=pack("POL-ORAL-CEASE"),
            law=ALLOW,
        ),
    ],
    "T-LOC-01": [
        Case(ask(NOON), BLOCK, located(ALL_KNOWN), rules=("FED-LOC",), reasons=("not_location_purpose",))
    ],
    "T-LOC-02": [Case(ask(NOON), ALLOW, located())],
    "T-LOC-03": [
        Case(ask(NOON), BLOCK, located(events=(ASKED,)), rules=("FED-LOC",), reasons=("asked_before",))
    ],
    "T-LOC-04": [
        Case(ask(NOON), ACK, located(events=(ASKED,), basis="has_new_information"), rules=("FED-LOC",))
    ],
    "T-LOC-05": [
        Case(
            ask(NOON),
            ALLOW,
            located(events=(ASKED,), basis="asked_to_call_again"),
            reasons=("asked_to_call_again",),
        ),
    ],
    "T-LOC-06": [
        Case(
            ask(NOON, "personnel", party=Party.EMPLOYER),
            BLOCK,
            located(attorneys=attorney().attorneys),
            rules=("FED-LOC",),
            reasons=("attorney_known",),
            free=NEVER,
        )
    ],
    "T-LOC-07": [
        Case(
            ask(NOON, content=says(word, base=LOCATION_SCRIPT)),
            BLOCK,
            located(),
            rules=("FED-LOC",),
            reasons=("script",),
        )
        for word in (Element.DEBT, Element.EMPLOYER_NAME)
    ],
    "T-LOC-08": [
        Case(
            ask(NOON, "neighbour", channel=Channel.POSTCARD),
            BLOCK,
            located(),
            rules=("FED-POSTCARD",),
            free=NEVER,
        )
    ],
    "T-LCM-01": [
        Case(contact(NOON, "voicemail", content=says(Element.DATE_TIME, base=LIMITED)), ALLOW),
    ],
    "T-LCM-02": [
        Case(
            contact(NOON, "voicemail", content=says(Element.ACCOUNT_REFERENCE, base=LIMITED)),
            ACK,
            rules=("FED-LCM",),
            reasons=("not_limited_content",),
        )
    ],
    "T-LCM-03": [Case(contact(at("2026-11-23 21:10"), "voicemail"), BLOCK, rules=("FED-TIME-8-9",))],
    "T-EMAIL-01": [
        Case(
            contact(at("2026-11-05 12:00"), "email"), ACK, by_creditor("2026-11-05"), rules=("FED-EMAIL-SH",)
        ),
        Case(contact(at("2026-11-06 12:00"), "email"), ALLOW, by_creditor("2026-11-05")),
    ],
    "T-EMAIL-02": [
        Case(
            contact(at("2026-11-06 12:00"), "email"), ACK, by_creditor("2026-11-04"), rules=("FED-EMAIL-SH",)
        )
    ],
    "T-EMAIL-03": [
        Case(
            contact(at("2026-11-06 12:00"), "email"),
            BLOCK,
            by_creditor("2026-11-05", employer_provided=Known.YES),
            rules=("FED-WORK-EMAIL",),
        )
    ],
    "T-EMAIL-04": [
        Case(
            contact(NOON, "email", content=Content(elements=MESSAGE - {Element.OPT_OUT_NOTICE})),
            BLOCK,
            rules=("FED-EOPTOUT-NOTICE",),
        )
    ],
    "T-SMS-01": [
        Case(contact(at("2026-11-22 12:00"), "sms"), ALLOW, texting()),
        Case(contact(at("2026-11-23 12:00"), "sms"), ACK, texting(), rules=("FED-SMS-SH",)),
    ],
    "T-SMS-02": [Case(contact(at("2026-11-23 12:00"), "sms"), ALLOW, texting(("2026-11-20", "no")))],
    "T-SMS-03": [
        Case(
            contact(at(f"2026-{d} 12:00"), "sms"),
            BLOCK,
            texting(("2026-10-20", "reassigned")),
            rules=("FED-SMS-SH",),
        )
        for d in ("10-21", "11-22")
    ],
    "T-SOC-01": [
        Case(contact(NOON, "social_public"), BLOCK, rules=("FED-SOCIAL",), free=NEVER),
        Case(
            contact(NOON, "social_dm", content=Content(elements=frozenset({Element.INITIAL_DISCLOSURE}))),
            BLOCK,
            rules=("FED-EOPTOUT-NOTICE",),
        ),
    ],
}


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=f"{key}.{n}") for key, rows in CASES.items() for n, c in enumerate(rows)]
)
def test_case(case):
    check(case)


def test_limited_content_message_counts_as_a_call():
    left = tuple(
        event(at(f"2026-11-{17 + n} 10:00"), "voicemail", "limited_content_message") for n in range(7)
    )
    check(Case(contact(NOON), BLOCK, world(events=left), rules=("FED-CALL-7IN7",)))


def test_no_public_post_can_be_overridden():
    results = check(CASES["T-SOC-01"][0]).results
    assert [r.override for r in results if r.rule_id == "FED-SOCIAL"] == [None]


def test_part_known_has_to_be_named():
    known = KnownLocation(abode_verified_on=day("2026-11-01"), phone_verified_on=day("2026-11-01"))
    check(Case(ask(NOON), ACK, located(known), rules=("FED-LOC",), reasons=("part_known",)))


def test_third_party_is_never_told_of_the_debt():
    check(Case(contact(NOON, **SISTER), BLOCK, rules=("FED-3P",), free=NEVER))


def test_unknown_written_form_counts_as_written():
    unclear = Cease(cease_id="stop", received_at=at("2026-11-16 10:00"))
    decision = check(Case(contact(NOON, "letter"), BLOCK, world(cease=(unclear,)), rules=("FED-CEASE",)))
    assert decision.missing_facts == ("cease.written",)
