"""What people mean who do not press buttons, by what just happened: `faq/lists/small_talk.txt`.

A word stands for what it means here ("tuntung", "beres", "kelar": settled), and a line of the list
says which of these together mean what. What fits no line is compared with examples. A word from
the book makes a message a question to it.
"""

from __future__ import annotations

from functools import lru_cache

from bot.rules.intent import Intent, Mood, Situation
from faq.text.language import plain
from faq.text.small_talk.reading import INSULTING, NOT, reading, respelled
from faq.text.small_talk.sense import sense
from faq.text.small_talk.words import small_words
from faq.text.tokens import LONGEST_USUAL, tokens

EMPTY = frozenset({"ya", "sudah", "tuntas", "salam", "doa", "terima", "syukur"})


@lru_cache(maxsize=512)  # one message is asked about several situations, some of them twice
def small_talk(message: str, situation: Situation) -> Intent | None:
    """What is meant, or None where it may be a question or part of a story."""
    read = reading(message)
    return sense(read, situation) if read else None


def only_small(message: str) -> bool:
    """Nothing but particles, manners and yes or no: it tells nothing by itself."""
    read = reading(message)
    return read is not None and all(word.silent for word in read.words)


def mood(message: str) -> Mood | None:
    """Whether somebody is angry or worried, whatever else is said."""
    moods = small_words().moods
    felt = {moods[sign] for sign in moods.keys() & {*message}}
    for token in tokens(message):
        felt |= _felt(token) if len(token) <= LONGEST_USUAL else felt_by(token)
    return Mood.ANGRY if Mood.ANGRY in felt else next(iter(felt), None)


def civil(message: str) -> str:
    """Without its insults: nobody need read them who looks for what was asked."""
    if not insulting(message):
        return message
    words = message.split()
    kept = [word for word in words if not insulting(word)]
    return " ".join(kept) if len(kept) < len(words) else message


def insulting(message: str) -> bool:
    return any(
        _insults(token) if len(token) <= LONGEST_USUAL else insults(token)
        for token in tokens(message)
    )


def insults(token: str) -> bool:
    return INSULTING in small_words().meanings.get(respelled(token), ())


def felt_by(token: str) -> frozenset[Mood]:
    """What whoever types it feels."""
    if insults(token):
        return frozenset({Mood.ANGRY})
    moods = small_words().moods
    return frozenset(moods[form] for form in (token, respelled(token)) if form in moods)


_insults, _felt = lru_cache(maxsize=4_096)(insults), lru_cache(maxsize=4_096)(felt_by)


def tells_nothing(message: str) -> bool:
    """ "Sudah", "oke beres pak": short, and does not say what was done."""
    read, when = reading(message), small_words().when
    return read is not None and all(
        (word.silent or word.means & EMPTY or word.word in NOT) and word.word not in when
        for word in read.words
    )


def personal(message: str) -> bool:
    """Whether it tells of whoever writes, or of what is still so."""
    return not small_words().personal.isdisjoint(plain(message))


def of_the_book(message: str) -> bool:
    """Whether any word is one that the book is about."""
    read = reading(message)
    return read is not None and any(word.topic for word in read.words)
