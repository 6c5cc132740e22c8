"""Which known layout a file has, how surely, and the mapping that follows."""

import re
from dataclasses import dataclass, replace

import msgspec

from workbench.records.generic_mapping import generic_mapping
from workbench.records.headers import canonical, mapping_fingerprint
from workbench.records.library import ProfileLibrary, default_library
from workbench.records.mapping import Mapping
from workbench.records.profile import Profile
from workbench.records.shape import FileShape

AUTOMATIC = 0.9
SUGGESTED = 0.6
GENERIC = "generic"
_OPTIONAL_WEIGHT = 0.2
_CONTRADICTION = 0.3
_VALUE_SHARE = 0.8
_COUNT_SLACK = 2
_LENGTH_SLACK = 8
"""How many characters a fixed-width record may have grown by at its end."""
_RENAMED = 0.6
"""What a required column counts under another of its usual names."""
_MOST_RENAMED = 2
_OWN_NAMES = 3
"""How many names that only this layout has stand in for required ones that were left out of a file."""
_OTHER_DELIMITER = 0.02
_FEWEST_PROBES = 4


@dataclass(frozen=True, slots=True)
class ProfileMatch:
    """The best reading of a file.

    ``confidence`` 0 to 1: from AUTOMATIC on the profile needs no question.  Below that the mapping comes
    from synonyms and ``profile_id`` is "generic", unless a profile reaches SUGGESTED and either synonyms
    find no name or the law restricts its use: a changed header must not be a way round a refusal.
    ``reasons`` are in words, without values of the file.  ``others`` are further profiles from
    SUGGESTED on, best first: what to offer.
    """

    profile_id: str
    confidence: float
    mapping: Mapping
    reasons: tuple[str, ...]
    others: tuple[tuple[str, float], ...] = ()

    @property
    def automatic(self) -> bool:
        """Whether the file may be read so without asking."""
        return self.confidence >= AUTOMATIC

    def to_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "profile": self.profile_id,
            "confidence": round(self.confidence, 3),
            "automatic": self.automatic,
            "reasons": list(self.reasons),
            "others": [{"profile": name, "confidence": round(score, 3)} for name, score in self.others],
        }


@dataclass(frozen=True, slots=True)
class _Score:
    """``evidence`` counts what agreed, to choose between equal scores."""

    score: float = 0.0
    evidence: float = 0
    reasons: tuple[str, ...] = ()


_NONE = _Score()


def recognise(shape: FileShape, library: ProfileLibrary | None = None) -> ProfileMatch:
    """The profile that fits ``shape`` best, or a generic mapping; never raises for an unknown layout."""
    shelf = library or default_library()
    ranked = sorted(
        ((_score(profile, shape, shelf), profile) for profile in shelf.profiles),
        key=lambda item: (-item[0].score, -item[0].evidence, item[1].id),
    )
    close = [(score, profile) for score, profile in ranked if score.score >= SUGGESTED]
    generic = _generic(shape, shelf)
    if close and (close[0][0].score >= AUTOMATIC or close[0][1].restricted or not generic.mapping.people):
        best, profile = close.pop(0)
        others = tuple((p.id, s.score) for s, p in close)
        return ProfileMatch(profile.id, best.score, mapping_for(profile, shape, shelf), best.reasons, others)
    return replace(generic, others=tuple((p.id, s.score) for s, p in close))


def _generic(shape: FileShape, library: ProfileLibrary) -> ProfileMatch:
    mapping = generic_mapping(shape.columns, library.synonyms) if shape.header else Mapping()
    found = len(mapping.used_columns())
    reason = f"no known layout; {found} of {len(shape.columns)} columns by their usual names"
    return ProfileMatch(GENERIC, min(0.5, found / 10), mapping, (reason,))


def mapping_for(profile: Profile, shape: FileShape, library: ProfileLibrary | None = None) -> Mapping:
    """The mapping of ``profile`` in the columns of this file."""
    shelf = library or default_library()
    if profile.groups:
        made = generic_mapping(shape.columns, shelf.synonyms)
        return msgspec.structs.replace(made, profile_id=profile.id)
    columns = shape.columns
    if profile.template.fields:
        columns = tuple(f.name for f in profile.template.fields)
    elif not shape.header and profile.template.layout:
        columns = _laid_out(profile, shape)
    mapping = profile.resolve(columns, shelf.synonyms if shape.header else {})
    if shape.header:
        return msgspec.structs.replace(
            mapping, layout=(), fields=(), fingerprint=mapping_fingerprint(shape.columns)
        )
    return msgspec.structs.replace(mapping, layout=() if mapping.fields else columns)


def _laid_out(profile: Profile, shape: FileShape) -> tuple[str, ...]:
    """The layout's names for as many fields as the file has; further fields get numbers."""
    layout = profile.template.layout[: len(shape.columns)]
    return (*layout, *(f"column_{n}" for n in range(len(layout) + 1, len(shape.columns) + 1)))


def _score(profile: Profile, shape: FileShape, library: ProfileLibrary) -> _Score:
    rules = profile.recognise
    if shape.fixed_width:
        return _score_fixed(profile, shape) if rules.record_lengths or rules.least_length else _NONE
    if shape.header:
        return _score_header(profile, shape, library) if rules.required else _score_named(profile, shape)
    return _score_values(profile, shape) if rules.patterns else _NONE


def _score_header(profile: Profile, shape: FileShape, library: ProfileLibrary) -> _Score:
    rules = profile.recognise
    present = {canonical(c) for c in shape.columns}

    def found(names: tuple[str, ...]) -> int:
        return sum(1 for n in names if present.intersection(profile.spellings(n)))

    required = found(rules.required)
    optional = found(rules.optional)
    against = sum(1 for n in rules.contradictions if canonical(n) in present)
    missing = len(rules.required) - required
    renamed = 0
    if 0 < missing <= _MOST_RENAMED:
        renamed = len(profile.renamed(shape.columns, library.synonyms, rules.required))
    score = (required + _RENAMED * renamed) / len(rules.required)
    if rules.optional:
        score += _OPTIONAL_WEIGHT * (optional / len(rules.optional) - 0.5)
    score -= _CONTRADICTION * against
    reasons = [f"{required} of {len(rules.required)} required column names"]
    if rules.optional:
        reasons.append(f"{optional} of {len(rules.optional)} further ones")
    if renamed:
        reasons.append(f"{renamed} under another usual name")
    if against:
        reasons.append(f"{against} that the layout does not have")
    ceiling = 1.0 if not missing else 0.95 if renamed == missing else 0.85
    own = len(present & library.own_names[profile.id])
    if ceiling < AUTOMATIC and own >= _OWN_NAMES and 3 * missing <= len(rules.required) and not against:
        reasons.append(f"{own} names that no other layout has")
        return _Score(AUTOMATIC, required + optional, tuple(reasons))
    return _Score(max(0.0, min(ceiling, score)), required + optional, tuple(reasons))


def _score_named(profile: Profile, shape: FileShape) -> _Score:
    """A layout without a header to which somebody gave one: by the share of its own names that are there.

    Of all its names, not only of those read: a name, a town and an employer are in many files.
    """
    layout = profile.template.layout
    if not layout:
        return _NONE
    present = {canonical(c) for c in shape.columns}
    found = sum(1 for n in layout if present.intersection(profile.spellings(n)))
    return _Score(found / len(layout), found, (f"{found} of {len(layout)} names of the layout as a header",))


def _score_values(profile: Profile, shape: FileShape) -> _Score:
    rules = profile.recognise
    fields = len(shape.columns)
    distance = min((abs(fields - n) for n in rules.field_counts), default=99)
    if distance > _COUNT_SLACK:
        return _NONE
    agree = sum(_column_agrees(shape, int(at), pattern) for at, pattern in rules.patterns.items())
    share = agree / len(rules.patterns)
    reasons: tuple[str, ...] = (
        f"{fields} fields without a header",
        f"{agree:.1f} of {len(rules.patterns)} columns look right",
    )
    if shape.delimiter not in rules.delimiters:
        share -= _OTHER_DELIMITER
        reasons = (*reasons, "another delimiter than usual")
    return _Score(max(0.0, share - 0.03 * distance), agree, reasons)


def _column_agrees(shape: FileShape, position: int, pattern: str) -> float:
    """1 when nearly all filled values of the 1-based column match, 0.7 when none is filled, else 0."""
    values = [row[position - 1].strip() for row in shape.sample if position <= len(row)]
    filled = [v for v in values if v]
    if not filled:
        return 0.7
    rule = re.compile(pattern)
    return float(sum(1 for v in filled if rule.fullmatch(v)) >= _VALUE_SHARE * len(filled))


def _score_fixed(profile: Profile, shape: FileShape) -> _Score:
    """By length and probes; a record that grew a little, or of a layout without one length, by all probes."""
    rules = profile.recognise
    known = bool(set(shape.record_lengths) & set(rules.record_lengths))
    if not known and not _may_have_grown(profile, max(shape.record_lengths)):
        return _NONE
    if not rules.probes:
        return _Score(0.7, 0, ("record length",))
    agree = 0
    for probe in rules.probes:
        values = [line[probe.start - 1 : probe.start - 1 + probe.length] for line in shape.sample_lines]
        rule = re.compile(probe.pattern)
        agree += sum(1 for v in values if rule.fullmatch(v)) >= _VALUE_SHARE * len(values)
    if not known and agree < len(rules.probes):
        return _NONE
    score = 0.5 + 0.5 * agree / len(rules.probes)
    reasons: tuple[str, ...] = (
        f"records of {shape.record_lengths[0]} characters",
        f"{agree} of {len(rules.probes)} probed places look right",
    )
    if not known and not rules.least_length:
        score, reasons = score - 0.05, (*reasons, "longer than the layout at its end")
    return _Score(score, agree, reasons)


def _may_have_grown(profile: Profile, length: int) -> bool:
    """Whether records of ``length`` can be the layout with a field more at the end."""
    rules = profile.recognise
    if rules.least_length:
        return length >= rules.least_length
    longest = max(rules.record_lengths)
    return longest < length <= longest + _LENGTH_SLACK and len(rules.probes) >= _FEWEST_PROBES
