"""Everybody whom one row of a record file names, scored against an account's debtors as a match would."""

import polars as pl

from workbench.base.errors import UserError
from workbench.base.progress import Progress, check_cancelled
from workbench.matching.nearest import FileFacts, Near, nearest
from workbench.matching.settings import MatchSettings
from workbench.normalize.debtors import debtors_table
from workbench.services.reader.search_terms import searched_for, tombstones_of
from workbench.services.why_not import Asked, weights_in
from workbench.services.why_not_likeness import likenesses
from workbench.vault.library_file import LibraryFile


class NotProposedError(UserError):
    """A row that cannot become a lead of this account."""

    code = "propose.refused"


def people_of_row(
    asked: Asked, library: LibraryFile, import_id: str, row_number: int, progress: Progress
) -> list[Near]:
    """The row's people against each debtor of the account, among whoever else resembles them.

    NotProposedError when the row names nobody.
    """
    rows = library.row_frame(row_number)
    if not rows.height:
        raise NotProposedError(
            f"Row {row_number:,} of this file names nobody.", hint="It may not have been taken."
        )
    debtors = debtors_table(asked.rows, today=asked.today)
    stones = tombstones_of(searched_for(debtors, asked.tombstones))
    found: list[Near] = []
    for one, likeness in likenesses(debtors):
        check_cancelled(progress)
        answer = library.near(likeness)
        others = answer.people.join(rows.select("row_number").unique(), on="row_number", how="anti")
        people = pl.concat([rows, others])
        about = FileFacts(answer.rows, answer.sample, answer.lasts, answer.places)
        scored = nearest(
            one, people, about, weights=weights_in(asked, import_id), settings=MatchSettings(),
            tombstones=stones, most=people.height,
        )  # fmt: skip
        found += [near for near in scored if near.person.row_number == row_number]
    return found
