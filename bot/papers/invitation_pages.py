"""How the letter that invites to a session is set as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportlab.platypus import Spacer

from bot.papers.invitation import Invitation
from bot.papers.office_pdf import About, Block, Styles, fields, flowed, head, paragraph, signed
from bot.words import clinic_papers as words


def pages(letter: Invitation) -> bytes:
    about = About(title=letter.title, subject=letter.topic, foot="", at=letter.made)
    return flowed(letter.letterhead, about, partial(_flow, letter))


def _flow(letter: Invitation, style: Styles, measure: float) -> Iterator[Block]:
    yield from head(letter.letterhead, style, measure)
    yield fields(letter.numbered, style, measure, first=0.2)
    yield Spacer(1, 12)
    for each in letter.invited:
        yield paragraph(each, style.text)
    yield Spacer(1, 12)
    yield paragraph(words.OPENING, style.text)
    yield fields(letter.facts, style, measure, first=0.2)
    yield Spacer(1, 6)
    yield paragraph(letter.seats, style.text)
    last = paragraph(words.CLOSING, style.text)
    yield from signed([last], letter.letterhead, style, measure, letter.letterhead.copies)
