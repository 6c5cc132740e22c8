"""How sure a case is of a contact point, and of where its person is: from evidence and judgment alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from workbench.model.activity import Activity
from workbench.model.case import CaseContent
from workbench.model.edition import EditionMark, edition_marks, point_key
from workbench.model.evidence import Evidence
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, Party, PartyRole
from workbench.model.standing import standing_activities, standing_evidence
from workbench.services.display import contact_words
from workbench.services.lead_joining import SOURCE_KIND as RECORD_SOURCE
from workbench.services.lead_joining import evidence_stands

POINT_STATUS = "contact_status"
"""Detail of the activity that gave a contact point its status: the status."""

BAD = frozenset(
    {
        ContactStatus.WRONG,
        ContactStatus.DISCONNECTED,
        ContactStatus.RETURNED,
        ContactStatus.VACANT,
        ContactStatus.DO_NOT_CALL,
        ContactStatus.CONSENT_REVOKED,
    }
)
"""Statuses that need a reason, and under which nobody is reached at a contact point."""

GONE = BAD | {ContactStatus.RETIRED}
_NO_PLACE = GONE - {ContactStatus.DO_NOT_CALL, ContactStatus.CONSENT_REVOKED}
_PLACES = (ContactKind.ADDRESS, ContactKind.EMPLOYER)


class Rung(IntEnum):
    """The verdict ladder: what is known of where a person can be found."""

    UNKNOWN = 0
    CANDIDATE = 1
    CORROBORATED = 2
    VERIFIED = 3
    CONFIRMED = 4


_UNCHECKED = frozenset({Rung.CANDIDATE, Rung.CORROBORATED})


@dataclass(frozen=True, slots=True)
class Known:
    """A contact point with all that speaks for it.

    ``origins`` are those whose data says so, each once however many resellers repeat it, but for those whose
    newer edition says so no longer (``missing``, the newest last); ``first_seen`` and ``last_seen`` are the
    earliest and latest day any statement is of.  ``judged`` is the activity that gave it its status; ``rung``
    is UNKNOWN once it is bad.  ``earlier`` is set on an address that nobody verified: the date of a newer
    record that has the person at another one.
    """

    point: ContactPoint
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...]
    first_seen: date | None
    last_seen: date | None
    judged: Activity | None
    spoken: Activity | None
    rung: Rung
    missing: tuple[EditionMark, ...] = ()
    earlier: date | None = None

    @property
    def words(self) -> str:
        """Its value in one line."""
        return contact_words(self.point)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the debtor is, as far as is known: the rung of the best home or place of work.

    A newer record's place comes before an earlier one, unless somebody verified that.  ``located``: a
    verified place, or the right party was reached at a number.  ``best`` is what the rung stands on;
    ``reached`` a contact point at which the right party was spoken to.
    """

    rung: Rung
    located: bool
    best: Known | None
    reached: Known | None


def standing_statements(content: CaseContent) -> tuple[Evidence, ...]:
    """The statements that count: neither taken back nor brought by a lead that is accepted no longer."""
    return tuple(e for e in standing_evidence(content.evidence) if evidence_stands(content, e))


def day_of(evidence: Evidence) -> date:
    """The day a statement is of; that of its recording where the source gives none."""
    return evidence.as_of or evidence.recorded_at.astimezone().date()


def known_points(content: CaseContent) -> tuple[Known, ...]:
    """Every contact point of the case with what speaks for it, in the case's order."""
    said: dict[str, list[Evidence]] = {}
    for evidence in standing_statements(content):
        said.setdefault(evidence.subject_id, []).append(evidence)
    marks = _marks_by_row(content)
    judged: dict[str, Activity] = {}
    spoken: dict[str, Activity] = {}
    for activity in standing_activities(content.activities):
        if activity.contact_id and POINT_STATUS in activity.details:
            judged[activity.contact_id] = activity
        if activity.contact_id and activity.right_party:
            spoken[activity.contact_id] = activity
    found = (
        _known(p, said.get(p.contact_id, []), marks, judged.get(p.contact_id), spoken.get(p.contact_id))
        for p in content.contact_points
    )
    return _dated(tuple(found))


def _dated(known: tuple[Known, ...]) -> tuple[Known, ...]:
    """``known`` with the addresses that a newer record has replaced by another one."""
    newest: dict[str, list[tuple[date, str]]] = {}
    for k in known:
        if k.point.kind is ContactKind.ADDRESS and k.rung > Rung.UNKNOWN:
            newest.setdefault(k.point.party_id, []).extend(
                (e.as_of, k.point.contact_id)
                for e in k.evidence
                if e.as_of is not None and e.source_kind == RECORD_SOURCE
            )
    return tuple(_after(k, newest.get(k.point.party_id, ())) for k in known)


def _after(known: Known, newest: Iterable[tuple[date, str]]) -> Known:
    own = max((e.as_of for e in known.evidence if e.as_of is not None), default=None)
    if known.point.kind is not ContactKind.ADDRESS or own is None or known.rung not in _UNCHECKED:
        return known
    newer = [day for day, contact_id in newest if day > own and contact_id != known.point.contact_id]
    return replace(known, earlier=max(newer)) if newer else known


_Row = tuple[str, str, int | None]


def _marks_by_row(content: CaseContent) -> dict[_Row, EditionMark]:
    """What newer editions say of the rows of accepted leads, by (import, record, row)."""
    marks = edition_marks(content.activities)
    rows = {lead.lead_id: lead.person for lead in content.leads if lead.lead_id in marks}
    return {(p.import_id, p.record_id, p.row_number): marks[i] for i, p in rows.items()}


def _known(
    point: ContactPoint,
    evidence: list[Evidence],
    marks: Mapping[_Row, EditionMark],
    judged: Activity | None,
    spoken: Activity | None,
) -> Known:
    days = [day_of(e) for e in evidence]
    key = point_key(point.kind.value, point.normalized)
    lacking = [marks.get((e.import_id, e.record_id, e.row_number)) for e in evidence]
    missing = [mark if mark is not None and mark.lacks(key) else None for mark in lacking]
    stated = [e for e, mark in zip(evidence, missing, strict=True) if mark is None]
    origins = tuple(dict.fromkeys(e.origin or e.source_kind for e in stated))
    return Known(
        point,
        tuple(evidence),
        origins,
        min(days, default=None),
        max(days, default=None),
        judged,
        spoken,
        _rung(point, len(origins), spoken),
        tuple(sorted({mark for mark in missing if mark is not None}, key=lambda m: (m.day, m.edition))),
    )


def _rung(point: ContactPoint, origins: int, spoken: Activity | None) -> Rung:
    if point.status in _NO_PLACE:
        return Rung.UNKNOWN
    if spoken is not None:
        return Rung.CONFIRMED
    if point.status is ContactStatus.GOOD:
        return Rung.VERIFIED
    return Rung.CORROBORATED if origins > 1 else Rung.CANDIDATE


def debtor_of(content: CaseContent) -> Party | None:
    """The debtor whose case it is: the first that is not retired."""
    return next((p for p in content.parties if p.role is PartyRole.DEBTOR and not p.retired), None)


def verdict(content: CaseContent, known: Iterable[Known]) -> Verdict:
    """Where the debtor is, from the case's :func:`known_points`."""
    debtor = debtor_of(content)
    own = [k for k in known if debtor is not None and k.point.party_id == debtor.party_id]
    places = [k for k in own if k.point.kind in _PLACES and k.rung > Rung.UNKNOWN]
    best = max(places, key=_weight, default=None)
    reached = max((k for k in own if k.rung is Rung.CONFIRMED), key=_weight, default=None)
    rung = max([best.rung] if best else [], default=Rung.UNKNOWN)
    if reached is not None:
        rung = Rung.CONFIRMED
    return Verdict(rung, rung >= Rung.VERIFIED, best, reached)


def best_first(known: Iterable[Known]) -> list[Known]:
    """Usable contact points, the surest and latest first."""
    return sorted((k for k in known if k.point.status not in GONE), key=_weight, reverse=True)


def _weight(known: Known) -> tuple[bool, bool, int, int, date]:
    checked = known.rung >= Rung.VERIFIED
    return checked, known.earlier is None, known.rung, len(known.origins), known.last_seen or date.min
