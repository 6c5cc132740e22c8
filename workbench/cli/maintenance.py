"""verify, rebuild, rematch, backup, restore."""

import argparse

from workbench.base.errors import VaultError
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.cli.secrets import passphrase
from workbench.services import maintenance, rematching
from workbench.services.access import DirectAccess


def verify(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Check every file of a vault; VaultError (exit 1) when any finding is critical."""
    with opened(options, read_only=True) as vault:
        report = maintenance.verify(DirectAccess(vault), progress)
    progress.clear()
    terminal.result(report)
    for finding in report.findings:
        terminal.say(f"{finding.severity:<8} {finding.file}: {finding.message}")
    terminal.say(report.words)
    if report.critical:
        raise VaultError(report.words, hint="Nothing was changed. Restore the named files from a backup.")


def rematch(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Match the library again: all debtors, or those new or changed since."""
    with opened(options) as vault:
        result = rematching.rematch(DirectAccess(vault), progress, new_only=options.new_only)
    progress.clear()
    terminal.result(result)
    terminal.say(result.words)


def rebuild(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Make the catalog again from the case files, and the pending leads by matching again."""
    report = maintenance.rebuild(options.vault, passphrase(options.passphrase_file), progress)
    progress.clear()
    terminal.result(report)
    terminal.say(report.words)


def backup(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Copy the vault into DEST/<time> and read it back."""
    with opened(options) as vault:
        report = maintenance.backup(DirectAccess(vault), progress, options.destination)
    progress.clear()
    terminal.result(report)
    terminal.say(report.words)


def restore(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Make the vault DEST from the backup SRC; never over an existing one."""
    secret = passphrase(options.passphrase_file)
    report = maintenance.restore(options.source, options.destination, secret, progress)
    progress.clear()
    terminal.result(report)
    terminal.say(report.words)
