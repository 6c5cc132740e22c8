"""The child's work on a public-record file: read, normalise, match, and write its library file.

One pass: every chunk goes to the matcher and to the library file, so memory does not grow with the file.
The next chunk is read and normalised in a thread meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import UserError
from workbench.base.progress import Progress
from workbench.model.presence import Presence
from workbench.records.errors import NamelessLayoutError, UnrecognisedLayoutError
from workbench.records.library import default_library
from workbench.records.mapping import Mapping
from workbench.records.mapping_text import mapping_from_toml, mapping_to_toml
from workbench.records.own_profile import own_of
from workbench.records.profile import check_purpose
from workbench.records.reading import Chunk, read_people
from workbench.records.recognition import GENERIC, mapping_for
from workbench.services.reader.ahead import ahead
from workbench.services.reader.choosing import Chosen, choose
from workbench.services.reader.protocol import (
    Finished,
    FromChild,
    LeadsFound,
    LibraryTarget,
    RecordsJob,
    RejectedRows,
    Searched,
)
from workbench.vault.values import Reject

if TYPE_CHECKING:
    from workbench.matching.matcher import Matcher
    from workbench.matching.result import MatchResult
    from workbench.vault.library_writer import LibraryWriter

LEADS_A_MESSAGE = 500
MOST_REJECTS_SENT = 100_000
TOLD_FROM = 50
"""Of fewer debtors the share that a file holds says too little to be told."""
HARDLY_ANY = 3
"""Per cent of the debtors below which the file is probably of another place, or of other people."""
Send = Callable[[FromChild], None]


@dataclass(slots=True)
class _Totals:
    """Counts of one file; ``read`` = taken + rejected + duplicates, in rows."""

    read: int = 0
    rejected: int = 0
    duplicates: int = 0
    people: int = 0


def read_record_file(job: RecordsJob, send: Send, progress: Progress) -> None:
    """Send rejected rows, then leads, then Finished; with ``job.library`` its file is complete by then."""
    path = Path(job.source.path)
    chosen = choose(job.source, "records", job.saved_mappings, job.profile)
    shape = chosen.shape
    mapping = _mapping(job, chosen)
    chunks = ahead(read_people(path, shape, mapping, progress=progress))
    matcher = _matcher(job.searched) if job.searched is not None else None
    totals = _Totals()
    with ExitStack() as stack:
        library = _library(job.library, stack)
        for chunk in chunks:
            _take(chunk, totals, matcher, library, send)
            del chunk  # while the next is waited for
        if library is not None:
            progress.report(0, None, "building the index")
            library.write_meta({"profile": mapping.profile_id, "words": shape.in_words()})
            library.finish()
    result = matcher.finish(progress) if matcher is not None else None
    if result is not None:
        _send_leads(result, job.import_id, send)
    send(_finished(job, chosen, mapping, totals, result))


def _take(
    chunk: Chunk, totals: _Totals, matcher: "Matcher | None", library: "LibraryWriter | None", send: Send
) -> None:
    totals.read += chunk.read
    totals.duplicates += chunk.duplicates
    totals.people += chunk.people.height
    if chunk.rejected:
        if totals.rejected < MOST_REJECTS_SENT:
            send(RejectedRows([r.problem for r in chunk.rejected], [r.raw for r in chunk.rejected]))
        if library is not None:
            library.write_rejects(
                Reject(r.problem.row_number, r.problem.reason, r.raw) for r in chunk.rejected
            )
    totals.rejected += len(chunk.rejected)
    if matcher is not None:
        matcher.add(chunk.people)
    if library is not None:
        library.write(chunk.people)


def _mapping(job: RecordsJob, chosen: Chosen) -> Mapping:
    """The mapping to read by: the user's, a saved one, the named profile's, or the recognised one's.

    Whichever it is, a layout whose law refuses the purpose is refused: an own mapping is no way round.
    """
    shelf, match = default_library(), chosen.match
    by_own_name = chosen.saved is not None and job.profile != "auto"
    named = {match.profile_id} if by_own_name else {match.profile_id, job.profile}
    for profile_id in named - {GENERIC, "auto", ""}:
        check_purpose(shelf.profile(profile_id), job.purpose)
    if job.mapping_toml is not None:
        return mapping_from_toml(job.mapping_toml)
    if chosen.saved is not None:
        return mapping_from_toml(chosen.saved.toml)
    if job.profile != "auto":
        return mapping_for(shelf.profile(job.profile), chosen.shape, shelf)
    if not any(person.named for person in match.mapping.people):
        raise _unreadable(chosen)
    return match.mapping


def _unreadable(chosen: Chosen) -> UserError:
    """Why nobody can be read from the file: it names no one, or nobody knows its layout."""
    match = chosen.match
    profile = None if match.profile_id == GENERIC else default_library().profile(match.profile_id)
    if profile is not None and profile.nameless:
        return NamelessLayoutError(f"{profile.title}: the file names no one.", hint=profile.nameless)
    return UnrecognisedLayoutError(
        f"The layout of the file is not known ({chosen.shape.in_words()}).",
        hint="Name it with --profile, or say what its columns mean with --mapping M.toml.",
    )


def _matcher(searched: Searched) -> "Matcher":
    """The matcher; imported here, while the first rows are read."""
    from workbench.services.reader.search_terms import matcher_for  # noqa: PLC0415

    return matcher_for(searched)


def _library(target: LibraryTarget | None, stack: ExitStack) -> "LibraryWriter | None":
    if target is None:
        return None
    from workbench.vault.library_writer import LibraryWriter  # noqa: PLC0415  (half a matching run's imports)

    return stack.enter_context(LibraryWriter(Path(target.path), target.key))


def _send_leads(result: "MatchResult", import_id: str, send: Send) -> None:
    for batch in _batches(result, import_id):
        send(batch)


def _batches(result: "MatchResult", import_id: str) -> Iterator[LeadsFound]:
    from workbench.services.result_leads import leads_of  # noqa: PLC0415

    batch = []
    for lead in leads_of(result, import_id):
        batch.append(lead)
        if len(batch) == LEADS_A_MESSAGE:
            yield LeadsFound(batch)
            batch = []
    if batch:
        yield LeadsFound(batch)


def presence_words(held: Presence) -> str:
    """How many of the debtors the file seems to hold, and how many of those have not moved."""
    share, of = round(100 * held.share), f"the {held.debtors:,} debtors"
    if share < HARDLY_ANY:
        return f"Hardly any of {of} seem to be in this file: is it of the right place?"
    words = f"About {share} % of {of} seem to be in this file."
    if held.addresses >= TOLD_FROM:
        words += f" Of those, about {round(100 * held.at_home)} % are still at an address you have of them."
    return words


def _finished(
    job: RecordsJob, chosen: Chosen, mapping: Mapping, totals: _Totals, result: "MatchResult | None"
) -> Finished:
    notes = list(chosen.saved.notes) if chosen.saved is not None and job.mapping_toml is None else []
    if totals.rejected > MOST_REJECTS_SENT:
        notes.append("So many rows were not taken that not all are listed; `problems ID --out F` writes all.")
    if result is not None and result.stats.skipped:
        notes.append(
            f"{len(result.stats.skipped):,} values were too common to search by, and were passed over."
        )
    held = result.stats.presence if result is not None else None
    if held is not None and held.debtors >= TOLD_FROM:
        notes.append(presence_words(held))
    like = own_of(job.mapping_toml) if job.mapping_toml is not None else None
    return Finished(
        read=totals.read,
        rejected=totals.rejected,
        duplicates=totals.duplicates,
        profile=mapping.profile_id,
        words=chosen.shape.in_words(),
        mapping_toml=chosen.kept(mapping_to_toml(mapping), job.source, like),
        fingerprint=chosen.fingerprint,
        people=totals.people,
        pairs=result.stats.pairs if result is not None else 0,
        presence=held if held is not None else Presence(),
        notes=tuple(notes),
    )
