"""People's names in an exported chat: of those who speak in it, and of those who are spoken of.

A name is known because somebody in the chat is called so, or stands behind a title ("pak Budi");
what is a name by itself, anybody's text tells (`faq.text.people`). Offices, and words that the
book uses, are nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from bot.rules.privacy.numbers import mask
from bot.rules.privacy.secrets import hide
from faq.chat_export.messages import ISOLATES
from faq.text.lexicon import is_known, lexicon
from faq.text.people import SHORTEST, SOMEBODY, WORD, adjoins, once, without_people, words
from faq.text.whereabouts import without_whereabouts

MOST_IN_NAME = 4
MOST_MENTIONED = 20_000

MENTION = re.compile(
    "@\u2068(?P<who>[^\u2069\n]{1,80})\u2069|@(?P<number>\\+?\\d[\\d -]{5,20}\\d)"
)
LINK = re.compile(r"https?://(?P<host>[\w.-]{3,80})(?P<rest>[^\s<>]*)", re.IGNORECASE)
OFFICIAL = ".go.id"


def titled(text: str) -> Iterable[str]:
    """Words that somebody writes with a capital behind a title: "pak Budi"."""
    for found in _titled().finditer(text):
        word = found["name"].lower()
        if len(word) >= SHORTEST and word not in words("office"):
            yield word


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(sorted(words("title"), key=len, reverse=True))
    return re.compile(rf"\b(?i:{titles})\b\.? (?P<name>[A-Z][a-z]{{2,20}})\b")


class Names:
    """Masks what belongs to a person: names, numbers, secrets, links to what they keep."""

    def __init__(
        self, senders: Iterable[str], mentioned: Iterable[str], ordinary: Collection[str]
    ) -> None:
        """`ordinary`: words of the book, which are no names by themselves."""
        self._ordinary = ordinary
        self._whole: dict[str, list[tuple[str, ...]]] = {}
        self._words: set[str] = set()
        self._called: set[str] = set()
        """Also those of the book's words: behind a title they are names."""
        for sender in senders:
            parts = tuple(word.lower() for word in WORD.findall(sender))
            while parts and parts[0] in words("title"):
                parts = parts[1:]
            if len(parts) > 1:
                self._whole.setdefault(parts[0], []).append(parts)
            self._called.update(part for part in parts if part not in words("office"))
            self._words.update(part for part in parts if not self._is_ordinary(part))
        self._mentioned = frozenset(mentioned)

    def mask(self, text: str) -> str:
        """In this order: a name may stand in a password, and a number in a mention."""
        text = MENTION.sub(f"@{SOMEBODY}", text)
        text = mask(hide(text.translate(ISOLATES)))
        text = LINK.sub(_shortened, without_whereabouts(text))
        return once(self._without_names(without_people(text, self._ordinary)))

    def _is_ordinary(self, word: str) -> bool:
        return (
            len(word) < SHORTEST
            or word in words("office")
            or word in words("title")
            or word in self._ordinary
        )

    def _without_names(self, text: str) -> str:
        found = list(WORD.finditer(text))
        pieces, done, at = [], 0, 0
        while at < len(found):
            count = self._name_at(text, found, at)
            if count:
                start, end = found[at].start(), found[at + count - 1].end()
                pieces += [text[done:start], SOMEBODY]
                done = end
            at += max(1, count)
        return "".join([*pieces, text[done:]]) if pieces else text

    def _name_at(self, text: str, found: list[re.Match[str]], at: int) -> int:
        """Of how many words the name is that begins here; 0 where none does."""
        word = found[at][0].lower()
        if at and text[found[at].start() - 1] == "[" and text[found[at].end() :][:1] == "]":
            return 0  # our own [nama], [NIP]
        whole = self._whole_name(text, found, at)
        if whole:
            return whole
        called = _called(text, found, at)
        if word in self._words or (called and self._is_name(found[at][0])):
            count, spoken = 1, word in self._called
            while count < MOST_IN_NAME and self._goes_on(text, found, at + count, spoken=spoken):
                count += 1
            return count
        return 0

    def _whole_name(self, text: str, found: list[re.Match[str]], at: int) -> int:
        for parts in self._whole.get(found[at][0].lower(), ()):
            these = found[at : at + len(parts)]
            said = tuple(each[0].lower() for each in these)
            if said == parts and all(
                adjoins(text, these, place) for place in range(1, len(these))
            ):
                return len(parts)
        return 0

    def _is_name(self, word: str) -> bool:
        lower = word.lower()
        if len(lower) < SHORTEST or lower in words("office") or lower in words("title"):
            return False
        if lower in self._called:
            return True
        if lower in self._mentioned or lower in words("also names"):
            return lower not in self._ordinary or word[0].isupper()
        if word[0].isupper():
            return lower not in self._ordinary and not (word.isupper() and _is_word(lower))
        return not _is_word(lower) and lower not in self._ordinary

    def _goes_on(self, text: str, found: list[re.Match[str]], at: int, *, spoken: bool) -> bool:
        """Its next word: one of who speaks here, as all of their name is known; of anybody else
        what has a capital, and is not of the trade."""
        if at >= len(found) or not adjoins(text, found, at):
            return False
        word = found[at][0]
        lower, capital = word.lower(), word[0].isupper() and not word.isupper()
        weak = lower in lexicon().stop or lower in lexicon().weak or (lower,) in lexicon().slang
        if spoken or lower in self._words:
            return lower in self._words
        return capital and not weak and not self._is_ordinary(lower)


def _called(text: str, found: list[re.Match[str]], at: int) -> bool:
    """By what stands before: a title, or a mention."""
    if text[found[at].start() - 1 : found[at].start()] == "@":
        return True
    return at > 0 and found[at - 1][0].lower() in words("title") and adjoins(text, found, at)


def _is_word(word: str) -> bool:
    return is_known(word) or (word,) in lexicon().slang


def _shortened(link: re.Match[str]) -> str:
    """Where an office's page is, is told; whose file, group or form it is, is not."""
    host = link["host"].lower()
    if host.endswith(OFFICIAL):
        return host + link["rest"].partition("?")[0].partition("#")[0]
    return f"[tautan {host}]"
