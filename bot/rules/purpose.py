"""What a message is for: it decides what a reply to it, or a correction of it, does."""

from __future__ import annotations

from enum import StrEnum

from bot.rules.ticket import Result


class Purpose(StrEnum):
    CARD = "card"  # the ticket's one card in the helpdesk group: sent once, edited ever after
    CARD_BELOW = "card_below"  # the card sent again, to stand further down from then on
    RELAY = "relay"  # words passed on between reporter and desk
    CLOSING = "closing"  # "write the closing note as a reply to this"
    CLOSING_EXPLAINED = "closing_explained"  # the same, with another result than solved
    CLOSING_FORWARDED = "closing_forwarded"
    CLOSING_IMPOSSIBLE = "closing_impossible"
    SCOPE = "scope"  # "write where the reporter should go"
    DEFER = "defer"  # "write until when"
    MERGE = "merge"  # "write the number of the ticket that it is merged into"
    SPLIT = "split"  # "write the second matter"
    INFO = "info"  # "write what you need to know as a reply to this"
    CONFIRMED = "confirmed"  # "write how the reporter said so as a reply to this"
    LINK = "link"  # "write whose it is on Telegram as a reply to this"
    OFFER = "offer"  # asks somebody whether a ticket is theirs
    FOLLOWED = "followed"  # news of a ticket, to a colleague who follows it or is named in it
    STORY = "story"  # the reporter's own message that became the story
    SAID = "said"  # the reporter's own message that was passed on
    NOTE = "note"  # an album that the desk keeps to itself
    OWN_CARD = "own_card"  # the card of a confidential ticket, alone with who may read it
    OWN_COPY = "own_copy"  # what else of such a ticket is told them
    NOTED = "noted"  # tells an officer, alone with the bot, of what they noted down
    QUOTES = "quotes"  # for officers, and names people or repeats what they wrote


CLOSINGS = {
    Purpose.CLOSING: Result.SOLVED,
    Purpose.CLOSING_EXPLAINED: Result.EXPLAINED,
    Purpose.CLOSING_FORWARDED: Result.FORWARDED,
    Purpose.CLOSING_IMPOSSIBLE: Result.IMPOSSIBLE,
}
PROMPTS = frozenset(
    {*CLOSINGS, Purpose.INFO, Purpose.CONFIRMED, Purpose.SCOPE, Purpose.DEFER}
    | {Purpose.MERGE, Purpose.SPLIT, Purpose.LINK}
)
OF_THE_DESK = frozenset({Purpose.OWN_CARD, Purpose.OWN_COPY}) | PROMPTS
"""In a private chat: the desk's side of a ticket, and not its reporter's."""
TO_BE_UNSAID = OF_THE_DESK | {Purpose.NOTED}
"""Of whoever is erased, in the private chats of others."""
