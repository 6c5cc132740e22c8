"""The whole content of one case file."""

from dataclasses import dataclass

from workbench.model.account import Account
from workbench.model.activity import Activity
from workbench.model.arrangement import Arrangement
from workbench.model.document import Document
from workbench.model.evidence import Evidence
from workbench.model.lead import Lead
from workbench.model.ledger import LedgerEntry
from workbench.model.party import ContactPoint, Party
from workbench.model.restriction import GateDecision, Restriction


@dataclass(frozen=True, slots=True)
class CaseContent:
    """Everything one account's case file holds, as values; documents without their bytes."""

    account: Account
    parties: tuple[Party, ...] = ()
    contact_points: tuple[ContactPoint, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    leads: tuple[Lead, ...] = ()
    activities: tuple[Activity, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    decisions: tuple[GateDecision, ...] = ()
    documents: tuple[Document, ...] = ()
