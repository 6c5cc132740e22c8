"""Keys of a review for people who come from other programs; applied through the action registry."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeyPreset:
    """A named set of keys: action id → keys.  Actions that are not named keep their own."""

    name: str
    words: str
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)


PRESETS = (
    KeyPreset("workbench", "Locate Workbench: A accept, R reject, U unsure, S skip"),
    KeyPreset(
        "aleph",
        "Aleph: Y accept, N reject, H unsure",
        {
            "review.accept": ("Y",),
            "review.reject": ("N",),
            "review.unsure": ("H",),
            "review.history": ("Shift+H",),
        },
    ),
    KeyPreset(
        "nomenklatura",
        "nomenklatura: X accept, N reject, U unsure",
        {"review.accept": ("X",), "review.reject": ("N",)},
    ),
    KeyPreset(
        "dedupe",
        "dedupe: Y accept, N reject, U unsure, P previous",
        {"review.accept": ("Y",), "review.reject": ("N",), "review.back": ("P",)},
    ),
)
"""In the order in which Settings offers them.  ``words`` are English; Settings translates by ``name``."""
