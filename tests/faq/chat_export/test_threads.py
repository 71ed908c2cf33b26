"""Questions, and which answer belongs to which."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from faq.chat_export.asked import as_asked, is_question
from faq.chat_export.messages import Message
from faq.chat_export.threads import Exchange, exchanges

BEGAN = datetime(2024, 2, 13, 8, 0, tzinfo=UTC)
ANI, BUDI, CITRA, ADMIN = "Ani Rahmi", "Budi Santoso", "Citra", "Admin BKPSDM"
TPP, KARPEG = "kenapa TPP bulan ini belum cair?", "karpeg elektronik dicetak di mana ya?"


def talked(*said: tuple[int, str, str]) -> list[Exchange]:
    """Minutes after the first, by whom, what."""
    heard = [Message(BEGAN + timedelta(minutes=at), by, text) for at, by, text in said]
    return list(exchanges(heard, lambda text: text, lambda by: by == ADMIN))


def answers(found: list[Exchange]) -> dict[str, tuple[str, ...]]:
    return {each.question: each.answers for each in found}


def test_several_messages_are_one_question() -> None:
    (one,) = talked(
        (0, ANI, "Assalamualaikum"),
        (0, ANI, "izin bertanya"),
        (1, ANI, TPP),
        (3, ANI, "padahal sudah saya isi semua"),
        (9, ADMIN, "Menunggu verifikasi dari BPKAD, paling lambat tanggal 10"),
    )
    assert one.question == f"{TPP} padahal sudah saya isi semua"
    assert one.answers == ("Menunggu verifikasi dari BPKAD, paling lambat tanggal 10",)


def test_an_answer_goes_to_whom_it_names_or_whose_words_it_has() -> None:
    found = talked(
        (0, ANI, TPP),
        (5, BUDI, KARPEG),
        (10, ADMIN, "pak Budi, di MyASN menu profil ya"),
        (12, ADMIN, "untuk TPP menunggu verifikasi dulu"),
    )
    assert answers(found) == {
        TPP: ("untuk TPP menunggu verifikasi dulu",),
        KARPEG: ("Budi, di MyASN menu profil ya",),
    }


def test_a_mention_by_number_is_an_address() -> None:
    found = talked(
        (0, "+62 812-3456-7890", TPP),
        (5, BUDI, KARPEG),
        (10, ADMIN, "@6281234567890 tunggu verifikasi dulu ya"),
    )
    assert answers(found)[TPP] == ("@6281234567890 tunggu verifikasi dulu ya",)


def test_thanks_end_it_and_small_talk_is_no_answer() -> None:
    found = talked(
        (0, ANI, TPP),
        (2, CITRA, "saya juga pak"),
        (3, BUDI, "siap"),
        (5, ADMIN, "Menunggu verifikasi dari BPKAD"),
        (6, ANI, "baik, terima kasih pak"),
        (8, CITRA, "besok kita rapat di aula ya teman-teman"),
    )
    assert found == [
        Exchange(found[0].mark, BEGAN, 0, TPP, ("Menunggu verifikasi dari BPKAD",), thanked=True)
    ]


def test_a_helper_who_asks_back_asks_no_new_question() -> None:
    found = talked(
        (0, ANI, TPP), (2, ADMIN, "OPD mana bu?"), (9, ADMIN, "Sudah kami teruskan ke BPKAD")
    )
    assert answers(found) == {TPP: ("Sudah kami teruskan ke BPKAD",)}


def test_nobody_answers_their_own_question_and_much_later_is_no_answer() -> None:
    found = talked(
        (0, ANI, TPP),
        (20, ANI, "mungkin masih proses ya semua"),
        (900, CITRA, "apel besok pakai korpri"),
    )
    assert answers(found) == {TPP: ()}


def test_the_same_message_has_the_same_mark() -> None:
    assert talked((0, ANI, TPP))[0].mark == talked((0, "Ani", TPP))[0].mark
    assert talked((0, ANI, TPP))[0].mark != talked((1, ANI, TPP))[0].mark


@pytest.mark.parametrize(
    "text",
    [
        "lupa sandi",
        "tdk bs login pak",
        "mohon info jadwal diklat",
        "siapa PIC SKP?",
        "kada kawa masuk",
    ],
)
def test_questions(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "siap pak",
        "Disampaikan kepada seluruh ASN agar segera mengisi SKP. Ada kendala?",
        "apel besok",
        "x" * 2_000 + "?",
    ],
)
def test_no_questions(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Assalamualaikum wr wb, izin bertanya pak, tpp kapan cair?", "tpp kapan cair?"),
        ("> pesan lama\ntpp kapan cair?", "tpp kapan cair?"),
        ("[13/2 08.15] Budi: tpp kapan cair?", "tpp kapan cair?"),
        ("Selamat pagi min\ntpp kapan cair?\nNIP [NIP]", "tpp kapan cair?"),
    ],
)
def test_a_question_without_what_stands_around_it(text: str, asked: str) -> None:
    assert as_asked(text) == asked
