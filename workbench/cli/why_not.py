"""why-not: the nearest people for an account without a lead."""

import argparse
from dataclasses import asdict

from workbench.cli.opening import opened
from workbench.cli.output import Terminal, TerminalProgress
from workbench.services import leads
from workbench.services.access import DirectAccess
from workbench.services.why_not import NearPerson, WhyNot, look
from workbench.services.why_not_words import against, as_lines, common_words, headline, in_favour, reason


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", vault: argparse.ArgumentParser
) -> None:
    """The command of this module."""
    why = commands.add_parser(
        "why-not", parents=[vault], help="the nearest people for an account, and why none is a lead"
    )
    why.add_argument("account", metavar="ACCOUNT", help="its number")


def why_not(options: argparse.Namespace, terminal: Terminal, progress: TerminalProgress) -> None:
    """The answer in lines, or with --json as data."""
    with opened(options, read_only=True) as vault:
        account_id = leads.account_of(vault, options.account)
        answer = look(DirectAccess(vault), progress, account_id=account_id)
    progress.clear()
    terminal.result(_plain(answer))
    for line in as_lines(answer):
        terminal.say(line)


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
