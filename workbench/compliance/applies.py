"""Whether a row of the pack has anything to say about a planned contact."""

from typing import TypeVar

from workbench.compliance.context import Context
from workbench.compliance.pack import Params, Rule
from workbench.compliance.words import Channel, Place

P = TypeVar("P", bound=Params)


def params_of(rule: Rule, kind: type[P]) -> P:
    """The row's parameters as ``kind``; the loader has made sure of it."""
    if not isinstance(rule.params, kind):
        raise TypeError(f"{rule.rule_id}: parameters of another kind")
    return rule.params


def place_of(ctx: Context) -> Place:
    """Where the contact would reach the person: as planned, else as recorded of the number or address."""
    if ctx.planned.place is not Place.UNKNOWN or ctx.endpoint is None:
        return ctx.planned.place
    return ctx.endpoint.place


def applies(rule: Rule, ctx: Context) -> bool:
    """Whether ``rule`` is in force at the planned date and covers its channel, party, purpose and place."""
    return (
        rule.enabled
        and rule.status == "in_force"
        and _in_force(rule, ctx)
        and _covers_contact(rule, ctx)
        and _covers_debts(rule, ctx)
        and _covers_jurisdiction(rule, ctx)
    )


def _in_force(rule: Rule, ctx: Context) -> bool:
    begun = rule.effective_from is None or rule.effective_from <= ctx.latest
    return begun and (rule.effective_to is None or ctx.earliest <= rule.effective_to)


def _covers_contact(rule: Rule, ctx: Context) -> bool:
    planned = ctx.planned
    if planned.channel not in rule.channels and (rule.channels or planned.channel is Channel.ACTION):
        return False
    if rule.parties and planned.party not in rule.parties:
        return False
    if rule.purposes and planned.purpose not in rule.purposes:
        return False
    if planned.purpose in rule.except_purposes:
        return False
    return not rule.places or place_of(ctx) in rule.places


def _covers_debts(rule: Rule, ctx: Context) -> bool:
    if not rule.debt_kinds:
        return True
    described = {debt.debt_id for debt in ctx.debts}
    undescribed = not set(ctx.planned.debt_ids) <= described or not ctx.planned.debt_ids
    return undescribed or any(debt.kind in rule.debt_kinds for debt in ctx.debts)


def _covers_jurisdiction(rule: Rule, ctx: Context) -> bool:
    if not rule.jurisdiction:
        return True
    _, state, *local = rule.jurisdiction.split("-")
    if not local:
        return state in ctx.places.states
    by_zip = any(code.startswith(prefix) for code in ctx.places.zips for prefix in rule.zip_prefixes)
    by_number = bool(ctx.places.area_codes & rule.area_codes)
    return by_zip or by_number or (state in ctx.places.states and not ctx.places.zips)
