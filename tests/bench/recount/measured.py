"""How long things took, how old what is open is, the F-02 sheet, satisfaction and the hours in
which the bot was down: once more over the raw rows, in a way of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.bench.recount.office import days_worked, seconds_worked
from tests.bench.recount.raw import ANSWERS, OPEN, RESOLVED, moment

DAY = timedelta(days=1)
HOURS = (24, 72)  # of the F-02 sheet, and its days; see bot/data/proofs.toml
DAYS = (1, 5)
BANDS = (7, 30, 90)


def times(chosen: Sequence[tuple[Any, list[Any]]], as_of: datetime) -> dict[str, Any]:
    """Of tickets, each with what happened to it."""
    to_first, to_last, waits, open_for = [], [], [], []
    hours, days = [], []
    lapor = 0
    for ticket, life in chosen:
        came, state = moment(ticket.created_at), life[-1].after
        answer = next((moment(event.at) for event in life if event.deed in ANSWERS), None)
        lapor += ticket.channel == "lapor" or ticket.lapor_number is not None
        if state in OPEN:
            open_for.append(as_of - came)
        if answer is not None:
            to_first.append(seconds_worked(came, answer))
            hours.append((answer - came).total_seconds() / 3_600)
        elif state in OPEN:
            waits.append(as_of - came)
        if state in RESOLVED:
            done = [moment(event.at) for event in life if event.deed.startswith("resolve")][-1]
            to_last.append(days_worked(came, done))
            whole, rest = divmod(done - came, DAY)
            days.append(whole + bool(rest))
    ages = [age.days for age in open_for]
    return {
        **_spread("to_first", to_first, waits),
        **_spread("to_last", to_last, open_for),
        **{f"backlog {n}": count for n, count in enumerate(_banded(ages))},
        "f02 full": sum(hour <= HOURS[0] for hour in hours),
        "f02 most": sum(HOURS[0] < hour <= HOURS[1] for hour in hours),
        "f02 later": sum(hour > HOURS[1] for hour in hours),
        "f02 unanswered": len(chosen) - len(hours),
        "f02 oldest": max(waits, default=None),
        "f02 lapor": lapor,
        "f02 day": sum(each <= DAYS[0] for each in days),
        "f02 days": sum(DAYS[0] < each <= DAYS[1] for each in days),
        "f02 more": sum(each > DAYS[1] for each in days),
        "f02 median": _half(days),
    }


def _banded(ages: list[int]) -> list[int]:
    older = [sum(age >= limit for age in ages) for limit in (0, *BANDS)] + [0]
    return [since - beyond for since, beyond in pairwise(older)]


def _spread(name: str, took: list[Any], waits: list[timedelta]) -> dict[str, Any]:
    nine = [each for n, each in enumerate(sorted(took), 1) if 10 * n >= 9 * len(took)]
    return {
        f"{name} have": len(took),
        f"{name} median": _half(took),
        f"{name} most": nine[0] if nine else None,
        f"{name} lack": len(waits),
        f"{name} longest": max(waits, default=None),
    }


def _half(values: list[Any]) -> Fraction | None:
    """The middle one, or half of what the middle two come to."""
    rising, falling = sorted(values), sorted(values, reverse=True)
    both = [Fraction(up) + Fraction(down) for up, down in zip(rising, falling, strict=True)]
    return both[len(both) // 2] / 2 if both else None


def satisfaction(rows: Sequence[Any], since: datetime, until: datetime) -> dict[str, Any]:
    asked = sum(since <= moment(row.asked_at) < until for row in rows)
    given = [
        row.score
        for row in rows
        if row.rated_at is not None and since <= moment(row.rated_at) < until
    ]
    index = Fraction(sum(given), len(given)) * 25 if given else None
    return {"was asked": asked, "rated": len(given), "satisfaction": index}


def down(
    rows: Sequence[Any], agenda: Sequence[Any], since: datetime, until: datetime
) -> dict[str, Any]:
    """Silence of ten minutes at the end is no serving either."""
    noted = {row.kind: moment(row.made_at) for row in agenda}
    first, last = noted.get("serving_since"), noted.get("served_last")
    if first is None or last is None or until <= first:
        return {"down": timedelta(), "down times": 0}
    gaps = [(moment(row.since), moment(row.until)) for row in rows]
    if until > last + timedelta(minutes=10):
        gaps.append((last, until))
    lost = [min(over, until) - max(at, since) for at, over in gaps]
    lost = [each for each in lost if each > timedelta()]
    return {"down": sum(lost, timedelta()), "down times": len(lost)}
