"""Transcripts: people talk to the real bot in a simulated Telegram, over a real database.

    talk.ani("/lapor").hears("Ceritakan", button="Batal")

Whatever the bot says must be heard by the end, and nothing may be lost, stuck or said twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlmodel import SQLModel, col, func, select

from bot.rules.ticket import Role
from bot.simulator.demo.stepper import Stepper
from bot.simulator.world import accounts
from bot.simulator.world.model import CallbackQuery, Message
from bot.simulator.world.world import World
from bot.wire.outgoing import OutgoingCall, SendResult, Sent
from bot.wire.run import Backend
from handlers.backend import backend, bootstrap
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import InboxRow, InboxStatus, OutboxRow, OutboxStatus, Ticket
from tests.support.bot_api import problems_of_call
from tests.support.databases import engine_at
from tests.support.still_clock import StillClock
from tests.talks.voice import Room, Voice

BEGINS = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)  # a Tuesday, 09.30 in Balangan
MOST_ROUNDS = 500
STAGES = ("take_in", "serve", "run_due", "make", "send")


class Courier(Stepper):
    """A stepper in single stages, which keeps count of what it delivered."""

    def __init__(
        self,
        world: World,
        backend: Backend,
        delivered: Counter[tuple[int, datetime]],
        *,
        apart: bool,
    ) -> None:
        """`apart`: what comes in is kept by itself, as in a flood, and served later."""
        super().__init__(world, backend)
        self._delivered = delivered
        self._apart = apart
        self._ticked_at: datetime | None = None

    def take_in(self) -> None:
        while self._take_in():
            """The next call confirms what this one brought."""

    def _keep(self, updates: Sequence[object]) -> None:
        if self._apart:
            self._backend.store(updates)
            self._all_served_at = None
        else:
            super()._keep(updates)

    def serve(self) -> None:
        while self._serve_waiting():
            """A full batch: there may be more."""

    def make(self) -> None:
        while self._make_next():
            """What was made may have others behind it."""

    def run_due(self) -> None:
        """Only time makes something due."""
        now = self._backend.clock.now()
        if now != self._ticked_at:
            self._backend.run_due()
        self._ticked_at = now

    def send(self) -> None:
        """What became of it may ask for more."""
        for _ in range(MOST_ROUNDS):
            if not self._send() and not self._make_next():
                return
        raise AssertionError("the bot does not come to rest")

    def _deliver(self, call: OutgoingCall) -> SendResult:
        wrong = list(problems_of_call(call.method, call.params))
        assert not wrong, f"not as Telegram documents it: {wrong}"
        result = super()._deliver(call)
        if isinstance(result, Sent):
            self._delivered[call.id, call.created_at] += 1
        return result


class Talk:
    """The world, the bot, and everybody in it."""

    def __init__(self, url: str, resources: Resources, *, restless: bool) -> None:
        self.clock = StillClock(BEGINS)
        self.world = World(self.clock)
        self.state = self.world.state
        self.delivered: Counter[tuple[int, datetime]] = Counter()
        self.resources = resources
        self._restless = restless
        self._held = False
        self._step = 0
        self._expected = Leftovers()
        self._engine = engine_at(url)
        self.toasts: list[CallbackQuery] = []
        self._rooms: dict[int, Room] = {}
        self._start()
        self.ani = self.someone(accounts.ANI)
        self.burhan = self.someone(accounts.BURHAN)
        self.citra = self.someone(accounts.CITRA)
        self.desk = self.room(accounts.HELPDESK)
        self.reports = self.room(accounts.REPORTS)
        self.budi = self.someone(accounts.BUDI, chat=accounts.HELPDESK)
        self.admin = self.someone(accounts.BUDI)  # the same in private
        self.dewi = self.someone(accounts.DEWI, chat=accounts.HELPDESK)
        self.eko = self.someone(accounts.EKO, chat=accounts.HELPDESK)
        self.hadi = self.someone(accounts.HADI, chat=accounts.REPORTS)
        with self.database.unit() as unit:
            name = self.state.user(accounts.DEWI).name
            unit.people.seen(
                accounts.DEWI, name=name, username=None, now=BEGINS
            ).role = Role.OFFICER

    # the bot

    def _start(self) -> None:
        self.database = Database(self._engine)
        bootstrap(self.database, self.resources, self.clock)
        self._courier = Courier(
            self.world,
            backend(self.database, self.resources, self.clock),
            self.delivered,
            apart=self._restless,
        )

    def restart(self) -> Talk:
        """The bot forgets everything it holds in memory."""
        self.stop()
        self._start()
        return self

    def stop(self) -> None:
        """No connection outlives this. The engine is kept for its compiled SQL, which is dear."""
        self.database.close()

    def settle(self) -> Talk:
        """Everything that can happen now, happens; where restless, a restart after each bit."""
        if self._held:
            return self
        self._step += 1
        for place, stage in enumerate(STAGES):
            getattr(self._courier, stage)()
            if self._restless and place == self._step % len(STAGES):
                self.restart()
        if self._restless:  # what the forgotten half of the step left behind
            for stage in ("take_in", "serve", "make", "send"):
                getattr(self._courier, stage)()
        return self._listen()

    def asleep(self, **by: float) -> Talk:
        """Time passes while the bot is down; what people do meanwhile waits."""
        self.clock.advance(timedelta(**by))
        return self

    def wait(self, **by: float) -> Talk:
        """Time passes, with whatever it brings."""
        self.clock.advance(timedelta(**by))
        return self.settle()

    def until(self, weekday: int, hour: int, minute: int = 0) -> Talk:
        """To the next such weekday (Monday is 0) and hour in Balangan."""
        self.clock.to_next(weekday, hour, minute)
        return self.settle()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What people do in here reaches the bot in one batch, as after a pause of its own."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self.settle()

    # people and rooms

    def room(self, chat: int) -> Room:
        if chat not in self._rooms:
            self._rooms[chat] = Room(self, chat)
        return self._rooms[chat]

    def someone(self, user: int, chat: int | None = None) -> Voice:
        return Voice(self, user, self.room(user if chat is None else chat))

    def _listen(self) -> Talk:
        for chat in list(self.state.chats):
            self.room(chat).listen()
        return self

    # looking on

    def ticket(self, serial: int = 1) -> Ticket:
        with self.database.reading() as unit:
            found = unit.session.exec(select(Ticket).where(col(Ticket.serial) == serial)).one()
            unit.session.expunge(found)
            return found

    def card(self, serial: int = 1) -> Message:
        """The ticket's card as it stands in the helpdesk group now."""
        ticket = self.ticket(serial)
        assert ticket.card_chat_id is not None
        assert ticket.card_message_id is not None, f"ticket {serial} has no card"
        return self.state.message(ticket.card_chat_id, ticket.card_message_id)

    def deeds(self, serial: int = 1) -> list[str]:
        """What was done to the ticket, in order; the figures of every report rest on this."""
        with self.database.reading() as unit:
            ticket = unit.tickets.get(self.ticket(serial).id)
            assert ticket is not None
            return [event.deed.value for event in unit.events.history(ticket)]

    def parked(self) -> int:
        return self._count(InboxRow, col(InboxRow.status) == InboxStatus.DEAD)

    def tickets(self) -> int:
        return self._count(Ticket)

    def _count(self, table: type[SQLModel], *where: ColumnElement[bool]) -> int:
        with self.database.reading() as unit:
            return unit.session.exec(select(func.count()).select_from(table).where(*where)).one()

    # the end

    def expects(
        self,
        *,
        dead_updates: int = 0,
        dead_sendings: int = 0,
        held: int = 0,
        unanswered: int = 0,
        twice: int = 0,
    ) -> Talk:
        """What a transcript about trouble leaves behind, and no other may."""
        self._expected = Leftovers(dead_updates, dead_sendings, held, unanswered, twice)
        return self

    def finish(self) -> None:
        """Nothing was said unnoticed, and nothing is lost, stuck or said twice."""
        self.settle()
        for room in self._rooms.values():
            room.nothing_more()
        waiting = col(InboxRow.status) == InboxStatus.WAITING
        assert self._count(InboxRow, waiting) == 0, "updates wait unserved"
        unsent = col(OutboxRow.status) == OutboxStatus.WAITING
        assert self._count(OutboxRow, unsent) == 0, "messages wait unsent"
        left = Leftovers(
            self._count(InboxRow, col(InboxRow.status) == InboxStatus.DEAD),
            self._count(OutboxRow, col(OutboxRow.status) == OutboxStatus.DEAD),
            self._count(OutboxRow, col(OutboxRow.status) == OutboxStatus.HELD),
            sum(not press.answered for press in self.state.callback_queries.values()),
            sum(times > 1 for times in self.delivered.values()),
        )
        assert left == self._expected
        unseen = [press.text for press in self.toasts if press.text]
        assert not unseen, f"nobody looked at the notes over buttons {unseen}"


class Leftovers(NamedTuple):
    dead_updates: int = 0
    dead_sendings: int = 0
    held_sendings: int = 0
    unanswered_presses: int = 0
    delivered_twice: int = 0
