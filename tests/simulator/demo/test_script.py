from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.calendar import Calendar
from bot.simulator.demo.script import ScriptError, ScriptMoment, read

WITA = ZoneInfo("Asia/Makassar")
MONDAY = datetime(2026, 11, 23, 8, 5, tzinfo=WITA)


def test_a_line_of_the_script_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ScriptError, match="T-x"):
        read("T-x 09:10 ani says halo")


def test_an_indented_line_goes_on() -> None:
    (line,) = read("T-5 09:10 ani says halo\n    apa kabar\n# selesai\n")
    assert (line.who, line.action, line.rest) == ("ani", "says", "halo apa kabar")


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        (ScriptMoment(1, time(9, 10)), datetime(2026, 11, 19, 9, 10, tzinfo=WITA)),
        (ScriptMoment(0, time(7, 0)), datetime(2026, 11, 23, 7, 0, tzinfo=WITA)),
        (ScriptMoment(after=timedelta(minutes=20)), MONDAY - timedelta(days=28, minutes=-20)),
        (ScriptMoment(before=timedelta(minutes=30)), MONDAY - timedelta(minutes=30)),
    ],
)
def test_working_days_before_now_and_minutes_from_either_end(
    when: ScriptMoment, moment: datetime
) -> None:
    calendar = Calendar(WITA, frozenset({date(2026, 11, 20)}))
    assert when.moment(MONDAY - timedelta(days=28), MONDAY, calendar) == moment
