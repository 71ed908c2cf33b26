"""A ticket's number as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ticket import ANY_YEAR, Number
from faq.text.said.ticket_number import number_in


@given(year=st.integers(1000, 9999), serial=st.integers(0, 999_999_999))
def test_a_number_is_read_as_it_is_written(year: int, serial: int) -> None:
    number = Number(year, serial)
    assert number_in(str(number)) == number
    assert number_in(f"  {str(number).lower()}\n") == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("42", Number(ANY_YEAR, 42)),
        ("#42", Number(ANY_YEAR, 42)),
        ("00042", Number(ANY_YEAR, 42)),
        ("EK 42", Number(ANY_YEAR, 42)),
        ("ek 2025 42", Number(2025, 42)),
        ("2025-42", Number(2025, 42)),
        ("EK–2025–00042", Number(2025, 42)),  # a phone's long dash
        ("EK/2025/42", Number(2025, 42)),
        ("EK_2025_42", Number(2025, 42)),
        ("0", Number(ANY_YEAR, 0)),
        ("EK-2026-00042 tolong dicek", Number(2026, 42)),
        ("bagaimana ek-2026-00042 pak?", Number(2026, 42)),
        ("EK\u20112026\u201100042", Number(2026, 42)),  # pasted, with hyphens that do not break
        ("ＥＫ－２０２６－０００４２", Number(2026, 42)),  # of full width
        ("tiket nomor 42", Number(ANY_YEAR, 42)),
        ("tiket EK-2026-0042", Number(2026, 42)),
        ("nomor tiket saya 42", Number(ANY_YEAR, 42)),
        ("no. 42", Number(ANY_YEAR, 42)),
        ("tiket saya no 42 gimana pak", Number(ANY_YEAR, 42)),
        ("laporan no 42 sudah sampai mana", Number(ANY_YEAR, 42)),
    ],
)
def test_a_number_as_people_type_it(typed: str, number: Number) -> None:
    assert number_in(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "EK", "EK-2026-", "empat", "4 2 1", "-", "1.5.2", "12345678901", "EK-26-1",
        "٤٢", "²", "42\0", "\u202e42", "42; DROP TABLE ticket", "<b>42</b>",
        "tolong EK2026", "😀", "42%",
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_in(typed) is None


@pytest.mark.parametrize("typed", ["ada 3 laporan 5 hari lalu", "tiket 3 hari yang lalu"])
def test_what_is_counted_is_no_number(typed: str) -> None:
    assert number_in(typed) is None


@given(st.text(max_size=40) | st.from_regex(r"[\sEKek\-–_./#0-9]{0,40}"))
def test_nothing_typed_breaks_the_parser(typed: str) -> None:
    number = number_in(typed)
    assert number is None or (0 <= number.serial < 10**9 and 0 <= number.year <= 9999)
