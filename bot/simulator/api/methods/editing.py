"""Changing and deleting what stands in a chat."""

from __future__ import annotations

from datetime import timedelta

from bot.simulator.api.methods.arguments import (
    caption_of,
    chat_of,
    message_ids,
    named_message,
    text_of,
)
from bot.simulator.api.methods.sending import media_content
from bot.simulator.api.params import Params
from bot.simulator.api.reply_markup import markup_of
from bot.simulator.text.refusal import bad_request
from bot.simulator.world.model import Chat, Json, Message
from bot.simulator.world.state import State

DELETABLE_FOR = timedelta(hours=48)
FILES = ("photo", "document", "video", "voice", "audio", "animation")
MEDIA = ("photo", "video", "document", "audio", "animation")
_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def edit_text(state: State, params: Params) -> Json:
    message = _own_message(state, params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    content = text_of(state, params, too_long="MESSAGE_TOO_LONG")
    return _changed(state, message, params, content, {"text", "entities"})


def edit_caption(state: State, params: Params) -> Json:
    message = _own_message(state, params)
    if not any(kind in message.body for kind in FILES):
        raise bad_request("there is no caption in the message to edit")
    old = {"caption", "caption_entities", "show_caption_above_media"}
    return _changed(state, message, params, caption_of(state, params), old)


def edit_reply_markup(state: State, params: Params) -> Json:
    return _changed(state, _own_message(state, params), params, {}, set())


def edit_media(state: State, params: Params) -> Json:
    message = _own_message(state, params)
    item = params.parsed("media", "media")
    if item is None:
        raise bad_request('parameter "media" is required')
    content = media_content(state, params, item, MEDIA)
    return _changed(state, message, params, content, {*FILES, "caption", "caption_entities"})


def delete_message(state: State, params: Params) -> bool:
    message = named_message(state, params, "message to delete")
    _check_deletable(state, chat_of(state, params), message)
    state.remove_message(message)
    return True


def delete_messages(state: State, params: Params) -> bool:
    """All that are still there, or none if one of them may not be deleted."""
    numbers, chat = message_ids(params), chat_of(state, params)
    standing = (chat.messages.get(number) for number in dict.fromkeys(numbers))
    found = [message for message in standing if message is not None and not message.deleted]
    for message in found:
        _check_deletable(state, chat, message)
    for message in found:
        state.remove_message(message)
    return True


def _check_deletable(state: State, chat: Chat, message: Message) -> None:
    # In private a bot may delete either side's words; in groups others' only as administrator.
    if not message.from_bot and not chat.private and chat.bot_status != "administrator":
        raise bad_request("message can't be deleted")
    age = state.timestamp() - message.body["date"]
    if age > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")


def _own_message(state: State, params: Params) -> Message:
    message = named_message(state, params, "message to edit")
    if not message.from_bot or "forward_origin" in message.body:
        raise bad_request("message can't be edited")
    return message


def _changed(
    state: State, message: Message, params: Params, content: Json, replaced: set[str]
) -> Json:
    """The message with new content; a keyboard that is not given again goes, as at Telegram."""
    inline, other = markup_of(params, old=state.old_server)
    if other is not None:
        raise bad_request("inline keyboard expected")
    gone = replaced | {"reply_markup", "edit_date"}
    body = {key: value for key, value in message.body.items() if key not in gone} | content
    if inline is not None:
        body["reply_markup"] = inline
    before = {key: value for key, value in message.body.items() if key != "edit_date"}
    if body == before:
        raise bad_request(_UNCHANGED)
    state.change_message(message, body | {"edit_date": state.timestamp()})
    return message.body
