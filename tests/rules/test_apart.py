"""What people did after a question of the book was answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.apart import Step, asked

AT = datetime(2026, 11, 2, tzinfo=UTC)
DAY = timedelta(days=1)
SOON, LATE = AT + 7 * DAY, AT + 7 * DAY + timedelta(microseconds=1)
ERASED = -1


def question(at: datetime, entry: str | None = "otp", **more: object) -> Step:
    told: dict[str, object] = {"asker": 1, "topic": entry, "with_ticket": False, "helpful": None}
    told |= more
    return (told["asker"], at, False, entry, told["topic"], told["with_ticket"], told["helpful"])  # type: ignore[return-value]


def ticket(at: datetime, asker: int = 1) -> Step:
    return asker, at, True, None, None, False, None


@pytest.mark.parametrize(
    ("later", "of_the_first"),
    [
        ([], (1, 1, 1, 1)),
        ([ticket(SOON)], (1, 0, 0, 0)),
        ([ticket(AT)], (1, 0, 0, 0)),
        ([ticket(LATE)], (1, 1, 1, 1)),
        ([question(SOON, None, topic="otp")], (1, 1, 1, 0)),
        ([question(LATE, None, topic="otp")], (1, 1, 1, 1)),
        ([question(AT + DAY, None, topic="skp")], (1, 1, 1, 1)),
        ([question(AT, None, topic="otp")], (1, 1, 1, 1)),
        ([question(SOON, None, topic="otp"), question(AT, None, topic="otp")], (1, 1, 1, 0)),
    ],
)
def test_a_week_tells_whether_the_book_settled_it(
    later: list[Step], of_the_first: tuple[int, int, int, int]
) -> None:
    steps = [*later, question(AT)]
    told = asked(steps, until=AT + DAY, as_of=AT + 30 * DAY, erased=ERASED)
    assert told == of_the_first


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (question(AT, helpful=False), (1, 1, 1, 0)),
        (question(AT, with_ticket=True), (1, 0, 0, 0)),
        (question(AT, asker=ERASED), (1, 1, 0, 0)),
        (question(AT, None, topic="otp"), (0, 0, 0, 0)),
        (question(AT + DAY), (0, 0, 0, 0)),
    ],
)
def test_which_questions_are_judged(step: Step, told: tuple[int, int, int, int]) -> None:
    assert asked([step], until=AT + DAY, as_of=AT + 30 * DAY, erased=ERASED) == told


def test_a_week_that_is_not_over_judges_nothing() -> None:
    for as_of, judged in ((SOON, 0), (LATE, 1)):
        told = asked([question(AT)], until=AT + DAY, as_of=as_of, erased=ERASED)
        assert told == (1, 1, judged, judged)
