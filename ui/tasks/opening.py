"""Opens and makes vaults off the GUI thread, each in the thread that will own it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from ui.messages.defects import as_workbench_error
from ui.tasks.delivery import Delivery
from ui.tasks.vault_thread import VaultThread
from workbench.base.errors import WorkbenchError
from workbench.base.progress import NoProgress, Progress

if TYPE_CHECKING:
    from workbench.services.vaults import CreatedVault, Vault

T = TypeVar("T")
Failed = Callable[[WorkbenchError], None]


class VaultOpener(QObject):
    """Opens vaults, and loads the code for that in the opening thread: it would hold up the unlock box.

    A vault that is still closing is waited for, so that locking and unlocking follow on.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delivery = Delivery(self)
        self._retired: list[VaultThread] = []
        self._threads: list[threading.Thread] = []

    def closes(self, thread: VaultThread) -> None:
        """Note that ``thread`` is closing its vault; the next opening waits for it."""
        self._retired.append(thread)

    def open(
        self,
        folder: Path,
        secret: str,
        *,
        read_only: bool = False,
        use_header_copy: bool = False,
        done: Callable[[VaultThread], None],
        failed: Failed,
        owner: QObject,
    ) -> None:
        """Open the vault of ``folder`` by passphrase or recovery key; ``done`` gets its thread."""

        def work() -> "Vault":
            from workbench.services import vaults  # noqa: PLC0415

            return vaults.open_for_work(folder, secret, read_only=read_only, use_header_copy=use_header_copy)

        def check() -> None:
            from workbench.services import vaults  # noqa: PLC0415

            vaults.check_secret(folder, secret, use_header_copy=use_header_copy)

        self._start(work, done, failed, owner, before_waiting=check)

    def create(
        self,
        folder: Path,
        passphrase: str,
        *,
        done: Callable[[str, VaultThread], None],
        failed: Failed,
        owner: QObject,
    ) -> None:
        """Make a vault in ``folder`` and open it; ``done`` gets its recovery key and its thread."""
        made: list[CreatedVault] = []

        def work() -> "Vault":
            from workbench.services import vaults  # noqa: PLC0415

            made.append(vaults.create(folder, passphrase))
            return vaults.open_for_work(folder, passphrase)

        def opened(thread: VaultThread) -> None:
            done(made[0].recovery_key, thread)

        self._start(work, opened, failed, owner)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        failed: Failed,
        owner: QObject,
        progress: Progress | None = None,
    ) -> None:
        """Run anything else off the GUI thread; ``done`` gets its result here."""
        future: Future[T] = Future()

        def target() -> None:
            try:
                future.set_result(work(progress or NoProgress()))
            except BaseException as error:  # noqa: BLE001  (told to the caller)
                future.set_exception(error)
            self._delivery.post(partial(self._tell, future, done, failed, owner))

        self._launch(target)

    def wait(self) -> None:
        """Wait for everything under way; for the program's end."""
        for thread in self._threads:
            thread.join()
        for retired in self._retired:
            retired.wait_closed()
        self._retired.clear()

    def _start(
        self,
        work: "Callable[[], Vault]",
        done: Callable[[VaultThread], None],
        failed: Failed,
        owner: QObject,
        *,
        before_waiting: Callable[[], None] | None = None,
    ) -> None:
        """``before_waiting`` runs first where a vault is still closing: what is wrong is said at once."""
        self._retired = [thread for thread in self._retired if thread.alive]
        waits = [thread.wait_closed for thread in self._retired]

        def open_vault() -> "Vault":
            if waits and before_waiting is not None:
                before_waiting()
            for wait in waits:
                wait()
            return work()

        opened: Future[Vault] = Future()
        future: Future[VaultThread] = Future()

        def told(outcome: "Future[Vault]") -> None:
            error = outcome.exception()
            if error is None:
                future.set_result(thread)
            else:
                future.set_exception(error)
            self._delivery.post(partial(self._tell, future, done, failed, owner))

        # The thread may answer before its object is known here, so it is told only once it is.
        thread = VaultThread(open_vault, opened)
        opened.add_done_callback(told)

    def _tell(self, future: "Future[T]", done: Callable[[T], None], failed: Failed, owner: QObject) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        error = future.exception()
        if not shiboken6.isValid(owner):
            if error is None and isinstance(result := future.result(), VaultThread):
                result.close()
            return
        if error is None:
            done(future.result())
        else:
            failed(as_workbench_error(error))

    def _launch(self, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target, name="opening")
        self._threads.append(thread)
        thread.start()
