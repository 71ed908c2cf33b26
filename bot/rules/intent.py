"""What small words mean, as values. Which words mean it is not known here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.ticket import Kind


class Intent(StrEnum):
    # by themselves
    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    YES = "yes"
    NO = "no"
    FOLLOW_UP = "follow_up"
    PERSON = "person"
    REPORT = "report"
    TICKETS = "tickets"
    # by what has just happened
    CANCEL = "cancel"  # no more of what is being written
    WITHDRAW = "withdraw"  # no more of a report, or of one that is under way
    WAITING = "waiting"  # for news of a report
    SETTLED = "settled"  # whoever asked needs no more
    LATER = "later"  # whoever asked goes on another time
    SEND = "send"  # though nothing is being written
    AGAIN = "again"  # what was settled is there still, or again
    DONT_KNOW = "dont_know"
    BOTH = "both"  # of the choices, or all
    NOT_THAT = "not_that"  # none of the choices; or the answer was to something else
    INSULT = "insult"
    PRAISE = "praise"
    HELP = "help"  # what can be said and asked here
    WHO = "who"  # is speaking: a person?
    HOURS = "hours"
    ADDRESS = "address"


class Situation(StrEnum):
    """What has just happened, and so what short words are about."""

    CHECK = "check"  # "Kirim?"
    ATTACH = "attach"  # "Ada foto atau dokumen?"
    STORY = "story"  # the story, or what comes before it, is being asked for
    CHOICES = "choices"  # "Maksud Anda…?"
    RESOLVED = "resolved"  # "Apakah sudah selesai?"
    ANSWERED = "answered"  # the book has just spoken
    OPEN = "open"  # a report is in the desk's hands
    ENDED = "ended"  # one was settled lately
    NONE = "none"


class Mood(StrEnum):
    """How somebody feels, whatever else they say."""

    ANGRY = "angry"
    WORRIED = "worried"


@dataclass(frozen=True)
class ReplyMeaning:
    """A message as an answer to what was asked."""

    intent: Intent | None = None
    small: bool = False
    """Nothing but small words, whatever they mean: they tell nothing that could be kept."""
    kinds: tuple[Kind, ...] = ()
    """The kinds of report it names, where it says nothing else."""
    name: str = ""
    """Its words without forms of address, by which something may be called."""


NOTHING = ReplyMeaning()
