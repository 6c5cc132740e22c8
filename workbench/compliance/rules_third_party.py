"""Rules about people other than the consumer: disclosure, location information, records about people."""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.context import Context
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_contact import KnownLocation
from workbench.compliance.pack import Params, Rule
from workbench.compliance.rules_representation import active_attorneys, covers, identifiable
from workbench.compliance.verdict import NEVER, Verdict, on_event
from workbench.compliance.words import Element, Outcome, Party, Purpose

SHOWS_DEBT = frozenset(
    {
        Element.DEBT,
        Element.ACCOUNT_REFERENCE,
        Element.PAYMENT_DEMAND,
        Element.SETTLEMENT_OFFER,
        Element.PARTIAL_PAYMENT_REQUEST,
        Element.LEGAL_THREAT,
        Element.CREDIT_REPORTING_THREAT,
        Element.INITIAL_DISCLOSURE,
        Element.COLLECTOR_DISCLOSURE,
        Element.VALIDATION_INFORMATION,
        Element.ENVELOPE_SHOWS_COLLECTION,
        Element.OTHER,
    }
)
NAMES_EMPLOYER = frozenset({Element.EMPLOYER_NAME, Element.BUSINESS_NAME, Element.COLLECTION_BUSINESS_NAME})
REACHED = frozenset(
    {
        Outcome.CONVERSATION,
        Outcome.DROPPED,
        Outcome.HUNG_UP,
        Outcome.SENT,
        Outcome.RECEIVED,
        Outcome.UNKNOWN,
    }
)


def third_party(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Nobody but the consumer's circle is contacted about the debt."""
    agreed = next((c for c in ctx.consents("third_party") if c.subject_id == ctx.planned.party_id), None)
    if agreed is not None:
        yield answer(
            rule,
            "consumer_consent",
            "The consumer agreed to contact with this person.",
            verdict=Verdict.ALLOW,
            facts={"consent": agreed.consent_id},
        )
        return
    judgment = bool(ctx.debts) and all("judgment" in debt.flags for debt in ctx.debts)
    if ctx.planned.purpose is Purpose.LEGAL_ACTION and judgment:
        text = "Only what is reasonably necessary for a remedy after judgment."
        yield answer(rule, "postjudgment_remedy", text, verdict=Verdict.ACK)
        return
    yield answer(
        rule,
        "third_party",
        "Only the consumer, attorneys, the creditor and credit bureaus may be contacted about the debt.",
        next_time=NEVER,
    )


class LocationParams(Params, frozen=True):
    """Days for which a verified part of location information is taken as current."""

    fresh_days: int


def _state_of(verified: date | None, bad: bool, today: date, fresh: timedelta) -> str:
    """``bad`` (returned, disconnected, stale), ``current`` or ``unknown``."""
    if bad:
        return "bad"
    if verified is None:
        return "unknown"
    return "current" if today - verified <= fresh else "bad"


def location(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Asking someone where the consumer lives or works: why, once, and in which words."""
    for attorney in active_attorneys(ctx):
        if identifiable(attorney) and covers(attorney.debt_ids, ctx):
            yield answer(
                rule,
                "attorney_known",
                "The consumer's attorney is known: only the attorney may be asked.",
                facts={"attorney": attorney.attorney_id},
                next_time=NEVER,
            )
    fresh = timedelta(days=params_of(rule, LocationParams).fresh_days)
    known = ctx.facts.known_location
    if known is None:
        yield missing(rule, "known_location")
    else:
        yield from _purpose(rule, ctx, known, fresh)
    yield from _once(rule, ctx)
    yield from location_script(rule, ctx)


def _purpose(rule: Rule, ctx: Context, known: KnownLocation, fresh: timedelta) -> Iterator[RuleResult]:
    today = ctx.latest
    abode = {
        _state_of(known.abode_verified_on, known.abode_bad, today, fresh),
        _state_of(known.phone_verified_on, known.phone_bad, today, fresh),
    }
    work = _state_of(known.employment_verified_on, known.employment_bad, today, fresh)
    home_known, work_known = abode == {"current"}, work == "current"
    if home_known and work_known:
        yield answer(
            rule,
            "not_location_purpose",
            "Home with its telephone and employment are known and current: there is nothing to locate.",
            next_time=on_event("location_information_disproved"),
        )
    elif (home_known or work_known) and "bad" not in {*abode, work}:
        lacking = "employment" if home_known else "home and its telephone"
        yield answer(
            rule, "part_known", f"Part is known; state that {lacking} is sought.", verdict=Verdict.ACK
        )


def _once(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    if ctx.facts.events is None:
        yield missing(rule, "events")
        return
    person = ctx.planned.party_id
    asked = [e.at for e in ctx.past_events() if e.party_id == person and e.outcome in REACHED]
    if not asked:
        return
    bases = [
        b
        for b in ctx.facts.location_bases
        if b.party_id == person and max(asked) <= b.recorded_at <= ctx.planned.at
    ]
    if any(b.kind == "asked_to_call_again" for b in bases):
        text = "Asked before, but the person asked us to call again."
        yield answer(rule, "asked_to_call_again", text, verdict=Verdict.ALLOW)
    elif any(b.kind == "has_new_information" for b in bases):
        text = "Asked before; we believe the answer was wrong and that the person now knows. Record why."
        yield answer(rule, "has_new_information", text, verdict=Verdict.ACK)
    else:
        yield answer(
            rule,
            "asked_before",
            "This person has already been asked once about this consumer.",
            next_time=on_event("new_basis"),
        )


def location_script(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """The words allowed: own name, "confirming or correcting location information", nothing of a debt."""
    content = ctx.planned.content
    if content is None:
        yield missing(rule, "planned.content")
        return
    said = content.elements
    wrong = sorted(said & SHOWS_DEBT)
    if Element.EMPLOYER_NAME_REQUESTED not in said or Element.COLLECTION_BUSINESS_NAME in said:
        wrong += sorted(said & NAMES_EMPLOYER)
    lacking = sorted({Element.PERSON_NAME, Element.LOCATION_STATEMENT} - said)
    if wrong or lacking:
        yield answer(
            rule,
            "script",
            "The script must give one's own name and the purpose, and nothing of a debt or of the agency.",
            facts={"remove": ", ".join(wrong), "add": ", ".join(lacking)},
            next_time=on_event("script_corrected"),
        )


def credit_report(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A consumer report only on the consumer, to collect an account placed with us."""
    debts = ctx.debts
    over = {"paid", "settled", "closed", "discharged"}
    if ctx.planned.party is not Party.CONSUMER or not debts or any(d.flags & over for d in debts):
        text = "A consumer report may be drawn only on the consumer of an open account placed with us."
        yield answer(rule, "no_permissible_purpose", text, next_time=NEVER)
        return
    log = ("log_permissible_purpose",)
    if any("non_consensual" in d.flags and "judgment" not in d.flags for d in debts):
        text = "The debt did not arise from a credit transaction the consumer entered into."
        yield answer(rule, "non_consensual_debt", text, verdict=Verdict.ACK, tasks=log)
        return
    yield answer(rule, "collection_of_account", "Collection of an account.", verdict=Verdict.ALLOW, tasks=log)


def dmv_record(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Motor-vehicle records only for a purpose of 18 U.S.C. 2721(b)(3) or (4)."""
    step = ctx.planned.step
    corrects = step.dppa_purpose == "b3" and step.individual_gave_information is True
    court = step.dppa_purpose == "b4" and bool(step.case_reference)
    if corrects or court:
        text = "A permitted use of motor-vehicle records."
        yield answer(rule, step.dppa_purpose, text, verdict=Verdict.ALLOW, tasks=("log_permissible_purpose",))
        return
    yield answer(
        rule,
        "no_permissible_purpose",
        "Permitted only to verify what the individual gave us, or for a named case or judgment.",
        next_time=on_event("permissible_purpose_recorded"),
    )
