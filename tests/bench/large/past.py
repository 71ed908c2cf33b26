"""What years of a busy desk leave, as rows: lives of tickets follow the table of rules.

Most end confirmed, some unconfirmed, some come back. What was said of them stands in the refs,
last week's traffic in inbox and outbox.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot.rules.calendar import week_number
from bot.rules.deadline import RUNNING
from bot.rules.purpose import Purpose
from bot.rules.ticket import (
    DESK_DEEDS,
    MOVES,
    SETTLED_STATES,
    TAKING,
    Channel,
    DeadlineClass,
    Deed,
    Kind,
    Priority,
    Result,
    Role,
    Status,
)
from bot.rules.visibility import Visibility
from faq.matching.labelled import read_rows
from handlers.actions import reporter
from storage.agenda import INSTALLED, Once
from storage.tables import (
    AgendaKind,
    InboxStatus,
    OutboxStatus,
    Outcome,
)
from tests.bench.large.who import NAMES, OFFICES

T = TypeVar("T")

QUESTIONS = Path(__file__).parents[2] / "faq" / "labelled" / "questions-1.csv"
YEARS = timedelta(days=5 * 365)
ASKER, OFFICER = 10_001, 5_001  # the first of each
CATEGORIES = (
    *("MFA dan OTP", "Menyusun SKP", "Penilaian", "Akses dan login", "Presensi", "Cuti"),
    *("Kenaikan pangkat", "Mutasi dan jabatan", "TPP", "Gangguan dan pesan error", "Lainnya"),
)
# A second number of each pair says how often the first happens.
KINDS = ((Kind.COMPLAINT, 70), (Kind.INFORMATION, 18), (Kind.SUGGESTION, 8), (Kind.CRITICISM, 4))
CLASSES = ((None, 995), (DeadlineClass.SUPERVISORY, 5))
SEEN = ((Visibility.OPEN, 95), (Visibility.ANONYMOUS, 3), (Visibility.SECRET, 2))
PRIORITIES = ((Priority.NORMAL, 90), (Priority.HIGH, 8), (Priority.URGENT, 2))
CHANNELS = ((Channel.TELEGRAM, 90), (Channel.PHONE, 5), (Channel.WHATSAPP, 5))
RESULTS = ((Result.SOLVED, 70), (Result.EXPLAINED, 25), (Result.FORWARDED, 5))
DAYS = {  # for a number of working days, as a calendar has them
    DeadlineClass.INFORMATION: 7,
    DeadlineClass.COMPLAINT: 20,
    DeadlineClass.SUPERVISORY: 84,
}
DEEDS = {
    Status.OPEN: (
        *((Deed.VERIFY, 20), (Deed.TAKE, 60), (Deed.REPLY, 10), (Deed.ASK_INFO, 5)),
        (Deed.RESOLVE, 5),
    ),
    Status.VERIFIED: ((Deed.TAKE, 90), (Deed.REPLY, 10)),
    Status.TAKEN: (
        *((Deed.REPLY, 25), (Deed.NOTE, 15), (Deed.ANSWER, 15)),
        *((Deed.ASK_INFO, 10), (Deed.DEFER, 3), (Deed.RESOLVE, 32)),
    ),
    Status.DEFERRED: ((Deed.RESUME, 100),),
    Status.WAITING: ((Deed.ANSWER, 80), (Deed.REPLY, 10), (Deed.RESOLVE, 10)),
    Status.RESOLVED: ((Deed.CONFIRM, 70), (Deed.DISPUTE, 12), (Deed.REPLY, 18)),
    Status.CLOSED: ((Deed.REOPEN, 30), (Deed.ANSWER, 70)),
}
LEFT_UNCONFIRMED, COMES_BACK = 0.3, 0.04  # of those resolved, of those closed
LEFT_OPEN = 0.004  # of the tickets at each step: forgotten for good
MOST_DEEDS = 40
LONG_AGO = 500_000_000  # updates that come now are numbered from one
ASKED = [row.question for row in read_rows(QUESTIONS)]
ENDS = ("", " min", " pak", " tolong", " ya", " kenapa", " sejak kemarin", " di kantor", " lagi")


@dataclass(frozen=True)
class Size:
    """How much of everything; the rest follows from the tickets."""

    tickets: int = 100_000
    questions: int = 500_000
    unsolved: int = 5_000
    people: int = 8_000
    officers: int = 30
    sent: int = 200_000

    def scaled(self, tickets: int) -> Size:
        share = tickets / self.tickets
        return Size(
            tickets=tickets,
            questions=max(1, int(self.questions * share)),
            unsolved=max(1, int(self.unsolved * share)),
            people=max(20, int(self.people * share)),
            officers=self.officers,
            sent=max(1, int(self.sent * share)),
        )


Row = dict[str, object]


@dataclass(frozen=True)
class Life:
    """What a ticket came to: its state, who has it, and since when its clock stands still."""

    status: Status
    officer: int | None
    paused: datetime | None


class Past:
    def __init__(self, size: Size, dice: random.Random, desk: int, until: datetime) -> None:
        self._size, self._dice, self._desk, self._until = size, dice, desk, until
        self._begin = until - YEARS
        self._reporters: list[int] = []
        self._resolved: list[tuple[int, int, datetime]] = []
        self._last: dict[int, int] = {}
        self.events: list[Row] = []

    def people(self) -> Iterator[Row]:
        for number in range(self._size.officers):
            yield self._person(OFFICER + number, Role.ADMIN if number == 0 else Role.OFFICER)
        for number in range(self._size.people):
            yield self._person(ASKER + number, Role.ASKER)

    def _person(self, number: int, role: Role) -> Row:
        return {
            "id": number,
            "name": NAMES[number % len(NAMES)],
            "username": f"pegawai_{number}" if number % 3 else None,
            "office": OFFICES[number % len(OFFICES)],
            "role": role,
            "reachable": True,
            "first_seen": self._begin,
        }

    def tickets(self) -> Iterator[Row]:
        """Oldest first, as they were filed."""
        step = YEARS / (self._size.tickets + 1)
        for number in range(1, self._size.tickets + 1):
            at = self._begin + step * number
            # Few write often: the busiest have some hundred tickets.
            asker = ASKER + int(self._size.people * self._dice.random() ** 1.5)
            year = (at + timedelta(hours=8)).year
            self._last[year] = self._last.get(year, 0) + 1
            life = self._lived(number, asker, at)
            kind = self._one_of(KINDS)
            of = self._one_of(CLASSES) or DeadlineClass.of(kind)
            yield {
                "id": number,
                "year": year,
                "serial": self._last[year],
                "draft_key": f"draf-{number}",
                "kind": kind,
                "category": self._dice.choice(CATEGORIES),
                "story": self._asked(),
                "status": life.status,
                "reporter_id": asker,
                "officer_id": life.officer,
                "created_at": at,
                "due_at": at + timedelta(days=DAYS[of]),
                "paused_at": life.paused,
                "card_chat_id": self._desk,
                "card_message_id": number * 6,
                "channel": self._one_of(CHANNELS),
                "priority": self._one_of(PRIORITIES),
                "deadline_class": of,
                "visibility": self._one_of(SEEN),
                "result": self._one_of(RESULTS) if life.status in SETTLED_STATES else None,
                "deferred_until": self._until + timedelta(days=self._dice.randint(1, 20))
                if life.status is Status.DEFERRED
                else None,
            }

    def _lived(self, ticket: int, asker: int, at: datetime) -> Life:
        self._event(ticket, at, Deed.FILE, asker, None, Status.OPEN)
        status, officer, dice = Status.OPEN, None, self._dice
        paused: datetime | None = None
        for _ in range(MOST_DEEDS):
            if self._rests(status):
                break
            at += timedelta(minutes=dice.choice((5, 40, 300, 1_500, 6_000)))
            if at >= self._until:
                break
            deed = self._one_of(DEEDS[status])
            if deed in TAKING and officer is None:
                officer = OFFICER + dice.randrange(self._size.officers)
            actor = officer or self._anyone if deed in DESK_DEEDS else asker
            after = MOVES[status, deed]
            self._event(ticket, at, deed, actor, status, after)
            paused = None if after in RUNNING else paused or at
            status = after
        return Life(status, officer, paused)

    @property
    def _anyone(self) -> int:
        return OFFICER + self._dice.randrange(self._size.officers)

    def _rests(self, status: Status) -> bool:
        share = {Status.RESOLVED: LEFT_UNCONFIRMED, Status.CLOSED: 1 - COMES_BACK}
        return self._dice.random() < share.get(status, LEFT_OPEN)

    def _event(
        self,
        ticket: int,
        at: datetime,
        deed: Deed,
        actor: int | None,
        before: Status | None,
        after: Status,
    ) -> None:
        number = len(self.events) + 1
        if deed is Deed.RESOLVE:
            self._resolved.append((ticket, number, at))
        self.events.append(
            {
                "id": number,
                "ticket_id": ticket,
                "at": at,
                "deed": deed,
                "actor_id": actor,
                "before": before,
                "after": after,
                "text": None if deed in {Deed.FILE, Deed.TAKE, Deed.CONFIRM} else self._asked(),
            }
        )

    def series(self) -> Iterator[Row]:
        for year, last in self._last.items():
            yield {"year": year, "last": last}

    def refs(self) -> Iterator[Row]:
        """The card, and what was said under it."""
        for ticket in range(1, self._size.tickets + 1):
            for place in range(5):
                yield {
                    "chat_id": self._desk,
                    "message_id": ticket * 6 + place,
                    "ticket_id": ticket,
                    "purpose": Purpose.RELAY if place else Purpose.CARD,
                    "prompted_id": None,
                }

    def agenda(self) -> Iterator[Row]:
        """Each week had its page, each closing note but those of the last days its reminder."""
        yield INSTALLED._asdict() | {"made_at": self._begin}
        for back in range(1, 53):
            week = week_number((self._until - timedelta(weeks=back)).date())
            once = Once(AgendaKind.WEEKLY, period=week)
            yield once._asdict() | {"made_at": self._until}
        for ticket, event, at in self._resolved:
            if at < self._until - timedelta(days=4):
                yield reporter.reminder(ticket, event)._asdict() | {"made_at": at}

    def questions(self) -> Iterator[Row]:
        """Those that nobody could answer lie in the last weeks, where they are still shown."""
        step = YEARS / (self._size.questions + 1)
        late = self._size.questions * 80 // (5 * 365)
        every = max(1, late // self._size.unsolved)
        for number in range(1, self._size.questions + 1):
            left = self._size.questions - number
            unsolved = left < late and left % every == 0
            yield {
                "id": number,
                "asker_id": ASKER + self._dice.randrange(self._size.people),
                "at": self._begin + step * number,
                "text": self._asked(),
                "outcome": Outcome.SILENCE if unsolved else Outcome.ANSWER,
                "entry_id": None if unsolved else "lupa-password",
                "nearest_id": "lupa-password",
                "score": 0.5,
                "runner_up_score": 0.3,
                "helpful": None,
            }

    def outbox(self) -> Iterator[Row]:
        """Two weeks' messages, of which the tidy takes half."""
        step = timedelta(days=14) / (self._size.sent + 1)
        payload = json.dumps({"text": self._asked(), "parse_mode": "HTML"})
        for number in range(1, self._size.sent + 1):
            at = self._until - timedelta(days=14) + step * number
            yield {
                "id": number,
                "chat_id": self._desk if number % 3 == 0 else ASKER + number % self._size.people,
                "method": "sendMessage",
                "payload": payload,
                "status": OutboxStatus.SENT,
                "created_at": at,
                "sent_at": at,
                "attempts": 0,
                "revision": 0,
                "ticket_id": number % self._size.tickets + 1 if number % 3 == 0 else None,
                "under_card": False,
                "quotes": False,
            }

    def inbox(self) -> Iterator[Row]:
        step = timedelta(days=14) / (self._size.sent + 1)
        for number in range(1, self._size.sent + 1):
            yield {
                "seq": number,
                "update_id": LONG_AGO + number,
                "lane": ASKER + number % self._size.people,
                "raw": json.dumps({"update_id": number, "message": {"text": "x" * 300}}),
                "received_at": self._until - timedelta(days=14) + step * number,
                "status": InboxStatus.DONE,
                "attempts": 0,
            }

    def _asked(self) -> str:
        return self._dice.choice(ASKED) + self._dice.choice(ENDS)

    def _one_of(self, choices: Sequence[tuple[T, int]]) -> T:
        values, weights = [value for value, _ in choices], [weight for _, weight in choices]
        return self._dice.choices(values, weights)[0]
