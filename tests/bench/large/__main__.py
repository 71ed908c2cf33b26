"""What everything costs at a large database: the whole, and how long others could not write.

    python -m tests.bench.large [--tickets 100000] [--database-url URL] [--limit 250]
    python -m tests.bench.large --walk-only --tickets 20000 --unsolved 5000

Builds five years of a busy desk (a minute or two) in a SQLite file of its own, or in the given
empty database; one that has tickets already is taken as it is. Then it walks every command,
button and duty, runs `report weekly` as a process, and asks a running bot for /laporan while
others ask questions.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import text

from bot.settings import Settings
from bot.simulator.world import accounts
from handlers.resources import load_resources
from storage.engine import Database, opened
from storage.schema import migrate
from tests.bench.large import live
from tests.bench.large.build import build, index_words
from tests.bench.large.past import Size
from tests.bench.large.walk import Cost, Walk, last_moment

SETTINGS = Settings(
    helpdesk_chat_id=accounts.HELPDESK,
    report_chat_id=accounts.REPORTS,
    admin_ids=(accounts.BUDI,),
)


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bot-large-") as folder:
        url = options.database_url or f"sqlite:///{folder}/large.sqlite3"
        with opened(url) as database:
            migrate(database)
            size = Size().scaled(options.tickets)
            _fill(database, replace(size, unsolved=options.unsolved or size.unsolved))
        if not options.walk_only:
            live.report_weekly(url)
            asyncio.run(live.figures_among_questions(url))
        with opened(url) as database:
            until = max(datetime.now(UTC), last_moment(database))
            walk = Walk(
                database,
                until=until,
                resources=load_resources(SETTINGS).named(accounts.BOT_USERNAME),
                meter=time.thread_time if options.cpu else time.perf_counter,
            )
            _print(walk.all(), options.limit)


def _fill(database: Database, size: Size) -> None:
    with database.reading() as unit:
        found = unit.session.connection().execute(text("select count(*) from ticket")).scalar()
    if not found:
        begun = time.perf_counter()
        build(database, size, desk=accounts.HELPDESK, until=datetime.now(UTC))
        index_words(database)
        print(f"built in {time.perf_counter() - begun:.0f} s")
    with database.reading() as unit:
        for table in ("ticket", "ticket_event", "question", "message_ref", "outbox", "inbox"):
            query = text(f"select count(*) from {table}")
            print(f"{table:13}{unit.session.connection().execute(query).scalar():>10,}")


def _print(costs: list[Cost], limit: float) -> None:
    heads = f"{'whole ms':>10}{'CPU ms':>9}{'held ms':>10}{'rows':>7}{'units':>7}{'peak MB':>9}"
    print(f"{'route':34}{heads}")
    for cost in costs:
        over = " !" if cost.held * 1000 > limit else ""
        print(
            f"{cost.name:34}{cost.whole * 1000:>10.1f}{cost.cpu * 1000:>9.1f}"
            f"{cost.held * 1000:>10.1f}"
            f"{cost.rows:>7}{cost.units:>7}{cost.peak_mb:>9.0f}{over}"
        )
    worst = max(costs, key=lambda cost: cost.held)
    late = sum(cost.held * 1000 > limit for cost in costs)
    print(
        f"{len(costs)} routes and duties; the longest that others could not write:"
        f" {worst.held * 1000:.1f} ms ({worst.name}); over {limit:.0f} ms: {late}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large", description=__doc__)
    parser.add_argument("--tickets", type=int, default=Size.tickets)
    parser.add_argument("--unsolved", type=int, help="questions that wait for a review")
    parser.add_argument("--walk-only", action="store_true", help="no processes: the table alone")
    parser.add_argument("--cpu", action="store_true", help="holds in CPU time: a busy machine")
    parser.add_argument("--database-url", help="of an empty database, or of one built before")
    parser.add_argument("--limit", type=float, default=250.0, help="ms; what is over it is marked")
    return parser.parse_args()


if __name__ == "__main__":
    main()
