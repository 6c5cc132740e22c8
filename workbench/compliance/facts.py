"""Everything a decision may look at: also the JSON shape of the gate.

Every list of :class:`Facts` is ``None`` while nobody has said what it holds (a rule that needs it answers as
for the stricter case and names it in ``missing_facts``) and empty when it is known to be empty.  Instants
carry a zone; calendar dates do not.  Unknown fields are refused.
"""

from workbench.compliance.fact import Fact
from workbench.compliance.facts_contact import Endpoint, Event, KnownLocation, LocationBasis
from workbench.compliance.facts_debt import (
    Bankruptcy,
    CreditorRequest,
    Debt,
    Dispute,
    IdentityTheft,
    Notice,
    Retention,
)
from workbench.compliance.facts_people import (
    Attorney,
    Cease,
    Consent,
    Consumer,
    Employer,
    LocationEvidence,
    Military,
    Preference,
)


class Facts(Fact, frozen=True):
    """Everything a decision may look at; see the module's note on ``None``."""

    consumer: Consumer = Consumer()
    debts: tuple[Debt, ...] | None = None
    location_evidence: tuple[LocationEvidence, ...] | None = None
    preferences: tuple[Preference, ...] | None = None
    consents: tuple[Consent, ...] | None = None
    attorneys: tuple[Attorney, ...] | None = None
    cease: tuple[Cease, ...] | None = None
    disputes: tuple[Dispute, ...] | None = None
    creditor_requests: tuple[CreditorRequest, ...] | None = None
    notices: tuple[Notice, ...] | None = None
    events: tuple[Event, ...] | None = None
    endpoints: tuple[Endpoint, ...] | None = None
    employer: Employer | None = None
    military: Military | None = None
    bankruptcies: tuple[Bankruptcy, ...] | None = None
    identity_theft: tuple[IdentityTheft, ...] | None = None
    known_location: KnownLocation | None = None
    location_bases: tuple[LocationBasis, ...] = ()
    client_states: tuple[str, ...] = ()
    retention: Retention | None = None
