"""The tables of a case file as SQLAlchemy Core sees them; made by ``migrations``.

Eight b-trees with ``sqlite_schema``: no secondary and no automatic index, because a case file's size
follows its b-tree count.  ``subject`` and ``lead`` hold the current state; ``evidence``, ``event``,
``document`` and ``audit`` are append-only and triggers raise on UPDATE and DELETE.  Bodies are JSON.
"""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

SCHEMA = "casefile"
"""The name under which a case file is attached."""


metadata = MetaData(schema=SCHEMA)

meta = Table(
    "meta",
    metadata,
    Column("id", Integer, primary_key=True),  # always 1
    Column("vault_id", Text, nullable=False),
    Column("account_id", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("commit_seq", Integer, nullable=False),
)

subject = Table(
    "subject",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),  # order of first appearance
    Column("body", Text, nullable=False),
)

lead = Table(
    "lead",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("commit_seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),  # activity, ledger, decision, superseded
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
