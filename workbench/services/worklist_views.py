"""Named views of the worklist: the built-in ones, and those a person saved."""

from dataclasses import asdict, dataclass

from workbench.base.errors import UserError
from workbench.model.work import AccountOrder
from workbench.vault.vault import Vault

SETTING = "worklist_views"
MAX_NAME = 40
MAX_VIEWS = 30


@dataclass(frozen=True, slots=True)
class View:
    """One view: its filter line and its sort.  ``key`` names it in the program, ``name`` on screen."""

    key: str
    name: str
    line: str
    order: AccountOrder = AccountOrder.NEXT_ACTION
    descending: bool = False
    saved: bool = False


BUILT_IN = (
    View("due", "Due", "status:open due:today"),
    View("overdue", "Overdue", "status:open due:overdue"),
    View("skips", "Skips", "status:skip"),
    View("promises", "Promises due", "status:open promise:..today", AccountOrder.PROMISE),
    View("broken", "Broken promises", "status:broken"),
    View("leads", "Leads waiting", "status:open leads:any", AccountOrder.PENDING_LEADS, descending=True),
    View("orphans", "No next action", "status:open next:none", AccountOrder.NUMBER),
    View("open", "All open", "status:open"),
)
"""In the order of a day's work.  ``due`` holds what is overdue too, so that nothing drops off."""


class ViewNameError(UserError):
    """A view cannot be saved under this name."""

    code = "view.name"


def views(vault: Vault) -> tuple[View, ...]:
    """The built-in views, then the saved ones by name."""
    return (*BUILT_IN, *_saved(vault))


def save_view(vault: Vault, view: View) -> View:
    """Save a view, replacing a saved one of its name; ViewNameError for an empty or too long name."""
    name = " ".join(view.name.split())
    if not name or len(name) > MAX_NAME:
        raise ViewNameError(
            "A view needs a name.", hint=f"Use at most {MAX_NAME} characters, such as “Tennessee skips”."
        )
    kept = [other for other in _saved(vault) if other.name.casefold() != name.casefold()]
    if len(kept) >= MAX_VIEWS:
        raise ViewNameError(f"There are {MAX_VIEWS} saved views already.", hint="Remove one first.")
    made = View(f"saved:{name}", name, view.line, view.order, view.descending, saved=True)
    _store(vault, [*kept, made])
    return made


def remove_view(vault: Vault, name: str) -> None:
    """Forget a saved view; nothing happens when there is none of that name."""
    _store(vault, [view for view in _saved(vault) if view.name != name])


def _saved(vault: Vault) -> list[View]:
    stored = vault.registry.setting(SETTING, [])
    found = [
        View(v["key"], v["name"], v["line"], AccountOrder(v["order"]), v["descending"], saved=True)
        for v in stored
    ]
    return sorted(found, key=lambda view: view.name.casefold())


def _store(vault: Vault, saved: list[View]) -> None:
    vault.registry.set_setting(SETTING, [asdict(view) for view in saved] or None)
