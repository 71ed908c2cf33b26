"""An update, read into one typed value; what does not fit Telegram's own types is malformed."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from telegram import Message, Update, User

from bot import utf16
from bot.rules.complaint import File
from bot.wire.lanes import is_id
from bot.wire.lenient_json import UNREADABLE
from handlers.incoming import Incoming, Who

MOST_NAME = 64
ANONYMOUS_ADMIN = 1087968824
# Not persons: the anonymous admin, posts of channels, and Telegram's own service account.
NOBODIES = frozenset({ANONYMOUS_ADMIN, 136817688, 777000})
_USERNAME = re.compile(r"[A-Za-z0-9_]{1,32}")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Malformed(Exception):
    """The update is not what Telegram documents; serving it again cannot help."""


def parse_update(raw: str) -> Incoming | None:
    """None for updates that we do not serve. Raises Malformed."""
    try:
        said = json.loads(raw)
        if UNREADABLE in said:
            raise Malformed("unreadable")
        if _is_service(said.get("message")):
            return None
        other = _take_other_out(said)
        found = _incoming(Update.de_json(said, None), other)
        if found is not None and found.private and found.who is None:
            raise Malformed("nobody writes in a private chat")
        return found
    except Malformed:
        raise
    except Exception as error:
        raise Malformed(type(error).__name__) from error


def _is_service(message: object) -> bool:
    """By name, and though the object be empty: what we do not know may be somebody's words."""
    return isinstance(message, dict) and any(
        message[name] not in (None, False) for name in SERVICE & message.keys()
    )


def _take_other_out(said: dict[str, Any]) -> str | None:
    """The name of something that is neither words nor a file. That it came is all we tell of it,
    so what a newer or older Telegram writes into it need not fit PTB's types."""
    found = None
    for carrier in ("message", "edited_message"):
        message = said.get(carrier)
        if isinstance(message, dict):
            if "animation" in message:  # which also comes as a document
                message.pop("document", None)
            names = [name for name in _OTHERS if message.pop(name, None)]
            found = names[0] if names and "document" not in message else found
    return found


def _incoming(update: Update, other: str | None) -> Incoming | None:
    if update.callback_query is not None:
        return _press(update)
    if update.my_chat_member is not None:
        change = update.my_chat_member
        return Incoming(
            kind="member",
            chat_id=_id(change.chat.id),
            chat_type=_text(change.chat.type),
            who=_who(change.from_user),
            membership=_text(change.new_chat_member.status),
            membership_before=_text(change.old_chat_member.status),
        )
    message = update.message or update.edited_message
    if message is None:
        return None
    return _message(message, "message" if update.message else "edited", other)


def _press(update: Update) -> Incoming:
    query = update.callback_query
    assert query is not None
    message = query.message
    chat = message.chat if message is not None else None
    shown = message if isinstance(message, Message) and message.is_accessible else None
    return Incoming(
        kind="press",
        chat_id=_id(chat.id if chat else query.from_user.id),
        chat_type=_text(chat.type) if chat else "private",
        who=_who(query.from_user),
        from_bot=_other_bot(query.from_user),
        message_id=_id(message.message_id) if message is not None else None,
        callback_id=_text(query.id),
        data=_text(query.data or ""),
        shown_keys=_keys(shown) if shown else None,
    )


def _message(message: Message, kind: str, other: str | None) -> Incoming:
    text = message.text if message.text is not None else message.caption
    answered = _answered(message)
    return Incoming(
        kind=kind,
        chat_id=_id(message.chat.id),
        chat_type=_text(message.chat.type),
        who=_who(message.from_user),
        from_bot=_other_bot(message.from_user),
        anonymous=_anonymous(message),
        message_id=_id(message.message_id),
        text=None if text is None else clean(_text(text)),
        file=_file(message),
        other=other,
        reply_to=_id(answered.message_id) if answered else None,
        reply_to_person=_person_behind(answered),
        reply_to_bot=_bot_behind(answered),
        reply_to_line=_first_line(answered),
        reply_to_button=_button(answered) if answered else None,
        moved_to=_maybe_id(message.migrate_to_chat_id),
        moved_from=_maybe_id(message.migrate_from_chat_id),
    )


def _answered(message: Message) -> Message | None:
    """What the writer answered: not what Telegram names for all that is said in a topic, the
    message that began it. In other groups a thread's number is that of a real message."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:
        return None
    begins_topic = message.is_topic_message and answered.message_id == message.message_thread_id
    return None if begins_topic else answered


def _person_behind(answered: Message | None) -> Who | None:
    """Whom a reply answers; nobody, where that is a bot or a face without a person."""
    if answered is None or _anonymous(answered) or _other_bot(answered.from_user):
        return None
    return _who(answered.from_user)


def _bot_behind(answered: Message | None) -> str | None:
    author = answered.from_user if answered is not None else None
    return _text(author.username or "") if author is not None and author.is_bot else None


def _first_line(answered: Message | None) -> str | None:
    text = (answered.text or answered.caption) if answered is not None else None
    return None if text is None else clean(_text(text)).partition("\n")[0]


def _button(message: Message) -> tuple[str, str] | None:
    keys = _keys(message)
    if message.from_user is None or not keys:
        return None
    return _text(message.from_user.username or ""), keys[0]


def _keys(message: Message) -> tuple[str, ...]:
    """The data of its buttons."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else ()
    return tuple(_text(key.callback_data) for row in rows for key in row if key.callback_data)


def _other_bot(user: User | None) -> bool:
    return user is not None and bool(user.is_bot) and user.id not in NOBODIES


def _anonymous(message: Message) -> bool:
    if message.sender_chat is not None:
        return True
    return message.from_user is None or message.from_user.id in NOBODIES


def _who(user: User | None) -> Who | None:
    if user is None or user.id in NOBODIES:
        return None
    name = clean(_text(user.full_name)).replace("\n", " ").strip()[:MOST_NAME]
    return Who(_id(user.id), name or f"Pengguna {user.id}", _username(user))


def _username(user: User) -> str | None:
    """None for what Telegram would never let anybody be called."""
    username = _text(user.username or "")
    return username if _USERNAME.fullmatch(username) else None


def _file(message: Message) -> File | None:
    """A photo or document, in its largest size; others are passed on by their own kind."""
    found: Any = message.photo[-1] if message.photo else None
    kind = "photo"
    for kind_, thing in (("document", message.document), ("video", message.video)):
        if found is None and thing is not None:
            found, kind = thing, kind_
    if found is None:
        return None
    group = message.media_group_id
    return File(
        kind=kind,
        file_id=_text(found.file_id),
        unique_id=_text(found.file_unique_id),
        group_id=None if group is None else _text(group),
    )


_OTHERS = (
    "sticker",
    "voice",
    "audio",
    "video_note",
    "animation",
    "contact",
    "location",
    "poll",
    "dice",
    "venue",
    "game",
    "story",
)


# What Telegram itself puts into a chat; the two about a moved group are served, see `group.moved`.
SERVICE = frozenset(
    {
        *("new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo"),
        *("delete_chat_photo", "group_chat_created", "supergroup_chat_created"),
        *("channel_chat_created", "message_auto_delete_timer_changed", "pinned_message"),
        *("chat_background_set", "chat_owner_left", "chat_owner_changed", "boost_added"),
        *("successful_payment", "refunded_payment", "users_shared", "chat_shared"),
        *("gift", "unique_gift", "gift_upgrade_sent", "connected_website", "passport_data"),
        *("write_access_allowed", "web_app_data", "proximity_alert_triggered"),
        *("checklist_tasks_done", "checklist_tasks_added", "poll_option_added"),
        *("poll_option_deleted", "forum_topic_created", "forum_topic_edited"),
        *("forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden"),
        *("general_forum_topic_unhidden", "giveaway_created", "giveaway_completed"),
        *("direct_message_price_changed", "paid_message_price_changed", "managed_bot_created"),
        *("suggested_post_approved", "suggested_post_approval_failed", "suggested_post_declined"),
        *("suggested_post_paid", "suggested_post_refunded", "video_chat_scheduled"),
        *("video_chat_started", "video_chat_ended", "video_chat_participants_invited"),
    }
)


def clean(text: str) -> str:
    """Without what a database refuses or an officer's screen would be fooled by."""
    if text.isascii() and text.isprintable():
        return text
    text = utf16.without_surrogates(text)
    text = _BIDI.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"}
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Malformed("text expected")
    return value


def _id(value: object) -> int:
    if not is_id(value):
        raise Malformed("id expected")
    return int(value)  # type: ignore[call-overload, no-any-return]  # is_id proved it


def _maybe_id(value: object) -> int | None:
    return None if value is None else _id(value)
