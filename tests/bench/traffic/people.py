"""Updates as Telegram sends them."""

from __future__ import annotations

import time
from itertools import count

from tests.bench.traffic.api import BOT, Call, Update

_numbers = count(1)


def says(
    person: int, text: str, *, chat: int | None = None, answering: Call | None = None
) -> Update:
    """A message; in their own chat if no other is given."""
    message: dict[str, object] = {
        "message_id": next(_numbers),
        "from": _person(person),
        "chat": _chat(chat or person),
        "date": int(time.time()),
        "text": text,
    }
    if text.startswith("/"):
        end = len(text.split(maxsplit=1)[0])
        message["entities"] = [{"offset": 0, "length": end, "type": "bot_command"}]
    if answering is not None:
        message["reply_to_message"] = _sent(answering)
    return {"message": message}


def presses(person: int, shown: Call, label: str) -> Update:
    """A button under a message of the bot's; `press_of` tells how the press is called."""
    press = {
        "id": press_of(person, shown, label),
        "from": _person(person),
        "chat_instance": str(shown.chat),
        "message": _sent(shown),
        "data": shown.buttons.get(label, "none"),
    }
    return {"callback_query": press}


def press_of(person: int, shown: Call, label: str) -> str:
    return f"{person}-{shown.message_id}-{label}"


def _person(number: int) -> dict[str, object]:
    who = {"id": number, "is_bot": False, "first_name": "Orang", "last_name": str(number)}
    name = {"username": f"orang_{number}"} if number % 2 else {}  # not everybody has one
    return who | name | {"language_code": "id"}


def _chat(number: int) -> dict[str, object]:
    if number < 0:
        return {"id": number, "type": "supergroup", "title": "Helpdesk"}
    return {"id": number, "type": "private", "first_name": "Orang", "last_name": str(number)}


def _sent(call: Call) -> dict[str, object]:
    """A message of the bot's, as it is quoted with a reply or a press."""
    message = {
        "message_id": call.message_id,
        "from": BOT,
        "chat": _chat(call.chat),
        "date": int(time.time()),
        "text": call.text,
    }
    shows_buttons = "inline_keyboard" in call.keyboard
    return message | ({"reply_markup": call.keyboard} if shows_buttons else {})
