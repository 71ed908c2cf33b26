"""What an officer answers with, ready made: entries of the book, templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class OfferBook(Button):
    """The best entries for a ticket."""

    tag: ClassVar[str] = "book"
    ticket: int


@dataclass(frozen=True)
class SendEntry(Button):
    """`sure`: though a colleague has just answered."""

    tag: ClassVar[str] = "bk"
    ticket: int
    entry: str
    sure: bool


@dataclass(frozen=True)
class OfferTemplates(Button):
    tag: ClassVar[str] = "tpls"
    ticket: int
    page: int


@dataclass(frozen=True)
class SendTemplate(Button):
    tag: ClassVar[str] = "tpl"
    ticket: int
    template: int
    sure: bool


@dataclass(frozen=True)
class TemplatePage(Button):
    tag: ClassVar[str] = "tplist"
    page: int


@dataclass(frozen=True)
class ShowTemplate(Button):
    tag: ClassVar[str] = "tplone"
    template: int


@dataclass(frozen=True)
class AskTemplateCategory(Button):
    tag: ClassVar[str] = "tplask"
    template: int


@dataclass(frozen=True)
class SetTemplateCategory(Button):
    """`place`: among the categories, counted from 1; 0 is all of them."""

    tag: ClassVar[str] = "tplcat"
    template: int
    place: int


@dataclass(frozen=True)
class RemoveTemplate(Button):
    tag: ClassVar[str] = "tplrm"
    template: int
