"""What may hang below a message: checked as Telegram checks it."""

from __future__ import annotations

from typing import Any

from bot import utf16
from bot.simulator.api.params import Params
from bot.simulator.text.refusal import ApiError, bad_request

Json = dict[str, Any]

MAX_BUTTONS = 100
MAX_DATA_BYTES = 64
MAX_COPY = 256
STYLES = {"danger", "success", "primary"}
_ACTIONS = (
    *("web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"),
)
_FLAGS = (
    *("remove_keyboard", "force_reply", "selective", "resize_keyboard", "one_time_keyboard"),
    "is_persistent",
)


def markup_of(params: Params, *, old: bool = False) -> tuple[Json | None, Json | None]:
    """(the inline keyboard, any other markup such as force_reply); both None without one."""
    given = params.parsed("reply_markup", "reply keyboard markup")
    if given is None:
        return None, None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    keys = [[_key(key) for key in row] for row in _rows(given, "keyboard", '"keyboard"')]
    inline = _inline_keyboard(given, old=old)
    for flag in _FLAGS:
        if not isinstance(given.get(flag), bool | None):
            raise bad_request(f'field "{flag}" must be of type Boolean')
    if any(keys):
        return None, given | {"keyboard": keys}
    if inline is not None:
        return inline, None
    return None, given if given.get("remove_keyboard") or given.get("force_reply") else None


def _rows(given: Json, field: str, described: str) -> list[list[Any]]:
    rows = given.get(field)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f"field {described} must be an Array of Arrays")
    return rows


def _key(key: Any) -> Any:
    """A button below the field to write in; a bare string is one, too."""
    if isinstance(key, str):
        return key
    if not isinstance(key, dict):
        raise _wrong("keyboard button", "KeyboardButton must be a String or an Object")
    _text(key, "keyboard button")
    return key


def _inline_keyboard(given: Json, *, old: bool) -> Json | None:
    described = '"inline_keyboard" of the InlineKeyboardMarkup'
    rows = _rows(given, "inline_keyboard", described)
    checked = [[_button(button, old=old) for button in row] for row in rows if row]
    if sum(map(len, checked)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def _button(button: Any, *, old: bool) -> Json:
    if not isinstance(button, dict):
        raise _wrong("inline keyboard button", "InlineKeyboardButton must be an Object")
    if not _text(button, "inline keyboard button").strip():
        raise bad_request("inline keyboard button text must be non-empty")
    _check_newer(button, old=old)
    if button.get("url"):
        _check_url(str(button["url"]))
    elif button.get("callback_data"):
        _check_data(button["callback_data"])
    elif not any(action in button for action in _ACTIONS):
        why = "Text buttons are unallowed in the inline keyboard"
        raise _wrong("inline keyboard button", why)
    return {key: value for key, value in button.items() if value is not None}


def _check_newer(button: Json, *, old: bool) -> None:
    style, copied = button.get("style"), button.get("copy_text")
    if old and (style is not None or copied is not None):
        raise _wrong("inline keyboard button", "Text buttons are unallowed in the inline keyboard")
    if style is not None and style not in STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    if copied is not None and not 1 <= utf16.length(_text(copied, "copy text button")) <= MAX_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _text(button: Json, what: str) -> str:
    text = button.get("text")
    if text is None:
        raise _wrong(what, 'Can\'t find field "text"')
    if not isinstance(text, str):
        raise _wrong(what, 'Field "text" must be of type String')
    return text


def _wrong(what: str, why: str) -> ApiError:
    return bad_request(f"can't parse {what}: {why}")


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or len(data.encode("utf-8", "replace")) > MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    known = url.startswith(("http://", "https://", "tg://", "ton://"))
    if not known or " " in url or url.endswith("://"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
