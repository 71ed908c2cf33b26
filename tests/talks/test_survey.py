"""A survey from the first word at the desk to its report, and what whoever is asked meets."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.rules.roster.people import Employee, State
from bot.rules.survey import SurveyStatus
from bot.simulator.world import accounts
from storage.tables import SurveyTestimony
from tests.talks.roster_steps import ANI, OTHER, listed
from tests.talks.survey_steps import fills, opened, served, sheets, survey
from tests.talks.talk import Talk


def test_from_the_desk_to_the_answers_and_back(talk: Talk) -> None:
    served(talk)
    talk.budi("/survei").hears("Belum ada survei", button="Survei baru")
    talk.budi.presses("Survei baru").toast("").hears("Survei 1", "belum dipilih", "belum diisi")
    talk.budi.presses("6 bulan").toast("").room.sees("yang dilayani 25 Mei – 24 November 2026")
    talk.budi.presses("Isi populasi").toast("").hears("Survei 1 · Populasi", "Balas")
    talk.budi.replies("sekitar seribu").hears("Tulis angkanya")
    talk.budi.replies("1.285 orang").hears("1.285 orang, perlu 296 jawaban")
    talk.budi.presses("Dibuka 7 hari").toast("").room.sees("Lamanya: 7 hari")
    talk.dewi.presses("Buka survei").toast("Survei dibuka").hears("sampai 1 Desember 2026")
    talk.wait(minutes=1)
    talk.burhan.hears("paling lambat 1 Desember 2026", button="Isi survei")
    talk.ani.hears("25 Mei – 24 November 2026", "Anonim", button="Isi survei")
    talk.ani.presses("Isi survei").toast("").hears("Survei 1 dari 9", button="Sangat sesuai")
    for label in ("Sesuai", "Mudah", "Cepat", "Gratis", "Sesuai", "Kompeten"):
        talk.ani.presses(label).toast("")
    talk.ani.room.sees("Survei 7 dari 9")
    talk.ani.presses("Kembali").toast("").room.sees("Survei 6 dari 9")
    talk.ani.presses("Kurang kompeten").toast("").room.sees("Survei 7 dari 9")
    for label in ("Sopan dan ramah", "Baik", "Dikelola dengan baik"):
        talk.ani.presses(label).toast("")
    talk.ani.room.sees("Semua 9 pertanyaan sudah dijawab")
    assert sheets(talk) == []
    talk.ani.presses("Kirim").toast("").room.sees("Ada kesan")
    assert sheets(talk) == ["333432334"]
    talk.ani("/survei").hears("sudah Anda isi")
    talk.budi("/survei 1").hears("Diundang: 2, menjawab: 1", "sesudah survei ditutup")
    talk.budi.presses("Tutup survei").toast("").room.sees("Tutup sekarang?")
    talk.budi.presses("Ya, tutup sekarang").toast("").room.sees("Baru 1 jawaban")
    talk.burhan.presses("Isi survei").toast("").hears("sudah ditutup")


def test_it_waits_while_somebody_does_something_else(talk: Talk) -> None:
    opened(talk, talk.ani)
    talk.ani.presses("Isi survei").toast("").hears("Survei 1 dari 9")
    talk.ani("3").hears("Survei 2 dari 9")
    for no_score in ("5", "2,5", "lumayan mudah"):
        talk.ani(no_score).hears("Tulis 1, 2, 3, atau 4")
    talk.ani("sangat mudah").hears("Survei 3 dari 9")
    talk.ani("apa itu SKP?").room.skip()  # answered by the book
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("/batal").room.skip()
    talk.ani("lanjut survei").hears("Survei 3 dari 9")
    talk.ani("kembali").hears("Survei 2 dari 9")
    talk.ani("kurang mudah").hears("Survei 3 dari 9")
    talk.ani("/batal").hears("berhenti dulu")
    talk.wait(hours=30)
    talk.ani("/survei").hears("Survei 3 dari 9")
    for place in range(4, 10):
        talk.ani("4").hears(f"Survei {place} dari 9")
    talk.ani("4").hears("Kirim?")
    talk.ani("kirim").hears("sudah dihitung")
    assert sheets(talk) == ["324444444"]


def test_a_number_for_the_book_or_a_ticket_is_no_answer(talk: Talk) -> None:
    opened(talk, talk.ani)
    talk.ani("/survei").hears("Survei 1 dari 9")
    talk.wait(seconds=1)
    talk.ani("lupa password").room.skip()
    talk.ani("2").room.skip()  # whatever the book makes of it
    talk.desk.skip()
    talk.ani("/survei").hears("Survei 1 dari 9")


def test_it_is_closed_under_somebodys_hands(talk: Talk) -> None:
    opened(talk)
    talk.ani("/survei").hears("Survei 1 dari 9")
    talk.burhan.presses("Isi survei").toast("").hears("Survei 1 dari 9")
    talk.budi("/survei tutup 1").hears("ditutup")
    talk.ani("3").hears("sudah ditutup")
    talk.burhan.presses("Sesuai").toast("").room.sees("sudah ditutup")
    assert sheets(talk) == []


def test_it_ends_by_itself_and_its_result_is_told(talk: Talk) -> None:
    """With enough answers for figures, and too few for a grade."""
    others = [talk.someone(number) for number in (accounts.CITRA, accounts.HADI, accounts.EKO)]
    crowd = [talk.ani, talk.burhan, *others]
    opened(talk, *crowd, days=1)
    for who, scores in zip(
        crowd, ("333433423", "443444434", "322433323", "433434433", "332443432"), strict=True
    ):
        fills(who, scores)
    talk.until(2, 23)
    talk.desk.skip()
    assert survey(talk).status is SurveyStatus.OPEN
    talk.until(3, 9)
    talk.desk.came_by_itself("Survei ditutup: 5 jawaban dari 5 undangan")
    talk.desk.skip()
    assert survey(talk).status is SurveyStatus.CLOSED
    talk.budi("/survei 1").hears(
        *("Waktu penyelesaian: 2,60 (65,00), n=5", "Nilai SKM: 81,11 (indeks 3,24), n=5"),
        *("terlalu sedikit untuk mutu",),
        button="Excel",
    )
    talk.budi("/survei tindak 1 waktu: loket").hears("baru ada sesudah")


def test_the_follow_up_stands_in_the_next_report(talk: Talk) -> None:
    others = [talk.someone(number) for number in (accounts.CITRA, accounts.HADI, accounts.EKO)]
    crowd = [talk.ani, talk.burhan, *others]
    served(talk, *crowd)
    for number in (1, 2):
        talk.budi("/survei baru 3 bulan").hears(f"Survei {number}")
        talk.budi(f"/survei populasi {number} 5").hears("perlu 5 jawaban")
        talk.budi(f"/survei buka {number}").hears("Survei dibuka")
        talk.wait(minutes=1)
        for who in crowd:
            who.hears("Survei Kepuasan Masyarakat")
            fills(who, "333433423" if who is talk.ani else "332444444")
        talk.budi(f"/survei tutup {number}").hears("Mutu pelayanan: B (Baik)", "Terendah:")
        if number == 1:
            talk.budi.presses("Tindak lanjut: Waktu penyelesaian").toast("").hears(
                "Apa yang sudah"
            )
            talk.budi.replies("=2 loket <tambahan>").hears("Dicatat untuk Waktu")
            talk.budi("/survei tindak 1 ramah: x").hears("Unsur terendahnya")
    for form, file in (("PDF", "pdf"), ("Word", "docx"), ("Excel", "xlsx")):
        talk.budi("/survei 2").hears("Survei 2", button=form)
        talk.budi.presses(form).toast("Laporan sedang dibuat").hears("sedang dibuat")
        talk.desk.hears_file("Laporan Survei Kepuasan Masyarakat 2")
        assert file
    talk.budi("/survei laporan 1 word").hears("sedang dibuat").hears_file("Survei Kepuasan")


def test_a_testimony_needs_two_yeses(talk: Talk) -> None:
    opened(talk)
    fills(talk.ani, "444444444")
    talk.ani("Petugasnya sabar sekali menjelaskan").hears(
        "Boleh ditampilkan", button="Ya, tanpa nama"
    )
    talk.ani.presses("Ya, dengan nama saya").toast("").room.sees("dengan nama Anda bila petugas")
    fills(talk.burhan, "444444444")
    talk.burhan("Cepat dan jelas").hears("Boleh ditampilkan")
    talk.burhan("tidak usah").hears("tidak kami simpan")
    with talk.database.reading() as unit:
        (kept,) = unit.session.exec(select(SurveyTestimony)).all()
        assert (kept.person_id, kept.named) == (accounts.ANI, True)
    talk.budi("/survei 1").hears("Testimoni menunggu: 1", button="Testimoni (1)")
    talk.budi.presses("Testimoni (1)").toast("").hears("sabar sekali", "– Ani")
    talk.budi.presses("Tampilkan").toast("").room.sees("ditampilkan di laporan")
    talk.budi("/survei testimoni 1").hears("Tidak ada testimoni yang menunggu")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        *(("boleh, pakai nama saya", True), ("ya dengan nama", True), ("boleh", False)),
        *(("boleh tapi jangan pakai nama", False), ("tanpa nama ya", False)),
        *(("login dengan nama pengguna gagal", None), ("jangan", None)),
    ],
)
def test_a_yes_in_words(talk: Talk, said: str, named: bool | None) -> None:
    """None: nothing is kept."""
    opened(talk, talk.ani)
    fills(talk.ani, "444444444")
    talk.ani("Petugasnya sabar sekali menjelaskan").hears("Boleh ditampilkan")
    talk.ani(said).room.skip()
    talk.desk.skip()
    with talk.database.reading() as unit:
        kept = [each.named for each in unit.session.exec(select(SurveyTestimony))]
    assert kept == ([] if named is None else [named])


@pytest.mark.parametrize("said", ["terima kasih", "bagaimana cara cuti?"])
def test_what_is_no_testimony_is_served_as_ever(talk: Talk, said: str) -> None:
    opened(talk, talk.ani)
    fills(talk.ani, "444444444")
    talk.ani(said).room.skip()
    talk.desk.skip()
    talk.ani("/survei").hears("sudah Anda isi")
    with talk.database.reading() as unit:
        assert unit.session.exec(select(SurveyTestimony)).all() == []


def test_sent_twice_it_counts_once(talk: Talk) -> None:
    opened(talk, talk.ani)
    fills(talk.ani, "444444444", sends=False)
    message = talk.ani.room.sees("Kirim?")
    talk.ani.presses("Kirim", on=message).toast("").room.sees("sudah dihitung")
    talk.ani.forges("svs:1", on=message).toast("tidak berlaku")
    talk.ani.forges("sva:1:0:1", on=message).toast("tidak berlaku")
    assert sheets(talk) == ["444444444"]


def test_only_those_who_may_open_read_and_look(talk: Talk) -> None:
    opened(talk, talk.ani)
    talk.eko("/survei").hears("petugas")
    talk.ani("/survei 1").hears("Survei 1 dari 9")
    for data in ("svcc:1", "svo:1", "svr:1", "svt:1", "svf:1:pdf", "svj:1:1", "svu:1:0", "svh"):
        talk.eko.forges(data).toast("petugas")
        talk.ani.forges(data).toast("tidak berlaku")
    assert survey(talk).status is SurveyStatus.OPEN
    talk.budi("/survei baru 3 bulan").hears("Survei 2")
    talk.budi("/survei buka 2").hears("Survei 1 masih dibuka")
    talk.budi("/survei masa 1 2025").hears("tidak bisa diubah lagi")
    talk.budi("/survei laporan 1").hears("sesudah survei ditutup")
    talk.budi("/survei buang 2").hears("dibuang")
    talk.budi("/survei apa").hears("/survei bantuan")


def test_the_population_is_the_personnel_lists(talk: Talk) -> None:
    left = Employee(nip=OTHER, name="Rusmini", state=State.LEFT)
    listed(talk, ANI, left, Employee(nip="199105052023212004", name="Desi"))
    talk.budi("/survei baru 3 bulan").hears(
        "Populasi: 2 orang, perlu 2 jawaban", "Sumber populasi: data pegawai, dibaca 24 Nov 2026"
    )
    talk.budi("/survei populasi 1 1285").hears("1.285 orang", "Sumber populasi: diisi petugas")


def test_an_answer_of_the_desk_is_put_right_by_an_edit(talk: Talk) -> None:
    talk.budi("/survei baru 3 bulan").hears("Survei 1", button="Isi populasi")
    talk.budi.presses("Isi populasi").toast("").hears("Survei 1 · Populasi", "Balas")
    talk.budi.replies("sekitar seribu").hears("Tulis angkanya")
    talk.budi.edits("1.285 orang").hears("1.285 orang, perlu 296 jawaban")
    assert survey(talk).population == 1285
