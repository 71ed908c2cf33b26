"""A wish to report with something beside it: what it is about, or that nobody is to hear of it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bot.rules.intent import Intent
from faq.text.asking import asks
from faq.text.said.report_confiding import Wishes, apart
from faq.text.small_talk.meaning import LONGEST_LETTERS, intent
from faq.text.vocabulary import words

LEAST_REPORTED = 2  # words behind the wish


class Reported(NamedTuple):
    wishes: Wishes
    matter: str = ""
    """As it was written; empty where nothing of it is told yet."""


def reported(message: str) -> Reported | None:
    """ "SKP saya hilang" of "mau lapor, SKP saya hilang"; of "lapor tapi rahasia" the wish."""
    if asks(message):
        return None
    if wishes := _wished(message):
        return Reported(wishes)
    for joint in _behind().finditer(message[:LONGEST_LETTERS]):
        matter = message[joint.start() if joint["from"] else joint.end() :].strip(" ,.:;!\n")
        if (wishes := _wished(message[: joint.start()])) is not None:
            return Reported(wishes, matter) if len(matter.split()) >= LEAST_REPORTED else None
    return None


def _wished(message: str) -> Wishes | None:
    """None where no report is wished, or more is said."""
    if intent(message) is Intent.REPORT:
        return frozenset()
    wishes, rest = apart(message)
    return wishes if wishes and intent(rest) is Intent.REPORT else None


@cache
def _behind() -> re.Pattern[str]:
    behind, within = ("|".join(words(f"reported {at}")) for at in ("behind", "from"))
    return re.compile(rf"[,.:;!\n]+|\b(?:{behind})\b|\b(?P<from>{within})\b", re.IGNORECASE)
