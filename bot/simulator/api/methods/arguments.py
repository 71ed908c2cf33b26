"""What several methods are given: a chat the bot may write to, a message, a text, a caption."""

from __future__ import annotations

from typing import Any

from bot import utf16
from bot.simulator.api.params import Params
from bot.simulator.text.entities import formatted
from bot.simulator.text.entity import Entity
from bot.simulator.text.refusal import ApiError, bad_request, forbidden
from bot.simulator.world.model import Chat, Json, Message
from bot.simulator.world.state import State

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_MESSAGES = 100


def newer(state: State) -> None:
    """A method that a server of before does not have."""
    if state.old_server:
        raise ApiError(404, "Not Found")


def chat_of(state: State, params: Params, key: str = "chat_id") -> Chat:
    """The chat named in the call; refuses what is unknown or has moved."""
    given = params.text(key)
    if not given:
        raise bad_request("chat_id is empty")
    try:
        chat = state.chats.get(int(given))
    except ValueError:
        chat = None
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
        )
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def named_message(state: State, params: Params, what: str) -> Message:
    """The message that chat_id and message_id name."""
    found = chat_of(state, params).messages.get(params.number("message_id"))
    if found is None or found.deleted:
        raise bad_request(f"{what} not found")
    return found


def message_ids(params: Params) -> list[int]:
    """The numbers a call about several messages names, 1 to 100 of them."""
    given = params.parsed("message_ids", "message_ids")
    if given is None or given == []:
        raise bad_request("message identifiers are not specified")
    if not isinstance(given, list):
        raise bad_request("expected an Array of message identifiers")
    if len(given) > MAX_MESSAGES:
        raise bad_request("too many message identifiers specified")
    return [_message_id(number) for number in given]


def _message_id(given: Any) -> int:
    if not isinstance(given, int | str) or isinstance(given, bool):
        raise bad_request("message identifier must be a Number")
    try:
        number = int(given)
    except ValueError:
        raise bad_request("can't parse message identifier as Number") from None
    if number <= 0:
        raise bad_request("invalid message identifier specified")
    return number


def open_chat(state: State, params: Params) -> Chat:
    """A chat into which the bot may write now."""
    chat = chat_of(state, params)
    if chat.private:
        user = state.users[chat.number]
        if user.deactivated:
            raise forbidden("user is deactivated")
        if user.blocked:
            raise forbidden("bot was blocked by the user")
        if not user.started:
            raise forbidden("bot can't initiate conversation with a user")
    thread = params.number("message_thread_id")
    if thread and thread not in chat.topics:
        raise bad_request("message thread not found")
    return chat


def text_of(state: State, params: Params, *, too_long: str = "message is too long") -> Json:
    """text and entities of a message."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    given = params.parsed("entities", "entities")
    text, marks = formatted(params.text("text"), params.text("parse_mode"), given)
    if state.old_server and any(mark["type"] == "date_time" for mark in marks):
        raise bad_request('can\'t parse entities: Unsupported start tag "tg-time"')
    if not text:
        raise bad_request("text must be non-empty")
    if utf16.length(text) > MAX_TEXT:
        raise bad_request(too_long)
    return {"text": text, "entities": with_mentions(state, marks)} if marks else {"text": text}


def caption_of(state: State, values: Params) -> Json:
    """caption and caption_entities, both absent without words."""
    given = values.parsed("caption_entities", "caption entities")
    text, marks = formatted(values.text("caption"), values.text("parse_mode"), given)
    if utf16.length(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {"caption": text} if text else {}
    if text and marks:
        content["caption_entities"] = with_mentions(state, marks)
    if text and values.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    return content


def with_mentions(state: State, marks: list[Entity]) -> list[Entity]:
    """Links to a person become mentions of whom we know, and vanish for others."""
    if not any("url" in mark or "user" in mark for mark in marks):
        return marks
    kept = []
    for mark in marks:
        url = str(mark.get("url", ""))
        number = url.removeprefix("tg://user?id=") if url.startswith("tg://user?id=") else ""
        if mark["type"] == "text_mention":
            number = str(mark.get("user", {}).get("id", ""))
        if not number:
            kept.append(mark)
        elif (user := state.users.get(int(number))) is not None:
            place = {"offset": mark["offset"], "length": mark["length"]}
            kept.append({"type": "text_mention", **place, "user": user.as_json()})
    return kept
