"""How long others cannot write while somebody is made anonymous who wrote more than anybody.

python -m tests.bench.large.erasure [--tickets N] [--questions N] [--among N]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from bot.settings import Settings
from bot.simulator.world import accounts
from bot.wire.outgoing import Sent
from handlers.backend import backend, bootstrap
from handlers.buttons import EraseMe, ErasePerson
from handlers.resources import load_resources
from storage.engine import Database, opened
from storage.schema import migrate
from tests.bench.large import updates
from tests.bench.large.build import build
from tests.bench.large.past import Size
from tests.bench.large.walk import Watched
from tests.support.still_clock import StillClock

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
WHO = 10_005
AT_ONCE = 6


def give(database: Database, tickets: int, questions: int) -> None:
    """Of others' tickets and questions so many become one person's."""
    with database.engine.begin() as connection:
        for table, owner, number in (
            ("ticket", "reporter_id", tickets),
            ("question", "asker_id", questions),
        ):
            chosen = f"SELECT id FROM {table} ORDER BY id DESC LIMIT {number}"
            connection.execute(text(f"UPDATE {table} SET {owner} = {WHO} WHERE id IN ({chosen})"))
        connection.execute(
            text(
                f"UPDATE ticket_event SET actor_id = {WHO} WHERE deed = 'file' AND ticket_id IN"
                f" (SELECT id FROM ticket WHERE reporter_id = {WHO})"
            )
        )


def erase(database: Watched) -> float:
    """Seconds until the database knows nothing any more; the longest unit is in `held`."""
    clock = StillClock(NOW)
    settings = Settings(helpdesk_chat_id=accounts.HELPDESK, admin_ids=(accounts.BUDI,))
    resources = load_resources(settings).named(accounts.BOT_USERNAME)
    bootstrap(database, resources, clock)
    bot = backend(database, resources, clock)
    bot.commit([updates.presses(WHO, EraseMe())], ())
    number = 0
    with database.reading() as unit:
        row = unit.erasures.of(WHO)
        assert row is not None
        number = row.id
    while calls := bot.look((), AT_ONCE).calls:
        bot.commit((), [(call, Sent((call.id + 10**9,))) for call in calls])
    database.held.clear()
    bot.commit([updates.presses(accounts.BUDI, ErasePerson(number), chat=accounts.HELPDESK)], ())
    begun = time.perf_counter()
    while bot.make_next():
        """The deed, and the first that the group sees of it."""
    whole = time.perf_counter() - begun
    with database.reading() as unit:
        assert unit.people.get(WHO) is None
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=500)
    parser.add_argument("--questions", type=int, default=5_000)
    parser.add_argument("--among", type=int, default=20_000, help="tickets of all")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="bot-erasure-") as folder,
        opened(f"sqlite:///{Path(folder) / 'bot.sqlite3'}") as database,
    ):
        migrate(database)
        build(database, Size().scaled(asked.among), desk=accounts.HELPDESK, until=NOW)
        give(database, asked.tickets, asked.questions)
        watched = Watched(database, time.perf_counter)
        whole = erase(watched)
    print(f"{asked.tickets} tickets, {asked.questions} questions, among {asked.among} tickets")
    print(f"whole {whole:.1f} s; {len(watched.held)} units, the longest {max(watched.held):.3f} s")


if __name__ == "__main__":
    main()
