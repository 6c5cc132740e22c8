"""One planned contact with everything that is derived from it once: zones, dates, debts, places."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from workbench.compliance.facts import Facts
from workbench.compliance.facts_contact import Endpoint, Event
from workbench.compliance.facts_debt import Debt
from workbench.compliance.facts_people import Consent, Preference
from workbench.compliance.localtime import local_dates, start_of
from workbench.compliance.locating import Candidates, Places, candidate_zones, evidence_for
from workbench.compliance.pack import RulePack
from workbench.compliance.planned import Planned
from workbench.compliance.words import CONSUMER_SET, Direction
from workbench.compliance.zones import ZoneTable, area_code, load_zones


@dataclass(frozen=True, slots=True)
class Context:
    """The planned contact, the facts, the pack, and what follows from them."""

    planned: Planned
    facts: Facts
    pack: RulePack
    candidates: Candidates
    places: Places
    dates: frozenset[date]

    @property
    def zones(self) -> frozenset[str]:
        """Zones in which the contact has to be lawful."""
        return self.candidates.zones

    @property
    def earliest(self) -> date:
        """The earlier of the planned dates: the stricter one for what ends with time."""
        return min(self.dates)

    @property
    def latest(self) -> date:
        """The later of the planned dates: the stricter one for what begins with time."""
        return max(self.dates)

    def start_of(self, on: date) -> datetime:
        """When it has become ``on`` wherever the person may be."""
        return start_of(on, self.zones)

    def day_of(self, at: datetime) -> date:
        """The latest date of a past instant over the zones: the stricter start of a period."""
        return max(local_dates(at, self.zones))

    @property
    def debts(self) -> tuple[Debt, ...]:
        """Facts of the planned debts (those that are described)."""
        wanted = set(self.planned.debt_ids)
        return tuple(d for d in self.facts.debts or () if d.debt_id in wanted)

    @property
    def endpoint(self) -> Endpoint | None:
        """Facts of the planned number or address, when described."""
        for point in self.facts.endpoints or ():
            if point.endpoint_id == self.planned.endpoint_id:
                return point
        return None

    def past_events(self) -> Iterator[Event]:
        """Events up to the planned instant."""
        return (e for e in self.facts.events or () if e.at <= self.planned.at)

    def outbound(self) -> Iterator[Event]:
        """Our own past contacts and attempts."""
        return (e for e in self.past_events() if e.direction is Direction.OUTBOUND)

    def preferences(self, kind: str) -> Iterator[Preference]:
        """Wishes of ``kind`` in force at the planned instant, of the person to be reached or the consumer."""
        at = self.planned.at
        for wish in self.facts.preferences or ():
            household = not wish.party_id and self.planned.party in CONSUMER_SET
            theirs = household or wish.party_id == self.planned.party_id
            in_force = wish.received_at <= at and (wish.revoked_at is None or wish.revoked_at > at)
            if wish.kind == kind and theirs and in_force:
                yield wish

    def consents(self, kind: str) -> Iterator[Consent]:
        """Consents of ``kind`` that hold at the planned instant for its debts and endpoint."""
        for consent in self.facts.consents or ():
            if consent.kind == kind and self._holds(consent):
                yield consent

    def _holds(self, consent: Consent) -> bool:
        at = self.planned.at
        return (
            consent.received_at <= at
            and (consent.revoked_at is None or consent.revoked_at > at)
            and (consent.until is None or self.latest <= consent.until)
            and consent.party_id in {"", self.planned.party_id}
            and (not consent.debt_ids or set(self.planned.debt_ids) <= set(consent.debt_ids))
            and consent.endpoint_id in {"", self.planned.endpoint_id}
            and not consent.given_during_violation
        )


def make_context(planned: Planned, facts: Facts, pack: RulePack) -> Context:
    """Derive zones, dates and places for one planned contact."""
    table = load_zones()
    candidates = candidate_zones(planned, facts, table, pack.unknown_zones)
    return Context(
        planned=planned,
        facts=facts,
        pack=pack,
        candidates=candidates,
        places=candidate_places(planned, facts, table),
        dates=local_dates(planned.at, candidates.zones),
    )


def candidate_places(planned: Planned, facts: Facts, table: ZoneTable) -> Places:
    """States by residence, ZIPs, the area code to be dialled and the client; residence known or not."""
    consumer = facts.consumer
    states = {consumer.residence_state} | set(facts.client_states)
    zips = {consumer.residence_zip}
    codes = set()
    for item in evidence_for(planned, facts):
        if item.kind in {"zip", "residence", "stated_current"} and item.value:
            zips.add(item.value)
    for point in facts.endpoints or ():
        if point.endpoint_id == planned.endpoint_id and point.kind == "phone":
            codes.add(area_code(point.value))
            region = table.of_phone(point.value)
            states |= region.states if region is not None else set()
    for code in zips:
        region = table.of_zip(code)
        states |= region.states if region is not None else set()
    return Places(
        states=frozenset(states - {""}),
        zips=frozenset(zips - {""}),
        area_codes=frozenset(codes - {""}),
        residence_known=bool(consumer.residence_state or zips - {""}),
    )
