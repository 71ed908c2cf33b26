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
from functools import cache, lru_cache
from itertools import dropwhile, pairwise

from faq.text.lexicon import lexicon
from faq.text.standard_spelling import spelled
from faq.text.stem import stem
from faq.text.vocabulary import sections

FILE = "contrast.txt"
LONGEST = 180
"""Letters of a message that is looked into: whoever writes more tells a story."""
TOKEN = re.compile(r"[^\W_]+(?:[-'’.@/][^\W_]+)*|[,;:!?()\n–—]|\.(?=\s|$)")
ELLIPTIC = 1
"""Words of its own up to which a part that asks borrows from one that denies."""
NOT, NOT_YET, IS_NOT, DONE, WHICH, QUESTION = "tidak", "belum", "bukan", "sudah", "yang", "?"
THERE_IS, TROUBLE = "ada", "masalah"
PUT_OFF = {("nanti", "saja"), ("nanti", "dulu"), ("padahal", IS_NOT)}
"""Two words that end such a part."""
OPEN_ENDED = frozenset({"tanya", "masalah", "kurang beres", "tetap", "kata orang"})
OTHER = "lain"
"""In Banjar "bukan", where a part begins with it."""


@dataclass(frozen=True, slots=True)
class Heard:
    whole: str
    asks: str
    """The message without what it denies."""
    turns_to: str
    """Without what it calls settled, too; the same where nothing is."""
    denies_all: bool = False
    """It only tells what is not meant: "bukan lupa sandi"."""


@dataclass(frozen=True, slots=True)
class Typed:
    as_typed: str
    text: str
    meant: tuple[str, ...]
    """In standard spelling."""
    first: str
    """Of those."""
    is_word: bool
    listed: frozenset[str]
    """The sections of the list that have it."""
    beside: bool
    """It says nothing of what a part is about, and so may stand before what does."""
    own: bool
    """It tells what a part is about."""
    turning: bool
    """It may begin a part: "tapi", "yang"."""


Part = list[Typed]


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
    if not any(map(says_something, turned)):
        if turned and any(knows(word) for part in kept for word in part):
            return Heard(text, asks, spoken([*map(unknown, kept[: -len(turned)]), *turned]))
        return Heard(text, asks, asks, denies_all=len(kept) == 1 and untroubled(kept[0]))
    return Heard(text, asks, spoken(turned))


def sets_aside(text: str) -> bool:
    """Whether all that it says is denied, put off, or well as it is."""
    parts = [part for part in split(text) if says_something(part)] if len(text) <= LONGEST else []
    kept = (undenied(part, parts[at + 1 :]) for at, part in enumerate(parts))
    return bool(parts) and not any(says_something(part) and not settled(part) for part in kept)


def behind_settled(parts: Sequence[Part]) -> list[Part]:
    """ "tidak pindah instansi, cuma …" is as settled as "SKP sudah disetujui, …"."""
    following = [*parts[1:], []]
    pairs = dropwhile(
        lambda pair: settled(pair[0]) or only(*pair) or settles(pair[1]),
        zip(parts, following, strict=True),
    )
    return [part for part, _ in pairs]


def settles(part: Part) -> bool:
    """ "… tapi sudah beres": it tells of what stands before it, and nothing else."""
    if not part or part[-1].text == QUESTION:
        return False
    told = [word for word in part if not word.beside]
    return (
        any(word.first == DONE for word in told)
        and any("beres" in word.listed for word in told)
        and all(word.first == DONE or "beres" in word.listed for word in told)
    )


def only(part: Part, behind: Part) -> bool:
    """Whether a part denies what the next says to be less: no failing, for that may be asked."""
    at = opening(part)
    if not behind or behind[0].text not in words("hanya") or at + 1 >= len(part):
        return False
    failing = ("beres", "kurang beres", "tanya", "masalah")
    return part[at].meant == (NOT,) and part[at + 1].listed.isdisjoint(failing)


def knows(word: Typed) -> bool:
    return not words("tahu").isdisjoint((word.text, *word.meant))


def unknown(part: Part) -> Part:
    """Without what somebody knows already: "progres harian sudah tahu caranya, wajib tidak"."""
    at = next((at for at, word in enumerate(part) if knows(word)), len(part))
    return [word for word in part[:at] if word.first != DONE] if at < len(part) else part


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
    return word.text in words("pembalik") and before[-1].first != IS_NOT


def turns_to(word: Typed, behind: Part, before: Part) -> bool:
    """ "… yang belum …", "… yang salah …" behind what is well."""
    if word.first != WHICH or not behind or any(word.first == IS_NOT for word in before):
        return False
    amiss = behind[0].first in (NOT_YET, NOT) or "masalah" in behind[0].listed
    return amiss and settled(before)


@lru_cache(maxsize=2_048)
def typed(token: str) -> Typed:
    lowered = token.casefold()
    is_word = lowered[0].isalnum()
    meant = spelled(lowered) if is_word else (lowered,)
    forms = {lowered, stem(meant[-1]), *meant}
    listed = frozenset(each for each in sections(FILE) if not words(each).isdisjoint(forms))
    beside = (
        not is_word
        or lowered in words("pembalik")
        or "pengantar" in listed
        or meant[0] in lexicon().stop
    )
    own = not beside and "ingin" not in listed and meant[0] not in lexicon().weak
    turning = lowered in words("pembalik") or meant[0] == WHICH
    return Typed(token, lowered, meant, meant[0], is_word, listed, beside, own, turning)


@cache
def words(section: str) -> frozenset[str]:
    return frozenset(word for line in sections(FILE)[section] for word in line.split())


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
            told = any("kata orang" in word.listed for word in part[:place])
            asked = any(map(says_something, behind)) or complains(part[:place])
            return part[:place] if asked and not told else part
    return part


def put_off(part: Part) -> bool:
    """ "Cetaknya lupakan dulu", "cetaknya nanti saja", "dibilang lupa absen padahal bukan"."""
    said = [word for word in part if word.is_word]
    if part[-1].text == QUESTION or len(said) < 2:
        return False
    told = [word for word in said if not word.beside]
    put_off = any("abaikan" in word.listed for word in (*told[:1], *told[-1:]))
    return put_off or (said[-2].first, said[-1].first) in PUT_OFF


def only_denies(part: Part) -> bool:
    return part[-1].text != QUESTION and [word.first for word in part if word.is_word] == [IS_NOT]


def complains(part: Part) -> bool:
    """A trouble or a wish is told, so that what "bukan" sets aside behind it is only to compare:
    "tanggal cetaknya yang salah bukan tanggal profil"."""
    return own(part) > ELLIPTIC and any(
        word.first in (NOT, NOT_YET) or not {"masalah", "ingin"}.isdisjoint(word.listed)
        for word in part
    )


def opening(part: Part) -> int:
    """Where a part begins to say something."""
    pairs = (at for at, word in enumerate(part) if not word.beside)
    return next(pairs, len(part))


def denies(part: Part, at: int) -> bool:
    """Whether from there on a part only says what is not meant."""
    if at + 1 >= len(part) or part[-1].text == QUESTION:
        return False
    first, second = part[at], part[at + 1]
    if not second.is_word or second.text in words("juga"):
        return False
    if first.meant == (IS_NOT,):
        return not first.text.endswith("kah")
    if first.text == OTHER:
        return "bukan banjar" not in second.listed
    if "jangan" in first.listed:
        return not {"ingin", "kata orang", "beri"}.isdisjoint(second.listed)
    return first.meant == (NOT,) and "ingin" in second.listed


def settled(part: Part) -> bool:
    """Whether a part only tells what is well: no trouble, no wish, no question."""
    said = [word for word in part if word.is_word]
    if part[-1].text == QUESTION:
        return False
    if untroubled(said):
        return True
    if any(word.first in (NOT, NOT_YET) or "ingin" in word.listed for word in said):
        return False
    if any(map(knows, said)):
        return all(one.first != "baru" for one, two in pairwise(said) if knows(two))
    if any(not OPEN_ENDED.isdisjoint(word.listed) for word in said):
        return False
    if any(word.first == DONE for word in said):
        return True
    well = (("beres" in word.listed, word.beside) for word in reversed(said))
    return next((fine for fine, aside in well if fine or not aside), False)


def untroubled(said: Sequence[Typed]) -> bool:
    """ "tidak lupa sandi", "skp kada hilang", "login bukan masalah"."""
    if any("tanya" in word.listed for word in said):
        return False
    told = [word for word in said if word.first != THERE_IS]
    return any(
        (one.meant == (NOT,) and not {"masalah", "perbuatan"}.isdisjoint(two.listed))
        or (one.meant == (IS_NOT,) and two.first == TROUBLE)
        for one, two in pairwise(told)
    )


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
    return [word for word in denied if word.first != IS_NOT and "masalah" not in word.listed]


def only_tells_what_happened(part: Part) -> bool:
    return all(
        "masalah" in word.listed or (at > 0 and part[at - 1].first in (NOT, NOT_YET))
        for at, word in enumerate(part)
        if word.own
    )


def says_something(part: Part) -> bool:
    return any(word.own for word in part)


def own(part: Part) -> int:
    """Words that tell what a part is about."""
    return sum(word.own for word in part)


def spoken(parts: Sequence[Part]) -> str:
    return " ".join(word.as_typed for part in parts for word in part)
