"""Where a message may be cut."""

from __future__ import annotations

import pytest

from faq.text.clauses.joints import (
    MOST_JOINTS,
    MOST_LETTERS,
    Joint,
    contrasts,
    leans,
    pieces,
    settled,
)


def cut(message: str) -> list[str]:
    found = pieces(message)
    return [] if found is None else [found.text(at, at) for at in range(len(found.spans))]


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("otp salah terus dan skp ditolak", ["otp salah", "skp ditolak"]),
        ("lupa password? terus tpp kenapa dipotong", ["lupa password", "tpp kenapa dipotong"]),
        ("otp salah\n\ntpp kurang", ["otp salah", "tpp kurang"]),
        ("1. otp salah 2. skp ditolak", ["otp salah", "skp ditolak"]),
        ("tanya: (1) otp salah (2) skp ditolak", ["otp salah", "skp ditolak"]),
        ("- otp salah\n- skp ditolak", ["otp salah", "skp ditolak"]),
        ("yang pertama: otp salah, yang kedua: skp ditolak", ["otp salah", "skp ditolak"]),
        ("otp salah. satu lagi, tpp kurang", ["otp salah", "tpp kurang"]),
        ("otp salah lawan tpp kurang", ["otp salah", "tpp kurang"]),
        ("lupa password", []),
        ("?", []),
        (", dan", []),
    ],
)
def test_at_its_joints(message: str, parts: list[str]) -> None:
    assert cut(message) == parts


def test_a_part_of_several_pieces_stands_as_it_was_typed() -> None:
    found = pieces("nama, gelar dan pangkat salah")
    assert found is not None
    assert found.text(0, 1) == "nama, gelar"
    assert found.joints == (Joint.COMMA, Joint.WORD)


def test_a_long_message_has_few_joints_and_a_very_long_one_none() -> None:
    found = pieces("a, " * 40 + "b? c")
    assert found is not None
    assert len(found.joints) == MOST_JOINTS
    assert Joint.QUESTION in found.joints
    assert pieces("otp salah dan " * MOST_LETTERS) is None


def test_a_contrast_is_one_matter() -> None:
    assert contrasts("bukan lupa sandi tapi kode otp ditolak")
    assert contrasts("aktivasi sudah, yang belum ganti sandi")
    assert not contrasts("otp salah dan tpp kurang")
    assert all(map(settled, ("atasan sudah benar", "saya tidak lupa sandi", "bukan ditolak ya")))
    assert not any(map(settled, ("sudah diajukan belum disetujui", "tidak bisa login", "tpp")))
    assert all(map(settled, ("cetaknya nanti saja", "jangan jelaskan cuti dulu", "sandi ingat")))
    assert not any(map(settled, ("saya baru tahu progres harian", "cara lapor")))
    assert leans("padahal sudah diganti")
    assert not leans("tpp kurang")
