"""Which messages of a group reach a bot in privacy mode."""

from __future__ import annotations

from bot import utf16
from bot.simulator.world.model import Chat, Json, User

_SERVICE = {
    *("new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created"),
    *("migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "supergroup_chat_created"),
}


def reaches_bot(body: Json, chat: Chat, bot: User, *, privacy: bool) -> bool:
    if chat.private:
        return True
    if chat.bot_status in {"left", "kicked"}:
        return False
    if not privacy or chat.bot_status == "administrator" or _SERVICE & body.keys():
        return True
    replied = body.get("reply_to_message", {}).get("from", {}).get("id")
    return replied == bot.number or _addresses(body, bot)


def _addresses(body: Json, bot: User) -> bool:
    text = body.get("text") or body.get("caption") or ""
    name = f"@{bot.username}".lower()
    for entity in body.get("entities") or body.get("caption_entities") or []:
        word = utf16.cut(text, entity["offset"], entity["length"]).lower()
        if entity["type"] == "mention" and word == name:
            return True
        if entity["type"] == "bot_command" and ("@" not in word or word.endswith(name)):
            return True
    return False
