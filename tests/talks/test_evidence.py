"""Papers to hand in: asked for below the figures, and for good once a period is closed."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import select

from bot.papers.evidence.record import mark_on
from bot.settings import load
from handlers.operator.report import Almanac, Wanted, of_indicator
from storage.tables import ClosedPeriod
from tests.talks.steps import file, resolve
from tests.talks.talk import Talk
from tests.talks.voice import Room

MONDAY = 0
SUNDAY = date(2026, 11, 29)
WEEK = "proof:20261123:20261129"


def content(room: Room) -> bytes:
    """Of the file heard last."""
    assert room.last is not None
    assert room.last.file_id is not None
    return room.talk.state.files.get(room.last.file_id).content


def words_of(paper: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)


def test_a_paper_comes_in_the_form_that_was_chosen(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("Senang bisa membantu")
    talk.desk.skip()
    talk.wait(minutes=5)
    talk.budi("/laporan").hears_file("").hears("", button="Bukti dukung")
    talk.budi.presses("Bukti dukung").hears("Bukti dukung 1 Januari", button="Excel")
    forms = talk.desk.newest_with("Excel")
    talk.budi.presses("PDF", on=forms).toast("Sebentar").hears("sedang dibuat")
    talk.desk.hears_file("Rekap pengaduan 1 Januari", "1 ÷ 1 × 100 % = 100,00 %")
    talk.budi.presses("PDF", on=forms).hears_nothing()
    read = words_of(content(talk.desk))
    assert "1 ÷ 1 × 100 % = 100,00 %" in read
    assert "EK-2026-00001" in read
    assert "Sudah kami buka kembali" in read
    assert "Ani" not in read
    assert "Budi" not in read
    talk.budi.presses("Contoh penanganan", on=forms).toast("Sebentar").hears("sedang dibuat")
    talk.desk.hears_file("Contoh penanganan pengaduan")


def test_reach_comes_with_the_rows_behind_it(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.desk.skip()
    talk.wait(minutes=5)
    talk.budi("/laporan").hears_file("").hears("", button="Jangkauan")
    talk.budi.presses("Jangkauan").toast("Sebentar").hears("sedang dibuat")
    talk.desk.hears_file("1 orang dilayani", "Data pegawai belum ada: hanya hitungan")
    read = words_of(content(talk.desk))
    assert "Ani" not in read
    assert "belum ada, jadi hanya hitungan tanpa pembanding" in read
    talk.budi.presses("Bukti dukung", on=talk.desk.newest_with("Bukti dukung"))
    talk.desk.hears("Bukti dukung 1 Januari", button="Baris jangkauan")
    talk.budi.presses("Baris jangkauan").toast("Sebentar").hears("sedang dibuat")
    talk.desk.hears_file("Dari baris-baris inilah jangkauan dihitung")


def paper_of_the_week(talk: Talk, form: str) -> bytes:
    shown = talk.desk.newest_with("Bukti dukung")
    talk.budi.forges(f"paper:20261123:20261129:{form}", on=shown).toast("Sebentar")
    talk.desk.hears("sedang dibuat").hears_file("sudah ditutup")
    talk.wait(seconds=10)
    return content(talk.desk)


def drawn(talk: Talk, form: str, *, last: date = SUNDAY) -> bytes:
    """As `main.py report indicator` does."""
    of = talk.resources
    almanac = Almanac(of.calendar, of.editions, of.terms, of.survey, load().offices_file)
    wanted = Wanted("indicator", SUNDAY - timedelta(days=6), last, almanac.editions.default, form)
    with talk.database.reading() as unit:
        return of_indicator(unit, almanac, wanted, talk.clock.now())


def test_a_closed_week_is_printed_as_it_was_closed(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi("/laporan").hears_file("").hears("")
    talk.until(MONDAY, 8, 1)
    talk.desk.skip()
    talk.reports.skip()
    before = {form: paper_of_the_week(talk, form) for form in ("pdf", "docx", "xlsx")}
    shown = {form: drawn(talk, form) for form in ("png", "text")}
    talk.budi.replies("Sudah kami perbaiki", to=talk.card()).hears_nothing()
    talk.budi.presses("Selesai", on=talk.card()).hears("catatan penutup")
    talk.budi.replies("Sudah bisa disimpan lagi.")
    talk.room(talk.ani.chat).skip()
    talk.desk.skip()
    talk.restart()
    for form, paper in before.items():
        assert paper_of_the_week(talk, form) == paper
    assert {form: drawn(talk, form) for form in shown} == shown
    assert b"Masih terbuka: 1\n" in shown["text"]
    assert b"Masih terbuka: 0 (" in drawn(talk, "text", last=SUNDAY + timedelta(days=1))
    with talk.database.reading() as unit:
        (closed,) = unit.session.exec(select(ClosedPeriod)).all()
        assert {mark_on(paper) for paper in before.values()} == {closed.mark}


@pytest.mark.parametrize(
    "forged",
    [
        "proof:20261123:20261122",
        "proof:20991123:20991129",
        "proof:x:20261129",
        "paper:20261123:20261129:exe",
    ],
)
def test_only_days_and_forms_there_are(talk: Talk, forged: str) -> None:
    card = talk.budi("/antrian").hears("Tidak ada tiket").room.last
    talk.budi.forges(forged, on=card).toast("tidak berlaku")


def test_papers_are_for_those_who_see_the_figures(talk: Talk) -> None:
    talk.ani("/start").hears("Selamat datang")
    talk.ani.forges(WEEK).toast("hanya untuk petugas")
    card = talk.budi("/antrian").hears("Tidak ada tiket").room.last
    talk.eko.forges(WEEK, on=card).toast("hanya untuk petugas")


def test_proofs_and_rows_for_another_channel_come_too(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.desk.skip()
    shown = talk.budi("/antrian").hears("Tiket terbuka").room.last
    for form, heard in (("lapor", "LAPOR"), ("proofs", "F-02")):
        talk.budi.forges(f"paper:20261123:20261124:{form}", on=shown).toast("Sebentar")
        talk.desk.hears("sedang dibuat").hears_file(heard)
    assert "Ani" not in words_of(content(talk.desk))
