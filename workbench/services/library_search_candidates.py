"""Who of one record file may answer a search: the most telling thing that was asked for finds them.

Candidates are numbers of people; whether they answer is judged on their rows.  *Exact* candidates agree
letter by letter; the others take in spellings, sounds, nicknames, years by age and similar streets and towns.
"""

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from workbench.model.importing import ImportRecord
from workbench.services import library_search_comparing as compare
from workbench.services.library_search_names import Reading, nicknames_of
from workbench.services.library_search_reasons import COSTS, Agreement
from workbench.services.library_search_streets import street_spans
from workbench.services.library_search_words import Asked, Word
from workbench.vault.library_lookups import (
    Among,
    At,
    EmployedBy,
    Lookups,
    Named,
    PlaceRow,
    Span,
    Term,
    Wanted,
)
from workbench.vault.library_terms import TermKind

MOST_NAMED = 3000
"""Entries of a name look-up that are compared at most; the best of them are read."""
_TERMS_MOST = 200
_NEARLY_ALL = 0.9
_CROWD = 300
"""People of a house number or an employer of which more are not listed, but looked up by name among them."""
_FEW = 20
"""As many of them are read without a look at their names."""
_NAMES_A_ROW = 50
"""Entries of the name look-up that are looked at in less time than one row is read and judged."""


@dataclass(frozen=True, slots=True)
class Source:
    """One record file that is searched."""

    record: ImportRecord
    lookups: Lookups


@dataclass(frozen=True, slots=True)
class Candidates:
    """(cost, person) of people to read, the likeliest first; ``more``: there were others beyond the limit.

    What somebody costs once judged is at least that, unless a first name agrees with the middle one only.
    ``looks`` are last name, first name and birth year, as far as a look-up table has told them already.
    """

    people: tuple[tuple[float, int], ...] = ()
    more: bool = False
    looks: Mapping[int, tuple[str, str, int]] = field(default_factory=dict)


class Finder:
    """Finds who may answer one alternative in a file; what was compared for one file serves the next."""

    def __init__(self, asked: Asked, names: Sequence[Reading]) -> None:
        self._asked = asked
        self._names = names
        self._by_last = any(reading.last for reading in names)
        self._last = cache(_last_agreement)
        self._first = cache(_first_agreement)
        self._town = cache(partial(_spelt, asked.city))
        self._employer = cache(partial(compare.employer, asked.employer))
        self._street = cache(partial(compare.street, asked.street))
        self._streets: dict[str, bool] = {}
        self._crowds: dict[tuple[Lookups, Among], list[int]] = {}
        self._spans = street_spans(asked.street)

    def candidates(
        self, source: Source, *, exact: bool, limit: int, known: Collection[int] = ()
    ) -> Candidates:
        """At most ``limit`` people of ``source``; without ``exact`` what tolerance adds to ``known``."""
        asked, find = self._asked, source.lookups
        if asked.phone or asked.email:
            return self._reached(find, exact=exact, limit=limit, known=known)
        if asked.house:
            return self._living(find, exact=exact, limit=limit, known=known)
        if asked.employer and find.tolerant:  # hundreds work for a firm where thousands bear a name
            return self._employed(find, exact=exact, limit=limit, known=known)
        if self._by_last:
            return self._named(find, exact=exact, limit=limit, known=known)
        people: list[int] = []
        if asked.birth and asked.birth.day and exact:
            people = find.born(int(asked.birth.day.strftime("%Y%m%d")), limit=limit + 1)
        return _cut(people, limit, known)

    def _reached(self, find: Lookups, *, exact: bool, limit: int, known: Collection[int]) -> Candidates:
        people: list[int] = []
        if exact and self._asked.phone:
            people = find.with_phone(self._asked.phone, limit=limit + 1)
        elif exact:
            people = find.with_email(self._asked.email, limit=limit + 1)
        return _cut(people, limit, known)

    def _living(self, find: Lookups, *, exact: bool, limit: int, known: Collection[int]) -> Candidates:
        asked = self._asked
        zips = self._zips(find, exact=exact)
        if zips == ():
            return Candidates()
        at = At(asked.house, zips=zips, zip_begins=asked.zip_code)
        if asked.street:
            streets = (asked.street,) if exact else self._alike_streets(find.streets(at, self._spans))
            if not streets:
                return Candidates()
            at = At(asked.house, streets, zips, asked.zip_code)
        elif not exact and not self._by_last:
            return Candidates()
        people = find.living_at(at, limit=max(limit, _CROWD) + 1)
        ranked = _ranked(people, self._street if asked.street else _no_text)
        return self._beside_name(find, at, ranked, exact=exact, limit=limit, known=known)

    def _employed(self, find: Lookups, *, exact: bool, limit: int, known: Collection[int]) -> Candidates:
        by = EmployedBy(tuple(self._employers(find, exact=exact)))
        people = find.employed_by(by, limit=max(limit, _CROWD) + 1)
        ranked = _ranked(people, self._employer)
        return self._beside_name(find, by, ranked, exact=exact, limit=limit, known=known)

    def _beside_name(
        self,
        find: Lookups,
        among: Among,
        people: list[tuple[float, int]],
        *,
        exact: bool,
        limit: int,
        known: Collection[int],
    ) -> Candidates:
        """Those of ``people`` who may bear the name asked for; all of them where their rows tell sooner."""
        if self._by_last and len(people) > _FEW:
            bearers = self._bearers(find, among, len(people), exact=exact)
            if bearers is not None:  # among all there are, which may be more than ``people``
                costs = {person: cost for cost, person in people}
                people = sorted((costs.get(person, 0.0), person) for person in bearers)
        fresh = [(cost, person) for cost, person in people if person not in known]
        return Candidates(tuple(fresh[:limit]), len(people) > limit)

    def _bearers(self, find: Lookups, among: Among, crowd: int, *, exact: bool) -> set[int] | None:
        """Those ``among`` a crowd who bear a surname asked for; None: reading all their rows is cheaper."""
        birth = self._asked.birth
        years = (birth.year - (not exact), birth.year + (not exact)) if birth else None
        most = crowd * _NAMES_A_ROW if crowd <= _CROWD else sys.maxsize
        found: set[int] = set()
        for last in dict.fromkeys(reading.last for reading in self._names if reading.last):
            wanted = _exact_last(last) if exact or last.open else self._lasts(find, last)
            bearers = find.bearers(wanted, years, limit=most)
            if len(bearers) >= most:
                return None
            found.update(bearers)
        if not found:
            return found
        if (find, among) not in self._crowds:  # the tolerant look-up asks for the same house again
            self._crowds[find, among] = find.everybody(among)
        return found.intersection(self._crowds[find, among])

    def _alike_streets(self, streets: Sequence[str]) -> tuple[str, ...]:
        unseen = [street for street in streets if street not in self._streets]
        alike = set(compare.alike_streets(self._asked.street, unseen))
        self._streets.update((street, street in alike) for street in unseen)
        return tuple(street for street in streets if self._streets[street])

    def _zips(self, find: Lookups, *, exact: bool) -> tuple[str, ...] | None:
        """The ZIPs of the file in which the asked town or state lies; None: no need to ask."""
        if not (self._asked.city or self._asked.state) or not find.tolerant:
            return None
        there = self._there(find, exact=exact)
        return None if there is None else tuple(sorted({place.zip for place in there}))

    def _employers(self, find: Lookups, *, exact: bool) -> list[str]:
        asked = self._asked.employer
        if exact:
            return [asked]
        of_words = sorted((find.term_numbers(TermKind.EMPLOYER, word) for word in asked.split()), key=len)
        rarest = of_words[0] if of_words else []
        if len(rarest) > _TERMS_MOST:  # all words of the employer are common: those that share every one
            rarest = sorted(set(rarest).intersection(*of_words[1:])) or rarest
        found = find.terms(TermKind.EMPLOYER, rarest, _TERMS_MOST)
        return [term.text for term in found if self._employer(term.text) is not None]

    # Names

    def _named(self, find: Lookups, *, exact: bool, limit: int, known: Collection[int]) -> Candidates:
        there = self._there(find, exact=exact)
        if there is not None and not there and find.tolerant:
            return Candidates()
        places = None if there is None else [place.number for place in there]
        birth = self._asked.birth
        years = (birth.year - (not exact), birth.year + (not exact)) if birth else None
        people: dict[int, float] = {}
        looks: dict[int, tuple[str, str, int]] = {}
        more = False
        for reading in self._names:
            if reading.last is None or len(people) > limit:
                continue
            ask_for = _exact_terms(reading) if exact else self._like_terms(find, reading)
            if ask_for is None:
                continue
            most = limit + 1 if exact else MOST_NAMED
            found = find.named(*ask_for, years=years, places=places, limit=most)
            more = more or len(found) >= most
            cost = self._cost_of(reading)
            for named in found:
                own = cost(named)
                people[named.person] = min(own, people.get(named.person, own))
                looks[named.person] = named.last, named.first, named.birth_year
        ranked = sorted((cost, person) for person, cost in people.items() if person not in known)
        return Candidates(tuple(ranked[:limit]), more or len(ranked) > limit, looks)

    def _like_terms(self, find: Lookups, reading: Reading) -> tuple[Wanted, Wanted | None] | None:
        """Spellings of surname and first name; None when a tolerant look-up adds nothing to the exact one."""
        assert reading.last is not None, "asked for by its last name"
        first = reading.first
        last = _exact_last(reading.last) if reading.last.open else self._lasts(find, reading.last)
        if first is None or first.open or len(first.text) == 1:
            return None if reading.last.open else (last, None if first is None else _first_span(first))
        return last, self._firsts(find, first)

    def _lasts(self, find: Lookups, asked: Word) -> tuple[str, ...]:
        alike = [t for t in find.like(TermKind.LAST, asked.text) if self._last(asked, t.text) is not None]
        halves = [t for word in asked.text.split()[:2] for t in self._of_half(find, asked, word)]
        chosen = sorted({*alike, *halves}, key=lambda t: (-t.people, t.text))[:_TERMS_MOST]
        return tuple(dict.fromkeys((asked.text, *(t.text for t in chosen))))

    def _of_half(self, find: Lookups, asked: Word, word: str) -> Iterator[Term]:
        if " " in asked.text and len(word) > 2:
            found = find.like(TermKind.LAST, word)
            yield from (t for t in found if self._last(asked, t.text) is not None)

    def _firsts(self, find: Lookups, asked: Word) -> tuple[str, ...]:
        found = find.like(TermKind.FIRST, asked.text)
        alike = [t.text for t in found if self._first(asked, t.text) is not None]
        return tuple(dict.fromkeys((asked.text, asked.text[:1], *sorted(nicknames_of(asked.text)), *alike)))

    def _cost_of(self, reading: Reading) -> Callable[[Named], float]:
        """How far from exact an entry of the name look-up is, as far as it tells."""
        born = self._asked.birth.year if self._asked.birth else None
        last, first, odd = reading.last, reading.first, 0.75 * reading.odd

        def cost(named: Named) -> float:
            off = abs(named.birth_year - born) if born is not None else 0
            of_last = self._last(last, named.last) if last else None
            of_first = self._first(first, named.first) if first else None
            return (
                (COSTS[of_last] if of_last else COSTS[Agreement.FORMER])
                + (COSTS[of_first] if of_first else 0.0)
                + 0.5 * off
                + odd
            )

        return cost

    # Places

    def _there(self, find: Lookups, *, exact: bool) -> list[PlaceRow] | None:
        """The file's places in which the asked one may be; None: no need to ask."""
        asked = self._asked
        if not (asked.city or asked.state or asked.zip_code):
            return None
        places = find.places()
        found = [place for place in places if self._is_there(place, exact=exact)]
        return None if found and len(found) >= _NEARLY_ALL * len(places) else found

    def _is_there(self, place: PlaceRow, *, exact: bool) -> bool:
        asked = self._asked
        if asked.state and place.state != asked.state:
            return False
        if asked.zip_code and not place.zip.startswith(asked.zip_code):
            return False
        return not asked.city or place.city == asked.city or (not exact and self._town(place.city))


def _ranked(
    people: Sequence[tuple[str, int]], agreement: Callable[[str], Agreement | None]
) -> list[tuple[float, int]]:
    """(cost, person) of (text, person), as far as the text tells, the likeliest first."""
    costs: dict[int, float] = {}
    for text, person in people:
        agrees = agreement(text)
        own = COSTS[agrees] if agrees else 0.0
        costs[person] = min(own, costs.get(person, own))
    return sorted((cost, person) for person, cost in costs.items())


def _no_text(_text: str) -> None:
    """Nothing is known of how a text agrees."""


def _cut(people: Sequence[int], limit: int, known: Collection[int]) -> Candidates:
    fresh = [(0.0, person) for person in people if person not in known]
    return Candidates(tuple(fresh[:limit]), len(people) > limit)


def _exact_terms(reading: Reading) -> tuple[Wanted, Wanted | None]:
    assert reading.last is not None, "asked for by its last name"
    return _exact_last(reading.last), None if reading.first is None else _first_span(reading.first)


def _exact_last(last: Word) -> Wanted:
    return Span.beginning(last.text) if last.open else (last.text,)


def _first_span(first: Word) -> Span:
    return Span.beginning(first.text) if first.open or len(first.text) == 1 else Span.word(first.text)


def _last_agreement(asked: Word, text: str) -> Agreement | None:
    found = compare.last_name(asked, text)
    return found[0] if found else None


def _first_agreement(asked: Word, text: str) -> Agreement | None:
    found = compare.first_name(asked, text)
    return found[0] if found else None


def _spelt(asked: str, text: str) -> bool:
    return bool(text) and compare.spelling(asked, text) is not None
