"""What an officer notes down for somebody who came, called or wrote elsewhere. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.complaint import MOST_STORY, tells_enough
from bot.rules.letters import letters
from bot.rules.ticket import Channel

MOST_NAME = 64
MOST_OFFICE = 80


class LinkStatus(StrEnum):
    """Of a ticket noted down, and the Telegram user it is said to belong to."""

    ASKED = "asked"
    LINKED = "linked"
    REFUSED = "refused"
    ENDED = "ended"  # undone, or asked of somebody else since


class Missing(StrEnum):
    """Why it cannot be filed yet."""

    ALL = "all"
    STORY = "story"  # nothing behind ":", or no ":" at all
    NAME = "name"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class NotedReport:
    name: str = ""
    office: str | None = None
    story: str = ""
    channel: Channel | None = None
    lapor_number: str | None = None

    @property
    def missing(self) -> Missing | None:
        """A channel can still be asked for; nothing else."""
        if not (self.name or self.story):
            return Missing.ALL
        if len(self.story) > MOST_STORY or len(self.name) > MOST_NAME:
            return Missing.TOO_LONG
        if not tells_enough(self.story):
            return Missing.STORY
        return None if letters(self.name) else Missing.NAME
