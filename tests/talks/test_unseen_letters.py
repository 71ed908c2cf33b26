"""Letters that nobody sees say nothing, wherever words are asked for; among words they go."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from storage.tables import Person
from tests.talks.steps import STORY, as_far_as_story, file, take
from tests.talks.talk import Talk

NOTHING = ["\u3164" * 30, "\u2800" * 30, "\u115f\u1160\uffa0" * 9, "\u0301" * 12, "\U000e0041" * 9]
UNSEEN = pytest.mark.parametrize("nothing", NOTHING, ids=ascii)
HIDDEN = "Tombol\u200b sim\u00adpan\u3164 tidak\u2063 bi\u200dsa di\U000e0061tekan"
SEEN = "Tombol simpan tidak bisa ditekan"


@UNSEEN
def test_no_story(talk: Talk, nothing: str) -> None:
    as_far_as_story(talk.ani)
    talk.ani(nothing).hears("terlalu pendek")
    talk.ani(f"rusak {nothing}").hears("terlalu pendek")
    talk.ani(STORY).hears("Ada foto layar")


@UNSEEN
def test_no_question_and_no_office(talk: Talk, nothing: str) -> None:
    talk.ani(nothing).hears("belum bisa saya baca")
    talk.ani("/profil").hears("Profil Anda")
    talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.ani(nothing).hears("nama kantor")
    talk.ani("Dinas\u200b Kese\u00adhatan").hears("Kantor Anda: Dinas Kesehatan")


@UNSEEN
def test_no_answer_of_an_officer_no_note_and_no_closing_note(talk: Talk, nothing: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(nothing, to=talk.card()).hears("tidak bisa diteruskan")
    talk.budi.replies(f"// {nothing}", to=talk.card()).hears("tidak bisa diteruskan")
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies(nothing).hears("tidak bisa diteruskan")
    talk.budi.replies(f"o{nothing}k", to="tulis catatan penutup").hears(
        "catatan penutup dengan kata-kata"
    )
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take"]


@UNSEEN
def test_no_answer_of_the_reporter(talk: Talk, nothing: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Peramban apa yang dipakai, Bu?", to=talk.card())
    talk.ani.hears("Peramban apa")
    talk.ani(nothing).hears("belum bisa saya baca")
    talk.desk.hears_nothing()


@UNSEEN
def test_a_person_without_a_name_is_called_by_a_number(talk: Talk, nothing: str) -> None:
    ani = talk.state.user(talk.ani.user)
    ani.first_name, ani.last_name = nothing, nothing
    file(talk, talk.ani)
    assert f"Dari: Pengguna {talk.ani.user}" in talk.card().text
    with talk.database.reading() as unit:
        person = unit.session.get(Person, talk.ani.user)
        assert person is not None
        assert person.name == f"Pengguna {talk.ani.user}"


def test_a_name_turns_no_card_round_and_towers_over_no_line(talk: Talk) -> None:
    ani = talk.state.user(talk.ani.user)
    ani.first_name, ani.last_name = (
        "\u202eA\u0301\u0302\u0303\u0304\u0305ni\u2067",
        "\U0001f469\u200d\U0001f4bb",
    )
    file(talk, talk.ani)
    assert "Dari: A\u0301\u0302\u0303ni \U0001f469\u200d\U0001f4bb" in talk.card().text


def test_among_words_they_are_left_out_of_story_answer_and_closing_note(talk: Talk) -> None:
    file(talk, talk.ani, HIDDEN)
    assert talk.ticket().story == SEEN
    assert SEEN in talk.card().text
    talk.budi.replies(HIDDEN, to=talk.card())
    talk.ani.hears(SEEN)
    talk.ani(HIDDEN).hears("")
    talk.desk.hears(SEEN)


def test_among_words_they_are_left_out_of_note_and_closing_note(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies(f"// {HIDDEN}", to=talk.card()).hears("")
    assert SEEN in talk.card().text
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies(HIDDEN)
    talk.ani.hears(SEEN, button="Ya, selesai")


def test_what_the_desk_teaches_has_none(talk: Talk) -> None:
    talk.ani("cara menga\u200bjukan pensiun di\u00adni lewat tas\u3164pen").hears(
        "belum saya temukan"
    )
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", "cara mengajukan pensiun dini lewat taspen")


def test_a_question_is_found_and_a_command_heard_all_the_same(talk: Talk) -> None:
    talk.ani("lu\u200bpa ka\u00adta san\u2060di").hears("Lupa kata sandi")
    talk.ani("/la\u200bpor").hears("Ceritakan")
    talk.ani("ba\u3164tal").hears("dibatalkan")


@UNSEEN
def test_nothing_asked_in_the_group(talk: Talk, nothing: str) -> None:
    talk.eko(f"@{accounts.BOT_USERNAME} {nothing}")
    talk.desk.skip()
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu")
