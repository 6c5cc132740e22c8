"""Kills a writer again and again and looks at what is left; run by test_kill_commit in a process of its own.

Arguments: folder, number of kills, "vault" or "two connections".  A forked child edits, creates and shreds
cases and acknowledges each finished step on a pipe; the parent kills it at a random moment, opens the vault
and compares.  Every edit writes three things that must agree: a note, the work state and the balance.
Prints one JSON object of counts.
"""

import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from case_world import a_case, a_note, an_id, make_vault, reopen

from workbench.base.errors import WorkbenchError
from workbench.model.account import Balance
from workbench.model.work import WorkState
from workbench.vault import cipher
from workbench.vault.cases import Cases
from workbench.vault.session import journal_of
from workbench.vault.verify import verify

BOOK = 6
CREATED_FROM = 1000


def edit(vault, account: int, step: int) -> None:
    with vault.edit_case(an_id(account)) as edit:
        edit.add_activity(replace(a_note(0, str(step)), activity_id=an_id(500_000 + account * 10_000 + step)))
        edit.set_work(WorkState(str(step)))
        edit.update_account(replace(a_case(account).account, balance=Balance(step)), "step")


def write(folder: Path, pipe: int, first: int) -> None:
    """The child: steps numbered from ``first``, each acknowledged as "kind number account"."""
    with reopen(folder) as vault:
        for step in range(first, first + 100_000):
            account = 1 + step % BOOK
            if step % 7 == 3:
                account = CREATED_FROM + step
                vault.create_cases([a_case(account), a_case(account + 500_000)])
                kind = "created"
            elif step % 7 == 5:
                account = CREATED_FROM + step - 2
                vault.shred_case(an_id(account), "test")
                kind = "shredded"
            else:
                edit(vault, account, step)
                kind = "edited"
            os.write(pipe, f"{kind} {step} {account}\n".encode())


def two_connections(self, edit) -> None:
    """The control: commits the case by itself, and dies before the catalog hears of it, one time in three."""
    key = self._door.database_key(edit.account_id)
    with closing(cipher.connect(self._door.path(edit.account_id), key)) as raw:
        raw.execute("UPDATE meta SET commit_seq = commit_seq + 1")
    if random.random() < 0.34:
        os.kill(os.getpid(), signal.SIGKILL)
    with self._session.writing() as conn:
        conn.exec_driver_sql(
            "UPDATE case_state SET commit_seq = commit_seq + 1, state = 'dirty' WHERE account_id = ?",
            (edit.account_id,),
        )


def one_kill(folder: Path, first: int, chance: random.Random) -> list[tuple[str, int, int]]:
    """Run a writer, kill it at a random moment; what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(folder, writing, first)
        finally:
            os._exit(1)
    os.close(writing)
    text = os.read(reading, 1 << 16)
    time.sleep(chance.random() * 0.08)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 1 << 16):
        text += more
    os.close(reading)
    lines = text.decode().splitlines(keepends=True)
    return [(k, int(s), int(a)) for k, s, a in (line.split() for line in lines if line.endswith("\n"))]


def hot_journals(folder: Path) -> int:
    files = [folder / "catalog.db", folder / "vault.db", *folder.glob("cases/*/*.case")]
    return sum(journal_of(f).exists() and journal_of(f).stat().st_size > 0 for f in files)


def look(folder: Path, said: dict[int, int], gone: set[int], there: set[int], count: dict[str, int]) -> None:
    """Open what the kill left and count everything that is not as acknowledged."""
    with reopen(folder) as vault:
        count["false_alarms"] += len(verify(vault).problems) + len(vault.notices)
        for account in range(1, BOOK + 1):
            try:
                content, work = vault.read_case(an_id(account)), vault.read_work(an_id(account))
            except WorkbenchError:
                count["mismatches"] += 1
                continue
            last = max((int(a.text) for a in content.activities), default=0)
            row = vault.catalog.account_rows([an_id(account)])[0]
            three = {last, int(work.next_action or 0), content.account.balance.total}
            count["torn"] += len(three) != 1 and last != 0
            count["mismatches"] += (row.next_action or "0") != str(last)
            count["lost"] += last < said.get(account, 0)
        ids = set(vault.catalog.account_ids())
        count["lost"] += sum(an_id(a) not in ids for a in there) + sum(an_id(a) in ids for a in gone)


def main(folder: Path, kills: int, mode: str) -> dict[str, int]:
    chance = random.Random(20261122)
    count = dict.fromkeys(("kills", "acknowledged", "hot", "lost", "torn", "mismatches", "false_alarms"), 0)
    with make_vault(folder) as vault:
        vault.create_cases([a_case(n) for n in range(1, BOOK + 1)])
    if mode == "two connections":
        Cases._commit = two_connections
    said: dict[int, int] = {}
    gone: set[int] = set()
    there: set[int] = set()
    first = 1
    for _ in range(kills):
        steps = one_kill(folder, first, chance)
        for kind, step, account in steps:
            if kind == "edited":
                said[account] = step
            elif kind == "created":
                there |= {account, account + 500_000}
            else:
                there.discard(account)
                gone.add(account)
        count["kills"] += 1
        count["acknowledged"] += len(steps)
        count["hot"] += hot_journals(folder) > 0
        # The step after the last acknowledged one may be in or out; a shredding among them settles nothing.
        there.discard(CREATED_FROM + (steps[-1][1] if steps else first) - 1)
        look(folder, said, gone, there, count)
        first += 7 * (1 + len(steps) // 7) + 7
    return count


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
