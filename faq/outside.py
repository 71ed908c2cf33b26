"""What people also ask and this book does not answer: known, so that the bot keeps silent."""

from __future__ import annotations

from functools import cache

from faq.lexicon import lines


@cache
def outside() -> tuple[tuple[str, str], ...]:
    """Pairs of a question and the matter it belongs to, such as `cuti`."""
    found: list[tuple[str, str]] = []
    matter = ""
    for line in lines("outside.txt"):
        if line.startswith("["):
            matter = line.strip("[] ")
        else:
            found.append((line, matter))
    return tuple(found)
