"""What the papers of a large database cost, each made by a process of its own.

    python -m tests.bench.papers [--tickets 100000] [--database-url URL]

Builds five years of a busy desk in a SQLite file of its own, or takes the database that is named
(see tests.bench.large), and makes each form of all its tickets in one window, with all pages that
the pack has: seconds, CPU and the most memory that the process ever had. Then a bot serves twenty
questions a second while an officer has the same papers made: how long its answers took.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import text

from bot.papers.paper_format import PaperFormat
from bot.simulator.world import accounts
from storage.engine import opened
from storage.schema import migrate
from tests.bench.large import live
from tests.bench.large.build import build
from tests.bench.large.past import Size


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.papers", description=__doc__)
    parser.add_argument("--tickets", type=int, default=Size.tickets)
    parser.add_argument("--database-url")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bot-papers-") as folder:
        url = options.database_url or f"sqlite:///{folder}/papers.sqlite3"
        # In a process of its own: a child is told to have had as much memory as its parent.
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            told, first = apart.submit(prepared, url, options.tickets).result()
        print(told)
        print(f"{'paper':12}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'file kB':>9}")
        days = ["--from", first]
        for form in (*PaperFormat, "png", "text"):
            file = Path(folder) / f"paper.{form}"
            measure(url, str(form), ["indicator", *days, "--format", form], file)
        measure(url, "proofs", ["proofs", *days], Path(folder) / "proofs.pdf")
        measure(url, "weekly", ["weekly"], Path(folder) / "weekly.txt")
        today = f"{datetime.now(UTC):%Y%m%d}"
        asyncio.run(live.papers_among_questions(url, first.replace("-", ""), today))


def prepared(url: str, tickets: int) -> tuple[str, str]:
    """How large it is, and the day of the first ticket."""
    with opened(url) as database:
        migrate(database)
        count = text("select count(*) from ticket")
        with database.reading() as unit:
            found = unit.session.connection().execute(count).scalar()
        if not found:
            size = Size().scaled(tickets)
            build(database, size, desk=accounts.HELPDESK, until=datetime.now(UTC))
        with database.reading() as unit:
            rows = unit.session.connection()
            events = rows.execute(text("select count(*) from ticket_event")).scalar()
            told = f"{rows.execute(count).scalar():,} tickets, {events:,} events"
            first = rows.execute(text("select min(created_at) from ticket")).scalar()
    return told, str(first)[:10]


def measure(url: str, name: str, paper: list[str], file: Path) -> None:
    command = [sys.executable, "main.py", "report", *paper, "--out", str(file)]
    begun = time.perf_counter()
    child = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url})
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{name}: exit code {child.returncode}")
    peak, size = used.ru_maxrss / 1024, file.stat().st_size // 1024
    cpu = used.ru_utime + used.ru_stime
    print(f"{name:12}{wall:>8.1f}{cpu:>8.1f}{peak:>9.0f}{size:>9}", flush=True)


if __name__ == "__main__":
    main()
