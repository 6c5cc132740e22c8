"""The tab Documents: files kept inside the case file; taken in, looked at, exported, marked as removed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.messages.formats import moment, size
from ui.screens.case.account_tab import AccountTab
from ui.screens.case.entry_form import EntryForm
from ui.screens.case.form_host import FormHost
from ui.screens.case.rows_model import Column, RowsModel
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from ui.widgets.buttons import action_button
from ui.widgets.flow import FlowBox
from ui.widgets.forms import LineEdit
from ui.widgets.labels import plain_label
from ui.widgets.tables import TableView
from workbench.base.errors import UserError
from workbench.base.progress import Progress
from workbench.model.document import Document
from workbench.services import documents as service
from workbench.services.access import VaultAccess
from workbench.services.opened_copies import OpenedCopies, is_viewable
from workbench.services.vaults import Vault
from workbench.services.written import Written


class RemoveForm(EntryForm):
    """Why a document is removed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace, "documents.removal", self.tr("Remove the document"), self.tr("Mark as removed")
        )
        self.document_id = ""
        words = self.tr("It is no longer shown. Its bytes stay in the case file, and this can be undone.")
        self.body.insertWidget(0, plain_label(words, wrap=True))
        self.reason = LineEdit(hint=self.tr("Why, in a few words"))
        self.add_field("reason", self.tr("Reason"), self.reason)

    def work(self, account_id: str) -> Callable[[Vault], Written]:
        """Mark it."""
        if not self.document_id:
            raise UserError(self.tr("No document is chosen."), hint=self.tr("Choose a row of the list."))
        return partial(
            _remove, account_id=account_id, document_id=self.document_id, reason=self.reason.text()
        )


class DocumentsTab(AccountTab[service.DocumentsView]):
    """``choose_files``, ``choose_target`` and ``show_file`` are what asks the desktop; tests replace them."""

    def __init__(self, workspace: Workspace, copies: OpenedCopies | None = None) -> None:
        super().__init__(workspace, service.documents_view)
        self.copies = copies or OpenedCopies()
        self.choose_files: Callable[[], Sequence[str]] = self._ask_for_files
        self.choose_target: Callable[[str], str] = self._ask_for_target
        self.show_file: Callable[[Path], bool] = _open_in_viewer
        self.model = RowsModel(self._columns(), parent=self)
        self.table = TableView(self.tr("Documents"))
        self.table.setModel(self.model)
        self.table.set_columns([260, 70, 80, 144, 90, 120], stretch=0, fitted=True)
        self.table.opened.connect(self._open_row)
        self.table.current_changed.connect(self._row_changed)
        self.removal = RemoveForm(workspace)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._buttons = FlowBox()
        layout.addWidget(self._buttons)
        layout.addWidget(self.table, 1)
        self.host = FormHost(content, self.take_focus, self.tr("Forms of the documents"))
        self.host.add_form(self.removal)
        self._add_actions()
        self.set_content(self.host)
        self.setAcceptDrops(not workspace.read_only)
        workspace.closing.connect(self.copies.clear)

    def _columns(self) -> list[Column[Document]]:
        return [
            Column(self.tr("Name"), lambda d: d.name),
            Column(self.tr("Type"), _type_words),
            Column(self.tr("Size"), lambda d: size(d.size), right=True),
            Column(self.tr("Added"), lambda d: moment(d.added_at)),
            Column(self.tr("By"), lambda d: d.actor),
            Column(self.tr("SHA-256"), lambda d: d.digest[:12], mono=True),
        ]

    def _add_actions(self) -> None:
        add = self.workspace.registry.add
        rows: dict[str, Any] = {"widget": self.table, "place": Place.CASE}
        attach = add(
            "documents.attach", self.tr("Attach a file"), self.attach, keys=("Ctrl+O",), widget=self,
            place=Place.CASE, icon="paperclip",
        )  # fmt: skip
        shown = (
            attach,
            add("documents.open", self.tr("Open"), self.open_current, keys=("O",), **rows),
            add("documents.export", self.tr("Export"), self.export_current, keys=("E",), **rows),
            add("documents.remove", self.tr("Remove"), self.remove_current, keys=("R",), **rows),
        )
        for number, action in enumerate(shown):
            self._buttons.add(action_button(action, primary=number == 0))

    # What is shown

    def show_view(self, view: service.DocumentsView) -> None:
        """List the documents."""
        row = max(0, self.table.current_row())
        self.model.set_rows(view.documents)
        self.table.set_current_row(min(row, len(view.documents) - 1))
        if not view.documents and self.host.form is None:
            words = self.tr("No documents yet. Attach a file, or drop one here.")
            action = None if self.workspace.read_only else self.workspace.registry.action("documents.attach")
            self.states.show_empty(words, action)
        self._enable()

    def targets(self) -> dict[str, Callable[[], None]]:
        """Attaching."""
        return {"attach": self.attach}

    def main_widget(self) -> QWidget:
        """The table, or the form beside it."""
        return self.host.form or self.table

    def account_changed(self) -> None:
        """Close the form of the account before."""
        self.host.close_form()
        self.model.set_rows(())

    def _row_changed(self, _row: int) -> None:
        self._enable()

    def _enable(self) -> None:
        registry = self.workspace.registry
        locked = self.tr("Opened read-only") if self.workspace.read_only else ""
        document = self.current
        nothing = "" if document else self.tr("Choose a document first")
        unsafe = self.tr("Not opened from here: opening it could run a program. Export it instead.")
        why = nothing or ("" if document and is_viewable(document.name) else unsafe)
        registry.set_enabled("documents.open", not why, why)
        registry.set_enabled("documents.attach", not locked, locked)
        for name in ("documents.export", "documents.remove"):
            registry.set_enabled(name, not (locked or nothing), locked or nothing)

    @property
    def current(self) -> Document | None:
        """The document of the current row."""
        return self.model.row(self.table.current_row())

    # Taking in

    def attach(self) -> None:
        """Ask for files and take them in."""
        self.take(self.choose_files())

    def take(self, paths: Sequence[str]) -> None:
        """Take files into the case, each by a job of its own."""
        if not self.account_id or self.workspace.read_only:
            return
        for path in paths:
            work = partial(_attach, account_id=self.account_id, path=Path(path))
            self.workspace.jobs.start(self.tr("Attaching a document"), work, owner=self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from this computer are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files in."""
        event.acceptProposedAction()
        self.take([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    # Handing out

    def open_current(self) -> None:
        """Open the current document in the system's viewer, from a private copy."""
        document = self.current
        if document is not None:
            work = partial(
                _copied,
                account_id=self.account_id,
                document_id=document.document_id,
                copies=self.copies,
            )
            self.workspace.jobs.start(self.tr("Opening a document"), work, self._show, owner=self)

    def _open_row(self, _row: int) -> None:
        if self.workspace.registry.action("documents.open").isEnabled():
            self.open_current()

    def _show(self, path: Path) -> None:
        if not self.show_file(path):
            words = self.tr("No program of this computer opens files of this type. Export it instead.")
            self.workspace.messages.failed.emit(words)

    def export_current(self) -> None:
        """Write the current document to a file of the person's choice, after asking."""
        document = self.current
        if document is None:
            return
        agreed = self.workspace.messages.ask(
            self.tr("Export the document"),
            self.tr("The exported file is not encrypted, and the case records the export. Export it?"),
            self.tr("Export"),
        )
        target = self.choose_target(document.name) if agreed else ""
        if target:
            work = partial(
                _exported,
                account_id=self.account_id,
                document_id=document.document_id,
                target=Path(target),
            )
            self.workspace.jobs.start(self.tr("Exporting a document"), work, owner=self)

    def remove_current(self) -> None:
        """Open the form that marks the current document as removed."""
        document = self.current
        if document is not None and not self.workspace.read_only:
            self.removal.document_id = document.document_id
            self.host.open_form(self.removal, self.account_id, {})

    def _ask_for_files(self) -> Sequence[str]:
        return QFileDialog.getOpenFileNames(self.window(), self.tr("Attach files"))[0]

    def _ask_for_target(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self.window(), self.tr("Export the document"), name)[0]


def _type_words(document: Document) -> str:
    """``PDF``: a file's type as people name it."""
    return Path(document.name).suffix.removeprefix(".").upper() or "—"


def _open_in_viewer(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _attach(access: VaultAccess, progress: Progress, account_id: str, path: Path) -> service.Attached:
    return service.attach_file(access, account_id, path, progress)


def _copied(
    access: VaultAccess, _progress: Progress, account_id: str, document_id: str, copies: OpenedCopies
) -> Path:
    def read(vault: Vault) -> tuple[Document, bytes]:
        return service.read_document(vault, account_id, document_id)

    return copies.put(*access.call(read))


def _exported(
    access: VaultAccess, _progress: Progress, account_id: str, document_id: str, target: Path
) -> Written:
    return service.export_document(access, account_id, document_id, target)


def _remove(vault: Vault, account_id: str, document_id: str, reason: str) -> Written:
    return service.remove_document(vault, account_id, document_id, reason)
