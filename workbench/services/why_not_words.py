"""Why an account has no lead, in sentences for a person and lines for a file note."""

from collections.abc import Iterator

from workbench.matching.settings import MatchSettings
from workbench.model.explanation import Explanation, FieldEvidence
from workbench.services.display import phone_words
from workbench.services.explaining import percent, signed
from workbench.services.why_not import CommonKey, Hindrance, NearPerson, WhyNot

_KEYS = {
    "sound_initial": "surname (by sound) and first initial",
    "canonical_name": "first name and surname",
    "house_street": "house number and street",
    "last5_year": "beginning of the surname and birth year",
    "birth_date": "birth date",
    "phone": "phone",
    "ssn4_initial": "SSN last 4 and initial of the surname",
    "sorted_name": "both names, in either order",
    "zip_first3": "ZIP and beginning of the first name",
    "first_year": "first name and birth year",
    "email": "e-mail",
    "ssn4_zip": "SSN last 4 and ZIP",
    "ssn4_first": "SSN last 4 and first name",
}
_RELATIVE_BITS = -0.5
"""The relative's share is counted among what speaks against from here on."""


def headline(answer: WhyNot) -> str:
    """The answer in one or two sentences."""
    library = f"{answer.people:,} people in {_files(answer.files)}"
    if not answer.files:
        return "No public-record file has been imported, so there is nothing to find anybody in."
    if not answer.searched:
        return "This account names no debtor who could be searched for."
    if answer.pending:
        waiting = "1 lead waits" if answer.pending == 1 else f"{answer.pending:,} leads wait"
        return f"{waiting} for this account. The nearest others among {library}:"
    if not answer.near:
        return (
            f"None of the {library} shares a name, an address, a phone or an e-mail with"
            f" {' or '.join(answer.searched)}."
        )
    return f"{_first_reason(answer)} The nearest of {library}:"


def _files(count: int) -> str:
    return "1 record file" if count == 1 else f"{count:,} record files"


def _first_reason(answer: WhyNot) -> str:
    kinds = {person.hindrance for person in answer.near}
    if kinds & {Hindrance.DECIDED, Hindrance.REJECTED}:
        return "Somebody decided about the likeliest before; nobody else is near enough."
    if Hindrance.NOT_MATCHED_SINCE in kinds:
        return "The case or the weights changed since the library was matched: match it again."
    if Hindrance.CROWDED in kinds:
        return "What they share is too common in the file to search by."
    if kinds == {Hindrance.NO_KEY}:
        return "Nobody shares a key of the search."
    return "Nobody is near enough."


def reason(person: NearPerson, settings: MatchSettings) -> str:
    """What keeps this one from being a lead, in one sentence."""
    missed, score = _missed(person.lead.explanation, settings), _score(person.lead.explanation)
    shared = ", ".join(_KEYS[key] for key in person.keys)
    words = {
        Hindrance.DECIDED: _decided(person),
        Hindrance.REJECTED: _rejected(person),
        Hindrance.WEAK: missed,
        Hindrance.NO_KEY: f"Shares no key of the search, so a match never compares the two. {score}",
        Hindrance.CROWDED: f"Shares only what too many rows of this file share ({shared}):"
        f" a match passes that over. {score}",
        Hindrance.NOT_MATCHED_SINCE: "A match today would propose it: the case or the weights changed"
        f" since the last one. {score}",
        Hindrance.OUTRANKED: f"{missed} Likelier ones took the {settings.leads_per_debtor} places.",
    }
    return words[person.hindrance]


def _decided(person: NearPerson) -> str:
    judged = person.judged
    if judged is None:
        return ""
    when = f" on {judged.decided_at:%Y-%m-%d}" if judged.decided_at else ""
    because = f" ({judged.reason.replace('_', ' ')})" if judged.reason else ""
    return f"Already decided: {judged.status.value}{because}{when} by {judged.decided_by}."


def _rejected(person: NearPerson) -> str:
    stone = person.tombstone
    when = f" on {stone.decided_at:%Y-%m-%d}" if stone and stone.decided_at else ""
    return f"Rejected for the same debtor on another account{when}; a newer record brings it back."


def _score(why: Explanation) -> str:
    return f"Score: {percent(why.p_same)} the same person, {percent(why.p_relative)} a relative."


def _missed(why: Explanation, settings: MatchSettings) -> str:
    """The score against what a lead needs."""
    least, review, strong, kin = (
        f"{share * 100:.0f} %"
        for share in (settings.least_same, settings.review, settings.strong, settings.least_relative)
    )
    return (
        f"{percent(why.p_same)} likely the same person: a lead needs {least}, review {review},"
        f" strong {strong}. A relative: {percent(why.p_relative)}, needs {kin}."
    )


def against(why: Explanation) -> tuple[str, ...]:
    """What speaks against the same person, the strongest first."""
    fields = sorted((f for f in why.fields if f.bits < 0), key=lambda f: f.bits)
    lines = [_line(field) for field in fields]
    if why.relative_adjustment <= _RELATIVE_BITS:
        words = f"could be a relative ({signed(why.relative_adjustment)} bits)"
        place = sum(1 for f in fields if f.bits <= why.relative_adjustment)
        lines.insert(place, words)
    return tuple(lines)


def in_favour(why: Explanation) -> tuple[str, ...]:
    """What speaks for the same person, the strongest first."""
    return tuple(_line(f) for f in sorted((f for f in why.fields if f.bits > 0), key=lambda f: -f.bits))


def _line(field: FieldEvidence) -> str:
    ours, theirs = _value(field, field.debtor_value), _value(field, field.record_value)
    values = ours if ours == theirs else f"{ours} / {theirs}"
    return f"{field.level}: {values} ({signed(field.bits)} bits)"


def _value(field: FieldEvidence, value: str) -> str:
    return phone_words(value) if field.field == "phone" and value else value or "—"


def counter(why: Explanation) -> str:
    """One sentence: what speaks against, else that too little speaks for."""
    lines = against(why)
    if lines:
        return f"Against: {'; '.join(lines)}."
    start = signed(why.start_bits)
    return f"Nothing speaks against, but too little speaks for: any two people start at {start} bits."


def where(person: NearPerson) -> str:
    """File and row of the record."""
    return f"{person.file_name}, row {person.lead.person.row_number:,}"


def short_counter(why: Explanation) -> str:
    """What speaks against in a few words, the strongest first, for a cell of a table."""
    fields = sorted((f for f in why.fields if f.bits < 0), key=lambda f: f.bits)
    return ", ".join(f.level for f in fields) or "nothing, but too little speaks for"


def short_where(person: NearPerson) -> str:
    """Row and file, for a cell of a table: the row is never what is cut off."""
    return f"{person.lead.person.row_number:,}, {person.file_name}"


def common_words(key: CommonKey) -> str:
    """A key that a match passes over, in one sentence."""
    debtors = f" × {key.debtors:,} debtors" if key.debtors > 1 else ""
    return (
        f"Too common to search by in {key.file_name}: {_KEYS[key.kind]} {key.value}"
        f" ({key.rows:,} rows{debtors}). Another fact of the debtor finds what this passes over."
    )


def as_lines(answer: WhyNot) -> Iterator[str]:
    """The whole answer as plain text."""
    yield headline(answer)
    for number, person in enumerate(answer.near, 1):
        lead = person.lead
        facts = (lead.person.name, lead.person.birth, next(iter(lead.person.addresses), ""))
        yield ""
        yield f"{number}  {' · '.join(filter(None, facts))}   [{where(person)}]"
        yield f"   {reason(person, answer.settings)}"
        yield f"   {lead.explanation.sentence}"
        yield f"   {counter(lead.explanation)}"
        if favour := in_favour(lead.explanation):
            yield f"   For: {'; '.join(favour)}."
        yield from (f"   Limit: {limit}." for limit in lead.explanation.caps)
    if answer.common:
        yield ""
        yield from (common_words(key) for key in answer.common)
