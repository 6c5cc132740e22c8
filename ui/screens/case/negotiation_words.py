"""Offers and promises in words, each with the chip of where it stands."""

from collections.abc import Sequence
from datetime import date

from ui.messages.formats import money, relative_day
from ui.messages.translating import translate
from ui.messages.words import plural, role_words
from ui.style.tokens import ChipKind
from workbench.model.arrangement import Arrangement, ArrangementKind, ArrangementStatus
from workbench.model.party import Party
from workbench.services.negotiation import PromiseState


def offer_chip(offer: Arrangement, today: date) -> tuple[ChipKind, str]:
    """Where an offer stands; an open one that ran out is expired."""
    if offer.status is ArrangementStatus.OPEN:
        if offer.due_on is not None and offer.due_on < today:
            return ChipKind.WARN, translate("Negotiation", "Expired")
        return ChipKind.INFO, translate("Negotiation", "Open")
    chips = {
        ArrangementStatus.ACCEPTED: (ChipKind.OK, translate("Negotiation", "Accepted")),
        ArrangementStatus.DECLINED: (ChipKind.BAD, translate("Negotiation", "Declined")),
    }
    return chips.get(offer.status, (ChipKind.NEUTRAL, translate("Negotiation", "Withdrawn")))


def offer_title(offer: Arrangement) -> str:
    """What kind of offer it is."""
    if offer.kind is ArrangementKind.COUNTER_OFFER:
        return translate("Negotiation", "Counter-offer")
    return translate("Negotiation", "Offer")


def promise_chip(state: PromiseState) -> tuple[ChipKind, str]:
    """Where a promise stands: due, kept, partly kept or broken."""
    if state.status is ArrangementStatus.OPEN and state.late_days:
        return ChipKind.WARN, translate("Negotiation", "In grace")
    chips = {
        ArrangementStatus.OPEN: (ChipKind.PROMISE, translate("Negotiation", "Due")),
        ArrangementStatus.KEPT: (ChipKind.OK, translate("Negotiation", "Kept")),
        ArrangementStatus.PARTLY_KEPT: (ChipKind.WARN, translate("Negotiation", "Partly kept")),
        ArrangementStatus.BROKEN: (ChipKind.BAD, translate("Negotiation", "Broken")),
    }
    return chips[state.status]


def promise_when(state: PromiseState, today: date) -> str:
    """When it is due, as seen from today; for one that is over, nothing."""
    if state.status is not ArrangementStatus.OPEN:
        return ""
    if state.late_days:
        left = (state.last_day - today).days
        return plural(
            left,
            translate("Negotiation", "1 day of grace left"),
            translate("Negotiation", "{n} days of grace left"),
        )
    distance = (state.promise.due_on - today).days if state.promise.due_on else 0
    if distance > 1:
        return translate("Negotiation", "in {n} days").format(n=distance)
    return relative_day(state.promise.due_on, today)


def promise_paid(state: PromiseState) -> str:
    """What came for a promise: in time, and late."""
    currency = state.promise.currency
    paid = money(state.in_time, currency)
    if not state.late:
        return paid
    late = money(state.late, currency)
    return translate("Negotiation", "{paid} + {late} late").format(paid=paid, late=late)


def maker_words(offer: Arrangement, parties: Sequence[Party]) -> str:
    """Who made an offer."""
    if not offer.party_id:
        return translate("Negotiation", "By us")
    for party in parties:
        if party.party_id == offer.party_id:
            words = translate("Negotiation", "By {name} ({role})")
            return words.format(name=party.name.whole, role=role_words(party.role))
    return translate("Negotiation", "By the debtor's side")
