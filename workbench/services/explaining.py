"""Why two descriptions may be one person: the rows behind bars, table and sentence, and the one number.

Every percentage and every bar of a lead comes from :func:`waterfall`; nothing else computes one.
"""

from dataclasses import dataclass
from math import log2

from workbench.matching.settings import MatchSettings
from workbench.model.explanation import Band, Explanation
from workbench.model.lead import Lead

MINUS = "\N{MINUS SIGN}"
_CERTAIN = 1e-9
"""Nearer to 0 or 1 than this a probability says no more about the odds than the bits do."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the waterfall: from ``start`` to ``start + bits`` on the scale of log2 odds.

    ``words`` is the comparison's level; ``detail`` the frequency or another remark.  ``parts`` are the
    rows it expands into, which have a scale of their own.
    """

    key: str
    title: str
    words: str
    bits: float
    start: float
    detail: str = ""
    parts: tuple["Bar", ...] = ()

    @property
    def end(self) -> float:
        """Where the bar ends."""
        return self.start + self.bits


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The whole reasoning: the bars add up to ``total``, and ``percent`` is that total as a probability.

    ``threshold`` is the least total of the review band, in bits.  ``limits`` are hard caps in words.
    """

    bars: tuple[Bar, ...]
    total: float
    p_same: float
    percent: str
    band: Band
    threshold: float
    sentence: str
    limits: tuple[str, ...]
    weights_version: str

    @property
    def total_words(self) -> str:
        """``+5.8 bits · about 98.2 %``; beyond the last place ``+20.1 bits · > 99.9 %``."""
        about = "" if self.percent[0] in "<>" else "about "
        return f"{signed(self.total)} bits · {about}{self.percent}"


def percent(probability: float) -> str:
    """A probability for a person: one place above 95 and below 5 %, never 0 or 100 %."""
    if probability > 0.999:
        return "> 99.9 %"
    if probability < 0.001:
        return "< 0.1 %"
    fine = probability > 0.95 or probability < 0.05
    return f"{probability * 100:.1f} %" if fine else f"{probability * 100:.0f} %"


def signed(bits: float) -> str:
    """A number of bits with its sign, one place, a real minus sign: ``+5.6``, ``−1.9``."""
    text = f"{abs(bits):.1f}"
    if text == "0.0":
        return "0.0"
    return f"+{text}" if bits > 0 else f"{MINUS}{text}"


def waterfall(lead: Lead) -> Waterfall:
    """The rows of one lead: starting odds, a row per field, the relative, the other candidates."""
    why = lead.explanation
    bars: list[Bar] = []
    at = 0.0
    for key, title, words, bits, detail, parts in _rows(why):
        bars.append(Bar(key, title, words, bits, at, detail, parts))
        at += bits
    return Waterfall(
        bars=tuple(bars),
        total=at,
        p_same=why.p_same,
        percent=percent(why.p_same),
        band=why.band,
        threshold=_log_odds(MatchSettings().review),
        sentence=why.sentence,
        limits=why.caps,
        weights_version=why.weights_version,
    )


_Row = tuple[str, str, str, float, str, tuple[Bar, ...]]


def _rows(why: Explanation) -> list[_Row]:
    rows: list[_Row] = [("start", "Starting odds", "any two people in this file", why.start_bits, "", ())]
    rows += [(f.field, f.field.capitalize(), f.level, f.bits, f.frequency, ()) for f in why.fields]
    rows.append(
        ("relative", "Could be a relative", _relative_words(why), why.relative_adjustment, "", _relative(why))
    )
    shared = _shared(why)
    if abs(shared) >= 0.05:
        words = f"{why.candidates} candidates share it" if why.candidates > 1 else "the only candidate"
        detail = "the chance that the person is not in this file is counted too"
        rows.append(("candidates", "Other candidates", words, shared, detail, ()))
    elif shared:
        title, words, parts = "Could be a relative", _relative_words(why), _relative(why)
        rows[-1] = ("relative", title, words, why.relative_adjustment + shared, "", parts)
    return rows


def _shared(why: Explanation) -> float:
    """What sharing the probability among the candidates of one debtor adds or takes, in bits."""
    if why.p_same < _CERTAIN or why.p_same > 1 - _CERTAIN:
        return 0.0
    return _log_odds(why.p_same) - why.bits


def _log_odds(probability: float) -> float:
    return log2(probability / (1 - probability))


def _relative_words(why: Explanation) -> str:
    return f"chance {percent(why.p_relative)}"


def _relative(why: Explanation) -> tuple[Bar, ...]:
    """How well the same facts fit a relative or somebody of the household."""
    parts = [
        Bar("start", "Starting odds", "any relative of theirs in this file", why.relative_start_bits, 0.0)
    ]
    for field in why.fields:
        parts.append(
            Bar(field.field, field.field.capitalize(), field.level, field.relative_bits, parts[-1].end)
        )
    return tuple(parts)


def as_text(lead: Lead, source: str = "") -> str:
    """The reasoning as plain text for a file note: the sentence, every row, the total, where it is from."""
    found = waterfall(lead)
    lines = [f"{lead.person.name}: {found.percent}", found.sentence, ""]
    width = max(len(bar.title) for bar in found.bars)
    lines += [
        f"{bar.title:<{width}}  {signed(bar.bits):>6}  {bar.words}"
        + (f" ({bar.detail})" if bar.detail else "")
        for bar in found.bars
    ]
    lines.append(f"{'Total':<{width}}  {signed(found.total):>6}  about {found.percent}")
    lines += [f"Limit: {limit}." for limit in found.limits]
    where = f"row {lead.person.row_number:,}, record {lead.person.record_id}"
    lines.append(f"Source: {source + ', ' if source else ''}{where}.")
    lines.append(f"Weights version {found.weights_version}.")
    return "\n".join(lines)
