"""The pinned board follows what happens, at most once a minute."""

from __future__ import annotations

from datetime import datetime

from handlers.actions import board
from handlers.context import Look


def keep_board(look: Look, _since: datetime) -> int:
    with look.reading() as context:
        body = board.due(context)
    if body is None:
        return 0
    with look.writing() as context:
        board.say(context, body)
    return 1
