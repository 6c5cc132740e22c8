"""Streets that need only the rule of suffixes: what they are read as is what all the rules read."""

from itertools import product

from workbench.normalize import reference
from workbench.normalize.address_rules import NO_ADDRESS, LineParts, rest_parts, unusual_rest
from workbench.normalize.street_rules import usual_street

RULED = (
    "MAPLE", "OAK", "NEW", "BOB", "POBA", "APDOX", "LOCKBOXA", "CALLERS", "APT", "APTS", "UNIT", "LOT",
    "STE", "FLOOR", "LEVEL", "CONDO", "TOWER", "REAR", "UPPER", "SIDE", "LOBBY", "FIRST", "TENTH", "TWENTY",
    "THIRTIETH", "GROUND", "TOP", "SAINT", "FORT", "MOUNT", "COUNTY", "CNTY", "CTH", "STATE", "RANCH",
    "FARM", "HIGHWAY", "ROUTE", "STAR", "RURAL", "POST", "OFFICE", "BOX", "NORTH", "OESTE", "SUR", "AVE",
    "AVENUE", "STREET", "PARK", "CALLE", "CARRETERA", "NUMBER", "SAME", "GENERAL", "HOMELESS",
    "CONFIDENTIAL", "REMOVED", "MOVED", "TRANSIENT", "CONTRACT", "ROAD", "MILE", "KM", "INTERSTATE",
)  # fmt: skip
"""Words that some rule of addresses knows, and a few that none does."""


def test_usual_streets_are_told() -> None:
    assert usual_street("MAPLE STREET") == "MAPLE ST"
    assert usual_street("N OAK HILL DRIVE") == "N OAK HILL DR"
    for other in ("MAPLE", "B ST", "FIRST AVE", "NORTH MAPLE ST", "MAPLE LOT CT", "COUNTY RD", "NEW MAPEL"):
        assert usual_street(other) == "", other


def test_all_the_rules_read_them_alike() -> None:
    """Every word before the suffixes short enough for a unit and a few more, and every two words."""
    suffixes = [s for s in reference.mapping("street_suffixes") if len(s) == 2] + ["STREET", "DRIVE", "PARK"]
    texts = [f"{word} {suffix}" for word, suffix in product(RULED, suffixes)]
    texts += [f"{one} {two} ST" for one, two in product(RULED, RULED)]
    texts += [f"{ahead} {word} COURT" for ahead, word in product("NBS", RULED)]
    usual = [text for text in texts if rest_parts.__wrapped__(text) == LineParts(None, usual_street(text))]
    assert len(usual) > len(texts) // 3
    for text in texts:
        wanted = LineParts() if NO_ADDRESS.match(text) else unusual_rest(text)
        assert rest_parts.__wrapped__(text) == wanted, text
