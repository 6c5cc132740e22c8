"""Next action, assignee, tags and status of a case."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from ui.messages.words import status_words
from ui.screens.case.entry_form import EntryForm
from ui.shell.workspace import Workspace
from ui.widgets.forms import ComboBox, DateEdit, LineEdit
from workbench.base.errors import UserError
from workbench.model.account import AccountStatus
from workbench.services import case_work
from workbench.services.case_view import CaseHead
from workbench.services.vaults import Vault
from workbench.services.written import Written


class NextActionForm(EntryForm):
    """What is to happen next, and when."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.next_form", self.tr("Next action"), self.tr("Save"))
        self.words = LineEdit(hint=self.tr("What is to happen next"))
        self.add_field("words", self.tr("Next action"), self.words)
        self.on = DateEdit(workspace.today())
        self.add_field("on", self.tr("On"), self.on)

    def preset(self, head: CaseHead) -> dict[str, object]:
        """What stands now; tomorrow where it is due."""
        day = head.work.next_action_on
        on = day if day is not None and day > head.today else head.today + timedelta(days=1)
        return {"words": head.work.next_action, "on": on.isoformat()}

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Set it."""
        words, on = self.words.text().strip(), self.on.day()
        if not words:
            raise UserError(self.tr("What is to happen next?"), hint=self.tr("Say it in a few words."))
        return partial(_next, account_id=account_id, words=words, on=on)


class StatusForm(EntryForm):
    """The account's status, with a reason; a status that a restriction gave goes with that restriction."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.status_form", self.tr("Status"), self.tr("Save"))
        self.status = ComboBox()
        for status in AccountStatus:
            if status not in case_work.PROTECTED:
                self.status.add(status_words(status), status.value)
        self.add_field("status", self.tr("Status"), self.status)
        self.reason = LineEdit(hint=self.tr("Why"))
        self.add_field("reason", self.tr("Reason"), self.reason)

    def preset(self, head: CaseHead) -> dict[str, object]:
        """What it is now."""
        return {"status": head.account.status.value}

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Set it."""
        if not self.reason.text().strip():
            raise UserError(self.tr("A reason is needed."), hint=self.tr("Say in a few words why."))
        status = AccountStatus(str(self.status.value()))
        return partial(_status, account_id=account_id, status=status, reason=self.reason.text())


class TagsForm(EntryForm):
    """Who works the account, and its tags."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "case.tags_form", self.tr("Assignee and tags"), self.tr("Save"))
        self.assignee = LineEdit(hint=self.tr("nobody"))
        self.add_field("assignee", self.tr("Assigned to"), self.assignee)
        self.tags = LineEdit(hint=self.tr("separated by commas"))
        self.add_field("tags", self.tr("Tags"), self.tags)

    def preset(self, head: CaseHead) -> dict[str, object]:
        """What stands now."""
        return {"assignee": head.work.assignee, "tags": ", ".join(head.work.tags)}

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Set both in one commit."""
        tags = tuple(tag for tag in self.tags.text().split(",") if tag.strip())
        return partial(_tags, account_id=account_id, assignee=self.assignee.text(), tags=tags)


def _next(vault: Vault, account_id: str, words: str, on: date | None) -> Written:
    return case_work.set_next_action(vault, account_id, words, on)


def _status(vault: Vault, account_id: str, status: AccountStatus, reason: str) -> Written:
    return case_work.set_status(vault, account_id, status, reason)


def _tags(vault: Vault, account_id: str, assignee: str, tags: tuple[str, ...]) -> Written:
    return case_work.assign_and_tag(vault, account_id, assignee, tags)
