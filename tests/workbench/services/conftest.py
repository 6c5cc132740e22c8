"""A small real vault, and small files of invented people."""

import pytest
from placed_world import HEAD, RECORD_HEAD

from workbench.base.progress import NoProgress
from workbench.services.import_accounts import import_accounts
from workbench.services.import_records import RecordsRequest, import_records
from workbench.vault.kdf import KdfCost
from workbench.vault.vault import create_vault


@pytest.fixture
def vault(tmp_path):
    made, _ = create_vault(tmp_path / "vault", "seven fictional otters knit", kdf=KdfCost(8 * 1024, 1, 1))
    with made:
        yield made


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """``template(placed, records, name)`` makes a vault once a module: rows of accounts, rows of a record file."""
    folder = tmp_path_factory.mktemp("template")

    def making(placed, records, name):
        (folder / "placement.csv").write_text("\n".join([HEAD, *placed]) + "\n", encoding="utf-8")
        (folder / name).write_text("\n".join([RECORD_HEAD, *records]) + "\n", encoding="utf-8")
        cost = KdfCost(8 * 1024, 1, 1)
        with create_vault(folder / "vault", "seven fictional otters knit", kdf=cost)[0] as made:
            import_accounts(
                made,
                folder / "placement.csv",
                client="",
                mapping_toml=None,
                sheet=None,
                progress=NoProgress(),
            )
            import_records(made, folder / name, RecordsRequest(), NoProgress())
        return folder / "vault"

    return making


@pytest.fixture
def place(vault, tmp_path):
    """Import a placement file of these rows."""

    def placing(*rows, head=HEAD, name="placement.csv", mapping=None, progress=None, client="", match=True):
        file = tmp_path / name
        file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return import_accounts(
            vault,
            file,
            client=client,
            mapping_toml=mapping,
            sheet=None,
            progress=progress or NoProgress(),
            match=match,
        )

    return placing


@pytest.fixture
def take(vault, tmp_path):
    """Import a record file of these rows."""

    def taking(*rows, head=RECORD_HEAD, name="records.csv", **request):
        file = tmp_path / name
        file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return import_records(vault, file, RecordsRequest(**request), NoProgress())

    return taking
