"""Updates as Telegram sends them, to whoever serves in this process."""

from __future__ import annotations

import time
from itertools import count

from bot.simulator.world import accounts
from handlers.buttons import Button

Update = dict[str, object]

# Never those of an earlier run, which a database that was kept has had already.
_updates = count(time.time_ns() // 1_000)
_messages = count(1_000_000_000)


def says(person: int, text: str, *, chat: int | None = None, reply_to: int = 0) -> Update:
    message = _message(chat or person, text) | {"from": _person(person)}
    if reply_to:
        message["reply_to_message"] = _message(chat or person, "") | {"message_id": reply_to}
    return _update("message", message)


def answers_bot(person: int, text: str, *, chat: int, asked: str) -> Update:
    """A reply to our own message that says what was asked."""
    update = says(person, text, chat=chat)
    bot = {"id": accounts.BOT_ID, "is_bot": True, "first_name": "Bot"}
    about = _message(chat, asked) | {"from": bot | {"username": accounts.BOT_USERNAME}}
    message = update["message"]
    assert isinstance(message, dict)
    return update | {"message": message | {"reply_to_message": about}}


def edits(said: Update, text: str) -> Update:
    """What somebody said, in other words."""
    message = said["message"]
    assert isinstance(message, dict)
    return _update("edited_message", message | {"text": text, "edit_date": int(time.time())})


def sends_album(person: int, *, chat: int, reply_to: int, group: str) -> Update:
    photo = {"file_id": group, "file_unique_id": group, "width": 9, "height": 9}
    message = _message(chat, "") | {"from": _person(person), "photo": [photo]}
    message |= {"media_group_id": group, "reply_to_message": _message(chat, "")}
    message["reply_to_message"] |= {"message_id": reply_to}  # type: ignore[operator]
    del message["text"]
    return _update("message", message)


def presses(person: int, button: Button, *, chat: int | None = None, under: str = "x") -> Update:
    """`under`: the text that the button stands below."""
    keyboard = [[{"text": "x", "callback_data": button.pack()}]]
    shown = _message(chat or person, under) | {"reply_markup": {"inline_keyboard": keyboard}}
    press: dict[str, object] = {
        "id": str(next(_updates)),
        "from": _person(person),
        "chat_instance": "1",
        "message": shown,
        "data": button.pack(),
    }
    return _update("callback_query", press)


def membership(person: int, before: str, after: str) -> Update:
    """Somebody blocks the bot, or lets it back in."""
    change = {
        "chat": _chat(person),
        "from": _person(person),
        "date": int(time.time()),
        "old_chat_member": _member(before),
        "new_chat_member": _member(after),
    }
    return _update("my_chat_member", change)


def moves(chat: int, to: int) -> Update:
    message = _message(chat, "") | {"from": _person(accounts.BUDI), "migrate_to_chat_id": to}
    del message["text"]
    return _update("message", message)


def _update(kind: str, what: dict[str, object]) -> Update:
    return {"update_id": next(_updates), kind: what}


def _message(chat: int, text: str) -> dict[str, object]:
    sent = {"message_id": next(_messages), "date": int(time.time())}
    return {**sent, "chat": _chat(chat), "text": text}


def _chat(number: int) -> dict[str, object]:
    if number < 0:
        return {"id": number, "type": "supergroup", "title": "Helpdesk"}
    return {"id": number, "type": "private", "first_name": "Orang"}


def _person(number: int) -> dict[str, object]:
    return {"id": number, "is_bot": False, "first_name": f"Pegawai {number}"}


def _member(status: str) -> dict[str, object]:
    user = {"id": accounts.BOT_ID, "is_bot": True, "first_name": "Bot"}
    until = {"until_date": 0} if status == "kicked" else {}
    return {"status": status, "user": user, **until}
