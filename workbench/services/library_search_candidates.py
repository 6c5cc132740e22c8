"""Who of one record file may answer a search: the most telling thing that was asked for finds them.

Candidates are numbers of people; whether they answer is judged on their rows.  *Exact* candidates agree
letter by letter; the others take in spellings, sounds, nicknames, years by age and similar streets and towns.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.model.importing import ImportRecord
from workbench.services import library_search_comparing as compare
from workbench.services.library_search_names import Reading, nicknames_of
from workbench.services.library_search_reasons import COSTS, Agreement
from workbench.services.library_search_words import Asked, Word
from workbench.vault.library_lookups import Lookups, Named, PlaceRow, Span, Term, Wanted
from workbench.vault.library_terms import TermKind

MOST_NAMED = 3000
"""Entries of a name look-up that are compared at most; the best of them are read."""
_TERMS_MOST = 200
_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class Source:
    """One record file that is searched."""

    record: ImportRecord
    lookups: Lookups


@dataclass(frozen=True, slots=True)
class Candidates:
    """People to read, the likeliest first; ``more``: there were others beyond the limit."""

    people: tuple[int, ...]
    more: bool = False


def candidates(
    source: Source,
    asked: Asked,
    names: Sequence[Reading],
    *,
    exact: bool,
    limit: int,
    known: Collection[int] = (),
) -> Candidates:
    """At most ``limit`` people of ``source``; without ``exact`` what a tolerant look-up adds to ``known``."""
    find = source.lookups
    people: list[int] = []
    if asked.phone or asked.email:
        most = limit + 1
        people = (
            find.with_phone(asked.phone, limit=most)
            if asked.phone
            else find.with_email(asked.email, limit=most)
        )
        return _cut(people if exact else [], limit)
    if asked.house:
        people = _living(find, asked, exact=exact, limit=limit + 1)
    elif asked.employer and find.tolerant:  # hundreds work for a firm where thousands bear a name
        people = find.employed_by(_employers(find, asked.employer, exact=exact), limit=limit + 1)
    elif any(reading.last for reading in names):
        return _named(source, asked, names, exact=exact, limit=limit, known=known)
    elif asked.birth and asked.birth.day and exact:
        people = find.born(int(asked.birth.day.strftime("%Y%m%d")), limit=limit + 1)
    return _cut(people, limit)


def _cut(people: Sequence[int], limit: int) -> Candidates:
    return Candidates(tuple(people[:limit]), len(people) > limit)


def _living(find: Lookups, asked: Asked, *, exact: bool, limit: int) -> list[int]:
    if not asked.street:
        return find.living_at(asked.house, None, zip_code=asked.zip_code, limit=limit) if exact else []
    if exact:
        return find.living_at(asked.house, (asked.street,), zip_code=asked.zip_code, limit=limit)
    alike = tuple(compare.alike_streets(asked.street, find.streets(asked.house)))
    return find.living_at(asked.house, alike, zip_code=asked.zip_code, limit=limit) if alike else []


def _employers(find: Lookups, asked: str, *, exact: bool) -> list[str]:
    if exact:
        return [asked]
    of_words = [find.like(TermKind.EMPLOYER, word, most=_TERMS_MOST) for word in asked.split()]
    rarest = min(of_words, key=len, default=[])
    return [term.text for term in rarest if compare.employer(asked, term.text) is not None]


def _named(
    source: Source,
    asked: Asked,
    names: Sequence[Reading],
    *,
    exact: bool,
    limit: int,
    known: Collection[int],
) -> Candidates:
    places = _places(source, asked, exact=exact)
    if places is not None and not places and source.lookups.tolerant:
        return Candidates(())
    years = None
    if asked.birth:
        years = (asked.birth.year - (not exact), asked.birth.year + (not exact))
    people: dict[int, float] = {}
    more = False
    for reading in names:
        if reading.last is None or len(people) > limit:
            continue
        ask_for = _exact_terms(reading) if exact else _like_terms(source.lookups, reading)
        if ask_for is None:
            continue
        most = limit + 1 if exact else MOST_NAMED
        found = source.lookups.named(*ask_for, years=years, places=places, limit=most)
        more = more or len(found) >= most
        cost = _cost_of(reading, asked)
        for named in found:
            least = people.get(named.person)
            own = cost(named)
            if least is None or own < least:
                people[named.person] = own
    ranked = sorted(people.keys() - known, key=lambda person: (people[person], person))
    return Candidates(tuple(ranked[:limit]), more or len(ranked) > limit)


def _exact_terms(reading: Reading) -> tuple[Wanted, Wanted | None]:
    assert reading.last is not None, "asked for by its last name"
    last: Wanted = Span.beginning(reading.last.text) if reading.last.open else (reading.last.text,)
    return last, None if reading.first is None else _first_span(reading.first)


def _first_span(first: Word) -> Span:
    return Span.beginning(first.text) if first.open or len(first.text) == 1 else Span.word(first.text)


def _like_terms(find: Lookups, reading: Reading) -> tuple[Wanted, Wanted | None] | None:
    """Spellings of surname and first name; None when a tolerant look-up adds nothing to the exact one."""
    assert reading.last is not None, "asked for by its last name"
    first = reading.first
    last: Wanted = Span.beginning(reading.last.text) if reading.last.open else _lasts(find, reading.last)
    if first is None or first.open or len(first.text) == 1:
        return None if reading.last.open else (last, None if first is None else _first_span(first))
    return last, _firsts(find, first.text)


def _lasts(find: Lookups, asked: Word) -> tuple[str, ...]:
    alike = [t for t in find.like(TermKind.LAST, asked.text) if compare.last_name(asked, t.text) is not None]
    halves = [t for word in asked.text.split()[:2] for t in _of_half(find, asked, word)]
    chosen = sorted({*alike, *halves}, key=lambda t: -t.people)[:_TERMS_MOST]
    return tuple(dict.fromkeys((asked.text, *(t.text for t in chosen))))


def _of_half(find: Lookups, asked: Word, word: str) -> Iterator[Term]:
    if " " in asked.text and len(word) > 2:
        yield from (t for t in find.like(TermKind.LAST, word) if compare.last_name(asked, t.text) is not None)


def _firsts(find: Lookups, asked: str) -> tuple[str, ...]:
    word = Word(asked)
    alike = [t.text for t in find.like(TermKind.FIRST, asked) if compare.first_name(word, t.text) is not None]
    return tuple(dict.fromkeys((asked, asked[:1], *sorted(nicknames_of(asked)), *alike)))


def _cost_of(reading: Reading, asked: Asked) -> Callable[[Named], float]:
    """How far from exact an entry of the name look-up is, as far as it tells."""

    @cache
    def last_cost(text: str) -> float:
        found = compare.last_name(reading.last, text) if reading.last else None
        return COSTS[found[0]] if found else COSTS[Agreement.FORMER]

    @cache
    def first_cost(text: str) -> float:
        found = compare.first_name(reading.first, text) if reading.first else None
        return COSTS[found[0]] if found else 0.0

    def cost(named: Named) -> float:
        off = abs(named.birth_year - asked.birth.year) if asked.birth else 0
        return last_cost(named.last) + first_cost(named.first) + 0.5 * off + 0.75 * reading.odd

    return cost


def _places(source: Source, asked: Asked, *, exact: bool) -> list[int] | None:
    """Numbers of the file's places in which the asked one may be; None: no need to ask."""
    if not (asked.city or asked.state or asked.zip_code):
        return None
    places = source.lookups.places()
    found = [place.number for place in places if _is_there(asked, place, exact=exact)]
    return None if found and len(found) >= _NEARLY_ALL * len(places) else found


def _is_there(asked: Asked, place: PlaceRow, *, exact: bool) -> bool:
    if asked.state and place.state != asked.state:
        return False
    if asked.zip_code and not place.zip.startswith(asked.zip_code):
        return False
    if not asked.city or place.city == asked.city:
        return True
    return not exact and bool(place.city) and compare.spelling(asked.city, place.city) is not None
