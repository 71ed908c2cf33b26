"""An incident: the tickets that belong to it, and whom it hit as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class SuggestTickets(Button):
    """Open tickets that may be about an incident."""

    tag: ClassVar[str] = "alike"
    incident: int


@dataclass(frozen=True)
class LinkTicket(Button):
    tag: ClassVar[str] = "link"
    incident: int
    ticket: int


@dataclass(frozen=True)
class LinkAll(Button):
    tag: ClassVar[str] = "links"
    incident: int


@dataclass(frozen=True)
class ShowIncident(Button):
    tag: ClassVar[str] = "hit"
    incident: int


@dataclass(frozen=True)
class CloseIncident(Button):
    tag: ClassVar[str] = "hitend"
    incident: int


@dataclass(frozen=True)
class MeToo(Button):
    """Somebody whom an incident hit as well."""

    tag: ClassVar[str] = "metoo"
    incident: int
