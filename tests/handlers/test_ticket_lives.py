"""Whole lives of tickets, whatever people press and write, in any order, with restarts and with
updates that come twice: what a report counts is what the events say, after every step.

Ninety lives here, of 40 steps, in which no week, month or year is closed: that only reads the
tickets, and takes as long as several steps. With `--slow` 300, and all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import Enum, auto
from functools import partial
from itertools import count
from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import bindparam, func, table
from sqlalchemy import select as sql_select
from sqlmodel import col, select

from bot.rules.closing import Period, closing
from bot.rules.indicator import Window, measure
from bot.rules.ticket import (
    Channel,
    Kind,
    Role,
    Status,
)
from bot.simulator.world.accounts import ANI, BUDI, BURHAN, DEWI, EKO, HELPDESK
from bot.wire.outgoing import OutgoingCall, Sent
from bot.wire.ports import Ended
from bot.wire.run import Backend
from handlers import buttons as b
from handlers.backend import backend
from handlers.clock.closing import once
from handlers.resources import Resources
from storage.engine import Database
from storage.prepared import Prepared, PreparedEntities, Row
from storage.tables import InboxRow, InboxStatus, MessageRef, Ticket, TicketEvent
from storage.unit import Unit
from tests.bench.large import updates
from tests.handlers.life_acts import OFFICERS, REPORTERS, On, acts
from tests.handlers.life_invariants import (
    Histories,
    a_ticket_is_what_its_state_says,
    case,
    every_step_is_one_of_the_table,
    grouped,
)
from tests.storage.rows import NOW
from tests.support.databases import Make, SqliteFiles, engine_at
from tests.support.still_clock import StillClock

NAMES = {ANI: "Ani", BURHAN: "Burhan", BUDI: "Budi", DEWI: "Dewi", EKO: "Eko"}
YEARS = timedelta(days=10 * 365)  # no life is longer
EVENTS = Prepared(
    sql_select(TicketEvent.__table__)  # type: ignore[attr-defined]
    .where(col(TicketEvent.id) > bindparam("known"))
    .order_by(col(TicketEvent.id))
)
LAST_EVENT = Prepared(sql_select(func.max(col(TicketEvent.id))))
REWRITTEN = Prepared(sql_select(func.count()).select_from(table("rewritten")))
WATCH = (
    "CREATE TABLE rewritten (event INTEGER)",
    *(
        f"CREATE TRIGGER {how}d AFTER {how.upper()} ON ticket_event"
        " BEGIN INSERT INTO rewritten VALUES (old.id); END"
        for how in ("update", "delete")
    ),
)
"""So that what was added before need not be read and compared after every step."""
TICKETS = PreparedEntities(Ticket, select(Ticket).order_by(col(Ticket.id)))
_NEWEST_AT_DESK = (
    sql_select(col(MessageRef.message_id))
    .where(col(MessageRef.chat_id) == HELPDESK)
    .order_by(col(MessageRef.message_id).desc())
    .limit(1)
)
PROMPT_OF, CARD_OF = (
    Prepared(_NEWEST_AT_DESK.where(column == bindparam("about")))
    for column in (col(MessageRef.prompted_id), col(MessageRef.ticket_id))
)


class Then(Enum):
    """What comes between two acts."""

    NOTHING = auto()
    RESTART = auto()
    AGAIN = auto()
    TIME = auto()
    FILE = auto()
    NOTE_DOWN = auto()


THEN = (*[Then.NOTHING] * 12, *Then)


class Lives(RuleBasedStateMachine):
    files: SqliteFiles
    begin: Make
    url: str
    resources: Resources
    sent: list[Ended]  # and not written down yet
    must_look: bool
    asked: bool

    def __init__(self) -> None:
        super().__init__()
        self.database = Database(engine_at(self.url))
        self.files.bring(self.begin, self.database)
        self.clock = StillClock(NOW)
        self.histories: Histories = {}
        self.steps = 0
        self.known = 0  # the last event among them
        self.last: updates.Update | None = None
        self.written: updates.Update | None = None
        self.messages = count(10_000)
        self.filed = count(1)
        self.restart()
        self.file(ANI, 0)

    def teardown(self) -> None:
        """Each turn of it could be served, and each event is as it was when it was added."""
        with self.database.reading() as unit:
            parked = select(InboxRow.error).where(InboxRow.status == InboxStatus.DEAD)
            failed = list(unit.session.exec(parked))
            histories = grouped(EVENTS(unit.session.connection(), known=0))
        self.database.close()
        assert not failed
        assert histories == self.histories

    def serve(self, update: updates.Update) -> None:
        """What waits behind others is sent at the step's end, or before somebody replies."""
        self.clock.advance(timedelta(seconds=7))
        self.last = update
        self.commit([update])

    def commit(self, some: Sequence[updates.Update]) -> None:
        """And with it what was sent meanwhile is written down, as the bot itself does it."""
        committed = self.bot.commit(some, self.sent)
        self.send(committed.calls)
        self.must_look |= bool(committed.elsewhere)

    def send(self, calls: Sequence[OutgoingCall]) -> None:
        self.sent = [(call, Sent((self.sent_as(call),))) for call in calls]

    def finish(self) -> None:
        """What was asked for is made, and all is sent, of which the last is written down later."""
        if self.asked:
            self.asked = False
            while self.bot.make_next():
                """Whatever was asked for."""
            self.must_look = True
        while self.must_look:
            while self.sent:
                self.commit(())
            found = self.bot.look((), 50)
            self.send(found.calls)
            self.must_look = any(found.waiting[call.chat_id] > 1 for call in found.calls)

    def write_down(self) -> None:
        self.finish()
        while self.sent:
            self.commit(())
            self.finish()

    def sent_as(self, call: OutgoingCall) -> int:
        """What is edited keeps its number."""
        edited = call.params.get("message_id")
        return edited if isinstance(edited, int) else next(self.messages)

    @rule(drawn=st.integers(0, 2**24 - 1))
    def act(self, drawn: int) -> None:
        """One rule for all: of many, a life is played without a good part of them. Three in four
        are possible in the ticket's state; without that, most are refused.

        One number is drawn for all, as each takes as long as several statements; the step counts
        with it, for numbers are often drawn again, and the same deed is then refused.
        """
        self.steps += 1
        dice = Random(drawn * 100 + self.steps)
        on = On(self.id_of(dice.randrange(6)), self.id_of(dice.randrange(6)), dice.randrange(60))
        possible = acts(self.status(on.ticket), any_at_all=dice.randrange(4) == 0)
        dice.choice(possible)(self, on)
        self.finish()
        match dice.choice(THEN):
            case Then.RESTART:
                self.restart()
            case Then.AGAIN:
                self.the_same_update_again()
            case Then.TIME:
                self.time_passes((1, 20, 26, 24 * 31)[on.any % 4])
            case Then.FILE:
                self.file(REPORTERS[on.any % 2], on.any)
            case Then.NOTE_DOWN:
                self.note_down(on.any)

    def file(self, who: int, kind: int) -> None:
        with self.database.unit() as unit:
            self._file(unit, who, list(Kind)[kind % 4], Channel.TELEGRAM)

    def note_down(self, kind: int) -> None:
        with self.database.unit() as unit:
            person = unit.people.without_chat("Bu Sri", None, now=self.clock.now())
            self._file(unit, person.id, list(Kind)[kind % 4], Channel.IN_PERSON)

    def _file(self, unit: Unit, who: int, kind: Kind, channel: Channel) -> None:
        now = self.clock.now()
        unit.tickets.file(
            number=unit.tickets.next_number(2026),
            draft_key=f"draft-{next(self.filed)}",
            kind=kind,
            category="Lainnya",
            story="Tidak bisa menyimpan",
            reporter_id=who,
            now=now,
            due_at=now + timedelta(days=7),
            channel=channel,
        )

    def at_desk(self, who: int, button: b.Button) -> None:
        self.serve(updates.presses(who, button, chat=HELPDESK))

    def in_private(self, who: int, button: b.Button) -> None:
        self.serve(updates.presses(who, button))

    def says_at_desk(self, who: int, words: str) -> None:
        self.serve(updates.says(who, words, chat=HELPDESK))

    def says(self, who: int, words: str) -> None:
        self.written = updates.says(who, words)
        self.serve(self.written)

    def writes_otherwise(self, words: str) -> None:
        if self.written is not None:
            self.serve(updates.edits(self.written, words))

    def replies_to_prompt(self, who: int, words: str) -> None:
        self._replies(who, words, PROMPT_OF, about=who)

    def replies_to_card(self, who: int, ticket: int, words: str) -> None:
        self._replies(who, words, CARD_OF, about=ticket)

    def _replies(self, who: int, words: str, to: Prepared, *, about: int) -> None:
        """To the newest of them that stands at the desk."""
        self.write_down()
        with self.database.reading() as unit:
            message = to(unit.session.connection(), about=about).scalar()
        if message is not None:
            self.serve(updates.says(who, words, chat=HELPDESK, reply_to=message))

    def answers_bot(self, who: int, words: str, *, asked: str) -> None:
        self.serve(updates.answers_bot(who, words, chat=HELPDESK, asked=asked))

    def officer_of(self, ticket: int, other: int) -> int:
        held = self.tickets[ticket].officer_id
        return OFFICERS[other % 3] if held is None or other % 4 == 0 else held

    def reporter_of(self, ticket: int, other: int) -> int:
        filed = self.tickets[ticket]
        return filed.reporter_id if filed.has_chat and other % 9 else REPORTERS[other % 2]

    def number(self, ticket: int) -> str:
        return str(self.tickets[ticket].number)

    def status(self, ticket: int) -> Status:
        return self.tickets[ticket].status

    def time_passes(self, hours: int) -> None:
        self.clock.advance(timedelta(hours=hours))
        self.bot.run_due()
        self.asked = True
        self.finish()

    def the_same_update_again(self) -> None:
        if self.last is not None:
            before = self.last_event()
            self.commit([self.last])
            self.finish()
            assert self.last_event() == before

    def restart(self) -> None:
        """As after a kill: what was just sent is not written down, and goes out again."""
        self.bot: Backend = backend(self.database, self.resources, self.clock)
        self.bot.watch_jobs(self.is_asked)
        self.sent = []
        self.must_look = self.asked = True

    def is_asked(self) -> None:
        self.asked = True

    def id_of(self, place: int) -> int:
        """Of the tickets that there were before this step."""
        return [*self.tickets][place % len(self.tickets)]

    def last_event(self) -> int:
        with self.database.reading() as unit:
            return int(LAST_EVENT(unit.session.connection()).scalar())

    @invariant()
    def all_is_as_the_events_say(self) -> None:
        """Read once after each step, and looked at in four ways."""
        now = self.clock.now() + timedelta(seconds=1)
        window = Window(NOW - timedelta(days=1), now, now)
        with self.database.reading() as unit:
            connection = unit.session.connection()
            added = EVENTS(connection, known=self.known).rows
            rewritten = REWRITTEN(connection).scalar()
            self.tickets = {ticket.id: ticket for ticket in TICKETS(unit.session)}
            cases = unit.figures.cases(as_of=now, since=window.start)
        assert not rewritten
        self.add(added)
        for ticket in self.tickets.values():
            every_step_is_one_of_the_table(ticket, self.histories[ticket.id])
            a_ticket_is_what_its_state_says(ticket, self.tickets)
        told = [case(ticket, self.histories[ticket.id]) for ticket in self.tickets.values()]
        edition = self.resources.editions.default
        assert measure(told, window, edition) == measure(cases, window, edition)

    def add(self, events: list[Row]) -> None:
        for ticket, more in grouped(events).items():
            self.histories.setdefault(ticket, []).extend(more)
        self.known = events[-1].id if events else self.known


def begun(database: Database, *, closed: Iterable[Period]) -> None:
    """All are known, and these periods need not be closed any more."""
    with database.unit() as unit:
        for statement in WATCH:
            unit.session.connection().exec_driver_sql(statement)
        unit.agenda.claim_each({once(each): each for each in closed}, now=NOW)
        for number, name in NAMES.items():
            person = unit.people.seen(number, name=name, username=None, now=NOW)
            person.role = Role.OFFICER if number in OFFICERS else Role.ASKER


@pytest.mark.timeout(3600)
def test_lives(
    request: pytest.FixtureRequest, sqlite_files: SqliteFiles, resources: Resources
) -> None:
    slow = request.config.getoption("--slow")
    limits = replace(resources.limits, turns_a_minute=10**6)
    with sqlite_files.fresh() as url:
        Lives.files, Lives.url = sqlite_files, url
        closed = [] if slow else [*closing(NOW, NOW + YEARS, resources.calendar)]
        Lives.begin = partial(begun, closed=closed)
        Lives.resources = replace(resources, limits=limits)
        run_state_machine_as_test(
            Lives,
            settings=settings(
                max_examples=300 if slow else 90,
                stateful_step_count=40,
                deadline=None,
                phases=[Phase.generate],
                suppress_health_check=[*HealthCheck],
            ),
        )
