"""Several records of one person behind one lead: what they say together, counted once.

The score of a group is that of its strongest record, with every field at the best level that any record of
it firmly shows.  Nothing is added for repetition: there is no sound figure for how independent two files are
(most repeat one origin), so agreement of many files raises the number of sources shown and never the score.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp2, log2

from workbench.model.explanation import Band, Explanation, FieldEvidence
from workbench.model.lead import Lead

STRONG_FROM = 0.95
REVIEW_FROM = 0.50
"""Least P(same) of the bands, those of ``matching.settings.MatchSettings``."""

ONLY_NAME = "only the name agrees"
SAYS_DECEASED = "the record says deceased"
BIRTHS_DIFFER = "the records behind it state different birth dates"
"""Hard caps: the first two as in ``matching.decide.CAPS``; the third is a group's own."""

CONTRADICTED = "another strong lead contradicts it"
CONTRADICTS_ACCEPTED = "it contradicts the lead that was accepted"
"""Hard caps too: of two people that two files each name strongly, one at most is the debtor."""

_NAMES = frozenset({"surname", "first name", "middle name", "suffix"})
_CERTAIN = 1e-12


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact (``birth``, ``middle name``, ``suffix``, ``SSN last 4``) that two records cannot both state of
    one person.
    """

    fact: str
    here: str
    there: str

    @property
    def words(self) -> str:
        """As text, without the digits of an SSN."""
        return self.fact if self.fact == SSN else f"{self.fact} {self.here} against {self.there}"


SSN = "SSN last 4"


@dataclass(frozen=True, slots=True)
class Rival:
    """Another person of whom a file says as strongly that they are the party, and what tells the two apart.

    ``lead_id`` is the lead that stands for them; ``accepted``: somebody accepted it.
    """

    lead_id: str
    name: str
    by: tuple[Contradiction, ...]
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class LeadGroup:
    """The leads of one party that are one person, the strongest first.

    ``explanation`` is their joint reasoning; ``firm`` says of each lead whether its birth fact ties it to
    the first: what is not firm is shown and counted as a source, and never scores.  ``rivals`` are others as
    strong who contradict them: the group is held for review.
    """

    leads: tuple[Lead, ...]
    firm: tuple[bool, ...]
    explanation: Explanation
    rivals: tuple[Rival, ...] = ()

    @property
    def head(self) -> Lead:
        """The strongest lead, as it stands for the group: with the joint reasoning."""
        return replace(self.leads[0], explanation=self.explanation)


def strength(lead: Lead) -> tuple[float, float, str]:
    """Sorts leads of one person, the strongest first; the same each time."""
    why = lead.explanation
    return -why.p_same, -why.bits, lead.lead_id


def joint(leads: Sequence[Lead], firm: Sequence[bool], *, births_differ: bool) -> LeadGroup:
    """The group of ``leads`` (strongest first, at least one); ``firm`` is aligned with them.

    ``births_differ``: the records contradict each other about the birth, so a person must look.
    A copy of a record changes nothing: a field is taken from another record only for a better level.
    """
    why = leads[0].explanation
    others = [lead for lead, is_firm in zip(leads[1:], firm[1:], strict=True) if is_firm]
    fields = _best(why.fields, [lead.explanation.fields for lead in others])
    if fields != why.fields:
        why = _rescored(why, fields)
    caps = set(why.caps)
    if any(SAYS_DECEASED in lead.explanation.caps for lead in leads):
        caps.add(SAYS_DECEASED)
    if births_differ:
        caps.add(BIRTHS_DIFFER)
    if ONLY_NAME in caps and any(f.bits > 0 and f.field not in _NAMES for f in fields):
        caps.discard(ONLY_NAME)
    if caps != set(leads[0].explanation.caps) or why is not leads[0].explanation:
        ordered = (*(c for c in leads[0].explanation.caps if c in caps), *sorted(caps - set(why.caps)))
        why = replace(why, caps=ordered, band=_band(why, capped=bool(caps)))
    return LeadGroup(tuple(leads), tuple(firm), why)


def contradicted(group: LeadGroup, rivals: Sequence[Rival]) -> LeadGroup:
    """``group`` held for review because of ``rivals`` (at least one), with the words that say so."""
    cap = CONTRADICTS_ACCEPTED if any(rival.accepted for rival in rivals) else CONTRADICTED
    why = group.explanation
    told = "; ".join(dict.fromkeys(c.words for rival in rivals for c in rival.by))
    sentence = f"{why.sentence} {cap[:1].upper()}{cap[1:]}: {told}."
    why = replace(why, caps=(*why.caps, cap), band=_band(why, capped=True), sentence=sentence.strip())
    return replace(group, explanation=why, rivals=tuple(rivals))


def _kind(field: FieldEvidence) -> str:
    """The comparison: a birth date and a birth year are one."""
    return "birth" if field.field.startswith("birth") else field.field


def _best(
    own: tuple[FieldEvidence, ...], others: Sequence[tuple[FieldEvidence, ...]]
) -> tuple[FieldEvidence, ...]:
    best = {_kind(field): field for field in own}
    for fields in others:
        for field in fields:
            here = best.get(_kind(field))
            if field.bits > 0 if here is None else field.level != here.level and field.bits > here.bits:
                best[_kind(field)] = field
    return tuple(best.values())


def _rescored(why: Explanation, fields: tuple[FieldEvidence, ...]) -> Explanation:
    """``why`` over other fields: what the possibility of a relative costs follows, the competitors stay."""
    was = why.relative_start_bits + sum(f.relative_bits for f in why.fields)
    relative = why.relative_start_bits + sum(f.relative_bits for f in fields)
    adjustment = why.relative_adjustment + _log_one_and(was) - _log_one_and(relative)
    bits = why.start_bits + sum(f.bits for f in fields) + adjustment
    p_same = _posterior(why, bits)
    return replace(
        why,
        fields=fields,
        relative_adjustment=adjustment,
        bits=bits,
        p_same=p_same,
        p_relative=(1 - p_same) / (1 + exp2(-max(relative, -500.0))),
        sentence=f"{why.sentence} {_added(why.fields, fields)}".strip(),
    )


def _posterior(why: Explanation, bits: float) -> float:
    """P(same) at ``bits`` among the same competitors: their weight is what ``why`` leaves for them."""
    if not _CERTAIN < why.p_same < 1 - _CERTAIN:
        return why.p_same
    rivals = why.bits - log2(why.p_same / (1 - why.p_same))
    return 1 / (1 + exp2(max(-500.0, min(500.0, rivals - bits))))


def _log_one_and(bits: float) -> float:
    """log2(1 + 2**bits)."""
    return bits if bits > 500 else log2(1 + exp2(bits))


def _added(own: tuple[FieldEvidence, ...], fields: tuple[FieldEvidence, ...]) -> str:
    new = [field.level for field in fields if field not in own]
    return f"Another record of the same person adds: {', '.join(new)}."


def _band(why: Explanation, *, capped: bool) -> Band:
    if why.band is Band.RELATIVE:
        return Band.RELATIVE
    if why.p_same >= STRONG_FROM and not capped:
        return Band.STRONG
    return Band.REVIEW if why.p_same >= REVIEW_FROM or why.band is not Band.WEAK else Band.WEAK
