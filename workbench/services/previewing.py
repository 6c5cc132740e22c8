"""A file before it is imported: what it is, its columns with what they stand for, and some of its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.base.progress import Progress
from workbench.model.importing import ImportKind, ImportRecord
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.services.access import VaultAccess
from workbench.services.files import file_digest, require_file
from workbench.services.reader.process import run_job
from workbench.services.reader.protocol import ColumnLook as ColumnLook  # noqa: PLC0414  (part of a Preview)
from workbench.services.reader.protocol import Previewed, PreviewJob, Source
from workbench.vault.vault import Vault

ACCOUNTS, RECORDS = "accounts", "records"


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """Which part of which file, read as what; empty or None: as recognised."""

    path: Path
    kind: str = ""
    profile: str = "auto"
    member: str | None = None
    sheet: str | None = None
    read_as: ReadAs = AS_FOUND


@dataclass(frozen=True, slots=True)
class Preview:
    """``seen`` is what the child found; ``earlier`` the import of the very same file, if it stands."""

    request: PreviewRequest
    seen: Previewed
    digest: str
    earlier: ImportRecord | None

    @property
    def kind(self) -> str:
        """``accounts`` or ``records``."""
        return self.seen.kind

    @property
    def mapping(self) -> str:
        """The mapping proposed, as TOML."""
        return self.seen.placement_mapping if self.kind == ACCOUNTS else self.seen.records_mapping

    @property
    def words(self) -> str:
        """``pipe, Windows-1252, header row 1, about 500,000 rows``."""
        return str(self.seen.summary.get("summary", ""))

    def names(self, key: str) -> tuple[str, ...]:
        """The members of an archive or sheets of a workbook (``members``, ``sheets``)."""
        found = self.seen.summary.get(key)
        listed = found if isinstance(found, list) else []
        return tuple(str(x["name"]) if isinstance(x, Mapping) else str(x) for x in listed)


def preview(access: VaultAccess, request: PreviewRequest, progress: Progress) -> Preview:
    """Look at a file in the child process; UserError when it cannot be read."""
    require_file(request.path)
    records, placements = access.call(_saved)
    job = PreviewJob(
        Source(str(request.path.absolute()), request.member, request.sheet, request.read_as),
        request.kind,
        request.profile,
        records,
        placements,
    )
    seen = next(message for message in run_job(job, progress) if isinstance(message, Previewed))
    digest = file_digest(request.path)
    kind = ImportKind.ACCOUNTS if seen.kind == ACCOUNTS else ImportKind.RECORDS
    earlier = access.call(lambda vault: vault.registry.import_by_digest(kind, digest))
    return Preview(request, seen, digest, earlier)


def save_mapping(vault: Vault, kind: str, fingerprint: str, toml: str) -> None:
    """Keep a mapping for files with the same headings, before anything is imported."""
    of = ImportKind.ACCOUNTS if kind == ACCOUNTS else ImportKind.RECORDS
    vault.registry.save_mapping(fingerprint, of, toml)


def _saved(vault: Vault) -> tuple[dict[str, str], dict[str, str]]:
    registry = vault.registry
    return (
        {m.fingerprint: m.toml for m in registry.mappings(ImportKind.RECORDS)},
        {m.fingerprint: m.toml for m in registry.mappings(ImportKind.ACCOUNTS)},
    )
