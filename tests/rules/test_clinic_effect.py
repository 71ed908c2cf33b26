"""Before and after a session: when the numbers say something."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.rules.clinic_effect import Activity, Trend, change


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        # questions, complaints, people
        ((12, 4, 10), (3, 1, 10), Trend.FEWER),
        ((3, 1, 10), (12, 4, 10), Trend.MORE),
        ((10, 2, 10), (6, 2, 10), Trend.SAME),
        ((10, 0, 10), (10, 0, 10), Trend.SAME),
        ((20, 0, 10), (22, 0, 40), Trend.FEWER),  # more of them, from four times as many
        ((20, 0, 10), (80, 0, 40), Trend.SAME),
        ((14, 5, 10), (0, 0, 10), Trend.SMALL),  # 19: one is missing
        ((14, 6, 10), (0, 0, 10), Trend.FEWER),
        ((40, 0, 4), (0, 0, 10), Trend.SMALL),  # four people
        ((0, 0, 0), (0, 0, 0), Trend.SMALL),
    ],
)
def test_a_change_is_named_beyond_chance_alone(
    before: tuple[int, int, int], after: tuple[int, int, int], said: Trend
) -> None:
    assert change(Activity(*before), Activity(*after), least=20, least_people=5) is said


def test_an_even_share_is_of_both() -> None:
    assert Activity(3, 2, 4).per_person == Fraction(5, 4)
    assert Activity(0, 0, 0).per_person is None
