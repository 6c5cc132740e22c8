"""Reads rule packs from TOML, checks them, and gives each its fingerprint.

A pack is one file or a folder of files.  ``[pack]`` (once) names it; ``[[rule]]`` rows are federal,
``[[overlay]]`` rows state or local, ``[[policy]]`` rows the agency's or a client's, ``[[sol]]`` rows
limitation periods.  A folder that holds only policy and limitation files is laid over the bundled law.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from workbench.compliance.errors import RulePackError
from workbench.compliance.localtime import is_zone
from workbench.compliance.pack import Limitation, Rule, RulePack
from workbench.compliance.packcheck import check_pack, tighten
from workbench.compliance.packrows import limitation_row, rule_row

BUNDLED = Path(__file__).parents[2] / "resources" / "rulepacks"
_TABLES = {"pack", "rule", "overlay", "policy", "sol", "features"}


def load_pack(path: Path | None = None) -> RulePack:
    """The bundled pack, or the pack at ``path`` (a TOML file or a folder of them).

    A pack without ``[[rule]]`` rows is an agency's own: its policies are added to the bundled law.
    Raises RulePackError for anything that is not a sound pack.
    """
    documents = _documents(path or BUNDLED)
    if path is not None and not any(document.get("rule") for document in documents):
        own_policies = any(document.get("policy") for document in documents)
        bundled = [
            {key: value for key, value in document.items() if not (own_policies and key == "policy")}
            for document in _documents(BUNDLED)
        ]
        heads = [document.pop("pack") for document in documents if "pack" in document]
        documents = [*_with_head(bundled, heads), *documents]
    return _build(documents)


def _with_head(documents: list[dict[str, Any]], heads: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The law's documents with their ``[pack]`` renamed by the agency's (id, version, review only)."""
    for document in documents:
        if "pack" in document and heads:
            named = {
                k: v for k, v in heads[0].items() if k in {"id", "version", "reviewed_by", "reviewed_on"}
            }
            document["pack"] = {**document["pack"], **named}
    return documents


def _documents(path: Path) -> list[dict[str, Any]]:
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise RulePackError("There is no rule pack in this folder.", hint="A rule pack is a .toml file.")
    found = []
    for file in files:
        try:
            document = tomllib.loads(file.read_text(encoding="utf-8"))
        except OSError:
            raise RulePackError(
                "A rule pack file cannot be read.", hint="Check its name and rights."
            ) from None
        except ValueError as error:
            where = str(error).rpartition(" (at ")[2].rstrip(")")
            raise RulePackError(f"A rule pack is not sound TOML: {where}.") from None
        unknown = set(document) - _TABLES
        if unknown:
            raise RulePackError(f"A rule pack has a table it may not have; expected {sorted(_TABLES)}.")
        found.append(document)
    return found


def _build(documents: list[dict[str, Any]]) -> RulePack:
    heads = [document["pack"] for document in documents if "pack" in document]
    if len(heads) != 1:
        raise RulePackError("A rule pack has exactly one [pack] table.")
    head = dict(heads[0])
    rules = [rule_row(row, table) for table, row in _rows(documents, ("rule", "overlay", "policy"))]
    kept, parameters = _split(rules)
    limitations = [limitation_row(row) for _, row in _rows(documents, ("sol",))]
    features = [name for document in documents for name in document.get("features", {}).get("allowed", [])]
    pack = _head(head, tuple(kept), limitations, features, _fingerprint(documents))
    check_pack(pack, limitations)
    return tighten(pack, parameters)


def _rows(
    documents: Iterable[Mapping[str, Any]], tables: tuple[str, ...]
) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for document in documents:
        for table in tables:
            rows = document.get(table, [])
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise RulePackError(f"[[{table}]] has to be a list of tables.")
            found += [(table, row) for row in rows]
    return found


def _split(rules: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    return [r for r in rules if r.kind != "parameter"], [r for r in rules if r.kind == "parameter"]


def _head(
    head: dict[str, Any],
    rules: tuple[Rule, ...],
    limitations: list[Limitation],
    features: list[str],
    fingerprint: str,
) -> RulePack:
    zones = frozenset(head.get("unknown_zone_set", ()))
    boundary = head.get("boundary_mode", "strict")
    if not zones or not all(isinstance(name, str) and is_zone(name) for name in zones):
        raise RulePackError("unknown_zone_set of the rule pack has to be a list of IANA time zones.")
    if boundary not in {"strict", "regf"}:
        raise RulePackError('boundary_mode of the rule pack is "strict" or "regf".')
    if not head.get("id") or not head.get("version"):
        raise RulePackError("The [pack] table needs an id and a version.")
    reviewed = head.get("reviewed_on") or None
    return RulePack(
        pack_id=str(head["id"]),
        version=str(head["version"]),
        sha256=fingerprint,
        rules=rules,
        limitations={row.state: row for row in limitations},
        reviewed_by=str(head.get("reviewed_by", "")),
        reviewed_on=reviewed if isinstance(reviewed, date) else None,
        effective_from=head.get("effective_from") or None,
        tzdata_min=str(head.get("tzdata_min", "")),
        strict_boundary=boundary == "strict",
        exclude_observed_holidays=bool(head.get("exclude_observed_holidays", True)),
        unknown_zones=zones,
        model_features=frozenset(features),
    )


def _fingerprint(documents: list[dict[str, Any]]) -> str:
    """SHA-256 of the canonical JSON: keys sorted, no spaces, tables in file-name order."""
    plain = msgspec.to_builtins(documents, builtin_types=(), str_keys=True)
    return hashlib.sha256(msgspec.json.encode(plain, order="deterministic")).hexdigest()
