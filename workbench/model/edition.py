"""What newer editions of record files say of people who were judged, as the case itself keeps it.

It is an activity of the case for each judged lead of whom a newer edition says otherwise: nothing of the
decision changes, and taking the activity back takes the mark back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.model.activity import Activity
from workbench.model.case import CaseContent
from workbench.model.lead import LeadStatus
from workbench.model.standing import standing_activities

LEAD, EDITION, FILE, DAY = "lead_id", "edition", "edition_file", "edition_day"
GONE, LOST, WORDS = "edition_gone", "edition_lost", "edition_words"
SEEN = "edition_seen"
"""Details of such activities; ``SEEN`` is of the one that notes that somebody has read the others."""

_BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class EditionMark:
    """What the edition ``edition`` (an import's id) of ``day`` says of the record of one judged lead.

    ``gone``: it has the record no longer.  ``lost`` are the contact values (``point_key``) it no longer
    states, ``words`` what it says otherwise.  Neither: it says again what was judged.
    """

    lead_id: str
    edition: str
    file_name: str
    day: date
    gone: bool = False
    lost: frozenset[str] = frozenset()
    words: str = ""
    activity_id: str = ""
    seen: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says otherwise than what was judged."""
        return self.gone or bool(self.lost) or bool(self.words)

    @property
    def source(self) -> str:
        """The edition as text: ``voters_2026.csv of 2026-11-28``."""
        return f"{self.file_name} of {self.day.isoformat()}"

    @property
    def note(self) -> str:
        """What it says, as text."""
        return f"no longer in {self.source}" if self.gone else f"{self.source} says: {self.words}"

    def lacks(self, key: str) -> bool:
        """Whether the edition no longer states the contact value of this ``point_key``."""
        return self.gone or key in self.lost

    def details(self) -> dict[str, str]:
        """As the details of an activity."""
        found = {
            LEAD: self.lead_id,
            EDITION: self.edition,
            FILE: self.file_name,
            DAY: self.day.isoformat(),
            GONE: "yes" if self.gone else "",
            LOST: _BETWEEN.join(sorted(self.lost)),
            WORDS: self.words,
        }
        return {key: text for key, text in found.items() if text}


def point_key(kind: str, normalized: str) -> str:
    """A contact value as marks name it."""
    return f"{kind}:{normalized}"


def seen_details(marks: Iterable[EditionMark]) -> dict[str, str]:
    """The details of the activity that notes that ``marks`` were read."""
    return {SEEN: _BETWEEN.join(mark.activity_id for mark in marks)}


def all_marks(activities: Iterable[Activity]) -> tuple[EditionMark, ...]:
    """Every mark that stands, the oldest first."""
    known = tuple(activities)
    if not any(EDITION in a.details for a in known):
        return ()
    standing = [a for a in standing_activities(known) if EDITION in a.details or SEEN in a.details]
    seen = {i for a in standing for i in a.details.get(SEEN, "").split(_BETWEEN)}
    return tuple(_mark(a, seen=a.activity_id in seen) for a in standing if EDITION in a.details)


def _mark(activity: Activity, *, seen: bool) -> EditionMark:
    details = activity.details
    return EditionMark(
        details.get(LEAD, ""),
        details[EDITION],
        details.get(FILE, ""),
        date.fromisoformat(details[DAY]),
        GONE in details,
        frozenset(filter(None, details.get(LOST, "").split(_BETWEEN))),
        details.get(WORDS, ""),
        activity.activity_id,
        seen,
    )


def edition_marks(activities: Iterable[Activity]) -> dict[str, EditionMark]:
    """By lead id what the newest edition that had something to say says; nothing where that is as judged."""
    last = {mark.lead_id: mark for mark in all_marks(activities)}
    return {lead_id: mark for lead_id, mark in last.items() if mark.tells}


def edition_news(content: CaseContent) -> tuple[EditionMark, ...]:
    """The marks of accepted leads that nobody has read yet, the oldest first."""
    accepted = {lead.lead_id for lead in content.leads if lead.status is LeadStatus.ACCEPTED}
    marks = edition_marks(content.activities).values()
    return tuple(mark for mark in marks if not mark.seen and mark.lead_id in accepted)
