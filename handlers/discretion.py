"""Passwords, PINs and codes that somebody tells us: nothing of them is kept or passed on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from bot.rules.privacy.announced import AnnouncedSecret, hide_announced, names_account
from bot.rules.privacy.secrets import HIDDEN, hide, may_hold
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import asker, desk
from bot.words.html import Html
from handlers.actions.group_words import mention
from handlers.incoming import HELD_SECRET, Incoming
from handlers.spoken import Spoken, words_of
from handlers.turn import Turn
from storage.agenda import Once
from storage.tables import AgendaKind

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


Hide = Callable[[str], str]
Told = Callable[[str, Hide], str]


def as_kept(update: object, spoken: Spoken) -> str:
    """The update as JSON, without secrets: it is looked through before it is ever written down.

    Whatever somebody sends as an update; done to one twice, it is the same.
    """
    holders = [update]
    words = list(_words_in(holders))
    message = _message_of(update)
    earlier = list(spoken.before(message)) if message else []
    speaks = may_hold("\n".join([text for _, _, text in words]))
    if not (speaks or earlier or (message and names_account(words_of(message)))):
        return json.dumps(update)
    told_of = partial(_told, username=spoken.username, number=_number_of(update))
    hidden = [
        holder for holder, at, text in words if speaks and _hide_in(holder, at, text, told_of)
    ]
    if message:
        hidden += [message for each in earlier if _hide_rest(message, each, told_of)]
        told = any(holder is message for holder in hidden)
        if told and isinstance(update, dict):
            update[HELD_SECRET] = True
        spoken.note(message, told=told or (isinstance(update, dict) and HELD_SECRET in update))
    return json.dumps(holders[0])


def _words_in(whole: Sequence[Any]) -> Iterator[tuple[Any, Any, str]]:
    """Each piece of text, with what holds it. Without recursion: Python has not enough of it."""
    left: list[Any] = [whole]
    while left:
        holder = left.pop()
        parts = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for at, part in parts:
            if isinstance(part, str):
                if at not in _NO_WORDS:
                    yield holder, at, part
            elif isinstance(part, (dict, list)):
                left.append(part)


def _number_of(update: object) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) else None


def _message_of(update: object) -> dict[str, Any] | None:
    if not isinstance(update, dict):
        return None
    message = update.get("message") or update.get("edited_message")
    return message if isinstance(message, dict) else None


def _hide_in(holder: Any, at: Any, text: str, told_of: Told) -> bool:
    told = told_of(text, hide)
    holder[at] = told
    return told != text


def _hide_rest(message: dict[str, Any], earlier: AnnouncedSecret, told_of: Told) -> bool:
    """What was announced in the message before."""
    text = words_of(message)
    told = told_of(text, partial(hide_announced, by=earlier))
    if told == text:
        return False
    message["text" if message.get("text") == text else "caption"] = told
    return True


def _told(said: str, hide: Hide, username: str, number: int | None) -> str:
    """A fault of ours must not stop everybody's updates, and cannot be undone for one of them:
    then rather nothing of it is kept."""
    try:
        return _but_our_name(said, hide, username)
    except Exception as error:  # noqa: BLE001
        record(Action.UPDATE_HIDDEN, update=number, error=error)
        return HIDDEN


def _but_our_name(said: str, hide: Hide, username: str) -> str:
    """ "Lupa sandi @bot": who is spoken to is no secret, and else the words reached nobody. What
    stands around the name is looked at as if it were not there."""
    if not username or f"@{username}".casefold() not in said.casefold():
        return hide(said)
    others = mention(username).sub(" ", said)
    told = hide(others)
    return said if told == others else f"@{username} {told}"


def caution(turn: Turn) -> None:
    """Whoever wrote one is told to delete it and to change it, once a message: a reaction to it
    comes as an edit with the same words."""
    incoming = turn.incoming
    once = Once(
        AgendaKind.SECRET_CAUTIONED,
        chat_id=incoming.chat_id,
        subject_id=incoming.message_id or 0,
    )
    if incoming.held_secret and turn.unit.agenda.claim(once, now=turn.now):
        turn.say(words_for(incoming))


def words_for(incoming: Incoming) -> Html:
    return asker.secret_hidden() if incoming.private else desk.secret_hidden()
