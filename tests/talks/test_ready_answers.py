"""Answers that need not be written: out of the book, and the desk's own templates."""

from __future__ import annotations

from bot.rules.templates import MOST_TEMPLATES
from bot.rules.ticket import Deed
from bot.simulator.world import accounts
from bot.words import ready_answers as words
from tests.talks.steps import file
from tests.talks.talk import Talk
from tests.talks.test_announcement_card import toasts

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


def templates(talk: Talk, count: int) -> None:
    """Of Budi's, titled by their numbers."""
    with talk.database.unit() as unit:
        for number in range(1, count + 1):
            unit.templates.add(
                title=f"Jawaban {number:03}",
                text=f"Isi {number}",
                category=None,
                by=accounts.BUDI,
                now=talk.clock.now(),
            )


def test_two_quick_taps_on_a_template_are_one_answer(talk: Talk) -> None:
    templates(talk, 1)
    file(talk, talk.ani)
    talk.budi.presses("Jawaban siap").toast("").hears_nothing()
    with talk.at_once():
        talk.budi.presses("1. Jawaban 001")
        talk.budi.presses("1. Jawaban 001")
    assert toasts(talk)[-2:] == [words.sent_toast()] * 2
    talk.ani.hears("Isi 1").hears_nothing()
    assert talk.deeds().count("reply") == 1
    page = talk.desk.sees("Isi 1")
    talk.dewi.presses("Jawaban siap", on=page).toast("")
    talk.dewi.presses("1. Jawaban 001", on=page).toast("").hears_nothing()
    talk.desk.sees("baru saja menjawab")
    talk.ani.hears_nothing()


def test_more_templates_than_a_page_shows(talk: Talk) -> None:
    templates(talk, 9)
    file(talk, talk.ani)
    talk.budi.presses("Jawaban siap").toast("")
    page = talk.desk.newest_with("Berikutnya ›")
    assert "6. Jawaban 006" in page.button_words
    talk.budi.presses("Berikutnya ›", on=page).toast("")
    assert page.button_words == ["1. Jawaban 007", "2. Jawaban 008", "3. Jawaban 009", "Kembali"]
    talk.budi("/jawaban").hears("Jawaban siap pakai: 9", button="Berikutnya ›")
    listed = talk.desk.last
    assert listed is not None
    talk.budi.presses("Berikutnya ›", on=listed).toast("")
    assert listed.button_words == ["9. Jawaban 009", "‹ Sebelumnya"]
    talk.budi.presses("‹ Sebelumnya", on=listed).toast("")
    assert "1. Jawaban 001" in listed.button_words


def test_only_its_writer_changes_a_template(talk: Talk) -> None:
    templates(talk, 1)
    talk.budi("/jawaban").hears("Jawaban 001")
    page = talk.desk.last
    talk.budi.presses("1. Jawaban 001", on=page).toast("")
    for button in ("Ubah kategori", "Hapus"):
        talk.dewi.presses(button, on=page).toast("Hanya penulisnya atau admin")
    talk.budi.presses("Ubah kategori", on=page).toast("")
    talk.dewi.presses("Lainnya", on=page).toast("Hanya penulisnya atau admin")
    talk.budi.forges("tplset:1:99", on=page)
    talk.toasts.clear()
    talk.budi.presses("Semua kategori", on=page).toast("")
    talk.desk.sees("Jawaban 001 – semua kategori")
    with talk.database.reading() as unit:
        row = unit.templates.get(1)
        assert row is not None
        assert (row.category, row.text) == (None, "Isi 1")


def test_what_no_template_may_be(talk: Talk) -> None:
    templates(talk, MOST_TEMPLATES - 1)
    talk.budi("/jawaban tambah " + "j" * 61 + ": isi").hears("Paling panjang 60 huruf")
    talk.budi("/jawaban tambah Judul: " + "isi " * 600).hears("2000 untuk isi")
    talk.budi("/jawaban ubah 1 !").hears("perlu judul dan isi")
    talk.dewi("Coba hapus cache peramban dulu ya")
    talk.budi.replies("/jawaban tambah Cache", to=talk.dewi.said).hears("Tersimpan: Cache")
    talk.budi("/jawaban tambah Satu lagi: isi").hears("Sudah ada 200 jawaban")
    talk.budi("/jawaban hapus 1").hears("Jawaban 001 dihapus")
    talk.budi("/jawaban hapus 1").hears("Tidak ada jawaban dengan nomor itu")


def test_another_template_is_not_sent_in_place_of_one_that_is_gone(talk: Talk) -> None:
    templates(talk, 1)
    file(talk, talk.ani)
    talk.budi.presses("Jawaban siap").toast("")
    page = talk.desk.newest_with("1. Jawaban 001")
    talk.budi("/jawaban hapus 1").hears("dihapus")
    talk.budi("/jawaban tambah Lain: bukan yang ditekan").hears("Lain")
    talk.budi.presses("1. Jawaban 001", on=page).toast("Jawaban itu sudah tidak ada")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file"]


def test_a_template_that_is_gone_is_sent_to_nobody(talk: Talk) -> None:
    templates(talk, 2)
    file(talk, talk.ani)
    talk.budi.presses("Jawaban siap").toast("")
    page = talk.desk.newest_with("1. Jawaban 001")
    for _ in range(3):
        talk.budi("/jawaban").hears("Jawaban 001")
    listed = talk.desk.last
    talk.budi.presses("1. Jawaban 001", on=listed).toast("")
    talk.budi("/jawaban hapus 1").hears("dihapus")
    talk.budi.presses("1. Jawaban 001", on=page).toast("Jawaban itu sudah tidak ada")
    talk.budi.presses("Ubah kategori", on=listed).toast("Jawaban itu sudah tidak ada")
    talk.budi.presses("Hapus", on=listed).toast("Jawaban itu sudah tidak ada")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file"]
