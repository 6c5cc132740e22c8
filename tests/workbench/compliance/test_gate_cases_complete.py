"""The table of cases is complete: every id of the specification is tested, and no other."""

import re
from pathlib import Path

FAMILIES = {
    "TIME": 20, "KNOWN": 4, "WORK": 3, "FREQ": 11, "COOL": 7, "PAT": 2, "ATTY": 4, "CEASE": 5, "MED": 4,
    "LOC": 8, "LCM": 3, "EMAIL": 4, "SMS": 3, "SOC": 1, "VAL": 8, "DISP": 8, "SOL": 7, "FURN": 6, "TRF": 2,
    "BK": 3, "DEC": 1, "MIN": 1, "SCRA": 1, "IDT": 1, "LEP": 1, "ECOA": 1, "FCRA": 1, "DPPA": 1, "PAY": 1,
    "TCPA": 1, "RET": 4, "POL": 1, "ST": 10,
}  # fmt: skip
"""How many cases the specification has of each family (docs/architecture.md, "Contact gate")."""


def test_every_case_is_tested():
    wanted = {f"T-{name}-{n:02d}" for name, count in FAMILIES.items() for n in range(1, count + 1)}
    text = "".join(p.read_text(encoding="utf-8") for p in Path(__file__).parent.glob("test_gate_*.py"))
    tested = set(re.findall(r"T-[A-Z]+-\d\d", text))
    tested |= {f"T-{a.upper()}-{b}" for a, b in re.findall(r"_t_([a-z]+)_(\d\d)\(", text)}
    assert len(wanted) == 138
    assert tested == wanted


def test_the_gate_knows_no_case():
    """No rule, pack or table names a test case."""
    root = Path(__file__).parents[3]
    files = [*root.glob("workbench/compliance/*.py"), *root.glob("resources/rulepacks/*.toml")]
    assert len(files) > 30
    assert not [p.name for p in files if re.search(r"T-[A-Z]+-\d\d", p.read_text(encoding="utf-8"))]
