"""catalog.db, version 3: every order of the worklist has a covering index, which holds the status too.

A list is read along the index of its order; what passes its filter is looked for once (``vault/catalog``).
A filter by status alone, which most are, is answered from the index itself.
"""

VERSION = 3

_OLD = (
    "account_order_number", "account_order_client", "account_order_name", "account_order_balance",
    "account_order_next", "account_order_activity", "account_order_leads", "account_by_promise",
)  # fmt: skip
_ORDERS = {
    "number": "number_key",
    "client": "client_key",
    "name": "name_key",
    "balance": "balance",
    "next": "next_action_on",
    "activity": "last_activity_at",
    "leads": "pending_leads",
    "city": "city",
    "state": "state",
    "assignee": "assignee",
    "creditor": "creditor",
    "placed": "placed_on",
    "promise": "promise_due_on",
}


def statements(schema: str) -> tuple[str, ...]:
    """The DDL of this version for the attached schema named ``schema``."""
    dropped = tuple(f"DROP INDEX {schema}.{name}" for name in _OLD)
    made = tuple(
        f"CREATE INDEX {schema}.account_order_{name} ON account({column}, account_id, status)"
        for name, column in _ORDERS.items()
    )
    return dropped + made
