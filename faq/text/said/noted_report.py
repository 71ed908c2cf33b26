"""What an officer writes behind `/catat`: who, of which office, by which way, and the story."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from bot.rules.noting import MOST_NAME, MOST_OFFICE, NotedReport
from bot.rules.ticket import Channel, Number
from faq.text import vocabulary
from faq.text.said import ticket_number

FILE = "desk.txt"
MOST_HEAD = 250
MOST_LAPOR = 20  # digits of a number at SP4N-LAPOR!
_one_of = partial(vocabulary.one_of, file=FILE)

# The first that fits.
_CHANNELS = {
    Channel.LAPOR: "channel lapor",
    Channel.WHATSAPP: "channel whatsapp",
    Channel.PHONE: "channel phone",
    Channel.EMAIL: "channel email",
    Channel.LETTER: "channel letter",
    Channel.IN_PERSON: "channel in person",
}
_NO_MORE_LETTERS = r"(?:\b|(?<!\w))"
_SAID = {
    channel: f"{_one_of(section)}{_NO_MORE_LETTERS}" for channel, section in _CHANNELS.items()
}
_BY = rf"(?:{_one_of('by')} )"
_FIRST = {channel: re.compile(rf"{_BY}?{said}", re.IGNORECASE) for channel, said in _SAID.items()}
_LATER = {
    channel: re.compile(rf"[ ,(]{{0,3}}\b{_BY}{said}\)?", re.IGNORECASE)
    for channel, said in _SAID.items()
}
_LAPOR_NUMBER = re.compile(
    rf" ?{_one_of('its number')}? ?[#:]? ?(\d{{4,{MOST_LAPOR}}})\b", re.IGNORECASE | re.ASCII
)
_FROM = re.compile(rf" {_one_of('of an office')} | ?[,–] ?| - | ?\(", re.IGNORECASE)
_END_OF_HEAD = re.compile(r":(?=\s)|:$|\n")


def noted(text: str) -> NotedReport:
    """`telepon Bu Siti dari Dinas Pertanian: lupa kata sandi`, the channel being anywhere before
    the colon, or nowhere."""
    ends = _END_OF_HEAD.search(text[:MOST_HEAD])
    if ends is None:
        return NotedReport(name=text.strip()[:MOST_NAME])
    head, story = text[: ends.start()], text[ends.end() :].strip()
    channel, head, after = _channel(" ".join(head.split()))
    found = NotedReport(story=story, channel=channel)
    if channel is Channel.LAPOR and (number := _LAPOR_NUMBER.match(after)) is not None:
        found = replace(found, lapor_number=number[1])
        head = head.replace(number[0], " ", 1)
    who, *where = _FROM.split(head.strip(" ,-–"), maxsplit=1)
    office = " ".join(where).strip(" ,()-–")[:MOST_OFFICE].strip()
    return replace(found, name=who.strip(" ,()"), office=office or None)


def said_to_be_of(text: str) -> tuple[Number, str] | None:
    """`EK-2026-00042 @siti`: whose a ticket is that was noted down before."""
    ticket, _, whose = text.strip()[:MOST_HEAD].rpartition(" ")
    number = ticket_number.alone(ticket)
    return (number, whose) if number is not None and whose.startswith("@") else None


def _channel(head: str) -> tuple[Channel | None, str, str]:
    """The channel, what is left of the head, and what stood right behind the channel."""
    for channel, words in _FIRST.items():
        if found := words.match(head):
            after = head[found.end() :]
            return channel, after, after
    for channel, words in _LATER.items():
        if found := words.search(head):
            after = head[found.end() :]
            return channel, f"{head[: found.start()]} {after}", after
    return None, head, ""
