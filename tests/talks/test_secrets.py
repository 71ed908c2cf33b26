"""A password, PIN or code that somebody tells: hidden before anything keeps it, and it is said."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect, text

from tests.talks.steps import as_far_as_story, take
from tests.talks.talk import Talk

SECRETS = ("rahasia123", "887766", "Bakso#12", "Balangan2024!", "4321")
TOLD = "password saya rahasia123 kode otp 887766"
WARNED = ("hapus pesan itu", "ganti kata sandi")
WARNED_AT_DESK = ("hapus pesan ini", "menggantinya")
NIP = "198503152010012003"


def kept(talk: Talk) -> str:
    """All there is in the database, and all that the bot said."""
    with talk.database.engine.connect() as connection:
        rows = [
            str(row)
            for table in inspect(connection).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))
        ]
    said = [
        message.text
        for chat in talk.state.chats
        for message in talk.state.messages(chat)
        if message.from_bot
    ]
    return "\n".join([*rows, *said])


@pytest.fixture(autouse=True)
def nothing_of_it_is_left(talk: Talk) -> object:
    yield
    everything = kept(talk)
    assert [secret for secret in SECRETS if secret in everything] == []


def test_in_a_question(talk: Talk) -> None:
    talk.ani(TOLD).hears(*WARNED).hears("")
    talk.ani("lupa password").hears("Reset Password")
    assert "[•••]" in kept(talk)


def test_in_a_story_a_line_more_and_its_correction(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani("Tidak bisa masuk, sandi sy: Bakso#12 selalu ditolak").hears(*WARNED)
    talk.ani.hears("Ada foto layar")
    talk.ani("kata sandinya Balangan2024!").hears(*WARNED).hears("Ditambahkan")
    talk.ani.edits("kata sandinya Balangan2024! atau rahasia123").hears_nothing()
    talk.ani.presses("Lanjut").hears("Mohon diperiksa", "[•••]", button="Kirim")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("[•••] selalu ditolak")


def test_under_a_file_and_above_a_command(talk: Talk) -> None:
    talk.ani.photo(TOLD).hears(*WARNED).hears("")
    talk.wait(seconds=3)
    talk.ani.hears("")
    talk.ani("/lapor pin saya 4321").hears(*WARNED).hears("Mohon diperiksa", "pin saya [•••]")


def test_where_it_is_refused_too(talk: Talk) -> None:
    talk.ani("/tiket pin saya 4321").hears(*WARNED).hears("tidak ada dalam daftar")


def test_what_a_reporter_answers_and_what_an_officer_does(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sandi barunya: Bakso#12, silakan dicoba", to=talk.card())
    talk.desk.hears(*WARNED_AT_DESK)
    talk.ani.hears("[•••], silakan dicoba")
    talk.ani("sudah saya coba, passwordnya rahasia123 tidak bisa").hears(*WARNED)
    talk.ani.hears("sampaikan ke petugas")
    talk.desk.hears("passwordnya [•••] tidak bisa")
    talk.budi.replies("// pw nya Bakso#12", to=talk.card())
    talk.desk.hears(*WARNED_AT_DESK).hears("Catatan internal")
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies("Sudah direset, PIN 4321")
    talk.desk.hears(*WARNED_AT_DESK)
    talk.ani.hears("PIN [•••]", button="Ya, selesai")


def test_once_a_message_also_when_it_is_edited(talk: Talk) -> None:
    talk.ani("lupa password").hears("Reset Password")
    talk.ani.edits("lupa password, dulu passwordnya rahasia123").hears(*WARNED)
    talk.ani.edits("lupa password, dulu passwordnya Bakso#12").hears_nothing()


def test_what_others_say_in_the_group_is_nobodys_business(talk: Talk) -> None:
    talk.budi(TOLD).hears_nothing()


def test_a_parked_message_has_none_either(talk: Talk) -> None:
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE question RENAME TO gone"))
    talk.ani(TOLD)
    for _ in range(3):
        talk.wait(seconds=1)
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO question"))
    talk.ani.hears("gangguan").hears(*WARNED)
    talk.desk.hears("tidak dapat diproses")
    talk.expects(dead_updates=1)


def test_a_served_update_is_not_kept(talk: Talk) -> None:
    """The story is the officer's to read, with the NIP; the question is not."""
    talk.ani(f"NIP saya {NIP[:8]}  {NIP[8:14]}/1/{NIP[15:]} tidak bisa login").hears("")
    everything = kept(talk)
    assert "[NIP]" in everything
    assert NIP[8:14] not in everything


@pytest.mark.parametrize(
    "asked",
    [
        "Mohon kirim password Bapak ke sini",
        "minta passwordnya pak",
        "kode OTP nya berapa bu?",
        "klik menu profil lalu kirim password ibu ke saya",
    ],
)
def test_an_officer_who_asks_for_one_is_told_and_it_is_not_passed_on(
    talk: Talk, asked: str
) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(asked, to=talk.card())
    talk.desk.hears("belum diteruskan", "tidak boleh diminta")
    talk.ani.hears_nothing()
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.budi.replies(asked)
    talk.desk.hears("belum diteruskan")
    talk.budi.replies("Jangan kirim password. Coba ganti di ASN Digital.", to="keterangan apa")
    talk.desk.hears_nothing()
    talk.ani.hears("Jangan kirim password")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("passwordnya pak", "tolong kirim ya"),
        ("kode otp sudah masuk?", "kirim ke sini ya pak"),
        ("boleh saya tahu", "kata sandinya"),
    ],
)
def test_an_officer_who_asks_for_one_in_two_messages(talk: Talk, first: str, then: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(first, to=talk.card())
    talk.ani.hears(first)
    talk.budi.replies(then, to=talk.card())
    talk.desk.hears("belum diteruskan", "tidak boleh diminta")
    talk.ani.hears_nothing()
    talk.wait(minutes=11)
    talk.budi.replies("tolong kirim tangkapan layarnya ya", to=talk.card())
    talk.ani.hears("tangkapan layarnya")


@pytest.mark.parametrize(
    "captions",
    [
        ["minta kode OTP nya pak", ""],
        ["Klik menu Profil seperti ini", "lalu kirim password ibu ke saya"],
        ["mohon kirim", "password bapak"],
    ],
)
def test_an_album_that_asks_for_one_is_not_passed_on(talk: Talk, captions: list[str]) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album_with(captions, to=talk.card())
    talk.wait(seconds=3)
    talk.desk.hears("belum diteruskan")
    talk.ani.hears_nothing()


ASKED = "Mohon kirim password dan kode OTP Bapak/Ibu ke sini"


@pytest.mark.parametrize(
    "said",
    [
        f"/gangguan Login gagal. {ASKED}",
        f"/jawaban tambah Reset: {ASKED}",
        f"/clinic baru: {ASKED} | 26 November 2026 09.00-11.00 | Aula | 20 | Bu Dewi",
    ],
)
def test_what_is_told_to_many_asks_for_none_either(talk: Talk, said: str) -> None:
    talk.budi(said).hears("tidak boleh diminta")
    assert ASKED not in kept(talk)


def test_nor_does_news_of_an_incident_or_an_answer_for_the_book(talk: Talk) -> None:
    talk.budi("/gangguan Login gagal sejak pagi").hears("Login gagal sejak pagi")
    talk.budi.replies(ASKED, to="Login gagal sejak pagi").hears("tidak boleh diminta")
    talk.ani("bagaimana mengurus kartu istri hilang").room.skip()
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")
    talk.budi.presses("Tulis jawaban baru").toast("").hears("kartu istri")
    talk.budi.replies(ASKED).hears("tidak boleh diminta")
    assert ASKED not in kept(talk)


def test_nobodys_nip_stands_in_an_incident(talk: Talk) -> None:
    talk.budi(f"/gangguan Akun {NIP} ganda, hubungi 0526 2021234").hears("Akun [NIP] ganda")
    talk.desk.sees("hubungi 0526 2021234")
