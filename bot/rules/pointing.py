"""What a message points at: a line that was quoted, a message that was answered or passed on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pointed:
    """As far as Telegram tells it."""

    words: str | None = None
    quoted: bool = False  # chosen from the message by whoever writes, or by the server for them
    kind: str | None = None  # of what came without words: photo, voice
    by: str | None = None  # whose it is, where it stands in another chat; "" where that is hidden
    ours: bool = False  # a bot's


@dataclass(frozen=True)
class Forwarded:
    """Words that aren't the sender's own."""

    by: str | None = None  # a person's or a chat's name, where it is told
