"""A period that is closed stays as it was; its papers are known again, and changed ones too."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, delete

from bot.data.deadlines import terms
from bot.data.editions import editions
from bot.data.letterhead import letterhead
from bot.papers.chart import indicator_png
from bot.papers.evidence.record import mark_on, packed
from bot.papers.paper_format import PaperFormat
from bot.rules.closing import PeriodKind, closes_at, holding
from bot.rules.handling import Measures
from bot.rules.offices import Offices
from faq.book.book import Book
from handlers.actions.evidence import Office, closed, draw, note_printed, of_days, recap_page
from handlers.actions.report_rows import DaysAsked
from handlers.operator.evidence import verified
from handlers.operator.report import NoMatch
from storage.engine import Database
from storage.tables import TicketEvent
from tests.bench.recount.histories import build
from tests.rules.cases import CALENDAR

WEEK = holding(date(2026, 1, 7), PeriodKind.WEEK)
OFFICE = Office(
    Measures(CALENDAR, terms()), editions().default, letterhead(), Book((), {}), Offices()
)
NEXT = DaysAsked(date(2026, 1, 12), date(2026, 1, 18), datetime(2026, 2, 1, tzinfo=UTC))


@pytest.fixture
def mark(database: Database) -> str:
    """Of the week, closed; then most of what happened to its tickets is undone."""
    build(database, 4)
    at = closes_at(WEEK, CALENDAR)
    with database.reading() as unit:
        asked = DaysAsked(WEEK.first, WEEK.last, at)
        record, mark = packed(of_days(unit, OFFICE, asked, samples=False))
    with database.unit() as unit:
        close = unit.closed_periods.close
        assert close(WEEK, at=at, mark=mark, record=record)
        assert not close(WEEK, at=at + timedelta(1), mark="0" * 64, record=b"")
        of_another_release = b"%PDF Jejak: " + mark.encode()
        note_printed(unit, of_another_release)
    return mark


def change(database: Database) -> None:
    with database.unit() as unit:
        later = delete(TicketEvent).where(col(TicketEvent.before).is_not(None))
        unit.session.connection().execute(later)


def test_it_is_printed_as_it_was_and_its_papers_are_known(
    database: Database, mark: str, tmp_path: Path
) -> None:
    with database.reading() as unit:
        was = closed(unit, WEEK.first, WEEK.last)
        assert was is not None
        assert was.recap.received > 0
    change(database)
    files = {form: tmp_path / f"paper.{form}" for form in PaperFormat}
    with database.reading() as unit:
        again = closed(unit, WEEK.first, WEEK.last)
        assert again == was
        old = tmp_path / "old.pdf"
        old.write_bytes(b"%PDF Jejak: " + mark.encode())
        assert mark[:16] in verified(unit, old), "its digest was kept when it was printed"
        for form, file in files.items():
            file.write_bytes(draw(again, form))
            assert mark[:16] in verified(unit, file)
        for form, file in files.items():
            changed = bytearray(file.read_bytes())
            changed[len(changed) // 2] ^= 1
            file.write_bytes(changed)
            with pytest.raises(NoMatch, match=f"paper.{form}"):
                verified(unit, file)
        for content in (b"", b"PK\x03\x04 no zip", b"Jejak: " + b"0" * 64):
            file.write_bytes(content)
            with pytest.raises(NoMatch):
                verified(unit, file)


def test_so_is_its_picture(database: Database, mark: str, tmp_path: Path) -> None:
    file = tmp_path / "rekap.png"
    with database.reading() as unit:
        pack = closed(unit, WEEK.first, WEEK.last)
        assert pack is not None
        file.write_bytes(indicator_png(recap_page(pack)))
        assert mark_on(file.read_bytes()) == mark
        assert mark[:16] in verified(unit, file)
        file.write_bytes(file.read_bytes().replace(b"IEND", b"IENd"))
        with pytest.raises(NoMatch, match=r"rekap\.png"):
            verified(unit, file)
        now = indicator_png(recap_page(replace(pack, closed=None)))
        assert mark_on(now) is None


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_not_verified(
    tmp_path: Path, database: Database, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "a.pdf")
    with database.reading() as unit, pytest.raises(NoMatch, match="a folder, a device"):
        verified(unit, tmp_path / "a.pdf")


def test_what_changed_since_stands_in_the_next_report(database: Database, mark: str) -> None:
    with database.reading() as unit:
        before = of_days(unit, OFFICE, NEXT, samples=False).corrections
    change(database)
    with database.reading() as unit:
        after = of_days(unit, OFFICE, NEXT, samples=False).corrections
    assert "5–11 Januari 2026" in after[0]
    assert "tiket berubah" in after[0]
    assert len(after) > 1
    assert before != after
