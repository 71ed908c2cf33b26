"""How well a message that goes on is understood, and whether a new one is dragged into the old.

    python -m tests.bench.followups [FOLLOWUPS.csv NEW.csv] [--wrong]

Right: its entry is answered, or told to be the one spoken of. Offered: it is among the choices.
Dragged: a question of its own is taken for one about the entry spoken of before. Without files
those of tests/faq/talks.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from faq.book.book import Book, read
from faq.matching.follow_ups import FollowUps, NoMore
from faq.matching.matcher import Answer, Matcher, Suggestions
from tests.faq.samples import MANUAL
from tests.faq.talks import HERE, After, after


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.followups", description=__doc__)
    parser.add_argument("followups", nargs="?", type=Path, default=HERE / "followups.csv")
    parser.add_argument("new", nargs="?", type=Path, default=HERE / "new-after.csv")
    parser.add_argument("--wrong", action="store_true", help="print what was misunderstood")
    options = parser.parse_args()
    book = read(MANUAL)
    context = FollowUps(book, Matcher.of(book))
    follows, new = after(options.followups), after(options.new)
    outcomes = [(row, outcome(book, context, row)) for row in follows]
    dragged = [row for row in new if is_dragged(book, context, row)]
    for name in ("right", "offered", "silent", "wrong"):
        count = sum(each == name for _, each in outcomes)
        print(f"follow-ups {name}: {count}/{len(follows)} = {count / len(follows):.1%}")
    print(f"new questions dragged: {len(dragged)}/{len(new)} = {len(dragged) / len(new):.1%}")
    if options.wrong:
        for row, each in outcomes:
            if each in {"silent", "wrong"}:
                print(f"{each}\t{row.before_id}\t{row.question}\t{'/'.join(sorted(row.right))}")
        for row in dragged:
            print(f"dragged\t{row.before_id}\t{row.question}")


def outcome(book: Book, context: FollowUps, row: After) -> str:
    """Of a follow-up: what whoever wrote it is shown."""
    entry = book.get(row.before_id)
    assert entry is not None
    found = context.follow(row.question, entry) or context.matcher.find(row.question)
    match found:
        case Answer():
            return "right" if found.best in row.right else "wrong"
        case NoMore():
            if found.best in row.right:
                return "right"
            return "offered" if row.right.intersection(found.near) else "wrong"
        case Suggestions():
            return "offered" if row.right.intersection(found.ids) else "wrong"
    return "silent"


def is_dragged(book: Book, context: FollowUps, row: After) -> bool:
    """What is out of scope must not be taken for a follow-up, nor what has an answer of its own
    be told or offered without it."""
    entry = book.get(row.before_id)
    assert entry is not None
    found = context.follow(row.question, entry)
    match found:
        case None:
            return False
        case Answer():
            return found.best not in row.right
        case NoMore():
            return found.best not in row.right
        case Suggestions():
            return not row.right.intersection(found.ids)


if __name__ == "__main__":
    main()
