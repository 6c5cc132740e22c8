"""A newer edition of a file with judged leads says how far it is, and stops only while nothing is told."""

import shutil

import pytest
from test_records_and_leads import FATHER, FOUND, STRANGERS, ZEB
from test_why_not import STRANGER

from workbench.base.errors import CancelledError
from workbench.model.edition import edition_marks
from workbench.services import leads
from workbench.services.access import DirectAccess
from workbench.services.import_records import RecordsRequest, import_records, undo_records
from workbench.services.rematching import rematch
from workbench.vault.vault import open_vault

PASSPHRASE = "seven fictional otters knit"
HEAD = "Voter ID,Last Name,First Name,Middle Name,Birth Date,Address,City,State,Zip,Phone"
LOOKING, TELLING = "looking up earlier leads", "telling the cases"


class Watched:
    """Notes the stages, and is cancelled from the first report of ``stop_at`` on."""

    def __init__(self, stop_at=""):
        self.stop_at, self.stages, self.totals, self._stopped = stop_at, [], {}, False

    def report(self, done, total, stage):
        assert total is None or 0 <= done <= total
        self.stages.append(stage)
        self.totals[stage] = total
        self._stopped = self._stopped or stage == self.stop_at

    def cancelled(self):
        return self._stopped


@pytest.fixture(scope="module")
def filled(template):
    return template([ZEB], [*STRANGERS, FOUND, FATHER, STRANGER], "voters_2025.csv")


@pytest.fixture
def vault(filled, tmp_path):
    """Somebody was accepted; the leads of one more person wait."""
    shutil.copytree(filled, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE) as opened:
        [lead] = [x for x in opened.catalog.pending_leads() if x.person.record_id == "V1"]
        leads.accept(opened, lead.lead_id)
        yield opened


@pytest.fixture
def newer(vault, tmp_path):
    """``newer(progress)`` imports an edition that lacks the accepted person."""
    file = tmp_path / "voters_2026.csv"
    file.write_text("\n".join([HEAD, *STRANGERS, STRANGER]) + "\n", encoding="utf-8")
    return lambda progress: import_records(vault, file, RecordsRequest(), progress)


def state(vault):
    """What a newer edition could have changed."""
    account = vault.catalog.find_account("Fictional Bank", "000417")
    waiting = sorted((x.lead_id, x.gone, x.edition_note) for x in vault.catalog.pending_leads())
    return waiting, vault.read_case(account), len(vault.registry.imports()), vault.library.ids()


def marks(vault):
    account = vault.catalog.find_account("Fictional Bank", "000417")
    return edition_marks(vault.read_case(account).activities)


def test_it_says_how_far_it_is(vault, newer):
    watched = Watched()
    assert newer(watched).edition.told == 1
    assert (watched.totals[LOOKING], watched.totals[TELLING]) == (2, 1)
    assert watched.stages.index(LOOKING) < watched.stages.index(TELLING)


def test_cancelled_while_it_looks_up_the_vault_is_as_it_was(vault, newer):
    before = state(vault)
    with pytest.raises(CancelledError):
        newer(Watched(LOOKING))
    assert state(vault) == before
    assert not marks(vault)
    assert newer(Watched()).edition.told == 1  # and may be taken later, as if nothing had been


def test_cancelled_once_cases_are_told_it_goes_through(vault, newer):
    assert newer(Watched(TELLING)).edition.told == 1
    assert len(marks(vault)) == 1


def test_undoing_it_says_how_far_it_is_and_takes_everything_back(vault, newer):
    edition = newer(Watched()).import_id
    watched = Watched("taking back in the cases")  # cancelled or not: no case keeps what the file said
    undo_records(DirectAccess(vault), edition, watched)
    assert watched.totals == {"taking back in the cases": 1}
    assert not marks(vault)


def test_matching_again_stops_before_it_changes_anything_of_the_edition(vault, newer):
    edition = newer(Watched()).import_id
    case, waiting = state(vault)[1], rows(vault, edition)
    with pytest.raises(CancelledError):
        rematch(DirectAccess(vault), Watched(LOOKING), new_only=False)
    assert (state(vault)[1], rows(vault, edition)) == (case, waiting)
    watched = Watched()
    rematch(DirectAccess(vault), watched, new_only=False)
    assert watched.stages.count(LOOKING) == 2
    assert (state(vault)[1], rows(vault, edition)) == (case, waiting)


def rows(vault, import_id):
    return sorted((x.lead_id, x.gone, x.edition_note) for x in vault.catalog.rows_waiting(import_id))
