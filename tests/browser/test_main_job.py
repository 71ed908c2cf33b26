from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.column import Column

PICTURE = Path(__file__).parents[2] / "bot/simulator/demo/pictures/error-419.png"


def test_a_question_is_answered_from_the_book(page: Page) -> None:
    private = Column(page, "private")
    private.says("lupa kata sandi e-kinerja")
    answer = private.hears("Lupa kata sandi atau ingin menggantinya, bagaimana?")
    expect(answer).to_contain_text("Buku panduan: Bab 2")
    expect(answer.locator("button.key")).to_have_text(
        ["Membantu", "Tidak membantu", "Tanya petugas"]
    )
    private.presses("Membantu")
    expect(private.root.locator(".notice")).to_have_text("Terima kasih.")
    answer.get_by_role("link", name="e-mail tidak aktif").click()
    private.hears("E-mail yang terdaftar sudah mati atau lupa")


def test_a_command_is_chosen_by_its_first_letters(page: Page) -> None:
    private = Column(page, "private")
    private.write.press_sequentially("/man")
    expect(private.root.locator(".popup .chosen")).to_contain_text("/manual")
    private.write.press("Enter")
    private.hears("Pilih bab:")
    expect(private.write).to_be_focused()
    private.write.press_sequentially("/ti")
    private.write.press("Tab")
    expect(private.write).to_have_value("/tiket ")


def test_words_too_long_to_go_with_a_file_stay_to_be_shortened(page: Page) -> None:
    private = Column(page, "private")
    long = "Tidak bisa menyimpan. " * 60
    private.write.fill(long)
    private.attaches(PICTURE)
    expect(private.root.locator(".notice")).to_contain_text("paling banyak 1.024 huruf")
    expect(private.write).to_have_value(long)
    expect(private.root.locator(".chip")).to_have_count(1)


def test_a_reload_leaves_one_the_same_person(page: Page) -> None:
    Column(page, "private").becomes("Citra")
    Column(page, "helpdesk").becomes("Dewi")
    page.reload()
    for name, person in (("private", "Citra Lestari"), ("helpdesk", "Dewi Anggraini")):
        chosen = Column(page, name).root.locator("select option:checked")
        expect(chosen).to_contain_text(person)


def test_a_complaint_is_taken_answered_resolved_and_confirmed(page: Page) -> None:
    private, desk = Column(page, "private"), Column(page, "helpdesk")
    _arrives(page, private)
    number = _complains(private)

    card = desk.rows.filter(has_text=number).filter(has_text="Wahyu Hidayat, Dinas Sosial").first
    expect(card).to_contain_text("Baru, menunggu petugas")
    expect(card).to_contain_text("Lampiran: 1 berkas")
    expect(desk.with_text(f"Lampiran {number}").locator("img")).to_be_visible()
    place = card.get_attribute("data-message")

    card.get_by_text("Ambil", exact=True).click()
    expect(card).to_contain_text("Petugas: Budi Santoso")
    private.hears(f"{number} sedang ditangani Budi Santoso.")

    desk.replies(card, "Coba keluar dulu, lalu masuk lagi ya.")
    private.hears("Coba keluar dulu, lalu masuk lagi ya.")
    private.says("Siap, saya coba.")
    desk.hears("Siap, saya coba.")

    card.get_by_text("Selesai", exact=True).click()
    desk.hears(f"tulis catatan penutup untuk {number}")
    expect(desk.root.locator(".strip")).to_be_visible()  # the bot asked for a reply
    desk.says("Sesi habis; setelah masuk lagi bisa menyimpan.")
    private.hears("Apakah masalah Anda sudah selesai?")
    private.presses("Ya, selesai")

    private.hears(f"{number} kami tutup")
    expect(card).to_contain_text("Status: Selesai")
    expect(card).to_contain_text("disunting")
    assert card.get_attribute("data-message") == place  # edited in place, not sent again


def _arrives(page: Page, private: Column) -> None:
    """Somebody the bot has never met, who tells it where they work."""
    private.root.locator("select").select_option("new")
    page.get_by_label("Nama").fill("Wahyu Hidayat")
    page.get_by_role("button", name="Tambah").click()
    page.get_by_role("button", name="MULAI").click()
    private.hears("Selamat datang, Wahyu Hidayat.")
    private.says("/profil")
    private.hears("Profil Anda")
    private.presses("Isi nama kantor")
    private.hears("Tulis nama kantor")
    private.says("Dinas Sosial")
    private.hears("Kantor Anda: Dinas Sosial.")


def _complains(private: Column) -> str:
    private.says("/lapor")
    private.hears("Ceritakan dengan kata-kata Anda sendiri.")
    private.says("Waktu menyimpan progres muncul status code 419, isian hilang.")
    private.hears("Tentang: Gangguan dan pesan error")
    private.attaches(PICTURE)
    private.hears("Lampiran: 1 berkas")
    private.presses("Kirim")
    told = private.hears("Keluhan Anda sudah kami terima.").inner_text()
    found = re.search(r"EK-\d{4}-\d{5}", told)
    assert found is not None
    return found[0]
