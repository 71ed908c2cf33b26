"""Announcements: as people get them, and what the desk hears while one is written and approved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rules.announcement import WRITTEN_AT, NewsStatus, Rhythm
from bot.words import labels
from bot.words.fit import begins, cut
from bot.words.html import Html, bold, esc, italic, lines, paragraphs

MOST_TEXT = 3_900  # units; above them stands a head
MOST_UNDER_FILE = 980  # more goes as a message of its own (Bot API, sendPhoto: caption)
NAME, REMINDER = "📢 Pengumuman", "🗓 Pengingat"
WRITE = f"{NAME} baru"
STATES: Mapping[NewsStatus, str] = {
    NewsStatus.DRAFT: "draf",
    NewsStatus.PROPOSED: "menunggu persetujuan",
    NewsStatus.PLANNED: "terjadwal",
    NewsStatus.APPROVED: "disetujui",
    NewsStatus.SENDING: "sedang dikirim",
    NewsStatus.STOPPED: "dihentikan",
    NewsStatus.DONE: "selesai",
    NewsStatus.DROPPED: "dibuang",
}
EVERY: Mapping[Rhythm, str] = {
    Rhythm.ONCE: "sekali",
    Rhythm.WEEKLY: "setiap minggu",
    Rhythm.MONTHLY: "setiap bulan",
    Rhythm.QUARTERLY: "setiap triwulan",
    Rhythm.YEARLY: "setiap tahun",
}


def news(body: str) -> Html:
    """As it comes to people; under a file it is the caption."""
    return paragraphs(bold(NAME), esc(body) if body else None)


# Writing one


def ask_words() -> Html:
    return paragraphs(
        bold(WRITE),
        Html("<b>Balas pesan ini</b> dengan isinya: tulisan, foto, album, atau satu berkas."),
    )


def words_placeholder() -> str:
    return "Isi pengumuman"


def preview(number: int) -> Html:
    return Html(f"Begini pengumuman {number} akan terlihat:")


def empty() -> Html:
    return Html("Pengumuman perlu tulisan, foto, album, atau satu berkas.")


def too_long(over: int) -> Html:
    return Html(f"Terlalu panjang: kurangi {over} huruf, lalu kirim lagi.")


def holds_secret() -> Html:
    return Html("Belum saya simpan: di dalamnya ada kata sandi atau kode. Tulis lagi tanpa itu.")


def masked() -> Html:
    return Html("NIP atau nomor pribadi di dalamnya saya samarkan. Periksa contohnya.")


def album_in_parts(number: int) -> Html:
    """Of an album its first file alone has come: in a group we are not told of the others."""
    return lines(
        Html("Hanya satu berkas album itu yang sampai kepada saya, jadi hanya itu yang ikut."),
        Html(f"Semuanya: balas kartu {bold(f'{NAME} {number}')} dengan albumnya."),
    )


def not_this_kind() -> Html:
    return Html("Kirim sebagai foto, dokumen, atau video.")


def unknown(number: int) -> Html:
    return Html(f"Pengumuman {number} tidak ada.")


def in_group(number: int) -> Html:
    return Html(f"Lihat di grup petugas: /umumkan {number}")


def approved_already() -> Html:
    return paragraphs(
        Html("Yang itu sudah disetujui, jadi isinya tidak berubah."),
        Html("Buat yang baru: /umumkan"),
    )


def approved(number: int) -> Html:
    return Html(f"{bold(f'{NAME} {number}')} disetujui.")


def too_late() -> Html:
    return esc(too_late_toast())


def not_proposed(number: int) -> Html:
    return Html(
        f"{bold(f'{NAME} {number}')} masih draf: penulisnya memilih penerima, lalu menekan "
        f"{bold(labels.PROPOSE_NEWS)}."
    )


def awaits_another(number: int) -> Html:
    return Html(
        f"{bold(f'{NAME} {number}')} menunggu petugas lain atau penyelia menekan "
        f"{bold(labels.APPROVE_NEWS)}. Isinya tidak berubah."
    )


def look_at_newest(number: int) -> Html:
    return Html(
        f"Kartu itu sudah lama. Lihat yang terbaru (/umumkan {number}), lalu tekan "
        f"{bold(labels.APPROVE_NEWS)}."
    )


def anothers_stay(number: int, *, status: NewsStatus) -> Html:
    """What a colleague wrote below it is no new text."""
    if status not in WRITTEN_AT:
        return approved_already()
    return lines(
        Html(f"Isi {bold(f'{NAME} {number}')} tidak berubah: hanya penulisnya yang mengubahnya."),
        Html(
            f"Setuju? Tekan {bold(labels.APPROVE_NEWS)}; "
            f"perlu diperbaiki? {bold(labels.RETURN_NEWS)}."
        )
        if status is NewsStatus.PROPOSED
        else None,
    )


def small_changes_none(number: int) -> Html:
    return Html(
        f"Isi {bold(f'{NAME} {number}')} tidak berubah. Mengubahnya: balas kartunya dengan isi "
        "yang baru."
    )


def small_is_none() -> Html:
    return Html("Itu belum saya jadikan pengumuman. Balas lagi dengan isinya.")


def replaced(number: int) -> Html:
    """Where the card was before."""
    return Html(f"{bold(f'{NAME} {number}')} berubah; kartunya di bawah.")


def proposed_in_group(number: int) -> Html:
    return Html(f"{bold(f'{NAME} {number}')} sudah diajukan; kartunya ada di grup petugas.")


def dropped(number: int, *, by: str) -> Html:
    return Html(f"{bold(f'{NAME} {number}')} dibuang oleh {esc(by)}.")


def no_group() -> str:
    return "Grup petugas belum diatur, jadi belum ada yang bisa menyetujui."


def only_writer() -> str:
    return "Hanya penulisnya yang mengubah draf ini. Versi Anda: /umumkan"


def not_own() -> str:
    return "Tulisan sendiri disetujui petugas lain atau penyelia."


def changed_meanwhile() -> str:
    return "Sudah berubah sejak tombol ini tampil. Lihat kartu yang terbaru."


def choose_first() -> str:
    return "Pilih penerimanya dulu."


def nobody() -> str:
    return "Belum ada penerima yang bisa dijangkau. Pilih penerima lain."


def counting() -> str:
    return "Sebentar, penerimanya sedang dihitung."


def done_toast() -> str:
    return "Sudah."


def proposed_toast() -> str:
    return "Diajukan."


def approved_toast() -> str:
    return "Disetujui."


def too_late_toast() -> str:
    return "Waktunya sudah lewat, jadi tidak dijadwalkan. Buat pengingat baru."


def stopped_toast() -> str:
    return "Dihentikan; yang sudah di jalan, paling banyak 16 pesan, masih sampai."


def returned_toast() -> str:
    return "Dikembalikan ke penulisnya."


def choose_offices(chosen: Sequence[str]) -> Html:
    return lines(
        Html("Kantor mana? Tekan untuk memilih."),
        esc(f"Dipilih: {cut('; '.join(chosen), 600)}") if chosen else None,
    )


def no_offices() -> Html:
    return Html("Belum ada orang yang mengisi kantornya, jadi belum bisa dipilih per kantor.")


def choose_session() -> Html:
    return Html("Peserta yang mana?")


def choose_category() -> Html:
    return Html("Yang punya laporan terbuka tentang apa?")


def approve_again(number: int, *, by: str) -> Html:
    """The one who approved is no longer at the desk."""
    who = esc(by) if by else "yang menyetujui"
    return Html(
        f"{bold(f'{NAME} {number}')}: {who} tidak lagi berwenang, jadi perlu disetujui lagi."
    )


# The list


@dataclass(frozen=True)
class AnnouncementRow:
    number: int
    status: NewsStatus
    text: str
    at: str


def list_of(rows: Sequence[AnnouncementRow]) -> Html:
    if not rows:
        return Html("Belum ada pengumuman. Buat dengan /umumkan isi, atau tekan Tulis.")
    return paragraphs(
        bold("Pengumuman"),
        lines(
            *(
                esc(f"{row.number} · {row.at} · {STATES[row.status]}: {begins(row.text)}")
                for row in rows
            )
        ),
    )


def not_reached(number: int, names: Sequence[str], *, total: int, first: int) -> Html:
    if not names:
        return Html(f"Pengumuman {number}: tidak ada yang bisa ditampilkan.")
    return paragraphs(
        bold(f"Pengumuman {number}: tidak terjangkau {total} orang"),
        lines(*(esc(f"{place}. {name}") for place, name in enumerate(names, first + 1))),
        italic("Mereka memblokir bot, belum pernah memulainya, atau akunnya sudah tidak ada."),
    )


# What people say to it


def off() -> Html:
    return lines(
        Html("Baik, pengumuman tidak dikirim lagi. Kabar laporan Anda tetap datang."),
        Html('Ingin lagi? Tulis "kirim pengumuman".'),
    )


def on() -> Html:
    return Html("Baik, pengumuman kami kirim lagi.")


def off_toast() -> str:
    return "Pengumuman berhenti. Kabar laporan Anda tetap datang."


def on_toast() -> str:
    return "Pengumuman dikirim lagi."


def only_sample() -> str:
    return "Ini contoh. Tombolnya bekerja di chat penerima."
