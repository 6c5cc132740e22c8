"""Documents of a case: taken into the encrypted case file, exported, and marked as removed; never erased."""

import mimetypes
import os
import unicodedata
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from workbench.base.changes import Changes
from workbench.base.errors import MachineError, UserError
from workbench.base.progress import Progress, check_cancelled
from workbench.model.case import CaseContent
from workbench.model.document import Document
from workbench.model.standing import REMOVED_DOCUMENT, standing_documents
from workbench.services.access import VaultAccess
from workbench.services.exports import export_bytes
from workbench.services.files import require_file
from workbench.services.own_entry import own_entry
from workbench.services.written import Written, written
from workbench.vault.case_editor import MAX_DOCUMENT, DocumentTooLargeError
from workbench.vault.vault import Vault

LONGEST_NAME = 120
_PIECE = 4 * 1024 * 1024
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)
_FORBIDDEN = frozenset('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class Attached:
    """An attached document; ``known``: the case had the same bytes already, and nothing was written."""

    document: Document
    written: Written
    known: bool = False


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The documents of a case that nobody removed, newest first."""

    account_id: str
    documents: tuple[Document, ...]


class UnknownDocumentNameError(UserError):
    """The case has no such document."""

    code = "document.unknown"

    def __init__(self) -> None:
        super().__init__("The case has no such document.", hint="Choose one of those shown.")


def documents(vault: Vault, account_id: str) -> tuple[Document, ...]:
    """The documents of a case that nobody removed, newest first."""
    return tuple(reversed(standing_documents(vault.read_case(account_id))))


def documents_view(vault: Vault, account_id: str) -> DocumentsView:
    """What the documents' list shows."""
    return DocumentsView(account_id, documents(vault, account_id))


def safe_name(name: str) -> str:
    """``name`` as a file name that no system reads as anything else: one part, no controls, bounded."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if c not in _FORBIDDEN and unicodedata.category(c)[0] != "C")
    kept = " ".join(kept.split()).strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if not dot:
        stem, suffix = kept, ""
    if not stem or stem.split(".")[0].casefold() in _RESERVED:
        stem = f"document {stem}".strip()
    suffix = suffix[:16]
    room = LONGEST_NAME - len(suffix) - 1
    return f"{stem[:room].rstrip(' .')}.{suffix}" if suffix else stem[:LONGEST_NAME]


def attach_file(
    access: VaultAccess, account_id: str, path: Path, progress: Progress, *, note: str = ""
) -> Attached:
    """Read a file and take it into the case; runs outside the vault's thread until it is written.

    UserError for no ordinary file or an empty one, DocumentTooLargeError, MachineError, CancelledError.
    """
    data = _read(path, progress)
    return access.call(partial(attach, account_id=account_id, name=path.name, data=data, note=note))


def _read(path: Path, progress: Progress) -> bytes:
    require_file(path)
    try:
        size = path.stat().st_size
        if size > MAX_DOCUMENT:
            raise DocumentTooLargeError(size)
        pieces: list[bytes] = []
        done = 0
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                check_cancelled(progress)
                pieces.append(piece)
                done += len(piece)
                progress.report(done, size, "bytes")
                if done > MAX_DOCUMENT:
                    raise DocumentTooLargeError(done)
    except OSError as error:
        raise MachineError(
            f"The file cannot be read ({os.strerror(error.errno or 0)}).",
            hint="Close it elsewhere, or copy it.",
        ) from None
    return b"".join(pieces)


def attach(vault: Vault, account_id: str, *, name: str, data: bytes, note: str = "") -> Attached:
    """Take bytes into the case under a safe name; the same bytes are recognised and not stored again."""
    if not data:
        raise UserError("The file is empty.", hint="Choose another one.")
    digest = sha256(data).hexdigest()
    for known in standing_documents(vault.read_case(account_id)):
        if known.digest == digest:
            return Attached(known, Written(f"{known.name} is in the case already", Changes()), known=True)
    shown = safe_name(name)
    media_type = mimetypes.guess_type(shown)[0] or "application/octet-stream"
    with vault.edit_case(account_id) as edit:
        edit.action = "add_document"
        document = edit.add_document(shown, media_type, data, note)
        edit.add_activity(
            own_entry(vault, f"Document attached: {shown}", details={"document": document.document_id})
        )
    return Attached(document, written(edit, f"{shown} attached"))


def remove_document(vault: Vault, account_id: str, document_id: str, reason: str) -> Written:
    """Mark a document as removed, with a reason: it is no longer shown, its bytes stay in the case file."""
    if not reason.strip():
        raise UserError("A reason is needed.", hint="Say in a few words why.")
    with vault.edit_case(account_id) as edit:
        edit.action = "remove_document"
        edit.reason = " ".join(reason.split())
        document = _standing(edit.content, document_id)
        edit.add_activity(
            own_entry(
                vault,
                f"Document removed: {document.name}. {edit.reason}",
                details={REMOVED_DOCUMENT: document_id},
            )
        )
    return written(edit, f"{document.name} removed")


def export_document(access: VaultAccess, account_id: str, document_id: str, target: Path) -> Written:
    """Write a document's bytes to ``target``, readable by its owner only; the case records it first.

    It leaves the vault's protection: that cannot be undone.  MachineError when it cannot be written.
    """
    if not target.absolute().parent.is_dir() or target.is_dir():
        raise UserError("The folder to export to does not exist.", hint="Choose another one.")
    data, done = access.call(partial(_recorded, account_id=account_id, document_id=document_id))
    with export_bytes(target) as stream:
        stream.write(data)
    return done


def _recorded(vault: Vault, account_id: str, document_id: str) -> tuple[bytes, Written]:
    with vault.edit_case(account_id) as edit:
        edit.action = "export_document"
        document = _standing(edit.content, document_id)
        edit.add_activity(
            own_entry(
                vault, f"Document exported: {document.name}", details={"exported_document": document_id}
            )
        )
    data = vault.read_document(account_id, document_id)
    done = written(edit, f"{document.name} exported")
    return data, Written(done.words, done.changes)


def read_document(vault: Vault, account_id: str, document_id: str) -> tuple[Document, bytes]:
    """A document with its bytes; UnknownDocumentNameError when the case has none of that id."""
    document = _standing(vault.read_case(account_id), document_id)
    return document, vault.read_document(account_id, document_id)


def _standing(content: CaseContent, document_id: str) -> Document:
    for document in standing_documents(content):
        if document.document_id == document_id:
            return document
    raise UnknownDocumentNameError
