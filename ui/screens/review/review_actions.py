"""The actions of a review and their keys, added to the registry once."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.messages.translating import translate
from ui.shell.places import Place
from ui.shell.registry import ActionRegistry

NUMBERS = range(1, 10)
DECIDING = ("accept", "reject", "unsure", "accept_as", "bulk", "undo")
"""Actions that write: none of them in a vault opened read-only."""


def action_texts() -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Name → text, keys, menu."""
    return {
        "accept": (translate("Review", "Accept and next"), ("A",), "review"),
        "reject": (translate("Review", "Reject and next"), ("R",), "review"),
        "unsure": (translate("Review", "Unsure"), ("U",), "review"),
        "skip": (translate("Review", "Skip"), ("S",), "review"),
        "accept_as": (translate("Review", "Accept as…"), ("T",), "review"),
        "undo": (translate("Review", "Undo and return"), ("Z",), "review"),
        "back": (translate("Review", "Look back"), ("Backspace",), "review"),
        "reasons": (translate("Review", "Expand reasons"), ("Space",), "review"),
        "view": (translate("Review", "Bars, table, sentence"), ("W",), "review"),
        "differences": (translate("Review", "Only differences"), ("D",), "review"),
        "open": (translate("Review", "Open case"), ("O",), "review"),
        "history": (translate("Review", "History of decisions"), ("H",), "review"),
        "blind": (translate("Review", "Blind mode"), ("B",), "review"),
        "bulk": (translate("Review", "Accept all like this…"), ("Shift+A",), "review"),
        "queue": (translate("Review", "Show or hide the queue"), ("Q",), "review"),
        "gains": (translate("Review", "Choose what the case gains"), ("G",), "review"),
        "escape": (translate("Review", "Close, or clear the filter"), ("Escape",), ""),
        "next_queue": (translate("Review", "Next queue"), ("Return",), ""),
    }


def add_actions(
    registry: ActionRegistry,
    calls: Mapping[str, Callable[[], None]],
    number: Callable[[int], object],
    zone: QWidget,
) -> dict[str, QAction]:
    """Add every action of a review; their keys work while ``zone`` has the focus.

    ``calls`` has a handler for each name of ``action_texts``; ``number`` is called with 1 to 9.
    """
    made: dict[str, QAction] = {}
    for name, (text, keys, menu) in action_texts().items():
        made[name] = registry.add(
            f"review.{name}", text, calls[name], keys=keys, menu=menu, widget=zone, place=Place.REVIEW
        )
    for digit in NUMBERS:
        words = translate("Review", "Other candidate, gain or choice {n}").format(n=digit)
        registry.add(
            f"review.number_{digit}",
            words,
            partial(number, digit),
            keys=(str(digit),),
            widget=zone,
            place=Place.REVIEW,
        )
    return made
