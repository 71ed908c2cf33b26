"""Generated histories of tickets: each has a few days of its own, over new year now and then, and
some go on through those of the next.

What happens follows the table of moves, and some of it later than a report of these days.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from bot.rules.ticket import MOVES, Channel, DeadlineClass, Deed, Kind, Priority, Role, Status
from bot.rules.visibility import Visibility
from handlers.clock.uptime import LAST, SINCE
from storage.engine import Database
from storage.tables import (
    AgendaRow,
    DowntimeRow,
    Outcome,
    Person,
    Question,
    SatisfactionRow,
    Ticket,
    TicketEvent,
)
from tests.bench.recount.office import CALENDAR

BEGIN = date(2026, 1, 1)
BEGIN_AT = datetime(2025, 12, 31, 16, tzinfo=UTC)
OFFICER = 1_001  # the first
APART = 9  # days between the beginnings of two histories
LONG = 150  # days that some go on, and after which some are looked at
MOST_TICKETS, MOST_DEEDS = 14, 12
PEOPLE, OFFICERS = 20, 4
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
        downtimes, noted = _served(dice, histories)
        if downtimes:
            connection.execute(insert(DowntimeRow), downtimes)
        connection.execute(insert(AgendaRow), noted)
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
    """Who was asked how it was, of whom some say nothing."""
    for ticket in dice.sample(tickets, len(tickets) // 2):
        at = BEGIN_AT + timedelta(
            days=APART * dice.randrange(len(tickets) // MOST_TICKETS * 2 + 1),
            seconds=dice.randrange(APART * 86_400),
        )
        score = dice.choice((None, 1, 2, 3, 4, 4))
        later = timedelta(seconds=dice.randrange(APART * 86_400))
        yield {
            "ticket_id": ticket["id"],
            "asked_at": at,
            "score": score,
            "rated_at": None if score is None else at + later,
        }


Rows = list[dict[str, object]]


def _served(dice: random.Random, histories: list[History]) -> tuple[Rows, Rows]:
    """Downtimes, and since when and until when the bot is known to have served. From the second
    history on, with gaps, some from one history into the next; in the last ones nothing is known
    any more."""
    at = first = CALENDAR.midnight(histories[min(1, len(histories) - 1)].first).astimezone(UTC)
    end = CALENDAR.midnight(histories[-1].first).astimezone(UTC) - timedelta(days=APART * 3)
    downtimes: Rows = []
    while (at := at + timedelta(seconds=dice.randrange(86_400, APART * 2 * 86_400))) < end:
        over = at + timedelta(seconds=dice.randrange(601, 4 * 86_400))
        downtimes.append({"since": at, "until": over})
        at = over
    noted = [once._asdict() | {"made_at": moment} for once, moment in ((SINCE, first), (LAST, at))]
    return downtimes, noted


def _people() -> Iterator[dict[str, object]]:
    at = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(1, PEOPLE + 1):
        office = f"Kantor {number % 4}" if number % 5 else None
        yield {
            "id": number,
            "name": f"Orang {number}",
            "office": office,
            "role": Role.ASKER,
            "first_seen": at,
        }
    for number in range(OFFICERS):
        yield {
            "id": OFFICER + number,
            "name": f"Petugas {number}",
            "office": "BKPSDM",
            "role": Role.OFFICER,
            "first_seen": at,
        }


def _history(
    dice: random.Random,
    place: int,
    tickets: list[dict[str, object]],
    events: list[dict[str, object]],
) -> History:
    first = BEGIN + timedelta(days=APART * place)
    last = first + timedelta(days=dice.randrange(dice.choice((APART, APART, LONG))))
    begin = CALENDAR.midnight(first).astimezone(UTC)
    for _ in range(dice.randrange(MOST_TICKETS)):
        # Some at the very borders of days, of which half lie outside.
        at = begin + timedelta(
            days=dice.randrange(APART), seconds=dice.choice([0, -1, dice.randrange(86_400)])
        )
        tickets.append(_ticket(dice, len(tickets) + 1, at))
        events += _life(dice, len(tickets), at)
    days = dice.randrange(1, dice.choice((3 * APART, 3 * APART, LONG)))
    as_of = begin + timedelta(days=days, seconds=dice.randrange(86_400))
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
        "created_at": at,
        "due_at": at + timedelta(days=20),
        "priority": Priority.NORMAL,
        "channel": dice.choice(tuple(Channel)),
        "deadline_class": dice.choice(
            (DeadlineClass.of(kind), DeadlineClass.of(kind), DeadlineClass.SUPERVISORY)
        ),
        "officer_id": dice.choice((None, *range(OFFICER, OFFICER + OFFICERS))),
        "lapor_number": dice.choice((None, None, str(9_000_000 + number))),
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
