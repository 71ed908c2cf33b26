"""/cari over a large database: how long a search takes, and what the index costs.

    python -m tests.bench.search [--tickets 100000] [--database-url URL]

Builds the database of tests.bench.large as the schema before left it, migrates it, and searches
for common and rare words, beginnings, several together, numbers, names, and what is nowhere.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import UTC, datetime

from alembic import command
from sqlalchemy import text

from bot.rules.search_words import loosened, sought
from bot.rules.ticket import Deed, Status
from bot.simulator.world import accounts
from storage.engine import Database, opened
from storage.schema import changing, config, migrate
from tests.bench.large.build import Size, build

ASKED = (
    *("otp", "kode otp tidak masuk", "tidak", "ti", "skp", "server mati", "login gagal sejak"),
    *("lupa sandi", "42", "EK-2026-00042", "ani", "xqzw", "penilaian pejabat", "ker", "yang di"),
    "a" * 4_096,
)
TIMES = 20


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tickets", type=int, default=100_000)
    options.add_argument("--database-url")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="bot-search-") as folder:
        url = given.database_url or f"sqlite:///{folder}/large.sqlite3"
        with opened(url) as database:
            migrate(database)
            with changing(database) as connection:
                command.downgrade(config(connection), "0021-1")
            size = Size(questions=1, unsolved=1, sent=1, tickets=given.tickets)
            build(database, size, desk=accounts.HELPDESK, until=datetime.now(UTC))
            begun = time.perf_counter()
            migrate(database)
            print(f"migrated, with the index: {time.perf_counter() - begun:.1f} s")
            with database.engine.connect() as connection:
                analyse = "ANALYZE" if database.is_sqlite else "VACUUM ANALYZE"
                connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(analyse))
            _search(database)
            _write(database)


def _search(database: Database) -> None:
    spent: list[float] = []
    for words in ASKED:
        mine, cpu = [], 0.0
        for _ in range(TIMES):
            begun, used = time.perf_counter(), time.thread_time()
            with database.reading() as unit:
                found = unit.search.find(sought(words), most=101)
                if not found:
                    found = unit.search.find(loosened(words, lambda word: (word,)), most=101)
                unit.search.tickets(found[:10])
            mine.append(time.perf_counter() - begun)
            cpu = max(cpu, time.thread_time() - used)
        spent += mine
        most = max(mine) * 1000
        print(f"{words[:24]:24} {len(found):>5} found {most:>8.1f} ms, CPU {cpu * 1000:.1f} ms")
    spent.sort()
    p50, p99 = (spent[int(len(spent) * part)] * 1000 for part in (0.5, 0.99))
    print(f"p50 {p50:.1f} ms, p99 {p99:.1f} ms")


def _write(database: Database) -> None:
    """What an answer costs that is noted."""
    spent = []
    for number in range(1, 201):
        with database.unit(flushed=False) as unit:
            ticket = unit.tickets.get(number)
            assert ticket is not None
            begun = time.perf_counter()
            unit.tickets.move(
                ticket,
                Deed.NOTE,
                to=Status(ticket.status),
                now=datetime.now(UTC),
                actor_id=None,
                text=f"kata baru {number} untuk dicari",
            )
            spent.append(time.perf_counter() - begun)
    spent.sort()
    print(f"a note: p50 {spent[100] * 1000:.1f} ms, p99 {spent[197] * 1000:.1f} ms")


if __name__ == "__main__":
    main()
