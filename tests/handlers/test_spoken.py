"""Who has announced a secret, so that the next words may be one; of many the newest."""

from __future__ import annotations

from typing import Any

from handlers.spoken import MOST_KNOWN, Spoken


def says(person: int, text: str) -> dict[str, Any]:
    who = {"id": person}
    return {"message_id": person, "date": 1_790_000_000, "chat": who, "from": who, "text": text}


def announced_by(spoken: Spoken, person: int) -> bool:
    return any(spoken.before(says(person, "haruan45")))


def test_of_many_who_spoke_longest_ago_is_forgotten_first() -> None:
    spoken = Spoken()
    for person in range(1, MOST_KNOWN + 2):
        spoken.note(says(person, "kata sandi saya:"), told=False)
    assert not announced_by(spoken, 1)
    assert announced_by(spoken, 2)
    assert announced_by(spoken, MOST_KNOWN + 1)
