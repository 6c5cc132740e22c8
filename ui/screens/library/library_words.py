"""What the library search says: columns of the list, facts of a record, where a lead stands."""

from collections.abc import Iterator, Sequence
from functools import partial

from ui.messages.formats import count, moment, phone
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.models.paged_rows import Column
from ui.style.tokens import ChipKind
from workbench.model.lead import LeadStatus
from workbench.services.finding_people import Answer, Link, SourceNote
from workbench.services.library_search_answer import Hit
from workbench.services.library_search_repeats import Elsewhere

Known = dict[str, tuple[Link, ...]]
_KINDS = {
    LeadStatus.PENDING: ChipKind.INFO,
    LeadStatus.ACCEPTED: ChipKind.OK,
    LeadStatus.REJECTED: ChipKind.BAD,
    LeadStatus.UNSURE: ChipKind.WARN,
}


def columns(known: Known, case: list[str]) -> list[Column[Hit]]:
    """The columns of the list; ``known`` and ``case`` (the account searched for, if any) are read live."""
    chip = partial(known_chip, known=known, case=case)
    return [
        Column("name", translate("Library", "Name"), 140, _name),
        Column("born", translate("Library", "Born"), 84, _born),
        Column("why", translate("Library", "Why found"), 120, _why),
        Column("where", translate("Library", "Address"), 120, _where),
        Column("accounts", translate("Library", "Known"), 104, partial(_chip_words, chip=chip), chip=chip),
        Column("source", translate("Library", "As of, file"), 130, _source),
    ]


def sentence(hit: Hit) -> str:
    """A hit as a screen reader says it."""
    words = translate("Library", "{name}, born {born}, {where}; {why}; {file}, row {row}")
    return words.format(
        name=hit.record.name, born=_born(hit), where=_where(hit), why=hit.why(), file=hit.file_name,
        row=hit.record.row_number,
    )  # fmt: skip


def key_of(hit: Hit) -> str:
    """What tells a hit from the others."""
    return hit.key


def known_chip(hit: Hit, known: Known, case: Sequence[str]) -> tuple[ChipKind, str] | None:
    """Where the most telling lead about this person stands; one of the case searched for comes first."""
    links = known.get(hit.key, ())
    if not links:
        return None
    own = [link for link in links if link.account_id in case]
    link = (own or list(links))[0]
    return _KINDS[link.status], lead_words(link, here=bool(own))


def lead_words(link: Link, *, here: bool = False) -> str:
    """Where a lead stands, and on which account unless it is the one searched for."""
    words = {
        LeadStatus.PENDING: translate("Library", "lead"),
        LeadStatus.ACCEPTED: translate("Library", "accepted"),
        LeadStatus.REJECTED: translate("Library", "rejected"),
        LeadStatus.UNSURE: translate("Library", "unsure"),
    }[link.status]
    return translate("Library", "{words} here").format(words=words) if here else words


def facts(hit: Hit) -> Iterator[tuple[str, str]]:
    """(heading, value) of everything the record says of the person."""
    record, values = hit.record, hit.row.values
    yield translate("Library", "Born"), record.birth
    for number, address in enumerate(record.addresses):
        title = translate("Library", "Address") if number == 0 else translate("Library", "Mailing address")
        yield title, address
    yield translate("Library", "Phones"), ", ".join(phone(number) for number in record.phones)
    yield translate("Library", "E-mails"), ", ".join(record.emails)
    yield translate("Library", "Employer"), str(values["employer"] or "")
    yield translate("Library", "Former last name"), str(values["former_last"] or "")
    yield translate("Library", "SSN, last four"), str(values["ssn4"] or "")
    yield translate("Library", "Role in the file"), record.role.replace("_", " ")
    parts = [str(values[name]) for name in ("first", "middle", "last", "suffix") if values[name]]
    yield translate("Library", "Name as read"), " ".join(parts)


def origin(hit: Hit, note: SourceNote | None) -> Iterator[tuple[str, str]]:
    """(heading, value) of where the record comes from and what it may be used for."""
    yield translate("Library", "File"), hit.file_name
    yield translate("Library", "Row"), f"{hit.record.row_number:,}"
    yield translate("Library", "The file's own id"), hit.record.record_id
    yield translate("Library", "As of"), _as_of(hit)
    yield translate("Library", "Imported"), moment(hit.imported_at)
    yield translate("Library", "Layout"), note.title if note else ""
    yield translate("Library", "Imported for"), hit.purpose.replace("_", " ")
    yield translate("Library", "What the law says"), note.law if note else ""


def same_said(same: Elsewhere) -> str:
    """Where and as of when another row says the same: ``voters.txt, row 9 · as of 2025-10-01 · …``."""
    words = translate("Library", "{file}, row {row}").format(file=same.file_name, row=count(same.row_number))
    if same.as_of:
        words += " · " + translate("Library", "as of {day}").format(day=same.as_of.isoformat())
    imported = translate("Library", "imported {when} for {purpose}")
    return f"{words} · " + imported.format(
        when=moment(same.imported_at), purpose=same.purpose.replace("_", " ")
    )


def as_text(hit: Hit, note: SourceNote | None) -> str:
    """A record as text for the clipboard: who, what is said of them, where, and why it was found."""
    lines = [hit.record.name]
    lines += [f"{title}: {value}" for title, value in (*facts(hit), *origin(hit, note)) if value]
    lines.append(translate("Library", "Found because: {why}").format(why=hit.why()))
    return "\n".join(lines)


def how_many(answer: Answer) -> str:
    """How many are shown, and whether there are more; empty when there is nobody."""
    if not answer.hits:
        return ""
    if answer.more:
        return translate("Library", "the best {n}, there are more").format(n=count(len(answer.hits)))
    return plural(len(answer.hits), translate("Library", "1 person"), translate("Library", "{n} people"))


def nobody(answer: Answer) -> str:
    """What stands in place of the list: how to begin, or what would find somebody."""
    if not answer.files:
        return translate("Library", "The library holds no record file yet. Import one to search it.")
    one, many = translate("Library", "1 record file"), translate("Library", "{n} record files")
    files = plural(answer.files, one, many)
    if answer.understood.searchable:
        said = translate("Library", "Nobody in {files} answers this.").format(files=files)
        return "\n".join((said, "", *answer.widen))
    holds = translate("Library", "{people} people in {files}.")
    examples = (
        translate("Library", "munoz j 1984 — a name in any order, an initial, a birth year"),
        translate("Library", "mun* jose city:knoxville — the end of a name left open, a town"),
        translate("Library", "“118 maple st” knoxville — who lives here"),
        translate("Library", "865-555-0142 — whose phone is this"),
        translate("Library", "employer:acme   dob:1984-03-02   state:TN   zip:379"),
        translate("Library", "munoz, jose 1984 | 865-555-0142 — either of them"),
    )
    return "\n".join((holds.format(people=count(answer.people), files=files), "", *examples))


def _why(hit: Hit) -> str:
    return translate("Library", "exact") if hit.exact else hit.why()


def _name(hit: Hit) -> str:
    return hit.record.name


def _born(hit: Hit) -> str:
    return hit.record.birth or "—"


def _where(hit: Hit) -> str:
    return hit.record.addresses[0] if hit.record.addresses else "—"


def _source(hit: Hit) -> str:
    return f"{hit.record.as_of.isoformat()} · {hit.file_name}" if hit.record.as_of else hit.file_name


def _as_of(hit: Hit) -> str:
    return hit.record.as_of.isoformat() if hit.record.as_of else "—"


def _chip_words(hit: Hit, chip: "partial[tuple[ChipKind, str] | None]") -> str:
    found = chip(hit)
    return found[1] if found else "—"
