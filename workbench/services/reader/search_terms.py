"""Whom to search for, packed for the pipe and unpacked into a matcher."""

import io
from collections.abc import Iterable
from datetime import date

import polars as pl

from workbench.matching.matcher import Matcher
from workbench.matching.settings import MatchSettings
from workbench.matching.tombstones import DISPROVED_SCHEMA, REJECTED_SCHEMA, Tombstones
from workbench.matching.weights import load_weights, weights_from_text
from workbench.model.presence import Presence
from workbench.normalize.tables import Debtors
from workbench.services.reader.protocol import Searched
from workbench.vault.values import Tombstone, TombstoneKind


def searched_for(debtors: Debtors, tombstones: Iterable[Tombstone] = (), weights: str = "") -> Searched:
    """``debtors``, what was judged wrong before and the ``weights``' text, as a job carries them."""
    stones = tuple(tombstones)
    return Searched(
        people=_packed(debtors.people),
        addresses=_packed(debtors.addresses),
        rejected_people=tuple(
            (stone.debtor_key, stone.value) for stone in stones if stone.kind is TombstoneKind.PERSON
        ),
        disproved_phones=tuple(
            (stone.value, _day(stone)) for stone in stones if stone.kind is TombstoneKind.PHONE
        ),
        weights=weights,
    )


def matcher_for(searched: Searched, before: Presence | None = None) -> Matcher:
    """A matcher over what :func:`searched_for` packed, with the weights it carries and what an earlier match
    of the same file found.
    """
    return Matcher(
        Debtors(_unpacked(searched.people), _unpacked(searched.addresses)),
        weights_from_text(searched.weights, "of the vault") if searched.weights else load_weights(None),
        MatchSettings(),
        tombstones_of(searched),
        before,
    )


def tombstones_of(searched: Searched) -> Tombstones:
    """What was judged wrong before, as a matcher takes it."""
    phones = [(value, date.fromisoformat(day)) for value, day in searched.disproved_phones]
    return Tombstones(
        pl.DataFrame(list(searched.rejected_people), schema=REJECTED_SCHEMA, orient="row"),
        pl.DataFrame(phones, schema=DISPROVED_SCHEMA, orient="row"),
    )


def _day(stone: Tombstone) -> str:
    """When it was disproved; what carries no date was disproved for good."""
    if stone.as_of is not None:
        return stone.as_of.isoformat()
    return stone.decided_at.date().isoformat() if stone.decided_at else date.max.isoformat()


def _packed(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_ipc(buffer, compression="uncompressed")
    return buffer.getvalue()


def _unpacked(body: bytes) -> pl.DataFrame:
    return pl.read_ipc(io.BytesIO(body))
