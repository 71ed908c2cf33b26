"""The tickets behind each figure of a report: as many as it says."""

from __future__ import annotations

from random import Random

import pytest

from bot.data.editions import editions
from bot.rules import figure_lines
from bot.rules.figure_lines import Figure, Line, behind, read
from bot.rules.indicator import MeasuredTicket
from bot.rules.ticket import SIDE_ENDS, Kind, Status
from bot.rules.weekly import week_window, weekly
from tests.rules.cases import CALENDAR, at, case

AS_OF = at("2026-11-25T08:00")
MONDAY = AS_OF.date().replace(day=23)


def _some(random: Random) -> MeasuredTicket:
    status = random.choice(list(Status))
    received = f"2026-{random.choice(['03', '08', '11'])}-{random.randint(1, 24):02} 09:00"
    ended = f"2026-11-{random.randint(24, 25)} 00:30"
    return case(
        received,
        kind=random.choice(list(Kind)),
        category=random.choice(["Login", "SKP", "Cuti"]),
        status=status,
        answered=ended if random.random() < 0.5 else None,
        resolved=ended if status in {Status.RESOLVED, Status.CLOSED, Status.LAPSED} else None,
    )


@pytest.mark.parametrize("seed", range(20))
def test_each_figure_of_the_page_has_as_many_tickets_behind_it(seed: int) -> None:
    random = Random(seed)
    cases = [_some(random) for _ in range(200)]
    page = weekly(cases, MONDAY, AS_OF, CALENDAR, editions().default)
    week, year = week_window(MONDAY, AS_OF, CALENDAR), page.year.indicator.window

    def count(figure: Figure) -> int:
        return len(behind(figure, cases, week))

    assert page.took is not None
    assert [count(figure_lines.age(band)) for band in range(len(page.ages))] == list(page.ages)
    assert all(count(figure_lines.cause(name)) == n for name, n in page.categories)
    assert count(Figure(Line.UNHEARD)) == page.took.to_first_answer.lack
    assert count(Figure(Line.STILL_OPEN)) == page.took.to_resolution.lack
    assert count(Figure(Line.ASKED)) == page.information_received
    assert count(Figure(Line.INFORMED)) == page.information_resolved
    assert count(Figure(Line.ASKING)) == page.information_open
    states = {Line.CONFIRMED: Status.CLOSED, Line.UNCONFIRMED: Status.LAPSED}
    for line, state in (states | {Line.AWAITED: Status.RESOLVED}).items():
        assert len(behind(Figure(line), cases, year)) == page.year.states[state]
    otherwise = sum(page.year.states[state] for state in SIDE_ENDS)
    assert len(behind(Figure(Line.OTHERWISE), cases, year)) == otherwise


def test_every_figure_is_read_as_it_was_written() -> None:
    alone = {Figure(line) for line in Line if line not in figure_lines.PARTED}
    for figure in (*alone, figure_lines.cause("Lain — 'lagi'"), figure_lines.age(0)):
        assert read(figure.written) == figure
    assert {Figure(line).line for line in Line} == {each.line for each in alone} | {
        Line.CAUSE,
        Line.AGE,
    }


@pytest.mark.parametrize("forged", ["", "nothing", "A", "A9", "A-1", "A٣"])
def test_a_forged_figure_is_none(forged: str) -> None:
    with pytest.raises(ValueError, match=f"{forged!r}"):
        read(forged)
