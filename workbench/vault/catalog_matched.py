"""Which debtors were matched against the whole library as they are, and which are new or changed since."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from workbench.vault import schema_catalog as s
from workbench.vault.session import Session

_BATCH = 5000
_d, _m = s.debtor.c, s.matched_debtor.c


@dataclass(frozen=True, slots=True)
class DebtorState:
    """One debtor as the catalog has it; ``digest`` changes with anything matching could read."""

    account_id: str
    party_id: str
    digest: bytes


class MatchedDebtors:
    """What is known of matching each debtor against the library; used in the vault's own thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def unmatched(self, after: int, limit: int) -> tuple[list[DebtorState], int | None]:
        """Of a page of debtors behind place ``after`` those that are new or changed, and where to go on."""
        query = (
            select(_d.id, _d.account_id, _d.party_id, _d.body, _m.digest)
            .outerjoin(s.matched_debtor, and_(_m.account_id == _d.account_id, _m.party_id == _d.party_id))
            .where(_d.id > after)
            .order_by(_d.id)
            .limit(limit)
        )
        with self._session.reading() as conn:
            rows = conn.execute(query).all()
        found = [
            DebtorState(row.account_id, row.party_id, digest)
            for row in rows
            if (digest := blake2b(row.body.encode(), digest_size=16).digest()) != row.digest
        ]
        return found, rows[-1].id if rows else None

    def note(self, states: Iterable[DebtorState]) -> None:
        """These debtors were matched as they were then."""
        rows = [{"account_id": x.account_id, "party_id": x.party_id, "digest": x.digest} for x in states]
        with self._session.writing() as conn:
            for start in range(0, len(rows), _BATCH):
                statement = upsert(s.matched_debtor).values(rows[start : start + _BATCH])
                conn.execute(
                    statement.on_conflict_do_update(
                        index_elements=["account_id", "party_id"], set_={"digest": statement.excluded.digest}
                    )
                )

    def forget(self) -> None:
        """Nothing is known any more: the next matching looks at every debtor."""
        with self._session.writing() as conn:
            conn.execute(delete(s.matched_debtor))
