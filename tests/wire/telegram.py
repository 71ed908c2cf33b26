"""Telegram and the durable side for these tests; the one file here that knows the world.

Telegram is the simulated world below the real client, without a network; the outbox and inbox
are the real ones, on SQLite; all clocks are the one that a test moves.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import col, select

from bot.simulator.demo.stepper import WorldTransport
from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.world import World
from bot.wire.client import Client
from bot.wire.pace import Pace
from bot.wire.ports import Render
from bot.wire.sender import Sender
from bot.wire.transport import File
from bot.wire.worker import Wakeup
from bot.wire.writer import Writer
from handlers.backend import backend
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import InboxRow, OutboxRow
from tests.support.still_clock import StillClock
from tests.support.waiting import until

TOKEN = accounts.SIM_TOKEN
BOT_USERNAME = accounts.BOT_USERNAME
BEGINS = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
GROUP = accounts.HELPDESK
GRACE = 30.0  # seconds
FIRST_PERSON = 60_001


class Telegram(WorldTransport):
    """The world's answers, which may be held back, or fail to come at all."""

    def __init__(self, clock: StillClock) -> None:
        self.world = World(clock)
        super().__init__(self.world)
        self.away = False
        self.revoked = False
        self.tries: Counter[int] = Counter()
        """Calls that came in, by chat."""
        self.delivered = 0
        self.on_delivery: Callable[[], None] = lambda: None
        self._doors: dict[int, asyncio.Event] = {}
        self._people = 0

    async def exchange(
        self,
        method: str,
        url: str,
        fields: Mapping[str, str],
        files: Mapping[str, File],
        timeout: float,
    ) -> tuple[int, bytes]:
        chat = int(fields.get("chat_id", 0))
        self.tries[chat] += 1
        if self.away:
            raise ConnectionRefusedError
        if self.revoked:
            return _refusal(401, "Unauthorized")
        answer = await super().exchange(method, url, fields, files, timeout)
        self.delivered += 1
        self.on_delivery()
        if chat in self._doors:
            await self._doors[chat].wait()
        return answer

    def hold(self, *chats: int) -> None:
        """What is sent there arrives, but Telegram's answer does not until it is let go."""
        self._doors |= {chat: asyncio.Event() for chat in chats}

    def let_go(self) -> None:
        for door in self._doors.values():
            door.set()
        self._doors.clear()

    def person(self) -> int:
        """Somebody who may be written to; their private chat."""
        self._people += 1
        number = FIRST_PERSON + self._people
        self.world.state.add_user(number, "Orang", str(number))
        self.world.people.say(number, number, "/start")
        self.world.state.updates.pending.clear()
        return number

    def people(self, count: int) -> list[int]:
        return [self.person() for _ in range(count)]

    def says(self, chat: int, words: str) -> None:
        self.world.people.say(chat, chat, words)

    def pushes(self, update: object) -> None:
        """An update as no Telegram ever sent it."""
        self.world.state.push_raw(update)

    def updates(self) -> list[Any]:
        """Those that nobody has confirmed."""
        return [waiting.update for waiting in self.world.state.updates.pending]

    def pending(self) -> int:
        return len(self.updates())

    def heard(self, chat: int) -> list[str]:
        """What the bot has said there."""
        return [message.text for message in self.world.state.messages(chat) if message.from_bot]

    def documents(self, chat: int) -> list[str]:
        """The names of the files that the bot has sent there as documents."""
        return [
            message.body["document"]["file_name"]
            for message in self.world.state.messages(chat)
            if message.from_bot and "document" in message.body
        ]

    def fails(self, kind: str, *, chat: int | None = None, **details: Any) -> None:
        details.setdefault("method", "sendMessage")
        self.world.state.faults.add(kind, chat=chat, **details)  # type: ignore[arg-type]

    def recovers(self) -> None:
        self.world.state.faults.clear()

    def repeats(self) -> int:
        return self.world.state.duplicates()


def _refusal(status: int, words: str) -> tuple[int, bytes]:
    answer = {"ok": False, "error_code": status, "description": words}
    return status, json.dumps(answer).encode()


class Durable:
    """The bot's own side: its outbox and inbox, and what the loops of the wire are given."""

    def __init__(self, database: Database, resources: Resources, clock: StillClock) -> None:
        self.database = database
        self.clock = clock
        self.looks = 0
        self.recorded = 0
        real = backend(database, resources, clock)

        def look(busy: Any, limit: int) -> Any:
            self.looks += 1
            return real.look(busy, limit)

        def commit(updates: Any, ended: Any) -> Any:
            committed = real.commit(updates, ended)
            self.recorded += len(ended)
            return committed

        def record_results(ended: Any) -> None:
            real.record_results(ended)
            self.recorded += len(ended)

        self.backend = replace(real, look=look, commit=commit, record_results=record_results)

    def put(self, chat: int, *texts: str, **options: Any) -> None:
        for words in texts:
            self.put_call(chat, "sendMessage", {"text": words}, **options)

    def put_call(self, chat: int, method: str, params: dict[str, object], **options: Any) -> None:
        with self.database.unit() as unit:
            unit.outbox.add(chat, method, params, now=self.clock.now(), **options)

    async def keep(self, updates: Sequence[object]) -> None:
        """What a poller is given, without a writer behind it."""
        await asyncio.to_thread(self.backend.store, updates)

    def outbox(self) -> list[OutboxRow]:
        with self.database.reading() as unit:
            return list(unit.session.exec(select(OutboxRow).order_by(col(OutboxRow.id))))

    def inbox(self) -> list[InboxRow]:
        with self.database.reading() as unit:
            return list(unit.session.exec(select(InboxRow).order_by(col(InboxRow.seq))))

    def unsent(self) -> list[OutboxRow]:
        return [row for row in self.outbox() if row.status.value != "sent"]

    @asynccontextmanager
    async def without(self, table: str) -> AsyncIterator[None]:
        """The database refuses whatever touches the table."""
        self._sql(f"ALTER TABLE {table} RENAME TO gone")
        try:
            yield
        finally:
            self._sql(f"ALTER TABLE gone RENAME TO {table}")

    def _sql(self, statement: str) -> None:
        with self.database.engine.begin() as connection:
            connection.execute(text(statement))


class Sending:
    """A sender at work with the writer behind it, and a clock for them."""

    def __init__(self, sender: Sender, writer: Writer, wakeup: Wakeup, durable: Durable) -> None:
        self.sender = sender
        self.writer = writer
        self._wakeup = wakeup
        self._durable = durable

    def news(self) -> None:
        """Somebody has put something into the outbox."""
        self.sender.rows_changed()
        self._wakeup.notify()

    def passes(self, **by: float) -> None:
        self._durable.clock.advance(timedelta(**by))
        self.news()

    async def looked(self, times: int = 3) -> None:
        """By now whatever could be sent has been: it looked so often in vain."""
        for _ in range(times):
            seen = self._durable.looks
            self.news()
            await until(lambda seen=seen: self._durable.looks > seen)  # type: ignore[misc]


@asynccontextmanager
async def sending(
    telegram: Telegram,
    durable: Durable,
    *,
    pace: Pace | None = None,
    grace: float = GRACE,
    render: Render | None = None,
) -> AsyncIterator[Sending]:
    """At the end it is told to stop, and given the grace for what is in flight."""
    stop, wakeup = asyncio.Event(), Wakeup()
    sender = Sender(
        client_of(telegram),
        render=render or durable.backend.render,
        clock=durable.clock,
        pace=pace,
        notify=wakeup.notify,
        monotonic=lambda: durable.clock.now().timestamp(),
    )
    writer = Writer(durable.backend, sender, wakeup)
    loop = asyncio.create_task(writer.run(stop))
    try:
        yield Sending(sender, writer, wakeup, durable)
    finally:
        stop.set()
        wakeup.notify()
        await loop
        await sender.finish(grace)
        await writer.finish()


def over_http(telegram: Telegram) -> AbstractAsyncContextManager[str]:
    """The same world with a real server before it; gives its address."""
    return running(telegram.world)


def client_of(telegram: Telegram) -> Client:
    return Client(TOKEN, api_url="http://telegram", transport=telegram)


def texts(rows: Sequence[OutboxRow]) -> list[str]:
    return [json.loads(row.payload)["text"] for row in rows]
