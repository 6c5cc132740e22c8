"""Rules about channels and what a message or script contains."""

from collections.abc import Iterator

from workbench.compliance.answers import answer, missing
from workbench.compliance.applies import params_of
from workbench.compliance.calls import TELEPHONE, about, is_conversation
from workbench.compliance.context import Context
from workbench.compliance.decision import RuleResult
from workbench.compliance.limitation import time_barred
from workbench.compliance.pack import Params, Rule
from workbench.compliance.planned import Content
from workbench.compliance.validation import is_communication
from workbench.compliance.verdict import NEVER, Verdict, on_event
from workbench.compliance.words import Channel, Direction, Element, Purpose

LCM_REQUIRED = frozenset(
    {Element.BUSINESS_NAME, Element.REQUEST_REPLY, Element.PERSON_NAME, Element.PHONE_NUMBER}
)
LCM_ALLOWED = LCM_REQUIRED | {
    Element.SALUTATION,
    Element.DATE_TIME,
    Element.SUGGESTED_TIMES,
    Element.ANY_REPRESENTATIVE,
}
SPOKEN = TELEPHONE | {Channel.IN_PERSON}


def is_limited_content(content: Content | None) -> bool:
    """Whether a voicemail has all that 12 CFR 1006.2(j) requires and nothing it does not allow."""
    return content is not None and LCM_REQUIRED <= content.elements <= LCM_ALLOWED


def limited_content(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A voicemail is a limited-content message, or else a communication that others may hear."""
    content = ctx.planned.content
    if content is None:
        yield missing(rule, "planned.content")
    elif not is_limited_content(content):
        extra = content.elements - LCM_ALLOWED
        lacking = LCM_REQUIRED - content.elements
        yield answer(
            rule,
            "not_limited_content",
            "Not a limited-content message: it is a communication, and someone else may hear it.",
            facts={"remove": ", ".join(sorted(extra)), "add": ", ".join(sorted(lacking))},
        )


class RequiredParams(Params, frozen=True):
    """At least one element of every group in ``required``.

    ``when``: ``always`` | ``time_barred``.  In ``script_channels`` a gap is ACK (a checklist), not the
    rule's verdict.
    """

    required: tuple[frozenset[Element], ...]
    when: str = "always"
    script_channels: frozenset[Channel] = frozenset()
    what: str = ""


def required_elements(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Something the message has to contain."""
    params = params_of(rule, RequiredParams)
    if params.when == "time_barred" and not any(time_barred(d, ctx) for d in ctx.debts):
        return
    content = ctx.planned.content
    if ctx.planned.channel is Channel.VOICEMAIL and is_limited_content(content):
        return
    if content is None:
        yield missing(rule, "planned.content")
        return
    if all(group & content.elements for group in params.required):
        return
    script = ctx.planned.channel in params.script_channels
    lacking = [" or ".join(sorted(g)) for g in params.required if not g & content.elements]
    yield answer(
        rule,
        "missing_element",
        f"The message lacks {params.what or 'a required disclosure'}.",
        verdict=Verdict.ACK if script else None,
        facts={"add": "; ".join(lacking)},
        next_time=on_event("message_corrected"),
    )


class ForbiddenParams(Params, frozen=True):
    """Elements that may not occur."""

    forbidden: frozenset[Element]
    what: str = ""


def forbidden_elements(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Something no message may contain."""
    params = params_of(rule, ForbiddenParams)
    content = ctx.planned.content
    found = params.forbidden & content.elements if content is not None else frozenset()
    if found:
        yield answer(
            rule,
            "forbidden_element",
            f"The message contains {params.what or 'something forbidden'}.",
            facts={"remove": ", ".join(sorted(found))},
            next_time=on_event("message_corrected"),
        )


class ChannelParams(Params, frozen=True):
    """Words for the person."""

    message: str


def forbidden_channel(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """A channel that is not used at all in the rule's scope."""
    yield answer(
        rule,
        f"channel_{ctx.planned.channel}",
        params_of(rule, ChannelParams).message,
        next_time=NEVER,
    )


def disclosure(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """The disclosure of 12 CFR 1006.18(e): in full first, then "from a debt collector"; same language."""
    content, planned = ctx.planned.content, ctx.planned
    if planned.channel is Channel.VOICEMAIL and is_limited_content(content):
        return
    if content is None:
        yield missing(rule, "planned.content")
        return
    enough = {Element.INITIAL_DISCLOSURE}
    if _communicated_before(ctx):
        enough.add(Element.COLLECTOR_DISCLOSURE)
    language = content.disclosure_language or content.language
    if enough & content.elements and language == content.language:
        return
    lacking = "in the language of the rest" if enough & content.elements else "at all or in full"
    yield answer(
        rule,
        "missing_disclosure",
        f"The debt-collection disclosure is not given {lacking}.",
        verdict=Verdict.ACK if planned.channel in SPOKEN else None,
        facts={"add": ", ".join(sorted(enough)), "language": content.language},
        next_time=on_event("message_corrected"),
    )


def _communicated_before(ctx: Context) -> bool:
    """Whether the full disclosure has had its place: the first communication, and the first oral one."""
    past = [e for e in ctx.past_events() if about(e, ctx.planned.debt_ids)]
    if ctx.planned.channel in SPOKEN:
        return any(is_conversation(e) for e in past)
    notices = any(n.sent_on <= ctx.earliest for n in ctx.facts.notices or ())
    return notices or any(is_communication(e) for e in past)


def electronic_signature_act(rule: Rule, ctx: Context) -> Iterator[RuleResult]:
    """Electronic delivery of certain notices needs consent under E-SIGN."""
    if next(ctx.consents("esign"), None) is not None:
        return
    first = ctx.planned.purpose is Purpose.VALIDATION_NOTICE and not any(
        d.initial_communication_at is not None and d.initial_communication_at <= ctx.planned.at
        for d in ctx.debts
    )
    earlier = any(
        is_communication(e) and e.direction is Direction.OUTBOUND and about(e, ctx.planned.debt_ids)
        for e in ctx.past_events()
    )
    if not first or earlier:
        yield answer(
            rule,
            "no_esign_consent",
            "Electronic delivery needs the consumer's E-SIGN consent; send a letter.",
            next_time=on_event("esign_consent"),
        )
