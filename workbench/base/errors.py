"""The kinds of failure, each owning its wording.

A ``UserError`` is something the person can put right: it says what was expected, what was found and
what to do.  An ``MachineError`` is the machine's (disk full, no permission).  Anything else that
escapes is a defect of ours.  No message carries personal data: an account number, a name, a phone or
the text of a foreign file never goes into an exception.
"""


class WorkbenchError(Exception):
    """Base of every expected failure; ``str()`` of it is fit for a person to read."""

    code = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UserError(WorkbenchError):
    """The input or the request is not usable; the hint says what to do."""

    code = "user"


class MachineError(WorkbenchError):
    """Disk full, permission denied, file in use: not the person's fault and not ours."""

    code = "environment"


class VaultError(WorkbenchError):
    """A vault, or a file of one, that cannot be used as it is."""

    code = "vault"


class CancelledError(WorkbenchError):
    """The person cancelled a job; nothing of it remains."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("Cancelled; nothing was changed.")
