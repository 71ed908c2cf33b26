"""/laporan: the running week as a picture, and indicator 13 of the running year."""

from __future__ import annotations

from bot.words import report as words
from handlers.actions import weekly_page as actions
from handlers.turn import Turn


def show(turn: Turn) -> None:
    """In the helpdesk group for officers; in the report chat for whoever is let in there."""
    if turn.incoming.chat_id == turn.desk_chat:
        turn.officer()
    monday = turn.resources.calendar.monday_of(turn.now)
    report = actions.post_weekly(turn, turn.incoming.chat_id, monday, as_of=turn.now, late=False)
    turn.say(words.indicator(report.year, zone=turn.resources.zone))
