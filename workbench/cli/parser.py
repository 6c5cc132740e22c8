"""The command line; docs/user-guide.md lists the same commands, and both are stable for scripts."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from workbench.cli import bulk, case_log, case_work, library, weights, why_not, worklist
from workbench.cli.arguments import Commands
from workbench.model.explanation import Band
from workbench.model.lead import RejectReason


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; a call without a command opens the window."""
    common = argparse.ArgumentParser(add_help=False)
    for flag, says in (("--json", "print the result as JSON"), ("--debug", "show the trace of an error")):
        common.add_argument(flag, action="store_true", default=argparse.SUPPRESS, help=says)
    vault = argparse.ArgumentParser(add_help=False, parents=[common])
    vault.add_argument("--vault", type=Path, required=True, metavar="DIR", help="the vault's folder")
    _passphrase(vault)

    parser = argparse.ArgumentParser(
        prog="main.py",
        parents=[common],
        description="Locate debtors and settle accounts, offline and encrypted.",
    )
    parser.add_argument("--vault", type=Path, metavar="DIR", help="open this vault's unlock box")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _demo(commands, common)
    _create(commands, common)
    _imports(commands, vault)
    _match(commands, common)
    _maintenance(commands, vault, common)
    _asking(commands, vault)
    worklist.add_commands(commands, vault)
    bulk.add_commands(commands, vault)
    case_work.add_commands(commands, vault)
    case_log.add_commands(commands, vault)
    library.add_commands(commands, vault)
    why_not.add_commands(commands, vault)
    weights.add_commands(commands, _vault_anywhere(common))
    return parser


def _vault_anywhere(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The vault's options for a command with actions: given before the action, they are not lost by it."""
    parent = argparse.ArgumentParser(add_help=False, parents=[common], argument_default=argparse.SUPPRESS)
    parent.add_argument("--vault", type=Path, metavar="DIR", help="the vault's folder (required)")
    _passphrase(parent)
    return parent


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; ``--json`` and ``--debug`` may stand before or after the command.

    Exits with status 2 on wrong usage, as argparse does.
    """
    return build_parser().parse_args(arguments, argparse.Namespace(json=False, debug=False))


def _count(text: str) -> int:
    """A number of things to show, at least one."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on is expected")
    return int(text)


def _passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="holds the passphrase (else $WORKBENCH_PASSPHRASE)"
    )


def _demo(commands: Commands, common: argparse.ArgumentParser) -> None:
    demo = commands.add_parser(
        "demo", parents=[common], help="build a demonstration vault and show its leads"
    )
    demo.add_argument("folder", type=Path, nargs="?", default=Path("demo-vault"), metavar="DIR")
    demo.add_argument("--worked", action="store_true", help="with three weeks of invented work on it")
    demo.add_argument("--no-window", action="store_true", help="do not open the window afterwards")


def _create(commands: Commands, common: argparse.ArgumentParser) -> None:
    create = commands.add_parser("create", parents=[common], help="make a new vault")
    create.add_argument("folder", type=Path, metavar="DIR")
    _passphrase(create)


def _imports(commands: Commands, vault: argparse.ArgumentParser) -> None:
    accounts = commands.add_parser("import-accounts", parents=[vault], help="take in a placement file")
    accounts.add_argument("file", type=Path, metavar="FILE")
    accounts.add_argument("--mapping", type=Path, metavar="M.toml")
    accounts.add_argument("--client", default="", metavar="NAME", help="for rows that name no client")
    accounts.add_argument("--sheet", metavar="NAME", help="of a workbook")
    accounts.add_argument(
        "--no-match", action="store_true", help="do not match them; `rematch` does it later"
    )

    records = commands.add_parser("import-records", parents=[vault], help="take in a public-record file")
    records.add_argument("file", type=Path, metavar="FILE")
    _record_options(records)
    records.add_argument("--again", action="store_true", help="import a file that was imported before")
    records.add_argument(
        "--edition-of", default="auto", metavar="ID",
        help="the import whose newer edition this file is; auto recognises it, none takes it as its own",
    )  # fmt: skip

    undo = commands.add_parser("undo-import", parents=[vault], help="take an import back")
    undo.add_argument("import_id", metavar="ID")
    undo.add_argument("--dry-run", action="store_true", help="say what would go and stay (accounts)")

    check = commands.add_parser(
        "check", parents=[vault], help="read a file as an import would; write nothing"
    )
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--accounts", action="store_true", help="as a placement file; else as public records")
    check.add_argument("--client", default="", metavar="NAME", help="for rows that name no client")
    _record_options(check)

    commands.add_parser("imports", parents=[vault], help="the imports so far")
    problems = commands.add_parser(
        "problems", parents=[vault], help="the rows an import did not take, and why"
    )
    problems.add_argument("import_id", metavar="ID")
    problems.add_argument("--out", type=Path, metavar="F", help="write them with their own text as CSV")
    layouts = commands.add_parser("layouts", parents=[vault], help="the layouts you saved yourself")
    layouts.add_argument("--rename", nargs=2, metavar=("ID", "NAME"))
    layouts.add_argument("--delete", metavar="ID")


def _record_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", default="auto", metavar="ID", help="a layout's id; auto recognises it")
    parser.add_argument("--mapping", type=Path, metavar="M.toml")
    parser.add_argument("--purpose", default="debt_collection", metavar="P", help="permitted purpose of use")
    parser.add_argument("--member", metavar="NAME", help="of an archive")
    parser.add_argument("--sheet", metavar="NAME", help="of a workbook")


def _match(commands: Commands, common: argparse.ArgumentParser) -> None:
    match = commands.add_parser("match", parents=[common], help="two files in, leads out; no vault")
    match.add_argument("--accounts", type=Path, required=True, metavar="A")
    match.add_argument("--records", type=Path, required=True, metavar="R")
    match.add_argument("--out", type=Path, required=True, metavar="leads.csv")
    match.add_argument("--profile", default="auto", metavar="ID")
    match.add_argument("--accounts-mapping", type=Path, metavar="M.toml")
    match.add_argument("--records-mapping", type=Path, metavar="M.toml")
    match.add_argument("--purpose", default="debt_collection", metavar="P")

    sniff = commands.add_parser("sniff", parents=[common], help="what a file is")
    sniff.add_argument("file", type=Path, metavar="FILE")
    sniff.add_argument("--member", metavar="NAME", help="of an archive")
    sniff.add_argument("--sheet", metavar="NAME", help="of a workbook")

    gate = commands.add_parser("gate", parents=[common], help="may this contact be made?")
    gate.add_argument("--facts", type=Path, required=True, metavar="F.json")


def _maintenance(commands: Commands, vault: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    commands.add_parser("verify", parents=[vault], help="check every file of a vault")
    again = commands.add_parser(
        "rematch", parents=[vault], help="match the imported record files again, without reading the files"
    )
    again.add_argument("--new-only", action="store_true", help="only debtors that are new or changed since")
    commands.add_parser("rebuild", parents=[vault], help="make the catalog again from the case files")
    backup = commands.add_parser("backup", parents=[vault], help="copy the vault, verified")
    backup.add_argument("destination", type=Path, metavar="DEST")
    restore = commands.add_parser(
        "restore", parents=[common], help="make a vault from a backup, never over one"
    )
    restore.add_argument("source", type=Path, metavar="SRC")
    restore.add_argument("destination", type=Path, metavar="DEST")
    restore.add_argument(
        "--vault", type=Path, metavar="DIR", help="accepted for symmetry; DEST is the new vault"
    )
    _passphrase(restore)
    audit = commands.add_parser("audit", parents=[vault], help="the vault's audit chain, newest first")
    audit.add_argument("--words", default="", metavar="TEXT", help="only entries that hold these words")
    audit.add_argument("--limit", type=_count, default=50, metavar="N")
    audit.add_argument("--out", type=Path, metavar="F", help="write them as CSV")
    settings = commands.add_parser("settings", parents=[vault], help="the vault's settings; change one")
    settings.add_argument("key", nargs="?", metavar="KEY")
    settings.add_argument("value", nargs="?", metavar="VALUE")
    keys = commands.add_parser("keys", parents=[vault], help="the passphrases and recovery keys of a vault")
    keys.add_argument(
        "action", choices=("list", "add-recovery", "change-passphrase", "remove"), nargs="?", default="list"
    )
    keys.add_argument("--slot", metavar="ID", help="the slot to remove")
    keys.add_argument("--new-passphrase-file", type=Path, metavar="F")


def _judging(commands: Commands, vault: argparse.ArgumentParser) -> None:
    judge = commands.add_parser("judge", parents=[vault], help="decide a lead, or take its decision back")
    judge.add_argument("lead_id", metavar="LEAD")
    judge.add_argument("decision", choices=("show", "accept", "reject", "unsure", "undo"))
    reasons = [reason.value for reason in RejectReason]
    judge.add_argument("--reason", default=reasons[0], choices=reasons, help="why rejected")
    roles = ("spouse", "relative", "associate", "neighbour")
    judge.add_argument("--as", dest="role", choices=roles, help="accept as somebody near the debtor")
    judge.add_argument(
        "--without", type=_count, action="append", default=[], metavar="N",
        help="a gain that is not taken, by its number in `judge LEAD show`; may be given more than once",
    )  # fmt: skip
    judge.add_argument(
        "--second-person", action="store_true", help="accept although another person was accepted before"
    )
    judge.add_argument(
        "--reject-others", action="store_true",
        help="with accept: reject the waiting leads that contradict it as strongly",
    )  # fmt: skip
    editions = commands.add_parser(
        "editions", parents=[vault], help="what newer editions say of people accepted before, not read yet"
    )
    editions.add_argument("--read", default="", metavar="ACCOUNT", help="note that those of it were read")
    decisions = commands.add_parser("decisions", parents=[vault], help="decisions on leads, newest first")
    decisions.add_argument("--limit", type=_count, default=25, metavar="N")


def _asking(commands: Commands, vault: argparse.ArgumentParser) -> None:
    leads = commands.add_parser("leads", parents=[vault], help="pending leads, best first")
    leads.add_argument("--out", type=Path, metavar="F", help="write all of them as CSV")
    leads.add_argument("--limit", type=_count, default=25, metavar="N")
    leads.add_argument("--band", choices=[band.value for band in Band], help="only leads of this band")
    leads.add_argument("--import", dest="import_id", default="", metavar="ID", help="only those of an import")
    leads.add_argument("--account", default="", metavar="NUMBER", help="only those of this account")
    leads.add_argument("--second-look", action="store_true", help="those somebody was unsure of")
    _judging(commands, vault)
    search = commands.add_parser(
        "search", parents=[vault], help="look people up in the imported record files"
    )
    for name in ("last", "first", "phone", "house", "street", "zip", "email"):
        search.add_argument(f"--{name}", metavar="TEXT")
    search.add_argument("--birth-year", type=int, metavar="YYYY")
    search.add_argument("--limit", type=_count, default=50, metavar="N")
