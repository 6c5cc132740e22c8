"""Pictures of every place of the real window on the demonstration vault: ``-m docs.make_screenshots DIR``.

Nothing is drawn for the picture: the program is opened, unlocked by typing, walked by its own actions and
grabbed.  ``--size 1024x680`` makes them for the smallest window, ``--only review`` those with that name.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from docs.picture_states import decided, newer_edition, rivals, without_leads
from docs.picture_visits import (
    REVIEW_VIEWS,
    WEIGHTS,
    Visit,
    at_place,
    damaged_file,
    importing,
    on_case,
    records_for,
    records_line,
)
from docs.picture_waiting import settle, wait_for
from ui.app import build_window
from ui.screens.case.restrictions_panel import RestrictionsPanel
from ui.screens.imports.screen import ImportScreen
from ui.screens.imports.steps import Step
from ui.screens.library.screen import LibraryScreen
from ui.screens.unlock.screen import UnlockScreen
from ui.screens.unlock.unlock_page import UnlockPage
from ui.screens.worklist.screen import WorklistScreen
from ui.shell.frame import Frame
from ui.shell.looks import apply_looks
from ui.shell.places import Place
from ui.style.theme import current_theme
from workbench.base.progress import NoProgress
from workbench.services.demo import DEMO_PASSPHRASE, SAMPLES, build_demo
from workbench.services.vaults import Vault, create_vault, opened

SCHEMES = ("light", "dark")


class Camera:
    """Grabs the window in one scheme and size into ``folder``; ``only`` leaves out other names."""

    def __init__(self, folder: Path, size: QSize, only: str) -> None:
        self.folder, self.size, self.only = folder, size, only
        self.scheme = SCHEMES[0]

    def shoot(self, window: QWidget, name: str) -> None:
        """Save what the window shows as ``name-scheme.png``."""
        if self.only and self.only not in name:
            return
        path = self.folder / f"{name}-{self.scheme}.png"
        if not _picture(window).save(str(path)):
            raise OSError(f"The picture {path.name} could not be written.")


def _picture(window: QWidget) -> QPixmap:
    """The window with the boxes and menus that stand over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for box in QApplication.topLevelWidgets():
        if box is not window and box.isVisible() and box.width() > 1:
            painter.drawPixmap(window.mapFromGlobal(box.mapToGlobal(QPoint(0, 0))), box.grab())
    painter.end()
    return picture


@contextmanager
def _home_of_somebody() -> Iterator[None]:
    """The picture proposes a folder of nobody's computer."""
    real = os.environ.get("HOME", "")
    os.environ["HOME"] = "/home/you"
    try:
        yield
    finally:
        os.environ["HOME"] = real


def before_unlocking(camera: Camera) -> None:
    """What stands in the place of the unlock box: first use, a new vault, a backup to restore."""
    current_theme().set_scheme(camera.scheme)
    window = build_window(None)
    window.resize(camera.size)
    window.show()
    box = window.findChild(UnlockScreen)
    assert isinstance(box, UnlockScreen)
    for name, show in (
        ("first-use", box.show_unlock),
        ("create", box.show_create),
        ("restore", box.show_restore),
    ):
        with _home_of_somebody():
            show()
        settle(window)
        camera.shoot(window, name)
    window.close()
    settle(window, 5)


def walk(vault: Path, camera: Camera, visits: Sequence[tuple[str, Visit]]) -> None:
    """Open the vault, go through every place, and close it."""
    current_theme().set_scheme(camera.scheme)
    window = build_window(vault)
    window.resize(camera.size)
    window.show()
    settle(window)
    if visits is VISITS:
        camera.shoot(window, "unlock")
    page = window.findChild(UnlockPage)
    assert isinstance(page, UnlockPage)
    secret = page.secret.line
    QTest.keyClicks(secret, DEMO_PASSPHRASE)
    QTest.keyClick(secret, Qt.Key.Key_Return)
    wait_for(lambda: window.frame is not None)
    assert window.frame is not None
    settle(window)
    for name, visit in visits:
        visit(window.frame)
        settle(window)
        camera.shoot(window, name)
        _close_boxes(window)
    if visits is VISITS:
        _action("file.lock")(window.frame)
        wait_for(lambda: window.frame is None)
        settle(window)
        camera.shoot(window, "locked")
    window.close()
    settle(window, 5)


def _close_boxes(window: QWidget) -> None:
    """Close every box, popup and panel over the window, so that the next picture is without it."""
    for box in QApplication.topLevelWidgets():
        if box is not window and box.isVisible():
            box.close()
    for panel in window.findChildren(RestrictionsPanel):
        panel.hide()


def _place(place: Place) -> Visit:
    return lambda frame: frame.workspace.navigator.go(place)


def _worklist(frame: Frame) -> None:
    frame.workspace.navigator.go(Place.WORKLIST)
    settle(frame.window())
    screen = frame.workspace.navigator.screen_at(Place.WORKLIST)
    assert isinstance(screen, WorklistScreen)
    screen.table.setFocus()


def _records(frame: Frame) -> None:
    frame.workspace.navigator.go(Place.LIBRARY)
    screen = frame.workspace.navigator.screen_at(Place.LIBRARY)
    assert isinstance(screen, LibraryScreen)
    screen.search("gary hall 1994")


def _import(step: str) -> Visit:
    def visit(frame: Frame) -> None:
        frame.workspace.navigator.go(Place.IMPORT)
        screen = frame.workspace.navigator.screen_at(Place.IMPORT)
        assert isinstance(screen, ImportScreen)
        screen.begin()
        screen.open_file(SAMPLES / "placements.csv")
        settle(frame.window())
        screen.show_step(Step[step.upper()])

    return visit


def _case(tab: str) -> Visit:
    def visit(frame: Frame) -> None:
        found = _BUSIEST
        if not found:
            frame.workspace.vault.read(_busiest, found.append, owner=frame)
        wait_for(lambda: bool(found))
        frame.workspace.navigator.open_case(found[0], tab=tab)

    return visit


_BUSIEST: list[str] = []


def _busiest(vault: Vault) -> str:
    """The account with the most to show."""

    def entries(account_id: str) -> tuple[int, int]:
        case = vault.read_case(account_id)
        return len(case.arrangements), len(case.contact_points) + len(case.activities)

    return max(vault.catalog.account_ids(), key=entries)


def _action(key: str) -> Visit:
    return lambda frame: frame.workspace.registry.action(key).trigger()


VISITS: tuple[tuple[str, Visit], ...] = (
    ("home", _place(Place.HOME)),
    ("worklist", _worklist),
    ("case-overview", _case("overview")),
    ("case-people", _case("people")),
    ("case-leads", _case("leads")),
    ("case-timeline", _case("timeline")),
    ("case-negotiation", _case("negotiation")),
    ("case-documents", _case("documents")),
    ("case-money", _case("money")),
    ("case-history", _case("history")),
    ("review", _place(Place.REVIEW)),
    ("import-columns", _import("columns")),
    ("import-check", _import("check")),
    ("records", _records),
    ("audit", _place(Place.AUDIT)),
    ("settings", _place(Place.SETTINGS)),
    ("help", _place(Place.HELP)),
    ("palette", _action("go.palette")),
)
"""Name of the picture and the way there, in walking order."""


NOTHING_YET: tuple[tuple[str, Visit], ...] = tuple(
    (f"empty-{place.value}", _place(place))
    for place in (Place.HOME, Place.WORKLIST, Place.CASE, Place.IMPORT, Place.REVIEW, Place.LIBRARY)
)
"""The places of a vault that was just made."""


def _states(vault: Path, folder: Path) -> Sequence[tuple[str, Visit]]:
    """Bring the vault into the states of ``picture_states``; the way to each, and to what else there is."""
    with opened(vault, DEMO_PASSPHRASE) as demo:
        told, torn = newer_edition(demo, folder), rivals(demo, folder)
        lonely = without_leads(demo)
        decided(demo)
    damaged = damaged_file(folder)
    return (
        ("edition-case-leads", on_case(told, "leads")),
        ("edition-case-overview", on_case(told, "overview")),
        ("rivals-case-leads", on_case(torn, "leads")),
        ("why-not", on_case(lonely, "leads", "leads.why_not")),
        ("case-contact", on_case(torn, "timeline", "case.contact")),
        ("case-flags", on_case(torn, "overview", "case.flags")),
        ("case-offer", on_case(torn, "negotiation", "negotiation.new_offer")),
        ("case-add-point", on_case(torn, "people", "people.add_point")),
        ("records-for-case", records_for(torn)),
        ("records-nobody", records_line("zzyzx 1900")),
        ("records-many", records_line("smith")),
        ("worklist-broken", at_place(Place.WORKLIST, "status:pgd,nsf,dis,prp")),
        ("worklist-nothing", at_place(Place.WORKLIST, "status:skip zip:00001")),
        ("worklist-problem", at_place(Place.WORKLIST, "balance>many")),
        ("worklist-columns", at_place(Place.WORKLIST, "status:open", "worklist.columns")),
        ("import-file", importing(None)),
        ("import-records", importing(SAMPLES / "ncvoter_sample.txt")),
        ("import-problems", importing(damaged, "check")),
        ("import-result", importing(damaged, take=True)),
        *REVIEW_VIEWS,
        *WEIGHTS,
        ("keys", _action("help.keys")),
    )


def main() -> int:
    """Make the pictures; 0 when all were written."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--size", default="1280x800")
    options.add_argument("--only", default="")
    wanted = options.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in wanted.size.split("x"))
    application = QApplication(sys.argv[:1])
    apply_looks(application, current_theme())
    camera = Camera(wanted.folder, QSize(width, height), wanted.only)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBENCH_CONFIG"] = str(Path(folder) / "config")  # not the settings of this computer
        build_demo(Path(folder) / "demo", NoProgress(), worked=True)
        for camera.scheme in SCHEMES:
            before_unlocking(camera)
            walk(Path(folder) / "demo", camera, VISITS)
        with create_vault(Path(folder) / "empty", DEMO_PASSPHRASE)[0]:
            pass
        for camera.scheme in SCHEMES:
            walk(Path(folder) / "empty", camera, NOTHING_YET)
        states = _states(Path(folder) / "demo", Path(folder))
        for camera.scheme in SCHEMES:
            walk(Path(folder) / "demo", camera, states)
    return 0


if __name__ == "__main__":
    sys.exit(main())
