"""The entries by which a case tells what a newer edition says of somebody who was judged."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.model.activity import Activity
from workbench.model.edition import SEEN, EditionMark
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead
from workbench.model.standing import UNDONE
from workbench.services.own_entry import own_entry
from workbench.vault.vault import Vault


def mark_activity(vault: Vault, mark: EditionMark, name: str) -> Activity:
    """The entry that keeps a mark; ``name`` is the record's person."""
    if mark.gone:
        text = f"The newer edition {mark.source} has {name} no longer."
    elif mark.tells:
        text = f"The newer edition {mark.source} says otherwise of {name}: {mark.words}."
    else:
        text = f"The newer edition {mark.source} says of {name} what was decided on."
    return own_entry(vault, text, details=mark.details())


def undone_mark(vault: Vault, mark: EditionMark, seq: int) -> Activity:
    """The entry that takes a mark back, which commit ``seq`` of the case made."""
    return own_entry(vault, "Taken back.", corrects=mark.activity_id, details={UNDONE: str(seq)})


def gone_mark(lead: Lead, imports: Iterable[ImportRecord]) -> EditionMark | None:
    """That the latest newer edition of a lead's file has it no longer, where the lead says so."""
    newer = [r for r in imports if r.edition_of == lead.person.import_id and r.undone_at is None]
    if not lead.gone or not newer:
        return None
    last = max(newer, key=lambda r: r.imported_at)
    day = last.imported_at.astimezone().date()
    return EditionMark(lead.lead_id, last.import_id, last.file_name, day, gone=True)


def known_when_judged(
    vault: Vault, leads: Iterable[Lead], imports: Mapping[str, ImportRecord]
) -> Iterable[Activity]:
    """The entries for leads that were gone when somebody judged them: as read already."""
    for lead in leads:
        mark = gone_mark(lead, imports.values())
        if mark is not None:
            made = mark_activity(vault, mark, lead.person.name)
            yield replace(made, details={**made.details, SEEN: made.activity_id})
