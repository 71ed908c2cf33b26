"""What "Selesai" and "Minta info" ask an officer, and what becomes of the replies."""

from __future__ import annotations

from bot.rules.ticket import Number
from bot.words.html import Html, bold, esc, lines, paragraphs


def ask_closing_note(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, tulis catatan penutup untuk {bold(str(number))}."),
        Html("<b>Balas pesan ini.</b> Catatan dikirim ke pelapor."),
    )


def ask_what_to_ask(number: Number, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{officer}, keterangan apa yang diperlukan untuk {bold(str(number))}?"),
        Html("<b>Balas pesan ini.</b> Pertanyaan Anda dikirim ke pelapor."),
    )


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
        f"{bold(str(number))} sudah selesai, jadi balasan Anda dikirim ke pelapor"
        " sebagai jawaban biasa."
    )
