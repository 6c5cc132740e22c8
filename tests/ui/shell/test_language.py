"""The Spanish of the window: whole, true to its placeholders, and in force."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from ui.messages.language import ENGLISH, FOLDER, available, chosen, install_language
from ui.messages.translating import translate
from ui.screens.home.screen import HomeScreen
from ui.screens.review.screen import ReviewScreen
from ui.screens.worklist.screen import WorklistScreen
from ui.shell.places import Place

ROOT = Path(__file__).resolve().parents[3]
LUPDATE = str(Path(PySide6.__path__[0]) / "lupdate")


def messages(file=FOLDER / "es.ts"):
    """(context, source, translation), translation None where there is none."""
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            text = None if translated.get("type") == "unfinished" else translated.text
            yield context.findtext("name"), message.findtext("source"), text


@pytest.fixture
def spanish(qapp):
    assert install_language(qapp, "es") == "es"
    yield
    install_language(qapp, ENGLISH)


def untranslated(file):
    """The texts of ``file`` that have no finished translation, each as ``context: source``."""
    return [f"{context}: {source}" for context, source, text in messages(file) if not text]


def collected(tmp_path, sources):
    """The program's translations after its texts were collected anew from ``sources``."""
    file = tmp_path / "es.ts"
    shutil.copy(FOLDER / "es.ts", file)
    subprocess.run(
        [LUPDATE, "-silent", "-locations", "none", "-no-obsolete", *map(str, sources), "-ts", str(file)],
        check=True,
        capture_output=True,
    )
    return file


def test_every_text_of_the_window_is_translated(tmp_path):
    file = collected(tmp_path, sorted((ROOT / "ui").rglob("*.py"), key=str))
    assert len(list(messages(file))) > 1000
    missing = untranslated(file)
    assert not missing, "without a translation in es.ts (make translations):\n" + "\n".join(missing)
    assert set(messages(file)) == set(messages()), "es.ts holds texts that are gone: make translations"


def test_a_text_without_a_translation_is_found(tmp_path):
    source = tmp_path / "new.py"
    source.write_text('class Newest:\n    def words(self):\n        return self.tr("Never said before")\n')
    assert untranslated(collected(tmp_path, [source])) == ["Newest: Never said before"]


def test_placeholders_and_access_keys_survive_translation():
    for _, source, text in messages():
        if text is not None:
            assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", text)), source
            assert source.count("&") == text.count("&"), source


@pytest.mark.usefixtures("spanish")
def test_the_compiled_translation_is_that_of_the_source():
    for context, source, text in messages():
        if text is not None:
            assert translate(context, source) == text


def test_languages_are_chosen_by_code_and_english_stands_in(qapp):
    assert available() == (ENGLISH, "es")
    assert chosen("es") == "es"
    assert chosen("xx") == ENGLISH
    assert install_language(qapp, "xx") == ENGLISH
    assert QCoreApplication.translate("Places", "Home") == "Home"


@pytest.mark.usefixtures("spanish")
def test_a_window_in_spanish(make_workspace, demo_folder, wait_idle, grab):
    makers = {Place.HOME: HomeScreen, Place.WORKLIST: WorklistScreen, Place.REVIEW: ReviewScreen}
    workspace = make_workspace(demo_folder, makers=makers)
    for place, words in (
        (Place.HOME, "En riesgo"),
        (Place.WORKLIST, "Lista de trabajo"),
        (Place.REVIEW, "Revisar pistas"),
    ):
        workspace.navigator.go(place)
        wait_idle(workspace)
        grab(workspace.window, f"spanish-{place.value}")
        shown = {label.text() for label in workspace.navigator.screen.findChildren(QLabel)}
        assert any(words in text for text in shown), place
