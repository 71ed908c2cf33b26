"""Answers out of the manual book, and what is said around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot import utf16
from bot.words import dates
from bot.words.html import Html, bold, esc, italic, lines, paragraphs

MOST = 4_000  # UTF-16 units; a little under Telegram's 4,096


def answer(
    *,
    question: str,
    body: Html,
    place: str,
    edition: str,
    as_of: date | None,
    local: Sequence[tuple[str, str | None]],
) -> list[Html]:
    """The answer and where it stands, as one message; as several where it is too long for one."""
    foot = lines(
        italic(f"📖 Buku panduan: {place}"),
        italic(f"{edition}{f' – fakta per {dates.date_of(as_of)}' if as_of else ''}"),
    )
    whole = paragraphs(bold(question), body, _local(local), foot)
    if utf16.length(whole) <= MOST:
        return [whole]
    return [*_grouped([bold(question), *_paragraphs(body)]), paragraphs(_local(local), foot)]


def _paragraphs(body: Html) -> list[Html]:
    return [Html(part) for part in body.split("\n\n")]


def _grouped(parts: Sequence[Html]) -> list[Html]:
    pages: list[Html] = []
    for part in parts:
        joined = paragraphs(pages[-1], part) if pages else part
        if pages and utf16.length(joined) <= MOST:
            pages[-1] = joined
        else:
            pages.append(part)
    return pages


def _local(facts: Sequence[tuple[str, str | None]]) -> Html | None:
    """What holds in Balangan only: told where known, and said to be asked where not."""
    if not facts:
        return None
    known = [Html(f"• {esc(label)}: {esc(value)}") for label, value in facts if value]
    unknown = "; ".join(label for label, value in facts if not value)
    ask = esc(f"tanyakan kepada kepegawaian kantor Anda: {unknown}.")
    if not known:
        return Html(f"{bold('Untuk Balangan')}, {ask}")
    return lines(bold("Ketentuan Balangan"), *known, Html(f"Lainnya, {ask}") if unknown else None)


def did_you_mean() -> Html:
    return bold("Maksud Anda…?")


def not_in_book() -> Html:
    return paragraphs(
        Html("Maaf, jawabannya belum saya temukan di buku panduan."),
        Html(
            "Coba tulis dengan kata lain, atau tekan tombol di bawah:"
            " pertanyaan Anda diteruskan ke petugas."
        ),
    )


def not_in_book_in_group(username: str) -> Html:
    return paragraphs(
        Html("Maaf, jawabannya belum saya temukan di buku panduan."),
        esc(f"Untuk menghubungi petugas, kirim pesan pribadi: https://t.me/{username}"),
    )


def officer_in_group(username: str) -> Html:
    return lines(
        Html("Petugas siap membantu."),
        esc(f"Kirim pesan pribadi ke saya lalu ketik /lapor: https://t.me/{username}"),
    )


def entry_gone() -> Html:
    return Html("Bagian itu sudah tidak ada di buku. Silakan tulis pertanyaan Anda.")


def thanks_toast() -> str:
    return "Terima kasih."


def sorry_not_helpful() -> Html:
    return Html("Maaf belum membantu. Petugas bisa menjawab langsung.")


def greeting(name: str) -> Html:
    return esc(f"Halo {name}. Apa yang bisa saya bantu tentang e-Kinerja? Tulis saja di sini.")


def youre_welcome() -> Html:
    return Html("Sama-sama. Senang bisa membantu.")


def go_ahead() -> Html:
    return Html("Baik. Tulis saja pertanyaan Anda tentang e-Kinerja, atau ketik /bantuan.")


def say_more() -> Html:
    return paragraphs(
        Html("Silakan tulis pertanyaannya sedikit lebih lengkap: apa yang sedang dikerjakan?"),
        italic("Misalnya: tidak bisa login, kode OTP ditolak."),
    )


def officer_offer(*, filled_in: bool) -> Html:
    """`filled_in`: what was asked just before is in the report already."""
    then = "pertanyaan Anda tadi sudah terisi." if filled_in else "ceritakan masalahnya."
    return Html(f"Baik, saya hubungkan ke petugas. Tekan tombol di bawah: {then}")


def contents() -> Html:
    return paragraphs(bold("Buku panduan e-Kinerja"), Html("Pilih bab:"))


def chapter(number: int, title: str, intro: str) -> Html:
    return paragraphs(bold(f"Bab {number}. {title}"), esc(intro) if intro else None)
