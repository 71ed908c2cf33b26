"""A survey in words."""

from __future__ import annotations

import pytest

from bot.data.survey import survey
from faq.text.said.survey_said import (
    begins_survey,
    days_counted,
    is_about,
    people_counted,
    score_said,
    shows_name,
)

EDITION = survey().editions[0]


@pytest.mark.parametrize(
    ("text", "element", "score"),
    [
        *(("3", "time", 3), (" 4. ", "time", 4), ("nomor 2", "time", 2), ("b", "time", 2)),
        *(("Sangat cepat", "time", 4), ("cepat pak", "time", 3), ("kurang cepat", "time", 2)),
        *(("tdk cepat", "time", 1), ("sangt cepat", "time", 4), ("Gratis", "cost", 4)),
        *(("puas", "time", 3), ("sangat baik", "facilities", 4), ("cukup", "facilities", 2)),
        *(("sopan dan ramah", "conduct", 3), ("dikelola dengan baik", "complaints", 4)),
        *(
            ("sesuai", "product", 3),
            ("sangat sesuai", "product", 4),
            ("tidak ada", "complaints", 1),
        ),
        *(("5", "time", None), ("0", "time", None), ("", "time", None), ("33", "time", None)),
        *(("lupa password", "time", None), ("kenapa lambat?", "time", None), ("😀", "time", None)),
        *(("tidak cepat dan tidak jelas sama sekali", "time", None), ("pak", "time", None)),
        *(("tidak cepat", "time", 1), ("cepat sekali", "time", 4), ("mahal banget", "cost", 1)),
        *(("empat", "time", 4), ("jawaban satu", "time", 1), ("tidak cepat sekali", "time", None)),
        *(("3 4", "time", None), ("3,5", "time", None), ("mahal", "cost", None)),
    ],
)
def test_what_is_typed(text: str, element: str, score: int | None) -> None:
    found = EDITION.element(element)
    assert found is not None
    assert score_said(text, found.answers) == score


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("lumayan cepat", True), ("agak cepat pak", True), ("tidak cepat sekali", True)),
        *(("skp tidak sesuai", False), ("cepat tolong bantu", False), ("tidak ada", False)),
        *(("lumayan", False), ("", False)),
    ],
)
def test_what_is_nearly_an_answer_is_no_question(text: str, meant: bool) -> None:
    found = EDITION.element("time")
    assert found is not None
    assert is_about(text, found.answers) is meant


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        *(("isi survei", True), ("Saya mau lanjut SKM pak!", True), ("survei kepuasan", True)),
        *(("survei apa ini", False), ("bagaimana isi survei", False), ("", False)),
    ],
)
def test_who_begins(said: str, begins: bool) -> None:
    assert begins_survey(said) is begins


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        *(("pakai nama saya aja", True), ("boleh, dengan nama.", True), ("tanpa nama", False)),
        *(("jangan sebut nama saya", False), ("anonim", False), ("nama saya Ani", None)),
        *(("boleh", None), ("tidak", None)),
    ],
)
def test_a_name_that_may_be_shown(said: str, shown: bool | None) -> None:
    assert shows_name(said) is shown


@pytest.mark.parametrize(
    ("said", "people", "days"),
    [
        *(("1.234 orang", 1_234, 0), ("250", 250, 250), (" 40 PNS.", 40, 0), ("14 hari", 0, 14)),
        *(("banyak", 0, 0), ("", 0, 0), ("10 orang lagi", 0, 0), ("dua minggu", 0, 0)),
    ],
)
def test_how_many_people_and_days(said: str, people: int, days: int) -> None:
    assert people_counted(said) == people
    assert days_counted(said) == days
