import csv
import io

import pytest

from workbench.reports.cells import safe_text, write_csv


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\0=1"])
def test_text_that_starts_a_formula_is_disarmed(text):
    assert safe_text(text) == "'" + text


@pytest.mark.parametrize("text", ["", "000123", "a=b", "ÅSE"])
def test_other_text_is_left_alone(text):
    assert safe_text(text) == text


def test_rows_are_rfc_4180_and_numbers_stay_numbers():
    stream = io.StringIO(newline="")
    assert write_csv(stream, ["a", "b"], [['x "y", z', -1.5], ["=cmd", None]]) == 2
    back = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    assert back == [["a", "b"], ['x "y", z', "-1.5"], ["'=cmd", ""]]
