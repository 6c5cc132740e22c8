"""Small worlds for matching tests: one or a few debtors, a few records, all invented."""

from datetime import date

import polars as pl

from workbench.matching import Matcher, MatchResult, MatchSettings, Tombstones, load_weights
from workbench.normalize.tables import DEBTOR_ADDRESS_SCHEMA, DEBTOR_SCHEMA, PERSON_SCHEMA, Debtors

BORN = date(1970, 3, 4)
HOME = "118 MAPLE ST"
ELSEWHERE = "77 HARBOR RD"


def home_columns(text, prefix="address", unit=None, zip_="27601", city="RALEIGH"):
    if text is None:
        return {}
    house, street = text.split(" ", 1)
    return {
        f"{prefix}_raw": f"{text}, {city}",
        f"{prefix}_house": house,
        f"{prefix}_street": street,
        f"{prefix}_unit": unit,
        f"{prefix}_city": city,
        f"{prefix}_state": "NC",
        f"{prefix}_zip": zip_,
    }


def named(name, extra):
    first, _, last = name.rpartition(" ")
    row = {"name_raw": name.title(), "first": first or None, "last": last} | extra
    born = row.get("birth_date")
    if born is not None:
        row["birth_year"] = born.year
    return row


def debtor(
    name="ROBERT QUILLFEATHER", home=HOME, *, prior=None, unit=None, zip_="27601", city="RALEIGH", **extra
):
    """A debtor; ``home`` and ``prior`` are addresses, ``extra`` overrides columns."""
    row = named(name, {"debtor_id": "d1", "account_id": "a1"} | extra)
    homes = [home_columns(home, unit=unit, zip_=zip_, city=city) | {"current": True}] if home else []
    homes += [home_columns(prior) | {"current": False}] if prior else []
    return row, homes


def record(
    name="ROBERT QUILLFEATHER",
    home=ELSEWHERE,
    *,
    mailing=None,
    unit=None,
    zip_="27601",
    city="RALEIGH",
    **extra,
):
    """A record of a voter-like file."""
    row = {"role": "subject"} | home_columns(home, unit=unit, zip_=zip_, city=city)
    row |= home_columns(mailing, prefix="mailing") if mailing else {}
    return named(name, row | extra)


def frame(rows, schema):
    return pl.DataFrame([{c: row.get(c) for c in schema} for row in rows], schema=schema)


def debtors_of(*people):
    homes = [h | {"debtor_id": row["debtor_id"]} for row, homes in people for h in homes]
    return Debtors(frame([row for row, _ in people], DEBTOR_SCHEMA), frame(homes, DEBTOR_ADDRESS_SCHEMA))


def records_of(*rows):
    numbered = [{"row_number": n, "record_id": f"r{n}"} | row for n, row in enumerate(rows, start=1)]
    return frame(numbered, PERSON_SCHEMA)


def run(people, rows, *, settings=None, tombstones=None, chunks=1, weights=None) -> MatchResult:
    """Match; ``people`` is one debtor or a list, ``rows`` a list of records or their frame."""
    people = people if isinstance(people, list) else [people]
    table = rows if isinstance(rows, pl.DataFrame) else records_of(*rows)
    matcher = Matcher(
        debtors_of(*people),
        weights or load_weights(None),
        settings or MatchSettings(),
        tombstones or Tombstones(),
    )
    size = max(1, -(-table.height // chunks))
    for start in range(0, table.height, size):
        matcher.add(table.slice(start, size))
    return matcher.finish()


def one(person, row, **extra):
    """The explanation of the only pair, shown however weak it is."""
    settings = MatchSettings(least_same=0.0, least_relative=0.0)
    result = run(person, [row], settings=settings, **extra)
    assert result.leads.height == 1, result.leads
    return result.explanation(0)


def levels_between(pairs, field):
    """The level in words of ``field`` for each (debtor, record) of ``pairs``, None where not comparable.

    All are matched in one run; SSN digits of its own hold each pair together whatever else differs.
    """
    people, rows = [], []
    for n, (ours, theirs) in enumerate(pairs):
        own = {} if ours[0].get("ssn4") else {"ssn4": str(3000 + 11 * n)}
        people.append((ours[0] | own | {"debtor_id": f"d{n:03}"}, ours[1]))
        rows.append(theirs | own | {"record_id": f"d{n:03}"})
    settings = MatchSettings(
        least_same=0.0, least_relative=0.0, leads_per_debtor=999, relatives_per_debtor=999
    )
    result = run(people, rows, settings=settings)
    found = dict.fromkeys(row["record_id"] for row in rows)
    for i, (ours, theirs) in enumerate(result.leads.select("debtor_id", "record_id").iter_rows()):
        if ours == theirs:
            evidence = field_of(result.explanation(i), field)
            found[theirs] = evidence.level if evidence else "not comparable"
    assert None not in found.values()
    return [None if level == "not comparable" else level for level in found.values()]


def field_of(explanation, name):
    """The evidence of a field, None where it could not be compared."""
    return next((f for f in explanation.fields if f.field == name), None)
