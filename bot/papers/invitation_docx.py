"""How the letter that invites to a session is written in Word."""

from __future__ import annotations

from bot.papers.invitation import Invitation
from bot.papers.office_docx import OfficeDocument
from bot.words import clinic_papers as words


def docx(letter: Invitation) -> bytes:
    paper = OfficeDocument(letter.letterhead)
    paper.about(letter.title, letter.made)
    paper.head()
    paper.fields(letter.numbered, 0.2, size=paper.size)
    paper.gap(12)
    for each in letter.invited:
        paper.line(each, paper.size)
    paper.gap(12)
    paper.line(words.OPENING, paper.size)
    paper.gap(6)
    paper.fields(letter.facts, 0.2, size=paper.size)
    paper.gap(6)
    paper.line(letter.seats, paper.size)
    paper.line(words.CLOSING, paper.size)
    paper.signature(letter.letterhead.copies)
    return paper.packed()
