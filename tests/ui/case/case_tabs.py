"""What the tests of the case's tabs share: an account with money, people and dates, by the services."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.model.ledger import PaymentMethod
from workbench.model.restriction import RestrictionKind
from workbench.services.money import Adjustment, Payment, add_adjustment, add_payment
from workbench.services.negotiation import Offer, Promise, add_offer, add_promise
from workbench.services.restrictions import NewRestriction, add_restriction


def ask(workspace, qtbot, work):
    """``work(vault)`` in the vault's own thread; its result."""
    found = []
    workspace.vault.read(lambda v: (work(v),), found.extend, owner=workspace)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0]


def richest(workspace, qtbot):
    """The id of the account that owes most."""
    from workbench.model.work import AccountOrder

    return ask(workspace, qtbot, lambda v: v.catalog.account_ids(AccountOrder.BALANCE, descending=True)[0])


def worked(vault, account_id, today):
    """Offers, promises, payments and an adjustment, as after two weeks of work."""
    debtor = next(p.party_id for p in vault.read_case(account_id).parties)
    add_offer(
        vault, account_id, Offer(150_000, expires_on=today + timedelta(days=20), note="60 % in one sum")
    )
    add_offer(vault, account_id, Offer(90_000, debtor, counter=True, note="Could borrow it from a sister"))
    add_promise(vault, account_id, Promise(25_000, today, note="After payday"))
    add_promise(vault, account_id, Promise(40_000, today + timedelta(days=14)))
    add_payment(vault, account_id, Payment(25_000, today, PaymentMethod.CHECK, "No 1017"))
    add_payment(vault, account_id, Payment(10_000, today, PaymentMethod.CARD, "4417-A"))
    add_adjustment(vault, account_id, Adjustment(-1_500, today, "client's correction of 3 May"))
    return account_id


def flagged(vault, account_id, today):
    """A dispute and an opt-out."""
    add_restriction(vault, account_id, NewRestriction(RestrictionKind.DISPUTE, today, "I never bought this"))
    details = {"channel": "text"}
    add_restriction(
        vault, account_id, NewRestriction(RestrictionKind.CHANNEL_OPT_OUT, today, "Stop", details=details)
    )


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClick(target, key, modifiers)


def typed(field, text):
    """Type into a field as a person does."""
    (field.focusProxy() or field).setFocus()
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    if hasattr(target, "selectAll"):
        target.selectAll()
    QTest.keyClicks(target, text)
