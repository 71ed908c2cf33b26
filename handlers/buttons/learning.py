"""/faq: how the book's answers did, and what it is taught."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class OpenBookFigures(Button):
    """How the book's answers did."""

    tag: ClassVar[str] = "fbook"


@dataclass(frozen=True)
class BookPage(Button):
    tag: ClassVar[str] = "fpage"
    view: str
    days: int
    page: int


@dataclass(frozen=True)
class ShowCase(Button):
    tag: ClassVar[str] = "fcase"
    question: int


@dataclass(frozen=True)
class NextCase(Button):
    """/faq: the group of questions behind the one this question is in."""

    tag: ClassVar[str] = "fnext"
    question: int


@dataclass(frozen=True)
class Teach(Button):
    tag: ClassVar[str] = "fput"
    question: int
    entry: str


@dataclass(frozen=True)
class TeachChapters(Button):
    tag: ClassVar[str] = "ftoc"
    question: int


@dataclass(frozen=True)
class TeachChapter(Button):
    tag: ClassVar[str] = "fchap"
    question: int
    number: int


@dataclass(frozen=True)
class MakeEntry(Button):
    tag: ClassVar[str] = "fnew"
    question: int


@dataclass(frozen=True)
class TickWording(Button):
    """/faq: one of the wordings that would be taught is left out, or taken in again."""

    tag: ClassVar[str] = "ftick"
    question: int
    wording: int


@dataclass(frozen=True)
class TeachAnyway(Button):
    """Though known questions will be answered otherwise; `job` tried it."""

    tag: ClassVar[str] = "fsure"
    job: int


@dataclass(frozen=True)
class WriteAnswer(Button):
    """/faq: an officer writes what the book is to answer."""

    tag: ClassVar[str] = "fwrite"
    question: int


@dataclass(frozen=True)
class Ignore(Button):
    tag: ClassVar[str] = "fdrop"
    question: int


@dataclass(frozen=True)
class TakeBack(Button):
    tag: ClassVar[str] = "fback"
    change: int
