"""What is left out of a call that a server or a chat does not take as it is."""

from __future__ import annotations

import pytest

from bot.wire.leaner import Params, leaner

KEYS: list[list[dict[str, object]]] = [
    [{"text": "Selesai", "callback_data": "done:1", "style": "success"}],
    [{"text": "Salin", "copy_text": {"text": "EK-2026-00001"}}],
]
CALL: Params = {
    "chat_id": 1,
    "text": 'Masuk: <tg-time unix="1">kini</tg-time> <b>ya</b>',
    "message_thread_id": 5,
    "reply_parameters": {"message_id": 4},
    "reply_markup": {"inline_keyboard": KEYS},
}


def test_outside_of_a_topic_that_is_gone() -> None:
    left = leaner("Message thread not found", CALL)
    assert left is not None
    assert CALL.keys() - left.keys() == {"message_thread_id", "reply_parameters"}


def test_without_colours_and_without_keys_that_copy() -> None:
    left = leaner("Can't parse inline keyboard button: Text buttons are unallowed", CALL)
    assert left is not None
    plain = {"text": "Selesai", "callback_data": "done:1"}
    assert left["reply_markup"] == {"inline_keyboard": [[plain]]}


def test_without_the_moments_but_with_all_else() -> None:
    left = leaner('Can\'t parse entities: unsupported start tag "tg-time"', CALL)
    assert left is not None
    assert left["text"] == "Masuk: kini <b>ya</b>"


@pytest.mark.parametrize(
    "words", ["Message thread not found", "BUTTON_STYLE_INVALID", "Can't parse entities", "Other"]
)
def test_where_nothing_can_be_left_out_it_is_refused(words: str) -> None:
    assert leaner(words, {"chat_id": 1, "text": "halo"}) is None
