"""The small words by what they mean: `faq/lists/intents.txt`, read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from faq.text.lexicon import lexicon, lines

FILE = "intents.txt"
BESIDE = "+"
PLACEHOLDERS = {"KATA": r"\w+", "ANGKA": r"\d+"}
WHOM = "ORANG"  # anybody of the section of that name
ANYTHING = "…"
FAR = 200  # letters between two words of one core: what is said at once is no longer
WORD = re.compile(r"\w+")
HEAD = 2  # letters
AT_HAND = 64  # messages, or parts of one, whose words are not taken apart again


@cache
def sections(file: str = FILE) -> MappingProxyType[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in lines(file):
        if line.startswith("["):
            section = line.strip("[] ")
        else:
            found[section].append(line)
    return MappingProxyType({section: tuple(held) for section, held in found.items()})


@cache
def words(section: str, file: str = FILE) -> tuple[str, ...]:
    return tuple(word for line in sections(file)[section] for word in line.split())


@cache
def word_set(section: str, file: str = FILE) -> frozenset[str]:
    """Its words, whose order tells nothing."""
    return frozenset(words(section, file))


@cache
def all_words(*sections: str) -> frozenset[str]:
    """Those of several sections: asked of every message, they are put together once."""
    return frozenset().union(*map(word_set, sections))


@cache
def phrases(section: str, file: str = FILE) -> frozenset[str]:
    return frozenset(part.strip() for line in sections(file)[section] for part in line.split(","))


class Core:
    """Some lines as one pattern.

    Each of them has words without which it is nowhere, and of 42,942 messages, asked for the cores
    of every list, one in forty had any of those. To look for them first, in the words of the
    message, takes a tenth of searching.
    """

    def __init__(self, lines: Iterable[str], *, behind: str = "") -> None:
        """`behind`: a pattern that must stand before a single line."""
        listed = list(lines)
        self.pattern = re.compile(behind + "|".join(map(pattern, listed)))
        needed = [needed_by(line) for line in listed]
        forms = {form for one in needed for form in one or ()}
        self._words = frozenset(form for form in forms if not form.endswith("*"))
        self._begins = tuple(form.removesuffix("*") for form in forms - self._words)
        self._heads = frozenset(begin[:HEAD] for begin in self._begins)
        self._anything = None in needed or any(len(head) < HEAD for head in self._heads)

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text) if self.may_be_in(text) else None

    def taken_out(self, text: str) -> tuple[str, bool]:
        """What is left without it, and whether it was there."""
        if not self.may_be_in(text):
            return text, False
        left, found = self.pattern.subn(" ", text)
        return left, found > 0

    def may_be_in(self, text: str) -> bool:
        said = said_words(text)
        if self._anything or not self._words.isdisjoint(said):
            return True
        if self._heads.isdisjoint(_heads(text)):
            return False
        return any(word.startswith(self._begins) for word in said)


@lru_cache(maxsize=AT_HAND)
def said_words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text))


@lru_cache(maxsize=AT_HAND)
def _heads(text: str) -> frozenset[str]:
    """With which its words begin."""
    return frozenset(word[:HEAD] for word in said_words(text))


def needed_by(line: str) -> tuple[str, ...] | None:
    """The words of which one is in whatever fits the line, "*" behind those that may go on; None
    where any may do."""
    optional = ("(", "^", "$", ANYTHING)
    *told, last = line.split()
    if last.endswith("*"):  # then `pattern` lets all of its forms go on
        last = "/".join(f"{form.removesuffix('*')}*" for form in last.split("/"))
    firm = [token.split("/") for token in (*told, last) if not token.startswith(optional)]
    unknown = {*PLACEHOLDERS, WHOM}
    firm = [of for of in firm if unknown.isdisjoint(of) and all(map(WORD.search, of))]
    return min((tuple(map(_rarest, forms)) for forms in firm), key=_how_common, default=None)


def _rarest(form: str) -> str:
    """Of the words of one form; the last may go on where it does."""
    *parts, last = WORD.findall(form.removesuffix("*").replace("_", " "))
    last += "*" if form.endswith("*") else ""
    rarest: str = min((*parts, last), key=lambda part: (_how_common([part]), -len(part)))
    return rarest


def _how_common(forms: Sequence[str]) -> tuple[int, int]:
    everyday = lexicon().small
    return sum(form in everyday for form in forms), len(forms)


@cache
def one_of(section: str, file: str = FILE) -> str:
    """Any of its phrases as a part of a pattern, the longest first: "kirim*" begins a word."""
    forms = sorted(phrases(section, file), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(word, forms))})"


@cache
def core(section: str, file: str = FILE) -> Core:
    """What makes a message one of these, wherever it stands in it."""
    return Core(line for line in sections(file)[section] if not line.startswith(BESIDE))


def around_core(section: str, text: str) -> str | None:
    """What else is said; None where the core is not in it."""
    found = core(section).search(text)
    return None if found is None else f"{text[: found.start()]} {text[found.end() :]}"


@cache
def beside(section: str) -> frozenset[str]:
    """What may stand beside the core."""
    told = (line for line in sections()[section] if line.startswith(BESIDE))
    return frozenset(word for line in told for word in line.removeprefix(BESIDE).split())


def pattern(line: str) -> str:
    """One core as a regular expression: `^ a/b (c) d_e` is `^(?:a|b)(?: (?:c))? (?:d e)`."""
    made, glue = "", r"\b"
    for token in line.split():
        if token in ("^", "$"):
            made, glue = made + token, ""
        elif token == ANYTHING:
            made, glue = made + rf"\b.{{0,{FAR}}}", r"\b"
        elif token.startswith("("):
            made += f"(?:{glue}{either(token.strip('()'))})?"
        else:
            made, glue = made + glue + either(token), " "
    return made if made.endswith(("$", r"\w*)")) else made + r"\b"


def either(token: str) -> str:
    return f"(?:{'|'.join(map(word, token.split('/')))})"


def word(form: str) -> str:
    if form in PLACEHOLDERS:
        return PLACEHOLDERS[form]
    if form == WHOM:
        called = "|".join(map(word, words("whom")))
        return f"(?:(?:{'|'.join(words('address'))}) )?(?:{called})"
    spaced = re.escape(form.removesuffix("*")).replace("_", " ")
    return spaced + r"\w*" if form.endswith("*") else spaced
