"""Every update that the Bot API can bring, minimal and full, made from its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tests.support.bot_api import made, spec, split

Json = dict[str, Any]
WORDS = "Tombol simpan di halaman realisasi tidak bisa ditekan"


class Kind(StrEnum):
    """What somebody sent, as a person would sort it."""

    WORDS = "words"
    FILE = "file"
    UNREADABLE = "unreadable"
    SERVICE = "service"  # nobody said it
    NOT_OURS = "not ours"  # an update that is no message to the bot


@dataclass(frozen=True)
class Case:
    name: str
    kind: Kind
    update: str  # the field of Update
    content: Json  # of a message; else of the whole update
    full: bool


FILES = {"photo", "document", "video", "voice", "video_note", "audio", "live_photo"}
UNREADABLE = {
    *("sticker", "animation", "paid_media", "contact", "dice", "game", "poll", "venue"),
    *("location", "story", "checklist", "invoice", "giveaway", "giveaway_winners"),
}
# Beside what a message says: where it stands, whose it is, how it looks.
AROUND = {
    *("message_thread_id", "direct_messages_topic", "sender_boost_count", "sender_tag"),
    *("forward_origin", "is_automatic_forward", "reply_to_message", "external_reply", "quote"),
    *("reply_to_story", "reply_to_checklist_task_id", "reply_to_poll_option_id", "via_bot"),
    *("edit_date", "has_protected_content", "is_from_offline", "is_paid_post", "effect_id"),
    *("author_signature", "paid_star_count", "entities", "link_preview_options"),
    *("suggested_post_info", "show_caption_above_media", "has_media_spoiler", "reply_markup"),
    *("caption_entities", "sender_business_bot", "business_connection_id", "media_group_id"),
    *("guest_query_id", "guest_bot_caller_user", "guest_bot_caller_chat", "is_topic_message"),
    "sender_chat",
}
BASE = {"message_id", "date", "chat", "from", "text", "caption", "rich_message"}
MOVED = {"migrate_to_chat_id", "migrate_from_chat_id"}  # other tests move a group
TOGETHER = {"animation": "document", "live_photo": "photo", "venue": "location"}  # for old apps


def cases() -> Iterator[Case]:
    yield from _messages("message")
    yield from _messages("edited_message")
    for name, field in spec()["types"]["Update"]["fields"].items():
        if name in {"update_id", "message", "edited_message"}:
            continue
        for full in (False, True):
            _, kinds = split(field)
            yield Case(name, Kind.NOT_OURS, name, made(kinds[0], full=full), full)


def _messages(update: str) -> Iterator[Case]:
    fields = spec()["types"]["Message"]["fields"]
    yield Case("text", Kind.WORDS, update, {"text": WORDS}, full=False)
    for style in ("bold", "italic", "code", "url"):
        entities = [{"type": style, "offset": 0, "length": 6}]
        content: Json = {"text": WORDS, "entities": entities}
        yield Case(f"text in {style}", Kind.WORDS, update, content, full=True)
    for block in spec()["types"]["RichBlock"]["is"]:
        for full in (False, True):
            blocks = [{"type": "paragraph", "text": WORDS}, made(block, full=full)]
            content = {"rich_message": {"blocks": blocks}}
            yield Case(f"rich_message {block}", Kind.WORDS, update, content, full)
    for name, field in fields.items():
        if name in BASE | MOVED:
            continue
        for full in (False, True):
            _, kinds = split(field)
            found = made(kinds[0], full=full)
            yield _case(update, name, found, full)


def _case(update: str, name: str, found: Any, full: bool) -> Case:
    if name in AROUND:
        return Case(name, Kind.WORDS, update, {"text": WORDS, name: found}, full)
    content = {name: found}
    if name in TOGETHER:
        content |= {TOGETHER[name]: made(_type_of(TOGETHER[name]), full=full)}
    if name in FILES:
        content |= {"caption": WORDS} if full else {}
        return Case(name, Kind.FILE, update, content, full)
    kind = Kind.UNREADABLE if name in UNREADABLE else Kind.SERVICE
    return Case(name, kind, update, content, full)


def _type_of(name: str) -> str:
    return split(spec()["types"]["Message"]["fields"][name])[1][0]
