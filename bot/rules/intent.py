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
    # in answer to a question of ours
    CANCEL = "cancel"
    SEND = "send"
    GO_ON = "go_on"
    WAIT = "wait"


@dataclass(frozen=True)
class Said:
    """A message as an answer: all that it may mean, whatever was asked."""

    intents: frozenset[Intent] = frozenset()
    kinds: tuple[Kind, ...] = ()
    """The kinds of report it names, where it says nothing else."""
    name: str = ""
    """Its words without forms of address, by which something may be called."""


NOTHING = Said()
