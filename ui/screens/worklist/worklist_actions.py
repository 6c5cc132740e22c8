"""What can be done in the worklist: to the current account, to all marked ones, to the list itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from ui.messages.formats import count
from ui.messages.translating import translate
from ui.messages.words import plural
from ui.screens.worklist.column_chooser import ColumnChooser
from ui.screens.worklist.edit_bar import Edit
from ui.shell.places import Place
from workbench.base.progress import Progress
from workbench.services import worklist_views
from workbench.services.access import VaultAccess
from workbench.services.vaults import Vault
from workbench.services.worklist_bulk import BulkAction, BulkDone, apply_one, bulk
from workbench.services.worklist_export import export_accounts
from workbench.services.worklist_views import View
from workbench.services.written import Written

if TYPE_CHECKING:
    from ui.screens.worklist.screen import WorklistScreen


class WorklistActions:
    """Adds the actions to the registry and carries them out on ``screen``."""

    def __init__(self, screen: "WorklistScreen") -> None:
        self._screen = screen
        self._workspace = screen.workspace
        self._chooser: ColumnChooser | None = None
        add = self._add
        self.open = add("open", translate("Worklist", "Open"), self.open_current, ("O",))
        contact = partial(self.go, "timeline:contact")
        self.contact = add("contact", translate("Worklist", "Contact"), contact, ("C",))
        self.note = add("note", translate("Worklist", "Note"), partial(self.go, "timeline:note"), ("N",))
        promise = partial(self.go, "negotiation:promise")
        self.promise = add("promise", translate("Worklist", "Promise"), promise, ("P",))
        next_words = translate("Worklist", "Next action")
        self.next = add("next", next_words, partial(self.begin, Edit.NEXT, next_words), ("S",))
        tag_words = translate("Worklist", "Tag")
        self.tag = add("tag", tag_words, partial(self.begin, Edit.TAG, tag_words), ("T",))
        untag_words = translate("Worklist", "Remove tag")
        self.untag = add("untag", untag_words, partial(self.begin, Edit.UNTAG, untag_words))
        status_words = translate("Worklist", "Status")
        self.status = add("status", status_words, partial(self.begin, Edit.STATUS, status_words), ("D",))
        assign_words = translate("Worklist", "Assign")
        self.assign = add("assign", assign_words, partial(self.begin, Edit.ASSIGN, assign_words), ("G",))
        out_words = translate("Worklist", "Leave out today")
        self.leave_out = add("leave_out", out_words, self.leave_out_now, ("X",))
        self.filter = add("filter", translate("Worklist", "Filter"), screen.filter_bar.line.setFocus, ("/",))
        self._add_list_actions()
        self.beside = (self.contact, self.note, self.promise, self.next, self.tag, self.status)
        self.in_header = (self.columns, self.save, self.export, self.start)
        self.in_selection = (self.next, self.assign, self.tag, self.untag, self.status, self.export_marked)

    def _add(
        self,
        name: str,
        words: str,
        call: Callable[[], object],
        keys: tuple[str, ...] = (),
        *,
        everywhere: bool = False,
    ) -> QAction:
        screen = self._screen
        return self._workspace.registry.add(
            f"worklist.{name}", words, call, keys=keys, menu="account", place=Place.WORKLIST,
            widget=screen if everywhere else screen.table,
        )  # fmt: skip

    def _add_list_actions(self) -> None:
        add = partial(self._add, everywhere=True)
        self.start = add(
            "start", translate("Worklist", "Start working"), self.start_working, ("Ctrl+Return",)
        )
        self.save = add("save_view", translate("Worklist", "Save view"), self.name_view, ("Ctrl+S",))
        self.unsave = add("remove_view", translate("Worklist", "Remove this view"), self.remove_view)
        self.export = add("export", translate("Worklist", "Export"), self.export_list, ("Ctrl+E",))
        self.export_marked = add("export_marked", translate("Worklist", "Export these"), self.export_list)
        self.columns = add(
            "columns", translate("Worklist", "Columns"), self.choose_columns, ("Ctrl+Shift+C",)
        )
        focus = self._screen.filter_bar.line.setFocus
        add("find", translate("Worklist", "Filter the list"), focus, ("Ctrl+F",))
        self.bring_back = add(
            "bring_back", translate("Worklist", "Show what was left out"), self.show_left_out
        )

    def follow(self) -> None:
        """Enable what makes sense now, and say why not where it does not."""
        screen, registry = self._screen, self._workspace.registry
        some = screen.model.rowCount() > 0
        read_only = self._workspace.read_only
        nothing = translate("Worklist", "No account is listed.")
        closed = translate("Worklist", "The vault is open read-only.")
        for name in ("open", "leave_out", "start", "export"):
            registry.set_enabled(f"worklist.{name}", some, nothing)
        for name in ("contact", "note", "promise", "next", "tag", "untag", "status", "assign"):
            reason = closed if read_only else nothing
            registry.set_enabled(f"worklist.{name}", some and not read_only, reason)
        registry.set_enabled("worklist.save_view", not read_only, closed)
        registry.set_enabled(
            "worklist.remove_view", screen.view.saved, translate("Worklist", "This is no saved view.")
        )
        out = translate("Worklist", "Nothing was left out today.")
        registry.set_enabled("worklist.bring_back", bool(screen.left_out), out)

    # To the current account

    def open_row(self, place: int) -> None:
        """Open the case of a row."""
        account_id = self._screen.model.id_at(place)
        if account_id:
            self._workspace.navigator.open_case(account_id, self._screen.model.ids, place=place)

    def open_current(self) -> None:
        """Open the current case."""
        self.open_row(self._screen.table.current_row())

    def start_working(self) -> None:
        """Open the first case of the list."""
        self.open_row(0)

    def go(self, tab: str) -> None:
        """Open the current case at a form."""
        place = self._screen.table.current_row()
        account_id = self._screen.model.id_at(place)
        if account_id:
            self._workspace.navigator.open_case(account_id, self._screen.model.ids, tab, place=place)

    def leave_out_now(self) -> None:
        """Leave the current (or the marked) accounts out of the list until tomorrow."""
        model = self._screen.model
        ids = model.marks.ids() or [model.id_at(self._screen.table.current_row())]
        self._screen.left_out |= set(ids)
        model.marks.clear()
        self._screen.reload()
        words = translate("Worklist", "Left out of the list for today; nothing else was changed.")
        self._workspace.messages.say(words)

    def show_left_out(self) -> None:
        """List again what was left out."""
        self._screen.left_out.clear()
        self._screen.reload()

    # To one or to all marked

    def begin(self, edit: Edit, words: str) -> None:
        """Ask what to set, for the current or all marked accounts."""
        marked = self._screen.model.marks.count
        title = words
        if marked:
            title = translate("Worklist", "{what} for {n} accounts").format(what=words, n=count(marked))
        self._screen.begin_edit(edit, title)

    def apply(self, action: BulkAction) -> None:
        """Set it: at once for one account, as a job for marked ones."""
        screen = self._screen
        marked = screen.model.marks.ids()
        screen.leave_edit()
        if marked:
            work = partial(_bulk, ids=marked, action=action)
            self._workspace.jobs.start(action.words(), work, self._bulk_done, owner=screen)
            screen.model.marks.clear()
            return
        place = screen.table.current_row()
        account_id = screen.model.id_at(place)
        if account_id:
            work_one = partial(_one, account_id=account_id, action=action)
            self._workspace.vault.write(work_one, owner=screen)
            screen.table.set_current_row(min(place + 1, screen.model.rowCount() - 1))

    def _bulk_done(self, done: BulkDone) -> None:
        words = done.written.words
        if done.left_out:
            left = ", ".join(f"{x.account_number} ({x.why})" for x in done.left_out[:5])
            more = translate("Worklist", "{words}. Left out: {n}: {which}")
            words = more.format(words=words, n=count(len(done.left_out)), which=left)
        self._workspace.messages.say(words)

    # To the list

    def name_view(self) -> None:
        """Ask for a name for the list as it is shown."""
        self._screen.begin_edit(Edit.VIEW, translate("Worklist", "Save this view"))

    def save_view(self, name: str) -> None:
        """Save the list as it is shown."""
        screen = self._screen
        view = View("", name, screen.filter_bar.text().strip(), screen.order, screen.descending)
        self._workspace.vault.write(partial(_save_view, view=view), self._view_saved, owner=screen)

    def _view_saved(self, view: View) -> None:
        self._screen.leave_edit()
        self._screen.view = view
        self._workspace.messages.say(translate("Worklist", "View saved."))
        self._screen.reload()

    def remove_view(self) -> None:
        """Forget the saved view that is shown."""
        name = self._screen.view.name
        self._workspace.vault.write(partial(_remove_view, name=name), self._view_removed, owner=self._screen)

    def _view_removed(self, _nothing: object) -> None:
        self._screen.show_view(worklist_views.BUILT_IN[0])

    def export_list(self) -> None:
        """Write the marked accounts, or all of the list, as CSV."""
        words = translate("Worklist", "Export accounts (the file is not encrypted)")
        name, _ = QFileDialog.getSaveFileName(self._screen, words, "accounts.csv", "CSV (*.csv)")
        if name:
            self.export_to(Path(name))

    def export_to(self, out: Path) -> None:
        """Write them to ``out`` as a job."""
        model = self._screen.model
        ids = model.marks.ids() or list(model.ids)
        work = partial(_export, ids=ids, out=out)
        self._workspace.jobs.start(translate("Worklist", "Export"), work, self._exported, owner=self._screen)

    def _exported(self, number: int) -> None:
        one = translate("Worklist", "1 account written. The file is not encrypted.")
        many = translate("Worklist", "{n} accounts written. The file is not encrypted.")
        self._workspace.messages.say(plural(number, one, many))

    def choose_columns(self) -> None:
        """Let the columns be chosen."""
        shown = [column.key for column in self._screen.model.columns]
        offered = {key: column.title for key, column in self._screen.all_columns.items()}
        self._chooser = ColumnChooser(offered, shown, self._screen)
        self._chooser.chosen.connect(self._screen.choose_columns)
        self._chooser.open_below(self._screen.header)


def _bulk(access: VaultAccess, progress: Progress, ids: list[str], action: BulkAction) -> BulkDone:
    return bulk(access, ids, action, progress)


def _one(vault: Vault, account_id: str, action: BulkAction) -> Written:
    return apply_one(vault, account_id, action)


def _export(access: VaultAccess, progress: Progress, ids: list[str], out: Path) -> int:
    return export_accounts(access, ids, out, progress)


def _save_view(vault: Vault, view: View) -> View:
    return worklist_views.save_view(vault, view)


def _remove_view(vault: Vault, name: str) -> None:
    worklist_views.remove_view(vault, name)
