"""A secret that is told in two messages: what the first announces is hidden in the second."""

from __future__ import annotations

import pytest

from tests.talks.steps import as_far_as_story, take
from tests.talks.talk import Talk
from tests.talks.test_secrets import WARNED, WARNED_AT_DESK, kept

SECRETS = ("rahasia123", "482913", "haruan", "Cinta Balangan")


@pytest.fixture(autouse=True)
def nothing_of_it_is_left(talk: Talk) -> object:
    yield
    everything = kept(talk)
    assert [secret for secret in SECRETS if secret in everything] == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("password saya", "rahasia123"),
        ("ini otp nya", "482913"),
        ("otp nya pak:", "482 913"),
        ("ini pasword ulun min", "haruan"),
        ("kata sandinya adalah", "Aku Cinta Balangan"),
        ("saya lupa password", "rahasia123"),
        ("kode otp sudah masuk", "482913"),
        ("passwordnya saya kirim ya", "haruan"),
        ("saya lupa password tapi kayaknya ini", "haruan"),
        ("ini data akun saya", "rahasia123"),
        ("baik berikut data login saya", "198701012010011001 rahasia123"),
    ],
)
def test_what_was_announced(talk: Talk, first: str, then: str) -> None:
    talk.ani(first).hears("")
    talk.wait(seconds=20)
    talk.ani(then).hears(*WARNED).hears("")


def test_with_words_between_and_in_a_story(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani("Tidak bisa masuk, ini password saya pak").hears("")
    talk.ani("haruan").hears(*WARNED).hears("Ditambahkan")


def test_in_what_stands_under_files(talk: Talk) -> None:
    talk.ani.photo("ini password saya")
    talk.wait(seconds=3)
    talk.ani.hears("").hears("Berkasnya")
    talk.ani.photo("rahasia123").hears(*WARNED).hears("")
    talk.wait(seconds=3)
    talk.ani.hears("Berkasnya")


def test_the_answer_to_an_officer_is_nothing_but_a_code(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Apakah OTP sudah masuk ke HP Bapak?", to=talk.card())
    talk.ani.hears("OTP sudah masuk")
    talk.ani("482913").hears(*WARNED).hears("sampaikan ke petugas")
    talk.desk.hears("[•••]")


def test_an_officer_tells_one_so(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Ini password barunya", to=talk.card())
    talk.ani.hears("password barunya")
    talk.budi.replies("rahasia123", to=talk.card())
    talk.desk.hears(*WARNED_AT_DESK)
    talk.ani.hears("[•••]")


def test_an_album_tells_one_in_its_parts(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album_with(["Ini password barunya", "rahasia123"], to=talk.card())
    talk.wait(seconds=3)
    talk.desk.hears(*WARNED_AT_DESK)
    talk.ani.hears("Lampiran").hears("").hears("Ini password barunya\n[•••]")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("password saya", "salah terus"),
        ("lupa password", "630501 kode unit saya"),
        ("password saya", "keblokir"),
        ("otp saya", "tidak masuk"),
        ("lupa password", "nip saya 198503152010012003"),
        ("kata sandi tidak bisa diganti", "terima kasih"),
    ],
)
def test_what_is_none(talk: Talk, first: str, then: str) -> None:
    talk.ani(first).hears("")
    talk.ani(then).hears("")
    assert "[•••]" not in kept(talk)


def test_after_minutes_it_is_another_matter(talk: Talk) -> None:
    talk.ani("kode otp sudah masuk").hears("")
    talk.wait(seconds=600)
    talk.ani("630501").hears("")
    assert "[•••]" not in kept(talk)
