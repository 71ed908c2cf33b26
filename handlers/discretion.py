"""Passwords, PINs and codes that somebody tells us: nothing of them is kept or passed on."""

from __future__ import annotations

import json
from typing import Any

from bot.rules.privacy.secrets import HIDDEN, hide, may_hold
from bot.wire.lenient_json import objects
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import asker, desk
from bot.words.html import Html
from handlers.incoming import HELD_SECRET, Incoming
from handlers.turn import Turn

# Nobody's words: what Telegram names things by. All else may hold a secret, a name too.
_NO_WORDS = frozenset(
    [
        "id",
        "file_id",
        "file_unique_id",
        "type",
        "data",
        "callback_data",
        "language",
        "language_code",
        "mime_type",
        "username",
        "url",
        "chat_instance",
        "media_group_id",
        "inline_message_id",
        "custom_emoji_id",
    ]
)
_ESCAPED = r"\u"  # letters of another width or script, and signs that nobody sees, in JSON
_CAUTION = "secret"  # in the agenda


def as_kept(update: object) -> str:
    """The update as JSON, without secrets: it is looked through before it is ever written down.

    Whatever somebody sends as an update; done to one twice, it is the same.
    """
    raw = json.dumps(update)
    if not may_hold(raw.replace("language_code", "")) and _ESCAPED not in raw:
        return raw
    hidden = [holder for holder in objects(update) if _hide_in(holder)]
    if not hidden:
        return raw
    if isinstance(update, dict):
        message = update.get("message") or update.get("edited_message")
        if any(holder is message for holder in hidden):
            update[HELD_SECRET] = True
    return json.dumps(update)


def _hide_in(holder: dict[str, Any]) -> bool:
    changed = False
    for name, said in list(holder.items()):
        if isinstance(said, str) and name not in _NO_WORDS and (told := _told(said)) != said:
            holder[name] = told
            changed = True
    return changed


def _told(said: str) -> str:
    """A fault of ours must not stop everybody's updates, and cannot be undone for one of them:
    then rather nothing of it is kept."""
    try:
        return hide(said)
    except Exception as error:  # noqa: BLE001
        record(Action.UPDATE_FAILED, error=error)
        return HIDDEN


def caution(turn: Turn) -> None:
    """Whoever wrote one is told to delete it and to change it, once a message: a reaction to it
    comes as an edit with the same words."""
    incoming = turn.incoming
    period = f"{incoming.chat_id}:{incoming.message_id}"
    if incoming.held_secret and turn.unit.agenda.claim(_CAUTION, period, now=turn.now):
        turn.say(words_for(incoming))


def words_for(incoming: Incoming) -> Html:
    return asker.secret_hidden() if incoming.private else desk.secret_hidden()
