"""What a specialist records on a case: contact attempts, locate attempts, notes, corrections and pins.

Each is one commit: the entry, what it says about the contact point used, and the account's next action.
"""

from dataclasses import dataclass, replace

from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.activity import Activity, ActivityKind
from workbench.model.party import ContactPoint, ContactStatus
from workbench.model.result_code import LOCATE_RESULTS, LOCATE_SOURCES, RESULT_CODES, Channel
from workbench.model.standing import activities_taken_back, standing_activities
from workbench.services.case_contacts import judge
from workbench.services.case_work import NextAction, go_on
from workbench.services.own_entry import own_entry
from workbench.services.written import Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

PIN, UNPIN = "pin", "unpin"
"""Details of the activity that pins an entry of the timeline, or takes the pin away: the entry's id."""

_MOST_CENTS = 10_000_000


class UnknownEntryError(UserError):
    """The case has no such entry of a person's."""

    code = "log.unknown_entry"

    def __init__(self) -> None:
        super().__init__("The case has no such entry to correct.", hint="Choose one of the timeline's.")


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact attempt.

    ``result`` is a code of RESULT_CODES, which alone says whether it counts as attempt, conversation and
    right party.  ``point_status`` changes the contact point used, ``party_id`` was spoken to, ``zone`` is
    the IANA zone that mattered.
    """

    channel: Channel
    result: str
    text: str = ""
    contact_id: str = ""
    party_id: str = ""
    zone: str = ""
    cost_cents: int = 0
    point_status: ContactStatus | None = None
    point_reason: str = ""


@dataclass(frozen=True, slots=True)
class Locate:
    """One step of a locate: where was looked (a code of LOCATE_SOURCES), what it cost and came to."""

    source: str
    result: str
    text: str = ""
    cost_cents: int = 0
    contact_id: str = ""
    party_id: str = ""


def log_contact(
    vault: Vault, account_id: str, contact: Contact, follow_up: NextAction | None = None
) -> Written:
    """Record a contact attempt, the contact point's new status and the next action.

    UserError for an unknown result or contact point; NoNextActionError for an open account without one.
    """
    code = RESULT_CODES.get(contact.result)
    if code is None:
        raise UserError("There is no such result.", hint="Choose one of the list.")
    _require_cost(contact.cost_cents)
    with vault.edit_case(account_id) as edit:
        edit.action = "log_contact"
        point = _point(edit, contact.contact_id)
        edit.add_activity(
            Activity(
                new_id(),
                ActivityKind.CONTACT,
                vault.clock.now(),
                vault.actor,
                text=contact.text.strip(),
                action_code=contact.channel.value,
                result_code=code.code,
                channel=contact.channel.value,
                contact_id=contact.contact_id,
                party_id=contact.party_id or (point.party_id if point else ""),
                attempt=code.attempt,
                conversation=code.conversation,
                right_party=code.right_party,
                zone=contact.zone,
                cost_cents=contact.cost_cents,
            )
        )
        if point is not None and contact.point_status not in {None, point.status}:
            assert contact.point_status is not None
            judge(vault, edit, point, contact.point_status, contact.point_reason or code.words)
        go_on(edit, follow_up)
    return written(edit, f"{code.words} logged")


def log_locate(vault: Vault, account_id: str, locate: Locate, follow_up: NextAction | None = None) -> Written:
    """Record a step of a locate and the next action; errors as :func:`log_contact`."""
    code = LOCATE_RESULTS.get(locate.result)
    source = dict(LOCATE_SOURCES).get(locate.source)
    if code is None or source is None:
        raise UserError("There is no such source or result.", hint="Choose one of the lists.")
    _require_cost(locate.cost_cents)
    with vault.edit_case(account_id) as edit:
        edit.action = "log_locate"
        _point(edit, locate.contact_id)
        edit.add_activity(
            Activity(
                new_id(),
                ActivityKind.LOCATE,
                vault.clock.now(),
                vault.actor,
                text=locate.text.strip(),
                action_code=locate.source,
                result_code=code.code,
                contact_id=locate.contact_id,
                party_id=locate.party_id,
                cost_cents=locate.cost_cents,
            )
        )
        go_on(edit, follow_up)
    return written(edit, f"Locate attempt logged: {source}, {code.words.lower()}")


def add_note(vault: Vault, account_id: str, text: str, follow_up: NextAction | None = None) -> Written:
    """Add a note and set the next action; UserError when the note is empty."""
    if not text.strip():
        raise UserError("The note is empty.", hint="Say what happened or what you found.")
    with vault.edit_case(account_id) as edit:
        edit.action = "add_note"
        edit.add_activity(
            Activity(new_id(), ActivityKind.NOTE, vault.clock.now(), vault.actor, text=text.strip())
        )
        go_on(edit, follow_up)
    return written(edit, "Note added")


def correct_entry(
    vault: Vault, account_id: str, activity_id: str, text: str, result: str | None = None
) -> Written:
    """Put a new entry in the place of one that was wrong; the old one stays, struck through.

    What the entry was about stays; ``result`` gives it another code with that code's own flags.  UserError
    when there is no such entry, it was corrected already, or nothing is said.
    """
    if not text.strip():
        raise UserError("The correction is empty.", hint="Say how it was.")
    with vault.edit_case(account_id) as edit:
        edit.action = "correct_entry"
        old = _correctable(edit, activity_id)
        new = replace(old, activity_id=new_id(), text=text.strip(), corrects=activity_id, actor=vault.actor)
        if result is not None:
            code = RESULT_CODES.get(result) or LOCATE_RESULTS.get(result)
            if code is None:
                raise UserError("There is no such result.", hint="Choose one of the list.")
            new = replace(
                new,
                result_code=code.code,
                attempt=code.attempt,
                conversation=code.conversation,
                right_party=code.right_party,
            )
        edit.add_activity(new)
    return written(edit, "Entry corrected")


def set_pin(vault: Vault, account_id: str, entry_id: str, *, pinned: bool) -> Written:
    """Pin an entry of the timeline to its top, or take the pin away."""
    with vault.edit_case(account_id) as edit:
        edit.action = "pin_entry" if pinned else "unpin_entry"
        text = "Entry pinned." if pinned else "Pin taken away."
        edit.add_activity(own_entry(vault, text, details={PIN if pinned else UNPIN: entry_id}))
    return written(edit, "Pinned" if pinned else "Pin taken away")


def _require_cost(cents: int) -> None:
    if not 0 <= cents <= _MOST_CENTS:
        raise UserError("That cannot be the cost.", hint="Enter it as 1.50, or leave it empty.")


def _point(edit: CaseEdit, contact_id: str) -> ContactPoint | None:
    if not contact_id:
        return None
    for point in edit.content.contact_points:
        if point.contact_id == contact_id:
            return point
    raise UserError("The case has no such contact point.", hint="Choose one of those shown.")


def _correctable(edit: CaseEdit, activity_id: str) -> Activity:
    gone = activities_taken_back(edit.content.activities)
    corrected = {a.corrects for a in standing_activities(edit.content.activities) if a.corrects}
    for activity in edit.content.activities:
        if activity.activity_id == activity_id and activity.kind is not ActivityKind.SYSTEM:
            if activity_id in gone or activity_id in corrected:
                raise UserError(
                    "This entry was corrected or taken back already.", hint="Correct the newer entry."
                )
            return activity
    raise UnknownEntryError
