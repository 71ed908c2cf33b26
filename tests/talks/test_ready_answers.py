"""Answers that need not be written: out of the book, and the desk's own templates."""

from __future__ import annotations

from bot.rules.ticket import Deed
from tests.talks.steps import file
from tests.talks.talk import Talk

STORY = "Saya lupa kata sandi e-Kinerja, bagaimana menggantinya?"


def last_event(talk: Talk) -> tuple[Deed, str | None, str | None]:
    with talk.database.reading() as unit:
        ticket = unit.tickets.get(1)
        assert ticket is not None
        event = unit.events.history(ticket)[-1]
        return event.deed, event.actor, event.text


def test_the_book_answers_with_one_tap_in_the_officers_name(talk: Talk) -> None:
    file(talk, talk.ani, STORY)
    talk.budi.presses("Jawab dari buku").toast("").hears_nothing()
    page = talk.desk.newest_with("Kembali")
    assert "Jawab dari buku – EK-2026-00001" in page.text
    assert len(page.button_words) == 4
    first = page.button_words[0]
    talk.budi.presses(first, on=page).toast("Terkirim ke pelapor")
    talk.ani.hears("Budi Santoso, petugas – EK-2026-00001, dari buku panduan", "Buku panduan:")
    deed, actor, text = last_event(talk)
    assert (deed, actor) == (Deed.REPLY, "Budi Santoso")
    assert text is not None
    assert text.startswith("📖 ")
    assert text.endswith("]")
    talk.desk.sees("Dijawab (Budi Santoso): 📖")
    talk.ani("terima kasih banyak, tapi emailnya sudah tidak aktif").hears("sampaikan")
    talk.desk.hears("tidak aktif")
    talk.dewi.presses("Jawab dari buku", on=page).toast("").hears_nothing()
    talk.dewi.presses("Kembali", on=page).toast("").hears_nothing()
    talk.desk.sees("Status: Sedang ditangani")


def test_two_taps_are_one_answer_and_a_colleague_is_warned(talk: Talk) -> None:
    file(talk, talk.ani, STORY)
    talk.budi.presses("Jawab dari buku").toast("").hears_nothing()
    page = talk.desk.newest_with("Kembali")
    first = page.button_words[0]
    talk.budi.presses(first, on=page).toast("Terkirim ke pelapor")
    talk.ani.hears("dari buku panduan")
    talk.dewi.presses("Jawab dari buku", on=page).toast("").hears_nothing()
    talk.dewi.presses(first, on=page).toast("").hears_nothing()
    assert "baru saja menjawab" in page.text
    talk.dewi.presses("Tetap kirim", on=page).toast("Terkirim")
    talk.ani.hears("Dewi", "dari buku panduan")
    assert last_event(talk)[1] == "Dewi Anggraini"
    talk.ani("sudah saya coba, kodenya tidak datang").hears("sampaikan")
    talk.desk.hears("kodenya tidak datang")
    talk.budi.presses("Jawab dari buku", on=page).toast("").hears_nothing()
    talk.budi.presses(page.button_words[0], on=page).toast("Terkirim")  # she has written since
    talk.ani.hears("Budi", "dari buku panduan")


def test_a_template_is_added_used_changed_and_removed(talk: Talk) -> None:
    file(talk, talk.ani, "Layar putih <b>&</b> sejak kemarin pagi, {petugas}")
    talk.budi("/jawaban").hears("Jawaban siap pakai: 0", "/jawaban tambah")
    talk.budi("/jawaban tambah").hears("perlu judul dan isi")
    talk.budi("/jawaban tambah Sandi: kirim kata sandi Anda ke sini").hears("belum diteruskan")
    talk.budi("/jawaban tambah Bersihkan cache: Halo {nama} ({nomor}), {lain}. {petugas}").hears(
        "Untuk tiket tentang apa?", button="Semua kategori"
    )
    talk.budi.presses("Lainnya").hears_nothing()
    talk.dewi("/jawaban tambah bersihkan CACHE: lain").hears("sudah ada, nomor 1")
    talk.dewi("/jawaban ubah 1 punya saya").hears("Hanya Budi Santoso atau admin")
    talk.dewi.presses("Jawaban siap").toast("").hears_nothing()
    page = talk.desk.newest_with("Kembali")
    assert "Halo {nama} (EK-2026-00001), {lain}. Dewi" in page.text
    talk.dewi.presses("1. Bersihkan cache", on=page).toast("Terkirim")
    talk.ani.hears("Dewi Anggraini, petugas", "Halo Ani Rahmawati (EK-2026-00001), {lain}. Dewi")
    assert last_event(talk)[0] is Deed.REPLY
    talk.budi("/jawaban ubah 1 Baru <i>").hears("teks yang baru")
    talk.budi("/jawaban").hears("Jawaban siap pakai: 1", "Baru <i>", button="1. Bersihkan cache")
    talk.budi.presses("1. Bersihkan cache").toast("").hears_nothing()
    talk.budi.presses("Hapus").toast("").hears_nothing()
    talk.budi.replies("/jawaban tambah Kartu", to="Status: ").hears("perlu judul dan isi")
    talk.budi("/jawaban hapus 1").hears("Tidak ada jawaban dengan nomor itu")
