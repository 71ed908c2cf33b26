"""What a message points at, read from its JSON; a shape that we do not know points at nothing."""

from __future__ import annotations

from typing import Any

from bot.rules.pointing import Forwarded, Pointed
from handlers.json_parts import Json, clean

CONTENT = (
    *("photo", "document", "video", "voice", "audio", "video_note", "animation", "sticker"),
    *("live_photo", "paid_media", "contact", "location", "venue", "poll", "dice", "game", "story"),
    *("checklist", "giveaway", "giveaway_winners", "invoice"),
)


def pointed_at(message: Json, answered: Json | None) -> Pointed | None:
    """What was quoted goes before what was answered: it says which part is meant."""
    quote = _words(_part(message, "quote"), "text")
    external = _part(message, "external_reply")
    if external is not None:
        by = _origin(_part(external, "origin")) or ""
        return Pointed(words=quote, quoted=quote is not None, kind=_kind(external), by=by)
    if _part(message, "reply_to_story") is not None:
        return Pointed(kind="story")
    if answered is None:
        return None if quote is None else Pointed(words=quote, quoted=True)
    author = _part(answered, "from") or {}
    words = quote or _words(answered, "text") or _words(answered, "caption")
    return Pointed(
        words=words,
        quoted=quote is not None,
        kind=_kind(answered),
        ours=bool(author.get("is_bot")),
    )


def forwarded(message: Json) -> Forwarded | None:
    """A post that Telegram itself copies into a discussion group has a sender of its own kind."""
    origin = _part(message, "forward_origin")
    return None if origin is None else Forwarded(_origin(origin))


def _origin(origin: Json | None) -> str | None:
    """The name of MessageOrigin, which is one of four."""
    if origin is None:
        return None
    user = _part(origin, "sender_user")
    if user is not None:
        names = (_words(user, "first_name"), _words(user, "last_name"))
        return " ".join(name for name in names if name) or None
    chat = _part(origin, "sender_chat") or _part(origin, "chat")
    if chat is not None:
        return _words(chat, "title") or _words(chat, "first_name")
    return _words(origin, "sender_user_name")


def _kind(message: Json) -> str | None:
    return next((name for name in CONTENT if message.get(name)), None)


def _part(holder: Json, name: str) -> Json | None:
    found: Any = holder.get(name)
    return found if isinstance(found, dict) else None


def _words(holder: Json | None, name: str) -> str | None:
    found = holder.get(name) if holder is not None else None
    return clean(found).strip() or None if isinstance(found, str) else None
