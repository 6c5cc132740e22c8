"""What an estimate of weights would change, as text to read before anything is applied."""

from collections.abc import Iterator

from workbench.matching.estimate import LEAST, PRIOR_BITS, Calibration, LevelChange, Proposal
from workbench.services.explaining import percent, signed
from workbench.services.weights import Estimate, InUse

SHOWN = 0.1
"""Bits from which a level's move is listed."""


def report(found: Estimate) -> str:
    """The whole report: verdict, decisions, calibration, levels, leads that change band."""
    return "\n".join(_lines(found))


def verdict(proposal: Proposal) -> str:
    """Whether the trial foretold the held-out decisions better, in one sentence."""
    losses = f"{proposal.loss_before:.3f} → {proposal.loss_after:.3f} bits of surprise a decision"
    if proposal.better:
        return f"On {proposal.held_out:,} held-out decisions the new weights foretell better: {losses}."
    return (
        f"On {proposal.held_out:,} held-out decisions the new weights foretell no better: {losses}."
        " There is no reason to apply them."
    )


def _lines(found: Estimate) -> Iterator[str]:
    proposal = found.proposal
    base, version = proposal.base.version, proposal.weights.version
    yield f"Weights version {version}, proposed from version {base} and {proposal.decisions:,} decisions."
    yield verdict(proposal)
    labels = found.labels
    yield (
        f"Decisions: {labels.get('same', 0):,} accepted as the debtor, {labels.get('other', 0):,} not the"
        f" debtor, {labels.get('relative', 0):,} accepted as a relative."
    )
    yield from (f"  set aside: {count:,} {why}" for why, count in sorted(found.aside.items()))
    yield (
        f"Each level is held at its present bits with a standard deviation of {PRIOR_BITS} bits; one decision"
        f" moves a level by 0.17 bits at most. Fewer than {LEAST} decisions propose nothing."
    )
    yield "Leads are chosen by their likeness, so u (how common a level is) is not learned from them."
    yield "The levels of a field share one sum of m: those nobody decided about move with the others."
    yield ""
    yield "Calibration on held-out decisions (P same person: leads, expected, accepted)"
    for title, rows in (("before", proposal.before), ("after", proposal.after)):
        yield from (f"  {title:<7}{_calibrated(row)}" for row in rows)
    yield ""
    yield from _levels(proposal)
    yield ""
    yield from _moved(found)


def _calibrated(row: Calibration) -> str:
    where = f"{row.low * 100:3.0f} to {row.high * 100:3.0f} %"
    if not row.leads:
        return f"{where}: none"
    return f"{where}: {row.leads:,}, {percent(row.expected)}, {percent(row.actual)}"


def moved(proposal: Proposal) -> list[LevelChange]:
    """Levels that move by SHOWN bits at least, the largest move first."""
    listed = [change for change in proposal.changes if _move(change) >= SHOWN]
    return sorted(listed, key=_move, reverse=True)


def _move(change: LevelChange) -> float:
    return max(abs(after - before) for before, after in (change.bits, change.relative_bits))


def _levels(proposal: Proposal) -> Iterator[str]:
    listed = moved(proposal)
    if not listed:
        yield f"No level moves by {SHOWN} bits or more."
        return
    yield f"Levels that move by {SHOWN} bits or more (m, r, u; bits same / relative; decisions)"
    for change in listed:
        b, a = change.before, change.after
        same, kin = change.bits, change.relative_bits
        yield (
            f"  {change.field}.{change.level}: m {b.m:g} → {a.m:g}, r {b.r:g} → {a.r:g}, u {a.u:g};"
            f" {signed2(same[0])} → {signed2(same[1])} / {signed2(kin[0])} → {signed2(kin[1])};"
            f" {change.same:,} same, {change.other:,} other, {change.relative:,} relative"
        )
    yield f"  {len(proposal.changes) - len(listed):,} other levels stay within {SHOWN} bits."


def signed2(bits: float) -> str:
    """A number of bits with two places: ``+5.62``."""
    return f"{signed(bits)[:1] if signed(bits) != '0.0' else ''}{abs(bits):.2f}"


def _moved(found: Estimate) -> Iterator[str]:
    if not found.pending:
        yield "No lead is pending."
        return
    total = sum(found.moves.values())
    yield f"{total:,} of {found.looked_at:,} pending leads looked at (of {found.pending:,}) would change band"
    for (before, after), count in sorted(found.moves.items()):
        yield f"  {before.value} → {after.value}: {count:,}"
    yield "Pending leads keep their score and version until they are matched again."


def in_use_lines(found: InUse) -> Iterator[str]:
    """What a vault uses, in lines."""
    own = " (came with the program)" if found.is_own else f" (the program's own is {found.own_version})"
    yield f"Weights version {found.version}{own}."
    if found.applied:
        yield f"Versions applied to this vault so far: {', '.join(found.applied)}."
    counts = ", ".join(f"{count:,} {status}" for status, count in sorted(found.by_status.items()))
    yield f"{found.decisions:,} decisions on leads{': ' + counts if counts else ''}."
