"""What waits to be drawn waits as figures, and is drawn from them alone."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from bot.papers.chart import IndicatorPage, WeeklyChart, indicator_png, weekly_png
from bot.papers.registry import (
    INDICATOR_PAGE,
    RENDERERS,
    WEEKLY_CHART,
    UnknownRenderer,
    render,
)
from bot.rules.weekly import history
from tests.papers.test_chart import FEW, MONDAY, report
from tests.rules.cases import CALENDAR, WITA

CHART = WeeklyChart(report(FEW), tuple(history(FEW, MONDAY, CALENDAR)), str(WITA))
PAGE = IndicatorPage(CHART.report.year, str(WITA))


def test_figures_come_back_from_a_row_as_they_were() -> None:
    assert WEEKLY_CHART.takes.validate_json(WEEKLY_CHART.pack(CHART)) == CHART
    assert INDICATOR_PAGE.takes.validate_json(INDICATOR_PAGE.pack(PAGE)) == PAGE


def test_a_row_names_its_renderer() -> None:
    assert render("weekly_chart", WEEKLY_CHART.pack(CHART)) == weekly_png(CHART)
    assert render("indicator_page", INDICATOR_PAGE.pack(PAGE)) == indicator_png(PAGE)
    assert all(name == each.name for name, each in RENDERERS.items())


def test_rows_of_a_later_release_are_refused() -> None:
    with pytest.raises(UnknownRenderer):
        render("hologram", "{}")
    with pytest.raises(ValidationError):
        render("weekly_chart", '{"week": 1}')
