"""Whoever asks to be forgotten is: in the database, its files, the log, and the chats."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.simulator.world import accounts
from handlers.clock.scrubbing import once
from storage.tables import (
    ERASED_ID,
    AgendaKind,
    AgendaRow,
    HeldAnswer,
    JobKind,
    LastSpokenRow,
    LearnedRow,
    Question,
    Ticket,
)
from tests.talks.planted import (
    ASK,
    NAME,
    WORD,
    YES,
    ask,
    confirm,
    erase,
    figures,
    places,
    plant,
    plant_what_waits,
    rename,
)
from tests.talks.roster_steps import ANI as EMPLOYEE
from tests.talks.roster_steps import claims, listed, shares
from tests.talks.steps import file, resolve, take
from tests.talks.talk import Talk


def test_nothing_of_a_person_is_left_and_every_figure_stays(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    plant(talk)
    assert len(places(talk)) > 12
    before = figures(talk)
    ask(talk)
    plant_what_waits(talk)
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.wait(seconds=1)
    assert places(talk) == []
    assert figures(talk) == before
    assert WORD not in caplog.text.lower()
    with talk.database.reading() as unit:
        assert unit.people.get(accounts.ANI) is None
        texts = [text for (text,) in unit.session.execute(select(Question.text))]
        assert set(texts) == {""}
        assert {row.reporter_id for row in unit.session.exec(select(Ticket))} == {ERASED_ID}
        assert all(row.revoked_at for row in unit.session.exec(select(LearnedRow)))
    assert "Data pelapor sudah dihapus" in talk.card().text
    talk.desk.skip()


def test_no_row_of_the_agenda_names_them(talk: Talk) -> None:
    """Wherever in it: who tried somebody's NIP stands behind whose it is."""
    listed(talk, EMPLOYEE)
    claims(talk, talk.burhan).room.skip()
    shares(talk, talk.burhan).room.skip()
    claims(talk, talk.ani).room.skip()
    talk.burhan.hears("akun lain yang menyebut NIP Anda")
    talk.wait(minutes=1)
    assert AgendaKind.NIP_TRIED in done_for(talk, accounts.ANI)
    erase(talk)
    assert done_for(talk, accounts.ANI) == set()


def done_for(talk: Talk, person_id: int) -> set[AgendaKind]:
    """Of what kinds there is a row with their number in any column."""
    with talk.database.reading() as unit:
        rows = unit.session.exec(select(AgendaRow))
        return {row.kind for row in rows if person_id in row.model_dump().values()}


def test_an_answer_to_them_that_was_held_back_is_wiped(talk: Talk) -> None:
    file(talk, talk.ani)
    file(talk, talk.burhan)
    talk.budi.replies("saya ambil", to=talk.card(1)).hears("Belum dikirim")
    talk.budi.replies("tutup aja", to=talk.card(2)).hears("Belum dikirim")
    assert held_back(talk) == {"saya ambil", "tutup aja"}
    erase(talk)
    assert held_back(talk) == {"tutup aja"}
    talk.desk.skip()


def held_back(talk: Talk) -> set[str]:
    with talk.database.reading() as unit:
        return set(unit.session.exec(select(HeldAnswer.text)))


def test_what_they_spoke_of_last_is_forgotten(talk: Talk) -> None:
    talk.ani("kata sandi saya:").room.skip()
    talk.wait(minutes=4)  # else what they write next is taken for it
    assert [each.person_id for each in spoken_of(talk)] == [accounts.ANI]
    erase(talk)
    assert spoken_of(talk) == []


def test_what_somebody_spoke_of_is_kept_for_a_day_at_most(talk: Talk) -> None:
    talk.ani("kata sandi saya:").room.skip()
    talk.wait(minutes=2)
    assert len(spoken_of(talk)) == 1
    talk.wait(days=1)
    assert spoken_of(talk) == []


def spoken_of(talk: Talk) -> list[LastSpokenRow]:
    with talk.database.reading() as unit:
        return list(unit.session.exec(select(LastSpokenRow)))


@contextmanager
def without_last_piece(talk: Talk) -> Iterator[None]:
    """Everything is done but the person's own row, as after a kill."""
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE album RENAME COLUMN prompted_id TO gone"))
    yield
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE album RENAME COLUMN gone TO prompted_id"))


def test_files_are_cleaned_by_the_clock_where_a_kill_came_before(talk: Talk) -> None:
    file(talk, talk.ani)
    erase(talk)
    with talk.database.unit() as unit:
        assert unit.agenda.done_at(once(1)) is not None
        unit.agenda.unclaim(once(1))
    talk.wait(minutes=1).desk.skip()
    with talk.database.reading() as unit:
        assert unit.agenda.done_at(once(1)) is not None


def test_after_a_kill_in_between_the_rest_is_done(talk: Talk) -> None:
    for serial in range(3):
        talk.ani(f"bagaimana {WORD}question pensiun taspen {serial}").room.skip()
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin")
    ask(talk)
    with without_last_piece(talk):
        talk.budi.presses(YES).toast("Dikonfirmasi")
        talk.ani.hears_nothing()
    talk.restart().wait(seconds=1)
    talk.ani.hears("sudah dihapus")
    assert places(talk) == []
    talk.desk.skip()


def test_what_is_written_meanwhile_is_found_by_the_next_try(talk: Talk) -> None:
    talk.ani(f"bagaimana {WORD}question pensiun taspen").room.skip()
    ask(talk)
    with talk.at_once():
        talk.ani(f"bagaimana {WORD}later pensiun taspen dini")
        talk.budi.presses(YES)
    talk.toasts.clear()
    talk.wait(seconds=2)
    talk.ani.room.skip()
    talk.desk.skip()
    assert places(talk) == []


def test_what_is_older_than_two_days_loses_its_words_in_place(talk: Talk) -> None:
    """Telegram lets a bot delete what is younger, and edit what is not."""
    take(talk, talk.ani, talk.budi)
    talk.ani.replies(f"{WORD}reply lagi", to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears(f"{WORD}reply")
    talk.ani.photo(to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears_file("")
    talk.ani.document(to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears_file("")
    before = {message.file_id for message in talk.state.messages(talk.desk.chat)}
    talk.wait(days=3)
    talk.desk.skip()
    talk.ani.replies(f"{WORD}second lagi", to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.skip()
    erase(talk)
    talk.desk.skip()
    assert places(talk) == []
    after = [message.file_id for message in talk.state.messages(talk.desk.chat)]
    assert len([file for file in after if file]) == 2
    assert not {file for file in after if file} & before
    assert talk.desk.sees("dihapus atas permintaan pemilik")


def test_the_group_where_the_desk_was_before_loses_the_words_too(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin")
    before = talk.desk.chat
    talk.resources = replace(talk.resources, helpdesk_chat_id=talk.reports.chat)
    talk.restart()
    talk.ani("/hapus_data").hears("Minta data dihapus")
    talk.ani.presses(ASK).toast("").hears("sudah dicatat")
    with talk.database.unit() as unit:
        row, now = unit.erasures.get(1), talk.clock.now()
        assert row is not None
        unit.erasures.confirm(row, by=accounts.BUDI, now=now)
        there = talk.reports.chat
        unit.jobs.ask(JobKind.ERASE, "erase:1", chat_id=there, arguments={"erasure": 1}, now=now)
    talk.wait(seconds=1)
    talk.ani.hears("sudah dihapus")
    talk.wait(minutes=2)
    said = [each.text for each in talk.state.messages(before) if each.from_bot]
    assert not [each for each in said if WORD in each.lower()]
    for room in (talk.desk, talk.reports):
        room.skip()


def test_what_was_taught_from_a_question_of_long_ago_goes_with_it(talk: Talk) -> None:
    talk.ani(f"bagaimana {WORD}question pensiun taspen").room.skip()
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")
    entry = talk.desk.newest_with("Abaikan").button_words[0]
    talk.budi.presses(entry).toast("")
    talk.wait(days=181)
    for room in (talk.desk, talk.reports, talk.admin.room, talk.ani.room):
        room.skip()
    with talk.database.reading() as unit:
        assert unit.session.exec(select(Question.text)).all() == [""]
    talk.ani("/start").room.skip()
    erase(talk)
    talk.wait(seconds=1).desk.skip()
    # Of a list in the group that is as old nobody knows any more where it stands.
    assert [place for place in places(talk) if not place.startswith("chat")] == []
    with talk.database.reading() as unit:
        assert all(row.revoked_at for row in unit.session.exec(select(LearnedRow)))


def test_what_was_said_of_the_service_and_what_was_to_be_sent_later(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.ani.presses("Kurang baik").toast("")
    talk.ani(f"{WORD}opinion agak lama dijawab").hears("kami catat")
    assert f"{WORD}opinion" in talk.card().text
    talk.budi.replies(f"{WORD}later maaf ya Bu //besok", to=talk.card()).hears("Disimpan")
    erase(talk)
    talk.wait(minutes=5)
    assert places(talk) == []
    talk.wait(days=1)
    talk.ani.hears_nothing()
    talk.desk.skip()
