"""All that is kept of a person, as plain text: every phone opens it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Deed, Kind, Status
from bot.words import dates, labels
from bot.words import own_data as words
from bot.words.ticket import DEED_TO_REPORTER, STATUS_TO_REPORTER

FILE_NAME = "data-saya.txt"


@dataclass(frozen=True)
class ReportEvent:
    at: datetime
    deed: Deed
    text: str | None


@dataclass(frozen=True)
class OwnReport:
    number: str
    kind: Kind
    category: str
    status: Status
    received: datetime
    story: str
    files: tuple[tuple[str, datetime], ...]
    history: tuple[ReportEvent, ...]
    rating: int | None = None
    rating_words: str | None = None


@dataclass(frozen=True)
class OwnQuestion:
    at: datetime
    text: str
    in_book: bool


@dataclass(frozen=True)
class OwnClinic:
    """A session of Coaching Clinic, or a request for one, in so many words."""

    what: str
    at: datetime
    how: str


@dataclass(frozen=True)
class MyData:
    person_id: int
    name: str
    username: str | None
    office: str | None
    first_seen: datetime
    listed: tuple[str, ...]  # by the list of personnel
    erasure_due: datetime | None
    unfinished: str | None
    reports: tuple[OwnReport, ...]
    asked: tuple[OwnQuestion, ...]
    sessions: tuple[OwnClinic, ...]
    requests: tuple[OwnClinic, ...]
    surveys: tuple[str, ...]
    hit_by: tuple[tuple[str, datetime], ...]
    """What hit many, and when they said that it hit them."""
    news: str
    """How many announcements they were sent, and whether they want more."""
    periods: tuple[str, ...]
    made_at: datetime
    zone: str


@dataclass(frozen=True)
class TextFile:
    text: str


def written(data: MyData) -> str:
    zone = ZoneInfo(data.zone)
    parts = [
        [words.TITLE, f"{words.MADE}: {dates.stamp(data.made_at, zone)}"],
        [words.PROFILE, *_profile(data, zone)],
        [words.LISTED, *data.listed] if data.listed else [],
        [f"{words.TICKETS} ({len(data.reports)})"],
        *(list(_report(each, zone)) for each in data.reports),
        [f"{words.QUESTIONS} ({len(data.asked)})", *(_asked(each, zone) for each in data.asked)],
        _clinic(words.CLINIC, data.sessions, zone),
        _clinic(words.CLINIC_REQUESTS, data.requests, zone),
        [f"{words.SURVEYS} ({len(data.surveys)})", *data.surveys, words.UNTRACEABLE]
        if data.surveys
        else [],
        [words.HIT_BY, *(f"{dates.short(at, zone)} {title}" for title, at in data.hit_by)]
        if data.hit_by
        else [],
        [words.NEWS, data.news] if data.news else [],
        [words.UNFINISHED, data.unfinished] if data.unfinished else [],
        [words.READERS, *(f"- {each}" for each in words.readers())],
        [words.KEPT, *(f"- {each}" for each in data.periods)],
        [words.NOT_HERE],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def text_file(file: TextFile) -> bytes:
    """With the mark by which old phones know its letters."""
    return (file.text or "-\n").encode("utf-8-sig")


def _profile(data: MyData, zone: ZoneInfo) -> Iterable[str]:
    yield f"{words.NAME}: {data.name}"
    if data.username:
        yield f"{words.USERNAME}: @{data.username}"
    yield f"{words.ID}: {data.person_id}"
    yield f"{words.OFFICE}: {data.office or words.NOT_TOLD}"
    yield f"{words.FIRST_SEEN}: {dates.short(data.first_seen, zone)}"
    if data.erasure_due is not None:
        yield f"{words.ERASURE}: ≤ {dates.short(data.erasure_due, zone)}"


def _report(report: OwnReport, zone: ZoneInfo) -> Iterable[str]:
    yield f"{report.number} – {labels.KINDS[report.kind]}"
    yield f"{words.ABOUT}: {report.category}"
    yield f"{words.STATUS}: {STATUS_TO_REPORTER[report.status]}"
    yield f"{words.RECEIVED}: {dates.short(report.received, zone)}"
    yield f"{words.STORY}: {report.story or words.EXPIRED}"
    for kind, at in report.files:
        name = words.FILE_KINDS.get(kind, kind)
        yield f"{words.FILES}: {name}, {dates.short(at, zone)}"
    for event in report.history:
        said = f": {event.text}" if event.text else ""
        yield f"  {dates.short(event.at, zone)} {DEED_TO_REPORTER[event.deed]}{said}"
    if report.rating is not None:
        said = f": {report.rating_words}" if report.rating_words else ""
        yield f"{words.RATING}: {labels.SATISFACTION[report.rating]}{said}"


def _clinic(title: str, some: tuple[OwnClinic, ...], zone: ZoneInfo) -> list[str]:
    """Nothing where there is none."""
    told = [f"{dates.short(each.at, zone)} {each.what}: {each.how}" for each in some]
    return [f"{title} ({len(some)})", *told] if some else []


def _asked(asked: OwnQuestion, zone: ZoneInfo) -> str:
    known = f" ({words.IN_BOOK})" if asked.in_book else ""
    return f"{dates.short(asked.at, zone)} {' '.join(asked.text.split())}{known}"
