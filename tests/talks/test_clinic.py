"""Coaching Clinic at the desk and for everybody: opening, joining, news, requests."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.rules.offices import Offices
from bot.simulator.world import accounts
from storage.tables import ClinicSession
from tests.talks.clinic_steps import at_the_session, joins, opened, seats, session
from tests.talks.talk import Talk
from tests.talks.voice import Voice


def test_step_by_step_with_buttons(talk: Talk) -> None:
    talk.budi("/clinic").hears("Belum ada sesi", button="Sesi baru")
    talk.budi.presses("Sesi baru").toast("").hears("Sesi 1 · Topik", "Tentang apa")
    talk.budi.replies("Realisasi triwulan").hears("Sesi 1 · Waktu", button="Rab 25 Nov")
    talk.budi.presses("Kam 3 Des").toast("")
    talk.desk.sees("3 Desember 2026, jam berapa")
    talk.budi.presses("09.00").toast("").hears("Sesi 1 · Tempat")
    talk.budi.replies("https://rapat.go.id/skp").hears("Sesi 1 · Kapasitas", button="25")
    talk.dewi.presses("25").toast("").hears("Sesi 1 · Pelatih")
    talk.dewi.replies("Bu Dewi, Pak Budi").hears("Kantor mana")
    talk.dewi.replies("Dinas Kesehatan").hears(
        *("Realisasi triwulan", "09.00–11.00 WITA", "Kapasitas: 25", "Dinas Kesehatan")
    )
    talk.budi.presses("Buka pendaftaran").toast("Pendaftaran dibuka").hears("Kode hadir")
    talk.ani("/jadwal").hears("Realisasi triwulan", "25 dari 25", button="Minta Coaching Clinic")


def test_what_is_written_wrongly_is_asked_again(talk: Talk) -> None:
    talk.budi("/clinic baru: SKP | 3 Desember 2025 09.00 | Aula | 20").hears("sudah lewat")
    talk.budi.replies("Senin 3 Desember 2026 jam 9").hears("tidak cocok")
    talk.budi.replies("nanti").hears("belum saya mengerti", "24 November 2026 09.00")
    talk.budi.replies("3 Desember 2026 pukul 11.00-09.00").hears("selesainya sebelum mulai")
    talk.budi.replies("Kamis 3 Desember 2026 pukul 09.00").hears("Sesi 1 · Pelatih")
    talk.budi("/clinic ubah 1 kapasitas: banyak").hears("angka 1 sampai 500")
    talk.budi.replies("20 orang").hears("Sesi 1 · Pelatih")
    talk.budi("/clinic buka 1").hears("tampil di /jadwal")
    talk.budi("/clinic apa").hears("/clinic bantuan")
    talk.budi("/clinic 7").hears("tidak ada")


def test_a_reply_put_right_counts(talk: Talk) -> None:
    talk.budi("/clinic baru").hears("Sesi 1 · Topik")
    talk.budi.replies("Menyusn SKP").hears("Sesi 1 · Waktu")
    talk.budi.edits("Menyusun SKP").hears("Sesi 1 · Waktu")
    assert session(talk).topic == "Menyusun SKP"
    talk.budi.replies("😀", to="Sesi 1 · Topik").hears("dengan kata-kata")
    talk.budi("/clinic buka 1").hears("Masih perlu diisi: Waktu, Tempat, Kapasitas")
    talk.budi("/clinic laporan 1").hears("tidak ada")
    talk.budi("/clinic batal 1").hears("dibuang")


def test_only_officers_in_the_group(talk: Talk) -> None:
    talk.eko("/clinic baru: SKP | besok 09.00 | Aula | 20").hears("petugas")
    talk.budi("/clinic baru").hears("Sesi 1 · Topik")
    talk.eko.replies("SKP", to="Sesi 1 · Topik").hears("petugas")
    talk.ani("/clinic baru").hears("tidak saya kenal")
    talk.ani.forges("clo:1").toast("tidak berlaku")
    assert session(talk).topic is None


def test_no_forged_press_does_anything(talk: Talk) -> None:
    """By a member who is no officer, and by somebody alone with the bot."""
    opened(talk)
    joins(talk.burhan).hears("Anda terdaftar")
    before = (session(talk).model_dump(), seats(talk))
    desk = "clv:1:place:- clo:1 clxx:1 clx:1 clm:1:0 cla:1:0 clc:1 clr:1 cln cly:2026 clqy:1"
    for data in desk.split():
        talk.eko.forges(data).toast("petugas")
        talk.ani("/jadwal").hears("Sesi 1")
        talk.ani.forges(data).toast("tidak berlaku")
    assert (session(talk).model_dump(), seats(talk)) == before


def test_calling_off_without_a_reason_is_asked_first(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.budi("/clinic batal 1").hears("1 orang akan dikabari", button="Ya, tanpa alasan")
    talk.budi.presses("Ya, tanpa alasan").toast("").hears("sedang dikabari").hears("1 orang")
    talk.ani.hears("Sesi ini dibatalkan")
    talk.budi("/clinic ubah 1 tempat: Aula dua").hears("sudah selesai atau dibatalkan")


def test_joining_waiting_and_moving_up(talk: Talk) -> None:
    opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar", button="Simpan ke kalender")
    talk.ani.presses("Daftar", on=talk.ani.room.newest_with("Daftar")).toast("").hears("terdaftar")
    talk.burhan("daftar").hears("daftar tunggu, urutan 1")
    talk.citra("ikut sesi 1").hears("daftar tunggu, urutan 2")
    talk.ani("/jadwal").hears("Anda terdaftar")
    talk.ani("batal ikut").hears("dibatalkan")
    talk.burhan.hears("Ada tempat untuk Anda", "Aula")
    talk.burhan("batal ikut 1").hears("dibatalkan")
    talk.citra.hears("Ada tempat untuk Anda")
    talk.ani("daftar").hears("daftar tunggu, urutan 1")
    talk.budi("/clinic ubah 1 kapasitas: 2").hears("1 orang dari daftar tunggu").hears("diubah")
    talk.ani.hears("Ada tempat untuk Anda")
    assert seats(talk) == [(accounts.CITRA, True, False), (accounts.ANI, True, False)]
    talk.burhan("batal ikut").hears("tidak sedang terdaftar")
    talk.budi("/clinic ubah 1 kapasitas: 1").hears("diubah", "2 orang sudah terdaftar dan tetap")


def test_a_calendar_opens_it(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.ani.presses("Simpan ke kalender").toast("").hears_file("kalender")
    text = calendar_entry(talk.ani)
    assert "DTSTART;TZID=Asia/Makassar:20261126T090000\r\n" in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")


def calendar_entry(who: Voice) -> str:
    """What the file says that was heard last."""
    assert who.room.last is not None
    return who.talk.state.files.get(who.room.last.file_id or "").content.decode()


def value_of(entry: str, name: str) -> str:
    found = re.search(rf"^{name}[:;](.+?)\r$", entry, re.MULTILINE)
    assert found is not None
    return found[1]


def test_a_calendar_hears_what_becomes_of_it(talk: Talk) -> None:
    """Of whoever put it there; each entry is newer than the one before."""
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    joins(talk.burhan).hears("Anda terdaftar")
    talk.ani.presses("Simpan ke kalender").toast("").hears_file("kalender")
    entries = [calendar_entry(talk.ani)]
    talk.budi("/clinic ubah 1 waktu: 27 November 2026").hears("belum saya mengerti")
    talk.budi("/clinic ubah 1 waktu: 27 November 2026 13.00").hears("diubah")
    talk.budi("/clinic ubah 1 jam: 10.00").hears("diubah")
    talk.wait(minutes=3)
    talk.ani.hears("perubahan", "27 November").hears_file("ikut berubah")
    entries.append(calendar_entry(talk.ani))
    talk.burhan.hears("perubahan", "27 November")
    talk.desk.hears("2 orang")
    talk.restart()
    talk.budi("/clinic batal 1 pelatih sakit").hears("sedang dikabari").hears("2 orang")
    talk.ani.hears("dibatalkan", "pelatih sakit").hears_file("menghapus sesi itu")
    entries.append(calendar_entry(talk.ani))
    talk.burhan.hears("dibatalkan")
    assert len({value_of(each, "UID") for each in entries}) == 1
    assert [value_of(each, "METHOD") for each in entries] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [value_of(each, "STATUS") for each in entries][2] == "CANCELLED"
    assert "20261127T100000" in entries[1]
    sequences = [int(value_of(each, "SEQUENCE")) for each in entries]
    assert sequences == sorted({*sequences})


def test_reminders_come_once_each_by_day(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.until(2, 7, 0)
    talk.until(2, 8, 59)
    talk.ani.hears_nothing()
    talk.until(2, 9, 1)
    talk.ani.hears("Besok ada Coaching Clinic", "Aula")
    talk.burhan("daftar").hears("terdaftar")
    talk.restart().wait(hours=1)
    talk.ani.hears_nothing()
    talk.until(3, 7, 59)
    talk.until(3, 8, 1)
    talk.ani.hears("dimulai 59 menit lagi")
    talk.burhan.hears("dimulai 59 menit lagi")
    talk.restart().wait(minutes=5)


def test_who_waits_in_vain_is_told_once_and_of_the_next_session(talk: Talk) -> None:
    opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    for who in (talk.burhan, talk.citra):
        who("daftar").hears("daftar tunggu")
    talk.until(2, 9, 1)
    talk.ani.hears("Besok ada Coaching Clinic")
    talk.budi("/clinic baru: Cuti | 3 Desember 2026 09.00 | Aula | 5 | - | lewati").hears("")
    talk.budi("/clinic buka 2").hears("tampil di /jadwal")
    talk.until(3, 7, 59)
    talk.burhan.hears_nothing()
    talk.until(3, 8, 1)
    talk.ani.hears("dimulai 59 menit lagi")
    for who in (talk.burhan, talk.citra):
        who.hears("belum ada tempat kosong", "Sesi berikutnya", "Sesi 2 – Cuti", button="Daftar")
    talk.restart().wait(minutes=5)
    talk.citra.presses("Daftar").toast("").hears("Anda terdaftar", "Cuti")
    talk.ani("batal ikut 1").hears("dibatalkan")
    talk.burhan.hears("Ada tempat untuk Anda")
    talk.until(3, 9, 1)
    talk.restart().wait(minutes=90)


def test_who_waits_only_since_just_now_is_told_when_it_begins(talk: Talk) -> None:
    opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    talk.until(2, 9, 1)
    talk.ani.hears("Besok")
    talk.until(3, 8, 30)
    talk.ani.hears("dimulai")
    talk.burhan("daftar").hears("daftar tunggu")
    talk.until(3, 8, 59)
    talk.burhan.hears_nothing()
    talk.until(3, 9, 1)
    talk.burhan.hears("tempatnya tetap penuh", "belum ada", button="Minta Coaching Clinic")
    talk.restart().wait(minutes=5)


def test_changes_and_calling_off_are_told_once(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.burhan("daftar").hears("Anda terdaftar")
    talk.budi("/clinic ubah 1 tempat: Ruang rapat").hears("2 orang dikabari")
    talk.budi("/clinic ubah 1 waktu: 27 November 2026 10.00").hears("2 orang dikabari")
    talk.budi("/clinic ubah 1 pelatih: Pak Budi").hears("Pelatih diubah")
    talk.ani.hears_nothing()
    talk.wait(minutes=3)
    for who in (talk.ani, talk.burhan):
        who.hears("Ada perubahan", "Ruang rapat", "27 November 2026, 10.00")
    talk.desk.hears("2 orang sudah dikabari")
    talk.budi("/clinic 1").hears("Ruang rapat", button="Batalkan sesi")
    talk.budi.presses("Batalkan sesi").toast("").hears("2 orang akan dikabari")
    talk.budi.replies("Pelatih sakit").hears("2 orang sedang dikabari").hears("sudah dikabari")
    for who in (talk.ani, talk.burhan):
        who.hears("Sesi ini dibatalkan", "Pelatih sakit")
    talk.ani("/jadwal").hears("Belum ada sesi")
    talk.until(2, 10, 1)
    talk.until(3, 10, 1)


def test_news_by_night_come_in_the_morning_and_remind_by_themselves(talk: Talk) -> None:
    talk.budi("/clinic baru: SKP pagi | 26 November 2026 07.00 | Aula | 5 | - | lewati").hears("")
    talk.budi("/clinic buka 1").hears("tampil di /jadwal")
    talk.ani("daftar").hears("Anda terdaftar")
    talk.until(2, 7, 59)
    talk.ani.hears_nothing()
    talk.until(2, 8, 1)
    talk.ani.hears("Besok ada Coaching Clinic", "07.00–09.00")
    talk.until(3, 6, 30)  # the hour before it: by night
    talk.budi("/clinic ubah 1 waktu: 26 November 2026 16.00").hears("1 orang dikabari")
    talk.wait(minutes=5)
    talk.ani.hears_nothing()
    talk.until(3, 8, 1)
    talk.ani.hears("Ada perubahan", "16.00–18.00")
    talk.desk.hears("1 orang sudah dikabari")
    talk.until(3, 15, 1)
    talk.ani.hears("dimulai 59 menit lagi")


def test_an_office_asks_for_one(talk: Talk) -> None:
    talk.ani("minta coaching clinic").hears("Ingin belajar tentang apa", button="Menyusun SKP")
    talk.ani.presses("Menyusun SKP").toast("").hears("Untuk kantor mana")
    talk.ani("Dinas Kesehatan").hears("Kirim permintaan ini", button="Kirim")
    talk.ani("ya").hears("Permintaan Coaching Clinic 1 sudah dikirim")
    talk.desk.hears("Permintaan Clinic 1", "Dinas Kesehatan", "Ani", button="Terima")
    talk.dewi.presses("Terima").toast("").hears("diterima").hears("Sesi 1 · Waktu")
    talk.ani.hears("Permintaan Coaching Clinic 1 diterima")
    talk.dewi.replies("Kamis depan jam 9").hears("Sesi 1 · Tempat")
    talk.dewi.replies("Aula").hears("Kapasitas")
    talk.dewi("/clinic ubah 1 kapasitas: 10").hears("Pelatih")
    talk.dewi("/clinic buka 1").hears("tampil di /jadwal")
    talk.ani.hears("Sesi yang Anda minta", button="Daftar")
    talk.burhan("/jadwal").hears("Menyusun SKP", button="Minta Coaching Clinic")
    talk.burhan.presses("Minta Coaching Clinic").toast("").hears("tentang apa")
    talk.burhan("Cuti dan SKP").hears("kantor mana")
    talk.burhan("/batal").hears("dihentikan")
    talk.burhan("minta coaching clinic").hears("tentang apa")
    talk.burhan("Cuti dan SKP").hears("kantor mana")
    talk.burhan("RSUD").hears("Kirim permintaan")
    talk.burhan.presses("Kirim").toast("").hears("sudah dikirim")
    talk.desk.hears("Permintaan Clinic 2")
    talk.budi.presses("Tolak").toast("").hears("Apa yang disampaikan")
    talk.budi.replies("Sudah ada sesi Kamis depan, silakan ikut itu.").hears("belum bisa")
    talk.burhan.hears("belum bisa kami penuhi", "silakan ikut itu")
    talk.budi("/clinic tolak 2 sudah").hears("sudah dijawab")


FINANCE = "Badan Pengelola Keuangan, Pendapatan dan Aset Daerah"


def test_offices_are_spelled_and_offered_as_in_the_list(talk: Talk) -> None:
    talk.resources = replace(
        talk.resources, offices=Offices((FINANCE, "Dinas Kesehatan", "RSUD Datu"))
    )
    talk.restart()
    code = opened(talk)
    asked = "kantor: dinas  kesehatan, badan pengelola keuangan, pendapatan dan aset daerah, SMP 1"
    talk.budi(f"/clinic ubah 1 {asked}").hears("Sesi 1")
    assert session(talk).offices == f"Dinas Kesehatan, {FINANCE}, SMP 1"
    talk.budi("/clinic undangan 1").hears_file("")
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti dan SKP").hears("kantor mana")
    talk.ani("dinas kesehatan").hears("Kantor: Dinas Kesehatan", button="Kirim")
    talk.ani.presses("Batal").toast("")
    at_the_session(talk)
    talk.ani.room.skip()
    talk.ani(code).hears("Kehadiran Anda tercatat", button="RSUD Datu")
    talk.ani.presses("RSUD Datu").toast("").hears("Kantor Anda: RSUD Datu")
    talk.budi("/clinic hadir 1 Pak Noor, rsud  datu").hears("Hadir: Pak Noor, RSUD Datu")
    talk.budi("/clinic peserta 1").hears("✅ Pak Noor, RSUD Datu")


@pytest.mark.parametrize("words", ["daftar", "hadir semua", "sepatu"])
def test_words_that_may_be_anything_are_a_question_where_no_session_is(
    talk: Talk, words: str
) -> None:
    talk.ani(words).room.skip()
    assert "Sesi" not in talk.ani.room.story()


def office_asked(talk: Talk, *names: str) -> None:
    talk.resources = replace(talk.resources, offices=Offices(names))
    talk.restart()
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti dan SKP").hears("kantor mana", "Pilih, atau tulis")


def test_the_office_of_a_request_is_chosen(talk: Talk) -> None:
    office_asked(talk, FINANCE, "Dinas Kesehatan")
    talk.restart()
    talk.ani.presses("Dinas Kesehatan").toast("").hears("Kantor: Dinas Kesehatan", button="Kirim")
    talk.ani.presses("Kirim").toast("").hears("sudah dikirim", "Dinas Kesehatan")
    talk.desk.hears("Permintaan Clinic 1", "Dinas Kesehatan")
    talk.ani.forges("cjw:0:0:000000").toast("tidak berlaku")
    talk.ani("/profil").hears("Kantor: belum diisi")


def test_the_office_of_a_request_is_chosen_from_a_long_list(talk: Talk) -> None:
    office_asked(talk, *(f"Dinas Nomor {number}" for number in range(1, 13)))
    talk.ani.presses("Pilih kantor").toast("").hears("Untuk kantor mana", "Halaman 1 dari 2")
    talk.ani.presses("Berikutnya ›").toast("").hears("2 dari 2", button="Dinas Nomor 12")
    talk.ani.presses("Dinas Nomor 12").toast("").hears("Kantor: Dinas Nomor 12", button="Kirim")


def test_an_office_that_is_called_nearly_so_is_offered(talk: Talk) -> None:
    office_asked(talk, "Dinas Perikanan dan Kelautan", "Dinas Pertanian dan Pangan")
    talk.ani("dinas pertanian pangan kebun").hears(
        "Kantor: dinas pertanian pangan kebun", "salah satu", button="Dinas Pertanian dan Pangan"
    )
    talk.ani.presses("Dinas Pertanian dan Pangan").toast("")
    talk.ani.hears("Kantor: Dinas Pertanian dan Pangan", button="Kirim")


def test_a_list_that_has_changed_meanwhile_offers_no_other_office(talk: Talk) -> None:
    office_asked(talk, FINANCE, "Dinas Kesehatan")
    talk.resources = replace(talk.resources, offices=Offices(("Inspektorat", "RSUD Datu")))
    talk.restart()
    talk.ani.presses("Dinas Kesehatan").toast("tidak berlaku")
    talk.ani("rsud  datu").hears("Kantor: RSUD Datu", button="Kirim")


def test_a_request_whose_draft_is_thrown_away_waits_again(talk: Talk) -> None:
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti dan SKP").hears("kantor mana")
    talk.ani("RSUD").hears("Kirim permintaan")
    talk.ani.presses("Kirim").toast("").hears("sudah dikirim")
    talk.desk.hears("Permintaan Clinic 1")
    for _ in range(2):
        talk.budi("/clinic terima 1").hears("diterima").hears("Waktu")
        talk.ani.hears("diterima")
        number = [row.id for row in drafts(talk)][-1]
        talk.budi(f"/clinic batal {number}").hears("dibuang", "Permintaan 1 menunggu jawaban lagi")
    talk.budi("/clinic tolak 1 Bulan ini jadwal penuh.").hears("belum bisa")
    talk.ani.hears("belum bisa kami penuhi", "jadwal penuh")


def drafts(talk: Talk) -> list[ClinicSession]:
    with talk.database.reading() as unit:
        return list(unit.clinic_sessions.drafts(most=5))[::-1]


def test_who_needs_a_session_next(talk: Talk) -> None:
    """By what is asked and complained of; of few nothing."""
    talk.budi("/clinic saran").hears("Saran sesi berikutnya", "Belum cukup pertanyaan")
    with talk.database.unit() as unit:
        for number in (accounts.ANI, accounts.BURHAN, accounts.CITRA):
            name = talk.state.user(number).name
            person = unit.people.seen(number, name=name, username=None, now=talk.clock.now())
            person.office = "Dinas Kesehatan"
    for who in (talk.ani, talk.burhan, talk.citra):
        for question in ("lupa password e-kinerja", "kode rahasia alam semesta qwerty"):
            who(question).room.skip()
    talk.desk.skip()
    talk.budi("/clinic").hears("Belum ada sesi", button="Saran sesi")
    talk.budi.presses("Saran sesi").toast("").hears(
        "Dinas Kesehatan: 6 pertanyaan, 0 keluhan, 3 orang; belum pernah ikut"
    )
