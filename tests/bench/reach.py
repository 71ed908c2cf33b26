"""What the reach costs of five years with a personnel list of 100,000, each paper by a process.

    python -m tests.bench.reach [--tickets 100000] [--people 100000]

Builds the database of tests.bench.papers, reads the list in, links the bot's people to it and has
them come to sessions; then the page (tables and charts) and its rows, of a year and of all five.
"""

from __future__ import annotations

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import col, select

from bot.rules.clinic import SessionStatus
from bot.rules.roster.people import Employee
from storage.engine import Database, opened
from storage.roster import AT_ONCE
from storage.tables import ClinicSeat, Person, RosterLink
from tests.bench.large.past import YEARS, Size
from tests.bench.papers import measure, prepared
from tests.bench.roster import people

SESSIONS, CAME = 250, 25  # a week one; to each


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reach", description=__doc__)
    parser.add_argument("--tickets", type=int, default=Size.tickets)
    parser.add_argument("--people", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bot-reach-") as folder:
        url = f"sqlite:///{folder}/reach.sqlite3"
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            told, first = apart.submit(prepared, url, options.tickets).result()
            print(f"{told}, {apart.submit(_peopled, url, options.people).result()}")
        print(f"{'paper':12}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'file kB':>9}")
        year = f"{datetime.now(UTC) - timedelta(days=365):%Y-%m-%d}"
        for which, suffix in (("reach", "pdf"), ("reach-rows", "xlsx")):
            for name, since in (("year", year), ("all", first)):
                file = Path(folder) / f"{which}-{name}.{suffix}"
                measure(url, f"{which[-5:]} {name}", [which, "--from", since], file)


def _peopled(url: str, count: int) -> str:
    now = datetime.now(UTC)
    listed = [Employee(row[2], row[1], row[5]) for row in people(count, 0)]
    with opened(url) as database:
        with database.unit() as unit:
            number = unit.roster.begin(people=count, now=now)
            for first in range(0, count, AT_ONCE):
                unit.roster.stage(number, listed[first : first + AT_ONCE])
            unit.roster.switch(number, before=None)
        known = _known(database)
        links = [
            {"person_id": person, "nip": each.nip, "at": now}
            for person, each in zip(known, listed, strict=False)
        ]
        with database.unit() as unit:
            unit.session.connection().execute(insert(RosterLink), links)
        _come(database, known, now)
    return f"{count:,} in the list, {len(links):,} linked"


def _known(database: Database) -> list[int]:
    with database.reading() as unit:
        query = select(Person.id).where(col(Person.id) > 0).order_by(col(Person.id))
        return list(unit.session.exec(query))


def _come(database: Database, known: list[int], now: datetime) -> None:
    with database.unit() as unit:
        for number in range(1, SESSIONS + 1):
            starts = now - YEARS * number / SESSIONS
            row = unit.clinic_sessions.draft(by_id=known[0], now=starts)
            values = {"status": SessionStatus.OPEN, "starts_at": starts}
            unit.clinic_sessions.change(row, values | {"ends_at": starts + timedelta(hours=2)})
            seats = [
                {
                    "session_id": row.id,
                    "person_id": known[(number * CAME + place) % len(known)],
                    "attended_at": starts,
                }
                for place in range(CAME)
            ]
            unit.session.connection().execute(insert(ClinicSeat), seats)


if __name__ == "__main__":
    main()
