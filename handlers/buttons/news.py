"""Announcements, and the calendar of reminders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button

# At the desk


@dataclass(frozen=True)
class NewsCard(Button):
    """Its card as it stands now."""

    tag: ClassVar[str] = "nw"
    announcement: int


@dataclass(frozen=True)
class NewsAudience(Button):
    """`audience` is a bot.rules.announcement.Audience; of some more is then to be chosen."""

    tag: ClassVar[str] = "nwa"
    announcement: int
    revision: int
    audience: str


@dataclass(frozen=True)
class NewsOffices(Button):
    """A page of them."""

    tag: ClassVar[str] = "nwop"
    announcement: int
    page: int


@dataclass(frozen=True)
class NewsOffice(Button):
    """`mark` is made of its name; `on` says whether it is one of them from now on."""

    tag: ClassVar[str] = "nwo"
    announcement: int
    page: int
    mark: str
    on: bool


@dataclass(frozen=True)
class NewsSession(Button):
    """Who joined that one; 0: any of them."""

    tag: ClassVar[str] = "nws"
    announcement: int
    session: int


@dataclass(frozen=True)
class NewsCategory(Button):
    """The n-th, from 1."""

    tag: ClassVar[str] = "nwc"
    announcement: int
    place: int


@dataclass(frozen=True)
class ProposeNews(Button):
    tag: ClassVar[str] = "nwp"
    announcement: int
    revision: int


@dataclass(frozen=True)
class ApproveNews(Button):
    """What was shown with it, and nothing that was written later."""

    tag: ClassVar[str] = "nwy"
    announcement: int
    revision: int


@dataclass(frozen=True)
class ReturnNews(Button):
    tag: ClassVar[str] = "nwn"
    announcement: int
    revision: int


@dataclass(frozen=True)
class DropNews(Button):
    tag: ClassVar[str] = "nwx"
    announcement: int


@dataclass(frozen=True)
class StopNews(Button):
    tag: ClassVar[str] = "nwst"
    announcement: int


@dataclass(frozen=True)
class ResumeNews(Button):
    tag: ClassVar[str] = "nwre"
    announcement: int


@dataclass(frozen=True)
class NewsNotReached(Button):
    """A page of those whom it could not be brought to."""

    tag: ClassVar[str] = "nwl"
    announcement: int
    page: int


@dataclass(frozen=True)
class RemovePlanned(Button):
    tag: ClassVar[str] = "nwz"
    announcement: int


# Of whoever gets them


@dataclass(frozen=True)
class NewsOff(Button):
    tag: ClassVar[str] = "nwoff"


@dataclass(frozen=True)
class NewsOn(Button):
    tag: ClassVar[str] = "nwon"
