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


@dataclass(frozen=True)
class ForgetNoted(Button):
    """Whom an officer noted down asks to be erased, by letter or by telephone."""

    tag: ClassVar[str] = "fnoted"
    ticket: int


@dataclass(frozen=True)
class CallOffForget(Button):
    """Such a request was a mistake; `number` is the request's."""

    tag: ClassVar[str] = "fnotoff"
    number: int
