"""Time per question against rapidfuzz's extractOne (WRatio), by number of phrasings.

    python -m tests.bench.faq_speed [--sizes 1000,10000,100000] [--per-entry 20] [--cpu]

Phrasings are the book's own, then variations of them with words swapped for others of the
dictionary, so that the vocabulary grows as it would. Questions are the labelled ones.
"""

from __future__ import annotations

import argparse
import gc
import platform
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from rapidfuzz import fuzz, process

from faq.book.book import read
from faq.matching.matcher import Matcher
from faq.text.stem import roots
from tests.faq.matching import split

clock = time.perf_counter
ROOT = Path(__file__).parents[2]
ASKED = 400
ASKED_SLOW = 12
LONG = "saya mau bertanya kenapa loginnya gagal terus padahal passwordnya sudah diganti kemarin "


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--per-entry", type=int, default=20)
    parser.add_argument("--cpu", action="store_true", help="CPU time: for a busy machine")
    options = parser.parse_args()
    global clock  # noqa: PLW0603
    clock = time.process_time if options.cpu else time.perf_counter
    questions = [row.question for row in split.every()][:ASKED]
    Matcher([("pemanasan", "a"), ("daftar kata", "b")]).find(questions[0])
    print(f"{platform.python_version()}, {psutil.cpu_count()} cores; µs a question")
    print(
        f"{'phrasings':>10} {'build s':>8} {'MB':>6} {'p50':>7} {'p99':>7} {'mean':>7}"
        f" {'WRatio':>9} {'ratio':>7} {'model':>6}"
    )
    for size in map(int, options.sizes.split(",")):
        row(phrasings(size, options.per_entry), questions)
    worst(read_matcher())


def row(pairs: list[tuple[str, str]], questions: list[str]) -> None:
    before = memory()
    start = clock()
    matcher = Matcher(pairs)
    build = clock() - start
    grown = memory() - before
    ours = timed(matcher.look_up, questions)
    texts = [text.lower() for text, _ in pairs]
    slow = timed(
        lambda question: process.extractOne(question.lower(), texts, scorer=fuzz.WRatio),
        random.Random(3).sample(questions, ASKED_SLOW),
    )
    mean, slow_mean = statistics.fmean(ours), statistics.fmean(slow)
    print(
        f"{len(pairs):>10} {build:>8.2f} {grown:>6.0f} {at(ours, 50):>7.0f} {at(ours, 99):>7.0f}"
        f" {mean:>7.0f} {slow_mean:>9.0f} {slow_mean / mean:>6.0f}x"
        f" {'yes' if matcher.ranking.classifier else 'no':>6}",
        flush=True,
    )


def read_matcher() -> Matcher:
    book = read(ROOT / "faq" / "manual")
    start = clock()
    matcher = Matcher.of(book)
    print(f"the book: {len(matcher.ranking.labels)} phrasings built in {clock() - start:.2f} s")
    return matcher


def worst(matcher: Matcher) -> None:
    """Messages of 4,096 characters: a repeated sentence, all different words, all nonsense."""
    shuffler = random.Random(5)
    words = sorted(roots())
    nonsense = "".join(shuffler.choice("abcdefghijklmnopqrstuvwxyz ") for _ in range(4096))
    kinds = {
        "repeated": (LONG * 60)[:4096],
        "different words": " ".join(
            "di" + word + "kannya" for word in shuffler.sample(words, 400)
        ),
        "nonsense": nonsense,
        "one word": "a" * 4096,
        "short nonsense": " ".join(
            "".join(shuffler.choice("bcdfgkaeiou") for _ in range(5)) for _ in range(700)
        ),
        "signs": "🙂&<>\u200b" * 800,
    }
    for name, text in kinds.items():
        start = clock()
        matcher.find(text[:4096])
        print(f"4,096 characters, {name}: {(clock() - start) * 1000:.1f} ms")


def timed(ask: Callable[[str], object], questions: list[str]) -> list[float]:
    gc.collect()
    taken = []
    for question in questions:
        start = clock()
        ask(question)
        taken.append((clock() - start) * 1e6)
    return taken


def at(taken: list[float], percent: int) -> float:
    return sorted(taken)[min(len(taken) - 1, len(taken) * percent // 100)]


def memory() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 1e6


def phrasings(size: int, per_entry: int) -> list[tuple[str, str]]:
    """The book's phrasings, then ever new variations of them, `per_entry` to an id."""
    book = read(ROOT / "faq" / "manual")
    own = [text for entry in book.entries for text in entry.asked_with]
    shuffler = random.Random(7)
    words = sorted(roots())
    found = own[:size]
    while len(found) < size:
        found.append(varied(shuffler.choice(own), words, shuffler))
    return [(text, f"id-{at // per_entry}") for at, text in enumerate(found)]


def varied(text: str, words: list[str], shuffler: random.Random) -> str:
    """Two words in five swapped, the commoner ones (by place in a power law) oftener."""
    return " ".join(
        words[int(len(words) * shuffler.random() ** 3)] if shuffler.random() < 0.4 else word
        for word in text.split()
    )


if __name__ == "__main__":
    main()
