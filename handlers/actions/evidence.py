"""An evidence pack, out of the rows of its days; that of a closed period as it was closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.data.letterhead import letterhead
from bot.data.proofs import proofs as held_against
from bot.papers.chart import IndicatorPage
from bot.papers.evidence.pack import Pack, Sample, SampleMessage, Side
from bot.papers.evidence.proofs import Proven, proofs
from bot.papers.evidence.record import digest, mark_on, unpacked
from bot.papers.paper_format import PaperFormat
from bot.rules.apart import Apart
from bot.rules.calendar import Calendar
from bot.rules.closing import DAY, Period, PeriodKind, exactly, holding
from bot.rules.handling import Measures
from bot.rules.indicator import Edition, Window, summarise
from bot.rules.letterhead import Letterhead
from bot.rules.offices import Offices
from bot.rules.privacy.names import full_names, hide_names
from bot.rules.privacy.numbers import mask
from bot.rules.proofs import ManualFigures, handled
from bot.rules.report_rows import TicketRow, correction, recap, series
from bot.rules.weekly import window
from bot.words import dates
from bot.words import papers as words
from faq.book.book import Book
from handlers.actions import companions, reach
from handlers.actions.report_rows import DaysAsked, Watch, rows_of
from handlers.resources import Resources
from storage.samples import TO_REPORTER, SampleEvent
from storage.tables import ClosedPeriod, Ticket
from storage.unit import Unit

MOST_SAMPLES = 3
MOST_SAID = 6  # messages of one sample
MOST_CHANGED = 20  # tickets that a correction names


# What else can be had, each a paper of its own.
SAMPLES, PROOFS, LAPOR = "samples", "proofs", "lapor"
REACH, REACH_ROWS = "reach", "reach-rows"


def draw(pack: Pack, form: PaperFormat) -> bytes:
    return _renderer(form)(pack)


def _renderer(form: PaperFormat) -> Callable[[Pack], bytes]:
    """Imported here: each costs a second and many megabytes, which only a paper should pay for."""
    if form is PaperFormat.PDF:
        from bot.papers.evidence.pdf import pdf  # noqa: PLC0415

        return pdf
    if form is PaperFormat.DOCX:
        from bot.papers.evidence.docx import docx  # noqa: PLC0415

        return docx
    from bot.papers.evidence.xlsx import xlsx  # noqa: PLC0415

    return xlsx


@dataclass(frozen=True)
class Office:
    """What a paper is made by, beside the rows."""

    by: Measures
    edition: Edition
    letterhead: Letterhead
    book: Book
    offices: Offices

    @classmethod
    def of(cls, resources: Resources) -> Office:
        edition = resources.editions.default
        return cls(resources.measures, edition, letterhead(), resources.book, resources.offices)

    @property
    def calendar(self) -> Calendar:
        return self.by.calendar


def pack_of(unit: Unit, office: Office, asked: DaysAsked, watch: Watch | None = None) -> Pack:
    """Of a closed week, month or year as it was closed, whenever it is asked for."""
    return closed(unit, asked.first, asked.last) or of_days(unit, office, asked, watch=watch)


def closed(unit: Unit, first: date, last: date) -> Pack | None:
    period = exactly(first, last)
    return None if period is None else of_closed(unit, period)


def of_closed(unit: Unit, period: Period) -> Pack | None:
    row = unit.closed_periods.get(period)
    return None if row is None else opened_again(row)


def note_printed(unit: Unit, paper: bytes) -> None:
    """Of a closed period: the digest is kept, so that the paper is known again."""
    mark = mark_on(paper)
    if mark is not None:
        unit.closed_periods.printed(mark, digest(paper))


def opened_again(row: ClosedPeriod) -> Pack:
    """Raises ValueError for a record that was changed since."""
    return unpacked(row.record, closed_at=row.closed_at, mark=row.mark)


def recap_page(pack: Pack) -> IndicatorPage:
    """The picture of it."""

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time.min, pack.zone).astimezone(UTC)

    span = Window(midnight(pack.first), midnight(pack.last + DAY), pack.as_of)
    return IndicatorPage(
        summarise(pack.rows, span, pack.edition),
        pack.timezone,
        agency=pack.letterhead.issuer,
        mark=pack.closed.mark if pack.closed else "",
    )


def of_days(
    unit: Unit,
    office: Office,
    asked: DaysAsked,
    *,
    samples: bool = True,
    watch: Watch | None = None,
) -> Pack:
    """Without anybody's words where no samples are wanted."""
    calendar, first, last = office.calendar, asked.first, asked.last
    rows = tuple(rows_of(unit, office.by, asked, watch))
    counted = recap(rows)
    beside = companions.of_days(unit, office.by, asked, found=rows, watch=watch)
    shown = max(first, min(last, calendar.today(asked.as_of)))
    return Pack(
        letterhead=office.letterhead,
        first=first,
        last=last,
        as_of=asked.as_of,
        timezone=str(calendar.zone),
        edition=office.edition,
        definition=words.definition(),
        recap=counted,
        series=series(rows, first, shown, calendar),
        rows=rows,
        samples=_samples(unit, calendar, asked) if samples else (),
        corrections=tuple(_corrections(unit, office.by, asked)),
        companions=beside,
        proofs=(
            *proofs(_proven(unit, office, asked, rows, beside.now.apart)),
            reach.page(unit, calendar, office.offices, asked),
        ),
    )


def _proven(
    unit: Unit, office: Office, asked: DaysAsked, rows: Sequence[TicketRow], apart: Apart
) -> Proven:
    span = window(asked.first, asked.last, asked.as_of, office.calendar)
    held, book = held_against(), office.book
    readers, reads = unit.apart.read(span.start, min(span.end, asked.as_of))
    checked = dates.date_of(book.as_of) if book.as_of else words.UNKNOWN
    return Proven(
        handled=handled(rows, asked.as_of, held),
        held=held,
        apart=apart,
        recap=recap(rows),
        closed=unit.closed_periods.count(span.start, min(span.end, asked.as_of)),
        manual=ManualFigures(len(book.chapters), len(book.entries), checked, readers, reads),
    )


def _corrections(unit: Unit, by: Measures, asked: DaysAsked) -> Sequence[str]:
    """What has become of the period before since it was closed."""
    lines = []
    for period in _before(asked.first, asked.last):
        was = of_closed(unit, period)
        if was is None:
            continue
        now = tuple(rows_of(unit, by, DaysAsked(period.first, period.last, asked.as_of)))
        found = correction(was.rows, now)
        if not found.changed:
            lines.append(words.no_correction(was.period))
            continue
        lines.append(words.corrected(was.period, found))
        of_abuse = {row.number for row in (*was.rows, *now) if row.of_abuse}
        for number, *ends in found.changed[:MOST_CHANGED]:
            lines.append(words.changed(words.NO_NUMBER if number in of_abuse else number, *ends))
        if len(found.changed) > MOST_CHANGED:
            lines.append(words.more_changed(len(found.changed) - MOST_CHANGED))
    return lines


def _before(first: date, last: date) -> Sequence[Period]:
    """Of a week, month or year the one before; of other days the last month and year before their
    end."""
    period = exactly(first, last)
    if period is not None:
        return [holding(first - DAY, period.span)]
    ended = [holding(last, span) for span in (PeriodKind.MONTH, PeriodKind.YEAR)]
    return [each if each.last <= last else holding(each.first - DAY, each.span) for each in ended]


def _samples(unit: Unit, calendar: Calendar, asked: DaysAsked) -> tuple[Sample, ...]:
    """Three resolved tickets, each of another category where there are so many."""
    span = window(asked.first, asked.last, asked.as_of, calendar)
    found = unit.samples.candidates(span.start, min(span.end, asked.as_of))
    told = unit.samples.told([ticket.id for ticket, _ in found])
    fit = [
        (ticket, name) for ticket, name in found if any(_closes(each) for each in told[ticket.id])
    ]
    names = unit.samples.names() if fit else []
    return tuple(
        _sample(ticket, reporter, told[ticket.id], names)
        for ticket, reporter in _of_many_kinds(fit)[:MOST_SAMPLES]
    )


def _of_many_kinds(fit: list[tuple[Ticket, str]]) -> list[tuple[Ticket, str]]:
    seen: set[str] = set()
    firsts: list[tuple[Ticket, str]] = []
    others: list[tuple[Ticket, str]] = []
    for each in fit:
        (others if each[0].category in seen else firsts).append(each)
        seen.add(each[0].category)
    return [*firsts, *others]


def _closes(told: SampleEvent) -> bool:
    return told.deed in TO_REPORTER


def _sample(
    ticket: Ticket, reporter: str, told: list[SampleEvent], names: Sequence[str]
) -> Sample:
    around = {reporter, *(each.name for each in told if each.name)}

    def hidden(text: str) -> str:
        return hide_names(full_names(mask(text), names), around)

    said = [SampleMessage(Side.REPORTER, ticket.created_at, hidden(ticket.story))]
    said += [
        SampleMessage(Side.OFFICER if _closes(each) else Side.REPORTER, each.at, hidden(each.text))
        for each in told
    ]
    if len(said) > MOST_SAID:
        said = [*said[: MOST_SAID // 2], *said[-MOST_SAID // 2 :]]
    done = max(each.at for each in told if _closes(each))
    return Sample(str(ticket.number), ticket.created_at, done, tuple(said))
