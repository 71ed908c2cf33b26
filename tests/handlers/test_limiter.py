"""A minute's turns: as many at once, then one after the other; undone with what fails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.incoming import Author, Incoming
from handlers.limiter import MOST_KNOWN, Limiter

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def says(person: int = 1, text: str = "halo", **more: Any) -> Incoming:
    who = Author(person, "Ani", None)
    return Incoming(kind="message", chat_id=person, who=who, text=text, **more)


def admitted(
    limiter: Limiter, now: datetime, tries: int = 200, *, at_desk: bool = False, **more: Any
) -> int:
    return sum(limiter.admits(says(**more), now, at_desk=at_desk) for _ in range(tries))


def test_as_many_at_once_as_a_minute_has_and_then_one_a_second() -> None:
    limiter = Limiter(60)
    assert admitted(limiter, NOW) == 60
    assert admitted(limiter, NOW + SECOND) == 1
    assert admitted(limiter, NOW + 11 * SECOND) == 10
    assert admitted(limiter, NOW + timedelta(minutes=5)) == 60


def test_each_person_for_themselves() -> None:
    limiter = Limiter(5)
    assert admitted(limiter, NOW, person=1) == 5
    assert admitted(limiter, NOW, person=2) == 5


def test_what_was_counted_for_nothing_is_undone() -> None:
    limiter = Limiter(5)
    assert admitted(limiter, NOW, tries=3) == 3
    limiter.keep()
    assert admitted(limiter, NOW) == 2
    assert limiter.tells(1, NOW)
    limiter.undo()
    assert admitted(limiter, NOW) == 2
    assert limiter.tells(1, NOW)
    assert not limiter.tells(1, NOW + SECOND)


def test_a_clock_put_back_shuts_nobody_out() -> None:
    limiter = Limiter(60)
    assert admitted(limiter, NOW) == 60
    assert admitted(limiter, NOW - timedelta(hours=1), tries=10) == 10


def test_the_longest_message_is_heard_however_few_turns_there_are() -> None:
    limiter = Limiter(1)
    assert admitted(limiter, NOW, text="x" * 4_096) == 1
    assert admitted(limiter, NOW + timedelta(minutes=1), text="x") == 0
    assert admitted(limiter, NOW + timedelta(minutes=7), text="x") == 1


def test_who_waits_for_each_answer_never_meets_it() -> None:
    limiter = Limiter(5)
    for _ in range(100):
        limiter.answered(1)
        assert admitted(limiter, NOW, tries=1) == 1
    for _ in range(3):
        limiter.answered(1)
    assert admitted(limiter, NOW) == 1 + 5


def test_in_a_group_only_what_is_done_to_the_bot_counts() -> None:
    limiter = Limiter(2)
    in_group: dict[str, Any] = {"chat_type": "supergroup"}
    assert admitted(limiter, NOW, **in_group) == 200
    answer: dict[str, Any] = {**in_group, "reply_to": 7, "text": "/menu lalu profil"}
    assert admitted(limiter, NOW, **answer, at_desk=True) == 200
    assert admitted(limiter, NOW, **in_group, text="/antrian") == 2


def test_an_answer_to_the_bot_in_any_other_group_counts() -> None:
    limiter = Limiter(2)
    assert admitted(limiter, NOW, chat_type="supergroup", reply_to=7) == 2


def test_who_hides_behind_a_chat_counts_as_that_chat() -> None:
    limiter = Limiter(2)
    hidden = Incoming(
        kind="message", chat_id=-5, who=None, text="@bot otp", chat_type="supergroup"
    )
    assert [limiter.admits(hidden, NOW, at_desk=False) for _ in range(4)] == [
        True,
        True,
        False,
        False,
    ]
    assert limiter.admits(hidden, NOW, at_desk=True)


def test_of_many_who_wrote_longest_ago_is_forgotten_first() -> None:
    limiter = Limiter(2)
    assert admitted(limiter, NOW, 3, person=0) == 2
    for person in range(1, MOST_KNOWN + 1):
        limiter.admits(says(person), NOW, at_desk=False)
    limiter.keep()
    assert admitted(limiter, NOW, 3, person=0) == 2  # as somebody new
    assert admitted(limiter, NOW, 3, person=MOST_KNOWN) == 1
