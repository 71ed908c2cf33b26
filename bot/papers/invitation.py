"""The letter that invites to a session, as DOCX: an officer numbers it and has it signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.letterhead import Letterhead

FILE_NAME = "undangan-sesi-{number}.docx"


@dataclass(frozen=True)
class Invitation:
    number: int
    topic: str
    when: str
    place: str
    trainers: str
    offices: tuple[str, ...]
    capacity: int
    link: str
    letterhead: Letterhead
    made: datetime


def invitation_docx(letter: Invitation) -> bytes:
    from bot.papers.invitation_letter import written  # noqa: PLC0415 - as reportlab, slow to load

    return written(letter)
