"""Who lives at 118 Maple St, whose phone is this, every J* MUNOZ born 1984: in all imported files."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import MAXYEAR, MINYEAR
from typing import Any

from workbench.model.importing import ImportRecord
from workbench.model.party import PostalAddress
from workbench.normalize.addresses import parse_address
from workbench.normalize.emails import parse_email
from workbench.normalize.phones import parse_phone
from workbench.normalize.text import fold_text
from workbench.vault.audit import AuditItem
from workbench.vault.case_codec import body_digest, encode
from workbench.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Question:
    """What is known of somebody, as a person types it; None is not known."""

    last: str | None = None
    first: str | None = None
    birth_year: int | None = None
    house: str | None = None
    street: str | None = None
    zip_code: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody a record file names, and where it says so."""

    name: str
    birth: str
    address: str
    phones: tuple[str, ...]
    file_name: str
    row_number: int
    import_id: str
    record_id: str


def search(vault: Vault, question: Question, *, limit: int) -> list[FoundPerson]:
    """At most ``limit`` people to whom all that is asked applies, newest import first.

    A first name is taken by its first letter.  UserError when the question holds nothing to look up by.
    """
    question = _whole(question)
    if question.birth_year is not None and not MINYEAR <= question.birth_year <= MAXYEAR:
        return []
    imports = {r.import_id: r for r in vault.registry.imports()}
    newest_first = sorted(vault.library.ids(), key=lambda i: imports[i].imported_at, reverse=True)
    terms = _terms(question)
    found: list[FoundPerson] = []
    for import_id in newest_first:
        if len(found) >= limit:
            break
        found += _in_file(vault, imports[import_id], terms, limit - len(found))
    return found


def note_search(vault: Vault, question: Question, found: Sequence[FoundPerson]) -> None:
    """Enter a search in the vault's audit chain: by what was asked and how many were found, never a value.

    ReadOnlyVaultError where nothing can be written.
    """
    by = [name.replace("_", " ") for name, value in asdict(question).items() if value is not None]
    reason = f"by {', '.join(by)}; {len(found)} found in {len(vault.library.ids())} files"
    item = AuditItem("search line", "", "search", body_digest(encode(_whole(question))))
    vault.library.note("search_library", "", reason, (item,))


def _whole(question: Question) -> Question:
    """``question`` without halves of characters, which an argument of another encoding holds."""
    texts = {k: v for k, v in asdict(question).items() if isinstance(v, str)}
    whole: dict[str, Any] = {k: text.encode("utf-8", "replace").decode() for k, text in texts.items()}
    return replace(question, **whole)


def _terms(question: Question) -> "dict[str, str | int | None]":
    line = f"{question.house or ''} {question.street or ''}".strip()
    parts = parse_address(PostalAddress(line)) if question.street else None
    return {
        "name": fold_text(question.last or ""),
        "first_initial": fold_text(question.first or "")[:1],
        "birth_year": question.birth_year,
        "house": (parts.house if parts else question.house) or "",
        "street": (parts.street if parts else "") or "",
        "zip_code": (question.zip_code or "")[:5],
        "phone": (parse_phone(question.phone) or question.phone) if question.phone else "",
        "email": (parse_email(question.email) or question.email) if question.email else "",
    }


def _in_file(
    vault: Vault, record: ImportRecord, terms: "dict[str, str | int | None]", limit: int
) -> list[FoundPerson]:
    with vault.library.open(record.import_id) as library:
        people = library.search(**terms, limit=limit)  # type: ignore[arg-type]  # each value has its own type
    return [
        FoundPerson(
            p.name, p.birth, p.addresses[0] if p.addresses else "", p.phones, record.file_name, p.row_number,
            record.import_id, p.record_id,
        )
        for p in people
    ]  # fmt: skip
