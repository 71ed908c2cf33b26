"""What the bot said of a session, a survey, an announcement …: a reply is known by the row of that
message, whatever stands on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import update
from sqlmodel import delete, select

from bot.rules.clinic import SessionStatus
from bot.simulator.world import accounts
from bot.simulator.world.model import Message
from storage.tables import Announcement, OutboxRow, SubjectRef, Survey
from tests.talks.announcement_steps import TEXT, drafted
from tests.talks.announcement_steps import row as announcement
from tests.talks.clinic_steps import opened, session
from tests.talks.planted import ASK, confirm, erase
from tests.talks.talk import Talk

NOWHERE = "tidak diteruskan ke siapa pun"


def asks_for_a_place(talk: Talk) -> Message:
    talk.budi("/clinic baru: SKP | 26 November 2026 09.00").hears("Sesi 1 · Tempat")
    assert talk.desk.last is not None
    return talk.desk.last


def asks_for_a_population(talk: Talk) -> Message:
    talk.budi("/survei baru").hears("Survei 1")
    talk.budi.presses("Isi populasi").toast("").hears("Survei 1 · Populasi")
    assert talk.desk.last is not None
    return talk.desk.last


def asks_for_words(talk: Talk) -> Message:
    talk.budi("/umumkan").hears("Pengumuman baru")
    assert talk.desk.last is not None
    return talk.desk.last


def is_placed(talk: Talk) -> None:
    talk.budi.hears("Sesi 1 · Kapasitas")
    assert session(talk).place == "250"


def is_counted(talk: Talk) -> None:
    talk.budi.hears("Populasi: 250 orang")
    with talk.database.reading() as unit:
        assert [row.population for row in unit.session.exec(select(Survey))] == [250]


def is_drafted(talk: Talk) -> None:
    talk.budi.hears("Begini").hears("250").hears("draf")
    with talk.database.reading() as unit:
        assert [row.text for row in unit.session.exec(select(Announcement))] == ["250"]


Asks = Callable[[Talk], Message]
IsDone = Callable[[Talk], None]
FAMILIES = pytest.mark.parametrize(
    ("asks", "is_done"),
    [
        (asks_for_a_place, is_placed),
        (asks_for_a_population, is_counted),
        (asks_for_words, is_drafted),
    ],
)


def forget_what_was_sent(talk: Talk) -> None:
    """By its first line, too, it would be known."""
    with talk.database.unit() as unit:
        unit.session.execute(update(OutboxRow).values(payload="{}"))


@FAMILIES
def test_a_prompt_is_known_by_its_row(talk: Talk, asks: Asks, is_done: IsDone) -> None:
    prompt = asks(talk)
    talk.restart()
    talk.budi("halo")  # something else is the newest
    forget_what_was_sent(talk)
    talk.budi.replies("250", to=prompt)
    is_done(talk)


@FAMILIES
def test_whose_number_was_never_noted_is_known_by_what_was_sent(
    talk: Talk, asks: Asks, is_done: IsDone
) -> None:
    """It stands twice, or was sent before there was such a table."""
    prompt = asks(talk)
    with talk.database.unit() as unit:
        unit.session.execute(delete(SubjectRef))
    talk.budi.replies("250", to=prompt)
    is_done(talk)


@FAMILIES
def test_who_answers_what_nobody_remembers_is_told(
    talk: Talk, asks: Asks, is_done: IsDone
) -> None:
    prompt = asks(talk)
    with talk.database.unit() as unit:
        unit.session.execute(delete(SubjectRef))
    forget_what_was_sent(talk)
    talk.budi.replies("250", to=prompt).hears(NOWHERE)
    talk.budi.photo(to=prompt).hears(NOWHERE)
    with pytest.raises(AssertionError):
        is_done(talk)


def test_words_that_only_look_like_a_prompt_ask_for_nothing(talk: Talk) -> None:
    opened(talk)
    with talk.database.unit() as unit:
        said: dict[str, object] = {"text": "Sesi 1 · Alasan batal\n\nBalas pesan ini."}
        unit.outbox.add(accounts.HELPDESK, "sendMessage", said, now=talk.clock.now())
    talk.settle()
    talk.desk.hears("Alasan batal")
    talk.budi.replies("Pelatihnya berhalangan hadir").hears(NOWHERE)
    assert session(talk).status is SessionStatus.OPEN


def test_a_page_that_became_a_list_is_a_page_no_more(talk: Talk) -> None:
    opened(talk)
    talk.budi("/clinic 1").hears("Sesi 1", button="Semua sesi")
    page = talk.desk.last
    assert page is not None
    talk.budi.presses("Semua sesi", on=page).toast("")
    talk.budi.replies("tempat: Ruang rapat", to=page).hears(NOWHERE)
    talk.budi.presses("1. Menyusun SKP", on=page).toast("")
    talk.budi.replies("tempat: Ruang rapat", to=page).hears("Tempat diubah")
    assert session(talk).place == "Ruang rapat"


def test_while_offices_are_chosen_on_a_card_its_words_stay(talk: Talk) -> None:
    drafted(talk)
    card = talk.desk.last
    assert card is not None
    talk.budi.presses("Kantor…", on=card).toast("")
    talk.budi.replies("Dinas Kesehatan", to=card).hears(NOWHERE)
    assert announcement(talk).text == TEXT
    talk.budi.presses(card.button_words[-1], on=card).toast("")
    with talk.database.unit() as unit:  # so that only its own row tells what the card is
        unit.session.execute(update(OutboxRow).values(payload="{}"))
    talk.budi.replies("Libur besok", to=card).hears("Begini").hears("Libur besok").hears("draf")
    assert announcement(talk).text == "Libur besok"


def test_a_prompt_that_waited_while_the_group_moved(talk: Talk) -> None:
    talk.state.faults.add("flood", method="sendMessage", retry_after=60)
    talk.budi("/umumkan")
    new = talk.world.membership.upgrade_group(accounts.HELPDESK)
    talk.wait(minutes=2)
    desk = talk.room(new)
    prompt = desk.hears("Pengumuman baru").last
    desk.hears("supergrup")
    forget_what_was_sent(talk)
    talk.someone(accounts.BUDI, chat=new).replies("250", to=prompt)
    desk.hears("Begini").hears("250").hears("draf")


def test_a_closing_note_is_asked_for_by_row(talk: Talk) -> None:
    talk.budi("/gangguan e-Kinerja tidak bisa dibuka").hears("e-Kinerja tidak bisa dibuka")
    card = talk.desk.last
    talk.budi.presses("Sudah pulih", on=card).hears("Gangguan pulih nomor 1")
    prompt = talk.desk.last
    with talk.database.reading() as unit:
        assert prompt is not None
        stands = unit.subject_refs.get(accounts.HELPDESK, prompt.message_id)
        assert stands is not None
        assert (stands.purpose, stands.id) == ("incident_closing", 1)
    talk.budi.replies("Server sudah dinyalakan lagi dan layanan pulih", to=prompt)
    talk.desk.hears("Gangguan 1 ditutup")


def test_the_first_of_two_copies_is_answered(talk: Talk) -> None:
    talk.state.faults.add("lost", method="sendMessage", chat=accounts.HELPDESK)
    talk.budi("/umumkan")
    talk.wait(minutes=1)
    first = talk.desk.hears("Pengumuman baru").last
    talk.desk.hears("Pengumuman baru")
    talk.budi.replies("Libur besok", to=first).hears("Begini").hears("Libur besok").hears("draf")


def test_alone_with_an_officer_who_is_one_no_more(talk: Talk) -> None:
    """Nothing of them is left, either."""
    eko = talk.eko.private
    eko("/start").room.skip()
    talk.budi(f"/petugas tambah {accounts.EKO}").room.skip()
    eko.room.skip()
    eko("/umumkan").hears("Pengumuman baru")
    prompt = eko.room.last
    assert chats_of_what_is_answered(talk) == {accounts.EKO}
    talk.budi(f"/petugas hapus {accounts.EKO}").room.skip()
    eko.room.skip()
    eko.replies("Libur besok", to=prompt)
    with talk.database.reading() as unit:
        assert unit.session.exec(select(Announcement)).all() == []
    eko.room.skip()
    eko("/hapus_data").hears("Minta data")
    eko.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.skip()
    confirm(talk)
    eko.hears("sudah dihapus")
    talk.desk.skip()
    assert chats_of_what_is_answered(talk) == set()


def chats_of_what_is_answered(talk: Talk) -> set[int]:
    with talk.database.reading() as unit:
        return {row.chat_id for row in unit.session.exec(select(SubjectRef))}


def test_a_request_of_somebody_erased_is_none_any_more(talk: Talk) -> None:
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti").hears("kantor mana")
    talk.ani("RSUD").hears("Kirim permintaan")
    talk.ani("ya").hears("sudah dikirim")
    request = talk.desk.hears("Permintaan Clinic 1").last
    erase(talk)
    talk.wait(seconds=5)
    talk.desk.skip()
    talk.budi.replies("Boleh, silakan datang", to=request).hears(NOWHERE)
