"""What the helpdesk group hears of: nothing of abuse of authority; and what it may read."""

from __future__ import annotations

from sqlalchemy import and_, literal_column
from sqlmodel import col

from bot.rules.ticket import ENDED_STATES, DeadlineClass
from bot.rules.visibility import HIDES_WHO, HIDES_WORDS
from storage.tables import Ticket

FOR_GROUP = col(Ticket.deadline_class) != DeadlineClass.SUPERVISORY
NAMED = and_(FOR_GROUP, col(Ticket.visibility).not_in(HIDES_WHO))  # it knows whose they are
READABLE = and_(FOR_GROUP, col(Ticket.visibility).not_in(HIDES_WORDS))
# Without parameters, or SQLite would not see that an index has all of these; and not as the
# states that are open, or it would rather look up each of them.
_NOT_ENDED = col(Ticket.status).not_in([literal_column(f"'{each}'") for each in ENDED_STATES])
STILL_TO_DO = and_(_NOT_ENDED, FOR_GROUP)
