"""A profile: one known layout of public or vendor records, kept as data."""

import re
from collections.abc import Mapping as MappingType

import msgspec

from workbench.records.errors import RefusedPurposeError
from workbench.records.headers import canonical
from workbench.records.mapping import Mapping
from workbench.records.resolving import resolve_mapping

Synonyms = MappingType[str, tuple[str, ...]]
_NEVER_RENAMED = frozenset({"id", "as_of", "deceased"})
"""What a layout is told by must stand under its own name."""


class Legal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the law says of using these records.

    ``refused_purposes`` are purposes the import is refused for; where ``allowed_purposes`` are named, every
    other purpose is refused.  ``confirmed`` says that the citation was read in a source, not only
    remembered, so that counsel knows what to check.
    """

    allowed_purposes: tuple[str, ...] = ()
    refused_purposes: tuple[str, ...] = ()
    citation: str = ""
    note: str = ""
    confirmed: bool = False


class Probe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a place of a fixed-width record must look like; ``start`` is 1-based."""

    start: int
    length: int
    pattern: str


class Recognise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the layout is told from others.

    With a header: the names in ``required`` and ``optional`` (canonical, or with an alias), and in
    ``contradictions`` names that it never has.  Without: ``delimiters``, ``field_counts`` and, per 1-based
    position, a pattern that most filled values match.  Fixed width: ``record_lengths`` (or, where the
    length varies from place to place, the ``least_length``) and ``probes``.
    """

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    delimiters: tuple[str, ...] = ()
    field_counts: tuple[int, ...] = ()
    patterns: dict[str, str] = msgspec.field(default_factory=dict)
    record_lengths: tuple[int, ...] = ()
    least_length: int = 0
    probes: tuple[Probe, ...] = ()


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One layout.

    ``origin`` names whose data it is: resellers of one origin count once as evidence.  ``aliases`` gives
    for a canonical column name the other names it goes by.  ``status`` maps the file's status codes to
    active, inactive or removed.  ``template`` is a mapping in canonical names, some of which a given file
    may lack; with ``groups`` the mapping is made from the header's numbered groups instead.  ``nameless``
    is said of a layout that names no one: what to import in its place.
    """

    id: str
    title: str
    kind: str
    origin: str
    template: Mapping
    recognise: Recognise
    legal: Legal = Legal()
    quoted: bool | None = None
    encoding: str = ""
    aliases: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    groups: bool = False
    status_column: str = ""
    status: dict[str, str] = msgspec.field(default_factory=dict)
    notes: str = ""
    nameless: str = ""

    @property
    def restricted(self) -> bool:
        """Whether the law refuses some purpose for these records."""
        return bool(self.legal.allowed_purposes or self.legal.refused_purposes)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Canonical forms under which the column ``name`` may appear, the preferred first."""
        return tuple(canonical(n) for n in (name, *self.aliases.get(name, ())))

    def vocabulary(self) -> frozenset[str]:
        """Every column name this profile knows, canonical."""
        names = {*self.recognise.required, *self.recognise.optional, *self.template.used_columns()}
        return frozenset(s for n in names for s in self.spellings(n))

    def resolve(self, columns: tuple[str, ...], synonyms: Synonyms | None = None) -> Mapping:
        """The template in the file's own column names, without what the file does not have.

        A column that is missing is looked for under its usual other names (``synonyms``).
        """
        present = {canonical(c): c for c in columns}
        wanted = self.template.used_columns()
        renamed = self.renamed(columns, synonyms or {}, wanted)
        actual = {
            name: next((present[s] for s in self.spellings(name) if s in present), renamed.get(name))
            for name in wanted
        }
        return resolve_mapping(self.template, actual)

    def renamed(
        self, columns: tuple[str, ...], synonyms: Synonyms, wanted: tuple[str, ...]
    ) -> dict[str, str]:
        """For each of ``wanted`` that is missing: the one column that means the same and is nobody else's.

        Only where the layout itself has one column of that meaning, and the file has one new one.
        """
        present = {canonical(c): c for c in columns}
        free = set(present) - self.vocabulary()
        missing = [n for n in wanted if not set(present).intersection(self.spellings(n))]
        found: dict[str, str] = {}
        for name in missing:
            for target, names in synonyms.items():
                if target in _NEVER_RENAMED or not set(names).intersection(self.spellings(name)):
                    continue
                candidates = free.intersection(names)
                rivals = [n for n in missing if set(names).intersection(self.spellings(n))]
                if len(candidates) == 1 and rivals == [name]:
                    found[name] = present[candidates.pop()]
                break
        return found


def check_purpose(profile: Profile, purpose: str) -> None:
    """Raise RefusedPurposeError, with the citation, when the law refuses ``purpose`` for this layout."""
    wanted = re.sub(r"[^a-z]+", "_", purpose.strip().casefold())
    legal = profile.legal
    if wanted in legal.refused_purposes or (legal.allowed_purposes and wanted not in legal.allowed_purposes):
        raise RefusedPurposeError(
            f"{profile.title}: not importable for the purpose {wanted}: {legal.citation}.",
            hint=legal.note,
        )
