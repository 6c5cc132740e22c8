"""Goes from place to place, remembers the way, and comes back to where it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.shell.places import Place
from ui.shell.screen import Screen

MakeScreen = Callable[[], Screen]
_LONGEST_WAY = 100


@dataclass(frozen=True, slots=True)
class CaseTarget:
    """A case to open: among which accounts (for next and previous), at which tab (``timeline:note``).

    ``place`` is where it stands among them, when that is known: 100,000 are not looked through for nothing.
    """

    account_id: str
    among: tuple[str, ...] = ()
    tab: str = ""
    place: int = -1


@dataclass(frozen=True, slots=True)
class RecordsTarget:
    """A search of the record files for the debtor of a case."""

    account_id: str


@dataclass(frozen=True, slots=True)
class _Step:
    place: Place
    state: dict[str, Any]


class Navigator(QObject):
    """``arrived`` carries the place now shown.  Screens are made when they are first visited."""

    arrived = Signal(object)

    def __init__(
        self, stack: QStackedWidget, makers: Mapping[Place, MakeScreen], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._makers = dict(makers)
        self._screens: dict[Place, Screen] = {}
        self._back: list[_Step] = []
        self._forward: list[_Step] = []
        self._place: Place | None = None

    @property
    def place(self) -> Place | None:
        """Where the person is."""
        return self._place

    @property
    def screen(self) -> Screen | None:
        """The screen shown."""
        return self._screens.get(self._place) if self._place else None

    def screen_at(self, place: Place) -> Screen:
        """The screen of a place, made if need be."""
        if place not in self._screens:
            screen = self._makers[place]()
            self._screens[place] = screen
            self._stack.addWidget(screen)
        return self._screens[place]

    def go(self, place: Place, target: object = None) -> None:
        """Show ``place``; ``target`` says what of it.  Where the person was goes onto the way back."""
        if self._place is not None:
            self._back = [*self._back[-_LONGEST_WAY:], self._here(self._place)]
            self._forward = []
        self._show(place)
        self.screen_at(place).enter(target)

    def open_case(
        self, account_id: str, among: Sequence[str] = (), tab: str = "", *, place: int = -1
    ) -> None:
        """Open a case, with the list it was opened from and, where known, its place there."""
        self.go(Place.CASE, CaseTarget(account_id, tuple(among or ()), tab, place))

    def back(self) -> None:
        """Go back to where the person was before; nothing is undone."""
        self._walk(self._back, self._forward)

    def forward(self) -> None:
        """Go forward again."""
        self._walk(self._forward, self._back)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a way back."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a way forward."""
        return bool(self._forward)

    def remember(self) -> dict[str, Any]:
        """The place and what every visited screen shows, as plain JSON values."""
        screens = {place.value: screen.remember() for place, screen in self._screens.items()}
        return {"place": self._place.value if self._place else Place.HOME.value, "screens": screens}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go back to what :meth:`remember` said; anything outdated is ignored."""
        known = {place.value: place for place in self._makers}
        place = known.get(str(state.get("place")), Place.HOME)
        self._show(place)
        screen = self.screen_at(place)
        remembered = state.get("screens", {}).get(place.value)
        if remembered:
            screen.restore(remembered)
        else:
            screen.enter()

    def _walk(self, source: list[_Step], target: list[_Step]) -> None:
        if not source or self._place is None:
            return
        target.append(self._here(self._place))
        step = source.pop()
        self._show(step.place)
        self.screen_at(step.place).restore(step.state)

    def _here(self, place: Place) -> _Step:
        return _Step(place, self._screens[place].remember())

    def _show(self, place: Place) -> None:
        screen = self.screen_at(place)
        if self._place is not None and self._place is not place:
            self._screens[self._place].leave()
        self._place = place
        self._stack.setCurrentWidget(screen)
        panes = screen.panes()
        if panes:
            panes[0].setFocus()
        self.arrived.emit(place)
