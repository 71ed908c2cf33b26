"""A survey at the desk: what is asked wrongly, too late, twice, or of no survey."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import col, select

from bot.rules.survey import Showing, SurveyStatus
from bot.simulator.world import accounts
from storage.tables import SurveyTestimony
from tests.talks.survey_steps import opened, served, survey
from tests.talks.talk import Talk
from tests.talks.test_announcement_card import toasts

UNKNOWN, NO_DRAFT = "Survei itu tidak ada", "sudah dibuka, jadi tidak bisa diubah"


def drafted(talk: Talk, days: str = "3 bulan") -> None:
    talk.budi(f"/survei baru {days}".strip()).hears("Survei 1", "draf")


def closed(talk: Talk, *sheets: str, population: str = "") -> None:
    """With those answers, and nobody invited."""
    drafted(talk)
    if population:
        talk.budi(f"/survei populasi 1 {population}").hears("perlu")
    talk.budi("/survei buka 1").hears("Survei dibuka")
    with talk.database.unit() as unit:
        for sheet in sheets:
            unit.surveys.put_in(1, sheet)
    talk.budi("/survei tutup 1").hears("ditutup")


def kept(talk: Talk) -> list[tuple[str, Showing]]:
    with talk.database.reading() as unit:
        rows = unit.session.exec(select(SurveyTestimony).order_by(col(SurveyTestimony.id)))
        return [(row.text, row.status) for row in rows]


def test_words_about_no_survey(talk: Talk) -> None:
    talk.budi("/survei bantuan").hears("/survei masa 3 triwulan 3")
    for said in ("7", "buka 7", "tindak 7 waktu: loket"):
        talk.budi(f"/survei {said}").hears(UNKNOWN)


def test_a_draft_is_filled_by_words_alone(talk: Talk) -> None:
    talk.budi("/survei baru").hears("belum dipilih")
    talk.budi("/survei buka 1").hears("Survei 1 · Masa layanan", "Siapa yang ditanya")
    talk.budi.replies("semester 2").hears("yang dilayani 1 Juli – ")
    talk.budi("/survei masa 1").hears("Siapa yang ditanya")
    talk.budi("/survei masa 1 triwulan 3 2026").hears("1 Juli – 30 September 2026")
    for said in ("93", "0", "dua minggu"):
        talk.budi(f"/survei lama 1 {said}").hears("Lamanya 1 sampai 92 hari")
    talk.budi("/survei lama 1 92 hari").hears("Lamanya: 92 hari")
    talk.budi.presses("Semua survei").toast("")
    talk.desk.sees("Cara menulisnya")
    talk.budi.presses("Survei 1: 1 Juli – 30 September 2026").toast("")
    talk.desk.sees("Lamanya: 92 hari")


def test_what_was_opened_meanwhile_is_no_draft_any_more(talk: Talk) -> None:
    drafted(talk)
    pages = [talk.desk.last]
    for _ in range(3):
        talk.budi("/survei 1").hears("draf")
        pages.append(talk.desk.last)
    with talk.at_once():
        talk.budi.presses("Buka survei", on=pages[0])
        talk.dewi.presses("Buka survei", on=pages[1])
    assert toasts(talk) == ["Survei dibuka", ""]
    talk.desk.hears("Survei dibuka sampai").hears(NO_DRAFT)
    before = survey(talk).model_dump()
    for button in ("6 bulan", "Dibuka 7 hari", "Isi populasi", "Buang draf"):
        talk.dewi.presses(button, on=pages[2]).toast("").hears(NO_DRAFT)
    for said in ("masa 1 2025", "populasi 1 12", "lama 1 7", "buang 1", "buka 1"):
        talk.budi(f"/survei {said}").hears(NO_DRAFT)
    assert survey(talk).model_dump() == before
    talk.budi("/survei tutup 1").hears("ditutup")
    talk.budi("/survei tutup 1").hears("tidak sedang dibuka")


def test_while_another_is_open_the_draft_stays_as_it_is(talk: Talk) -> None:
    drafted(talk)
    talk.budi("/survei buka 1").hears("Survei dibuka")
    talk.budi("/survei baru 3 bulan").hears("Survei 2", button="Buka survei")
    page = talk.desk.last
    talk.budi.presses("Buka survei", on=page).toast("").hears("Survei 1 masih dibuka")
    assert survey(talk, 2).status is SurveyStatus.DRAFT
    talk.budi("/survei tutup 1").hears("ditutup")
    talk.budi.presses("Buka survei", on=page).toast("Survei dibuka").hears("Survei dibuka")


def test_of_a_draft_that_was_thrown_away(talk: Talk) -> None:
    drafted(talk)
    pages = [talk.desk.last]
    for _ in range(4):
        talk.budi("/survei 1").hears("draf")
        pages.append(talk.desk.last)
    talk.budi.presses("Isi populasi", on=pages[0]).toast("").hears("Survei 1 · Populasi")
    prompt = talk.desk.last
    talk.budi("/survei").hears("draf")
    home = talk.desk.last
    talk.budi.presses("Buang draf", on=pages[0]).toast("")
    talk.desk.sees("dibuang")
    talk.budi.presses("Buka survei", on=pages[1]).toast("")
    talk.budi.presses("6 bulan", on=pages[2]).toast("")
    talk.budi.presses("Dibuka 7 hari", on=pages[3]).toast("")
    talk.budi.presses("Isi populasi", on=pages[4]).toast("")
    for page in pages[1:]:
        assert page is not None
        assert UNKNOWN in page.text
    assert home is not None
    talk.budi.presses(home.button_words[0], on=home).toast("")
    assert UNKNOWN in home.text
    talk.budi.replies("1200", to=prompt).hears(UNKNOWN)


def test_a_page_that_is_older_than_the_database(talk: Talk) -> None:
    """Put back from a backup of before the survey was made."""
    opened(talk)
    talk.budi("/survei 1").hears("Survei 1", button="Tutup survei")
    first = talk.desk.last
    talk.budi("/survei 1").hears("Survei 1", button="Tutup survei")
    second = talk.desk.last
    talk.budi.presses("Tutup survei", on=second).toast("")
    row = survey(talk)
    with talk.database.unit() as unit:
        unit.surveys.forget_people(1)
        unit.surveys.drop(unit.session.merge(row))
    talk.budi.presses("Tutup survei", on=first).toast("")
    talk.budi.presses("Ya, tutup sekarang", on=second).toast("")
    for page in (first, second):
        assert page is not None
        assert UNKNOWN in page.text


def test_forged_numbers_find_nothing(talk: Talk) -> None:
    closed(talk, *["333433423"] * 5)
    page = talk.desk.last
    for data in ("svf:7:pdf", "svf:1:odt", "svu:7:0", "svu:1:9", "svt:7", "svj:7:1"):
        talk.budi.forges(data, on=page).toast("tidak berlaku")


def test_a_report_of_few_answers(talk: Talk) -> None:
    closed(talk, "333433423")
    talk.budi("/survei laporan 1").hears("sedang dibuat").hears("terlalu sedikit")
    talk.budi("/survei laporan 1 odt").hears("pdf")
    talk.budi("/survei tindak 1 loket ditambah").hears("baru ada sesudah")


def test_a_report_of_figures_without_a_grade(talk: Talk) -> None:
    closed(talk, *["333433423"] * 5)
    page = talk.desk.last
    with talk.at_once():
        talk.budi.presses("Excel", on=page)
        talk.budi.presses("Excel", on=page)
    assert toasts(talk) == ["Laporan sedang dibuat", ""]
    talk.desk.hears("sedang dibuat").hears_file("Survei Kepuasan Masyarakat 1")


def test_a_follow_up_in_words_is_looked_at(talk: Talk) -> None:
    closed(talk, *["332444444"] * 5, population="5")
    talk.budi("/survei tindak 1 loket ditambah").hears("Unsur terendahnya: Waktu penyelesaian")
    talk.budi("/survei tindak 1 waktu: 😀").hears("Tulis dengan kata-kata")
    talk.budi.replies("Dua loket ditambah").hears("Dicatat untuk Waktu penyelesaian")
    talk.budi("/survei tindak 1 waktu: " + "a " * 400).hears("paling banyak 600 huruf")


def test_testimonies_one_after_the_other_and_each_judged_once(talk: Talk) -> None:
    opened(talk)
    with talk.database.unit() as unit:
        for number, text in ((accounts.ANI, "Sabar sekali"), (accounts.BURHAN, "Cepat")):
            unit.surveys.add_testimony(1, number, text, named=False)
    talk.budi("/survei testimoni 1").hears("Sabar sekali", button="Tampilkan")
    first = talk.desk.last
    with talk.at_once():
        talk.budi.presses("Jangan tampilkan", on=first)
        talk.dewi.presses("Tampilkan", on=first)
    assert toasts(talk) == ["", "Testimoni ini sudah dinilai."]
    talk.desk.hears("Cepat")
    assert kept(talk) == [
        ("Sabar sekali", Showing.DECLINED),
        ("Cepat", Showing.WAITING),
    ]
    with talk.database.unit() as unit:  # as an erasure does
        for row in unit.surveys.testimonies_of(accounts.BURHAN):
            unit.session.delete(row)
    talk.budi.presses("Tampilkan").toast("tidak berlaku")
    assert kept(talk) == [("Sabar sekali", Showing.DECLINED)]


def test_invited_a_few_at_a_time(talk: Talk) -> None:
    rules = replace(talk.resources.survey, invited_at_once=1)
    talk.resources = replace(talk.resources, survey=rules)
    talk.restart()
    served(talk)
    drafted(talk)
    talk.budi("/survei buka 1").hears("Survei dibuka")
    talk.wait(minutes=1)
    heard = [bool(who.room.all_unheard()) for who in (talk.ani, talk.burhan)]
    assert sorted(heard) == [False, True]
    talk.wait(minutes=1)
    later = [bool(who.room.all_unheard()) for who in (talk.ani, talk.burhan)]
    assert [a or b for a, b in zip(heard, later, strict=True)] == [True, True]
    assert heard != later


def test_it_ends_without_a_group_as_well(talk: Talk) -> None:
    opened(talk, days=1)
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart().until(3, 9)
    assert survey(talk).status is SurveyStatus.CLOSED
    talk.desk.hears_nothing()
