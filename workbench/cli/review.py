"""judge and decisions: deciding leads and taking decisions back."""

import argparse

from workbench.base.errors import UserError
from workbench.cli.asking import show_reasons
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.party import PartyRole
from workbench.services import edition_notes, leads, review_queue, reviewing
from workbench.services.explaining import percent
from workbench.services.gains import GainEffect
from workbench.services.review_queue import Candidate
from workbench.services.reviewing import Decided, Verdict
from workbench.services.vaults import Vault

_SIGNS = {GainEffect.NEW: "+", GainEffect.CONFIRMS: "=", GainEffect.CONTRADICTS: "≠"}
_STATUS = {
    "accept": LeadStatus.ACCEPTED,
    "reject": LeadStatus.REJECTED,
    "unsure": LeadStatus.UNSURE,
}


def judge(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Show one lead with what the case would gain, decide it, or take its decision back."""
    del progress
    if options.decision == "show":
        with opened(options, read_only=True) as vault:
            found = review_queue.candidate(vault, options.lead_id)
        terminal.result(found)
        _show(found, terminal)
        return
    with opened(options) as vault:
        if options.decision == "undo":
            written = reviewing.return_to_pending(vault, options.lead_id)
            terminal.result(written)
            terminal.say(f"{written.words}.")
            return
        decided = reviewing.decide(vault, options.lead_id, _verdict(vault, options))
    terminal.result(decided)
    terminal.say(_words(decided))


def _verdict(vault: Vault, options: argparse.Namespace) -> Verdict:
    status = _STATUS[options.decision]
    without: frozenset[str] = frozenset()
    if status is LeadStatus.ACCEPTED:
        without = _left_out(vault, options)
    return Verdict(
        status,
        reason=RejectReason(options.reason) if status is LeadStatus.REJECTED else None,
        role=PartyRole(options.role) if options.role else None,
        without=without,
        confirmed=options.second_person,
        reject_rivals=options.reject_others,
    )


def _left_out(vault: Vault, options: argparse.Namespace) -> frozenset[str]:
    """Ids of the gains left out: those named by number, and what contradicts the case."""
    found = review_queue.candidate(vault, options.lead_id)
    gains = found.associate_gains if options.role else found.gains
    if any(number > len(gains) for number in options.without):
        raise UserError(f"The lead brings {len(gains)} things.", hint="`judge LEAD show` numbers them.")
    named = {gains[number - 1].gain_id for number in options.without}
    return frozenset(named | {gain.gain_id for gain in gains if not gain.taken_by_default})


def _words(decided: Decided) -> str:
    joined = decided.joined
    if decided.lead.status is LeadStatus.REJECTED:
        return "Rejected: this person will not be proposed for this debtor again."
    if decided.lead.status is LeadStatus.UNSURE:
        return "Put aside for a second look: `leads --second-look` lists it."
    who = " as a party of their own" if joined.party else ""
    others = len(decided.written.commits) - 1
    more = f" {others} that contradict it were rejected." if others > 0 else ""
    if decided.rivals:
        more = f" {decided.rivals} as strong that contradict it still wait; `judge LEAD show` compares them."
    return (
        f"Accepted{who}: {len(joined.points)} contact points added,"
        f" {joined.confirmed} things confirmed, each with its evidence.{more}"
    )


def _show(found: Candidate, terminal: Terminal) -> None:
    lead = found.lead
    terminal.say(f"{found.account.account_number}  {found.debtor}   {lead.status.value}")
    terminal.say(f"{lead.person.name}, {found.source.file_name} row {found.source.row_number:,}")
    terminal.table(
        ("field", "case", "record", ""),
        [(row.title, row.our_text, row.their_text, row.mark.value) for row in found.rows],
    )
    show_reasons(lead, terminal)
    letters = _show_rows(found, terminal)
    terminal.say("If accepted this case gains:")
    for number, gain in enumerate(found.gains, 1):
        note = f" ({gain.note})" if gain.note else ""
        rows = f" [{' '.join(letters[row] for row in gain.rows)}]" if len(letters) > 1 else ""
        terminal.say(f"  {number}  {_SIGNS[gain.effect]} {gain.title} {gain.value}{rows}{note}")
    for rival in found.rivals:
        terminal.say(
            f"Another strong lead ({rival.status.value}) contradicts it: {rival.lead_id}, {rival.where}"
        )
        terminal.table(
            ("", "this one", "the other", ""),
            [(r.title, r.here, r.there, "≠" if r.differs else "") for r in rival.rows],
        )
    for warning in (found.stale, found.second_person and f"Accepted before: {found.second_person}."):
        if warning:
            terminal.say(warning)


def _show_rows(found: Candidate, terminal: Terminal) -> dict[str, str]:
    """The rows behind a lead, the newest first, and where they disagree; the letter of each."""
    letters = {row.lead_id: f"r{place}" for place, row in enumerate(found.behind, 1)}
    terminal.say(f"Rows behind it ({found.origins} sources; rows of one origin count once):")
    for row in found.behind:
        more = ["not in the newer edition"] if row.gone and not row.note else []
        more += [row.note] if row.note else []
        if row.proposed_at is not None:
            both = "; a match found it too" if row.matched else ""
            more.append(f"proposed by {row.proposed_by} on {row.proposed_at:%Y-%m-%d}{both}")
        more += [] if row.firm else ["no birth fact, not in the score"]
        terminal.say(f"  {letters[row.lead_id]}  {row.where}: {row.says}" + "".join(f"; {m}" for m in more))
    for words in found.contradictions:
        terminal.say(f"  ! {words}")
    return letters


def decisions(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """The decisions that stand, newest first."""
    del progress
    with opened(options, read_only=True) as vault:
        found = review_queue.history(vault, options.limit)
    terminal.result(found)
    terminal.table(
        ("when", "decision", "account", "record", "score", "by", "weights", "lead"),
        [
            (
                f"{j.decided_at:%Y-%m-%d %H:%M}" if j.decided_at else "",
                j.status.value + (f" ({j.reason})" if j.reason else ""),
                j.account_number,
                j.record_name,
                percent(j.p_same),
                j.decided_by,
                j.weights_version,
                j.lead_id,
            )
            for j in found
        ],
    )
    if not found:
        terminal.say("Nothing has been decided yet.")


def editions(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """What newer editions say of people accepted before; or note that an account's were read."""
    del progress
    with opened(options, read_only=not options.read) as vault:
        if options.read:
            written = edition_notes.read_news(vault, leads.account_of(vault, options.read))
            terminal.result(written)
            terminal.say(f"{written.words}.")
            return
        found = edition_notes.unread(vault)
    terminal.result(found)
    terminal.table(
        ("account", "debtor", "person", "newer edition", "says"),
        [
            (
                n.account_number,
                n.debtor,
                n.person,
                f"{n.file_name} of {n.day}",
                n.words or "has them no longer",
            )
            for n in found
        ],
    )
    if not found:
        terminal.say("Nothing that has not been read.")
