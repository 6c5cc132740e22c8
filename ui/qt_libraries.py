"""Says, before Qt is loaded, which system library of Qt is missing and which package brings it.

Only Linux distributions split these off; on Windows and macOS the wheels carry everything.
Run as ``python -m ui.qt_libraries`` (window on a screen) or with ``--offscreen`` (tests).
"""

import ctypes
import os
import sys

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_ON_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared objects that ldd names for QtWidgets and the xcb platform plugin, and Debian's package of each."""


def missing_packages(*, offscreen: bool) -> list[str]:
    """Debian package names of the libraries Qt needs here and cannot load; empty when all is well."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = _ALWAYS if offscreen else _ALWAYS | _ON_SCREEN
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """0 when Qt can start; else 1 with one line that names what to install."""
    offscreen = "--offscreen" in arguments or os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    packages = missing_packages(offscreen=offscreen)
    if packages:
        sys.stderr.write(f"Qt needs system libraries: sudo apt-get install {' '.join(packages)}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
