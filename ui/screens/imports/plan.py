"""What is to be imported and how, as the screen edits it; no widgets."""

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.services.column_mapping import MappingIssue, issue, targets_of, with_target
from workbench.services.import_accounts import AccountsRequest
from workbench.services.import_check import Checked
from workbench.services.import_records import RecordsRequest
from workbench.services.own_layouts import with_dates
from workbench.services.previewing import ACCOUNTS, Preview


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A previewed file with the mapping as it stands.

    ``edited`` says that a person changed or saved the mapping: then it is given to the import, which else
    recognises the file by itself.  ``name`` is the own layout's.  ``checked`` is the dry run's result under
    exactly this plan.
    """

    preview: Preview
    mapping: str
    edited: bool = False
    purpose: str = "debt_collection"
    client: str = ""
    again: bool = False
    name: str = ""
    edition_of: str = "auto"
    checked: Checked | None = None

    @property
    def accounts(self) -> bool:
        """Whether the file places accounts; else it holds public records."""
        return self.preview.kind == ACCOUNTS

    @property
    def path(self) -> Path:
        """The file."""
        return self.preview.request.path

    @property
    def columns(self) -> tuple[str, ...]:
        """The file's columns."""
        return tuple(self.preview.seen.columns)

    @property
    def targets(self) -> dict[str, str]:
        """What each column stands for, in words; empty: not read."""
        return targets_of(self.preview.kind, self.mapping, self.columns)

    @property
    def issue(self) -> MappingIssue | None:
        """Why the mapping cannot be used yet."""
        return issue(self.preview.kind, self.mapping, self.columns)

    @property
    def repeats(self) -> bool:
        """Whether this very file was imported before, and nobody said to take it again."""
        return self.preview.earlier is not None and not self.again and not self.accounts

    def with_target(self, column: str, key: str) -> "ImportPlan":
        """The plan with ``column`` standing for another target."""
        made = with_target(self.preview.kind, self.mapping, column, key)
        return replace(self, mapping=made, edited=True, checked=None)

    def with_dates(self, order: str) -> "ImportPlan":
        """The plan with dates read in another order."""
        return replace(
            self, mapping=with_dates(self.preview.kind, self.mapping, order), edited=True, checked=None
        )

    def records_request(self) -> RecordsRequest:
        """How to read it as public records."""
        request = self.preview.request
        return RecordsRequest(
            profile=request.profile,
            purpose=self.purpose,
            mapping_toml=self.mapping if self.edited else None,
            member=request.member,
            sheet=request.sheet,
            again=self.again,
            read_as=self.preview.seen.read_as,
            edition_of=self.edition_of,
        )

    def accounts_request(self) -> AccountsRequest:
        """How to read it as a placement file."""
        request = self.preview.request
        return AccountsRequest(
            self.client,
            self.mapping if self.edited else None,
            request.sheet,
            request.member,
            self.preview.seen.read_as,
        )
