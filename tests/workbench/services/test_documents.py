"""Documents: taken in once under safe names, exported with a trace, opened only where that runs nothing."""

import os
import stat
from datetime import UTC, datetime

import pytest
from money_world import a_case, an_id, make_vault

from workbench.base.errors import CancelledError, UserError
from workbench.base.progress import NoProgress
from workbench.model.document import Document
from workbench.services import documents as service
from workbench.services.access import DirectAccess
from workbench.services.documents import (
    UnknownDocumentNameError,
    attach,
    attach_file,
    documents,
    export_document,
    read_document,
    remove_document,
    safe_name,
)
from workbench.services.opened_copies import NotViewableError, OpenedCopies, is_viewable, remove_leftovers
from workbench.services.undoing import undo

ACCOUNT = an_id(1)


@pytest.fixture
def vault(tmp_path):
    with make_vault(tmp_path / "v") as made:
        made.create_cases([a_case(1)])
        yield made


def put(vault, path):
    return attach_file(DirectAccess(vault), ACCOUNT, path, NoProgress())


def test_a_file_is_taken_in_and_read_back(vault, tmp_path):
    file = tmp_path / "Letter of 3 May.pdf"
    file.write_bytes(b"%PDF-1.7 letter")
    done = put(vault, file)
    assert (done.document.name, done.document.media_type, done.known) == (
        "Letter of 3 May.pdf",
        "application/pdf",
        False,
    )
    assert done.written.words == "Letter of 3 May.pdf attached"
    assert read_document(vault, ACCOUNT, done.document.document_id)[1] == b"%PDF-1.7 letter"
    assert [d.name for d in documents(vault, ACCOUNT)] == ["Letter of 3 May.pdf"]


def test_the_same_bytes_are_recognised_until_they_are_removed(vault, tmp_path):
    first = attach(vault, ACCOUNT, name="a.txt", data=b"one")
    again = attach(vault, ACCOUNT, name="b.txt", data=b"one")
    assert (again.known, again.document, again.written.commits) == (True, first.document, ())
    assert again.written.words == "a.txt is in the case already"
    remove_document(vault, ACCOUNT, first.document.document_id, "wrong case")
    assert documents(vault, ACCOUNT) == ()
    assert not attach(vault, ACCOUNT, name="b.txt", data=b"one").known


def test_removing_keeps_the_bytes_and_can_be_undone(vault):
    document = attach(vault, ACCOUNT, name="a.txt", data=b"one").document
    with pytest.raises(UserError, match="reason"):
        remove_document(vault, ACCOUNT, document.document_id, "")
    done = remove_document(vault, ACCOUNT, document.document_id, "wrong case")
    assert vault.read_document(ACCOUNT, document.document_id) == b"one"
    with pytest.raises(UnknownDocumentNameError):
        read_document(vault, ACCOUNT, document.document_id)
    undo(vault, done.commits)
    assert documents(vault, ACCOUNT) == (document,)


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("letter.pdf", "letter.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\bill.pdf", "bill.pdf"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("two\nlines\x00.txt", "twolines.txt"),
        ("con.txt", "document con.txt"),
        ("nul", "document nul"),
        ("", "document"),
        ("...", "document"),
        ('a<b>:"c".txt', "abc.txt"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_are_made_safe(given, safe):
    assert safe_name(given) == safe


def test_what_cannot_be_taken_in_is_said(vault, tmp_path, monkeypatch):
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(UserError, match="empty"):
        put(vault, empty)
    with pytest.raises(UserError, match="no such file"):
        put(vault, tmp_path / "missing.txt")
    with pytest.raises(UserError, match="ordinary"):
        put(vault, tmp_path)
    monkeypatch.setattr(service, "MAX_DOCUMENT", 3)
    (tmp_path / "big.txt").write_bytes(b"four")
    with pytest.raises(UserError, match="at most"):
        put(vault, tmp_path / "big.txt")
    assert len(vault.case_history(ACCOUNT)) == 1


def test_reading_a_large_file_can_be_cancelled(vault, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"text")

    class Stop(NoProgress):
        def cancelled(self):
            return True

    with pytest.raises(CancelledError):
        attach_file(DirectAccess(vault), ACCOUNT, tmp_path / "a.txt", Stop())
    assert documents(vault, ACCOUNT) == ()


def test_an_export_is_recorded_before_the_file_is_written(vault, tmp_path):
    document = attach(vault, ACCOUNT, name="a.txt", data=b"one").document
    target = tmp_path / "out" / "a.txt"
    with pytest.raises(UserError, match="folder"):
        export_document(DirectAccess(vault), ACCOUNT, document.document_id, target)
    target.parent.mkdir()
    done = export_document(DirectAccess(vault), ACCOUNT, document.document_id, target)
    assert target.read_bytes() == b"one"
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert done.commits == ()
    assert vault.case_history(ACCOUNT)[-1].action == "export_document"
    assert str(tmp_path) not in vault.read_case(ACCOUNT).activities[-1].text


# Plain copies for a viewer


def a_document(name):
    return Document("d", name, "", 1, "", datetime(2026, 1, 1, tzinfo=UTC))


def test_a_copy_is_private_nameless_and_gone_when_cleared(tmp_path):
    copies = OpenedCopies(tmp_path)
    path = copies.put(a_document("Ada Quillfeather.pdf"), b"%PDF-1")
    assert path.read_bytes() == b"%PDF-1"
    assert "Ada" not in str(path.relative_to(tmp_path))
    assert path.suffix == ".pdf"
    if os.name == "posix":
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o400
    copies.clear()
    assert list(tmp_path.iterdir()) == []
    assert copies.put(a_document("b.txt"), b"x").exists()
    copies.clear()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ"),
        ("a.html", b"<p>"),
        ("a.sh", b"echo"),
        ("a", b"text"),
        ("a.docm", b"PK"),
        ("a.pdf", b"MZ\x90"),
        ("a.txt", b"#!/bin/sh"),
        ("a.png", b"%PDF-"),
    ],
)
def test_what_could_run_is_never_opened(tmp_path, name, data):
    with pytest.raises(NotViewableError):
        OpenedCopies(tmp_path).put(a_document(name), data)
    assert list(tmp_path.iterdir()) == []


def test_viewable_types_are_few():
    assert is_viewable("A.PDF")
    assert not is_viewable("a.exe")
    assert not is_viewable("a.svg")


def test_leftovers_of_a_killed_program_go_at_the_next_start(tmp_path):
    dead = tmp_path / "workbench-open-999999999-abc"
    dead.mkdir()
    (dead / "document-1.pdf").write_bytes(b"x")
    (dead / "document-1.pdf").chmod(0o400)
    alive = tmp_path / f"workbench-open-{os.getppid()}-abc"
    alive.mkdir()
    other = tmp_path / "something else"
    other.mkdir()
    assert remove_leftovers(tmp_path) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([alive.name, other.name])
