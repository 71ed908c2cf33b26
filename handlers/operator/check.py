"""`main.py check`: what stands in the way of serving, and what is still to be filled in."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.data.load import deadlines, editions
from bot.settings import Settings
from faq.book.outstanding import outstanding
from handlers.operator.outlook import holiday_lines, undelivered_lines
from handlers.resources import load_book, load_calendar
from storage.engine import opened
from storage.schema import is_current


def check(settings: Settings) -> str:
    """What is in order; raises the one-line error of whatever is not."""
    book = load_book(settings)
    calendar = load_calendar(settings)
    deadlines()
    editions()
    with opened(settings.database_url.get_secret_value()) as database:
        current = is_current(database)
        waiting = undelivered_lines(database, settings) if current else []
        waiting += holiday_lines(database, calendar, datetime.now(UTC)) if current else []
    gaps = outstanding(book)
    said = [
        "settings: in order" + ("" if settings.bot_token else " (no BOT_TOKEN: simulator only)"),
        f"book: {len(book.entries)} entries in {len(book.chapters)} chapters",
        f"database: {'in order' if current else 'to be migrated; run does it'}",
    ]
    if settings.bot_token and settings.helpdesk_chat_id is None:
        said.append("HELPDESK_CHAT_ID is not set: complaints are kept, but no group sees them")
    said += waiting
    if gaps:
        said.append(f"lokal.md: {len(gaps)} facts of Balangan are still to be filled in")
        said += [f"  {gap.key}: {gap.label}" for gap in gaps]
    return "\n".join(said)
