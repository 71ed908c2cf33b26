"""What a reporter hears of their ticket."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Number, Result
from bot.words import dates, satisfaction
from bot.words.fit import cut, passed_on
from bot.words.html import Html, bold, esc, italic, lines, paragraphs, quote
from bot.words.ticket import RESULT

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


def resolved(number: Number, *, by: str, note: str, result: Result | None) -> list[Html]:
    led_to = f" ({RESULT[result]})" if result and result is not Result.SOLVED else ""
    return passed_on(
        Html(f"{SETTLED} {bold(str(number))} dinyatakan selesai{led_to} oleh {esc(by)}."),
        note,
        bold("Apakah masalah Anda sudah selesai?"),
        shown=quote,
    )


def reopened(number: Number, *, by: str) -> Html:
    return Html(f"{bold(str(number))} dibuka lagi oleh {esc(by)} dan sedang ditangani.")


def reopened_with_others(number: Number) -> Html:
    return Html(f"{bold(str(number))} dibuka lagi dan sedang ditangani.")


def verified(number: Number) -> Html:
    return Html(f"{bold(str(number))} sudah diperiksa petugas dan menunggu giliran.")


def released(number: Number) -> Html:
    return Html(f"{bold(str(number))} kembali ke antrean; petugas lain akan melanjutkan.")


def handed_over(number: Number, *, to: str) -> Html:
    return Html(f"{bold(str(number))} sekarang ditangani {esc(to)}.")


def deferred(number: Number, *, until: datetime, zone: ZoneInfo, why: str = "") -> Html:
    return lines(
        Html(f"⏸ {bold(str(number))} ditunda sampai {dates.long_date(until, zone)}."),
        quote(cut(why, 1_500)) if why else None,
        Html("Kami kabari lagi saat dilanjutkan."),
    )


def resumed(number: Number) -> Html:
    return Html(f"▶️ {bold(str(number))} dilanjutkan.")


def out_of_scope(number: Number, *, note: str) -> list[Html]:
    return passed_on(
        Html(f"Maaf, {bold(str(number))} di luar kewenangan kami."),
        note,
        italic("Ada yang keliru? Tekan Buka lagi, lalu tulis."),
        shown=quote,
    )


def merged(number: Number, *, own: Number | None) -> Html:
    """`own`: the other is the same reporter's."""
    other = f"laporan Anda {bold(str(own))}" if own else "laporan lain tentang hal yang sama"
    return lines(
        Html(f"🔗 {bold(str(number))} kami tangani bersama {other}."),
        Html("Nomor Anda tetap, dan setiap kabar sampai juga kepada Anda."),
    )


def unmerged(number: Number) -> Html:
    return Html(f"{bold(str(number))} sekarang ditangani sendiri lagi.")


def split(number: Number, new: Number, *, story: str) -> Html:
    return paragraphs(
        Html(
            f"Laporan {bold(str(number))} memuat dua hal. Hal kedua kami catat sebagai"
            f" {bold(str(new))}:"
        ),
        quote(cut(story, 1_500)),
        Html("Keduanya kami tangani; kabar datang untuk masing-masing."),
    )


def thanks_closed(number: Number) -> Html:
    return paragraphs(
        Html(f"Terima kasih. {bold(str(number))} kami tutup. Senang bisa membantu."),
        satisfaction.asked(),
    )


def disputed(number: Number, *, told: bool = False) -> Html:
    """`told`: the officer has read what was written."""
    return paragraphs(
        Html(f"Maaf belum beres. {bold(str(number))} kami buka lagi."),
        Html("Tulisan Anda sudah kami sampaikan. Ada yang ingin ditambahkan? Tulis di sini.")
        if told
        else bold("Apa yang belum selesai? Tulis di sini."),
    )


def opened_again(number: Number, *, told: bool = False) -> Html:
    return lines(
        Html(f"Baik, {bold(str(number))} kami buka lagi. Petugas sudah diberi tahu."),
        Html("Tulisan Anda sudah kami sampaikan.") if told else None,
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
