"""What is wanted with one's own report, and what only looks like it."""

from __future__ import annotations

import pytest

from faq.text.said.own_report import asks_how_it_stands, keeps, opens_again


@pytest.mark.parametrize(
    "said",
    [
        "buka lagi",
        "tolong dibuka kembali",
        "buka lagi tiketnya",
        "tolong dibuka lagi laporan saya yg tadi",
        "laporannya bukakan lagi pak, masih error",
    ],
)
def test_it_is_to_be_opened_again(said: str) -> None:
    assert opens_again(said)


@pytest.mark.parametrize(
    "said", ["buka lagi aplikasinya", "SKP saya mau dibuka lagi", "kembali lagi", "lagi"]
)
def test_other_things_are_opened_too(said: str) -> None:
    assert not opens_again(said)


@pytest.mark.parametrize(
    "said", ["eh jangan dibatalin deh", "gak jadi batal", "ga jadi ditarik", "jangan dicabut dulu"]
)
def test_it_goes_on(said: str) -> None:
    assert keeps(said)


@pytest.mark.parametrize(
    "said",
    ["batal", "ga jadi", "jangan dibatalkan SKP nya", "kenapa ga jadi batal?", "jangan ditutup"],
)
def test_that_is_not_said_of_it(said: str) -> None:
    assert not keeps(said)


@pytest.mark.parametrize(
    "said",
    [
        "nomor saya berapa",
        "nomornya berapa tadi?",
        "nomor tiketku?",
        "no tiket",
        "tiket saya ada berapa?",
        "tiket ku nomor berapa ya min",
        "udah dibaca belum",
        "sudah ditangani belum?",
        "sampai mana prosesnya",
        "ada perkembangan?",
        "masih lama kah",
    ],
)
def test_how_it_stands_is_asked_also_after_an_answer(said: str) -> None:
    assert asks_how_it_stands(said)
    assert asks_how_it_stands(said, on_a_topic=True)


@pytest.mark.parametrize("said", ["prosesnya berapa lama", "progresnya bagaimana"])
def test_after_an_answer_it_may_be_about_that(said: str) -> None:
    assert asks_how_it_stands(said)
    assert not asks_how_it_stands(said, on_a_topic=True)


@pytest.mark.parametrize(
    "said",
    [
        "nomor admin berapa",
        "nomor pak budi berapa",
        "nomor hp saya berapa",
        "berapa nomor HP yang terdaftar",
        "progres harian saya belum dibaca atasan",
        "SKP saya sudah diperiksa belum",
        "berapa",
        "ada apa",
    ],
)
def test_other_numbers_and_states_are_the_books_matter(said: str) -> None:
    assert not asks_how_it_stands(said)
