"""The actions of the import screen, and when each can be used."""

from functools import partial
from typing import TYPE_CHECKING

from ui.messages.translating import translate
from ui.screens.imports.check_page import nothing_words
from ui.screens.imports.plan import ImportPlan
from ui.shell.places import Place

if TYPE_CHECKING:
    from ui.screens.imports.screen import ImportScreen


class ImportActions:
    """``choose``, ``review`` and ``again`` stand on the pages, ``in_foot`` below them."""

    def __init__(self, screen: "ImportScreen") -> None:
        """Add them to the registry."""
        self._workspace, flow = screen.workspace, screen.flow
        add = partial(self._workspace.registry.add, menu="file", place=Place.IMPORT, widget=screen)

        self.choose = add(
            "import.choose", translate("ImportScreen", "Choose a file…"), screen.choose, keys=("Ctrl+O",)
        )
        back = add("import.back", translate("ImportScreen", "Back"), screen.back)
        problems = add(
            "import.next_problem", translate("ImportScreen", "Problems"), screen.next_problem, keys=("F8",)
        )
        save = add("import.save_mapping", translate("ImportScreen", "Save mapping"), flow.save_mapping,
                   keys=("Ctrl+S",))  # fmt: skip
        start = add("import.start", translate("ImportScreen", "Import and find matches"), flow.start,
                    keys=("Ctrl+Return",))  # fmt: skip
        self.review = add("import.review", translate("ImportScreen", "Start review"), screen.start_review)
        self.again = add("import.again", translate("ImportScreen", "Import another file"), screen.begin)
        self.in_foot = (start, save, problems, back)

    def follow(self, plan: ImportPlan | None) -> None:
        """Enable what ``plan`` allows; a disabled action says why."""
        enable = self._workspace.registry.set_enabled
        read_only = translate("ImportScreen", "The vault is open read-only.")
        problem = plan.issue if plan is not None else None
        why = problem.message if problem else read_only if self._workspace.read_only else ""
        ready = plan is not None and problem is None and not self._workspace.read_only
        nothing = nothing_words(plan.checked) if plan is not None and plan.checked is not None else ""
        enable("import.start", ready and not nothing, why or nothing)
        enable("import.save_mapping", ready and bool(plan and plan.preview.seen.fingerprint), why)
        checked = plan is not None and plan.checked is not None
        enable("import.next_problem", checked, translate("ImportScreen", "The dry run is not finished."))
