"""A ticket at the desk: its card, its menus, its deeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class Take(Button):
    tag: ClassVar[str] = "take"
    ticket: int


@dataclass(frozen=True)
class AskInfo(Button):
    tag: ClassVar[str] = "info"
    ticket: int


@dataclass(frozen=True)
class Resolve(Button):
    tag: ClassVar[str] = "done"
    ticket: int


@dataclass(frozen=True)
class Reopen(Button):
    tag: ClassVar[str] = "open"
    ticket: int


@dataclass(frozen=True)
class Closing(Button):
    """What the closing that is being written led to."""

    tag: ClassVar[str] = "led"
    ticket: int
    result: str


@dataclass(frozen=True)
class CardMenu(Button):
    """Other buttons for the card; `menu` is one of handlers.desk.ticket_menu.Menu."""

    tag: ClassVar[str] = "menu"
    ticket: int
    menu: str


@dataclass(frozen=True)
class Verify(Button):
    tag: ClassVar[str] = "seen"
    ticket: int


@dataclass(frozen=True)
class Release(Button):
    tag: ClassVar[str] = "rel"
    ticket: int


@dataclass(frozen=True)
class HandOver(Button):
    tag: ClassVar[str] = "hand"
    ticket: int
    person: int


@dataclass(frozen=True)
class Defer(Button):
    tag: ClassVar[str] = "defer"
    ticket: int
    until: str  # 2026-11-23; empty: to be asked for


@dataclass(frozen=True)
class Resume(Button):
    tag: ClassVar[str] = "goon"
    ticket: int


@dataclass(frozen=True)
class OutOfScope(Button):
    tag: ClassVar[str] = "scope"
    ticket: int


@dataclass(frozen=True)
class Merge(Button):
    """Into the other; 0 where its number is to be asked for."""

    tag: ClassVar[str] = "merge"
    ticket: int
    master: int


@dataclass(frozen=True)
class Unmerge(Button):
    tag: ClassVar[str] = "part"
    ticket: int


@dataclass(frozen=True)
class Split(Button):
    tag: ClassVar[str] = "split"
    ticket: int


@dataclass(frozen=True)
class Correct(Button):
    """`option` is the place of the value among all that the field can have."""

    tag: ClassVar[str] = "fix"
    ticket: int
    what: str
    option: int


@dataclass(frozen=True)
class HistoryPage(Button):
    tag: ClassVar[str] = "hist"
    ticket: int
    page: int


@dataclass(frozen=True)
class ShowCard(Button):
    """In place of what a card was turned into."""

    tag: ClassVar[str] = "card"
    ticket: int


@dataclass(frozen=True)
class ConfirmFor(Button):
    """Somebody without a chat has told an officer that it is solved."""

    tag: ClassVar[str] = "cfor"
    ticket: int


@dataclass(frozen=True)
class Follow(Button):
    """To hear of a ticket, or no longer."""

    tag: ClassVar[str] = "follow"
    ticket: int


@dataclass(frozen=True)
class ReadSecret(Button):
    """What a ticket keeps from the group, alone with who presses, if they may read it."""

    tag: ClassVar[str] = "secret"
    ticket: int


@dataclass(frozen=True)
class LinkReporter(Button):
    """To ask whose a ticket is that was noted down."""

    tag: ClassVar[str] = "whose"
    ticket: int


@dataclass(frozen=True)
class UnlinkReporter(Button):
    tag: ClassVar[str] = "notof"
    ticket: int
