"""What parent and child say to each other: jobs down, progress and results up.

A job carries all the child may know.  Debtors travel as Arrow IPC bytes (the frames of
``normalize.tables.Debtors``), never through a file.
"""

import msgspec

from workbench.model.importing import RowProblem
from workbench.model.lead import Lead
from workbench.model.presence import Presence
from workbench.records.placement import PlacementRow
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.services.reader.limits import ChildLimits


class Source(msgspec.Struct, frozen=True):
    """The foreign file of a job; ``member`` of an archive and ``sheet`` of a workbook when chosen.

    ``read_as`` is a person's word on how its text is to be read.
    """

    path: str
    member: str | None = None
    sheet: str | None = None
    read_as: ReadAs = AS_FOUND


class SniffJob(msgspec.Struct, frozen=True, tag="sniff"):
    """Say what the file is."""

    source: Source


class PreviewJob(msgspec.Struct, frozen=True, tag="preview"):
    """Show some rows of the file; ``kind`` is accounts, records, or empty: as recognised."""

    source: Source
    kind: str = ""
    profile: str = "auto"
    saved_records: dict[str, str] = {}
    saved_placements: dict[str, str] = {}


class PlacementsJob(msgspec.Struct, frozen=True, tag="placements"):
    """Read a placement file.

    The mapping is ``mapping_toml``, else the one of ``saved_mappings`` (by header fingerprint) that fits,
    else guessed from the header.
    """

    source: Source
    import_id: str
    file_digest: str
    default_client: str
    mapping_toml: str | None = None
    saved_mappings: dict[str, str] = {}


class Searched(msgspec.Struct, frozen=True):
    """Whom to look for: two Arrow IPC frames, what was judged wrong before, and the weights as the text of
    their file ("" for those that come with the program).
    """

    people: bytes
    addresses: bytes
    rejected_people: tuple[tuple[str, str], ...] = ()
    disproved_phones: tuple[tuple[str, str], ...] = ()
    weights: str = ""


class LibraryTarget(msgspec.Struct, frozen=True):
    """The library file to write and its own key; the only key a child ever holds."""

    path: str
    key: bytes


class RecordsJob(msgspec.Struct, frozen=True, tag="records"):
    """Read a public-record file, match it against ``searched`` and, with ``library``, write it there."""

    source: Source
    import_id: str
    profile: str
    purpose: str
    mapping_toml: str | None = None
    saved_mappings: dict[str, str] = {}
    searched: Searched | None = None
    library: LibraryTarget | None = None


Job = SniffJob | PreviewJob | PlacementsJob | RecordsJob


class ToChild(msgspec.Struct, frozen=True):
    """The one message a child gets."""

    job: Job
    limits: ChildLimits


class Progressed(msgspec.Struct, frozen=True, tag="progress"):
    """How far; at most ten a second."""

    done: int
    total: int | None
    stage: str


class PlacementsRead(msgspec.Struct, frozen=True, tag="placement_rows"):
    """Some placement rows and problems, in file order."""

    rows: list[PlacementRow]
    problems: list[RowProblem]
    raw: list[str]


class LeadsFound(msgspec.Struct, frozen=True, tag="leads"):
    """Some leads, best first within each party."""

    leads: list[Lead]


class RejectedRows(msgspec.Struct, frozen=True, tag="rejects"):
    """Rows not taken, with their own text, for the reject file."""

    problems: list[RowProblem]
    raw: list[str]


class Sniffed(msgspec.Struct, frozen=True, tag="sniffed"):
    """The answer to a SniffJob, ready to be printed as JSON."""

    summary: dict[str, object]


class ColumnLook(msgspec.Struct, frozen=True):
    """What a column holds in the rows shown: cells filled, distinct values, a few of them."""

    filled: int
    distinct: int
    examples: list[str]
    leading_zeros: int
    longest: int


class Previewed(msgspec.Struct, frozen=True, tag="previewed"):
    """The answer to a PreviewJob.  ``rows`` are cells as text; they go to the screen and nowhere else.

    ``basis`` says what the mapping rests on: profile, saved, similar (saved for headings that were a little
    different) or headings.  A mapping that cannot be is empty.  ``own`` is the name and ``purpose`` the
    purpose of the saved layout; ``notes`` say what was read otherwise than saved, and what the law says.
    ``lines`` are the first lines of the text as they stand, and ``read_as`` how they were read.
    """

    summary: dict[str, object]
    kind: str
    title: str
    columns: list[str]
    row_numbers: list[int]
    rows: list[list[str]]
    looks: list[ColumnLook]
    records_mapping: str
    placement_mapping: str
    basis: str
    fingerprint: str
    own: str = ""
    purpose: str = ""
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    read_as: ReadAs = AS_FOUND


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """The last message of a job that went well.

    ``duplicates`` are rows repeated within the file; ``mapping_toml`` is the mapping used and
    ``fingerprint`` that of the header it belongs to; ``presence`` is who the file seems to hold.
    """

    read: int
    rejected: int
    duplicates: int
    profile: str
    words: str
    mapping_toml: str
    fingerprint: str
    people: int = 0
    pairs: int = 0
    presence: Presence = Presence()
    notes: tuple[str, ...] = ()


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The job failed: ``kind`` is user, machine or defect."""

    kind: str
    message: str
    hint: str


FromChild = Progressed | PlacementsRead | LeadsFound | RejectedRows | Sniffed | Previewed | Finished | Failed
