"""Questions to the book: answered, guessed at, or honestly not known."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.rules.dialog import DialogKind
from faq.matching.matcher import Suggestions
from storage.tables import Outcome, Question
from tests.talks.steps import STORY, as_far_as_story, file, take
from tests.talks.talk import Talk

BEST = "Lupa kata sandi atau ingin menggantinya, bagaimana?"
KNOWN = "lupa kata sandi e-kinerja"
UNKNOWN = "berapa harga beras di pasar Paringin sekarang"


def asked(talk: Talk) -> list[Question]:
    with talk.database.reading() as unit:
        found = list(unit.session.exec(select(Question).order_by(col(Question.id))))
        unit.session.expunge_all()
        return found


def test_a_clear_winner_comes_with_its_place_and_three_buttons(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password", "Buku panduan: Bab", button="Membantu")
    heard = talk.ani.room.last
    assert heard is not None
    assert heard.button_words == ["Membantu", "Tidak membantu", "Tanya petugas"]
    (question,) = asked(talk)
    assert question.outcome is Outcome.ANSWER
    assert question.score > question.runner_up_score


def test_unsure_it_offers_up_to_three_and_a_way_out(talk: Talk) -> None:
    ambiguous(talk)
    choice = newest_words(talk)[0]
    talk.ani.presses(choice).hears(choice.rstrip("…"), "Buku panduan", button="Membantu")


def ambiguous(talk: Talk) -> None:
    """Which words are ambiguous is the matcher's affair, and it learns."""
    vague = ("realisasi", "penilaian", "skp", "atasan", "bukti dukung", "angka kredit", "mutasi")
    find = talk.resources.matcher.find
    talk.ani(next(text for text in vague if isinstance(find(text), Suggestions))).hears(
        "Maksud Anda", button="Bukan itu, tanya petugas"
    )
    assert 2 <= len(newest_words(talk)) <= 4


def newest_words(talk: Talk) -> list[str]:
    assert talk.ani.room.last is not None
    return talk.ani.room.last.button_words


def test_a_choice_may_be_made_in_words(talk: Talk) -> None:
    ambiguous(talk)
    *choices, _ = newest_words(talk)
    talk.ani("yang no 2 pak").hears(choices[1].rstrip("…"), "Buku panduan", button="Membantu")
    talk.ani("1").hears(choices[0].rstrip("…"), "Buku panduan")
    (question,) = asked(talk)
    assert question.entry_id == question.nearest_id
    talk.ani("7").hears("Silakan tulis pertanyaannya")


def test_none_of_the_choices_leads_to_an_officer(talk: Talk) -> None:
    ambiguous(talk)
    talk.ani("bukan itu semua").hears("Petugas bisa menjawab", button="Tanya petugas")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa")


def test_a_number_without_choices_just_before_is_no_choice(talk: Talk) -> None:
    talk.ani("1").hears("Silakan tulis pertanyaannya")
    ambiguous(talk)
    talk.wait(hours=1)
    talk.ani("1").hears("Silakan tulis pertanyaannya")
    talk.ani(KNOWN).hears("Reset Password")
    talk.ani("1").hears("Silakan tulis pertanyaannya")


def test_what_the_book_does_not_know_it_does_not_invent(talk: Talk) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan", button="Tanya petugas")
    assert [question.outcome for question in asked(talk)] == [Outcome.SILENCE]


def test_an_unknown_question_becomes_a_report_with_its_words_filled_in(talk: Talk) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan")
    talk.ani.presses("Tanya petugas").hears(
        "Mohon diperiksa", UNKNOWN, "Permintaan informasi", "Lainnya"
    )
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("Permintaan informasi", UNKNOWN)
    assert talk.ticket().kind == "information"


def test_numbers_taken_out_of_a_question_are_told_of(talk: Talk) -> None:
    talk.ani("harga emas berapa pak, hubungi 0812 3456 7890").hears("belum saya temukan")
    talk.ani.presses("Tanya petugas").hears("hubungi [telepon]", "disamarkan")
    talk.ani("Nomor saya 081234567890").hears("081234567890")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("081234567890")


def test_from_an_answer_the_chapter_is_filled_in_too(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", KNOWN, "Tentang: Akses")


def test_helpful_is_thanked_for_and_kept(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password")
    talk.ani.presses("Membantu").toast("Terima kasih").hears_nothing()
    assert [question.helpful for question in asked(talk)] == [True]


def test_unhelpful_leads_to_an_officer(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password")
    talk.ani.presses("Tidak membantu").toast("Terima kasih")
    talk.ani.hears("Petugas bisa menjawab", button="Tanya petugas")
    assert [question.helpful for question in asked(talk)] == [False]


def test_an_hour_old_answer_still_leads_to_an_officer(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password")
    talk.wait(hours=1)
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa")


def test_a_question_asked_while_the_bot_was_down_is_answered(talk: Talk) -> None:
    with talk.at_once():
        talk.ani(KNOWN)
        talk.asleep(hours=1)
    talk.ani.hears("Reset Password")


def test_small_talk_is_met_with_small_talk(talk: Talk) -> None:
    talk.ani("selamat pagi min").hears("Halo Ani")
    talk.ani("terima kasih banyak").hears("Sama-sama")
    talk.ani("mau bicara dengan petugas").hears("petugas", button="Buat laporan")


def test_plain_wishes_are_fulfilled(talk: Talk) -> None:
    for wish in ("lapor", "Saya mau lapor min", "mau buat pengaduan"):
        talk.ani(wish).hears("Ceritakan")
        talk.ani("/batal").hears("dibatalkan")
    talk.ani("tiket saya").hears("belum")
    file(talk, talk.ani)
    talk.ani("cek tiket saya pak").hears("EK-2026-00001")
    talk.ani("EK-2026-00001").hears(STORY)
    talk.ani("ek-2026-00002").hears("tidak ada dalam daftar")
    talk.ani("bagaimana cara lapor keluhan?").hears("/lapor")


def test_words_that_tell_nothing_are_asked_back_and_not_counted(talk: Talk) -> None:
    for text in ("pak", "kenapa ya", "tolong", "tidak bisa"):
        talk.ani(text).hears("Silakan tulis pertanyaannya")
        talk.ani(text).hears("Saya bot", button="Buat laporan")
        talk.ani("halo").hears("Halo Ani")
    assert asked(talk) == []


def test_a_short_and_broad_question_gets_choices(talk: Talk) -> None:
    talk.ani("tidak bisa login").hears("Maksud Anda", button="Bukan itu, tanya petugas")
    assert newest_words(talk)[0].startswith("Lupa kata sandi")


def test_personal_numbers_are_masked_in_the_log_of_questions(talk: Talk) -> None:
    talk.ani("NIP saya 198503152010012003 tidak bisa login ke e-kinerja kenapa ya")
    talk.ani.hears("")
    assert "198503152010012003" not in asked(talk)[0].text


def test_4096_characters_are_answered_all_the_same(talk: Talk) -> None:
    talk.ani(("tidak bisa login ke e-kinerja " * 140)[:4096]).hears("")


def test_only_emoji_is_no_question_but_gets_an_answer(talk: Talk) -> None:
    talk.ani("😭😭😭").hears("")


def test_somebody_elses_question_cannot_be_judged_or_taken_over(talk: Talk) -> None:
    talk.ani(KNOWN).hears("Reset Password")
    number = asked(talk)[0].id
    talk.burhan("/start").hears("Selamat datang")
    talk.burhan.forges(f"help:{number}:0").hears_nothing()
    talk.burhan.forges(f"ask:{number}").hears("Ceritakan")
    assert asked(talk)[0].helpful is None
    with talk.database.reading() as unit:
        opened = unit.dialogs.open(talk.burhan.user, now=talk.clock.now())
        assert KNOWN not in (opened[DialogKind.COMPLAINT].draft or "")


def test_the_book_can_be_read_by_chapters(talk: Talk) -> None:
    talk.ani("/manual").hears("Buku panduan e-Kinerja", button="1. Mengenal e-Kinerja")
    talk.ani.presses("1. Mengenal e-Kinerja").hears_nothing()
    page = talk.ani.room.sees("Bab 1. Mengenal e-Kinerja")
    entry = page.button_words[0]
    talk.ani.presses(entry).hears(entry.rstrip("…"), "Buku panduan: Bab 1", button="Kembali")
    assert with_neighbours(talk)
    talk.ani.presses("Kembali").hears_nothing()
    talk.ani.presses("Daftar bab", on=page).hears_nothing()
    assert "Pilih bab" in talk.ani.room.sees("Buku panduan e-Kinerja").text


def with_neighbours(talk: Talk) -> list[str]:
    """The entries that an opened one leads to, between an answer's three buttons and the way
    back."""
    helpful, not_helpful, officer, *near, back = newest_words(talk)
    assert [helpful, not_helpful, officer] == ["Membantu", "Tidak membantu", "Tanya petugas"]
    assert back == "Kembali"
    return near


def open_entry(talk: Talk, way: str) -> None:
    if way == "link":
        talk.ani("/start lupa-password").hears("Reset Password")
        return
    talk.ani("/manual").hears("Pilih bab", button="2. Akses dan login")
    talk.ani.presses("2. Akses dan login").hears_nothing()
    page = talk.ani.room.sees("Bab 2. Akses dan login")
    talk.ani.presses(next(word for word in page.button_words if word.startswith("Lupa kata")))
    talk.ani.hears("Reset Password")


@pytest.mark.parametrize("way", ["link", "chapter"])
def test_an_entry_opened_has_an_answers_buttons(way: str, talk: Talk) -> None:
    open_entry(talk, way)
    assert with_neighbours(talk)
    opened = talk.ani.room.last
    talk.ani.presses("Membantu").toast("Terima kasih").hears_nothing()
    assert asked(talk)[-1].helpful is True
    talk.ani.presses("Tidak membantu", on=opened).toast("Terima kasih")
    talk.ani.hears("belum membantu", button="Tanya petugas")
    assert [(each.helpful, each.entry_id, each.text) for each in asked(talk)] == [
        (False, "lupa-password", "")
    ]
    talk.budi("/faq").hears("Tidak ada")  # nobody's words: nothing to teach
    talk.ani("/data_saya").hears(f"(dibuka dari buku) {BEST}")


def test_from_an_entry_opened_a_report_knows_its_chapter(talk: Talk) -> None:
    open_entry(talk, "link")
    talk.ani.presses("Tanya petugas").hears("Ceritakan")
    with talk.database.reading() as unit:
        opened = unit.dialogs.open(talk.ani.user, now=talk.clock.now())
        draft = opened[DialogKind.COMPLAINT].draft or ""
    assert "Akses dan login" in draft
    assert "Lupa kata sandi" not in draft


def test_a_question_during_an_open_ticket_still_finds_the_book(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani(KNOWN).hears("Reset Password")


def test_a_question_as_answer_to_an_officer_reaches_both(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Apa yang muncul di layar?", to="EK-2026-00001")
    talk.ani.hears("Apa yang muncul")
    talk.ani(f"bagaimana kalau {KNOWN}?").hears("Sudah kami sampaikan").hears(BEST)
    talk.desk.hears(KNOWN)
    talk.ani("iya pakai chrome").hears("Sudah kami sampaikan").hears_nothing()
    talk.desk.hears("iya pakai chrome")


def test_a_question_in_the_middle_of_a_report_is_part_of_the_report(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani(KNOWN).hears("Ada foto layar")


def test_who_does_not_understand_before_anything_was_answered(talk: Talk) -> None:
    talk.ani("ngga paham ulun").hears("", button="Buat laporan")
    talk.burhan("bukan itu maksud saya").room.skip()
    talk.desk.hears_nothing()


def test_what_is_forwarded_is_a_question_and_nobodys_yes(talk: Talk) -> None:
    talk.ani.forwards("lupa kata sandi e-kinerja").hears("Lupa kata sandi")
    talk.ani("otp").room.skip()
    talk.ani.forwards("1").room.skip()
    talk.ani.forwards("daftar").room.skip()
    talk.desk.hears_nothing()


def test_what_was_not_found_and_not_understood_is_an_officers(talk: Talk) -> None:
    talk.ani("harga beras di pasar paringin").hears("", button="Tanya petugas")
    talk.ani("ngga paham ulun").hears("", button="Tanya petugas")
    talk.ani.presses("Tanya petugas").hears("harga beras", "Mohon diperiksa")
