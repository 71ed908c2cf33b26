"""The world as the page needs it: plain JSON, text and entities kept apart."""

from __future__ import annotations

from itertools import islice

from bot.simulator.api.methods.profile import menu
from bot.simulator.world.journal import JournalEntry
from bot.simulator.world.model import FILE_KINDS, CallbackQuery, Chat, Json, Message, User
from bot.simulator.world.state import State

SHOWN = 400
_MEDIA = ("photo", *FILE_KINDS)
_SERVICE = (
    *("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"),
    "pinned_message",
)


def snapshot(state: State) -> Json:
    """Everything, for a page that has just been opened."""
    return _frame(state) | {
        "complete": True,
        "people": people(state),
        "messages": [shown for chat in state.chats.values() for shown in _last(chat)],
        "answers": [],
        "actions": [],
    }


def changes(state: State, since: int) -> Json:
    """What is new after that version; the whole if too much has happened."""
    found = state.journal.since(since)
    if found is None or any(change.kind == "reset" for change in found):
        return snapshot(state)
    view = _frame(state) | {
        "complete": False,
        "messages": _changed_messages(state, found),
        "answers": [_answer(state.callback_queries[str(c.number)]) for c in _of(found, "answer")],
        "actions": [{"chat": c.chat, "action": c.number} for c in _of(found, "action")],
    }
    if any(change.kind in {"people", "commands"} for change in found):
        view["people"] = people(state)
    return view


def people(state: State) -> Json:
    return {
        "bot": {"id": state.bot.number, "name": state.bot.name, "username": state.bot.username},
        "users": [_user(user) for user in state.users.values() if not user.is_bot],
        "chats": [_chat(state, chat) for chat in state.chats.values()],
    }


def message_view(message: Message) -> Json:
    body = message.body
    if message.deleted:
        return {"chat": message.chat_id, "id": message.message_id, "deleted": True}
    return {
        "chat": message.chat_id,
        "id": message.message_id,
        "date": body["date"],
        "edited": message.edited,
        "by": _author(body),
        "bot": message.from_bot,
        "text": message.text,
        "entities": message.entities,
        "rows": body.get("reply_markup", {}).get("inline_keyboard", []),
        "reply": _reply(body.get("reply_to_message")),
        "quote": body.get("quote", {}).get("text"),
        "thread": message.thread,
        "reactions": [{"by": by, "emoji": emoji} for by, emoji in message.reactions.items()],
        "media": _media(body),
        "album": body.get("media_group_id"),
        "prompt": message.prompt,
        "forwarded": _origin(body),
        "extra": {key: body[key] for key in ("contact", "location") if key in body},
        "service": {key: body[key] for key in _SERVICE if key in body},
    }


def _frame(state: State) -> Json:
    return {"version": state.version, "now": state.clock.now().isoformat()}


def _last(chat: Chat) -> list[Json]:
    newest = islice(reversed(chat.messages.values()), SHOWN)
    return [message_view(one) for one in reversed(list(newest)) if not one.deleted]


def _of(found: list[JournalEntry], kind: str) -> list[JournalEntry]:
    return [change for change in found if change.kind == kind]


def _changed_messages(state: State, found: list[JournalEntry]) -> list[Json]:
    places = dict.fromkeys((change.chat, change.number) for change in _of(found, "message"))
    return [message_view(state.chats[chat].messages[int(number)]) for chat, number in places]


def _answer(pressed: CallbackQuery) -> Json:
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


def _chat(state: State, chat: Chat) -> Json:
    return {
        "id": chat.number,
        "kind": chat.kind,
        "title": chat.title,
        "members": sorted(chat.members),
        "migrated_to": chat.migrated_to,
        "topics": chat.topics,
        "menus": {number: menu(state, chat.number, number) for number in sorted(chat.members)},
    }


def _author(body: Json) -> Json:
    sender = body.get("sender_chat") or body["from"]
    name = sender.get("title") or f"{sender['first_name']} {sender.get('last_name', '')}".strip()
    return {"id": sender["id"], "name": name}


def _reply(body: Json | None) -> Json | None:
    if body is None:
        return None
    message = Message(body, from_bot=False)
    media = _media(body)
    return {
        "id": message.message_id,
        "name": _author(body)["name"],
        "text": message.text[:200],
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
    if not origin:
        return None
    user = origin.get("sender_user")
    return str(user["first_name"] if user else origin.get("sender_user_name", "kanal"))
