"""The contact points of a case: added with their source, judged with a reason, retired, never deleted."""

from dataclasses import dataclass, replace

from workbench.base.errors import UserError
from workbench.base.ids import new_id
from workbench.model.evidence import Evidence
from workbench.model.party import ContactKind, ContactPoint, ContactStatus, PostalAddress
from workbench.normalize.contacts import normalized_contact
from workbench.normalize.one_line import one_line_address
from workbench.services.account_draft import local_day
from workbench.services.confidence import BAD, POINT_STATUS
from workbench.services.display import contact_words, kind_words
from workbench.services.own_entry import own_entry
from workbench.services.written import Written, written
from workbench.vault.case_editor import CaseEdit
from workbench.vault.vault import Vault

BY_HAND = "entered"
"""Source kind of a statement that a specialist entered."""

_EXPECTED = {
    ContactKind.ADDRESS: "Give a street with its number, and the place or ZIP.",
    ContactKind.PHONE: "Give ten digits, as (423) 555-0123.",
    ContactKind.EMAIL: "Give an address as name@example.com.",
    ContactKind.EMPLOYER: "Give the employer's name.",
    ContactKind.ONLINE: "Give the address or the name of the profile.",
}


class ContactPointError(UserError):
    """A contact point that is not one, or a change that needs a reason."""

    code = "contact_point"


class UnknownContactPointError(ContactPointError):
    """The case has no such contact point."""

    def __init__(self) -> None:
        super().__init__("The case has no such contact point.", hint="Choose one of those shown.")


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A contact point to add.

    ``text`` is the value as heard or read; ``address`` its parts where it is an address (else they are read
    from the text).  ``source`` says who said it: "the debtor's sister, by phone".
    """

    party_id: str
    kind: ContactKind
    text: str
    source: str
    label: str = ""
    consent: str = ""
    address: PostalAddress | None = None


def add_contact_point(vault: Vault, account_id: str, new: NewPoint) -> Written:
    """Add a contact point with its source; one that is on file already gains the source instead.

    ContactPointError for a value that is none of its kind, a party that is not there, or no source.
    """
    source = " ".join(new.source.split())
    if not source:
        raise ContactPointError("Who said so?", hint="Nothing stands in a case without its source.")
    point = _read(new)
    with vault.edit_case(account_id) as edit:
        edit.action = "add_contact_point"
        if not any(p.party_id == new.party_id and not p.retired for p in edit.content.parties):
            raise ContactPointError("The case has no such person.", hint="Choose one of those shown.")
        known = _same(edit, point)
        if known is None:
            edit.put_contact_point(point)
        elif known.status is ContactStatus.RETIRED:
            edit.put_contact_point(
                replace(known, status=ContactStatus.UNVERIFIED, current=True, status_reason="")
            )
        there = known or point
        words = f"{kind_words(there.kind)}: {contact_words(there)}"
        edit.add_evidence(entered(vault, there.contact_id, words, source))
        done = f"{kind_words(there.kind)} {'added' if known is None else 'was on file: source added'}"
        tell(vault, edit, f"{done}: {contact_words(there)}. Source: {source}", there)
    return written(edit, done)


def _read(new: NewPoint) -> ContactPoint:
    text = " ".join(new.text.split())
    address = new.address
    if new.kind is ContactKind.ADDRESS and address is None:
        address = one_line_address(text)
    if address is not None:
        text = text or address.one_line()
    normalized = normalized_contact(new.kind, text, address)
    if not normalized:
        raise ContactPointError(
            f"This is no {kind_words(new.kind).lower()} that can be used.", hint=_EXPECTED[new.kind]
        )
    return ContactPoint(
        new_id(),
        new.party_id,
        new.kind,
        text,
        normalized,
        address=address,
        label=" ".join(new.label.split()),
        consent=" ".join(new.consent.split()),
    )


def _same(edit: CaseEdit, point: ContactPoint) -> ContactPoint | None:
    for known in edit.content.contact_points:
        same = (known.kind, known.normalized, known.party_id)
        if same == (point.kind, point.normalized, point.party_id):
            return known
    return None


def set_contact_status(
    vault: Vault, account_id: str, contact_id: str, status: ContactStatus, reason: str = ""
) -> Written:
    """Say where a contact point stands; a bad status needs a reason (ContactPointError)."""
    with vault.edit_case(account_id) as edit:
        edit.action = "judge_contact_point"
        judge(vault, edit, require_point(edit, contact_id), status, reason)
    return written(edit, f"Marked {status.value.replace('_', ' ')}")


def judge(vault: Vault, edit: CaseEdit, point: ContactPoint, status: ContactStatus, reason: str) -> None:
    """The same inside an edit: the new status, since when and why, and the entry that tells of it."""
    why = " ".join(reason.split())
    if status in BAD | {ContactStatus.RETIRED} and not why:
        raise ContactPointError("A reason is needed.", hint="Say in a few words how that is known.")
    edit.put_contact_point(
        replace(
            point,
            status=status,
            current=status not in BAD | {ContactStatus.RETIRED},
            status_on=local_day(vault),
            status_reason=why,
        )
    )
    name = f"{kind_words(point.kind)} {contact_words(point)}"
    words = f"{name} marked {status.value.replace('_', ' ')}"
    tell(vault, edit, f"{words}: {why}" if why else f"{words}.", point, {POINT_STATUS: status.value})


def retire_contact_point(vault: Vault, account_id: str, contact_id: str, reason: str) -> Written:
    """Take a contact point out of use with a reason; it stays in the case."""
    with vault.edit_case(account_id) as edit:
        edit.action = "retire_contact_point"
        judge(vault, edit, require_point(edit, contact_id), ContactStatus.RETIRED, reason)
    return written(edit, "Retired")


def describe_contact_point(
    vault: Vault, account_id: str, contact_id: str, *, label: str, consent: str, line_type: str
) -> Written:
    """Give a contact point its label (home, work), consent and line type."""
    with vault.edit_case(account_id) as edit:
        edit.action = "describe_contact_point"
        point = require_point(edit, contact_id)
        after = replace(
            point,
            label=" ".join(label.split()),
            consent=" ".join(consent.split()),
            line_type=" ".join(line_type.split()),
        )
        edit.put_contact_point(after)
        if after.consent != point.consent:
            said = f"Consent for {contact_words(point)}: {after.consent or 'none on file'}."
            tell(vault, edit, said, point, {"consent": after.consent})
    return written(edit, "Contact point changed")


def require_point(edit: CaseEdit, contact_id: str) -> ContactPoint:
    """The contact point of that id; UnknownContactPointError when there is none."""
    for point in edit.content.contact_points:
        if point.contact_id == contact_id:
            return point
    raise UnknownContactPointError


def entered(vault: Vault, subject_id: str, statement: str, source: str) -> Evidence:
    """A statement of today by ``source`` that the person at the keyboard entered."""
    return Evidence(
        new_id(),
        subject_id,
        BY_HAND,
        source,
        statement,
        vault.clock.now(),
        as_of=local_day(vault),
        actor=vault.actor,
    )


def tell(
    vault: Vault, edit: CaseEdit, text: str, point: ContactPoint, details: dict[str, str] | None = None
) -> None:
    """Add an entry about a contact point to the timeline."""
    about = {"contact_point": point.contact_id, **(details or {})}
    edit.add_activity(
        own_entry(vault, text, contact_id=point.contact_id, party_id=point.party_id, details=about)
    )
