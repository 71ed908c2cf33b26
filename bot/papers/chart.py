"""The pictures of a report: week, month or year for the head's phone; the indicator as a page."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.papers.sheet import (
    BLUE,
    GREEN,
    INK,
    LEFT,
    MUTED,
    ORANGE,
    PALE,
    RIGHT,
    VERMILION,
    Sheet,
    as_png,
)
from bot.rules.indicator import Edition, Indicator, Summary
from bot.rules.period_page import MonthPoint, PeriodPage
from bot.rules.report_days import Span
from bot.rules.weekly import Weekly, WeekPoint
from bot.words import dates, indicator, period_page, weekly
from bot.words.edition import FORMULA, INDICATOR_NAME, bands, named, source
from bot.words.edition import top as top_level
from bot.words.figures import number, percent, plain
from bot.words.papers import MARK_SAYS
from bot.words.papers import mark as marked
from bot.words.report_days import as_at, days, received_in, week

BAR = 0.36  # of a week's or month's width
FLOOR, CEILING = 0.492, 0.72  # of the bars
TOP_LEVEL = 3
SEEN = 16  # of a mark, as in the foot of a paper
THOUSAND = 1_000
MILLION = 1_000_000


@dataclass(frozen=True)
class WeeklyChart:
    """The page's figures, the weeks before it, and the time zone its hours are told in."""

    report: Weekly
    history: tuple[WeekPoint, ...]
    timezone: str


@dataclass(frozen=True)
class PeriodChart:
    """The same about a month or a year, with the months before it."""

    page: PeriodPage
    history: tuple[MonthPoint, ...]
    timezone: str


@dataclass(frozen=True)
class IndicatorPage:
    """`days`: the window as people call it; without it, its dates. `agency`: whose figures.
    `mark`: of a closed period."""

    summary: Summary
    timezone: str
    days: str = ""
    agency: str = ""
    mark: str = ""


def weekly_png(chart: WeeklyChart) -> bytes:
    return as_png(lambda sheet: draw_week(sheet, chart))


def draw_week(sheet: Sheet, chart: WeeklyChart) -> None:
    report, zone = chart.report, ZoneInfo(chart.timezone)
    bars = Bars(
        "tiap pekan, mulai Senin",
        tuple((dates.short_date(of.monday), of.received, of.resolved) for of in chart.history),
        weekly.quiet(len(chart.history)),
    )
    _page(sheet, week(report, zone), bars, report.year.indicator, zone)


def period_png(chart: PeriodChart) -> bytes:
    return as_png(lambda sheet: draw_period(sheet, chart))


def draw_period(sheet: Sheet, chart: PeriodChart) -> None:
    page, zone = chart.page, ZoneInfo(chart.timezone)
    name = dates.month_alone if page.days.span is Span.YEAR else dates.short_month
    bars = Bars(
        period_page.EACH_MONTH,
        tuple((name(of.first), of.received, of.resolved) for of in chart.history),
        period_page.QUIET,
    )
    _page(sheet, days(page.days), bars, page.year, zone)


@dataclass(frozen=True)
class Bars:
    """What came in and what was settled: a pair of bars each, the page's own the last."""

    each: str
    points: tuple[tuple[str, int, int], ...]
    quiet: str


def _page(sheet: Sheet, about: str, bars: Bars, year: Indicator, zone: ZoneInfo) -> None:
    """Weeks or months as bars above, the year's ratio against the target below."""
    sheet.text(LEFT, 0.925, "Pengaduan e-Kinerja", 36, bold=True)
    sheet.text(LEFT, 0.872, about, 25, color=MUTED)
    _legend(sheet, bars.each)
    _in_and_out(sheet, bars)
    sheet.text(LEFT, 0.388, received_in(year.window, zone), 19, color=MUTED)
    _ratio(sheet, year, top=0.322)
    _foot(sheet, as_at(year.window.as_of, zone), named(year.edition))


def _legend(sheet: Sheet, each: str) -> None:
    x = LEFT
    for color, label in ((BLUE, "masuk"), (ORANGE, "selesai")):
        sheet.box(x, 0.807, 0.024, 0.03, color)
        x = sheet.text(x + 0.034, 0.81, label, 23) + 0.04
    sheet.text(RIGHT, 0.81, each, 19, color=MUTED, align=1)


def _in_and_out(sheet: Sheet, bars: Bars) -> None:
    """A pair of bars each on one line; below it their names, the page's own in bold."""
    sheet.box(LEFT, FLOOR, RIGHT - LEFT, 0.0015, MUTED)
    each = (RIGHT - LEFT) / max(len(bars.points), 1)
    middles = [LEFT + each * (place + 0.5) for place in range(len(bars.points))]
    for middle, point in zip(middles, bars.points, strict=True):
        own = point is bars.points[-1]
        sheet.text(middle, FLOOR - 0.04, point[0], 20, bold=own, align=0.5, room=each)
    highest = max((max(received, resolved) for _, received, resolved in bars.points), default=0)
    if highest == 0:
        sheet.text(0.5, 0.62, bars.quiet, 28, color=MUTED, align=0.5)
        return
    unit = (CEILING - FLOOR) / highest
    for middle, (_, received, resolved) in zip(middles, bars.points, strict=True):
        for count, side, color in ((received, -1, BLUE), (resolved, 1, ORANGE)):
            x = middle + side * (BAR / 2 + 0.02) * each
            sheet.box(x - BAR * each / 2, FLOOR, BAR * each, count * unit, color)
            _above(sheet, x, FLOOR + count * unit, count, room=(BAR + 0.03) * each)


def _above(sheet: Sheet, x: float, y: float, count: int, *, room: float) -> None:
    """A bar's number, and its unit in a line of its own."""
    number, _, unit = compact(count).partition(" ")
    ink = INK if count else MUTED
    if unit:
        sheet.text(x, y + 0.011, unit, 15, color=ink, align=0.5, room=room)
    sheet.text(x, y + (0.036 if unit else 0.013), number, 20, color=ink, align=0.5, room=room)


def _ratio(sheet: Sheet, figures: Indicator, *, top: float) -> None:
    """The ratio in big type, what is missing, and the bar with the levels' lines."""
    share = figures.ratio
    if share is None:
        end = sheet.text(LEFT, top, indicator.NONE_YET, 34, bold=True, room=0.55)
    else:
        end = sheet.text(LEFT, top, percent(share), 42, bold=True, room=0.35)
    sheet.text(RIGHT, top, indicator.level(figures), 30, bold=True, align=1, room=0.3)
    if share is not None:
        settled = indicator.share(figures)
        sheet.text(end + 0.025, top, settled, 25, color=MUTED, room=RIGHT - 0.3 - end)
    sheet.text(LEFT, top - 0.057, indicator.needed_text(figures), 23)
    sheet.gauge(
        top - 0.15,
        0.055,
        share or Fraction(0),
        marks=marks(figures.edition),
        color=GREEN if figures.level == TOP_LEVEL else ORANGE,
    )


def marks(edition: Edition) -> dict[str, Fraction]:
    """The levels' lines under the bar."""
    return {
        f"level 2: {plain(edition.level2)} %": edition.level2,
        f"level 3: {top_level(edition)}": edition.level3,
    }


def indicator_png(page: IndicatorPage) -> bytes:
    about = marked(page.mark) if page.mark else ""
    return as_png(lambda sheet: _draw_indicator(sheet, page), about)


def _draw_indicator(sheet: Sheet, page: IndicatorPage) -> None:
    """A recap on one page: dates, formula, figures, level, edition and its source."""
    summary, zone = page.summary, ZoneInfo(page.timezone)
    figures = summary.indicator
    sheet.text(LEFT, 0.944, INDICATOR_NAME, 34, bold=True)
    sheet.text(LEFT, 0.904, page.agency, 18, color=MUTED)
    sheet.text(LEFT, 0.866, page.days or received_in(figures.window, zone), 22)
    sheet.text(LEFT, 0.829, as_at(figures.window.as_of, zone), 22, color=MUTED)
    _boxes(sheet, summary)
    sheet.text(LEFT, 0.497, FORMULA, 20, color=MUTED)
    _ratio(sheet, figures, top=0.427)
    _foot(
        sheet,
        indicator.settled_as(summary),
        indicator.apart(summary),
        named(figures.edition),
        bands(figures.edition),
        source(figures.edition),
        f"{marked(page.mark[:SEEN])} ({MARK_SAYS})" if page.mark else "",
    )


def _boxes(sheet: Sheet, summary: Summary) -> None:
    figures = summary.indicator
    named = (
        (figures.received, "diterima", BLUE),
        (figures.resolved, "selesai", GREEN),
        (summary.open, "masih terbuka", INK),
        (summary.overdue, "lewat batas waktu", VERMILION if summary.overdue else INK),
        (summary.reopened, "pernah dibuka lagi", INK),
        (summary.answered, "sudah dijawab", INK),
    )
    width, height, gap = 0.29, 0.12, 0.015
    kept = [(count, label, color) for count, label, color in named if count is not None]
    for place, (count, label, color) in enumerate(kept):
        x = LEFT + place % 3 * (width + gap)
        y = 0.69 - place // 3 * (height + gap * 4 / 3)
        sheet.box(x, y, width, height, PALE)
        sheet.text(
            x + width / 2,
            y + 0.052,
            number(count),
            36,
            color=color,
            bold=True,
            align=0.5,
            room=width - 0.02,
        )
        sheet.text(x + width / 2, y + 0.016, label, 19, align=0.5, room=width - 0.02)


def _foot(sheet: Sheet, *notes: str) -> None:
    for place, note in enumerate(note for note in reversed(notes) if note):
        sheet.text(LEFT, 0.028 + place * 0.036, note, 16, color=MUTED)


def compact(count: int) -> str:
    """A number that fits above a bar: 999, 1,2 rb, 12 rb, 3,4 jt. Cut, never rounded up."""
    if count < THOUSAND:
        return str(count)
    unit, name = (MILLION, "jt") if count >= MILLION else (THOUSAND, "rb")
    whole, tenth = divmod(count * 10 // unit, 10)
    return f"{whole},{tenth} {name}" if whole < 10 and tenth else f"{number(whole)} {name}"
