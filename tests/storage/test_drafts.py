"""Drafts come back from their JSON as they went, or are said to be unreadable."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.rules.clinic import RatingDraft, RequestDraft
from bot.rules.complaint import Draft, File, ReportContent
from bot.rules.survey import SurveyDraft
from bot.rules.ticket import Kind
from storage.drafts import (
    Unreadable,
    read_draft,
    read_rating,
    read_request,
    read_survey,
    read_told,
    write,
)

PHOTO = File(kind="photo", file_id="a", unique_id="A", group_id="1")
TOLD = ReportContent(story="Gagal\nlagi", story_message=7, added=((8, "lagi"),), files=(PHOTO,))
DRAFT = Draft(**vars(TOLD), kind=Kind.CRITICISM, category="Lainnya", question=3)


@pytest.mark.parametrize("draft", [Draft(), DRAFT])
def test_a_report(draft: Draft) -> None:
    assert read_draft(write(draft)) == draft


@pytest.mark.parametrize("told", [ReportContent(), TOLD])
def test_files_that_wait(told: ReportContent) -> None:
    assert read_told(write(told)) == told


SHORT = [
    (RatingDraft(12, 3), read_rating),
    (RequestDraft("Isian SKP", "RSUD"), read_request),
    (SurveyDraft(5, 0), read_survey),
    (SurveyDraft(5, testimony="Cepat\ndijawab"), read_survey),
]


@pytest.mark.parametrize(("draft", "read"), SHORT)
def test_a_short_question(draft: Any, read: Callable[[str | None], object]) -> None:
    assert read(write(draft)) == draft
    for raw in (None, "", "Cepat", "[]", '{"survey": "x", "session": "x", "theme": 1}'):
        with pytest.raises(Unreadable):
            read(raw)


def test_of_a_report_that_knows_more_the_story_and_the_files_are_kept() -> None:
    later = json.dumps(json.loads(write(DRAFT)) | {"urgency": "high"})
    with pytest.raises(Unreadable):
        read_draft(later)
    assert read_told(later) == TOLD


@pytest.mark.parametrize(
    "raw",
    [
        *(None, "", "{", "[]", '"words"', "7"),
        *('{"files": [{"kind": "photo"}]}', '{"files": 1}', '{"added": [[1]]}'),
        '{"story_message": "first"}',
    ],
)
def test_nobody_can_read(raw: str | None) -> None:
    for read in (read_draft, read_told):
        with pytest.raises(Unreadable):
            read(raw)


@pytest.mark.parametrize("raw", ["{}", '{"kind": "prophecy"}'])
def test_no_report_of_this_release(raw: str) -> None:
    with pytest.raises(Unreadable):
        read_draft(raw)
    assert read_told(raw) == ReportContent()
