"""What a message of the bot answers: the message above it, and the words quoted from it."""

from __future__ import annotations

from bot import utf16
from bot.simulator.api.methods.arguments import chat_of
from bot.simulator.api.params import Params
from bot.simulator.text.entities import formatted
from bot.simulator.text.refusal import bad_request
from bot.simulator.world.model import Chat, Json, Message
from bot.simulator.world.state import State


def reply_of(state: State, chat: Chat, params: Params) -> Json:
    """The fields of the new message that tell of it; none without a reply."""
    wanted = _wanted(params)
    number = wanted.number("message_id")
    if not number:
        return {}
    where = chat_of(state, wanted) if wanted.text("chat_id") else chat
    found = where.messages.get(number)
    if found is None or found.deleted:
        if wanted.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    quote = _quote(found, wanted)
    if where is not chat:
        return {"external_reply": _external(state, where, found)} | quote
    return {"reply_to_message": found.quoted()} | quote


def _wanted(params: Params) -> Params:
    """ReplyParameters, however the call names them."""
    given = params.parsed("reply_parameters")
    if given is None:
        lenient = params.flag("allow_sending_without_reply")
        number = params.number("reply_to_message_id")
        return Params({"message_id": number, "allow_sending_without_reply": lenient})
    if not isinstance(given, dict) or given.get("message_id") is None:
        raise bad_request("can't parse reply parameters: can't find field \"message_id\"")
    return Params(given)


def _quote(found: Message, wanted: Params) -> Json:
    text = wanted.text("quote")
    if not text:
        return {}
    marks = wanted.parsed("quote_entities")
    text, entities = formatted(text, wanted.text("quote_parse_mode"), marks)
    at = found.text.find(text)
    if at < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    quote: Json = {"text": text, "position": utf16.length(found.text[:at]), "is_manual": True}
    return {"quote": quote | ({"entities": entities} if entities else {})}


def _external(state: State, where: Chat, found: Message) -> Json:
    """Of another chat's message is told who wrote it, and in a supergroup where it stands."""
    origin = {"type": "user", "date": found.body["date"], "sender_user": found.body["from"]}
    if where.kind != "supergroup":
        return {"origin": origin}
    place = {"chat": state.chat_json(where), "message_id": found.message_id}
    return {"origin": origin} | place
