"""Search of the whole record library, with what the vault's accounts already know of who is found."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from workbench.base.changes import Changes
from workbench.base.errors import UserError, WorkbenchError
from workbench.model.importing import ImportRecord
from workbench.model.lead import LeadStatus
from workbench.records.library import default_library
from workbench.services.library_search_answer import LIMIT, Hit, look_up
from workbench.services.library_search_candidates import Source
from workbench.services.library_search_language import understand
from workbench.services.library_search_repeats import Elsewhere, same_elsewhere
from workbench.services.library_search_words import Asked, Understood
from workbench.services.written import Written
from workbench.vault.audit import AuditItem
from workbench.vault.case_codec import body_digest
from workbench.vault.errors import VaultFileError
from workbench.vault.library_links import person_links
from workbench.vault.library_lookups import StoredRow
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Link:
    """An account that knows a found person already, and where its lead stands."""

    account_id: str
    account_number: str
    debtor_name: str
    status: LeadStatus


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What kind of file a hit comes from, and what the law says of using it ("" where nothing is known)."""

    title: str
    law: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, the best first.

    ``links`` are the accounts that know a hit, by its key; ``more``: there are further hits; ``files`` were
    searched, of ``people`` in all.  ``sources`` tell of the hits' layouts, by profile id.  ``notes`` say what
    of the library could not be searched as asked, ``widen`` what would find more.  ``outdated`` files, by
    name, were imported by an earlier version and can be brought up to date (``services/library_renewal``).
    """

    understood: Understood
    hits: tuple[Hit, ...] = ()
    more: bool = False
    files: int = 0
    people: int = 0
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    sources: dict[str, SourceNote] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    widen: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


class NothingUnderstoodError(UserError):
    """Nothing of a search line can be looked up."""

    code = "library.nothing_understood"

    def __init__(self, understood: Understood) -> None:
        first = understood.problems[0] if understood.problems else None
        super().__init__(
            first.message if first else "There is nothing to search for.",
            hint=(first.hint if first else "")
            or "munoz j 1984, “118 maple st”, 865-555-0142, employer:acme.",
        )


def find_people(vault: Vault, line: str, *, limit: int = LIMIT) -> Answer:
    """Everybody in the record files to whom a search line applies, at most ``limit``.

    A line of which nothing can be looked up gives an answer without hits that says why.  A file that turns
    out to be damaged is named and left out, like one that cannot be opened.
    """
    sources, notes = _sources(vault)
    text = line.encode("utf-8", "replace").decode()  # what was pasted may hold half of a character
    while True:
        try:
            return _answered(vault, text, limit, sources, notes)
        except VaultFileError as damage:
            gone = [s for s in sources if vault.library.path(s.record.import_id).name == damage.file]
            if not gone:
                raise
            notes += tuple(_not_searched(source.record, damage) for source in gone)
            sources = [source for source in sources if source not in gone]


def _answered(
    vault: Vault, line: str, limit: int, sources: Sequence[Source], notes: tuple[str, ...]
) -> Answer:
    understood = understand(line, vault.clock.now().date(), partial(_is_city, sources))
    files = len(sources)
    outdated = tuple(source.record.file_name for source in sources if not source.lookups.tolerant)
    people = sum(source.record.counts.accepted for source in sources)
    if not understood.searchable or not sources:
        return Answer(understood, files=files, people=people, notes=notes, outdated=outdated)
    found = look_up(sources, understood, limit)
    return Answer(
        understood,
        found.hits,
        more=found.more,
        files=files,
        people=people,
        links=_links(vault, found.hits),
        sources={profile: _source_note(profile) for profile in {hit.profile_id for hit in found.hits}},
        notes=notes,
        widen=() if found.hits else tuple(_widening(understood.alternatives)),
        outdated=outdated,
    )


def elsewhere(vault: Vault, hits: Sequence[Hit]) -> dict[str, tuple[Elsewhere, ...]]:
    """For each hit, by its key, every other row of the library that says the same, newest import first."""
    sources, _ = _sources(vault)
    return {hit.key: tuple(_saying_the_same(sources, hit)) for hit in hits}


def _saying_the_same(sources: Sequence[Source], hit: Hit) -> Iterable[Elsewhere]:
    own = hit.record.import_id, hit.record.row_number
    for source in sources:
        with suppress(VaultFileError):  # the search has named a damaged file
            found = list(same_elsewhere(source, hit.row))
            yield from (same for same in found if (same.import_id, same.row_number) != own)


def _is_city(sources: Sequence[Source], city: str) -> bool:
    return any(city in source.lookups.cities() for source in sources)


def _sources(vault: Vault) -> tuple[list[Source], tuple[str, ...]]:
    """The record files, newest import first; a file that cannot be opened is named and left out."""
    records = {record.import_id: record for record in vault.registry.imports()}
    kept = [records[import_id] for import_id in vault.library.ids() if import_id in records]
    sources: list[Source] = []
    notes: list[str] = []
    for record in sorted(kept, key=lambda r: (r.imported_at, r.import_id), reverse=True):
        try:
            sources.append(Source(record, vault.library.lookups(record.import_id)))
        except WorkbenchError as error:
            notes.append(_not_searched(record, error))
    return sources, tuple(notes)


def _not_searched(record: ImportRecord, error: WorkbenchError) -> str:
    return f"{record.file_name} was not searched: {error}"


def _links(vault: Vault, hits: Sequence[Hit]) -> dict[str, tuple[Link, ...]]:
    if not hits:
        return {}
    keys = [person_key_of(hit.row) for hit in hits]
    known = person_links(vault.session, sorted(set(keys)))
    ids = sorted({link.account_id for link in known})
    rows = {row.account_id: row for row in vault.catalog.account_rows(ids)}
    by_key: dict[str, list[Link]] = {}
    for link in known:
        if row := rows.get(link.account_id):
            made = Link(link.account_id, row.account_number, row.debtor_name, link.status)
            by_key.setdefault(link.person_key, []).append(made)
    return {hit.key: tuple(by_key[key]) for hit, key in zip(hits, keys, strict=True) if key in by_key}


def person_key_of(row: StoredRow) -> str:
    """The key of what a stored row says of its person: ``matching.tombstones.person_key`` of one row."""
    of = row.values
    parts = (
        of["first"],
        of["last"],
        of["suffix"],
        of["birth_date"] or of["birth_year"],
        of["address_house"],
        of["address_street"],
    )
    return "|".join(str(part) if part is not None else "" for part in parts)


def _source_note(profile_id: str) -> SourceNote:
    profile = next((p for p in default_library().profiles if p.id == profile_id), None)
    if profile is None:
        return SourceNote("", "")
    legal = profile.legal
    return SourceNote(profile.title, " ".join(part for part in (legal.citation, legal.note) if part))


def _widening(alternatives: Sequence[Asked]) -> Iterable[str]:
    """What would find more than nothing."""
    first = alternatives[0]
    if first.birth and (first.by_name or first.phone):
        yield "Leave out the birth date: many files know none."
    if first.city or first.state or first.zip_code:
        yield "Leave out the place: people move."
    if len(first.names) > 1 or first.first:
        yield "Ask for the last name with an initial only: munoz j."
    if first.names and not any(word.open for word in first.names):
        yield "Leave the end of the last name open: mun*."
    if first.unit or (first.house and first.street):
        yield "Ask for the house number with a ZIP code: house:118 zip:37917."
    if first.phone:
        yield "Search for the name or the address instead: files seldom hold every phone."
    if first.employer:
        yield "Ask for one word of the employer's name."


def note_search(vault: Vault, answer: Answer, account_id: str = "") -> Written:
    """Enter a search in the vault's audit chain: who, when, what was asked by, how many were found, for whom.

    The chain holds digests, never values: the line itself is not in it.  ReadOnlyVaultError where nothing
    can be written.
    """
    asked = sorted({chip.label for chip in answer.understood.chips})
    shown = f"{len(answer.hits)}{'+' if answer.more else ''}"
    reason = f"by {', '.join(asked)}; {shown} found in {answer.files} files"
    item = AuditItem("search line", "", "search", body_digest(answer.understood.line))
    vault.library.note("search_library", account_id, reason, (item,))
    return Written("", Changes())
