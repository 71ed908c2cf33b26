"""Every kind of content and update, as Telegram documents it, in each place: a sample; all of them
are tried by `python -m tests.bench.corpus`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from handlers.parse_update import SERVICE
from handlers.resources import Resources
from tests.bench.corpus import patient
from tests.support.bot_api import problems, spec
from tests.talks.corpus.cases import AROUND, BASE, FILES, MOVED, UNREADABLE, Case, Kind, cases
from tests.talks.corpus.places import places
from tests.talks.talk import Talk

EVERY = 48  # case: a sample, another one in each place


@pytest.fixture
def crowded(
    database_url: str, resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Talk]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    talk = Talk(database_url, patient(resources), restless=False)
    yield talk
    talk.stop()


@pytest.mark.parametrize("name", ["private", "dialog", "ticket", "officer", "group"])
def test_none_is_parked_and_each_gets_an_answer_of_its_kind(crowded: Talk, name: str) -> None:
    all_ = places(crowded)
    place = next(each for each in all_ if each.name == name)
    some = list(cases())[all_.index(place) :: EVERY]
    wrong = {f"{case.update} {case.name}": said for case in some if (said := place.try_case(case))}
    assert wrong == {}
    crowded.citra.room.skip()
    crowded.citra("/tiket").hears("EK-2026-00001")  # and it goes on serving


def test_there_are_enough_and_they_are_what_is_documented() -> None:
    made = list(cases())
    assert len(made) * 4 >= 1_200
    for case in made:
        if case.kind is not Kind.NOT_OURS:
            assert _wrong(case) == [], case.name


def _wrong(case: Case) -> list[str]:
    base = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}
    return problems(base | case.content, ["Message"], case.name)


def test_what_telegram_writes_itself_is_known_by_name() -> None:
    fields = spec()["types"]["Message"]["fields"].keys()
    assert fields - AROUND - BASE - MOVED - FILES - UNREADABLE == SERVICE & fields
