"""Which questions an officer sees again."""

from __future__ import annotations

import pytest

from bot.rules.review import Signs, worth_a_look

ANI, BURHAN = 1, 2


@pytest.mark.parametrize(
    ("signs", "strong", "faint"),
    [
        (Signs(ANI, 5), False, False),
        (Signs(ANI, 5, left_open=True), True, True),
        (Signs(ANI, 5, asked_again=True), True, True),
        (Signs(ANI, 5, complained=True), True, True),
        (Signs(ANI, 5, offered_in_vain=True), False, True),
        (Signs(ANI, 5, new=0.6, explained=0.3), True, True),
        (Signs(ANI, 5, new=0.6, explained=0.6), False, False),
        (Signs(ANI, 5, new=0.6, explained=0.35, taught=True), False, False),
        (Signs(ANI, 5, new=0.6, explained=0.25, taught=True), True, True),
        (Signs(ANI, 5, explained=0.4, elsewhere=0.3), False, True),
        (Signs(ANI, 5, explained=0.6, elsewhere=0.3), False, False),
        (Signs(ANI, 5, explained=0.1, elsewhere=0.1), False, False),
    ],
)
def test_what_speaks_against_an_answer(signs: Signs, *, strong: bool, faint: bool) -> None:
    assert (signs.strong, signs.faint) == (strong, faint)


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        ([Signs(ANI, 3, left_open=True)], True),
        ([Signs(ANI, 0, left_open=True)], False),  # "dasar bot bodoh", "lkjhgf"
        ([Signs(ANI, 1, left_open=True)], False),
        ([Signs(ANI, 1, left_open=True)] * 2, False),
        ([Signs(ANI, 1, left_open=True), Signs(BURHAN, 1, left_open=True)], True),
        ([Signs(ANI, 1, left_open=True, denied=True)], True),
        ([Signs(ANI, 3, offered_in_vain=True)], False),
        ([Signs(ANI, 3, offered_in_vain=True)] * 2, False),
        ([Signs(ANI, 3, offered_in_vain=True), Signs(BURHAN, 3, elsewhere=1.0)], True),
    ],
)
def test_insults_noise_and_single_words_said_once_stay_out(
    group: list[Signs], *, shown: bool
) -> None:
    assert worth_a_look(group) is shown


def test_noise_keeps_no_company() -> None:
    assert not Signs(ANI, 0, left_open=True).in_company
    assert Signs(ANI, 0, left_open=True, denied=True).in_company
    assert Signs(ANI, 1, offered_in_vain=True).in_company
    assert not Signs(ANI, 5).in_company
