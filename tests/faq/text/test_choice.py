from __future__ import annotations

import pytest

from faq.text.choice import none_of_them, place


@pytest.mark.parametrize(
    ("said", "at"),
    [
        *(("1", 0), ("1.", 0), ("no 1", 0), ("yg pertama", 0), ("satu pak", 0), ("yang atas", 0)),
        *(("nomor 2", 1), ("pilihan kedua pak", 1), ("ke-2", 1), ("Opsi dua", 1)),
        *(("nomer tiga", 2), ("yang no.3 min", 2), ("yg terakhir", -1), ("paling bawah", -1)),
    ],
)
def test_a_place_is_named_in_many_ways(said: str, at: int) -> None:
    assert place(said) == at


@pytest.mark.parametrize(
    "said", ["", "0", "12", "2 orang", "langkah 2", "SKP 1", "1 atau 2", "semester pertama"]
)
def test_other_words_name_no_place(said: str) -> None:
    assert place(said) is None


def test_none_of_them_takes_a_no_and_nothing_else() -> None:
    for said in ("bukan itu", "bukan semuanya pak", "tidak ada yang cocok", "gak satupun"):
        assert none_of_them(said), said
    for said in ("tidak bisa", "itu", "tidak ada tombol simpan", "", "bukan atasan saya"):
        assert not none_of_them(said), said
