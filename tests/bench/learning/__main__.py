"""A week is played: what /faq makes of it, and what three taught wordings of each new topic do.

    python -m tests.bench.learning [WEEK.csv] [--first] [--show]
    python -m tests.bench.learning --many 5000

WEEK.csv has the columns day, person, question, topic; a topic is the id of an entry, `new-N` for
what the book lacks, `noise` or `out`. Whoever is offered the right entry picks it; nobody says
"bukan itu" or files a ticket. Of each new topic three wordings are taught, the most different
as the desk would (with --first the first three); the others were never seen. With --many it only
tells what a look at /faq costs in CPU time when so many questions are open and as many answered.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path

from bot.settings import Settings
from faq.book.taught import Change
from faq.matching.likeness import most_different
from faq.matching.matcher import Answer, Matcher, Suggestions
from handlers.actions import learning
from handlers.context import Context
from handlers.live_book import with_changes
from handlers.resources import Resources, load_resources
from storage.engine import Database, opened
from storage.schema import migrate
from storage.tables import Outcome
from tests.faq.matching import split

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
APART = timedelta(minutes=2)
ENDS = ("min", "tolong pak", "di kantor", "sejak kemarin", "error", "", "gimana", "pagi ini")
TAUGHT = 3


@dataclass(frozen=True)
class Played:
    day: int
    person: int
    question: str
    topic: str

    @property
    def new(self) -> bool:
        return self.topic.startswith("new")

    @property
    def known(self) -> bool:
        return not self.new and self.topic not in {"noise", "out"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.learning", description=__doc__)
    own = Path(__file__).with_name("week.csv")
    parser.add_argument("week", nargs="?", type=Path, default=own)
    parser.add_argument("--first", action="store_true", help="teach the first three wordings")
    parser.add_argument("--show", action="store_true", help="print the groups and what went wrong")
    parser.add_argument("--many", type=int, help="questions: tells what a look costs")
    options = parser.parse_args()
    resources = load_resources(Settings())
    if options.many:
        look_at_many(resources, options.many)
        return
    week = read(options.week)
    with (
        tempfile.TemporaryDirectory(prefix="bot-learning-") as folder,
        opened(f"sqlite:///{folder}/week.sqlite3") as database,
    ):
        migrate(database)
        look(database, resources, week, show=options.show)
    teach(resources, week, first=options.first, show=options.show)


def read(path: Path) -> list[Played]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    people = {name: number for number, name in enumerate({row["person"]: 0 for row in rows}, 1)}
    return [
        Played(int(row["day"]), people[row["person"]], row["question"].strip(), row["topic"])
        for row in rows
    ]


def look(database: Database, resources: Resources, week: Sequence[Played], *, show: bool) -> None:
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
    print(f"{len(week)} questions, {len(cases)} groups at /faq of {len(shown)} questions")
    new = {number for number, (each, _) in asked.items() if each.new}
    print(f"new topics shown: {len(new & shown)} of {len(new)},", end=" ")
    print(f"of those answered by a neighbour: {len(new & wrong & shown)} of {len(new & wrong)}")
    for name in ("noise", "out", "known"):
        some = {at for at, (each, _) in asked.items() if name in (each.topic, kind(each))}
        print(f"{name} shown: {len(some & shown)} of {len(some)}")
    topics = [[asked[number][0].topic for number in case.ids] for case in cases]
    right, joined = pairs(topics)
    counted = Counter(each.topic for each in week if each.new)
    whole = sum(count * (count - 1) // 2 for count in counted.values())
    of_new = sum(pairs([[t for t in group if t.startswith("new")]])[0] for group in topics)
    print(f"pairs joined: {joined}, precision {share(right, joined)}", end=", ")
    print(f"recall {share(of_new, whole)} of {whole} of new topics")
    if show:
        for case in cases:
            print("--", len(case.questions), "doubtful" if case.doubtful else "")
            for number in case.ids:
                print(f"   {told(*asked[number])}")
        for number in sorted(new - shown):
            print(f"not shown: {told(*asked[number])}")


def look_at_many(resources: Resources, many: int) -> None:
    dice = random.Random(0)
    rows = [row.question for row in (*split.every(), *split.unseen())]
    with (
        tempfile.TemporaryDirectory(prefix="bot-learning-") as folder,
        opened(f"sqlite:///{folder}/many.sqlite3") as database,
    ):
        migrate(database)
        for name, some in (("first", 2 * many), ("again", 0), ("after 50 more", 50)):
            with database.unit() as unit:
                for at in range(some):
                    unit.people.seen(at + 1, name="", username=None, now=MONDAY)
                    outcome = (Outcome.SILENCE, Outcome.ANSWER)[at % 2]
                    given = "lupa-password" if outcome is Outcome.ANSWER else None
                    unit.questions.log(
                        at + 1,
                        f"{dice.choice(rows)} {dice.choice(ENDS)}".strip(),
                        now=MONDAY,
                        outcome=outcome,
                        entry_id=given,
                        nearest_id="lupa-password",
                        score=1.0,
                        runner_up_score=0.0,
                    )
            with database.reading() as unit:
                begun = time.thread_time()
                found = learning.cases(Context(unit, resources, MONDAY + timedelta(days=8)))
                spent = time.thread_time() - begun
            print(
                f"a look at {many} open and {many} answered, {name}: {spent:.2f} s, {len(found)}"
            )


def told(each: Played, answered: str | None) -> str:
    return f"{each.topic:>24} {answered or '-'} {each.question}"


def kind(each: Played) -> str:
    return "known" if each.known else ""


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


def teach(resources: Resources, week: Sequence[Played], *, first: bool, show: bool) -> None:
    by_topic = defaultdict(list)
    for each in week:
        if each.new:
            by_topic[each.topic].append(each.question)
    changes, hidden = [], []
    for topic, questions in by_topic.items():
        likeness = resources.clusters.likeness
        some = questions[:TAUGHT] if first else most_different(questions, likeness, TAUGHT)
        hidden += [(question, topic) for question in questions if question not in some]
        changes.append(Change(topic, some[0], "Jawaban petugas.", 1, date(2026, 11, 30)))
        changes += [Change(topic, text, None, None, date(2026, 11, 30)) for text in some[1:]]
    taught = with_changes(resources, changes)
    answers = [(text, topic, given(taught.matcher, text)) for text, topic in hidden]
    right = sum(topic == answer for _, topic, answer in answers)
    wrong = sum(answer not in (None, topic) for _, topic, answer in answers)
    print(f"taught {len(changes)} wordings of {len(by_topic)} topics;", end=" ")
    print(f"of {len(hidden)} hidden ones right {share(right, len(hidden))},", end=" ")
    print(f"wrong {share(wrong, len(hidden))}")
    changed(
        "of the week",
        [(each.question, each.topic) for each in week if each.known],
        resources.matcher,
        taught.matcher,
        show=show,
    )
    labelled = [(row.question, row.id or "out") for row in (*split.every(), *split.unseen())]
    changed("labelled", labelled, resources.matcher, taught.matcher, show=show)
    if show:
        for text, topic, answer in answers:
            if topic != answer:
                print(f"hidden: {topic} {answer} {text}")


def changed(
    name: str, rows: Sequence[tuple[str, str]], before: Matcher, after: Matcher, *, show: bool
) -> None:
    """Answers that were right (or rightly none) and are not any more."""
    good = bad = 0
    for text, topic in rows:
        wanted = None if topic == "out" else topic
        was, now = given(before, text), given(after, text)
        if was != now:
            good += now == wanted
            bad += was == wanted
            if show:
                print(f"moved: {topic}: {was} -> {now}: {text}")
    print(f"known questions {name}: {bad} of {len(rows)} worse, {good} better")


def given(matcher: Matcher, text: str) -> str | None:
    found = matcher.find(text)
    return found.best if isinstance(found, Answer) else None


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    main()
