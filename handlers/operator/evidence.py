"""`main.py report indicator` as a paper to hand in, and `main.py report verify`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bot.data.letterhead import letterhead
from bot.papers.chart import indicator_png
from bot.papers.evidence.lapor import lapor_xlsx
from bot.papers.evidence.reach import reach_page, rows_xlsx
from bot.papers.evidence.record import LARGEST, digest, mark_on
from bot.papers.paper_format import PaperFormat
from bot.papers.published import PAGE, PICTURE, published
from bot.words.papers import days
from faq.book.book import Book
from handlers.actions import reach
from handlers.actions.evidence import (
    LAPOR,
    PROOFS,
    REACH,
    REACH_ROWS,
    SAMPLES,
    Office,
    draw,
    note_printed,
    of_days,
    opened_again,
    pack_of,
    recap_page,
)
from handlers.actions.report_rows import DaysAsked
from handlers.operator.report import Almanac, NoMatch, Wanted, indicator_days
from storage.engine import Database
from storage.tables import ClosedPeriod
from storage.unit import Unit

INDICATOR = "indicator"


def paper(unit: Unit, almanac: Almanac, book: Book, wanted: Wanted, now: datetime) -> bytes:
    """The indicator's; or samples, other proofs, the list for SP4N-LAPOR! or the reach alone.

    Raises WrongWindow and DataError; LookupError for a name that nobody makes.
    """
    first, last = indicator_days(almanac, wanted, now)
    office = Office(almanac.measures, wanted.edition, letterhead(), book, almanac.offices())
    asked = DaysAsked(first, last, now)
    if wanted.which in {REACH, REACH_ROWS}:
        return _reach(unit, almanac, wanted.which, asked)
    if wanted.which == LAPOR:
        return lapor_xlsx(of_days(unit, office, asked, samples=False))
    if wanted.which == PROOFS:
        from bot.papers.evidence.pdf import proofs_pdf  # noqa: PLC0415 - as in `draw`

        return proofs_pdf(of_days(unit, office, asked, samples=False))
    if wanted.which == SAMPLES:
        from bot.papers.evidence.pdf import samples_pdf  # noqa: PLC0415 - as in `draw`

        return samples_pdf(of_days(unit, office, asked))
    if wanted.which != INDICATOR:
        raise LookupError(f"nobody makes the report {wanted.which}")
    return draw(pack_of(unit, office, asked), PaperFormat(wanted.form))


def _reach(unit: Unit, almanac: Almanac, which: str, asked: DaysAsked) -> bytes:
    found = reach.of_days(unit, almanac.calendar, almanac.offices(), asked)
    made = reach.reached(found, almanac.calendar)
    if which == REACH_ROWS:
        return rows_xlsx(found, asked.as_of)
    from bot.papers.evidence.pdf import alone_pdf  # noqa: PLC0415 - as in `draw`

    period = days(asked.first, asked.last)
    return alone_pdf(reach_page(made), letterhead(), period, asked.as_of)


def publish(
    unit: Unit, almanac: Almanac, book: Book, wanted: Wanted, now: datetime
) -> dict[str, bytes]:
    """The files of a page without anybody in it. Raises WrongWindow and DataError."""
    first, last = indicator_days(almanac, wanted, now)
    office = Office(almanac.measures, wanted.edition, letterhead(), book, almanac.offices())
    pack = pack_of(unit, office, DaysAsked(first, last, now))
    return {PAGE: published(pack), PICTURE: indicator_png(recap_page(pack))}


def keep_digest(database: Database, paper: bytes) -> None:
    """Of a closed period's, so that it is known again; of others there is nothing to keep."""
    if mark_on(paper) is not None:
        with database.unit() as unit:
            note_printed(unit, paper)


def verified(unit: Unit, file: Path) -> str:
    """What the paper is. Raises NoMatch where it is not what was closed, or cannot be read."""
    given = _read(file)
    found = digest(given)
    for period in unit.closed_periods.all():
        if found in period.papers:
            return f"{file.name}: unchanged, as {period.key} was closed ({period.mark[:16]})"
    mark = mark_on(given)
    if mark is None:
        raise NoMatch(
            f"{file.name}: bears no mark of a closed period; only their papers can be verified"
        )
    row = unit.closed_periods.by_mark(mark)
    if row is None:
        raise NoMatch(f"{file.name}: its mark {mark[:16]} belongs to no period closed here")
    if found in _printed_now(row):
        return f"{file.name}: unchanged, as {row.key} was closed ({row.mark[:16]})"
    raise NoMatch(
        f"{file.name}: bears the mark of {row.key}, but is not the file that was printed: it was"
        " changed, saved anew by another program or signed; print it again to compare"
    )


def _printed_now(row: ClosedPeriod) -> set[str]:
    """Also what another release prints of the same record is the bot's own."""
    pack = opened_again(row)
    papers = [*(draw(pack, form) for form in PaperFormat), indicator_png(recap_page(pack))]
    return set(map(digest, papers))


def _read(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():  # a pipe would be waited for without end
            raise NoMatch(f"{file}: a folder, a device or the like; name the paper's file")
        if file.stat().st_size > LARGEST:
            raise NoMatch(
                f"{file.name}: larger than {LARGEST // 1_000_000} MB; no paper of ours is"
            )
        return file.read_bytes()
    except OSError as error:
        raise NoMatch(f"{file}: cannot be read: {error.strerror}") from None
