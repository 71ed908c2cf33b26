"""What may hang below a message: checked as Telegram checks it."""

from __future__ import annotations

from typing import Any

from bot.simulator.params import Params
from bot.simulator.refusal import bad_request

Json = dict[str, Any]

MAX_BUTTONS = 100
MAX_DATA_BYTES = 64
_ACTIONS = (
    *("url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"),
)


def markup_of(params: Params) -> tuple[Json | None, Json | None]:
    """(the inline keyboard, any other markup such as force_reply); both None without one."""
    given = params.parsed("reply_markup", "reply keyboard markup")
    if given is None:
        return None, None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in given:
        return None, given or None
    return inline_keyboard(given["inline_keyboard"]), None


def inline_keyboard(rows: Any) -> Json | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard: InlineKeyboard must be an Array of Arrays")
    checked = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request(
            "can't parse inline keyboard button: can't find field \"text\" of type String"
        )
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if "callback_data" in button:
        _check_data(button["callback_data"])
    elif "url" in button:
        _check_url(str(button["url"]))
    elif not any(action in button for action in _ACTIONS):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    return {key: value for key, value in button.items() if value is not None}


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 0 < len(data.encode()) <= MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    known = url.startswith(("http://", "https://", "tg://", "ton://"))
    if not known or " " in url or url.endswith("://"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
