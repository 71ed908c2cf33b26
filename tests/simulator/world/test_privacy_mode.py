from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.text.entities import typed
from bot.simulator.world import accounts
from bot.simulator.world.model import Chat
from bot.simulator.world.privacy_mode import reaches_bot

BOT = accounts.bot()


def said(text: str, **more: Any) -> dict[str, Any]:
    text, entities = typed(text)
    return {"text": text, "entities": entities} | more


@pytest.mark.parametrize(
    ("body", "reaches"),
    [
        (said("makan siang?"), False),
        (said("/antrian"), True),
        (said(f"/antrian@{BOT.username}"), True),
        (said("/antrian@lain_bot"), False),
        (said(f"halo @{BOT.username.upper()}"), True),
        (said("ya", reply_to_message={"from": {"id": BOT.number}}), True),
        (said("ya", reply_to_message={"from": {"id": accounts.DEWI}}), False),
        ({"new_chat_members": []}, True),
    ],
)
def test_in_a_group_only_what_is_for_the_bot(body: dict[str, Any], reaches: bool) -> None:
    group = accounts.groups()[0]
    assert reaches_bot(body, group, BOT, privacy=True) is reaches
    assert reaches_bot(body, group, BOT, privacy=False)
    group.bot_status = "administrator"
    assert reaches_bot(body, group, BOT, privacy=True)
    group.bot_status = "left"
    assert not reaches_bot(body, group, BOT, privacy=False)


def test_in_private_everything() -> None:
    assert reaches_bot(said("halo"), Chat(accounts.ANI, "private"), BOT, privacy=True)
