"""From characters to tokens: one form of each letter, words, numbers and addresses apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from bot.rules.letters import UNSEEN, taken_apart
from faq.text.lexicon import lexicon
from faq.text.spelled_out import BY_LETTERS, joined

# Lengths are bounded: without that, a long message without blanks costs quadratic time.
URL = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?:[/?#:][^\s]*)?"
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W\d_]+)*")
MIXED = re.compile(r"\A(?:(\d{1,40}+)([^\W\d_]{2,40}+)|([^\W\d_]{2,40}+)(\d{1,40}+))")
LONGEST_USUAL = 40  # letters of what is kept at hand; the longer is seldom said twice
MOST_MET = 4096
AT_HAND = 64
"""Messages, or parts of one, that are not read again: many ask what the same one says."""
ADDRESS_ENDS = re.compile(
    r"\.(?:id|com|net|org|co|go|ac|sch|edu|gov|info|biz|io|me|my|app|dev|site|web|online|xyz|tv)\Z"
)
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}


def clean(text: str) -> str:
    """One form for each letter; invisible and combining characters gone; blanks single."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(taken_apart(text).translate(_SEEN).split())


class _Seen(dict[int, str]):
    """What is seen of each sign met so far; a sly hand may show us all there are."""

    def __missing__(self, sign: int) -> str:
        if len(self) >= MOST_MET:
            self.clear()
        self[sign] = seen = _seen(chr(sign))
        return seen


def _seen(char: str) -> str:
    if char.isspace():
        return " "
    unseen = UNSEEN.match(char) or unicodedata.category(char) in INVISIBLE
    return "" if unseen else char


_SEEN = _Seen()


@lru_cache(maxsize=AT_HAND)
def tokens(text: str) -> tuple[str, ...]:
    """Lower-case tokens: words, numbers, and addresses as one token each."""
    seen = clean(text)
    shouting = seen.upper() == seen
    if not shouting and "PAK" in seen:
        seen = re.sub(r"\bPAK\b", "pakkredit", seen)
    lowered = seen.casefold()
    if "." in lowered:
        lowered = THOUSANDS.sub("", lowered)
        lowered = MAIL.sub(" surel ", lowered) if "@" in lowered else lowered
        lowered = URL.sub(as_token, lowered)
    words = lowered.split()
    read = _usual if max(map(len, words), default=0) <= LONGEST_USUAL else pieces
    return tuple(chain.from_iterable(map(read, words)))


def as_token(url: re.Match[str]) -> str:
    """An address as one token; "lupa.kata.sandi" ends as none does, and is three words."""
    host = url[1]
    if url[0] == host and not ADDRESS_ENDS.search(host):
        return joined(host) if BY_LETTERS.fullmatch(host) else f" {host.replace('.', ' ')} "
    return f" {host.replace('-', '')} "


def pieces(piece: str) -> tuple[str, ...]:
    return _usual(piece) if len(piece) <= LONGEST_USUAL else _pieces(piece)


def _pieces(piece: str) -> tuple[str, ...]:
    if "." in piece and URL.fullmatch(piece):
        return (piece,)
    piece = joined(piece)
    return tuple(part for token in TOKEN.findall(piece) for part in unmixed(token))


_usual = lru_cache(maxsize=4_096)(_pieces)


def unmixed(token: str) -> list[str]:
    """`10rb` and `tw1` are two words each; `p3k`, `s2` and `lain2` one."""
    mixed = MIXED.fullmatch(token)
    if not mixed or token.endswith("2") or (token,) in lexicon().slang:
        return [token]
    return [part for part in mixed.groups() if part]
