"""The computer's clock is wrong, or is put: nobody's words and nobody's page are harmed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import Bot
from tests.process.proxy import before
from tests.support.waiting import until

BEFORE_EIGHT = datetime(2026, 11, 29, 23, 59, 5, tzinfo=UTC)  # Monday 07.59.05 in Balangan
WEEKS, HOUR = timedelta(weeks=5), timedelta(hours=1)
# The operating system's clock as this one process sees it, by a file that the test writes.
COMPUTER = """
import sys, datetime
import main
from bot.wire import clock
class Wrong(datetime.datetime):
    @classmethod
    def now(cls, zone=None):
        with open({file!r}) as file:
            return datetime.datetime.now(zone) + datetime.timedelta(seconds=float(file.read()))
clock.datetime, clock.TOLD_AFTER = Wrong, 1.0
sys.exit(main.main(["run"]))
"""


@dataclass
class Office:
    """A bot on a computer whose clock the test sets, and a Telegram whose time is right."""

    world: World
    clock: MovableClock
    bot: Bot
    file: Path

    def computer_is_off(self, by: timedelta) -> None:
        wrong = self.clock.now() - datetime.now(UTC) + by
        temporary = self.file.with_suffix(".new")
        temporary.write_text(str(wrong.total_seconds()))
        temporary.rename(self.file)

    def said_to(self, chat: int) -> list[str]:
        return [each.text for each in self.world.state.messages(chat) if each.from_bot]

    def pages(self, chat: int = accounts.REPORTS) -> int:
        return sum("photo" in each.body for each in self.world.state.messages(chat))

    def is_eight(self) -> None:
        self.clock.advance(BEFORE_EIGHT + timedelta(seconds=57) - self.clock.now())
        self.computer_is_off(timedelta())


@asynccontextmanager
async def office(
    tmp_path: Path, database_url: str, report_to: int = accounts.REPORTS
) -> AsyncIterator[Office]:
    clock = MovableClock(BEFORE_EIGHT)
    world = World(clock)
    file = tmp_path / "off"
    async with running(world) as telegram, before(telegram) as (proxy, url):
        proxy.time = clock.now
        bot = Bot(
            url,
            tmp_path,
            database_url=database_url,
            command=("-c", COMPUTER.format(file=str(file))),
            settings={"REPORT_CHAT_ID": str(report_to)},
        )
        try:
            yield Office(world, clock, bot, file)
        finally:
            bot.kill()


async def test_five_weeks_ahead_for_a_minute(tmp_path: Path, database_url: str) -> None:
    """No page for a week that is none yet; the report being written stays; then all is on time."""
    async with office(tmp_path, database_url) as here:
        ani = accounts.ANI
        here.computer_is_off(timedelta())
        here.bot.start()
        await until(here.bot.serving)
        here.world.people.say(ani, ani, "/lapor")
        await until(lambda: len(here.said_to(ani)) == 1)
        here.computer_is_off(WEEKS)
        await until(lambda: "action=clock_wrong ahead_s=302" in here.bot.said())
        admin_hears = "Jam komputer bot terlalu cepat 35 hari"
        await until(lambda: any(admin_hears in text for text in here.said_to(accounts.HELPDESK)))
        here.world.people.say(ani, ani, "keluhan")
        await until(lambda: len(here.said_to(ani)) == 2)
        assert "Ceritakan keluhan" in here.said_to(ani)[-1]
        assert here.pages() == 0
        here.computer_is_off(timedelta())
        await until(lambda: "action=clock_right" in here.bot.said())
        here.is_eight()
        await until(lambda: here.pages() == 1)
        here.bot.stop()
        here.computer_is_off(WEEKS)  # and at a start
        here.bot.start()
        await until(here.bot.serving)
        here.world.people.say(ani, ani, "absen saya tidak terekam")
        await until(lambda: len(here.said_to(ani)) == 3)
        await until(lambda: "action=clock_wrong" in here.bot.said())
        assert here.pages() == 1


async def test_an_hour_back(tmp_path: Path, database_url: str) -> None:
    """Who is to wait three seconds waits three seconds."""
    async with office(tmp_path, database_url) as here:
        here.computer_is_off(timedelta())
        here.bot.start()
        await until(here.bot.serving)
        flood = here.world.state.faults.add("flood", chat=accounts.ANI, retry_after=3)
        here.world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await until(lambda: flood.hits)
        here.computer_is_off(-HOUR)
        await until(lambda: here.said_to(accounts.ANI))
        assert "action=clock_wrong ahead_s=-3" in here.bot.said()


async def test_a_page_for_a_head_who_never_pressed_start(
    tmp_path: Path, database_url: str
) -> None:
    head = 70_070
    async with office(tmp_path, database_url, report_to=head) as here:
        here.world.state.add_user(head, "Kepala")
        here.computer_is_off(timedelta())
        here.bot.start()
        await until(here.bot.serving)
        here.is_eight()
        desk = accounts.HELPDESK
        await until(lambda: any("menekan Start" in text for text in here.said_to(desk)))
        here.world.people.say(head, head, "/start")
        await until(lambda: here.pages(head) == 1)
        here.bot.stop()
