"""What a call may leave away where an older server, or a chat, does not take it.

Each is an ornament of what is said: a topic that is gone, the colour of a button, a button that
copies, the moment behind a written time. Whoever reads must never go without the words for it.
"""

from __future__ import annotations

import re

Params = dict[str, object]

# Parts of refusals, in lower case.
_NO_TOPIC = (
    *("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid"),
    *("direct messages topic not found", "chat is not a forum", "the chat is not a forum"),
)
_NO_SUCH_KEY = (
    *("can't parse inline keyboard button", "can't parse reply keyboard markup"),
    *("button_", "inline keyboard button", 'field "style"', "copy_text"),
)
_NO_SUCH_TAG = ("can't parse entities", "can't parse message text")
_TIME = re.compile(r"</?tg-time\b[^<>]*>")


def leaner(words: str, params: Params) -> Params | None:
    """The same call without what these words refuse; None where it has nothing of the kind."""
    said = words.lower()
    for parts, without in (
        (_NO_TOPIC, _without_topic),
        (_NO_SUCH_KEY, _plain_keys),
        (_NO_SUCH_TAG, _plain_times),
    ):
        if any(part in said for part in parts):
            left = without(params)
            return left if left != params else None
    return None


def _without_topic(params: Params) -> Params:
    """Also without what it answers: that would lead back into the topic."""
    topic = ("message_thread_id", "direct_messages_topic_id")
    if not any(name in params for name in topic):
        return params
    gone = {*topic, "reply_parameters"}
    return {name: value for name, value in params.items() if name not in gone}


def _plain_keys(params: Params) -> Params:
    markup = params.get("reply_markup")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not rows:
        return params
    plain = [[_plain_key(key) for key in row if "copy_text" not in key] for row in rows]
    return params | {"reply_markup": {"inline_keyboard": [row for row in plain if row]}}


def _plain_key(key: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in key.items() if name != "style"}


def _plain_times(params: Params) -> Params:
    """The moments behind written times; all other tags are as old as the Bot API."""
    return params | {
        name: _TIME.sub("", str(params[name])) for name in ("text", "caption") if name in params
    }
