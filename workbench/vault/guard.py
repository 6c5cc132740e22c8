"""What a statement on an encrypted connection may do, whoever wrote it.

The authorizer runs when a statement is prepared, not for each row.  Measured with eight tables attached and
read: 0.70 ms with it, 0.74 without, so it costs nothing that matters and is always on.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

# Pragmas that may be read and set: they change this connection only, or a number in the file's own header.
_SETTABLE = frozenset({
    "user_version", "cache_size", "defer_foreign_keys", "query_only", "optimize", "analysis_limit",
    "hard_heap_limit", "max_page_count", "busy_timeout",
})  # fmt: skip
# Questions whose argument is a name or a count.
_QUESTIONS = frozenset({
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "foreign_key_check", "quick_check", "integrity_check", "cipher_integrity_check",
})  # fmt: skip
_READABLE = frozenset({
    "application_id", "auto_vacuum", "cipher_page_size", "cipher_provider", "cipher_status", "cipher_version",
    "compile_options", "data_version", "database_list", "encoding", "foreign_keys", "freelist_count",
    "journal_mode", "page_count", "page_size", "read_uncommitted", "schema_version", "secure_delete",
    "synchronous", "temp_store", "trusted_schema", "cell_size_check",
})  # fmt: skip
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "sqlcipher_export"})

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


class Door:
    """Open only while this package attaches, sets up, detaches or vacuums a file; shut for all other SQL."""

    __slots__ = ("is_open",)

    def __init__(self) -> None:
        self.is_open = False

    def __enter__(self) -> None:
        self.is_open = True

    def __exit__(self, *_error: object) -> None:
        self.is_open = False


class VaultConnection(dbapi.Connection):  # type: ignore[misc]  # the module carries no types
    """A connection that knows its door and the files attached to it, by schema name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as the database module calls it
        super().__init__(*args, **kwargs)
        self.door = Door()
        self.attached: dict[str, Path] = {}
        self.read_only = False


def authorizer(door: Door) -> Authorizer:
    """The callback for one connection: everything is allowed but what this module names."""
    allow, deny = int(dbapi.SQLITE_OK), int(dbapi.SQLITE_DENY)
    attach, detach = dbapi.SQLITE_ATTACH, dbapi.SQLITE_DETACH
    pragma, function = dbapi.SQLITE_PRAGMA, dbapi.SQLITE_FUNCTION

    def check(
        action: int, first: str | None, second: str | None, _schema: str | None, _by: str | None
    ) -> int:
        if door.is_open:
            return allow
        if action == function:
            return deny if (second or "").lower() in _FORBIDDEN_FUNCTIONS else allow
        if action == pragma:
            return allow if _pragma_passes((first or "").lower(), second) else deny
        return deny if action in (attach, detach) else allow

    return check


def _pragma_passes(name: str, argument: str | None) -> bool:
    return name in _SETTABLE or name in _QUESTIONS or (name in _READABLE and argument is None)
