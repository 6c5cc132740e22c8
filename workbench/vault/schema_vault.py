"""The tables of vault.db as SQLAlchemy Core sees them: what cannot be made again."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

SCHEMA = "vault"
"""The name under which vault.db is attached to the catalog's connection."""


metadata = MetaData(schema=SCHEMA)

vault_meta = Table(
    "vault_meta",
    metadata,
    Column("id", Integer, primary_key=True),  # always 1
    Column("vault_id", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)

case_key = Table(
    "case_key",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

library_file = Table(
    "library_file",
    metadata,
    Column("import_id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

shredded = Table(
    "shredded",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("shredded_at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

imports = Table(
    "import",
    metadata,
    Column("import_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("file_digest", Text, nullable=False),
    Column("imported_at", Text, nullable=False),
    Column("undone_at", Text, nullable=False),  # "" while the import stands
    Column("body", Text, nullable=False),
)

import_problem = Table(
    "import_problem",
    metadata,
    Column("import_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("row_number", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
)

mapping = Table(
    "mapping",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("toml", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

client = Table(
    "client",
    metadata,
    Column("client_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("policy", Text, nullable=False),
)

user = Table(
    "user",
    metadata,
    Column("user_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

resource = Table(
    "resource",  # rule packs and templates
    metadata,
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
