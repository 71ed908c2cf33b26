"""Updates with something wrong in them, in every place they have."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from bot.simulator.world import accounts

CANARY = "kenari-rahasia-8841"

Json = dict[str, Any]


def person(number: int = accounts.ANI) -> Json:
    return {"id": number, "is_bot": False, "first_name": CANARY, "username": "kenari"}


def message(**content: Any) -> Json:
    chat = {"id": accounts.ANI, "type": "private", "first_name": CANARY}
    return {"message_id": 9, "from": person(), "chat": chat, "date": 1_700_000_000, **content}


KINDS: list[Json] = [
    {"message": message(text=f"{CANARY} lupa kata sandi")},
    {"edited_message": message(text=CANARY, edit_date=1_700_000_001)},
    {
        "message": message(
            caption=CANARY,
            photo=[{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}],
            media_group_id="1",
        )
    },
    {"message": message(sticker={"file_id": "s", "file_unique_id": "t", "type": "regular"})},
    {
        "callback_query": {
            "id": "77",
            "from": person(),
            "chat_instance": "5",
            "data": "take:1",
            "message": message(text=CANARY),
        }
    },
    {
        "my_chat_member": {
            "chat": {"id": -5, "type": "group", "title": CANARY},
            "from": person(),
            "date": 1,
            "old_chat_member": {"status": "left", "user": person(7)},
            "new_chat_member": {"status": "member", "user": person(7)},
        }
    },
]


def nested(depth: int) -> Any:
    value: Any = CANARY
    for _ in range(depth):
        value = [value]
    return value


STRANGE: list[Callable[[random.Random], Any]] = [
    lambda _: None,
    lambda _: [],
    lambda _: {},
    lambda _: [CANARY],
    lambda _: {"id": {"id": CANARY}},
    lambda _: "",
    lambda _: f"\ud800{CANARY}\udc00",
    lambda _: f"\x00{CANARY}\x00",
    lambda _: CANARY * 2000,
    lambda _: 10**40,
    lambda _: -(10**25),
    lambda _: 2**63,
    lambda _: True,
    lambda _: 1.5,
    lambda _: nested(60),
    lambda dice: dice.randrange(-9, 9),
]
IDS: list[Any] = [-1, -(2**70), 2**70, "12", None, 1.5, True, [], {}, "kenari"]


def variant(dice: random.Random) -> Any:
    """One of the kinds with something wrong in a place of its own."""
    update = copy.deepcopy(dice.choice(KINDS))
    if dice.random() < 0.05:
        return dice.choice(STRANGE)(dice)
    if dice.random() < 0.2:
        update["update_id"] = dice.choice(IDS)
    for _ in range(dice.choice([1, 1, 1, 2, 4])):
        here = places(update)
        if not here:
            break
        holder, key = dice.choice(here)
        if dice.random() < 0.3:
            holder.pop(key, None)
        else:
            holder[key] = dice.choice(STRANGE)(dice)
    return update


def places(value: Any) -> list[tuple[Json, str]]:
    if isinstance(value, list):
        return [place for part in value for place in places(part)]
    if not isinstance(value, dict):
        return []
    return [(value, key) for key in value] + [
        place for part in value.values() for place in places(part)
    ]
