"""An update, read into one typed value; what does not fit Telegram's own types is malformed."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from bot.rules.complaint import File
from bot.wire.lenient_json import UNREADABLE
from handlers.incoming import HELD_SECRET, Author, Contact, Incoming
from handlers.json_parts import (
    Json,
    Malformed,
    a_list,
    a_text,
    an_id,
    an_object,
    clean,
    maybe_id,
    needed,
)
from handlers.message_mark import mark_of
from handlers.parse_picture import picture_of
from handlers.parse_pointing import forwarded, pointed_at
from handlers.rich_message import as_text_messages

MOST_NAME = 64
LONGEST_PHONE = 32
ANONYMOUS_ADMIN = 1087968824
# Not persons: the anonymous admin, posts of channels, and Telegram's own service account.
NOBODIES = frozenset({ANONYMOUS_ADMIN, 136817688, 777000})
_USERNAME = re.compile(r"[A-Za-z0-9_]{1,32}")


def parse_update(raw: str) -> Incoming | None:
    """None for updates that we do not serve. Raises Malformed.

    Only what is used is looked at: a field that Telegram adds or changes elsewhere does no harm.
    """
    try:
        said = as_text_messages(json.loads(raw))
        assert isinstance(said, dict)
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
    if (query := an_object(update.get("callback_query"))) is not None:
        return _press(query)
    if (change := an_object(update.get("my_chat_member"))) is not None:
        return _member(change)
    if (message := an_object(update.get("message"))) is not None:
        if (left := an_object(message.get("left_chat_member"))) is not None:
            return _left(message, left)
        return None if _is_service(message) else _message(message, "message")
    if (message := an_object(update.get("edited_message"))) is not None:
        return None if _is_service(message) else _message(message, "edited")
    if (message := an_object(update.get("guest_message"))) is not None:
        return _guest(message)
    return None


def _is_service(message: Json) -> bool:
    """By name, and though the object be empty: what we do not know may be somebody's words."""
    return any(message[name] not in (None, False) for name in SERVICE & message.keys())


def _member(change: Json) -> Incoming:
    chat = needed(change, "chat")
    return Incoming(
        kind="member",
        chat_id=an_id(chat.get("id")),
        chat_type=a_text(chat.get("type")),
        who=_who(needed(change, "from")),
        membership=a_text(needed(change, "new_chat_member").get("status")),
        membership_before=a_text(needed(change, "old_chat_member").get("status")),
    )


def _left(message: Json, left: Json) -> Incoming:
    chat = needed(message, "chat")
    return Incoming(
        kind="left",
        chat_id=an_id(chat.get("id")),
        chat_type=a_text(chat.get("type")),
        who=_who(an_object(message.get("from"))),
        left=None if _other_bot(left) else _who(left),
    )


def _press(query: Json) -> Incoming:
    message, person = an_object(query.get("message")), needed(query, "from")
    chat = needed(message, "chat") if message is not None else None
    return Incoming(
        kind="press",
        chat_id=an_id((chat or person).get("id")),
        chat_type=a_text(chat.get("type")) if chat is not None else "private",
        who=_who(person),
        from_bot=_other_bot(person),
        message_id=an_id(message.get("message_id")) if message is not None else None,
        callback_id=a_text(query.get("id")),
        data=a_text(query.get("data") or ""),
        place=_place(message or {}),
        shown_line=_first_line(message),
        shown_keys=_keys(message) if message is not None and _is_shown(message) else None,
    )


def _is_shown(message: Json) -> bool:
    """Of a message that is too old Telegram tells no more than where it is (Bot API,
    InaccessibleMessage)."""
    return bool(message.get("date") != 0)


def _message(message: Json, kind: str) -> Incoming:
    chat, author = needed(message, "chat"), an_object(message.get("from"))
    text = message.get("text")
    if text is None:
        text = message.get("caption")
    answered = _answered(message)
    return Incoming(
        kind=kind,
        chat_id=an_id(chat.get("id")),
        chat_type=a_text(chat.get("type")),
        who=_who(author),
        from_bot=_other_bot(author),
        anonymous=_anonymous(message),
        message_id=an_id(message.get("message_id")),
        text=None if text is None else clean(a_text(text)),
        file=_file(message),
        picture=picture_of(message),
        other=_other(message, has_words=text is not None),
        contact=_contact(message),
        pointed=pointed_at(message, answered),
        forwarded=forwarded(message),
        via_bot=an_object(message.get("via_bot")) is not None,
        place=_place(message),
        mark=mark_of(message) if kind == "edited" else "",
        written=_moment(message, "date"),
        edited=_moment(message, "edit_date"),
        reply_to=an_id(answered.get("message_id")) if answered else None,
        reply_to_person=_person_behind(answered),
        reply_to_author=_author(answered),
        reply_to_forward=answered is not None and answered.get("forward_origin") is not None,
        reply_to_bot=_bot_behind(answered),
        reply_to_line=_first_line(answered),
        reply_to_button=_button(answered) if answered else None,
        moved_to=maybe_id(message.get("migrate_to_chat_id")),
        moved_from=maybe_id(message.get("migrate_from_chat_id")),
    )


def _moment(message: Json, name: str) -> int | None:
    found = message.get(name)
    return found if type(found) is int else None


def _guest(message: Json) -> Incoming | None:
    """Of a chat in which we are nobody: who asks there is not remembered."""
    query = message.get("guest_query_id")
    if not query:
        return None
    found = _message(message, "guest")
    return replace(found, chat_type="guest", guest_query=a_text(query))


def _place(message: Json) -> dict[str, int]:
    """The topic, where it is one: in other groups a thread is only a row of replies."""
    topic = an_object(message.get("direct_messages_topic"))
    if topic is not None:
        return {"direct_messages_topic_id": an_id(topic.get("topic_id"))}
    thread = message.get("message_thread_id")
    if thread is None or not message.get("is_topic_message"):
        return {}
    return {"message_thread_id": an_id(thread)}


def _answered(message: Json) -> Json | None:
    """What the writer answered: not what Telegram names for all that is said in a topic, the
    message that began it. In other groups a thread's number is that of a real message."""
    answered = an_object(message.get("reply_to_message"))
    if answered is None or answered.get("forum_topic_created") is not None:
        return None
    number = answered.get("message_id")
    begins_topic = message.get("is_topic_message") and number == message.get("message_thread_id")
    return None if begins_topic else answered


def _person_behind(answered: Json | None) -> Author | None:
    """Whom a reply answers; nobody, where that is a bot or a face without a person."""
    if answered is None or _anonymous(answered) or _other_bot(an_object(answered.get("from"))):
        return None
    return _who(an_object(answered.get("from")))


def _author(answered: Json | None) -> Author | None:
    """Of what is forwarded; who does not want it told has only a name there."""
    origin = an_object(answered.get("forward_origin")) if answered is not None else None
    author = an_object(origin.get("sender_user")) if origin is not None else None
    return None if _other_bot(author) else _who(author)


def _bot_behind(answered: Json | None) -> str | None:
    author = an_object(answered.get("from")) if answered is not None else None
    if author is None or not author.get("is_bot"):
        return None
    return a_text(author.get("username") or "")


def _first_line(answered: Json | None) -> str | None:
    text = (answered.get("text") or answered.get("caption")) if answered is not None else None
    return None if text is None else clean(a_text(text)).partition("\n")[0]


def _button(message: Json) -> tuple[str, str] | None:
    author, keys = an_object(message.get("from")), _keys(message)
    if author is None or not keys:
        return None
    return a_text(author.get("username") or ""), keys[0]


def _keys(message: Json) -> tuple[str, ...]:
    """The data of its buttons."""
    markup = an_object(message.get("reply_markup"))
    rows = a_list(markup.get("inline_keyboard")) if markup is not None else ()
    keys = [an_object(key) or {} for row in rows for key in a_list(row)]
    return tuple(a_text(key["callback_data"]) for key in keys if key.get("callback_data"))


def _other_bot(user: Json | None) -> bool:
    return user is not None and bool(user.get("is_bot")) and user.get("id") not in NOBODIES


def _anonymous(message: Json) -> bool:
    if an_object(message.get("sender_chat")) is not None:
        return True
    author = an_object(message.get("from"))
    return author is None or an_id(author.get("id")) in NOBODIES


def _who(user: Json | None) -> Author | None:
    if user is None or an_id(user.get("id")) in NOBODIES:
        return None
    names = [a_text(user.get("first_name")), a_text(user.get("last_name") or "")]
    name = " ".join(clean(" ".join(names)).split())[:MOST_NAME]
    return Author(user["id"], name or f"Pengguna {user['id']}", _username(user))


def _username(user: Json) -> str | None:
    """None for what Telegram would never let anybody be called."""
    username = a_text(user.get("username") or "")
    return username if _USERNAME.fullmatch(username) else None


def _file(message: Json) -> File | None:
    """What can be passed on by its id; a photo in its largest size."""
    kind = next((kind for kind in PASSED_ON if message.get(kind)), None)
    if kind is None or message.get("animation"):  # comes as a document too, for old apps
        return None
    found = message[kind]
    if kind == "photo":
        found = a_list(found)[-1]
    found = an_object(found) or {}
    group = message.get("media_group_id")
    return File(
        kind=kind,
        file_id=a_text(found.get("file_id")),
        unique_id=a_text(found.get("file_unique_id")),
        group_id=None if group is None else a_text(group),
        message_id=an_id(message.get("message_id")),
    )


PASSED_ON = ("photo", "document", "video", "voice", "video_note", "audio")


def _contact(message: Json) -> Contact | None:
    """None too for one without any number: nothing can be made of it."""
    found = message.get("contact")
    number = found.get("phone_number") if isinstance(found, dict) else None
    if not isinstance(number, str):
        return None
    user = message["contact"].get("user_id")
    return Contact(clean(number)[:LONGEST_PHONE], user if type(user) is int else None)


def _other(message: Json, *, has_words: bool) -> str | None:
    """The name of something that is neither words nor a file. That it came is all we tell of it,
    so what is written into it need not have any form."""
    names = [name for name in _OTHERS if message.get(name)]
    if names:
        return names[0]
    is_file = any(message.get(kind) for kind in PASSED_ON)
    return None if has_words or is_file else UNKNOWN


UNKNOWN = "unknown"  # to us: Telegram adds to its kinds, and somebody has sent it
_OTHERS = (
    *("sticker", "animation", "contact", "venue", "location", "poll", "dice", "game", "story"),
    *("checklist", "giveaway", "giveaway_winners", "invoice", "paid_media"),
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
