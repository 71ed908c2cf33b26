"""What a dialog has gathered so far, as the JSON that its row keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from bot.rules.clinic import RatingDraft, RequestDraft
from bot.rules.complaint import Draft, File, ReportContent
from bot.rules.noting import NotedReport
from bot.rules.offer import Offer, Offered
from bot.rules.survey import SurveyDraft
from bot.rules.ticket import Kind


class Unreadable(ValueError):
    """As an earlier or a later release wrote it."""


def write(draft: ReportContent | RatingDraft | RequestDraft | SurveyDraft | Offer) -> str:
    return json.dumps(asdict(draft))


def read_draft(raw: str | None) -> Draft:
    """Raises Unreadable, also where there is more than we know of: it may matter."""
    with _understood():
        fields = json.loads(raw or "")
        told, kind = _told(fields), fields.pop("kind")
        near = tuple(map(str, fields.pop("near", ())))
        return Draft(**vars(told), kind=Kind(kind) if kind else None, near=near, **fields)


def write_note(note: NotedReport, sent: File | None) -> str:
    return json.dumps({"note": asdict(note), "file": None if sent is None else asdict(sent)})


def read_note(raw: str | None) -> tuple[NotedReport, File | None]:
    """What an officer noted down. Raises Unreadable."""
    with _understood():
        fields = json.loads(raw or "")
        note, sent = NotedReport(**fields["note"]), fields["file"]
        return note, None if sent is None else File(**sent)


def read_told(raw: str | None) -> ReportContent:
    """The story and the files, whatever else there is. Raises Unreadable."""
    with _understood():
        return _told(json.loads(raw or ""))


def read_rating(raw: str | None) -> RatingDraft:
    """Raises Unreadable."""
    with _understood():
        return RatingDraft(**{name: int(value) for name, value in json.loads(raw or "").items()})


def read_request(raw: str | None) -> RequestDraft:
    """Raises Unreadable."""
    with _understood():
        return RequestDraft(**{name: str(value) for name, value in json.loads(raw or "").items()})


def read_offer(raw: str | None) -> Offer:
    """Raises Unreadable."""
    with _understood():
        fields = json.loads(raw or "")
        keys = tuple(Offered(str(key["label"]), str(key["data"])) for key in fields["keys"])
        return Offer(keys, others=int(fields["others"]))


def read_survey(raw: str | None) -> SurveyDraft:
    """Raises Unreadable."""
    with _understood():
        fields = json.loads(raw or "")
        place, testimony = fields["place"], fields["testimony"]
        return SurveyDraft(
            survey=int(fields["survey"]),
            place=None if place is None else int(place),
            testimony=None if testimony is None else str(testimony),
        )


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable from error


def _told(fields: dict[str, Any]) -> ReportContent:
    story = fields.pop("story", None)
    message = fields.pop("story_message", None)
    return ReportContent(
        story=None if story is None else str(story),
        story_message=None if message is None else int(message),
        added=tuple((int(number), str(text)) for number, text in fields.pop("added", ())),
        files=tuple(File(**file) for file in fields.pop("files", ())),
    )
