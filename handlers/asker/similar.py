"""What a report that is about to be sent may be in vain for: the book knows it, or an open ticket
of the same person is about it."""

from __future__ import annotations

from typing import NamedTuple

from bot.rules.complaint import Draft
from faq.book.book import Entry
from faq.matching.matcher import Answer
from faq.text.same_story import same_story
from handlers.actions import book_answer
from handlers.asker import confide
from handlers.turn import Turn
from storage.tables import Ticket

MOST_COMPARED = 10


class Similar(NamedTuple):
    entry: Entry | None
    ticket: Ticket | None


def to(turn: Turn, draft: Draft) -> Similar:
    return Similar(_entry(turn, draft), _own_ticket(turn, draft))


def _entry(turn: Turn, draft: Draft) -> Entry | None:
    """That answers the story; none of which they have just read that it did not help."""
    if draft.question is not None or not draft.story:
        return None
    found = _answered(turn, draft.story)
    return found if found is not None and found != book_answer.topic(turn) else None


def _own_ticket(turn: Turn, draft: Draft) -> Ticket | None:
    """The newest that is about the same, and hides what the draft hides."""
    story = draft.story
    if not story:
        return None
    mine = turn.unit.own_tickets.newest_open(turn.person.id, most=MOST_COMPARED)
    answer = _answered(turn, story) if mine else None
    for ticket in mine:
        if not confide.covers(ticket, draft):
            continue
        known = answer is not None and _answered(turn, ticket.story) == answer
        if known or same_story(story, ticket.story):
            return ticket
    return None


def _answered(turn: Turn, story: str) -> Entry | None:
    found = turn.resources.matcher.find(story)
    return turn.resources.book.get(found.best) if isinstance(found, Answer) else None
