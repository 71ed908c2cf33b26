"""What a message is: a question, an answer, a thank-you, or talk."""

from __future__ import annotations

import re

from bot.rules.privacy.numbers import is_masked
from faq.chat_export.own_words import one_of, within, words
from faq.text.asking import asks
from faq.text.tokens import tokens

LONGEST_QUESTION = 400
"""Letters of what is looked up; whoever writes more is cut to the sentences that ask."""
LONGEST = 1_200
"""Letters; a longer message announces something."""
MOST_THANKS = 10
"""Words; whoever writes more says more than thanks."""
FEWEST = 2
"""Words of a question without a sign that it is one, and of an answer."""

# Copied from a chat, with the head that copying leaves, or quoted by hand.
QUOTED = re.compile(r"^(?:>|\[\d{1,2}[/.:][^\]\n]{1,30}\] ?[^:\n]{1,80}: )")
_NAMED = rf"(?:{one_of('to whom')} )?@?\[nama\]"
TO_WHOM = re.compile(rf"^\W*{_NAMED}[ ,.:!]*", re.IGNORECASE)
BEHIND = re.compile(rf"(?<![ ,])[ ,]++{_NAMED}\W*+$", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_CALLED = one_of("called")
GREETING = re.compile(
    rf"^\W*(?:(?:{one_of('peace')}(?:[ ']*alaikum)?)(?:[ .,]*{one_of('and blessings')}\b)*"
    rf"|{one_of('time of day')}"
    rf"|{one_of('leave')} {one_of('to ask')}(?: {one_of('behind asking')})?"
    rf"|{one_of('hello')}\b"
    rf"|{_CALLED}\b(?! {one_of('office behind')}))"
    rf"(?:[ /]{_CALLED}\b)*[ ,./!:]*",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    if len(text) > LONGEST or within("announcement").search(text):
        return False
    if "?" in text:
        return True
    if not (asks(text) or within("trouble").search(text)) or advises(text):
        return False
    return len(tokens(text)) >= FEWEST


def advises(text: str) -> bool:
    first = GREETING.sub("", text[:200]).lower().split(None, 1)[:1]
    return bool(first) and first[0].strip(",.:") in words("advice")


def is_thanks(text: str) -> bool:
    return len(text) <= 200 and len(text.split()) <= MOST_THANKS and _thanks(text)


def _thanks(text: str) -> bool:
    return "?" not in text and within("thanks").search(text) is not None


def is_answer(text: str) -> bool:
    """Says something: neither a mere "siap" nor "saya juga"."""
    if within("me too").search(text[:40]):
        return False
    said = text[:200]
    return len(said.split()) > FEWEST or any(map(str.isdigit, said))


def as_answered(text: str) -> str:
    """Without greeting, quotes, and whom it is said to."""
    kept: list[str] = []
    for line in text.split("\n"):
        shorter = TO_WHOM.sub("", GREETING.sub("", QUOTED.sub("", line))).strip()
        if is_answer(shorter) or kept:
            kept.append(shorter)
    return "\n".join(line for line in kept if line)


def as_asked(text: str) -> str:
    """In one line, without greeting and quotes; of much, the sentences that ask."""
    lines = [line for line in text.split("\n") if not QUOTED.match(line)] or [
        QUOTED.sub("", line) for line in text.split("\n")
    ]
    told = [line for line in lines if is_question(line) or not is_masked(line)] or lines
    kept = " ".join(" ".join(told).split())
    while (shorter := BEHIND.sub("", GREETING.sub("", kept))) != kept and shorter:
        kept = shorter
    if len(kept) <= LONGEST_QUESTION:
        return kept
    asking = [each for each in SENTENCE.split(kept) if is_question(each)]
    return " ".join(asking)[:LONGEST_QUESTION].strip() or kept[:LONGEST_QUESTION]
