"""Values of a case as a person reads them."""

from workbench.model.party import ContactKind, ContactPoint

_KINDS = {
    ContactKind.ADDRESS: "Address",
    ContactKind.PHONE: "Phone",
    ContactKind.EMAIL: "E-mail",
    ContactKind.EMPLOYER: "Employer",
    ContactKind.ONLINE: "Online",
}


def kind_words(kind: ContactKind) -> str:
    """The heading of a kind of contact point."""
    return _KINDS[kind]


def phone_words(text: str) -> str:
    """Ten digits as ``(423) 555-0123``; anything else as it is."""
    if len(text) == 10 and text.isascii() and text.isdigit():
        return f"({text[:3]}) {text[3:6]}-{text[6:]}"
    return text


def contact_words(point: ContactPoint) -> str:
    """A contact point's value in one line."""
    if point.kind is ContactKind.PHONE:
        return phone_words(point.normalized or point.raw)
    if point.address is not None:
        return point.address.one_line() or point.raw
    return point.raw
