"""Pictures of error screens: which are answered rightly, and what reading one costs.

    python -m tests.bench.screens SCREENS.csv FOLDER
    python -m tests.bench.screens --drawn

The file has the columns file,id,kind; an empty id is a screen that the book knows nothing of.
Others are drawn and photographed for this. --each names every picture that was not answered. It
prints for each kind how many were answered rightly, wrongly, asked back, or left unread, and the
processor's and the clock's seconds a picture.
"""

from __future__ import annotations

import argparse
import csv
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bot.settings import load
from faq.book.book import read as read_book
from faq.matching.matcher import Matcher
from faq.pictures import reader
from faq.pictures.choice import Chosen, chosen
from handlers.actions.screen import without_private
from tests.support.screens import ERRORS, LOOKS, PAGES, picture

OUTCOMES = ("right", "wrong", "asked", "unread")


class Shown(NamedTuple):
    name: str
    content: bytes
    entry_id: str
    kind: str


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("csv", type=Path, nargs="?")
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--drawn", action="store_true")
    arguments.add_argument("--each", action="store_true", help="every picture that is not right")
    given = arguments.parse_args()
    reason = reader.why_not()
    if reason is not None:
        arguments.error(reason)
    matcher = Matcher.of(read_book(load().manual_dir))
    shown = drawn() if given.drawn else listed(given.csv, given.folder)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    spent: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for each in shown:
        begun, used = time.perf_counter(), _children()
        found = chosen(reader.read(each.content), matcher.find, private=without_private)
        spent[each.kind].append((_children() - used, time.perf_counter() - begun))
        outcome = judged(found, each.entry_id)
        counts[each.kind][outcome] += 1
        if given.each and outcome != "right":
            read = (
                "" if found is None else f"{found.found.best} {found.found.score:.2f} {found.text}"
            )
            print(f"{outcome:7}{each.name} ({each.entry_id}): {read}")
    for kind, count in counts.items():
        told = ", ".join(f"{count[outcome]} {outcome}" for outcome in OUTCOMES)
        cpu, wall = (sum(each) / len(each) for each in zip(*spent[kind], strict=True))
        print(f"{kind:24}{count.total():4}: {told}; {cpu:.2f} s CPU, {wall:.2f} s a picture")


def judged(found: Chosen | None, entry_id: str) -> str:
    if found is None:
        return "unread" if entry_id else "right"
    if not found.sure:
        return "asked"
    return "right" if found.found.best == entry_id else "wrong"


def listed(file: Path, folder: Path) -> Iterator[Shown]:
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Shown(row["file"], (folder / row["file"]).read_bytes(), row["id"], row["kind"])


def drawn() -> Iterable[Shown]:
    for number, (lines, entry_id) in enumerate(ERRORS):
        for place, look in enumerate(LOOKS):
            seed = number * len(LOOKS) + place
            content = picture(lines, look, PAGES[seed % len(PAGES)], seed=seed)
            kind = look.kind if entry_id else f"{look.kind}, not ours"
            yield Shown(f"{number}-{look.name}", content, entry_id, kind)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
