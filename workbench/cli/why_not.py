"""why-not: the nearest people for an account without a lead; propose: somebody as a lead all the same."""

import argparse
from dataclasses import asdict

from workbench.cli.arguments import Commands
from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.services import leads, proposing
from workbench.services.access import DirectAccess
from workbench.services.why_not import NearPerson, WhyNot, look
from workbench.services.why_not_words import against, as_lines, common_words, headline, in_favour, reason


def add_commands(commands: Commands, vault: argparse.ArgumentParser) -> None:
    """The commands of this module."""
    why = commands.add_parser(
        "why-not", parents=[vault], help="the nearest people for an account, and why none is a lead"
    )
    why.add_argument("account", metavar="ACCOUNT", help="its number")
    made = commands.add_parser(
        "propose",
        parents=[vault],
        help="make the person of a record file's row a lead, to be judged like any other",
    )
    made.add_argument("account", metavar="ACCOUNT", help="its number")
    made.add_argument("--import", dest="import_id", required=True, metavar="ID", help="`imports` lists them")
    made.add_argument("--row", dest="row_number", required=True, type=int, metavar="N", help="from 1")


def why_not(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """The answer in lines, or with --json as data."""
    with opened(options, read_only=True) as vault:
        account_id = leads.account_of(vault, options.account)
        answer = look(DirectAccess(vault), progress, account_id=account_id)
    progress.clear()
    terminal.result(_plain(answer))
    for line in as_lines(answer):
        terminal.say(line)


def propose(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """The lead that waits now, and how likely it is."""
    with opened(options) as vault:
        account_id = leads.account_of(vault, options.account)
        done = proposing.propose(
            DirectAccess(vault), progress, account_id=account_id, import_id=options.import_id,
            row_number=options.row_number,
        )  # fmt: skip
    progress.clear()
    terminal.result(done)
    why = done.lead.explanation
    terminal.say(
        f"{done.words}: {done.lead.person.name}, {why.band.value} ({why.bits:+.1f} bits). {why.sentence}"
    )


def _plain(answer: WhyNot) -> dict[str, object]:
    return {
        "account_id": answer.account_id,
        "headline": headline(answer),
        "files": answer.files,
        "people": answer.people,
        "pending": answer.pending,
        "weights_version": answer.weights,
        "near": [_person(answer, person) for person in answer.near],
        "too_common": [{**asdict(key), "words": common_words(key)} for key in answer.common],
    }


def _person(answer: WhyNot, person: NearPerson) -> dict[str, object]:
    lead = person.lead
    return {
        "person": lead.person,
        "party_id": lead.party_id,
        "file_name": person.file_name,
        "row_number": lead.person.row_number,
        "hindrance": person.hindrance.value,
        "reason": reason(person, answer.settings),
        "sentence": lead.explanation.sentence,
        "against": against(lead.explanation),
        "in_favour": in_favour(lead.explanation),
        "keys": person.keys,
        "explanation": lead.explanation,
    }
