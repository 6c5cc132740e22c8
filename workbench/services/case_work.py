"""What is to happen next on an account, who does it, its tags and its status: one commit for each change."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from workbench.base.errors import UserError
from workbench.model.account import AccountStatus
from workbench.model.work import WorkState
from workbench.services.worklist_language import CLOSED
from workbench.services.written import Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

MAX_WORDS = 200
MAX_TAG = 40
PROTECTED = frozenset(
    {
        AccountStatus.DISPUTED,
        AccountStatus.CEASE,
        AccountStatus.ATTORNEY,
        AccountStatus.BANKRUPTCY,
        AccountStatus.DECEASED,
        AccountStatus.MILITARY,
    }
)
"""Statuses that a restriction set: they go when it is lifted, never by a mere change of status."""


class NoNextActionError(UserError):
    """An open account would be left without a next action."""

    code = "work.no_next_action"

    def __init__(self) -> None:
        super().__init__("An open account needs a next action.", hint="Say what is to happen next, and when.")


class TagError(UserError):
    """A tag that cannot be kept."""

    code = "work.tag"


class StatusProtectedError(UserError):
    """The status follows from a restriction in force."""

    code = "work.status_protected"

    def __init__(self) -> None:
        super().__init__(
            "The account's status follows from a restriction (dispute, cease, attorney, bankruptcy …).",
            hint="Lift the restriction on the case's flags instead.",
        )


@dataclass(frozen=True, slots=True)
class NextAction:
    """What is to happen next, and when."""

    words: str
    on: date


def go_on(edit: CaseEdit, follow_up: NextAction | None) -> None:
    """Give the account its next action inside an edit; None keeps the one it has.

    NoNextActionError where an open account would be left with none: what is logged tells what comes next.
    """
    if follow_up is not None and (words := " ".join(follow_up.words.split())[:MAX_WORDS]):
        edit.set_work(replace(edit.work, next_action=words, next_action_on=follow_up.on))
    elif not edit.work.next_action and edit.content.account.status not in CLOSED:
        raise NoNextActionError


def set_next_action(vault: Vault, account_id: str, action: str, on: date | None) -> Written:
    """Say what is to happen next and when; NoNextActionError for an open account without words or day."""
    words = " ".join(action.split())[:MAX_WORDS]
    with vault.edit_case(account_id) as edit:
        edit.action = "set_next_action"
        if (not words or on is None) and edit.content.account.status not in CLOSED:
            raise NoNextActionError
        edit.set_work(replace(edit.work, next_action=words, next_action_on=on))
    return written(edit, f"Next: {words}" if words else "Next action cleared")


def snooze(vault: Vault, account_id: str, until: date) -> Written:
    """Put the next action off to another day; its words stay."""
    with vault.edit_case(account_id) as edit:
        edit.action = "snooze"
        edit.set_work(replace(edit.work, next_action=edit.work.next_action or "Review", next_action_on=until))
    return written(edit, f"Put off to {until.isoformat()}")


def assign(vault: Vault, account_id: str, assignee: str) -> Written:
    """Give the account to somebody; an empty name to nobody."""
    name = " ".join(assignee.split())[:MAX_WORDS]
    words = f"Assigned to {name}" if name else "Assigned to nobody"
    return _change(vault, account_id, "assign", lambda work: replace(work, assignee=name), words)


def add_tag(vault: Vault, account_id: str, tag: str) -> Written:
    """Add a tag; TagError for one that is empty, too long, or has a bar or comma."""
    clean = require_tag(tag)

    def change(work: WorkState) -> WorkState:
        return work if clean in work.tags else replace(work, tags=(*work.tags, clean))

    return _change(vault, account_id, "add_tag", change, f"Tagged {clean}")


def remove_tag(vault: Vault, account_id: str, tag: str) -> Written:
    """Take a tag away; nothing is written when it is not there."""

    def change(work: WorkState) -> WorkState:
        return replace(work, tags=tuple(t for t in work.tags if t != tag))

    return _change(vault, account_id, "remove_tag", change, f"Tag {tag} removed")


def set_tags(vault: Vault, account_id: str, tags: Iterable[str]) -> Written:
    """Make these the account's tags."""
    clean = tuple(dict.fromkeys(require_tag(tag) for tag in tags))
    return _change(vault, account_id, "set_tags", lambda work: replace(work, tags=clean), "Tags changed")


def assign_and_tag(vault: Vault, account_id: str, assignee: str, tags: Iterable[str]) -> Written:
    """Assignee and tags in one commit; TagError as :func:`add_tag`."""
    name = " ".join(assignee.split())[:MAX_WORDS]
    clean = tuple(dict.fromkeys(require_tag(tag) for tag in tags))
    return _change(
        vault,
        account_id,
        "assign_and_tag",
        lambda work: replace(work, assignee=name, tags=clean),
        "Assignee and tags changed",
    )


def set_status(vault: Vault, account_id: str, status: AccountStatus, reason: str = "") -> Written:
    """Give the account another status.

    StatusProtectedError when the present or the new one belongs to a restriction.  An account that is opened
    again without a next action gets "Review" for today.
    """
    with vault.edit_case(account_id) as edit:
        edit.action = "set_status"
        account = edit.content.account
        if account.status is not status and {account.status, status} & PROTECTED:
            raise StatusProtectedError
        edit.update_account(replace(account, status=status), " ".join(reason.split()))
        if status not in CLOSED and not edit.work.next_action:
            today = vault.clock.now().astimezone().date()
            edit.set_work(replace(edit.work, next_action="Review", next_action_on=today))
    return written(edit, "Status changed")


def require_tag(tag: str) -> str:
    """``tag`` as it is kept; TagError when it cannot be."""
    clean = " ".join(tag.split())
    if not clean or len(clean) > MAX_TAG or "|" in clean or "," in clean:
        raise TagError("That is no tag.", hint=f"Use 1 to {MAX_TAG} characters without commas or bars.")
    return clean


def _change(
    vault: Vault, account_id: str, action: str, change: Callable[[WorkState], WorkState], words: str
) -> Written:
    with vault.edit_case(account_id) as edit:
        edit.action = action
        edit.set_work(change(edit.work))
    return written(edit, words)
