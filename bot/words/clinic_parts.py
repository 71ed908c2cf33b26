"""What a session of Coaching Clinic is made of: each part asked for, refused, changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.clinic import Part
from bot.words import dates
from bot.words.clinic_desk import REPLY, SESSION, mark
from bot.words.html import Html, esc, lines, paragraphs

PARTS = {
    Part.TOPIC: "Topik",
    Part.TIME: "Waktu",
    Part.PLACE: "Tempat",
    Part.CAPACITY: "Kapasitas",
    Part.TRAINERS: "Pelatih",
    Part.OFFICES: "Kantor diundang",
    Part.ASSIGNMENT: "Surat tugas",
}


def ask_part(number: int, part: Part, *, now: str) -> Html:
    """A prompt: the reply to it is what is written there."""
    return paragraphs(
        mark(SESSION, number, PARTS[part]),
        lines(
            Html(_QUESTIONS[part]),
            esc(f"Sekarang: {now}") if now else None,
        ),
        Html("<b>Balas pesan ini</b>, atau tekan tombolnya.") if part in _CHOSEN else REPLY,
    )


_CHOSEN = {Part.TIME, Part.CAPACITY, Part.TRAINERS, Part.OFFICES}
_QUESTIONS = {
    Part.TOPIC: "Tentang apa sesinya?",
    Part.TIME: "Kapan? Misalnya: <i>3 Desember 2026 09.00–11.00</i>, <i>Kamis depan jam 9</i>",
    Part.PLACE: "Di mana? Nama ruangan, atau tautan rapat daring.",
    Part.CAPACITY: "Untuk berapa orang?",
    Part.TRAINERS: "Siapa pelatihnya? Pisahkan dengan koma.",
    Part.OFFICES: "Kantor mana yang diundang? Lewati bila untuk semua.",
    Part.ASSIGNMENT: "Nomor dan tanggal surat tugas tim?",
}


def ask_hour(number: int, *, day: str) -> Html:
    return paragraphs(
        mark(SESSION, number, PARTS[Part.TIME]),
        esc(f"{day}, jam berapa?"),
        Html("Tekan jamnya, atau <b>balas pesan ini</b> dengan hari dan jamnya."),
    )


def when_unclear(number: int, *, today: datetime, zone: ZoneInfo) -> Html:
    example = dates.date_of(today.astimezone(zone).date())
    return paragraphs(
        mark(SESSION, number, PARTS[Part.TIME]),
        Html("Hari dan jamnya belum saya mengerti."),
        esc(f"Tulis misalnya: {example} 09.00–11.00. Balas pesan ini."),
    )


def when_other_weekday(number: int) -> Html:
    return paragraphs(
        mark(SESSION, number, PARTS[Part.TIME]),
        Html("Nama hari dan tanggalnya tidak cocok. Mohon tulis sekali lagi. Balas pesan ini."),
    )


def when_over(number: int) -> Html:
    return paragraphs(
        mark(SESSION, number, PARTS[Part.TIME]),
        Html("Waktu itu sudah lewat, atau selesainya sebelum mulai. Balas pesan ini lagi."),
    )


def text_unfit(number: int, part: Part, *, most: int) -> Html:
    return paragraphs(
        mark(SESSION, number, PARTS[part]),
        esc(f"Mohon tulis dengan kata-kata, paling banyak {most} huruf. Balas pesan ini."),
    )


def capacity_unfit(number: int, *, most: int) -> Html:
    return paragraphs(
        mark(SESSION, number, PARTS[Part.CAPACITY]),
        esc(f"Tulis angka 1 sampai {most}. Balas pesan ini."),
    )


def incomplete(number: int, parts: Sequence[str]) -> Html:
    missing = ", ".join(parts)
    return lines(mark(SESSION, number), esc(f"Masih perlu diisi: {missing}."))


def changed(number: int, part: Part, *, people: int, over: int) -> Html:
    """`people`: who will hear of it, in a moment. `over`: have a place already, of too few."""
    return lines(
        mark(SESSION, number),
        esc(f"{PARTS[part]} diubah."),
        esc(f"{people} orang dikabari sebentar lagi.") if people else None,
        esc(f"{over} orang sudah terdaftar dan tetap ikut.") if over else None,
    )


def moved_up_at_desk(number: int, *, people: int) -> Html:
    return esc(f"Sesi {number}: {people} orang dari daftar tunggu mendapat tempat.")
