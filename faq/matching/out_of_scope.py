"""What people also ask and this book does not answer: known, so that the bot keeps silent."""

from __future__ import annotations

from collections.abc import Sequence

from faq.text.features import features
from faq.text.lexicon import lines

SHARED = 2  # stems in common that make a stranger like what was taught


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


def apart_from(taught: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The strangers without those that ask about what the desk has since taught the book."""
    if not taught:
        return outside()
    known = [stems(text) for text in taught]
    return tuple((text, matter) for text, matter in outside() if not near(stems(text), known))


def near(one: frozenset[str], known: list[frozenset[str]]) -> bool:
    return any(like(one, taught) for taught in known)


def like(one: frozenset[str], taught: frozenset[str]) -> bool:
    return len(one & taught) >= min(SHARED, len(taught))


def stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in features(text).words)
