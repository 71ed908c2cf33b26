"""What a reporter hears of their ticket."""

from __future__ import annotations

from bot.rules.ticket import Number
from bot.words import satisfaction
from bot.words.fit import passed_on
from bot.words.html import Html, bold, esc, italic, lines, paragraphs, quote

SAYS, ASKS, SETTLED = "💬", "❓", "✅"
SIGNS_OF_OFFICERS = (SAYS, ASKS, SETTLED)
SEE_FILE = "(lihat berkas di atas)"
BY_REPLY = "Geser atau tahan pesan ini, lalu pilih Balas"


def taken(number: Number, *, by: str) -> Html:
    return Html(f"{bold(str(number))} sedang ditangani {esc(by)}.")


def officer_says(number: Number, *, by: str, text: str, busy: bool) -> list[Html]:
    """`busy`: the reporter is writing a report, so plain words would go there."""
    how = BY_REPLY if busy else "Balas pesan ini atau tulis saja"
    return passed_on(
        Html(f"{SAYS} {esc(by)}, petugas – {bold(str(number))}"),
        text or SEE_FILE,
        italic(f"{how}; jawaban Anda sampai ke petugas."),
    )


def officer_asks(number: Number, *, by: str, text: str, busy: bool) -> list[Html]:
    how = BY_REPLY if busy else "Tulis jawabannya di sini"
    return passed_on(
        Html(f"{ASKS} {esc(by)} perlu keterangan – {bold(str(number))}"),
        text or SEE_FILE,
        italic(f"{how}. Foto layar juga boleh."),
    )


def resolved(number: Number, *, by: str, note: str) -> list[Html]:
    return passed_on(
        Html(f"{SETTLED} {bold(str(number))} dinyatakan selesai oleh {esc(by)}."),
        note,
        bold("Apakah masalah Anda sudah selesai?"),
        shown=quote,
    )


def reopened(number: Number, *, by: str) -> Html:
    return Html(f"{bold(str(number))} dibuka lagi oleh {esc(by)} dan sedang ditangani.")


def thanks_closed(number: Number) -> Html:
    return paragraphs(
        Html(f"Terima kasih. {bold(str(number))} kami tutup. Senang bisa membantu."),
        satisfaction.asked(),
    )


def disputed(number: Number) -> Html:
    return paragraphs(
        Html(f"Maaf belum beres. {bold(str(number))} kami buka lagi."),
        bold("Apa yang belum selesai? Tulis di sini."),
    )


def opened_again(number: Number) -> Html:
    return lines(
        Html(f"Baik, {bold(str(number))} kami buka lagi. Petugas sudah diberi tahu."),
        Html("Ada yang ingin Anda tambahkan? Tulis di sini."),
    )


def answer_passed(number: Number, *, in_book: bool) -> Html:
    """`in_book`: the words may as well be a new question, which the book can answer."""
    return lines(
        Html(f"Sudah kami sampaikan ke petugas ({bold(str(number))})."),
        Html("Atau pertanyaan baru? Jawabannya ada di buku:") if in_book else None,
    )


def correction_passed(number: Number) -> Html:
    return Html(f"Perbaikan Anda kami sampaikan ke petugas ({bold(str(number))}).")


def correction_too_short(number: Number) -> Html:
    return lines(
        Html(
            f"Cerita {bold(str(number))} tetap seperti semula, karena perbaikannya terlalu pendek."
        ),
        Html("Mohon tulis lebih lengkap, supaya petugas paham."),
    )


def about_this(number: Number, *, closed: bool = False) -> Html:
    return paragraphs(
        Html(f"Apakah ini tentang {bold(str(number))}?"),
        Html("Tekan tombol di bawah, dan tiket itu dibuka lagi.")
        if closed
        else Html("Tekan salah satu tombol di bawah, supaya petugas tahu."),
    )


def withdrawn(number: Number) -> Html:
    return lines(
        Html(f"Baik, {bold(str(number))} Anda tarik dan kami tutup. Petugas sudah diberi tahu."),
        Html("Berubah pikiran? Tekan Buka lagi."),
    )


def write_more(number: Number, *, files: int, told: bool, busy: bool) -> Html:
    return lines(
        Html("Tulisan Anda tadi sudah kami sampaikan ke petugas.") if told else None,
        Html(f"{files} berkas sudah kami sampaikan ke petugas.") if files else None,
        Html(f"Tulis keterangan tambahan untuk {bold(str(number))}. Foto juga boleh."),
        italic(f"{BY_REPLY}; laporan yang sedang Anda tulis tetap tersimpan.") if busy else None,
    )


def remind_verdict(number: Number) -> Html:
    return paragraphs(
        Html(f"{bold(str(number))} sudah dijawab petugas, tetapi belum ada kabar dari Anda."),
        bold("Apakah masalahnya sudah selesai?"),
    )
