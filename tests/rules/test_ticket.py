"""Every (status, deed, role), allowed or refused; and ticket numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import DeedNotPossible, NotOfficer
from bot.rules.ticket import ANY_YEAR, MOVES, Deed, Number, Role, Status, after

# Deed, who may, and the state after it from each state. A dash is a refusal.
TABLE = """
           who      open      taken     waiting   resolved  closed
file       anyone   -         -         -         -         -
take       desk     taken     -         -         -         -
reply      desk     taken     taken     waiting   resolved  closed
ask_info   desk     waiting   waiting   waiting   -         -
note       desk     open      taken     waiting   resolved  closed
resolve    desk     resolved  resolved  resolved  -         -
confirm    anyone   -         -         -         closed    -
dispute    anyone   -         -         -         taken     taken
reopen     desk     -         -         -         taken     taken
answer     anyone   open      taken     taken     resolved  closed
amend      anyone   open      taken     waiting   resolved  closed
withdraw   anyone   open      taken     taken     -         -
"""


def _pairs() -> list[tuple[Deed, str, Status, Status | None]]:
    heading, *rows = (line.split() for line in TABLE.strip().splitlines())
    return [
        (Deed(row[0]), row[1], Status(before), None if state == "-" else Status(state))
        for row in rows
        for before, state in zip(heading[1:], row[2:], strict=True)
    ]


def test_the_table_lists_every_pair() -> None:
    assert {(deed, before) for deed, _, before, _ in _pairs()} == {
        (deed, status) for deed in Deed for status in Status
    }
    assert {(before, deed) for deed, _, before, state in _pairs() if state} == set(MOVES)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("deed", "who", "before", "state"), _pairs())
def test_after(deed: Deed, who: str, before: Status, state: Status | None, role: Role) -> None:
    if who == "desk" and role is Role.ASKER:
        with pytest.raises(NotOfficer):
            after(before, deed, by=role, number="EK-2026-00001")
    elif state is None:
        with pytest.raises(DeedNotPossible) as refused:
            after(before, deed, by=role, number="EK-2026-00001")
        assert (refused.value.status, refused.value.deed) == (before, deed)
    else:
        assert after(before, deed, by=role, number="EK-2026-00001") is state


@given(year=st.integers(1000, 9999), serial=st.integers(0, 999_999_999))
def test_a_number_is_read_as_it_is_written(year: int, serial: int) -> None:
    number = Number(year, serial)
    assert Number.parse(str(number)) == number
    assert Number.parse(f"  {str(number).lower()}\n") == number


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
    assert Number.parse(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "EK", "EK-2026-", "empat", "4 2 1", "-", "1.5.2", "12345678901", "EK-26-1",
        "٤٢", "²", "42\0", "\u202e42", "42; DROP TABLE ticket", "<b>42</b>",
        "tolong EK2026", "😀", "42%",
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(typed: str) -> None:
    assert Number.parse(typed) is None


@pytest.mark.parametrize("typed", ["ada 3 laporan 5 hari lalu", "tiket 3 hari yang lalu"])
def test_what_is_counted_is_no_number(typed: str) -> None:
    assert Number.parse(typed) is None


@given(st.text(max_size=40) | st.from_regex(r"[\sEKek\-–_./#0-9]{0,40}"))
def test_nothing_typed_breaks_the_parser(typed: str) -> None:
    number = Number.parse(typed)
    assert number is None or (0 <= number.serial < 10**9 and 0 <= number.year <= 9999)


def test_numbers_sort_as_they_were_given_out() -> None:
    assert Number(2025, 99) < Number(2026, 1) < Number(2026, 2)
    assert str(Number(2026, 123_456)) == "EK-2026-123456"
