"""What a message is for: it decides what a reply to it, or a correction of it, does."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    CARD = "card"  # the ticket's one card in the helpdesk group: sent once, edited ever after
    CARD_BELOW = "card_below"  # the card sent again, to stand further down from then on
    RELAY = "relay"  # words passed on between reporter and desk
    CLOSING = "closing"  # "write the closing note as a reply to this"
    INFO = "info"  # "write what you need to know as a reply to this"
    CONFIRMED = "confirmed"  # "write how the reporter said so as a reply to this"
    STORY = "story"  # the reporter's own message that became the story
    SAID = "said"  # the reporter's own message that was passed on
    NOTE = "note"  # an album that the desk keeps to itself
    QUOTES = "quotes"  # for officers, and names people or repeats what they wrote


PROMPTS = frozenset({Purpose.CLOSING, Purpose.INFO, Purpose.CONFIRMED})
