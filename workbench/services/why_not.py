"""Why an account has no lead: the nearest people of the library, and what keeps each from being one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from workbench.base.progress import NoProgress, Progress, check_cancelled
from workbench.matching.nearest import FileFacts, Near, nearest
from workbench.matching.settings import MatchSettings
from workbench.matching.tombstones import Tombstones
from workbench.matching.weights import Weights
from workbench.model.case import CaseContent
from workbench.model.importing import ImportRecord
from workbench.model.lead import Lead
from workbench.model.party import ContactPoint, ContactStatus, Party
from workbench.model.review import Judgment
from workbench.normalize.debtors import debtors_table
from workbench.normalize.tables import Debtors
from workbench.services import weights_version
from workbench.services.access import DirectAccess, VaultAccess
from workbench.services.reader.search_terms import searched_for, tombstones_of
from workbench.services.searching import SEARCHED_ROLES, opener_of
from workbench.services.why_not_likeness import likenesses
from workbench.vault.library_near import Crowd, NearPeople
from workbench.vault.projection import name_key
from workbench.vault.values import Tombstone, TombstoneKind
from workbench.vault.vault import Vault

MOST = 5
_PER_FILE = 20


class Hindrance(StrEnum):
    """What keeps a person of the library from being a lead."""

    DECIDED = "decided"
    """Somebody decided about this description for this party."""
    REJECTED = "rejected"
    """Rejected for the same debtor on another account."""
    WEAK = "weak"
    """The score is below what a lead needs."""
    NO_KEY = "no_key"
    """Shares no key of the search, so a match never compares the two."""
    CROWDED = "crowded"
    """Every key shared is one of too many rows, which a match passes over."""
    NOT_MATCHED_SINCE = "not_matched_since"
    """A match today would propose it: the case or the weights changed since the last one."""
    OUTRANKED = "outranked"
    """Likely enough, but others are likelier and only so many are proposed."""


@dataclass(frozen=True, slots=True)
class CommonKey:
    """A key that a match passes over in one file: too many rows share it."""

    file_name: str
    kind: str
    value: str
    rows: int
    debtors: int


@dataclass(frozen=True, slots=True)
class NearPerson:
    """One of the nearest; ``lead`` is what a match would propose, with id "" and its explanation.

    ``judged`` is the decision on this description where there was one; ``keys`` the kinds of key shared.
    """

    lead: Lead
    file_name: str
    hindrance: Hindrance
    keys: tuple[str, ...]
    judged: Judgment | None = None
    tombstone: Tombstone | None = None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The answer for one account.

    ``searched`` are the names searched for, ``files`` and ``people`` what the library holds, ``near`` the
    nearest (best first), ``common`` keys passed over, ``pending`` how many leads wait.
    """

    account_id: str
    content: CaseContent
    searched: tuple[str, ...]
    files: int
    people: int
    pending: int
    near: tuple[NearPerson, ...]
    common: tuple[CommonKey, ...]
    settings: MatchSettings
    weights: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the vault knows of the account and of everything decided."""

    content: CaseContent
    rows: tuple[tuple[str, Party, tuple[ContactPoint, ...]], ...]
    imports: dict[str, ImportRecord]
    files: list[str]
    tombstones: tuple[Tombstone, ...]
    judgments: dict[str, Judgment]
    pending: frozenset[tuple[str, str]]
    leads: int
    namesakes: int
    weights: Weights
    today: date


def why_not(vault: Vault, account_id: str) -> WhyNot:
    """The answer for one account, in the thread that owns the vault; errors as reading its case."""
    return look(DirectAccess(vault), NoProgress(), account_id=account_id)


def look(access: VaultAccess, progress: Progress, *, account_id: str) -> WhyNot:
    """:func:`why_not` from a thread of its own: the vault is held for short pieces only.

    CancelledError when ``progress`` says so.
    """
    asked = access.call(partial(gather, account_id=account_id))
    settings = MatchSettings()
    debtors = debtors_table(asked.rows, today=asked.today)
    stones = tombstones_of(searched_for(debtors, asked.tombstones))
    wanted = tuple(likenesses(debtors))
    found: list[tuple[str, Near]] = []
    common: list[CommonKey] = []
    people = 0
    for done, import_id in enumerate(asked.files):
        check_cancelled(progress)
        progress.report(done, len(asked.files), "looking into record files")
        opener = access.call(partial(opener_of, import_id=import_id))
        weights = weights_in(asked, import_id)
        with opener() as library:
            people += library.counts().people
            answers = [(one, library.near(likeness)) for one, likeness in wanted]
        for one, answer in answers:
            crowds = [c for c in answer.crowds if _crowded(c, asked.namesakes, settings)]
            name = asked.imports[import_id].file_name
            common += [CommonKey(name, c.kind, c.value, c.rows, asked.namesakes) for c in crowds]
            found += [(import_id, near) for near in _near(one, answer, weights, settings, stones)]
    order = sorted(found, key=lambda pair: -pair[1].explanation.bits)
    chosen = [pair for pair in order if not _waits(pair[1], asked)][:MOST]
    return WhyNot(
        account_id, asked.content, tuple(_names(debtors)), len(asked.files), people, asked.leads,
        tuple(_person(asked, import_id, near, common) for import_id, near in chosen),
        tuple(dict.fromkeys(common)), settings, asked.weights.version,
    )  # fmt: skip


def weights_in(asked: Asked, import_id: str) -> Weights:
    """The weights for a file, with who it holds as the last match told it."""
    told = asked.imports[import_id].told
    return asked.weights.in_file(told) if told.debtors else asked.weights


def gather(vault: Vault, account_id: str) -> Asked:
    """What the vault knows of an account and of everything decided; errors as reading its case."""
    content = vault.read_case(account_id)
    parties = [p for p in content.parties if p.role in SEARCHED_ROLES and not p.retired]
    pending = vault.catalog.pending_leads(account_id=account_id)
    judgments = vault.review.history(10_000, account_id=account_id)
    judged = ((vault.review.judged(j.lead_id), j) for j in judgments)
    return Asked(
        content=content,
        rows=tuple((account_id, party, _points(content, party)) for party in parties),
        imports={record.import_id: record for record in vault.registry.imports()},
        files=vault.library.ids(),
        tombstones=vault.catalog.tombstones(),
        judgments={x.party_id + x.person.person_key: judgment for x, judgment in judged if x is not None},
        pending=frozenset((lead.person.person_key, lead.party_id) for lead in pending),
        leads=len(pending),
        namesakes=max((_bearers(vault, party) for party in parties), default=1),
        weights=weights_version.current(vault),
        today=vault.clock.now().date(),
    )


def _points(content: CaseContent, party: Party) -> tuple[ContactPoint, ...]:
    return tuple(
        p
        for p in content.contact_points
        if p.party_id == party.party_id and p.status is not ContactStatus.RETIRED
    )


def _bearers(vault: Vault, party: Party) -> int:
    """How many parties of the book bear the very name: so many debtors at least share its keys."""
    key = name_key(party.name)
    return max(1, len(vault.catalog.identifiers("name", key))) if key else 1


def _names(debtors: Debtors) -> Iterator[str]:
    for row in debtors.people.select("first", "middle", "last", "suffix").iter_rows():
        yield " ".join(part for part in row if part)


def _near(
    one: Debtors, answer: NearPeople, weights: Weights, settings: MatchSettings, stones: Tombstones
) -> Sequence[Near]:
    about = FileFacts(answer.rows, answer.sample, answer.lasts, answer.places)
    return nearest(
        one, answer.people, about, weights=weights, settings=settings, tombstones=stones, most=_PER_FILE
    )


def _crowded(crowd: Crowd, namesakes: int, settings: MatchSettings) -> bool:
    """Whether a match passes this key over; ``namesakes`` debtors at least share it when it is of a name."""
    debtors = namesakes if crowd.kind in {"sound_initial", "last5_year"} else 1
    return crowd.rows > settings.block_rows or crowd.rows * debtors > settings.block_pairs


def _waits(near: Near, asked: Asked) -> bool:
    return (near.person.person_key, near.debtor_id) in asked.pending


def _person(asked: Asked, import_id: str, near: Near, common: list[CommonKey]) -> NearPerson:
    record = asked.imports[import_id]
    person = replace(near.person, import_id=import_id)
    lead = Lead("", asked.content.account.account_id, near.debtor_id, person, near.explanation, 0)
    judged = asked.judgments.get(near.debtor_id + near.person.person_key)
    stone = next((s for s in asked.tombstones if near.rejected and _rejects(s, near)), None)
    passed = {c.kind for c in common if c.file_name == record.file_name}
    hindrance = _hindrance(near, passed, decided=judged is not None)
    return NearPerson(lead, record.file_name, hindrance, near.keys, judged, stone)


def _rejects(stone: Tombstone, near: Near) -> bool:
    whose = stone.debtor_key in {"", near.debtor_key}
    return stone.kind is TombstoneKind.PERSON and stone.value == near.person.person_key and whose


def _hindrance(near: Near, passed: set[str], *, decided: bool) -> Hindrance:
    """The first thing that would have to be otherwise."""
    if decided:
        return Hindrance.DECIDED
    if near.rejected:
        return Hindrance.REJECTED
    if not near.keys:
        return Hindrance.NO_KEY if near.lead else Hindrance.WEAK
    if passed.issuperset(near.keys):
        return Hindrance.CROWDED
    if near.lead:
        return Hindrance.NOT_MATCHED_SINCE
    settings, why = MatchSettings(), near.explanation
    likely = why.p_same >= settings.least_same or why.p_relative >= settings.least_relative
    return Hindrance.OUTRANKED if likely else Hindrance.WEAK
