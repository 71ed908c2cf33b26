"""`main.py book …`: making, checking and importing the book, and writing back what was taught."""

from __future__ import annotations

from pathlib import Path

from bot.data import working_time
from bot.settings import Settings
from faq.book.drafts import lying_in
from faq.book.lint import lint
from faq.book.taught import export
from faq.importing import CannotImport, import_manual
from faq.printing import CannotBuild, build
from handlers.resources import load_book
from handlers.taught_book import change_of
from storage.engine import opened
from storage.schema import fit_for_reading

__all__ = ["CannotBuild", "CannotImport", "build_book", "findings", "import_book", "write_back"]


def build_book(settings: Settings, out: Path) -> list[Path]:
    """PDF and page of the book as it stands in the files."""
    book = load_book(settings)
    return build(book, book.local, out)


def import_book(settings: Settings, file: Path, to: Path) -> list[str]:
    """Drafts for an editor; never into the live book. Returns what to tell the operator."""
    report = import_manual(file, to, live=settings.manual_dir)
    return [*report.lines(), *map(str, report.files)]


def findings(settings: Settings) -> list[str]:
    """file:line findings; raises BookError where the book cannot be read at all."""
    return [*lint(load_book(settings)), *lying_in(settings.manual_dir)]


def write_back(settings: Settings, to: Path) -> list[Path]:
    """The chapters that the desk changed, as Markdown; returns the files written."""
    book = load_book(settings)
    calendar = working_time.calendar(settings.zone, settings.holidays_file)
    with opened(settings.database_url.get_secret_value()) as database:
        fit_for_reading(database)
        with database.reading() as unit:
            changes = [change_of(row, calendar) for row in unit.learned.live()]
    to.mkdir(parents=True, exist_ok=True)
    return export(book, changes, settings.manual_dir, to)
