"""One case while changes to it are taken back: what goes back, what is retired, what stands in the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from workbench.base.ids import new_id
from workbench.model.arrangement import Arrangement, ArrangementStatus
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.history import CaseChange, ChangedItem
from workbench.model.ledger import LedgerEntry, LedgerKind
from workbench.model.party import ContactPoint, ContactStatus, Party
from workbench.model.restriction import Restriction
from workbench.model.standing import (
    REMOVED_DOCUMENT,
    TAKEN_BACK,
    UNDONE,
    activities_taken_back,
    entries_reversed,
    evidence_taken_back,
    takes_back,
)
from workbench.model.work import WorkState
from workbench.services.account_draft import AccountDraft
from workbench.services.merging import put_back
from workbench.services.own_entry import own_entry
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

MISTAKE = "entered by mistake"
Key = tuple[str, str]

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "account": "the account",
        "party": "a person",
        "contact": "a contact point",
        "arrangement": "an offer or promise",
        "restriction": "a restriction",
        "work": "the next action",
        "activity": "an entry of the timeline",
        "ledger": "an entry of the ledger",
        "evidence": "a statement of a source",
        "document": "a document",
    }
)


class TakingBack:
    """Collects what taking changes back means; ``blocked`` names what stands in the way, without values.

    ``moves_money`` tells that ledger or arrangements are touched, so that promises have to be settled anew.
    """

    def __init__(self, vault: Vault, edit: CaseEdit, history: Sequence[CaseChange]) -> None:
        self.draft = AccountDraft(vault, edit)
        self.blocked: list[str] = []
        self.moves_money = False
        self._vault = vault
        self._edit = edit
        self._history = history
        self._stored = _current(edit)
        self._values = dict(self._stored)
        self._put: dict[Key, Any] = {}
        self._ledger = {entry.entry_id: entry for entry in edit.content.ledger}
        self._targets = _targets(edit.content)
        self._gone = {
            "activity": set(activities_taken_back(edit.content.activities)),
            "ledger": set(entries_reversed(edit.content.ledger)),
            "evidence": set(evidence_taken_back(edit.content.evidence)),
        }

    def take_back(self, change: CaseChange) -> None:
        """Plan to take one change back; newer ones come first."""
        kinds = {item.kind for item in change.items}
        for item in reversed(change.items):
            if item.kind in _RETIRE:
                self._subject(change, item, beside=len(kinds) > 1)
            elif item.object_id in self._gone.get(item.kind, ()):
                self.blocked.append(_WORDS[item.kind])
            else:
                self._append(change, item)
                if item.kind in self._gone:
                    self._gone[item.kind].add(item.object_id)
                    self._gone[item.kind].discard(self._targets.get(item.object_id, ""))

    def store(self) -> None:
        """Put the current values that go back into the edit."""
        put: dict[str, Callable[[Any], None]] = {
            "account": self.draft.put_account,
            "work": self.draft.set_work,
            "arrangement": self.draft.put_arrangement,
            "restriction": self.draft.put_restriction,
            "party": self._edit.put_party,
            "contact": self._edit.put_contact_point,
        }
        for (kind, _), value in self._put.items():
            put[kind](value)

    # Current values

    def _subject(self, change: CaseChange, item: ChangedItem, *, beside: bool) -> None:
        key = (item.kind, item.object_id)
        self.moves_money |= item.kind == "arrangement"
        now, after = self._values[key], self._after(key, change.seq)
        if item.before is None:
            if _differs(now, after):
                if item.kind != "work" or not beside:
                    self.blocked.append(_WORDS[item.kind])
                return
            self._set(key, _RETIRE[item.kind](now, self._vault))
            return
        merged = put_back(item.before, after, now)
        if merged.blocked and not _came_along(item.kind, merged.blocked, beside=beside):
            self.blocked.append(_WORDS[item.kind])
        self._set(key, merged.value)

    def _set(self, key: Key, value: object) -> None:
        self._values[key] = value
        self._put[key] = value

    def _after(self, key: Key, seq: int) -> Any:  # noqa: ANN401  (a value of the case)
        """The value that change ``seq`` left."""
        for change in self._history:
            if change.seq > seq:
                for item in change.items:
                    if (item.kind, item.object_id) == key:
                        return item.before
        return self._stored[key]

    # What is only ever added

    def _append(self, change: CaseChange, item: ChangedItem) -> None:
        if item.kind == "activity":
            self._mark({UNDONE: str(change.seq)}, corrects=item.object_id)
        elif item.kind == "document":
            self._mark({UNDONE: str(change.seq), REMOVED_DOCUMENT: item.object_id})
        elif item.kind == "ledger":
            self.moves_money = True
            self.draft.add_entry(reversal(self._vault, self._ledger[item.object_id], self._edit.reason))
        elif item.kind == "evidence":
            self._edit.add_evidence(self._withdrawn(item.object_id))

    def _mark(self, details: dict[str, str], *, corrects: str = "") -> None:
        self._edit.add_activity(own_entry(self._vault, "Taken back.", corrects=corrects, details=details))

    def _withdrawn(self, evidence_id: str) -> Evidence:
        subject = next(e.subject_id for e in self._edit.content.evidence if e.evidence_id == evidence_id)
        return Evidence(
            new_id(),
            subject,
            TAKEN_BACK,
            "",
            f"Taken back: {MISTAKE}.",
            self._vault.clock.now(),
            record_id=evidence_id,
            actor=self._vault.actor,
        )


def reversal(vault: Vault, entry: LedgerEntry, reason: str) -> LedgerEntry:
    """The entry that takes ``entry`` back, effective today."""
    now = vault.clock.now()
    return LedgerEntry(
        new_id(),
        LedgerKind.REVERSAL,
        entry.part,
        -entry.cents,
        now.astimezone().date(),
        now,
        entry.currency,
        reference=entry.reference,
        reverses=entry.entry_id,
        actor=vault.actor,
        note=reason,
    )


def _targets(content: CaseContent) -> dict[str, str]:
    """What each entry that takes another one back takes back, by its id."""
    targets = {a.activity_id: takes_back(a) for a in content.activities}
    targets |= {e.entry_id: e.reverses for e in content.ledger}
    return targets | {e.evidence_id: e.record_id for e in content.evidence if e.source_kind == TAKEN_BACK}


def _current(edit: CaseEdit) -> dict[Key, Any]:
    content = edit.content
    values: dict[Key, Any] = {
        ("account", content.account.account_id): content.account,
        ("work", ""): edit.work,
    }
    values |= {("party", p.party_id): p for p in content.parties}
    values |= {("contact", p.contact_id): p for p in content.contact_points}
    values |= {("arrangement", a.arrangement_id): a for a in content.arrangements}
    values |= {("restriction", r.restriction_id): r for r in content.restrictions}
    return values


def _differs(now: object, after: object) -> bool:
    """Whether something changed what a change added; what follows from payments and days does not count."""
    if isinstance(now, Arrangement) and isinstance(after, Arrangement):
        return replace(now, status=after.status) != after
    return now != after


def _came_along(kind: str, blocked: tuple[str, ...], *, beside: bool) -> bool:
    """Whether what was changed since only came along with the act that is taken back."""
    if kind == "work":
        return beside
    if kind == "arrangement":
        return set(blocked) == {"status"} and beside
    return kind == "account" and beside and set(blocked) == {"status"}


def _retired_party(party: Party, _vault: Vault) -> Party:
    return replace(party, retired=True)


def _retired_point(point: ContactPoint, vault: Vault) -> ContactPoint:
    return replace(
        point,
        status=ContactStatus.RETIRED,
        current=False,
        status_on=vault.clock.now().astimezone().date(),
        status_reason=MISTAKE,
    )


def _retired_arrangement(arrangement: Arrangement, _vault: Vault) -> Arrangement:
    return replace(arrangement, status=ArrangementStatus.WITHDRAWN, retired=True)


def _lifted(restriction: Restriction, vault: Vault) -> Restriction:
    return replace(restriction, lifted_at=vault.clock.now(), retired=True)


def _no_work(_work: WorkState, _vault: Vault) -> WorkState:
    return WorkState()


def _stays(value: object, _vault: Vault) -> object:
    return value


_RETIRE: Mapping[str, Callable[[Any, Vault], Any]] = MappingProxyType(
    {
        "account": _stays,
        "party": _retired_party,
        "contact": _retired_point,
        "arrangement": _retired_arrangement,
        "restriction": _lifted,
        "work": _no_work,
    }
)
"""How a value that did not exist before is taken back."""
