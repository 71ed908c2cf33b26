"""The office somebody works at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class SetOffice(Button):
    tag: ClassVar[str] = "office"


@dataclass(frozen=True)
class OfficeList(Button):
    tag: ClassVar[str] = "offs"
    page: int


@dataclass(frozen=True)
class PickOffice(Button):
    """By its place in the list; `mark` tells whether that still has the same name there."""

    tag: ClassVar[str] = "off"
    place: int
    mark: str


@dataclass(frozen=True)
class SkipOffice(Button):
    tag: ClassVar[str] = "noff"
