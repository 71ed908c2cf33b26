from __future__ import annotations

import pytest

from faq.text.language import normalise, plain


@pytest.mark.parametrize(
    ("typed", "stems"),
    [
        ("min, kok ga bs masuk y pliiisss", "tidak bisa masuk"),
        ("loginnya gagal, passwordnya salah", "login gagal sandi salah"),
        ("kada kawa masuk, kayapa maulah SKP", "tidak bisa masuk bagaimana buat skp"),
        ("balum tadapat", "belum temu"),
        ("ulun hanyar maulah mun pian", "baru buat kalau"),
        ("gabisa dibuka skpku", "tidak bisa buka skp"),
        ("buku-buku lain2", "buku lain"),
        ("di-upload, mengupload, ngupload", "unggah unggah unggah"),
        ("Request failed with status code 419", "request gagal with status kode 419"),
        ("https://kinerja.bkn.go.id/login?x=1", "kinerja.bkn.go.id"),
        ("ku\u200bnci\u202e akun", "kunci akun"),
        ("ｐａｓｓｗｏｒｄ", "sandi"),
        ("tombol Tambah PAK tidak ada pak", "tombol tambah pakkredit tidak ada"),
        ("p3k SP2D 6.600", "pppk sp2d 6600"),
        ("Rp1.500.000", "rp 1500000"),
        ("ditugasakan, mausulakan", "tugas usul"),
        ("emailnya emailku browsernya", "surel surel ramban"),
        ("bukunya bukuku kakunya", "buku buku kaku"),
        ("indahnya buktinya", "indah bukti"),
        ("manilai maisi tatanjur baiki", "nilai isi lanjur baik"),
    ],
)
def test_chat_becomes_stems(typed: str, stems: str) -> None:
    assert " ".join(word.stem for word in normalise(typed)) == stems


@pytest.mark.parametrize("word", ["tidak", "belum", "bukan", "jangan"])
def test_negations_stay(word: str) -> None:
    assert word in [found.stem for found in normalise(f"saya {word} masuk")]


def test_a_message_of_manners_alone_keeps_its_words() -> None:
    assert [word.text for word in normalise("halo kak")] == ["halo", "kakak"]
    assert all(word.weak for word in normalise("halo kak"))


def test_words_come_out_as_they_went_in_when_nothing_is_known() -> None:
    assert plain("zzxq wvut") == ("zzxq", "wvut")
