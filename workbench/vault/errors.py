"""Every way in which a vault or one of its files cannot be used, each a class of its own.

Files are named by their file name and accounts by their random id; never a folder, a name or an account
number, so that every message may be logged.
"""

from workbench.base.errors import MachineError, UserError, VaultError


class VaultNotFoundError(VaultError):
    """There is no vault in the folder that was named."""

    code = "vault.not_found"

    def __init__(self) -> None:
        super().__init__(
            "There is no vault in this folder: vault.hdr is missing.",
            hint="Choose the folder that holds vault.hdr, or create a vault.",
        )


class VaultExistsError(VaultError):
    """The place where something was to be created is taken."""

    code = "vault.exists"

    def __init__(self, message: str = "This folder already holds files.") -> None:
        super().__init__(message, hint="Choose a new or an empty folder.")


class HeaderDamagedError(VaultError):
    """``vault.hdr`` is not what was written: shortened, altered by a fault, or another kind of file.

    ``backup_usable`` tells whether ``vault.hdr.bak`` reads as a sound header.
    """

    code = "vault.header_damaged"

    def __init__(self, what: str, *, file: str = "vault.hdr", backup_usable: bool = False) -> None:
        hint = (
            "The copy vault.hdr.bak is sound and can be used instead."
            if backup_usable
            else "Restore vault.hdr from a backup of the vault; no other file is affected."
        )
        super().__init__(f"The file {file} is damaged: {what}.", hint=hint)
        self.what = what
        self.file = file
        self.backup_usable = backup_usable


class WrongPassphraseError(VaultError):
    """The secret opens none of the vault's key slots; the header itself is sound."""

    code = "vault.wrong_passphrase"

    def __init__(self) -> None:
        super().__init__(
            "The passphrase or recovery key does not open this vault.",
            hint="Check Caps Lock and the keyboard layout, then try again.",
        )


class HeaderTamperedError(VaultError):
    """The secret is right and the checksum too, but the header was not written by a holder of the key."""

    code = "vault.header_tampered"

    def __init__(self) -> None:
        super().__init__(
            "The file vault.hdr was changed by someone who does not hold this vault's key.",
            hint="Do not work in this copy; restore the vault from a backup that you trust.",
        )


class VaultTooNewError(VaultError):
    """A later version of the program wrote this."""

    code = "vault.too_new"

    def __init__(self, file: str = "vault.hdr") -> None:
        super().__init__(
            f"A newer version of the program wrote {file}; this version cannot read it safely.",
            hint="Update the program.",
        )


class KdfRefusedError(VaultError):
    """A header asks for a key derivation that is out of bounds: too weak, or built to exhaust the machine."""

    code = "vault.kdf_refused"

    def __init__(self) -> None:
        super().__init__(
            "The file vault.hdr asks for a key derivation outside the accepted limits.",
            hint="It was not written by this program; restore vault.hdr from a backup.",
        )


class VaultInUseError(VaultError):
    """Another process (or another part of this one) has the vault open for writing."""

    code = "vault.in_use"

    def __init__(self) -> None:
        super().__init__(
            "This vault is already open for writing in another window or program.",
            hint="Close it there, or open it read-only.",
        )


class CipherUnavailableError(VaultError):
    """The database library that was loaded does not encrypt; nothing is written with it."""

    code = "vault.cipher_unavailable"

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The encrypting database library is not in effect: {what}. Nothing was written.",
            hint="Reinstall the program; make sure that no other sqlite3 library is loaded before it.",
        )


class WeakPassphraseError(UserError):
    """The passphrase is shorter than the policy or too easily guessed."""

    code = "vault.weak_passphrase"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This passphrase is too weak: {why}.",
            hint="Use six or more unrelated words, or at least 12 characters that nobody would guess.",
        )


class RecoveryKeyMistypedError(UserError):
    """The text has the look of a recovery key but its checksum disagrees: a slip of the pen."""

    code = "vault.recovery_key_mistyped"

    def __init__(self, group: int | None = None) -> None:
        where = f" in group {group}" if group is not None else ""
        super().__init__(
            f"This recovery key has a typing error{where}.",
            hint="Compare it with the printed sheet group by group.",
        )
        self.group = group


class SlotError(UserError):
    """A change of key slots that cannot be made: the last slot, an unknown slot, too many slots."""

    code = "vault.slot"


class VaultFileError(VaultError):
    """One file of the vault cannot be used; ``file`` is its name, ``account`` its account's id if any."""

    code = "vault.file"
    subject = "file"
    trouble = "cannot be used"
    advice = "Restore it from a backup."

    def __init__(self, file: str, *, account: str | None = None, what: str = "") -> None:
        of_account = f" of account {account}" if account else ""
        detail = f" ({what})" if what else ""
        super().__init__(f"The {self.subject} {file}{of_account} {self.trouble}{detail}.", hint=self.advice)
        self.file = file
        self.account = account
        self.what = what


class DatabaseMissingError(VaultFileError):
    """An encrypted file that should be there is not."""

    code = "vault.database_missing"
    trouble = "is missing"


class DatabaseExistsError(VaultFileError):
    """An encrypted file that was to be created is there already."""

    code = "vault.database_exists"
    trouble = "exists already"
    advice = "Nothing was changed."


class DatabaseDamagedError(VaultFileError):
    """An encrypted file is empty, cut short, altered, not a file at all, or encrypted with another key."""

    code = "vault.database_damaged"
    trouble = "is damaged or belongs to another vault"


class RecoveryNeededError(VaultFileError):
    """A crash left half a transaction beside the file; only a writer may roll it back."""

    code = "vault.recovery_needed"
    trouble = "was left in the middle of a change"
    advice = "Open the vault for writing once; the change is then undone."


class PlaintextDatabaseError(VaultFileError):
    """A file that must be encrypted is an ordinary readable database."""

    code = "vault.plaintext"
    trouble = "is not encrypted"
    advice = "It was not written by this program; remove it and restore the vault from a backup."


class CaseError(VaultFileError):
    """Something is wrong with one account's case file."""

    code = "vault.case"
    subject = "case file"


class CaseMissingError(CaseError):
    """The case file is not in its place."""

    code = "vault.case_missing"
    trouble = "is missing"


class CaseDamagedError(CaseError):
    """The case file's bytes are not those that were written."""

    code = "vault.case_damaged"
    trouble = "is damaged"


class CaseReplacedError(CaseError):
    """The case file is another account's, or another vault's."""

    code = "vault.case_replaced"
    trouble = "belongs to another account or another vault"


class CaseStaleError(CaseError):
    """The case file is an older (or a newer) state than the catalog recorded."""

    code = "vault.case_stale"
    trouble = "is not the state that was last saved"


class LibraryError(VaultFileError):
    """Something is wrong with one imported public-record file."""

    code = "vault.library"
    subject = "record file"


class LibraryMissingError(LibraryError):
    """The record file is not in its place."""

    code = "vault.library_missing"
    trouble = "is missing"
    advice = "Import the public-record file again, or restore it from a backup."


class LibraryDamagedError(LibraryError):
    """The record file's bytes are not those that were written."""

    code = "vault.library_damaged"
    trouble = "is damaged"
    advice = "Import the public-record file again, or restore it from a backup."


class CatalogDamagedError(VaultFileError):
    """``catalog.db`` cannot be read; it can be made again from the case files."""

    code = "vault.catalog_damaged"
    subject = "catalog"
    trouble = "is missing or damaged"
    advice = "Run 'rebuild': it makes the catalog again from the case files."

    def __init__(self, file: str = "catalog.db", *, account: str | None = None, what: str = "") -> None:
        super().__init__(file, account=account, what=what)


class VaultDatabaseDamagedError(VaultFileError):
    """``vault.db``, which holds the keys of the case files, cannot be read."""

    code = "vault.vault_database_damaged"
    subject = "key store"
    trouble = "is missing or damaged"
    advice = "Its copy vault.db.bak or a backup can be used instead."

    def __init__(self, file: str = "vault.db", *, account: str | None = None, what: str = "") -> None:
        super().__init__(file, account=account, what=what)


class KeyUnwrapError(VaultError):
    """A wrapped key does not open: altered, or moved from another account or vault."""

    code = "vault.key_unwrap"

    def __init__(self) -> None:
        super().__init__(
            "A stored file key was altered or belongs to another file.",
            hint="Restore vault.db from its copy or from a backup.",
        )


class BackupError(VaultError):
    """A backup that is incomplete, altered, or of another vault; nothing was restored from it."""

    code = "vault.backup"


class DiskFullError(MachineError):
    """The disk has no room; the change was rolled back and what was saved before is intact."""

    code = "machine.disk_full"

    def __init__(self, needed: int = 0) -> None:
        room = f"; about {max(1, needed // 1_000_000)} MB are needed" if needed else ""
        super().__init__(f"The disk is full{room}. Nothing was saved.", hint="Free some space and try again.")
        self.needed = needed


class NotEnoughMemoryError(MachineError):
    """The key derivation found no memory."""

    code = "machine.memory"

    def __init__(self, mebibytes: int) -> None:
        super().__init__(
            f"Opening this vault needs {mebibytes} MiB of free memory.",
            hint="Close other programs and try again.",
        )


class AccessDeniedError(MachineError):
    """The system does not let this program read or write a file or folder of the vault."""

    code = "machine.access_denied"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"No permission to use {file}.",
            hint="Check the rights of the folder and that it is not read-only.",
        )
        self.file = file


class FileBusyError(MachineError):
    """Another program (a virus scanner, a sync client) holds a file of the vault."""

    code = "machine.file_busy"

    def __init__(self, file: str) -> None:
        super().__init__(f"Another program is using {file}.", hint="Wait a moment, then try again.")
        self.file = file


class DiskFaultError(MachineError):
    """Reading or writing failed in the device or its driver."""

    code = "machine.disk_fault"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"The disk failed while using {file}.", hint="Check the disk and its cable; verify the vault."
        )
        self.file = file
