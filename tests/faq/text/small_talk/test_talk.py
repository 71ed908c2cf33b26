"""Small talk by situation: what was said by people who had not seen the code, and what is none."""

from __future__ import annotations

import numpy as np
import pytest

from bot.rules.intent import Intent, Mood, Situation
from faq.text.small_talk import weights as small_weights
from faq.text.small_talk.fitting import learn
from faq.text.small_talk.talk import civil, mood, only_small, small_talk, tells_nothing
from faq.text.small_talk.words import examples
from tests.faq.small_talk import HERE, read, taken

LEAST_UNDERSTOOD = 0.95
AS_COUNTED_ELSEWHERE = 2  # another processor adds in another order


@pytest.mark.parametrize("of", [f"said{number}.csv" for number in ("", 2, 3, 4)])
def test_most_of_what_was_said_is_understood(of: str) -> None:
    said = read(HERE / of)
    wrong = [each for each in said if small_talk(each.words, each.situation) != each.intent]
    assert len(wrong) <= (1 - LEAST_UNDERSTOOD) * len(said), wrong


def test_much_of_what_is_said_to_the_bot_itself_is_understood() -> None:
    """Or it is looked up in the book, which harms nobody."""
    said = read(HERE / "said5.csv")
    understood = [small_talk(each.words, each.situation) == each.intent for each in said]
    assert sum(understood) >= 0.75 * len(said)


@pytest.mark.parametrize("of", [f"near-questions{number}.csv" for number in ("", 2, 3, 4, 5)])
def test_no_question_that_looks_like_small_talk_is_taken_for_it(of: str) -> None:
    near = read(HERE / of)
    assert [each for each in near if small_talk(each.words, each.situation)] == []


def test_no_labelled_question_is_taken_for_small_talk() -> None:
    assert taken() == []


ONE_WORD_MANY_MEANINGS = [
    ("sudah", Situation.CHECK, Intent.YES),
    ("sudah", Situation.ATTACH, Intent.NO),
    ("sudah", Situation.RESOLVED, Intent.YES),
    ("sudah", Situation.NONE, None),
    ("ya", Situation.CHECK, Intent.YES),
    ("ya", Situation.ATTACH, Intent.YES),
    ("ya", Situation.CHOICES, Intent.YES),
    ("lanjut", Situation.CHECK, Intent.YES),
    ("lanjut", Situation.ATTACH, Intent.NO),
    ("kirim saja", Situation.ATTACH, Intent.NO),
    ("tidak jadi", Situation.CHECK, Intent.CANCEL),
    ("tidak jadi pak, sudah bisa", Situation.OPEN, Intent.WITHDRAW),
    ("belum", Situation.CHECK, Intent.NO),
    ("masih kosong pak", Situation.RESOLVED, Intent.AGAIN),
    ("masih kosong pak", Situation.ENDED, Intent.AGAIN),
    ("sdh ada kabarkah", Situation.OPEN, Intent.WAITING),
    ("berapa lama lagi pak", Situation.OPEN, Intent.WAITING),
    ("dua-duanya", Situation.CHOICES, Intent.BOTH),
    ("bukan itu maksud saya", Situation.ANSWERED, Intent.NOT_THAT),
    ("salah jawabannya", Situation.ANSWERED, Intent.NOT_THAT),
    ("sudah bisa login, laporannya cabut saja", Situation.OPEN, Intent.WITHDRAW),
    ("cabut SKP", Situation.OPEN, None),
    ("progres", Situation.OPEN, None),
    ("tunggu, NIP saya salah ketik", Situation.CHECK, Intent.NO),
    ("NIP saya salah di aplikasi", Situation.CHECK, None),
    ("apanya yang selesai? masih hilang", Situation.RESOLVED, Intent.AGAIN),
    ("jam berapa kantor tutup?", Situation.CHOICES, Intent.HOURS),
    ("alamat kantor saya salah", Situation.CHECK, None),
    ("sebentar ya", Situation.NONE, Intent.LATER),
    ("sebentar ya", Situation.OPEN, Intent.WAITING),
    ("besok libur?", Situation.NONE, Intent.HOURS),
    ("besok terakhir isi skp", Situation.NONE, None),
]


@pytest.mark.parametrize(("words", "situation", "intent"), ONE_WORD_MANY_MEANINGS)
def test_what_just_happened_decides(
    words: str, situation: Situation, intent: Intent | None
) -> None:
    assert small_talk(words, situation) is intent


@pytest.mark.parametrize(
    "words",
    [
        "ternyata tombol simpan juga tidak bisa ditekan",
        "sejak hari Senin begitu",
        "layarnya putih waktu buka menu",
        "di komputer teman saya juga begitu, muncul tulisan merah",
        "saya pakai laptop kantor",
        "sudah tiga kali saya kirim",
        "sudah lapor ke admin juga",
        "tombol batal juga tidak jalan",
        "saya hapus cache tetap tidak bisa",
        "belum pernah begini sebelumnya",
        "kirim ulang juga gagal",
        "ada tulisan gagal di gambar",
        "gambar buram tidak terbaca",
        "tombolnya tidak ada",
        "tidak tahu kenapa tombolnya hilang",
        "sudah selesai mengisi tapi hilang",
        "jam 10 tadi masih bisa",
        "kantor saya di Paringin, jaringan putus-putus",
        "laporan saya tidak jadi terkirim di ekinerja",
        "bodohnya sistem ini menghapus isian saya",
    ],
)
@pytest.mark.parametrize("situation", [Situation.CHECK, Situation.ATTACH, Situation.STORY])
def test_more_of_a_story_is_no_small_talk(words: str, situation: Situation) -> None:
    assert small_talk(words, situation) is None
    assert not only_small(words)


@pytest.mark.parametrize("words", ["pak", "iya deh ya", "pang lah", "mohon maaf bu"])
def test_particles_tell_nothing(words: str) -> None:
    assert only_small(words)


@pytest.mark.parametrize("words", ["sudah", "ok", "Oke sudah pak", "beres", "sudah selesai", "👍"])
def test_a_closing_note_that_tells_nothing(words: str) -> None:
    assert tells_nothing(words)


@pytest.mark.parametrize(
    "words",
    ["Sudah kami buka kembali.", "Sandi sudah direset", "sudah diperbaiki", "Sekarang sudah."],
)
def test_a_closing_note_that_tells_what_was_done(words: str) -> None:
    assert not tells_nothing(words)


@pytest.mark.parametrize(
    ("words", "felt"),
    [
        ("kecewa saya, login tidak bisa terus", Mood.ANGRY),
        ("bot goblok, cara cetak skp gimana", Mood.ANGRY),
        ("takut tpp saya dipotong pak", Mood.WORRIED),
        ("panik saya data hilang 😭", Mood.WORRIED),
        ("cara cetak skp", None),
        ("", None),
    ],
)
def test_moods(words: str, felt: Mood | None) -> None:
    assert mood(words) is felt


def test_without_insults_the_question_stays() -> None:
    assert civil("bot goblok, cara cetak skp") == "bot cara cetak skp"
    assert civil("cara cetak skp") == "cara cetak skp"


@pytest.mark.parametrize("situation", [Situation.OPEN, Situation.STORY, Situation.CHECK])
def test_an_answer_or_a_part_of_a_story_is_passed_on(situation: Situation) -> None:
    told = (HERE / "answers.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert [words for words in told if small_talk(words, situation) is not None] == []


def test_what_was_learned_is_of_these_examples() -> None:
    """Else: python -m faq.text.small_talk.fitting."""
    kept, now = small_weights.learned(), learn(examples())
    assert kept.columns == now.columns
    assert kept.keys.tolist() == now.keys.tolist()
    assert np.abs(kept.rows - now.rows.astype(int)).max() <= AS_COUNTED_ELSEWHERE
