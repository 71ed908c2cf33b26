"""How the letter that invites to a session is written."""

from __future__ import annotations

from bot.papers.invitation import Invitation
from bot.papers.office_docx import OfficeDocument
from bot.words import clinic_papers as words
from bot.words import papers


def written(letter: Invitation) -> bytes:
    paper = OfficeDocument(letter.letterhead)
    paper.about(f"{words.SUBJECT_IS}: {letter.topic}", letter.made)
    paper.head()
    paper.fields(
        [
            (papers.NUMBER, papers.UNKNOWN),
            (papers.NATURE, letter.letterhead.nature),
            (papers.ENCLOSURE, papers.UNKNOWN),
            (papers.SUBJECT, words.SUBJECT_IS),
        ],
        0.2,
        size=paper.size,
    )
    paper.gap(12)
    for each in letter.offices or (words.ALL_OFFICES,):
        paper.line(f"{words.TO} {each}", paper.size)
    paper.gap(12)
    paper.line(words.OPENING, paper.size)
    paper.gap(6)
    paper.fields(
        [
            (words.TOPIC, letter.topic),
            (words.WHEN, letter.when),
            (words.PLACE, letter.place),
            (words.TRAINERS, letter.trainers or papers.UNKNOWN),
        ],
        0.2,
        size=paper.size,
    )
    paper.gap(6)
    paper.line(words.seats(capacity=letter.capacity, link=letter.link), paper.size)
    paper.line(words.CLOSING, paper.size)
    paper.signature()
    return paper.packed()
