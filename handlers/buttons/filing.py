"""A report until it is a ticket: asked for step by step, or noted down by an officer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class StartComplaint(Button):
    tag: ClassVar[str] = "lapor"


@dataclass(frozen=True)
class Confide(Button):
    """A report of what was told us is begun, secret: of abuse of authority, or of somebody in
    distress."""

    tag: ClassVar[str] = "conf"
    question: int
    abuse: bool


@dataclass(frozen=True)
class Choose(Button):
    """An answer to the complaint dialog's step; `key` ties it to that one draft."""

    tag: ClassVar[str] = "c"
    key: str
    step: str
    choice: str


@dataclass(frozen=True)
class Change(Button):
    """At the check: what was guessed is chosen after all. `step` is the one that asks for it."""

    tag: ClassVar[str] = "chg"
    key: str
    step: str


@dataclass(frozen=True)
class AddDraft(Button):
    """The report that is being checked belongs to a ticket that is open."""

    tag: ClassVar[str] = "same"
    key: str
    ticket: int


@dataclass(frozen=True)
class Send(Button):
    tag: ClassVar[str] = "send"
    key: str


@dataclass(frozen=True)
class Cancel(Button):
    tag: ClassVar[str] = "stop"
    key: str


@dataclass(frozen=True)
class NoteChannel(Button):
    """How what an officer has noted down came to the desk."""

    tag: ClassVar[str] = "note"
    officer: int
    channel: str
