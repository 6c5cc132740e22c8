"""Figures, days and instants as people read them: $2,184.50, 2026-12-03, tomorrow."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale

from ui.messages.translating import translate
from ui.messages.words import plural

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
MINUS = "\N{MINUS SIGN}"


def money(cents: int, currency: str = "USD") -> str:
    """``$2,184.50``; a minus sign before it when negative, the currency's code where it has no sign here."""
    units, rest = divmod(abs(cents), 100)
    sign = _SIGNS.get(currency, "")
    text = f"{sign}{units:,}.{rest:02d}" + ("" if sign else f" {currency}")
    return f"{MINUS}{text}" if cents < 0 else text


def signed(value: float, digits: int = 1) -> str:
    """``+5.8`` or ``−1.9`` with a real minus sign."""
    text = f"{abs(value):.{digits}f}"
    return f"{MINUS}{text}" if value < 0 and float(text) else f"+{text}"


def percent(share: float) -> str:
    """A probability as people say it: ``98 %``, ``98.2 %`` near the ends, never ``100 %`` unless it is."""
    value = share * 100
    if 0 < value < 0.1:
        return "< 0.1 %"
    if 99.9 < value < 100:
        return "> 99.9 %"
    return f"{value:.0f} %" if 5 <= value <= 95 else f"{value:.1f} %"


def count(number: int) -> str:
    """``12,044``."""
    return f"{number:,}"


def iso_day(day: date | None) -> str:
    """``2026-12-03``; an em dash where there is none."""
    return day.isoformat() if day else "—"


def relative_day(day: date | None, today: date) -> str:
    """``today``, ``tomorrow``, ``in 3 days``, ``overdue 3 days``, else the ISO day; an em dash for none."""
    if day is None:
        return "—"
    distance = (day - today).days
    if distance == 0:
        return translate("Formats", "today")
    if distance == 1:
        return translate("Formats", "tomorrow")
    if distance < 0:
        return plural(
            -distance, translate("Formats", "overdue 1 day"), translate("Formats", "overdue {n} days")
        )
    if distance < 7:
        return translate("Formats", "in {n} days").format(n=distance)
    return day.isoformat()


def past_day(day: date | None, today: date) -> str:
    """``today``, ``yesterday``, ``3 days ago``, else the ISO day; an em dash for none."""
    if day is None:
        return "—"
    distance = (today - day).days
    if distance == 0:
        return translate("Formats", "today")
    if distance == 1:
        return translate("Formats", "yesterday")
    if 1 < distance < 15:
        return translate("Formats", "{n} days ago").format(n=distance)
    return day.isoformat()


def moment(instant: datetime | None) -> str:
    """``2026-11-12 16:40`` in the computer's own time; an em dash for none."""
    return instant.astimezone().strftime("%Y-%m-%d %H:%M") if instant else "—"


def clock_time(instant: datetime) -> str:
    """``16:40`` in the computer's own time."""
    return instant.astimezone().strftime("%H:%M")


def day_heading(day: date, today: date) -> str:
    """``Today``, ``Yesterday`` or ``Thursday 2026-11-12``: the head of a day's entries."""
    if day == today:
        return translate("Formats", "Today")
    if day == today - timedelta(days=1):
        return translate("Formats", "Yesterday")
    weekday = QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    return f"{weekday} {day.isoformat()}"


def phone(digits: str) -> str:
    """``(423) 555-0123`` for ten digits, else the text as it is."""
    if len(digits) == 10 and digits.isdigit():
        return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
    return digits


def size(octets: int) -> str:
    """``82.2 MB``, ``4 KB``: a file's size."""
    value = float(octets)
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            return f"{value:.0f} {unit}" if unit in {"B", "KB"} else f"{value:.1f} {unit}"
        value /= 1000
    raise AssertionError
