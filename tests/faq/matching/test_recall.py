"""What is asked again is not looked up again."""

from __future__ import annotations

from faq.matching.recall import LONGEST, recalling


def test_what_is_short_is_looked_up_once_and_what_is_long_each_time() -> None:
    looked_up = []

    def look_up(message: str, entry: str) -> str:
        looked_up.append((message, entry))
        return f"{len(message)} {entry}"

    answer = recalling(look_up)
    short, long = "x" * LONGEST, "x" * (LONGEST + 1)
    for _ in range(2):
        assert [answer(short, "a"), answer(short, "b"), answer(long, "a")] == [
            f"{LONGEST} a",
            f"{LONGEST} b",
            f"{LONGEST + 1} a",
        ]
    assert looked_up == [(short, "a"), (short, "b"), (long, "a"), (long, "a")]
