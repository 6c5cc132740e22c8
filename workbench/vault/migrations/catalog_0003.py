"""catalog.db, version 3: every order of the worklist has a covering index.

A list is read along the index of its order; what passes its filter is looked for once (``vault/catalog``).
"""

VERSION = 3

_ORDERS = {
    "city": "city",
    "state": "state",
    "assignee": "assignee",
    "creditor": "creditor",
    "placed": "placed_on",
    "promise": "promise_due_on",
}


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    return (
        f"DROP INDEX {schema}.account_by_promise",
        *(
            f"CREATE INDEX {schema}.account_order_{name} ON account({column}, account_id)"
            for name, column in _ORDERS.items()
        ),
    )
