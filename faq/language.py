"""From what people type to comparable words.

Chat Indonesian, Banjar, loan words with Indonesian endings, error texts and addresses all come
out as plain stems. Nothing here knows the book; nothing here depends on earlier calls.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from faq.lexicon import Lexicon, lexicon
from faq.stem import quick, stem

LONGEST_TEXT = 4096
MOST_WORDS = 240
MOST_STRANGE = 40
"""Unknown words that are looked into: it bounds the time a message may cost."""

# Lengths are bounded: without that, a long message without blanks costs quadratic time.
URL = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?:[/?#:][^\s]*)?"
)
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W\d_]+)*")
MIXED = re.compile(r"(\d+)([^\W\d_]{2,})|([^\W\d_]{2,})(\d+)")
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}
RUN = re.compile(r"([^\W\d_])\1{2,}")
PAIR = re.compile(r"([b-df-hj-np-tv-z])\1")
ENDINGS = ("nya", "ny", "ku", "mu", "kah", "lah", "pun", "in", "kan", "x")
BEGINNINGS = ("meng", "mem", "men", "me", "nge", "ng", "di", "ter", "ta", "ba", "ma", "ke", "se")
BANJAR = (
    ("ma", "me"),
    ("ma", ""),
    ("ba", "ber"),
    ("ta", "ter"),
    ("pa", "pe"),
    ("ka", "ke"),
    ("sa", "se"),
)
LONGEST_WORD = 40
PAK_PARTNERS = {"tombol", "tambah", "cetak", "terbit", "nomor", "dokumen", "nilai", "hapus", "tte"}


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    """Standard spelling, before stemming."""
    stem: str
    weak: bool
    """Too common to tell what a question is about."""
    known: bool
    """Indonesian or ours; an unknown word may be a slip of the finger."""


Correct = Callable[[str], tuple[str, ...]]


def normalise(text: str, correct: Correct | None = None) -> list[Word]:
    return meant(plain(text), correct)


def plain(text: str) -> list[str]:
    """Every word in its standard spelling, politeness included."""
    return despelled(tokens(text[:LONGEST_TEXT])[:MOST_WORDS], lexicon())


def meant(said: list[str], correct: Correct | None = None) -> list[Word]:
    """The words that carry meaning, in their order; where none does, all of them.

    `correct` is asked about words that no list knows; what it returns is taken instead.
    """
    lexicon_ = lexicon()
    found: list[Word] = []
    patience = MOST_STRANGE
    for word in said:
        right: tuple[str, ...] = (word,)
        if word not in lexicon_.known and word.isalpha():
            patience -= 1
            if patience < 0:
                found.append(Word(word, word, weak=False, known=False))
                continue
            if correct and root_of(word, lexicon_) not in lexicon_.known:
                right = correct(word)
        found += [understood(part) for part in right if part not in lexicon_.stop]
    return found or [Word(word, word, weak=True, known=True) for word in said]


@lru_cache(maxsize=50_000)
def understood(word: str) -> Word:
    lexicon_ = lexicon()
    root = root_of(word, lexicon_)
    weak = word in lexicon_.weak or root in lexicon_.weak
    return Word(word, root, weak, root in lexicon_.known)


def root_of(word: str, lexicon_: Lexicon) -> str:
    """Names of the trade keep their form: `kinerja` is not a kind of `kerja`."""
    return word if word in lexicon_.whole else stem(word)


def concepts(stems: list[str]) -> list[str]:
    """What the words, alone or up to three together, may stand for in the trade."""
    table, begins = lexicon().concepts, lexicon().concept_begins
    found: list[str] = []
    for at, first in enumerate(stems):
        for size in range(1, begins.get(first, 0) + 1):
            found += table.get(tuple(stems[at : at + size]), ())
    return found


def clean(text: str) -> str:
    """One form for each letter; invisible and combining characters gone; blanks single."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    wide = unicodedata.normalize("NFKD", text)
    kept = (" " if char.isspace() else char for char in wide if visible(char))
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def visible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in INVISIBLE


def tokens(text: str) -> list[str]:
    """Lower-case tokens: words, numbers, and addresses as one token each."""
    seen = clean(text)
    shouting = seen.upper() == seen
    if not shouting:
        seen = re.sub(r"\bPAK\b", "pakkredit", seen)
    lowered = THOUSANDS.sub("", seen.casefold())
    lowered = MAIL.sub(" surel ", lowered)
    lowered = (
        URL.sub(lambda url: f" {url[1].replace('-', '')} ", lowered) if "." in lowered else lowered
    )
    return [token for piece in lowered.split() for token in pieces(piece)]


def pieces(piece: str) -> list[str]:
    if URL.fullmatch(piece):
        return [piece]
    return [part for token in TOKEN.findall(piece) for part in unmixed(token)]


def unmixed(token: str) -> list[str]:
    """`10rb` and `tw1` are two words each; `p3k`, `s2` and `lain2` one."""
    mixed = MIXED.fullmatch(token)
    if not mixed or token.endswith("2") or (token,) in lexicon().slang:
        return [token]
    return [part for part in mixed.groups() if part]


def despelled(typed: list[str], lexicon_: Lexicon) -> list[str]:
    """Chat and Banjar spellings to standard words, the longest phrase first."""
    found: list[str] = []
    strange: set[str] = set()
    at = 0
    while at < len(typed):
        size, words = phrase(typed, at, lexicon_)
        if not words:
            words = plain_or_spelled(typed[at], strange, lexicon_)
        found += words
        at += size
    return [credit(found, at) for at in range(len(found))]


def plain_or_spelled(token: str, strange: set[str], lexicon_: Lexicon) -> tuple[str, ...]:
    """A word's spelling; in a message full of strange words most are taken as they stand."""
    if token not in lexicon_.known and (token,) not in lexicon_.slang:
        strange.add(token)
    return spelled(token) if len(strange) <= MOST_STRANGE else (token[:LONGEST_WORD],)


def phrase(typed: list[str], at: int, lexicon_: Lexicon) -> tuple[int, tuple[str, ...]]:
    for size in range(lexicon_.longest.get(typed[at], 1), 1, -1):
        words = lexicon_.slang.get(tuple(typed[at : at + size]))
        if words and at + size <= len(typed):
            return size, words
    return 1, ()


def credit(words: list[str], at: int) -> str:
    """`pak` is a title of address, unless it stands where only a credit-point paper can."""
    if words[at] == "pak" and at and words[at - 1] in PAK_PARTNERS:
        return "pakkredit"
    return words[at]


@lru_cache(maxsize=50_000)
def spelled(token: str) -> tuple[str, ...]:
    """One typed word in its standard spelling, which may be several words."""
    if token.isdecimal():
        return (token,)
    lexicon_ = lexicon()
    for form in forms(token):
        if (form,) in lexicon_.slang:
            return lexicon_.slang[(form,)]
        if form in lexicon_.known:
            return (form,)
    short = RUN.sub(r"\1", token)
    if "-" in short or "'" in short or "’" in short:
        return halves(short)
    return bare(short, lexicon_)


def forms(token: str) -> list[str]:
    """The word as typed, then with long-drawn letters shortened to two and to one."""
    found = [token]
    if RUN.search(token):
        found += [RUN.sub(r"\1\1", token), RUN.sub(r"\1", token)]
    if len(token) > 2 and token[-1] == token[-2]:
        found.append(token[:-1])
    if token.endswith("2") and len(token) > 3:
        found.append(token[:-1])
    return found


def halves(token: str) -> tuple[str, ...]:
    """`buku-buku` is one word said twice; other hyphens only join words."""
    parts = [part for part in re.split(r"[-'’]", token) if part]
    if len(parts) == 2 and parts[0] == parts[1]:
        return spelled(parts[0])
    return tuple(word for part in parts for word in spelled(part))


def bare(token: str, lexicon_: Lexicon) -> tuple[str, ...]:
    """Without the endings and beginnings that Indonesian hangs on loan words."""
    if len(token) > LONGEST_WORD or stem(token) in lexicon_.roots:
        return (token[:LONGEST_WORD],)
    for form in bodies(token):
        if standard(form, lexicon_):
            return standard(form, lexicon_)
    for form in from_banjar(token):
        if quick(form):
            return (form,)
    return (token.removesuffix("nya"),) if len(token) > 6 else (token,)


def bodies(token: str) -> Iterator[str]:
    """The word without an ending, without a beginning, without doubled consonants."""
    for ending in ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 4 - (len(ending) > 1):
            yield token.removesuffix(ending)
    for beginning in BEGINNINGS:
        if token.startswith(beginning) and len(token) - len(beginning) >= 4:
            yield token.removeprefix(beginning)
    single = PAIR.sub(r"\1", token)
    if single != token:
        yield single


def from_banjar(token: str) -> Iterator[str]:
    """Banjar beginnings and endings in their Indonesian form: `manantuakan`, `ditugasakan`."""
    ended = re.sub(r"(?<=\w{3})akan$", "kan", token)
    for banjar, indonesian in BANJAR:
        if ended.startswith(banjar) and len(ended) > len(banjar) + 3:
            yield indonesian + ended.removeprefix(banjar)
    if ended != token:
        yield ended


def standard(word: str, lexicon_: Lexicon) -> tuple[str, ...]:
    if (word,) in lexicon_.slang:
        return lexicon_.slang[(word,)]
    return (word,) if word in lexicon_.known else ()
