"""The pictures: of the right size, the same each time, and light to import."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.data.editions import editions
from bot.papers.chart import (
    IndicatorPage,
    WeeklyChart,
    compact,
    indicator_png,
    marks,
    weekly_png,
)
from bot.rules.indicator import Edition, MeasuredTicket
from bot.rules.weekly import Weekly, WeekPoint, history, weekly
from tests.rules.cases import CALENDAR, WITA, at, case

MONDAY = date(2026, 11, 16)
AS_OF = at("2026-11-23T08:00")
EDITION = editions().default
PNG = b"\x89PNG\r\n\x1a\n"
SIZE = (1200).to_bytes(4, "big") + (900).to_bytes(4, "big")
FEW = [case("2026-11-17T09:00", resolved="2026-11-18T09:00")] * 11 + [case("2026-11-19T09:00")]


def report(cases: list[MeasuredTicket], edition: Edition = EDITION) -> Weekly:
    return weekly(cases, MONDAY, AS_OF, CALENDAR, edition)


def weekly_chart(seen: Weekly, weeks: Sequence[WeekPoint]) -> bytes:
    return weekly_png(WeeklyChart(seen, tuple(weeks), str(WITA)))


def check_png(picture: bytes) -> None:
    assert picture.startswith(PNG)
    assert picture[16:24] == SIZE
    assert len(picture) < 500_000  # a phone on a village's network fetches it


@pytest.mark.parametrize("edition", editions().by_name.values())
@pytest.mark.parametrize("cases", [[], FEW[-1:], FEW], ids=["none", "one open", "some"])
def test_both_pictures_are_drawn(cases: list[MeasuredTicket], edition: Edition) -> None:
    seen = report(cases, edition)
    check_png(weekly_chart(seen, history(cases, MONDAY, CALENDAR)))
    check_png(indicator_png(IndicatorPage(seen.year, str(WITA))))


def test_huge_numbers_and_strange_words_are_drawn() -> None:
    seen = report(FEW, replace(EDITION, name="$x$ <b>&" * 9, source="sumber_{^}\\frac " * 30))
    huge = replace(seen.year.indicator, received=10**12, resolved=10**11)
    year = replace(seen.year, indicator=huge, open=10**12, overdue=10**9, answered=10**12)
    weeks = [
        WeekPoint(MONDAY - timedelta(weeks=back), 10**back, 10**9) for back in reversed(range(8))
    ]
    check_png(weekly_chart(replace(seen, year=year), weeks))
    check_png(indicator_png(IndicatorPage(year, str(WITA))))


def test_a_recap_says_whose_it_is() -> None:
    year = report(FEW).year
    of_nobody = indicator_png(IndicatorPage(year, str(WITA)))
    assert indicator_png(IndicatorPage(year, str(WITA), agency="Dinas Contoh " * 30)) != of_nobody


def test_no_history_is_no_error() -> None:
    check_png(weekly_chart(report([]), []))


def test_the_same_figures_give_the_same_picture_even_side_by_side() -> None:
    seen, weeks = report(FEW), history(FEW, MONDAY, CALENDAR)
    drawn: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: drawn.append(weekly_chart(seen, weeks))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 3
    assert len(set(drawn)) == 1


LIGHT = """
import sys
import bot.papers.chart
import handlers.operator.run
assert not {"PIL", "reportlab"} & set(sys.modules)
"""


def test_importing_is_cheap() -> None:
    said = subprocess.run(
        [sys.executable, "-c", LIGHT], check=False, capture_output=True, text=True
    )
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1 rb"),
        (1_999, "1,9 rb"),
        (12_999, "12 rb"),
        (999_999, "999 rb"),
        (1_000_000, "1 jt"),
        (3_450_000, "3,4 jt"),
        (10**10, "10.000 jt"),
    ],
)
def test_numbers_above_bars_are_cut_short(count: int, said: str) -> None:
    assert compact(count) == said


def test_the_marks_are_the_editions() -> None:
    assert list(marks(editions().by_name["2022"])) == ["level 2: 31 %", "level 3: > 60 %"]
    assert list(marks(EDITION)) == ["level 2: 51 %", "level 3: 91 %"]
