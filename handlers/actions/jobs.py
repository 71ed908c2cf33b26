"""What a job is made of: computed while nothing is locked, then said in short transactions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.context import Context
from storage.tables import JobRow

Say = Callable[[Context], None]
"""Writes down, in one short unit, some of what came of a job."""

Make = Callable[[Context, JobRow], Sequence[Say]]
"""Computes, with what a reading connection shows; its context must not be used any later.

Each Say has a unit of its own. Of several all but the last may be repeated after a kill.
"""


def place_of(context: Context, job: JobRow) -> int:
    """Where it was asked for, as the chat is called by now."""
    return context.unit.chats.current_id(job.chat_id)
