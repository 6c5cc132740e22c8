"""What a service changed, so that screens refresh just that."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Names what a finished write touched; empty means nothing did."""

    accounts: frozenset[str] = field(default_factory=frozenset)
    accounts_added: bool = False
    leads: bool = False
    imports: bool = False
    settings: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.accounts | other.accounts,
            self.accounts_added or other.accounts_added,
            self.leads or other.leads,
            self.imports or other.imports,
            self.settings or other.settings,
        )
