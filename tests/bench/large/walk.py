"""Every command, button and duty there is, one after the other, with what each costs."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from bot.rules.complaint import Step
from bot.rules.figure_lines import Line
from bot.rules.ticket import Role
from bot.simulator.world import accounts
from bot.wire.outgoing import Sent
from handlers import buttons, presses, routes
from handlers.actions import figure_keys
from handlers.backend import backend, bootstrap
from handlers.clock import agenda
from handlers.context import Look
from handlers.desk.ticket_menu import Menu
from handlers.resources import Resources
from storage.engine import Database
from storage.unit import Unit
from tests.bench.large import updates
from tests.bench.large.updates import Update
from tests.support.button_values import usual
from tests.support.still_clock import StillClock

DESK, REPORTS, BUDI = accounts.HELPDESK, accounts.REPORTS, accounts.BUDI
MOVED = -1009000000001
AT_ONCE = 6  # sent side by side, as the sender does
QUESTION = "kode otp tidak masuk sejak kemarin pak"
NUMBERED = {
    "tiket": "42",
    "ringkasan": "harian",
    "catat": "telepon Bu Siti dari RSUD: lupa kata sandi e-Kinerja",
    "cari": "otp masuk",
    "jawaban": "tambah Cache: bersihkan cache",
    "gangguan": "server BKN mati",
    "petugas": "tambah 10500",
    "gabung": "42 43",
    "blokir": "42 membanjiri pesan",
    "buka_blokir": "42",
}


Meter = Callable[[], float]


class Watched(Database):
    """Notes how long each writing transaction lasted, its commit included."""

    def __init__(self, database: Database, meter: Meter) -> None:
        super().__init__(database.engine)
        self._meter = meter
        self.held: list[float] = []
        self.rows = 0
        """Written by them."""

    @contextmanager
    def unit(self, *, flushed: bool = True) -> Iterator[Unit]:
        begun = self._meter()
        try:
            with super().unit(flushed=flushed) as unit:
                before = self._written(unit)
                yield unit
                unit.settle()
                self.rows += self._written(unit) - before
        finally:
            self.held.append(self._meter() - begun)

    def _written(self, unit: Unit) -> int:
        """So far: on SQLite of the whole connection, on PostgreSQL of the transaction."""
        connection = unit.session.connection()
        if self.is_sqlite:
            driver = connection.connection.driver_connection
            assert driver is not None
            return int(driver.total_changes)
        written = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
        return int(connection.execute(text(written)).scalar_one() or 0)


@dataclass(frozen=True)
class Cost:
    name: str
    whole: float
    """Until everything that is said of it could be sent, pictures drawn; seconds."""
    cpu: float
    held: float
    """The longest that others could not write; seconds, or what the meter tells."""
    rows: int
    """Written in all."""
    units: int
    peak_mb: float


class Walk:
    def __init__(
        self,
        database: Database,
        *,
        until: datetime,
        resources: Resources,
        meter: Meter = time.perf_counter,
    ) -> None:
        """`meter`: what a writing transaction is measured in, if not in seconds."""
        self.database = Watched(database, meter)
        self.clock = StillClock(until)
        self.resources = resources
        self.backend = backend(self.database, self.resources, self.clock)
        self.costs: list[Cost] = []

    def all(self) -> list[Cost]:
        self._do("start: bootstrap", self._bootstrap)
        self._do("(the first update)", self._says, BUDI, "/start")
        self._do("a question", self._says, 10_005, QUESTION)
        self._commands()
        self._presses()
        self._others()
        self._duties()
        return self.costs

    def _do(self, name: str, act: Callable[..., None], *given: object) -> None:
        self.database.held.clear()
        self.database.rows = 0
        begun, used = time.perf_counter(), time.process_time()
        act(*given)
        whole, cpu = time.perf_counter() - begun, time.process_time() - used
        held = self.database.held
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        longest, rows = max(held, default=0.0), self.database.rows
        self.costs.append(Cost(name, whole, cpu, longest, rows, len(held), peak))

    def _bootstrap(self) -> None:
        bootstrap(self.database, self.resources, self.clock)

    def serve(self, *some: Update) -> None:
        """In, served, made, drawn and written down as sent."""
        self.backend.commit(some, ())
        self.finish()

    def finish(self) -> None:
        while self.backend.make_next():
            """Whatever was asked for."""
        while calls := self.backend.look((), AT_ONCE).calls:
            for call in calls:
                for rendering in call.renderings:
                    self.backend.render(rendering)
            self.backend.commit((), [(call, Sent((call.id + 10**9,))) for call in calls])

    # people

    def _commands(self) -> None:
        private = routes.PRIVATE.keys() | routes.PRIVATE_WITH_ARGUMENT.keys()
        for name in sorted(private):
            self._do(f"/{name}", self._says, 10_005, f"/{name}")
        owner, number = self._row("select reporter_id, serial from ticket where id = 77")
        self._do("/tiket NUMBER", self._says, owner, f"/tiket {number}")
        desk = routes.DESK.keys() | routes.DESK_WITH_ARGUMENT.keys()
        for name in sorted(desk):
            said = f"/{name} {NUMBERED.get(name, '')}".strip()
            for again in ("", " again"):
                self._do(f"desk {said}{again}", self._says, BUDI, said, DESK)

    def _says(self, person: int, text: str, chat: int | None = None) -> None:
        self.serve(updates.says(person, text, chat=chat))

    def _presses(self) -> None:
        for kind in presses.OF_STAFF | presses.OF_ALL:
            person, button = self._button(kind)
            private = kind in presses.OF_ALL
            update = updates.presses(person, button, chat=None if private else DESK)
            self._do(f"press {kind.__name__}", self.serve, update)
            if kind is buttons.Teach:
                self._do("(a question after that)", self._says, 10_006, QUESTION)

    def _button(self, kind: type[buttons.Button]) -> tuple[int, buttons.Button]:
        """One that does its deed, and who may press it."""
        state = {
            buttons.Take: "open",
            buttons.AskInfo: "taken",
            buttons.Resolve: "taken",
            buttons.Reopen: "closed",
            buttons.Confirm: "resolved",
            buttons.Dispute: "closed",
        }.get(kind, "taken")
        ticket, reporter = self._row(
            "select id, reporter_id from ticket"
            f" order by case when status = '{state}' then 0 else 1 end, id desc limit 1"
        )
        asked, asker = self._row("select id, asker_id from question order by id desc limit 1")
        case = "select case_id, 0 from question where case_id > 0 and reviewed_at is null"
        mine = kind in {buttons.Helpful, buttons.Pick, buttons.AskOfficer}
        monday = self.resources.calendar.monday_of(self.clock.now())
        known: dict[str, object] = {
            "ticket": ticket,
            "master": self._found(
                f"select id from ticket where status = 'taken' and id <> {ticket} limit 1"
            ),
            "question": asked if mine else self._found(f"{case} limit 1"),
            "wording": self._found(f"{case} and wording >= 0 limit 1"),
            "change": self._found("select max(id) from learned where revoked_at is null"),
            "job": self._found("select max(id) from job where kind = 'lesson'"),
            "person": asker,
            "role": Role.OFFICER,
            "entry": self.resources.book.entries[0].id,
            "step": Step.KIND,
            "menu": Menu.MERGE,
            "page": 3,
            "until": str(self.clock.now().date() + timedelta(days=9)),
            "monday": str(monday - timedelta(weeks=5)),
            "first": f"{monday - timedelta(days=364):%Y%m%d}",
            "last": f"{monday:%Y%m%d}",
            "form": "pdf",
            "said": "tahun ini",
            "line": Line.RECEIVED,
            "as_of": figure_keys.written(self.clock.now()),
        }
        button = usual(kind, known)
        if kind in presses.PRIVATE:
            return (asker if mine else reporter), button
        return BUDI, button

    def _others(self) -> None:
        card, reporter = self._row(
            "select card_message_id, reporter_id from ticket where card_message_id is not null"
            " order by case when status = 'taken' then 0 else 1 end, id desc limit 1"
        )
        reply = updates.says(BUDI, "Sudah kami perbaiki", chat=DESK, reply_to=card)
        self._do("an officer's reply", self.serve, reply)
        self._do("a reporter's answer", self._says, reporter, "masih sama pak")
        for part in range(3):
            group = f"album{part}"
            self.serve(updates.sends_album(BUDI, chat=DESK, reply_to=card, group=group))
        self.clock.advance(timedelta(seconds=2))
        self._do("three albums", self._tick)
        (busiest,) = self._row(
            "select reporter_id from ticket where status <> 'closed'"
            " group by reporter_id order by count(*) desc limit 1"
        )
        for before, after in (("member", "kicked"), ("kicked", "member")):
            update = updates.membership(busiest, before, after)
            self._do(f"busiest reporter: {after}", self.serve, update)
        self._do("the group moves", self.serve, updates.moves(DESK, MOVED))

    # the clock

    def _tick(self) -> None:
        self.backend.run_due()
        self.finish()

    def _duties(self) -> None:
        self.clock.to_next(0, 8, 1)
        for duty in (*agenda.AT_EACH_LOOK, *agenda.EACH_MINUTE):
            self._do(f"Monday: {duty.__name__}", self._duty, duty)
        self._do("Monday: pages made and sent", self.finish)
        self._do("a look when nothing is due", self._tick)

    def _duty(self, duty: agenda.Duty) -> None:
        look = Look(self.database, self.resources, self.clock.now())
        duty(look, self.clock.now() - agenda.CATCH_UP)

    def _row(self, query: str) -> tuple[int, ...]:
        with self.database.reading() as unit:
            return tuple(unit.session.connection().execute(text(query)).one())

    def _found(self, query: str) -> int:
        """0 where there is none."""
        with self.database.reading() as unit:
            return unit.session.connection().execute(text(query)).scalar() or 0


def last_moment(database: Database) -> datetime:
    """Where the past that was built ends, or went on to."""
    with database.reading() as unit:
        at = unit.session.connection().execute(text("select max(received_at) from inbox")).scalar()
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    assert moment is not None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
