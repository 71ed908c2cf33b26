"""One of the papers' charts alone, as a picture to be read on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.papers.sheet import MUTED
from bot.rules.indicator import Edition
from bot.rules.report_rows import Series
from bot.words.report_days import as_at

CHARTS = 5
PIXELS = 1200
WIDTH = 330.0  # points: narrower than on paper, so that type is a third larger
TALLER = 1.2
MARGIN, FOOT, SMALL = 14.0, 16.0, 7.0


@dataclass(frozen=True)
class ChartPicture:
    """`place`: which of them, as the papers have them in order. `about`: its days."""

    place: int
    series: Series
    categories: dict[str, int]
    edition: Edition
    about: str
    as_of: datetime
    timezone: str


def chart_png(of: ChartPicture) -> bytes:
    # Only who draws pays for the fonts.
    from bot.papers.evidence.charts import all_charts  # noqa: PLC0415
    from bot.papers.pen import PngPen, ShiftedPen  # noqa: PLC0415

    draw, height = all_charts(of.series, of.categories, of.edition)[of.place]
    height *= TALLER
    pen = PngPen(WIDTH + 2 * MARGIN, height + FOOT + 2 * MARGIN, pixels=PIXELS)
    draw(ShiftedPen(pen, MARGIN, MARGIN + FOOT), WIDTH, height)
    foot = f"{of.about} · {as_at(of.as_of, ZoneInfo(of.timezone))}"
    pen.text(MARGIN, MARGIN - 2, foot, SMALL, MUTED)
    return pen.png()
