"""An update, read into one typed value; what does not fit Telegram's own types is malformed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot import utf16
from bot.rules import letters
from bot.rules.complaint import File
from bot.wire.lanes import is_id
from bot.wire.lenient_json import UNREADABLE
from handlers.incoming import HELD_SECRET, Incoming, Who

MOST_NAME = 64
ANONYMOUS_ADMIN = 1087968824
# Not persons: the anonymous admin, posts of channels, and Telegram's own service account.
NOBODIES = frozenset({ANONYMOUS_ADMIN, 136817688, 777000})
_USERNAME = re.compile(r"[A-Za-z0-9_]{1,32}")


Json = dict[str, Any]


class Malformed(Exception):
    """The update is not what Telegram documents; serving it again cannot help."""


def parse_update(raw: str) -> Incoming | None:
    """None for updates that we do not serve. Raises Malformed.

    Only what is used is looked at: a field that Telegram adds or changes elsewhere does no harm.
    """
    try:
        said = json.loads(raw)
        if UNREADABLE in said:
            raise Malformed("unreadable")
        found = _incoming(said)
        if found is not None and HELD_SECRET in said:
            found = replace(found, held_secret=True)
        if found is not None and found.private and found.who is None:
            raise Malformed("nobody writes in a private chat")
        return found
    except Malformed:
        raise
    except Exception as error:
        raise Malformed(type(error).__name__) from error


def _incoming(update: Json) -> Incoming | None:
    if (query := _object(update.get("callback_query"))) is not None:
        return _press(query)
    if (change := _object(update.get("my_chat_member"))) is not None:
        return _member(change)
    if (message := _object(update.get("message"))) is not None:
        return None if _is_service(message) else _message(message, "message")
    if (message := _object(update.get("edited_message"))) is not None:
        return _message(message, "edited")
    return None


def _is_service(message: Json) -> bool:
    """By name, and though the object be empty: what we do not know may be somebody's words."""
    return any(message[name] not in (None, False) for name in SERVICE & message.keys())


def _member(change: Json) -> Incoming:
    chat = _needed(change, "chat")
    return Incoming(
        kind="member",
        chat_id=_id(chat.get("id")),
        chat_type=_text(chat.get("type")),
        who=_who(_needed(change, "from")),
        membership=_text(_needed(change, "new_chat_member").get("status")),
        membership_before=_text(_needed(change, "old_chat_member").get("status")),
    )


def _press(query: Json) -> Incoming:
    message, person = _object(query.get("message")), _needed(query, "from")
    chat = _needed(message, "chat") if message is not None else None
    return Incoming(
        kind="press",
        chat_id=_id((chat or person).get("id")),
        chat_type=_text(chat.get("type")) if chat is not None else "private",
        who=_who(person),
        from_bot=_other_bot(person),
        message_id=_id(message.get("message_id")) if message is not None else None,
        callback_id=_text(query.get("id")),
        data=_text(query.get("data") or ""),
        shown_keys=_keys(message) if message is not None and _is_shown(message) else None,
    )


def _is_shown(message: Json) -> bool:
    """Of a message that is too old Telegram tells no more than where it is (Bot API,
    InaccessibleMessage)."""
    return bool(message.get("date") != 0)


def _message(message: Json, kind: str) -> Incoming:
    chat, author = _needed(message, "chat"), _object(message.get("from"))
    text = message.get("text")
    if text is None:
        text = message.get("caption")
    answered = _answered(message)
    return Incoming(
        kind=kind,
        chat_id=_id(chat.get("id")),
        chat_type=_text(chat.get("type")),
        who=_who(author),
        from_bot=_other_bot(author),
        anonymous=_anonymous(message),
        message_id=_id(message.get("message_id")),
        text=None if text is None else clean(_text(text)),
        file=_file(message),
        other=_other(message),
        reply_to=_id(answered.get("message_id")) if answered else None,
        reply_to_person=_person_behind(answered),
        reply_to_bot=_bot_behind(answered),
        reply_to_line=_first_line(answered),
        reply_to_button=_button(answered) if answered else None,
        moved_to=_maybe_id(message.get("migrate_to_chat_id")),
        moved_from=_maybe_id(message.get("migrate_from_chat_id")),
    )


def _answered(message: Json) -> Json | None:
    """What the writer answered: not what Telegram names for all that is said in a topic, the
    message that began it. In other groups a thread's number is that of a real message."""
    answered = _object(message.get("reply_to_message"))
    if answered is None or answered.get("forum_topic_created") is not None:
        return None
    number = answered.get("message_id")
    begins_topic = message.get("is_topic_message") and number == message.get("message_thread_id")
    return None if begins_topic else answered


def _person_behind(answered: Json | None) -> Who | None:
    """Whom a reply answers; nobody, where that is a bot or a face without a person."""
    if answered is None or _anonymous(answered) or _other_bot(_object(answered.get("from"))):
        return None
    return _who(_object(answered.get("from")))


def _bot_behind(answered: Json | None) -> str | None:
    author = _object(answered.get("from")) if answered is not None else None
    if author is None or not author.get("is_bot"):
        return None
    return _text(author.get("username") or "")


def _first_line(answered: Json | None) -> str | None:
    text = (answered.get("text") or answered.get("caption")) if answered is not None else None
    return None if text is None else clean(_text(text)).partition("\n")[0]


def _button(message: Json) -> tuple[str, str] | None:
    author, keys = _object(message.get("from")), _keys(message)
    if author is None or not keys:
        return None
    return _text(author.get("username") or ""), keys[0]


def _keys(message: Json) -> tuple[str, ...]:
    """The data of its buttons."""
    markup = _object(message.get("reply_markup"))
    rows = _list(markup.get("inline_keyboard")) if markup is not None else ()
    keys = [_object(key) or {} for row in rows for key in _list(row)]
    return tuple(_text(key["callback_data"]) for key in keys if key.get("callback_data"))


def _other_bot(user: Json | None) -> bool:
    return user is not None and bool(user.get("is_bot")) and user.get("id") not in NOBODIES


def _anonymous(message: Json) -> bool:
    if _object(message.get("sender_chat")) is not None:
        return True
    author = _object(message.get("from"))
    return author is None or _id(author.get("id")) in NOBODIES


def _who(user: Json | None) -> Who | None:
    if user is None or _id(user.get("id")) in NOBODIES:
        return None
    names = [_text(user.get("first_name")), _text(user.get("last_name") or "")]
    name = " ".join(clean(" ".join(names)).split())[:MOST_NAME]
    return Who(user["id"], name or f"Pengguna {user['id']}", _username(user))


def _username(user: Json) -> str | None:
    """None for what Telegram would never let anybody be called."""
    username = _text(user.get("username") or "")
    return username if _USERNAME.fullmatch(username) else None


def _file(message: Json) -> File | None:
    """A photo or document, in its largest size; others are passed on by their own kind."""
    sizes = _list(message.get("photo"))
    found, kind = (_object(sizes[-1]) if sizes else None), "photo"
    for kind_ in ("document", "video"):
        if found is None and kind_ not in _stand_ins(message):
            found, kind = _object(message.get(kind_)), kind_
    if found is None:
        return None
    group = message.get("media_group_id")
    return File(
        kind=kind,
        file_id=_text(found.get("file_id")),
        unique_id=_text(found.get("file_unique_id")),
        group_id=None if group is None else _text(group),
    )


def _stand_ins(message: Json) -> tuple[str, ...]:
    """An animation comes as a document too, for apps that do not know it."""
    return ("document",) if "animation" in message else ()


def _other(message: Json) -> str | None:
    """The name of something that is neither words nor a file. That it came is all we tell of it,
    so what is written into it need not have any form."""
    names = [name for name in _OTHERS if message.get(name)]
    return (
        names[0] if names and not ("document" in message and "animation" not in message) else None
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
    return letters.harmless(utf16.without_surrogates(text))


def _object(value: object) -> Json | None:
    if value is not None and not isinstance(value, dict):
        raise Malformed("object expected")
    return value


def _needed(holder: Json, name: str) -> Json:
    found = _object(holder.get(name))
    if found is None:
        raise Malformed(f"{name} expected")
    return found


def _list(value: object) -> Sequence[Any]:
    if value is not None and not isinstance(value, list):
        raise Malformed("list expected")
    return value or ()


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
