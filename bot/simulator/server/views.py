"""The world as the page needs it: plain JSON, text and entities kept apart."""

from __future__ import annotations

from itertools import islice

from bot.simulator.api.methods.profile import menu
from bot.simulator.api.world import World
from bot.simulator.world.journal import Change
from bot.simulator.world.model import Callback, Chat, Json, Message, User

SHOWN = 400
_MEDIA = ("photo", "document", "video", "voice", "audio", "sticker", "animation")
_SERVICE = (
    *("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"),
    "pinned_message",
)


def snapshot(world: World) -> Json:
    """Everything, for a page that has just been opened."""
    return _frame(world) | {
        "complete": True,
        "people": people(world),
        "messages": [shown for chat in world.chats.values() for shown in _last(chat)],
        "answers": [],
        "actions": [],
    }


def changes(world: World, since: int) -> Json:
    """What is new after that version; the whole if too much has happened."""
    found = world.journal.since(since)
    if found is None or any(change.kind == "reset" for change in found):
        return snapshot(world)
    told = _frame(world) | {
        "complete": False,
        "messages": _changed_messages(world, found),
        "answers": [_answer(world.callbacks[str(c.number)]) for c in _of(found, "answer")],
        "actions": [{"chat": c.chat, "action": c.number} for c in _of(found, "action")],
    }
    if any(change.kind in {"people", "commands"} for change in found):
        told["people"] = people(world)
    return told


def people(world: World) -> Json:
    return {
        "bot": {"id": world.bot.number, "name": world.bot.name, "username": world.bot.username},
        "users": [_user(user) for user in world.users.values() if not user.is_bot],
        "chats": [_chat(world, chat) for chat in world.chats.values()],
    }


def message(told: Message) -> Json:
    body = told.body
    if told.deleted:
        return {"chat": told.chat_id, "id": told.message_id, "deleted": True}
    return {
        "chat": told.chat_id,
        "id": told.message_id,
        "date": body["date"],
        "edited": told.edited,
        "by": _author(body),
        "bot": told.from_bot,
        "text": told.text,
        "entities": told.entities,
        "rows": body.get("reply_markup", {}).get("inline_keyboard", []),
        "reply": _reply(body.get("reply_to_message")),
        "media": _media(body),
        "album": body.get("media_group_id"),
        "prompt": told.prompt,
        "forwarded": _origin(body),
        "extra": {key: body[key] for key in ("contact", "location") if key in body},
        "service": {key: body[key] for key in _SERVICE if key in body},
    }


def _frame(world: World) -> Json:
    return {"version": world.version, "now": world.clock.now().isoformat()}


def _last(chat: Chat) -> list[Json]:
    newest = islice(reversed(chat.messages.values()), SHOWN)
    return [message(one) for one in reversed(list(newest)) if not one.deleted]


def _of(found: list[Change], kind: str) -> list[Change]:
    return [change for change in found if change.kind == kind]


def _changed_messages(world: World, found: list[Change]) -> list[Json]:
    places = dict.fromkeys((change.chat, change.number) for change in _of(found, "message"))
    return [message(world.chats[chat].messages[int(number)]) for chat, number in places]


def _answer(pressed: Callback) -> Json:
    return {
        "id": pressed.number,
        "chat": pressed.chat,
        "user": pressed.user,
        "text": pressed.text,
        "alert": pressed.alert,
    }


def _user(user: User) -> Json:
    return {
        "id": user.number,
        "name": user.name,
        "first": user.first_name,
        "office": user.office,
        "blocked": user.blocked,
        "started": user.started,
        "asks": user.asks,
    }


def _chat(world: World, chat: Chat) -> Json:
    return {
        "id": chat.number,
        "kind": chat.kind,
        "title": chat.title,
        "members": sorted(chat.members),
        "migrated_to": chat.migrated_to,
        "menus": {number: menu(world, chat.number, number) for number in sorted(chat.members)},
    }


def _author(body: Json) -> Json:
    sender = body.get("sender_chat") or body["from"]
    name = sender.get("title") or f"{sender['first_name']} {sender.get('last_name', '')}".strip()
    return {"id": sender["id"], "name": name}


def _reply(body: Json | None) -> Json | None:
    if body is None:
        return None
    told = Message(body, from_bot=False)
    media = _media(body)
    return {
        "id": told.message_id,
        "name": _author(body)["name"],
        "text": told.text[:200],
        "kind": media["kind"] if media else None,
    }


def _media(body: Json) -> Json | None:
    kind = next((kind for kind in _MEDIA if kind in body), None)
    if kind is None:
        return None
    about = body[kind][-1] if kind == "photo" else body[kind]
    wanted = ("file_id", "file_name", "file_size", "mime_type", "width", "height")
    return {"kind": kind} | {key: about[key] for key in wanted if key in about}


def _origin(body: Json) -> str | None:
    origin = body.get("forward_origin")
    return str(origin["sender_user"]["first_name"]) if origin else None
