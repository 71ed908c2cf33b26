"""Coaching Clinic's papers with friendly and with hostile words in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader

from bot.data.letterhead import letterhead
from bot.papers.attendance_code import AttendanceCode
from bot.papers.calendar_file import CalendarEntry, calendar_file
from bot.papers.invitation import Invitation
from bot.papers.registry import (
    ATTENDANCE_CODE,
    INVITATION,
    INVITATION_PDF,
    SESSION_REPORT,
    SESSION_REPORT_DOCX,
)
from bot.papers.session_report import Attended, SessionReport
from bot.rules.clinic import helped, tallies
from bot.rules.clinic_effect import Activity, Effect, Trend
from bot.words.papers import UNKNOWN

WORDS = ["Menyusun SKP", "=1+1 <b>&</b> \x07\u202e; , \\ 😭 " + "panjang " * 20]
MADE = datetime(2026, 12, 3, 4, tzinfo=UTC)
WHEN = "Kamis, 3 Desember 2026, 09.00–11.00 WITA"


def entry(words: str) -> CalendarEntry:
    return CalendarEntry(
        uid="clinic-1@bot",
        revision=2,
        title=words,
        place=f"{words}\nlantai 2",
        about="",
        starts=datetime(2026, 12, 3, 1, tzinfo=UTC),
        ends=datetime(2026, 12, 3, 3, tzinfo=UTC),
        made=datetime(2026, 11, 24, 1, tzinfo=UTC),
        zone="Asia/Makassar",
    )


@pytest.mark.parametrize("words", [*WORDS, "é" * 200])
def test_a_calendar_file_is_as_rfc_5545_has_it(words: str) -> None:
    made = calendar_file(entry(words))
    assert made.endswith(b"END:VCALENDAR\r\n")
    lines = made.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    unfolded = made.replace(b"\r\n ", b"").decode().split("\r\n")
    named = dict(line.split(":", 1) for line in unfolded if ":" in line)
    assert named["DTSTART;TZID=Asia/Makassar"] == "20261203T090000"
    assert named["TZOFFSETTO"] == "+0800"
    assert named["SEQUENCE"] == "2"
    told = named["SUMMARY"].replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    kept = "".join(sign for sign in words if sign.isprintable())
    assert told == kept
    assert "\\n" in named["LOCATION"]


def report(words: str, *, came: int) -> SessionReport:
    attended = [Attended(f"Peserta {at} {words}"[:64], words[:80], "09.05") for at in range(came)]
    return SessionReport(
        number=12,
        topic=words[:120],
        when=WHEN,
        place=words[:120],
        trainers="",
        offices="",
        assignment="",
        counted="60 mendaftar",
        files=2,
        attended=tuple(attended),
        tallies=tallies([(1, 4), (2, 3)]),
        helped=helped([(6, 3)]),
        effect=Effect(Trend.SMALL, ("RSUD", words[:80]), Activity(3, 1, 3), Activity(1, 0, 3)),
        days=30,
        effect_says="Angkanya terlalu kecil",
        questions="Apa beda RHK?\nKapan batasnya?",
        follow_up="",
        letterhead=letterhead(),
        made=MADE,
        when_made="3 Des 2026 12.00 WITA",
    )


@pytest.mark.parametrize("words", WORDS)
def test_a_report_has_everybody_and_room_to_sign(words: str) -> None:
    drawn = SESSION_REPORT.render(SESSION_REPORT.pack(report(words, came=60)))
    set_ = PdfReader(BytesIO(drawn)).pages
    text = " ".join(" ".join(page.extract_text() for page in set_).split())
    assert "Tanda tangan" in text
    assert "Peserta 59" in text
    assert "Kapan batasnya?" in text
    assert "30 hari sebelum sesi 3 1 3 – 30 hari sesudah sesi 1 0 3 –" in text
    assert "Angkanya terlalu kecil" in text
    assert UNKNOWN in text
    head = letterhead()
    for line in (head.owner, *head.address, f"{head.signer.position},"):
        assert line in text
    assert text.count("Halaman") == len(set_)
    assert "Tembusan" not in text


@pytest.mark.parametrize("words", WORDS)
def test_a_report_in_word_has_the_same(words: str) -> None:
    packed = SESSION_REPORT_DOCX.pack(report(words, came=60))
    made = SESSION_REPORT_DOCX.render(packed)
    assert made == SESSION_REPORT_DOCX.render(packed)
    document = Document(BytesIO(made))
    held, present, rated, spells, signed = document.tables
    assert [each.text for each in held.columns[0].cells][:2] == ["Waktu", "Tempat"]
    assert [each.text for each in present.rows[0].cells][-1] == "Tanda tangan"
    assert present.cell(60, 1).text.startswith("Peserta 59")
    assert [each.text for each in rated.columns[1].cells] == [
        *("Rata-rata", "4,00", "3,00", "–", "–", "–")
    ]
    assert [each.text for each in spells.rows[1].cells][1:] == ["3", "1", "3", "–"]
    assert len(document.inline_shapes) == 1
    text = "\n".join(each.text for each in document.paragraphs)
    for said in ("Kapan batasnya?", "Angkanya terlalu kecil", "Ya, membantu: 1"):
        assert said in text
    assert letterhead().signer.position in signed.cell(0, 1).text
    assert signed.cell(0, 0).text == "", "as in its PDF, nobody else gets a copy"


def test_a_share_is_named_where_there_is_enough_of_it() -> None:
    fewer = Effect(Trend.FEWER, ("RSUD",), Activity(31, 6, 24), Activity(12, 2, 28))
    drawn = SESSION_REPORT.render(
        SESSION_REPORT.pack(replace(report("SKP", came=1), effect=fewer))
    )
    text = " ".join(
        "".join(each.extract_text() for each in PdfReader(BytesIO(drawn)).pages).split()
    )
    assert "30 hari sebelum sesi 31 6 24 1,54 30 hari sesudah sesi 12 2 28 0,50" in text


def test_a_list_that_would_fit_on_a_page_of_its_own_begins_below_the_rest() -> None:
    drawn = SESSION_REPORT.render(SESSION_REPORT.pack(report("SKP", came=22)))
    first, second, *_ = (page.extract_text() for page in PdfReader(BytesIO(drawn)).pages)
    assert "Pelaksanaan" in first
    assert "Peserta 0" in first
    assert "Daftar hadir (22)" in first
    assert "Daftar hadir (22)" in second
    assert "Peserta 21" in second


@pytest.mark.parametrize("words", WORDS)
def test_an_invitation_opens_and_leaves_to_fill_what_is_not_known(words: str) -> None:
    letter = Invitation(
        number=1,
        topic=words,
        when=WHEN,
        place=words,
        trainers="",
        offices=("Dinas Kesehatan", words),
        capacity=20,
        link="https://t.me/bot?start=sesi_1",
        letterhead=letterhead(),
        made=MADE,
    )
    document = Document(BytesIO(INVITATION.render(INVITATION.pack(letter))))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Yth. Dinas Kesehatan" in text
    head = letterhead()
    for line in (head.owner, head.agency, *head.address):
        assert line in text
    fields, facts, signed = document.tables
    assert [fields.cell(0, 0).text, fields.cell(0, 1).text] == ["Nomor", f": {UNKNOWN}"]
    assert head.signer.position in signed.cell(0, 1).text
    assert "https://t.me/bot?start=sesi_1" in text
    assert facts.cell(1, 1).text == f": {WHEN}"
    pages = PdfReader(BytesIO(INVITATION_PDF.render(INVITATION_PDF.pack(letter)))).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    for each in (WHEN, "Yth. Dinas Kesehatan", UNKNOWN, "t.me/bot?start=sesi_1", head.agency):
        assert each in said


def test_an_office_without_an_address_has_its_letter_too() -> None:
    letter = Invitation(
        number=1,
        topic="SKP",
        when=WHEN,
        place="Aula",
        trainers="",
        offices=(),
        capacity=20,
        link="https://t.me/bot?start=sesi_1",
        letterhead=replace(letterhead(), address=()),
        made=MADE,
    )
    document = Document(BytesIO(INVITATION.render(INVITATION.pack(letter))))
    assert "Yth. Kepala Perangkat Daerah" in [each.text for each in document.paragraphs]


def test_the_code_is_a_picture_for_the_room() -> None:
    link = "https://t.me/bot?start=hadir_RUKAMO"
    shown = AttendanceCode("Menyusun SKP", WHEN, "RUKAMO", link)
    drawn = ATTENDANCE_CODE.render(ATTENDANCE_CODE.pack(shown))
    with Image.open(BytesIO(drawn)) as picture:
        assert picture.size == (1200, 900)
