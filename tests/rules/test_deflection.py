"""Questions that the book settled: no ticket, and not asked again, within seven days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules.apart import AskedQuestion, Filed, counted

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
WEEK, ATOM = timedelta(days=7), timedelta(microseconds=1)
ANI, BUDI, NOBODY = 1, 2, 0
LATER = AT + 10 * WEEK


def asked(at: datetime, by: int = ANI, entry: str | None = "otp", **more: bool) -> AskedQuestion:
    return AskedQuestion(
        by, at, entry, entry or "otp", more.get("ticket", False), more.get("unhelpful", False)
    )


@pytest.mark.parametrize(
    ("questions", "filed", "told"),
    [
        ([asked(AT)], [], (1, 1, 1, 1)),
        ([asked(AT, entry=None)], [], (0, 0, 0, 0)),
        ([asked(AT, ticket=True)], [], (1, 0, 0, 0)),
        ([asked(AT, unhelpful=True)], [], (1, 1, 1, 0)),
        ([asked(AT)], [(ANI, AT)], (1, 0, 0, 0)),
        ([asked(AT)], [(ANI, AT - ATOM)], (1, 1, 1, 1)),
        ([asked(AT)], [(ANI, AT - ATOM), (ANI, AT + WEEK)], (1, 0, 0, 0)),
        ([asked(AT)], [(ANI, AT + WEEK + ATOM)], (1, 1, 1, 1)),
        ([asked(AT)], [(BUDI, AT)], (1, 1, 1, 1)),
        ([asked(AT), asked(AT + WEEK, entry=None)], [], (1, 1, 1, 0)),
        ([asked(AT), asked(AT + WEEK + ATOM, entry=None)], [], (1, 1, 1, 1)),
        ([asked(AT), asked(AT + ATOM, by=BUDI, entry=None)], [], (1, 1, 1, 1)),
        ([asked(LATER - WEEK)], [], (1, 1, 0, 0)),
        ([asked(AT, by=NOBODY)], [(NOBODY, AT)], (1, 1, 0, 0)),
    ],
)
def test_what_somebody_did_next(
    questions: list[AskedQuestion], filed: list[Filed], told: tuple[int, ...]
) -> None:
    found = counted(
        sorted(questions, key=lambda each: each.at, reverse=True),
        filed,
        until=LATER,
        as_of=LATER,
        nobody=NOBODY,
        kept_since=None,
    )
    assert (found.answered, found.without_ticket, found.judged, found.deflected) == told


def test_what_was_asked_after_the_days_counts_against_them_alone() -> None:
    again = [asked(AT + WEEK), asked(AT)]
    found = counted(again, [], until=AT + WEEK, as_of=LATER, nobody=NOBODY, kept_since=AT - WEEK)
    assert (found.answered, found.judged, found.deflected) == (1, 1, 0)
