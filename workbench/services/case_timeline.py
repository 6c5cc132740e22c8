"""The timeline of a case: everything that happened, as one stream, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from workbench.model.activity import Activity, ActivityKind
from workbench.model.case import CaseContent
from workbench.model.lead import Lead, LeadStatus
from workbench.model.party import ContactPoint, Party
from workbench.model.result_code import LOCATE_RESULTS, LOCATE_SOURCES, RESULT_CODES
from workbench.model.standing import REMOVED_DOCUMENT, UNDONE, activities_taken_back
from workbench.model.work import WorkState
from workbench.services.account_draft import local_day
from workbench.services.case_log import PIN, UNPIN
from workbench.services.confidence import Known, best_first, known_points
from workbench.services.display import contact_words
from workbench.services.negotiation import NOTE_KEYS, is_negotiation
from workbench.services.settling import ARRANGEMENT
from workbench.services.worklist_language import CLOSED
from workbench.vault.vault import Vault

_DOCUMENTS = frozenset({"document", REMOVED_DOCUMENT, "exported_document"})
_SOURCES = MappingProxyType(dict(LOCATE_SOURCES))
_LOCATING = frozenset({"lead_id", "contact_point", "party"})


class EntryKind(StrEnum):
    """The kinds that the timeline's filters tell apart."""

    CONTACT = "contact"
    LOCATE = "locate"
    MONEY = "money"
    DOCUMENTS = "documents"
    SYSTEM = "system"


class EntryShape(StrEnum):
    """What an entry is, more finely than its kind: its glyph and words follow."""

    CONTACT = "contact"
    CONVERSATION = "conversation"
    LOCATE = "locate"
    NOTE = "note"
    NEGOTIATION = "negotiation"
    LEAD = "lead"
    POINT = "point"
    MONEY = "money"
    DOCUMENT = "document"
    RESTRICTION = "restriction"
    SYSTEM = "system"


class Gone(StrEnum):
    """Why an entry no longer counts."""

    NO = ""
    TAKEN_BACK = "taken_back"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of an expanded entry."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry: ``title`` says in one line what happened, :func:`details_of` has the rest.

    ``gone`` says why it no longer counts; ``correctable``: a person wrote it and it still counts.
    """

    activity: Activity
    kind: EntryKind
    shape: EntryShape
    title: str
    gone: Gone
    pinned: bool

    @property
    def entry_id(self) -> str:
        """The id of its activity."""
        return self.activity.activity_id

    @property
    def day(self) -> date:
        """The day it happened, where the computer is."""
        return self.activity.at.astimezone().date()

    @property
    def correctable(self) -> bool:
        """Whether a new entry may take its place."""
        own = self.activity.kind is not ActivityKind.SYSTEM and self.shape is not EntryShape.NEGOTIATION
        return own and self.gone is Gone.NO


@dataclass(frozen=True, slots=True)
class Names:
    """What entries refer to, by id."""

    parties: dict[str, Party]
    points: dict[str, ContactPoint]
    leads: dict[str, Lead]


@dataclass(frozen=True, slots=True)
class Composing:
    """What recording something offers: the people, usable contact points best first, what is next."""

    parties: tuple[Party, ...]
    points: tuple[Known, ...]
    work: WorkState
    closed: bool
    today: date


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The timeline, newest first, with what its entries refer to."""

    account_id: str
    entries: tuple[TimelineEntry, ...]
    names: Names
    today: date


def timeline_view(vault: Vault, account_id: str) -> TimelineView:
    """The timeline of an account."""
    content = vault.read_case(account_id)
    return TimelineView(account_id, timeline(content), names_of(content), local_day(vault))


def composing(vault: Vault, account_id: str) -> Composing:
    """What recording something on an account offers."""
    content, work = vault.read_account(account_id)
    return Composing(
        tuple(p for p in content.parties if not p.retired),
        tuple(best_first(known_points(content))),
        work,
        content.account.status in CLOSED,
        local_day(vault),
    )


def timeline(content: CaseContent) -> tuple[TimelineEntry, ...]:
    """Every entry of a case, newest first; marks of pins and undos show on what they mark."""
    reader = _Reader(content)
    made = [reader.entry(a) for a in content.activities if not _is_mark(a)]
    return tuple(reversed(made))


def _is_mark(activity: Activity) -> bool:
    return UNDONE in activity.details or PIN in activity.details or UNPIN in activity.details


def names_of(content: CaseContent) -> Names:
    """What the entries of a case refer to."""
    return Names(
        {p.party_id: p for p in content.parties},
        {p.contact_id: p for p in content.contact_points},
        {lead.lead_id: lead for lead in content.leads},
    )


class _Reader:
    """Reads activities as entries."""

    def __init__(self, content: CaseContent) -> None:
        self._points = {p.contact_id: contact_words(p) for p in content.contact_points}
        self._money_at = {e.recorded_at for e in content.ledger} | {a.made_at for a in content.arrangements}
        self._gone = activities_taken_back(content.activities)
        self._corrected = {
            a.corrects
            for a in content.activities
            if a.corrects and UNDONE not in a.details and a.activity_id not in self._gone
        }
        self._pinned = _pinned(content.activities, self._gone)

    def entry(self, activity: Activity) -> TimelineEntry:
        kind, shape = self._kind(activity)
        own = activity.activity_id
        gone = Gone.TAKEN_BACK if own in self._gone else Gone.NO
        if not gone and own in self._corrected:
            gone = Gone.CORRECTED
        return TimelineEntry(activity, kind, shape, self._title(activity), gone, own in self._pinned)

    def _kind(self, activity: Activity) -> tuple[EntryKind, EntryShape]:
        if activity.kind is ActivityKind.CONTACT:
            talked = EntryShape.CONVERSATION if activity.conversation else EntryShape.CONTACT
            return EntryKind.CONTACT, talked
        if activity.kind is ActivityKind.LOCATE:
            return EntryKind.LOCATE, EntryShape.LOCATE
        if activity.kind is ActivityKind.NOTE:
            shape = EntryShape.NEGOTIATION if is_negotiation(activity) else EntryShape.NOTE
            return EntryKind.CONTACT, shape
        return self._system_kind(activity)

    def _system_kind(self, activity: Activity) -> tuple[EntryKind, EntryShape]:
        details = activity.details.keys()
        if details & _DOCUMENTS:
            return EntryKind.DOCUMENTS, EntryShape.DOCUMENT
        if "lead_id" in details:
            return EntryKind.LOCATE, EntryShape.LEAD
        if details & _LOCATING:
            return EntryKind.LOCATE, EntryShape.POINT
        if "restriction" in details:
            return EntryKind.SYSTEM, EntryShape.RESTRICTION
        if ARRANGEMENT in details or activity.at in self._money_at:
            return EntryKind.MONEY, EntryShape.MONEY
        return EntryKind.SYSTEM, EntryShape.SYSTEM

    def _title(self, activity: Activity) -> str:
        text = " ".join(activity.text.split())
        if activity.kind is ActivityKind.CONTACT:
            words = (result_words(activity.result_code), self._points.get(activity.contact_id, ""), text)
            return " · ".join(filter(None, words))
        if activity.kind is ActivityKind.LOCATE:
            source = _SOURCES.get(activity.action_code, activity.action_code)
            return " · ".join(filter(None, (source, result_words(activity.result_code), text)))
        return text


def result_words(code: str) -> str:
    """The result of a contact or locate attempt in words; an unknown code as it is."""
    known = RESULT_CODES.get(code) or LOCATE_RESULTS.get(code)
    return known.words if known else code


def details_of(entry: TimelineEntry, names: Names) -> tuple[Detail, ...]:
    """Everything an entry has to say, line by line."""
    return tuple(_details(entry.activity, names))


def _details(activity: Activity, names: Names) -> Iterable[Detail]:
    if activity.channel:
        yield Detail("channel", activity.channel)
    if party := names.parties.get(activity.party_id):
        yield Detail("person", party.name.whole)
    if point := names.points.get(activity.contact_id):
        yield Detail(point.kind.value, contact_words(point))
    if activity.zone:
        yield Detail("zone", activity.zone)
    for key in NOTE_KEYS:
        if said := activity.details.get(key):
            yield Detail(key, said)
    if lead := names.leads.get(activity.details.get("lead_id", "")):
        yield Detail("record", lead.person.name)
        if lead.status is LeadStatus.REJECTED and lead.reason is not None:
            yield Detail("reason", lead.reason.value)
    if activity.text and not is_negotiation(activity):
        yield Detail("text", activity.text)


def _pinned(activities: Iterable[Activity], gone: frozenset[str]) -> frozenset[str]:
    pinned: set[str] = set()
    for activity in activities:
        details = activity.details
        if details and activity.activity_id not in gone:
            if entry := details.get(PIN):
                pinned.add(entry)
            pinned.discard(details.get(UNPIN, ""))
    return frozenset(pinned)
