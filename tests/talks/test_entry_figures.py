"""Officers see what the book's answers did."""

from __future__ import annotations

from tests.talks.talk import Talk

FORGOT = "lupa kata sandi e-kinerja"
TITLE = "Lupa kata sandi"
DEFINED = "orang yang sama membuat tiket dalam 24 jam"


def test_what_the_answers_did_is_a_page_below_faq(talk: Talk) -> None:
    talk.ani(FORGOT).hears(button="Membantu").presses("Membantu").toast("Terima kasih")
    talk.burhan(FORGOT).hears(button="Membantu").presses("Tidak membantu")
    talk.burhan.toast("Terima kasih")
    talk.burhan.hears("Maaf")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1").presses("Hasil jawaban buku")
    talk.desk.hears("Hasil jawaban buku", "1 entri ditanyakan", TITLE, "2× · 👍 1 · 👎 1", DEFINED)
    talk.budi.presses("Semua entri")
    talk.desk.sees("Entri 1–1 dari 1")
    talk.budi.presses("Tak ditanyakan")
    talk.desk.sees("Tidak ditanyakan 1–10 dari")
    talk.budi.presses("Berikutnya ›")
    talk.desk.sees("Tidak ditanyakan 11–20 dari")
    talk.budi.presses("30 hari")
    talk.desk.sees("Tidak ditanyakan 1–10 dari")


def test_nothing_asked_yet(talk: Talk) -> None:
    talk.budi("/faq").hears("Tidak ada pertanyaan yang menunggu").presses("Hasil jawaban buku")
    talk.desk.hears("0 entri ditanyakan", "Tidak ada yang gagal")
    talk.budi.presses("Semua entri")
    talk.desk.sees("Belum ada yang ditanyakan")
