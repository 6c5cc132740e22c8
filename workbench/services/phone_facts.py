"""What a telephone number itself tells: its extension, its kind of line, and where its area code is."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.party import ContactKind, ContactPoint
from workbench.normalize.area_codes import area_state, fits_state
from workbench.normalize.phones import line_type, read_phone


@dataclass(frozen=True, slots=True)
class PhoneFacts:
    """``extension`` as written; ``line`` as ``Phone.line``; ``state`` of the area code, two letters; "" where
    nothing is known.  ``elsewhere``: none of the person's addresses is in that state, which is a hint and no
    proof, for a number moves with its owner.
    """

    extension: str = ""
    line: str = ""
    state: str = ""
    elsewhere: bool = False

    @property
    def words(self) -> str:
        """One line for the terminal; "" when there is nothing to say."""
        said = [f"extension {self.extension}"] if self.extension else []
        said += [f"{self.line.replace('_', '-')} number"] if self.line else []
        said += [f"area code of {self.state}, where no address of theirs is"] if self.elsewhere else []
        return "; ".join(said)


def phone_facts(point: ContactPoint, others: Iterable[ContactPoint]) -> PhoneFacts:
    """The facts of a number beside the addresses among ``others``; nothing of what is no number."""
    if point.kind is not ContactKind.PHONE:
        return PhoneFacts()
    read = read_phone(point.raw)
    number = point.normalized or (read.number if read else "")
    states = {other.address.state for other in others if other.address is not None and other.address.state}
    fits = [fits_state(number, state) for state in states]
    return PhoneFacts(
        extension=read.extension if read else "",
        line=line_type(number),
        state=area_state(number) or "",
        elsewhere=bool(fits) and all(fit is False for fit in fits),
    )
