"""What an officer notes down for somebody who came, called or wrote elsewhere: how `/catat` is
read. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.rules.complaint import MOST_STORY, tells_enough
from bot.rules.letters import letters
from bot.rules.ticket import Channel, Number

MOST_NAME = 64
MOST_OFFICE = 80
MOST_HEAD = 250
MOST_LAPOR = 20  # digits of a number at SP4N-LAPOR!

# As officers type it; the first that fits.
_CHANNELS: tuple[tuple[Channel, str], ...] = (
    (Channel.LAPOR, r"sp4n(?:[ -]?lapor)?!?|lapor!|lapor\b"),
    (Channel.WHATSAPP, r"whats ?app|wa\b|w\.a\."),
    (Channel.PHONE, r"(?:di)?tele?pon\w*|tlpn?\b|telp\b|tlp\b|phone\b"),
    (Channel.EMAIL, r"e-?mail\b|surel\b|imel\b"),
    (Channel.LETTER, r"surat(?: masuk)?\b"),
    (
        Channel.IN_PERSON,
        r"tatap ?muka\b|datang(?: langsung| ke kantor)?\b|langsung\b|loket\b|lisan\b",
    ),
)
_BY = r"(?:(?:lewat|via|melalui|pakai) )"
_FIRST = tuple(
    (channel, re.compile(rf"{_BY}?(?:{words})", re.IGNORECASE)) for channel, words in _CHANNELS
)
_LATER = tuple(
    (channel, re.compile(rf"[ ,(]{{0,3}}\b{_BY}(?:{words})\)?", re.IGNORECASE))
    for channel, words in _CHANNELS
)
_LAPOR_NUMBER = re.compile(
    rf" ?(?:no(?:mor|mer)?\.?|id|#)? ?[#:]? ?(\d{{4,{MOST_LAPOR}}})\b", re.IGNORECASE | re.ASCII
)
_FROM = re.compile(r" (?:dari|dr|asal|pegawai|staf) | ?[,–] ?| - | ?\(", re.IGNORECASE)
_END_OF_HEAD = re.compile(r":(?=\s)|:$|\n")


class LinkStatus(StrEnum):
    """Of a ticket noted down, and the Telegram user it is said to belong to."""

    ASKED = "asked"
    LINKED = "linked"
    REFUSED = "refused"
    ENDED = "ended"  # undone, or asked of somebody else since


class Missing(StrEnum):
    """Why it cannot be filed yet."""

    ALL = "all"
    STORY = "story"  # nothing behind ":", or no ":" at all
    NAME = "name"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class NotedReport:
    name: str = ""
    office: str | None = None
    story: str = ""
    channel: Channel | None = None
    lapor_number: str | None = None

    @property
    def missing(self) -> Missing | None:
        """A channel can still be asked for; nothing else."""
        if not (self.name or self.story):
            return Missing.ALL
        if len(self.story) > MOST_STORY or len(self.name) > MOST_NAME:
            return Missing.TOO_LONG
        if not tells_enough(self.story):
            return Missing.STORY
        return None if letters(self.name) else Missing.NAME


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
    number = Number.alone(ticket)
    return (number, whose) if number is not None and whose.startswith("@") else None


def _channel(head: str) -> tuple[Channel | None, str, str]:
    """The channel, what is left of the head, and what stood right behind the channel."""
    for channel, words in _FIRST:
        if found := words.match(head):
            after = head[found.end() :]
            return channel, after, after
    for channel, words in _LATER:
        if found := words.search(head):
            after = head[found.end() :]
            return channel, f"{head[: found.start()]} {after}", after
    return None, head, ""
