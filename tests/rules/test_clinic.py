"""Coaching Clinic's rules: hours and orders as they are written, wishes, codes, reminders."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from bot.rules.clinic import (
    Part,
    day_before,
    helped,
    last_word,
    new_code,
    next_question,
    tallies,
    told_at,
)
from bot.rules.clinic_words import (
    Wish,
    code_in,
    looks_like_a_code,
    name_and_office,
    put_together,
    read_order,
    wished,
)
from bot.rules.dates.session_time import read_when
from bot.rules.privacy.secrets import hide

TODAY = date(2026, 11, 24)  # a Tuesday
ZONE = ZoneInfo("Asia/Makassar")
THURSDAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("said", "day", "begins", "ends"),
    [
        ("3 Desember 2026 09.00", THURSDAY, time(9), None),
        ("Kamis, 3 Desember 2026 pukul 09.00–11.30 WITA", THURSDAY, time(9), time(11, 30)),
        ("3/12/2026 9.00", THURSDAY, time(9), None),
        ("3-12-26 jam 9 pagi", THURSDAY, time(9), None),
        ("2026-12-03 09:00 s.d. 11:00", THURSDAY, time(9), time(11)),
        ("besok jam 2 siang", date(2026, 11, 25), time(14), None),
        ("Kamis depan jam 9", THURSDAY, time(9), None),
        ("kamis jam 9", date(2026, 11, 26), time(9), None),
        ("Senin minggu depan 13.30", date(2026, 11, 30), time(13, 30), None),
        ("3 hari lagi 09.00", date(2026, 11, 27), time(9), None),
        ("dua minggu lagi jam 9", date(2026, 12, 8), time(9), None),
        ("bsk jam 9", date(2026, 11, 25), time(9), None),
        ("3/12 jam 9-11", THURSDAY, time(9), time(11)),
        ("3 Des 10-11.30", THURSDAY, time(10), time(11, 30)),
        ("3 des, 30 orang, jam 9", THURSDAY, time(9), None),
        ("3 desember 30 peserta jam 9", THURSDAY, time(9), None),
        ("３ Desember pukul ０９：３０", THURSDAY, time(9, 30), None),
        ("3 jan 09.00", date(2027, 1, 3), time(9), None),
        ("3 Desember 2026 9 pagi sampai 1 siang", THURSDAY, time(9), time(13)),
        ("minggu depan jam 9", None, time(9), None),
        ("31 Februari 2027 09.00", None, time(9), None),
        ("3 Desember 2026 25.00", THURSDAY, None, None),
        ("nanti saja", None, None, None),
    ],
)
def test_a_day_and_an_hour(
    said: str, day: date | None, begins: time | None, ends: time | None
) -> None:
    written = read_when(said, TODAY)
    assert (written.day, written.begins, written.ends) == (day, begins, ends)


def test_what_contradicts_itself_is_no_moment() -> None:
    assert read_when("Senin 3 Desember 2026 09.00", TODAY).span(ZONE) is None
    assert read_when("3 Desember 2026 11.00-09.00", TODAY).span(ZONE) is None


def test_an_order_by_labels_by_looks_and_by_its_order() -> None:
    whole = {
        Part.TOPIC: "SKP",
        Part.TIME: "3 Desember 2026 09.00",
        Part.PLACE: "Aula",
        Part.CAPACITY: "20",
    }
    assert read_order("SKP | 3 Desember 2026 09.00 | Aula | 20", TODAY) == whole
    assert read_order("SKP | 20 | 3 Desember 2026 09.00 | Aula", TODAY) == whole
    labelled = "tempat: Aula\ntopik: SKP\nkuota: 20\nwaktu: 3 Desember 2026 09.00"
    assert read_order(labelled, TODAY) == whole
    assert Part.PLACE not in read_order("SKP | 3 Desember 2026 09.00 | | 20", TODAY)
    assert read_order("", TODAY) == {}


@pytest.mark.parametrize(
    ("said", "wish", "number"),
    [
        ("daftar sesi 12", Wish.JOIN, 12),
        ("saya mau ikut clinic", Wish.JOIN, None),
        ("tidak jadi ikut sesi 3", Wish.LEAVE, 3),
        ("batal ikut ya pak", Wish.LEAVE, None),
        ("keluar dari daftar tunggu", Wish.LEAVE, None),
        ("saya mau keluar dari sesi 3", Wish.LEAVE, 3),
        ("minta coaching clinic", Wish.ASK_FOR, None),
        ("jadwal coaching clinic", Wish.SCHEDULE, None),
    ],
)
def test_wishes(said: str, wish: Wish, number: int | None) -> None:
    found = wished(said)
    assert found is not None
    assert (found.wish, found.number) == (wish, number)


@pytest.mark.parametrize(
    "said", ["apa itu coaching clinic", "bagaimana cara daftar", "ikut bimtek", "daftar bab"]
)
def test_no_wishes(said: str) -> None:
    assert wished(said) is None


def test_codes_are_known_and_never_taken_for_secrets() -> None:
    dice = random.Random(7)
    for _ in range(300):
        code = new_code(dice.choice)
        assert looks_like_a_code(code)
        assert code_in(f" {code.lower()}. ") == (code, False)
        assert code_in(f"kode saya: {code.lower()}") == (code, False)
        for said in (code, f"hadir {code}", f"kode hadir: {code}", f"/start hadir_{code}"):
            assert hide(said) == said
            assert said.startswith("/") or code_in(said) is not None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *(("ruka mo", "RUKAMO"), ("ru-ka-mo", "RUKAMO"), ("R U K A M O.", "RUKAMO")),
        *(("rukamo", "RUKAMO"), ("ruka moo", None), ("rukam o ini", None), ("", None)),
    ],
)
def test_a_code_is_written_as_it_is_heard(said: str, code: str | None) -> None:
    assert put_together(said) == code


def test_the_day_before_at_an_hour_when_people_may_be_reminded() -> None:
    def before(hour: int) -> datetime:
        return day_before(datetime(2026, 12, 3, hour, tzinfo=ZONE), ZONE)

    assert before(7) == datetime(2026, 12, 2, 8, tzinfo=ZONE)
    assert before(9) == datetime(2026, 12, 2, 9, tzinfo=ZONE)
    assert before(21) == datetime(2026, 12, 2, 19, tzinfo=ZONE)


def test_the_last_word_comes_before_anybody_sets_out() -> None:
    def told(hour: int) -> datetime:
        return last_word(datetime(2026, 12, 3, hour, tzinfo=ZONE), ZONE)

    assert told(8) == datetime(2026, 12, 2, 19, tzinfo=ZONE)
    assert told(9) == datetime(2026, 12, 3, 8, tzinfo=ZONE)
    assert told(22) == datetime(2026, 12, 3, 19, tzinfo=ZONE)


def test_news_by_night_waits_for_the_morning_unless_that_is_too_late() -> None:
    night = datetime(2026, 12, 2, 14, 30, tzinfo=UTC)  # 22.30
    assert told_at(night, datetime(2026, 12, 3, 10, tzinfo=ZONE), ZONE) == datetime(
        2026, 12, 3, 8, tzinfo=ZONE
    )
    assert told_at(night, datetime(2026, 12, 3, 8, 30, tzinfo=ZONE), ZONE) == night


def test_the_evaluation_is_counted() -> None:
    answers = [(1, 4), (1, 3), (5, 1), (6, 3), (6, 3), (6, 1)]
    found = tallies(answers)
    assert found[0].average == Fraction(7, 2)
    assert found[1].average is None
    assert found[4].counts == (1, 0, 0, 0)
    assert helped(answers).counts == (1, 0, 2)
    assert [next_question(some) for some in (set(), {1, 2}, {1, 2, 3, 4, 5})] == [1, 3, None]


@pytest.mark.parametrize(
    ("written", "name", "office"),
    [
        ("Pak Noor, RSUD", "Pak Noor", "RSUD"),
        ("Noor, S.Pd., M.Si, Dinas A, B dan C", "Noor, S.Pd., M.Si", "Dinas A, B dan C"),
        ("dr. Rina, Sp. A, M. Kes, RSUD", "dr. Rina, Sp. A, M. Kes", "RSUD"),
        ("Ani, A.Md.Keb, Kec. Juai", "Ani, A.Md.Keb", "Kec. Juai"),
        ("Budi, SE, MM | Badan Keuangan", "Budi, SE, MM", "Badan Keuangan"),
        ("Budi, SE, MM, BKD", "Budi, SE, MM", "BKD"),
        ("Siti, S.Kep., Ners", "Siti, S.Kep., Ners", ""),
        ("Siti", "Siti", ""),
    ],
)
def test_degrees_are_of_the_name(written: str, name: str, office: str) -> None:
    assert name_and_office(written) == (name, office)
