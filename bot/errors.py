"""What we say no to. Each carries its facts; the sentences are in `bot/words/refusals.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class Refusal(Exception):
    """Theirs, not ours: the turn is rolled back and the reason is explained kindly."""


class NotOfficer(Refusal):
    """A desk deed by someone who is not an appointed officer."""


class NotSupervisor(Refusal):
    """What those who lead the desk do, by an officer."""


class NotAdmin(Refusal):
    """What an admin alone does, by somebody else of the desk."""


class OnlySees(Refusal):
    """A deed by the head, who reads and does nothing."""


class Anonymous(Refusal):
    """An anonymous admin or a channel: there is no person behind it to answer for the deed."""


class UnknownTicket(Refusal):
    """No such ticket, or not theirs: the two sound the same on purpose."""


class UnknownTicketAtDesk(Refusal):
    """An officer asked for a number that was never given out."""


class OnlyAnswersLater(Refusal):
    """A closing note, or a question, that was to go out in the morning."""


@dataclass
class Confidential(Refusal):
    """What a ticket says is not for the group: it is worked on alone with the bot, by who may."""

    number: str
    may_read: bool


@dataclass
class DeedNotPossible(Refusal):
    """The ticket is in a state from which this deed does not lead anywhere."""

    number: str
    status: str
    deed: str


@dataclass
class TooLateToReopen(Refusal):
    """It ended so long ago that it is a new matter."""

    number: str
    days: int


@dataclass
class ReporterErased(Refusal):
    """Nobody is there any more whom the deed would reach."""

    number: str
    anonymous: bool


@dataclass
class ReporterHasNoChat(Refusal):
    """Of a report that an officer noted down: its reporter cannot be asked by the bot."""

    number: str


@dataclass
class AlreadyTaken(Refusal):
    number: str
    by: str
    yours: bool


@dataclass
class StoryTooShort(Refusal):
    """Too few letters to tell an officer what is wrong."""

    kind: str | None  # of the report, once it is chosen


@dataclass
class StoryTooLong(Refusal):
    most: int
    length: int


@dataclass
class WordsWanted(Refusal):
    """A sticker, voice or the like where words are asked."""

    got: str


class ChoiceWanted(Refusal):
    """A button (or its word) is asked; something else came."""


@dataclass
class TooManyFiles(Refusal):
    most: int


@dataclass
class TooFast(Refusal):
    """More in a minute than fingers can; in private it waits, in a group it is passed over."""

    most: int
    waits: bool


@dataclass
class TooManyFilesToday(Refusal):
    number: str
    most: int


class StaleButton(Refusal):
    """A press on a button whose time has passed."""


class ClosingNoteMissing(Refusal):
    """Closing without a sentence that tells the reporter what was done."""


class DateUnclear(Refusal):
    """No date to come was found in an officer's words, or one too far off."""


class ScopeNoteMissing(Refusal):
    """Out of scope without a sentence that tells the reporter where to go."""


class SplitStoryMissing(Refusal):
    """A second matter without words."""


@dataclass
class NotThatTicket(Refusal):
    """Named as another ticket's master, and it can be none."""

    number: str


class WhoseUnclear(Refusal):
    """Neither an @username nor the number of another ticket of theirs."""


@dataclass
class NeverMet(Refusal):
    """Whom an officer named, and the bot has never talked with."""

    called: str
    username: str


@dataclass
class ReporterHidden(Refusal):
    """The number of an anonymous ticket: by it nobody is to be found."""

    number: str


@dataclass
class NotNotedDown(Refusal):
    """A ticket whose reporter the bot talks with already."""

    number: str


class OwnLink(Refusal):
    """An officer would link a ticket to their own account."""


class NobodyElse(Refusal):
    """There is no colleague to whom a ticket could be handed over."""


class NoLongerOfficer(Refusal):
    """A ticket was to go to somebody who may not act at the desk."""


class NotYours(Refusal):
    """A button that is for whoever was asked."""


class AnswerNeedsText(Refusal):
    """An officer answered with something that cannot be passed on."""


@dataclass
class UnknownCommand(Refusal):
    """At the desk, where what is no command would be the reporter's."""

    name: str
    nearest: str | None


class SecretAsked(Refusal):
    """An officer asks a reporter for a password, a PIN or a code."""


class WindowUnknown(Refusal):
    """What was written behind /laporan names no days that we know of."""


class NoSuchDate(Refusal):
    """31 February, a fifth quarter, a year out of all reason."""


@dataclass
class WindowReversed(Refusal):
    """It would end before it begins."""

    first: date
    last: date


@dataclass
class WindowInFuture(Refusal):
    """Nothing of it has come yet."""

    first: date
