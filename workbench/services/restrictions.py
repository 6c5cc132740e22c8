"""What limits contact with a debtor: recorded with its day and its own words, lifted when it is over.

Each is one commit.  The account's status follows the weightiest restriction in force, in the order of
``WEIGHT``, and goes back to what it was when the last of them is lifted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from types import MappingProxyType

from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.account import AccountStatus
from workbench.model.party import ContactKind, ContactPoint, Party, PartyRole
from workbench.model.restriction import Restriction, RestrictionKind
from workbench.model.standing import in_force
from workbench.normalize.contacts import normalized_contact
from workbench.normalize.names import parse_name
from workbench.services.account_draft import AccountDraft, local_day
from workbench.services.lead_contacts import postal_address
from workbench.services.written import Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

WEIGHT: Mapping[RestrictionKind, AccountStatus] = MappingProxyType(
    {
        RestrictionKind.BANKRUPTCY: AccountStatus.BANKRUPTCY,
        RestrictionKind.DECEASED: AccountStatus.DECEASED,
        RestrictionKind.ATTORNEY: AccountStatus.ATTORNEY,
        RestrictionKind.CEASE: AccountStatus.CEASE,
        RestrictionKind.DISPUTE: AccountStatus.DISPUTED,
        RestrictionKind.IDENTITY_THEFT: AccountStatus.DISPUTED,
        RestrictionKind.MILITARY: AccountStatus.MILITARY,
    }
)
"""The status each restriction gives, the weightiest first; the others leave the status alone."""

DETAILS: Mapping[RestrictionKind, tuple[str, ...]] = MappingProxyType(
    {
        RestrictionKind.ATTORNEY: ("name", "address", "phone"),
        RestrictionKind.BANKRUPTCY: ("chapter", "case_number", "court"),
        RestrictionKind.DECEASED: ("died_on", "estate_contact"),
        RestrictionKind.DISPUTE: ("in_writing", "about"),
        RestrictionKind.INCONVENIENT_TIME: ("from", "until", "days"),
        RestrictionKind.INCONVENIENT_PLACE: ("place",),
        RestrictionKind.CHANNEL_OPT_OUT: ("channel",),
        RestrictionKind.MILITARY: ("branch", "active_from", "active_until"),
        RestrictionKind.IDENTITY_THEFT: ("report_number",),
    }
)
"""The details each kind takes; every value is text, empty ones are left out."""

REQUIRED: Mapping[RestrictionKind, tuple[str, ...]] = MappingProxyType(
    {
        RestrictionKind.ATTORNEY: ("name",),
        RestrictionKind.BANKRUPTCY: ("chapter",),
        RestrictionKind.INCONVENIENT_TIME: ("from", "until"),
        RestrictionKind.INCONVENIENT_PLACE: ("place",),
        RestrictionKind.CHANNEL_OPT_OUT: ("channel",),
    }
)
CHAPTERS = ("7", "11", "12", "13")
CHANNELS = ("call", "text", "email", "letter")


@dataclass(frozen=True, slots=True)
class NewRestriction:
    """A restriction to record; ``verbatim`` are the words in which it came, ``party_id`` whom it is about."""

    kind: RestrictionKind
    received_on: date
    verbatim: str = ""
    party_id: str = ""
    contact_id: str = ""
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RestrictionsView:
    """The restrictions of a case, in force and past, newest first; and whom they may be about."""

    account_id: str
    in_force: tuple[Restriction, ...]
    past: tuple[Restriction, ...]
    parties: tuple[Party, ...]
    status: AccountStatus
    today: date


def restrictions_view(vault: Vault, account_id: str) -> RestrictionsView:
    """What limits contact on an account, now and before."""
    content = vault.read_case(account_id)
    binding = in_force(content.restrictions)
    past = tuple(r for r in content.restrictions if r.lifted_at is not None and not r.retired)
    parties = tuple(p for p in content.parties if not p.retired)
    return RestrictionsView(
        account_id, binding[::-1], past[::-1], parties, content.account.status, local_day(vault)
    )


def add_restriction(vault: Vault, account_id: str, new: NewRestriction) -> Written:
    """Record a restriction; the status follows.  An attorney joins the case as a party.

    UserError for a day to come, a detail that is missing or not one of its choices, or one of the same
    kind about the same person that is in force already.
    """
    details = _checked_details(new)
    with vault.edit_case(account_id) as edit:
        edit.action = "add_restriction"
        draft = AccountDraft(vault, edit)
        if new.received_on > draft.today:
            raise UserError("It cannot have been received on a day to come.", hint="Give the day it came.")
        before = in_force(draft.restrictions)
        _require_news(new, details, before)
        base = _base_status(draft.account.status, before)
        made = Restriction(
            new_id(),
            new.kind,
            received_at(new.received_on, draft),
            party_id=new.party_id,
            contact_id=new.contact_id,
            verbatim=new.verbatim.strip(),
            details=details,
            status_before=base.value,
        )
        draft.put_restriction(made)
        _set_status(draft, base)
        _joined(edit, draft, made)
        draft.tell(
            f"{kind_words(new.kind)} recorded{_said(made)}", details={"restriction": made.restriction_id}
        )
    return written(edit, f"{kind_words(new.kind)} recorded")


def lift_restriction(vault: Vault, account_id: str, restriction_id: str, reason: str) -> Written:
    """Lift a restriction, with a reason; the status goes back to what it was, or to the next weightiest."""
    if not reason.strip():
        raise UserError("A reason is needed.", hint="Say in a few words why it no longer holds.")
    with vault.edit_case(account_id) as edit:
        edit.action = "lift_restriction"
        edit.reason = " ".join(reason.split())
        draft = AccountDraft(vault, edit)
        binding = {r.restriction_id: r for r in in_force(draft.restrictions)}
        found = binding.get(restriction_id)
        if found is None:
            raise UserError("No such restriction is in force.", hint="Choose one of those shown.")
        base = _base_status(draft.account.status, tuple(binding.values()))
        draft.put_restriction(replace(found, lifted_at=draft.now))
        _set_status(draft, base)
        if found.kind is RestrictionKind.DECEASED and (person := draft.parties.get(found.party_id)):
            edit.put_party(replace(person, deceased=False))
        draft.tell(f"{kind_words(found.kind)} lifted: {edit.reason}")
    return written(edit, f"{kind_words(found.kind)} lifted")


def kind_words(kind: RestrictionKind) -> str:
    """``Channel opt out``: a kind of restriction in words."""
    words = kind.value.replace("_", " ")
    return words[:1].upper() + words[1:]


def received_at(day: date, draft: AccountDraft) -> datetime:
    """The instant a restriction binds from: now on the day itself, else the beginning of that day here."""
    if day == draft.today:
        return draft.now
    return datetime.combine(day, time()).astimezone()


def _base_status(status: AccountStatus, binding: Iterable[Restriction]) -> AccountStatus:
    """The status without restrictions: the one now, or the one before the first of them."""
    if status not in WEIGHT.values():
        return status
    known = [r.status_before for r in binding if r.status_before and r.status_before not in WEIGHT.values()]
    return AccountStatus(known[0]) if known else status


def _set_status(draft: AccountDraft, base: AccountStatus) -> None:
    kinds = {r.kind for r in in_force(draft.restrictions)}
    weightiest = next((status for kind, status in WEIGHT.items() if kind in kinds), None)
    if weightiest is not None:
        draft.set_status(weightiest)
    elif draft.account.status in WEIGHT.values():
        draft.set_status(base)


def _checked_details(new: NewRestriction) -> dict[str, str]:
    known = DETAILS.get(new.kind, ())
    details = {key: " ".join(text.split()) for key, text in new.details.items() if key in known}
    details = {key: text for key, text in details.items() if text}
    for key in REQUIRED.get(new.kind, ()):
        if key not in details:
            raise UserError(
                f"{kind_words(new.kind)}: {key.replace('_', ' ')} is missing.", hint="Fill it in."
            )
    choices = {"chapter": CHAPTERS, "channel": CHANNELS}
    for key, allowed in choices.items():
        if key in details and details[key] not in allowed:
            raise UserError(f"The {key} is one of {', '.join(allowed)}.", hint="Choose one of them.")
    for key in ("from", "until"):
        if key in details:
            details[key] = _clock_time(details[key])
    return details


def _clock_time(text: str) -> str:
    try:
        return "24:00" if text == "24:00" else time.fromisoformat(text.zfill(5)).strftime("%H:%M")
    except ValueError:
        raise UserError("A time of day is expected, as 09:30.", hint="Use hours from 00 to 24.") from None


def _require_news(new: NewRestriction, details: dict[str, str], binding: Iterable[Restriction]) -> None:
    for other in binding:
        same = (other.kind, other.party_id, other.contact_id) == (new.kind, new.party_id, new.contact_id)
        if same and (new.kind in WEIGHT or other.details == details):
            raise UserError("This is in force already.", hint="Lift the old one first if it changed.")


def _joined(edit: CaseEdit, draft: AccountDraft, made: Restriction) -> None:
    """What a restriction says of people: the attorney as a party, the deceased marked."""
    if made.kind is RestrictionKind.DECEASED and (person := draft.parties.get(made.party_id)):
        edit.put_party(replace(person, deceased=True))
    if made.kind is not RestrictionKind.ATTORNEY:
        return
    attorney = Party(new_id(), PartyRole.ATTORNEY, parse_name(made.details["name"]))
    edit.put_party(attorney)
    for kind, key in ((ContactKind.ADDRESS, "address"), (ContactKind.PHONE, "phone")):
        text = made.details.get(key, "")
        address = postal_address(text) if text and kind is ContactKind.ADDRESS else None
        normalized = normalized_contact(kind, text, address) if text else ""
        if text:
            edit.put_contact_point(
                ContactPoint(
                    new_id(), attorney.party_id, kind, text, normalized or "", address, label="attorney"
                )
            )


def _said(made: Restriction) -> str:
    parts = [f"{key.replace('_', ' ')} {text}" for key, text in made.details.items()]
    told = f": {', '.join(parts)}" if parts else ""
    return f"{told}. “{made.verbatim}”" if made.verbatim else f"{told}."
