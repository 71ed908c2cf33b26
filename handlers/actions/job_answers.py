"""What a job is made of: computed while nothing is locked, then said in short transactions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from handlers.context import Context, in_reply_to
from storage.jobs import PLACE, arguments_of
from storage.tables import JobRow

Say = Callable[[Context], None]
"""Writes down, in one short unit, some of what came of a job."""

AT_ONCE = 5  # cards in one unit


def in_pieces(some: Sequence[int], each: Callable[[Context, int], None]) -> list[Say]:
    """Said of so many at a time that nobody's writing waits long; all may be said twice."""
    pieces = [some[first : first + AT_ONCE] for first in range(0, len(some), AT_ONCE)]
    return [*(partial(_each, piece, each) for piece in pieces), nothing_more]


def _each(piece: Sequence[int], each: Callable[[Context, int], None], context: Context) -> None:
    for one in piece:
        each(context, one)


def nothing_more(_context: Context) -> None:
    """Done, once all the others are."""


def place_of(context: Context, job: JobRow) -> int:
    """Where it was asked for, as the chat is called by now."""
    return context.unit.chats.current_id(job.chat_id)


def answering(job: JobRow, *, reply: bool = True) -> dict[str, object]:
    """The parameters that put what comes of it where it was asked for: in its topic, and in a
    group below who asked."""
    place: dict[str, object] = dict(arguments_of(job).get(PLACE) or {})
    return place | (in_reply_to(job.message_id) if reply and job.message_id is not None else {})
