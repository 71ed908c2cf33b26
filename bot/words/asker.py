"""What a PNS hears first, and whenever nothing else fits."""

from __future__ import annotations

from datetime import timedelta

from bot.words import privacy
from bot.words.html import Html, bold, esc, lines, paragraphs
from bot.words.refusals import KINDS_OF_CONTENT, unread


def welcome(
    name: str,
    *,
    question_days: int,
    ticket_days: int,
    backup_days: int,
    erase_within: timedelta,
) -> Html:
    """With the notice of privacy, for it is the first contact."""
    return paragraphs(
        lines(
            esc(f"Selamat datang, {name}."), Html("Saya bot bantuan e-Kinerja BKPSDM Balangan.")
        ),
        Html("Tulis saja pertanyaan Anda, misalnya: <i>lupa kata sandi e-Kinerja</i>."),
        lines(
            Html("/lapor – sampaikan keluhan, kritik, atau saran"),
            Html("/tiket – lihat laporan Anda"),
            Html("/manual – baca buku panduan"),
            Html("/bantuan – semua perintah"),
        ),
        privacy.notice(
            question_days=question_days,
            ticket_days=ticket_days,
            backup_days=backup_days,
            erase_within=erase_within,
        ),
    )


def help_page() -> Html:
    return paragraphs(
        bold("Yang bisa saya bantu"),
        Html("Tulis pertanyaan tentang e-Kinerja kapan saja, dengan bahasa sehari-hari."),
        lines(
            Html("/lapor – sampaikan keluhan, kritik, saran, atau minta informasi"),
            Html("/tiket – daftar laporan Anda; /tiket EK-2026-00042 untuk satu laporan"),
            Html("/manual – buku panduan per bab"),
            Html("/profil – nama dan kantor Anda"),
            Html("/jadwal – jadwal Coaching Clinic"),
            Html("/survei – isi survei kepuasan, bila sedang dibuka"),
            Html("/data_saya – data yang kami simpan"),
            Html("/hapus_data – minta data dihapus"),
            Html("/batal – hentikan yang sedang berjalan"),
        ),
    )


def cannot_read(got: str | None) -> Html:
    return paragraphs(
        unread(got),
        Html("Tulis pertanyaan Anda dengan kata-kata, atau /lapor untuk menghubungi petugas."),
    )


def file_without_words() -> Html:
    return paragraphs(
        Html("Berkasnya saya terima, tetapi saya tidak bisa membaca isinya."),
        Html("Tekan Buat laporan agar petugas melihatnya, atau tulis pertanyaan Anda."),
    )


def file_with_words() -> Html:
    return Html("Berkasnya saya simpan. Perlu dilihat petugas?")


def spoken_words(got: str) -> Html:
    """Something that somebody said aloud, and perhaps cannot write."""
    return paragraphs(
        esc(
            f"{KINDS_OF_CONTENT.get(got, 'kiriman').capitalize()} Anda saya terima,"
            " tetapi saya belum bisa mendengarkannya."
        ),
        Html(
            "Tekan <b>Buat laporan</b> supaya petugas mendengarnya,"
            " atau tulis pertanyaan Anda dengan kata-kata."
        ),
    )


def forwarded_command() -> Html:
    return Html("Perintah dalam pesan terusan tidak saya jalankan. Ketik sendiri bila perlu.")


def secret_hidden() -> Html:
    return paragraphs(
        Html(
            "🔒 Pesan Anda memuat kata sandi, PIN, atau kode OTP. Bagian itu tidak kami simpan"
            " dan tidak kami teruskan."
        ),
        Html(
            "Mohon <b>hapus pesan itu</b> dari percakapan ini, lalu segera"
            " <b>ganti kata sandi atau PIN-nya</b>. Petugas tidak pernah memintanya."
        ),
    )


def unknown_command() -> Html:
    return Html("Perintah itu tidak saya kenal. Ketik /bantuan untuk melihat semua perintah.")


def broken(*, desk_told: bool) -> Html:
    told = "Petugas sudah diberi tahu. " if desk_told else ""
    return paragraphs(
        Html("Maaf, ada gangguan di pihak kami. Pesan Anda sudah tersimpan."),
        Html(f"{told}Mohon coba sekali lagi, atau hubungi petugas."),
    )
