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
    OWN_CARD = "own_card"  # the card of a confidential ticket, alone with who may read it
    OWN_COPY = "own_copy"  # what else of such a ticket is told them
    QUOTES = "quotes"  # for officers, and names people or repeats what they wrote


PROMPTS = frozenset({Purpose.CLOSING, Purpose.INFO, Purpose.CONFIRMED})
OF_THE_DESK = frozenset({Purpose.OWN_CARD, Purpose.OWN_COPY}) | PROMPTS
"""In a private chat: the desk's side of a ticket, and not its reporter's."""
