import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.base.money import Money, parse_cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1,234.50", 123450),
        ("$12", 1200),
        (" $ 0.07 ", 7),
        ("(45.00)", -4500),
        ("-45", -4500),
        ("45.00-", -4500),
        ("$-3.10", -310),
        ("45.10 CR", -4510),
        ("USD 10", 1000),
        (".5", 50),
        ("12.", 1200),
        ("0012.30", 1230),
    ],
)
def test_amounts_as_files_write_them(text, cents):
    assert parse_cents(text) == cents


@pytest.mark.parametrize("text", ["", "n/a", "12.345", "1,23.00", "1.2.3", "12e3", "$", "--", "9" * 30, "٣"])
def test_what_is_not_an_amount_is_refused(text):
    with pytest.raises(ValueError, match="amount"):
        parse_cents(text)


@given(st.integers(-(10**13), 10**13))
def test_written_money_reads_back(cents):
    assert parse_cents(str(Money(cents))) == cents


def test_currencies_do_not_mix():
    with pytest.raises(ValueError, match="USD with EUR"):
        Money(1) + Money(1, "EUR")


def test_arithmetic_is_exact():
    assert Money(10) + Money(20) - Money(5) == Money(25)
    assert -Money(7) == Money(-7)
    assert str(Money(-123456)) == "-1,234.56 USD"


def test_a_float_is_not_money():
    with pytest.raises(TypeError):
        Money(1.5)  # type: ignore[arg-type]
