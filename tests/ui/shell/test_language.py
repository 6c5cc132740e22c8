"""The Spanish of the window: whole where it is promised, true to its placeholders, and in force."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from ui.messages.language import ENGLISH, FOLDER, available, chosen, install_language
from ui.messages.translating import translate
from ui.screens.home.screen import HomeScreen
from ui.screens.review.screen import ReviewScreen
from ui.screens.worklist.screen import WorklistScreen
from ui.shell.places import Place

FRAME = (
    "Actions",
    "Menus",
    "Places",
    "Rail",
    "StatusBar",
    "JobLine",
    "MainWindow",
    "StateStack",
    "CommandPalette",
)
UNLOCK = ("UnlockPage", "CreatePage", "RecoveryPage", "RestorePage", "PassphraseField", "UnlockScreen")
WORKLIST = ("Worklist", "WorklistScreen", "FilterLine", "PeekColumn", "EditBar", "Bulk", "Formats", "Words")
REVIEW = ("Review", "ReviewScreen", "ComparisonGrid", "GainsPanel", "WhyPanel", "BulkSheet", "HistoryPanel")
WHOLE = {"Home", "HomeScreen", *FRAME, *UNLOCK, *WORKLIST, *REVIEW}


def messages():
    """(context, source, translation), translation None where there is none."""
    for context in ET.parse(FOLDER / "es.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            text = None if translated.get("type") == "unfinished" else translated.text
            yield context.findtext("name"), message.findtext("source"), text


@pytest.fixture
def spanish(qapp):
    assert install_language(qapp, "es") == "es"
    yield
    install_language(qapp, ENGLISH)


def test_the_promised_parts_are_translated_whole():
    found = list(messages())
    assert {context for context, _, _ in found} >= WHOLE
    assert [(context, source) for context, source, text in found if context in WHOLE and not text] == []


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
