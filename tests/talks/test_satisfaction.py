"""How satisfied a reporter is: asked once a ticket is closed, by buttons or words, and kept."""

from __future__ import annotations

import pytest

from faq.text.said.scale import step_said
from storage.tables import SatisfactionRow
from tests.talks.steps import STORY, resolve
from tests.talks.talk import Talk

MONDAY = 0
NUMBER = "EK-2026-00001"


def closed(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup", "Bagaimana pelayanan", button="Baik")


def kept(talk: Talk) -> SatisfactionRow | None:
    with talk.database.reading() as unit:
        found = unit.satisfaction.of(talk.ticket().id)
        if found is not None:
            unit.session.expunge(found)
        return found


def score(talk: Talk) -> int | None:
    row = kept(talk)
    return None if row is None else row.score


def test_a_tap_and_a_sentence_are_kept_and_shown_to_the_desk(talk: Talk) -> None:
    closed(talk)
    talk.ani.presses("Sangat baik").toast("")
    message = talk.ani.room.sees("Penilaian EK-2026-00001: Sangat baik")
    assert not message.button_words
    talk.restart()
    talk.ani("petugasnya cepat sekali, terima kasih banyak").hears("kami catat")
    row = kept(talk)
    assert row is not None
    assert (row.score, row.words) == (4, "petugasnya cepat sekali, terima kasih banyak")
    card = talk.card().text
    assert "Penilaian pelapor: Sangat baik (4 dari 4) – petugasnya cepat" in card
    talk.ani("lupa kata sandi e-kinerja").hears("Lupa kata sandi")
    talk.ani("/data_saya").hears("Penilaian Anda: Sangat baik: petugasnya cepat")


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("sangat baik", 4),
        ("kasih bintang lima", 4),
        ("Kurang baik.", 2),
        ("tidak baik", 1),
        ("BAIK", 3),
        ("2", 2),
        ("baik sekali!", 4),
    ],
)
def test_a_step_may_be_written(talk: Talk, words: str, step: int) -> None:
    closed(talk)
    talk.ani(words).hears("Penilaian EK-2026-00001")
    assert score(talk) == step


@pytest.mark.parametrize("words", ["baik pak", "terima kasih banyak", "ok", "5", "lumayan"])
def test_what_is_no_step_is_none(talk: Talk, words: str) -> None:
    assert step_said(words) is None
    closed(talk)
    talk.ani(words)
    talk.ani.room.skip()
    assert score(talk) is None


def test_the_sentence_is_optional_and_a_question_is_a_question(talk: Talk) -> None:
    closed(talk)
    talk.ani.presses("Baik").toast("")
    talk.ani("bagaimana kalau lupa kata sandi?").hears("Lupa kata sandi")
    talk.ani("layar putih sejak kemarin").room.skip()
    row = kept(talk)
    assert row is not None
    assert (row.score, row.words) == (3, None)


def test_a_number_may_mean_what_the_book_has_just_offered(talk: Talk) -> None:
    closed(talk)
    talk.ani("otp").room.skip()
    talk.ani("1").room.skip()
    assert score(talk) is None


def test_only_the_reporter_rates_and_only_with_a_step_there_is(talk: Talk) -> None:
    closed(talk)
    message = talk.ani.room.last
    talk.burhan("/start").hears("Selamat datang")
    talk.burhan.forges(f"score:{talk.ticket().id}:1").toast("")
    for forged in (0, 5, 10**9):
        talk.ani.forges(f"score:{talk.ticket().id}:{forged}", on=message).toast("tidak berlaku")
    assert score(talk) is None
    talk.expects(unanswered=0)


def test_who_says_nothing_is_reminded_once(talk: Talk) -> None:
    closed(talk)
    talk.until(3, 8)
    talk.ani.hears_nothing()
    talk.until(4, 8)
    talk.ani.hears(NUMBER, "Bagaimana pelayanan", button="Sangat baik")
    for _ in range(10):
        talk.restart().wait(days=1)
    talk.ani.hears_nothing()
    talk.ani.presses("Kurang baik").toast("")
    assert score(talk) == 2
    talk.reports.skip()
    talk.desk.skip()


def test_who_has_rated_is_not_reminded(talk: Talk) -> None:
    closed(talk)
    talk.ani("sangat baik").hears("Terima kasih")
    talk.until(MONDAY, 9)
    talk.ani.hears_nothing()
    talk.reports.skip()


def test_a_report_that_is_being_written_gets_the_words(talk: Talk) -> None:
    closed(talk)
    talk.ani("/lapor").hears("Ceritakan dengan kata-kata Anda sendiri")
    talk.ani.presses("Baik").toast("")
    talk.ani.room.sees("Penilaian EK-2026-00001: Baik")
    talk.ani(STORY).hears(STORY, button="Kirim")
    row = kept(talk)
    assert row is not None
    assert (row.score, row.words) == (3, None)


def test_a_step_in_answer_to_a_message_about_the_ticket_counts(talk: Talk) -> None:
    closed(talk)
    talk.ani.replies("sangat baik", to="kami tutup").hears("Penilaian EK-2026-00001: Sangat baik")
    assert score(talk) == 4


def test_a_photo_is_no_step(talk: Talk) -> None:
    closed(talk)
    talk.ani.photo()
    talk.wait(seconds=3)
    talk.ani.room.skip()
    talk.ani("baik").room.skip()  # about the photo, perhaps
    assert score(talk) is None
    talk.desk.skip()


@pytest.mark.parametrize(
    ("words", "step"), [("gk puas", 1), ("kada baik", 1), ("mantap", 4), ("baik banget", 4)]
)
def test_a_step_may_be_written_as_people_write(talk: Talk, words: str, step: int) -> None:
    closed(talk)
    talk.ani(words).hears("Penilaian EK-2026-00001")
    assert score(talk) == step
