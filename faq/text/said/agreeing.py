"""Words below what a colleague wrote: do they agree to it, and are they content at all?"""

from __future__ import annotations

from bot.rules.intent import Intent
from faq.text.language import plain
from faq.text.small_talk.meaning import intent, polite
from faq.text.small_talk.talk import tells_nothing
from faq.text.vocabulary import word_set

SMALL = frozenset({Intent.YES, Intent.NO, Intent.THANKS, Intent.FAREWELL})


def agrees(text: str) -> bool:
    """ "Setuju", "acc bu", "oke siap kirim": nothing else, and no question."""
    said, agreeing = set(plain(text)), word_set("agrees")
    return "?" not in text and bool(said & agreeing) and said <= agreeing | polite()


def is_small(text: str) -> bool:
    """ "Jangan dulu", "makasih bu", "siap": said to somebody, nothing to be kept for many."""
    return text != "" and (tells_nothing(text) or intent(text) in SMALL)
