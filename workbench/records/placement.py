"""Rows of a placement file as accounts: terms, parties, ways to reach them, evidence; or why not.

What decides: a row without an account number, without a debtor's name, or whose balance is missing,
unreadable or below zero is refused.  Everything else is taken and noted: parts that do not add up to the
total (the client's total stands), a total made of its parts, dates and numbers that cannot be read (kept
among the account's extra values as ``unread <column>``), zeros put back in front of a ZIP or an SSN.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from workbench.base.clock import Clock
from workbench.base.money import Money
from workbench.model.account import Account
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.importing import RowProblem
from workbench.model.party import ContactPoint, Party, PartyRole
from workbench.normalize.text import fold_text
from workbench.records.placement_columns import PlacementMapping, validate_placement
from workbench.records.placement_dates import DateReader
from workbench.records.placement_fitting import fitted
from workbench.records.placement_guess import placement_mapping
from workbench.records.placement_normals import Normals, normals_of
from workbench.records.placement_people import Draft, Origin, add_employer_point, add_person
from workbench.records.placement_terms import account_of
from workbench.records.placement_text import placement_from_toml, placement_to_toml
from workbench.records.placement_values import RowRefusedError, RowValues
from workbench.records.row_problems import in_columns

__all__ = [
    "PlacementMapping",
    "PlacementRow",
    "RepeatedRow",
    "placement_from_toml",
    "placement_mapping",
    "placement_to_toml",
    "read_placements",
    "validate_placement",
]

BLOCK = 2_000
"""Rows read ahead: phones and the like are normalised a block at a time."""


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """One account as its row states it; ``notes`` say what was put right or left out, without values."""

    row_number: int
    account: Account
    parties: tuple[Party, ...]
    contact_points: tuple[ContactPoint, ...]
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...] = ()

    @property
    def debtor(self) -> Party:
        """The first debtor; there always is one."""
        return next(party for party in self.parties if party.role is PartyRole.DEBTOR)

    def content(self) -> CaseContent:
        """What a new case file of this account begins with."""
        return CaseContent(self.account, self.parties, self.contact_points, self.evidence)


@dataclass(frozen=True, slots=True)
class RepeatedRow(RowProblem):
    """A row whose account another row of the same file has already given; counts as a duplicate."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What stays the same for every row of one file."""

    mapping: PlacementMapping
    dates: DateReader
    default_client: str
    import_id: str
    file_digest: str
    clock: Clock


def read_placements(
    rows: Iterable[tuple[int, Mapping[str, str]]],
    mapping: PlacementMapping,
    *,
    default_client: str,
    import_id: str,
    file_digest: str,
    clock: Clock,
) -> Iterator[PlacementRow | RowProblem]:
    """One answer for every row, in their order.

    ``rows`` are 1-based numbers and the cells by column, as text; ``mapping`` may spell the columns
    otherwise.  ``default_client`` is the client of rows that name none.  An account number that comes again,
    of the same client, is a :class:`RepeatedRow`.  Memory is bounded by BLOCK rows and one short key an
    account.
    """
    dates = DateReader.of(mapping, clock.now().date())
    seen: dict[tuple[str, str], int] = {}
    source = iter(rows)
    while block := list(islice(source, BLOCK)):
        fit = fitted(mapping, {column for _, cells in block for column in cells})
        reading = _Reading(fit, dates, default_client, import_id, file_digest, clock)
        values = [RowValues.of(cells) for _, cells in block]
        normals = normals_of(values, fit)
        for (number, _), row in zip(block, values, strict=True):
            yield _unrepeated(_answer(reading, number, row, normals), seen)


def _answer(reading: _Reading, number: int, values: RowValues, normals: Normals) -> PlacementRow | RowProblem:
    try:
        return _row(reading, number, values, normals)
    except RowRefusedError as refusal:
        return RowProblem(number, in_columns(str(refusal), refusal.columns))


def _unrepeated(
    answer: PlacementRow | RowProblem, seen: dict[tuple[str, str], int]
) -> PlacementRow | RowProblem:
    if isinstance(answer, RowProblem):
        return answer
    key = (fold_text(answer.account.client), answer.account.account_number)
    first = seen.setdefault(key, answer.row_number)
    if first == answer.row_number:
        return answer
    return RepeatedRow(answer.row_number, f"the same account number as in row {first}")


def _row(reading: _Reading, number: int, values: RowValues, normals: Normals) -> PlacementRow:
    """The account of one row; RowRefusedError says why there is none."""
    mapping = reading.mapping
    if not values.cells:
        raise RowRefusedError("the row is empty")
    now = reading.clock.now()
    account = account_of(values, mapping, reading.dates, client=reading.default_client, now=now)
    origin = Origin(
        account.client, number, reading.import_id, reading.file_digest, now, as_of=account.placed_on
    )
    draft = Draft(values, normals, origin, reading.dates.birth)
    owed = Money(account.balance.total, account.balance.currency)
    draft.state(account.account_id, f"placed with a balance of {owed}")
    debtor = add_person(draft, mapping.debtor)
    if debtor is None:
        names = mapping.debtor
        raise RowRefusedError("the debtor's name is missing", (*names.last, *names.whole, *names.first))
    for person in mapping.others:
        party = add_person(draft, person)
        if party is not None and party.role is PartyRole.EMPLOYER:
            add_employer_point(draft, debtor, party)
    account.extra.update({f"unread {column}": text for column, text in values.unread.items()})
    return PlacementRow(
        number,
        account,
        tuple(draft.parties),
        tuple(draft.points),
        tuple(draft.evidence),
        tuple(values.notes),
    )
