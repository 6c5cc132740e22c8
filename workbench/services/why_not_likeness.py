"""What a debtor can be looked up by in a record file."""

from collections.abc import Iterable, Iterator

from workbench.normalize.nicknames import canonical_name, nickname_pairs
from workbench.normalize.tables import Debtors
from workbench.vault.library_near import Likeness


def likenesses(debtors: Debtors) -> Iterator[tuple[Debtors, Likeness]]:
    """Each debtor alone, and what to look it up by."""
    for row in debtors.people.iter_rows(named=True):
        one = debtors.people["debtor_id"] == row["debtor_id"]
        addresses = debtors.addresses.filter(debtors.addresses["debtor_id"] == row["debtor_id"])
        homes = addresses.select("address_house", "address_street", "address_zip").unique().rows()
        yield (
            Debtors(debtors.people.filter(one), addresses),
            Likeness(
                lasts=_given(row["last"], row["former_last"], *_parts(row["last"])),
                first=row["first"] or "",
                initials=_initials(row["first"] or ""),
                birth_year=row["birth_year"],
                places=tuple((h, s or "", z or "") for h, s, z in sorted(homes, key=str) if h),
                phones=tuple(row["phones"]),
                emails=tuple(row["emails"]),
            ),
        )


def _given(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _parts(last: str | None) -> Iterable[str]:
    """The parts of a double surname, and the surname in one word."""
    words = (last or "").replace("-", " ").split()
    return [*(w for w in words if len(w) > 2), "".join(words)] if len(words) > 1 else []


def _initials(first: str) -> tuple[str, ...]:
    """First letters a person of this first name may be listed under, by the nickname table."""
    word = first.split(" ", maxsplit=1)[0]
    pairs = nickname_pairs()
    others = pairs.filter(pairs["a"] == word)["b"].to_list() if word else []
    names = [word, canonical_name(word) if word else "", *sorted(others)]
    return tuple(dict.fromkeys(name[0] for name in names if name))
