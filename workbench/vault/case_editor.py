"""What may be done to a case: values collected during the edit, stored together when it ends well."""

from collections.abc import Callable
from hashlib import sha256

from workbench.base.clock import Clock
from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.account import Account
from workbench.model.activity import Activity
from workbench.model.arrangement import Arrangement
from workbench.model.case import CaseContent
from workbench.model.document import Document
from workbench.model.evidence import Evidence
from workbench.model.lead import Lead
from workbench.model.ledger import LedgerEntry
from workbench.model.party import ContactPoint, Party
from workbench.model.restriction import GateDecision, Restriction
from workbench.model.work import WorkState
from workbench.vault import case_codec as codec
from workbench.vault.case_rows import Change, change_of

MAX_DOCUMENT = 200 * 1024 * 1024
"""Bytes of one document; a case file is read whole when it is verified."""


class DocumentTooLargeError(UserError):
    """A document is larger than a case file takes."""

    code = "document.too_large"

    def __init__(self, size: int) -> None:
        super().__init__(
            f"The document has {size} bytes; a case takes at most {MAX_DOCUMENT}.",
            hint="Split it or store it in a smaller form.",
        )


class CaseEdit:
    """One edit of one account.  Nothing is stored before the edit's block ends without an exception.

    Current values (account, parties, contact points, leads, arrangements, restrictions, work) replace those
    of the same id, and the replaced ones stay in the history; everything else is added for good.
    ``committed`` is the number of its commit once the block has ended; None when nothing changed.
    """

    def __init__(
        self, account_id: str, actor: str, clock: Clock, read: Callable[[], tuple[CaseContent, WorkState]]
    ) -> None:
        self.account_id = account_id
        self.reason = ""
        self.action = "edit"
        self.committed: int | None = None
        self._actor = actor
        self._clock = clock
        self._read = read
        self._before: tuple[CaseContent, WorkState] | None = None
        self._changes: dict[tuple[str, str], Change] = {}
        self._leads: dict[str, Lead] = {}

    @property
    def content(self) -> CaseContent:
        """The case as it was when the edit began (read at the first use)."""
        return self._read_once()[0]

    @property
    def work(self) -> WorkState:
        """The work state as it was when the edit began."""
        return self._read_once()[1]

    def _read_once(self) -> tuple[CaseContent, WorkState]:
        if self._before is None:
            self._before = self._read()
        return self._before

    @property
    def changes(self) -> list[Change]:
        """What has been collected so far, in order; the last value of one id counts."""
        return list(self._changes.values())

    @property
    def leads(self) -> list[Lead]:
        """The leads put so far; the catalog takes judged ones from the pending and puts pending ones back."""
        return list(self._leads.values())

    def _put(self, kind: str, value: object, content: bytes | None = None) -> None:
        change = change_of(kind, value, content)
        self._changes[kind, change.object_id] = change

    def update_account(self, account: Account, reason: str) -> None:
        """Replace the account's terms; ``reason`` goes to the audit entry.  ValueError for another's."""
        if account.account_id != self.account_id:
            raise ValueError("the account of another case")
        self.reason = reason
        self._put(codec.ACCOUNT, account)

    def put_party(self, party: Party) -> None:
        """Add or replace a party."""
        self._put(codec.PARTY, party)

    def put_contact_point(self, point: ContactPoint) -> None:
        """Add or replace a contact point."""
        self._put(codec.CONTACT, point)

    def put_lead(self, lead: Lead) -> None:
        """Store a lead's judgment, and take it from the pending ones; a rejected one becomes a tombstone.

        One whose status is PENDING was judged before, or a person proposed it: it goes (back) among the
        pending leads; one that is withdrawn leaves them, unless a match finds it too.
        """
        if lead.account_id != self.account_id:
            raise ValueError("the lead of another case")
        self._put(codec.LEAD, lead)
        self._leads[lead.lead_id] = lead

    def put_arrangement(self, arrangement: Arrangement) -> None:
        """Add or replace an arrangement."""
        self._put(codec.ARRANGEMENT, arrangement)

    def put_restriction(self, restriction: Restriction) -> None:
        """Add or replace a restriction."""
        self._put(codec.RESTRICTION, restriction)

    def set_work(self, work: WorkState) -> None:
        """Replace next action, assignee and tags."""
        self._put(codec.WORK, work)

    def add_evidence(self, evidence: Evidence) -> None:
        """Add a statement by a source."""
        self._put(codec.EVIDENCE, evidence)

    def add_activity(self, activity: Activity) -> None:
        """Add an entry to the timeline."""
        self._put(codec.ACTIVITY, activity)

    def add_ledger_entry(self, entry: LedgerEntry) -> None:
        """Add a ledger entry."""
        self._put(codec.LEDGER, entry)

    def add_decision(self, decision: GateDecision) -> None:
        """Add a contact-gate decision."""
        self._put(codec.DECISION, decision)

    def add_document(self, name: str, media_type: str, data: bytes, note: str = "") -> Document:
        """Add a file to the case; what is known of it, with its new id."""
        if len(data) > MAX_DOCUMENT:
            raise DocumentTooLargeError(len(data))
        document = Document(
            new_id(),
            name,
            media_type,
            len(data),
            sha256(data).hexdigest(),
            self._clock.now(),
            self._actor,
            note,
        )
        self._put(codec.DOCUMENT, document, data)
        return document
