"""Matching: which weights are used, what the decisions propose, and the two steps that change them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.messages.words import plural
from ui.shell.workspace import Workspace
from ui.style.fonts import Role
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label
from workbench.base.errors import WorkbenchError
from workbench.services import weights, weights_report
from workbench.services.weights import Estimate, InUse
from workbench.services.written import Written


class WeightsCard(Card):
    """Nothing is learned by itself: an estimate is read first, and counts once it is applied."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.set_title(self.tr("Matching"))
        self._workspace = workspace
        self._proposal = ""
        self._version = ""
        self.in_use = plain_label(wrap=True)
        words = self.tr(
            "The weights say how much each agreement counts. Decisions on leads can propose other weights;"
            " nothing changes until you apply them."
        )
        self.estimate = push_button(self.tr("Estimate from decisions…"))
        self.estimate.clicked.connect(self.start_estimate)
        self.apply = push_button(self.tr("Apply the proposal"))
        self.apply.clicked.connect(self.ask_apply)
        self.reset = push_button(self.tr("Reset to the program's weights"))
        self.reset.clicked.connect(self.ask_reset)
        self.match = push_button(self.tr("Match the library again"))
        self.match.clicked.connect(self.match_again)
        self.result = plain_label("", role=Role.MONO, wrap=True, selectable=True)
        self.result.setAccessibleName(self.tr("Report of the estimate"))
        self.result.hide()
        self.verdict = plain_label("", role=Role.STRONG, wrap=True)
        self.verdict.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self.estimate, self.apply, self.reset, self.match):
            flow.addWidget(button)
        self.add(self.in_use)
        self.add(plain_label(words, tone="text2", wrap=True))
        self.add(buttons)
        self.add(self.verdict)
        self.add(self.result)
        self._allow()

    def reload(self) -> None:
        """Read which weights are used."""
        self._workspace.vault.read(weights.show, self._show, owner=self, failed=self._failed, key="weights")

    def _show(self, found: InUse) -> None:
        self._version = "" if found.is_own else found.version
        self.in_use.setText("\n".join(weights_report.in_use_lines(found)))
        self._allow()

    def _allow(self) -> None:
        may = not self._workspace.read_only
        self.apply.setEnabled(may and bool(self._proposal))
        self.reset.setEnabled(may and bool(self._version))
        self.match.setEnabled(may)

    def _say(self, words: str, verdict: str = "") -> None:
        """What came of it; of a report the sentence that matters stands above the figures."""
        self.verdict.setText(verdict)
        self.verdict.setVisible(bool(verdict))
        self.result.setText(words)
        self.result.setVisible(bool(words))

    # The estimate

    def start_estimate(self) -> None:
        """Propose weights from the decisions, in a job of its own; writes nothing."""
        self._proposal = ""
        self._allow()
        self._say(self.tr("Estimating…"))
        words = self.tr("Estimating weights from decisions")
        self._workspace.jobs.start(words, weights.estimate, self._estimated, owner=self, failed=self._failed)

    def _estimated(self, found: Estimate) -> None:
        report = weights_report.report(found)
        self._proposal = weights.text_of(found, report)
        self.reload()
        verdict = weights_report.verdict(found.proposal)
        self._say(report.replace(f"{verdict}\n", ""), verdict)
        self._allow()

    # What changes something

    def ask_apply(self) -> None:
        """Apply the proposal shown, once the person has confirmed it."""
        words = self.tr(
            "Matching uses the proposed weights from now on. Leads that wait keep their score until the"
            " library is matched again. The change is recorded, and Reset takes it back."
        )
        if self._workspace.messages.ask(self.tr("Apply the proposal?"), words, self.tr("Apply")):
            work = partial(weights.apply_text, text=self._proposal)
            self._workspace.vault.write(work, self._written, owner=self, failed=self._failed)

    def ask_reset(self) -> None:
        """Return to the program's weights, once the person has confirmed it."""
        words = self.tr("Matching uses the weights that came with the program from now on.")
        if self._workspace.messages.ask(self.tr("Reset the weights?"), words, self.tr("Reset")):
            self._workspace.vault.write(weights.reset, self._written, owner=self, failed=self._failed)

    def _written(self, done: Written) -> None:
        self._proposal = ""
        self._say(f"{done.words}.")
        self.reload()

    def match_again(self) -> None:
        """Score all pending leads anew with the weights in use."""
        self._say(self.tr("Matching…"))
        words = self.tr("Matching the library again")
        self._workspace.jobs.start(
            words, weights.match_library_again, self._matched, owner=self, failed=self._failed
        )

    def _matched(self, done: weights.Matched) -> None:
        one = self.tr("1 lead waits, scored with the weights in use.")
        many = self.tr("{n} leads wait, scored with the weights in use.")
        self._say(plural(done.pending, one, many))

    def _failed(self, error: WorkbenchError) -> None:
        self._say(str(error))
