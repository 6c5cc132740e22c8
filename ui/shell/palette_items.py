"""What the command palette offers for what is typed: actions first, the most fitting on top; no widgets."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from ui.messages.formats import money
from ui.shell.registry import Entry
from workbench.model.work import AccountRow

MOST = 40


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One line: its words, the key or the account's figures at the right, why it cannot be used (or empty).

    ``action_id`` names an action, ``account_id`` an account; one of them is empty.
    """

    words: str
    right: str
    reason: str = ""
    action_id: str = ""
    account_id: str = ""


def action_items(entries: Sequence[Entry], typed: str, recent: Sequence[str]) -> list[PaletteItem]:
    """The actions that fit ``typed``: with nothing typed the recent ones first, then all in their order."""
    place = {action_id: number for number, action_id in enumerate(recent)}
    scored = []
    for number, entry in enumerate(entries):
        score = fit(entry.words, typed)
        if score is not None:
            disabled = not entry.action.isEnabled()
            scored.append((disabled, score, place.get(entry.action_id, len(place)), number, entry))
    scored.sort(key=lambda found: found[:4])
    return [_item(entry) for *_, entry in scored[:MOST]]


def account_items(rows: Sequence[AccountRow]) -> list[PaletteItem]:
    """Accounts as lines."""
    return [
        PaletteItem(
            f"{row.debtor_name} · {row.account_number}", money(row.balance_cents, row.currency),
            account_id=row.account_id,
        )
        for row in rows
    ]  # fmt: skip


def fit(words: str, typed: str) -> int | None:
    """How badly ``typed`` fits (0 is best); None when it does not: every letter must follow in order."""
    text, wanted = words.casefold(), typed.casefold().strip()
    if not wanted:
        return 0
    if text.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in text.split()):
        return 1
    if wanted in text:
        return 2
    position = 0
    for letter in wanted:
        position = text.find(letter, position) + 1
        if not position:
            return None
    return 3


def _item(entry: Entry) -> PaletteItem:
    keys = entry.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return PaletteItem(entry.words, keys, entry.reason, action_id=entry.action_id)
