"""What people do in the simulated world; each deed reaches the bot as Telegram would tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bot.simulator import cast, entities, utf16
from bot.simulator.hearing import bot_hears
from bot.simulator.model import Callback, Chat, Json, Message, User
from bot.simulator.params import Upload
from bot.simulator.refusal import ImpossibleError
from bot.simulator.state import State

MAX_TEXT = 4096
MAX_CAPTION = 1024
CHANNEL = -1001000000099
GIF_DOT = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x2b\x7a\xc0\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


class Item(NamedTuple):
    """One file of an album."""

    kind: str
    upload: Upload | None = None
    caption: str | None = None


class Deeds(State):
    def say(self, user: int, chat: int, text: str, reply_to: int | None = None) -> Message:
        shown, marks = entities.spoken(text)
        if not shown or utf16.length(shown) > MAX_TEXT:
            raise ImpossibleError("a client sends 1 to 4096 characters")
        content: Json = {"text": shown}
        if marks:
            content["entities"] = marks
        return self._post(user, chat, content, reply_to)

    def edit(self, user: int, chat: int, message_id: int, text: str) -> Message:
        message = self.message(chat, message_id)
        if message.sender_id != user:
            raise ImpossibleError("one edits one's own messages only")
        shown, marks = entities.spoken(text)
        key = "text" if "text" in message.body else "caption"
        body = message.body | {key: shown, "edit_date": self.timestamp()}
        body["entities" if key == "text" else "caption_entities"] = marks
        self.change(message, body)
        self._tell("edited_message", self.chat(chat), body)
        return message

    # Files

    def send_photo(
        self,
        user: int,
        chat: int,
        content: bytes = GIF_DOT,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        media_group_id: str | None = None,
    ) -> Message:
        item = Item("photo", Upload("photo.jpg", content, "image/jpeg"), caption)
        return self.send_item(user, chat, item, reply_to, media_group_id)

    def send_document(
        self,
        user: int,
        chat: int,
        content: bytes = b"%PDF-1.4 simulated",
        *,
        name: str = "surat.pdf",
        mime: str = "application/pdf",
        caption: str | None = None,
        reply_to: int | None = None,
        media_group_id: str | None = None,
    ) -> Message:
        item = Item("document", Upload(name, content, mime), caption)
        return self.send_item(user, chat, item, reply_to, media_group_id)

    def send_sticker(self, user: int, chat: int, *, reply_to: int | None = None) -> Message:
        return self.send_item(user, chat, Item("sticker"), reply_to)

    def send_voice(
        self, user: int, chat: int, *, caption: str | None = None, reply_to: int | None = None
    ) -> Message:
        return self.send_item(user, chat, Item("voice", caption=caption), reply_to)

    def send_video(
        self,
        user: int,
        chat: int,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        media_group_id: str | None = None,
    ) -> Message:
        item = Item("video", caption=caption)
        return self.send_item(user, chat, item, reply_to, media_group_id)

    def send_contact(self, user: int, chat: int, phone: str = "+6281200000000") -> Message:
        who = self.user(user)
        contact = {"phone_number": phone, "first_name": who.first_name, "user_id": user}
        return self._post(user, chat, {"contact": contact})

    def send_location(self, user: int, chat: int) -> Message:
        return self._post(user, chat, {"location": {"latitude": -2.33, "longitude": 115.46}})

    def album(
        self, user: int, chat: int, items: Sequence[Item], *, reply_to: int | None = None
    ) -> list[Message]:
        """Several files at once: one message each, held together by media_group_id."""
        if not 2 <= len(items) <= 10:
            raise ImpossibleError("an album holds 2 to 10 files")
        group = self.next_album()
        return [self.send_item(user, chat, item, reply_to, group) for item in items]

    def send_item(
        self,
        user: int,
        chat: int,
        item: Item,
        reply_to: int | None = None,
        media_group_id: str | None = None,
    ) -> Message:
        upload = item.upload or Upload(
            f"{item.kind}.bin", b"simulated", f"{item.kind}/x-simulated"
        )
        content = self.files.keep(item.kind, upload).shown()
        caption, marks = entities.spoken(item.caption or "")
        if utf16.length(caption) > MAX_CAPTION:
            raise ImpossibleError("a client sends captions of up to 1024 characters")
        if caption:
            content["caption"] = caption
        if marks:
            content["caption_entities"] = marks
        if media_group_id:
            content["media_group_id"] = media_group_id
        return self._post(user, chat, content, reply_to)

    # Buttons

    def press(self, user: int, chat: int, message_id: int, button: str) -> str:
        """By the words on the button or its callback_data; the query's id."""
        message = self.message(chat, message_id)
        rows = message.buttons
        for found in (button_ for row in rows for button_ in row):
            if button in {found.text, found.data}:
                if found.data is None:
                    raise ImpossibleError(f"{found.text!r} only opens {found.url}")
                return self._press(user, chat, message_id, found.data)
        raise ImpossibleError(f"no button {button!r}; there are {message.button_words}")

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
        nobody = User(cast.ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True)
        return self._say_as(nobody, self.shown_chat(where), where, text, reply_to)

    def say_as_channel(self, chat: int, text: str, reply_to: int | None = None) -> Message:
        channel = {"id": CHANNEL, "type": "channel", "title": "Info Kepegawaian"}
        nobody = User(cast.CHANNEL_BOT, "Channel", username="Channel_Bot", is_bot=True)
        return self._say_as(nobody, channel, self.chat(chat), text, reply_to)

    def _say_as(
        self, nobody: User, sender_chat: Json, where: Chat, text: str, reply_to: int | None
    ) -> Message:
        shown, marks = entities.spoken(text)
        content: Json = {"sender_chat": sender_chat, "text": shown}
        if marks:
            content["entities"] = marks
        return self._deliver(nobody, where, content, reply_to)

    def push_raw(self, update: Any, chat: int = 0) -> None:
        """Puts anything at all into the queue. Without a usable update_id it gets the next one."""
        if isinstance(update, dict) and "update_id" not in update:
            update = {"update_id": self.updates.next_id, **update}
        self.updates.push(update, chat, self.clock.now())

    # Posting

    def _place(self, user: int, chat: int) -> Chat:
        where = self.chat(chat)
        if user not in where.members:
            raise ImpossibleError(f"{self.user(user).name} is not in {where.title or chat}")
        if where.migrated_to:
            raise ImpossibleError(f"{where.title} moved to {where.migrated_to}")
        return where

    def _post(self, user: int, chat: int, content: Json, reply_to: int | None = None) -> Message:
        where, who = self._place(user, chat), self.user(user)
        if where.private:
            if who.blocked:
                raise ImpossibleError(f"{who.name} has to unblock the bot first")
            who.started = True
        return self._deliver(who, where, content, reply_to)

    def _deliver(
        self, who: User, where: Chat, content: Json, reply_to: int | None = None
    ) -> Message:
        body: Json = {
            "message_id": self.next_message_id(where),
            "from": who.shown(),
            "chat": self.shown_chat(where),
            "date": self.timestamp(),
        }
        if reply_to is not None:
            body["reply_to_message"] = self.quoted(self.message(where.number, reply_to))
        message = self.keep(where, Message(body | content, from_bot=False))
        self._tell("message", where, message.body)
        return message

    def _tell(self, kind: str, where: Chat, body: Json) -> None:
        if bot_hears(body, where, self.bot, privacy=self.privacy):
            self.updates.put({kind: body}, where.number, self.clock.now())

    def quoted(self, message: Message) -> Json:
        """A message inside its reply does not show in turn what it replied to."""
        return {key: value for key, value in message.body.items() if key != "reply_to_message"}
