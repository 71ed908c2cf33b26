"""People send photos, documents and other things that are no text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot import utf16
from bot.simulator.text import entities
from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.files import Upload
from bot.simulator.world.model import Message
from bot.simulator.world.posting import Posting

MAX_CAPTION = 1024
GIF_DOT = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x2b\x7a\xc0\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


class Item(NamedTuple):
    """One file of an album."""

    kind: str
    upload: Upload | None = None
    caption: str | None = None


class Attaching(Posting):
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
            raise ImpossibleError("satu album berisi 2 sampai 10 berkas")
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
        caption, marks = entities.typed(item.caption or "")
        if utf16.length(caption) > MAX_CAPTION:
            raise ImpossibleError("keterangan berkas paling banyak 1.024 karakter")
        if caption:
            content["caption"] = caption
        if marks:
            content["caption_entities"] = marks
        if media_group_id:
            content["media_group_id"] = media_group_id
        return self._post(user, chat, content, reply_to)
