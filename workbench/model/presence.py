"""What matching a file told of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Presence:
    """The ``share`` of the debtors that is in a file, 0 to 1, and how many ``debtors`` it rests on.

    Without any debtors nothing was told.  ``at_home`` is the share of those found who are at an address the
    client gave, ``relatives`` how many relatives one person has in the file; 0 where that was not told.
    ``addresses`` of those found could be compared (rounded; it is not kept).
    """

    share: float = 0.0
    debtors: int = 0
    at_home: float = 0.0
    relatives: float = 0.0
    addresses: int = 0
