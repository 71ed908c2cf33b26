"""Every (status, deed, role), allowed or refused; and ticket numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import DeedNotPossible
from bot.rules.rights import may
from bot.rules.ticket import (
    ENDED_STATES,
    MOVES,
    OPEN_STATES,
    PAUSED_STATES,
    SETTLED_STATES,
    SIDE_ENDS,
    UNTAKEN_STATES,
    Deed,
    Number,
    Role,
    Status,
    after,
)

# Deed, who may, and the state after it from each state, by two letters each. A dash is a refusal.
# "both": officers, and what happens by itself.
TABLE = """
                     who    op ve ta wa de re cl la si ou wi me
file                 anyone -  -  -  -  -  -  -  -  -  -  -  -
verify               desk   ve -  -  -  -  -  -  -  -  -  -  -
take                 desk   ta ta -  wa de -  -  -  -  -  -  -
release              both   -  -  ve wa de -  -  -  -  -  -  -
hand_over            desk   ta ta ta wa de -  -  -  -  -  -  -
reply                desk   ta ta ta wa de re cl la si ou wi me
ask_info             desk   wa wa wa wa wa -  -  -  -  -  -  -
note                 desk   op ve ta wa de re cl la si ou wi me
correct              desk   ve ve ta wa de re cl la si ou wi me
defer                desk   de de de de de -  -  -  -  -  -  -
resume               both   -  -  -  -  ta -  -  -  -  -  -  -
resolve              desk   re re re re re -  -  -  -  -  -  -
resolve_by_merge     both   -  -  -  -  -  -  -  -  -  -  -  re
resolve_by_incident  both   re re re re re -  -  -  -  -  -  -
out_of_scope         both   ou ou ou ou ou -  -  -  -  -  -  ou
merge                both   me me me me me me -  -  -  me -  me
unmerge              both   -  -  -  -  -  -  -  -  -  -  -  ta
absorb               desk   ve ve ta wa de -  -  -  -  -  -  -
split                desk   ve ve ta wa de -  -  -  -  -  -  -
join_incident        desk   op ve ta wa de -  -  -  -  -  -  -
leave_incident       desk   op ve ta wa de -  -  -  -  -  -  -
reopen               desk   -  -  -  -  -  ta ta ta ta ta ta -
follow               desk   op ve ta wa de re cl la si ou wi me
unfollow             desk   op ve ta wa de re cl la si ou wi me
confirm              anyone -  -  -  -  -  cl -  cl -  -  -  -
dispute              anyone -  -  -  -  -  ta ta ta ta ta ta ta
answer               anyone op ve ta ta de re cl la ta ou wi me
amend                anyone op ve ta wa de re cl la si ou wi me
withdraw             anyone wi wi wi wi wi -  -  -  -  -  -  wi
rate                 anyone -  -  -  -  -  re cl la si ou -  -
link                 anyone op ve ta wa de re cl la si ou wi me
unlink               anyone op ve ta wa de re cl la si ou wi me
lapse                clock  -  -  -  si -  la -  -  -  -  -  -
"""
BY_LETTERS = {status.value[:2]: status for status in Status}
ANY_NUMBER = "EK-2026-00001"


def _pairs() -> list[tuple[Deed, str, Status, Status | None]]:
    heading, *rows = (line.split() for line in TABLE.strip().splitlines())
    return [
        (Deed(row[0]), row[1], BY_LETTERS[before], BY_LETTERS.get(state))
        for row in rows
        for before, state in zip(heading[1:], row[2:], strict=True)
    ]


def test_the_table_lists_every_pair() -> None:
    assert {(deed, before) for deed, _, before, _ in _pairs()} == {
        (deed, status) for deed in Deed for status in Status
    }
    assert {(before, deed) for deed, _, before, state in _pairs() if state} == set(MOVES)


@pytest.mark.parametrize(("deed", "who", "before", "state"), _pairs())
def test_after(deed: Deed, who: str, before: Status, state: Status | None) -> None:
    assert may(None, deed) is (who in {"clock", "both"})
    assert may(Role.ASKER, deed) is (who == "anyone")  # of the others: test_rights.py
    assert may(Role.OFFICER, deed) is (who != "clock")
    if state is None:
        with pytest.raises(DeedNotPossible) as refused:
            after(before, deed, number=ANY_NUMBER)
        assert (refused.value.status, refused.value.deed) == (before, deed)
    else:
        assert after(before, deed, number=ANY_NUMBER) is state


@pytest.mark.parametrize(("deed", "before"), [(deed, before) for before, deed in MOVES])
def test_nobody_s_work_is_in_the_queue(deed: Deed, before: Status) -> None:
    led_to = after(before, deed, number=ANY_NUMBER, held=False)
    assert led_to is not Status.TAKEN
    assert led_to is MOVES[before, deed] or led_to is Status.VERIFIED


def test_each_state_is_of_one_sort_and_none_is_a_dead_end() -> None:
    sorts = (UNTAKEN_STATES, (Status.TAKEN,), PAUSED_STATES, SETTLED_STATES, SIDE_ENDS)
    assert sorted(status for sort in sorts for status in sort) == sorted(Status)
    for status in ENDED_STATES:
        assert after(status, Deed.DISPUTE, number=ANY_NUMBER) in OPEN_STATES


def test_numbers_sort_as_they_were_given_out() -> None:
    assert Number(2025, 99) < Number(2026, 1) < Number(2026, 2)
    assert str(Number(2026, 123_456)) == "EK-2026-123456"


@given(year=st.integers(1000, 9999), serial=st.integers(0, 999_999_999))
def test_a_number_is_known_again_by_what_it_wrote(year: int, serial: int) -> None:
    number = Number(year, serial)
    assert Number.read(str(number)) == number
    assert Number.read(f"{number} ") is None
