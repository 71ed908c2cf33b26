"""sendMessage and its kin: a new message of the bot."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import pairwise
from typing import Any

from bot.simulator.api.methods.arguments import caption_of, message_ids, open_chat, text_of
from bot.simulator.api.methods.files import file_of
from bot.simulator.api.methods.reply_parameters import reply_of
from bot.simulator.api.params import Params, finite
from bot.simulator.api.reply_markup import markup_of
from bot.simulator.text.refusal import ApiError, bad_request
from bot.simulator.world.model import Chat, Json, Message
from bot.simulator.world.state import State

ALBUM_KINDS = ("photo", "video", "document", "audio")
MAX_ALBUM = 10


def send_message(state: State, params: Params) -> Json:
    chat = open_chat(state, params)
    return new_message(state, chat, params, text_of(state, params)).body


def send_file(kind: str) -> Callable[[State, Params], Json]:
    def send(state: State, params: Params) -> Json:
        chat = open_chat(state, params)
        file = file_of(state, params, kind, params.text(kind))
        return new_message(state, chat, params, file.as_json() | caption_of(state, params)).body

    return send


def send_location(state: State, params: Params) -> Json:
    place = {key: params.text(key).strip() for key in ("latitude", "longitude")}
    for key, value in place.items():
        if not value:
            raise bad_request(f"{key} is empty")
    location = {key: finite(value) for key, value in place.items()}
    return new_message(state, open_chat(state, params), params, {"location": location}).body


def send_contact(state: State, params: Params) -> Json:
    for key in ("phone_number", "first_name"):
        if not params.text(key):
            raise bad_request(f'parameter "{key}" is required')
    contact = {key: params.text(key) for key in ("phone_number", "first_name")}
    return new_message(state, open_chat(state, params), params, {"contact": contact}).body


def send_media_group(state: State, params: Params) -> list[Json]:
    chat = open_chat(state, params)
    media = params.parsed("media", "media")
    if media is None:
        raise bad_request('parameter "media" is required')
    if not isinstance(media, list):
        raise bad_request("expected an Array of InputMedia")
    contents = [media_content(state, params, item, ALBUM_KINDS) for item in media]
    if len(contents) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    if not contents:
        raise bad_request("there are no messages to send")
    _check_mixture({item["type"] for item in media})
    group = {"media_group_id": state.next_media_group_id()} if len(contents) > 1 else {}
    return [new_message(state, chat, params, content | group).body for content in contents]


def _check_mixture(kinds: set[str]) -> None:
    for kind in ("document", "audio"):
        if kind in kinds and len(kinds) > 1:
            raise bad_request(f"{kind} can't be mixed with other media types")


def media_content(state: State, params: Params, item: Any, kinds: Collection[str]) -> Json:
    """File and caption of one InputMedia object."""
    if not isinstance(item, dict):
        raise _wrong_media("expected an Object")
    kind, media = item.get("type"), str(item.get("media") or "")
    if not media or (media.startswith("attach://") and media[9:] not in params.uploads):
        raise _wrong_media("media not found")
    if kind is None:
        raise _wrong_media('Can\'t find field "type"')
    if kind == "animation" and kind not in kinds:
        raise _wrong_media('type "animation" can\'t be used in sendMediaGroup')
    if kind not in kinds:
        raise _wrong_media(f'type "{kind}" is unsupported')
    file = file_of(state, params, kind, media)
    return file.as_json() | caption_of(state, Params(item))


def _wrong_media(why: str) -> ApiError:
    return bad_request(f"can't parse InputMedia: {why}")


def copy_message(state: State, params: Params) -> Json:
    chat = open_chat(state, params)
    source = _source(state, params, "copy")
    content = _content(source.body)
    if params.values.get("caption") is not None and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= caption_of(state, params)
    return {"message_id": new_message(state, chat, params, content).message_id}


def forward_message(state: State, params: Params) -> Json:
    chat = open_chat(state, params)
    source = _source(state, params, "forward")
    origin = source.body.get("forward_origin") or {
        "type": "user",
        "date": source.body["date"],
        "sender_user": source.body["from"],
    }
    return new_message(
        state, chat, params, _content(source.body) | {"forward_origin": origin}
    ).body


def each_of(one: Callable[[State, Params], Json]) -> Callable[[State, Params], list[Json]]:
    """copyMessages and forwardMessages: what cannot be found or copied is skipped."""

    def act(state: State, params: Params) -> list[Json]:
        numbers = message_ids(params)
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            raise bad_request("message identifiers must be in a strictly increasing order")
        open_chat(state, params)
        source = _source_chat(state, params)
        standing = (source.messages.get(number) for number in numbers)
        found = [m for m in standing if m is not None and not m.deleted and _content(m.body)]
        if not found:
            raise bad_request("there are no messages to forward")
        calls = [Params({**params.values, "message_id": m.message_id}) for m in found]
        return [{"message_id": one(state, call)["message_id"]} for call in calls]

    return act


def _source_chat(state: State, params: Params) -> Chat:
    chat = state.chats.get(params.number("from_chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    return chat


def _source(state: State, params: Params, verb: str) -> Message:
    found = _source_chat(state, params).messages.get(params.number("message_id"))
    if found is None or found.deleted:
        raise bad_request(f"message to {verb} not found")
    if not _content(found.body):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return found


_COPIED = (
    *("text", "entities", "caption", "caption_entities", "photo", "document", "video", "voice"),
    *("audio", "sticker", "contact", "location", "animation"),
)


def _content(body: Json) -> Json:
    return {key: body[key] for key in _COPIED if key in body}


def new_message(state: State, chat: Chat, params: Params, content: Json) -> Message:
    """The one place where a message of the bot comes into the state."""
    reply = reply_of(state, chat, params)
    inline, prompt = markup_of(params, old=state.old_server)
    state.flood_limits.check(chat.number, state.clock.now().timestamp())
    body: Json = {
        "message_id": state.next_message_id(chat),
        "from": state.bot.as_json(),
        "chat": state.chat_json(chat),
        "date": state.timestamp(),
    }
    thread = params.number("message_thread_id") or reply.get("reply_to_message", {}).get(
        "message_thread_id"
    )
    if thread:
        body |= {"message_thread_id": thread, "is_topic_message": True}
    body |= reply | content
    if inline is not None:
        body["reply_markup"] = inline
    message = Message(body, from_bot=True, prompt=prompt)
    message.deliveries = _count(state, chat, message, content)
    return state.add_message(chat, message)


def _count(state: State, chat: Chat, message: Message, content: Json) -> int:
    key: Any = (
        *(chat.number, message.text, message.reply_to, message.file_id),
        *(tuple(message.button_words), content.get("forward_origin") is None),
    )
    state.content_counts[key] += 1
    return state.content_counts[key]
