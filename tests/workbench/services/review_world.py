"""Cases and leads of invented people for the tests of a review, without matching."""

from datetime import UTC, date, datetime

from workbench.model.account import Account, Balance
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.explanation import Band, Explanation, FieldEvidence
from workbench.model.lead import Lead, RecordPerson
from workbench.model.party import ContactKind, ContactPoint, Party, PartyRole, PersonName, PostalAddress

THEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def an_id(number):
    return f"{number * 37 % 256:02x}{number:030x}"


def a_case(number=1, *, balance=100_000, first="Ada", last="Quillfeather", born=date(1984, 5, 6)):
    account, party = an_id(number), an_id(number + 10_000)
    address = PostalAddress("12 Maple St", "", "Larkton", "NC", "28999")
    points = (
        ContactPoint(
            an_id(number + 20_000),
            party,
            ContactKind.ADDRESS,
            address.one_line(),
            "12|MAPLE ST||28999",
            address,
        ),
        ContactPoint(an_id(number + 30_000), party, ContactKind.PHONE, "9195550142", "9195550142"),
    )
    return CaseContent(
        Account(account, f"{number:06d}", "Lantern Bank", Balance(balance)),
        parties=(
            Party(
                party, PartyRole.DEBTOR, PersonName(f"{first} Q {last}", first, "Q", last),
                birth_date=born, birth_year=born.year if born else None,
            ),
        ),
        contact_points=points,
        evidence=tuple(
            Evidence(an_id(number + 40_000 + i), p.contact_id, "client file", "Lantern Bank", "stated", THEN)
            for i, p in enumerate(points)
        ),
    )  # fmt: skip


def a_field(field, level, bits, ours="A", theirs="A"):
    return FieldEvidence(field, level, ours, theirs, bits, bits / 2, "")


FIELDS = (
    a_field("surname", "same surname", 9.5, "QUILLFEATHER", "QUILLFEATHER"),
    a_field("first name", "same first name", 6.5, "ADA", "ADA"),
    a_field("birth year", "same birth year", 5.5, "1984-05-06", "1984"),
    a_field("address", "different address", -1.5, "12 Maple St, Larkton NC 28999", "88 NEW HARBOR DR, LARKTON NC 28998"),
    a_field("phone", "same phone", 12.0, "9195550142", "9195550142"),
)  # fmt: skip


def a_lead(number=1, *, case=1, p=0.97, band=Band.STRONG, fields=FIELDS, caps=(), key="", name="QUILLFEATHER, ADA",
           birth="1984", addresses=("88 NEW HARBOR DR, LARKTON NC 28998",), phones=("9195550142",), emails=(),
           facts=None, import_id="i" * 32, debtor_key="ADA|QUILLFEATHER|1984", rank=1, relative=0.01):  # fmt: skip
    start, adjustment = -12.5, -0.25
    why = Explanation(
        start, fields, -9.0, adjustment, start + sum(f.bits for f in fields) + adjustment, p, relative, band,
        caps, 2, 2, "Same name.", "1",
    )  # fmt: skip
    person = RecordPerson(
        import_id, f"R{number}", number, "subject", name, birth=birth, addresses=addresses, phones=phones,
        emails=emails, facts=facts, as_of=date(2025, 12, 1), person_key=key or f"ADA|QUILLFEATHER{number}||1984|{number}|X",  # no two are one person
    )  # fmt: skip
    return Lead(
        an_id(number + 80_000), an_id(case), an_id(case + 10_000), person, why, rank,
        created_at=datetime(2099, 1, 1, tzinfo=UTC), debtor_key=debtor_key,
    )  # fmt: skip


def fill(vault, leads, *cases):
    """Cases and pending leads into a vault; the ids of the leads."""
    for case in cases or (a_case(),):
        vault.create_case(case)
    vault.catalog.add_pending(leads)
    return [lead.lead_id for lead in leads]
