"""Which part of the balance a payment pays: costs, fees, interest, principal, then what has no part."""

from collections.abc import Mapping, Sequence

from workbench.model.ledger import LedgerPart

ORDER = (LedgerPart.COSTS, LedgerPart.FEES, LedgerPart.INTEREST, LedgerPart.PRINCIPAL, LedgerPart.TOTAL)
"""The usual order of the field: what it cost to collect first, then interest, then principal."""


def allocate(
    cents: int, owed: Mapping[LedgerPart, int], order: Sequence[LedgerPart] = ORDER
) -> dict[LedgerPart, int]:
    """``cents`` of a payment spread over the parts owed, in ``order``; parts that get nothing are left out.

    A part in credit takes nothing.  ValueError when ``cents`` is not positive or more than those parts owe.
    """
    if cents <= 0:
        raise ValueError("a payment of nothing")
    left = cents
    paid: dict[LedgerPart, int] = {}
    for part in order:
        share = min(left, max(0, owed.get(part, 0)))
        if share:
            paid[part] = share
            left -= share
    if left:
        raise ValueError("a payment larger than what is owed")
    return paid
