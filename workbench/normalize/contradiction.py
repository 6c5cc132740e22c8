"""What tells two records apart for certain: facts that cannot both be true of one person."""

from collections.abc import Callable, Iterator, Sequence

from workbench.model.corroboration import SSN, Contradiction
from workbench.model.lead import Lead
from workbench.normalize.identity import birth_parts, identity_of, middle_of, middles_agree
from workbench.normalize.text import fold_text


def contradictions(here: Sequence[Lead], there: Sequence[Lead]) -> tuple[Contradiction, ...]:
    """The facts that no record of ``here`` can share with any of ``there``; both are one person's records.

    A fact that either side does not state contradicts nothing.
    """
    found: list[Contradiction] = []
    for fact, stated, agree in _FACTS:
        ours, theirs = (list(dict.fromkeys(filter(None, map(stated, leads)))) for leads in (here, there))
        if ours and theirs and not any(agree(one, other) for one in ours for other in theirs):
            found.append(Contradiction(fact, ours[0], theirs[0]))
    return tuple(found)


def births_agree(one: str, other: str) -> bool:
    """Whether two births as displayed can both be true: the same day, or a year within its slack."""
    (day, year, slack), (other_day, other_year, other_slack) = birth_parts(one), birth_parts(other)
    if day and other_day:
        return day == other_day
    return year is None or other_year is None or abs(year - other_year) <= max(slack, other_slack)


def _birth(lead: Lead) -> str:
    return lead.person.birth


def _middle(lead: Lead) -> str:
    compared = next((f.record_value for f in lead.explanation.fields if f.field == "middle name"), "")
    return fold_text(compared) or middle_of(lead.person)


def _suffix(lead: Lead) -> str:
    return identity_of(lead.person).suffix


def _ssn(lead: Lead) -> str:
    digits = next((f.record_value for f in lead.explanation.fields if f.field == SSN), "")
    return digits[-4:] if digits[-4:].isdigit() else ""


def _equal(one: str, other: str) -> bool:
    return one == other


_FACTS: tuple[tuple[str, Callable[[Lead], str], Callable[[str, str], bool]], ...] = (
    ("birth", _birth, births_agree),
    (SSN, _ssn, _equal),
    ("middle name", _middle, middles_agree),
    ("suffix", _suffix, _equal),
)


def stated_facts(lead: Lead) -> Iterator[tuple[str, str]]:
    """Each of these facts as a record states it, "" for none."""
    return ((fact, stated(lead)) for fact, stated, _ in _FACTS)
