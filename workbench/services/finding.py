"""Finds the account a person means by its number."""

from workbench.base.errors import UserError
from workbench.vault.vault import Vault


class UnknownNumberError(UserError):
    """No account has this number."""

    code = "account.unknown_number"

    def __init__(self) -> None:
        super().__init__("No account has this number.", hint="Numbers are compared as they are, zeros too.")


class AmbiguousNumberError(UserError):
    """Accounts of several clients have this number; ``clients`` says of how many."""

    code = "account.ambiguous_number"

    def __init__(self, clients: int) -> None:
        super().__init__(
            f"Accounts of {clients} clients have this number.", hint="Name the client too (--client)."
        )


def account_by_number(vault: Vault, number: str, client: str = "") -> str:
    """The id of the account of that number; UnknownNumberError, or AmbiguousNumberError without a client."""
    if client:
        found = vault.catalog.find_account(client, number)
        if found is None:
            raise UnknownNumberError
        return found
    rows = vault.catalog.account_rows(vault.catalog.search(number))
    exact = [row for row in rows if row.account_number.strip() == number.strip()]
    if not exact:
        raise UnknownNumberError
    if len(exact) > 1:
        raise AmbiguousNumberError(len({row.client for row in exact}))
    return exact[0].account_id
