"""Which leads a queue shows: everything, a band, the second look, or one import."""

from ui.messages.formats import count
from ui.messages.translating import translate
from ui.messages.words import band_chip
from ui.widgets.forms import ComboBox
from workbench.model.explanation import Band
from workbench.model.review import Pile, QueueCounts, QueueFilter


def fill_choices(combo: ComboBox, counts: QueueCounts, files: dict[str, str], chosen: QueueFilter) -> None:
    """Offer the queues there are, with how many leads each holds; ``chosen`` stays chosen, silently."""
    combo.blockSignals(True)
    combo.clear()
    everything = translate("Review", "Everything ({n})").format(n=count(counts.pending))
    combo.add(everything, QueueFilter())
    for band in Band:
        words = f"{band_chip(band)[1]} ({count(counts.by_band.get(band, 0))})"
        combo.add(words, QueueFilter(bands=frozenset({band})))
    second = translate("Review", "Second look ({n})").format(n=count(counts.second_look))
    combo.add(second, QueueFilter(pile=Pile.SECOND_LOOK))
    for import_id, number in counts.by_import.items():
        name = files.get(import_id, translate("Review", "an import"))
        combo.add(f"{name} ({count(number)})", QueueFilter(import_id=import_id))
    combo.choose(chosen)
    if combo.value() != chosen:
        combo.add(translate("Review", "One account"), chosen)
        combo.choose(chosen)
    combo.blockSignals(False)


def as_state(where: QueueFilter) -> dict[str, object]:
    """A filter as plain JSON values."""
    return {
        "pile": where.pile.value,
        "import": where.import_id,
        "account": where.account_id,
        "bands": sorted(band.value for band in where.bands),
    }


def from_state(state: object) -> QueueFilter:
    """The filter that :func:`as_state` described; everything where it is not one."""
    if not isinstance(state, dict):
        return QueueFilter()
    try:
        return QueueFilter(
            pile=Pile(state.get("pile", Pile.PENDING.value)),
            import_id=str(state.get("import", "")),
            account_id=str(state.get("account", "")),
            bands=frozenset(Band(band) for band in state.get("bands", ())),
        )
    except (ValueError, TypeError):
        return QueueFilter()
