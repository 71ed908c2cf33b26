"""What people say and press; each deed reaches the bot as Telegram would tell it."""

from __future__ import annotations

from typing import Any

from bot import utf16
from bot.simulator.text import entities
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world import accounts
from bot.simulator.world.attaching import Attaching
from bot.simulator.world.model import Callback, Chat, Json, Message, User

MAX_TEXT = 4096
CHANNEL = -1001000000099


def _typed(text: str) -> tuple[str, list[Json]]:
    shown, marks = entities.typed(text)
    if not shown or utf16.length(shown) > MAX_TEXT:
        raise ImpossibleError("pesan berisi 1 sampai 4.096 karakter")
    return shown, marks


class Deeds(Attaching):
    def say(self, user: int, chat: int, text: str, reply_to: int | None = None) -> Message:
        shown, marks = _typed(text)
        content: Json = {"text": shown}
        if marks:
            content["entities"] = marks
        return self._post(user, chat, content, reply_to)

    def edit(self, user: int, chat: int, message_id: int, text: str) -> Message:
        message = self.message(chat, message_id)
        if message.sender_id != user:
            raise ImpossibleError("hanya pesan sendiri yang bisa disunting")
        shown, marks = _typed(text)
        key = "text" if "text" in message.body else "caption"
        body = message.body | {key: shown, "edit_date": self.timestamp()}
        body["entities" if key == "text" else "caption_entities"] = marks
        self.change(message, body)
        self._tell("edited_message", self.chat(chat), body)
        return message

    # Buttons

    def press(self, user: int, chat: int, message_id: int, button: str) -> str:
        """By the words on the button or its callback_data; the query's id."""
        message = self.message(chat, message_id)
        rows = message.buttons
        for found in (button_ for row in rows for button_ in row):
            if button in {found.text, found.data}:
                if found.data is None:
                    raise ImpossibleError(f"tombol {found.text} hanya membuka {found.url}")
                return self._press(user, chat, message_id, found.data)
        if button in message.offered:
            return self._press(user, chat, message_id, button)
        raise ImpossibleError(f"tombol {button} tidak ada; yang ada: {message.button_words}")

    def forge_press(self, user: int, chat: int, message_id: int, data: str) -> str:
        """A press that no button allows: a forged client sends whatever data it likes."""
        return self._press(user, chat, message_id, data)

    def callback(self, number: str) -> Callback:
        return self.callbacks[number]

    def _press(self, user: int, chat: int, message_id: int, data: str) -> str:
        where = self._place(user, chat)
        self._press_count += 1
        number = str(4_300_000_000_000_000_000 + self._press_count)
        pressed = Callback(number, user, chat, message_id, data, self.clock.now())
        self.callbacks[number] = pressed
        query: Json = {
            "id": number,
            "from": self.user(user).shown(),
            "chat_instance": str(abs(chat) * 7919),
            "data": data,
        }
        message = where.messages.get(message_id)
        if message is None or message.deleted:
            gone = {"chat": self.shown_chat(where), "message_id": message_id, "date": 0}
            query["message"] = gone
        else:
            query["message"] = message.body
        self.updates.put({"callback_query": query}, chat, self.clock.now())
        self.journal.note("press", chat, number)
        return number

    # Faces without a person

    def say_as_anonymous_admin(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        where = self.chat(chat)
        nobody = User(accounts.ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True)
        return self._say_as(nobody, self.shown_chat(where), where, text, reply_to)

    def say_as_channel(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        channel = {"id": CHANNEL, "type": "channel", "title": "Info Kepegawaian"}
        nobody = User(accounts.CHANNEL_BOT, "Channel", username="Channel_Bot", is_bot=True)
        return self._say_as(nobody, channel, self.chat(chat), text, reply_to)

    def _say_as(
        self, nobody: User, sender_chat: Json, where: Chat, text: str, reply_to: int | None
    ) -> Message:
        shown, marks = entities.typed(text)
        content: Json = {"sender_chat": sender_chat, "text": shown}
        if marks:
            content["entities"] = marks
        return self._deliver(nobody, where, content, reply_to)

    def push_raw(self, update: Any, chat: int = 0) -> None:
        """Puts anything at all into the queue. Without a usable update_id it gets the next one."""
        if isinstance(update, dict) and "update_id" not in update:
            update = {"update_id": self.updates.next_id, **update}
        self.updates.push(update, chat, self.clock.now())
