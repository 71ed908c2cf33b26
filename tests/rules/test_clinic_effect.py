"""Before and after a session: when the numbers say something."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.rules.clinic_effect import Change, Spell, change


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        # questions, complaints, people
        ((12, 4, 10), (3, 1, 10), Change.FEWER),
        ((3, 1, 10), (12, 4, 10), Change.MORE),
        ((10, 2, 10), (6, 2, 10), Change.SAME),
        ((10, 0, 10), (10, 0, 10), Change.SAME),
        ((20, 0, 10), (22, 0, 40), Change.FEWER),  # more of them, from four times as many
        ((20, 0, 10), (80, 0, 40), Change.SAME),
        ((14, 5, 10), (0, 0, 10), Change.SMALL),  # 19: one is missing
        ((14, 6, 10), (0, 0, 10), Change.FEWER),
        ((40, 0, 4), (0, 0, 10), Change.SMALL),  # four people
        ((0, 0, 0), (0, 0, 0), Change.SMALL),
    ],
)
def test_a_change_is_named_beyond_chance_alone(
    before: tuple[int, int, int], after: tuple[int, int, int], said: Change
) -> None:
    assert change(Spell(*before), Spell(*after), least=20, least_people=5) is said


def test_an_even_share_is_of_both() -> None:
    assert Spell(3, 2, 4).per_person == Fraction(5, 4)
    assert Spell(0, 0, 0).per_person is None
