"""What small words mean: by themselves, as an answer to a question of ours, as a choice.

Only whole messages count. "Halo, lupa sandi" is a question, "halo min" is a greeting.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from bot.rules.intent import NOTHING, Intent, ReplyMeaning, Situation
from bot.rules.ticket import Kind
from faq.text import vocabulary
from faq.text.language import normalise, plain, telling
from faq.text.small_talk.talk import only_small, small_talk
from faq.text.tokens import tokens
from faq.text.vocabulary import all_words, word_set, words

LONGEST = 12  # words
LONGEST_LETTERS = 200
LONGEST_CHOICE = 60  # letters; whoever writes more says more
LONGEST_VERDICT = 8  # words; whoever writes more has something to tell
MOST_NAMED = 2  # words that name what is not there
TELL_OF_IT = ("there", "there now", "denied", "not yet", "gone", "wrong", "still")

# What comes first goes before what it contains: "mau lapor tiket" is a report.
CORES = (
    Intent.REPORT,
    Intent.TICKETS,
    Intent.PERSON,
    Intent.THANKS,
    Intent.FAREWELL,
    Intent.FOLLOW_UP,
    Intent.NO,
    Intent.YES,
)
TYPED_WORD = re.compile(r"[^\W\d_]+")


def intent(message: str) -> Intent | None:
    """What the whole message means by itself, or None when it may be a question."""
    return _intent(message) if len(message) <= LONGEST_LETTERS else None


@lru_cache(maxsize=512)
def _intent(message: str) -> Intent | None:
    said = plain(message)
    if not said or len(said) > LONGEST:
        return None
    text = " ".join(said)
    for each in CORES:
        rest = vocabulary.around_core(each, text)
        if rest is not None and only_polite(rest, each):
            return each
    agreeing = word_set("yes among others")
    if not agreeing.isdisjoint(said) and set(said) - polite() <= agreeing:
        return Intent.YES
    greets = not word_set("greeting").isdisjoint(said)
    return Intent.GREETING if greets and polite().issuperset(said) else None


def of_the_last(message: str) -> bool:
    """ "Lapor itu saja", "tolong diteruskan ke petugas": a report of what was just asked."""
    return not word_set("report of the last").isdisjoint(plain(message))


def only_polite(text: str, of: StrEnum) -> bool:
    """Nothing besides the core but what manners and breathing need."""
    return set(text.split()) <= polite() | vocabulary.beside(of)


@cache
def polite() -> frozenset[str]:
    return all_words("polite", "greeting")


def bare(message: str) -> bool:
    """Whether no word tells what the message is about: "tolong", "kenapa ya", "tidak bisa"."""
    typed = tokens(message)  # "zzz" is read as "z", and may be a name all the same
    return all(
        word.weak or (word.text in typed and not telling(word)) for word in normalise(message)
    )


def as_answer(message: str | None, situation: Situation) -> ReplyMeaning:
    """The message read as an answer to what was asked."""
    text = (message or "").casefold()
    if len(text) > LONGEST_LETTERS:
        return NOTHING
    typed = _letters(text)
    return ReplyMeaning(
        small_talk(text, situation),
        only_small(text),
        _kinds(typed),
        " ".join(word for word in text.split() if word not in _accompanying()),
    )


def _letters(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


@cache
def _accompanying() -> frozenset[str]:
    return frozenset((*words("address"), *words("beside an answer")))


def _kinds(typed: list[str]) -> tuple[Kind, ...]:
    """What people type instead of pressing the button."""
    around = _accompanying() | set(words("beside a kind"))
    told = [word for word in typed if word not in around]
    named = [kind for word in told for kind in Kind if word in words(kind)]
    return tuple(dict.fromkeys(named)) if len(named) == len(told) else ()


def solved(text: str) -> bool | None:
    """A plain yes or no to "is it solved?", where the buttons were overlooked; None for anything
    that says more or less than that."""
    typed = TYPED_WORD.findall(text.casefold())
    if "?" in text or len(typed) > LONGEST_VERDICT:
        return None
    yes, no, thanks = set(words("solved")), set(words("unsolved")), set(words("thanks as typed"))
    unless_thanked = set(words("solved unless thanked"))
    said = set(typed) - thanks - {*words("address"), *words("beside solved")}
    if not said or not said <= yes | no | unless_thanked:
        return _seen(set(typed), said - yes - no - unless_thanked)
    if said <= unless_thanked and thanks & set(typed):
        return None
    return not said & no


def bare_verdict(text: str) -> bool:
    """Nothing beside yes or no: "belum", "masih belum bisa min"."""
    said = {*TYPED_WORD.findall(text.casefold())} - {*words("address"), *words("beside solved")}
    return said <= {*words("solved"), *words("unsolved"), *words("thanks as typed")}


def _seen(typed: set[str], others: set[str]) -> bool | None:
    """Whether what was reported is there: "sudah muncul", "masih belum ada", "fotonya hilang
    lagi". Of what else is named an absence may tell, and a presence not."""
    now, still, not_yet = (_has(typed, each) for each in ("there now", "still", "not yet"))
    unknown = others.difference(*(words(each) for each in TELL_OF_IT))
    found = _is_there(typed) if _has(typed, "there") else _is_gone(typed)
    if not unknown or found is None:
        return found
    named = len(unknown) <= MOST_NAMED and not _has(unknown, "not seen yet")
    return False if named and not found and not now and (still or not_yet) else None


def _is_there(typed: set[str]) -> bool | None:
    now, not_yet, denied = (_has(typed, each) for each in ("there now", "not yet", "denied"))
    if now:
        turned = not_yet or denied or any(_has(typed, each) for each in ("gone", "wrong", "still"))
        return None if turned else True
    return False if not_yet or (denied and not _has(typed, "again")) else None


def _is_gone(typed: set[str]) -> bool | None:
    trouble = _has(typed, "gone") or (_has(typed, "wrong") and _has(typed, "still"))
    turned = any(_has(typed, each) for each in ("there now", "not yet", "denied"))
    return False if trouble and not turned else None


def _has(typed: set[str], section: str) -> bool:
    return not typed.isdisjoint(words(section))


def denies(text: str) -> bool:
    """Whether any word says that something is not as it should be."""
    return not word_set("unsolved").isdisjoint(text.casefold().split())


def place(message: str) -> int | None:
    """Which of the choices offered is meant ("1", "nomor dua", "yang terakhir pak"), counted
    from 0; -1 is the last. None where none is named."""
    if len(message) > LONGEST_CHOICE:
        return None
    said = set(plain(message)) - _manners() - word_set("beside a place")
    return places().get(said.pop()) if len(said) == 1 else None


def places_named(message: str) -> tuple[int, ...]:
    """Several of the choices ("1 dan 3"), and nothing else; () where it is not that."""
    if len(message) > LONGEST_CHOICE:
        return ()
    beside = _manners() | all_words("beside a place", "between places")
    said = [word for word in plain(message) if word not in beside]
    named = tuple(dict.fromkeys(places()[word] for word in said if word in places()))
    return named if all(word in places() for word in said) else ()


@cache
def _manners() -> frozenset[str]:
    """Without those words that name a place as well."""
    return polite() - places().keys()


@cache
def places() -> dict[str, int]:
    named = {"first": 0, "second": 1, "third": 2, "last": -1}
    spelled = {word: at for section, at in named.items() for word in words(section)}
    return {str(number): number - 1 for number in range(1, 10)} | spelled


def matter_named(message: str) -> int | None:
    """Which matter of an earlier message is asked for again: "yang kedua belum dijawab"."""
    if len(message) > LONGEST_CHOICE:
        return None
    typed, of_matters = plain(message), word_set("beside a matter")
    if of_matters.isdisjoint(typed):
        return None
    beside = _manners() | word_set("beside a place") | of_matters
    said = [word for word in typed if word not in beside]
    return places().get(said[0]) if len(said) == 1 else None


def goes_back(message: str) -> bool:
    """ "Kembali", "bulik pak": to the question before."""
    said = plain(message)
    if word_set("back").isdisjoint(said):
        return False
    return all_words("back", "address", "beside back").issuperset(said)


def none_of_them(message: str) -> bool:
    if len(message) > LONGEST_CHOICE:
        return False
    said = plain(message)
    if word_set("none").isdisjoint(said):
        return False
    return all_words("none", "beside none", "address").issuperset(said)
