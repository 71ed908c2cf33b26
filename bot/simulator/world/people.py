"""What people write, and what they put right afterwards."""

from __future__ import annotations

from bot import utf16
from bot.simulator.text import entities
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world import accounts
from bot.simulator.world.delivery import deliver, post, tell_bot
from bot.simulator.world.model import Json, Message, User
from bot.simulator.world.state import State

MAX_TEXT = 4096
CHANNEL = -1001000000099


class People:
    def __init__(self, state: State) -> None:
        self._state = state

    def say(self, user: int, chat: int, text: str, reply_to: int | None = None) -> Message:
        return post(self._state, user, chat, _text_content(text), reply_to)

    def edit(self, user: int, chat: int, message_id: int, text: str) -> Message:
        """The text of their own message, or the caption of their file."""
        message = self._state.message(chat, message_id)
        if message.sender_id != user:
            raise ImpossibleError("hanya pesan sendiri yang bisa disunting")
        shown, marks = _typed(text)
        key = "text" if "text" in message.body else "caption"
        body = message.body | {key: shown, "edit_date": self._state.timestamp()}
        body["entities" if key == "text" else "caption_entities"] = marks
        self._state.change_message(message, body)
        tell_bot(self._state, "edited_message", self._state.chat(chat), body)
        return message

    # Senders behind whom no person can be seen

    def say_as_anonymous_admin(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        admin = User(accounts.ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True)
        group = self._state.chat_json(self._state.chat(chat))
        return self._say_as(admin, group, chat, text, reply_to)

    def say_as_channel(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        sender = User(accounts.CHANNEL_BOT, "Channel", username="Channel_Bot", is_bot=True)
        channel = {"id": CHANNEL, "type": "channel", "title": "Info Kepegawaian"}
        return self._say_as(sender, channel, chat, text, reply_to)

    def _say_as(
        self, sender: User, sender_chat: Json, chat: int, text: str, reply_to: int | None
    ) -> Message:
        content = {"sender_chat": sender_chat} | _text_content(text)
        return deliver(self._state, sender, self._state.chat(chat), content, reply_to)


def _text_content(text: str) -> Json:
    shown, marks = _typed(text)
    return {"text": shown, "entities": marks} if marks else {"text": shown}


def _typed(text: str) -> tuple[str, list[Json]]:
    shown, marks = entities.typed(text)
    if not shown or utf16.length(shown) > MAX_TEXT:
        raise ImpossibleError("pesan berisi 1 sampai 4.096 karakter")
    return shown, marks
