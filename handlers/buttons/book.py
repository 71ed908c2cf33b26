"""The manual book, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class Contents(Button):
    tag: ClassVar[str] = "toc"


@dataclass(frozen=True)
class ShowChapter(Button):
    tag: ClassVar[str] = "chap"
    number: int


@dataclass(frozen=True)
class ShowEntry(Button):
    tag: ClassVar[str] = "entry"
    entry: str


@dataclass(frozen=True)
class Helpful(Button):
    tag: ClassVar[str] = "help"
    question: int
    yes: bool


@dataclass(frozen=True)
class Pick(Button):
    """One of the "Maksud Anda…?" choices."""

    tag: ClassVar[str] = "pick"
    question: int
    entry: str


@dataclass(frozen=True)
class AskOfficer(Button):
    tag: ClassVar[str] = "ask"
    question: int


@dataclass(frozen=True)
class ReadRight(Button):
    """Whether what was read in a picture stands there."""

    tag: ClassVar[str] = "read"
    question: int
    right: bool
