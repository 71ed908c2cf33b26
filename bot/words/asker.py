"""What a PNS hears."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.complaint import Draft
from bot.rules.ticket import Kind, Number, Status
from bot.words import dates, labels
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, italic, lines, paragraphs, quote
from bot.words.ticket import DEED_TO_REPORTER, SIGN, STATUS, Happening

BY_REPLY = "Geser atau tahan pesan ini, lalu pilih Balas"
MOST_SHOWN = 1_500  # UTF-16 units of a person's own words in one message


def welcome(name: str) -> Html:
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
        Html(
            "<i>Pesan Anda disimpan untuk melayani laporan dan hanya dibaca petugas."
            " Jangan kirim kata sandi atau kode OTP. Lihat: /data_saya</i>"
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
            Html("/jadwal – Coaching Clinic"),
            Html("/data_saya – data yang kami simpan"),
            Html("/hapus_data – minta data dihapus"),
            Html("/batal – hentikan yang sedang berjalan"),
        ),
    )


# the dialog of a complaint


def ask_kind() -> Html:
    return paragraphs(
        bold("Apa yang ingin Anda sampaikan?"), Html("Tekan salah satu. Untuk berhenti: /batal")
    )


def still_open() -> Html:
    return lines(
        Html("Laporan Anda yang tadi belum terkirim. Silakan lanjutkan."),
        Html("Ingin mulai dari awal? /batal, lalu /lapor"),
    )


def ask_category(kind: Kind) -> Html:
    return paragraphs(esc(f"{labels.KINDS[kind]}."), bold("Tentang apa?"))


def ask_story(category: str) -> Html:
    return paragraphs(
        esc(f"Tentang: {category}."),
        bold("Ceritakan keluhan atau pesan Anda."),
        Html(
            "Apa yang Anda lakukan, dan apa yang muncul di layar?"
            " Jangan tulis kata sandi atau kode OTP."
        ),
    )


def story_has_files(count: int) -> Html:
    return paragraphs(
        esc(f"{count} berkas diterima."),
        bold("Sekarang tuliskan ceritanya dengan kata-kata."),
        Html("Apa yang Anda lakukan, dan apa yang muncul di layar?"),
    )


def ask_files() -> Html:
    return paragraphs(
        bold("Ada foto layar atau dokumen?"),
        Html("Kirim sekarang (paling banyak 10). Kalau tidak ada, tekan Lanjut."),
    )


def files_so_far(count: int) -> Html:
    return lines(
        esc(f"{count} berkas diterima."), Html("Kirim lagi bila masih ada, atau tekan Lanjut.")
    )


def words_added() -> Html:
    return lines(Html("Ditambahkan ke cerita Anda."), Html("Tekan Lanjut bila sudah cukup."))


def check(draft: Draft, *, sent: bool = False) -> Html:
    """What will be sent; once `sent`, what was."""
    assert draft.kind is not None
    return paragraphs(
        bold("Laporan Anda" if sent else "Mohon diperiksa"),
        lines(
            esc(f"Jenis: {labels.KINDS[draft.kind]}"),
            esc(f"Tentang: {draft.category}"),
            esc(f"Lampiran: {len(draft.files)} berkas") if draft.files else None,
        ),
        quote(cut(draft.story or "", MOST_SHOWN)),
        None
        if sent
        else Html("Sudah benar? Tekan Kirim. Ada yang kurang? Tulis saja, nanti saya tambahkan."),
    )


def files_done(count: int) -> str:
    """What "Lanjut" stood for; plain text."""
    return f"{count} berkas" if count else "tanpa lampiran"


def filed_already_toast(number: Number) -> str:
    return f"Sudah terkirim sebagai {number}."


def chosen(text: str) -> Html:
    return esc(f"✓ {text}")


def filed(number: Number, *, days: int, kind: Kind) -> Html:
    return paragraphs(
        lines(
            Html(f"{labels.KINDS[kind]} Anda sudah kami terima."),
            Html(f"Nomor tiket: {bold(str(number))}"),
        ),
        Html(
            f"Petugas berusaha menyelesaikannya dalam {days} hari kerja."
            " Setiap perkembangan kami kabarkan di sini."
        ),
        Html("Lihat kapan saja dengan /tiket."),
    )


def nothing_to_cancel() -> Html:
    return Html("Tidak ada yang sedang berjalan. Tulis pertanyaan Anda, atau /lapor.")


def cancelled() -> Html:
    return Html("Baik, dibatalkan. Tidak ada yang dikirim.")


def reply_ended(number: str) -> Html:
    return Html(f"Baik. Tulisan Anda berikutnya tidak lagi masuk ke {bold(number)}.")


def draft_lost() -> Html:
    return Html("Maaf, laporan yang tadi tidak bisa dilanjutkan. Mohon mulai lagi: /lapor")


# news about a ticket


def taken(number: Number, *, by: str) -> Html:
    return Html(f"{bold(str(number))} sedang ditangani {esc(by)}.")


def officer_says(number: Number, *, by: str, text: str, busy: bool) -> Html:
    """`busy`: the reporter is writing a report, so plain words would go there."""
    how = BY_REPLY if busy else "Balas pesan ini atau tulis saja"
    return paragraphs(
        Html(f"💬 {esc(by)}, petugas – {bold(str(number))}"),
        esc(cut(text, 3_500)) if text else Html("(lihat berkas di atas)"),
        italic(f"{how}; jawaban Anda sampai ke petugas."),
    )


def officer_asks(number: Number, *, by: str, text: str, busy: bool) -> Html:
    how = BY_REPLY if busy else "Tulis jawabannya di sini"
    return paragraphs(
        Html(f"❓ {esc(by)} perlu keterangan – {bold(str(number))}"),
        esc(cut(text, 3_500)) if text else Html("(lihat berkas di atas)"),
        italic(f"{how}. Foto layar juga boleh."),
    )


def resolved(number: Number, *, by: str, note: str) -> Html:
    return paragraphs(
        Html(f"✅ {bold(str(number))} dinyatakan selesai oleh {esc(by)}."),
        quote(cut(note, 3_000)),
        bold("Apakah masalah Anda sudah selesai?"),
    )


def reopened(number: Number, *, by: str) -> Html:
    return Html(f"{bold(str(number))} dibuka lagi oleh {esc(by)} dan sedang ditangani.")


def thanks_closed(number: Number) -> Html:
    return Html(f"Terima kasih. {bold(str(number))} kami tutup. Senang bisa membantu.")


def disputed(number: Number) -> Html:
    return paragraphs(
        Html(f"Maaf belum beres. {bold(str(number))} kami buka lagi."),
        bold("Apa yang belum selesai? Tulis di sini."),
    )


def answer_passed(number: Number, *, in_book: bool) -> Html:
    """`in_book`: the words may as well be a new question, which the book can answer."""
    return lines(
        Html(f"Sudah kami sampaikan ke petugas ({bold(str(number))})."),
        Html("Pertanyaan baru? Jawabannya ada di buku:") if in_book else None,
    )


def correction_passed(number: Number) -> Html:
    return Html(f"Perbaikan Anda kami sampaikan ke petugas ({bold(str(number))}).")


def write_more(number: Number, *, busy: bool) -> Html:
    return lines(
        Html(f"Tulis keterangan tambahan untuk {bold(str(number))}. Foto juga boleh."),
        italic(f"{BY_REPLY}; laporan yang sedang Anda tulis tetap tersimpan.") if busy else None,
    )


def remind_verdict(number: Number) -> Html:
    return paragraphs(
        Html(f"{bold(str(number))} sudah dijawab petugas, tetapi belum ada kabar dari Anda."),
        bold("Apakah masalahnya sudah selesai?"),
    )


# one's own tickets


def no_tickets() -> Html:
    return Html("Anda belum punya tiket. Untuk membuat laporan: /lapor")


def ticket_list(rows: Sequence[tuple[Number, Status, str]]) -> Html:
    return paragraphs(
        bold("Laporan Anda"),
        *(
            lines(
                Html(f"{SIGN[status]} {bold(str(number))} – {STATUS[status]}"), esc(cut(story, 80))
            )
            for number, status, story in rows
        ),
    )


def ticket_page(
    *,
    number: Number,
    kind: Kind,
    category: str,
    status: Status,
    story: str,
    officer: str | None,
    received: datetime,
    zone: ZoneInfo,
    history: Sequence[Happening],
) -> Html:
    """The reporter's view: internal notes are not for them."""
    seen = [event for event in history if event.deed.value != "note"][-8:]
    return paragraphs(
        Html(f"{SIGN[status]} {bold(str(number))} – {esc(labels.KINDS[kind])}"),
        lines(
            esc(f"Status: {STATUS[status]}"),
            esc(f"Tentang: {category}"),
            esc(f"Masuk: {dates.short(received, zone)}"),
            esc(f"Petugas: {officer}") if officer else None,
        ),
        quote(cut(" ".join(story.split()), 600)),
        bold("Riwayat"),
        lines(*(_happened(event, zone) for event in seen)),
    )


def _happened(event: Happening, zone: ZoneInfo) -> Html:
    said = f": {cut(' '.join(event.text.split()), 160)}" if event.text else ""
    return esc(f"• {dates.short(event.at, zone)} – {DEED_TO_REPORTER[event.deed]}{said}")


# oneself


def profile(*, name: str, office: str | None) -> Html:
    return paragraphs(
        bold("Profil Anda"),
        lines(esc(f"Nama: {name}"), esc(f"Kantor: {office or 'belum diisi'}")),
        Html("Nama kantor membantu petugas mengenali laporan Anda."),
    )


def ask_office() -> Html:
    return Html("Tulis nama kantor atau unit kerja Anda. Untuk berhenti: /batal")


def office_kept(office: str) -> Html:
    return Html(f"Terima kasih. Kantor Anda: {bold(office)}.")


def office_unclear() -> Html:
    return Html("Mohon tulis nama kantor dengan kata-kata, paling banyak 80 huruf.")


def my_data(*, name: str, username: str | None, office: str | None, tickets: int) -> Html:
    return paragraphs(
        bold("Data Anda yang kami simpan"),
        lines(
            esc(f"Nama di Telegram: {name}"),
            esc(f"Nama pengguna: @{username}") if username else None,
            esc(f"Kantor: {office or 'belum diisi'}"),
            esc(f"Laporan: {tickets} tiket beserta percakapannya"),
            Html(
                "Pertanyaan Anda kepada buku panduan, dengan NIP, nomor HP, dan email disamarkan"
            ),
        ),
        Html("Hanya petugas helpdesk yang membacanya. Untuk minta dihapus: /hapus_data"),
    )


def ask_erasure() -> Html:
    return paragraphs(
        bold("Minta data dihapus?"),
        Html(
            "Permintaan ini menjadi tiket dan diperiksa petugas, karena laporan yang masih"
            " berjalan atau wajib diarsipkan mungkin belum boleh dihapus."
        ),
    )


def erasure_story() -> str:
    return "Saya meminta data pribadi saya di bot ini dihapus."


def clinic_unknown() -> Html:
    return paragraphs(
        bold("Coaching Clinic"),
        Html("Jadwal berikutnya belum diisi petugas."),
        Html("Ingin mendaftar atau bertanya? Tekan tombol di bawah."),
    )


# whatever people send


def cannot_read(got: str | None) -> Html:
    what = {
        "sticker": "stiker",
        "voice": "pesan suara",
        "video_note": "video bulat",
        "contact": "kontak",
        "location": "lokasi",
    }.get(got or "", "kiriman itu")
    return paragraphs(
        esc(f"Maaf, {what} belum bisa saya baca."),
        Html("Tulis pertanyaan Anda dengan kata-kata, atau /lapor untuk menghubungi petugas."),
    )


def file_without_words() -> Html:
    return paragraphs(
        Html("Berkasnya saya terima, tetapi saya tidak bisa membaca gambar."),
        Html("Tekan Buat laporan agar petugas melihatnya, atau tulis pertanyaan Anda."),
    )


def unknown_command() -> Html:
    return Html("Perintah itu tidak saya kenal. Ketik /bantuan untuk melihat semua perintah.")


def broken() -> Html:
    return paragraphs(
        Html("Maaf, ada gangguan di pihak kami. Pesan Anda sudah tersimpan."),
        Html("Pengelola sudah diberi tahu. Mohon coba sekali lagi, atau hubungi petugas."),
    )
