"""sendMessage and its kin: a new message of the bot."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from bot.simulator.keyboard import markup_of
from bot.simulator.methods.answering import reply_of
from bot.simulator.methods.target import (
    caption_of,
    chat_of,
    message_ids,
    open_chat,
    text_of,
)
from bot.simulator.model import Chat, Json, Message
from bot.simulator.params import Params
from bot.simulator.refusal import bad_request
from bot.simulator.state import State

ALBUM_KINDS = {"photo", "video", "document", "audio"}


def send_message(world: State, params: Params) -> Json:
    chat = open_chat(world, params)
    return post(world, chat, params, text_of(world, params)).body


def send_file(kind: str) -> Callable[[State, Params], Json]:
    def send(world: State, params: Params) -> Json:
        chat = open_chat(world, params)
        file = world.files.sent(kind, params.text(kind), params)
        return post(world, chat, params, file.shown() | caption_of(world, params)).body

    return send


def send_location(world: State, params: Params) -> Json:
    place = {key: float(params.text(key) or 0) for key in ("latitude", "longitude")}
    return post(world, open_chat(world, params), params, {"location": place}).body


def send_contact(world: State, params: Params) -> Json:
    contact = {key: params.text(key) for key in ("phone_number", "first_name")}
    return post(world, open_chat(world, params), params, {"contact": contact}).body


def send_media_group(world: State, params: Params) -> list[Json]:
    chat = open_chat(world, params)
    media = params.parsed("media", "media")
    if not isinstance(media, list) or not all(isinstance(item, dict) for item in media):
        raise bad_request("can't parse media JSON object")
    if not 2 <= len(media) <= 10:
        raise bad_request("wrong number of messages in the album; expected 2-10 items")
    kinds = {str(item.get("type")) for item in media}
    if not kinds <= ALBUM_KINDS or (len(kinds) > 1 and not kinds <= {"photo", "video"}):
        raise bad_request("group send failed: document can't be mixed with other media types")
    contents = [media_content(world, params, item) for item in media]
    group = world.next_album()
    return [
        post(world, chat, params, content | {"media_group_id": group}).body for content in contents
    ]


def media_content(world: State, params: Params, item: Json) -> Json:
    """File and caption of one InputMedia object."""
    kind = str(item.get("type"))
    file = world.files.sent(kind, str(item.get("media", "")), params)
    return file.shown() | caption_of(world, Params(item))


def copy_message(world: State, params: Params) -> Json:
    chat = open_chat(world, params)
    source = _source(world, params, "copy")
    content = _content(source.body)
    if params.values.get("caption") is not None and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= caption_of(world, params)
    return {"message_id": post(world, chat, params, content).message_id}


def forward_message(world: State, params: Params) -> Json:
    chat = open_chat(world, params)
    source = _source(world, params, "forward")
    origin = source.body.get("forward_origin") or {
        "type": "user",
        "date": source.body["date"],
        "sender_user": source.body["from"],
    }
    return post(world, chat, params, _content(source.body) | {"forward_origin": origin}).body


def many(one: Callable[[State, Params], Json]) -> Callable[[State, Params], list[Json]]:
    """copyMessages and forwardMessages: what cannot be found or carried is skipped."""

    def act(world: State, params: Params) -> list[Json]:
        numbers = message_ids(params)
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            raise bad_request("message identifiers must be in a strictly increasing order")
        open_chat(world, params)
        source = chat_of(world, params, "from_chat_id")
        standing = (source.messages.get(number) for number in numbers)
        found = [m for m in standing if m is not None and not m.deleted and _content(m.body)]
        if not found:
            raise bad_request("there are no messages to forward")
        calls = [Params({**params.values, "message_id": m.message_id}) for m in found]
        return [{"message_id": one(world, call)["message_id"]} for call in calls]

    return act


def _source(world: State, params: Params, verb: str) -> Message:
    chat = world.chats.get(params.number("from_chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    found = chat.messages.get(params.number("message_id"))
    if found is None or found.deleted:
        raise bad_request(f"message to {verb} not found")
    if not _content(found.body):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return found


_CARRIED = (
    *("text", "entities", "caption", "caption_entities", "photo", "document", "video", "voice"),
    *("audio", "sticker", "contact", "location"),
)


def _content(body: Json) -> Json:
    return {key: body[key] for key in _CARRIED if key in body}


def post(world: State, chat: Chat, params: Params, content: Json) -> Message:
    """The one place where a message of the bot comes into the world."""
    reply = reply_of(world, chat, params)
    inline, prompt = markup_of(params)
    world.floods.check(chat.number, world.clock.now().timestamp())
    body: Json = {
        "message_id": world.next_message_id(chat),
        "from": world.bot.shown(),
        "chat": world.shown_chat(chat),
        "date": world.timestamp(),
    }
    body |= reply | content
    if inline is not None:
        body["reply_markup"] = inline
    message = Message(body, from_bot=True, prompt=prompt)
    message.deliveries = _count(world, chat, message, content)
    return world.keep(chat, message)


def _count(world: State, chat: Chat, message: Message, content: Json) -> int:
    key: Any = (
        *(chat.number, message.text, message.reply_to, message.file_id),
        *(tuple(message.button_words), content.get("forward_origin") is None),
    )
    world.contents[key] += 1
    return world.contents[key]
