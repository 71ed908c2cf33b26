"""What a message is for: it decides what a reply to it, or a correction of it, does, and who is to
be told where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.ticket import Result


class Purpose(StrEnum):
    # Of a ticket.
    CARD = "card"  # the ticket's one card in the helpdesk group: sent once, edited ever after
    CARD_BELOW = "card_below"  # the card sent again, to stand further down from then on
    RELAY = "relay"  # words passed on between reporter and desk
    ANSWER = "answer"  # the same, as an officer wrote them and may put them right
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
    # Of something else: which, tells its Subject.
    BOARD = "board"
    ALONE = "alone"  # for one officer; the desk gets it where they can't be reached
    PROGRESS = "progress"  # how far a job is
    ERASURE = "erasure"  # its card, as of the next two
    INCIDENT = "incident"
    NEWS = "news"  # a reply is what the announcement is to say, or agrees to it
    NEWS_WORDS = "news_words"  # "write what a new one is to say as a reply to this"
    INCIDENT_CLOSING = "incident_closing"  # "write how it ended", as of all that follow
    LESSON = "lesson"  # the answer to a group of questions
    SESSION = "session"  # tells of a session of Coaching Clinic: a reply adds to it
    SESSION_PART = "session_part"  # one of its parts
    SESSION_REASON = "session_reason"  # why it is called off
    REQUEST = "request"  # tells of a request for one
    REQUEST_ANSWER = "request_answer"  # what its writer is told
    SURVEY_POPULATION = "survey_population"
    SURVEY_DAYS = "survey_days"
    SURVEY_FOLLOW_UP = "survey_follow_up"  # what was done about one of its elements


@dataclass(frozen=True)
class Subject:
    """What a message stands for that belongs to no ticket."""

    purpose: Purpose
    id: int | None = None
    """Which; None of what there is one of, or none yet."""
    part: str | None = None
    """Of it, where it has several: as rules and data call it, not as it is shown."""


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
KEPT_AS = {Purpose.CARD_BELOW: Purpose.CARD, Purpose.ANSWER: Purpose.RELAY}
"""What else than it was a message is once it stands there."""
ANSWERED = frozenset(
    {Purpose.NEWS, Purpose.NEWS_WORDS, Purpose.INCIDENT_CLOSING, Purpose.LESSON}
) | {
    *(Purpose.SESSION, Purpose.SESSION_PART, Purpose.SESSION_REASON),
    *(Purpose.REQUEST, Purpose.REQUEST_ANSWER),
    *(Purpose.SURVEY_POPULATION, Purpose.SURVEY_DAYS, Purpose.SURVEY_FOLLOW_UP),
}
"""Of no ticket, and heard by the replies to it."""
OF_NO_TICKET = ANSWERED | {
    *(Purpose.BOARD, Purpose.ALONE, Purpose.PROGRESS, Purpose.ERASURE, Purpose.INCIDENT),
}
