"""/petugas: who is on the desk, as what, and who is on leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class DeskStaff(Button):
    """/petugas: the list."""

    tag: ClassVar[str] = "staff"


@dataclass(frozen=True)
class Member(Button):
    """/petugas: somebody of the list, or to be."""

    tag: ClassVar[str] = "member"
    person: int


@dataclass(frozen=True)
class SetRole(Button):
    tag: ClassVar[str] = "role"
    person: int
    role: str


@dataclass(frozen=True)
class HearAbuse(Button):
    """Reports of abuse of authority go to them, or no longer."""

    tag: ClassVar[str] = "hear"
    person: int
    hears: bool


@dataclass(frozen=True)
class Leave(Button):
    """Somebody goes on leave: for how long?"""

    tag: ClassVar[str] = "leave"
    person: int


@dataclass(frozen=True)
class LeaveFor(Button):
    """So many days; who stands in?"""

    tag: ClassVar[str] = "leavefor"
    person: int
    days: int


@dataclass(frozen=True)
class StandIn(Button):
    """The deputy; 0: the tickets go back to the queue."""

    tag: ClassVar[str] = "standin"
    person: int
    days: int
    deputy: int


@dataclass(frozen=True)
class BackAtWork(Button):
    tag: ClassVar[str] = "atwork"
    person: int
