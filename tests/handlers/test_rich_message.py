"""Formatting that is of another shape than Telegram documents is no reason to lose an update."""

from __future__ import annotations

import random
from typing import Any

import pytest

from handlers.rich_message import MOST_DEEP, as_text_messages
from handlers.serve import received
from handlers.spoken import Spoken

NAMES = (
    *("type", "label", "summary", "text", "expression", "alternative_text", "caption", "credit"),
    *("blocks", "items", "cells", "photo", "video", "audio", "voice_note"),
)
LEAVES: tuple[object, ...] = (None, 5, 1.5, True, "kata", "", [], {}, [1], [None], [[{}]])


def update(rich: object, **more: object) -> dict[str, Any]:
    chat = {"id": 5, "type": "private"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": {"id": 5}, "rich_message": rich}
    return {"update_id": 1, "message": message | more}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("leaf", LEAVES, ids=repr)
def test_any_value_may_stand_anywhere(name: str, leaf: object) -> None:
    for rich in ({name: leaf}, {"blocks": [{name: leaf, "text": "Halo"}]}, leaf):
        assert received(update(rich), Spoken()).update_id == 1


def test_no_shape_is_too_strange() -> None:
    dice = random.Random(3)

    def part(depth: int) -> Any:
        if depth == 0 or dice.random() < 0.3:
            return dice.choice(LEAVES)
        if dice.random() < 0.5:
            return [part(depth - 1) for _ in range(dice.randint(0, 3))]
        return {dice.choice(NAMES): part(depth - 1) for _ in range(dice.randint(0, 4))}

    for _ in range(3_000):
        raw = received(update(part(5), caption=part(2)), Spoken()).raw
        assert raw.startswith('{"update_id": 1')


def test_words_and_pictures_are_found_where_they_stand() -> None:
    items = [{"label": "1.", "blocks": [{"text": ["Lupa ", {"text": "sandi"}]}, {"photo": "x"}]}]
    read = as_text_messages(update({"blocks": [{"items": items}]}))
    assert isinstance(read, dict)
    assert read["message"]["text"] == "1. Lupa sandi"
    assert read["message"]["photo"] == "x"


def test_what_nests_deeper_than_anybody_pastes_is_not_read() -> None:
    blocks: list[object] = [{"text": "terlalu dalam"}]
    for _ in range(MOST_DEEP + 1):
        blocks = [{"blocks": blocks}]
    read = as_text_messages(update({"blocks": [{"text": "Halo"}, *blocks]}))
    assert isinstance(read, dict)
    assert read["message"]["text"] == "Halo"
