"""Errors of the contact gate; none repeats a value of the input."""

from workbench.base.errors import UserError


class FactsError(UserError):
    """The facts file is not JSON, has an unknown field or a wrong type, or misses something required."""

    code = "gate_facts"


class RulePackError(UserError):
    """A rule pack cannot be used: not TOML, unknown kind, repeated id, dates out of order, loosened law."""

    code = "rule_pack"


class ZoneTableError(UserError):
    """The ZIP and area-code table is missing or damaged."""

    code = "zone_table"
