"""The few weeks that lie behind the demo's first screen, played by its own people.

history.txt is the script, script.py reads it, player.py plays it against the real bot.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from bot.data.data_file import HERE
from bot.data.working_time import holidays
from bot.rules.calendar import Calendar
from bot.simulator.demo.player import ScriptPlayer
from bot.simulator.demo.script import ScriptLine, read
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World

WEEKS = 4
MONDAY = 0
MORNING = time(8, 0)  # when the desk's list and the head's summary go out


def begins(now: datetime) -> datetime:
    return now - timedelta(weeks=WEEKS)


def play(
    world: World,
    clock: MovableClock,
    run_until_idle: Callable[[], None],
    answer: Callable[[], None],
) -> list[str]:
    """`answer` leaves the agenda out of `run_until_idle`: in the play only mornings bring things.

    Gives back the lines that could not be played, which is none with the book as it is.
    """
    start = clock.now()
    end = start + timedelta(weeks=WEEKS)
    calendar = Calendar(ZoneInfo("Asia/Makassar"), holidays(HERE / "holidays.csv"))
    player = ScriptPlayer(world, clock, answer)
    lines = read()
    # Where holidays leave too few working days, what would come too early follows at once.
    moments = accumulate((line.when.moment(start, end, calendar) for line in lines), max)
    mornings = [(moment, None) for moment in _mornings(start, end, calendar)]
    # Of things at the same moment the morning is first, the rest keep the script's order.
    for moment, line in sorted([*mornings, *zip(moments, lines, strict=True)], key=_when):
        player.at(moment, line)
        if line is None:
            run_until_idle()
    player.at(end)
    run_until_idle()
    return player.skipped


def _when(step: tuple[datetime, ScriptLine | None]) -> datetime:
    return step[0]


def _mornings(start: datetime, end: datetime, calendar: Calendar) -> list[datetime]:
    """The clock would otherwise leap over them, and what is due at eight would come at nine."""
    days = (calendar.today(start) + timedelta(days=n) for n in range(WEEKS * 7 + 1))
    eights = (
        datetime.combine(day, MORNING, calendar.zone)
        for day in days
        if calendar.is_working_day(day) or day.weekday() == MONDAY
    )
    return [moment for moment in eights if start < moment < end]
