"""The papers' charts as pictures for a phone, of none, one and very many tickets."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from bot.data.editions import editions
from bot.papers.chart_picture import CHARTS, ChartPicture, chart_png
from bot.papers.evidence.charts import all_charts
from bot.papers.pen import PngPen, width_of
from bot.papers.registry import CHART_PICTURE, render
from bot.rules.report_rows import Grain, Point, Series
from tests.rules.cases import WITA, at

EDITION = editions().default


def series(count: int, points: int) -> Series:
    line = [Point(date(2026, 11, 1 + n), count, count, count, None) for n in range(points)]
    hours = tuple(tuple([count] * 24) for _ in range(7))
    return Series(Grain.DAY, tuple(line), (("0", count), ("> 14", count)), hours)


def picture(count: int, place: int, categories: dict[str, int]) -> ChartPicture:
    return ChartPicture(
        place,
        series(count, 15),
        categories,
        EDITION,
        "1–15 November 2026",
        at("2026-11-16T08:00"),
        str(WITA),
    )


@pytest.mark.parametrize("place", range(CHARTS))
@pytest.mark.parametrize("count", [0, 1, 100_000])
def test_each_is_drawn_from_what_waits_in_a_row(count: int, place: int) -> None:
    of = picture(count, place, {"k" * 200: count, "<b>&": 1} if count else {})
    drawn = render(CHART_PICTURE.name, CHART_PICTURE.pack(of))
    assert drawn == chart_png(of)
    assert int.from_bytes(drawn[16:20], "big") == 1200
    assert len(drawn) < 500_000


def test_there_are_as_many_as_the_papers_have() -> None:
    assert len(all_charts(series(1, 1), {}, EDITION)) == CHARTS


def test_no_number_is_wider_than_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the heat map, where there is least room."""
    draw, height = all_charts(series(1_900, 1), {}, EDITION)[4]
    written: list[float] = []
    pen = PngPen(330, height, pixels=330)
    monkeypatch.setattr(pen, "text", partial(_widths, written))
    draw(pen, 330, height)
    assert max(written) <= (330 - 26) / 24 * 1.2


def _widths(
    written: list[float], _x: float, _y: float, words: str, size: float, *_: object, **__: object
) -> None:
    if words[0].isdecimal() or words == "rb":
        written.append(width_of(words, size))
