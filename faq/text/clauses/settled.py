"""Which parts of a message only tell what is well, known, granted, or somebody else's matter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from faq.text.clauses.words import (
    DONE,
    ELLIPTIC,
    IS_NOT,
    NOT,
    NOT_YET,
    QUESTION,
    TROUBLE,
    WHICH,
    Part,
    Typed,
    amiss,
    knows,
    own,
    says_something,
    words,
)

THERE_IS, SINCE, ITS = "ada", "sejak", "nya"
TOLD = frozenset({"asking", "trouble", "half a trouble", "still", "wishing"})
OPEN_ENDED = frozenset({"asking", "trouble", "half a trouble", "still", "told by others"})


def settled(part: Part) -> bool:
    """Whether a part only tells what is well: no trouble, no wish, no question."""
    said = [word for word in part if word.is_word]
    if part[-1].text == QUESTION:
        return False
    if untroubled(said):
        return True
    if any(word.first in (NOT, NOT_YET) or "wishing" in word.listed for word in said):
        return False
    if any(map(knows, said)):
        return all(one.first != "baru" for one, two in pairwise(said) if knows(two))
    told = list(takewhile(lambda word: word.first != SINCE, said))
    last = next(
        (word for word in reversed(told) if "settled" in word.listed or not word.beside), None
    )
    if any(not OPEN_ENDED.isdisjoint(word.listed) for word in said if word is not last):
        return False
    fine = last is not None and "settled" in last.listed
    if last is not None and not fine and not OPEN_ENDED.isdisjoint(last.listed):
        return False
    return fine or any(word.first == DONE for word in said)


def untroubled(said: Sequence[Typed]) -> bool:
    """ "tidak lupa sandi", "skp kada hilang", "login bukan masalah"."""
    if any("asking" in word.listed for word in said):
        return False
    told = [word for word in said if word.first != THERE_IS]
    return any(
        (one.meant == (NOT,) and not {"trouble", "deeds"}.isdisjoint(two.listed))
        or (one.meant == (IS_NOT,) and two.first == TROUBLE)
        for one, two in pairwise(told)
    )


def behind_settled(parts: Sequence[Part]) -> list[Part]:
    """ "tidak pindah instansi, cuma …" is as settled as "SKP sudah disetujui, …"."""
    following = [*parts[1:], []]
    pairs = dropwhile(
        lambda pair: settled(pair[0]) or any(aside(*pair) for aside in ASIDE),
        zip(parts, following, strict=True),
    )
    return [part for part, _ in pairs]


def is_settled_by(_: Part, part: Part) -> bool:
    """ "… tapi sudah beres": it tells of what stands before it, and nothing else."""
    if not part or part[-1].text == QUESTION:
        return False
    told = [word for word in part if not word.beside]
    return (
        any(word.first == DONE for word in told)
        and any("settled" in word.listed for word in told)
        and all(word.first == DONE or "settled" in word.listed for word in told)
    )


def only(part: Part, behind: Part) -> bool:
    """Whether a part denies what the next says to be less: no failing, for that may be asked."""
    at = opening(part)
    if not behind or behind[0].text not in words("only") or at + 1 >= len(part):
        return False
    failing = ("settled", "half a trouble", "asking", "trouble")
    return part[at].meant == (NOT,) and part[at + 1].listed.isdisjoint(failing)


def opening(part: Part) -> int:
    """Where a part begins to say something."""
    pairs = (at for at, word in enumerate(part) if not word.beside)
    return next(pairs, len(part))


def gives_way(part: Part, behind: Part) -> bool:
    """ "SKP disetujui sejak Februari, nilainya yang belum keluar": a cleft is said against what
    stands before it, if no trouble does."""
    cleft = list(takewhile(lambda word: word.first != WHICH, behind))
    told = behind[len(cleft) + 1 :]
    if not (cleft and told and amiss(told[0])) or any("asking" in word.listed for word in cleft):
        return False
    return untold(part)


def is_anothers(part: Part, behind: Part) -> bool:
    """ "Teman saya ditolak, punya saya tidak muncul"."""
    first = next((word for word in part if word.own), None)
    mine = any("oneself" in word.listed for word in behind)
    return (
        bool(first and "others" in first.listed and part[-1].text != QUESTION and mine)
        and own(behind) > ELLIPTIC
    )


def is_granted(part: Part, behind: Part) -> bool:
    """ "Staf memang wajib, nah kami guru?" """
    granted = any("granting" in word.listed for word in part)
    return granted and bool(behind) and behind[0].turning and untold(part)


ASIDE = (only, is_settled_by, gives_way, is_anothers, is_granted)
"""What sets a part aside by what stands behind it."""


def untold(part: Part) -> bool:
    """It tells no trouble, no wish and no question."""
    return part[-1].text != QUESTION and all(
        word.first not in (NOT, NOT_YET) and TOLD.isdisjoint(word.listed) for word in part
    )


def is_elliptic(turned: Sequence[Part]) -> bool:
    told = (word for part in turned for word in part if word.own and not knows(word))
    return bool(turned) and sum(word.first not in (NOT, NOT_YET) for word in told) <= ELLIPTIC


def unknown(part: Part) -> Part:
    """What it is about of which something is known: "progres harian sudah tahu caranya, wajib
    tidak", "tahu coaching clinic tu apa, ikutnya lewat mana"."""
    at = next((at for at, word in enumerate(part) if knows(word)), None)
    if at is None:
        return []
    told = part[:at] if says_something(part[:at]) else part[at + 1 :]
    topic = (word for word in told if word.own and word.first != DONE)
    return [w for w in topic if "asking" not in w.listed and not w.text.endswith(ITS)]


def wanted(part: Part) -> Part:
    """ "Daftarnya yang belum tahu": daftarnya."""
    return [
        word
        for word, behind in zip(part, [*part[1:], None], strict=True)
        if not (knows(word) or (behind and knows(behind) and word.first in (NOT, NOT_YET)))
    ]
