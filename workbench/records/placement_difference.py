"""What a placement row says that its case file does not: the same file twice says nothing new.

The client's word on the terms (balance, dates, numbers) replaces its earlier word; a blank takes nothing
away.  Of people and ways to reach them only what is new is added, whatever a human has since found out
about the old: a phone that was proved wrong does not come back.  Facts about a person are filled in where
they are missing; where they differ the case keeps its own, the client's statement goes into the evidence
and the field is named in ``conflicts``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from workbench.base.money import Money
from workbench.model.account import Account, Balance
from workbench.model.case import CaseContent
from workbench.model.evidence import Evidence
from workbench.model.party import ContactPoint, Party, PartyRole, PersonName
from workbench.records.placement import PlacementRow
from workbench.records.placement_names import name_key

_OWN = frozenset({"account_id", "account_number", "status", "created_at", "balance", "extra"})
"""Fields of an account that a later row does not replace, or that are compared piece by piece."""

_TERMS = tuple(f.name for f in fields(Account) if f.name not in _OWN)
_FACTS = ("birth_date", "birth_year", "ssn", "ssn_last4")
_SEARCHED = frozenset({PartyRole.CO_DEBTOR, PartyRole.SPOUSE})


@dataclass(frozen=True, slots=True)
class TermChange:
    """One term that changed; ``field`` is the account's (``balance.total``, ``extra.Notes``)."""

    field: str
    before: str
    after: str

    def in_words(self) -> str:
        """``placed_on: 2026-08-21 (was 2026-07-01)``."""
        return f"{self.field}: {self.after or 'nothing'} (was {self.before or 'nothing'})"


@dataclass(frozen=True, slots=True)
class PlacementUpdate:
    """What to write.  ``account`` is the account with its new terms, None when they are the same.

    ``parties`` are new ones, and those of the case (under their own ids) with facts or a name added.
    ``conflicts`` name facts on which the client and the case differ, as ``debtor.birth_date``.
    """

    account: Account | None = None
    changes: tuple[TermChange, ...] = ()
    parties: tuple[Party, ...] = ()
    contact_points: tuple[ContactPoint, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    conflicts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return any((self.account, self.parties, self.contact_points, self.evidence))

    @property
    def words(self) -> str:
        """What changed, for the case's own timeline: it holds the old terms and is personal data."""
        said = [change.in_words() for change in self.changes]
        said += [
            f"{count} {kind}(s) new" for kind, count in Counter(p.kind for p in self.contact_points).items()
        ]
        said += [f"{party.role.replace('_', '-')} new or completed" for party in self.parties]
        said += [f"the client states another {name}" for name in self.conflicts]
        return "; ".join(said) or "the client's statements only"


def placement_difference(old: CaseContent, new: PlacementRow) -> PlacementUpdate:
    """What ``new`` adds to ``old``, in the ids of ``old``; the caller has matched the account number."""
    account, changes = _terms(old.account, new.account)
    ids = {new.account.account_id: old.account.account_id}
    parties: list[Party] = []
    conflicts: list[str] = []
    for party in new.parties:
        known = _same_party(old.parties, party)
        if known is None:
            parties.append(party)
            continue
        ids[party.party_id] = known.party_id
        fuller = _completed(known, party)
        parties += [fuller] if fuller != known else []
        conflicts += [f"{party.role}.{name}" for name in _FACTS if _differ(known, party, name)]
    points = _new_points(old, new, ids)
    return PlacementUpdate(
        account if changes else None,
        changes,
        tuple(parties),
        points,
        _new_evidence(old, new, ids),
        tuple(conflicts),
    )


def apply_update(old: CaseContent, update: PlacementUpdate) -> CaseContent:
    """``old`` with ``update`` in it; nothing of ``old`` is lost."""
    put = {party.party_id: party for party in (*old.parties, *update.parties)}
    return replace(
        old,
        account=update.account or old.account,
        parties=tuple(put.values()),
        contact_points=old.contact_points + update.contact_points,
        evidence=old.evidence + update.evidence,
    )


def _terms(old: Account, new: Account) -> tuple[Account, tuple[TermChange, ...]]:
    """The account with the client's new terms, and what changed."""
    stated = {name: getattr(new, name) for name in _TERMS if getattr(new, name)}
    changed = {name: value for name, value in stated.items() if value != getattr(old, name)}
    balance = _balance(old.balance, new.balance)
    extra = {key: text for key, text in new.extra.items() if old.extra.get(key) != text}
    changes = [TermChange(name, _said(getattr(old, name)), _said(value)) for name, value in changed.items()]
    changes += [
        TermChange(f"balance.{f.name}", _amount(old.balance, f.name), _amount(balance, f.name))
        for f in fields(Balance)
        if getattr(old.balance, f.name) != getattr(balance, f.name)
    ]
    changes += [TermChange(f"extra.{key}", old.extra.get(key, ""), text) for key, text in extra.items()]
    return replace(old, **changed, balance=balance, extra=old.extra | extra), tuple(changes)


def _amount(balance: Balance, name: str) -> str:
    """A part of a balance as money, the currency as it is; "" for a part that is not stated."""
    value = getattr(balance, name)
    return str(Money(value, balance.currency)) if isinstance(value, int) else _said(value)


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _balance(old: Balance, new: Balance) -> Balance:
    """The new balance; parts the row does not state stay only while the total is the same."""
    if (new.total, new.currency) != (old.total, old.currency):
        return new
    kept = {f.name: getattr(old, f.name) for f in fields(Balance) if getattr(new, f.name) is None}
    return replace(new, **kept)


def _same_party(parties: Iterable[Party], wanted: Party) -> Party | None:
    """The party of a case that a row's party is: the debtor always, others by role and name."""
    for party in parties:
        if party.role is wanted.role is PartyRole.DEBTOR:
            return party
        alike = party.role is wanted.role or {party.role, wanted.role} <= _SEARCHED
        if alike and name_key(wanted.name) in {name_key(n) for n in (party.name, *party.aliases)}:
            return party
    return None


def _completed(known: Party, said: Party) -> Party:
    """``known`` with the facts it lacked, and the row's names as aliases where they are others."""
    facts = {name: getattr(said, name) for name in _FACTS if not getattr(known, name)}
    if _differ(known, said, "ssn_last4"):
        facts.pop("ssn", None)
    if _differ(known, said, "birth_year"):
        facts.pop("birth_date", None)
    names = {name_key(name) for name in (known.name, *known.aliases)}
    aliases: list[PersonName] = []
    for name in (said.name, *said.aliases):
        if name_key(name) not in names:
            names.add(name_key(name))
            aliases.append(name)
    return replace(known, **facts, aliases=known.aliases + tuple(aliases))


def _differ(known: Party, said: Party, name: str) -> bool:
    """Whether both state ``name`` and not alike."""
    ours, theirs = getattr(known, name), getattr(said, name)
    return bool(ours and theirs and ours != theirs)


def _new_points(old: CaseContent, new: PlacementRow, ids: dict[str, str]) -> tuple[ContactPoint, ...]:
    """The contact points that the case does not have; a known one is entered in ``ids``."""
    known = {_point_key(point, point.party_id): point.contact_id for point in old.contact_points}
    added = []
    for point in new.contact_points:
        party_id = ids.get(point.party_id, point.party_id)
        same = known.get(_point_key(point, party_id))
        if same is None:
            added.append(replace(point, party_id=party_id))
        else:
            ids[point.contact_id] = same
    return tuple(added)


def _point_key(point: ContactPoint, party_id: str) -> tuple[str, str, str]:
    return party_id, point.kind, point.normalized or point.raw.casefold()


def _new_evidence(old: CaseContent, new: PlacementRow, ids: dict[str, str]) -> tuple[Evidence, ...]:
    """Statements that this client has not made before about the same subject."""
    made = {(e.subject_id, e.source_kind, e.origin, e.statement) for e in old.evidence}
    mapped = (replace(e, subject_id=ids.get(e.subject_id, e.subject_id)) for e in new.evidence)
    return tuple(e for e in mapped if (e.subject_id, e.source_kind, e.origin, e.statement) not in made)
