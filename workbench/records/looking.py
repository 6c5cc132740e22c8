"""A file as a known layout: sniffed and recognised, in the member of an archive that is a table of people."""

from pathlib import Path

from workbench.base.errors import UserError
from workbench.records.library import ProfileLibrary, default_library
from workbench.records.limits import Limits
from workbench.records.read_as import AS_FOUND, ReadAs
from workbench.records.recognition import ProfileMatch, recognise
from workbench.records.shape import FileShape
from workbench.records.sniffing import sniff

MOST_MEMBERS = 12
"""Of an archive's members, the largest so many are looked into for a known layout."""


def look(
    path: Path,
    *,
    member: str | None = None,
    sheet: str | None = None,
    limits: Limits | None = None,
    read_as: ReadAs = AS_FOUND,
    library: ProfileLibrary | None = None,
) -> tuple[FileShape, ProfileMatch]:
    """The shape of the table in ``path`` and the layout it fits.

    Of an archive, unless a member is named, the largest member that is surely of a layout that names
    people; else the largest.  Raises as ``sniff``.
    """
    shelf = library or default_library()
    shape = sniff(path, member=member, sheet=sheet, limits=limits, read_as=read_as)
    match = recognise(shape, shelf)
    if member is not None or len(shape.members) < 2 or _surely_people(match):
        return shape, match
    largest = sorted(shape.members, key=lambda m: -m.size)[:MOST_MEMBERS]
    for other in largest:
        if other.name == shape.member:
            continue
        try:
            candidate = sniff(path, member=other.name, limits=limits, read_as=read_as)
        except UserError:
            continue
        found = recognise(candidate, shelf)
        if _surely_people(found):
            return candidate, found
    return shape, match


def _surely_people(match: ProfileMatch) -> bool:
    return match.automatic and any(person.named for person in match.mapping.people)
