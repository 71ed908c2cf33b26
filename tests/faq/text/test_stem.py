from __future__ import annotations

import pytest

from faq.text.stem import stem


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("penyusunan", "susun"),
        ("menambahkan", "tambah"),
        ("mengubah", "ubah"),
        ("memasukkan", "masuk"),
        ("diketahui", "tahu"),
        ("keterlambatan", "lambat"),
        ("pesannya", "pesan"),
        ("kepemimpinan", "pimpin"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_stems(word: str, root: str) -> None:
    assert stem(word) == root
