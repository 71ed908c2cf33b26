"""Generated histories of tickets: each has a few days of its own, over new year now and then.

What happens follows the table of moves, and some of it later than a report of these days.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import insert

from bot.data.data_file import HERE
from bot.data.working_time import holidays, office_hours
from bot.rules.calendar import Calendar
from bot.rules.ticket import MOVES, Channel, DeadlineClass, Deed, Kind, Priority, Role, Status
from bot.rules.visibility import Visibility
from storage.engine import Database
from storage.tables import (
    AgendaRow,
    Outcome,
    Person,
    Question,
    SatisfactionRow,
    Ticket,
    TicketEvent,
)
from tests.rules.cases import WITA

CALENDAR = Calendar(WITA, holidays(HERE / "holidays.csv"), weeks=office_hours())
BEGIN = date(2026, 1, 1)
APART = 9  # days between the beginnings of two histories
MOST_TICKETS, MOST_DEEDS = 14, 12
PEOPLE, OFFICERS = 20, 4  # the last of them
KANTOR = ("Kantor", "KANTOR", " kantor")  # as people write it
GAPS = 2  # of a history, in which the bot did not serve
QUESTIONS = 6  # of a history
ENTRIES = ("lupa-sandi", "buat-skp", "otp")
CATEGORIES = ("MFA dan OTP", "Menyusun SKP", "Penilaian", "Lainnya")
AFTER: dict[Status, list[tuple[Deed, Status]]] = {}
for (before, deed), led_to in MOVES.items():
    AFTER.setdefault(before, []).append((deed, led_to))


@dataclass(frozen=True)
class History:
    first: date
    last: date
    as_of: datetime


def build(database: Database, count: int, seed: int = 13) -> list[History]:
    """Into an empty, migrated database."""
    dice = random.Random(seed)
    tickets: list[dict[str, object]] = []
    events: list[dict[str, object]] = []
    histories = [_history(dice, place, tickets, events) for place in range(count)]
    with database.engine.begin() as connection:
        connection.execute(insert(Person), list(_people()))
        connection.execute(insert(Ticket), tickets)
        events.sort(key=lambda event: str(event["at"]))
        for number, event in enumerate(events, 1):
            event["id"] = number
        connection.execute(insert(TicketEvent), events)
        connection.execute(insert(Question), list(_questions(dice, histories)))
        connection.execute(insert(SatisfactionRow), list(_rated(dice, tickets)))
        connection.execute(insert(AgendaRow), list(_signs_of_life(dice, count)))
    return histories


def _questions(dice: random.Random, histories: list[History]) -> Iterator[dict[str, object]]:
    """Some asked again within days, some left open, some called unhelpful."""
    for number in range(1, QUESTIONS * len(histories) + 1):
        begin = CALENDAR.midnight(dice.choice(histories).first).astimezone(UTC)
        given = dice.choice((*ENTRIES, None))
        yield {
            "id": number,
            "asker_id": dice.randrange(1, PEOPLE + 1),
            "at": begin + timedelta(seconds=dice.randrange(APART * 2 * 86_400)),
            "text": dice.choice(("lupa sandi", "lupa sandi", "")),
            "outcome": Outcome.SILENCE if given is None else Outcome.ANSWER,
            "entry_id": given,
            "nearest_id": dice.choice(ENTRIES),
            "score": 1.0,
            "runner_up_score": 0.0,
            "helpful": dice.choice((None, None, True, False)),
        }


def _rated(dice: random.Random, tickets: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Of some tickets somebody was asked, and some of them said it days later."""
    for ticket in tickets:
        asked = ticket["created_at"]
        if dice.randrange(3) or not isinstance(asked, datetime):
            continue
        score = dice.choice((None, 1, 2, 3, 4, 4))
        later = asked + timedelta(seconds=dice.randrange(APART * 86_400))
        rated = None if score is None else later
        yield {"ticket_id": ticket["id"], "asked_at": asked, "score": score, "rated_at": rated}


def _signs_of_life(dice: random.Random, count: int) -> Iterator[dict[str, object]]:
    """From the second day on, and up to some days before the end."""
    first = CALENDAR.midnight(BEGIN).astimezone(UTC) + timedelta(days=1)
    last = first + timedelta(days=max(APART * count - 12, 1))
    yield {"kind": "serving", "period": "first", "made_at": first}
    yield {"kind": "serving", "period": "last", "made_at": last}
    begins = sorted(first + (last - first) * dice.random() for _ in range(GAPS * count))
    for since, following in pairwise(begins):
        over = since + (following - since) * dice.random()
        yield {"kind": "down", "period": since.isoformat(), "made_at": over}


def _people() -> Iterator[dict[str, object]]:
    at = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(1, PEOPLE + 1):
        office = f"{KANTOR[number % 3]} {number % 4}" if number % 5 else None
        yield {
            "id": number,
            "name": f"Orang {number}",
            "office": office,
            "role": Role.OFFICER if number > PEOPLE - OFFICERS else Role.ASKER,
            "first_seen": at,
        }


def _history(
    dice: random.Random,
    place: int,
    tickets: list[dict[str, object]],
    events: list[dict[str, object]],
) -> History:
    first = BEGIN + timedelta(days=APART * place)
    last = first + timedelta(days=dice.randrange(APART))
    begin = CALENDAR.midnight(first).astimezone(UTC)
    for _ in range(dice.randrange(MOST_TICKETS)):
        # Some at the very borders of days, of which half lie outside.
        at = begin + timedelta(
            days=dice.randrange(APART), seconds=dice.choice([0, -1, dice.randrange(86_400)])
        )
        tickets.append(_ticket(dice, len(tickets) + 1, at))
        events += _life(dice, len(tickets), at)
    as_of = begin + timedelta(days=dice.randrange(1, 3 * APART), seconds=dice.randrange(86_400))
    return History(first, last, as_of)


def _ticket(dice: random.Random, number: int, at: datetime) -> dict[str, object]:
    kind = dice.choice(tuple(Kind))
    return {
        "id": number,
        "year": 2026,
        "serial": number,
        "draft_key": str(number),
        "kind": kind,
        "category": dice.choice(CATEGORIES),
        "story": "x",
        "status": Status.OPEN,  # no figure may be taken from here
        "reporter_id": dice.randrange(1, PEOPLE + 1),
        "officer_id": dice.choice((None, *range(PEOPLE - OFFICERS + 1, PEOPLE + 1))),
        "lapor_number": dice.choice((None, None, "12345")),
        "created_at": at,
        "due_at": at + timedelta(days=20),
        "priority": Priority.NORMAL,
        "channel": dice.choice(tuple(Channel)),
        "deadline_class": dice.choice((DeadlineClass.of(kind), DeadlineClass.SUPERVISORY)),
        "visibility": Visibility.OPEN,
        "merged_into_id": dice.randrange(1, number) if number > 1 and not number % 7 else None,
    }


def _life(dice: random.Random, ticket: int, at: datetime) -> Iterator[dict[str, object]]:
    status = Status.OPEN
    yield _event(ticket, at, Deed.FILE, None, status)
    for _ in range(dice.randrange(MOST_DEEDS)):
        at += timedelta(seconds=dice.randrange(1, 200_000))
        deed, after = dice.choice(AFTER[status])
        yield _event(ticket, at, deed, status, after)
        status = after


def _event(
    ticket: int, at: datetime, deed: Deed, before: Status | None, after: Status
) -> dict[str, object]:
    return {"ticket_id": ticket, "at": at, "deed": deed, "before": before, "after": after}
