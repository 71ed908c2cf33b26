"""Which function answers which method."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.simulator.api.methods import (
    callback_query,
    chats,
    editing,
    files,
    guest_query,
    polling,
    profile,
    sending,
)
from bot.simulator.api.params import Params
from bot.simulator.world.state import State
from bot.wire import methods as bot_api

Method = Callable[[State, Params], Any]


def _accept(state: State, params: Params) -> bool:
    """Nothing of this shows in the simulation."""
    return True


_METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_file("photo"),
    "sendDocument": sending.send_file("document"),
    "sendVideo": sending.send_file("video"),
    "sendAnimation": sending.send_file("animation"),
    "sendVoice": sending.send_file("voice"),
    "sendVideoNote": sending.send_file("video_note"),
    "sendAudio": sending.send_file("audio"),
    "sendSticker": sending.send_file("sticker"),
    "sendLocation": sending.send_location,
    "sendContact": sending.send_contact,
    "sendMediaGroup": sending.send_media_group,
    "copyMessage": sending.copy_message,
    "copyMessages": sending.each_of(sending.copy_message),
    "forwardMessage": sending.forward_message,
    "forwardMessages": sending.each_of(sending.forward_message),
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_reply_markup,
    "editMessageMedia": editing.edit_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerGuestQuery": guest_query.answer_guest_query,
    "answerCallbackQuery": callback_query.answer_callback_query,
    "sendChatAction": chats.send_chat_action,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_text("name"),
    "getMyName": profile.get_text("name"),
    "setMyDescription": profile.set_text("description"),
    "getMyDescription": profile.get_text("description"),
    "setMyShortDescription": profile.set_text("short_description"),
    "getMyShortDescription": profile.get_text("short_description"),
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatAdministrators": chats.get_chat_administrators,
    "getFile": files.get_file,
    "leaveChat": chats.leave_chat,
    "logOut": _accept,
    "close": _accept,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "pinChatMessage": chats.pin_chat_message,
    "unpinChatMessage": chats.unpin_chat_message,
    "setMessageReaction": chats.set_message_reaction,
    "setMyDefaultAdministratorRights": _accept,
}

# Telegram does not care for the case of a method's name.
METHODS = {name.lower(): method for name, method in _METHODS.items()}

KNOWN_TO_TELEGRAM = {name.lower() for name in bot_api.METHODS}
