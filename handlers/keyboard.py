"""The keys below a message: what stands on each, and what the Bot API is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.html import Address
from bot.words.labels import Label
from handlers.buttons import (
    ApproveNews,
    Block,
    Button,
    CallOffSure,
    Confirm,
    DropDraft,
    EraseMe,
    ErasePerson,
    JoinSession,
    OpenSession,
    Resolve,
    Send,
    SendRequest,
    StopNews,
    TakeBack,
    VouchNip,
)

MOST_COPIED = 256  # letters; Bot API, CopyTextButton


@dataclass(frozen=True)
class CopyText:
    """No press: the app copies it. Servers and apps that have no such button show none."""

    text: str


@dataclass(frozen=True)
class OpenLink:
    """No press: the app opens it."""

    url: Address


GOOD, HARMFUL = "success", "danger"  # Bot API, InlineKeyboardButton.style
STYLES: dict[type[Button], str] = {
    Resolve: GOOD,
    ApproveNews: GOOD,
    StopNews: HARMFUL,
    Confirm: GOOD,
    Send: GOOD,
    EraseMe: HARMFUL,
    ErasePerson: HARMFUL,
    TakeBack: HARMFUL,
    Block: HARMFUL,
    VouchNip: GOOD,
    OpenSession: GOOD,
    JoinSession: GOOD,
    SendRequest: GOOD,
    CallOffSure: HARMFUL,
    DropDraft: HARMFUL,
}


@dataclass(frozen=True)
class Key:
    """One inline button: its label, and what it does."""

    label: Label
    button: Button | CopyText | OpenLink


Keyboard = tuple[tuple[Key, ...], ...]


def markup(keyboard: Keyboard) -> dict[str, object]:
    return {
        "inline_keyboard": [
            [{"text": key.label} | _what_it_does(key.button) for key in row] for row in keyboard
        ]
    }


def _what_it_does(button: Button | CopyText | OpenLink) -> dict[str, object]:
    if isinstance(button, CopyText):
        return {"copy_text": {"text": button.text[:MOST_COPIED]}}
    if isinstance(button, OpenLink):
        return {"url": button.url}
    style = STYLES.get(type(button))
    does: dict[str, object] = {"callback_data": button.pack()}
    return does | ({"style": style} if style else {})
