"""Who may want to die, and who only says that something does not work."""

from __future__ import annotations

import pytest

from faq.text.said.distress import beside_distress, in_distress
from tests.bench.abuse import questions


@pytest.mark.parametrize(
    "message",
    [
        "saya mau bunuh diri",
        "min saya stres mau bunuh diri aja",
        "pengen mati aja rasanya",
        "ulun handak mati haja",
        "lebih baik saya mati",
        "saya gak sanggup hidup lagi",
        "capek hidup min",
        "ingin mengakhiri hidup",
        "capek mau mati",
        "SKP saya tidak disetujui, rasanya mau mati saja",
        "sudah capek, mati saja",
    ],
)
def test_whoever_may_want_to_die_is_heard(message: str) -> None:
    assert in_distress(message)


@pytest.mark.parametrize(
    "message",
    [
        "aplikasi mati",
        "mati lampu jadi tidak bisa absen",
        "capek mau mati antri otp",
        "antri otp mau mati rasanya",
        "hp saya mau mati",
        "setengah mati cari menu skp",
        "webinar pencegahan bunuh diri tidak bisa diunggah",
        "data pegawai yang sudah mati masih tampil",
        "e-mail saya sudah mati",
        "saya mau mati-matian mengejar target skp",
    ],
)
def test_what_only_sounds_so_is_a_question(message: str) -> None:
    assert not in_distress(message)


def test_no_question_to_the_book_sounds_so() -> None:
    assert [text for text in questions() if in_distress(text)] == []


def test_what_else_is_said_can_be_answered() -> None:
    assert beside_distress("mau bunuh diri rasanya, otp tidak masuk") == "otp tidak masuk"
