"""What "Selesai" and "Minta info" ask an officer, and what becomes of the replies."""

from __future__ import annotations

from bot.rules.ticket import Number
from bot.words.html import Html, bold, esc, lines, paragraphs


def ask_closing_note(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, tulis catatan penutup untuk {bold(str(number))}."),
        Html("<b>Balas pesan ini.</b> Catatan dikirim ke pelapor."),
        Html("Hasilnya <b>diselesaikan</b>; yang lain pilih di kartunya."),
    )


def ask_what_to_ask(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, keterangan apa yang diperlukan untuk {bold(str(number))}?"),
        Html("<b>Balas pesan ini.</b> Pertanyaan Anda dikirim ke pelapor."),
    )


def ask_where_to_go(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, ke mana pelapor {bold(str(number))} sebaiknya pergi?"),
        Html("<b>Balas pesan ini.</b> Balasan dikirim ke pelapor, dan tiketnya ditutup."),
    )


def ask_until_when(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, sampai kapan {bold(str(number))} ditunda?"),
        Html(
            "<b>Balas pesan ini</b>, misalnya: besok · 3 hari · Senin · 1/12 · 1 Desember."
            " Alasan boleh ditulis di belakangnya; pelapor membacanya."
        ),
    )


def ask_master(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, {bold(str(number))} digabung ke tiket mana?"),
        Html("<b>Balas pesan ini</b> dengan nomornya, misalnya EK-2026-00042."),
    )


def ask_second_matter(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, apa hal kedua dalam {bold(str(number))}?"),
        Html("<b>Balas pesan ini.</b> Tulisan Anda menjadi isi tiket baru; pelapor diberi tahu."),
    )


def scope_placeholder() -> str:
    return "Ke mana pelapor sebaiknya pergi"


def date_placeholder() -> str:
    return "besok, 3 hari, 1/12"


def number_placeholder() -> str:
    return "EK-2026-00042"


def split_placeholder() -> str:
    return "Hal kedua"


def closing_placeholder() -> str:
    return "Catatan penutup"


def info_placeholder() -> str:
    return "Pertanyaan untuk pelapor"


def answer_placeholder() -> str:
    return "Jawaban untuk pelapor"


def asked_already_toast() -> str:
    return "Sudah saya tanyakan di bawah. Balas pesan itu."


def asked_of_another(number: Number, *, officer: str) -> Html:
    return lines(
        Html(
            f"Permintaan itu untuk {esc(officer)}. Balasan Anda disimpan sebagai catatan internal"
            f" {bold(str(number))}; pelapor tidak melihatnya."
        ),
        Html("Ingin menutup atau bertanya sendiri? Tekan tombolnya di kartu tiket."),
    )


def sent_as_answer(number: Number) -> Html:
    return Html(
        f"{bold(str(number))} sudah berakhir, jadi balasan Anda dikirim ke pelapor"
        " sebagai jawaban biasa."
    )
