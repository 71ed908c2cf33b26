"""What the sender carries, and what became of it. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.coalesce import CoalesceKey
from bot.rules.purpose import OF_NO_TICKET, Purpose, Subject

TOO_LATE = "too late to matter"


@dataclass(frozen=True)
class Rendering:
    """A picture or paper that is made when it is sent: by which renderer, of which figures.

    The call's parameters name it as "attach://name" (Bot API, Sending files), alone or in an
    album's media.
    """

    name: str
    file_name: str
    renderer: str
    arguments: str  # JSON


@dataclass(frozen=True)
class OutgoingCall:
    """One call to the Bot API, ready to go."""

    id: int
    revision: int
    chat_id: int
    method: str
    params: dict[str, object]
    created_at: datetime
    renderings: tuple[Rendering, ...] = ()
    attempts: int = 0
    expires_at: datetime | None = None
    purpose: Purpose | None = None
    prompted_id: int | None = None
    ticket_id: int | None = None
    subject_id: int | None = None
    part: str | None = None
    quotes: bool = False
    coalesce: CoalesceKey | None = None
    announcement_id: int | None = None  # it goes to many, and lets all else go first

    @property
    def subject(self) -> Subject | None:
        """What it stands for, where that is no ticket."""
        if self.purpose is None or self.purpose not in OF_NO_TICKET:
            return None
        return Subject(self.purpose, self.subject_id, self.part)

    @property
    def messages(self) -> int:
        """How many it makes: an album one for each of its files."""
        media = self.params.get("media")
        return len(media) if isinstance(media, list) else 1


@dataclass(frozen=True)
class Sent:
    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Wait:
    """This chat must wait; `counts` says whether it was a failed attempt."""

    seconds: float
    reason: str
    counts: bool = False


@dataclass(frozen=True)
class Migrated:
    new_chat_id: int


@dataclass(frozen=True)
class Unreachable:
    reason: str


@dataclass(frozen=True)
class CardGone:
    """The message to edit no longer exists: a new card must be sent."""


@dataclass(frozen=True)
class SendPlain:
    """Our markup was refused: once more as plain text."""


@dataclass(frozen=True)
class Leaner:
    """What only some servers and chats have was refused: once more without it, silently."""

    params: dict[str, object]
    reason: str


@dataclass(frozen=True)
class NoFilesHere:
    """The group lets the bot write, but send no files of this sort."""

    reason: str


@dataclass(frozen=True)
class NotRendered:
    """A picture or paper could not be made; the words beside it can go alone."""

    reason: str


@dataclass(frozen=True)
class Refused:
    """Permanent: sending it again cannot help."""

    reason: str
    ours: bool = False  # a failure of our own code, not Telegram's word


SendResult = (
    Sent
    | Wait
    | Migrated
    | Unreachable
    | CardGone
    | SendPlain
    | Leaner
    | NoFilesHere
    | NotRendered
    | Refused
)
