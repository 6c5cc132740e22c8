"""Rule packs: checked as they are read, identified by their content, never looser than the law."""

import re
import shutil

import pytest
from gate_world import Case, at, check, contact, whole_pack, world

from workbench.compliance import RulePackError, Verdict, load_pack
from workbench.compliance.packcheck import REQUIRED
from workbench.compliance.packload import BUNDLED
from workbench.compliance.verdict import Layer


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(BUNDLED, tmp_path / "packs")


def edit(folder, name, old, new, count=1):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def refused(folder):
    with pytest.raises(RulePackError) as raised:
        load_pack(folder)
    return raised.value.message


def append(folder, text, name="40-policy.toml"):
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)


def test_copy_has_the_same_fingerprint(folder):
    assert load_pack(folder).sha256 == whole_pack().sha256
    assert re.fullmatch(r"[0-9a-f]{64}", whole_pack().sha256)


def test_comments_do_not_change_the_fingerprint_but_values_do(folder):
    append(folder, "\n# a remark\n")
    assert load_pack(folder).sha256 == whole_pack().sha256
    edit(folder, "40-policy.toml", "days = 90", "days = 60")
    assert load_pack(folder).sha256 != whole_pack().sha256


def test_every_state_has_its_limitation_row():
    assert len(whole_pack().limitations) == 51
    assert all(not row.verified for row in whole_pack().limitations.values())


def test_law_rows_carry_citation_and_mark():
    for rule in whole_pack().rules:
        assert rule.citation or not rule.layer.is_law
        assert rule.confidence in {"P", "S", "U", ""}
        assert not rule.verified


def test_policies_never_stand_among_the_law():
    layers = {r.rule_id: r.layer for r in whole_pack().rules}
    assert all((layer is Layer.AGENCY) == key.startswith("POL-") for key, layer in layers.items())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("max_count = 7", "max_count = 8", "Rule FED-CALL-7IN7 is looser than the law it stands for."),
        ("window_days = 7", "window_days = 6", "Rule FED-CALL-7IN7 is looser than the law it stands for."),
        ('start = "08:00"', 'start = "07:00"', "Rule FED-TIME-8-9 is looser than the law it stands for."),
        ("\ndays = 7", "\ndays = 3", "Rule FED-CALL-COOLDOWN is looser than the law it stands for."),
        (
            'kind = "cease"',
            'kind = "cease"\nverdict = "WARN"',
            "Rule FED-CEASE is looser than the law it stands for.",
        ),
        (
            'kind = "cease"',
            'kind = "cease"\nenabled = false',
            "Rule FED-CEASE is looser than the law it stands for.",
        ),
        ('id = "FED-CEASE"', 'id = "FED-STOP"', "The pack lacks the federal rule FED-CEASE."),
        ('kind = "cease"', 'kind = "ceaze"', "Rule FED-CEASE: ceaze is missing or unknown."),
        (
            'kind = "cease"',
            'kind = "cease"\ndays = 3',
            "Rule FED-CEASE: Object contains unknown field `days`.",
        ),
        ('id = "FED-CEASE"', 'id = "FED-ATTORNEY"', "Rule FED-ATTORNEY stands in the pack more than once."),
        (
            'kind = "cease"',
            'kind = "cease"\nquote = "x"',
            "Rule FED-CEASE: a quotation is kept only once it is verified.",
        ),
        (
            "effective_from = 2021-11-30",
            "effective_from = 2021-11-30\neffective_to = 2021-11-29",
            "Rule FED-CALL-7IN7: effective_to lies before effective_from.",
        ),
        (
            "effective_from = 2021-11-30",
            'effective_from = "soon"',
            "Rule FED-CALL-7IN7: a date is written 2026-11-22, without quotes.",
        ),
        (
            '"America/New_York"',
            '"America/New_Amsterdam"',
            "unknown_zone_set of the rule pack has to be a list of IANA time zones.",
        ),
        (
            'boundary_mode = "strict"',
            'boundary_mode = "lax"',
            'boundary_mode of the rule pack is "strict" or "regf".',
        ),
    ],
)
def test_unsound_federal_rows_are_refused(folder, old, new, expected):
    edit(folder, "10-federal.toml", old, new)
    assert refused(folder) == expected


@pytest.mark.parametrize("key", sorted(REQUIRED))
def test_no_federal_rule_can_be_left_out(folder, key):
    edit(folder, "10-federal.toml", f'id = "{key}"', f'id = "X-{key}"')
    assert refused(folder) == f"The pack lacks the federal rule {key}."


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            'id = "POL-X"\nkind = "work_default"\nverdict = "ALLOW"',
            "Rule POL-X: a policy may only make things stricter.",
        ),
        (
            'id = "POL-X"\nkind = "work_default"\nlayer = "LAW.FED"',
            "Rule POL-X: layer LAW.FED may not stand in [[policy]].",
        ),
        ('kind = "work_default"', "A [[policy]] row has no id."),
        (
            'id = "POL-X"\nkind = "parameter"\nrule = "FED-LOC"\nname = "nothing"\nvalue = 1',
            "Rule POL-X: there is no such number to set.",
        ),
    ],
)
def test_unsound_policies_are_refused(folder, row, expected):
    append(folder, f"\n[[policy]]\n{row}\n")
    assert refused(folder) == expected


def test_policy_number_only_tightens(folder):
    edit(folder, "40-policy.toml", "value = 30", "value = 10")
    assert load_pack(folder).rule("FED-ATTORNEY").params.response_days == 30
    edit(folder, "40-policy.toml", "value = 10", "value = 45")
    assert load_pack(folder).rule("FED-ATTORNEY").params.response_days == 45


def test_policy_cannot_raise_a_limit(folder):
    append(
        folder,
        '\n[[policy]]\nid = "POL-CALLS"\nkind = "parameter"\nrule = "FED-CALL-7IN7"\nname = "max_count"\nvalue = 9\n',
    )
    assert load_pack(folder).rule("FED-CALL-7IN7").params.max_count == 7
    edit(folder, "40-policy.toml", "value = 9\n", "value = 5\n")
    assert load_pack(folder).rule("FED-CALL-7IN7").params.max_count == 5


def test_agency_pack_is_laid_over_the_law(tmp_path):
    own = tmp_path / "agency.toml"
    own.write_text(
        '[pack]\nid = "agency"\nversion = "1"\nreviewed_by = "Counsel"\nreviewed_on = 2026-11-01\n'
        '[[policy]]\nid = "POL-NO-CALLS"\nkind = "forbidden_channel"\nchannels = ["call"]\nmessage = "Letters only."\n',
        encoding="utf-8",
    )
    pack = load_pack(own)
    assert (pack.pack_id, pack.version, pack.reviewed) == ("agency", "1", True)
    assert pack.sha256 != whole_pack().sha256
    case = Case(contact(at("2026-11-23 12:00")), Verdict.BLOCK, world(), rules=("POL-NO-CALLS",), pack=pack)
    assert check(case).law_verdict is Verdict.ALLOW


def test_files_that_are_no_pack(tmp_path):
    assert refused(tmp_path) == "There is no rule pack in this folder."
    bad = tmp_path / "bad.toml"
    bad.write_text("not = toml = at all", encoding="utf-8")
    assert refused(bad).startswith("A rule pack is not sound TOML")
    bad.write_text("[other]\n", encoding="utf-8")
    assert refused(bad).startswith("A rule pack has a table it may not have")
    bad.write_bytes(b"\xff\xfe\x00")
    assert refused(bad).startswith("A rule pack is not sound TOML")
    assert refused(tmp_path / "absent.toml") == "A rule pack file cannot be read."


def test_superseded_and_future_rows_follow_the_planned_date():
    rows = {r.rule_id: r for r in whole_pack().rules}
    assert rows["NYC-FREQ-OLD"].effective_to < rows["NYC-FREQ"].effective_from
    assert (rows["NYC-FREQ"].effective_from - rows["NYC-FREQ-OLD"].effective_to).days == 1
