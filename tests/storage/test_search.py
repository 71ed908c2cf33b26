"""Tickets found by their words: the same on either database, whatever is asked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.rules.search_words import Sought, loosened, sought, words_of
from bot.rules.ticket import DeadlineClass, Deed, Kind, Status
from faq.text.said import ticket_number
from storage import erasing
from storage.engine import Database
from storage.schema import changing, config, migrate
from storage.scrub import scrub
from storage.search import NEWEST
from tests.storage.rows import ANI, BUDI, NOW
from tests.support.databases import ONLY_POSTGRESQL
from tests.support.statements import statements

CITRA = 1003
STORIES = (
    (ANI, "Server BKN mati, tidak bisa login ke e-Kinerja"),
    (CITRA, "SKP saya ditolak pejabat penilai, catatannya kosong"),
    (ANI, "Jum’at kemarin résumé tidak tersimpan: “gagal”"),
    (CITRA, "Kode OTP 123456 tidak masuk, NIP 198701012010011001"),
    (ANI, "Нет доступа 网络"),
)


@pytest.fixture
def found_in(database: Database) -> Database:
    with database.unit() as unit:
        for number, name, office in (
            (ANI, "Ani Rahmawati", "Dinas Kesehatan"),
            (CITRA, "Citra D'Ávila", None),
            (BUDI, "Budi", None),
        ):
            unit.people.seen(number, name=name, username=None, now=NOW).office = office
        for place, (who, story) in enumerate(STORIES):
            unit.tickets.file(
                number=unit.tickets.next_number(2026),
                draft_key=str(place),
                kind=Kind.COMPLAINT,
                category="Akses dan login" if place == 0 else "Lainnya",
                story=story,
                reporter_id=who,
                now=NOW,
                due_at=NOW + timedelta(days=7),
            )
    return database


def words_sought(words: str) -> Sought:
    return sought(words, ticket_number.alone(words))


def find(database: Database, words: str) -> list[int]:
    with database.reading() as unit:
        return unit.search.find(words_sought(words), most=20)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("server", [1]),
        ("SERVER bkn", [1]),
        ("serv log", [1]),
        ("kinerja", [1]),
        ("akses", [1]),
        ("resume", [3]),
        ("Résumé", [3]),
        ("avila", [4, 2]),
        ("citra otp", [4]),
        ("ani", [5, 3, 1]),
        ("dinas kesehatan", [5, 3, 1]),
        ("EK-2026-00002", [2]),
        ("ek 2026 2", [2]),
        ("#3", [3]),
        ("3", [3]),
        ("EK-2025-00002", []),
        ("1987", []),
        ("198701012010", [4]),
        ("123456", [4]),
        ("доступа", [5]),
        ("网络", [5]),
        ("jum'at", [3]),
        ('"gagal"', [3]),
        ("server ditolak", []),
        ("", []),
        ("*", []),
        ("%", []),
        ("tidak OR NEAR(a b)", []),
        ("'; drop table ticket; --", []),
        ("a" * 4_096, []),
        ("x " * 2_000, []),
        ("who:ani", []),
        ("\x00", []),
    ],
)
def test_the_same_is_found_on_either_database(
    found_in: Database, words: str, ids: list[int]
) -> None:
    assert find(found_in, words) == ids


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80) | st.text("\"'*%:&|!()<->\\ aNEARORserver^{}+-0", max_size=60))
def test_nothing_that_is_asked_is_an_error(found_in: Database, words: str) -> None:
    with found_in.reading() as unit:
        unit.search.find(words_sought(words), most=5)
        unit.search.find(loosened(words_sought(words), lambda _: ("serv", 'é"*')), most=5)


def test_typing_errors_are_forgiven_where_nothing_is_found() -> None:
    assert find_loosely("servre mati") == ("serv", "mati")
    assert find_loosely("di mna") == ("di", "mna")


def find_loosely(words: str) -> tuple[str, ...]:
    return tuple(group[0].text for group in loosened(words_sought(words), lambda _: ()))


def test_it_ends_where_it_is_to_and_tells_of_each(found_in: Database) -> None:
    with found_in.reading() as unit:
        assert unit.search.find(words_sought("ani"), most=2) == [5, 3]
        rows = unit.search.tickets([1, 4])
        assert [(row.ticket.id, row.reporter) for row in rows] == [
            (4, "Citra D'Ávila"),
            (1, "Ani Rahmawati"),
        ]


def test_what_is_said_later_is_found_and_a_new_name(found_in: Database) -> None:
    with found_in.unit() as unit:
        ticket = unit.tickets.get(2)
        assert ticket is not None
        unit.tickets.move(
            ticket, Deed.NOTE, to=Status.OPEN, now=NOW, actor_id=BUDI, text="sudah ditelepon"
        )
        unit.people.seen(CITRA, name="Cut Meutia", username=None, now=NOW)
    assert find(found_in, "telepon") == []
    assert find(found_in, "ditelepon penilai") == [2]
    assert find(found_in, "meutia") == [4, 2]
    assert find(found_in, "citra") == []


@pytest.mark.parametrize("anew", [False, True])
def test_whatever_is_added_a_ticket_stays_in_reach(found_in: Database, anew: bool) -> None:
    """Words of the alphabet's beginning, more than are kept of one ticket."""
    many = [f"aa{at:04}" for at in range(2_850)]
    for first in range(0, len(many), 950):
        with found_in.unit() as unit:
            ticket = unit.tickets.get(2)
            assert ticket is not None
            said = " ".join(many[first : first + 950])
            unit.tickets.move(
                ticket, Deed.ANSWER, to=Status.OPEN, now=NOW, actor_id=CITRA, text=said
            )
    if anew:
        with found_in.unit() as unit:
            unit.search.index([2])
    for words in ("EK-2026-00002", "2", "citra ditolak", "pejabat penilai", "lainnya", many[0]):
        assert 2 in find(found_in, words), words
    assert find(found_in, many[-1]) == []


def test_erased_words_are_gone_from_the_index_and_from_its_file(found_in: Database) -> None:
    with found_in.unit() as unit:
        erasing.make_room(unit)
    with found_in.unit() as unit:
        erasing.wipe_tickets([1, 3, 5], ANI, unit)
    for words in ("server", "ani", "rahmawati", "dinas"):
        assert find(found_in, words) == []
    assert find(found_in, "EK-2026-00001") == [1]
    merge(found_in)
    assert scrub(found_in)
    if found_in.is_sqlite:
        file = Path(str(found_in.engine.url.database))
        assert b"server" not in file.read_bytes().lower()
        assert b"pejabat" in file.read_bytes().lower()
    assert find(found_in, "pejabat") == [2]


def merge(database: Database) -> None:
    first = True
    while True:
        with database.unit() as unit:
            if not unit.search.merge(first=first):
                return
        first = False


def test_what_the_group_must_not_read_is_not_found(found_in: Database) -> None:
    with found_in.unit() as unit:
        ticket = unit.tickets.get(1)
        assert ticket is not None
        unit.tickets.move(
            ticket,
            Deed.CORRECT,
            to=Status.VERIFIED,
            now=NOW,
            actor_id=BUDI,
            also={"deadline_class": DeadlineClass.SUPERVISORY},
        )
        unit.tickets.move(
            ticket, Deed.NOTE, to=Status.VERIFIED, now=NOW, actor_id=BUDI, text="server lagi"
        )
    assert find(found_in, "server") == find(found_in, "EK-2026-00001") == []
    assert find(found_in, "ani") == [5, 3]


def test_old_tickets_lose_their_words_and_keep_who_it_was(found_in: Database) -> None:
    with found_in.unit() as unit:
        erasing.wipe_tickets([2], None, unit)
    assert find(found_in, "penilai") == []
    assert find(found_in, "avila") == [4, 2]


def test_tickets_from_before_are_found_after_the_upgrade(found_in: Database) -> None:
    before = {words: find(found_in, words) for words in ("serv", "ani", "2", "resume", "网络")}
    with changing(found_in) as connection:
        command.downgrade(config(connection), "0021-1")
    migrate(found_in)
    assert {words: find(found_in, words) for words in before} == before


def test_words_are_of_plain_letters() -> None:
    assert words_of("É-Kinerja: ﬁle №5 ½") == ["e", "kinerja", "file", "no5", "1", "2"]


@ONLY_POSTGRESQL
def test_each_search_is_planned_by_its_own_words(database: Database) -> None:
    """By one plan for all, "yang" takes as long as there are tickets with it."""
    prepared = text("SELECT statement FROM pg_prepared_statements")
    with database.unit() as unit:
        for _ in range(12):
            unit.search.find(words_sought("yang"), most=10)
        known = unit.session.connection().execute(prepared).scalars().all()
    assert not [statement for statement in known if "ticket_words_of" in statement]


@ONLY_POSTGRESQL
def test_what_hardly_any_ticket_has_is_found_among_many(database: Database) -> None:
    """Two common words that never stand together are not looked for in each ticket."""
    count = 2 * NEWEST
    filled = (
        "INSERT INTO ticket_search SELECT at, CASE WHEN at % 2 = 0 THEN 'guru' ELSE 'bidan' END,"
        " CASE WHEN at < 4 THEN 'kuno' ELSE 'baru' END FROM generate_series(1, :count) AS at"
    )
    with database.engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(filled), {"count": count})
        connection.execute(text("ANALYZE ticket_search"))
    assert find(database, "kuno") == [3, 2, 1]
    assert find(database, "guru") == list(range(count, count - 40, -2))
    with statements(database, "ticket_words_of") as asked, database.reading() as unit:
        assert unit.search.find(words_sought("guru bidan"), most=20) == []
        given = {"sought": "'guru' & 'bidan'", "most": 20, "param_1": NEWEST}
        for statement in list(asked):
            plan = unit.session.connection().exec_driver_sql(f"EXPLAIN {statement}", given)
            steps = "\n".join(step for (step,) in plan)
            assert "on ticket_words " in steps or "Index Cond: (ticket_id > " in steps
        assert len(asked) == 4  # and each EXPLAIN
