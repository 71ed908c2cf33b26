"""`main.py check`: what stands in the way of serving, and what is still to be filled in."""

from __future__ import annotations

import asyncio
import json
import shutil
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from bot.data import working_time
from bot.data.clinic import clinic
from bot.data.deadlines import terms
from bot.data.editions import editions
from bot.data.letterhead import letterhead
from bot.data.offices import offices
from bot.data.privacy import privacy
from bot.settings import DOTENV, Settings
from bot.wire.online import look
from faq.book.book import Book
from faq.book.outstanding import outstanding
from faq.pictures import reader
from handlers.clock.backup import Folder, failure_of
from handlers.operator.outlook import holiday_lines, undelivered_lines
from handlers.resources import load_book
from storage.engine import Database, opened
from storage.schema import is_current
from storage.unit import Unit

ROOM = 500e6  # bytes free on a disk that is written to
OLD = timedelta(days=2)  # of a daily backup
LATE = timedelta(hours=1)  # of a message that waits
DAY = timedelta(days=1)
PATIENCE = 5.0  # seconds


@dataclass
class CheckReport:
    said: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What somebody must do something about: exit 1."""


def check(settings: Settings, *, online: bool) -> CheckReport:
    """Raises the one-line error of whatever keeps the bot from starting at all."""
    report, now = CheckReport(), datetime.now(UTC)
    report.said.append("settings: in order")
    _dotenv(report)
    for read in (terms, editions, privacy, clinic, letterhead):
        read()
    book = load_book(settings)
    calendar = working_time.calendar(settings.zone, settings.holidays_file)
    offices(settings.offices_file)
    report.said.append(f"book: {len(book.entries)} entries in {len(book.chapters)} chapters")
    with opened(settings.database_url.get_secret_value()) as database:
        current = is_current(database)
        report.said.append(f"database: {'in order' if current else 'to be migrated; run does it'}")
        _disk(report, settings, database)
        runs = _running(report, settings)
        if current:
            with database.reading() as unit:
                _backup(report, settings, database, unit, now)
                _sends(report, settings, unit, now, runs=runs)
            report.said += undelivered_lines(database, settings)
            report.said += holiday_lines(database, calendar, now)
    _pictures(report)
    _telegram(report, settings, online=online)
    _gaps(report, book)
    return report


def _pictures(report: CheckReport) -> None:
    """None are needed to serve."""
    reason = reader.why_not()
    report.said.append(f"pictures: {'read' if reason is None else f'not read; {reason}'}")


def _dotenv(report: CheckReport) -> None:
    if DOTENV.exists() and DOTENV.stat().st_mode & 0o077:
        report.said.append(f"{DOTENV}: others on this PC can read it; run: chmod 600 {DOTENV}")


def _disk(report: CheckReport, settings: Settings, database: Database) -> None:
    """Of the database's own file, where it has one, and of the backups."""
    file = Path(str(database.engine.url.database)) if database.is_sqlite else None
    size = file.stat().st_size if file is not None and file.exists() else 0
    places = {file.parent} if file is not None else set()
    if settings.daily_backups is not None:
        places.add(_there(settings.daily_backups))
    for place in {each.stat().st_dev: each for each in sorted(places, reverse=True)}.values():
        free, needed = shutil.disk_usage(place).free, max(ROOM, 2 * size)
        report.said.append(f"disk: {free / 1e9:.1f} GB free in {place}")
        if free < needed:
            report.problems.append(
                f"only {free / 1e6:.0f} MB are free in {place}; make room, {needed / 1e6:.0f} MB"
                " are wanted"
            )


def _there(folder: Path) -> Path:
    """The folder, or the one in which it would be made."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path())


def _running(report: CheckReport, settings: Settings) -> bool:
    """What the running bot says of itself at its health port; whether there is one."""
    if settings.health_at is None:
        report.said.append("bot: not asked; HEALTH_LISTEN is empty")
        return False
    host, port = settings.health_at
    try:
        told = _ask(f"http://{f'[{host}]' if ':' in host else host}:{port}/readyz")
    except (HTTPException, ValueError, OSError) as error:
        away = isinstance(getattr(error, "reason", None), ConnectionRefusedError)
        report.said.append(
            f"bot: not running; nobody answers at {settings.health_listen}"
            if away
            else f"bot: not known; something else answers at {settings.health_listen}"
        )
        return False
    poll = f", last poll {told['last_poll_s']:.0f} s ago" if "last_poll_s" in told else ""
    report.said.append(f"bot: running{poll}")
    report.problems += [f"the bot does not serve: {trouble}" for trouble in told["troubles"]]
    return True


def _ask(url: str) -> dict[str, Any]:
    """Raises OSError where nobody answers, else ValueError where it is somebody else."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(url, timeout=PATIENCE) as answer:
            told = json.loads(answer.read(1 << 16))
    except HTTPError as error:
        with error:
            told = json.loads(error.read(1 << 16))
    if not isinstance(told, dict) or not isinstance(told.get("troubles"), list):
        raise ValueError
    return told


def _backup(
    report: CheckReport, settings: Settings, database: Database, unit: Unit, now: datetime
) -> None:
    if settings.daily_backups is None:
        report.said.append("backup: none by itself; BACKUP_DIR says so")
        return
    folder = Folder(settings.daily_backups, database, settings.backup_keep)
    newest = folder.newest()
    report.said.append(f"backup: {len(folder.all())} in {folder.path}, last: {newest or 'none'}")
    failed = unit.agenda.done_at(failure_of(newest))
    since = folder.made_at(newest) if newest else unit.agenda.installed()
    if failed is not None:
        report.problems.append(
            f"the daily backup has failed since {failed.astimezone(settings.zone):%Y-%m-%d %H:%M};"
            " action=backup_failed in the log says why"
        )
    elif since is not None and now - since > OLD:
        report.problems.append(
            f"the last daily backup is {(now - since) // DAY} days old; is the bot running?"
        )


def _sends(
    report: CheckReport, settings: Settings, unit: Unit, now: datetime, *, runs: bool
) -> None:
    rows, backlog = unit.parked.all(), unit.parked.backlog()
    lately = sum(now - row.at < DAY for row in rows)
    told = f"{len(rows)} ({lately} of the last day); see main.py parked" if rows else "none"
    report.said.append(f"failed and parked: {told}")
    for what, oldest in (
        ("an update", backlog.oldest_update),
        ("a message", backlog.oldest_message),
    ):
        if runs and oldest is not None and now - oldest > LATE:
            report.problems.append(
                f"{what} waits since {oldest.astimezone(settings.zone):%Y-%m-%d %H:%M}; the log"
                " says why"
            )


def _telegram(report: CheckReport, settings: Settings, *, online: bool) -> None:
    if settings.bot_token is None:
        report.said.append("token: none, so run starts the simulator")
        return
    if settings.helpdesk_chat_id is None:
        report.said.append(
            "HELPDESK_CHAT_ID is not set: complaints are kept, but no group sees them"
        )
    if not online:
        report.said.append("token: not tried; main.py check --online asks Telegram")
        return
    chats = {
        "HELPDESK_CHAT_ID": settings.helpdesk_chat_id,
        "REPORT_CHAT_ID": settings.report_chat_id,
    }
    given = {name: chat for name, chat in chats.items() if chat is not None}
    said, problems = asyncio.run(look(settings.token, settings.bot_api_url, given))
    report.said += said
    report.problems += problems


def _gaps(report: CheckReport, book: Book) -> None:
    gaps = outstanding(book)
    if gaps:
        report.said.append(f"lokal.md: {len(gaps)} facts of Balangan are still to be filled in")
        report.said += [f"  {gap.key}: {gap.label}" for gap in gaps]
