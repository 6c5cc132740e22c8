"""The history of a case in words: each change with who, when, why, what was and what became."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from workbench.model.history import CaseChange
from workbench.services.describing import FieldChange, describe
from workbench.vault.case_check import content_fault
from workbench.vault.vault import Vault

_UNDO_REASON = re.compile(r"takes back change ([0-9, ]+)")

_ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "create": "account placed",
        "update_from_placement": "terms updated from a client file",
        "edit": "case changed",
        "undo": "undo",
        "accept_lead": "lead accepted",
        "reject_lead": "lead rejected",
        "unsure_lead": "lead put aside",
        "return_lead": "decision on a lead taken back",
        "note_edition": "newer edition noted",
        "read_edition": "newer edition read",
        "propose_lead": "lead proposed by hand",
        "withdraw_lead": "proposed lead taken back",
        "add_note": "note added",
        "log_contact": "contact logged",
        "log_locate": "locate attempt logged",
        "correct_entry": "entry corrected",
        "pin_entry": "entry pinned",
        "unpin_entry": "pin taken away",
        "set_next_action": "next action set",
        "set_status": "status set",
        "assign_and_tag": "assignee and tags changed",
        "add_contact_point": "contact point added",
        "judge_contact_point": "contact point marked",
        "retire_contact_point": "contact point retired",
        "describe_contact_point": "contact point described",
        "add_party": "person added",
        "change_party": "person changed",
        "add_negotiation_note": "negotiation note added",
        "add_offer": "offer recorded",
        "answer_offer": "offer answered",
        "add_promise": "promise recorded",
        "settle_promises": "promises settled",
        "withdraw_promise": "promise withdrawn",
        "add_payment": "payment recorded",
        "add_adjustment": "balance adjusted",
        "add_charge": "fee or cost added",
        "reverse_entry": "ledger entry reversed",
        "add_document": "document attached",
        "export_document": "document exported",
        "remove_document": "document removed",
        "add_restriction": "restriction recorded",
        "lift_restriction": "restriction lifted",
    }
)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change.  ``details`` say what was and what became; ``undone_by`` is the change that took it back.

    ``undoable``: not the placing, not taken back already, and it left something that can be taken back.
    """

    seq: int
    at: datetime
    actor: str
    action: str
    words: str
    reason: str
    details: tuple[FieldChange, ...]
    undone_by: int | None
    undoable: bool


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history of a case, newest first; ``fault`` is what is wrong with its chain, "" if nothing."""

    account_id: str
    rows: tuple[HistoryRow, ...]
    fault: str


def history_view(vault: Vault, account_id: str) -> HistoryView:
    """History and check of its chain in one."""
    return HistoryView(account_id, case_history(vault, account_id), case_fault(vault, account_id))


def action_words(action: str) -> str:
    """What was done, as the action of a commit says it: ``add_payment`` is "payment recorded"."""
    return _ACTIONS.get(action) or action.replace("_", " ")


def undone_changes(history: Sequence[CaseChange]) -> dict[int, int]:
    """Changes that are taken back, each with the change that did it; an undo undone does not count."""
    undone: dict[int, int] = {}
    for change in reversed(history):
        found = _UNDO_REASON.match(change.reason) if change.action == "undo" else None
        if found and change.seq not in undone:
            for seq in found.group(1).split(","):
                undone.setdefault(int(seq), change.seq)
    return undone


def reason_of(seqs: Sequence[int]) -> str:
    """The reason that an undo of these changes is stored with; ``undone_changes`` reads it."""
    return "takes back change " + ", ".join(str(seq) for seq in seqs)


def case_history(vault: Vault, account_id: str) -> tuple[HistoryRow, ...]:
    """Every change to a case, newest first."""
    history = vault.case_history(account_id)
    undone = undone_changes(history)
    details = describe(history, vault.read_case(account_id), vault.read_work(account_id))
    return tuple(
        HistoryRow(
            change.seq,
            change.at,
            change.actor,
            change.action,
            _sentence(action_words(change.action)),
            change.reason,
            details[change.seq],
            undone.get(change.seq),
            change.seq > 1 and change.seq not in undone and _can_go_back(change),
        )
        for change in reversed(history)
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _can_go_back(change: CaseChange) -> bool:
    left = {item.kind for item in change.items}
    return bool(left - {"decision"}) and change.action != "export_document"


def case_fault(vault: Vault, account_id: str) -> str:
    """What is wrong with the case's chain of changes or the rows it speaks of; "" when nothing is."""
    with vault.door.opened(account_id) as case, vault.session.reading(case.path.name) as conn:
        return content_fault(conn, case.chain_key, case.head)
