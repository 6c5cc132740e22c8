"""Opening the vault that a command names."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.cli.secrets import passphrase
from workbench.services import vaults
from workbench.vault.vault import Vault


@contextmanager
def opened(options: argparse.Namespace, *, read_only: bool = False) -> Iterator[Vault]:
    """The vault of ``--vault``, closed at the end of the block.

    What opening had to put right is said on standard error.
    """
    with vaults.opened(options.vault, passphrase(options.passphrase_file), read_only=read_only) as vault:
        for notice in vault.notices:
            sys.stderr.write(f"{notice}\n")
        yield vault
