"""The comparable value of one contact point, as ``ContactPoint.normalized`` keeps it."""

from workbench.model.party import ContactKind, PostalAddress
from workbench.normalize.addresses import AddressParts, parse_address
from workbench.normalize.business import normal_business_name
from workbench.normalize.emails import parse_email
from workbench.normalize.phones import parse_phone


def address_key(parts: AddressParts) -> str:
    """``house|street|unit|zip`` (``118|MAPLE ST|4B|62704``); "" when neither house nor street is known.

    The city stands in for a ZIP that is absent.
    """
    if not parts.house and not parts.street:
        return ""
    return "|".join((parts.house or "", parts.street or "", parts.unit or "", parts.zip or parts.city or ""))


def normalized_contact(kind: ContactKind, raw: str, address: PostalAddress | None = None) -> str:
    """Ten digits, a lower-case e-mail, an ``address_key`` or a firm's normal name; "" for what is none."""
    if kind is ContactKind.PHONE:
        return parse_phone(raw) or ""
    if kind is ContactKind.EMAIL:
        return parse_email(raw) or ""
    if kind is ContactKind.ADDRESS:
        return address_key(parse_address(address or raw))
    if kind is ContactKind.EMPLOYER:
        return normal_business_name(raw) or ""
    return " ".join(raw.split()).lower()
