"""How results reach a terminal: words for people, JSON for scripts, progress on standard error."""

import re
import sys
import time
from collections.abc import Sequence
from typing import TextIO

import msgspec

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BAR_AFTER_SECONDS = 0.6
_BAR_INTERVAL = 0.2


def counted(number: int, one: str, many: str = "") -> str:
    """``number`` of things: ``1 row``, ``1,204 rows``; ``many`` where it is not ``one`` with an s."""
    return f"1 {one}" if number == 1 else f"{number:,} {many or f'{one}s'}"


class Terminal:
    """Where one command writes.  With ``json`` words are left out and results are one JSON document."""

    def __init__(self, *, json: bool, out: TextIO | None = None) -> None:
        self.json = json
        self._out = out or sys.stdout

    def say(self, line: str = "") -> None:
        """A line for a person; nothing with --json.

        Control and text-direction characters are left out: a foreign file must not steer a terminal.
        """
        if not self.json:
            self._out.write(_CONTROLS.sub("", line) + "\n")

    def result(self, value: object) -> None:
        """The command's result as JSON; nothing without --json."""
        if self.json:
            self._out.write(msgspec.json.format(msgspec.json.encode(value)).decode() + "\n")

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Aligned columns for a person."""
        if self.json or not rows:
            return
        cells = [list(columns), *[[" ".join(str(c).splitlines()) for c in row] for row in rows]]
        widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
        for row in cells:
            self.say("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())


class TerminalProgress:
    """Progress as one rewritten line on standard error, shown only when a job takes a while."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet or not sys.stderr.isatty()
        self._started = time.monotonic()
        self._last = 0.0
        self._width = 0

    def report(self, done: int, total: int | None, stage: str) -> None:
        """Rewrite the line, at most five times a second."""
        now = time.monotonic()
        if self._quiet or now - self._started < _BAR_AFTER_SECONDS or now - self._last < _BAR_INTERVAL:
            return
        self._last = now
        line = f"{stage}: {done:,}" + (f" of {total:,}" if total else "")
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = len(line)

    def cancelled(self) -> bool:
        """Never: Ctrl+C ends the command, and what it had not finished is undone."""
        return False

    def clear(self) -> None:
        """Remove the line."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
