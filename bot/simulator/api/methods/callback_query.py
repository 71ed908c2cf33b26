"""answerCallbackQuery: the little notice that stops a pressed button's spinner."""

from __future__ import annotations

from datetime import timedelta

from bot import utf16
from bot.simulator.api.params import Params
from bot.simulator.text.refusal import bad_request
from bot.simulator.world.state import State

ANSWERABLE_FOR = timedelta(seconds=15)
MAX_TEXT = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(state: State, params: Params) -> bool:
    pressed = state.callback_queries.get(params.text("callback_query_id"))
    if pressed is None or pressed.answered:
        raise bad_request(_TOO_OLD)
    if state.clock.now() - pressed.pressed_at > ANSWERABLE_FOR:
        raise bad_request(_TOO_OLD)
    text = params.text("text")
    if utf16.length(text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    pressed.answered = True
    pressed.text, pressed.alert = text, params.flag("show_alert")
    state.journal.note("answer", pressed.chat, pressed.number)
    return True
