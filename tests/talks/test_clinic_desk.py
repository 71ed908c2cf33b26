"""Coaching Clinic at the desk: what is pressed or written too late, wrongly, or of no session."""

from __future__ import annotations

from sqlmodel import select

from bot.rules.clinic import SessionStatus
from bot.simulator.world import accounts
from bot.words import clinic_desk as words
from storage.tables import ClinicRequest, ClinicSeat, ClinicSession
from tests.talks.clinic_steps import at_the_session, joins, opened, seats, session
from tests.talks.talk import Talk
from tests.talks.test_announcement_card import toasts
from tests.talks.test_clinic_day import reported

UNKNOWN, OVER = "Sesi itu tidak ada", "sudah selesai atau dibatalkan"


def drafted(talk: Talk, when: str = "26 November 2026 09.00-11.00") -> None:
    talk.budi(f"/clinic baru: Menyusun SKP | {when} | Aula | 20 | Bu Dewi | lewati").hears(
        "Sesi 1"
    )


def asked_for(talk: Talk) -> None:
    """Ani's office wants one."""
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti dan SKP").hears("kantor mana")
    talk.ani("RSUD").hears("Kirim permintaan")
    talk.ani.presses("Kirim").toast("").hears("sudah dikirim")
    talk.desk.hears("Permintaan Clinic 1", button="Terima")


def test_words_about_no_session(talk: Talk) -> None:
    for said in ("buka 7", "batal 7 sakit", "peserta 7", "kode 7", "ubah 7 x"):
        talk.budi(f"/clinic {said}").hears(UNKNOWN)
    drafted(talk)  # and it was not opened
    for said in ("peserta 1", "kode 1", "hadir 1 Pak Noor, RSUD", "hadir 7 Pak Noor, RSUD"):
        talk.budi(f"/clinic {said}").hears(UNKNOWN)
    assert seats(talk) == []


def test_what_a_command_may_say_besides(talk: Talk) -> None:
    talk.budi("/clinic bantuan").hears("/clinic hadir 12 Nama, Kantor")
    talk.budi("/clinic rekap 1999").hears("Tahunnya belum saya mengerti")
    talk.budi("/clinic rekap tahun lalu").hears("Tahunnya belum saya mengerti")
    talk.budi("/clinic terima 7").hears("Permintaan itu tidak ada")
    talk.budi("/clinic tolak 7 Bulan ini penuh.").hears("Permintaan itu tidak ada")


def test_a_draft_is_opened_once(talk: Talk) -> None:
    drafted(talk)
    page = talk.desk.last
    with talk.at_once():
        talk.budi.presses("Buka pendaftaran", on=page)
        talk.dewi.presses("Buka pendaftaran", on=page)
    assert toasts(talk) == ["Pendaftaran dibuka.", "Sesi ini sudah dibuka."]
    talk.desk.hears("Kode hadir")
    code = session(talk).code
    talk.budi("/clinic buka 1").hears("Menyusun SKP", "Terdaftar: 0")
    assert session(talk).code == code


def test_an_old_draft_page_does_not_call_an_open_session_off(talk: Talk) -> None:
    drafted(talk)
    page = talk.desk.last
    talk.budi("/clinic buka 1").hears("tampil di /jadwal")
    joins(talk.ani).hears("Anda terdaftar")
    talk.dewi.presses("Buang draf", on=page).toast("Sesi ini sudah dibuka")
    assert session(talk).status is SessionStatus.OPEN
    talk.ani.hears_nothing()


def test_a_draft_whose_hour_is_over_is_not_opened(talk: Talk) -> None:
    drafted(talk, "25 November 2026 09.00")
    page = talk.desk.last
    talk.until(2, 9, 30)
    talk.budi.presses("Buka pendaftaran", on=page).toast("")
    talk.budi.hears("Waktu itu sudah lewat")
    talk.budi("/clinic ubah 1 waktu: 26 November 2026 09.00").hears("Sesi 1", "26 November")
    talk.budi("/clinic buka 1").hears("tampil di /jadwal")


def test_called_off_once_and_then_nothing_more(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.budi("/clinic 1").hears("Terdaftar: 1", button="Batalkan sesi")
    page = talk.desk.last
    talk.budi.presses("Ubah", on=page).toast("")
    talk.desk.sees("Terdaftar: 1")
    talk.budi("/clinic 1").hears("Terdaftar: 1")
    other = talk.desk.last
    talk.budi.presses("Batalkan sesi", on=other).toast("").hears("Batalkan sesi ini?")
    asked = talk.desk.last
    talk.budi("/clinic batal 1 " + "a " * 300).hears("paling banyak 400 huruf")
    with talk.at_once():
        talk.budi.presses("Ya, tanpa alasan", on=asked)
        talk.dewi.presses("Ya, tanpa alasan", on=asked)
        talk.dewi.presses("Batalkan sesi", on=other)
    assert toasts(talk) == ["", *[words.called_off_already_toast()] * 2]
    talk.desk.hears("1 orang sedang dikabari").hears("1 orang sudah dikabari")
    talk.ani.hears("Sesi ini dibatalkan")
    talk.budi("/clinic batal 1 pelatih sakit").hears(OVER)
    talk.budi("/clinic buka 1").hears(OVER)
    talk.budi("/clinic hadir 1 Pak Noor, RSUD").hears(OVER)
    talk.budi("/clinic kode 1").hears(OVER)
    talk.budi.presses("Tempat", on=page).toast("").hears(OVER)
    talk.budi.replies("Aula dua", to=asked).hears(OVER)
    talk.budi("/clinic peserta 1").hears("Ani")
    talk.budi.presses("▫️ Ani Rahmawati").toast("sudah dibatalkan")
    talk.budi.presses("Kembali").toast("")
    assert talk.desk.sees("Status: dibatalkan").button_words == ["Semua sesi"]
    assert seats(talk) == [(accounts.ANI, True, False)]
    talk.ani.hears_nothing()


def test_a_day_that_was_offered_yesterday(talk: Talk) -> None:
    talk.budi("/clinic baru: SKP").hears("Sesi 1 · Waktu", button="Rab 25 Nov")
    talk.budi.presses("Rab 25 Nov").toast("")
    hours = talk.desk.sees("25 November 2026, jam berapa")
    talk.until(2, 9, 30)
    talk.budi.presses("09.00", on=hours).toast("").hears("Waktu itu sudah lewat")
    assert session(talk).starts_at is None
    talk.budi.presses("10.00", on=hours).toast("").hears("Sesi 1 · Tempat")
    assert not hours.button_words


def test_what_is_added_by_a_reply_to_its_page(talk: Talk) -> None:
    opened(talk)
    talk.budi("/clinic 1").hears("Balas pesan ini")
    page = talk.desk.last
    talk.budi.replies("tempat: Aula dua", to=page).hears("Tempat diubah")
    talk.budi.replies("hadir: Pak Noor, RSUD", to=page).hears("belum dimulai")
    talk.budi.sticker(to=page).hears("Balas dengan berkas")
    talk.budi("/clinic ubah 1 Aula tiga").hears("Tempat: Aula dua", button="Surat tugas")
    talk.budi.presses("Surat tugas").toast("").hears("Nomor dan tanggal surat tugas")
    talk.budi.replies("800/12 tanggal 20 November 2026").hears("Surat tugas diubah")
    assert session(talk).place == "Aula dua"
    at_the_session(talk)
    talk.budi.replies("hadir: Pak Noor, RSUD", to=page).hears("Hadir: Pak Noor, RSUD")
    talk.budi("/clinic hadir 1 !").hears("Tulis namanya")
    assert seats(talk) == [(None, False, True)]


def test_the_same_file_is_kept_once(talk: Talk) -> None:
    opened(talk)
    talk.budi("/clinic 1").hears("Balas pesan ini")
    page = talk.desk.last
    talk.budi.photo(to=page)
    talk.wait(seconds=3)
    talk.budi.hears("1 berkas")
    talk.budi.edits("Foto pembukaan")
    talk.wait(seconds=3)
    talk.budi.hears("1 berkas")


def test_attendance_page_by_page_and_taken_back(talk: Talk) -> None:
    code = opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.budi("/clinic peserta 1").hears("▫️ Ani")
    talk.budi.presses("▫️ Ani Rahmawati").toast("dicatat mulai 30 menit sebelumnya")
    at_the_session(talk, 9, 20)
    talk.ani.room.skip()
    talk.burhan(code).hears("Kehadiran Anda tercatat")
    for number in range(1, 10):
        talk.budi(f"/clinic hadir 1 Tamu {number}, RSUD").hears(f"Tamu {number}")
    talk.budi("/clinic peserta 1").hears("halaman 1 dari 2", button="Berikutnya ›")
    talk.budi.presses("▫️ Ani Rahmawati").toast("Tercatat hadir")
    talk.budi.presses("Berikutnya ›").toast("")
    last = talk.desk.sees("halaman 2 dari 2")
    assert "✅ Tamu 9" in last.button_words
    talk.budi.presses("‹ Sebelumnya").toast("")
    talk.budi.presses("✅ Ani Rahmawati").toast("Tanda hadir dihapus")
    assert seats(talk)[:2] == [(accounts.ANI, True, False), (accounts.BURHAN, False, True)]
    talk.until(3, 11, 20)
    talk.burhan.hears("1 dari 5")
    assert "09.20, terlambat" in reported(talk)


def test_more_places_once_it_has_begun_move_nobody_up(talk: Talk) -> None:
    opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    talk.burhan("daftar").hears("daftar tunggu, urutan 1")
    at_the_session(talk)
    talk.ani.room.skip()
    talk.burhan.room.skip()
    talk.budi("/clinic ubah 1 kapasitas: 2").hears("Kapasitas diubah")
    talk.burhan.hears_nothing()


def test_who_blocked_the_bot_is_told_nothing_of_it(talk: Talk) -> None:
    asked_for(talk)
    talk.ani.blocks()
    talk.budi("/clinic terima 1").hears("diterima").hears("Sesi 1 · Waktu")
    talk.budi.replies("26 November 2026 09.00").hears("Sesi 1 · Tempat")
    talk.budi.replies("Aula").hears("Kapasitas")
    talk.budi.replies("20").hears("Pelatih")
    talk.budi("/clinic buka 1").hears("tampil di /jadwal")
    talk.burhan("daftar").hears("Anda terdaftar")
    talk.burhan.blocks()
    talk.until(2, 9, 1)
    at_the_session(talk)
    for who in (talk.ani, talk.burhan):
        who.hears_nothing()


def test_a_request_is_answered_once(talk: Talk) -> None:
    asked_for(talk)
    talk.budi("/clinic permintaan").hears("Cuti dan SKP", button="1. Cuti dan SKP")
    talk.budi.presses("1. Cuti dan SKP").toast("")
    shown = talk.desk.sees("Dari: Ani Rahmawati")
    talk.budi.replies("nanti saja", to=shown).hears("Tekan Terima atau Tolak")
    talk.budi.presses("Tolak", on=shown).toast("").hears("Apa yang disampaikan")
    prompt = talk.desk.last
    talk.budi.replies("!", to=prompt).hears("paling banyak 400 huruf")
    talk.budi("/clinic permintaan").hears("Cuti dan SKP")
    listed = talk.desk.last
    with talk.at_once():
        talk.dewi.presses("Terima", on=shown)
        talk.budi.presses("Terima", on=shown)
        talk.budi.presses("Tolak", on=shown)
    assert toasts(talk) == ["", *["Permintaan ini sudah dijawab."] * 2]
    talk.desk.hears("diterima").hears("Sesi 1 · Waktu")
    talk.ani.hears("Permintaan Coaching Clinic 1 diterima")
    talk.budi.replies("Bulan ini penuh.", to=prompt).hears("sudah dijawab")
    talk.budi("/clinic terima 1").hears("sudah dijawab")
    talk.budi.presses("1. Cuti dan SKP", on=listed).toast("")
    talk.desk.sees("sudah dijawab")


def test_offices_that_were_there_are_named_with_the_day(talk: Talk) -> None:
    code = opened(talk)
    people = (talk.ani, talk.burhan, talk.citra)
    with talk.database.unit() as unit:
        for who in people:
            name = talk.state.user(who.user).name
            person = unit.people.seen(who.user, name=name, username=None, now=talk.clock.now())
            person.office = "Dinas Kesehatan"
    at_the_session(talk)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    for who in people:
        who("lupa password e-kinerja").room.skip()
        who("kode rahasia alam semesta qwerty").room.skip()
    talk.desk.skip()
    talk.until(3, 11, 20)
    talk.ani.room.skip()
    talk.budi("/clinic saran").hears("Dinas Kesehatan", "terakhir ikut 26 Nov 2026")


def test_a_database_put_back_from_before_knows_no_such_session(talk: Talk) -> None:
    """What the group still shows was not yet there when the backup was made."""
    opened(talk)
    asked_for(talk)
    pages = []
    for _ in range(5):
        talk.budi("/clinic 1").hears("Menyusun SKP")
        pages.append(talk.desk.last)
    talk.budi.presses("Batalkan sesi", on=pages[4]).toast("").hears("Batalkan sesi ini?")
    asked = talk.desk.last
    talk.budi("/clinic peserta 1").hears("Belum ada yang mendaftar")
    listed = talk.desk.last
    talk.budi("/clinic permintaan").hears("Cuti dan SKP")
    requests = talk.desk.last
    forget(talk)
    for page, button in zip(
        pages, ("Peserta", "Ubah", "Kode hadir", "Batalkan sesi"), strict=False
    ):
        talk.budi.presses(button, on=page)
    assert toasts(talk) == ["", "", "", words.called_off_already_toast()]
    talk.desk.hears(UNKNOWN)
    talk.budi.presses("Kembali", on=listed).toast("")
    talk.budi.presses("Ya, tanpa alasan", on=asked).toast("sudah dibatalkan")
    assert [UNKNOWN in (each.text if each else "") for each in (*pages, listed)] == [
        *(True, True, False, False, False, True)
    ]
    talk.budi.replies("Aula dua", to=pages[4]).hears(UNKNOWN)
    talk.budi.replies("sakit", to=asked).hears(UNKNOWN)
    talk.budi.presses("1. Cuti dan SKP", on=requests).toast("")
    talk.desk.sees("Permintaan itu tidak ada")


def forget(talk: Talk) -> None:
    with talk.database.unit() as unit:
        for table in (ClinicSeat, ClinicSession, ClinicRequest):
            for row in unit.session.exec(select(table)):
                unit.session.delete(row)


def test_a_part_of_no_session(talk: Talk) -> None:
    talk.budi("/clinic baru").hears("Sesi 1 · Topik")
    prompt = talk.desk.last
    talk.budi("/clinic ubah 1 kapasitas: 20").hears("Sesi 1 · Topik")
    talk.budi("/clinic ubah 1 topik: SKP").hears("Sesi 1 · Waktu")
    days = talk.desk.last
    talk.budi.forges("clf:7:place").toast("").hears(UNKNOWN)
    talk.budi.forges("clf:1:colour").toast("").hears(UNKNOWN)
    forget(talk)
    talk.budi.presses("Rab 25 Nov", on=days).toast("").hears(UNKNOWN)
    talk.budi.replies("SKP", to=prompt).hears(UNKNOWN)
