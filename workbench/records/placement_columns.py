"""Which column of a placement file means what."""

import msgspec

from workbench.records.errors import MappingError
from workbench.records.headers import canonical

Source = tuple[str, ...]
"""Columns whose values, joined by one blank, make one value; () when the file has none."""

ROLES = ("debtor", "co_debtor", "spouse", "relative", "associate", "reference", "employer", "attorney")
"""What the parties of a placement file can be, by their names in ``workbench.model.party.PartyRole``."""

DATE_ORDERS = ("mdy", "dmy", "ymd")


class PlacedPhone(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A phone column; ``label`` is home, cell, work or other, ``kind`` a column with the type of line."""

    column: Source
    label: str = ""
    kind: Source = ()


class PlacedAddress(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An address in columns of its own, or in one (``whole``), or with its last line in one.

    ``current`` is false for an address the client calls previous, or gives as a further one.
    """

    line1: Source = ()
    line2: Source = ()
    city: Source = ()
    state: Source = ()
    zip: Source = ()
    city_state_zip: Source = ()
    whole: Source = ()
    label: str = ""
    current: bool = True

    def sources(self) -> tuple[Source, ...]:
        """Every source of the address."""
        return (
            *(self.line1, self.line2, self.city, self.state, self.zip),
            *(self.city_state_zip, self.whole),
        )


class PlacedPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A party of the account: a person, or with role ``employer`` usually a firm (``whole`` is its name).

    ``ssn`` holds nine digits, the last four, or a masked number; the value itself decides.
    """

    role: str = "debtor"
    whole: Source = ()
    first: Source = ()
    middle: Source = ()
    last: Source = ()
    suffix: Source = ()
    former_last: Source = ()
    aliases: tuple[Source, ...] = ()
    birth_date: Source = ()
    ssn: Source = ()
    phones: tuple[PlacedPhone, ...] = ()
    emails: tuple[Source, ...] = ()
    addresses: tuple[PlacedAddress, ...] = ()

    @property
    def named(self) -> bool:
        """Whether anything here could give a name."""
        return bool(self.whole or self.last)

    def sources(self) -> tuple[Source, ...]:
        """Every source of the person."""
        return (
            *(self.whole, self.first, self.middle, self.last, self.suffix, self.former_last),
            *(self.birth_date, self.ssn, *self.aliases, *self.emails),
            *(source for phone in self.phones for source in (phone.column, phone.kind)),
            *(source for address in self.addresses for source in address.sources()),
        )


class PlacementMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the rows of one placement file become accounts.

    ``extra`` are columns kept with the account as they are.  ``date_order`` is how 03/04/2026 is meant,
    ``digit_order`` how 03042026 is: mdy, dmy or ymd.  ``confidence`` says for each column used how sure a
    guess is, 0 to 1; it is empty in a mapping that a person wrote.  ``fingerprint`` is that of the header the
    mapping was made for.
    """

    account_number: Source = ()
    client: Source = ()
    original_creditor: Source = ()
    original_account_number: Source = ()
    debt_kind: Source = ()
    balance: Source = ()
    principal: Source = ()
    interest: Source = ()
    fees: Source = ()
    costs: Source = ()
    currency: Source = ()
    placed_on: Source = ()
    opened_on: Source = ()
    itemisation_on: Source = ()
    delinquent_on: Source = ()
    charged_off_on: Source = ()
    last_payment_on: Source = ()
    statute_expires_on: Source = ()
    notes: Source = ()
    extra: tuple[str, ...] = ()
    date_order: str = "mdy"
    digit_order: str = "ymd"
    fingerprint: str = ""
    confidence: dict[str, float] = {}
    debtor: PlacedPerson = PlacedPerson()
    others: tuple[PlacedPerson, ...] = ()

    @property
    def people(self) -> tuple[PlacedPerson, ...]:
        """The debtor, then everybody else."""
        return (self.debtor, *self.others)

    def used_columns(self) -> tuple[str, ...]:
        """The columns the mapping needs, each once, ``extra`` last."""
        account = (getattr(self, name) for name in ACCOUNT_FIELDS)
        people = (source for person in self.people for source in person.sources())
        named = [column for source in (*account, *people) for column in source]
        return tuple(dict.fromkeys((*named, *self.extra)))


MONEY_FIELDS = ("balance", "principal", "interest", "fees", "costs")
DATE_FIELDS = (
    *("placed_on", "opened_on", "itemisation_on", "delinquent_on"),
    *("charged_off_on", "last_payment_on", "statute_expires_on"),
)
ACCOUNT_FIELDS = (
    *("account_number", "client", "original_creditor", "original_account_number", "debt_kind"),
    *(*MONEY_FIELDS, "currency", *DATE_FIELDS, "notes"),
)


def validate_placement(mapping: PlacementMapping, columns: tuple[str, ...]) -> None:
    """Refuse a mapping that cannot make accounts of a file with these ``columns``; MappingError says why.

    Needed are a column for the account number, one for the balance or any part of it, and one for the
    debtor's whole or last name; every column named must be in the file (case and punctuation aside).
    """
    present = {canonical(c) for c in columns}
    missing = [c for c in mapping.used_columns() if canonical(c) not in present]
    if missing:
        names = ", ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
        raise MappingError(
            f"The mapping names {len(missing)} column(s) that the file does not have: {names}.",
            hint="Compare with the columns that sniff lists.",
        )
    if not mapping.account_number:
        raise _lacking("the account number", "account_number")
    if not any(getattr(mapping, part) for part in MONEY_FIELDS):
        raise _lacking("the balance", "balance")
    if not mapping.debtor.named:
        raise _lacking("the debtor's name", "debtor.whole, or debtor.last and debtor.first")
    if not {mapping.date_order, mapping.digit_order} <= set(DATE_ORDERS):
        raise MappingError(
            "date_order or digit_order is not known.", hint="One of: " + ", ".join(DATE_ORDERS) + "."
        )
    if any(person.role not in ROLES[1:] for person in mapping.others):
        raise MappingError("A role in others is not known.", hint="One of: " + ", ".join(ROLES[1:]) + ".")


def _lacking(what: str, key: str) -> MappingError:
    return MappingError(
        f"No column was found for {what}.",
        hint=f"Name it in a mapping file (--mapping), as {key}.",
    )
