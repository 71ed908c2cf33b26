"""What bot.rules.visibility says of one ticket, asked of many."""

from __future__ import annotations

from sqlalchemy import and_
from sqlmodel import col

from bot.rules.ticket import DeadlineClass
from bot.rules.visibility import HIDES_WORDS
from storage.tables import Ticket

# Of abuse of authority no group hears at all.
FOR_GROUP = col(Ticket.deadline_class) != DeadlineClass.SUPERVISORY
READ_BY_GROUP = and_(FOR_GROUP, col(Ticket.visibility).not_in(HIDES_WORDS))
