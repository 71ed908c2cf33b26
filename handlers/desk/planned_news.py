"""/pengingat: announcements that go out at their hours, on a calendar that an admin keeps."""

from __future__ import annotations

import re
from datetime import datetime

from bot.rules.announcement import (
    MOST_PLANNED,
    WRITTEN_AT,
    NewsStatus,
    Rhythm,
    next_time,
)
from bot.rules.rights import DeskAct
from bot.words import announcement as words
from bot.words import dates
from bot.words import planned_news as calendar_words
from bot.words.html import Html
from faq.text.dates.session_time import read_when
from faq.text.said.rhythm import is_of_another_rhythm, read_every
from handlers.desk import announcements
from handlers.turn import Turn

_DEED = re.compile(r"(tambah|baru|hapus)\b[\s:]*(.*)", re.IGNORECASE | re.DOTALL)


def command(turn: Turn, said: str) -> None:
    found = _DEED.match(said)
    if found is not None and found[1].casefold() == "hapus":
        _remove(turn, found[2])
    elif found is not None:
        _add(turn, found[2])
    elif said.isascii() and said.isdigit() and len(said) <= 12:
        announcements.show(turn, int(said))
    elif said:
        turn.say(calendar_words.how())
    else:
        turn.say(_calendar(turn))


def _calendar(turn: Turn) -> Html:
    zone = turn.resources.zone
    rows = []
    for row in turn.unit.announcements.calendar():
        at = row.next_at or row.first_at
        when = dates.stamp(at, zone) if at is not None else ""
        often = words.EVERY[row.every or Rhythm.ONCE]
        state = "" if row.status is NewsStatus.PLANNED else f" ({words.STATES[row.status]})"
        rows.append((row.id, when, often + state, row.text))
    return calendar_words.calendar(rows)


def _add(turn: Turn, said: str) -> None:
    turn.must(DeskAct.PLAN_NEWS)
    head, bar, text = said.partition("|")
    every, rest = read_every(head)
    when = read_when(rest, turn.resources.calendar.today(turn.now))
    if when.other_weekday:
        turn.say(calendar_words.other_weekday())
    elif when.day is None or not bar or is_of_another_rhythm(rest):
        turn.say(calendar_words.how())
    elif len(turn.unit.announcements.calendar()) >= MOST_PLANNED:
        turn.say(calendar_words.full(MOST_PLANNED))
    else:
        hours = turn.resources.news.hours
        first = datetime.combine(when.day, when.begins or hours.opens, turn.resources.zone)
        if not hours.has(first.time()):
            turn.say(calendar_words.hours(hours.opens, hours.closes))
        elif next_time(first, every, turn.now, turn.resources.zone) is None:
            turn.say(calendar_words.past())
        else:
            announcements.keep(turn, None, text.strip(), every=every, first_at=first)


def _remove(turn: Turn, said: str) -> None:
    turn.must(DeskAct.PLAN_NEWS)
    found = re.match(r"\d{1,12}\b", said)
    if found is None:
        turn.say(calendar_words.how_to_remove())
        return
    row = turn.unit.announcements.get(int(found[0]))
    removed = (
        row is not None
        and row.every is not None
        and turn.unit.announcements.move(
            row, {*WRITTEN_AT, NewsStatus.PLANNED}, NewsStatus.DROPPED, ended_at=turn.now
        )
    )
    number = int(found[0])
    turn.say(calendar_words.removed(number) if removed else calendar_words.not_there(number))
