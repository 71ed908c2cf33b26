"""A reporter's own tickets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class ShowTicket(Button):
    tag: ClassVar[str] = "tkt"
    ticket: int


@dataclass(frozen=True)
class AddToTicket(Button):
    tag: ClassVar[str] = "add"
    ticket: int


@dataclass(frozen=True)
class Confirm(Button):
    tag: ClassVar[str] = "yes"
    ticket: int


@dataclass(frozen=True)
class Dispute(Button):
    tag: ClassVar[str] = "no"
    ticket: int


@dataclass(frozen=True)
class RateTicket(Button):
    """How satisfied a reporter was, 1 to 4."""

    tag: ClassVar[str] = "score"
    ticket: int
    score: int


@dataclass(frozen=True)
class Withdraw(Button):
    """The reporter needs it no more."""

    tag: ClassVar[str] = "drop"
    ticket: int


@dataclass(frozen=True)
class ShareTicket(Button):
    """How it stands, to be forwarded to a colleague."""

    tag: ClassVar[str] = "share"
    ticket: int


@dataclass(frozen=True)
class PassOn(Button):
    """What was asked of the book goes to the officer after all."""

    tag: ClassVar[str] = "pass"
    question: int
    ticket: int


@dataclass(frozen=True)
class IsMine(Button):
    """The answer to whether a ticket that an officer noted down is theirs."""

    tag: ClassVar[str] = "mine"
    link: int
    mine: bool


@dataclass(frozen=True)
class NotMine(Button):
    """After a yes: it is not theirs."""

    tag: ClassVar[str] = "notmine"
    ticket: int
