"""Words of a review: reasons, decisions, orders."""

from ui.messages.formats import count, moment
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.style.tokens import ChipKind
from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.review import Pile, QueueFilter, QueueOrder
from workbench.services.comparing import agreement
from workbench.services.review_queue import Candidate


def reason_words(reason: RejectReason) -> str:
    """Why a lead was rejected."""
    words = {
        RejectReason.OTHER_PERSON: translate("Review", "Other person"),
        RejectReason.SAME_NAME: translate("Review", "Same name only"),
        RejectReason.DECEASED: translate("Review", "Deceased"),
        RejectReason.TOO_OLD: translate("Review", "Too old"),
        RejectReason.WRONG_COUNTY: translate("Review", "Wrong county"),
        RejectReason.OTHER: translate("Review", "Other reason"),
    }
    return words[reason]


def status_chip(status: LeadStatus) -> tuple[ChipKind, str]:
    """The chip of a judgment."""
    chips = {
        LeadStatus.PENDING: (ChipKind.INFO, translate("Review", "Waiting")),
        LeadStatus.ACCEPTED: (ChipKind.OK, translate("Review", "Accepted")),
        LeadStatus.REJECTED: (ChipKind.BAD, translate("Review", "Rejected")),
        LeadStatus.UNSURE: (ChipKind.WARN, translate("Review", "Unsure")),
    }
    return chips[status]


def notice_words(candidate: Candidate) -> str:
    """What was decided about a lead that is looked at again; "" for one that waits."""
    lead = candidate.lead
    if lead.status is LeadStatus.PENDING:
        return ""
    words = translate(
        "Review", "{decision} {when} by {who}. A, R or U decides again, S goes on, Z takes the last back."
    )
    decision = status_chip(lead.status)[1]
    return words.format(decision=decision, when=moment(lead.decided_at), who=lead.decided_by)


def record_words(candidate: Candidate) -> str:
    """The heading of the record's side: which row of which file, and how many more rows say it."""
    words = translate("Review", "Public record, row {row} of {file}").format(
        row=f"{candidate.source.row_number:,}", file=candidate.source.file_name or "—"
    )
    if more := len(candidate.behind) - 1:
        added = plural(more, translate("Review", "and 1 more row"), translate("Review", "and {n} more rows"))
        words = f"{words} {added}"
    return words


def left_words(left: int) -> str:
    """``36 left`` for the progress line and the screen reader."""
    return plural(left, translate("Review", "1 left"), translate("Review", "{n} left"))


def spoken_words(candidate: Candidate, left: int, *, blind: bool) -> str:
    """What a screen reader hears: ``Smith, John A, 81 percent, 3 agree, 1 differ. 36 left.``"""
    agree, differ = agreement(candidate.rows)
    percent = candidate.waterfall.percent.replace("%", translate("Review", "percent"))
    words = translate("Review", "{name}{score}, {agree} agree, {differ} differ. {left}.")
    return words.format(
        name=candidate.debtor,
        score="" if blind else f", {percent}",
        agree=agree,
        differ=differ,
        left=left_words(left),
    )


def finished_words(decided: int, accepted: int, *, jobs_run: bool) -> str:
    """The end of a queue."""
    words = translate(
        "Review", "Queue finished: {n} decided, {accepted} accepted. Undo last (Z) still works here."
    ).format(n=count(decided), accepted=count(accepted))
    if jobs_run:
        words += " " + translate("Review", "A job is running; new leads appear here by themselves.")
    return words


def no_lead_words(second_look: int) -> str:
    """Nothing waits: what there is instead, or what to do first."""
    if second_look:
        return plural(
            second_look,
            translate("Review", "No lead waits; 1 is up for a second look."),
            translate("Review", "No lead waits; {n} are up for a second look."),
        )
    return translate(
        "Review", "No leads yet. Import a public-record file; matches with your accounts appear here."
    )


def next_queue_words(where: QueueFilter | None) -> str:
    """Where an empty queue goes on."""
    if where is None:
        return translate("Review", "Import records")
    second = where.pile is Pile.SECOND_LOOK
    return translate("Review", "Second look") if second else translate("Review", "Show every lead")


def order_words(order: QueueOrder) -> str:
    """An order of the queue."""
    words = {
        QueueOrder.VALUE: translate("Review", "Highest value first"),
        QueueOrder.HARDEST: translate("Review", "Hardest first"),
        QueueOrder.IMPORT: translate("Review", "By import"),
        QueueOrder.ACCOUNT: translate("Review", "By account"),
    }
    return words[order]
