"""The day of a session, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import select

from bot.rules.offices import Offices
from storage.tables import ClinicAnswer
from tests.talks.clinic_steps import at_the_session, joins, opened, seats
from tests.talks.steps import as_far_as_story
from tests.talks.talk import Talk
from tests.talks.test_evidence import content, words_of
from tests.talks.voice import Voice


def reported(talk: Talk) -> str:
    talk.reports.skip()
    talk.desk.skip()
    talk.budi("/clinic laporan 1").hears_file("Laporan sesi 1")
    return " ".join(words_of(content(talk.desk)).split())


def test_attendance_by_code_late_and_walking_in(talk: Talk) -> None:
    code = opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.until(3, 8, 1)
    talk.ani.room.skip()
    talk.until(3, 9, 20)
    talk.ani(code.lower()).hears("Kehadiran Anda tercatat", button="Isi nama kantor")
    talk.ani(code).hears("sudah tercatat tadi")
    talk.burhan(f"/start hadir_{code}").hears("Kehadiran Anda tercatat")
    talk.budi("/clinic hadir 1 Pak Noor, RSUD").hears("Hadir: Pak Noor, RSUD")
    talk.budi("/clinic kode 1").hears_file(code)
    talk.budi("/clinic peserta 1").hears("hadir 3", "✅ Pak Noor, RSUD")
    talk.budi.presses("✅ Pak Noor").toast("Tanda hadir dihapus")
    assert [came for _, _, came in seats(talk)] == [True, True]
    talk.until(3, 11, 20)
    for who in (talk.ani, talk.burhan):
        who.hears("Lima pertanyaan", "1 dari 5")


def test_a_code_counts_beside_a_report_too(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    as_far_as_story(talk.ani)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.ani("Realisasi saya tidak bisa disimpan sejak kemarin sore").hears("Ada foto")
    talk.ani("/batal").hears("dibatalkan")
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")
    talk.ani("/batal").hears("dihentikan")
    talk.ani("/jadwal").hears("Sesi yang sudah Anda ikuti")
    talk.ani.presses("1. Menyusun SKP").toast("")
    talk.ani.presses("Lanjutkan penilaian").toast("").hears("1 dari 5")
    talk.ani("mantap").hears("2 dari 5")


def test_wrong_codes_are_few(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    wrong = ("BABABA", "hadir bababa", "BABABE", "kode hadir: BABABI")
    assert code not in {"BABABA", "BABABE", "BABABI"}
    for said, left in zip(wrong, (4, 3, 2, 1), strict=True):
        talk.ani(said).hears("belum cocok", f"{left} kali")
    talk.ani(f"/start hadir_{'BABABO'}").hears("Coba lagi 15 menit lagi")
    talk.ani(code).hears("Coba lagi 15 menit lagi")
    talk.wait(minutes=16)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")


def test_a_code_in_syllables(talk: Talk) -> None:
    """Asked for or not; common words of that form are none, unless it was asked for."""
    code = opened(talk)
    apart = f"{code[:2]} {code[2:4]}-{code[4:]}".lower()
    joins(talk.ani).hears("Anda terdaftar")
    at_the_session(talk)
    talk.ani.room.skip()
    talk.burhan("bisa ka").room.skip()
    talk.burhan(apart).hears("Kehadiran Anda tercatat")
    talk.ani("saya hadir").hears("Tulis kode")
    talk.ani(f"{code[0]} bababa").room.skip()  # about something else
    talk.ani("saya hadir").hears("Tulis kode")
    talk.ani("ba-ba be").hears("belum cocok", "4 kali")
    talk.ani(apart).hears("Kehadiran Anda tercatat")
    talk.desk.skip()


def test_the_code_counts_in_its_hours_alone(talk: Talk) -> None:
    code = opened(talk)
    talk.ani(f"hadir {code}").hears("tidak ada sesi yang sedang mencatat")
    talk.until(3, 11, 40)
    for said in (f"hadir {code}", code, f"kode: {code}"):
        talk.ani(said).hears("tidak ada sesi yang sedang mencatat")


def test_who_says_to_be_here_is_asked_for_the_code(talk: Talk) -> None:
    code = opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    at_the_session(talk)
    talk.ani.room.skip()
    talk.ani("saya sudah hadir pak").hears("Tulis kode yang ditampilkan")
    talk.burhan("saya hadir").room.skip()  # has no place: this may be about anything
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")


def test_nobody_leaves_a_session_that_is_over(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.ani("batal ikut 7").hears("tidak terdaftar di sesi itu")
    at_the_session(talk, 11, 5)
    talk.ani.room.skip()
    talk.ani("batal ikut 1").hears("sudah selesai", "Beri tahu petugas")
    talk.ani.presses("Batal ikut").toast("").hears("sudah selesai")
    talk.ani("batal ikut").hears("tidak sedang terdaftar")
    assert len(seats(talk)) == 1


def test_the_evaluation_goes_on_after_whatever_comes_between(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5", button="Sangat baik")
    talk.ani.presses("Sangat baik").toast("").hears("2 dari 5")
    talk.ani("lupa kata sandi").hears("kata sandi")
    talk.restart()
    talk.ani.presses("Baik").toast("").hears("3 dari 5")
    talk.ani("kurang baik").hears("4 dari 5")
    talk.ani("3").hears("5 dari 5")
    talk.ani.presses("Baik").toast("").hears("sudah lengkap")
    with talk.database.reading() as unit:
        answers = unit.session.exec(select(ClinicAnswer.question, ClinicAnswer.score)).all()
    assert sorted(answers) == [(1, 4), (2, 3), (3, 2), (4, 3), (5, 3)]
    for _ in range(3):
        talk.until(3, 12)
    talk.ani.hears("Apakah yang dipelajari membantu", button="Ya, membantu")
    talk.ani.presses("Ya, membantu").toast("")
    talk.ani.room.sees("Jawaban Anda: Ya, membantu")
    talk.reports.skip()
    talk.budi("/clinic rekap 2026").hears(
        *("Sesi terlaksana: 1", "Orang dilatih: 1", "3,00 dari 4", "1 dari 1 yang menjawab")
    )


def test_materials_are_for_those_who_came(talk: Talk) -> None:
    code = opened(talk)
    joins(talk.burhan).hears("Anda terdaftar")
    talk.until(3, 8, 1)
    talk.burhan.room.skip()
    talk.until(3, 9, 5)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.budi("/clinic 1").hears("Balas pesan ini")
    page = talk.desk.last
    assert page is not None
    talk.budi.album(2, to=page)
    talk.wait(seconds=3)
    talk.desk.hears("2 berkas", "Ditawarkan kepada yang hadir")
    talk.budi.replies("pertanyaan: apa beda RHK dan SKP?", to=page).hears("Pertanyaan dicatat")
    talk.budi.replies("tindak lanjut: sesi kedua di RSUD", to=page).hears("dicatat")
    talk.budi.replies("siip", to=page).hears("Balas dengan berkas")
    talk.budi.presses("Laporan sesi").toast("").hears_file("Laporan sesi 1")
    talk.budi.presses("Undangan", on=page).toast("").hears_file("Undangan sesi 1")
    talk.budi("/clinic laporan 1 word").hears_file("Laporan sesi 1")
    talk.budi("/clinic undangan 1 pdf").hears_file("Undangan sesi 1")
    talk.budi("/clinic laporan 1 odt").hears("pdf atau docx")
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")
    for _ in range(5):
        talk.ani.presses("Baik").toast("").room.skip()
    talk.ani.presses("Materi dan foto").toast("").hears("2 berkas").hears_file("").hears_file("")
    talk.burhan.forges("cjm:1").toast("").hears("untuk yang hadir")


def test_before_and_after_a_session_with_few_numbers(talk: Talk) -> None:
    talk.resources = replace(talk.resources, offices=Offices(("RSUD Datu",)))
    talk.restart()
    talk.ani("lupa kata sandi").hears("kata sandi")
    code = opened(talk)
    at_the_session(talk)
    talk.ani.room.skip()
    talk.ani(code).hears("Kehadiran Anda tercatat", button="RSUD Datu")
    talk.ani.presses("RSUD Datu").toast("").hears("Kantor Anda: RSUD Datu")
    talk.until(3, 12)
    talk.ani.room.skip()
    assert "Dapat dibandingkan mulai 26 Desember 2026" in reported(talk)
    for _ in range(2):
        talk.ani("lupa kata sandi").hears("kata sandi")
    talk.wait(days=31)
    talk.ani.room.skip()
    told = reported(talk)
    assert "30 hari sebelum sesi 1 0 1 – 30 hari sesudah sesi 2 0 1 –" in told
    assert "terlalu kecil untuk menyebut ada perubahan" in told
    talk.budi("/clinic rekap 2026").hears("terlalu sedikit untuk dibandingkan di 1 sesi")
    talk.wait(days=120)
    talk.ani.room.skip()
    assert "Tidak dapat dibandingkan lagi: pertanyaan disimpan 180 hari" in reported(talk)


def attended(talk: Talk, *who: Voice) -> None:
    """As far as the first question of the evaluation."""
    code = opened(talk)
    talk.until(3, 9, 5)
    for each in who:
        each(code).hears("Kehadiran Anda tercatat")
    talk.until(3, 11, 20)
    for each in who:
        each.hears("1 dari 5", button="Sangat baik")


def scores(talk: Talk) -> list[tuple[int, int]]:
    with talk.database.reading() as unit:
        found = unit.session.exec(select(ClinicAnswer.question, ClinicAnswer.score)).all()
        return sorted(found)


def test_an_answer_is_changed_and_asks_nothing_twice(talk: Talk) -> None:
    attended(talk, talk.ani)
    first = talk.ani.room.last
    with talk.at_once():
        for label in ("Kurang baik", "Sangat baik"):
            talk.ani.presses(label, on=first)
    talk.ani.hears("2 dari 5").hears_nothing()
    assert "Sangat baik" in talk.ani.room.sees("Jawaban Anda").text
    assert scores(talk) == [(1, 4)]


def test_nobody_rates_what_they_did_not_attend_or_what_is_long_over(talk: Talk) -> None:
    attended(talk, talk.ani)
    first = talk.ani.room.last
    assert first is not None
    talk.burhan("/jadwal").hears("Belum ada sesi")
    for forged in ("cjr:1:1:4", "cjr:9:1:4", "cjr:1:7:4", "cjr:1:1:5", "cjo:1"):
        talk.burhan.forges(forged).toast("tidak berlaku")
    talk.wait(days=31)
    talk.ani.room.skip()
    talk.ani.presses("Baik", on=first).toast("").room.sees("sudah ditutup")
    assert scores(talk) == []
    assert "Kantor yang hadir tidak tercatat" in reported(talk)  # so nothing is compared


def test_beside_a_report_only_the_buttons_rate(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    as_far_as_story(talk.ani)
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")
    for _ in range(4):
        talk.ani.presses("Baik").toast("").hears("dari 5")
    talk.ani.presses("Sangat baik").toast("").hears("sudah lengkap")
    talk.ani("3").hears("")  # heard for the report
    assert scores(talk) == [(1, 3), (2, 3), (3, 3), (4, 3), (5, 4)]
    talk.ani("/batal").hears("dibatalkan")


def test_a_number_for_the_book_rates_nothing(talk: Talk) -> None:
    attended(talk, talk.ani)
    talk.wait(seconds=5)
    talk.ani("login").hears("Maksud Anda")
    talk.ani("1").room.skip()  # the first of what was offered
    assert scores(talk) == []
    talk.desk.skip()


def test_whether_it_helped_is_said_in_words(talk: Talk) -> None:
    attended(talk, talk.ani)
    for _ in range(5):
        talk.ani("baik").room.skip()
    for _ in range(3):
        talk.until(3, 12)
    talk.ani.hears("Apakah yang dipelajari membantu")
    talk.ani("oke").room.skip()  # says nothing of that
    assert len(scores(talk)) == 5
    talk.ani("inggih mambantu").hears("Jawaban Anda: Ya, membantu")
    assert scores(talk)[-1] == (6, 3)
    talk.ani("belum").room.skip()  # no answer any more
    assert scores(talk)[-1] == (6, 3)
    talk.reports.skip()


def test_who_blocked_the_bot_is_told_nothing(talk: Talk) -> None:
    """Neither of a change nor of materials; the others are."""
    opened(talk)
    for who in (talk.ani, talk.burhan):
        joins(who).hears("Anda terdaftar")
    talk.ani.blocks()
    talk.budi("/clinic ubah 1 tempat: Ruang rapat").hears("dikabari")
    talk.wait(minutes=3)
    talk.burhan.hears("Ada perubahan", "Ruang rapat")
    talk.desk.hears("1 orang sudah dikabari")
    at_the_session(talk)
    talk.burhan.room.skip()
    talk.budi("/clinic peserta 1").hears("▫️ Burhan")
    for name in ("Ani Rahmawati", "Burhan"):
        talk.budi.presses(f"▫️ {name}").toast("")
    page = talk.budi("/clinic 1").hears("Balas pesan ini").room.last
    talk.budi.document(to=page)
    talk.wait(seconds=3)
    talk.desk.hears("1 berkas")
    talk.wait(minutes=11)
    talk.burhan.hears("Materi Sesi 1", "1 berkas", button="Materi dan foto")
    talk.ani.hears_nothing()
