"""One lead's reasoning as data: built from the very numbers that ranked it, so they always add up."""

from dataclasses import dataclass

import polars as pl

from workbench.matching.arrays import Index
from workbench.matching.compare import COLUMN, Compared
from workbench.matching.debtors import DebtorIndex
from workbench.matching.decide import CAPS, Decided
from workbench.matching.levels import FIELDS, level
from workbench.matching.score import FieldTable, Scored, entity
from workbench.matching.weights import Weights
from workbench.matching.wording import WORDS, one_in
from workbench.model.explanation import Band, Explanation, FieldEvidence
from workbench.model.lead import RecordPerson


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything behind the leads; pairs, scored, decided and namesakes are aligned with them."""

    index: DebtorIndex
    weights: Weights
    tables: dict[str, FieldTable]
    pairs: Compared
    rows: pl.DataFrame
    scored: Scored
    decided: Decided
    namesakes: Index


def explain(findings: Findings, i: int, sentence: str) -> Explanation:
    """The reasoning for lead ``i``."""
    scored, decided = findings.scored, findings.decided
    return Explanation(
        start_bits=scored.start,
        fields=tuple(_evidence(findings, i)),
        relative_start_bits=float(scored.relative_start[i]),
        relative_adjustment=float(scored.bits[i] - scored.start - scored.same[i].sum()),
        bits=float(scored.bits[i]),
        p_same=float(decided.p_same[i]),
        p_relative=float(decided.p_relative[i]),
        band=Band(decided.band[i]),
        caps=tuple(words for name, words in CAPS.items() if decided.caps[name][i]),
        namesakes=int(findings.namesakes[i]),
        candidates=int(decided.candidates[i]),
        sentence=sentence,
        weights_version=findings.weights.version,
    )


def _evidence(findings: Findings, i: int) -> list[FieldEvidence]:
    """One row per field that could be compared."""
    pairs = findings.pairs
    debtor = findings.index.people.frame.row(int(pairs.d[i]), named=True)
    record = findings.rows.row(int(pairs.r[i]), named=True)
    rows = []
    for field, column in COLUMN.items():
        number = int(pairs.levels[i, column])
        if not number:
            continue
        ours, theirs = _values(findings, i, field, debtor, record)
        table = findings.tables[field]
        at = int(entity(field, pairs)[i])
        by = findings.weights.levels[field][number].by
        rows.append(
            FieldEvidence(
                field=_title(field, number),
                level=_level_words(findings, i, field, number),
                debtor_value=ours,
                record_value=theirs,
                bits=float(findings.scored.same[i, column]),
                relative_bits=float(findings.scored.relative[i, column]),
                frequency=f"{ours}: {one_in(float(table.u[at, number]))}" if by else "",
            )
        )
    return rows


def _title(field: str, number: int) -> str:
    """The field's name in an explanation; a birth date and a birth year are two comparisons."""
    if field == "birth":
        return "birth date" if FIELDS[field][number].startswith("date") else "birth year"
    return {"last": "surname", "first": "first name", "middle": "middle name", "ssn4": "SSN last 4"}.get(
        field, "e-mail" if field == "email" else field
    )


def _level_words(findings: Findings, i: int, field: str, number: int) -> str:
    """The level in words; says when it is a prior address or the record's mailing address that agrees."""
    words = WORDS[field][number]
    if field != "address" or number > level("address", "street"):
        return words
    notes = []
    if not findings.index.current[findings.pairs.place[i]]:
        notes.append("prior address")
    if findings.pairs.side[i]:
        notes.append("record's mailing address")
    return f"{words} ({', '.join(notes)})" if notes else words


def _values(
    findings: Findings, i: int, field: str, debtor: dict[str, object], record: dict[str, object]
) -> tuple[str, str]:
    """Both sides' values of a field as text."""
    if field == "address":
        side = "mailing" if findings.pairs.side[i] else "address"
        return _address(findings.index.places.frame, int(findings.pairs.place[i])), _text(
            record[f"{side}_raw"]
        )
    if field in {"phone", "email"}:
        return _shared(debtor[f"{field}s"], record[f"{field}s"])
    if field == "birth":
        return _birth(debtor), _birth(record)
    if field == "last":
        return _surname(debtor), _surname(record)
    return _text(debtor[field]), _text(record[field])


def _address(places: pl.DataFrame, place: int) -> str:
    """A debtor's address as its source has it."""
    return _text(places["raw"][place])


def _text(value: object) -> str:
    """A value as text, "" where absent."""
    return "" if value is None else str(value)


def _surname(person: dict[str, object]) -> str:
    """The surname with the former one, if any."""
    former = person["former_last"]
    return f"{_text(person['last'])} (formerly {former})" if former else _text(person["last"])


def _shared(ours: object, theirs: object) -> tuple[str, str]:
    """The value both have, else the first of each."""
    left = list(ours) if isinstance(ours, list) else []
    right = list(theirs) if isinstance(theirs, list) else []
    both = [value for value in left if value in right]
    if both:
        return both[0], both[0]
    return _text(left[0] if left else None), _text(right[0] if right else None)


def _birth(person: dict[str, object]) -> str:
    """The birth date, else the year, marked when it was computed from an age."""
    if person["birth_date"] is not None:
        return _text(person["birth_date"])
    if person["birth_year"] is None:
        return ""
    return f"{person['birth_year']} ± 1" if person["birth_year_slack"] else _text(person["birth_year"])


def person(findings: Findings, i: int, key: str) -> RecordPerson:
    """The record behind lead ``i`` as display values."""
    row = findings.rows.row(int(findings.pairs.r[i]), named=True)
    parts = (row["first"], row["middle"], row["last"], row["suffix"])
    return RecordPerson(
        import_id="",
        record_id=_text(row["record_id"]),
        row_number=int(row["row_number"]),
        role=_text(row["role"]),
        name=row["name_raw"] or " ".join(part for part in parts if part),
        birth=_birth(row),
        addresses=tuple(dict.fromkeys(value for value in (row["address_raw"], row["mailing_raw"]) if value)),
        phones=tuple(row["phones"] or ()),
        emails=tuple(row["emails"] or ()),
        facts={"employer": row["employer"]} if row["employer"] else None,
        as_of=row["as_of"],
        person_key=key,
    )
