"""Ways to what a tour of the places does not show: forms, empty lists, problems, reports."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QAbstractScrollArea

from docs.picture_waiting import settle
from ui.screens.imports.screen import ImportScreen
from ui.screens.imports.steps import Step
from ui.screens.library.screen import LibraryScreen
from ui.screens.settings.screen import SettingsScreen
from ui.shell.frame import Frame
from ui.shell.navigator import RecordsTarget
from ui.shell.places import Place

Visit = Callable[[Frame], object]
DAMAGED = "damaged_placements.csv"
_HEAD = "Account Number,Client,Balance,First Name,Last Name,DOB,Address,City,State,Zip,Phone\n"
_ROWS = (
    "90001,Northgate Sample,100.00,Ada,Otterson,05/06/1961,9 Elm Ave,Larkton,NC,28999,9105550111\n"
    "90002,Northgate Sample,twelve,Bea,Otterson,05/06/1962,9 Elm Ave,Larkton,NC,28999,9105550112\n"
    ",Northgate Sample,90.00,Cyd,Otterson,05/06/1963,9 Elm Ave,Larkton,NC,28999,9105550113\n"
    "90004,Northgate Sample,80.00,,,05/06/1964,9 Elm Ave,Larkton,NC,28999,9105550114\n"
)


def damaged_file(folder: Path) -> Path:
    """A placement file in which three rows of four cannot be taken."""
    file = folder / DAMAGED
    file.write_text(_HEAD + _ROWS, encoding="utf-8")
    return file


def on_case(account_id: str, tab: str, *keys: str) -> Visit:
    """A tab of a case, and then the actions ``keys``."""

    def visit(frame: Frame) -> None:
        frame.workspace.navigator.open_case(account_id, tab=tab)
        _press(frame, keys)

    return visit


def at_place(place: Place, target: object = None, *keys: str) -> Visit:
    """A place with what it is to show, and then the actions ``keys``."""

    def visit(frame: Frame) -> None:
        frame.workspace.navigator.go(place, target)
        _press(frame, keys)

    return visit


def _press(frame: Frame, keys: tuple[str, ...]) -> None:
    for key in keys:
        settle(frame.window())
        frame.workspace.registry.action(key).trigger()


def records_for(account_id: str) -> Visit:
    """The record files searched for the debtor of a case."""

    def visit(frame: Frame) -> None:
        frame.workspace.navigator.go(Place.LIBRARY, RecordsTarget(account_id))

    return visit


def records_line(line: str) -> Visit:
    """The record files searched for a line."""

    def visit(frame: Frame) -> None:
        frame.workspace.navigator.go(Place.LIBRARY)
        screen = frame.workspace.navigator.screen_at(Place.LIBRARY)
        assert isinstance(screen, LibraryScreen)
        screen.for_anyone(line)

    return visit


def importing(file: Path | None, step: str = "", *, take: bool = False) -> Visit:
    """A step of the import of ``file``, or its result; without a file the files imported so far."""

    def visit(frame: Frame) -> None:
        frame.workspace.navigator.go(Place.IMPORT)
        screen = frame.workspace.navigator.screen_at(Place.IMPORT)
        assert isinstance(screen, ImportScreen)
        screen.begin()
        if file is None:
            return
        screen.open_file(file)
        settle(frame.window())
        if step:
            screen.show_step(Step[step.upper()])
        if take:
            _press(frame, ("import.start",))

    return visit


def matching(frame: Frame, *, estimate: bool) -> None:
    """The card of the weights, alone; with the report of an estimate."""
    frame.workspace.navigator.go(Place.SETTINGS)
    screen = frame.workspace.navigator.screen_at(Place.SETTINGS)
    assert isinstance(screen, SettingsScreen)
    screen.search.setText("matching")
    settle(frame.window())
    if estimate:
        screen.weights.start_estimate()
        settle(frame.window())
    for area in screen.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)


WEIGHTS = (
    ("settings-weights", partial(matching, estimate=False)),
    ("settings-weights-report", partial(matching, estimate=True)),
)
REVIEW_VIEWS = tuple(
    (f"review-{name}", at_place(Place.REVIEW, None, *keys))
    for name, keys in (
        ("table", ("review.view",)),
        ("sentence", ("review.view",)),
        ("history", ("review.view", "review.history")),
    )
)
