"""The demonstration with three weeks of work on it."""

from datetime import UTC, datetime, timedelta

import pytest

from workbench.base.progress import NoProgress
from workbench.model.arrangement import ArrangementStatus
from workbench.model.lead import LeadStatus
from workbench.services import vaults
from workbench.services.demo import DEMO_PASSPHRASE, build_demo
from workbench.services.demo_work import DAYS
from workbench.services.history import case_fault
from workbench.vault import header
from workbench.vault.kdf import KdfCost


@pytest.fixture
def cheap_keys(monkeypatch):
    real, cheap = header.create, KdfCost(memory_kib=8192, passes=1, lanes=1)
    monkeypatch.setattr(header, "create", lambda f, p, _kdf, **k: real(f, p, cheap, **k))


@pytest.mark.usefixtures("cheap_keys")
def test_the_worked_demonstration_has_something_on_every_tab_and_sound_histories(tmp_path):
    build_demo(tmp_path / "demo", NoProgress(), worked=True)
    now = datetime.now(UTC)
    with vaults.opened(tmp_path / "demo", DEMO_PASSPHRASE) as vault:
        cases = {i: vault.read_case(i) for i in vault.catalog.account_ids()}
        faults = {case_fault(vault, account_id) for account_id in cases}
    assert faults == {""}
    activities = [entry for case in cases.values() for entry in case.activities]
    assert {"contact", "locate", "note"} <= {entry.kind.value for entry in activities}
    assert all(now - timedelta(days=DAYS + 1) < entry.at <= now for entry in activities)
    promises = {one.status for case in cases.values() for one in case.arrangements}
    assert {ArrangementStatus.KEPT, ArrangementStatus.OPEN} <= promises
    leads = {lead.status for case in cases.values() for lead in case.leads}
    assert {LeadStatus.ACCEPTED, LeadStatus.REJECTED} <= leads
    assert any(case.restrictions for case in cases.values())
    assert any(point.status.value == "good" for case in cases.values() for point in case.contact_points)
