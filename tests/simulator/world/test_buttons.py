"""People press buttons, true ones and forged ones."""

from __future__ import annotations

import pytest

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.accounts import BUDI, EKO, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls


def test_presses_true_and_forged(world: World, bot: Calls) -> None:
    markup = {"inline_keyboard": [[{"text": "Ambil", "callback_data": "take:1"}]]}
    card = bot("sendMessage", chat_id=HELPDESK, text="kartu", reply_markup=markup)["message_id"]
    world.buttons.press(BUDI, HELPDESK, card, "Ambil")
    world.buttons.forge_press(EKO, HELPDESK, card, "take:999")
    world.buttons.forge_press(EKO, HELPDESK, 12345, "take:1")
    true, forged, nowhere = (update["callback_query"] for update in bot.heard())
    assert (true["data"], true["from"]["id"]) == ("take:1", BUDI)
    assert forged["data"] == "take:999"
    assert nowhere["message"]["date"] == 0
    with pytest.raises(ImpossibleError, match="Selesai"):
        world.buttons.press(BUDI, HELPDESK, card, "Selesai")


def test_a_screen_drawn_before_still_has_the_old_buttons(world: World, bot: Calls) -> None:
    def keys(word: str) -> dict[str, object]:
        return {"inline_keyboard": [[{"text": word, "callback_data": f"{word}:1"}]]}

    sent = bot("sendMessage", chat_id=HELPDESK, text="1", reply_markup=keys("Ambil"))
    card = {"chat_id": HELPDESK, "message_id": sent["message_id"]}
    bot("editMessageText", **card, text="2", reply_markup=keys("Selesai"))
    bot("editMessageText", **card, text="3")
    for data in ("Ambil:1", "Selesai:1"):
        world.buttons.press(BUDI, HELPDESK, sent["message_id"], data)
    pressed = [update["callback_query"] for update in bot.heard()]
    assert [(query["data"], query["message"]["text"]) for query in pressed] == [
        *(("Ambil:1", "3"), ("Selesai:1", "3"))
    ]
    for button in ("Ambil", "Ambil:2"):
        with pytest.raises(ImpossibleError):
            world.buttons.press(BUDI, HELPDESK, sent["message_id"], button)
