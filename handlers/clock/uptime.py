"""That the bot serves is written down every few minutes, and when it did not: so that a report
does not take silence for peace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.rules.apart import MISSED, NOTED_EACH
from bot.wire.ports import Clock
from bot.wire.pulse import Pulse
from storage.agenda import Once
from storage.engine import Database
from storage.tables import AgendaKind

SINCE, LAST = Once(AgendaKind.SERVING_SINCE), Once(AgendaKind.SERVED_LAST)


class Uptime:
    """Beside the loops, for a process that serves: a simulated chat has no such hours."""

    def __init__(self, database: Database, pulse: Pulse, clock: Clock) -> None:
        self._database = database
        self._pulse = pulse
        self._clock = clock
        self._noted: datetime | None = None

    def run_due(self, _between: Callable[[], None]) -> None:
        """While Telegram does not answer, or a loop fails, nothing is written: the bot does not
        serve then either."""
        now = self._clock.now()
        fresh = self._noted is not None and abs(now - self._noted) < NOTED_EACH
        if not fresh and not self._pulse.troubles():
            note_serving(self._database, now)
            self._noted = now


def note_serving(database: Database, now: datetime) -> None:
    """Lost by a power cut, it is only that the gap seems longer by minutes."""
    with database.unit(flushed=False) as unit:
        last = unit.agenda.done_at(LAST)
        if last is None:
            unit.agenda.note(SINCE, now=now)
        elif now - last > MISSED:
            unit.downtimes.note(last, now)
        unit.agenda.note(LAST, now=now)
