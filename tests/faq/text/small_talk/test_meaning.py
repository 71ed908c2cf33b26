"""Small words: greetings, thanks, yes, no, answers to what was asked, choices."""

from __future__ import annotations

import csv

import pytest

from bot.rules.intent import Intent, ReplyMeaning, Situation
from bot.rules.ticket import Kind
from faq.text.asking import asks
from faq.text.said.report_wish import reported
from faq.text.small_talk.meaning import (
    as_answer,
    bare,
    denies,
    intent,
    none_of_them,
    place,
    places_named,
    solved,
)
from faq.text.vocabulary import words
from tests.faq.small_talk import HERE


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("halo min", Intent.GREETING),
        ("Assalamualaikum wr wb", Intent.GREETING),
        ("selamat pagi pak, izin bertanya", Intent.GREETING),
        ("P", Intent.GREETING),
        ("makasih banyak ya kak", Intent.THANKS),
        ("terima kasih atas bantuannya min, sangat membantu", Intent.THANKS),
        ("mau bicara dengan petugas", Intent.PERSON),
        ("handak bapandir lawan urang", Intent.PERSON),
        ("admin", Intent.PERSON),
        ("oke siap", Intent.YES),
        ("iya min", Intent.YES),
        ("mantap", Intent.YES),
        ("pamit dulu ya", Intent.FAREWELL),
        ("mau buat laporan", Intent.REPORT),
        ("lapor", Intent.REPORT),
        ("cek tiket saya min", Intent.TICKETS),
        ("gak", Intent.NO),
        ("yang tadi gimana", Intent.FOLLOW_UP),
        ("terus?", Intent.FOLLOW_UP),
        ("masih gabisa", Intent.FOLLOW_UP),
    ],
)
def test_what_a_message_means_by_itself(message: str, kind: Intent) -> None:
    assert intent(message) is kind


@pytest.mark.parametrize(
    "message",
    [
        "Halo, lupa sandi",
        "makasih, tapi belum bisa login",
        "mau tanya admin instansi siapa",
        "butuh orang untuk isi skp",
        "tidak bisa login",
        "akhir",
        "yang tadi kode 419 muncul lagi",
        "",
        "👍",
        "halo " * 50,
        "boleh besok saja rapatnya",
        "kapan laporan saya dinilai atasan",
    ],
)
def test_questions_mean_nothing_of_it(message: str) -> None:
    assert intent(message) is None


@pytest.mark.parametrize(
    "message", ["pak", "bagaimana", "tidak bisa", "kenapa ya", "tolong min", "A"]
)
def test_bare_words_tell_nothing(message: str) -> None:
    assert bare(message)


@pytest.mark.parametrize("message", ["lupa", "tidak bisa login", "hp", "419", "apa itu zzz"])
def test_one_telling_word_is_enough(message: str) -> None:
    assert not bare(message)


@pytest.mark.parametrize(
    "text",
    [
        "lupa sandi?",
        "gimana reset mfa",
        "Apakah PPPK wajib",
        "kayapa maulah skp",
        "cara cetak skp",
    ],
)
def test_a_question_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Langkah itu jadi berkah.",
        "Bisa pak. Aman sudah.",
        "masih putih juga",
        "terima kasih banyak",
        "sudah saya coba",
        "",
    ],
)
def test_news_does_not(text: str) -> None:
    assert not asks(text)


def answer(message: str) -> ReplyMeaning:
    return as_answer(message, Situation.STORY)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_may_be_typed(kind: Kind) -> None:
    for word in words(kind):
        assert answer(f"Saya mau {word}, pak").kinds == (kind,)


def test_two_kinds_are_both_named_and_other_words_name_none() -> None:
    assert answer("kritik dan saran").kinds == (Kind.CRITICISM, Kind.SUGGESTION)
    assert answer("keluhan soal OTP").kinds == ()
    assert answer("saya mau").kinds == ()


def test_a_name_is_what_was_typed_without_forms_of_address() -> None:
    assert answer(" MFA dan OTP pak").name == "mfa dan otp"


def test_a_denial_is_heard_among_other_words() -> None:
    assert denies("di kantor masih sama")
    assert not denies("dinas kesehatan")


SOLVED = (
    "ya",
    "Sudah, terima kasih",
    "sudah bisa lagi pak",
    "ok",
    "Alhamdulillah beres",
    "iya, lancar",
    "sudah ada, terima kasih",
    "alhamdulillah (sudah muncul)",
    "oh iya sudah bisa alhamdulillah terima kasih",
)
UNSOLVED = (
    "belum",
    "Masih belum bisa min",
    "tidak",
    "ga bisa",
    "kada",
    "masih sama",
    "tetap gagal pak",
    *("masih blm ada bu", "kada ada jua pang", "masih hilang", "tetap ga ada", "blm muncul"),
    *("kosong min", "blm ada bu", "eh fotonya hilang lagi", "absen saya masih belum muncul"),
    *("datanya salah lagi", "masih error bu"),
)
NEITHER = (
    *("terima kasih", "ok makasih", "oke pak terima kasih banyak", "👍", "", "siap"),
    *("besok saya coba", "belum saya coba", "kode 419 muncul lagi", "ya nanti saya kabari"),
    *("masih ada bu", "tidak ada lagi", "sudah tidak ada lagi", "sudah hilang", "muncul lagi pak"),
    *("sudah muncul tapi jam nya salah", "sudah ada tapi belum lengkap", "salah pak", "ada bu"),
    *("belum masuk kantor", "masih belum saya coba", "masih proses", "errornya sudah muncul lagi"),
    *("sudah bisa?", "belum selesai kah?", "sudah selesai pak?"),
)


@pytest.mark.parametrize("text", SOLVED)
def test_solved(text: str) -> None:
    assert solved(text) is True


@pytest.mark.parametrize("text", UNSOLVED)
def test_not_solved(text: str) -> None:
    assert solved(text) is False


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text: str) -> None:
    assert solved(text) is None


@pytest.mark.parametrize(
    ("said", "at"),
    [
        *(("1", 0), ("1.", 0), ("no 1", 0), ("yg pertama", 0), ("satu pak", 0), ("yang atas", 0)),
        *(("nomor 2", 1), ("pilihan kedua pak", 1), ("ke-2", 1), ("Opsi dua", 1)),
        *(("nomer tiga", 2), ("yang no.3 min", 2), ("yg terakhir", -1), ("paling bawah", -1)),
    ],
)
def test_a_place_is_named_in_many_ways(said: str, at: int) -> None:
    assert place(said) == at


@pytest.mark.parametrize(
    "said", ["", "0", "12", "2 orang", "langkah 2", "SKP 1", "1 atau 2", "semester pertama"]
)
def test_other_words_name_no_place(said: str) -> None:
    assert place(said) is None


def test_none_of_them_takes_a_no_and_nothing_else() -> None:
    for said in ("bukan itu", "bukan semuanya pak", "tidak ada yang cocok", "gak satupun"):
        assert none_of_them(said), said
    for said in ("tidak bisa", "itu", "tidak ada tombol simpan", "", "bukan atasan saya"):
        assert not none_of_them(said), said


def test_several_places_are_named_together() -> None:
    assert places_named("1 dan 3") == (0, 2)
    assert places_named("yang pertama sama kedua pak") == (0, 1)
    for said in ("1 email buat 2 orang", "", "dua kali gagal"):
        assert places_named(said) == (), said


@pytest.mark.parametrize(
    ("message", "matter"),
    [
        ("mau lapor, SKP saya hilang", "SKP saya hilang"),
        ("Izin melaporkan bahwa tombol sinkron tidak ada", "tombol sinkron tidak ada"),
        ("min mau komplain soal TPP saya", "soal TPP saya"),
        ("lapor min bukti dukung gabisa diupload", "bukti dukung gabisa diupload"),
        ("mau lapor", None),
        ("mau lapor min", None),
        ("sudah lapor, belum dijawab juga", None),
        ("cara lapor kalau error", None),
        ("mau lapor kalau skp belum disetujui, bagaimana caranya?", None),
        ("mau buat laporan kinerja bulanan", None),
    ],
)
def test_a_wish_to_report_may_tell_its_matter(message: str, matter: str | None) -> None:
    found = reported(message)
    assert (found and found.matter) == matter


def test_most_wishes_to_report_are_told_from_questions() -> None:
    with (HERE / "reports5.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(line for line in file if not line.startswith("#"))]
    told = [(reported(row["words"]), row["story"]) for row in rows]
    assert [matter for matter, story in told if matter and not story] == []
    assert sum(bool(matter) == bool(story) for matter, story in told) >= 0.75 * len(told)
