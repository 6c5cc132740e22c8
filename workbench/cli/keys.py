"""create and keys: vaults and what opens them."""

import argparse
import os
import sys

from workbench.base.errors import UserError
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.cli.secrets import ask_twice, passphrase
from workbench.services import vaults


def create(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """Make a new vault and print its recovery key, the only time it is shown."""
    del progress
    created = vaults.create(options.folder, passphrase(options.passphrase_file))
    terminal.result(
        {"folder": str(options.folder), "vault_id": created.vault_id, "recovery_key": created.recovery_key}
    )
    terminal.say(
        "The vault is made. This recovery key opens it should the passphrase be lost; it is shown only now:"
    )
    terminal.say("")
    terminal.say(f"    {created.recovery_key}")
    terminal.say("")
    terminal.say("Print it or write it down, and keep it away from this computer.")


def keys(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """List, add, change or remove what opens a vault."""
    del progress
    listing = options.action == "list"
    with opened(options, read_only=listing) as vault:
        done: dict[str, object] = {}
        if options.action == "change-passphrase":
            vaults.change_passphrase(vault, _new_passphrase(options), options.slot)
            terminal.say("The passphrase is changed. Backups made before still open with the old one.")
        elif options.action == "add-recovery":
            done["recovery_key"] = key = vaults.add_recovery_key(vault)
            terminal.say(f"New recovery key, shown only now:\n\n    {key}\n")
        elif options.action == "remove":
            vaults.remove_slot(vault, _named_slot(options))
            terminal.say("The slot is removed.")
        slots = vaults.slots(vault)
    terminal.result({**done, "slots": slots})
    terminal.table(("slot", "kind", "since"), [(s.slot_id, s.kind, f"{s.created:%Y-%m-%d}") for s in slots])


def _named_slot(options: argparse.Namespace) -> str:
    if options.slot is None:
        raise UserError("No slot was named.", hint="Give --slot ID; `keys list` shows the ids.")
    return str(options.slot)


def _new_passphrase(options: argparse.Namespace) -> str:
    if options.new_passphrase_file is not None:
        return passphrase(options.new_passphrase_file)
    if given := os.environ.get("WORKBENCH_NEW_PASSPHRASE"):
        return given
    if sys.stdin.isatty():
        return ask_twice()
    raise UserError("No new passphrase was given.", hint="Use --new-passphrase-file FILE.")
