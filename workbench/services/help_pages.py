"""The help pages that ship with the program: one for each place, in the languages there are."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"
NOTICES = FOLDER.parents[1] / "NOTICES.md"
ABOUT = "about"


def page(name: str, language: str) -> str:
    """The page ``name`` as Markdown, in ``language`` or else in English; a sentence when there is none."""
    if not name.replace("_", "").isalnum():
        return ""
    for code in (language, "en"):
        file = FOLDER / code / f"{name}.md"
        if code.isalnum() and file.is_file():
            return file.read_text(encoding="utf-8")
    return NOTICES.read_text(encoding="utf-8") if name == ABOUT and NOTICES.is_file() else ""


def names() -> tuple[str, ...]:
    """The pages there are, in English."""
    return tuple(sorted(file.stem for file in (FOLDER / "en").glob("*.md")))
