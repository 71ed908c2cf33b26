"""Buttons and keyboards that Telegram refuses, in its words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.world.accounts import ANI
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls
from tests.simulator.keyboards import press


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([[{"text": "x", "callback_data": "é" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x", "callback_data": "a"}] * 8] * 13, "reply markup is too long"),
        (
            [[{"text": "x", "url": "bukan alamat"}]],
            "inline keyboard button URL 'bukan alamat' is invalid: Wrong HTTP URL",
        ),
        (
            [[{"text": "x", "callback_data": ""}]],
            (
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            ),
        ),
        ("x", 'field "inline_keyboard" must be of type Array'),
        (
            ["x"],
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            [["x"]],
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            [[{"url": "https://x.id"}]],
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            [[{"text": "x"}]],
            (
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            ),
        ),
    ],
)
def test_a_wrong_keyboard(bot: Calls, rows: Any, why: str) -> None:
    markup = {"inline_keyboard": rows}
    said = bot.refused("sendMessage", chat_id=ANI, text="x", reply_markup=markup)
    assert said == f"Bad Request: {why}"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ([], "object expected as reply markup"),
        ({"keyboard": "x"}, 'field "keyboard" must be of type Array'),
        ({"keyboard": ["x"]}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"keyboard": [[5]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        ({"keyboard": [[{}]]}, "can't parse keyboard button: Can't find field \"text\""),
        ({"force_reply": "x"}, 'field "force_reply" must be of type Boolean'),
    ],
)
def test_a_wrong_markup(bot: Calls, markup: Any, why: str) -> None:
    said = bot.refused("sendMessage", chat_id=ANI, text="x", reply_markup=markup)
    assert said == f"Bad Request: {why}"


def test_keys_below_the_field(world: World, bot: Calls) -> None:
    keys = {"keyboard": [["Ya", {"text": "Kontak", "request_contact": True}]]}
    for markup, prompt in ((keys, keys), ({"remove_keyboard": True},) * 2, ({"x": 1}, None)):
        bot("sendMessage", chat_id=ANI, text="x", reply_markup=markup)
        assert world.state.messages(ANI)[-1].prompt == prompt


def test_64_bytes_of_data_pass(bot: Calls) -> None:
    assert bot("sendMessage", chat_id=ANI, text="x", reply_markup=press("é" * 32))
