"""What a message says of its own words: which of them ask, and which are set aside.

"Bukan lupa sandi, tapi kode OTP ditolak" asks about the code. What is denied is left out. What is
settled ("SKP sudah disetujui, yang belum dinilai") may still tell what the rest is about, and
only counts less. A denial may itself be what is asked ("tidak bisa login", "belum sinkron"): it
sets aside only what would be a trouble or a wish, and only where something else asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq.text.clauses.settled import (
    behind_settled,
    is_elliptic,
    opening,
    settled,
    unknown,
    untroubled,
    wanted,
)
from faq.text.clauses.words import (
    ELLIPTIC,
    IS_NOT,
    NOT,
    NOT_YET,
    OTHER,
    QUESTION,
    TROUBLE,
    WHICH,
    Part,
    Typed,
    amiss,
    own,
    says_something,
    spoken,
    typed,
    words,
)

LONGEST = 180
"""Letters of a message that is looked into: whoever writes more tells a story."""
TOKEN = re.compile(r"[^\W_]+(?:[-'’.@/][^\W_]+)*|[,;:!?()\n–—]|\.(?=\s|$)")
PUT_OFF = {("nanti", "saja"), ("nanti", "dulu"), ("padahal", IS_NOT), (OTHER, "kali")}
"""Two words that end such a part."""


@dataclass(frozen=True, slots=True)
class Heard:
    whole: str
    asks: str
    """The message without what it denies."""
    turns_to: str
    """Without what it calls settled, too; the same where nothing is."""
    denies_all: bool = False
    """It only tells what is not meant: "bukan lupa sandi"."""


def heard(text: str) -> Heard:
    if len(text) > LONGEST:
        return Heard(text, text, text)
    parts = list(split(text))
    kept = [undenied(part, parts[at + 1 :]) for at, part in enumerate(parts)]
    for at in range(1, len(parts)):
        if only_denies(parts[at]):  # "Kode OTP? Bukan. …"
            kept[at - 1 : at + 1] = [], []
    denying = any(len(rest) < len(part) for rest, part in zip(kept, parts, strict=True))
    if not any(map(says_something, kept)):
        return Heard(text, text, text, denies_all=denying)
    if denying:
        kept = borrowing(parts, kept)
    asks = spoken(kept) if denying else text
    kept = [part for part in kept if part]
    turned = behind_settled(kept)
    if len(turned) == len(kept):
        return Heard(text, asks, asks)
    lent = [unknown(part) for part in kept[: -len(turned)]] if is_elliptic(turned) else []
    if any(map(says_something, lent)):
        return Heard(text, asks, spoken([*lent, *map(wanted, turned)]))
    if not any(map(says_something, turned)):
        return Heard(text, asks, asks, denies_all=len(kept) == 1 and untroubled(kept[0]))
    return Heard(text, asks, spoken(turned))


def sets_aside(text: str) -> bool:
    """Whether all that it says is denied, put off, or well as it is."""
    parts = [part for part in split(text) if says_something(part)] if len(text) <= LONGEST else []
    kept = (undenied(part, parts[at + 1 :]) for at, part in enumerate(parts))
    return bool(parts) and not any(says_something(part) and not settled(part) for part in kept)


def split(text: str) -> Iterator[Part]:
    """At punctuation, and before the words with which a turn begins."""
    part: Part = []
    told = [typed(token) for token in TOKEN.findall(text)]
    for at, word in enumerate(told):
        may_turn = part and word.turning
        if may_turn and (turns(word, part) or turns_to(word, told[at + 1 : at + 2], part)):
            yield part
            part = []
        part.append(word)
        if not word.is_word:
            yield part
            part = []
    if part:
        yield part


def turns(word: Typed, before: Part) -> bool:
    """ "… tapi …"; not "bukan cuma …"."""
    return word.text in words("turning") and before[-1].first != IS_NOT


def turns_to(word: Typed, behind: Part, before: Part) -> bool:
    """ "… yang belum …", "… yang salah …" behind what is well."""
    if word.first != WHICH or not behind or any(word.first == IS_NOT for word in before):
        return False
    return amiss(behind[0]) and settled(before)


def undenied(part: Part, behind: Sequence[Part]) -> Part:
    """What is left of a part without what it denies."""
    if put_off(part):
        return []
    at = opening(part)
    if at < len(part) and denies(part, at):
        return part[:at]
    for place in range(at + 1, len(part) - 1):
        # "kodenya bukan salah, kodenya tidak datang": what it is about stays.
        if part[place].first == IS_NOT and denies(part, place):
            if part[place + 1].first == TROUBLE:
                return part
            told = any("told by others" in word.listed for word in part[:place])
            asked = any(map(says_something, behind)) or complains(part[:place])
            return part[:place] if asked and not told else part
    return part


def put_off(part: Part) -> bool:
    """ "Cetaknya lupakan dulu", "cetaknya nanti saja", "dibilang lupa absen padahal bukan",
    "nomor aturannya kada usah"."""
    said = [word for word in part if word.is_word]
    if part[-1].text == QUESTION or len(said) < 2:
        return False
    told = [word for word in said if not word.beside]
    if any("setting aside" in word.listed for word in (*told[:1], *told[-1:])):
        return True
    ends = [(said[-2].first, said[-1].first)]
    while len(said) > 2 and said[-1].first in ("saja", "dulu"):
        said = said[:-1]
    ends.append((said[-2].first, said[-1].first))
    if not PUT_OFF.isdisjoint(ends):
        return True
    who = "oneself" in said[-2].listed and len(said) > 2
    denied = said[-3 if who else -2].meant == (NOT,)
    unwanted = denied and not {"wishing", "speaking of"}.isdisjoint(said[-1].listed)
    return unwanted and not any("asking" in word.listed for word in said)


def only_denies(part: Part) -> bool:
    return part[-1].text != QUESTION and [word.first for word in part if word.is_word] == [IS_NOT]


def complains(part: Part) -> bool:
    """A trouble or a wish is told, so that what "bukan" sets aside behind it is only to compare:
    "tanggal cetaknya yang salah bukan tanggal profil"."""
    return own(part) > ELLIPTIC and any(
        word.first in (NOT, NOT_YET) or not {"trouble", "wishing"}.isdisjoint(word.listed)
        for word in part
    )


def denies(part: Part, at: int) -> bool:
    """Whether from there on a part only says what is not meant."""
    if at + 1 >= len(part) or part[-1].text == QUESTION:
        return False
    first, second = part[at], part[at + 1]
    if not second.is_word or second.text in words("not only"):
        return False
    if first.meant == (IS_NOT,):
        return not first.text.endswith("kah")
    if first.text == OTHER:
        return (at > 0 and part[0].first == "ini") or "not Banjar" not in second.listed
    if "let alone" in first.listed:
        return True
    if "forbidding" in first.listed:
        return not {"wishing", "told by others", "giving"}.isdisjoint(second.listed)
    return first.meant == (NOT,) and "wishing" in second.listed


def borrowing(parts: Sequence[Part], kept: Sequence[Part]) -> list[Part]:
    """Who asks in one word says the rest with what is denied before: "bukan triwulan yang hilang,
    yang final", "bukan aktivitas ditolak, tapi belum divalidasi"."""
    if sum(map(own, kept)) > ELLIPTIC:
        return list(kept)
    asking = max(at for at, rest in enumerate(kept) if says_something(rest))
    lent = lent_by_matter if only_tells_what_happened(kept[asking]) else lent_by_cleft
    return [
        rest + lent(part[len(rest) :]) if at < asking else rest
        for at, (part, rest) in enumerate(zip(parts, kept, strict=True))
    ]


def lent_by_cleft(denied: Part) -> Part:
    at = next((at for at, word in enumerate(denied) if word.first == WHICH), len(denied))
    return denied[at:]


def lent_by_matter(denied: Part) -> Part:
    return [word for word in denied if word.first != IS_NOT and "trouble" not in word.listed]


def only_tells_what_happened(part: Part) -> bool:
    return all(
        "trouble" in word.listed or (at > 0 and part[at - 1].first in (NOT, NOT_YET))
        for at, word in enumerate(part)
        if word.own
    )
