"""What schema 0038 knew by keys and first lines: who is told where a message stands, and what a
reply to one sent before answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose, Subject
from bot.words import announcement as news_words
from bot.words import clinic_desk, clinic_parts, clinic_request, incident, learning, survey_desk
from bot.words.clinic_parts import PARTS
from bot.words.html import Html
from storage.engine import Database
from storage.outgoing_words import standing
from storage.schema import changing, config, migrate
from storage.tables import OutboxRow
from tests.storage.rows import ANI, BUDI, NOW, people
from tests.support.databases import Make

DESK = -1001
OLD_CARD = 70  # sent before all that the outbox still has


@dataclass(frozen=True)
class Was:
    """A row of the outbox, and what it stands for now."""

    text: str
    subject: Subject | None
    more: dict[str, Any] = field(default_factory=dict)


def _cards() -> list[Was]:
    return [
        Was("papan", Subject(Purpose.BOARD), {"coalesce": "board"}),
        Was("kartu", Subject(Purpose.INCIDENT, 3), {"coalesce": "incident:3"}),
        Was("kartu", None, {"coalesce": "incident:edit:3", "method": "editMessageText"}),
        Was("hapus", Subject(Purpose.ERASURE, 4), {"coalesce": "erasure:4"}),
        Was("<b>📢 Pengumuman 5 · draf</b>", Subject(Purpose.NEWS, 5), {"coalesce": "news:5"}),
        Was("batal", None, {"coalesce": "news-void:5"}),
        Was("berapa", Subject(Purpose.PROGRESS, 1), {"coalesce": "making:week:-1001"}),
        Was("berapa", None, {"coalesce": "making:gone"}),
        Was(
            "Anda punya",
            Subject(Purpose.ALONE),
            {"coalesce": "alone:2001:2026", "purpose": "quotes", "chat_id": BUDI},
        ),
    ]


def _prompts() -> list[Was]:
    parts = [
        Was(clinic_parts.ask_part(12, part, now=""), Subject(Purpose.SESSION_PART, 12, part))
        for part in PARTS
    ]
    element = "Waktu penyelesaian"
    follow_up = Subject(Purpose.SURVEY_FOLLOW_UP, 3, "time")
    return [
        *parts,
        Was(clinic_desk.opened(12, code="AB12"), Subject(Purpose.SESSION, 12)),
        Was(clinic_desk.ask_call_off(12, people=2), Subject(Purpose.SESSION_REASON, 12)),
        Was(clinic_request.ask_answer(7, topic="SKP"), Subject(Purpose.REQUEST_ANSWER, 7)),
        Was(survey_desk.ask_population(3), Subject(Purpose.SURVEY_POPULATION, 3)),
        Was(survey_desk.days_wanted(3), Subject(Purpose.SURVEY_DAYS, 3)),
        Was(survey_desk.ask_follow_up(3, element), follow_up),
        Was(news_words.ask_words(), Subject(Purpose.NEWS_WORDS)),
        Was(news_words.ask_words(), Subject(Purpose.NEWS_WORDS), {"chat_id": BUDI}),
        Was(incident.ask_note(9, officer=Html("Budi")), Subject(Purpose.INCIDENT_CLOSING, 9)),
        Was(learning.write_answer(8, texts=["apa"]), Subject(Purpose.LESSON, 8)),
        # Only what looks like them.
        Was(clinic_desk.opened(12, code="AB12"), None, {"chat_id": ANI}),
        Was("Sesi 12 penuh", None),
        Was(survey_desk.closed(3, answers=5, invited=9), None),
        Was(news_words.news("Libur"), None),
    ]


WERE = [*_cards(), *_prompts()]
SENT = [  # by number in the chat: what was shown there at last is what it stands for
    ("sendMessage", 80, "<b>Sesi 12</b>"),
    ("editMessageText", 80, "<b>Coaching Clinic</b>"),
    ("editMessageText", 81, "<b>Permintaan Coaching Clinic</b>"),
    ("editMessageText", 81, "<b>Permintaan Clinic 7</b>"),
]


def _row(number: int, text: str, **more: Any) -> dict[str, Any]:
    row = {"id": number, "chat_id": DESK, "method": "sendMessage", "status": "waiting"}
    row |= {"payload": json.dumps({"text": text}), "created_at": NOW - timedelta(hours=1)}
    row |= {"attempts": 0, "revision": 0, "under_card": False, "coalesce": None, "purpose": None}
    return row | {"sent_at": None, "message_id": None} | more


def _sent(number: int, method: str, message: int, text: str) -> dict[str, Any]:
    edits = method == "editMessageText"
    payload = {"text": text} | ({"message_id": message} if edits else {})
    row = _row(number, text, method=method, status="sent", sent_at=NOW)
    return row | {"payload": json.dumps(payload), "message_id": None if edits else message}


def fill(connection: Connection) -> None:
    tables = MetaData()
    tables.reflect(connection, only=["outbox", "job", "announcement"], resolve_fks=False)
    job = {"id": 1, "kind": "week", "key": "week:-1001", "arguments": "{}", "chat_id": DESK}
    connection.execute(
        tables.tables["job"].insert().values(**job, asked_at=NOW, status="waiting", attempts=0)
    )
    news = {"id": 5, "status": "draft", "text": "Libur", "by_id": BUDI, "made_at": NOW}
    news |= {"card_chat_id": DESK, "card_message_id": OLD_CARD, "revision": 1, "chosen": ""}
    connection.execute(tables.tables["announcement"].insert().values(**news))
    rows = [_row(at, was.text, **was.more) for at, was in enumerate(WERE, 1)]
    rows += [_sent(at, *sent) for at, sent in enumerate(SENT, len(rows) + 1)]
    answer = {"coalesce": "answer:1:-1001:9", "purpose": "relay", "chat_id": ANI}
    rows.append(_row(len(rows) + 1, "Sudah", **answer))
    for row in rows:
        connection.execute(tables.tables["outbox"].insert().values(**row))


def upgrade(database: Database) -> None:
    people(database)
    with changing(database) as connection:
        command.downgrade(config(connection), "0038")
        fill(connection)
    migrate(database)


@pytest.fixture
def upgraded(database: Database, bring: Callable[[Make], None]) -> Database:
    bring(upgrade)
    return database


def test_what_a_message_stands_for_is_in_its_row(upgraded: Database) -> None:
    with upgraded.reading() as unit:
        for number, was in enumerate(WERE, 1):
            row = unit.session.get_one(OutboxRow, number)
            found = Subject(row.purpose, row.subject_id, row.part) if row.purpose else None
            assert found == was.subject, was.text
            assert row.quotes is (was.more.get("purpose") == "quotes")


def test_a_reply_to_what_stood_before_finds_it(upgraded: Database) -> None:
    with upgraded.reading() as unit:
        assert unit.subject_refs.get(DESK, OLD_CARD) == Subject(Purpose.NEWS, 5)
        assert unit.subject_refs.get(DESK, 80) is None
        assert unit.subject_refs.get(DESK, 81) == Subject(Purpose.REQUEST, 7)
        said = dict(standing(unit, DESK, since=NOW - timedelta(days=1)))
        assert said[news_words.ask_words()] == Subject(Purpose.NEWS_WORDS)


def test_how_far_a_job_is_waits_under_the_key_by_which_it_is_rewritten(
    upgraded: Database,
) -> None:
    with upgraded.reading() as unit:
        assert unit.outbox.is_waiting(coalesce_key(Waiting.PROGRESS, 1))


def test_what_an_officer_wrote_is_still_put_right(upgraded: Database) -> None:
    with upgraded.unit() as unit:
        found = unit.outbox.answer(coalesce_key(Waiting.ANSWER, 1, DESK, 9))
        assert found is not None
        assert found.purpose is Purpose.ANSWER


def test_down_and_up_again_it_is_known(upgraded: Database) -> None:
    def stands() -> list[tuple[Any, ...]]:
        with upgraded.reading() as unit:
            return [
                (row.id, row.purpose, row.subject_id, row.part, row.quotes)
                for number in range(1, len(WERE) + len(SENT) + 2)
                if (row := unit.session.get_one(OutboxRow, number))
            ]

    before = stands()
    with changing(upgraded) as connection:
        command.downgrade(config(connection), "0038")
        command.upgrade(config(connection), "head")
    assert stands() == before
