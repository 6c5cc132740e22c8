"""The case file's codes in words: results, sources, entries of the timeline, how sure something is."""

from ui.messages.formats import iso_day, money
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.style.tokens import ChipKind
from workbench.model.edition import EditionMark
from workbench.model.evidence import Evidence
from workbench.model.result_code import Channel
from workbench.services.case_timeline import EntryKind, EntryShape, Gone
from workbench.services.confidence import Known, Rung, day_of
from workbench.services.ego import Ring
from workbench.services.phone_facts import PhoneFacts


def rung_chip(rung: Rung) -> tuple[ChipKind, str]:
    """A rung of the verdict ladder."""
    chips = {
        Rung.UNKNOWN: (ChipKind.NEUTRAL, translate("Case", "Nothing usable")),
        Rung.CANDIDATE: (ChipKind.WARN, translate("Case", "Candidate")),
        Rung.CORROBORATED: (ChipKind.INFO, translate("Case", "Corroborated")),
        Rung.VERIFIED: (ChipKind.OK, translate("Case", "Verified")),
        Rung.CONFIRMED: (ChipKind.OK, translate("Case", "Right party confirmed")),
    }
    return chips[rung]


def rung_means(rung: Rung) -> str:
    """What a rung stands for."""
    words = {
        Rung.UNKNOWN: translate("Case", "no address or employer that is not known to be bad"),
        Rung.CANDIDATE: translate("Case", "one source says so"),
        Rung.CORROBORATED: translate("Case", "two independent sources say so"),
        Rung.VERIFIED: translate("Case", "somebody checked it and marked it good"),
        Rung.CONFIRMED: translate("Case", "the right person was reached"),
    }
    return words[rung]


def confidence_words(known: Known) -> str:
    """How sure the case is of a contact point, and why."""
    sources = plural(len(known.origins), translate("Case", "1 source"), translate("Case", "{n} sources"))
    if known.rung is Rung.UNKNOWN:
        return translate("Case", "not usable")
    if known.missing:
        more = translate("Case", "{sources}, outdated too").format(sources=sources)
        sources = more if known.origins else translate("Case", "outdated")
    elif known.earlier is not None:
        sources = translate("Case", "{sources}, earlier").format(sources=sources)
    return translate("Case", "{rung} · {sources}").format(rung=rung_chip(known.rung)[1], sources=sources)


def doubt_words(known: Known) -> list[str]:
    """What of later date speaks against a contact point: newer editions, a newer address."""
    found = [edition_words(mark) for mark in known.missing]
    if known.earlier is not None:
        words = translate("Case", "a newer record of {day} has another address")
        found.append(words.format(day=iso_day(known.earlier)))
    return found


def phone_fact_words(facts: PhoneFacts) -> list[str]:
    """What a number itself tells: extension, kind of line, an area code of another state."""
    lines = {
        "toll_free": translate("Case", "A toll-free number: a desk, hardly a person's own."),
        "premium": translate("Case", "A premium-rate number: calls to it cost."),
        "personal": translate("Case", "A follow-me number: it may ring anywhere."),
    }
    found = []
    if facts.extension:
        found.append(translate("Case", "Extension {number}").format(number=facts.extension))
    if facts.line:
        found.append(lines[facts.line])
    if facts.elsewhere:
        words = translate("Case", "Its area code is of {state}, where none of the addresses is.")
        found.append(words.format(state=facts.state))
    return found


def missing_words(mark: EditionMark) -> str:
    """That a newer edition of the file that stated something states it no longer."""
    words = translate("Case", "no longer in {file} of {day}")
    return words.format(file=mark.file_name, day=iso_day(mark.day))


def edition_words(mark: EditionMark) -> str:
    """What a newer edition says of somebody accepted."""
    if mark.gone:
        return missing_words(mark)
    words = translate("Case", "{file} of {day} says otherwise: {words}")
    return words.format(file=mark.file_name, day=iso_day(mark.day), words=mark.words)


def source_words(evidence: Evidence, files: dict[str, str]) -> str:
    """Where a statement comes from: the file and its row, or who said so."""
    name = files.get(evidence.import_id, "")
    if name and evidence.row_number is not None:
        return translate("Case", "{file}, row {row}").format(file=name, row=f"{evidence.row_number:,}")
    return name or origin_words(evidence.origin or evidence.source_kind)


def origin_words(origin: str) -> str:
    """Whose data it is, as a person reads it: ``voter_north_carolina`` is "voter north carolina".

    A file of no known layout is of the origin ``generic``, which tells nobody anything.
    """
    if origin == "generic" or origin.startswith("generic:"):
        return origin.replace("generic", translate("Case", "a record file"), 1)
    return origin.replace("_", " ")


def evidence_day(evidence: Evidence) -> str:
    """The day a statement is of; marked where it is only that of its recording."""
    day = iso_day(day_of(evidence))
    return day if evidence.as_of else translate("Case", "{day} (recorded)").format(day=day)


def ring_words(ring: Ring) -> str:
    """What stands in a ring of the ego chart."""
    words = {
        Ring.SELF: translate("Case", "This person"),
        Ring.PEOPLE: translate("Case", "People"),
        Ring.ADDRESS: translate("Case", "Addresses"),
        Ring.EMPLOYER: translate("Case", "Employers"),
    }
    return words[ring]


def channel_words(channel: Channel) -> str:
    """How somebody was reached."""
    words = {
        Channel.CALL: translate("Case", "Call"),
        Channel.CALL_IN: translate("Case", "They called"),
        Channel.TEXT: translate("Case", "Text message"),
        Channel.EMAIL: translate("Case", "E-mail"),
        Channel.LETTER: translate("Case", "Letter"),
        Channel.VISIT: translate("Case", "Visit"),
    }
    return words[channel]


def shape_chip(shape: EntryShape) -> tuple[ChipKind, str]:
    """What an entry of the timeline is."""
    chips = {
        EntryShape.CONTACT: (ChipKind.INFO, translate("Case", "Contact")),
        EntryShape.CONVERSATION: (ChipKind.OK, translate("Case", "Conversation")),
        EntryShape.LOCATE: (ChipKind.WARN, translate("Case", "Locate")),
        EntryShape.NOTE: (ChipKind.NEUTRAL, translate("Case", "Note")),
        EntryShape.NEGOTIATION: (ChipKind.PROMISE, translate("Case", "Negotiation")),
        EntryShape.LEAD: (ChipKind.WARN, translate("Case", "Lead")),
        EntryShape.POINT: (ChipKind.WARN, translate("Case", "Contact point")),
        EntryShape.MONEY: (ChipKind.PROMISE, translate("Case", "Money")),
        EntryShape.DOCUMENT: (ChipKind.NEUTRAL, translate("Case", "Document")),
        EntryShape.RESTRICTION: (ChipKind.LEGAL, translate("Case", "Restriction")),
        EntryShape.SYSTEM: (ChipKind.NEUTRAL, translate("Case", "System")),
    }
    return chips[shape]


def kind_words(kind: EntryKind | None) -> str:
    """A filter of the timeline; None: all."""
    words = {
        None: translate("Case", "All"),
        EntryKind.CONTACT: translate("Case", "Contact and notes"),
        EntryKind.LOCATE: translate("Case", "Locate"),
        EntryKind.MONEY: translate("Case", "Money"),
        EntryKind.DOCUMENTS: translate("Case", "Documents"),
        EntryKind.SYSTEM: translate("Case", "System"),
    }
    return words[kind]


def gone_words(gone: Gone) -> str:
    """Why an entry no longer counts."""
    words = {
        Gone.NO: "",
        Gone.TAKEN_BACK: translate("Case", "taken back"),
        Gone.CORRECTED: translate("Case", "corrected by a newer entry"),
    }
    return words[gone]


def detail_words(key: str) -> str:
    """The heading of one line of an expanded entry."""
    words = {
        "channel": translate("Case", "Channel"),
        "person": translate("Case", "Person"),
        "address": translate("Case", "Address"),
        "phone": translate("Case", "Phone"),
        "email": translate("Case", "E-mail"),
        "employer": translate("Case", "Employer"),
        "online": translate("Case", "Online"),
        "zone": translate("Case", "Time zone"),
        "position": translate("Case", "Position"),
        "counter_offer": translate("Case", "Counter-offer"),
        "next_step": translate("Case", "Next step"),
        "record": translate("Case", "Record of"),
        "reason": translate("Case", "Reason"),
        "text": translate("Case", "Text"),
    }
    return words.get(key, key.replace("_", " "))


def cost_words(cents: int) -> str:
    """What a step cost; nothing for nothing."""
    return money(cents) if cents else ""
