"""Where a person may be: candidate zones and candidate states, the union of all that is known.

12 CFR 1006.6(b)(1)(i), comment -2: when the place is not known, contact must be convenient in every place
the information points to.  A credible statement of where the person is, newer than anything that speaks
against it, is knowledge and stands alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.compliance.facts import Facts
from workbench.compliance.facts_people import LocationEvidence
from workbench.compliance.planned import Planned
from workbench.compliance.words import CONSUMER_SET, Party
from workbench.compliance.zones import NOWHERE, Region, ZoneTable

PHONE_KINDS = frozenset({"phone"})


@dataclass(frozen=True, slots=True)
class Candidates:
    """Zones a person may be in.  ``unknown``: nothing is known, ``zones`` is the pack's whole set.

    ``unlisted`` is set when some evidence is not in the table: the pack's set was added.
    """

    zones: frozenset[str]
    unknown: bool
    unlisted: bool
    by_statement: bool


def region_of(item: LocationEvidence, table: ZoneTable) -> Region | None:
    """Region of one item: its own zones, else the table's; None when the table does not know it."""
    if item.zones:
        return Region(frozenset(item.zones), frozenset())
    return table.of_phone(item.value) if item.kind in PHONE_KINDS else table.of_zip(item.value)


def evidence_for(planned: Planned, facts: Facts) -> tuple[LocationEvidence, ...]:
    """Active items about the person to be reached; of the consumer's household, the consumer's as well."""
    items = [i for i in facts.location_evidence or () if i.status == "active"]
    items = [i for i in items if i.observed_at is None or i.observed_at <= planned.at]
    own = [i for i in items if i.party_id == planned.party_id]
    if planned.party in CONSUMER_SET and (planned.party is Party.CONSUMER or not own):
        own += [i for i in items if not i.party_id]
        own += _from_consumer(facts)
    own += _from_endpoints(planned, facts)
    return tuple(own)


def _from_consumer(facts: Facts) -> list[LocationEvidence]:
    code = facts.consumer.residence_zip
    return [LocationEvidence(kind="residence", value=code)] if code else []


def _from_endpoints(planned: Planned, facts: Facts) -> list[LocationEvidence]:
    found = []
    for point in facts.endpoints or ():
        owner = point.party_id or ("" if planned.party is Party.CONSUMER else None)
        if point.status != "active" or not point.value or owner not in {planned.party_id, ""}:
            continue
        if point.kind == "phone":
            found.append(LocationEvidence(kind="phone", value=point.value))
    return found


def candidate_zones(
    planned: Planned, facts: Facts, table: ZoneTable, unknown_zones: frozenset[str]
) -> Candidates:
    """The zones in which ``planned`` has to be lawful."""
    items = evidence_for(planned, facts)
    stated = _prevailing_statement(items, table)
    if stated is not None:
        return Candidates(stated, unknown=False, unlisted=False, by_statement=True)
    regions = [region_of(item, table) for item in items]
    zones = frozenset[str]().union(*(r.zones for r in regions if r is not None))
    unlisted = any(r is None for r in regions)
    if not zones or unlisted:
        return Candidates(zones | unknown_zones, unknown=not zones, unlisted=unlisted, by_statement=False)
    return Candidates(zones, unknown=False, unlisted=False, by_statement=False)


def _prevailing_statement(items: Iterable[LocationEvidence], table: ZoneTable) -> frozenset[str] | None:
    items = tuple(items)
    stated = [i for i in items if i.kind == "stated_current" and i.credible and i.observed_at is not None]
    if not stated:
        return None
    latest = max(i.observed_at for i in stated if i.observed_at is not None)
    regions = [region_of(i, table) for i in stated if i.observed_at == latest]
    if any(r is None or not r.zones for r in regions):
        return None
    zones = frozenset[str]().union(*(r.zones for r in regions if r is not None))
    for item in items:
        region = region_of(item, table)
        newer = item.observed_at is not None and item.observed_at > latest
        if newer and region is not NOWHERE and (region is None or not region.zones <= zones):
            return None
    return zones


@dataclass(frozen=True, slots=True)
class Places:
    """Candidate states, ZIP codes and area codes: what state and local overlays are picked by."""

    states: frozenset[str]
    zips: frozenset[str]
    area_codes: frozenset[str]
    residence_known: bool
