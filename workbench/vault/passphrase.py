"""Which passphrases are accepted, and how strong one is, in words a person understands."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.vault.errors import WeakPassphraseError
from workbench.vault.kdf import MAX_PASSPHRASE

MIN_CHARACTERS = 12
_ACCEPTED_SCORE = 2
# Argon2id at the default cost takes half a second of two cores; a hundred such machines guess 200 a second.
_GUESSES_A_SECOND = 200.0
_LABELS = ("very weak", "weak", "fair", "good", "strong")
_UNITS = (
    ("second", 1.0), ("minute", 60.0), ("hour", 3600.0),
    ("day", 86400.0), ("month", 2.6e6), ("year", 3.156e7),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Strength:
    """A judgement of one passphrase.

    ``score`` 0 to 4; ``label`` the same in words; ``holds_for`` how long a hundred fast machines would need
    to guess it; ``advice`` what would make it better, empty when nothing need be; ``accepted`` by the policy.
    """

    score: int
    label: str
    holds_for: str
    advice: str
    accepted: bool


def passphrase_strength(text: str, inputs: Sequence[str] = ()) -> Strength:
    """How strong ``text`` is: length by the policy, guessability by zxcvbn on its first 72 characters.

    ``inputs`` are words that anyone would try for this vault: its folder, the firm, the user.
    """
    # Loading its word lists takes 40 ms or more, which only those who choose a passphrase should pay.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    text = unicodedata.normalize("NFKC", text)
    too_short = _too_short(text)
    if not text:
        return Strength(0, _LABELS[0], "no time at all", too_short, accepted=False)
    found = zxcvbn(text[:72], user_inputs=list(inputs))
    score = int(found["score"])
    feedback = [found["feedback"]["warning"], *found["feedback"]["suggestions"]]
    advice = " ".join(filter(None, [too_short and f"{too_short.capitalize()}.", *feedback]))
    accepted = not too_short and score >= _ACCEPTED_SCORE
    return Strength(score, _LABELS[score], _duration(float(found["guesses"])), advice, accepted)


def require_acceptable(text: str) -> None:
    """Raise WeakPassphraseError, with the reason, unless the policy accepts ``text``."""
    if len(text) > MAX_PASSPHRASE:
        raise WeakPassphraseError(f"it is longer than {MAX_PASSPHRASE} characters")
    if reason := _too_short(unicodedata.normalize("NFKC", text)):
        raise WeakPassphraseError(reason)
    if not passphrase_strength(text).accepted:
        raise WeakPassphraseError("it is among the first that anyone would guess")


def _too_short(text: str) -> str:
    # Six real words are always longer than this, so they need no rule of their own.
    return "" if len(text) >= MIN_CHARACTERS else f"it needs at least {MIN_CHARACTERS} characters"


def _duration(guesses: float) -> str:
    seconds = guesses / _GUESSES_A_SECOND
    if seconds < 1:
        return "less than a second"
    if seconds > 1000 * _UNITS[-1][1]:
        return "longer than a thousand years"
    unit, size = next((name, size) for name, size in reversed(_UNITS) if seconds >= size)
    count = int(seconds / size)
    return f"about {count} {unit}{'s' if count != 1 else ''}"
