"""What /faq makes of a week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

from faq.matching.matcher import Answer, Suggestions
from handlers.actions import learning
from handlers.context import Context
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import Outcome
from tests.bench.learning.week import Played

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
APART = timedelta(minutes=2)
OTHERS = ("noise", "out", "known")


def look(
    database: Database, resources: Resources, week: Sequence[Played], *, show: bool
) -> Counter[str]:
    with database.unit() as unit:
        asked = ask(Context(unit, resources, MONDAY), week)
    with database.reading() as unit:
        cases = learning.cases(Context(unit, resources, MONDAY + timedelta(days=8)))
    shown = {number for case in cases for number in case.ids}
    wrong = {
        number
        for number, (each, answered) in asked.items()
        if answered is not None and answered != each.topic
    }
    new = {number for number, (each, _) in asked.items() if each.new}
    topics = [[asked[number][0].topic for number in case.ids] for case in cases]
    right, joined = pairs(topics)
    counted = Counter(each.topic for each in week if each.new)
    found = Counter(
        {
            "questions": len(week),
            "groups": len(cases),
            "shown": len(shown),
            "new": len(new),
            "new shown": len(new & shown),
            "wrong": len(new & wrong),
            "wrong shown": len(new & wrong & shown),
            "right pairs": right,
            "pairs": joined,
            "pairs of new": sum(count * (count - 1) // 2 for count in counted.values()),
            "right pairs of new": sum(
                pairs([[t for t in group if t.startswith("new")]])[0] for group in topics
            ),
        }
    )
    for name in OTHERS:
        some = {at for at, (each, _) in asked.items() if name in (each.topic, kind(each))}
        found += Counter({name: len(some), f"{name} shown": len(some & shown)})
    if show:
        for case in cases:
            print("--", len(case.questions), "doubtful" if case.doubtful else "")
            for number in case.ids:
                print(f"   {told(*asked[number])}")
        for number in sorted(new - shown):
            print(f"not shown: {told(*asked[number])}")
    return found


def ask(context: Context, week: Sequence[Played]) -> dict[int, tuple[Played, str | None]]:
    """Each question by its number, with the entry that was given."""
    found = {}
    for at, each in enumerate(week):
        now = MONDAY + timedelta(days=each.day - 1, hours=1) + at * APART
        context.unit.people.seen(each.person, name="", username=None, now=now)
        result = context.resources.matcher.find(each.question)
        outcome, given = Outcome.SILENCE, None
        if isinstance(result, Answer):
            outcome, given = Outcome.ANSWER, result.best
        elif isinstance(result, Suggestions):
            outcome = Outcome.SUGGESTIONS
            given = each.topic if each.topic in result.ids else None
        number = context.unit.questions.log(
            each.person,
            each.question,
            now=now,
            outcome=outcome,
            entry_id=given,
            nearest_id=result.best,
            score=result.score,
            runner_up_score=result.runner_up_score,
        )
        found[number] = each, given
    return found


def pairs(groups: Iterable[Sequence[str]]) -> tuple[int, int]:
    """Right ones, and all; of two that the book has nothing to do with nobody can tell."""
    right = joined = 0
    for group in groups:
        for one, other in combinations(group, 2):
            if {one, other} <= {"noise", "out"}:
                continue
            joined += 1
            right += one == other
    return right, joined


def told(each: Played, answered: str | None) -> str:
    return f"{each.topic:>24} {answered or '-'} {each.question}"


def kind(each: Played) -> str:
    return "known" if each.known else ""
