"""What the worst messages of 4,096 letters cost: each pattern, each function, the whole answer.

    python -m tests.bench.hostile [--limit 5] [--answer-limit 50]

CPU time of this thread, the least of three tries where one was over the limit; minutes for all.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from bot.rules.intent import Situation
from bot.rules.privacy.numbers import mask
from faq.book.book import Book, read
from faq.matching.matcher import Matcher
from faq.text.asking import asks
from faq.text.small_talk import meaning
from faq.text.small_talk import talk as small_talk
from tests.bench.hostile import readers, words

MANUAL = Path("faq/manual")
SHOWN = 15


class Worst(NamedTuple):
    seconds: float
    name: str
    message: str


def cost(deed: Callable[[str], object], message: str) -> float:
    begun = time.thread_time()
    try:
        deed(message)
    except Exception:  # noqa: BLE001 - a refusal is an answer, too
        return time.thread_time() - begun
    return time.thread_time() - begun


def worst(
    name: str, deed: Callable[[str], object], messages: Iterable[tuple[str, str]], limit: float
) -> Worst:
    found = Worst(0.0, name, "")
    for what, message in messages:
        seconds = cost(deed, message)
        if seconds > limit:
            seconds = min(seconds, cost(deed, message), cost(deed, message))
        found = max(found, Worst(seconds, name, what))
    return found


def whole_answer(matcher: Matcher) -> Callable[[str], object]:
    """All that a private message without a dialog is put through before it is answered."""
    reads = (meaning.intent, meaning.place, meaning.none_of_them, meaning.solved, small_talk.mood)
    situations = tuple(Situation)

    def answer(message: str) -> object:
        for each in reads:
            each(message)
        for situation in situations:
            meaning.as_answer(message, situation)
        small_talk.civil(message)
        asks(message)
        mask(message)
        return matcher.look_up(message), meaning.bare(message)

    return answer


def of_the_book(book: Book, length: int = words.LONGEST) -> Iterable[tuple[str, str]]:
    """All that the matcher knows, at once; as it stands, and with a slip in every word."""
    told = [word for entry in book.entries for word in f"{entry.question} {entry.answer}".split()]
    once = list(dict.fromkeys(told))
    for place, some in enumerate((told, once, once[::-1], sorted(once, key=len))):
        yield f"the book's words {place}", " ".join(some)[:length]
        yield f"slips of them {place}", " ".join(word[:2] + word[3:] for word in some)[:length]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.hostile", description=__doc__)
    parser.add_argument("--limit", type=float, default=5.0, help="ms a pattern or function")
    parser.add_argument("--answer-limit", type=float, default=50.0, help="ms the whole answer")
    options = parser.parse_args()
    messages, limit = list(words.messages()), options.limit / 1000
    found = [
        worst(
            f"{name} {deed.__name__}",
            deed,
            [*messages, *words.made_for(pattern)],
            limit,
        )
        for name, pattern in readers.patterns().items()
        for deed in (pattern.search, pattern.match)
    ]
    _print("patterns", found, len(messages), options.limit)
    found = [worst(name, deed, messages, limit) for name, deed in readers.functions().items()]
    _print("functions", found, len(messages), options.limit)
    book = read(MANUAL)
    matcher = Matcher.of(book)
    matcher.find("lupa kata sandi")
    all_of_it = [*messages, *of_the_book(book)]
    answer = whole_answer(matcher)
    most = [worst(what, answer, [(what, message)], 0.05) for what, message in all_of_it]
    _print("the whole answer", most, 1, options.answer_limit)


def _print(what: str, found: list[Worst], messages: int, limit: float) -> None:
    over = sum(each.seconds * 1000 > limit for each in found)
    print(f"{what}: {len(found)} with {messages:,} messages each; over {limit:.0f} ms: {over}")
    for each in sorted(found, reverse=True)[:SHOWN]:
        print(f"{each.seconds * 1000:9.2f} ms  {each.name}  {each.message}")


if __name__ == "__main__":
    main()
