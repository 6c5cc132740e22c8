"""The places of the program: one screen each."""

from enum import StrEnum


class Place(StrEnum):
    """A place; HOME to AUDIT stand in the rail in this order, with Ctrl+1 to Ctrl+7."""

    HOME = "home"
    WORKLIST = "worklist"
    CASE = "case"
    IMPORT = "import"
    REVIEW = "review"
    LIBRARY = "library"
    AUDIT = "audit"
    SETTINGS = "settings"
    HELP = "help"


IN_RAIL = (Place.HOME, Place.WORKLIST, Place.CASE, Place.IMPORT, Place.REVIEW, Place.LIBRARY, Place.AUDIT)
"""The places of the rail in order; SETTINGS and HELP stand at its foot."""
ICONS = {
    Place.HOME: "house",
    Place.WORKLIST: "list-checks",
    Place.CASE: "folder-open",
    Place.IMPORT: "import",
    Place.REVIEW: "git-compare",
    Place.LIBRARY: "scan-search",
    Place.AUDIT: "scroll-text",
    Place.SETTINGS: "settings",
    Place.HELP: "circle-help",
}
