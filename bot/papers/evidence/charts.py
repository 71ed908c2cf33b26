"""The pack's charts: numbers on them, local dates, colours that anybody can tell apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from babel.dates import format_date

from bot.papers.chart import compact, marks
from bot.papers.evidence.bars import ABOVE, LABEL, LINE, TITLE, draw_bars
from bot.papers.pen import MIDDLE, RIGHT, Pen, Point, shortened, width_of
from bot.papers.sheet import BLUE, GREEN, INK, MUTED, ORANGE, PALE, VERMILION
from bot.rules.indicator import Edition
from bot.rules.report_rows import Grain, Series
from bot.words import dates
from bot.words import papers as words
from bot.words.figures import number, percent

Drawn = Callable[[Pen, float, float], None]
"""Draws itself into a width and a height."""

FIGURE = 8.0
MOST_CATEGORIES = 7
SMALL = 6.5
AFTER = 20.0  # of the width, for a line's last number
TAG = 26.0  # as wide as "100 %" with some air


def all_charts(
    series: Series, categories: dict[str, int], edition: Edition
) -> tuple[tuple[Drawn, float], ...]:
    """Each with its height, for a width of 465."""
    rows = min(len(categories), MOST_CATEGORIES + 1)
    return (
        (lambda pen, w, h: flow(pen, w, h, series), 150),
        (lambda pen, w, h: ratio(pen, w, h, series, edition), 135),
        (lambda pen, w, h: taken(pen, w, h, series), 105),
        (lambda pen, w, h: by_category(pen, w, h, categories), ABOVE + LINE * max(rows, 1)),
        (lambda pen, w, h: hours(pen, w, h, series), 118),
    )


def flow(pen: Pen, width: float, height: float, series: Series) -> None:
    """In and out as bars, what was left as a line above them with its last number."""
    points = series.points
    subtitle = words.GRAINS[series.grain]
    _title(pen, width, height, f"{words.FLOW}, {subtitle}")
    x = 0.0
    for color, name in zip((BLUE, ORANGE, VERMILION), words.FLOW_KEYS, strict=True):
        pen.box(x, height - 27, 8, 8, color)
        pen.text(x + 11, height - 27, name, LABEL, INK)
        x += 24 + width_of(name, LABEL)
    base, top = 16.0, height - 52
    most = max((max(p.received, p.resolved, p.backlog) for p in points), default=0) or 1
    step = (width - AFTER) / len(points)
    bar = min(24.0, step * 0.36)
    numbers = all(_fits(n, SMALL, bar) for p in points for n in (p.received, p.resolved))
    line = []
    for place, point in enumerate(points):
        middle = step * (place + 0.5)
        for left, count, color in (
            (middle - bar - 0.5, point.received, BLUE),
            (middle + 0.5, point.resolved, ORANGE),
        ):
            tall = (top - base) * count / most
            pen.box(left, base, bar, tall, color)
            if numbers and count:
                _count(pen, (left + bar / 2, base + tall + 2), count, SMALL, room=bar)
        line.append((middle, base + (top - base) * point.backlog / most))
    pen.line([(0, base), (width, base)], MUTED, 0.5)
    if len(line) > 1:
        pen.line(line, VERMILION, 1.4)
    for at, tall in line:
        pen.dot(at, tall, 2, VERMILION)
    pen.text(
        width,
        max(line[-1][1], base + 5) - 3,
        compact(points[-1].backlog),
        LABEL,
        VERMILION,
        at=RIGHT,
    )
    _dates(pen, [p.first for p in points], step, series.grain)


def ratio(pen: Pen, width: float, height: float, series: Series, edition: Edition) -> None:
    """Against the lines of the levels; what was received so far and settled by then."""
    _title(pen, width, height, words.RATIO_CHART)
    base, top = 16.0, height - 26
    room = 62.0  # at the right, for the levels' names
    wide = width - room
    for share in (0, 25, 50, 75, 100):
        y = base + (top - base) * share / 100
        pen.line([(0, y), (wide, y)], PALE, 0.5)
    for name, mark in marks(edition).items():
        y = base + (top - base) * float(mark) / 100
        pen.line([(0, y), (wide, y)], MUTED, 0.9)
        pen.text(wide + 4, y - 3, name, 7.5, INK)
    step = wide / len(series.points)
    line = [
        (step * (place + 0.5), base + (top - base) * float(point.ratio) / 100, point.ratio)
        for place, point in enumerate(series.points)
        if point.ratio is not None
    ]
    pen.line([(0, base), (wide, base)], MUTED, 0.5)
    if len(line) > 1:
        pen.line([(x, y) for x, y, _ in line], BLUE, 1.8)
    for place, (x, y, share_) in enumerate(line):
        last = place == len(line) - 1
        pen.dot(x, y, 2.6 if last else 2, GREEN if share_ >= edition.level3 else BLUE)
        said = percent(share_) if last else _whole(share_)
        from_last = (line[-1][0] - x) > TAG * 1.4
        if last or (place % -(-TAG // step) == 0 and from_last):
            _tag(pen, x, y - 11 if y > top - 12 else y + 5, said, INK, bold=last)
    if not line:
        pen.text(wide / 2, base + 6, words.NO_TICKETS, LABEL, MUTED, at=MIDDLE)
    _dates(pen, [p.first for p in series.points], step, series.grain)


def taken(pen: Pen, width: float, height: float, series: Series) -> None:
    _title(pen, width, height, words.TAKEN)
    base, top = 16.0, height - 34
    most = max(count for _, count in series.days_taken) or 1
    step = width / len(series.days_taken)
    for place, (name, count) in enumerate(series.days_taken):
        middle, tall = step * (place + 0.5), (top - base) * count / most
        pen.box(middle - step * 0.3, base, step * 0.6, tall, BLUE)
        pen.text(middle, base + tall + 3, number(count), FIGURE, INK, at=MIDDLE)
        pen.text(middle, 4, name, LABEL, INK, at=MIDDLE)
    pen.line([(0, base), (width, base)], MUTED, 0.5)


def by_category(pen: Pen, width: float, height: float, categories: dict[str, int]) -> None:
    _title(pen, width, height, words.CATEGORIES)
    named = list(categories.items())[:MOST_CATEGORIES]
    rest = sum(list(categories.values())[MOST_CATEGORIES:])
    if rest:
        named.append((words.OTHERS, rest))
    if not named:
        pen.text(0, height - ABOVE, words.NO_TICKETS, LABEL, MUTED)
    top = height - ABOVE
    draw_bars(pen, width, top, named, each=top / max(len(named), 1), muted=words.OTHERS)


def hours(pen: Pen, width: float, height: float, series: Series) -> None:
    """Darker: more came; the number stands in each that is not empty."""
    _title(pen, width, height, words.HOURS)
    most = max(max(day) for day in series.hours)
    left, top = 26.0, height - 34
    wide, tall = (width - left) / 24, (top - 2) / 7
    for hour in range(24):
        pen.text(left + wide * (hour + 0.5), top + 4, f"{hour:02d}", 7, INK, at=MIDDLE)
    for day, counts in enumerate(series.hours):
        y = top - tall * (day + 1)
        pen.text(0, y + tall / 2 - 3, words.WEEKDAYS[day], LABEL, INK)
        for hour, count in enumerate(counts):
            x = left + wide * hour
            pen.box(x + 0.5, y + 0.5, wide - 1, tall - 1, _shade(count, most))
            if count:
                dark = count * 2 > most
                color = "#FFFFFF" if dark else INK
                if _fits(count, 6, wide):
                    lower = 2 if width_of(compact(count), 6) <= wide * 1.2 else 4.5
                    at = (x + wide / 2, y + tall / 2 - lower)
                    _count(pen, at, count, 6, room=wide, color=color)


def _shade(count: int, most: int) -> str:
    """From the paler grey to a blue."""
    if not count:
        return PALE
    share = 0.25 + 0.75 * count / most
    parts = zip((0xE6, 0xEA, 0xEE), (0x00, 0x55, 0x90), strict=True)
    return "#" + "".join(f"{round(pale + (deep - pale) * share):02X}" for pale, deep in parts)


def _title(pen: Pen, width: float, height: float, words_: str) -> None:
    pen.text(0, height - 11, shortened(words_, TITLE, width, bold=True), TITLE, INK, bold=True)


def _tag(pen: Pen, x: float, y: float, said: str, color: str, *, bold: bool = False) -> None:
    """On white, so that it can be read across a line."""
    wide = width_of(said, 7.5, bold=bold)
    pen.box(x - wide / 2 - 1, y - 2, wide + 2, 9, "#FFFFFF")
    pen.text(x, y, said, 7.5, color, bold=bold, at=MIDDLE)


def _fits(count: int, size: float, room: float) -> bool:
    return width_of(compact(count).split()[0], size) <= room * 1.2


def _count(pen: Pen, at: Point, count: int, size: float, *, room: float, color: str = INK) -> None:
    """A number in its room; where it is too wide, its unit in a line of its own."""
    (x, y), said = at, compact(count)
    if width_of(said, size) > room * 1.2:
        said, _, unit = said.partition(" ")
        pen.text(x, y, unit, size - 1, color, at=MIDDLE)
        y += size - 1
    pen.text(x, y, said, size, color, at=MIDDLE)


def _dates(pen: Pen, firsts: Sequence[date], step: float, grain: Grain) -> None:
    names = [_named(day, grain, firsts) for day in firsts]
    every = -(-(max(width_of(name, 7) for name in names) + 3) // step)
    for place, name in enumerate(names):
        if place % every == 0:
            pen.text(step * (place + 0.5), 4, name, 7, INK, at=MIDDLE)


def _named(day: date, grain: Grain, firsts: Sequence[date]) -> str:
    """The year is said where there are several."""
    if grain is not Grain.MONTH:
        return dates.short_date(day)
    form = "MMM" if firsts[0].year == firsts[-1].year else "MMM yy"
    return format_date(day, form, locale=dates.LOCALE)


def _whole(share: Fraction) -> str:
    """Cut, never rounded up."""
    return f"{int(share)} %"
