"""Being forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class EraseMe(Button):
    tag: ClassVar[str] = "erase"


@dataclass(frozen=True)
class KeepMe(Button):
    """The request to be erased is called off."""

    tag: ClassVar[str] = "keep"


@dataclass(frozen=True)
class ErasePerson(Button):
    """At the desk; `number` is the request's."""

    tag: ClassVar[str] = "forget"
    number: int
