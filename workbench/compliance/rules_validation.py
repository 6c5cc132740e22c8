"""Rules about the validation notice, its period, disputes and requests for the original creditor."""

from collections.abc import Iterator
from datetime import timedelta

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.context import Context
from workbench.compliance.decision import RuleResult
from workbench.compliance.facts_debt import Debt, Dispute, Notice
from workbench.compliance.pack import Params, Rule
from workbench.compliance.rules_content import SPOKEN
from workbench.compliance.validation import (
    Period,
    in_time,
    initial_communication,
    notice_due,
    notice_in_force,
    validation_period,
)
from workbench.compliance.verdict import Verdict, at_time, on_event
from workbench.compliance.words import Element, Portion, Purpose


def period_of(ctx: Context, debt_id: str) -> Period | None:
    """The period running for a debt at the planned date; None while no notice has gone out."""
    notice = notice_in_force(ctx.facts.notices or (), debt_id, ctx.latest)
    if notice is None:
        return None
    return validation_period(notice, exclude_observed=ctx.pack.exclude_observed_holidays)


class NoticeParams(Params, frozen=True):
    """Days after the initial communication from which a missing notice is warned of."""

    warn_after_days: int = 3


def validation_notice(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """The notice goes out with, or within five days of, the initial communication."""
    if ctx.facts.notices is None:
        if rule.layer.is_law:
            yield missing(rule, "notices")
        return
    warn = timedelta(days=params_of(rule, NoticeParams).warn_after_days)
    for debt in ctx.debts:
        if notice_in_force(ctx.facts.notices, debt.debt_id, ctx.latest) is None:
            found = _notice_due(rule, ctx, debt, warn)
            yield from (r for r in found if rule.layer.is_law or r.verdict is rule.verdict)


def _notice_due(rule: Rule, ctx: Context, debt: Debt, warn: timedelta) -> Iterator[RuleResult]:
    facts = {"debt": debt.debt_id}
    first = initial_communication(debt, ctx.past_events())
    if first is None or first > ctx.planned.at:
        text = "The first communication about this debt: the validation notice goes with it or within 5 days."
        yield answer(
            rule,
            "initial_communication",
            text,
            verdict=Verdict.ALLOW,
            facts=facts,
            tasks=("send_validation_notice",),
        )
        return
    begun = ctx.day_of(first)
    due = notice_due(begun)
    facts["due"] = due.isoformat()
    if ctx.latest > due:
        yield answer(
            rule,
            "notice_late",
            f"The validation notice was due on {due}.",
            facts=facts,
            tasks=("send_validation_notice",),
            next_time=on_event("validation_notice_sent"),
        )
    elif ctx.latest >= begun + warn:
        text = f"The validation notice is due on {due}."
        yield answer(
            rule,
            "notice_due",
            text,
            verdict=Verdict.WARN,
            facts=facts,
            tasks=("send_validation_notice",),
        )


def overshadowing(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Nothing in the validation period may overshadow the right to dispute."""
    content, planned = ctx.planned.content, ctx.planned
    for debt_id in planned.debt_ids:
        running = period_of(ctx, debt_id)
        fresh = Notice(debt_id=debt_id, sent_on=ctx.latest)
        observed = ctx.pack.exclude_observed_holidays
        period = running or validation_period(fresh, exclude_observed=observed)
        if ctx.earliest > period.end:
            continue
        facts = {"debt": debt_id, "period_end": period.end.isoformat()}
        if content is None:
            yield missing(rule, "planned.content")
            return
        threats = content.elements & {Element.LEGAL_THREAT, Element.CREDIT_REPORTING_THREAT}
        deadline = content.pay_by is not None and content.pay_by < period.end
        if threats or deadline:
            yield answer(
                rule,
                "overshadows",
                f"A deadline or threat before the validation period ends on {period.end}.",
                facts=facts,
                next_time=on_event("validation_notice_sent")
                if running is None
                else at_time(ctx.start_of(period.end + timedelta(days=1))),
            )
        elif planned.channel in SPOKEN and running is not None:
            text = f"The validation period runs to {period.end}: say nothing that contradicts it."
            yield answer(rule, "validation_period", text, verdict=Verdict.WARN, facts=facts)


class DisputeParams(Params, frozen=True):
    """Days after the period in which a dispute of unknown postmark still counts as in time."""

    mail_grace_days: int


def open_disputes(ctx: Context) -> tuple[Dispute, ...]:
    """Disputes of the planned debts received by the planned instant and not withdrawn."""
    at, planned = ctx.planned.at, set(ctx.planned.debt_ids)
    return tuple(
        d
        for d in ctx.facts.disputes or ()
        if d.received_at <= at
        and (not planned or d.debt_id in planned)
        and (d.withdrawn_at is None or d.withdrawn_at > at)
    )


def is_timely(ctx: Context, dispute: Dispute, grace_days: int) -> bool:
    """Whether a dispute came in its validation period (or that is not known)."""
    received = min(ctx.day_of(dispute.received_at), ctx.latest)
    return in_time(dispute, received, period_of(ctx, dispute.debt_id), grace_days)


def _answered(ctx: Context, dispute: Dispute) -> bool:
    sent = dispute.verification_sent_at
    return sent is not None and sent <= ctx.planned.at


def repeats(ctx: Context, dispute: Dispute) -> bool:
    """Whether an answered earlier dispute had the same substance and this one brings nothing new."""
    return not dispute.new_material_information and any(
        d.dispute_id != dispute.dispute_id
        and d.debt_id == dispute.debt_id
        and d.substance == dispute.substance
        and bool(d.substance)
        and d.received_at < dispute.received_at
        and _answered(ctx, d)
        for d in ctx.facts.disputes or ()
    )


def dispute_hold(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A timely written dispute stops collection of the disputed part until verification is sent."""
    if ctx.facts.disputes is None:
        yield missing(rule, "disputes")
    grace = params_of(rule, DisputeParams).mail_grace_days
    for dispute in open_disputes(ctx):
        if dispute.written is False or not is_timely(ctx, dispute, grace):
            text = "Disputed orally or late: no hold by law, but the debt is reported as disputed."
            yield answer(
                rule,
                "disputed_no_hold",
                text,
                verdict=Verdict.ALLOW,
                facts={"dispute": dispute.dispute_id},
                tasks=("mark_disputed",),
            )
        elif not _answered(ctx, dispute):
            yield from _hold(rule, ctx, dispute)


def _hold(rule: Rule, ctx: Context, dispute: Dispute) -> Iterator[RuleResult]:
    facts = {"dispute": dispute.dispute_id}
    unknown = ("disputes.written",) if dispute.written is None else ()
    repeated = repeats(ctx, dispute)
    told = dispute.duplicate_notice_sent_at
    if repeated and told is not None and told <= ctx.planned.at:
        return
    if ctx.planned.purpose is Purpose.DISPUTE_RESPONSE:
        if repeated:
            text = "The same dispute again, with nothing new: a supervisor decides that it is duplicative."
            yield answer(rule, "duplicative", text, verdict=Verdict.ACK, facts=facts)
        return
    if dispute.portion_cents is not None and ctx.planned.portion is Portion.UNDISPUTED:
        text = "Part of the debt is disputed: speak of the rest only."
        yield answer(rule, "part_disputed", text, verdict=Verdict.WARN, facts=facts)
        return
    lifted = "duplicate_notice_sent" if repeated else "verification_sent"
    yield answer(
        rule,
        "dispute_hold",
        "Disputed in writing within the validation period: no collection until verification is sent.",
        facts=facts,
        missing=unknown,
        tasks=("mark_disputed",),
        next_time=on_event(lifted),
    )


def creditor_request(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A timely written request for the original creditor stops collection until it is answered."""
    grace, at = params_of(rule, DisputeParams).mail_grace_days, ctx.planned.at
    planned = set(ctx.planned.debt_ids)
    for request in ctx.facts.creditor_requests or ():
        mine = request.received_at <= at and (not planned or request.debt_id in planned)
        done = request.answered_at is not None and request.answered_at <= at
        if not mine or done or request.written is False:
            continue
        received = min(ctx.day_of(request.received_at), ctx.latest)
        if in_time(request, received, period_of(ctx, request.debt_id), grace):
            yield answer(
                rule,
                "creditor_request",
                "The consumer asked for the original creditor's name and address.",
                facts={"request": request.request_id},
                next_time=on_event("oc_info_sent"),
            )


def dispute_pause(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Late and oral disputes pause collection too, until somebody has looked at them."""
    for dispute in open_disputes(ctx):
        if not dispute.reviewed and not _answered(ctx, dispute):
            yield answer(
                rule,
                "dispute_pause",
                "A dispute that nobody has reviewed yet.",
                facts={"dispute": dispute.dispute_id},
                next_time=on_event("dispute_reviewed"),
            )


def payment_allocation(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """No payment is applied to a disputed debt."""
    for dispute in open_disputes(ctx):
        if ctx.planned.portion is not Portion.UNDISPUTED:
            yield answer(
                rule,
                "payment_to_disputed_debt",
                "A payment may not be applied to a disputed debt.",
                facts={"dispute": dispute.dispute_id, "debt": dispute.debt_id},
                next_time=on_event("dispute_withdrawn"),
            )
