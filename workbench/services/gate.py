"""One contact decision over facts from a file."""

from pathlib import Path

from workbench.base.errors import MachineError
from workbench.compliance import decide, decision_to_json, facts_from_json, load_pack
from workbench.services.files import require_file

MAX_FACTS = 16 << 20
"""Bytes of a facts file; a case has a few kilobytes of them."""


def decide_from_file(path: Path) -> str:
    """The decision for the planned contact and facts of the JSON file ``path``, as JSON text.

    Raises UserError for a missing file and FactsError for facts that are incomplete or of the wrong type.
    """
    require_file(path)
    try:
        with path.open("rb") as stream:
            body = stream.read(MAX_FACTS)
    except OSError:
        raise MachineError("The facts file cannot be read.", hint="Close it elsewhere, or copy it.") from None
    planned, facts = facts_from_json(body)
    return decision_to_json(decide(planned, facts, load_pack())).decode()
