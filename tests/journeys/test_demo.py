"""What a newcomer sees first: `main.py demo`, in a process of its own."""

import pytest

pytestmark = pytest.mark.slow


def test_demo_shows_real_leads_with_their_reasons(program, tmp_path):
    folder = tmp_path / "demo"
    outcome = program.process("demo", folder, "--no-window")
    assert outcome.status == 0, outcome.err
    assert "200 accounts, one encrypted case file each" in outcome.out
    assert "Why the first one:" in outcome.out
    assert "starting odds" in outcome.out
    assert len(list(folder.glob("cases/*/*.case"))) == 200


def test_demo_leaves_a_folder_that_is_not_its_own_alone(program, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("keep me", encoding="utf-8")
    outcome = program("demo", folder, "--no-window")
    assert outcome.status == 1
    assert "nothing was changed" in outcome.err
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "keep me"
