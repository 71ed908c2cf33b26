"""What hits many at once: its card at the desk, and what those hear whom it hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Number
from bot.words import dates
from bot.words.fit import cut
from bot.words.html import Html, bold, code, esc, italic, lines, paragraphs, quote
from bot.words.labels import RECOVERED

MOST_TITLE = 100
MOST_NEWS = 1_500
CLOSES = "Gangguan pulih nomor "
"""Begins the first line of the prompt for a closing note; the incident's number follows."""


@dataclass(frozen=True)
class Incident:
    """As its card shows it."""

    id: int
    title: str
    by: str
    begun: datetime
    people: int
    tickets: int
    note: str | None
    zone: ZoneInfo


def card(seen: Incident) -> Html:
    over = seen.note is not None
    return paragraphs(
        lines(
            Html(f"{'✅' if over else '🚨'} {bold(f'Gangguan {seen.id}: {_title(seen.title)}')}"),
            esc(f"Sejak {dates.short(seen.begun, seen.zone)}, dibuka {cut(seen.by, 64)}"),
            Html(f"Terdampak: {bold(str(seen.people))} orang, {seen.tickets} tiket"),
        ),
        quote(cut(seen.note, MOST_NEWS)) if seen.note else None,
        Html("Sudah pulih.")
        if over
        else lines(
            Html("Balas kartu ini: kabar itu sampai ke semua yang terdampak."),
            italic("Penanya baru mendengarnya lebih dulu, dengan tombol Saya juga."),
        ),
    )


def _title(title: str) -> str:
    return cut(" ".join(title.split()), MOST_TITLE)


def how_to() -> Html:
    return lines(
        Html("Tidak ada gangguan massal yang terbuka."),
        Html("Membukanya: <code>/gangguan server BKN mati</code>"),
    )


def how_to_close() -> Html:
    return lines(
        esc(f"Menutupnya: tekan {RECOVERED} pada kartunya di atas, lalu tulis catatannya."),
        Html("Ada gangguan lain? Tulis apa yang tidak jalan."),
    )


def title_wanted() -> Html:
    return esc(f"Tulis judulnya dengan kata-kata, paling panjang {MOST_TITLE} huruf.")


def open_already(incident: int, title: str) -> Html:
    return Html(f"Gangguan {incident} ({esc(_title(title))}) masih terbuka; kartunya di bawah.")


def too_many() -> Html:
    return Html("Terlalu banyak gangguan yang terbuka. Tutup dulu yang sudah pulih: /gangguan")


@dataclass(frozen=True)
class Alike:
    """A ticket that may be about it."""

    number: Number
    reporter: str
    story: str


def suggestions(incident: int, title: str, rows: Sequence[Alike], *, total: int) -> Html:
    head = bold(f"Gangguan {incident}: {_title(title)}")
    if not rows:
        return paragraphs(head, Html("Tidak ada tiket terbuka yang serupa."))
    return paragraphs(
        lines(head, Html(f"Tiket serupa: {total}. Ketuk yang termasuk gangguan ini.")),
        *(
            lines(
                Html(f"{code(str(row.number))} – {esc(cut(row.reporter, 64))}"),
                italic(cut(" ".join(row.story.split()), 100)),
            )
            for row in rows
        ),
    )


def looking_toast() -> str:
    return "Saya cari tiket yang serupa…"


def linked_toast(tickets: int) -> str:
    return f"{tickets} tiket dikaitkan."


def news_too_long(over: int) -> Html:
    return esc(f"Terlalu panjang: kurangi {over} huruf, lalu kirim lagi.")


def no_news(title: str) -> Html:
    """ "Siap", "setuju" below its card are said to a colleague."""
    return Html(
        f"Belum saya kabarkan kepada yang terdampak {bold(_title(title))}: balas kartunya dengan "
        "kabar selengkapnya."
    )


def closed_toast() -> str:
    return "Gangguan ini sudah ditutup."


def ask_note(incident: int, *, officer: Html) -> Html:
    return paragraphs(
        Html(f"{CLOSES}{incident}"),
        Html(f"{officer}, tulis apa yang terjadi dan bahwa sudah pulih. <b>Balas pesan ini.</b>"),
        italic("Satu kalimat itu sampai ke semua yang terdampak dan menutup tiket-tiketnya."),
    )


def note_placeholder() -> str:
    return "Apa yang terjadi, dan sudah pulih"


def closing(incident: int, *, people: int, tickets: int) -> Html:
    return Html(
        f"✅ Gangguan {incident} ditutup. {people} orang dikabari;"
        f" {tickets} tiket ditutup satu per satu, beberapa tiap menit."
    )


def digest(incident: int, title: str, *, people: int, more: int, tickets: int) -> Html:
    return Html(
        f"🚨 Gangguan {incident} ({esc(_title(title))}): {bold(str(people))} orang terdampak,"
        f" {more} di antaranya baru; {tickets} tiket."
    )


# People


def hear_first(title: str, *, since: datetime, zone: ZoneInfo, counted: bool) -> Html:
    return paragraphs(
        Html(f"🚨 Sedang ada gangguan: {bold(_title(title))}"),
        lines(
            esc(f"Kami sudah tahu sejak {dates.short(since, zone)} dan sedang menanganinya."),
            Html("Anda sudah tercatat dan dikabari begitu pulih.")
            if counted
            else Html("Mengalaminya juga? Tekan <b>Saya juga</b>: Anda dikabari begitu pulih."),
        ),
    )


def hear_first_in_group(title: str, *, username: str) -> Html:
    return paragraphs(
        Html(f"🚨 Sedang ada gangguan: {bold(_title(title))}"),
        lines(
            Html("Kami sudah tahu dan sedang menanganinya."),
            esc(
                f"Ingin dikabari begitu pulih? Tanyakan di pesan pribadi: https://t.me/{username}"
            ),
        ),
    )


def counted(title: str) -> Html:
    return paragraphs(
        Html(f"🚨 Gangguan: {bold(_title(title))}"),
        lines(
            Html("Tercatat, terima kasih. Anda kami kabari begitu pulih."),
            Html("Ada hal lain? Tulis saja, atau /lapor."),
        ),
    )


def counted_toast() -> str:
    return "Tercatat. Anda dikabari begitu pulih."


def over_toast() -> str:
    return "Gangguan itu sudah pulih."


def over(title: str) -> Html:
    return lines(
        Html(f"Gangguan {bold(_title(title))} sudah pulih."),
        Html("Masih mengalaminya? Tulis saja, atau /lapor."),
    )


def joined(title: str, number: Number) -> Html:
    return paragraphs(
        Html(f"🚨 Laporan {bold(str(number))} termasuk gangguan: {bold(_title(title))}"),
        Html("Kami sedang menanganinya dan mengabari Anda begitu pulih."),
    )


def news(title: str, text: str) -> Html:
    return paragraphs(
        Html(f"🚨 Kabar gangguan: {bold(_title(title))}"), quote(cut(text, MOST_NEWS))
    )


def recovered(title: str, note: str) -> Html:
    return paragraphs(
        Html(f"✅ Gangguan sudah pulih: {bold(_title(title))}"),
        quote(cut(note, MOST_NEWS)),
        Html("Masih mengalaminya? Tulis saja, atau /lapor."),
    )
