"""What the parsers of several commands share: the account they are about, an amount, a day."""

import argparse
from datetime import date
from typing import TypeAlias

from workbench.base.money import parse_cents

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  (it has no other name)


def account_command(
    commands: Commands, vault: argparse.ArgumentParser, name: str, says: str
) -> argparse.ArgumentParser:
    """The parser of a command on one account: ``number`` and ``--client`` are there already."""
    parser = commands.add_parser(name, parents=[vault], help=says)
    parser.add_argument("number", metavar="NUMBER", help="the account's number")
    parser.add_argument("--client", default="", metavar="NAME", help="where two clients share the number")
    return parser


def cents(text: str) -> int:
    """An amount as cents, for ``type``; says what is wrong with it and how one is written."""
    try:
        return parse_cents(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; write it as 1,234.50") from None


def day(text: str) -> date:
    """A day, for ``type``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day as 2026-12-03 is expected") from None
