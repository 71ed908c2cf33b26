from __future__ import annotations

import pytest

from faq.text.smalltalk import Smalltalk, bare, smalltalk


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("halo min", Smalltalk.GREETING),
        ("Assalamualaikum wr wb", Smalltalk.GREETING),
        ("selamat pagi pak, izin bertanya", Smalltalk.GREETING),
        ("P", Smalltalk.GREETING),
        ("makasih banyak ya kak", Smalltalk.THANKS),
        ("terima kasih atas bantuannya min, sangat membantu", Smalltalk.THANKS),
        ("mau bicara dengan petugas", Smalltalk.PERSON),
        ("handak bapandir lawan urang", Smalltalk.PERSON),
        ("admin", Smalltalk.PERSON),
        ("oke siap", Smalltalk.YES),
        ("iya min", Smalltalk.YES),
        ("gak", Smalltalk.NO),
        ("yang tadi gimana", Smalltalk.FOLLOW_UP),
        ("terus?", Smalltalk.FOLLOW_UP),
        ("masih gabisa", Smalltalk.FOLLOW_UP),
    ],
)
def test_small_talk(message: str, kind: Smalltalk) -> None:
    assert smalltalk(message) is kind


@pytest.mark.parametrize(
    "message",
    [
        "Halo, lupa sandi",
        "makasih, tapi belum bisa login",
        "mau tanya admin instansi siapa",
        "butuh orang untuk isi skp",
        "tidak bisa login",
        "akhir",
        "yang tadi kode 419 muncul lagi",
        "",
        "👍",
        "halo " * 50,
    ],
)
def test_questions_are_no_small_talk(message: str) -> None:
    assert smalltalk(message) is None


@pytest.mark.parametrize("message", ["pak", "bagaimana", "tidak bisa", "kenapa ya", "tolong min"])
def test_bare_words_tell_nothing(message: str) -> None:
    assert bare(message)


@pytest.mark.parametrize("message", ["lupa", "tidak bisa login", "hp", "419"])
def test_one_telling_word_is_enough(message: str) -> None:
    assert not bare(message)
