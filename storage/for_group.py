"""What the helpdesk group hears of: nothing of abuse of authority; and what it may read."""

from __future__ import annotations

from sqlalchemy import and_
from sqlmodel import col

from bot.rules.ticket import OPEN_STATES, DeadlineClass
from bot.rules.visibility import HIDES_WORDS
from storage.tables import Ticket

FOR_GROUP = col(Ticket.deadline_class) != DeadlineClass.SUPERVISORY
READABLE = and_(FOR_GROUP, col(Ticket.visibility).not_in(HIDES_WORDS))
STILL_TO_DO = and_(col(Ticket.status).in_(OPEN_STATES), FOR_GROUP)
