"""What a review asks of the catalog, and the history of vaults older than it."""

import shutil
from pathlib import Path

from case_world import a_case, a_stranger, an_id, make_vault, reopen

from workbench.model.lead import LeadStatus, RejectReason
from workbench.model.review import Pile, QueueFilter, QueueOrder

DATA = Path(__file__).parents[2] / "data"


def test_a_vault_of_version_1_gets_its_history_at_the_first_opening(tmp_path):
    folder = Path(shutil.copytree(DATA / "vault_v1", tmp_path / "v"))
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    with reopen(folder) as vault:
        [judgment] = vault.review.history(10)
        assert (judgment.account_id, judgment.status) == (an_id(1), LeadStatus.REJECTED)
        assert judgment.reason == RejectReason.OTHER_PERSON
    with reopen(folder) as vault:
        assert vault.review.history(10) == (judgment,)


def test_a_returned_lead_is_pending_in_case_and_catalog_and_counts_follow(tmp_path):
    from dataclasses import replace

    with make_vault(tmp_path / "v") as vault:
        vault.create_case(a_case(1))
        vault.catalog.add_pending([a_stranger(1), a_stranger(2)])
        judged = replace(a_stranger(1), status=LeadStatus.UNSURE)
        with vault.edit_case(an_id(1)) as edit:
            edit.put_lead(judged)
        assert vault.review.judged(judged.lead_id) == judged
        assert vault.review.queue(QueueFilter(pile=Pile.SECOND_LOOK), QueueOrder.VALUE) == [judged.lead_id]
        assert vault.catalog.account_rows([an_id(1)])[0].pending_leads == 1
        with vault.edit_case(an_id(1)) as edit:
            edit.put_lead(a_stranger(1))
        assert vault.review.judged(judged.lead_id) is None
        assert vault.catalog.lead(judged.lead_id) == a_stranger(1)
        assert vault.catalog.account_rows([an_id(1)])[0].pending_leads == 2
        assert vault.review.counts().pending == 2
