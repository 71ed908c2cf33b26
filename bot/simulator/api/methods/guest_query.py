"""answerGuestQuery: the one answer to who called the bot where it is no member."""

from __future__ import annotations

from bot.simulator.api.methods.arguments import MAX_TEXT, newer, text_of
from bot.simulator.api.params import Params
from bot.simulator.api.reply_markup import markup_of
from bot.simulator.text.refusal import bad_request
from bot.simulator.world.model import Json
from bot.simulator.world.state import State


def answer_guest_query(state: State, params: Params) -> Json:
    newer(state)
    number = params.text("guest_query_id")
    if number not in state.guest_queries or state.guest_queries[number] is not None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    result = params.parsed("result", "inline query result")
    if not isinstance(result, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    for name in ("type", "id", "title"):
        if not isinstance(result.get(name), str) or not result[name]:
            raise bad_request(f"can't parse inline query result: Can't find field \"{name}\"")
    said = result.get("input_message_content")
    if result["type"] != "article" or not isinstance(said, dict):
        raise bad_request("can't parse inline query result: INPUT_MESSAGE_CONTENT_INVALID")
    content = text_of(state, Params(said | {"text": said.get("message_text")}))
    assert len(content["text"]) <= MAX_TEXT
    inline, _ = markup_of(Params(result), old=state.old_server)
    state.guest_queries[number] = content | ({"reply_markup": inline} if inline else {})
    return {"inline_message_id": f"guest-{number}"}
