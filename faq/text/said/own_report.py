"""What words want with one's own report: to have it opened again, or that it goes on."""

from __future__ import annotations

import re
from itertools import pairwise

from faq.text import vocabulary
from faq.text.asking import asks
from faq.text.language import plain
from faq.text.small_talk.meaning import polite
from faq.text.vocabulary import all_words, word_set, words

FEW = 5  # words around a number
REASON = re.compile(rf"[,.;:!?\n]|\b(?:{'|'.join(words('because'))})\b", re.IGNORECASE)


def names_ticket(said: tuple[str, ...]) -> bool:
    return not word_set("ticket").isdisjoint(said)


def opens_again(text: str) -> bool:
    """ "Buka lagi laporan saya dong, masalahnya muncul lagi": what is wished comes first."""
    said = without_reason(text)
    return reopens(said) and not word_set("opens").isdisjoint(said)


def without_reason(text: str) -> tuple[str, ...]:
    return plain(REASON.split(text.strip(), maxsplit=1)[0])


def reopens(said: tuple[str, ...]) -> bool:
    if word_set("reopens").isdisjoint(said):
        return False
    return all_words("polite", "reopens", "adds to", "ticket").issuperset(said)


def keeps(text: str) -> bool:
    """ "Eh jangan dibatalin deh": it is not to be withdrawn after all."""
    said = " ".join(plain(text))
    left, found = vocabulary.core("keeps").taken_out(said)
    around = polite() | all_words("address", "ticket", "beside keeping")
    return found and around.issuperset(left.split()) and not asks(text)


def asks_how_it_stands(text: str, *, on_a_topic: bool = False) -> bool:
    """ "Nomor tiket saya berapa", "udah dibaca belum", "ada perkembangan?". `on_a_topic`: perhaps
    it goes on about what the book has just said."""
    said = plain(text)
    around = all_words(
        *("polite", "greeting", "address", "ticket"),
        *("beside its state", "its number", "its state"),
    )
    if not said or not around.issuperset(said):
        return False
    if _asks_number(said):
        return True
    progress = vocabulary.core("progress").search(text.casefold())
    if set(words("still so long")) <= set(said) or progress:
        return True
    state = word_set("its state").intersection(said)
    return bool(state) and not (on_a_topic and word_set("of any matter").intersection(said))


def asks_when(text: str) -> bool:
    return not word_set("asks when").isdisjoint(plain(text))


def _asks_number(said: tuple[str, ...]) -> bool:
    """A number of one's own: that of a person would be "nomor pak Budi"."""
    if names_ticket(said):
        return bool({*said} & {*words("its number"), *words("which number")})
    behind = [after for word, after in pairwise((*said, "")) if word in words("number")]
    own = {*words("own number")} & {*said} or {*words("of mine")} & {*behind}
    return bool(own) and len(said) <= FEW
