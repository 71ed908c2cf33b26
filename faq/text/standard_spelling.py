"""One typed word in its standard spelling.

Slang, long-drawn letters, words said twice, Indonesian endings on loan words, and Banjar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from faq.text.lexicon import Lexicon, lexicon
from faq.text.stem import quick, stem

RUN = re.compile(r"([^\W\d_])\1{2,}")
PAIR = re.compile(r"([b-df-hj-np-tv-z])\1")
ENDINGS = ("nya", "ny", "ku", "mu", "kah", "lah", "pun", "in", "kan", "x")
BEGINNINGS = (
    "meng",
    "mem",
    "men",
    "me",
    "nge",
    "ng",
    "di",
    "ter",
    "ta",
    "ba",
    "mang",
    "mam",
    "man",
    "ma",
    "ke",
    "se",
)
BANJAR = (
    ("ma", "me"),
    ("ma", ""),
    ("ba", "ber"),
    ("ta", "ter"),
    ("pa", "pe"),
    ("ka", "ke"),
    ("sa", "se"),
)
OWNER = ("nya", "ku", "mu")
SHORTEST_OWNED = 4
"""Letters of the spelling: in shorter ones "buku" would be "bu" of mine."""
LONGEST_WORD = 40


@lru_cache(maxsize=4_096)
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
    if hung := owned(token, lexicon_):
        return hung
    if len(token) > LONGEST_WORD or stem(token) in lexicon_.roots:
        return (token[:LONGEST_WORD],)
    for form in bodies(token):
        if standard(form, lexicon_):
            return standard(form, lexicon_)
    for form in from_banjar(token):
        if quick(form):
            return (form,)
    return (token.removesuffix("nya"),) if len(token) > 6 else (token,)


def owned(token: str, lexicon_: Lexicon) -> tuple[str, ...]:
    """What a spelling stands for that has "nya", "ku", "mu" hung on: `emailnya`, `browserku`.

    A thing of one word only: "indahnya" is no "not", and "buktinya" says more often that something
    shows than whose proofs those are.
    """
    for ending in OWNER:
        body = token.removesuffix(ending)
        meant = lexicon_.slang.get((body,), ()) if len(body) >= SHORTEST_OWNED else ()
        if body != token and len(meant) == 1 and meant[0] not in lexicon_.small:
            return meant
    return ()


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
