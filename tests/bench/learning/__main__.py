"""A week is played: what /faq makes of it, and what three taught wordings of each new topic do.

    python -m tests.bench.learning [WEEK.csv] [--first] [--show]
    python -m tests.bench.learning --book 9
    python -m tests.bench.learning --many 5000

WEEK.csv has the columns day, person, question, topic; a topic is the id of an entry, `noise`,
`out`, or any other name for what the book lacks. Whoever is offered the right entry picks it;
nobody says "bukan itu" or files a ticket. Of each new topic three wordings are taught, the most
different as the desk would (with --first the first three); the others were never seen. With
--book N the weeks are made of the book itself: N times some of its entries, each of them once,
are left out of everything that is counted and trained, and what people ask them is what the book
lacks; the sums are told. With --many it only tells what a look at /faq costs in CPU time when so
many questions are open and as many answered. Strangers to the code wrote the folder weeks.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.settings import Settings
from handlers.resources import Resources, load_resources
from storage.engine import opened
from storage.schema import migrate
from tests.bench.learning.cost import look_at_many
from tests.bench.learning.lessons import KNOWN, teach
from tests.bench.learning.look import OTHERS, look
from tests.bench.learning.week import Played, of_book, read


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
    week = read(options.week, resources.book)
    weeks = of_book(resources, options.book) if options.book else [(resources, week)]
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


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.0%}" if whole else "–"


if __name__ == "__main__":
    main()
