"""The search line that a case file asks: its debtor's name and birth, known phones and addresses."""

from dataclasses import dataclass

from workbench.model.party import ContactKind, Party
from workbench.services.confidence import Known, best_first, debtor_of, known_points
from workbench.services.library_search_speaking import phone_text
from workbench.vault.vault import Vault

PHONES, ADDRESSES = 3, 2


@dataclass(frozen=True, slots=True)
class CaseSearch:
    """A line prefilled from a case, and whose case it is."""

    account_id: str
    account_number: str
    line: str


def search_of_case(vault: Vault, account_id: str) -> CaseSearch:
    """What to search for the debtor of a case; an empty line when it has none.  Errors as for reading it."""
    content = vault.read_case(account_id)
    debtor = debtor_of(content)
    parts: list[str] = []
    if debtor is not None:
        own = [k for k in best_first(known_points(content)) if k.point.party_id == debtor.party_id]
        parts = [_name(debtor), *_phones(own), *_addresses(own)]
    line = " | ".join(dict.fromkeys(part for part in parts if part))
    return CaseSearch(account_id, content.account.account_number, line)


def _name(debtor: Party) -> str:
    name = debtor.name
    words = f"{name.last}, {name.first}" if name.last and name.first else name.last or name.whole
    if not words.strip():
        return ""
    year = debtor.birth_date.year if debtor.birth_date else debtor.birth_year
    return f"{words} {year}".lower() if year else words.lower()


def _phones(known: list[Known]) -> list[str]:
    numbers = [k.point.normalized for k in known if k.point.kind is ContactKind.PHONE]
    return [phone_text(number) for number in numbers if len(number) == 10][:PHONES]


def _addresses(known: list[Known]) -> list[str]:
    found = [k.point.address for k in known if k.point.kind is ContactKind.ADDRESS and k.point.address]
    lines = [(a.line1.replace('"', ""), a.zip_code[:5]) for a in found if a.line1.strip()[:1].isdigit()]
    return [f'"{line}" {zip_code}'.strip().lower() for line, zip_code in lines[:ADDRESSES]]
