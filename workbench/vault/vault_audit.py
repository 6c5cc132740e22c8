"""The audit chain of the vault itself: imports, clients, settings, cases made and shredded.

Its head is mirrored in the catalog by the same transaction, so that an older copy of either file shows.
"""

from sqlalchemy import Connection, insert, select, update

from workbench.base.clock import Clock
from workbench.vault import schema_catalog
from workbench.vault import schema_vault as s
from workbench.vault.audit import VAULT_CHAIN, AuditEntry, AuditItem, ChainHead, SealedEntry, chain_key, seal


class VaultAudit:
    """Appends to and reads the vault-level chain, inside the caller's transaction."""

    def __init__(self, seed: bytes, vault_id: str, actor: str, clock: Clock) -> None:
        self.key = chain_key(seed, VAULT_CHAIN, vault_id)
        self._vault_id = vault_id
        self._actor = actor
        self._clock = clock

    def append(
        self,
        conn: Connection,
        action: str,
        *,
        subject: str = "",
        reason: str = "",
        items: tuple[AuditItem, ...] = (),
    ) -> None:
        """Add one entry and mirror the new head in the catalog."""
        head = self.head(conn)
        entry = AuditEntry(head.seq + 1, self._clock.now(), self._actor, action, subject, reason, items)
        sealed = seal(self.key, head, entry)
        conn.execute(insert(s.audit), {"seq": sealed.seq, "body": sealed.body, "mac": sealed.mac})
        mirror(conn, ChainHead(sealed.seq, sealed.mac))

    def head(self, conn: Connection) -> ChainHead:
        """Where the chain in vault.db stands."""
        row = conn.execute(
            select(s.audit.c.seq, s.audit.c.mac).order_by(s.audit.c.seq.desc()).limit(1)
        ).one_or_none()
        return ChainHead() if row is None else ChainHead(row.seq, row.mac)

    def entries(self, conn: Connection) -> list[SealedEntry]:
        """The whole chain as stored."""
        query = select(s.audit.c.seq, s.audit.c.body, s.audit.c.mac).order_by(s.audit.c.seq)
        return [SealedEntry(*row) for row in conn.execute(query)]


def mirror(conn: Connection, head: ChainHead) -> None:
    """Record ``head`` as the catalog's copy of the vault chain's head."""
    conn.execute(update(schema_catalog.catalog_meta).values(vault_seq=head.seq, vault_head=head.mac))


def mirrored(conn: Connection) -> ChainHead:
    """The catalog's copy of the vault chain's head."""
    c = schema_catalog.catalog_meta.c
    return ChainHead(*conn.execute(select(c.vault_seq, c.vault_head)).one())
