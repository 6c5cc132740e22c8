"""The model and its input as files for Splink, for an agency that outgrows one machine."""

import shutil
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
import polars as pl

from workbench.base.errors import UserError
from workbench.base.progress import Progress, check_cancelled
from workbench.matching.splink_export import SAME, classes, splink_settings
from workbench.matching.splink_levels import Dialect
from workbench.matching.splink_people import Inputs
from workbench.matching.weights import Weights
from workbench.normalize.debtors import debtors_table
from workbench.services import weights_version
from workbench.services.access import VaultAccess
from workbench.services.exports import export_bytes, export_text
from workbench.services.searching import debtors_in, opener_of, presence_in
from workbench.vault.files import make_private_folder
from workbench.vault.vault import Vault

RECORDS_A_FILE = 100_000

HOW_TO = '''
# How these files become our score ({version}, a record file of {rows:,} rows).
#
{files}
#
# Input, from `weights export-splink {same} --inputs FOLDER`: debtors.parquet, records/*.parquet (the columns
# the settings name) and frequencies.parquet (what each level's m and r are divided by).

import duckdb
from splink import DuckDBAPI, Linker

con = duckdb.connect()
con.execute("CREATE TABLE debtors AS SELECT * FROM 'debtors.parquet'")
con.execute("CREATE TABLE records AS SELECT * FROM 'records/*.parquet'")
settings = {settings}
for of in settings:
    api = DuckDBAPI(con)
    linker = Linker([api.register("debtors"), api.register("records")], settings[of])
    for (column,) in con.sql("SELECT DISTINCT \\"column\\" FROM 'frequencies.parquet'").fetchall():
        con.execute(f"""CREATE OR REPLACE TABLE f_{{of}}_{{column}} AS
            SELECT unique_id AS {{column}}, {{of}} AS tf_{{column}}
            FROM 'frequencies.parquet' WHERE "column" = '{{column}}'""")
        table = api.register(f"f_{{of}}_{{column}}")
        linker.table_management.register_term_frequency_lookup(table, column)
    found = linker.inference.predict()
    con.execute(f"""CREATE TABLE {{of}} AS
        SELECT unique_id_l, unique_id_r, match_weight FROM {{found.physical_name}}""")

scores = con.sql("""
    SELECT unique_id_l, unique_id_r, same.match_weight - log2(pow(2, {likelier}) + 1) AS score
    FROM same {joins} ORDER BY score DESC, 1, 2
""")
print(scores)
'''
"""The few lines that join the settings; also written beside them."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: file names, the version, the rows the priors are for, people of both sides."""

    files: tuple[str, ...]
    version: str
    rows: int
    debtors: int
    records: int


class ChooseImportError(UserError):
    """The input of Splink is one record file, and it is not clear which."""

    code = "splink.which"

    def __init__(self, count: int) -> None:
        super().__init__(
            f"The library holds {count:,} record files; the input is made from one.",
            hint="Name it with --import ID (`imports` lists them), or leave --inputs away.",
        )


class NotEmptyError(UserError):
    """The folder for the input holds something already."""

    code = "splink.not_empty"

    def __init__(self) -> None:
        super().__init__("The folder for the input is not empty.", hint="Name a new folder.")


def export_model(weights: Weights, out: Path, *, rows: int, dialect: Dialect) -> tuple[str, ...]:
    """Write ``out``, a ``.KIND.json`` for each kind of relative and a ``.py`` to join them; their names."""
    files = {of: out if of == SAME else out.with_suffix(f".{of}.json") for of in classes(weights)}
    for of, path in files.items():
        settings = splink_settings(weights, rows=rows, of=of, dialect=dialect)
        with export_text(path) as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(settings)).decode() + "\n")
    how = out.with_suffix(".py")
    with export_text(how) as stream:
        stream.write(_how_to(weights, rows, files).lstrip())
    return (*(path.name for path in files.values()), how.name)


def _how_to(weights: Weights, rows: int, files: dict[str, Path]) -> str:
    kinds = [of for of in files if of != SAME]
    whom = {SAME: "same person", **{kind: f"relative ({kind})" for kind in kinds}}
    return HOW_TO.format(
        version=weights.version,
        rows=rows,
        same=files[SAME].name,
        files="\n".join(f"#   {path.name}   {whom[of]} against stranger" for of, path in files.items()),
        settings={of: path.name for of, path in files.items()},
        likelier=f"greatest({', '.join(f'{kind}.match_weight' for kind in kinds)})",
        joins=" ".join(f"JOIN {kind} USING (unique_id_l, unique_id_r)" for kind in kinds),
    )


def export_splink(
    access: VaultAccess,
    out: Path,
    *,
    progress: Progress,
    import_id: str = "",
    inputs: Path | None = None,
    dialect: Dialect = Dialect.DUCKDB,
) -> Exported:
    """The vault's weights as Splink settings and, with ``inputs`` (a new or empty folder), the people.

    The people are the accounts' debtors and those of one record file, written in clear: names, addresses,
    birth dates.  The priors are for the rows of that file and what matching it told.
    ChooseImportError, NotEmptyError, or MachineError when a file cannot be written; after any error nothing
    is left in ``inputs``.
    """
    weights = access.call(weights_version.current)
    if inputs is None:
        rows = weights.population_floor
        return Exported(export_model(weights, out, rows=rows, dialect=dialect), weights.version, rows, 0, 0)
    files = access.call(_library_ids)
    chosen = import_id or (files[0] if len(files) == 1 else "")
    if chosen not in files:
        raise ChooseImportError(len(files))
    if inputs.exists() and any(inputs.iterdir()):
        raise NotEmptyError
    try:
        debtors, records, rows = _write_people(access, chosen, weights, inputs, progress)
    except BaseException:
        shutil.rmtree(inputs, ignore_errors=True)
        raise
    held = access.call(partial(presence_in, import_id=chosen))
    in_file = weights if held is None else weights.in_file(held)
    names = export_model(in_file, out, rows=rows, dialect=dialect)
    return Exported(names, weights.version, rows, debtors, records)


def _write_people(
    access: VaultAccess, import_id: str, weights: Weights, folder: Path, progress: Progress
) -> tuple[int, int, int]:
    """People of both sides and the frequencies as parquet; debtors, records, rows counted."""
    make_private_folder(folder)
    make_private_folder(folder / "records")
    rows = list(debtors_in(access))
    made = Inputs(debtors_table(rows, today=access.call(_today)), weights)
    opener = access.call(partial(opener_of, import_id=import_id))
    records = 0
    with opener() as library:
        for number, frame in enumerate(library.frames(RECORDS_A_FILE)):
            check_cancelled(progress)
            progress.report(records, None, "writing records")
            part = made.record(frame)
            records += part.height
            _write(part, folder / "records" / f"{number:05}.parquet")
    debtors = made.debtors()
    _write(debtors, folder / "debtors.parquet")
    _write(made.frequencies(), folder / "frequencies.parquet")
    return debtors.height, records, made.rows


def _write(frame: pl.DataFrame, path: Path) -> None:
    with export_bytes(path) as stream:
        frame.write_parquet(stream)


def _library_ids(vault: Vault) -> list[str]:
    return vault.library.ids()


def _today(vault: Vault) -> date:
    return vault.clock.now().date()
