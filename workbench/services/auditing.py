"""The vault's own audit chain as lines for a person, and whether it is whole."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from workbench.reports.cells import write_csv
from workbench.services.exports import export_text
from workbench.vault.audit import check_chain, read_entry
from workbench.vault.vault import Vault
from workbench.vault.vault_audit import mirrored

WORDS = {
    "create_vault": "Vault made",
    "unlock": "Unlocked",
    "failed_unlocks": "Wrong passphrases before",
    "create_cases": "Cases made",
    "shred_case": "Case destroyed",
    "add_import": "Import",
    "match_library": "Library matched again",
    "renew_library": "Record file brought up to date",
    "undo_import": "Import undone",
    "save_mapping": "Mapping saved",
    "save_client": "Client saved",
    "save_user": "User saved",
    "set_setting": "Setting changed",
    "remove_setting": "Setting removed",
    "save_resource": "Text saved",
    "export_accounts": "Accounts exported",
    "search_library": "Record files searched",
    "propose_lead": "Lead proposed by hand",
    "backup": "Backup made",
    "restore_key_store": "Key store put back from its copy",
}
COLUMNS = ("number", "at", "actor", "action", "subject", "reason")


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry: its number, when, who, what in words, of what, why."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class AuditTrail:
    """The chain, newest entry first.  ``fault`` says where it is wrong and how; empty: it is whole."""

    lines: tuple[AuditLine, ...]
    fault: str


def trail(vault: Vault, words: str = "") -> AuditTrail:
    """The whole chain, checked; only lines that hold every word of ``words`` are listed."""
    with vault.session.reading() as conn:
        sealed = vault.audit.entries(conn)
        fault = check_chain(vault.audit.key, sealed, mirrored(conn))
    names = {record.import_id: record.file_name for record in vault.registry.imports()}
    names |= {client.client_id: client.name for client in vault.registry.clients()}
    wanted = words.casefold().split()
    lines = []
    for entry in reversed(sealed):
        line = _line(entry.seq, entry.body, names)
        text = f"{line.action} {line.actor} {line.subject} {line.reason}".casefold()
        if all(word in text for word in wanted):
            lines.append(line)
    said = f"Entry {fault.position}: {fault.what}." if fault is not None else ""
    return AuditTrail(tuple(lines), said)


def write_trail(vault: Vault, out: Path, words: str = "") -> int:
    """Write the lines as CSV, not encrypted; how many were written."""
    found = trail(vault, words)
    rows = (
        (x.number, x.at.isoformat(timespec="seconds"), x.actor, x.action, x.subject, x.reason)
        for x in found.lines
    )
    with export_text(out) as stream:
        return write_csv(stream, COLUMNS, rows)


def _line(number: int, body: str, names: dict[str, str]) -> AuditLine:
    try:
        entry = read_entry(body)
    except msgspec.MsgspecError:
        return AuditLine(number, datetime.fromtimestamp(0).astimezone(), "", "Unreadable entry", "", "")
    subject = names.get(entry.subject, entry.subject)
    if entry.action == "create_cases":
        subject = f"{len(entry.items)} cases"
    action = WORDS.get(entry.action, entry.action.replace("_", " ").capitalize())
    return AuditLine(entry.seq, entry.at, entry.actor, action, subject, entry.reason)
