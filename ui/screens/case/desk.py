"""The desk of a case: its forms stand beside whatever tab is shown, opened by one key from anywhere in it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.screens.case.desk_forms import (
    CaseNoteForm,
    ContactForm,
    CorrectForm,
    FollowUpForm,
    LocateForm,
    NegotiationNoteForm,
)
from ui.screens.case.entry_form import EntryForm
from ui.screens.case.form_host import FormHost
from ui.screens.case.people_forms import DescribeForm, MarkForm, PersonForm, PointForm, RetireForm
from ui.screens.case.work_forms import NextActionForm, StatusForm, TagsForm
from ui.shell.places import Place
from ui.shell.workspace import Workspace
from workbench.services.case_people import PersonView
from workbench.services.case_timeline import Composing, TimelineEntry, composing
from workbench.services.case_view import CaseHead
from workbench.services.confidence import Known

F = TypeVar("F", bound=EntryForm)
_RECORDING = ("contact", "locate", "note", "negotiation")


class _Form(Generic[F]):
    """A form of the desk, made when it is first asked for: all of them took 0.1 s of the first case."""

    def __init__(self, make: Callable[[Workspace], F]) -> None:
        self._make = make
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, desk: "Desk", _owner: type) -> F:
        form = self._make(desk.workspace)
        desk.host.add_form(form)
        desk.__dict__[self._name] = form
        return form


class Desk(QObject):
    """Opens a form for the account shown; ``head`` is set by the screen once it is read."""

    contact, locate = _Form(ContactForm), _Form(LocateForm)
    note, negotiation = _Form(CaseNoteForm), _Form(NegotiationNoteForm)
    correction = _Form(CorrectForm)
    next, status, tags = _Form(NextActionForm), _Form(StatusForm), _Form(TagsForm)
    point, mark, describe = _Form(PointForm), _Form(MarkForm), _Form(DescribeForm)
    retire, person = _Form(RetireForm), _Form(PersonForm)

    def __init__(
        self, workspace: Workspace, content: QWidget, header: QWidget, focus_back: Callable[[], None]
    ) -> None:
        """``content`` is what the forms stand beside; ``focus_back`` gives it the focus again."""
        super().__init__(content)
        self.workspace = workspace
        self.account_id = ""
        self.head: CaseHead | None = None
        self.host = FormHost(content, focus_back, self.tr("Forms of the case"))
        self.actions = self._add_actions(header)

    def _add_actions(self, header: QWidget) -> dict[str, QAction]:
        add = partial(self.workspace.registry.add, widget=header, place=Place.CASE, menu="account")
        made = {
            "contact": add("case.contact", self.tr("Contact"), self.open_contact, keys=("C",)),
            "locate": add("case.locate", self.tr("Locate attempt"), self.open_locate, keys=("L",)),
            "note": add("case.note", self.tr("Note"), self.open_note, keys=("N",)),
            "negotiation": add(
                "case.negotiation", self.tr("Negotiation note"), self.open_negotiation, keys=("G",)
            ),
            "next": add("case.next", self.tr("Next action"), self.open_next, keys=("S",)),
            "status": add("case.status", self.tr("Status"), self.open_status, keys=("D",)),
            "tags": add("case.tags", self.tr("Assignee and tags"), self.open_tags, keys=("T",)),
        }
        if self.workspace.read_only:
            for action in made.values():
                why = self.tr("Opened read-only")
                self.workspace.registry.set_enabled(action.objectName(), enabled=False, reason=why)
        return made

    def works_in(self, widget: QWidget) -> None:
        """Let the desk's letters work while the focus is in ``widget``, too."""
        widget.addActions(list(self.actions.values()))

    def show_case(self, account_id: str) -> None:
        """Another account is shown: close what belongs to the one before."""
        if account_id != self.account_id:
            self.host.close_form()
            self.account_id = account_id
            self.head = None

    # Opening

    @property
    def form_key(self) -> str:
        """The name of the recording form that is open; "" for none, or for one that has no draft."""
        form = self.host.form
        return next((name for name in _RECORDING if form and self.__dict__.get(name) is form), "")

    def open_named(self, name: str) -> bool:
        """Open a form by name (contact, locate, note, negotiation, next); whether there is one."""
        if name == "next":
            self.open_next()
            return True
        if name in _RECORDING:
            self._compose(getattr(self, name))
        return name in _RECORDING

    def open_contact(self) -> None:
        """Log a contact attempt."""
        self._compose(self.contact)

    def open_contact_at(self, contact_id: str) -> None:
        """Log a contact attempt at one contact point."""
        self._compose(self.contact, contact_id)

    def open_locate(self) -> None:
        """Log a step of the locate."""
        self._compose(self.locate)

    def open_note(self) -> None:
        """Add a note."""
        self._compose(self.note)

    def open_negotiation(self) -> None:
        """Add a negotiation note."""
        self._compose(self.negotiation)

    def open_next(self) -> None:
        """Set the next action."""
        if self.head is not None:
            self._open(self.next, self.next.preset(self.head))

    def open_status(self) -> None:
        """Set the status."""
        if self.head is not None:
            self._open(self.status, self.status.preset(self.head))

    def open_tags(self) -> None:
        """Set assignee and tags."""
        if self.head is not None:
            self._open(self.tags, self.tags.preset(self.head))

    def open_correction(self, entry: TimelineEntry) -> None:
        """Correct an entry of the timeline."""
        self.correction.set_entry(entry)
        self._open(self.correction, self.correction.values())

    def open_point(self, people: Sequence[PersonView], party_id: str) -> None:
        """Add a contact point."""
        self.point.set_people(people)
        self._open(self.point, {"party": party_id} if party_id else None)

    def open_mark(self, known: Known) -> None:
        """Say where a contact point stands."""
        self.mark.set_point(known)
        self._open(self.mark, {"status": known.point.status.value})

    def open_retire(self, known: Known) -> None:
        """Retire a contact point."""
        self.retire.set_point(known)
        self._open(self.retire, {})

    def open_describe(self, known: Known) -> None:
        """Describe a contact point."""
        self.describe.set_point(known)
        self._open(self.describe, self.describe.preset(known))

    def open_person(self, person: PersonView | None) -> None:
        """Describe a person, or add one."""
        self.person.set_person(person)
        self._open(self.person, self.person.preset(person))

    def _open(self, form: EntryForm, preset: dict[str, Any] | None) -> None:
        if self.account_id and not self.workspace.read_only:
            self.host.open_form(form, self.account_id, preset)

    def _compose(self, form: FollowUpForm, contact_id: str = "") -> None:
        if not self.account_id or self.workspace.read_only:
            return
        done = partial(self._composed, form, self.account_id, contact_id)
        work = partial(composing, account_id=self.account_id)
        self.workspace.vault.read(work, done, owner=self, key="composing")

    def _composed(self, form: FollowUpForm, account_id: str, contact_id: str, view: Composing) -> None:
        if account_id != self.account_id:
            return
        form.set_view(view)
        self.host.open_form(form, account_id)
        if contact_id and isinstance(form, ContactForm):
            form.point.choose(contact_id)
