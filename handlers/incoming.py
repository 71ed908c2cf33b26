"""What came in, as one typed value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.rules.complaint import File
from bot.rules.pointing import Forwarded, Pointed

HELD_SECRET = "held_secret"
"""The key that an update is given in which one was hidden: whoever wrote it is to be told."""


@dataclass(frozen=True)
class Author:
    id: int
    name: str
    username: str | None


@dataclass(frozen=True)
class Contact:
    """Somebody's telephone number, and whose it is, where Telegram knows."""

    phone: str
    user_id: int | None


@dataclass(frozen=True)
class Picture:
    """A photo, or a picture sent as a file."""

    file_id: str
    bytes: int | None  # where Telegram tells


@dataclass(frozen=True)
class Incoming:
    """One update, cleaned. `who` is None where no person stands behind it."""

    kind: str  # message, edited, press, member or guest
    chat_id: int
    chat_type: str = "private"
    who: Author | None = None
    from_bot: bool = False
    anonymous: bool = False
    message_id: int | None = None
    text: str | None = None
    held_secret: bool = False  # which is hidden in the text
    file: File | None = None
    picture: Picture | None = None  # the same file, in the size that is read best
    other: str | None = None
    contact: Contact | None = None
    reply_to: int | None = None
    reply_to_person: Author | None = None
    reply_to_author: Author | None = None  # whose words it forwards, where Telegram tells
    reply_to_forward: bool = False  # whether it forwards somebody's words
    reply_to_bot: str | None = None  # the username of the bot whose message is answered
    reply_to_line: str | None = None  # the first line of the message answered, or of its caption
    reply_to_button: tuple[str, str] | None = None  # whose bot's, and the data of its first button
    pointed: Pointed | None = None
    forwarded: Forwarded | None = None
    via_bot: bool = False  # written by a bot at somebody's wish
    place: Mapping[str, int] = field(default_factory=dict)  # which topic, as sendMessage names it
    mark: str = ""  # of all in an edit: with the same one as before it changed nothing
    written: int | None = None  # seconds, Telegram's
    edited: int | None = None  # None too where Telegram hides that it was
    guest_query: str | None = None
    callback_id: str | None = None
    data: str | None = None
    shown_line: str | None = None  # the first one of the message pressed
    shown_keys: tuple[str, ...] | None = None  # of the message pressed; None: it was not told
    moved_to: int | None = None
    moved_from: int | None = None
    left: Author | None = None  # who is in the group no more
    membership: str | None = None
    membership_before: str | None = None

    @property
    def private(self) -> bool:
        return self.chat_type == "private"

    @property
    def in_album(self) -> bool:
        return self.file is not None and self.file.group_id is not None

    @property
    def own_text(self) -> str:
        """What the person said themselves: a yes or a command is never forwarded."""
        return "" if self.not_own else (self.text or "").strip()

    @property
    def not_own(self) -> bool:
        """Forwarded, or put together by a bot at somebody's wish."""
        return self.forwarded is not None or self.via_bot

    def command(self, username: str) -> tuple[str, str] | None:
        """("tiket", "42") for `/tiket 42` or `/tiket@us 42`; None for others' commands."""
        if self.not_own:
            return None
        found = re.match(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?$", self.text or "", re.S)
        if not found or (found[2] and found[2].lower() != username.lower()):
            return None
        return found[1].lower(), (found[3] or "").strip()
