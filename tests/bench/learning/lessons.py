"""What three taught wordings of each new topic do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from faq.book.taught import BookChange
from faq.matching.likeness import most_different
from faq.matching.matcher import Answer, Found, Matcher
from handlers.resources import Resources
from handlers.taught_book import with_changes
from tests.bench.learning.week import Played
from tests.faq.matching import split

TAUGHT = 3
KNOWN = ("of the week", "labelled")


@dataclass(frozen=True)
class Lessons:
    changes: list[BookChange]
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
        found.changes.append(BookChange(topic, some[0], "Jawaban petugas.", 1, day))
        found.changes.extend(BookChange(topic, text, None, None, day) for text in some[1:])
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
    answers = [(text, topic, given(taught.matcher.find(text))) for text, topic in hidden]
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
        was, now = given(before.find(text)), given(after.find(text))
        if was != now:
            good += now == wanted
            bad += was == wanted
            outside += was == wanted is None
            if show:
                print(f"moved: {topic}: {was} -> {now}: {text}")
    worse = {f"{name} worse": bad, f"{name} outside": outside}
    return Counter({name: len(rows), **worse, f"{name} better": good})


def given(found: Found) -> str | None:
    """The entry that is answered with."""
    return found.best if isinstance(found, Answer) else None
