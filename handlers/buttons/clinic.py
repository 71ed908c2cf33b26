"""Coaching Clinic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button

# At the desk


@dataclass(frozen=True)
class ClinicHome(Button):
    tag: ClassVar[str] = "cl"


@dataclass(frozen=True)
class NewSession(Button):
    tag: ClassVar[str] = "cln"


@dataclass(frozen=True)
class ClinicPage(Button):
    tag: ClassVar[str] = "cls"
    session: int


@dataclass(frozen=True)
class EditSession(Button):
    """The buttons of its parts are shown below it."""

    tag: ClassVar[str] = "cle"
    session: int


@dataclass(frozen=True)
class SetPart(Button):
    """What is to be written anew is asked for; `field` is a bot.rules.clinic.Part."""

    tag: ClassVar[str] = "clf"
    session: int
    field: str


@dataclass(frozen=True)
class PickPart(Button):
    """An answer to that; empty: left out. Of the time first the day, then with the hour."""

    tag: ClassVar[str] = "clv"
    session: int
    field: str
    value: str


@dataclass(frozen=True)
class OpenSession(Button):
    tag: ClassVar[str] = "clo"
    session: int


@dataclass(frozen=True)
class CallOff(Button):
    """Asked first."""

    tag: ClassVar[str] = "clx"
    session: int


@dataclass(frozen=True)
class CallOffSure(Button):
    tag: ClassVar[str] = "clxx"
    session: int


@dataclass(frozen=True)
class DropDraft(Button):
    """A draft alone: the page that shows it may be older than the opening."""

    tag: ClassVar[str] = "cld"
    session: int


@dataclass(frozen=True)
class Attendees(Button):
    tag: ClassVar[str] = "cla"
    session: int
    page: int


@dataclass(frozen=True)
class MarkPresent(Button):
    """There, or not after all."""

    tag: ClassVar[str] = "clm"
    seat: int
    page: int


@dataclass(frozen=True)
class ShowCode(Button):
    tag: ClassVar[str] = "clc"
    session: int


@dataclass(frozen=True)
class Invitation(Button):
    tag: ClassVar[str] = "cli"
    session: int


@dataclass(frozen=True)
class SessionReport(Button):
    tag: ClassVar[str] = "clr"
    session: int


@dataclass(frozen=True)
class ClinicRequests(Button):
    tag: ClassVar[str] = "clq"


@dataclass(frozen=True)
class ShowRequest(Button):
    tag: ClassVar[str] = "clqs"
    request: int


@dataclass(frozen=True)
class AcceptRequest(Button):
    """It becomes a draft."""

    tag: ClassVar[str] = "clqy"
    request: int


@dataclass(frozen=True)
class DeclineRequest(Button):
    tag: ClassVar[str] = "clqn"
    request: int


@dataclass(frozen=True)
class ClinicRecap(Button):
    tag: ClassVar[str] = "cly"
    year: int


@dataclass(frozen=True)
class ClinicNeeds(Button):
    """Which offices and topics need a session next."""

    tag: ClassVar[str] = "clnd"


# For those who come


@dataclass(frozen=True)
class Schedule(Button):
    tag: ClassVar[str] = "cj"


@dataclass(frozen=True)
class ShowSession(Button):
    tag: ClassVar[str] = "cjs"
    session: int


@dataclass(frozen=True)
class JoinSession(Button):
    tag: ClassVar[str] = "cjj"
    session: int


@dataclass(frozen=True)
class LeaveSession(Button):
    tag: ClassVar[str] = "cjl"
    session: int


@dataclass(frozen=True)
class ToCalendar(Button):
    tag: ClassVar[str] = "cji"
    session: int


@dataclass(frozen=True)
class IAmHere(Button):
    """The code is asked for."""

    tag: ClassVar[str] = "cjh"
    session: int


@dataclass(frozen=True)
class Rate(Button):
    """An answer to one of the evaluation's questions, or to whether it helped."""

    tag: ClassVar[str] = "cjr"
    session: int
    question: int
    score: int


@dataclass(frozen=True)
class GoOnRating(Button):
    tag: ClassVar[str] = "cjo"
    session: int


@dataclass(frozen=True)
class Materials(Button):
    tag: ClassVar[str] = "cjm"
    session: int


@dataclass(frozen=True)
class AskClinic(Button):
    tag: ClassVar[str] = "cjq"


@dataclass(frozen=True)
class AskTopic(Button):
    """A chapter of the book is to be the topic; `key` ties it to that one dialog."""

    tag: ClassVar[str] = "cjt"
    key: str
    number: int


@dataclass(frozen=True)
class RequestOffices(Button):
    """A page of the list of offices."""

    tag: ClassVar[str] = "cjf"
    key: str
    page: int


@dataclass(frozen=True)
class RequestOffice(Button):
    """For which office; by its place in the list, like PickOffice."""

    tag: ClassVar[str] = "cjw"
    key: str
    place: int
    mark: str


@dataclass(frozen=True)
class SendRequest(Button):
    tag: ClassVar[str] = "cjk"
    key: str


@dataclass(frozen=True)
class DropRequest(Button):
    tag: ClassVar[str] = "cjd"
    key: str
