"""People send photos, documents and other things that are no text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot import utf16
from bot.simulator.text import entities
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.delivery import post, tell_bot
from bot.simulator.world.files import Upload
from bot.simulator.world.model import FILE_KINDS, Json, Message
from bot.simulator.world.state import State

MAX_CAPTION = 1024
MAX_ALBUM = 10
FILES = {"photo", *FILE_KINDS}
ONE_DOT_GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x2b\x7a\xc0\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


class Attachment(NamedTuple):
    """One file, alone or of an album."""

    kind: str
    upload: Upload | None = None
    caption: str | None = None


class Attachments:
    def __init__(self, state: State) -> None:
        self._state = state

    def send_photo(
        self,
        user: int,
        chat: int,
        content: bytes = ONE_DOT_GIF,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        media_group_id: str | None = None,
    ) -> Message:
        photo = Attachment("photo", Upload("photo.jpg", content, "image/jpeg"), caption)
        return self.send(user, chat, photo, reply_to, media_group_id)

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
        document = Attachment("document", Upload(name, content, mime), caption)
        return self.send(user, chat, document, reply_to, media_group_id)

    def send_sticker(
        self, user: int, chat: int, *, reply_to: int | None = None, thread: int | None = None
    ) -> Message:
        return self.send(user, chat, Attachment("sticker"), reply_to, thread=thread)

    def send_voice(
        self,
        user: int,
        chat: int,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> Message:
        voice = Attachment("voice", caption=caption)
        return self.send(user, chat, voice, reply_to, thread=thread)

    def send_video(
        self,
        user: int,
        chat: int,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        media_group_id: str | None = None,
        thread: int | None = None,
    ) -> Message:
        video = Attachment("video", caption=caption)
        return self.send(user, chat, video, reply_to, media_group_id, thread=thread)

    def send_video_note(
        self, user: int, chat: int, *, reply_to: int | None = None, thread: int | None = None
    ) -> Message:
        return self.send(user, chat, Attachment("video_note"), reply_to, thread=thread)

    def exchange(self, user: int, chat: int, message_id: int, item: Attachment) -> Message:
        """Another file in a message of their own."""
        message = self._state.message(chat, message_id)
        if message.sender_id != user:
            raise ImpossibleError("hanya pesan sendiri yang bisa disunting")
        content = self._content(item)
        kept = {name: said for name, said in message.body.items() if name not in FILES}
        body = kept | content | {"edit_date": self._state.timestamp()}
        self._state.change_message(message, body)
        tell_bot(self._state, "edited_message", self._state.chat(chat), body)
        return message

    def send_contact(
        self, user: int, chat: int, phone: str = "+6281200000000", *, thread: int | None = None
    ) -> Message:
        name = self._state.user(user).first_name
        contact = {"phone_number": phone, "first_name": name, "user_id": user}
        return post(self._state, user, chat, {"contact": contact}, thread=thread)

    def send_location(self, user: int, chat: int, *, thread: int | None = None) -> Message:
        location = {"latitude": -2.33, "longitude": 115.46}
        return post(self._state, user, chat, {"location": location}, thread=thread)

    def send_album(
        self,
        user: int,
        chat: int,
        items: Sequence[Attachment],
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> list[Message]:
        """Several files at once: one message each, held together by media_group_id."""
        if not 2 <= len(items) <= MAX_ALBUM:
            raise ImpossibleError("satu album berisi 2 sampai 10 berkas")
        group = self._state.next_media_group_id()
        return [self.send(user, chat, item, reply_to, group, thread=thread) for item in items]

    def send_together(
        self,
        user: int,
        chat: int,
        items: Sequence[Attachment],
        *,
        reply_to: int | None = None,
        thread: int | None = None,
    ) -> list[Message]:
        """An album where there is more than one."""
        if len(items) > 1:
            return self.send_album(user, chat, items, reply_to=reply_to, thread=thread)
        return [self.send(user, chat, items[0], reply_to, thread=thread)]

    def send(
        self,
        user: int,
        chat: int,
        item: Attachment,
        reply_to: int | None = None,
        media_group_id: str | None = None,
        *,
        thread: int | None = None,
    ) -> Message:
        content = self._content(item)
        if media_group_id:
            content["media_group_id"] = media_group_id
        return post(self._state, user, chat, content, reply_to, thread=thread)

    def _content(self, item: Attachment) -> Json:
        upload = item.upload or Upload(
            f"{item.kind}.bin", b"simulated", f"{item.kind}/x-simulated"
        )
        content = self._state.files.add(item.kind, upload).as_json()
        return content | _caption_content(item.caption or "")


def _caption_content(text: str) -> Json:
    caption, marks = entities.typed(text)
    if utf16.length(caption) > MAX_CAPTION:
        raise ImpossibleError("keterangan berkas paling banyak 1.024 karakter")
    content: Json = {"caption": caption} if caption else {}
    if marks:
        content["caption_entities"] = marks
    return content
