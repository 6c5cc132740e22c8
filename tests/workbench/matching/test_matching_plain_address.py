"""Lines that are one typing error apart but were taken apart differently."""

from matching_builders import BORN, debtor, levels_between, record

from workbench.model.party import PostalAddress
from workbench.normalize.addresses import parse_address

PAIRS = [
    ("PO BOX 12345", "PO BXO 12345", "address one typing error away"),
    ("118 MAPLE GROVE ST APT 4", "118 MAPLE GROVE ST ATP 4", "address one typing error away"),
    ("HIGHWAY CONTRACT 1 BOX 5", "HIGHWAY CONTRACY 1 BOX 5", "address one typing error away"),
    ("PO BOX 12345", "PO BXO 12346", "same ZIP, different street"),
    ("118 MAPLE GROVE ST", "118 BIRCH HOLLOW ST", "same ZIP, different street"),
]


def columns(line: str) -> dict[str, str | None]:
    """The address columns as normalising makes them."""
    parts = parse_address(PostalAddress(line, "", "Raleigh", "NC", "27601"))
    return {f"address_{name}": value for name, value in parts._asdict().items()}


def test_near_lines_stay_near() -> None:
    pairs = [
        ((debtor(birth_date=BORN)[0], [columns(ours) | {"current": True}]),
         record(home=None, birth_date=BORN) | columns(theirs))
        for ours, theirs, _ in PAIRS
    ]  # fmt: skip
    assert levels_between(pairs, "address") == [level for *_, level in PAIRS]
