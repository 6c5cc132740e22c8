"""The tables of catalog.db as SQLAlchemy Core sees them: a projection, made again by ``rebuild``.

``account`` is what a list shows; ``case_state`` what freshness needs; ``debtor`` what matching reads, so
that no case file is opened for it; ``identifier`` finds accounts by phone, e-mail, address, SSN or name.
"""

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

catalog_meta = Table(
    "catalog_meta",
    metadata,
    Column("id", Integer, primary_key=True),  # always 1
    Column("vault_id", Text, nullable=False),
    Column("vault_seq", Integer, nullable=False),  # mirror of the last entry of vault.db's audit chain
    Column("vault_head", LargeBinary, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("row", Integer, primary_key=True),  # rowid of the full-text index too
    Column("account_id", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("number_key", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("client_key", Text, nullable=False),
    Column("creditor", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("balance", Integer, nullable=False),
    Column("currency", Text, nullable=False),
    Column("debtor_name", Text, nullable=False),
    Column("name_key", Text, nullable=False),  # last, first, casefolded: the order of names in lists
    Column("city", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("birth_year", Integer),
    Column("next_action", Text, nullable=False),
    Column("next_action_on", Text),
    Column("assignee", Text, nullable=False),
    Column("tags", Text, nullable=False),  # "|tag|tag|" or ""
    Column("last_activity_at", Text),
    Column("phones", Integer, nullable=False),
    Column("addresses", Integer, nullable=False),
    Column("pending_leads", Integer, nullable=False),
    Column("placed_on", Text),
    Column("created_at", Text),
    Column("zip", Text, nullable=False),
    Column("promise_due_on", Text),  # the earliest promise that is still open
    Column("promises_kept", Integer, nullable=False),
    Column("promises_broken", Integer, nullable=False),
    Column("located_on", Text),  # since when the debtor has a contact point known to be good
)

payment = Table(
    "payment",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("day", Text, nullable=False),
    Column("cents", Integer, nullable=False),  # positive
)

case_state = Table(
    "case_state",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("commit_seq", Integer, nullable=False),
    Column("audit_head", LargeBinary, nullable=False),  # mirror of the last entry of the case's audit chain
    Column("state", Text, nullable=False),  # clean: size and digest hold; dirty: written since
    Column("size", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

debtor = Table(
    "debtor",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("party_id", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON: [party, [contact points]]
)

identifier = Table(
    "identifier",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("account_id", Text, primary_key=True),
    Column("party_id", Text, primary_key=True),
)

pending_lead = Table(
    "pending_lead",
    metadata,
    Column("lead_id", Text, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("party_id", Text, nullable=False),
    Column("import_id", Text, nullable=False),
    Column("bits", Float, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("band", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("p_same", Float, nullable=False),
    Column("person_key", Text, nullable=False),
    Column("debtor_key", Text, nullable=False),
    Column("group_id", Text, nullable=False),  # the strongest lead of the same person; "": not looked yet
    Column("group_size", Integer, nullable=False),
    Column("superseded_by", Text, nullable=False),  # the import whose row took this one's place
)

matched_debtor = Table(
    "matched_debtor",
    metadata,
    Column("account_id", Text, primary_key=True),
    Column("party_id", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
)

judged_lead = Table(
    "judged_lead",
    metadata,
    Column("lead_id", Text, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("party_id", Text, nullable=False),
    Column("import_id", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("decided_at", Text, nullable=False),
    Column("band", Text, nullable=False),
    Column("p_same", Float, nullable=False),
    Column("body", Text, nullable=False),  # the lead as its case has it
    Column("group_id", Text, nullable=False),  # the first of the leads it was judged with
)

tombstone = Table(
    "tombstone",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("account_id", Text, primary_key=True),
    Column("party_id", Text, primary_key=True),
    Column("import_id", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

TEXT_COLUMNS = ("number", "names", "addresses", "phones", "others")
"""Columns of the full-text index ``account_text``, which keeps no text of its own (contentless)."""
