"""weights: the matching weights of a vault; shown, estimated from decisions, applied, reset, exported."""

import argparse
from pathlib import Path

from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress, counted
from workbench.matching.splink_levels import Dialect
from workbench.services import weights as service
from workbench.services import weights_report
from workbench.services.access import DirectAccess
from workbench.services.exports import export_text
from workbench.services.files import read_text_file
from workbench.services.splink import export_splink
from workbench.services.vaults import Vault
from workbench.services.weights import Estimate


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", vault: argparse.ArgumentParser
) -> None:
    """The command of this module and its actions; ``vault`` may stand before or after the action."""
    weights = commands.add_parser(
        "weights", parents=[vault], help="the matching weights of a vault; without an action: those in use"
    )
    weights.set_defaults(passphrase_file=None, refuse=weights.error)
    actions = weights.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("show", parents=[vault], help="the version in use and the decisions there are")
    estimate = actions.add_parser(
        "estimate", parents=[vault], help="propose weights from reviewers' decisions; change nothing"
    )
    estimate.add_argument(
        "--out", type=Path, metavar="F.toml", help="write the proposal with its report, for `weights apply`"
    )
    apply = actions.add_parser("apply", parents=[vault], help="use the weights of a proposal from now on")
    apply.add_argument("file", type=Path, metavar="F.toml")
    apply.add_argument("--match", action="store_true", help="score all pending leads anew at once")
    reset = actions.add_parser("reset", parents=[vault], help="use the weights that came with the program")
    reset.add_argument("--match", action="store_true", help="score all pending leads anew at once")
    splink = actions.add_parser(
        "export-splink", parents=[vault], help="the model as Splink settings; with --inputs the people, too"
    )
    splink.add_argument("out", type=Path, metavar="OUT.json")
    splink.add_argument("--inputs", type=Path, metavar="FOLDER", help="write all people there, not encrypted")
    splink.add_argument("--import", dest="import_id", default="", metavar="ID", help="whose records to write")
    splink.add_argument("--dialect", choices=[d.value for d in Dialect], default=Dialect.DUCKDB.value)


def weights(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Run the action asked for; without one, show what is in use."""
    if options.vault is None:
        options.refuse("the following arguments are required: --vault")
    _ACTIONS[options.action or "show"](options, terminal, progress)


def _show(options: argparse.Namespace, terminal: Terminal, _progress: TerminalProgress) -> None:
    with opened(options, read_only=True) as vault:
        found = service.show(vault)
    terminal.result(found)
    for line in weights_report.in_use_lines(found):
        terminal.say(line)


def _estimate(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    with opened(options, read_only=True) as vault:
        found = service.estimate(DirectAccess(vault), progress)
    progress.clear()
    report = weights_report.report(found)
    if options.out is not None:
        with export_text(options.out) as stream:
            stream.write(service.text_of(found, report))
    terminal.result(_plain(found))
    terminal.say(report)
    if options.out is not None:
        terminal.say(f"Nothing is changed. To use these weights: weights apply {options.out.name}")


def _plain(found: Estimate) -> dict[str, object]:
    proposal = found.proposal
    return {
        "version": proposal.weights.version,
        "base_version": proposal.base.version,
        "decisions": proposal.decisions,
        "labels": found.labels,
        "set_aside": found.aside,
        "held_out": proposal.held_out,
        "loss_before": proposal.loss_before,
        "loss_after": proposal.loss_after,
        "calibration_before": proposal.before,
        "calibration_after": proposal.after,
        "levels": proposal.changes,
        "moves": [[before.value, after.value, n] for (before, after), n in sorted(found.moves.items())],
        "looked_at": found.looked_at,
        "pending": found.pending,
    }


def _apply(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    text = read_text_file(options.file)
    with opened(options) as vault:
        done = service.apply_text(vault, text)
        leads = _matched(vault, progress) if options.match else None
    _said(done.words, leads, terminal, progress)


def _reset(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    with opened(options) as vault:
        done = service.reset(vault)
        leads = _matched(vault, progress) if options.match else None
    _said(done.words, leads, terminal, progress)


def _matched(vault: Vault, progress: TerminalProgress) -> int:
    return service.match_library_again(DirectAccess(vault), progress).pending


def _said(words: str, leads: int | None, terminal: Terminal, progress: TerminalProgress) -> None:
    progress.clear()
    terminal.result({"words": words, "pending_leads": leads})
    terminal.say(f"{words}.")
    if leads is None:
        terminal.say("Pending leads keep their score and version until they are matched again (--match).")
    else:
        terminal.say(f"{counted(leads, 'pending lead')}, scored with it.")


def _splink(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    with opened(options, read_only=True) as vault:
        done = export_splink(
            DirectAccess(vault),
            options.out,
            import_id=options.import_id,
            inputs=options.inputs,
            dialect=Dialect(options.dialect),
            progress=progress,
        )
    progress.clear()
    terminal.result(done)
    terminal.say(
        f"Weights version {done.version}, priors for {counted(done.rows, 'row')}: {', '.join(done.files)}."
    )
    if options.inputs is not None:
        terminal.say(
            f"{done.debtors:,} debtors and {counted(done.records, 'person', 'people')} of the record file"
            " written as parquet; these files are not encrypted."
        )


_ACTIONS = {
    "show": _show,
    "estimate": _estimate,
    "apply": _apply,
    "reset": _reset,
    "export-splink": _splink,
}
