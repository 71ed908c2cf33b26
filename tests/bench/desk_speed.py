"""The desk at a large database: how long an officer waits for what they look at most.

    python -m tests.bench.desk_speed [--tickets 100000] [--database-url URL] [--only WORDS]

Builds the years of tests.bench.large in a SQLite file of its own, or in the given empty database;
one that has tickets already is taken as it is. Then each view is asked for 200 times, after a
warm-up: timed is from hearing the update to what is said, committed and ready to be sent.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle, islice

from sqlalchemy import text
from sqlmodel import col, func, select

from bot.rules.deadline import soon_until
from bot.rules.queue_view import ShownView, View
from bot.rules.ticket import OPEN_STATES, UNTAKEN_STATES, DeadlineClass, Number
from bot.simulator.world import accounts
from bot.words.search import SOUGHT
from handlers import buttons as b
from handlers.backend import backend
from handlers.clock.board import keep_board
from handlers.context import Look
from handlers.desk.queue import ON_A_PAGE
from handlers.resources import Resources, load_resources
from storage.engine import Database, opened
from storage.schema import migrate
from storage.tables import Ticket, TicketEvent
from tests.bench.large import updates
from tests.bench.large.__main__ import SETTINGS
from tests.bench.large.build import build, index_words
from tests.bench.large.past import OFFICER, Size
from tests.bench.large.updates import Update
from tests.bench.large.walk import Walk, last_moment

ASKED = (
    *("otp", "kode otp tidak masuk", "tidak", "ti", "skp", "server mati", "login gagal sejak"),
    *("lupa sandi", "42", "EK-2026-00042", "ani", "xqzw", "penilaian pejabat", "ker", "yang di"),
    "a" * 4_096,
)
DESK = accounts.HELPDESK
TIMES, WARM_UP = 200, 20
LIMIT = 50.0  # ms
SAID = ("saya", "belum", "lewat", "hampir", "menunggu", "ditunda", "penilaian", "puskesmas")
GROUPED = {View.CATEGORY: 11, View.OFFICE: 24}
TICKETS = 200  # of which half have the longest histories of all


class Desk:
    def __init__(self, database: Database, resources: Resources) -> None:
        until = max(datetime.now(UTC), last_moment(database))
        self.walk = Walk(database, until=until, resources=resources)
        # Not the walk's own: that asks the database before and after each unit what was written.
        self.walk.backend = backend(database, resources, self.walk.clock)
        self.database, self.resources = database, resources
        self._dice = random.Random(7)
        self.officer = self._busiest()
        self._changes = self._taken_and_released()

    def views(self) -> Iterator[tuple[str, Callable[[], Iterator[Update]]]]:
        for view in View:
            for name, shown in self._shown(view):
                yield f"/antrian: {name}", partial(self._queue, shown)
        for view in GROUPED:
            yield f"/antrian: {view} to choose from", partial(self._choices, view)
        for said in ("", *SAID):
            yield f"/antrian {said}", partial(self._says, f"/antrian {said}".strip())
        yield "/tiket NUMBER", self._tickets
        yield "/tiket: pages of its history", self._histories
        yield "/cari WORDS", partial(self._says, *(f"/cari {words}" for words in ASKED))
        yield "/cari: further pages", self._found
        yield "/ringkasan", partial(self._says, "/ringkasan", "/ringkasan harian")

    def hears_next(self, asked: Iterator[Update]) -> tuple[float, float]:
        """Until all is ready to be sent; then it is sent, which is not counted. Wall and CPU."""
        self.walk.clock.advance(timedelta(seconds=1))
        update = next(asked)
        begun, used = time.perf_counter(), time.thread_time()
        committed = self.walk.backend.commit([update], ())
        spent = time.perf_counter() - begun, time.thread_time() - used
        assert committed.calls, "nothing was said"
        self.walk.finish()
        return spent

    def edits_board(self) -> tuple[float, float]:
        """After something changed, and the minute that it rests is over."""
        for update in islice(self._changes, TICKETS):
            self.walk.clock.advance(timedelta(minutes=1))
            self.walk.serve(update)
            look = Look(self.database, self.resources, self.walk.clock.now())
            begun, used = time.perf_counter(), time.thread_time()
            said = keep_board(look, look.now)
            spent = time.perf_counter() - begun, time.thread_time() - used
            self.walk.finish()
            if said:  # else the ticket could not be taken, or nothing of it is counted
                return spent
        raise AssertionError("the board stood as it was")

    def _taken_and_released(self) -> Iterator[Update]:
        query = select(Ticket.id).where(
            col(Ticket.status).in_(UNTAKEN_STATES),
            col(Ticket.deadline_class) != DeadlineClass.SUPERVISORY,
        )
        with self.database.reading() as unit:
            untaken = list(unit.session.exec(query.limit(TICKETS)))
        for ticket in cycle(untaken):
            yield self._presses(b.Take(ticket))
            yield self._presses(b.Release(ticket))

    def _says(self, *words: str) -> Iterator[Update]:
        for each in cycle(words):
            yield updates.says(self.officer, each, chat=DESK)

    def _presses(self, button: b.Button, under: str = "x") -> Update:
        return updates.presses(self.officer, button, chat=DESK, under=under)

    def _shown(self, view: View) -> Iterator[tuple[str, list[ShownView]]]:
        if view is View.MINE:
            yield view, [ShownView(view, self.officer)]
        elif view not in GROUPED:
            yield view, [ShownView(view)]
        else:
            with self.database.reading() as unit:
                groups = unit.queue.groups(view, most=GROUPED[view])
            yield view, [ShownView(view, group.ticket_id) for group in groups]

    def _queue(self, shown: list[ShownView]) -> Iterator[Update]:
        """Every page of it, as far as there are so many."""
        now = self.walk.clock.now()
        soon = soon_until(self.resources.calendar, now)
        with self.database.reading() as unit:
            pages = [
                (each, page)
                for each in shown
                for page in range(-(-unit.queue.count(each, now=now, soon=soon) // ON_A_PAGE))
            ]
        self._dice.shuffle(pages)
        for each, page in cycle(pages):
            yield self._presses(b.Queue(page, each.view.value, each.about))

    def _choices(self, view: View) -> Iterator[Update]:
        while True:
            yield self._presses(b.QueueChoices(view.value))

    def _tickets(self) -> Iterator[Update]:
        with self.database.reading() as unit:
            query = select(Ticket.year, Ticket.serial).where(col(Ticket.id).in_(self._some()))
            numbers = [str(Number(*row)) for row in unit.session.exec(query)]
        return self._says(*(f"/tiket {number}" for number in numbers))

    def _histories(self) -> Iterator[Update]:
        for ticket in cycle(self._some(2)):
            yield self._presses(b.HistoryPage(ticket, 0))
            yield self._presses(b.HistoryPage(ticket, 1))

    def _found(self) -> Iterator[Update]:
        often = [words for words in ASKED if 1 < len(words) < 40 and words != "42"]
        for words in cycle(often[:5]):
            page = self._dice.randrange(1, 9)
            yield self._presses(b.SearchPage(page), under=f"{SOUGHT}{words}")

    def _some(self, share: int = 1) -> list[int]:
        """Tickets of any age, and those with the longest histories."""
        with self.database.reading() as unit:
            longest = (
                select(TicketEvent.ticket_id)
                .group_by(col(TicketEvent.ticket_id))
                .order_by(func.count().desc())
                .limit(TICKETS // 2)
            )
            found = list(unit.session.exec(longest))
            last = unit.session.exec(select(func.max(col(Ticket.id)))).one()
        any_age = [self._dice.randint(1, last) for _ in range(TICKETS // 2)]
        return found if share > 1 else found + any_age

    def _busiest(self) -> int:
        query = text(
            "SELECT officer_id FROM ticket WHERE officer_id >= :first AND status IN ('taken')"
            " GROUP BY officer_id ORDER BY count(*) DESC LIMIT 1"
        )
        with self.database.reading() as unit:
            found = unit.session.connection().execute(query, {"first": OFFICER}).scalar_one()
        return int(found)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tickets", type=int, default=Size.tickets)
    options.add_argument("--database-url", help="of an empty database, or of one built before")
    options.add_argument("--only", default="", help="views in whose name this stands")
    given = options.parse_args()
    resources = load_resources(SETTINGS).named(accounts.BOT_USERNAME)
    quick = replace(resources.limits, turns_a_minute=10**6)
    with (
        tempfile.TemporaryDirectory(prefix="bot-desk-") as folder,
        opened(given.database_url or f"sqlite:///{folder}/desk.sqlite3") as database,
    ):
        _fill(database, given.tickets)
        _print(Desk(database, replace(resources, limits=quick)), given.only)


def _print(desk: Desk, only: str) -> None:
    heads = "".join(f"{head:>9}" for head in ("p50 ms", "p99 ms", "CPU p50", "CPU p99"))
    print(f"{'officer asks':32}{heads}")
    for name, asks in desk.views():
        if only in name:
            _tell(name, partial(desk.hears_next, asks()))
    if only in "the board's edit":
        _tell("the board's edit", desk.edits_board)


def _fill(database: Database, tickets: int) -> None:
    migrate(database)
    with database.reading() as unit:
        known = unit.session.exec(select(func.count(col(Ticket.id)))).one()
    if not known:
        size = replace(Size().scaled(tickets), questions=tickets, unsolved=1)
        build(database, size, desk=DESK, until=datetime.now(UTC))
        index_words(database)
    with database.reading() as unit:
        query = select(func.count(col(Ticket.id)))
        total = unit.session.exec(query).one()
        open_ = unit.session.exec(query.where(col(Ticket.status).in_(OPEN_STATES))).one()
    print(f"{total:,} tickets, {open_:,} of them open; {database.engine.dialect.name}")


def _tell(name: str, acts: Callable[[], tuple[float, float]]) -> None:
    for _ in range(WARM_UP):
        acts()
    whole, cpu = (sorted(each) for each in zip(*(acts() for _ in range(TIMES)), strict=True))
    figures = [spent[int(TIMES * part)] * 1000 for spent in (whole, cpu) for part in (0.5, 0.99)]
    over = " !" if figures[1] > LIMIT else ""
    print(f"{name:32}" + "".join(f"{figure:>9.1f}" for figure in figures) + over, flush=True)


if __name__ == "__main__":
    main()
