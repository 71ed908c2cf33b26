"""A question put to the bot in a group is answered there, without a private chat's buttons."""

from __future__ import annotations

import re

from bot.words import book as words
from bot.words import labels
from faq.match import Answer, Suggestions
from handlers.asker import reading
from handlers.buttons import Key, ShowEntry
from handlers.turn import Turn


def addressed(turn: Turn) -> bool:
    return _mention(turn).search(turn.heard.text or "") is not None


def question(turn: Turn) -> None:
    text = _mention(turn).sub(" ", turn.heard.text or "").strip()
    found = turn.house.matcher.find(text)
    entry = turn.house.book.get(found.best) if isinstance(found, Answer) else None
    if entry is not None:
        for page in reading.pages(turn, entry):
            turn.say(page)
    elif isinstance(found, Suggestions):
        near = [turn.house.book.get(entry_id) for entry_id in found.ids]
        rows = [(Key(labels.label(each.question), ShowEntry(each.id)),) for each in near if each]
        turn.say(words.did_you_mean(), tuple(rows))
    else:
        turn.say(words.not_in_book_in_group(turn.house.username))


def _mention(turn: Turn) -> re.Pattern[str]:
    return re.compile(rf"@{re.escape(turn.house.username)}\b", re.IGNORECASE)
