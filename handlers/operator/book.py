"""`main.py book …`: checking the book, and writing back what the desk taught it."""

from __future__ import annotations

from pathlib import Path

from bot.settings import Settings
from faq.book import read
from faq.learn import export
from faq.lint import lint
from handlers.house import furnish
from handlers.shelf import change_of
from storage.engine import opened
from storage.schema import migrate


def findings(settings: Settings) -> list[str]:
    """file:line findings; raises BookError where the book cannot be read at all."""
    return lint(read(settings.manual_dir))


def write_back(settings: Settings, to: Path) -> list[Path]:
    """The chapters that the desk changed, as Markdown; returns the files written."""
    house = furnish(settings)
    with opened(settings.database_url.get_secret_value()) as database:
        migrate(database)
        with database.reading() as unit:
            changes = [change_of(row, house) for row in unit.learned.live()]
    to.mkdir(parents=True, exist_ok=True)
    return export(house.book, changes, settings.manual_dir, to)
