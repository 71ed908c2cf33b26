"""A week is played: what /faq makes of it, and what three taught wordings of each new topic do.

    python -m tests.bench.learning [WEEK.csv] [--first] [--show]
    python -m tests.bench.learning --book 9
    python -m tests.bench.learning --many 5000

WEEK.csv has the columns day, person, question, topic; a topic is the id of an entry, `new-N` for
what the book lacks, `noise` or `out`. Whoever is offered the right entry picks it; nobody says
"bukan itu" or files a ticket. Of each new topic three wordings are taught, the most different
as the desk would (with --first the first three); the others were never seen. With --book N the
weeks are made of the book itself: N times some of its entries, each of them once, are left out of
everything that is counted and trained, and what people ask them is what the book lacks; the sums
are told. With --many it only tells what a look at /faq costs in CPU time when so many questions
are open and as many answered.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path

from bot.settings import Settings
from faq.book.book import Book
from faq.book.disambiguation import FEWEST_CHOICES
from faq.book.taught import Change
from faq.matching.clusters import Clusters
from faq.matching.doubt import Doubts, Elsewhere
from faq.matching.likeness import Likeness, Rarity, most_different
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
OTHERS = ("noise", "out", "known")
KNOWN = ("of the week", "labelled")
OF_NEW, OF_OTHERS, OF_KNOWN, PEOPLE = 6, 25, 100, 80
"""Of a week that is made of the book: questions of each new topic, and the rest."""


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
    parser.add_argument("--book", type=int, help="weeks to make of the book")
    parser.add_argument("--many", type=int, help="questions: tells what a look costs")
    options = parser.parse_args()
    resources = load_resources(Settings())
    if options.many:
        look_at_many(resources, options.many)
        return
    weeks = of_book(resources, options.book) if options.book else [(resources, read(options.week))]
    told = Counter[str]()
    for known, week in weeks:
        told += played(known, week, first=options.first, show=options.show)
    tell(told)


def played(
    resources: Resources, week: Sequence[Played], *, first: bool, show: bool
) -> Counter[str]:
    with (
        tempfile.TemporaryDirectory(prefix="bot-learning-") as folder,
        opened(f"sqlite:///{folder}/week.sqlite3") as database,
    ):
        migrate(database)
        looked = look(database, resources, week, show=show)
    return looked + teach(resources, week, first=first, show=show)


def of_book(resources: Resources, many: int) -> Iterable[tuple[Resources, list[Played]]]:
    """Weeks of which each has other entries of the book for its new topics."""
    dice = random.Random(1)
    rows = [*split.every(), *split.unseen()]
    asked = defaultdict(list)
    for row in rows:
        asked[row.id or "out"].append(row.question)
    for entry in resources.book.entries:
        asked[entry.id] += entry.asked_with
    ids = [entry.id for entry in resources.book.entries]
    dice.shuffle(ids)
    for part in range(many):
        gone = ids[part::many]
        some = [
            (text, f"new-{topic}") for topic in gone for text in dice.sample(asked[topic], OF_NEW)
        ]
        some += [(text, "out") for text in dice.sample(asked["out"], OF_OTHERS)]
        known = [(row.question, row.id) for row in rows if row.id and row.id not in gone]
        some += dice.sample(known, OF_KNOWN)
        dice.shuffle(some)
        yield (
            without(resources, gone),
            [
                Played(1 + at * 5 // len(some), dice.randrange(PEOPLE), text, topic)
                for at, (text, topic) in enumerate(some)
            ],
        )


def without(resources: Resources, gone: Collection[str]) -> Resources:
    """As if nobody had written those entries."""
    book = resources.book
    chapters = tuple(
        replace(chapter, entries=tuple(e for e in chapter.entries if e.id not in gone))
        for chapter in book.chapters
    )
    offers = [
        replace(one, choices=tuple(each for each in one.choices if each not in gone))
        for one in book.disambiguation
    ]
    several = tuple(one for one in offers if len(one.choices) >= FEWEST_CHOICES)
    return studied(resources, replace(book, chapters=chapters, disambiguation=several))


def read(path: Path) -> list[Played]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    people = {name: number for number, name in enumerate({row["person"]: 0 for row in rows}, 1)}
    return [
        Played(int(row["day"]), people[row["person"]], row["question"].strip(), row["topic"])
        for row in rows
    ]


def studied(resources: Resources, book: Book) -> Resources:
    matcher = Matcher.of(book)
    likeness = Likeness(lambda: Rarity.in_book(book), matcher.rank, matcher.correct)
    words = Likeness(lambda: likeness.rarity, correct=matcher.correct)
    return replace(
        resources,
        book=book,
        matcher=matcher,
        clusters=Clusters(likeness, words),
        doubts=Doubts(words),
        elsewhere=Elsewhere(words),
    )


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


def tell(found: Counter[str]) -> None:
    print(f"{found['questions']} questions, {found['groups']} groups at /faq", end=" ")
    print(f"of {found['shown']} questions")
    print(f"new topics shown: {found['new shown']} of {found['new']},", end=" ")
    print(f"of those answered by a neighbour: {found['wrong shown']} of {found['wrong']}")
    for name in OTHERS:
        print(f"{name} shown: {found[f'{name} shown']} of {found[name]}")
    precision = share(found["right pairs"], found["pairs"])
    recall = share(found["right pairs of new"], found["pairs of new"])
    print(f"pairs joined: {found['pairs']}, precision {precision}, recall {recall} of new topics")
    right, wrong = (share(found[f"hidden {each}"], found["hidden"]) for each in ("right", "wrong"))
    print(f"taught {found['taught']} wordings of {found['topics']} topics;", end=" ")
    print(f"of {found['hidden']} hidden ones right {right}, wrong {wrong}")
    for name in KNOWN:
        print(f"known questions {name}: {found[f'{name} worse']} of {found[name]} worse", end=" ")
        print(f"({found[f'{name} outside']} of them out of scope),", end=" ")
        print(f"{found[f'{name} better']} better")


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


@dataclass(frozen=True)
class Lessons:
    changes: list[Change]
    hidden: list[tuple[str, str]]
    """What was not taught, with its topic."""


def lessons(resources: Resources, week: Sequence[Played], *, first: bool) -> Lessons:
    by_topic = defaultdict(list)
    for each in week:
        if each.new:
            by_topic[each.topic].append(each.question)
    day, found = date(2026, 11, 30), Lessons([], [])
    for topic, questions in by_topic.items():
        likeness = resources.clusters.likeness
        some = questions[:TAUGHT] if first else most_different(questions, likeness, TAUGHT)
        found.hidden.extend((text, topic) for text in questions if text not in some)
        found.changes.append(Change(topic, some[0], "Jawaban petugas.", 1, day))
        found.changes.extend(Change(topic, text, None, None, day) for text in some[1:])
    return found


def labelled(resources: Resources) -> list[tuple[str, str]]:
    """Those that the book has something to say about, and those that are out of scope."""
    known = {entry.id for entry in resources.book.entries} | {None}
    rows = (*split.every(), *split.unseen())
    return [(row.question, row.id or "out") for row in rows if row.id in known]


def teach(
    resources: Resources, week: Sequence[Played], *, first: bool, show: bool
) -> Counter[str]:
    told = lessons(resources, week, first=first)
    changes, hidden = told.changes, told.hidden
    taught = with_changes(resources, changes)
    answers = [(text, topic, given(taught.matcher, text)) for text, topic in hidden]
    found = Counter(
        {
            "taught": len(changes),
            "topics": len({change.entry_id for change in changes}),
            "hidden": len(hidden),
            "hidden right": sum(topic == answer for _, topic, answer in answers),
            "hidden wrong": sum(answer not in (None, topic) for _, topic, answer in answers),
        }
    )
    own = [(each.question, each.topic) for each in week if each.known]
    for name, some in zip(KNOWN, (own, labelled(resources)), strict=True):
        found += changed(name, some, resources.matcher, taught.matcher, show=show)
    if show:
        for text, topic, answer in answers:
            if topic != answer:
                print(f"hidden: {topic} {answer} {text}")
    return found


def changed(
    name: str, rows: Sequence[tuple[str, str]], before: Matcher, after: Matcher, *, show: bool
) -> Counter[str]:
    """Answers that were right (or rightly none) and are not any more."""
    good = bad = outside = 0
    for text, topic in rows:
        wanted = None if topic == "out" else topic
        was, now = given(before, text), given(after, text)
        if was != now:
            good += now == wanted
            bad += was == wanted
            outside += was == wanted is None
            if show:
                print(f"moved: {topic}: {was} -> {now}: {text}")
    worse = {f"{name} worse": bad, f"{name} outside": outside}
    return Counter({name: len(rows), **worse, f"{name} better": good})


def given(matcher: Matcher, text: str) -> str | None:
    found = matcher.find(text)
    return found.best if isinstance(found, Answer) else None


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    main()
