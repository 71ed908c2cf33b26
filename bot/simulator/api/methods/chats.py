"""Questions about chats, and their members, and what the bot says it is doing."""

from __future__ import annotations

from typing import Any

from bot.simulator.api.methods.arguments import chat_of, named_message, newer, open_chat
from bot.simulator.api.params import Params
from bot.simulator.text.refusal import bad_request
from bot.simulator.world.membership import chat_member
from bot.simulator.world.model import Chat, Json
from bot.simulator.world.state import State

_GIFTS = (
    *("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"),
    "gifts_from_channels",
)
REACTIONS = {
    *"❤👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡",
    *"🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴",
    *"😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘",
    *"🙉🦄😘💊🙊😎👾😡",
    "🤷",
}
_ACTIONS = {
    *("typing", "cancel", "choose_sticker", "find_location", "pick_up_location"),
    *("record_video", "upload_video", "record_video_note", "upload_video_note"),
    *("record_voice", "record_audio", "upload_voice", "upload_audio"),
    *("upload_photo", "upload_document"),
}


def get_chat(state: State, params: Params) -> Json:
    chat = chat_of(state, params)
    gifts = dict.fromkeys(_GIFTS, False)
    full = {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return state.chat_json(chat) | full


def get_chat_member(state: State, params: Params) -> Json:
    chat, number = chat_of(state, params), params.number("user_id")
    user = state.users.get(number)
    if user is None:
        raise bad_request("invalid user_id specified")
    return chat_member(_status(state, chat, number), user.as_json())


def get_chat_administrators(state: State, params: Params) -> list[Json]:
    chat = chat_of(state, params)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    heads = [chat.creator, *sorted(chat.administrators)]
    return [
        chat_member(_status(state, chat, number), state.users[number].as_json())
        for number in heads
        if number in state.users
    ]


def get_chat_member_count(state: State, params: Params) -> int:
    return len(chat_of(state, params).members) + 1


def _status(state: State, chat: Chat, number: int) -> str:
    if number == state.bot.number:
        return chat.bot_status
    if number == chat.creator:
        return "creator"
    if number in chat.administrators:
        return "administrator"
    return "member" if number in chat.members else "left"


def send_chat_action(state: State, params: Params) -> bool:
    action = params.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = open_chat(state, params)
    if action != "cancel":
        state.journal.note("action", chat.number, action)
    return True


def set_message_reaction(state: State, params: Params) -> bool:
    """A bot has one at most; without any it takes its own back."""
    newer(state)
    given = params.parsed("reaction", "reaction types")
    if not isinstance(given, list | None):
        raise bad_request("expected an Array of ReactionType")
    message = named_message(state, params, "message to react")
    if len(given or []) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = _emoji(given[0]) if given else None
    if not chat_of(state, params).reactions:
        raise bad_request("REACTION_INVALID")
    state.set_reaction(message, state.bot.number, emoji)
    return True


def _emoji(reaction: Any) -> str:
    if not isinstance(reaction, dict):
        raise bad_request("can't parse reaction type: expected an Object")
    if reaction.get("type") != "emoji":
        raise bad_request("REACTION_INVALID")
    emoji = str(reaction.get("emoji") or "")
    if emoji not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    return emoji


def pin_chat_message(state: State, params: Params) -> bool:
    """Checked, but not shown in the simulation."""
    _check_pinning(state, params)
    named_message(state, params, "message to pin")
    return True


def unpin_chat_message(state: State, params: Params) -> bool:
    _check_pinning(state, params)
    if params.number("message_id"):
        named_message(state, params, "message to unpin")
    return True


def _check_pinning(state: State, params: Params) -> None:
    chat = chat_of(state, params)
    if not chat.private and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")


def leave_chat(state: State, params: Params) -> bool:
    chat = chat_of(state, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True
